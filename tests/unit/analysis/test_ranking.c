#include "analysis/aggregation/aggregation.h"
#include "analysis/ranking/ranking.h"

#include "analysis/robustness/counter_random.h"
#include "check_suite.h"
#include "domain/model.h"

#include <math.h>

static const double quarters[] = {0.25, 0.25, 0.25, 0.25};

static sel_ranking_options options_of(const char *method, const double *weights)
{
    return (sel_ranking_options){.method = sel_ranking_method_find(sel_str_of(method)),
                                 .weights = weights,
                                 .floor = 0.01,
                                 .draws = 1024,
                                 .seed = 1,
                                 .threads = 2};
}

static sel_ranking rank(sel_arena *arena, const double *low, const double *high, uint32_t count,
                        uint32_t criteria, const sel_ranking_options *options)
{
    const sel_alternatives alternatives = {low, high, count, criteria};
    sel_ranking ranking = {0};
    sel_error err = {0};
    ck_assert_msg(sel_ranking_compute(&alternatives, options, arena, &ranking, &err) == SEL_OK,
                  "%s", err.message);
    return ranking;
}

START_TEST(methods_are_found_by_name)
{
    uint32_t count = 0;
    uint32_t additive = 0;
    const sel_aggregation *const *all = sel_aggregations(&count);
    for (uint32_t i = 0; i < count; i++) {
        const sel_ranking_method *method = sel_ranking_method_find(sel_str_of(all[i]->name));
        ck_assert_ptr_eq(method, all[i]->additive);
        if (method == NULL)
            continue;
        ck_assert_str_eq(method->name, all[i]->name);
        ck_assert(strlen(method->variant) > 0 && strlen(method->source) > 0);
        additive += 1;
    }
    ck_assert_uint_eq(additive, 2);
    ck_assert_ptr_null(sel_ranking_method_find(SEL_STR("weighted")));
    ck_assert_ptr_null(sel_ranking_method_find(SEL_STR("")));
}
END_TEST

/* Nothing known: ∫ ln max(.01, v) dv over 0..1 = .01 ln .01 + [v ln v − v] from .01 to 1 = −.99, so
 * the product counts e^−.99 = .371576691; a value known to be .4 is before it, one of .35 behind.
 */
START_TEST(what_is_not_known_counts_its_mean)
{
    static const double low[] = {0, 0.4, 0.35};
    static const double high[] = {1, 0.4, 0.35};
    static const double one[] = {1};
    sel_arena *arena = sel_arena_create();
    sel_ranking_options options = options_of("weighted-product", one);
    sel_ranking product = rank(arena, low, high, 3, 1, &options);
    ck_assert_uint_eq(product.order[0].alternative, 1);
    ck_assert_uint_eq(product.order[1].alternative, 0);
    ck_assert_double_eq_tol(product.order[1].score, 0.371576691, 1e-9);
    options = options_of("weighted-sum", one);
    sel_ranking sum = rank(arena, low, high, 3, 1, &options);
    ck_assert_uint_eq(sum.order[0].alternative, 0);
    ck_assert_double_eq(sum.order[0].score, 0.5);
    sel_arena_destroy(arena);
}
END_TEST

/* Means of ln max(.01, v) by quadrature at 30 digits (mpmath 1.3.0); narrow bounds must not lose
 * digits to cancellation. */
START_TEST(expected_terms_of_the_product)
{
    static const struct {
        double low, high, mean;
    } known[] = {{0.2, 0.6, -0.96151947943193584},         {0, 1, -0.99},
                 {0.3, 0.3003, -1.2034729709093193},       {0.3, 0.30029, -1.2034896266581123},
                 {0.5, 0.500000001, -0.69314717955994531}, {0.009, 0.0101, -4.6047171481544572},
                 {0, 0.02, -4.4120230054281461},           {0.01, 0.010000001, -4.605170135988093}};
    const sel_ranking_method *product = sel_ranking_method_find(SEL_STR("weighted-product"));
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        ck_assert_double_eq_tol(product->expected(known[i].low, known[i].high, 0.01), known[i].mean,
                                2e-13);
    ck_assert_double_eq(product->expected(0, 0.01, 0.01), log(0.01));
    ck_assert_double_eq(product->expected(0, 0, 0.01), log(0.01));
    ck_assert_double_eq(product->expected(0.7, 0.7, 0.01), log(0.7));
}
END_TEST

/* Weights .5 .3 .2: sums .57 and .54, products .8^.5 .3^.3 .4^.2 and .5^.5 .5^.3 .7^.2 by hand. */
START_TEST(scores_and_contributions)
{
    static const double values[] = {0.8, 0.3, 0.4, 0.5, 0.5, 0.7};
    static const double weights[] = {0.5, 0.3, 0.2};
    sel_arena *arena = sel_arena_create();
    sel_ranking_options options = options_of("weighted-sum", weights);
    sel_ranking sum = rank(arena, values, values, 2, 3, &options);
    ck_assert_uint_eq(sum.order[0].alternative, 0);
    ck_assert_double_eq(sum.order[0].score, 0.57);
    ck_assert_double_eq(sum.order[1].score, 0.54);
    ck_assert_double_eq_tol(sum.order[0].contributions[0], 0.4, 1e-15);
    ck_assert_double_eq_tol(sum.order[0].contributions[1], 0.09, 1e-15);
    ck_assert_double_eq_tol(sum.order[0].contributions[2], 0.08, 1e-15);
    options = options_of("weighted-product", weights);
    sel_ranking product = rank(arena, values, values, 2, 3, &options);
    ck_assert_uint_eq(product.order[0].alternative, 1);
    ck_assert_double_eq_tol(product.order[0].score, 0.534805188, 1e-9);
    ck_assert_double_eq_tol(product.order[1].score, 0.518911587, 1e-9);
    double total = 0;
    for (int j = 0; j < 3; j++)
        total += product.order[0].contributions[j];
    ck_assert_double_eq_tol(total, log(product.order[0].score), 2e-9);
    ck_assert_double_eq_tol(product.order[0].contributions[1], 0.3 * log(0.5), 1e-15);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(bounds_of_the_values_are_bounds_of_the_score)
{
    static const double low[] = {0.2, 0, 0.4, 0.4};
    static const double high[] = {0.6, 1, 0.4, 0.4};
    static const double weights[] = {0.5, 0.5};
    sel_arena *arena = sel_arena_create();
    sel_ranking_options options = options_of("weighted-sum", weights);
    sel_ranking ranking = rank(arena, low, high, 2, 2, &options);
    ck_assert_double_eq(ranking.order[0].score, 0.45);
    ck_assert_double_eq(ranking.order[0].score_low, 0.1);
    ck_assert_double_eq(ranking.order[0].score_high, 0.8);
    ck_assert_double_eq(ranking.order[1].score_low, 0.4);
    ck_assert_double_eq(ranking.order[1].score_high, 0.4);
    ck_assert_uint_eq(ranking.order[0].rank_high, 2);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(equal_rows_tie_and_keep_their_order)
{
    static const double values[] = {0.1, 0.2, 0.7, 0.3, 0.7, 0.3, 0.3, 0.7};
    static const double weights[] = {0.6, 0.4};
    sel_arena *arena = sel_arena_create();
    sel_ranking_options options = options_of("weighted-product", weights);
    sel_ranking ranking = rank(arena, values, values, 4, 2, &options);
    ck_assert_uint_eq(ranking.order[0].alternative, 1);
    ck_assert_uint_eq(ranking.order[1].alternative, 2);
    ck_assert_uint_eq(ranking.order[0].rank, 1);
    ck_assert_uint_eq(ranking.order[1].rank, 1);
    ck_assert_uint_eq(ranking.order[2].rank, 3);
    ck_assert_double_eq(ranking.order[0].beats_next, 0.5);
    ck_assert(ranking.order[0].tied_with_next);
    ck_assert_double_lt(ranking.order[0].swap_to, 0);
    ck_assert_uint_eq(ranking.order[0].rank_low, ranking.order[1].rank_low);
    ck_assert_uint_eq(ranking.order[0].rank_high, ranking.order[1].rank_high);
    ck_assert_double_eq(ranking.order[3].beats_next, 0.5);
    ck_assert(!ranking.order[3].tied_with_next);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(ties_share_the_best_rank)
{
    static const double values[] = {0.2, 0.2, 0.9, 0.2, 0.1};
    static const uint32_t ranks[] = {1, 2, 2, 2, 5};
    static const double one[] = {1};
    sel_arena *arena = sel_arena_create();
    sel_ranking_options options = options_of("weighted-sum", one);
    sel_ranking ranking = rank(arena, values, values, 5, 1, &options);
    for (uint32_t i = 0; i < 5; i++) {
        ck_assert_uint_eq(ranking.order[i].rank, ranks[i]);
        ck_assert_uint_eq(ranking.order[i].rank_low, ranks[i]);
        ck_assert_uint_eq(ranking.order[i].rank_high, ranks[i]);
        ck_assert_double_eq(ranking.order[i].first_three, ranks[i] <= 3 ? 1 : 0);
    }
    sel_arena_destroy(arena);
}
END_TEST

/* Differences below half of 1e-9 are not differences. */
START_TEST(scores_are_rounded_before_they_are_ranked)
{
    static const double values[] = {0.5, 0.5 + 1e-10, 0.5 + 2e-9};
    static const double weights[] = {1};
    sel_arena *arena = sel_arena_create();
    sel_ranking_options options = options_of("weighted-sum", weights);
    sel_ranking ranking = rank(arena, values, values, 3, 1, &options);
    ck_assert_uint_eq(ranking.order[0].alternative, 2);
    ck_assert_uint_eq(ranking.order[1].alternative, 0);
    ck_assert_uint_eq(ranking.order[2].alternative, 1);
    ck_assert_uint_eq(ranking.order[2].rank, 2);
    ck_assert_double_eq(ranking.order[2].score, 0.5);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(concentration_follows_the_criteria_with_weight)
{
    static const double values[] = {0.1, 0.2, 0.3, 0.4};
    static const double pair[] = {0.5, 0, 0.5, 0};
    static const double single[] = {0, 0, 1, 0};
    sel_arena *arena = sel_arena_create();
    sel_ranking_options options = options_of("weighted-sum", quarters);
    ck_assert_double_eq(rank(arena, values, values, 1, 4, &options).concentration, 47);
    options.concentration = 5;
    ck_assert_double_eq(rank(arena, values, values, 1, 4, &options).concentration, 5);
    options = options_of("weighted-sum", pair);
    ck_assert_double_eq(rank(arena, values, values, 1, 4, &options).concentration, 15);
    options = options_of("weighted-sum", single);
    ck_assert_double_eq(rank(arena, values, values, 1, 4, &options).concentration, 0);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(more_than_forty_criteria_are_drawn_at_random_and_say_so)
{
    double values[2 * SEL_CRITERIA_MAX];
    double weights[SEL_CRITERIA_MAX];
    for (int i = 0; i < 2 * SEL_CRITERIA_MAX; i++)
        values[i] = sel_random_uniform(5, (uint64_t)i);
    sel_arena *arena = sel_arena_create();
    static const uint32_t sizes[] = {40, 41, SEL_CRITERIA_MAX};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        uint32_t criteria = sizes[i];
        for (uint32_t j = 0; j < criteria; j++)
            weights[j] = 1.0 / criteria;
        sel_ranking_options options = options_of("weighted-sum", weights);
        sel_ranking ranking = rank(arena, values, values, 2, criteria, &options);
        ck_assert(ranking.sobol == (criteria <= 40));
        ck_assert(ranking.order[0].beats_next > 0.5);
    }
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(fewer_draws_for_more_alternatives)
{
    ck_assert_uint_eq(sel_ranking_draws(65536, 0), 65536);
    ck_assert_uint_eq(sel_ranking_draws(65536, 1525), 65536);
    ck_assert_uint_eq(sel_ranking_draws(65536, 1526), 32768);
    ck_assert_uint_eq(sel_ranking_draws(65536, 48828), 2048);
    ck_assert_uint_eq(sel_ranking_draws(65536, 48829), 1024);
    ck_assert_uint_eq(sel_ranking_draws(65536, 100000), 1024);
    ck_assert_uint_eq(sel_ranking_draws(65536, 4000000000), 1024);
    ck_assert_uint_eq(sel_ranking_draws(1024, 12), 1024);
}
END_TEST

START_TEST(nothing_and_one_alternative)
{
    static const double values[] = {0.1, 0.2, 0.3, 0.4};
    sel_arena *arena = sel_arena_create();
    sel_ranking_options options = options_of("weighted-product", quarters);
    ck_assert_uint_eq(rank(arena, values, values, 0, 4, &options).count, 0);
    sel_ranking one = rank(arena, values, values, 1, 4, &options);
    ck_assert_uint_eq(one.count, 1);
    ck_assert_uint_eq(one.order[0].rank, 1);
    ck_assert_uint_eq(one.order[0].rank_high, 1);
    ck_assert_double_eq(one.order[0].first_three, 1);
    ck_assert_double_eq(one.order[0].beats_next, 0.5);
    ck_assert_double_lt(one.order[0].swap_to, 0);
    sel_arena_destroy(arena);
}
END_TEST

/* Byte for byte, padding aside: every field of every place. */
static void check_same(const sel_ranking *a, const sel_ranking *b)
{
    ck_assert_uint_eq(a->count, b->count);
    ck_assert(a->spread == b->spread);
    for (uint32_t i = 0; i < a->count; i++) {
        const sel_ranked *x = &a->order[i];
        const sel_ranked *y = &b->order[i];
        ck_assert(x->alternative == y->alternative && x->score == y->score &&
                  x->score_low == y->score_low && x->score_high == y->score_high &&
                  x->rank == y->rank && x->rank_low == y->rank_low &&
                  x->rank_high == y->rank_high && x->weights_low == y->weights_low &&
                  x->weights_high == y->weights_high && x->first_three == y->first_three &&
                  x->beats_next == y->beats_next && x->tied_with_next == y->tied_with_next &&
                  x->swap_to == y->swap_to && x->swap_criterion == y->swap_criterion);
    }
}

START_TEST(threads_leave_no_trace)
{
    enum { COUNT = 110 };
    static double low[COUNT * 4];
    static double high[COUNT * 4];
    for (size_t i = 0; i < COUNT * 4; i++) {
        low[i] = 0.8 * sel_random_uniform(3, i);
        high[i] = low[i] + (i % 3 == 0 ? 0.2 * sel_random_uniform(4, i) : 0);
    }
    sel_arena *arena = sel_arena_create();
    sel_ranking_options options = options_of("weighted-product", quarters);
    options.threads = 1;
    sel_ranking first = rank(arena, low, high, COUNT, 4, &options);
    static const int threads[] = {2, 3, 8, 0};
    for (size_t i = 0; i < sizeof threads / sizeof threads[0]; i++) {
        options.threads = threads[i];
        sel_ranking again = rank(arena, low, high, COUNT, 4, &options);
        check_same(&first, &again);
    }
    sel_arena_destroy(arena);
}
END_TEST

/* Other seeds move the shares by no more than the spread says: five standard errors of a difference
 * of two, one standard error being spread / 4. */
START_TEST(seeds_differ_by_what_the_spread_says)
{
    static const double low[] = {0.5, 0.6, 0.4, 0.7, 0.6, 0.5, 0.5, 0.5};
    static const double high[] = {0.5, 0.8, 0.6, 0.7, 0.6, 0.7, 0.5, 0.9};
    sel_arena *arena = sel_arena_create();
    sel_ranking_options options = options_of("weighted-product", quarters);
    options.draws = 16384;
    sel_ranking first = rank(arena, low, high, 2, 4, &options);
    bool moved = false;
    for (options.seed = 2; options.seed < 12; options.seed++) {
        sel_ranking other = rank(arena, low, high, 2, 4, &options);
        double apart = fabs(other.order[0].beats_next - first.order[0].beats_next);
        ck_assert_double_lt(apart, 5 * sqrt(2) * fmax(first.spread, other.spread) / 4);
        moved = moved || apart > 0;
    }
    ck_assert(moved);
    ck_assert(first.spread > 0 && first.spread < 0.05);
    sel_arena_destroy(arena);
}
END_TEST

static void check_refused(const sel_alternatives *alternatives, const sel_ranking_options *options,
                          const char *message)
{
    sel_arena *arena = sel_arena_create();
    sel_ranking ranking = {.count = 77};
    sel_error err = {0};
    ck_assert_int_eq(sel_ranking_compute(alternatives, options, arena, &ranking, &err),
                     SEL_BAD_INPUT);
    ck_assert_msg(strstr(err.message, message) != NULL, "'%s' lacks '%s'", err.message, message);
    ck_assert_uint_eq(ranking.count, 77);
    sel_arena_destroy(arena);
}

START_TEST(options_out_of_range_are_refused)
{
    static const double values[] = {0.1, 0.2};
    static const double halves[] = {0.5, 0.5};
    static const double bad_sum[] = {0.5, 0.4};
    static const double negative[] = {1.5, -0.5};
    static const double not_a_number[] = {NAN, 1};
    const sel_alternatives alternatives = {values, values, 1, 2};
    const sel_ranking_options good = options_of("weighted-sum", halves);
    sel_ranking_options bad = good;
    bad.weights = bad_sum;
    check_refused(&alternatives, &bad, "weights sum to 0.9");
    bad.weights = negative;
    check_refused(&alternatives, &bad, "weight 1 is 1.5");
    bad.weights = not_a_number;
    check_refused(&alternatives, &bad, "weight 1 is nan");
    bad = good;
    bad.floor = 0;
    check_refused(&alternatives, &bad, "floor 0");
    bad = good;
    bad.concentration = -1;
    check_refused(&alternatives, &bad, "concentration -1");
    bad = good;
    bad.draws = 512;
    check_refused(&alternatives, &bad, "512 draws");
    bad.draws = 3000;
    check_refused(&alternatives, &bad, "3000 draws");
    bad.draws = 1u << 31;
    check_refused(&alternatives, &bad, "2147483648 draws");
    bad = good;
    bad.seed = 0;
    check_refused(&alternatives, &bad, "seed 0");
    const sel_alternatives none = {values, values, 1, 0};
    check_refused(&none, &good, "0 criteria");
    const sel_alternatives many = {values, values, 1, SEL_CRITERIA_MAX + 1};
    check_refused(&many, &good, "65 criteria");
}
END_TEST

START_TEST(values_out_of_range_are_refused)
{
    static const double halves[] = {0.5, 0.5};
    static const double bad[][2] = {{-0.1, 0.5}, {0.5, 1.1}, {0.6, 0.5}, {NAN, 0.5}, {0.5, NAN}};
    const sel_ranking_options options = options_of("weighted-sum", halves);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        const double low[] = {0, 0, 0, bad[i][0]};
        const double high[] = {1, 1, 1, bad[i][1]};
        const sel_alternatives alternatives = {low, high, 2, 2};
        check_refused(&alternatives, &options, "alternative 2, criterion 2");
    }
}
END_TEST

START_TEST(a_weight_too_small_to_move)
{
    static const double values[] = {0.1, 0.2, 0.3};
    static const double weights[] = {0.5, 1e-9, 0.5 - 1e-9};
    const sel_alternatives alternatives = {values, values, 1, 3};
    const sel_ranking_options options = options_of("weighted-sum", weights);
    sel_arena *arena = sel_arena_create();
    sel_ranking ranking = {0};
    sel_error err = {0};
    ck_assert_int_eq(sel_ranking_compute(&alternatives, &options, arena, &ranking, &err),
                     SEL_NUMERIC);
    ck_assert(strstr(err.message, "weight 1e-09 of criterion 2") != NULL);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {what_is_not_known_counts_its_mean,
                            expected_terms_of_the_product,
                            methods_are_found_by_name,
                            scores_and_contributions,
                            bounds_of_the_values_are_bounds_of_the_score,
                            equal_rows_tie_and_keep_their_order,
                            ties_share_the_best_rank,
                            scores_are_rounded_before_they_are_ranked,
                            concentration_follows_the_criteria_with_weight,
                            more_than_forty_criteria_are_drawn_at_random_and_say_so,
                            fewer_draws_for_more_alternatives,
                            nothing_and_one_alternative,
                            threads_leave_no_trace,
                            seeds_differ_by_what_the_spread_says,
                            options_out_of_range_are_refused,
                            values_out_of_range_are_refused,
                            a_weight_too_small_to_move,
                            NULL};
    return run_tests("ranking", tests);
}
