/* What a store says depends on what was put into it, not on the order it came in. */
#include "selaras.h"

#include "check_suite.h"
#include "seeded.h"
#include "store/store_programmes.h"

#include <unistd.h>

enum { PROGRAMMES = 60, VERSIONS = 3, RESPONDENTS = 40, SHUFFLES = 12, QUESTIONS = 25 };

static void shuffle(uint32_t *order, uint32_t count, uint64_t *state)
{
    for (uint32_t i = 0; i < count; i++)
        order[i] = i;
    for (uint32_t i = count - 1; i > 0; i--) {
        uint32_t k = (uint32_t)(seeded_bits(state) % (i + 1));
        uint32_t kept = order[i];
        order[i] = order[k];
        order[k] = kept;
    }
}

/* Record i % PROGRAMMES in version i / PROGRAMMES; later versions are updated later. */
static void put_record(sel_store *store, int64_t source, uint32_t i)
{
    sel_error err = {0};
    sel_put_outcome outcome;
    char id[32];
    char title[64];
    uint64_t state = i;
    snprintf(id, sizeof id, "%llx", (unsigned long long)(i % PROGRAMMES) * 2654435761U % 9973);
    snprintf(title, sizeof title, "version %llx", (unsigned long long)seeded_bits(&state));
    sel_party parties[3];
    uint32_t party_count = (uint32_t)(seeded_bits(&state) % 4);
    for (uint32_t p = 0; p < party_count; p++)
        parties[p] = (sel_party){.name = sel_str_of(title),
                                 .role = (sel_role)(seeded_bits(&state) % SEL_ROLE_COUNT),
                                 .ladder = SEL_UNKNOWN};
    sel_programme record = sel_programme_blank();
    record.register_name = i % 2 == 0 ? SEL_STR("aid") : SEL_STR("aid:b");
    record.id = sel_str_of(id);
    record.title = sel_str_of(title);
    sel_day updated = 20000 + (sel_day)(i / PROGRAMMES) * 10;
    record.last_updated = (sel_days){updated, updated + 5, true};
    record.kinds = (uint16_t)(seeded_bits(&state) % (1U << SEL_KIND_COUNT));
    record.parties = parties;
    record.party_count = party_count;
    ck_assert_int_eq(sel_store_put_programme(store, source, &record, &outcome, &err), SEL_OK);
}

static sel_recipient recipients[] = {
    {.code = {"AUS", 3}}, {.code = {"FJI", 3}}, {.code = {"TON", 3}}};
static const sel_geography places = {.recipients = recipients, .count = 3};
static sel_item items[QUESTIONS];
static const sel_questionnaire asked = {
    .id = {"q", 1}, .version = {"1", 1}, .items = items, .item_count = QUESTIONS};

static void put_answers(sel_store *store, int64_t source, uint32_t i)
{
    sel_error err = {0};
    sel_put_response put;
    sel_answer answers[QUESTIONS];
    uint32_t count = 0;
    uint64_t state = 1000 + i;
    char agency[32];
    snprintf(agency, sizeof agency, "agency %u", i * 7 % RESPONDENTS);
    for (uint32_t item = 0; item < QUESTIONS; item++)
        if (seeded_bits(&state) % 3 != 0)
            answers[count++] = (sel_answer){.item = item,
                                            .kind = (sel_answer_kind)(seeded_bits(&state) % 4),
                                            .is_number = true,
                                            .number = (int64_t)(seeded_bits(&state) % 6) - 1};
    const sel_response response = {.questionnaire = &asked,
                                   .recipient = i % 3,
                                   .agency = sel_str_of(agency),
                                   .round = SEL_STR("1"),
                                   .answers = answers,
                                   .answer_count = count};
    ck_assert_int_eq(sel_store_put_response(store, source, &response, &places, 0, &put, &err),
                     SEL_OK);
}

static bool hash_programme(void *to, const sel_programme *record)
{
    sel_hash_add(to, record->register_name.ptr, record->register_name.len);
    sel_hash_add(to, record->id.ptr, record->id.len);
    sel_hash_add(to, record->title.ptr, record->title.len);
    sel_hash_add(to, &record->kinds, sizeof record->kinds);
    for (uint32_t i = 0; i < record->party_count; i++)
        sel_hash_add(to, &record->parties[i].role, sizeof record->parties[i].role);
    return true;
}

static bool hash_submission(void *to, const sel_stored_submission *given)
{
    sel_hash_add(to, given->recipient.ptr, given->recipient.len);
    sel_hash_add(to, given->agency.ptr, given->agency.len);
    sel_hash_add(to, given->content.ptr, given->content.len);
    return true;
}

static bool hash_answer(void *to, const sel_stored_answer *given)
{
    const int64_t facts[] = {given->submission, given->answer.item, given->answer.kind,
                             given->answer.number};
    sel_hash_add(to, facts, sizeof facts);
    return true;
}

static int64_t add_source(sel_store *store, sel_str kind)
{
    char hash[SEL_HASH_ROOM];
    int64_t id = 0;
    sel_hash_of(kind, hash);
    const sel_source file = {.name = kind, .sha256 = sel_str_of(hash), .kind = kind};
    ck_assert_int_eq(sel_store_add_source(store, &file, &id, NULL), SEL_OK);
    return id;
}

/* Fill a store in the order of seed and hash all that it says. */
static void hash_store(const char *path, uint64_t seed, char hex[SEL_HASH_ROOM])
{
    sel_store *store = NULL;
    sel_hash hash;
    uint32_t order[PROGRAMMES * VERSIONS];
    uint64_t state = seed;
    remove(path);
    ck_assert_int_eq(sel_store_create(path, "cyber", 0, &store, NULL), SEL_OK);
    ck_assert_int_eq(sel_store_begin(store, NULL), SEL_OK);
    int64_t records = add_source(store, SEL_STR("register"));
    int64_t answers = add_source(store, SEL_STR("responses"));
    shuffle(order, PROGRAMMES * VERSIONS, &state);
    for (uint32_t i = 0; i < PROGRAMMES * VERSIONS; i++)
        put_record(store, records, order[i]);
    shuffle(order, RESPONDENTS, &state);
    for (uint32_t i = 0; i < RESPONDENTS; i++)
        put_answers(store, answers, order[i]);
    ck_assert_int_eq(sel_store_commit(store, NULL), SEL_OK);
    sel_hash_start(&hash);
    ck_assert_int_eq(
        sel_store_each_programme(store, 0, (sel_programme_sink){hash_programme, &hash}, NULL),
        SEL_OK);
    ck_assert_int_eq(sel_store_each_submission(store, hash_submission, &hash, NULL), SEL_OK);
    ck_assert_int_eq(sel_store_each_answer(store, hash_answer, &hash, NULL), SEL_OK);
    sel_hash_finish(&hash, hex);
    sel_store_close(store);
}

START_TEST(any_order_gives_the_same)
{
    char path[64] = "/tmp/selaras-order-XXXXXX";
    int file = mkstemp(path);
    ck_assert_int_ge(file, 0);
    close(file);
    for (uint32_t i = 0; i < QUESTIONS; i++)
        items[i] = (sel_item){.name = {&"abcdefghijklmnopqrstuvwxyz"[i], 1}};
    char first[SEL_HASH_ROOM];
    char other[SEL_HASH_ROOM];
    hash_store(path, 1, first);
    for (uint64_t seed = 2; seed < 2 + SHUFFLES; seed++) {
        hash_store(path, seed, other);
        ck_assert_msg(strcmp(first, other) == 0, "seed %llu", (unsigned long long)seed);
    }
    remove(path);
}
END_TEST

int main(void)
{
    if (sel_init(NULL) != SEL_OK)
        return EXIT_FAILURE;
    return run_tests("store_order", (const TTest *const[]){any_order_gives_the_same, NULL});
}
