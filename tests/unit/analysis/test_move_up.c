#include "selaras.h"

#include "check_suite.h"

#include <math.h>

static const double weights[] = {.5, .3, .2};

static sel_scoring scoring_of(const char *method, const sel_decision_matrix *matrix,
                              const sel_aggregation_options *options)
{
    const sel_aggregation *row = sel_aggregation_find((sel_str){method, strlen(method)});
    ck_assert(row != NULL);
    return (sel_scoring){row, matrix, options};
}

static sel_move_up move_up(const sel_scoring *scoring, uint32_t row, const sel_value_range *ranges,
                           sel_arena *arena)
{
    sel_error err = {0};
    sel_move_up found;
    ck_assert_msg(sel_move_up_of(scoring, row, ranges, arena, &found, &err) == SEL_OK, "%s",
                  err.message);
    return found;
}

/* Min-max: c1 0 … 10, c2 0 … 100, c3 (a cost) 0 … 4. Scores: A .5 · 1 + .3 · .5 + .2 · 0 = .65,
 * B .5 · .6 + .3 · 1 + .2 · 0 = .6 (its cost is the highest, too), C 0 + 0 + .2 = .2. */
static const double sum_values[] = {10, 6, 0, 50, 100, 0, 4, 4, 0};
static const bool sum_cost[] = {false, false, true};
static const sel_decision_matrix sum_matrix = {sum_values, 3, 3, sum_cost};

/* B lacks .05: c1 by .05 · 10 / .5 = 1, to 7; c2 is at its best; c3 by .05 · 4 / .2 = 1, to 3. */
START_TEST(closed_form_of_a_sum)
{
    sel_arena *arena = sel_arena_create();
    const sel_aggregation_options options = {.weights = weights};
    sel_scoring scoring = scoring_of("weighted-sum", &sum_matrix, &options);
    sel_move_up found = move_up(&scoring, 1, NULL, arena);
    ck_assert(!found.first);
    ck_assert_uint_eq(found.next, 0);
    ck_assert_double_eq_tol(found.score, .6, 1e-15);
    ck_assert_double_eq_tol(found.next_score, .65, 1e-15);
    ck_assert(found.moves[0].possible && !found.moves[1].possible && found.moves[2].possible);
    ck_assert_double_eq(found.moves[0].from, 6);
    ck_assert_double_eq_tol(found.moves[0].to, 7, 1e-10);
    ck_assert_double_eq_tol(found.moves[0].effort, .1, 1e-11);
    ck_assert_double_eq(found.moves[1].to, 100);
    ck_assert_double_eq_tol(found.moves[2].to, 3, 1e-10);
    ck_assert_double_eq_tol(found.moves[2].effort, .25, 1e-11);
    ck_assert_uint_eq(found.easiest, 0);
    sel_arena_destroy(arena);
}
END_TEST

/* C has .2, B .6. C alone has 0 in c1 and c2, so that the scale rises with it. c1 = x: from 6 on B
 * is the lowest, with .3, and C has .2 + .5 (x − 6) / 4: 6.8 reaches. c2 = 100 gives .5 at most. c3
 * is at its best. With a range of c1 that ends at 6.5 nothing reaches. */
START_TEST(not_with_this_criterion_alone)
{
    sel_arena *arena = sel_arena_create();
    const sel_aggregation_options options = {.weights = weights};
    sel_scoring scoring = scoring_of("weighted-sum", &sum_matrix, &options);
    const sel_value_range narrow[] = {{0, 6.5}, {0, 100}, {4, 0}};
    sel_move_up found = move_up(&scoring, 2, NULL, arena);
    ck_assert_uint_eq(found.next, 1);
    ck_assert(found.moves[0].possible && !found.moves[1].possible && !found.moves[2].possible);
    ck_assert_double_eq_tol(found.moves[0].to, 6.8, 1e-10);
    ck_assert_double_eq(found.moves[2].to, 0);
    ck_assert_double_eq(found.moves[2].effort, 0);
    found = move_up(&scoring, 2, narrow, arena);
    ck_assert_uint_eq(found.easiest, 3);
    ck_assert_double_eq(found.moves[1].to, 100);
    ck_assert_double_eq(found.moves[1].effort, 1);
    sel_arena_destroy(arena);
}
END_TEST

/* Goalposts stay where they are: c1 0 … 20, so that one point of score costs twice as much, and
 * the first has nowhere to go. */
START_TEST(goalposts_are_the_range)
{
    const double low[] = {0, 0, 0};
    const double high[] = {20, 100, 4};
    const sel_aggregation_options options = {
        .weights = weights,
        .normalisation = sel_normalisation_find(SEL_STR("goalposts")),
        .goal_low = low,
        .goal_high = high,
    };
    sel_arena *arena = sel_arena_create();
    sel_scoring scoring = scoring_of("weighted-sum", &sum_matrix, &options);
    /* A .25 + .15 = .4, B .15 + .3 = .45: A lacks .05: c1 by .05 · 20 / .5 = 2. */
    sel_move_up found = move_up(&scoring, 0, NULL, arena);
    ck_assert_uint_eq(found.next, 1);
    ck_assert_double_eq_tol(found.moves[0].to, 12, 1e-10);
    ck_assert_double_eq_tol(found.moves[0].effort, .1, 1e-11);
    ck_assert_double_eq_tol(found.moves[1].to, 50 + .05 * 100 / .3, 1e-9);
    ck_assert(move_up(&scoring, 1, NULL, arena).first);
    sel_value_range range = sel_value_range_of(&scoring, 2);
    ck_assert_double_eq(range.worst, 4);
    ck_assert_double_eq(range.best, 0);
    sel_arena_destroy(arena);
}
END_TEST

/* As they are, x · (s_next / s)^(1 / w); a cost is divided by it. A 16^.5 · 1 · 1 = 4,
 * B 4^.5 · 1 / 1 = 2: c1 to 4 · 2² = 16, beyond 16 no one goes; c2 by 2^(1/.3) to 10.08. */
START_TEST(closed_form_of_a_product)
{
    const double values[] = {16, 4, 1, 1, 1, 20, 1, 1, 9};
    const sel_decision_matrix matrix = {values, 3, 3, sum_cost};
    const sel_aggregation_options options = {.weights = weights};
    sel_arena *arena = sel_arena_create();
    sel_scoring scoring = scoring_of("weighted-product", &matrix, &options);
    /* C: 20^.3 / 9^.2 = 1.583: third. */
    sel_move_up found = move_up(&scoring, 1, NULL, arena);
    ck_assert_uint_eq(found.next, 0);
    ck_assert_double_eq_tol(found.moves[0].to, 16, 1e-9);
    ck_assert_double_eq_tol(found.moves[1].to, pow(2, 1 / .3), 1e-9);
    ck_assert(!found.moves[2].possible);
    sel_arena_destroy(arena);
}
END_TEST

/* PROMETHEE, usual shape, one criterion of weight: the flow jumps when a value passes another, so
 * that what is needed is the value of the next itself. Weight 0 moves no one. */
START_TEST(a_score_in_steps)
{
    const double values[] = {1, 2, 3, 5, 6, 7};
    const double one[] = {1, 0};
    const sel_decision_matrix matrix = {values, 3, 2, NULL};
    const sel_aggregation_options options = {.weights = one};
    sel_arena *arena = sel_arena_create();
    sel_scoring scoring = scoring_of("promethee", &matrix, &options);
    sel_move_up found = move_up(&scoring, 0, NULL, arena);
    ck_assert_uint_eq(found.next, 1);
    ck_assert_double_eq_tol(found.moves[0].to, 2, 1e-8);
    ck_assert(!found.moves[1].possible);
    ck_assert_uint_eq(found.easiest, 0);
    sel_arena_destroy(arena);
}
END_TEST

/* Of those that share the next better rank the first row is named; no criterion at all helps who is
 * best in each, in vain. */
START_TEST(ties_and_no_way)
{
    const double values[] = {4, 4, 2, 0, 4, 4, 4, 0};
    const double halves[] = {.5, .5};
    const sel_decision_matrix matrix = {values, 4, 2, NULL};
    const sel_aggregation_options options = {.weights = halves};
    sel_arena *arena = sel_arena_create();
    sel_error err = {0};
    sel_scoring scoring = scoring_of("weighted-sum", &matrix, &options);
    sel_move_up found = move_up(&scoring, 2, NULL, arena);
    ck_assert_uint_eq(found.next, 0);
    ck_assert_double_eq_tol(found.moves[0].to, 4, 1e-10);
    const sel_value_range none[] = {{0, 1}, {0, 1}};
    found = move_up(&scoring, 2, none, arena);
    ck_assert_uint_eq(found.easiest, 2);
    ck_assert_double_eq(found.moves[0].to, 2);
    ck_assert(sel_move_up_of(&scoring, 4, NULL, arena, &found, &err) == SEL_BAD_INPUT);
    ck_assert_str_eq(err.message, "alternative 5 of 4");
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {closed_form_of_a_sum,
                            not_with_this_criterion_alone,
                            goalposts_are_the_range,
                            closed_form_of_a_product,
                            a_score_in_steps,
                            ties_and_no_way,
                            NULL};
    return run_tests("move_up", tests);
}
