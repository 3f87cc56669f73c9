/** test_statistics.c - what holds for any input: the order of the input leaves no trace, values
 * stay in their range, and more of something never counts as less of it. */
#include "random_study.h"

#include "check_suite.h"

#include <math.h>
#include <string.h>

enum { ROUNDS = 400, MOST = 40 };

START_TEST(intervals_hold_the_share_and_narrow)
{
    random_source source = {1};
    for (int round = 0; round < ROUNDS; round++) {
        uint64_t known = 1 + random_below(&source, 500);
        uint64_t met = random_below(&source, (uint32_t)known + 1);
        double share = (double)met / (double)known;
        double low;
        double high;
        double exact_low;
        double exact_high;
        ck_assert(sel_wilson(met, known, &low, &high));
        ck_assert(sel_clopper_pearson(met, known, &exact_low, &exact_high));
        ck_assert(low >= 0 && low <= share && share <= high && high <= 1 && low < high);
        ck_assert(exact_low >= 0 && exact_low <= share && share <= exact_high && exact_high <= 1);
        double other_low;
        double other_high;
        sel_wilson(known - met, known, &other_low, &other_high);
        ck_assert_double_eq_tol(other_low, 1 - high, 1e-14);
        sel_wilson(met * 3, known * 3, &other_low, &other_high);
        ck_assert(other_high - other_low < high - low);
        sel_clopper_pearson(met * 3, known * 3, &other_low, &other_high);
        ck_assert(other_high - other_low < exact_high - exact_low);
        sel_wilson_share(share, (double)known, &other_low, &other_high);
        ck_assert(other_low == low && other_high == high);
    }
}
END_TEST

/* Clopper and Pearson's ends leave 2.5 % of the binomial distribution beyond them. */
START_TEST(exact_ends_leave_a_fortieth)
{
    random_source source = {2};
    for (int round = 0; round < ROUNDS; round++) {
        uint32_t known = 1 + random_below(&source, 60);
        uint32_t met = 1 + random_below(&source, known);
        double low;
        double high;
        sel_clopper_pearson(met, known, &low, &high);
        double tail = 0;
        for (uint32_t k = met; k <= known; k++)
            tail += exp(lgamma(known + 1.) - lgamma(k + 1.) - lgamma(known - k + 1.) +
                        k * log(low) + (known - k) * log1p(-low));
        ck_assert_double_eq_tol(tail, .025, 1e-11);
    }
}
END_TEST

START_TEST(entropy_by_any_order_and_in_range)
{
    random_source source = {3};
    for (int round = 0; round < ROUNDS; round++) {
        uint32_t count = 2 + random_below(&source, MOST - 2);
        uint64_t amounts[MOST];
        uint64_t turned[MOST];
        uint32_t order[MOST];
        random_order(&source, order, count);
        for (uint32_t i = 0; i < count; i++)
            amounts[i] = random_chance(&source, 30) ? 0 : random_bits(&source) >> 30;
        amounts[0] += 1;
        for (uint32_t i = 0; i < count; i++)
            turned[order[i]] = amounts[i];
        double entropy;
        double again;
        ck_assert(sel_entropy(amounts, count, &entropy) && sel_entropy(turned, count, &again));
        ck_assert(entropy == again && entropy >= 0 && entropy <= 1);
        double effective = sel_effective_number(amounts, count);
        ck_assert(effective == sel_effective_number(turned, count));
        ck_assert(effective >= 1 && effective <= count);
        ck_assert(effective <= pow(count, entropy) * (1 + 1e-12)); /* Hill numbers fall */
    }
}
END_TEST

/* Moving an amount from a larger category to a smaller one, not past it. */
START_TEST(evening_out_raises_entropy)
{
    random_source source = {4};
    for (int round = 0; round < ROUNDS; round++) {
        uint64_t amounts[5];
        for (int i = 0; i < 5; i++)
            amounts[i] = 10 + random_below(&source, 1000);
        amounts[1] = amounts[0] + 20;
        double before;
        double after;
        ck_assert(sel_entropy(amounts, 5, &before));
        double effective = sel_effective_number(amounts, 5);
        amounts[0] += 5;
        amounts[1] -= 5;
        ck_assert(sel_entropy(amounts, 5, &after));
        ck_assert(after > before && sel_effective_number(amounts, 5) > effective);
    }
}
END_TEST

static sel_stratum random_stratum(random_source *source)
{
    sel_stratum stratum = {.members = random_below(source, 12), .others = random_below(source, 12)};
    stratum.met = random_below(source, stratum.members + 1);
    stratum.others_met = random_below(source, stratum.others + 1);
    return stratum;
}

START_TEST(risk_difference_by_any_order_and_sides)
{
    random_source source = {12};
    for (int round = 0; round < ROUNDS; round++) {
        uint32_t count = 1 + random_below(&source, 9);
        sel_stratum strata[10];
        sel_stratum turned[10];
        sel_stratum swapped[10];
        uint32_t order[10];
        random_order(&source, order, count);
        for (uint32_t i = 0; i < count; i++) {
            sel_stratum s = strata[i] = random_stratum(&source);
            turned[order[i]] = s;
            swapped[i] = (sel_stratum){s.others_met, s.others, s.met, s.members};
        }
        sel_risk_difference found = {0};
        sel_risk_difference again = {0};
        bool available = sel_risk_difference_of(strata, count, &found);
        ck_assert(sel_risk_difference_of(turned, count, &again) == available);
        ck_assert(found.difference == again.difference && found.error == again.error);
        ck_assert(found.p == again.p);
        ck_assert(fabs(found.difference) <= 1 && found.error >= 0 && found.p >= 0 && found.p <= 1);
        ck_assert(sel_risk_difference_of(swapped, count, &again) == available);
        ck_assert_double_eq_tol(again.difference, -found.difference, 1e-13);
        ck_assert_double_eq_tol(again.error, found.error, 1e-7);
        ck_assert_double_eq_tol(again.p, found.p, 1e-9);
    }
}
END_TEST

START_TEST(holm_keeps_order_and_never_lowers)
{
    random_source source = {13};
    for (int round = 0; round < ROUNDS; round++) {
        uint32_t count = 1 + random_below(&source, MOST - 1);
        double p[MOST];
        double adjusted[MOST];
        for (uint32_t i = 0; i < count; i++)
            p[i] = random_below(&source, 20) / 100.;
        sel_holm(p, count, adjusted);
        for (uint32_t i = 0; i < count; i++) {
            ck_assert(adjusted[i] >= p[i] && adjusted[i] <= 1);
            for (uint32_t j = 0; j < count; j++)
                ck_assert(p[i] > p[j] || adjusted[i] <= adjusted[j]);
        }
    }
}
END_TEST

static bool mean_of(const void *data, const uint32_t *items, uint32_t count, double *value)
{
    const double *values = data;
    double sum = 0;
    for (uint32_t i = 0; i < count; i++)
        sum += values[items[i]];
    *value = sum / count;
    return true;
}

/* Defined for samples without the first item only. */
static bool without_first(const void *data, const uint32_t *items, uint32_t count, double *value)
{
    for (uint32_t i = 0; i < count; i++)
        if (items[i] == 0)
            return false;
    return mean_of(data, items, count, value);
}

static bool never(const void *data, const uint32_t *items, uint32_t count, double *value)
{
    (void)data;
    (void)items;
    (void)count;
    (void)value;
    return false;
}

START_TEST(bootstrap_by_any_number_of_threads)
{
    random_source source = {14};
    double values[30];
    for (int i = 0; i < 30; i++)
        values[i] = random_share(&source);
    sel_bootstrap_plan plan = {.items = 30, .draws = 1999, .seed = 5, .threads = 1};
    sel_bootstrap one;
    ck_assert(sel_bootstrap_of(&plan, mean_of, values, &one));
    for (plan.threads = 2; plan.threads < 6; plan.threads++) {
        sel_bootstrap many;
        ck_assert(sel_bootstrap_of(&plan, mean_of, values, &many));
        ck_assert(one.low == many.low && one.high == many.high && one.error == many.error);
    }
    plan.seed = 6;
    sel_bootstrap other;
    ck_assert(sel_bootstrap_of(&plan, mean_of, values, &other));
    ck_assert(other.low != one.low);
    ck_assert(one.low >= 0 && one.low < one.high && one.high <= 1 && one.draws == 1999);
}
END_TEST

enum { NOTED_DRAWS = 999, NOTED_ITEMS = 12 };

/* Where the items of every draw are noted. */
typedef struct notes {
    uint32_t (*items)[NOTED_ITEMS];
    uint32_t *draws;
} notes;

static bool note_items(const void *data, const uint32_t *items, uint32_t count, double *value)
{
    const notes *to = data;
    memcpy(to->items[(*to->draws)++], items, count * sizeof *items);
    *value = items[0];
    return true;
}

/* No draw comes twice, and every item is as likely as any other, at every place: 999 draws have
 * 83.25 of each, within five standard deviations of 8.7. */
START_TEST(bootstrap_draws_are_even)
{
    static uint32_t items[NOTED_DRAWS][NOTED_ITEMS];
    uint32_t draws = 0;
    const notes to = {items, &draws};
    sel_bootstrap found;
    sel_bootstrap_plan plan = {NOTED_ITEMS, NOTED_DRAWS, .seed = 3, .threads = 1};
    ck_assert(sel_bootstrap_of(&plan, note_items, &to, &found));
    ck_assert_uint_eq(draws, NOTED_DRAWS);
    for (uint32_t a = 0; a < draws; a++)
        for (uint32_t b = 0; b < a; b++)
            ck_assert(memcmp(items[a], items[b], sizeof items[a]) != 0);
    for (uint32_t place = 0; place < NOTED_ITEMS; place++) {
        uint32_t counts[NOTED_ITEMS] = {0};
        for (uint32_t a = 0; a < draws; a++)
            counts[items[a][place]] += 1;
        for (uint32_t i = 0; i < NOTED_ITEMS; i++)
            ck_assert(counts[i] > 39 && counts[i] < 128);
    }
}
END_TEST

START_TEST(bootstrap_where_it_has_no_answer)
{
    const double values[] = {1, 2, 3};
    sel_bootstrap found;
    sel_bootstrap_plan plan = {.items = 3, .draws = 1999, .seed = 1};
    ck_assert(!sel_bootstrap_of(&plan, never, values, &found));
    ck_assert(!sel_bootstrap_of(&plan, without_first, values, &found)); /* (2/3)³ = .30 */
    const double many[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    plan.items = 10;
    ck_assert(!sel_bootstrap_of(&plan, without_first, many, &found)); /* .9¹⁰ = .35 */
    plan.items = 1;
    ck_assert(sel_bootstrap_of(&plan, mean_of, values, &found));
    ck_assert(found.low == 1 && found.high == 1 && found.error == 0);
    plan.items = 0;
    ck_assert(!sel_bootstrap_of(&plan, mean_of, values, &found));
    plan = (sel_bootstrap_plan){.items = 3, .draws = SEL_BOOTSTRAP_LEAST - 1};
    ck_assert(!sel_bootstrap_of(&plan, mean_of, values, &found));
    plan.draws = SEL_BOOTSTRAP_MOST + 1;
    ck_assert(!sel_bootstrap_of(&plan, mean_of, values, &found));
}
END_TEST

START_TEST(correlation_by_any_order_and_in_range)
{
    enum { COLUMNS = 4 };
    random_source source = {15};
    for (int round = 0; round < ROUNDS; round++) {
        uint32_t rows = random_below(&source, MOST);
        double values[MOST * COLUMNS];
        double turned[MOST * COLUMNS];
        bool known[MOST * COLUMNS];
        bool turned_known[MOST * COLUMNS];
        uint32_t order[MOST];
        random_order(&source, order, rows);
        for (uint32_t i = 0; i < rows * COLUMNS; i++) {
            uint32_t to = order[i / COLUMNS] * COLUMNS + i % COLUMNS;
            known[i] = turned_known[to] = random_chance(&source, 70);
            values[i] = turned[to] = known[i] ? random_share(&source) * 2 - 1 : NAN;
        }
        sel_correlation found[COLUMNS * COLUMNS];
        sel_correlation again[COLUMNS * COLUMNS];
        sel_correlations_of(&(sel_value_table){values, known, rows, COLUMNS}, found);
        sel_correlations_of(&(sel_value_table){turned, turned_known, rows, COLUMNS}, again);
        for (uint32_t i = 0; i < COLUMNS * COLUMNS; i++) {
            const sel_correlation *r = &found[i];
            ck_assert(r->r == again[i].r && r->rows == again[i].rows);
            ck_assert(r->r >= -1 && r->r <= 1 && (r->available || r->r == 0));
            ck_assert(r->available == (r->rows >= SEL_CORRELATION_LEAST));
            ck_assert(i % (COLUMNS + 1) != 0 || !r->available || r->r == 1);
            ck_assert(r->r == found[i % COLUMNS * COLUMNS + i / COLUMNS].r);
        }
    }
}
END_TEST

int main(void)
{
    sel_error err = {0};
    if (sel_init(&err) != SEL_OK)
        return EXIT_FAILURE;
    const TTest *tests[] = {intervals_hold_the_share_and_narrow,
                            exact_ends_leave_a_fortieth,
                            entropy_by_any_order_and_in_range,
                            evening_out_raises_entropy,
                            risk_difference_by_any_order_and_sides,
                            holm_keeps_order_and_never_lowers,
                            bootstrap_by_any_number_of_threads,
                            bootstrap_draws_are_even,
                            bootstrap_where_it_has_no_answer,
                            correlation_by_any_order_and_in_range,
                            NULL};
    return run_tests("statistics", tests);
}
