/* What scoring costs: every programme, donor and recipient of registers of N programmes (default
 * 10 000 and 100 000; a million when asked) with 1 to 8 recipients each, 200 recipients,
 * 28 capabilities, 1 000 donors. After each size but the first how the time beside the programmes'
 * own scores has grown: the exponent is 1 where it is linear.
 *   cmake --build --preset release --target bench_principle && build/release/bin/bench_principle */
#include "analysis/principle.h"

#include "base/number.h"

#include "seeded.h"
#include "stopwatch.h"

#include <math.h>

enum { RECIPIENTS = 200, CAPABILITIES = 28, DONORS = 1000, PLACES_MAX = 8, REGISTERS = 50 };

static void fill_places(uint64_t *seed, sel_study_programme *record, sel_arena *arena)
{
    uint32_t count = 1 + (uint32_t)(seeded_bits(seed) % PLACES_MAX);
    uint32_t first = (uint32_t)(seeded_bits(seed) % (RECIPIENTS - PLACES_MAX));
    sel_study_place *places = sel_arena_array(arena, count, sizeof *places);
    for (uint32_t i = 0; i < count; i++)
        places[i] = (sel_study_place){.recipient = (uint16_t)(first + i),
                                      .capability = (uint8_t)(seeded_bits(seed) % CAPABILITIES),
                                      .effort_low = SEL_EFFORT_WHOLE / count,
                                      .effort_high = SEL_EFFORT_WHOLE / count,
                                      .depth_low = 10,
                                      .depth_high = 10};
    record->places = places;
    record->place_count = count;
}

static void fill(uint64_t *seed, sel_study_programme *record, sel_str name, sel_arena *arena)
{
    uint32_t *donor = sel_arena_array(arena, 1, sizeof *donor);
    *donor = (uint32_t)(seeded_bits(seed) % DONORS);
    *record = (sel_study_programme){.register_name = name,
                                    .stated_by = SEL_NONE,
                                    .twin = SEL_NONE,
                                    .request = SEL_NONE,
                                    .dated = true,
                                    .status = SEL_STATUS_RUNNING,
                                    .donors = donor,
                                    .donor_count = 1,
                                    .funders = donor,
                                    .funder_count = 1,
                                    .tied = (sel_tied)(seeded_bits(seed) % SEL_TIED_COUNT),
                                    .asked_first = (int8_t)((int)(seeded_bits(seed) % 3) - 1)};
    record->start_low = record->start_high =
        sel_day_of(2024, 1, 1) + (int)(seeded_bits(seed) % 700);
    record->end_low = record->end_high = record->start_low + 365;
    memset(record->ownership, SEL_UNKNOWN, sizeof record->ownership);
    fill_places(seed, record, arena);
}

static void take_best(void *to, uint32_t at, const sel_score *score)
{
    double *best = to;
    best[at] = score->principles[2].best;
}

static double measure(const char *what, const sel_evidence *evidence, const sel_model *model,
                      sel_level level, uint32_t count)
{
    sel_arena *arena = sel_arena_create();
    sel_subject *subjects = sel_arena_array(arena, count, sizeof *subjects);
    double *best = sel_arena_array(arena, count, sizeof *best);
    double sum = 0;
    moment from = moment_now();
    for (uint32_t i = 0; i < count; i++)
        subjects[i] = (sel_subject){level, i};
    sel_scores_compute(evidence, model, subjects, count, take_best, best);
    double took = moment_since(from).clock;
    for (uint32_t i = 0; i < count; i++)
        sum += best[i];
    printf("%-12s %8u  %7.3f s  (check %g)\n", what, count, took, sum);
    sel_arena_destroy(arena);
    return took;
}

/* Score a register of count programmes; the seconds that roster, spread and all scores but those of
 * the programmes took. */
static double bench(int64_t count)
{
    uint64_t seed = 20261120;
    double took = 0;
    sel_arena *arena = sel_arena_create();
    sel_recipient *recipients = sel_arena_array(arena, RECIPIENTS, sizeof *recipients);
    sel_capability *capabilities = sel_arena_array(arena, CAPABILITIES, sizeof *capabilities);
    sel_study_organisation *donors = sel_arena_array(arena, DONORS, sizeof *donors);
    sel_need_entry *entries =
        sel_arena_array(arena, (size_t)RECIPIENTS * CAPABILITIES, sizeof *entries);
    sel_study_submission *submissions = sel_arena_array(arena, RECIPIENTS, sizeof *submissions);
    sel_study_programme *programmes = sel_arena_array(arena, (size_t)count, sizeof *programmes);
    bool *counted = sel_arena_array(arena, (size_t)count, sizeof *counted);
    uint32_t *kept = sel_arena_array(arena, (size_t)count, sizeof *kept);
    for (int64_t i = 0; i < count; i++) {
        int64_t number = i * REGISTERS / count;
        fill(&seed, &programmes[i], sel_str_printf(arena, "register %02d", (int)number), arena);
        counted[i] = true;
        kept[i] = (uint32_t)i;
    }
    for (uint32_t i = 0; i < RECIPIENTS; i++) {
        recipients[i].un_member = true;
        submissions[i] = sel_study_submission_blank();
        submissions[i].recipient = i;
        submissions[i].lead = true;
    }
    for (uint32_t i = 0; i < RECIPIENTS * CAPABILITIES; i++)
        entries[i] = (sel_need_entry){.recipient = i / CAPABILITIES,
                                      .capability = i % CAPABILITIES,
                                      .submission = i / CAPABILITIES,
                                      .stage = 1,
                                      .target = (uint8_t)(1 + seeded_bits(&seed) % 5),
                                      .importance = (uint8_t)(1 + seeded_bits(&seed) % 4)};
    sel_reference reference = {.geography = {.recipients = recipients, .count = RECIPIENTS},
                               .taxonomy = {.capabilities = capabilities, .count = CAPABILITIES}};
    sel_model model = {.ordinal_supply = {0, .25, .5, 1, 1.5, 2}, .policies = sel_policies_usual()};
    sel_study study = {.reference = &reference,
                       .model = &model,
                       .as_of = sel_day_of(2025, 1, 1),
                       .window_start = sel_day_of(2024, 1, 1),
                       .window_end = sel_day_of(2027, 1, 1),
                       .programmes = programmes,
                       .programme_count = (uint32_t)count,
                       .organisations = donors,
                       .organisation_count = DONORS,
                       .submissions = submissions,
                       .submission_count = RECIPIENTS,
                       .entries = entries,
                       .entry_count = RECIPIENTS * CAPABILITIES};
    sel_records records = {.counted = counted, .told_by = kept, .kept = kept};
    sel_needs needs = sel_needs_compute(&study, arena);
    sel_supplies supplies = sel_supply_compute(&study, &needs, counted, arena);
    sel_overlap overlap = {
        .least_ppm = sel_arena_array(arena, (size_t)count, sizeof *overlap.least_ppm),
        .most_ppm = sel_arena_array(arena, (size_t)count, sizeof *overlap.most_ppm),
        .assessed = sel_arena_array(arena, (size_t)count, sizeof *overlap.assessed)};
    moment from = moment_now();
    sel_roster roster = sel_roster_compute(&study, &records, arena);
    took += moment_since(from).clock;
    printf("%lld programmes\nroster                 %7.3f s\n", (long long)count, took);
    from = moment_now();
    sel_fragmentation spread = sel_fragmentation_compute(&study, counted, 0, arena);
    double spreading = moment_since(from).clock;
    took += spreading;
    printf("spread                 %7.3f s\n", spreading);
    sel_evidence evidence = {.study = &study,
                             .needs = &needs,
                             .records = &records,
                             .roster = &roster,
                             .supplies = &supplies,
                             .overlap = &overlap,
                             .spread = &spread,
                             .arena = arena};
    measure("programmes", &evidence, &model, SEL_LEVEL_PROGRAMME, (uint32_t)count);
    took += measure("donors", &evidence, &model, SEL_LEVEL_DONOR, DONORS);
    took += measure("recipients", &evidence, &model, SEL_LEVEL_RECIPIENT, RECIPIENTS);
    measure("responses", &evidence, &model, SEL_LEVEL_RESPONSE, RECIPIENTS);
    took += measure("portfolio", &evidence, &model, SEL_LEVEL_PORTFOLIO, 1);
    sel_arena_destroy(arena);
    return took;
}

int main(int argc, char **argv)
{
    enum { SIZES_MAX = 8 };
    int64_t sizes[SIZES_MAX] = {10000, 100000};
    int size_count = argc > 1 ? argc - 1 : 2;
    double before = 0;
    for (int i = 1; i < argc; i++)
        if (i > SIZES_MAX || !sel_number_integer(sel_str_of(argv[i]), &sizes[i - 1]) ||
            sizes[i - 1] <= 0)
            return EXIT_FAILURE;
    for (int i = 0; i < size_count; i++) {
        double took = bench(sizes[i]);
        printf("all but programmes     %7.3f s", took);
        if (i > 0)
            printf("  exponent %.2f",
                   log(took / before) / log((double)sizes[i] / (double)sizes[i - 1]));
        printf("\n\n");
        before = took;
    }
    return EXIT_SUCCESS;
}
