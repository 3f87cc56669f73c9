#include "analysis/supply.h"

#include "analysis/giving.h"
#include "analysis/places.h"
#include "analysis/rates.h"
#include "analysis/records.h"
#include "analysis/span.h"
#include "analysis/wide.h"

#include <math.h>

/** What every place needs to know of a programme that gives support: copied together, because
 *  programmes are large and places come to them in no order. */
typedef struct giver {
    sel_rate low; /* when it surely runs; rate 0 */
    sel_rate high;
    const uint32_t *funders;
    uint32_t funder_count;
    uint8_t phase;
    bool via_region;
    bool guessed;
    bool illustrative;
} giver;

/** A giver at a place. */
typedef struct presence {
    uint32_t giver;
    uint32_t effort_low;
    uint32_t effort_high;
} presence;

typedef struct gathering {
    const sel_study *study;
    const sel_needs *needs;
    sel_places places;
    giver *givers;       /* in study order */
    presence *presences; /* of place n from places.first[n] on */
} gathering;

/** Work space of one thread. */
typedef struct desk {
    sel_rate_sweep *sweep;
    sel_rate *low; /* support that is certain */
    sel_rate *high;
    uint32_t low_count;
    uint32_t high_count;
} desk;

static sel_day later(sel_day a, sel_day b)
{
    return a > b ? a : b;
}

static sel_day sooner(sel_day a, sel_day b)
{
    return a < b ? a : b;
}

int32_t sel_supply_days_low(const sel_study_programme *programme, sel_day from, sel_day to)
{
    sel_span span = sel_span_of(programme);
    return later(0, sooner(span.end_low, to) - later(span.start_high, from));
}

int32_t sel_supply_days_high(const sel_study_programme *programme, sel_day from, sel_day to)
{
    sel_span span = sel_span_of(programme);
    return later(0, sooner(span.end_high, to) - later(span.start_low, from));
}

uint64_t sel_supply_need(const sel_model *model, uint8_t severity, int32_t days)
{
    long long programmes = llround(model->ordinal_supply[severity] * SEL_EFFORT_WHOLE);
    return (uint64_t)programmes * (uint32_t)days;
}

/* Whether a programme gives support in the window; counts why not. */
static bool gives_support(const sel_study *study, uint32_t p, bool counted, sel_supplies *supplies)
{
    const sel_study_programme *programme = &study->programmes[p];
    if (!counted) {
        supplies->merged++;
        return false;
    }
    if (!sel_programme_is_active(programme)) {
        supplies->inactive++;
        return false;
    }
    bool inside = sel_giving_in_window(study, programme);
    supplies->undated += !programme->dated;
    supplies->outside += programme->dated && !inside;
    supplies->no_place += programme->place_count == 0;
    supplies->no_donor += programme->donor_count == 0;
    return inside;
}

static giver giver_of(const sel_study *study, const sel_study_programme *programme)
{
    return (giver){.low = sel_giving_time(study, programme, SEL_CERTAIN),
                   .high = sel_giving_time(study, programme, SEL_POSSIBLE),
                   .funders = programme->funders,
                   .funder_count = programme->funder_count,
                   .phase = (uint8_t)programme->phase,
                   .via_region = programme->via_region,
                   .guessed = programme->guessed,
                   .illustrative = programme->illustrative};
}

/* Fill givers and presences. */
static void gather(gathering *all, const bool *giving, sel_arena *scratch)
{
    const sel_study *study = all->study;
    const sel_places *places = &all->places;
    uint32_t count = 0;
    for (uint32_t p = 0; p < study->programme_count; p++)
        count += giving[p];
    all->givers = sel_arena_array(scratch, count, sizeof *all->givers);
    all->presences = sel_arena_array(scratch, places->first[places->count], sizeof *all->presences);
    uint32_t *next = sel_arena_array(scratch, places->count, sizeof *next);
    memcpy(next, places->first, places->count * sizeof *next);
    uint32_t filled = 0;
    for (uint32_t p = 0; p < study->programme_count; p++) {
        const sel_study_programme *programme = &study->programmes[p];
        if (!giving[p])
            continue;
        for (uint32_t i = 0; i < programme->place_count; i++) {
            const sel_study_place *place = &programme->places[i];
            if (sel_place_counts(place, SEL_PLACES_EFFORT))
                all->presences[next[sel_places_at(places, place)]++] =
                    (presence){filled, place->effort_low, place->effort_high};
        }
        all->givers[filled++] = giver_of(study, programme);
    }
}

/* What one programme adds to a place: facts to supply, rates to the desk. */
static void add_giver(const giver *from, const presence *at, desk *work, sel_supply *supply)
{
    if (at->effort_low > 0 && from->low.from < from->low.to) {
        work->low[work->low_count] = from->low;
        work->low[work->low_count++].rate = at->effort_low;
    }
    work->high[work->high_count] = from->high;
    work->high[work->high_count++].rate = at->effort_high;
    supply->programmes++;
    supply->pipeline += from->phase == SEL_PHASE_PIPELINE;
    supply->running += from->phase == SEL_PHASE_RUNNING;
    supply->past += from->phase == SEL_PHASE_PAST;
    supply->via_region |= from->via_region;
    supply->guessed |= from->guessed;
    supply->illustrative |= from->illustrative;
}

/* The possible rates are those of the presences, one each; they are not needed any more. */
static uint32_t count_funders(const giver *givers, const presence *presences, desk *work)
{
    for (uint32_t i = 0; i < work->high_count; i++) {
        const giver *from = &givers[presences[i].giver];
        work->high[i].donors = from->funders;
        work->high[i].donor_count = from->funder_count;
    }
    return sel_rate_sweep_donors(work->sweep, work->high, work->high_count);
}

/* (supply − need) / beyond, between 0 and 1, in ppm. With supply = beyond + the largest donor's
 * part, this is 1 − (need − that part) / beyond where it is between 0 and 1: it rises with every
 * rate and falls with need, so low rates with the high need give its least value, and so on. */
static uint32_t red_of(uint64_t supply, uint64_t need, uint64_t beyond)
{
    if (beyond == 0 || supply <= need)
        return 0;
    uint64_t excess = supply - need;
    return excess >= beyond ? SEL_PPM : sel_wide_ppm(excess, beyond);
}

static void compare_with_need(const gathering *all, sel_supply *supply)
{
    const sel_need *need = sel_needs_find(all->needs, supply->recipient, supply->capability);
    if (need == NULL || !sel_need_is_known(need))
        return;
    int32_t days = all->study->window_end - all->study->window_start;
    supply->need_known = true;
    supply->need_low = sel_supply_need(all->study->model, need->severity_low, days);
    supply->need_high = sel_supply_need(all->study->model, need->severity_high, days);
    supply->assessed = supply->need_high > 0;
    if (!supply->assessed)
        return;
    supply->red_low_ppm = red_of(supply->low, supply->need_high, supply->beyond_low);
    supply->red_high_ppm = red_of(supply->high, supply->need_low, supply->beyond_high);
}

static void sum_up(desk *work, sel_supply *supply)
{
    sel_rate_sums low = sel_rates_sum(work->sweep, work->low, work->low_count);
    sel_rate_sums high = sel_rates_sum(work->sweep, work->high, work->high_count);
    supply->low = low.supply;
    supply->high = high.supply;
    supply->beyond_low = low.beyond;
    supply->beyond_high = high.beyond;
    supply->days_low = low.days_together;
    supply->days_high = high.days_together;
    supply->most_programmes_low = low.most_programmes;
    supply->most_programmes_high = high.most_programmes;
    supply->most_donors_low = low.most_donors;
    supply->most_donors_high = high.most_donors;
    supply->donors = high.donors;
    supply->effective_donors = high.effective_donors;
    if (high.days_known > 0)
        supply->concentration =
            (double)high.concentration / ((double)high.days_known * SEL_CONCENTRATION_WHOLE);
}

static sel_supply supply_at(const gathering *all, uint32_t number, desk *work)
{
    sel_supply supply = {.recipient = sel_places_recipient(&all->places, number),
                         .capability = sel_places_capability(&all->places, number)};
    const presence *presences = &all->presences[all->places.first[number]];
    uint32_t count = all->places.first[number + 1] - all->places.first[number];
    work->low_count = work->high_count = 0;
    for (uint32_t i = 0; i < count; i++)
        add_giver(&all->givers[presences[i].giver], &presences[i], work, &supply);
    sum_up(work, &supply);
    supply.funders = count_funders(all->givers, presences, work);
    compare_with_need(all, &supply);
    return supply;
}

static uint32_t most_at_one_place(const sel_places *places)
{
    uint32_t most = 0;
    for (uint32_t n = 0; n < places->count; n++)
        if (places->first[n + 1] - places->first[n] > most)
            most = places->first[n + 1] - places->first[n];
    return most;
}

static void supply_all(const gathering *all, sel_supply *list)
{
    uint32_t most = most_at_one_place(&all->places);
#pragma omp parallel
    {
        desk work = {.sweep =
                         sel_rate_sweep_create(most, all->study->organisation_count,
                                               all->study->window_start, all->study->window_end),
                     .low = sel_memory_resize(NULL, (size_t)most + 1, sizeof *work.low),
                     .high = sel_memory_resize(NULL, (size_t)most + 1, sizeof *work.high)};
#pragma omp for schedule(dynamic, 16)
        for (uint32_t n = 0; n < all->places.count; n++)
            list[n] = supply_at(all, n, &work);
        sel_rate_sweep_destroy(work.sweep);
        sel_memory_resize(work.low, 0, 1);
        sel_memory_resize(work.high, 0, 1);
    }
}

static sel_universe measure_universe(const sel_study *study, const sel_needs *needs,
                                     const sel_supplies *supplies)
{
    int32_t days = study->window_end - study->window_start;
    sel_universe universe = {.places = supplies->count};
    for (uint32_t i = 0; i < supplies->count; i++) {
        const sel_supply *supply = &supplies->list[i];
        *(supply->need_known ? &universe.supply_low : &universe.outside_low) += supply->low;
        *(supply->need_known ? &universe.supply_high : &universe.outside_high) += supply->high;
    }
    for (uint32_t i = 0; i < needs->count; i++) {
        const sel_need *need = &needs->list[i];
        universe.places += sel_supply_find(supplies, need->recipient, need->capability) == NULL;
        if (!sel_need_is_known(need))
            continue;
        uint64_t most = sel_supply_need(study->model, need->severity_high, days);
        universe.known++;
        universe.wanted += most > 0;
        universe.need_low += sel_supply_need(study->model, need->severity_low, days);
        universe.need_high += most;
    }
    return universe;
}

sel_supplies sel_supply_compute(const sel_study *study, const sel_needs *needs, const bool *counted,
                                sel_arena *arena)
{
    sel_arena *scratch = sel_arena_create();
    sel_supplies supplies = {0};
    bool *giving = sel_arena_array(scratch, study->programme_count, sizeof *giving);
    for (uint32_t p = 0; p < study->programme_count; p++)
        giving[p] = gives_support(study, p, counted[p], &supplies);
    gathering all = {.study = study,
                     .needs = needs,
                     .places = sel_places_number(study, giving, SEL_PLACES_EFFORT, scratch)};
    gather(&all, giving, scratch);
    sel_supply *list = sel_arena_array(arena, all.places.count, sizeof *list);
    supply_all(&all, list);
    supplies.list = list;
    supplies.count = all.places.count;
    supplies.universe = measure_universe(study, needs, &supplies);
    sel_arena_destroy(scratch);
    return supplies;
}

const sel_supply *sel_supply_find(const sel_supplies *supplies, uint32_t recipient,
                                  uint32_t capability)
{
    uint32_t low = 0;
    uint32_t high = supplies->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const sel_supply *supply = &supplies->list[middle];
        if (supply->recipient == recipient && supply->capability == capability)
            return supply;
        bool before = supply->recipient < recipient ||
                      (supply->recipient == recipient && supply->capability < capability);
        if (before)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}
