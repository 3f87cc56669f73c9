/** drawn_register.h - seeded small registers with answers of all sides, and a study of them with
 * all that indicators read. */
#ifndef SEL_TESTS_DRAWN_REGISTER_H
#define SEL_TESTS_DRAWN_REGISTER_H

#include "base/hash.h"
#include "drawn_account.h"
#include "drawn_answers.h"

enum { WORLDS = 150, RECORDS = 24, STATED = RECORDS * 2 / 3 };
enum { PARTIES = 3, SHARES = 2, ANSWERS = 6 * CAPABILITIES };

/* All that a study is built from. */
typedef struct material {
    uint64_t seed;
    sel_programme records[RECORDS];
    sel_party parties[RECORDS][PARTIES];
    sel_recipient_share recipients[RECORDS][SHARES];
    sel_capability_share capabilities[RECORDS][SHARES];
    sel_programme_link links[RECORDS];
    sel_account accounts[RECORDS];
    char ids[RECORDS][24];
    char titles[RECORDS][32];
    drawn_answers answers;
    sel_need_entry entries[ANSWERS];
    uint32_t entry_count;
} material;

static inline void draw_answers(draw *from, sel_programme *record)
{
    record->tied = (sel_tied)below(from, SEL_TIED_COUNT);
    record->conditions = (sel_conditions_said)below(from, 3);
    record->condition_classes =
        record->conditions == SEL_CONDITIONS_SOME ? (uint8_t)below(from, 64) : 0;
    record->conditions_requested = maybe(from);
    record->asked_first = maybe(from);
    record->same_as_other = maybe(from);
    record->coordinated = maybe(from);
    for (int i = 0; i < SEL_OWNERSHIP_ITEMS; i++)
        record->ownership[i] = (int8_t)((int)below(from, 6) - 1);
    if (below(from, 4) == 0)
        record->request = SEL_STR("letter");
}

static inline void draw_time(draw *from, sel_programme *record)
{
    sel_day start = sel_day_of(2023, 1, 1) + (sel_day)below(from, 1400);
    sel_day end = start + 30 + (sel_day)below(from, 1000);
    record->start = (sel_days){start, start + (sel_day)below(from, 60), below(from, 6) != 0};
    record->end = (sel_days){end, end + (sel_day)below(from, 60), below(from, 6) != 0};
    record->status = (sel_programme_status)below(from, SEL_STATUS_CLOSED + 1);
}

/* What a respondent states begins with its round and what tells it from others. */
static inline void name_record(bool statement, uint32_t n, char id[24])
{
    char hex[SEL_HASH_ROOM];
    if (statement)
        snprintf(id, 24, "1-%.4s-S%u", sel_hash_of(SEL_STR("agency"), hex), (unsigned)n);
    else
        snprintf(id, 24, "r%02u", (unsigned)n);
}

static inline void draw_record(draw *from, material *made, uint32_t n)
{
    sel_programme *record = &made->records[n];
    bool statement = n >= STATED;
    *record = sel_programme_blank();
    name_record(statement, n, made->ids[n]);
    snprintf(made->titles[n], sizeof made->titles[n], "programme number %u", (unsigned)n);
    record->id = sel_str_of(made->ids[n]);
    record->title = sel_str_of(made->titles[n]);
    record->register_name = n % 2 == 0 ? SEL_STR("first") : SEL_STR("second");
    record->cyber_low = below(from, 5) == 0 ? 0 : SEL_PPM;
    draw_time(from, record);
    draw_answers(from, record);
    record->party_count = below(from, PARTIES + 1);
    for (uint32_t i = 0; i < record->party_count; i++)
        made->parties[n][i] =
            (sel_party){.name = sel_str_of(donor_names[below(from, 4)]),
                        .role = i == 0 ? SEL_ROLE_FUNDING : SEL_ROLE_PARTICIPANT,
                        .stakeholder = (sel_stakeholder)below(from, SEL_STAKEHOLDER_COUNT),
                        .ladder = (int8_t)((int)below(from, SEL_LADDER_COUNT + 1) - 1)};
    record->recipient_count = 1 + below(from, SHARES);
    record->capability_count = 1 + below(from, SHARES);
    uint32_t at = below(from, 5);
    for (uint32_t i = 0; i < SHARES; i++) {
        made->recipients[n][i] =
            (sel_recipient_share){.code = sel_str_of(codes[at + i]),
                                  .ppm = SEL_PPM / record->recipient_count,
                                  .depth = (sel_depth)below(from, SEL_DEPTH_EVENT + 1)};
        made->capabilities[n][i] = (sel_capability_share){
            .code = sel_str_of(capability_codes[below(from, CAPABILITIES - 1) + i]),
            .ppm = SEL_PPM / record->capability_count};
    }
    if (below(from, 2) == 0)
        record->money = (sel_money){10000, 10000 + below(from, 90000), "USD", true, {0}};
    if (statement) {
        static const char *const names[] = {"recipient:ATL", "recipient:BOR"};
        record->register_name = sel_str_of(names[n % 2]);
        record->recipient_count = 1;
        made->recipients[n][0].code = sel_str_of(codes[n % 2]);
        made->recipients[n][0].ppm = SEL_PPM;
        made->links[n] = (sel_programme_link){SEL_LINK_SAME,
                                              sel_str_of(made->ids[below(from, RECORDS * 2 / 3)])};
        record->links = &made->links[n];
        record->link_count = below(from, 2);
    }
    record->parties = made->parties[n];
    record->recipients = made->recipients[n];
    record->capabilities = made->capabilities[n];
}

/* In every fourth world donors answer about some programmes of the registers, by themselves or
 * beside a record. */
static inline void draw_donor_answers(material *made)
{
    draw from = {made->seed ^ UINT64_C(0x5bd1e995)};
    if (made->seed % 4 != 0)
        return;
    for (uint32_t n = STATED - 4; n < STATED; n++) {
        sel_programme *record = &made->records[n];
        record->register_name = n % 2 == 0 ? SEL_STR("donor:A") : SEL_STR("donor:B");
        made->links[n] =
            (sel_programme_link){SEL_LINK_SAME, sel_str_of(made->ids[below(&from, STATED - 4)])};
        record->links = &made->links[n];
        record->link_count = below(&from, 4) != 0;
    }
}

/* Two records of three give an account. */
static inline void draw_accounts(material *made)
{
    uint64_t state = made->seed ^ UINT64_C(0x2545f491);
    for (uint32_t n = 0; n < RECORDS; n++) {
        made->accounts[n] = account_drawn(&state);
        if (seeded_below(&state, 3) != 0)
            made->records[n].account = &made->accounts[n];
    }
}

static inline material *draw_material(uint64_t seed)
{
    material *made = sel_memory_resize(NULL, 1, sizeof *made);
    memset(made, 0, sizeof *made);
    draw from = {seed};
    made->seed = seed;
    for (uint32_t n = 0; n < RECORDS; n++)
        draw_record(&from, made, n);
    draw_donor_answers(made);
    draw_accounts(made);
    draw_all_answers(seed, &made->answers);
    made->entry_count = ANSWERS;
    for (uint32_t i = 0; i < ANSWERS; i++)
        made->entries[i] = (sel_need_entry){.recipient = i / CAPABILITIES,
                                            .capability = i % CAPABILITIES,
                                            .submission = i / CAPABILITIES,
                                            .stage = (uint8_t)(1 + below(&from, 4)),
                                            .target = (uint8_t)below(&from, 6),
                                            .importance = (uint8_t)below(&from, 5),
                                            .help = (sel_help)below(&from, 4),
                                            .urgent = (uint8_t)(below(&from, 20) % 17 % 4)};
    return made;
}

/* A finished study with everything that the principles read. */
typedef struct bench {
    small_world *world; /* code lists and model only */
    sel_study_builder *builder;
    const sel_study *study;
    uint32_t submission_number[SUBMISSIONS]; /* in the study */
    sel_records records;
    sel_needs needs;
    sel_supplies supplies;
    sel_roster roster;
    sel_overlap overlap;
    sel_fragmentation spread;
    sel_evidence evidence;
    sel_arena *arena;
} bench;

static inline void name_all(sel_model *model)
{
    static const char *const letters[] = {"a", "b", "c", "d"};
    uint32_t count;
    const sel_indicator *const *list = sel_indicators(&count);
    model->criterion_count = SEL_PRINCIPLES;
    for (int p = 0; p < SEL_PRINCIPLES; p++)
        model->criteria[p].letter = sel_str_of(letters[p]);
    for (uint32_t i = 0; i < count; i++) {
        sel_criterion *criterion = &model->criteria[list[i]->principle - 'a'];
        criterion->indicators[criterion->indicator_count++] = sel_str_of(list[i]->id);
    }
}

/* In which order records and submissions come. */
typedef struct arrival {
    uint32_t records[RECORDS];
    uint32_t submissions[SUBMISSIONS];
} arrival;

static inline bench open_bench(const material *made, const arrival *order)
{
    bench one = {.world = small_world_create(), .arena = sel_arena_create()};
    sel_study_options options = {sel_day_of(2026, 1, 1), "USD"};
    small_world *world = one.world;
    for (int i = 0; i < CAPABILITIES; i++)
        world->capabilities[i].code = sel_str_of(capability_codes[i]);
    for (int i = ATLA; i <= CALA; i++)
        world->recipients[i].subregion = SEL_STR("North");
    world->recipients[BORA].sids = true;
    world->recipients[GULA].body = true;
    world->recipients[GULA].members = world->members;
    world->recipients[GULA].member_count = 2;
    world->reference.organisations.keys = sel_index_create();
    world->model.window_months_before = 12;
    world->model.window_months_after = 24;
    world->model.open_end_months = 24;
    world->model.overlap_threshold_bp = 5000;
    world->model.overlap_floor_days = 90;
    name_all(&world->model);
    one.builder = sel_study_builder_create(&world->reference, &world->model, &options);
    for (uint32_t n = 0; n < RECORDS; n++)
        ck_assert(sel_study_add_programme(one.builder, &made->records[order->records[n]]));
    world->recipients[ATLA].ldc = true;
    add_answers(&made->answers, order->submissions, one.builder, one.submission_number);
    for (uint32_t i = 0; i < made->entry_count; i++) {
        sel_need_entry entry = made->entries[i];
        entry.submission = one.submission_number[entry.submission];
        sel_study_add_entry(one.builder, &entry);
    }
    one.study = sel_study_finish(one.builder);
    return one;
}

static inline void evaluate_bench(bench *one)
{
    const sel_study *study = one->study;
    one->records = sel_records_compute(study, one->arena);
    one->needs = sel_needs_compute(study, one->arena);
    one->supplies = sel_supply_compute(study, &one->needs, one->records.counted, one->arena);
    one->roster = sel_roster_compute(study, &one->records, one->arena);
    sel_overlap_options options = {.top = 10, .threads = 1};
    sel_error err = {0};
    ck_assert_int_eq(sel_overlap_compute(study, &one->needs, &one->supplies, &one->records,
                                         &options, one->arena, &one->overlap, &err),
                     SEL_OK);
    one->spread = sel_fragmentation_compute(study, one->records.counted, 0, one->arena);
    one->evidence = (sel_evidence){.study = study,
                                   .needs = &one->needs,
                                   .records = &one->records,
                                   .roster = &one->roster,
                                   .supplies = &one->supplies,
                                   .overlap = &one->overlap,
                                   .spread = &one->spread,
                                   .arena = one->arena};
}

static inline void close_bench(bench *one)
{
    sel_study_builder_destroy(one->builder);
    sel_index_destroy(one->world->reference.organisations.keys);
    sel_arena_destroy(one->arena);
    small_world_destroy(one->world);
}

enum { SUBJECTS_MAX = 64 };

static inline uint32_t subjects_of(const sel_study *study, sel_subject subjects[SUBJECTS_MAX])
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < study->submission_count; i++)
        subjects[count++] = (sel_subject){SEL_LEVEL_RESPONSE, i};
    for (uint32_t i = 0; i < RECIPIENTS; i++)
        subjects[count++] = (sel_subject){SEL_LEVEL_RECIPIENT, i};
    subjects[count++] = (sel_subject){SEL_LEVEL_REGION, REGION};
    for (uint32_t i = 0; i < study->programme_count; i++)
        subjects[count++] = (sel_subject){SEL_LEVEL_PROGRAMME, i};
    for (uint32_t i = 0; i < study->organisation_count; i++)
        subjects[count++] = (sel_subject){SEL_LEVEL_DONOR, i};
    subjects[count++] = (sel_subject){SEL_LEVEL_PORTFOLIO, 0};
    ck_assert_uint_le(count, SUBJECTS_MAX);
    return count;
}

/* The order they were drawn in. */
static inline const arrival *in_order(void)
{
    static arrival order;
    for (uint32_t i = 0; i < RECORDS; i++)
        order.records[i] = i;
    for (uint32_t i = 0; i < SUBMISSIONS; i++)
        order.submissions[i] = i;
    return &order;
}

static inline void shuffle(draw *from, uint32_t *order, uint32_t count)
{
    for (uint32_t i = count; i > 1; i--) {
        uint32_t j = below(from, i);
        uint32_t held = order[i - 1];
        order[i - 1] = order[j];
        order[j] = held;
    }
}

static inline arrival shuffled(uint64_t seed)
{
    draw from = {seed};
    arrival order = *in_order();
    shuffle(&from, order.records, RECORDS);
    shuffle(&from, order.submissions, SUBMISSIONS);
    return order;
}

/* The same subject in a study whose submissions came in another order. */
static inline sel_subject same_subject(const bench *one, const bench *other, sel_subject subject)
{
    if (subject.level != SEL_LEVEL_RESPONSE)
        return subject;
    uint32_t drawn = 0;
    while (one->submission_number[drawn] != subject.number)
        drawn++;
    return (sel_subject){SEL_LEVEL_RESPONSE, other->submission_number[drawn]};
}

#endif
