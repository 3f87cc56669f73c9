/** test_supply_daily.c - supply and episodes equal what adding up day by day gives. */
#include "naive_supply.h"
#include "random_study.h"

enum { STUDIES = 400 };

static void check_place(const sel_study *study, const bool *counted, const sel_supplies *supplies,
                        uint32_t cell, sel_arena *arena)
{
    naive_place place = naive_place_of(study, counted, cell / 2, cell % 2, arena);
    const sel_supply *supply = sel_supply_find(supplies, cell / 2, cell % 2);
    if (naive_add_up(&place, true).supply == 0) {
        ck_assert_ptr_null(supply);
        return;
    }
    ck_assert_ptr_nonnull(supply);
    naive_check_supply(&place, supply);
    const uint32_t number = (uint32_t)(supply - supplies->list);
    for (int end = SEL_CERTAIN; end <= SEL_POSSIBLE; end++)
        naive_check_episodes(
            &place, end == SEL_POSSIBLE,
            sel_episodes_at(study, supplies, counted, &number, 1, (sel_surety)end, arena), arena);
    ck_assert_uint_le(supply->red_low_ppm, supply->red_high_ppm);
    ck_assert(supply->effective_donors <= supply->donors + 1e-9);
    ck_assert(supply->donors == 0 || supply->effective_donors >= 1 - 1e-9);
}

START_TEST(sums_equal_daily_sums)
{
    random_source source = {1};
    const sel_model model = random_model();
    for (int round = 0; round < STUDIES; round++) {
        sel_arena *arena = sel_arena_create();
        random_traits traits = {.programmes = 1 + random_below(&source, 25),
                                .recipients = 3,
                                .capabilities = 2,
                                .donors = 4,
                                .titles = 5,
                                .links = 20,
                                .date_room = 40};
        sel_study study = random_study(&source, &traits, &model, arena);
        sel_needs needs = sel_needs_compute(&study, arena);
        sel_records records = sel_records_compute(&study, arena);
        sel_supplies supplies = sel_supply_compute(&study, &needs, records.counted, arena);
        for (uint32_t cell = 0; cell < 6; cell++)
            check_place(&study, records.counted, &supplies, cell, arena);
        sel_arena_destroy(arena);
    }
}
END_TEST

int main(void)
{
    const TTest *tests[] = {sums_equal_daily_sums, NULL};
    return run_tests("supply_daily", tests);
}
