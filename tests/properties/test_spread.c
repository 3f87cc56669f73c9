/** test_spread.c - shares of donors and what rests on them, beside a computation in floating point
 *  that goes programme by programme and shares no code with the engine. */
#include "check_suite.h"
#include "random_study.h"

#include <math.h>

enum { STUDIES = 300, RECIPIENTS = 3, CAPABILITIES = 3, DONORS = 6, ALL_PAIRS = 100 };

static const random_traits traits = {.programmes = 20,
                                     .recipients = RECIPIENTS,
                                     .capabilities = CAPABILITIES,
                                     .donors = DONORS,
                                     .links = 20,
                                     .date_room = 30};
static const double tolerance = 1e-5; /* what is left over of joint amounts goes to the first */

/** Amount by recipient, capability and donor. */
typedef struct amounts {
    double of[RECIPIENTS][CAPABILITIES][DONORS];
} amounts;

static bool may_run(const sel_study_programme *p, sel_day day)
{
    return p->dated && p->status != SEL_STATUS_CANCELLED && p->status != SEL_STATUS_SUSPENDED &&
           day >= p->start_low && day < p->end_high;
}

static amounts add_up(const sel_study *study, const bool *counted)
{
    amounts all = {0};
    for (uint32_t p = 0; p < study->programme_count; p++) {
        const sel_study_programme *programme = &study->programmes[p];
        double days = 0;
        for (sel_day day = study->window_start; day < study->window_end; day++)
            days += counted[p] && may_run(programme, day);
        for (uint32_t i = 0; i < programme->place_count; i++)
            for (uint32_t n = 0; n < programme->donor_count; n++)
                all.of[programme->places[i].recipient][programme->places[i].capability]
                      [programme->donors[n]] +=
                    days * programme->places[i].effort_high / programme->donor_count;
    }
    return all;
}

static double at(const amounts *all, uint32_t r, uint32_t d)
{
    double sum = 0;
    for (uint32_t k = 0; k < CAPABILITIES; k++)
        sum += all->of[r][k][d];
    return sum;
}

static double by_donor(const amounts *all, uint32_t d)
{
    double sum = 0;
    for (uint32_t r = 0; r < RECIPIENTS; r++)
        sum += at(all, r, d);
    return sum;
}

static double by_recipient(const amounts *all, uint32_t r)
{
    double sum = 0;
    for (uint32_t d = 0; d < DONORS; d++)
        sum += at(all, r, d);
    return sum;
}

static void check_recipient(const amounts *all, const sel_recipient_spread *spread)
{
    double whole = by_recipient(all, spread->recipient);
    ck_assert_double_eq_tol((double)spread->supply, whole, 1e-9 * whole + 100);
    if (spread->supply == 0)
        return;
    double squares = 0;
    double theil = 0;
    bool helped[CAPABILITIES] = {false};
    for (uint32_t d = 0; d < DONORS; d++) {
        double share = at(all, spread->recipient, d) / whole;
        squares += share * share;
        for (uint32_t k = 0; k < CAPABILITIES; k++)
            helped[k] |= all->of[spread->recipient][k][d] > 0;
    }
    int capabilities = 0;
    for (uint32_t k = 0; k < CAPABILITIES; k++)
        capabilities += helped[k];
    for (uint32_t d = 0; d < DONORS; d++)
        for (uint32_t k = 0; k < CAPABILITIES; k++) {
            double share = all->of[spread->recipient][k][d] / whole;
            if (share > 0)
                theil += share * log(share * capabilities * spread->donors);
        }
    ck_assert_uint_eq(spread->capabilities, (unsigned)capabilities);
    ck_assert_double_eq_tol(spread->concentration, squares, tolerance);
    ck_assert_double_eq_tol(spread->theil.total, theil, tolerance);
    ck_assert_double_eq_tol(spread->theil.between + spread->theil.within, spread->theil.total,
                            1e-12);
    ck_assert(spread->theil.between > -1e-12 && spread->theil.within > -1e-12);
    ck_assert(spread->significant >= 1 && spread->significant <= spread->donors);
}

static double similarity(const amounts *all, uint32_t a, uint32_t b)
{
    double common = 0;
    for (uint32_t r = 0; r < RECIPIENTS; r++)
        for (uint32_t k = 0; k < CAPABILITIES; k++)
            common +=
                fmin(all->of[r][k][a] / by_donor(all, a), all->of[r][k][b] / by_donor(all, b));
    return common;
}

static void check_pairs(const amounts *all, const sel_fragmentation *found)
{
    uint64_t in_common = 0;
    for (uint32_t a = 0; a < DONORS; a++)
        for (uint32_t b = a + 1; b < DONORS; b++) {
            if (by_donor(all, a) <= 0 || by_donor(all, b) <= 0 || similarity(all, a, b) <= 0)
                continue;
            in_common++;
            bool listed = false;
            for (uint32_t i = 0; i < found->pair_count; i++) {
                const sel_donor_pair *pair = &found->pairs[i];
                if (pair->a != a || pair->b != b)
                    continue;
                listed = true;
                ck_assert_double_eq_tol(pair->similarity_ppm / 1e6, similarity(all, a, b),
                                        tolerance);
            }
            ck_assert(listed);
        }
    ck_assert_uint_eq(found->pairs_in_common, in_common);
    ck_assert_uint_eq(found->pair_count, in_common);
}

static sel_fragmentation compute(const sel_study *study, const bool **counted, sel_arena *arena)
{
    *counted = sel_records_compute(study, arena).counted;
    return sel_fragmentation_compute(study, *counted, ALL_PAIRS, arena);
}

START_TEST(equal_to_adding_up)
{
    for (uint64_t seed = 1; seed <= STUDIES; seed++) {
        sel_arena *arena = sel_arena_create();
        random_source source = {seed};
        const sel_model model = random_model();
        sel_study study = random_study(&source, &traits, &model, arena);
        const bool *counted;
        sel_fragmentation found = compute(&study, &counted, arena);
        amounts all = add_up(&study, counted);
        uint32_t given = 0;
        for (uint32_t i = 0; i < found.recipient_count; i++) {
            check_recipient(&all, &found.recipients[i]);
            given += found.recipients[i].significant;
        }
        check_pairs(&all, &found);
        uint32_t taken = 0;
        for (uint32_t i = 0; i < found.donor_count; i++) {
            const sel_donor_spread *spread = &found.donors[i];
            double whole = by_donor(&all, spread->donor);
            ck_assert_double_eq_tol((double)spread->supply, whole, 1e-9 * whole + 100);
            taken += spread->significant;
        }
        ck_assert_uint_eq(given, taken); /* a relation has two sides */
        sel_arena_destroy(arena);
    }
}
END_TEST

/* What is given at a place by all donors, known and not, is its possible supply. */
START_TEST(shares_add_up_to_supply)
{
    for (uint64_t seed = 1; seed <= STUDIES; seed++) {
        sel_arena *arena = sel_arena_create();
        random_source source = {seed};
        const sel_model model = random_model();
        sel_study study = random_study(&source, &traits, &model, arena);
        sel_needs needs = sel_needs_compute(&study, arena);
        const bool *counted = sel_records_compute(&study, arena).counted;
        sel_supplies supplies = sel_supply_compute(&study, &needs, counted, arena);
        sel_donor_shares shares = sel_donor_shares_compute(&study, counted, arena);
        uint32_t next = 0;
        for (uint32_t i = 0; i < supplies.count; i++) {
            const sel_supply *place = &supplies.list[i];
            uint64_t sum = 0;
            for (; next < shares.count && shares.list[next].recipient == place->recipient &&
                   shares.list[next].capability == place->capability;
                 next++)
                sum += shares.list[next].amount;
            ck_assert_uint_eq(sum, place->high);
        }
        ck_assert_uint_eq(next, shares.count);
        sel_arena_destroy(arena);
    }
}
END_TEST

static void reverse(sel_study *study, bool *counted, sel_arena *arena)
{
    uint32_t count = study->programme_count;
    sel_study_programme *turned = sel_arena_array(arena, count, sizeof *turned);
    for (uint32_t p = 0; p < count; p++)
        turned[p] = study->programmes[count - 1 - p];
    for (uint32_t p = 0; p < count / 2; p++) {
        bool kept = counted[p];
        counted[p] = counted[count - 1 - p];
        counted[count - 1 - p] = kept;
    }
    study->programmes = turned;
}

static void check_same_supply(const sel_supply *a, const sel_supply *b)
{
    ck_assert_uint_eq(a->low, b->low);
    ck_assert_uint_eq(a->high, b->high);
    ck_assert_uint_eq(a->beyond_low, b->beyond_low);
    ck_assert_uint_eq(a->beyond_high, b->beyond_high);
    ck_assert_uint_eq(a->most_programmes_low, b->most_programmes_low);
    ck_assert_uint_eq(a->most_donors_high, b->most_donors_high);
    ck_assert_int_eq(a->days_high, b->days_high);
    ck_assert(a->effective_donors == b->effective_donors);
    ck_assert(a->concentration == b->concentration);
}

static void check_same_spread(const sel_fragmentation *a, const sel_fragmentation *b)
{
    ck_assert_uint_eq(a->recipient_count, b->recipient_count);
    ck_assert_uint_eq(a->donor_count, b->donor_count);
    ck_assert_uint_eq(a->pair_count, b->pair_count);
    for (uint32_t i = 0; i < a->recipient_count; i++) {
        ck_assert_uint_eq(a->recipients[i].supply, b->recipients[i].supply);
        ck_assert_uint_eq(a->recipients[i].significant, b->recipients[i].significant);
        ck_assert(a->recipients[i].concentration == b->recipients[i].concentration);
        ck_assert(a->recipients[i].theil.total == b->recipients[i].theil.total);
        ck_assert(a->recipients[i].median_size == b->recipients[i].median_size);
    }
    for (uint32_t i = 0; i < a->donor_count; i++) {
        ck_assert_uint_eq(a->donors[i].donor, b->donors[i].donor);
        ck_assert(a->donors[i].theil.within == b->donors[i].theil.within);
        ck_assert(a->donors[i].median_size == b->donors[i].median_size);
    }
    for (uint32_t i = 0; i < a->pair_count; i++) {
        ck_assert_uint_eq(a->pairs[i].a, b->pairs[i].a);
        ck_assert_uint_eq(a->pairs[i].b, b->pairs[i].b);
        ck_assert_uint_eq(a->pairs[i].similarity_ppm, b->pairs[i].similarity_ppm);
    }
}

/* Supply, shares and spreads do not depend on the order of programmes, to the last bit. */
START_TEST(order_leaves_no_trace)
{
    for (uint64_t seed = 1; seed <= STUDIES; seed++) {
        sel_arena *arena = sel_arena_create();
        random_source source = {seed};
        const sel_model model = random_model();
        sel_study study = random_study(&source, &traits, &model, arena);
        sel_needs needs = sel_needs_compute(&study, arena);
        const bool *kept = sel_records_compute(&study, arena).counted;
        bool *counted = sel_arena_array(arena, study.programme_count, sizeof *counted);
        memcpy(counted, kept, study.programme_count * sizeof *counted);
        sel_supplies supplies = sel_supply_compute(&study, &needs, counted, arena);
        sel_fragmentation found = sel_fragmentation_compute(&study, counted, ALL_PAIRS, arena);
        reverse(&study, counted, arena);
        sel_supplies again = sel_supply_compute(&study, &needs, counted, arena);
        sel_fragmentation turned = sel_fragmentation_compute(&study, counted, ALL_PAIRS, arena);
        ck_assert_uint_eq(supplies.count, again.count);
        for (uint32_t i = 0; i < supplies.count; i++)
            check_same_supply(&supplies.list[i], &again.list[i]);
        check_same_spread(&found, &turned);
        sel_arena_destroy(arena);
    }
}
END_TEST

/* Take donor `gone` for donor `kept` (< gone); in joint programmes of both it counts once. */
static void join_donors(sel_study_programme *programmes, uint32_t count, uint32_t kept,
                        uint32_t gone, sel_arena *arena)
{
    for (uint32_t p = 0; p < count; p++) {
        uint32_t *donors = sel_arena_array(arena, DONORS, sizeof *donors);
        uint32_t donor_count = 0;
        bool paid = false;
        for (uint32_t d = 0; d < DONORS; d++)
            for (uint32_t n = 0; n < programmes[p].donor_count; n++) {
                uint32_t donor = programmes[p].donors[n] == gone ? kept : programmes[p].donors[n];
                if (donor != d || (d == kept && paid))
                    continue;
                paid |= d == kept;
                donors[donor_count++] = d;
            }
        programmes[p].donors = donors;
        programmes[p].donor_count = donor_count;
    }
}

/* Two donors of one government taken for one: never less concentrated, where both are alone. */
START_TEST(joining_donors_concentrates)
{
    for (uint64_t seed = 1; seed <= STUDIES; seed++) {
        sel_arena *arena = sel_arena_create();
        random_source source = {seed};
        const sel_model model = random_model();
        sel_study study = random_study(&source, &traits, &model, arena);
        sel_study_programme *programmes =
            sel_arena_array(arena, study.programme_count, sizeof *programmes);
        memcpy(programmes, study.programmes, study.programme_count * sizeof *programmes);
        for (uint32_t p = 0; p < study.programme_count; p++)
            if (programmes[p].donor_count > 1)
                programmes[p].donor_count = 1; /* a joint programme may divide otherwise */
        study.programmes = programmes;
        const bool *counted = sel_records_compute(&study, arena).counted;
        sel_fragmentation apart = sel_fragmentation_compute(&study, counted, ALL_PAIRS, arena);
        sel_needs needs = sel_needs_compute(&study, arena);
        sel_supplies before = sel_supply_compute(&study, &needs, counted, arena);
        join_donors(programmes, study.programme_count, 1, 4, arena);
        sel_fragmentation joined = sel_fragmentation_compute(&study, counted, ALL_PAIRS, arena);
        sel_supplies after = sel_supply_compute(&study, &needs, counted, arena);
        ck_assert_uint_eq(apart.recipient_count, joined.recipient_count);
        for (uint32_t i = 0; i < apart.recipient_count; i++)
            ck_assert(joined.recipients[i].concentration >= apart.recipients[i].concentration);
        for (uint32_t i = 0; i < before.count; i++) {
            ck_assert(after.list[i].concentration >= before.list[i].concentration);
            ck_assert_uint_le(after.list[i].beyond_high, before.list[i].beyond_high);
            ck_assert_uint_le(after.list[i].most_donors_high, before.list[i].most_donors_high);
            ck_assert_uint_eq(after.list[i].high, before.list[i].high);
        }
        sel_arena_destroy(arena);
    }
}
END_TEST

int main(void)
{
    const TTest *tests[] = {equal_to_adding_up, shares_add_up_to_supply, order_leaves_no_trace,
                            joining_donors_concentrates, NULL};
    return run_tests("spread", tests);
}
