/* What explanations must keep for every method, over seeded tables. The trial's number is printed
 * on failure and is its seed. */
#include "random_scoring.h"

#include "check_suite.h"

#include <math.h>

typedef void property(const trial *of, const sel_aggregation *method, sel_arena *arena);

static void for_every_method(property *holds, uint64_t trials)
{
    uint32_t count = 0;
    const sel_aggregation *const *methods = sel_aggregations(&count);
    sel_arena *arena = sel_arena_create();
    for (uint64_t seed = 1; seed <= trials; seed++) {
        const trial of = draw_trial(seed);
        for (uint32_t k = 0; k < count; k++) {
            sel_arena_reset(arena);
            holds(&of, methods[k], arena);
        }
    }
    sel_arena_destroy(arena);
}

static const sel_shapley_options against_mean = {.baseline = SEL_BASELINE_MEAN};

static sel_contributions contribute(const trial *of, const sel_aggregation *method, uint32_t row,
                                    int threads, sel_arena *arena)
{
    const sel_decision_matrix matrix = matrix_of(of);
    const sel_aggregation_options options = {.weights = of->weights, .threads = threads};
    const sel_scoring scoring = {method, &matrix, &options};
    sel_error err = {0};
    sel_contributions found;
    sel_status status = sel_contributions_of(&scoring, row, &against_mean, arena, &found, &err);
    ck_assert_msg(status == SEL_OK, "trial %u, %s: %s", (unsigned)of->seed, method->name,
                  err.message);
    return found;
}

static uint32_t row_of(const trial *of)
{
    return (uint32_t)(of->seed % of->rows);
}

/* Efficiency: contributions sum to what there is to explain. */
static void sums_to_the_difference(const trial *of, const sel_aggregation *method, sel_arena *arena)
{
    sel_contributions found = contribute(of, method, row_of(of), 1, arena);
    double sum = 0;
    for (uint32_t j = 0; j < of->criteria; j++)
        sum += found.of.values[j];
    double whole = found.kind == SEL_CONTRIBUTION_LOG_PARTS
                       ? log(found.of.score) - log(found.of.baseline_score)
                       : found.of.score - found.of.baseline_score;
    ck_trial(fabs(sum - whole) <= 1e-12 * fmax(1, fabs(found.of.score)), of, method);
}

/* Dummy: a criterion of weight 0 gives exactly nothing. */
static void weight_zero_gives_nothing(const trial *of, const sel_aggregation *method,
                                      sel_arena *arena)
{
    trial without = *of;
    without.weights[0] = 0;
    for (uint32_t j = 1; j < of->criteria; j++)
        without.weights[j] = of->weights[j] / (1 - of->weights[0]);
    sel_contributions found = contribute(&without, method, row_of(of), 1, arena);
    ck_trial(found.of.values[0] == 0, of, method);
}

/* Symmetry: two criteria with the same values, direction and weight give the same. */
static void equals_give_the_same(const trial *of, const sel_aggregation *method, sel_arena *arena)
{
    trial twin = *of;
    memcpy(twin.values + of->rows, of->values, of->rows * sizeof *of->values);
    twin.cost[1] = of->cost[0];
    twin.weights[0] = twin.weights[1] = (of->weights[0] + of->weights[1]) / 2;
    sel_contributions found = contribute(&twin, method, row_of(of), 1, arena);
    ck_trial(fabs(found.of.values[0] - found.of.values[1]) <= 1e-12 * fmax(1, fabs(found.of.score)),
             of, method);
}

/* Threads leave no trace, and neither does the order of alternatives. */
static void same_bits(const trial *of, const sel_aggregation *method, sel_arena *arena)
{
    const trial turned = reversed(of);
    uint32_t row = row_of(of);
    sel_contributions one = contribute(of, method, row, 1, arena);
    sel_contributions two = contribute(of, method, row, of->seed % THREADED == 0 ? 2 : 1, arena);
    sel_contributions other = contribute(&turned, method, of->rows - 1 - row, 1, arena);
    for (uint32_t j = 0; j < of->criteria; j++) {
        ck_trial(one.of.values[j] == two.of.values[j], of, method);
        ck_trial(one.of.values[j] == other.of.values[j], of, method);
    }
    ck_trial(one.of.baseline_score == other.of.baseline_score, of, method);
}

START_TEST(contributions)
{
    for_every_method(sums_to_the_difference, TRIALS);
    for_every_method(weight_zero_gives_nothing, TRIALS);
    for_every_method(equals_give_the_same, TRIALS);
}
END_TEST

START_TEST(contributions_of_any_order)
{
    for_every_method(same_bits, TRIALS / 3);
}
END_TEST

/* The Shapley values of a weighted sum on a fixed scale are its parts. */
START_TEST(parts_are_shapley_values)
{
    const sel_aggregation *sum = sel_aggregation_find(SEL_STR("weighted-sum"));
    const sel_normalisation *goalposts = sel_normalisation_find(SEL_STR("goalposts"));
    const double low[CRITERIA_MOST] = {0, 1, 0, 2, 0};
    const double high[CRITERIA_MOST] = {10, 9, 10, 8, 12};
    sel_arena *arena = sel_arena_create();
    for (uint64_t seed = 1; seed <= TRIALS; seed++) {
        const trial of = draw_trial(seed);
        const sel_decision_matrix matrix = matrix_of(&of);
        const sel_aggregation_options options = {.weights = of.weights,
                                                 .normalisation = goalposts,
                                                 .goal_low = low,
                                                 .goal_high = high,
                                                 .threads = 1};
        const sel_scoring scoring = {sum, &matrix, &options};
        sel_error err = {0};
        sel_shapley found;
        sel_arena_reset(arena);
        ck_assert(sel_shapley_of(&scoring, row_of(&of), &against_mean, arena, &found, &err) ==
                  SEL_OK);
        sel_contributions parts;
        ck_assert(sel_contributions_of(&scoring, row_of(&of), &against_mean, arena, &parts, &err) ==
                  SEL_OK);
        for (uint32_t j = 0; j < of.criteria; j++)
            ck_trial(fabs(found.values[j] - parts.of.values[j]) <= 1e-14, &of, sum);
    }
    sel_arena_destroy(arena);
}
END_TEST

/* Additivity: a net flow is the weighted sum of the flows on single criteria, so that each of its
 * Shapley values is the weight times that of the single criterion. */
START_TEST(flows_add_up)
{
    const sel_aggregation *promethee = sel_aggregation_find(SEL_STR("promethee"));
    sel_arena *arena = sel_arena_create();
    for (uint64_t seed = 1; seed <= TRIALS; seed++) {
        const trial of = draw_trial(seed);
        sel_arena_reset(arena);
        sel_contributions found = contribute(&of, promethee, row_of(&of), 1, arena);
        for (uint32_t j = 0; j < of.criteria; j++) {
            trial single = of;
            memset(single.weights, 0, sizeof single.weights);
            single.weights[j] = 1;
            sel_contributions alone = contribute(&single, promethee, row_of(&of), 1, arena);
            ck_trial(fabs(found.of.values[j] - of.weights[j] * alone.of.values[j]) <= 1e-14, &of,
                     promethee);
        }
    }
    sel_arena_destroy(arena);
}
END_TEST

/* How far a row is behind another when one of its values is altered. */
static double lag(const trial *of, const sel_aggregation *method, uint32_t row, uint32_t next,
                  uint32_t criterion, double value, sel_arena *arena)
{
    trial altered = *of;
    altered.values[criterion * of->rows + row] = value;
    const sel_decision_matrix matrix = matrix_of(&altered);
    const sel_aggregation_options options = {.weights = of->weights, .threads = 1};
    sel_aggregation_outcome outcome;
    sel_error err = {0};
    ck_trial(sel_aggregate(method, &matrix, &options, arena, &outcome, &err) == SEL_OK, of, method);
    return outcome.scores[next] - outcome.scores[row];
}

/* What is said to reach does, what is said not to does not; for additive methods less would not. */
static void moves_do_what_they_say(const trial *of, const sel_aggregation *method, sel_arena *arena)
{
    const sel_decision_matrix matrix = matrix_of(of);
    const sel_aggregation_options options = {.weights = of->weights, .threads = 1};
    const sel_scoring scoring = {method, &matrix, &options};
    uint32_t row = row_of(of);
    sel_move_up found;
    sel_error err = {0};
    ck_trial(sel_move_up_of(&scoring, row, NULL, arena, &found, &err) == SEL_OK, of, method);
    for (uint32_t j = 0; j < of->criteria && !found.first; j++) {
        const sel_move *move = &found.moves[j];
        double left = lag(of, method, row, found.next, j, move->to, arena);
        ck_trial(move->possible ? left <= 1e-11 : left > 0, of, method);
        ck_trial(of->cost[j] ? move->to <= move->from : move->to >= move->from, of, method);
        ck_trial(move->effort >= 0 && move->effort <= 1, of, method);
        double less = move->to + (move->from - move->to) * 1e-6;
        if (move->possible && method->additive != NULL)
            ck_trial(lag(of, method, row, found.next, j, less, arena) > 0, of, method);
    }
}

START_TEST(moves)
{
    for_every_method(moves_do_what_they_say, TRIALS / 3);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {
        contributions, contributions_of_any_order, parts_are_shapley_values, flows_add_up, moves,
        NULL};
    return run_tests("explanation properties", tests);
}
