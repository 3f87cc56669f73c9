/** test_promethee_properties.c - PROMETHEE by sorting against its definition by pairs, and what
 * flows add up to, over random tables; and the same bytes for one thread and two of every method.
 */
#include "properties/drawn_matrix.h"

#include "check_suite.h"

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

/* Brans, Vincke & Mareschal 1986, word for word. */
static double preference(sel_promethee_shape shape, double d, double q, double p, double s)
{
    if (d <= 0)
        return 0;
    switch (shape) {
    case SEL_SHAPE_U:
        return d > q ? 1 : 0;
    case SEL_SHAPE_V:
        return d > p ? 1 : d / p;
    case SEL_SHAPE_LEVEL:
        return d > p ? 1 : (d > q ? .5 : 0);
    case SEL_SHAPE_LINEAR:
        return d > p ? 1 : (d > q ? (d - q) / (p - q) : 0);
    case SEL_SHAPE_GAUSSIAN:
        return 1 - exp(-d * d / (2 * s * s));
    default:
        return 1;
    }
}

static double index_of(drawn_matrix *of, uint32_t a, uint32_t b)
{
    double sum = 0;
    for (uint32_t j = 0; j < of->criteria; j++) {
        double d = *drawn_at(of, a, j) - *drawn_at(of, b, j);
        sum += of->weights[j] * preference((sel_promethee_shape)of->shape[j], of->cost[j] ? -d : d,
                                           of->q[j], of->p[j], of->s[j]);
    }
    return sum;
}

static void check_relations(const drawn_matrix *of, const sel_aggregation_outcome *found)
{
    for (uint32_t a = 0; a < of->rows; a++) {
        bool beaten = false;
        for (uint32_t b = 0; b < of->rows; b++)
            beaten = beaten || sel_promethee_compare(found, b, a) == SEL_PREFERRED;
        ck_assert_msg(found->set[a] == !beaten, "alternative %u of %u", a + 1, of->rows);
    }
}

static void check_table(drawn_matrix *of, sel_arena *arena)
{
    const sel_aggregation *method = sel_aggregation_find(SEL_STR("promethee"));
    sel_decision_matrix matrix = drawn_decision(of);
    sel_aggregation_options options = drawn_options(method, of);
    sel_aggregation_outcome found = {0};
    sel_error err = {0};
    ck_assert_msg(sel_aggregate(method, &matrix, &options, arena, &found, &err) == SEL_OK, "%s",
                  err.message);
    const double *found_plus = sel_aggregation_column_find(&found, "phi_plus");
    const double *found_minus = sel_aggregation_column_find(&found, "phi_minus");
    double whole = 0;
    for (uint32_t a = 0; a < of->rows; a++) {
        double plus = 0;
        double minus = 0;
        for (uint32_t b = 0; b < of->rows; b++) {
            plus += index_of(of, a, b) / (of->rows - 1);
            minus += index_of(of, b, a) / (of->rows - 1);
        }
        ck_assert_msg(fabs(found_plus[a] - plus) <= 1e-13, "phi+ %.17g, not %.17g", found_plus[a],
                      plus);
        ck_assert_msg(fabs(found_minus[a] - minus) <= 1e-13, "phi- %.17g, not %.17g",
                      found_minus[a], minus);
        whole += found.scores[a];
    }
    ck_assert_msg(fabs(whole) <= 1e-13, "net flows sum to %g", whole);
    check_relations(of, &found);
}

START_TEST(sorting_equals_the_definition_and_net_flows_sum_to_0)
{
    uint64_t state = 11;
    for (int i = 0; i < TABLES; i++) {
        sel_arena *arena = sel_arena_create();
        drawn_matrix drawn = drawn_matrix_of(&state);
        check_table(&drawn, arena);
        sel_arena_destroy(arena);
    }
}
END_TEST

/* Many alternatives: the radix sort, its skipped digits and the threads are used. */
typedef struct large {
    double *values;
    uint32_t rows;
    double weights[3];
    double shape[3];
    double q[3];
    double p[3];
    double s[3];
} large;

static large large_table(sel_arena *arena, uint32_t rows)
{
    large of = {.rows = rows,
                .weights = {.5, .3, .2},
                .shape = {SEL_SHAPE_LINEAR, SEL_SHAPE_LEVEL, SEL_SHAPE_GAUSSIAN},
                .q = {3, 1.5, 0},
                .p = {20, 4.5, 0},
                .s = {0, 0, 9}};
    of.values = sel_arena_array(arena, (size_t)rows * 3, sizeof *of.values);
    uint64_t state = 5;
    for (uint32_t i = 0; i < rows; i++) {
        of.values[i] = 1 + 99 * seeded_unit(&state);
        of.values[rows + i] = 1 + seeded_below(&state, 9);
        of.values[2 * rows + i] = 1 + 50 * seeded_unit(&state);
    }
    return of;
}

static sel_aggregation_outcome aggregate(const sel_aggregation *method, const large *of,
                                         int threads, sel_arena *arena)
{
    static const bool cost[3] = {false, true, false};
    sel_decision_matrix matrix = {of->values, of->rows, 3, cost};
    sel_aggregation_options options = {.weights = of->weights, .threads = threads};
    if (strcmp(method->name, "promethee") == 0) {
        options.parameters[SEL_PROMETHEE_SHAPE] = of->shape;
        options.parameters[SEL_PROMETHEE_Q] = of->q;
        options.parameters[SEL_PROMETHEE_P] = of->p;
        options.parameters[SEL_PROMETHEE_S] = of->s;
    }
    sel_aggregation_outcome found = {0};
    sel_error err = {0};
    ck_assert_msg(sel_aggregate(method, &matrix, &options, arena, &found, &err) == SEL_OK, "%s",
                  err.message);
    return found;
}

START_TEST(sorting_equals_the_definition_of_many)
{
    enum { ROWS = 1500 };
    sel_arena *arena = sel_arena_create();
    large of = large_table(arena, ROWS);
    sel_aggregation_outcome found =
        aggregate(sel_aggregation_find(SEL_STR("promethee")), &of, 2, arena);
    double whole = 0;
    for (uint32_t a = 0; a < ROWS; a++) {
        double net = 0;
        for (uint32_t b = 0; b < ROWS; b++)
            for (uint32_t j = 0; j < 3; j++) {
                double d = of.values[j * ROWS + a] - of.values[j * ROWS + b];
                d = j == 1 ? -d : d;
                sel_promethee_shape shape = (sel_promethee_shape)of.shape[j];
                net += of.weights[j] * (preference(shape, d, of.q[j], of.p[j], of.s[j]) -
                                        preference(shape, -d, of.q[j], of.p[j], of.s[j]));
            }
        ck_assert_msg(fabs(found.scores[a] - net / (ROWS - 1)) <= 1e-12, "phi %.17g, not %.17g",
                      found.scores[a], net / (ROWS - 1));
        whole += found.scores[a];
    }
    ck_assert_double_le(fabs(whole), 1e-12);
    sel_arena_destroy(arena);
}
END_TEST

/* One value far away: the others share the bits that are sorted first, in the worst order. By hand:
 * of d in units of the far one, V counts d, so that net flows are n·value less the sum of all. */
START_TEST(a_far_value_keeps_the_others_in_order)
{
    enum { ROWS = 1500 };
    const double far = 1e13; /* the others lie within 2⁻³² of the range, and 2⁻⁵⁴ is 6e-4 */
    static double values[ROWS];
    double sum = far;
    values[0] = far;
    for (uint32_t i = 1; i < ROWS; i++) {
        values[i] = ROWS - i;
        sum += values[i];
    }
    sel_arena *arena = sel_arena_create();
    sel_decision_matrix matrix = {values, ROWS, 1, NULL};
    sel_aggregation_options options = {
        .weights = (double[]){1},
        .parameters = {(double[]){SEL_SHAPE_V}, NULL, (double[]){far}},
    };
    sel_aggregation_outcome found = {0};
    sel_error err = {0};
    ck_assert_int_eq(sel_aggregate(sel_aggregation_find(SEL_STR("promethee")), &matrix, &options,
                                   arena, &found, &err),
                     SEL_OK);
    for (uint32_t i = 1; i < ROWS; i++)
        ck_assert_double_eq_tol(found.scores[i] * far * (ROWS - 1), ROWS * values[i] - sum, 4);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(one_thread_and_three_give_the_same_bytes)
{
    enum { ROWS = 3000 };
    sel_arena *arena = sel_arena_create();
    large of = large_table(arena, ROWS);
    uint32_t count = 0;
    const sel_aggregation *const *methods = sel_aggregations(&count);
    for (uint32_t k = 0; k < count; k++) {
        sel_aggregation_outcome one = aggregate(methods[k], &of, 1, arena);
        sel_aggregation_outcome three = aggregate(methods[k], &of, 3, arena);
        ck_assert_mem_eq(one.scores, three.scores, ROWS * sizeof *one.scores);
        ck_assert_mem_eq(one.ranks, three.ranks, ROWS * sizeof *one.ranks);
        for (uint32_t c = 0; c < one.column_count; c++)
            ck_assert_mem_eq(one.columns[c].values, three.columns[c].values, ROWS * sizeof(double));
        if (one.set != NULL)
            ck_assert_mem_eq(one.set, three.set, ROWS * sizeof *one.set);
    }
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    sel_error err = {0};
    if (sel_init(&err) != SEL_OK)
        return EXIT_FAILURE;
    const TTest *tests[] = {
        sorting_equals_the_definition_and_net_flows_sum_to_0, sorting_equals_the_definition_of_many,
        a_far_value_keeps_the_others_in_order, one_thread_and_three_give_the_same_bytes, NULL};
    return run_tests("promethee properties", tests);
}
