/* Oracles are worked out by hand: rankings of two alternatives, whose rank is 1 or 2, so that
 * variances are those of shares; and tests/cases/sensitivity/oracle.py, another program, for all
 * factors at once. */
#include "analysis/sensitivity/ranking_sensitivity.h"

#include "check_suite.h"

#include <math.h>
#include <string.h>

enum { PRODUCT = 1 }; /* the second aggregation */

static const sel_indices_plan standard = {
    .base_points = 4096, .samples = 199, .seed = 11, .threads = 2};

static const double halves[] = {.5, .5};

static sel_sensitivity_study study_of(const double *values, uint32_t rows, uint32_t criteria,
                                      const double *weights)
{
    sel_sensitivity_study study = {.matrix = {values, rows, criteria, NULL},
                                   .weights = weights,
                                   .places = rows,
                                   .plan = standard};
    study.aggregations[0] = sel_aggregation_find(SEL_STR("weighted-sum"));
    study.aggregation_count = 1;
    study.normalisations[0] = sel_normalisation_find(SEL_STR("as-is"));
    study.normalisation_count = 1;
    return study;
}

static sel_ranking_sensitivity sensitivity_of(const sel_sensitivity_study *study, sel_arena *arena)
{
    sel_ranking_sensitivity found = {0};
    sel_error err = {0};
    sel_status status = sel_ranking_sensitivity_of(study, arena, &found, &err);
    ck_assert_msg(status == SEL_OK, "%s", err.message);
    return found;
}

static void check_factor(const sel_ranking_sensitivity *found, uint32_t output, uint32_t factor,
                         double first, double total)
{
    const sel_factor_indices *of = &found->indices.outputs[output].factors[factor];
    ck_assert_double_eq_tol(of->first.value, first, .02);
    ck_assert_double_eq_tol(of->total.value, total, .02);
}

/* A = (1, 0), B = (0, 1), weights (w, 1 − w) with w ~ Beta(3, 2): P(w > ½) = p = 11/16. Without the
 * first criterion A is behind, without the second ahead; with both it is ahead when w > ½. So
 * A is behind with μ = (2 − p)/3, and
 *
 *     V = μ(1 − μ)    V_left = ((1 − p)² + 1)/3 − μ²    V_weights = p(1 − p)/9
 *
 * (a draw of w > ½ is behind in 1 of 3 choices, another in 2 of 3). Both alternatives shift by one
 * place when A is behind, so the mean shift has the same indices. */
START_TEST(weights_and_a_criterion_left_out)
{
    static const double values[] = {1, 0, 0, 1};
    static const double weights[] = {.6, .4};
    sel_arena *arena = sel_arena_create();
    sel_sensitivity_study study = study_of(values, 2, 2, weights);
    study.concentration = 5;
    study.weights_move = true;
    study.leave_out = true;
    sel_ranking_sensitivity found = sensitivity_of(&study, arena);
    double p = 11. / 16;
    double behind = (2 - p) / 3;
    double all = behind * (1 - behind);
    double left = (((1 - p) * (1 - p) + 1) / 3 - behind * behind) / all;
    double moved = p * (1 - p) / 9 / all;
    ck_assert_uint_eq(found.factor_count, 2);
    ck_assert_int_eq(found.factors[0].factor, SEL_FACTOR_LEFT_OUT);
    ck_assert_uint_eq(found.factors[0].choices, 3);
    ck_assert_int_eq(found.factors[1].factor, SEL_FACTOR_WEIGHTS);
    ck_assert_double_eq(found.concentration, 5);
    ck_assert_uint_eq(found.indices.evaluations, 4096 * 4);
    for (uint32_t output = 0; output < 3; output++) {
        check_factor(&found, output, 0, left, 1 - moved);
        check_factor(&found, output, 1, moved, 1 - left);
    }
    ck_assert_double_eq_tol(found.indices.outputs[0].mean, 1 + behind, .01);
    ck_assert_double_eq_tol(found.indices.outputs[2].mean, behind, .01);
    sel_arena_destroy(arena);
}
END_TEST

/* A = (.5, .5), B = (.9, .15): .5 < .525 in the sum, .5 > .367 in the product; without the first
 * criterion A is ahead, without the second behind, by either. So A is behind with ½: V = ¼,
 * V_method = ((2/3 − ½)² + (1/3 − ½)²)/2 = 1/36, V_left = (0 + ¼ + ¼)/3 = 1/6. */
START_TEST(methods_and_a_criterion_left_out)
{
    static const double values[] = {.5, .9, .5, .15};
    sel_arena *arena = sel_arena_create();
    sel_sensitivity_study study = study_of(values, 2, 2, halves);
    study.aggregations[PRODUCT] = sel_aggregation_find(SEL_STR("weighted-product"));
    study.aggregation_count = 2;
    study.leave_out = true;
    sel_ranking_sensitivity found = sensitivity_of(&study, arena);
    ck_assert_int_eq(found.factors[0].factor, SEL_FACTOR_AGGREGATION);
    ck_assert_uint_eq(found.alternatives[0], 1);
    for (uint32_t output = 0; output < 3; output++) {
        check_factor(&found, output, 0, 1. / 9, 1. / 3);
        check_factor(&found, output, 1, 2. / 3, 8. / 9);
    }
    sel_arena_destroy(arena);
}
END_TEST

/* A = (x, y) with x and y uniform on [0, 1], B = (½, ½): A is behind when x + y < 1, of which x
 * tells 1 − x: V = ¼, V_x = 1/12, so S = 1/3 and ST = 1 − 1/3. */
START_TEST(data_in_two_groups)
{
    static const double values[] = {.6, .5, .6, .5};
    static const double low[] = {0, .5, 0, .5};
    static const double high[] = {1, .5, 1, .5};
    static const uint32_t groups[] = {1, 0};
    sel_arena *arena = sel_arena_create();
    sel_sensitivity_study study = study_of(values, 2, 2, halves);
    study.low = low;
    study.high = high;
    study.data_group = groups;
    sel_ranking_sensitivity found = sensitivity_of(&study, arena);
    ck_assert_uint_eq(found.factor_count, 2);
    ck_assert_uint_eq(found.factors[1].group, 1);
    for (uint32_t factor = 0; factor < 2; factor++) {
        const sel_factor_indices *of = &found.indices.outputs[2].factors[factor];
        ck_assert_int_eq(found.factors[factor].factor, SEL_FACTOR_DATA);
        ck_assert_double_eq_tol(of->first.value, 1. / 3, 4 * of->first.error);
        ck_assert_double_eq_tol(of->total.value, 2. / 3, 4 * of->total.error);
        ck_assert_double_lt(of->first.error, .03);
    }
    study.data_group = NULL;
    found = sensitivity_of(&study, arena);
    ck_assert_uint_eq(found.factor_count, 1);
    check_factor(&found, 0, 0, 1, 1);
    sel_arena_destroy(arena);
}
END_TEST

/* Three alternatives (0, 10), (10, 9.9), (9, 10): by min-max the second criterion says 1, 0, 1 and
 * the third is first (.5, .5, .95); as they are the second is (5, 9.95, 9.5). Half of the runs. */
START_TEST(normalisations_that_no_method_refuses_are_the_choice)
{
    static const double values[] = {0, 10, 9, 10, 9.9, 10};
    sel_arena *arena = sel_arena_create();
    sel_sensitivity_study study = study_of(values, 3, 2, halves);
    study.aggregations[0] = sel_aggregation_find(SEL_STR("weighted-sum"));
    study.normalisations[0] = sel_normalisation_find(SEL_STR("goalposts"));
    study.normalisations[1] = sel_normalisation_find(SEL_STR("min-max"));
    study.normalisations[2] = sel_normalisation_find(SEL_STR("as-is"));
    study.normalisation_count = 3;
    sel_ranking_sensitivity found = sensitivity_of(&study, arena);
    ck_assert_uint_eq(found.normalisation_count, 2);
    ck_assert_uint_eq(found.refused_count, 1);
    ck_assert_str_eq(found.refused[0].normalisation->name, "goalposts");
    ck_assert_str_eq(found.refused[0].reason, "no goalposts are stated");
    ck_assert_uint_eq(found.factor_count, 1);
    ck_assert_uint_eq(found.alternatives[0], 2);
    check_factor(&found, 0, 0, 1, 1);
    ck_assert_double_eq_tol(found.indices.outputs[0].mean, 1.5, 1e-9);
    study.aggregations[0] = sel_aggregation_find(SEL_STR("weighted-product"));
    sel_error err = {0};
    ck_assert_int_eq(sel_ranking_sensitivity_of(&study, arena, &found, &err), SEL_BAD_INPUT);
    ck_assert_str_eq(err.message, "no normalisation suits every method: weighted-product with "
                                  "goalposts: no goalposts are stated"); /* nor a value of 0 */
    sel_arena_destroy(arena);
}
END_TEST

enum { ALL_FACTORS = 5, SIX = 6, THREE = 3, ORACLE_POINTS = 32768 };

/* What oracle.py printed: S and ST per output and factor. */
static const double oracle_indices[][ALL_FACTORS][2] = {
    {{.0045, .0288}, {.0051, .0390}, {.7198, .8661}, {.0075, .0405}, {.1038, .2400}},
    {{-.0051, .0865}, {.0013, .1407}, {.2131, .6541}, {.1879, .6120}, {.0554, .4452}},
    {{-.0000, .0376}, {.0002, .0854}, {.4737, .7546}, {.0354, .1614}, {.1610, .4259}},
    {{.0032, .0339}, {-.0000, .0353}, {.6597, .8301}, {.0109, .0738}, {.1257, .3003}},
};

static const double oracle_means[] = {2.9068, 3.2467, 3.0807, 1.4893};

/* Both programs draw: their difference may be four standard errors of a difference. */
static void check_near(const sel_index *index, double expected, uint32_t base_points)
{
    double error = index->error * sqrt(1 + (double)base_points / ORACLE_POINTS);
    ck_assert_double_eq_tol(index->value, expected, 4 * error + 1e-4);
    ck_assert_double_lt(index->error, .02);
}

START_TEST(all_factors_agree_with_another_program)
{
    static const double values[] = {7, 5, 9, 4, 6, 3, 3, 8, 2, 6, 5, 9, 5, 4, 2, 8, 5.5, 3};
    static const double weights[] = {.5, .3, .2};
    static const uint32_t central[] = {4, 3, 1, 5, 2, 6};
    double low[SIX * THREE];
    double high[SIX * THREE];
    for (int at = 0; at < SIX * THREE; at++) {
        low[at] = values[at] - .5;
        high[at] = values[at] + .5;
    }
    sel_arena *arena = sel_arena_create();
    sel_sensitivity_study study = study_of(values, SIX, THREE, weights);
    study.low = low;
    study.high = high;
    study.weights_move = true;
    study.leave_out = true;
    study.places = 3;
    study.aggregations[1] = sel_aggregation_find(SEL_STR("topsis"));
    study.aggregation_count = 2;
    study.normalisations[0] = sel_normalisation_find(SEL_STR("min-max"));
    study.normalisations[1] = sel_normalisation_find(SEL_STR("vector"));
    study.normalisation_count = 2;
    study.plan.base_points = 8192;
    sel_ranking_sensitivity found = sensitivity_of(&study, arena);
    ck_assert_uint_eq(found.factor_count, ALL_FACTORS);
    for (int i = 0; i < SIX; i++)
        ck_assert_uint_eq(found.central_ranks[i], central[i]);
    for (int o = 0; o < 4; o++) {
        const sel_output_indices *output = &found.indices.outputs[o];
        ck_assert_double_eq_tol(output->mean, oracle_means[o], .03);
        for (int f = 0; f < ALL_FACTORS; f++) {
            check_near(&output->factors[f].first, oracle_indices[o][f][0], 8192);
            check_near(&output->factors[f].total, oracle_indices[o][f][1], 8192);
        }
    }
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(what_has_no_choice_is_no_factor)
{
    static const double values[] = {1, 0, 0, 1};
    static const double one[] = {1, 0};
    sel_arena *arena = sel_arena_create();
    sel_sensitivity_study study = study_of(values, 2, 2, one);
    study.low = values;
    study.high = values;
    study.weights_move = true;
    study.leave_out = true;
    sel_ranking_sensitivity found = sensitivity_of(&study, arena);
    ck_assert_uint_eq(found.factor_count, 0);
    ck_assert_uint_eq(found.indices.output_count, 0);
    ck_assert_uint_eq(found.central_ranks[0], 1);
    ck_assert_uint_eq(found.central_ranks[1], 2);
    sel_arena_destroy(arena);
}
END_TEST

/* What dominates is first in every run: its rank does not vary and has no indices. */
START_TEST(a_rank_that_never_moves_has_no_indices)
{
    static const double values[] = {3, 1, 2, 9, 5, 3};
    sel_arena *arena = sel_arena_create();
    sel_sensitivity_study study = study_of(values, 3, 2, halves);
    study.weights_move = true;
    study.leave_out = true;
    sel_ranking_sensitivity found = sensitivity_of(&study, arena);
    ck_assert(!found.indices.outputs[0].defined);
    ck_assert_double_eq(found.indices.outputs[0].mean, 1);
    ck_assert(found.indices.outputs[1].defined);
    ck_assert(found.indices.outputs[3].defined);
    sel_arena_destroy(arena);
}
END_TEST

static sel_status refusal_of(sel_sensitivity_study study, sel_error *err)
{
    sel_arena *arena = sel_arena_create();
    sel_ranking_sensitivity found;
    sel_status status = sel_ranking_sensitivity_of(&study, arena, &found, err);
    sel_arena_destroy(arena);
    return status;
}

START_TEST(input_that_means_nothing_is_refused)
{
    static const double values[] = {1, 0, 0, 1};
    static const double above[] = {1, 0, 0, 1.5};
    static const double too_much[] = {.5, .6};
    static const uint32_t gap[] = {0, 2};
    sel_error err = {0};
    sel_sensitivity_study right = study_of(values, 2, 2, halves);
    sel_sensitivity_study wrong = right;
    wrong.weights = too_much;
    ck_assert_int_eq(refusal_of(wrong, &err), SEL_BAD_INPUT);
    wrong = right;
    wrong.low = above;
    wrong.high = above;
    ck_assert_int_eq(refusal_of(wrong, &err), SEL_BAD_INPUT);
    ck_assert_str_eq(err.message, "alternative 2 has 1 for criterion 2, not within 1.5 and 1.5");
    wrong = right;
    wrong.high = above;
    ck_assert_int_eq(refusal_of(wrong, &err), SEL_BAD_INPUT);
    wrong = right;
    wrong.matrix.rows = 1;
    ck_assert_int_eq(refusal_of(wrong, &err), SEL_BAD_INPUT);
    wrong = right;
    wrong.data_group = gap;
    ck_assert_int_eq(refusal_of(wrong, &err), SEL_BAD_INPUT);
    wrong = right;
    wrong.concentration = NAN;
    ck_assert_int_eq(refusal_of(wrong, &err), SEL_BAD_INPUT);
    wrong = right;
    wrong.aggregation_count = 0;
    ck_assert_int_eq(refusal_of(wrong, &err), SEL_BAD_INPUT);
    wrong = right;
    wrong.aggregations[0] = sel_aggregation_find(SEL_STR("weighted-product"));
    ck_assert_int_eq(refusal_of(wrong, &err), SEL_BAD_INPUT);
    wrong = right;
    wrong.leave_out = true;
    wrong.plan.base_points = 100;
    ck_assert_int_eq(refusal_of(wrong, &err), SEL_BAD_INPUT);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {weights_and_a_criterion_left_out,
                                  methods_and_a_criterion_left_out,
                                  data_in_two_groups,
                                  normalisations_that_no_method_refuses_are_the_choice,
                                  all_factors_agree_with_another_program,
                                  what_has_no_choice_is_no_factor,
                                  a_rank_that_never_moves_has_no_indices,
                                  input_that_means_nothing_is_refused,
                                  NULL};
    return run_tests("ranking_sensitivity", tests);
}
