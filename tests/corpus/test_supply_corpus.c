/* Two whole aid registers, Timor-Leste's and Nepal's, in a store made for dac-sectors: every place
 * and every episode beside what adding up day by day gives. */
#include "material.h"
#include "naive_supply.h"
#include "unit/work/desk_fixture.h"

static const char *const files[] = {
    "iati/aiddata_iati_2.03_TimorLesteAIMS_GeocodedResearchRelease.xml",
    "iati/aidzip_iati_1.04_NepalAIMS_GeocodedResearchRelease.xml",
};

enum { FILES = sizeof files / sizeof files[0] };

static char paths[FILES][MATERIAL_PATH_ROOM];

static void open_registers(desk *d)
{
    desk_open(d);
    sel_store_close(d->store);
    ck_assert_int_eq(remove(d->store_path), 0);
    ck_assert_int_eq(sel_context_use(d->context, SEL_STR("dac-sectors"), &d->err), SEL_OK);
    ck_assert_int_eq(sel_store_create(d->store_path, "dac-sectors", 1800000000, &d->store, &d->err),
                     SEL_OK);
    for (int i = 0; i < FILES; i++) {
        sel_import import;
        sel_progress progress = {0};
        const sel_import_options options = {.progress = &progress};
        ck_assert_msg(sel_import_file(d->context, d->store, paths[i], &options, d->arena, &import,
                                      &d->err) == SEL_OK,
                      "%s", d->err.message);
    }
}

static void check_places(const sel_assessment *assessment)
{
    const sel_supplies *supplies = &assessment->supplies;
    const bool *counted = assessment->records.counted;
    sel_arena *arena = sel_arena_create();
    uint32_t *all = sel_arena_array(arena, supplies->count, sizeof *all);
    for (uint32_t i = 0; i < supplies->count; i++)
        all[i] = i;
    const sel_episodes *found[2];
    for (int end = SEL_CERTAIN; end <= SEL_POSSIBLE; end++)
        found[end] = sel_episodes_at(assessment->study, supplies, counted, all, supplies->count,
                                     (sel_surety)end, arena);
    uint32_t meetings = 0;
    for (uint32_t i = 0; i < supplies->count; i++) {
        const sel_supply *supply = &supplies->list[i];
        naive_place place = naive_place_of(assessment->study, counted, supply->recipient,
                                           supply->capability, arena);
        naive_check_supply(&place, supply);
        for (int end = SEL_CERTAIN; end <= SEL_POSSIBLE; end++)
            naive_check_episodes(&place, end == SEL_POSSIBLE, &found[end][i], arena);
        meetings += found[SEL_POSSIBLE][i].count;
    }
    printf("places: %u, possible episodes: %u\n", (unsigned)supplies->count, (unsigned)meetings);
    ck_assert_uint_gt(meetings, 0);
    sel_arena_destroy(arena);
}

START_TEST(days_add_up)
{
    desk d;
    open_registers(&d);
    sel_assessment assessment;
    const sel_day day = sel_day_of(2013, 6, 30);
    const sel_assess_options options = {.as_of = {.earliest = day, .latest = day, .known = true},
                                        .overlap = {.top = 1}};
    ck_assert_msg(sel_assess_open(d.context, d.store, &options, &assessment, &d.err) == SEL_OK,
                  "%s", d.err.message);
    ck_assert_uint_gt(assessment.supplies.count, 0);
    check_places(&assessment);
    sel_assess_close(&assessment);
    desk_close(&d);
}
END_TEST

int main(void)
{
    for (int i = 0; i < FILES; i++)
        if (!material_find(files[i], paths[i]))
            return MATERIAL_MISSING;
    const TTest *tests[] = {days_add_up, NULL};
    return run_tests("supply_corpus", tests);
}
