#include "selaras.h"

#include "check_suite.h"

#include <math.h>

/* Four alternatives, three criteria (the third a cost) and one without weight. NAN: not known.
 *
 *        c1  c2  c3  c4
 *     A  10   0   4   ·
 *     B   ·  10   2   ·
 *     C   0   5   ·   1
 *     D   ·   ·   0   2 */
static const double values[] = {10, NAN, 0, NAN, 0, 10, 5, NAN, 4, 2, NAN, 0, NAN, NAN, 1, 2};
static const bool known[] = {true, false, true,  false, true,  true,  true, false,
                             true, true,  false, true,  false, false, true, true};
static const bool cost[] = {false, false, true, false};
static const double weights[] = {.5, .3, .2, 0};
static const sel_incomplete_matrix incomplete = {{values, 4, 4, cost}, known, NULL};

static sel_missing look(double limit, sel_arena *arena)
{
    sel_error err = {0};
    sel_missing found;
    ck_assert_msg(sel_missing_look(&incomplete, weights, limit, arena, &found, &err) == SEL_OK,
                  "%s", err.message);
    return found;
}

START_TEST(who_lacks_what)
{
    sel_arena *arena = sel_arena_create();
    sel_missing found = look(0, arena);
    const double coverage[] = {1, .5, .8, .2};
    const uint32_t cells_of[] = {0, 1, 1, 2};
    const uint32_t lacking[] = {2, 1, 1, 0};
    for (uint32_t i = 0; i < 4; i++) {
        ck_assert_double_eq_tol(found.coverage[i], coverage[i], 1e-15);
        ck_assert_uint_eq(found.cells_of[i], cells_of[i]);
        ck_assert_uint_eq(found.lacking[i], lacking[i]);
    }
    ck_assert_uint_eq(found.cells, 4);
    ck_assert_uint_eq(found.ranked_count, 4);
    ck_assert_uint_eq(found.apart_count, 0);
    ck_assert_double_eq(found.common_share, 0);
    ck_assert(!found.neighbours);
    double common[4];
    sel_error err = {0};
    ck_assert(sel_missing_common_weights(&found, weights, 4, common, &err) == SEL_REFUSED);
    sel_arena_destroy(arena);
}
END_TEST

/* A limit of .5 lists D apart, B just stays; A, B, C have c2 in common, .3 of the weight. At .8 A
 * and C have c1 and c2, of which c1 is .5 / .8. */
START_TEST(apart_and_common)
{
    sel_arena *arena = sel_arena_create();
    sel_error err = {0};
    double common[4];
    sel_missing found = look(.5, arena);
    ck_assert_uint_eq(found.ranked_count, 3);
    ck_assert_uint_eq(found.apart_count, 1);
    ck_assert_uint_eq(found.apart[0], 3);
    ck_assert(!found.common[0] && found.common[1] && !found.common[2] && !found.common[3]);
    ck_assert_double_eq_tol(found.common_share, .3, 1e-15);
    ck_assert(!found.neighbours);
    ck_assert(sel_missing_common_weights(&found, weights, 4, common, &err) == SEL_OK);
    ck_assert(common[0] == 0 && common[1] == 1 && common[2] == 0 && common[3] == 0);
    found = look(.8, arena);
    ck_assert_uint_eq(found.ranked_count, 2);
    ck_assert_uint_eq(found.ranked[1], 2);
    ck_assert_double_eq_tol(found.common_share, .8, 1e-15);
    ck_assert(found.neighbours);
    ck_assert(sel_missing_common_weights(&found, weights, 4, common, &err) == SEL_OK);
    ck_assert_double_eq_tol(common[0], .625, 1e-15);
    ck_assert_double_eq_tol(common[1], .375, 1e-15);
    ck_assert(common[2] == 0 && common[3] == 0);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(bad_input)
{
    const double twice[] = {1, 1, 0, 0};
    const double below[] = {1.5, -.5, 0, 0};
    sel_arena *arena = sel_arena_create();
    sel_error err = {0};
    sel_missing found;
    ck_assert(sel_missing_look(&incomplete, weights, NAN, arena, &found, &err) == SEL_BAD_INPUT);
    ck_assert(sel_missing_look(&incomplete, weights, 1.5, arena, &found, &err) == SEL_BAD_INPUT);
    ck_assert(sel_missing_look(&incomplete, below, 0, arena, &found, &err) == SEL_BAD_INPUT);
    ck_assert_str_eq(err.message, "weight 1 is 1.5, not between 0 and 1");
    ck_assert(sel_missing_look(&incomplete, twice, 0, arena, &found, &err) == SEL_BAD_INPUT);
    ck_assert_str_eq(err.message, "weights sum to 2, not 1");
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {who_lacks_what, apart_and_common, bad_input, NULL};
    return run_tests("missing", tests);
}
