/** bench_overlap.c - needs, records, supply and overlap of a large register.
 *
 *     bench_overlap [PROGRAMMES [THREADS [RUNS [unknown]]]]
 *
 * A seeded register: recipients Zipf over 200, 60 capabilities mildly skewed (the commonest has a
 * twentieth of them), 5 % regional programmes over 8 to 20 states, durations lognormal around 3
 * years, about 3 places each, 60 donors, a tenth of the dates imprecise; kinds of help and for whom
 * are known, or for half of them with `unknown`. Prints the median of the runs per stage and the
 * largest memory of the process. */
#include "selaras.h"

#include <inttypes.h>
#include <math.h>
#include <sys/resource.h>
#include <time.h>

enum {
    RECIPIENTS = 200,
    CAPABILITIES = 60,
    DONORS = 60,
    ORGANISATIONS = 400,
    MOST_RUNS = 9,
    STAGES = 4,
    WORDS = 2000,
};

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

static uint32_t zipf(uint32_t limit)
{
    double target = uniform() * (log(limit) + 0.5772);
    double sum = 0;
    for (uint32_t k = 1; k < limit; k++) {
        sum += 1.0 / k;
        if (sum >= target)
            return k - 1;
    }
    return limit - 1;
}

/* The k-th of many in proportion to 1 / (k + 10). */
static uint32_t skewed(uint32_t limit)
{
    return (uint32_t)(10 * pow((limit + 10) / 10.0, uniform()) - 10) % limit;
}

static double normal(void)
{
    return sqrt(-2 * log(1 - uniform())) * cos(6.283185307179586 * uniform());
}

static uint16_t some_bits(uint32_t choices, double known)
{
    if (uniform() > known)
        return 0;
    uint32_t bits = 0;
    for (uint32_t n = 1 + below(3); n > 0; n--)
        bits |= 1U << below(choices);
    return (uint16_t)bits;
}

static int ascending(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static uint32_t draw_distinct(uint32_t (*draw)(uint32_t limit), uint32_t *numbers, uint32_t wanted,
                              uint32_t limit)
{
    uint32_t count = 0;
    while (wanted-- > 0) {
        uint32_t number = draw(limit);
        uint32_t i = 0;
        while (i < count && numbers[i] != number)
            i++;
        if (i == count)
            numbers[count++] = number;
    }
    qsort(numbers, count, sizeof *numbers, ascending);
    return count;
}

static double sets_known = 1;

static void add_places(sel_arena *arena, sel_study_programme *programme)
{
    uint32_t recipients[20];
    uint32_t capabilities[4];
    uint32_t wanted = uniform() < 0.05 ? 8 + below(13) : 1;
    uint32_t recipient_count = draw_distinct(zipf, recipients, wanted, RECIPIENTS);
    uint32_t capability_count = draw_distinct(skewed, capabilities, 1 + below(3), CAPABILITIES);
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

static void add_dates(sel_study_programme *programme)
{
    sel_day start = sel_day_of(2012, 1, 1) + (sel_day)below(6000);
    sel_day end = start + 30 + (sel_day)(1095 * exp(0.5 * normal()));
    double precision = uniform();
    sel_day slack = precision < 0.9 ? 0 : precision < 0.97 ? 29 : 364;
    programme->dated = true;
    programme->start_low = start - start % (slack + 1);
    programme->start_high = programme->start_low + slack;
    programme->end_low = end - end % (slack + 1) + 1;
    programme->end_high = programme->end_low + slack;
    sel_day as_of = sel_day_of(2026, 11, 20);
    programme->phase = programme->end_high <= as_of   ? SEL_PHASE_PAST
                       : programme->start_low > as_of ? SEL_PHASE_PIPELINE
                                                      : SEL_PHASE_RUNNING;
}

static sel_str some_title(sel_arena *arena)
{
    sel_text text = {.arena = arena};
    for (int i = 0; i < 6; i++) {
        static const char *const syllables[] = {"cy", "ber", "net", "ra", "to",
                                                "li", "sec", "mo",  "an", "du"};
        uint32_t word = zipf(WORDS);
        for (int part = 0; part < 3; part++, word /= 10)
            sel_text_printf(&text, "%s", syllables[word % 10]);
        sel_text_add_char(&text, ' ');
    }
    return sel_text_str(&text);
}

static void add_programme(sel_arena *arena, sel_study_programme *programme)
{
    *programme = (sel_study_programme){.stated_by = SEL_NONE, .twin = SEL_NONE};
    programme->register_name = SEL_STR("bench");
    programme->title = some_title(arena);
    add_places(arena, programme);
    add_dates(programme);
    programme->status = SEL_STATUS_RUNNING;
    uint32_t *donors = sel_arena_array(arena, 2, sizeof *donors);
    programme->donor_count = draw_distinct(zipf, donors, uniform() < 0.1 ? 2 : 1, DONORS);
    programme->donors = programme->funders = donors;
    programme->funder_count = programme->donor_count;
    sel_study_party *party = sel_arena_array(arena, 1, sizeof *party);
    party->organisation = DONORS + below(ORGANISATIONS - DONORS);
    party->role = SEL_ROLE_IMPLEMENTING;
    programme->parties = party;
    programme->party_count = 1;
    programme->kinds = some_bits(SEL_KIND_COUNT, sets_known);
    programme->for_whom = some_bits(SEL_AUDIENCE_COUNT, sets_known);
    programme->money_known = uniform() < 0.5;
    programme->money_low = programme->money_high = (int64_t)(exp(16 + normal()) * 100);
}

static void add_needs(sel_study *study, sel_arena *arena)
{
    sel_study_submission *submissions = sel_arena_array(arena, RECIPIENTS, sizeof *submissions);
    sel_need_entry *entries =
        sel_arena_array(arena, (size_t)RECIPIENTS * CAPABILITIES, sizeof *entries);
    for (uint32_t r = 0; r < RECIPIENTS; r++) {
        submissions[r].recipient = r;
        for (uint32_t c = 0; c < CAPABILITIES; c++)
            if (uniform() < 0.7)
                entries[study->entry_count++] =
                    (sel_need_entry){.recipient = r,
                                     .capability = c,
                                     .submission = r,
                                     .stage = (uint8_t)(1 + below(5)),
                                     .target = (uint8_t)(1 + below(5)),
                                     .importance = (uint8_t)(1 + below(4))};
    }
    study->submissions = submissions;
    study->submission_count = RECIPIENTS;
    study->entries = entries;
}

static sel_study make_study(uint32_t count, const sel_model *model, sel_arena *arena)
{
    sel_day as_of = sel_day_of(2026, 11, 20);
    sel_study study = {.model = model,
                       .as_of = as_of,
                       .window_start = sel_day_add_months(as_of, -12),
                       .window_end = sel_day_add_months(as_of, 24),
                       .programme_count = count,
                       .organisation_count = ORGANISATIONS};
    sel_study_programme *programmes = sel_arena_array(arena, count, sizeof *programmes);
    for (uint32_t p = 0; p < count; p++)
        add_programme(arena, &programmes[p]);
    study.programmes = programmes;
    add_needs(&study, arena);
    return study;
}

/* Time on the clock, and of all processors: the second is not disturbed by other programs. */
typedef struct moment {
    double wall;
    double work;
} moment;

static double seconds_of(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static moment now(void)
{
    return (moment){seconds_of(CLOCK_MONOTONIC), seconds_of(CLOCK_PROCESS_CPUTIME_ID)};
}

static moment since(moment start)
{
    moment end = now();
    return (moment){end.wall - start.wall, end.work - start.work};
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static long memory_mb(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

/* One run of all stages; the time of each in took. */
static sel_overlap run(const sel_study *study, int threads, moment *took, sel_arena *arena)
{
    moment start = now();
    sel_needs needs = sel_needs_compute(study, arena);
    took[0] = since(start);
    start = now();
    sel_records records = sel_records_compute(study, arena);
    took[1] = since(start);
    start = now();
    sel_supplies supplies = sel_supply_compute(study, &needs, records.counted, arena);
    took[2] = since(start);
    start = now();
    sel_overlap_options options = {.top = 1000, .threads = threads};
    sel_overlap overlap = {0};
    sel_error err = {0};
    if (sel_overlap_compute(study, &needs, &supplies, &records, &options, arena, &overlap, &err) !=
        SEL_OK)
        fprintf(stderr, "%s\n", err.message);
    took[3] = since(start);
    return overlap;
}

int main(int argc, char **argv)
{
    int64_t count = 100000;
    int64_t threads = 0;
    int64_t runs = 5;
    if ((argc > 1 && !sel_number_integer(sel_str_of(argv[1]), &count)) ||
        (argc > 2 && !sel_number_integer(sel_str_of(argv[2]), &threads)) ||
        (argc > 3 && !sel_number_integer(sel_str_of(argv[3]), &runs)) || count < 1 ||
        count > 4000000 || runs < 1 || runs > MOST_RUNS)
        return EXIT_FAILURE;
    if (argc > 4)
        sets_known = .5;
    sel_model model = {.overlap_threshold_bp = 5000,
                       .overlap_floor_days = 90,
                       .overlap_money_floor = 5000000,
                       .ordinal_supply = {0, .25, .5, 1, 1.5, 2}};
    sel_arena *arena = sel_arena_create();
    sel_study study = make_study((uint32_t)count, &model, arena);
    uint64_t places = 0;
    for (uint32_t p = 0; p < study.programme_count; p++)
        places += study.programmes[p].place_count;
    printf("%" PRId64 " programmes, %" PRIu64 " places; %ld MB before\n", count, places,
           memory_mb());
    double wall[STAGES][MOST_RUNS];
    double work[STAGES][MOST_RUNS];
    for (int i = 0; i < runs; i++) {
        sel_arena *results = sel_arena_create();
        moment times[STAGES];
        sel_overlap overlap = run(&study, (int)threads, times, results);
        for (int stage = 0; stage < STAGES; stage++) {
            wall[stage][i] = times[stage].wall;
            work[stage][i] = times[stage].work;
        }
        if (i == 0)
            printf("%" PRIu64 " meetings, %" PRIu64 " certain, %" PRIu64 " possible, %" PRIu64
                   " within one donor, %" PRIu64 " outside the window\n",
                   overlap.compared, overlap.certain, overlap.possible, overlap.within_donor,
                   overlap.outside);
        sel_arena_destroy(results);
    }
    static const char *const names[STAGES] = {"needs", "records", "supply", "overlap"};
    for (int stage = 0; stage < STAGES; stage++) {
        qsort(wall[stage], (size_t)runs, sizeof(double), by_size);
        qsort(work[stage], (size_t)runs, sizeof(double), by_size);
        printf("%-8s %7.3f s, %7.3f s of all processors\n", names[stage], wall[stage][runs / 2],
               work[stage][runs / 2]);
    }
    printf("%ld MB at most\n", memory_mb());
    sel_arena_destroy(arena);
    return EXIT_SUCCESS;
}
