#include "analysis/overlap/estimate.h"

#include "analysis/places.h"
#include "analysis/span.h"

/** First possible day and the day after the last, place after place. */
typedef struct intervals {
    sel_day *starts;
    sel_day *ends;
} intervals;

static int by_day(const void *a, const void *b)
{
    sel_day x = *(const sel_day *)a;
    sel_day y = *(const sel_day *)b;
    return (x > y) - (x < y);
}

static int by_meetings(const void *a, const void *b)
{
    const sel_place_meetings *x = a;
    const sel_place_meetings *y = b;
    if (x->meetings != y->meetings)
        return x->meetings > y->meetings ? -1 : 1;
    if (x->recipient != y->recipient)
        return x->recipient < y->recipient ? -1 : 1;
    return (x->capability > y->capability) - (x->capability < y->capability);
}

/* Days in ascending order that are not before `day`. */
static uint32_t count_from(const sel_day *days, uint32_t count, sel_day day)
{
    uint32_t low = 0;
    uint32_t high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (days[middle] < day)
            low = middle + 1;
        else
            high = middle;
    }
    return count - low;
}

/* Pairs less those of which one is over before the other may begin. */
static uint64_t meetings_of(sel_day *starts, const sel_day *ends, uint32_t count)
{
    uint64_t apart = 0;
    qsort(starts, count, sizeof *starts, by_day);
    for (uint32_t i = 0; i < count; i++)
        apart += count_from(starts, count, ends[i]);
    return (uint64_t)count * (count - 1) / 2 - apart;
}

static const bool *find_wanted(const sel_study *study, const sel_records *records,
                               sel_arena *scratch, uint32_t *count)
{
    bool *wanted = sel_arena_array(scratch, study->programme_count, sizeof *wanted);
    for (uint32_t p = 0; p < study->programme_count; p++) {
        wanted[p] = records->counted[p] && sel_programme_is_comparable(&study->programmes[p]);
        *count += wanted[p];
    }
    return wanted;
}

static intervals spread(const sel_study *study, const bool *wanted, const sel_places *places,
                        sel_arena *scratch)
{
    uint32_t entries = places->first[places->count];
    uint32_t *next = sel_arena_array(scratch, places->count, sizeof *next);
    intervals all = {.starts = sel_arena_array(scratch, entries, sizeof(sel_day)),
                     .ends = sel_arena_array(scratch, entries, sizeof(sel_day))};
    memcpy(next, places->first, places->count * sizeof *next);
    for (uint32_t p = 0; p < study->programme_count; p++) {
        const sel_study_programme *programme = &study->programmes[p];
        if (!wanted[p])
            continue;
        sel_span span = sel_span_of(programme);
        for (uint32_t i = 0; i < programme->place_count; i++) {
            uint32_t entry = next[sel_places_at(places, &programme->places[i])]++;
            all.starts[entry] = span.start_low;
            all.ends[entry] = span.end_high;
        }
    }
    return all;
}

sel_overlap_estimate sel_overlap_estimate_of(const sel_study *study, const sel_records *records,
                                             uint32_t most, sel_arena *arena)
{
    sel_arena *scratch = sel_arena_create();
    sel_overlap_estimate estimate = {0};
    const bool *wanted = find_wanted(study, records, scratch, &estimate.programmes);
    sel_places places = sel_places_number(study, wanted, SEL_PLACES_ALL, scratch);
    intervals all = spread(study, wanted, &places, scratch);
    sel_place_meetings *list = sel_arena_array(scratch, places.count, sizeof *list);
    uint32_t count = 0;
    estimate.places = places.count;
    for (uint32_t n = 0; n < places.count; n++) {
        uint32_t first = places.first[n];
        uint32_t programmes = places.first[n + 1] - first;
        uint64_t meetings = meetings_of(&all.starts[first], &all.ends[first], programmes);
        estimate.meetings += meetings;
        if (meetings > 0)
            list[count++] =
                (sel_place_meetings){sel_places_recipient(&places, n),
                                     sel_places_capability(&places, n), programmes, meetings};
    }
    if (count > 0)
        qsort(list, count, sizeof *list, by_meetings);
    estimate.heaviest_count = count < most ? count : most;
    sel_place_meetings *heaviest =
        sel_arena_array(arena, estimate.heaviest_count, sizeof *heaviest);
    memcpy(heaviest, list, estimate.heaviest_count * sizeof *heaviest);
    estimate.heaviest = heaviest;
    sel_arena_destroy(scratch);
    return estimate;
}
