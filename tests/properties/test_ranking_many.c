/* A ranking beyond the size for which every place gets an interval. */
#include "analysis/ranking/ranking.h"

#include "check_suite.h"
#include "domain/model.h"

/* Above 100,000 alternatives only the first 1,000 places get intervals; with one criterion no
 * weight moves, so every interval is known. */
START_TEST(many_alternatives)
{
    enum { COUNT = SEL_ALTERNATIVES_FULL + 1 };
    sel_arena *arena = sel_arena_create();
    double *values = sel_arena_array(arena, COUNT, sizeof *values);
    for (uint32_t i = 0; i < COUNT; i++)
        values[i] = (double)i / COUNT;
    const double weights[] = {1};
    const sel_alternatives alternatives = {values, values, COUNT, 1};
    const sel_ranking_options options = {.method = sel_ranking_method_find(SEL_STR("weighted-sum")),
                                         .weights = weights,
                                         .floor = 0.01,
                                         .draws = 65536,
                                         .seed = 1};
    sel_ranking ranking = {0};
    sel_error err = {0};
    ck_assert_int_eq(sel_ranking_compute(&alternatives, &options, arena, &ranking, &err), SEL_OK);
    ck_assert_uint_eq(ranking.draws, SEL_DRAWS_LEAST);
    ck_assert_uint_eq(ranking.with_intervals, SEL_INTERVAL_PLACES);
    for (uint32_t i = 0; i < COUNT; i++) {
        const sel_ranked *place = &ranking.order[i];
        uint32_t interval = i < SEL_INTERVAL_PLACES ? i + 1 : 0;
        ck_assert_uint_eq(place->rank, i + 1);
        ck_assert_uint_eq(place->rank_low, interval);
        ck_assert_uint_eq(place->weights_high, interval);
        ck_assert_double_eq(place->beats_next, i < SEL_INTERVAL_PLACES ? 1 : 0);
        ck_assert_double_eq(place->first_three, i < 3 ? 1 : 0);
    }
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {many_alternatives, NULL};
    return run_tests("ranking many", tests);
}
