/** test_overlap_terms.c - the fractions that are handed out multiply to the figures of the pair. */
#include "check_suite.h"
#include "random_study.h"

__extension__ typedef unsigned __int128 wide;

enum { STUDIES = 150, PROGRAMMES = 14 };

static uint32_t ppm(wide part, wide whole)
{
    return whole == 0 ? 0 : (uint32_t)(part * 1000000 / whole);
}

static uint32_t score(const sel_overlap_terms *terms, const sel_overlap_end *end)
{
    wide likeness = (wide)terms->kinds.part * terms->for_whom.part;
    wide of = (wide)terms->kinds.whole * terms->for_whom.whole;
    return ppm((wide)end->c * (uint32_t)end->days * likeness,
               (wide)10000000 * (uint32_t)terms->length * of);
}

static uint32_t share(const sel_overlap_terms *terms, const sel_containment *t)
{
    wide likeness = (wide)terms->kinds.part * terms->for_whom.part;
    wide of = (wide)terms->kinds.whole * terms->for_whom.whole;
    return ppm((wide)t->inside * (uint32_t)t->days * likeness,
               ((wide)t->inside + t->outside) * (uint32_t)t->length * of);
}

static void check_pair(const sel_study *study, const sel_overlap_pair *pair)
{
    sel_overlap_terms terms = sel_overlap_terms_of(study, pair->a, pair->b);
    ck_assert_uint_eq(score(&terms, &terms.low), pair->s_low_ppm);
    ck_assert_uint_eq(score(&terms, &terms.high), pair->s_high_ppm);
    ck_assert_uint_eq(share(&terms, &terms.low.a_in_b), pair->t_a_low_ppm);
    ck_assert_uint_eq(share(&terms, &terms.high.a_in_b), pair->t_a_high_ppm);
    ck_assert_uint_eq(share(&terms, &terms.low.b_in_a), pair->t_b_low_ppm);
    ck_assert_uint_eq(share(&terms, &terms.high.b_in_a), pair->t_b_high_ppm);
    ck_assert_uint_eq(terms.low.c, pair->c_low);
    ck_assert_uint_eq(terms.high.c, pair->c_high);
    ck_assert_uint_eq(ppm((uint32_t)terms.high.days, (uint32_t)terms.length), pair->d_high_ppm);
    ck_assert_uint_eq(ppm(terms.kinds.part, terms.kinds.whole), pair->a_ppm);
    ck_assert_uint_eq(ppm(terms.for_whom.part, terms.for_whom.whole), pair->g_ppm);
    ck_assert(pair->kinds_known || (terms.kinds.part == 1 && terms.kinds.whole == 1));
    ck_assert_uint_le(terms.for_whom.part, terms.for_whom.whole);
    ck_assert_uint_ge(4 * (uint64_t)terms.for_whom.part, study->model->overlap_likeness_floor_bp /
                                                             2500 * (uint64_t)terms.for_whom.whole);
}

/* One in eight programmes has no dates: no time together, and so no score. */
START_TEST(they_multiply_out)
{
    random_source source = {11};
    uint32_t scored = 0;
    for (int round = 0; round < STUDIES; round++) {
        sel_arena *arena = sel_arena_create();
        sel_model model = random_model();
        model.overlap_likeness_floor_bp = 2500 * random_below(&source, 5);
        const random_traits traits = {.programmes = PROGRAMMES,
                                      .recipients = 2,
                                      .capabilities = 2,
                                      .donors = 4,
                                      .date_room = 20};
        sel_study study = random_study(&source, &traits, &model, arena);
        sel_needs needs = sel_needs_compute(&study, arena);
        sel_records records = sel_records_compute(&study, arena);
        sel_supplies supplies = sel_supply_compute(&study, &needs, records.counted, arena);
        for (uint32_t b = 1; b < PROGRAMMES; b++) {
            for (uint32_t a = 0; a < b; a++) {
                sel_overlap_pair pair = sel_overlap_of(&study, &needs, &supplies, &records, a, b);
                check_pair(&study, &pair);
                scored += pair.s_high_ppm > 0;
            }
        }
        sel_arena_destroy(arena);
    }
    ck_assert_uint_gt(scored, 1000);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {they_multiply_out, NULL};
    return run_tests("overlap_terms", tests);
}
