/** test_statistics_ordered.c - properties of what rests on an order: agreement of orders, survival
 *  over days and concentration along places. */
#include "random_study.h"

#include "check_suite.h"

#include <math.h>

enum { ROUNDS = 400, MOST = 40, MANY = 300 };

/* C − D by its definition. */
static int64_t brute_difference(const int64_t *a, const int64_t *b, uint32_t count)
{
    int64_t sum = 0;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t j = 0; j < i; j++)
            sum += ((a[i] > a[j]) - (a[i] < a[j])) * ((b[i] > b[j]) - (b[i] < b[j]));
    return sum;
}

/* Both ways of counting: pair by pair, and by a tree from 257 things on. */
START_TEST(kendall_by_definition_and_any_order)
{
    random_source source = {5};
    for (int round = 0; round < ROUNDS; round++) {
        uint32_t count = 2 + random_below(&source, round % 8 == 0 ? MANY - 2 : MOST - 2);
        uint32_t kinds = 1 + random_below(&source, 2 * MOST);
        int64_t a[MANY];
        int64_t b[MANY];
        int64_t a_turned[MANY];
        int64_t b_turned[MANY];
        uint32_t order[MANY];
        random_order(&source, order, count);
        for (uint32_t i = 0; i < count; i++) {
            a[i] = (int64_t)random_below(&source, kinds) - 7;
            b[i] = INT64_MIN / 2 + (int64_t)random_below(&source, kinds) * (INT64_MAX / 100);
            a_turned[order[i]] = a[i];
            b_turned[order[i]] = b[i];
        }
        sel_kendall found = {0};
        sel_kendall again = {0};
        bool available = sel_kendall_of(a, b, count, &found);
        ck_assert(sel_kendall_of(b_turned, a_turned, count, &again) == available);
        ck_assert(found.tau_b == again.tau_b && found.tau_b >= -1 && found.tau_b <= 1);
        if (available)
            ck_assert_int_eq(found.difference, brute_difference(a, b, count));
        for (uint32_t i = 0; i < count; i++)
            b[i] = -b[i];
        sel_kendall_of(a, b, count, &again);
        ck_assert(found.tau_b == -again.tau_b);
    }
}
END_TEST

/* The same p for any order and for exchanged sides, exact or drawn. */
START_TEST(kendall_p_by_any_order)
{
    random_source source = {6};
    for (int round = 0; round < 8; round++) {
        uint32_t count = round % 2 == 0 ? 8 : 12;
        int64_t a[12];
        int64_t b[12];
        int64_t a_turned[12];
        int64_t b_turned[12];
        uint32_t order[12];
        random_order(&source, order, count);
        for (uint32_t i = 0; i < count; i++) {
            a[i] = i < 2 ? i : random_below(&source, 6);
            b[i] = i < 2 ? i : random_below(&source, 12);
            a_turned[order[i]] = a[i];
            b_turned[order[i]] = b[i];
        }
        sel_kendall_test found;
        sel_kendall_test again;
        ck_assert(sel_kendall_test_of(a, b, count, 42, &found));
        ck_assert(sel_kendall_test_of(b_turned, a_turned, count, 42, &again));
        ck_assert(found.exact == (count == 8));
        ck_assert(found.p > 0 && found.p <= 1);
        ck_assert(found.p == again.p);
    }
}
END_TEST

static void random_followed(random_source *source, sel_followed *followed, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        followed[i] = (sel_followed){random_below(source, 60), random_chance(source, 60)};
}

START_TEST(survival_falls_and_ignores_order)
{
    random_source source = {7};
    for (int round = 0; round < ROUNDS; round++) {
        sel_arena *arena = sel_arena_create();
        uint32_t count = 1 + random_below(&source, MOST - 1);
        sel_followed followed[MOST];
        sel_followed turned[MOST];
        uint32_t order[MOST];
        random_followed(&source, followed, count);
        random_order(&source, order, count);
        for (uint32_t i = 0; i < count; i++)
            turned[order[i]] = followed[i];
        sel_survival found;
        sel_survival again;
        ck_assert(sel_survival_of(followed, count, arena, &found));
        ck_assert(sel_survival_of(turned, count, arena, &again));
        ck_assert_uint_eq(found.step_count, again.step_count);
        double before = 1;
        for (uint32_t i = 0; i < found.step_count; i++) {
            ck_assert(found.steps[i].survival == again.steps[i].survival);
            ck_assert(found.steps[i].survival < before && found.steps[i].survival >= 0);
            ck_assert(found.steps[i].error >= 0 && found.steps[i].error <= .5);
            before = found.steps[i].survival;
        }
        sel_arena_destroy(arena);
    }
}
END_TEST

/* The restricted mean day by day, and everyone followed for longer: the bounds close in. */
START_TEST(restricted_mean_by_days)
{
    random_source source = {8};
    for (int round = 0; round < ROUNDS; round++) {
        sel_arena *arena = sel_arena_create();
        uint32_t count = 1 + random_below(&source, MOST - 1);
        uint32_t horizon = random_below(&source, 100);
        sel_followed followed[MOST];
        random_followed(&source, followed, count);
        sel_survival found;
        ck_assert(sel_survival_of(followed, count, arena, &found));
        double high = 0;
        double low = 0;
        for (uint32_t day = 0; day < horizon; day++) {
            sel_survival_bounds on_day = sel_survival_at(&found, day);
            high += on_day.high;
            low += day < found.followed_to ? on_day.high : 0;
        }
        sel_survival_bounds mean = sel_survival_mean(&found, horizon);
        ck_assert_double_eq_tol(mean.high, high, 1e-10);
        ck_assert_double_eq_tol(mean.low, low, 1e-10);
        ck_assert(mean.low <= mean.high && mean.low >= 0 && mean.high <= horizon);
        ck_assert(horizon > found.followed_to || mean.low == mean.high);
        sel_arena_destroy(arena);
    }
}
END_TEST

/* What did not happen after all, and what is followed for longer, never lower S or the mean. (An
 * event on a later day may: those lost on its day are then no longer at risk.) */
START_TEST(less_happened_and_longer_followed_raise_survival)
{
    random_source source = {9};
    for (int round = 0; round < ROUNDS; round++) {
        sel_arena *arena = sel_arena_create();
        uint32_t count = 2 + random_below(&source, MOST - 2);
        sel_followed followed[MOST];
        random_followed(&source, followed, count);
        sel_survival before;
        sel_survival after;
        ck_assert(sel_survival_of(followed, count, arena, &before));
        if (!followed[0].happened)
            followed[0].days += 1 + random_below(&source, 30);
        followed[0].happened = false;
        ck_assert(sel_survival_of(followed, count, arena, &after));
        ck_assert(sel_survival_mean(&after, 80).high >= sel_survival_mean(&before, 80).high - 1e-9);
        ck_assert(sel_survival_mean(&after, 80).low >= sel_survival_mean(&before, 80).low - 1e-9);
        for (uint32_t day = 0; day < 80; day++)
            ck_assert(sel_survival_at(&after, day).high >=
                      sel_survival_at(&before, day).high - 1e-12);
        sel_arena_destroy(arena);
    }
}
END_TEST

START_TEST(concentration_by_any_order_and_in_range)
{
    random_source source = {10};
    for (int round = 0; round < ROUNDS; round++) {
        uint32_t count = 2 + random_below(&source, MOST - 2);
        int64_t places[MOST];
        int64_t turned_places[MOST];
        double amounts[MOST];
        double turned[MOST];
        uint32_t order[MOST];
        random_order(&source, order, count);
        for (uint32_t i = 0; i < count; i++) {
            places[i] = random_below(&source, MOST);
            amounts[i] = random_chance(&source, 30) ? 0 : random_share(&source);
            turned[order[i]] = amounts[i];
            turned_places[order[i]] = places[i];
        }
        sel_concentration_index found = {0};
        sel_concentration_index again = {0};
        bool available = sel_concentration_index_of(places, amounts, count, &found);
        ck_assert(sel_concentration_index_of(turned_places, turned, count, &again) == available);
        ck_assert(found.index == again.index && found.error == again.error);
        ck_assert(found.index > -1 && found.index < 1 && found.error >= 0);
        for (uint32_t i = 0; i < count; i++)
            places[i] = -places[i];
        sel_concentration_index_of(places, amounts, count, &again);
        ck_assert_double_eq_tol(again.index, -found.index, 1e-12);
        ck_assert_double_eq_tol(again.error, found.error, 1e-7);
        for (uint32_t i = 0; i < count; i++)
            amounts[i] *= 1000; /* cents or units */
        sel_concentration_index_of(places, amounts, count, &found);
        ck_assert_double_eq_tol(again.index, found.index, 1e-12);
    }
}
END_TEST

/* Amounts in their own order: the Gini index, by the differences of all pairs. */
START_TEST(concentration_in_own_order_is_gini)
{
    random_source source = {12};
    for (int round = 0; round < ROUNDS; round++) {
        uint32_t count = 2 + random_below(&source, MOST - 2);
        int64_t places[MOST];
        double amounts[MOST];
        double whole = 0;
        double differences = 0;
        for (uint32_t i = 0; i < count; i++) {
            places[i] = i < 2 ? i : random_below(&source, 20);
            amounts[i] = (double)places[i];
            whole += amounts[i];
            for (uint32_t j = 0; j < i; j++)
                differences += fabs(amounts[i] - amounts[j]);
        }
        sel_concentration_index found;
        ck_assert(sel_concentration_index_of(places, amounts, count, &found));
        ck_assert_double_eq_tol(found.index, differences / (count * whole), 1e-12);
    }
}
END_TEST

/* Giving something of one member to a later one raises the index; what need explains is no
 * inequity. */
START_TEST(moving_amounts_along_the_order)
{
    random_source source = {11};
    for (int round = 0; round < ROUNDS; round++) {
        int64_t places[10];
        double amounts[10];
        double needs[10];
        double line[10];
        double expected[10];
        for (int i = 0; i < 10; i++) {
            places[i] = i / 2;
            amounts[i] = 1 + random_share(&source);
            needs[i] = random_below(&source, 5);
            line[i] = 3 + 2 * needs[i];
        }
        sel_concentration_index before;
        sel_concentration_index after;
        ck_assert(sel_concentration_index_of(places, amounts, 10, &before));
        amounts[2] -= .5;
        amounts[7] += .5;
        ck_assert(sel_concentration_index_of(places, amounts, 10, &after));
        ck_assert(after.index > before.index);
        double inequity;
        sel_expected_by_need(needs, line, 10, expected);
        ck_assert(sel_horizontal_inequity(places, line, expected, 10, &inequity));
        ck_assert_double_eq_tol(inequity, 0, 1e-12);
    }
}
END_TEST

int main(void)
{
    const TTest *tests[] = {kendall_by_definition_and_any_order,
                            kendall_p_by_any_order,
                            survival_falls_and_ignores_order,
                            restricted_mean_by_days,
                            less_happened_and_longer_followed_raise_survival,
                            concentration_by_any_order_and_in_range,
                            concentration_in_own_order_is_gini,
                            moving_amounts_along_the_order,
                            NULL};
    return run_tests("statistics of orders", tests);
}
