/** small_world.h - a study small enough to compute by hand.
 *
 * Seven recipients (six UN members, one territory), one regional organisation
 * with five of the members, seven capabilities. Tests fill programmes,
 * statements, needs, supplies and answers directly; small_world_evidence then
 * binds them together. */
#ifndef SEL_TESTS_SMALL_WORLD_H
#define SEL_TESTS_SMALL_WORLD_H

#include "analysis/principle/indicators.h"
#include "analysis/principle/proportion.h"

#include "check_suite.h"

enum { ATLA, BORA, CALA, DORA, ELBA, FARA, GULA, REGION, RECIPIENTS };
enum { CAPABILITIES = 7, WORLD_ROOM = 64, WORLD_PLACES = 8, WORLD_PARTIES = 8, WORLD_DONORS = 8 };

typedef struct small_world {
    sel_reference reference;
    sel_recipient recipients[RECIPIENTS];
    uint32_t members[5];
    sel_capability capabilities[CAPABILITIES];
    sel_study_organisation organisations[WORLD_DONORS];
    sel_model model;
    sel_study study;
    sel_study_programme programmes[WORLD_ROOM];
    sel_study_place places[WORLD_ROOM][WORLD_PLACES];
    sel_study_party parties[WORLD_ROOM][WORLD_PARTIES];
    uint32_t donors[WORLD_ROOM][2];
    sel_account accounts[WORLD_ROOM];
    bool counted[WORLD_ROOM];
    uint32_t kept[WORLD_ROOM];
    sel_study_submission submissions[WORLD_ROOM];
    sel_study_request requests[WORLD_ROOM];
    sel_study_offer offers[WORLD_ROOM];
    sel_study_mandate mandates[WORLD_ROOM];
    sel_need_entry entries[WORLD_ROOM];
    sel_need need_list[WORLD_ROOM];
    sel_supply supply_list[WORLD_ROOM];
    uint32_t least_ppm[WORLD_ROOM];
    uint32_t most_ppm[WORLD_ROOM];
    bool assessed[WORLD_ROOM];
    sel_records records;
    sel_needs needs;
    sel_supplies supplies;
    sel_overlap overlap;
    sel_fragmentation spread;
    sel_roster roster;
    sel_evidence evidence;
    sel_arena *arena;
} small_world;

static inline small_world *small_world_create(void)
{
    static const char *const codes[RECIPIENTS] = {"ATL", "BOR", "CAL", "DOR",
                                                  "ELB", "FAR", "GUL", "REG"};
    small_world *world = sel_memory_resize(NULL, 1, sizeof *world);
    memset(world, 0, sizeof *world);
    world->arena = sel_arena_create();
    for (int i = 0; i < RECIPIENTS; i++)
        world->recipients[i] = (sel_recipient){
            .code = sel_str_of(codes[i]), .un_member = i <= FARA, .body = i == REGION};
    for (uint32_t i = 0; i < 5; i++)
        world->members[i] = i;
    world->recipients[REGION].members = world->members;
    world->recipients[REGION].member_count = 5;
    world->reference.geography =
        (sel_geography){.recipients = world->recipients, .count = RECIPIENTS};
    world->reference.taxonomy =
        (sel_taxonomy){.capabilities = world->capabilities, .count = CAPABILITIES};
    for (uint32_t i = 0; i < WORLD_DONORS; i++)
        world->organisations[i].donor = i;
    world->model =
        (sel_model){.ordinal_supply = {0, .25, .5, 1, 1.5, 2}, .policies = sel_policies_usual()};
    world->study = (sel_study){
        .reference = &world->reference,
        .model = &world->model,
        .as_of = sel_day_of(2026, 1, 1),
        .window_start = sel_day_of(2025, 1, 1),
        .window_end = sel_day_of(2028, 1, 1),
        .programmes = world->programmes,
        .organisations = world->organisations,
        .organisation_count = WORLD_DONORS,
        .submissions = world->submissions,
        .requests = world->requests,
        .offers = world->offers,
        .mandates = world->mandates,
        .entries = world->entries,
    };
    return world;
}

static inline void small_world_destroy(small_world *world)
{
    sel_arena_destroy(world->arena);
    sel_memory_resize(world, 0, 1);
}

/* A record about which nothing is known, of a register. Registers must come in runs. */
static inline sel_study_programme *small_world_record(small_world *world, const char *name)
{
    uint32_t number = world->study.programme_count++;
    sel_study_programme *record = &world->programmes[number];
    ck_assert_uint_lt(number, WORLD_ROOM);
    *record = (sel_study_programme){
        .register_name = sel_str_of(name),
        .stated_by = SEL_NONE,
        .submission = SEL_NONE,
        .twin = SEL_NONE,
        .request = SEL_NONE,
        .places = world->places[number],
        .parties = world->parties[number],
        .donors = world->donors[number],
        .conditions_requested = SEL_UNKNOWN,
        .asked_first = SEL_UNKNOWN,
        .same_as_other = SEL_UNKNOWN,
        .coordinated = SEL_UNKNOWN,
    };
    memset(record->ownership, SEL_UNKNOWN, sizeof record->ownership);
    world->kept[number] = number;
    return record;
}

static inline uint32_t small_world_number(const small_world *world,
                                          const sel_study_programme *record)
{
    return (uint32_t)(record - world->programmes);
}

/* What recipient states, of the record given or of none. */
static inline sel_study_programme *small_world_statement(small_world *world, uint32_t recipient,
                                                         const sel_study_programme *of)
{
    static const char *const names[RECIPIENTS] = {"recipient:ATL", "recipient:BOR", "recipient:CAL",
                                                  "recipient:DOR", "recipient:ELB", "recipient:FAR",
                                                  "recipient:GUL", "recipient:REG"};
    sel_study_programme *statement = small_world_record(world, names[recipient]);
    statement->stated_by = recipient;
    statement->twin = of == NULL ? SEL_NONE : small_world_number(world, of);
    if (of != NULL)
        world->kept[small_world_number(world, statement)] = world->kept[statement->twin];
    return statement;
}

/* Places must be added in ascending (recipient, capability). effort in 10⁻⁷. */
static inline void small_world_place(small_world *world, sel_study_programme *record,
                                     uint32_t recipient, uint32_t capability, uint32_t effort)
{
    sel_study_place *places = world->places[small_world_number(world, record)];
    places[record->place_count++] = (sel_study_place){.recipient = (uint16_t)recipient,
                                                      .capability = (uint8_t)capability,
                                                      .presence = SEL_PRESENT_YES,
                                                      .effort_low = effort,
                                                      .effort_high = effort,
                                                      .depth_low = 10,
                                                      .depth_high = 10};
}

static inline void small_world_party(small_world *world, sel_study_programme *record,
                                     sel_stakeholder group, int ladder)
{
    sel_study_party *parties = world->parties[small_world_number(world, record)];
    parties[record->party_count++] = (sel_study_party){
        .role = SEL_ROLE_PARTICIPANT, .stakeholder = (uint8_t)group, .ladder = (int8_t)ladder};
}

/* What is rarely said of a record: nothing yet. */
static inline sel_account *small_world_account(small_world *world, sel_study_programme *record)
{
    sel_account *account = &world->accounts[small_world_number(world, record)];
    *account = sel_account_blank();
    record->account = account;
    return account;
}

static inline void small_world_donor(small_world *world, sel_study_programme *record,
                                     uint32_t donor)
{
    world->donors[small_world_number(world, record)][record->donor_count++] = donor;
}

/* Dated from the first day of a year to the first day of another. */
static inline void small_world_years(sel_study_programme *record, int from, int to)
{
    record->dated = true;
    record->start_low = record->start_high = sel_day_of(from, 1, 1);
    record->end_low = record->end_high = sel_day_of(to, 1, 1);
}

static inline void small_world_money(sel_study_programme *record, int64_t amount)
{
    record->money_known = true;
    record->money_low = record->money_high = amount;
}

/* Needs and supplies must be added in ascending (recipient, capability). */
static inline sel_need *small_world_need(small_world *world, uint32_t recipient,
                                         uint32_t capability, double n_low, double n_high)
{
    sel_need *need = &world->need_list[world->needs.count++];
    *need = (sel_need){.recipient = recipient,
                       .capability = capability,
                       .state = n_low < n_high ? SEL_NEED_RANGE : SEL_NEED_SIZED,
                       .n_low = n_low,
                       .n_high = n_high};
    return need;
}

static inline sel_supply *small_world_supply(small_world *world, uint32_t recipient,
                                             uint32_t capability, uint64_t supply, uint64_t need)
{
    sel_supply *at = &world->supply_list[world->supplies.count++];
    *at = (sel_supply){.recipient = recipient,
                       .capability = capability,
                       .low = supply,
                       .high = supply,
                       .need_low = need,
                       .need_high = need,
                       .need_known = true};
    return at;
}

static inline uint32_t small_world_submission(small_world *world, uint32_t recipient)
{
    uint32_t number = world->study.submission_count++;
    world->submissions[number] = sel_study_submission_blank();
    world->submissions[number].recipient = recipient;
    world->submissions[number].lead = true;
    return number;
}

/* Statements that no submission was given for are of the first of their recipient. */
static inline void small_world_submit(small_world *world)
{
    for (uint32_t i = 0; i < world->study.programme_count; i++)
        for (uint32_t j = 0; j < world->study.submission_count; j++)
            if (world->programmes[i].stated_by != SEL_NONE &&
                world->programmes[i].submission == SEL_NONE &&
                world->submissions[j].recipient == world->programmes[i].stated_by)
                world->programmes[i].submission = j;
}

/* Bind everything; call when the world is filled. */
static inline const sel_evidence *small_world_evidence(small_world *world)
{
    small_world_submit(world);
    for (uint32_t i = 0; i < world->study.programme_count; i++)
        world->counted[i] = world->kept[i] == i;
    world->records.counted = world->counted;
    world->records.kept = world->kept;
    world->records.told_by = world->kept;
    world->needs.list = world->need_list;
    world->supplies.list = world->supply_list;
    world->overlap.least_ppm = world->least_ppm;
    world->overlap.most_ppm = world->most_ppm;
    world->overlap.assessed = world->assessed;
    world->roster = sel_roster_compute(&world->study, &world->records, world->arena);
    world->spread =
        sel_fragmentation_compute(&world->study, world->counted, WORLD_ROOM, world->arena);
    world->evidence = (sel_evidence){.study = &world->study,
                                     .needs = &world->needs,
                                     .records = &world->records,
                                     .roster = &world->roster,
                                     .supplies = &world->supplies,
                                     .overlap = &world->overlap,
                                     .spread = &world->spread,
                                     .arena = world->arena};
    return &world->evidence;
}

typedef sel_indicator_value small_world_indicator(const sel_evidence *evidence,
                                                  const sel_selection *selection);

/* Value of an indicator for a subject. */
static inline sel_indicator_value small_world_value(small_world *world,
                                                    small_world_indicator *indicator,
                                                    sel_level level, uint32_t number)
{
    const sel_evidence *evidence = small_world_evidence(world);
    sel_selection selection = sel_select(evidence, (sel_subject){level, number});
    sel_indicator_value value = indicator(evidence, &selection);
    ck_assert(value.low >= 0 && value.high <= 1 && value.low <= value.high);
    if (value.availability == SEL_AVAILABLE) {
        ck_assert(value.reason == NULL);
        ck_assert(value.low <= value.value && value.value <= value.high);
    } else {
        ck_assert(value.reason != NULL);
    }
    return value;
}

static inline void check_value(sel_indicator_value value, double expected, double low, double high)
{
    ck_assert_msg(value.availability == SEL_AVAILABLE, "not available: %s", value.reason);
    ck_assert_double_eq_tol(value.value, expected, 1e-9);
    ck_assert_double_eq_tol(value.low, low, 1e-9);
    ck_assert_double_eq_tol(value.high, high, 1e-9);
}

static inline void check_counts(sel_indicator_value value, uint64_t met, uint64_t known,
                                uint64_t all)
{
    ck_assert_uint_eq(value.met, met);
    ck_assert_uint_eq(value.known, known);
    ck_assert_uint_eq(value.all, all);
}

static inline void check_inapplicable(sel_indicator_value value, const char *reason)
{
    ck_assert_int_eq(value.availability, SEL_NOT_APPLICABLE);
    ck_assert_str_eq(value.reason, reason);
}

static inline void check_missing(sel_indicator_value value, const char *reason)
{
    ck_assert_int_eq(value.availability, SEL_NOT_AVAILABLE);
    ck_assert_str_eq(value.reason, reason);
    ck_assert_double_eq(value.low, 0);
    ck_assert_double_eq(value.high, 1);
}

#endif
