/** bench_aggregates.c - supply at every place, the spread over donors and the map of support
 * against need, of a large register.
 *
 *     bench_aggregates [PROGRAMMES [crowded]]
 *
 * A seeded register: recipients Zipf over 200, 28 capabilities, 5 % regional
 * programmes over 8 to 20 states, durations around 3 years, about 3 places
 * each, 60 donors, a third of the dates imprecise. `crowded`: all programmes at
 * one place. Prints the median of 5 runs per stage, by the clock and by the
 * processors, and the most memory before and after. */
#include "selaras.h"

#include <math.h>
#include <sys/resource.h>
#include <time.h>

enum { RECIPIENTS = 200, CAPABILITIES = 28, DONORS = 60, RUNS = 5, STAGES = 4, TOP = 50 };

static uint64_t state = 20261120;

static double uniform(void)
{
    state += 0x9E3779B97F4A7C15U;
    uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return (double)((z ^ (z >> 31)) >> 11) / 9007199254740992.0;
}

static uint32_t below(uint32_t limit)
{
    return (uint32_t)(uniform() * limit);
}

/* 0 … limit − 1 with the density of 1/x on [1, limit + 1). */
static uint32_t zipf(uint32_t limit)
{
    uint32_t drawn = (uint32_t)exp(uniform() * log(limit + 1.0)) - 1;
    return drawn < limit ? drawn : limit - 1;
}

static double normal(void)
{
    return sqrt(-2 * log(1 - uniform())) * cos(6.283185307179586 * uniform());
}

/* Numbers below limit, each once, ascending; returns how many of those drawn are different. */
static uint32_t draw_distinct(uint32_t (*draw)(uint32_t limit), uint32_t *numbers, uint32_t wanted,
                              uint32_t limit)
{
    uint32_t count = 0;
    for (; wanted > 0; wanted--) {
        uint32_t number = draw(limit);
        uint32_t i = count;
        while (i > 0 && numbers[i - 1] > number)
            i--;
        if (i > 0 && numbers[i - 1] == number)
            continue;
        memmove(&numbers[i + 1], &numbers[i], (count - i) * sizeof *numbers);
        numbers[i] = number;
        count++;
    }
    return count;
}

static void add_places(sel_arena *arena, bool crowded, sel_study_programme *programme)
{
    uint32_t recipients[21] = {0};
    uint32_t capabilities[4] = {0};
    uint32_t recipient_count = 1;
    uint32_t capability_count = 1;
    if (!crowded) {
        uint32_t wanted = uniform() < 0.05 ? 8 + below(13) : 1;
        recipient_count = draw_distinct(zipf, recipients, wanted, RECIPIENTS);
        capability_count = draw_distinct(below, capabilities, 1 + below(3), CAPABILITIES);
    }
    uint32_t count = recipient_count * capability_count;
    sel_study_place *places = sel_arena_array(arena, count, sizeof *places);
    for (uint32_t i = 0; i < count; i++)
        places[i] = (sel_study_place){.recipient = (uint16_t)recipients[i / capability_count],
                                      .capability = (uint8_t)capabilities[i % capability_count],
                                      .presence = SEL_PRESENT_YES,
                                      .effort_low = SEL_EFFORT_WHOLE / count,
                                      .effort_high = SEL_EFFORT_WHOLE / count};
    programme->places = places;
    programme->place_count = count;
}

static void add_programme(sel_arena *arena, bool crowded, sel_study_programme *programme)
{
    *programme = (sel_study_programme){
        .stated_by = SEL_NONE, .twin = SEL_NONE, .dated = true, .status = SEL_STATUS_RUNNING};
    add_places(arena, crowded, programme);
    sel_day start = sel_day_of(2012, 1, 1) + (sel_day)below(6000);
    sel_day end = start + 30 + (sel_day)(1095 * exp(0.5 * normal()));
    double precision = uniform();
    sel_day slack = precision < 0.67 ? 0 : precision < 0.9 ? 29 : 364;
    programme->start_low = start - start % (slack + 1);
    programme->start_high = programme->start_low + slack;
    programme->end_low = end - end % (slack + 1) + 1;
    programme->end_high = programme->end_low + slack;
    uint32_t *donors = sel_arena_array(arena, 2, sizeof *donors);
    programme->donor_count = draw_distinct(zipf, donors, uniform() < 0.1 ? 2 : 1, DONORS);
    programme->donors = programme->funders = donors;
    programme->funder_count = programme->donor_count;
}

static void add_needs(sel_study *study, sel_arena *arena)
{
    sel_study_submission *submissions = sel_arena_array(arena, RECIPIENTS, sizeof *submissions);
    sel_need_entry *entries =
        sel_arena_array(arena, (size_t)RECIPIENTS * CAPABILITIES, sizeof *entries);
    for (uint32_t i = 0; i < RECIPIENTS * CAPABILITIES; i++) {
        submissions[i / CAPABILITIES].recipient = i / CAPABILITIES;
        if (uniform() < 0.7)
            entries[study->entry_count++] = (sel_need_entry){.recipient = i / CAPABILITIES,
                                                             .capability = i % CAPABILITIES,
                                                             .submission = i / CAPABILITIES,
                                                             .stage = (uint8_t)(1 + below(5)),
                                                             .target = (uint8_t)(1 + below(5)),
                                                             .importance = (uint8_t)(1 + below(4))};
    }
    study->submissions = submissions;
    study->submission_count = RECIPIENTS;
    study->entries = entries;
}

static sel_study make_study(uint32_t count, bool crowded, const sel_model *model, sel_arena *arena)
{
    sel_day as_of = sel_day_of(2026, 11, 20);
    sel_study study = {.model = model,
                       .as_of = as_of,
                       .window_start = sel_day_add_months(as_of, -12),
                       .window_end = sel_day_add_months(as_of, 24),
                       .programme_count = count,
                       .organisation_count = DONORS};
    sel_study_programme *programmes = sel_arena_array(arena, count, sizeof *programmes);
    for (uint32_t p = 0; p < count; p++)
        add_programme(arena, crowded, &programmes[p]);
    study.programmes = programmes;
    add_needs(&study, arena);
    return study;
}

static double seconds_of(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/** Seconds of each stage by the clock and by all processors. */
typedef struct times {
    double clock[STAGES];
    double processors[STAGES];
    int stage;
} times;

static void begin_stage(times *took)
{
    took->clock[took->stage] = -seconds_of(CLOCK_MONOTONIC);
    took->processors[took->stage] = -seconds_of(CLOCK_PROCESS_CPUTIME_ID);
}

static void end_stage(times *took)
{
    took->clock[took->stage] += seconds_of(CLOCK_MONOTONIC);
    took->processors[took->stage] += seconds_of(CLOCK_PROCESS_CPUTIME_ID);
    took->stage++;
}

static times run(const sel_study *study, const bool *counted)
{
    times took = {.stage = 0};
    sel_arena *arena = sel_arena_create();
    sel_needs needs = sel_needs_compute(study, arena);
    begin_stage(&took);
    sel_supplies supplies = sel_supply_compute(study, &needs, counted, arena);
    end_stage(&took);
    begin_stage(&took);
    sel_fragmentation_compute(study, counted, TOP, arena);
    end_stage(&took);
    begin_stage(&took);
    sel_coverage_compute(study, &needs, &supplies, arena);
    end_stage(&took);
    begin_stage(&took);
    uint32_t first[TOP];
    uint32_t asked = supplies.count < TOP ? supplies.count : TOP;
    for (uint32_t i = 0; i < asked; i++)
        first[i] = i;
    sel_episodes_at(study, &supplies, counted, first, asked, SEL_POSSIBLE, arena);
    end_stage(&took);
    sel_arena_destroy(arena);
    return took;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median_of(double of[RUNS])
{
    qsort(of, RUNS, sizeof *of, by_size);
    return of[RUNS / 2];
}

static long memory_mb(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

int main(int argc, char **argv)
{
    static const char *const names[STAGES] = {"supply", "spread", "map", "episodes of 50 places"};
    int64_t count = 100000;
    if ((argc > 1 && !sel_number_integer(sel_str_of(argv[1]), &count)) || count < 1 ||
        count > 4000000)
        return EXIT_FAILURE;
    sel_model model = {.ordinal_supply = {0, .25, .5, 1, 1.5, 2}};
    sel_arena *arena = sel_arena_create();
    sel_study study = make_study((uint32_t)count, argc > 2, &model, arena);
    bool *counted = sel_arena_array(arena, (size_t)count, sizeof *counted);
    uint64_t places = 0;
    for (uint32_t p = 0; p < study.programme_count; p++) {
        counted[p] = true;
        places += study.programmes[p].place_count;
    }
    printf("%lld programmes, %llu places; %ld MB before\n", (long long)count,
           (unsigned long long)places, memory_mb());
    times took[RUNS];
    for (int i = 0; i < RUNS; i++)
        took[i] = run(&study, counted);
    for (int stage = 0; stage < STAGES; stage++) {
        double clock[RUNS];
        double processors[RUNS];
        for (int i = 0; i < RUNS; i++) {
            clock[i] = took[i].clock[stage];
            processors[i] = took[i].processors[stage];
        }
        printf("%-22s %7.3f s, %7.3f s of all processors\n", names[stage], median_of(clock),
               median_of(processors));
    }
    printf("%ld MB at most\n", memory_mb());
    sel_arena_destroy(arena);
    return EXIT_SUCCESS;
}
