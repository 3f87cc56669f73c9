/* What must hold of the scores whatever the data: bounds contain the value, order of arrival
 * leaves no trace, a need of nought changes no score, and an answer that was missing only narrows
 * what was possible. Small random registers and answers from fixed seeds. */
#include "base/hash.h"
#include "drawn_account.h"
#include "seeded.h"
#include "unit/analysis/small_world.h"

enum { WORLDS = 150, RECORDS = 24, STATED = RECORDS * 2 / 3 };
enum { PARTIES = 3, SHARES = 2, ANSWERS = 6 * CAPABILITIES };

typedef struct draw {
    uint64_t state;
} draw;

static uint32_t below(draw *from, uint32_t count)
{
    return (uint32_t)(seeded_bits(&from->state) % count);
}

/* -1, 0 or 1. */
static int8_t maybe(draw *from)
{
    return (int8_t)((int)below(from, 3) - 1);
}

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
    sel_need_entry entries[ANSWERS];
    uint32_t entry_count;
} material;

static const char *const codes[] = {"ATL", "BOR", "CAL", "DOR", "ELB", "FAR"};
static const char *const capability_codes[CAPABILITIES] = {"T1", "T2",   "D1.3", "T4",
                                                           "T5", "D5.4", "T7"};
static const char *const donor_names[] = {"Donor A", "Donor B", "Donor C", "Donor D"};

static void draw_answers(draw *from, sel_programme *record)
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

static void draw_time(draw *from, sel_programme *record)
{
    sel_day start = sel_day_of(2023, 1, 1) + (sel_day)below(from, 1400);
    sel_day end = start + 30 + (sel_day)below(from, 1000);
    record->start = (sel_days){start, start + (sel_day)below(from, 60), below(from, 6) != 0};
    record->end = (sel_days){end, end + (sel_day)below(from, 60), below(from, 6) != 0};
    record->status = (sel_programme_status)below(from, SEL_STATUS_CLOSED + 1);
}

/* What a respondent states begins with its round and what tells it from others. */
static void name_record(bool statement, uint32_t n, char id[24])
{
    char hex[SEL_HASH_ROOM];
    if (statement)
        snprintf(id, 24, "1-%.4s-S%u", sel_hash_of(SEL_STR("agency"), hex), (unsigned)n);
    else
        snprintf(id, 24, "r%02u", (unsigned)n);
}

static void draw_record(draw *from, material *made, uint32_t n)
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
static void draw_donor_answers(material *made)
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
static void draw_accounts(material *made)
{
    uint64_t state = made->seed ^ UINT64_C(0x2545f491);
    for (uint32_t n = 0; n < RECORDS; n++) {
        made->accounts[n] = account_drawn(&state);
        if (seeded_below(&state, 3) != 0)
            made->records[n].account = &made->accounts[n];
    }
}

static material *draw_material(uint64_t seed)
{
    material *made = sel_memory_resize(NULL, 1, sizeof *made);
    memset(made, 0, sizeof *made);
    draw from = {seed};
    made->seed = seed;
    for (uint32_t n = 0; n < RECORDS; n++)
        draw_record(&from, made, n);
    draw_donor_answers(made);
    draw_accounts(made);
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
    sel_records records;
    sel_needs needs;
    sel_supplies supplies;
    sel_roster roster;
    sel_overlap overlap;
    sel_fragmentation spread;
    sel_evidence evidence;
    sel_arena *arena;
} bench;

static void name_all(sel_model *model)
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

/* What a submission says besides needs and support. */
static void draw_facts(draw *from, sel_study_submission *submission)
{
    submission->programmes_max = below(from, 4) == 0 ? SEL_NOT_COUNTED : (uint16_t)below(from, 5);
    submission->assessments_held = (uint16_t)below(from, 4);
    submission->assessments_joint = (uint16_t)below(from, 4);
    submission->attended = maybe(from);
    submission->stated = maybe(from);
    submission->sponsored = maybe(from);
    submission->listed = maybe(from);
    submission->declined = maybe(from);
    for (int i = 0; i < SEL_ENABLING_ITEMS; i++)
        submission->enabling[i] = (int8_t)((int)below(from, 4) - 2);
}

/* A donor tells what became of requests that were made over three years. */
static void add_requests(draw *from, sel_study_builder *builder)
{
    static const char *const ids[] = {"q00", "q01", "q02", "q03", "q04", "q05",
                                      "q06", "q07", "q08", "q09", "q10", "q11"};
    sel_study_submission donor = sel_study_submission_blank();
    donor.organisation = sel_str_of(donor_names[below(from, 4)]);
    donor.round = SEL_STR("1");
    donor.assessments_held = 4;
    donor.assessments_joint = (uint16_t)below(from, 6);
    uint32_t submission = sel_study_add_submission(builder, &donor);
    sel_day first = sel_day_of(2023, 1, 1);
    for (uint32_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
        sel_request request = {.id = sel_str_of(ids[i]),
                               .recipient = sel_str_of(codes[i % 3]),
                               .capability = sel_str_of(capability_codes[i % CAPABILITIES])};
        request.received = (int64_t)(first + (sel_day)below(from, 1096)) * SEL_SECONDS_OF_DAY;
        sel_study_add_request(builder, &request);
        for (uint32_t j = 0; j < 4; j++) {
            sel_day on = first + (sel_day)below(from, 1096);
            sel_study_offer offer = {.recipient = i % 3,
                                     .capability = i % CAPABILITIES,
                                     .received = {on, on, true},
                                     .answered = {on, on + (sel_day)below(from, 90), true},
                                     .reaction =
                                         (sel_reaction)below(from, SEL_REACTION_DECLINED + 1),
                                     .submission = submission};
            sel_study_add_offer(builder, &offer);
        }
    }
}

static void add_submissions(const material *made, sel_study_builder *builder)
{
    draw from = {made->seed * 31};
    for (uint32_t i = 0; i < ANSWERS / CAPABILITIES; i++) {
        sel_day on = sel_day_of(2025, 6, 1);
        sel_study_submission submission = sel_study_submission_blank();
        submission.recipient = i;
        submission.agency = SEL_STR("agency");
        submission.round = SEL_STR("1");
        submission.lead = true;
        submission.states_support = true;
        submission.answered_on = (sel_days){on, on, true};
        draw_facts(&from, &submission);
        sel_study_add_submission(builder, &submission);
    }
    add_requests(&from, builder);
}

/* A donor and a regional body answer too: neither is a state. */
static void add_other_submissions(sel_study_builder *builder)
{
    sel_study_submission donor = sel_study_submission_blank();
    donor.organisation = SEL_STR("Donor A");
    donor.assessments_held = 4;
    donor.assessments_joint = 1;
    sel_study_offer offer = {.capability = 1, .reaction = SEL_REACTION_MET};
    offer.submission = sel_study_add_submission(builder, &donor);
    sel_study_add_offer(builder, &offer);
    sel_study_submission body = sel_study_submission_blank();
    body.recipient = REGION;
    sel_study_mandate mandate = {.capability = 1, .body = REGION, .covered = 1, .cited = true};
    mandate.submission = sel_study_add_submission(builder, &body);
    sel_study_add_mandate(builder, &mandate);
}

/* order: which record comes n-th. */
static bench open_bench(const material *made, const uint32_t *order)
{
    bench one = {.world = small_world_create(), .arena = sel_arena_create()};
    sel_study_options options = {sel_day_of(2026, 1, 1), "USD"};
    small_world *world = one.world;
    for (int i = 0; i < CAPABILITIES; i++)
        world->capabilities[i].code = sel_str_of(capability_codes[i]);
    for (int i = ATLA; i <= CALA; i++)
        world->recipients[i].subregion = SEL_STR("North");
    world->recipients[BORA].sids = true;
    world->reference.organisations.keys = sel_index_create();
    world->model.window_months_before = 12;
    world->model.window_months_after = 24;
    world->model.open_end_months = 24;
    world->model.overlap_threshold_bp = 5000;
    world->model.overlap_floor_days = 90;
    name_all(&world->model);
    one.builder = sel_study_builder_create(&world->reference, &world->model, &options);
    for (uint32_t n = 0; n < RECORDS; n++)
        ck_assert(sel_study_add_programme(one.builder, &made->records[order[n]]));
    world->recipients[ATLA].ldc = true;
    add_submissions(made, one.builder);
    add_other_submissions(one.builder);
    for (uint32_t i = 0; i < made->entry_count; i++)
        sel_study_add_entry(one.builder, &made->entries[i]);
    one.study = sel_study_finish(one.builder);
    return one;
}

static void evaluate_bench(bench *one)
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

static void close_bench(bench *one)
{
    sel_study_builder_destroy(one->builder);
    sel_index_destroy(one->world->reference.organisations.keys);
    sel_arena_destroy(one->arena);
    small_world_destroy(one->world);
}

enum { SUBJECTS_MAX = 64 };

static uint32_t subjects_of(const sel_study *study, sel_subject subjects[SUBJECTS_MAX])
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

static const uint32_t *in_order(void)
{
    static uint32_t order[RECORDS];
    for (uint32_t i = 0; i < RECORDS; i++)
        order[i] = i;
    return order;
}

static void shuffle(draw *from, uint32_t order[RECORDS])
{
    for (uint32_t i = RECORDS; i > 1; i--) {
        uint32_t j = below(from, i);
        uint32_t held = order[i - 1];
        order[i - 1] = order[j];
        order[j] = held;
    }
}

static void check_bounds(const sel_score *score, uint64_t seed)
{
    uint32_t count;
    const sel_indicator *const *list = sel_indicators(&count);
    for (uint32_t i = 0; i < count; i++) {
        const sel_indicator_value *v = &score->values[i];
        bool right = v->low >= 0 && v->high <= 1 && v->low <= v->high && v->known <= v->all;
        if (v->availability == SEL_AVAILABLE)
            right &= v->low <= v->value && v->value <= v->high && v->by_value <= 1 &&
                     v->interval_low >= 0 && v->interval_high <= 1 && v->met <= v->known;
        ck_assert_msg(right, "seed %llu, %s", (unsigned long long)seed, list[i]->id);
    }
    for (int p = 0; p < SEL_PRINCIPLES; p++) {
        const sel_principle_score *s = &score->principles[p];
        bool right = s->worst >= 0 && s->worst <= s->best && s->best <= 1 && s->from <= s->of &&
                     s->reliability >= 0 && s->reliability <= 1;
        if (s->available)
            right &= s->worst <= s->value && s->value <= s->best;
        ck_assert_msg(right, "seed %llu, principle %c", (unsigned long long)seed, s->principle);
    }
}

static void check_same(const sel_score *a, const sel_score *b, uint64_t seed)
{
    uint32_t count;
    const sel_indicator *const *list = sel_indicators(&count);
    for (uint32_t i = 0; i < count; i++) {
        const sel_indicator_value *x = &a->values[i];
        const sel_indicator_value *y = &b->values[i];
        bool same = x->availability == y->availability && x->value == y->value &&
                    x->low == y->low && x->high == y->high && x->by_value == y->by_value &&
                    x->met == y->met && x->known == y->known && x->all == y->all;
        ck_assert_msg(same, "seed %llu, %s", (unsigned long long)seed, list[i]->id);
    }
    for (int p = 0; p < SEL_PRINCIPLES; p++) {
        const sel_principle_score *x = &a->principles[p];
        const sel_principle_score *y = &b->principles[p];
        bool same = x->principle == y->principle && x->available == y->available &&
                    x->value == y->value && x->worst == y->worst && x->best == y->best &&
                    x->from == y->from && x->of == y->of && x->reliability == y->reliability;
        ck_assert_msg(same, "seed %llu, principle %d", (unsigned long long)seed, p);
    }
}

START_TEST(bounds_contain_values_and_order_leaves_no_trace)
{
    unsigned available = 0;
    for (uint64_t seed = 1; seed <= WORLDS; seed++) {
        material *made = draw_material(seed);
        uint32_t order[RECORDS];
        draw from = {seed * 7919};
        memcpy(order, in_order(), sizeof order);
        shuffle(&from, order);
        bench one = open_bench(made, in_order());
        bench other = open_bench(made, order);
        evaluate_bench(&one);
        evaluate_bench(&other);
        sel_subject subjects[SUBJECTS_MAX];
        uint32_t count = subjects_of(one.study, subjects);
        for (uint32_t i = 0; i < count; i++) {
            sel_score a = sel_score_compute(&one.evidence, &one.world->model, subjects[i]);
            sel_score b = sel_score_compute(&other.evidence, &other.world->model, subjects[i]);
            check_bounds(&a, seed);
            check_same(&a, &b, seed);
            for (int p = 0; p < SEL_PRINCIPLES; p++)
                available += a.principles[p].available;
        }
        close_bench(&one);
        close_bench(&other);
        sel_memory_resize(made, 0, 1);
    }
    ck_assert_uint_gt(available, WORLDS * 10); /* the worlds are not empty of scores */
}
END_TEST

/* Fara answers one more line: where it is and where it wishes to be are the same. All its other
 * needs are known and one is stated, so that only the value could move. */
START_TEST(a_need_of_nought_changes_no_score)
{
    unsigned compared = 0;
    for (uint64_t seed = 1; seed <= WORLDS; seed++) {
        material *made = draw_material(seed);
        for (uint32_t i = 0; i < ANSWERS; i++) {
            made->entries[i].help = SEL_HELP_UNSAID;
            made->entries[i].target = (uint8_t)(made->entries[i].stage + 1);
            made->entries[i].importance = 1 + (uint8_t)(i % 4);
        }
        made->entry_count = ANSWERS - 1;
        bench without = open_bench(made, in_order());
        made->entry_count = ANSWERS;
        made->entries[ANSWERS - 1].target = made->entries[ANSWERS - 1].stage;
        made->entries[ANSWERS - 1].urgent = 0;
        bench with = open_bench(made, in_order());
        evaluate_bench(&without);
        evaluate_bench(&with);
        sel_subject subjects[SUBJECTS_MAX];
        uint32_t count = subjects_of(without.study, subjects);
        for (uint32_t i = 0; i < count; i++) {
            sel_score a = sel_score_compute(&without.evidence, &without.world->model, subjects[i]);
            sel_score b = sel_score_compute(&with.evidence, &with.world->model, subjects[i]);
            for (uint32_t n = 0; n < 33; n++) {
                if (a.values[n].availability != SEL_AVAILABLE ||
                    b.values[n].availability != SEL_AVAILABLE)
                    continue;
                ck_assert_msg(a.values[n].value == b.values[n].value &&
                                  a.values[n].low == b.values[n].low &&
                                  a.values[n].high == b.values[n].high,
                              "seed %llu, value %u", (unsigned long long)seed, (unsigned)n);
                compared += 1;
            }
        }
        close_bench(&without);
        close_bench(&with);
        sel_memory_resize(made, 0, 1);
    }
    ck_assert_uint_gt(compared, WORLDS * 10);
}
END_TEST

/* Fill in what record n left open about ownership, conditions or tied buying. */
static bool complete(draw *from, sel_programme *record)
{
    bool filled = false;
    if (record->conditions == SEL_CONDITIONS_UNKNOWN) {
        record->conditions = below(from, 2) == 0 ? SEL_CONDITIONS_NONE : SEL_CONDITIONS_SOME;
        record->condition_classes = record->conditions == SEL_CONDITIONS_SOME ? 1 << 3 : 0;
        filled = true;
    }
    unsigned unsaid = 0;
    for (int i = 0; i < SEL_OWNERSHIP_ITEMS; i++)
        unsaid += record->ownership[i] == SEL_UNKNOWN;
    if (unsaid < 3) /* else it has answered already: more items are another answer */
        return filled;
    for (int i = 0; i < SEL_OWNERSHIP_ITEMS; i++)
        record->ownership[i] = (int8_t)below(from, 5);
    return true;
}

static bool one_statement_each(const sel_roster *roster)
{
    for (uint32_t i = 0; i < roster->undertaking_count; i++)
        if (roster->undertakings[i].statement_count > 1 || roster->undertakings[i].teller_count > 0)
            return false;
    return true;
}

/* Ownership and conditions: whatever answer arrives later, the bounds had allowed for it. Bounds
 * are about the two keys, not about further recipients or records, so worlds where several
 * recipients state one programme, or several records of donors tell it, are left out. */
START_TEST(an_answer_only_narrows_the_bounds)
{
    unsigned compared = 0;
    const uint32_t numbers[] = {sel_indicator_number(SEL_STR("a6")),
                                sel_indicator_number(SEL_STR("c5"))};
    for (uint64_t seed = 1; seed <= WORLDS; seed++) {
        material *made = draw_material(seed);
        draw from = {seed * 104729};
        bench before = open_bench(made, in_order());
        if (!complete(&from, &made->records[below(&from, RECORDS)])) {
            close_bench(&before);
            sel_memory_resize(made, 0, 1);
            continue;
        }
        bench after = open_bench(made, in_order());
        evaluate_bench(&before);
        evaluate_bench(&after);
        sel_subject subjects[SUBJECTS_MAX];
        uint32_t count = subjects_of(before.study, subjects);
        if (!one_statement_each(&before.roster) || !one_statement_each(&after.roster))
            count = 0;
        for (uint32_t i = 0; i < count; i++) {
            sel_score a = sel_score_compute(&before.evidence, &before.world->model, subjects[i]);
            sel_score b = sel_score_compute(&after.evidence, &after.world->model, subjects[i]);
            for (size_t n = 0; n < sizeof numbers / sizeof numbers[0]; n++) {
                const sel_indicator_value *x = &a.values[numbers[n]];
                const sel_indicator_value *y = &b.values[numbers[n]];
                if (x->availability != SEL_AVAILABLE || y->availability != SEL_AVAILABLE)
                    continue;
                ck_assert_msg(y->low >= x->low - 2e-9 && y->high <= x->high + 2e-9,
                              "seed %llu, value %zu: [%g, %g] then [%g, %g]",
                              (unsigned long long)seed, n, x->low, x->high, y->low, y->high);
                compared += 1;
            }
        }
        close_bench(&before);
        close_bench(&after);
        sel_memory_resize(made, 0, 1);
    }
    ck_assert_uint_gt(compared, WORLDS);
}
END_TEST

/* Compare a score of every subject before and after a change to one record; returns how many. */
typedef unsigned compare(const sel_indicator *indicator, const sel_indicator_value *before,
                         const sel_indicator_value *after, uint64_t seed);

static unsigned compare_scores(const bench *before, const bench *after, uint64_t seed,
                               compare *judge)
{
    unsigned compared = 0;
    uint32_t indicators;
    const sel_indicator *const *list = sel_indicators(&indicators);
    sel_subject subjects[SUBJECTS_MAX];
    uint32_t count = subjects_of(before->study, subjects);
    for (uint32_t i = 0; i < count; i++) {
        sel_score a = sel_score_compute(&before->evidence, &before->world->model, subjects[i]);
        sel_score b = sel_score_compute(&after->evidence, &after->world->model, subjects[i]);
        for (uint32_t n = 0; n < indicators; n++)
            if (a.values[n].availability == SEL_AVAILABLE &&
                b.values[n].availability == SEL_AVAILABLE)
                compared += judge(list[n], &a.values[n], &b.values[n], seed);
    }
    return compared;
}

/* Whether nobody else tells of the programme of one record. */
static bool is_told_alone(const bench *one, sel_str id)
{
    const sel_study *study = one->study;
    uint32_t n = 0;
    while (!sel_str_equal(study->programmes[n].id, id))
        n++;
    const sel_undertaking *whole = &one->roster.undertakings[one->roster.undertaking_of[n]];
    return (whole->record != SEL_NONE) + whole->statement_count + whole->teller_count == 1 &&
           sel_undertaking_record(whole) == n;
}

static unsigned is_narrower(const sel_indicator *indicator, const sel_indicator_value *before,
                            const sel_indicator_value *after, uint64_t seed)
{
    static const char on_accounts[] = "a2 a8 c6 c7 c8 d4 d6 d7";
    if (strstr(on_accounts, indicator->id) == NULL)
        return 0;
    ck_assert_msg(after->low >= before->low - 2e-9 && after->high <= before->high + 2e-9,
                  "seed %llu, %s: [%g, %g] then [%g, %g]", (unsigned long long)seed, indicator->id,
                  before->low, before->high, after->low, after->high);
    return 1;
}

/* What is said later of a programme, by the only one who speaks of it, was allowed for. c4 is left
 * out: an unknown conflict of interest does not cap it. */
START_TEST(an_account_only_narrows_the_bounds)
{
    unsigned compared = 0;
    for (uint64_t seed = 1; seed <= WORLDS / 2; seed++) {
        material *made = draw_material(seed);
        uint64_t state = seed * 104729;
        uint32_t n = seeded_below(&state, RECORDS);
        sel_account later =
            made->records[n].account == NULL ? sel_account_blank() : made->accounts[n];
        bench before = open_bench(made, in_order());
        account_complete(&state, &later);
        made->accounts[n] = later;
        made->records[n].account = &made->accounts[n];
        bench after = open_bench(made, in_order());
        evaluate_bench(&before);
        evaluate_bench(&after);
        if (is_told_alone(&before, made->records[n].id) &&
            is_told_alone(&after, made->records[n].id))
            compared += compare_scores(&before, &after, seed, is_narrower);
        close_bench(&before);
        close_bench(&after);
        sel_memory_resize(made, 0, 1);
    }
    ck_assert_uint_gt(compared, WORLDS);
}
END_TEST

static unsigned is_no_worse(const sel_indicator *indicator, const sel_indicator_value *before,
                            const sel_indicator_value *after, uint64_t seed)
{
    if (indicator->role != SEL_SCORED || before->known != after->known || before->all != after->all)
        return 0;
    ck_assert_msg(after->value >= before->value - 2e-9, "seed %llu, %s: %g then %g",
                  (unsigned long long)seed, indicator->id, before->value, after->value);
    return 1;
}

/* The account of one programme, and whether its buying is tied, turned to the better. */
START_TEST(a_better_account_lowers_no_score)
{
    unsigned compared = 0;
    for (uint64_t seed = 1; seed <= WORLDS / 2; seed++) {
        material *made = draw_material(seed);
        uint64_t state = seed * 104723;
        uint32_t n = seeded_below(&state, RECORDS);
        sel_programme *record = &made->records[n];
        const char *home = record->recipient_count == 1 ? record->recipients[0].code.ptr : NULL;
        bench before = open_bench(made, in_order());
        made->accounts[n] = account_improved(&made->accounts[n], home);
        if (record->tied != SEL_TIED_UNKNOWN)
            record->tied = SEL_TIED_UNTIED;
        bench after = open_bench(made, in_order());
        evaluate_bench(&before);
        evaluate_bench(&after);
        compared += compare_scores(&before, &after, seed, is_no_worse);
        close_bench(&before);
        close_bench(&after);
        sel_memory_resize(made, 0, 1);
    }
    ck_assert_uint_gt(compared, WORLDS * 10);
}
END_TEST

/* Every party of a record one rung up the ladder: the breadth of those who take part and the part
 * of operators never fall. */
START_TEST(a_deeper_role_lowers_nothing)
{
    unsigned compared = 0;
    const uint32_t numbers[] = {sel_indicator_number(SEL_STR("d1")),
                                sel_indicator_number(SEL_STR("d3"))};
    for (uint64_t seed = 1; seed <= WORLDS; seed++) {
        material *made = draw_material(seed);
        draw from = {seed * 15485863};
        uint32_t record = below(&from, RECORDS);
        bench before = open_bench(made, in_order());
        for (uint32_t i = 0; i < made->records[record].party_count; i++) {
            sel_party *party = &made->parties[record][i];
            if (party->ladder != SEL_UNKNOWN && party->ladder < SEL_LADDER_CO_GOVERN)
                party->ladder += 1;
        }
        bench after = open_bench(made, in_order());
        evaluate_bench(&before);
        evaluate_bench(&after);
        sel_subject subjects[SUBJECTS_MAX];
        uint32_t count = subjects_of(before.study, subjects);
        for (uint32_t i = 0; i < count; i++) {
            sel_score a = sel_score_compute(&before.evidence, &before.world->model, subjects[i]);
            sel_score b = sel_score_compute(&after.evidence, &after.world->model, subjects[i]);
            for (size_t n = 0; n < sizeof numbers / sizeof numbers[0]; n++) {
                const sel_indicator_value *x = &a.values[numbers[n]];
                const sel_indicator_value *y = &b.values[numbers[n]];
                if (x->availability != SEL_AVAILABLE || y->availability != SEL_AVAILABLE)
                    continue;
                ck_assert_msg(y->value >= x->value - 2e-9, "seed %llu, value %zu: %g then %g",
                              (unsigned long long)seed, n, x->value, y->value);
                compared += 1;
            }
        }
        close_bench(&before);
        close_bench(&after);
        sel_memory_resize(made, 0, 1);
    }
    ck_assert_uint_gt(compared, WORLDS * 10);
}
END_TEST

/* The indicators that rest on needs and supply occur: what holds of them is not held of nothing. */
START_TEST(needs_and_supply_are_compared)
{
    static const char *const ids[] = {"a4", "b3", "b4", "b5", "b6", "c1", "d3"};
    enum { IDS = sizeof ids / sizeof ids[0] };
    unsigned seen[IDS] = {0};
    for (uint64_t seed = 1; seed <= WORLDS; seed++) {
        material *made = draw_material(seed);
        bench one = open_bench(made, in_order());
        evaluate_bench(&one);
        sel_score score = sel_score_compute(&one.evidence, &one.world->model,
                                            (sel_subject){SEL_LEVEL_PORTFOLIO, 0});
        for (int n = 0; n < IDS; n++) {
            uint32_t number = sel_indicator_number(sel_str_of(ids[n]));
            seen[n] += score.values[number].availability == SEL_AVAILABLE;
        }
        close_bench(&one);
        sel_memory_resize(made, 0, 1);
    }
    for (int n = 0; n < IDS; n++)
        ck_assert_msg(seen[n] >= 5, "%s: %u", ids[n], seen[n]);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {bounds_contain_values_and_order_leaves_no_trace,
                            a_need_of_nought_changes_no_score,
                            an_answer_only_narrows_the_bounds,
                            an_account_only_narrows_the_bounds,
                            a_better_account_lowers_no_score,
                            a_deeper_role_lowers_nothing,
                            needs_and_supply_are_compared,
                            NULL};
    return run_tests("principle properties", tests);
}
