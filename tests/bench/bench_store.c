/* How fast the store takes in answers and gives programmes back.
 *
 *   bench_store [FOLDER [RESPONDENTS [PROGRAMMES]]]
 *
 * Each round makes a new store in FOLDER (default: .): RESPONDENTS (100,000) responses of 40
 * answers each and PROGRAMMES (100,000) records, each in one transaction. The clocks run from begin
 * to the end of commit; figures are medians of five rounds: of the wall clock, and of processor
 * time, which says more when the machine has other work. */
#include "selaras.h"

#include "store/store_programmes.h"

#include "stopwatch.h"
#include "store_file.h"

enum { ROUNDS = 5, ANSWERS = 40, RECIPIENTS = 200, CAPABILITIES = 28 };

/* What is measured. */
typedef enum task {
    PUT_ANSWERS,
    LIST_ANSWERS,
    PUT_RECORDS,
    LIST_RECORDS,
    LIST_ALL,
    CLOSE,
    TASKS
} task;

static const char *const task_names[TASKS] = {
    [PUT_ANSWERS] = "answers in",        [LIST_ANSWERS] = "answers out",
    [PUT_RECORDS] = "programmes in",     [LIST_RECORDS] = "programmes out",
    [LIST_ALL] = "  with texts, fields", [CLOSE] = "close",
};

static void need(sel_status status, const sel_error *err)
{
    if (status == SEL_OK)
        return;
    fprintf(stderr, "bench_store: %s: %s\n", err->source, err->message);
    exit(EXIT_FAILURE);
}

static void report(const char *name, const moment rounds[ROUNDS], double count)
{
    moment took = median_moment(rounds, ROUNDS);
    printf("%-20s %6.2f s wall, %9.0f/s   %6.2f s processor, %9.0f/s\n", name, took.clock,
           count / took.clock, took.processor, count / took.processor);
}

static sel_geography geography(sel_arena *arena)
{
    sel_geography all = {.recipients = sel_arena_array(arena, RECIPIENTS, sizeof(sel_recipient)),
                         .count = RECIPIENTS};
    for (uint32_t i = 0; i < RECIPIENTS; i++)
        all.recipients[i].code = sel_str_printf(arena, "R%02u", i);
    return all;
}

/* The shape of state-needs: mostly small numbers and choices, some texts. */
static sel_questionnaire questionnaire(sel_arena *arena)
{
    static const char *const aspects[] = {"help", "now", "wanted", "importance", "source"};
    sel_item *items = sel_arena_array(arena, 5 * CAPABILITIES, sizeof *items);
    for (uint32_t i = 0; i < 5 * CAPABILITIES; i++) {
        const char *aspect = aspects[i % 5];
        items[i].capability = sel_str_printf(arena, "D%u", i / 5);
        items[i].aspect = sel_str_of(aspect);
        items[i].name = sel_str_printf(arena, "%s_d%u", aspect, i / 5);
        items[i].type = i % 5 == 1 || i % 5 == 2 ? SEL_ITEM_INTEGER : SEL_ITEM_SELECT_ONE;
    }
    return (sel_questionnaire){.id = SEL_STR("state-needs"),
                               .version = SEL_STR("1"),
                               .items = items,
                               .item_count = 5 * CAPABILITIES};
}

static void fill_answers(const sel_questionnaire *asked, uint32_t seed, sel_answer *answers)
{
    static const char *const words[] = {"some", "much", "vital", "own_assessment"};
    for (uint32_t i = 0; i < ANSWERS; i++) {
        uint32_t item = i * 3 + seed % 3;
        bool number = asked->items[item].type == SEL_ITEM_INTEGER;
        answers[i] = (sel_answer){.item = item,
                                  .is_number = number,
                                  .number = number ? 1 + (seed + i) % 5 : 0,
                                  .text = number ? (sel_str){0} : sel_str_of(words[(seed + i) % 4]),
                                  .line = seed + 2,
                                  .row = seed + 2,
                                  .column = item + 1};
    }
}

static int64_t add_source(sel_store *store, sel_str kind)
{
    sel_error err = {0};
    int64_t id = 0;
    char hash[SEL_HASH_ROOM];
    sel_hash_of(kind, hash);
    const sel_source source = {.name = SEL_STR("bench.csv"),
                               .sha256 = sel_str_of(hash),
                               .kind = kind,
                               .format = SEL_STR("wide"),
                               .received = 1800000000};
    need(sel_store_add_source(store, &source, &id, &err), &err);
    return id;
}

static moment put_responses(sel_store *store, sel_arena *arena, uint32_t count)
{
    sel_error err = {0};
    sel_geography places = geography(arena);
    sel_questionnaire asked = questionnaire(arena);
    sel_answer answers[ANSWERS];
    moment start = moment_now();
    need(sel_store_begin(store, &err), &err);
    int64_t source = add_source(store, SEL_STR("responses"));
    for (uint32_t i = 0; i < count; i++) {
        char agency[32];
        snprintf(agency, sizeof agency, "Agency %06u", i / RECIPIENTS);
        fill_answers(&asked, i, answers);
        const sel_response response = {.questionnaire = &asked,
                                       .recipient = i % RECIPIENTS,
                                       .agency = sel_str_of(agency),
                                       .round = SEL_STR("1"),
                                       .answers = answers,
                                       .answer_count = ANSWERS,
                                       .line = i + 2};
        sel_put_response put;
        need(sel_store_put_response(store, source, &response, &places, 1800000000, &put, &err),
             &err);
    }
    need(sel_store_commit(store, &err), &err);
    return moment_since(start);
}

static void put_record(sel_store *store, int64_t source, uint32_t i)
{
    sel_error err = {0};
    char id[32];
    char title[64];
    char description[400];
    /* Not in the order of the addresses, as in real files. */
    snprintf(id, sizeof id, "P-%08x", i * 2654435761U);
    snprintf(title, sizeof title, "Cyber capacity programme number %u", i);
    memset(description, 'x', sizeof description);
    const sel_party parties[] = {{.name = SEL_STR("Donor"), .role = SEL_ROLE_FUNDING, .ladder = -1},
                                 {.name = SEL_STR("Agency"), .role = SEL_ROLE_IMPLEMENTING}};
    const sel_recipient_share recipients[] = {{SEL_STR("FJI"), 300000, true, SEL_DEPTH_PRIORITY},
                                              {SEL_STR("TON"), 300000, true, SEL_DEPTH_PRIORITY},
                                              {SEL_STR("VUT"), 400000, true, SEL_DEPTH_PRIORITY}};
    const sel_capability_share capabilities[] = {
        {SEL_STR("D1.2"), 600000, false, SEL_TAG_TEXT, SEL_STR("CERT"), SEL_STR("title"), 60},
        {SEL_STR("D3.1"), 400000, false, SEL_TAG_TEXT, SEL_STR("awareness"), SEL_STR("title"), 60}};
    const sel_field_place fields[] = {{"start", i + 2, 4, SEL_STR("2024"), "year-only"}};
    sel_programme record = sel_programme_blank();
    record.register_name = SEL_STR("bench");
    record.id = sel_str_of(id);
    record.title = sel_str_of(title);
    record.description = (sel_str){description, sizeof description};
    record.start = (sel_days){19723, 20088, true};
    record.end = (sel_days){20454, 20818, true};
    record.parties = parties;
    record.party_count = 2;
    record.recipients = recipients;
    record.recipient_count = 3;
    record.capabilities = capabilities;
    record.capability_count = 2;
    record.fields = fields;
    record.field_count = 1;
    sel_put_outcome outcome;
    need(sel_store_put_programme(store, source, &record, &outcome, &err), &err);
}

static moment put_programmes(sel_store *store, uint32_t count)
{
    sel_error err = {0};
    moment start = moment_now();
    need(sel_store_begin(store, &err), &err);
    int64_t source = add_source(store, SEL_STR("register"));
    for (uint32_t i = 0; i < count; i++)
        put_record(store, source, i);
    need(sel_store_commit(store, &err), &err);
    return moment_since(start);
}

static bool count_programme(void *to, const sel_programme *record)
{
    *(uint64_t *)to += record->party_count;
    return true;
}

static bool count_answer(void *to, const sel_stored_answer *answer)
{
    *(uint64_t *)to += answer->answer.item;
    return true;
}

static moment load_programmes(sel_store *store, unsigned parts)
{
    sel_error err = {0};
    uint64_t seen = 0;
    moment start = moment_now();
    need(sel_store_each_programme(store, parts, (sel_programme_sink){count_programme, &seen}, &err),
         &err);
    return moment_since(start);
}

static moment load_answers(sel_store *store)
{
    sel_error err = {0};
    uint64_t seen = 0;
    moment start = moment_now();
    need(sel_store_each_answer(store, count_answer, &seen, &err), &err);
    return moment_since(start);
}

int main(int argc, char **argv)
{
    int64_t respondents = 100000;
    int64_t programmes = 100000;
    if (argc > 2)
        sel_number_integer(sel_str_of(argv[2]), &respondents);
    if (argc > 3)
        sel_number_integer(sel_str_of(argv[3]), &programmes);
    char path[512];
    snprintf(path, sizeof path, "%s/bench_store.db", argc > 1 ? argv[1] : ".");
    sel_error err = {0};
    need(sel_init(&err), &err);
    static moment measured[TASKS][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
        sel_arena *arena = sel_arena_create();
        sel_store *store = NULL;
        remove_store(path);
        need(sel_store_create(path, "cyber", 1800000000, &store, &err), &err);
        measured[PUT_ANSWERS][round] = put_responses(store, arena, (uint32_t)respondents);
        measured[LIST_ANSWERS][round] = load_answers(store);
        measured[PUT_RECORDS][round] = put_programmes(store, (uint32_t)programmes);
        measured[LIST_RECORDS][round] = load_programmes(store, 0);
        measured[LIST_ALL][round] =
            load_programmes(store, SEL_PROGRAMME_TEXTS | SEL_PROGRAMME_FIELDS);
        moment start = moment_now();
        sel_store_close(store);
        measured[CLOSE][round] = moment_since(start);
        sel_arena_destroy(arena);
    }
    remove_store(path);
    double answers = (double)respondents * ANSWERS;
    printf("%.0f answers, %lld programmes\n", answers, (long long)programmes);
    for (int i = 0; i < TASKS; i++)
        report(task_names[i], measured[i],
               i <= LIST_ANSWERS ? answers
               : i == CLOSE      ? 1
                                 : (double)programmes);
    return EXIT_SUCCESS;
}
