/** test_aggregation_properties.c - what holds for every row of the table of aggregations, over
 * random tables: it goes over the table by itself, so that a new method is tested too. */
#include "properties/drawn_matrix.h"

#include "check_suite.h"

/* With a sanitizer everything takes longer. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED
#endif
#endif
#ifdef SANITIZED
enum { TABLES = 200 };
#else
enum { TABLES = 10000 };
#endif

/* Scores are at most about 100 here, most at most 1. */
static const double CLOSE = 1e-9;

typedef struct outcome {
    double scores[DRAWN_ROWS + 1];
    uint32_t ranks[DRAWN_ROWS + 1];
    bool set[DRAWN_ROWS + 1];
} outcome;

static outcome aggregate(const sel_aggregation *method, const drawn_matrix *of)
{
    sel_arena *arena = sel_arena_create();
    sel_decision_matrix matrix = drawn_decision(of);
    sel_aggregation_options options = drawn_options(method, of);
    sel_aggregation_outcome found = {0};
    sel_error err = {0};
    ck_assert_msg(sel_aggregate(method, &matrix, &options, arena, &found, &err) == SEL_OK, "%s: %s",
                  method->name, err.message);
    outcome copy = {0};
    memcpy(copy.scores, found.scores, of->rows * sizeof *found.scores);
    memcpy(copy.ranks, found.ranks, of->rows * sizeof *found.ranks);
    if (found.set != NULL)
        memcpy(copy.set, found.set, of->rows * sizeof *found.set);
    sel_arena_destroy(arena);
    return copy;
}

typedef void property(const sel_aggregation *method, drawn_matrix *of, uint64_t *state);

static void for_each(uint64_t seed, property *holds)
{
    uint32_t count = 0;
    const sel_aggregation *const *methods = sel_aggregations(&count);
    ck_assert_uint_ge(count, 8);
    uint64_t state = seed;
    for (int i = 0; i < TABLES; i++) {
        drawn_matrix drawn = drawn_matrix_of(&state);
        for (uint32_t k = 0; k < count; k++) {
            drawn_matrix copy = drawn;
            holds(methods[k], &copy, &state);
        }
    }
}

static void same_score(const sel_aggregation *method, double found, double expected)
{
    ck_assert_msg(fabs(found - expected) <= CLOSE * fmax(1, fabs(expected)), "%s: %.17g, not %.17g",
                  method->name, found, expected);
}

static bool is(const sel_aggregation *method, const char *name)
{
    return strcmp(method->name, name) == 0;
}

/* Made better than the best in every criterion by more than any threshold; strict with a usual
 * shape and with others. Concordance and discordance leave room for ties of ELECTRE I. */
static void dominating_is_first(const sel_aggregation *method, drawn_matrix *of, uint64_t *state)
{
    uint32_t first = seeded_below(state, of->rows);
    for (uint32_t j = 0; j < of->criteria; j++) {
        double best = *drawn_at(of, 0, j);
        for (uint32_t i = 1; i < of->rows; i++) {
            double value = *drawn_at(of, i, j);
            best = of->cost[j] ? fmin(best, value) : fmax(best, value);
        }
        *drawn_at(of, first, j) = of->cost[j] ? best / 1.5 : best * 1.5;
    }
    outcome found = aggregate(method, of);
    ck_assert_msg(found.ranks[first] == 1, "%s: the dominating one has rank %u", method->name,
                  found.ranks[first]);
    if (method->set_name != NULL)
        ck_assert_msg(found.set[first], "%s: the dominating one is not in the %s", method->name,
                      method->set_name);
}

START_TEST(a_dominating_alternative_is_first)
{
    for_each(1, dominating_is_first);
}
END_TEST

/* No worse anywhere, and better by one criterion alone: never behind the one it dominates. */
static void better_is_not_behind(const sel_aggregation *method, drawn_matrix *of, uint64_t *state)
{
    uint32_t a = seeded_below(state, of->rows);
    uint32_t b = (a + 1) % of->rows;
    for (uint32_t j = 0; j < of->criteria; j++)
        *drawn_at(of, b, j) = *drawn_at(of, a, j);
    uint32_t j = seeded_below(state, of->criteria);
    *drawn_at(of, b, j) *= of->cost[j] ? .8 : 1.25;
    outcome found = aggregate(method, of);
    ck_assert_msg(found.ranks[b] <= found.ranks[a], "%s: %u behind %u", method->name,
                  found.ranks[b], found.ranks[a]);
}

START_TEST(what_dominates_is_not_behind)
{
    for_each(2, better_is_not_behind);
}
END_TEST

static void rows_reversed(const sel_aggregation *method, drawn_matrix *of, uint64_t *state)
{
    (void)state;
    outcome before = aggregate(method, of);
    drawn_matrix turned = *of;
    for (uint32_t j = 0; j < of->criteria; j++)
        for (uint32_t i = 0; i < of->rows; i++)
            *drawn_at(&turned, of->rows - 1 - i, j) = *drawn_at(of, i, j);
    outcome after = aggregate(method, &turned);
    for (uint32_t i = 0; i < of->rows; i++) {
        uint32_t at = of->rows - 1 - i;
        ck_assert_msg(after.scores[at] == before.scores[i] && after.ranks[at] == before.ranks[i] &&
                          after.set[at] == before.set[i],
                      "%s: %.17g, not %.17g", method->name, after.scores[at], before.scores[i]);
    }
}

START_TEST(the_order_of_alternatives_changes_no_bit)
{
    for_each(3, rows_reversed);
}
END_TEST

static void move_criterion(const drawn_matrix *from, uint32_t j, drawn_matrix *to, uint32_t at)
{
    memcpy(drawn_at(to, 0, at), &from->values[j * from->rows], from->rows * sizeof *from->values);
    to->cost[at] = from->cost[j];
    to->weights[at] = from->weights[j];
    to->shape[at] = from->shape[j];
    to->q[at] = from->q[j];
    to->p[at] = from->p[j];
    to->s[at] = from->s[j];
}

static void columns_reversed(const sel_aggregation *method, drawn_matrix *of, uint64_t *state)
{
    (void)state;
    drawn_matrix turned = *of;
    for (uint32_t j = 0; j < of->criteria; j++)
        move_criterion(of, j, &turned, of->criteria - 1 - j);
    outcome before = aggregate(method, of);
    outcome after = aggregate(method, &turned);
    for (uint32_t i = 0; i < of->rows; i++)
        same_score(method, after.scores[i], before.scores[i]);
}

START_TEST(the_order_of_criteria_changes_no_score)
{
    for_each(4, columns_reversed);
}
END_TEST

/* A unit of another size: thresholds are in that unit too. The score of a raw product grows by a
 * factor that is the same for all. */
static void one_column_scaled(const sel_aggregation *method, drawn_matrix *of, uint64_t *state)
{
    outcome before = aggregate(method, of);
    uint32_t j = seeded_below(state, of->criteria);
    double factor = exp(4 * seeded_unit(state) - 2);
    for (uint32_t i = 0; i < of->rows; i++)
        *drawn_at(of, i, j) *= factor;
    of->q[j] *= factor;
    of->p[j] *= factor;
    of->s[j] *= factor;
    outcome after = aggregate(method, of);
    double by = is(method, "weighted-product")
                    ? pow(factor, of->cost[j] ? -of->weights[j] : of->weights[j])
                    : 1;
    for (uint32_t i = 0; i < of->rows; i++)
        same_score(method, after.scores[i], before.scores[i] * by);
}

START_TEST(the_unit_of_a_criterion_changes_no_score)
{
    for_each(5, one_column_scaled);
}
END_TEST

/* Min-max values and differences do not know where a scale has its zero. */
static void one_column_shifted(const sel_aggregation *method, drawn_matrix *of, uint64_t *state)
{
    if (!is(method, "weighted-sum") && !is(method, "vikor") && !is(method, "promethee"))
        return;
    outcome before = aggregate(method, of);
    uint32_t j = seeded_below(state, of->criteria);
    double shift = 1000 * seeded_unit(state) - 500;
    for (uint32_t i = 0; i < of->rows; i++)
        *drawn_at(of, i, j) += shift;
    outcome after = aggregate(method, of);
    for (uint32_t i = 0; i < of->rows; i++)
        same_score(method, after.scores[i], before.scores[i]);
}

START_TEST(the_zero_of_a_criterion_changes_no_score_where_differences_count)
{
    for_each(6, one_column_shifted);
}
END_TEST

static void twins_tie(const sel_aggregation *method, drawn_matrix *of, uint64_t *state)
{
    uint32_t a = seeded_below(state, of->rows);
    uint32_t b = (a + 1) % of->rows;
    for (uint32_t j = 0; j < of->criteria; j++)
        *drawn_at(of, b, j) = *drawn_at(of, a, j);
    outcome found = aggregate(method, of);
    ck_assert_msg(found.scores[a] == found.scores[b] && found.ranks[a] == found.ranks[b] &&
                      found.set[a] == found.set[b],
                  "%s: %.17g and %.17g", method->name, found.scores[a], found.scores[b]);
}

START_TEST(a_duplicate_ties)
{
    for_each(7, twins_tie);
}
END_TEST

static void weightless_is_absent(const sel_aggregation *method, drawn_matrix *of, uint64_t *state)
{
    outcome before = aggregate(method, of);
    uint32_t at = of->criteria++;
    for (uint32_t i = 0; i < of->rows; i++)
        *drawn_at(of, i, at) = 1000 * seeded_unit(state) - 500;
    of->weights[at] = 0;
    outcome after = aggregate(method, of);
    for (uint32_t i = 0; i < of->rows; i++)
        ck_assert_msg(after.scores[i] == before.scores[i] && after.set[i] == before.set[i],
                      "%s: %.17g, not %.17g", method->name, after.scores[i], before.scores[i]);
}

START_TEST(a_criterion_of_weight_0_is_as_if_removed)
{
    for_each(8, weightless_is_absent);
}
END_TEST

int main(void)
{
    sel_error err = {0};
    if (sel_init(&err) != SEL_OK)
        return EXIT_FAILURE;
    const TTest *tests[] = {a_dominating_alternative_is_first,
                            what_dominates_is_not_behind,
                            the_order_of_alternatives_changes_no_bit,
                            the_order_of_criteria_changes_no_score,
                            the_unit_of_a_criterion_changes_no_score,
                            the_zero_of_a_criterion_changes_no_score_where_differences_count,
                            a_duplicate_ties,
                            a_criterion_of_weight_0_is_as_if_removed,
                            NULL};
    return run_tests("aggregation properties", tests);
}
