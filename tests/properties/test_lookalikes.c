/** test_lookalikes.c - records that look alike, found at their rare places and by their scope, are
 * those a double loop finds, and are put together as a plain clustering does; what people decided
 * wins.
 *
 * The double loop shares with the engine only the sum of the evidence, whose terms are computed by
 * hand in tests/unit/analysis/test_resemblance.c. */
#include "check_suite.h"
#include "random_study.h"

#include "analysis/lookalike.h"
#include "analysis/resemblance.h"

#include <omp.h>

enum { STUDIES = 300, MOST = 60, REGISTERS = 4 };

enum { NOTHING, REVIEW, SAME };

/* What a double loop finds of each pair. */
typedef struct finding {
    int grade;
    int32_t sum;
} finding;

typedef finding findings[MOST][MOST];

static bool near(sel_day a, sel_day b, int32_t days)
{
    return abs(a - b) <= days;
}

static uint64_t effort(const sel_study_programme *p)
{
    uint64_t sum = 0;
    for (uint32_t i = 0; i < p->place_count; i++)
        sum += p->places[i].effort_high;
    return sum;
}

static uint64_t shared_effort(const sel_study_programme *a, const sel_study_programme *b)
{
    uint64_t sum = 0;
    for (uint32_t i = 0; i < a->place_count; i++)
        for (uint32_t j = 0; j < b->place_count; j++)
            if (a->places[i].recipient == b->places[j].recipient &&
                a->places[i].capability == b->places[j].capability)
                sum += a->places[i].effort_high < b->places[j].effort_high
                           ? a->places[i].effort_high
                           : b->places[j].effort_high;
    return sum;
}

static bool reaches(const sel_study_programme *p, uint32_t recipient)
{
    for (uint32_t i = 0; i < p->place_count; i++)
        if (p->places[i].recipient == recipient)
            return true;
    return false;
}

static bool same_recipients(const sel_study_programme *a, const sel_study_programme *b)
{
    for (uint32_t recipient = 0; recipient < 16; recipient++)
        if (reaches(a, recipient) != reaches(b, recipient))
            return false;
    return true;
}

static bool share_donor(const sel_study_programme *a, const sel_study_programme *b)
{
    for (uint32_t i = 0; i < a->donor_count; i++)
        for (uint32_t j = 0; j < b->donor_count; j++)
            if (a->donors[i] == b->donors[j])
                return true;
    return false;
}

static bool share_implementer(const sel_study_programme *a, const sel_study_programme *b)
{
    for (uint32_t i = 0; i < a->party_count; i++)
        for (uint32_t j = 0; j < b->party_count; j++)
            if (a->parties[i].organisation == b->parties[j].organisation)
                return true;
    return false;
}

/* Days that may be common, and the longest either may be. */
static int32_t common_days(const sel_study_programme *a, const sel_study_programme *b)
{
    int32_t days = 0;
    for (sel_day day = a->start_low; day < a->end_high; day++)
        days += day >= b->start_low && day < b->end_high;
    return days;
}

/* What titles say, read with an arena of the caller. */
typedef struct said {
    bool alike;
    bool same_numbers;
} said;

static said what_titles_say(const sel_study_programme *a, const sel_study_programme *b,
                            sel_arena *arena)
{
    sel_title x = sel_title_read(a->title, arena);
    sel_title y = sel_title_read(b->title, arena);
    sel_title_numbers numbers = sel_title_compare_numbers(&x, &y);
    return (said){sel_title_likeness_ppm(&x, &y) >= 600000,
                  numbers == SEL_NUMBERS_NONE || numbers == SEL_NUMBERS_SAME};
}

/* At least three recipients, the same, and starts that may be within 62 days. */
static bool one_project(const sel_study_programme *a, const sel_study_programme *b, said titles)
{
    uint32_t recipients = 0;
    for (uint32_t recipient = 0; recipient < 16; recipient++)
        recipients += reaches(a, recipient);
    bool starts_meet = false;
    for (sel_day x = a->start_low; x <= a->start_high; x++)
        starts_meet |= x >= b->start_low - 62 && x <= b->start_high + 62;
    return a->dated && b->dated && starts_meet && recipients >= 3 && same_recipients(a, b) &&
           share_donor(a, b) && share_implementer(a, b) && titles.alike && titles.same_numbers;
}

static bool ends_near(const sel_study_programme *a, const sel_study_programme *b)
{
    return near(a->end_low, b->end_low, 122) && near(a->end_high, b->end_high, 122);
}

static bool one_structure(const sel_study_programme *a, const sel_study_programme *b, said titles)
{
    if (!a->dated || !b->dated)
        return false;
    int32_t length_a = a->end_high - a->start_low;
    int32_t length_b = b->end_high - b->start_low;
    uint64_t whole = effort(a) > effort(b) ? effort(a) : effort(b);
    bool known = a->donor_count > 0 && b->donor_count > 0;
    return near(a->start_low, b->start_low, 62) && near(a->start_high, b->start_high, 62) &&
           2 * common_days(a, b) >= (length_a > length_b ? length_a : length_b) && whole > 0 &&
           shared_effort(a, b) * 10 >= whole * 7 &&
           (!known || share_donor(a, b) || share_implementer(a, b)) &&
           (ends_near(a, b) || (same_recipients(a, b) && share_donor(a, b) && titles.alike));
}

static bool imprecise(const sel_study_programme *p)
{
    return !p->dated || p->start_high - p->start_low > 31 || p->end_high - p->end_low > 31;
}

static bool one_scope(const sel_study_programme *a, const sel_study_programme *b, said titles)
{
    bool may_meet = !a->dated || !b->dated || common_days(a, b) > 0;
    return (imprecise(a) || imprecise(b)) && may_meet && a->place_count > 0 && b->place_count > 0 &&
           same_recipients(a, b) && share_donor(a, b) && titles.alike && titles.same_numbers;
}

static bool linked(const sel_study *study, uint32_t a, uint32_t b)
{
    return sel_study_link_between(study, a, b) != NULL ||
           sel_study_link_between(study, b, a) != NULL;
}

/* What keeps two from being joined although the evidence is strong enough. */
static bool held(const sel_study_programme *a, const sel_study_programme *b,
                 const sel_resemblance *r)
{
    sel_finding_of_pair title = (sel_finding_of_pair)r->traits[SEL_TRAIT_TITLE].found;
    bool strong = r->sum >= 800;
    bool told = r->traits[SEL_TRAIT_SIGNS].found != SEL_FOUND_NOTHING ||
                r->traits[SEL_TRAIT_ID].found != SEL_FOUND_NOTHING ||
                r->traits[SEL_TRAIT_MONEY].found == SEL_FOUND_MONEY_SAME;
    bool both = a->party_count > 0 && b->party_count > 0;
    return r->traits[SEL_TRAIT_NUMBERS].found == SEL_FOUND_NUMBERS_OTHER ||
           (both && !share_implementer(a, b)) ||
           (a->register_name.len > 0 && sel_str_equal(a->register_name, b->register_name)) ||
           title == SEL_FOUND_TITLE_UNLIKE || title == SEL_FOUND_TITLE_OTHER ||
           (!share_donor(a, b) && !share_implementer(a, b)) ||
           (!share_donor(a, b) && !strong && a->donor_count > 0 && b->donor_count > 0) ||
           ((title == SEL_FOUND_NOTHING || title == SEL_FOUND_TITLE_FOREIGN) &&
            !(strong && told)) ||
           r->sum < 425;
}

static finding expect_pair(const sel_study *study, const sel_rarity *rarity, uint32_t i, uint32_t j,
                           sel_arena *arena)
{
    const sel_study_programme *a = &study->programmes[i];
    const sel_study_programme *b = &study->programmes[j];
    said titles = what_titles_say(a, b, arena);
    bool structure = one_structure(a, b, titles);
    if (linked(study, i, j) || (!structure && !one_scope(a, b, titles)))
        return (finding){NOTHING, 0};
    sel_resemblance r = sel_resemblance_of(study, rarity, i, j);
    if (r.sum < 0)
        return (finding){NOTHING, r.sum};
    bool dates = structure && ends_near(a, b);
    bool joined = (dates || one_project(a, b, titles)) && !held(a, b, &r);
    return (finding){joined ? SAME : REVIEW, r.sum};
}

static void expect_all(const sel_study *study, const sel_rarity *rarity, findings all)
{
    sel_arena *arena = sel_arena_create();
    for (uint32_t i = 0; i < study->programme_count; i++)
        for (uint32_t j = 0; j < study->programme_count; j++) {
            sel_arena_reset(arena);
            all[i][j] = i == j ? (finding){NOTHING, 0} : expect_pair(study, rarity, i, j, arena);
        }
    sel_arena_destroy(arena);
}

static void check_pairs(const sel_study *study, const sel_lookalikes *pairs, findings all,
                        uint64_t *counts)
{
    uint32_t wanted = 0;
    for (uint32_t i = 0; i < study->programme_count; i++)
        for (uint32_t j = i + 1; j < study->programme_count; j++) {
            const sel_lookalike *pair = sel_lookalikes_between(pairs, j, i);
            ck_assert_int_eq(all[i][j].grade, all[j][i].grade);
            ck_assert_int_eq(all[i][j].sum, all[j][i].sum);
            ck_assert_int_eq(pair != NULL, all[i][j].grade != NOTHING);
            counts[all[i][j].grade]++;
            if (pair == NULL)
                continue;
            wanted++;
            ck_assert_int_eq(pair->same, all[i][j].grade == SAME);
            ck_assert_int_eq(pair->sum, all[i][j].sum);
        }
    ck_assert_uint_eq(pairs->count, wanted);
}

/* Number of each record's group by a plain clustering: the strongest pair first, and only when all
 * of both groups are or may be the same and no register is twice in it. */
static void cluster(const sel_study *study, findings all, uint32_t *group)
{
    uint32_t count = study->programme_count;
    bool tried[MOST][MOST] = {{false}};
    for (uint32_t p = 0; p < count; p++)
        group[p] = p;
    for (;;) {
        uint32_t a = SEL_NONE;
        uint32_t b = SEL_NONE;
        for (uint32_t i = 0; i < count; i++)
            for (uint32_t j = i + 1; j < count; j++)
                if (all[i][j].grade == SAME && !tried[i][j] &&
                    (a == SEL_NONE || all[i][j].sum > all[a][b].sum)) {
                    a = i;
                    b = j;
                }
        if (a == SEL_NONE)
            return;
        tried[a][b] = true;
        uint32_t from = group[b];
        bool agree = true;
        for (uint32_t i = 0; i < count; i++)
            for (uint32_t j = 0; j < count; j++) {
                const sel_str *x = &study->programmes[i].register_name;
                const sel_str *y = &study->programmes[j].register_name;
                if (group[i] == group[a] && group[j] == from && group[a] != from)
                    agree = agree && all[i][j].grade != NOTHING &&
                            (x->len == 0 || !sel_str_equal(*x, *y));
            }
        for (uint32_t i = 0; agree && i < count; i++)
            group[i] = group[i] == from ? group[a] : group[i];
    }
}

static void check_groups(const sel_study *study, const sel_records *records, findings all)
{
    uint32_t group[MOST];
    cluster(study, all, group);
    for (uint32_t i = 0; i < study->programme_count; i++)
        for (uint32_t j = 0; j < study->programme_count; j++)
            ck_assert_int_eq(records->told_by[i] == records->told_by[j], group[i] == group[j]);
}

/* A random study, some of its records in registers and with codes in their titles. */
static sel_study some_study(random_source *source, const sel_model *model, sel_arena *arena)
{
    static const char *const registers[REGISTERS] = {"", "aid", "cybil", "itu"};
    random_traits traits = {.programmes = 1 + random_below(source, MOST),
                            .recipients = 1 + random_below(source, 3),
                            .capabilities = 1 + random_below(source, 2),
                            .donors = 2,
                            .titles = 1 + random_below(source, 3),
                            .date_room = random_chance(source, 50) ? 100 : 5};
    sel_study study = random_study(source, &traits, model, arena);
    sel_study_programme *programmes =
        sel_arena_array(arena, study.programme_count, sizeof *programmes);
    memcpy(programmes, study.programmes, study.programme_count * sizeof *programmes);
    bool some = random_chance(source, 60);
    for (uint32_t p = 0; p < study.programme_count; p++) {
        if (some)
            programmes[p].register_name = sel_str_of(registers[random_below(source, REGISTERS)]);
        if (random_chance(source, 20))
            programmes[p].title =
                sel_str_printf(arena, "%.*s GI-%u", SEL_STR_ARG(programmes[p].title),
                               (unsigned)(14 + random_below(source, 3)));
    }
    study.programmes = programmes;
    return study;
}

START_TEST(places_and_scopes_find_what_a_double_loop_finds)
{
    static findings all;
    random_source source = {6};
    const sel_model model = random_model();
    uint64_t counts[SAME + 1] = {0};
    for (int round = 0; round < STUDIES; round++) {
        sel_arena *arena = sel_arena_create();
        sel_study study = some_study(&source, &model, arena);
        sel_rarity rarity = sel_rarity_count(&study, arena);
        bool wanted[MOST];
        memset(wanted, true, sizeof wanted);
        expect_all(&study, &rarity, all);
        sel_lookalikes pairs = sel_lookalikes_find(&study, &rarity, wanted, arena);
        check_pairs(&study, &pairs, all, counts);
        sel_records records = sel_records_compute(&study, arena);
        check_groups(&study, &records, all);
        sel_arena_destroy(arena);
    }
    ck_assert_uint_gt(counts[SAME], 100); /* the studies do put it to the test */
    ck_assert_uint_gt(counts[REVIEW], 1000);
}
END_TEST

/* The same records in another order: the same pairs with the same evidence. */
START_TEST(the_order_of_records_leaves_no_trace)
{
    random_source source = {7};
    const sel_model model = random_model();
    for (int round = 0; round < STUDIES; round++) {
        sel_arena *arena = sel_arena_create();
        sel_study study = some_study(&source, &model, arena);
        uint32_t count = study.programme_count;
        sel_study_programme *shuffled = sel_arena_array(arena, count, sizeof *shuffled);
        for (uint32_t p = 0; p < count; p++)
            shuffled[count - 1 - p] = study.programmes[p];
        sel_study other = study;
        other.programmes = shuffled;
        bool wanted[MOST];
        memset(wanted, true, sizeof wanted);
        sel_rarity rarity = sel_rarity_count(&study, arena);
        sel_rarity other_rarity = sel_rarity_count(&other, arena);
        sel_lookalikes pairs = sel_lookalikes_find(&study, &rarity, wanted, arena);
        sel_lookalikes others = sel_lookalikes_find(&other, &other_rarity, wanted, arena);
        ck_assert_uint_eq(pairs.count, others.count);
        for (uint32_t i = 0; i < pairs.count; i++) {
            const sel_lookalike *pair = &pairs.list[i];
            const sel_lookalike *twin =
                sel_lookalikes_between(&others, count - 1 - pair->a, count - 1 - pair->b);
            ck_assert_ptr_nonnull(twin);
            ck_assert_int_eq(twin->sum, pair->sum);
            ck_assert_str_eq(twin->reason, pair->reason);
        }
        sel_arena_destroy(arena);
    }
}
END_TEST

/* A few decisions about random pairs, more about pairs that were joined; ascending, each pair once.
 */
static uint32_t decide_at_random(random_source *source, const sel_study *study,
                                 const sel_records *before, sel_record_decision *list)
{
    uint32_t count = 0;
    for (uint32_t a = 0; a < study->programme_count; a++)
        for (uint32_t b = a + 1; b < study->programme_count; b++)
            if (count < MOST &&
                random_chance(source, before->told_by[a] == before->told_by[b] ? 40 : 2))
                list[count++] =
                    (sel_record_decision){a, b, (sel_record_verdict)random_below(source, 3)};
    return count;
}

START_TEST(decisions_win)
{
    random_source source = {8};
    const sel_model model = random_model();
    uint64_t kept_apart = 0;
    for (int round = 0; round < STUDIES; round++) {
        sel_arena *arena = sel_arena_create();
        sel_study study = some_study(&source, &model, arena);
        sel_records before = sel_records_compute(&study, arena);
        sel_record_decision list[MOST];
        study.decision_count = decide_at_random(&source, &study, &before, list);
        study.decisions = list;
        sel_records records = sel_records_compute(&study, arena);
        for (uint32_t i = 0; i < study.decision_count; i++) {
            const sel_record_decision *d = &list[i];
            bool one = records.told_by[d->a] == records.told_by[d->b];
            if (d->verdict != SEL_RECORDS_SAME) {
                ck_assert(!one);
                kept_apart += before.told_by[d->a] == before.told_by[d->b];
            } else if (!one) { /* only another decision keeps them apart */
                const sel_record_decision *other = sel_records_decision(&records, d->a, d->b);
                ck_assert_ptr_nonnull(other);
                ck_assert_int_ne(other->verdict, SEL_RECORDS_SAME);
            }
        }
        for (uint32_t i = 0; i < records.same_count; i++) /* what is decided does not wait */
            ck_assert(records.same[i].certain ||
                      sel_records_decision(&records, records.same[i].kept, records.same[i].other) ==
                          NULL);
        sel_arena_destroy(arena);
    }
    ck_assert_uint_gt(kept_apart, 20);
}
END_TEST

/* Enough records that the work is dealt to threads. */
START_TEST(threads_leave_no_trace)
{
    random_source source = {9};
    const sel_model model = random_model();
    const random_traits traits = {.programmes = 6000,
                                  .recipients = 6,
                                  .capabilities = 3,
                                  .donors = 6,
                                  .titles = 300,
                                  .date_room = 40};
    sel_arena *arena = sel_arena_create();
    sel_study study = random_study(&source, &traits, &model, arena);
    omp_set_num_threads(1);
    sel_records one = sel_records_compute(&study, arena);
    omp_set_num_threads(3);
    sel_records three = sel_records_compute(&study, arena);
    ck_assert_uint_gt(one.same_count, 50);
    ck_assert_uint_eq(one.same_count, three.same_count);
    for (uint32_t i = 0; i < one.same_count; i++) {
        const sel_same_record *x = &one.same[i];
        const sel_same_record *y = &three.same[i];
        ck_assert_uint_eq(x->kept, y->kept);
        ck_assert_uint_eq(x->other, y->other);
        ck_assert_int_eq(x->sum, y->sum);
        ck_assert_str_eq(x->reason, y->reason);
    }
    ck_assert_mem_eq(one.told_by, three.told_by, study.programme_count * sizeof *one.told_by);
    ck_assert_uint_eq(one.succession_count, three.succession_count);
    ck_assert_uint_eq(one.rarity.rare_count, three.rarity.rare_count);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {threads_leave_no_trace, places_and_scopes_find_what_a_double_loop_finds,
                            the_order_of_records_leaves_no_trace, decisions_win, NULL};
    return run_tests("lookalikes", tests);
}
