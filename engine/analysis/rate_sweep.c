#include "analysis/rate_sweep.h"

#include "base/index.h"

/* The largest of the donors' rates is the root of a tournament: a binary tree over the donors of
 * the place, each node the larger of its two children, so one change costs its depth at most. */

static uint32_t leaves_for(uint32_t donors)
{
    uint32_t leaves = 1;
    while (leaves < donors)
        leaves *= 2;
    return leaves;
}

sel_rate_sweep *sel_rate_sweep_create(uint32_t most_rates, uint32_t organisation_count,
                                      sel_day from, sel_day to)
{
    size_t organisations = (size_t)organisation_count + 1;
    size_t days = (size_t)(to - from);
    sel_rate_sweep *sweep = sel_memory_resize(NULL, 1, sizeof *sweep);
    *sweep = (sel_rate_sweep){.from = from, .days = (uint32_t)days};
    sweep->first = sel_memory_resize(NULL, days + 2, sizeof *sweep->first);
    sweep->events = sel_memory_resize(NULL, (size_t)most_rates * 2 + 1, sizeof *sweep->events);
    sweep->list = sel_memory_resize(NULL, organisations, sizeof *sweep->list);
    sweep->donor_at = sel_memory_resize(NULL, organisations, sizeof *sweep->donor_at);
    sweep->marked = sel_memory_resize(NULL, organisations, sizeof *sweep->marked);
    memset(sweep->marked, 0, organisations * sizeof *sweep->marked);
    sweep->tournament = sel_memory_resize(NULL, (size_t)leaves_for(organisation_count) * 2,
                                          sizeof *sweep->tournament);
    return sweep;
}

void sel_rate_sweep_destroy(sel_rate_sweep *sweep)
{
    if (sweep == NULL)
        return;
    sel_memory_resize(sweep->first, 0, 1);
    sel_memory_resize(sweep->events, 0, 1);
    sel_memory_resize(sweep->list, 0, 1);
    sel_memory_resize(sweep->donor_at, 0, 1);
    sel_memory_resize(sweep->marked, 0, 1);
    sel_memory_resize(sweep->tournament, 0, 1);
    sel_memory_resize(sweep, 0, 1);
}

uint32_t sel_rate_sweep_donors(sel_rate_sweep *sweep, const sel_rate *rates, uint32_t count)
{
    sweep->donor_count = 0;
    sweep->place++;
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t j = 0; j < rates[i].donor_count; j++) {
            uint32_t organisation = rates[i].donors[j];
            if (sweep->marked[organisation] == sweep->place)
                continue;
            sweep->marked[organisation] = sweep->place;
            sweep->donor_at[organisation] = sweep->donor_count;
            sweep->list[sweep->donor_count++] = (sel_rate_donor){0};
        }
    }
    return sweep->donor_count;
}

/* Events by day; those of one day in the order of the rates. */
static void sort_events(sel_rate_sweep *sweep, const sel_rate *rates, uint32_t count)
{
    uint32_t *first = sweep->first;
    memset(first, 0, ((size_t)sweep->days + 2) * sizeof *first);
    for (uint32_t i = 0; i < count; i++) {
        first[rates[i].from - sweep->from]++;
        first[rates[i].to - sweep->from]++;
    }
    uint32_t before = 0;
    for (uint32_t day = 0; day <= sweep->days; day++) {
        uint32_t here = first[day];
        first[day] = before;
        before += here;
    }
    for (uint32_t i = 0; i < count; i++) {
        sweep->events[first[rates[i].from - sweep->from]++] = i << 1;
        sweep->events[first[rates[i].to - sweep->from]++] = i << 1 | 1U;
    }
    memmove(first + 1, first, ((size_t)sweep->days + 1) * sizeof *first);
    first[0] = 0;
}

/* First day from `day` on with events; days + 1 when there is none. */
static uint32_t day_with_events(const sel_rate_sweep *sweep, uint32_t day)
{
    while (day <= sweep->days && sweep->first[day] == sweep->first[day + 1])
        day++;
    return day;
}

void sel_rate_sweep_start(sel_rate_sweep *sweep, const sel_rate *rates, uint32_t count)
{
    sel_rate_sweep_donors(sweep, rates, count);
    sweep->leaves = leaves_for(sweep->donor_count);
    memset(sweep->tournament, 0, (size_t)sweep->leaves * 2 * sizeof *sweep->tournament);
    sweep->rates = rates;
    sweep->programmes = sweep->donors = 0;
    sweep->known = 0;
    sweep->squares = 0;
    sort_events(sweep, rates, count);
    sweep->bucket = day_with_events(sweep, 0);
}

static void replay(sel_rate_sweep *sweep, uint32_t donor, uint32_t rate, bool ends)
{
    uint32_t node = sweep->leaves + donor;
    uint64_t *tournament = sweep->tournament;
    tournament[node] = ends ? tournament[node] - rate : tournament[node] + rate;
    while (node > 1) {
        node /= 2;
        uint64_t left = tournament[2 * node];
        uint64_t right = tournament[2 * node + 1];
        uint64_t larger = left > right ? left : right;
        if (tournament[node] == larger)
            return;
        tournament[node] = larger;
    }
}

/* A rate begins (or ends) with its donor number n. (p + x)² − p² = x·(2p + x). */
static void change_donor(sel_rate_sweep *sweep, const sel_rate *rate, uint32_t n, bool ends)
{
    uint32_t number = sweep->donor_at[rate->donors[n]];
    sel_rate_donor *donor = &sweep->list[number];
    uint64_t part = sel_equal_part(rate->rate, rate->donor_count, n);
    if (ends) {
        donor->parts -= part;
        sweep->squares -= (sel_wide)part * (2 * donor->parts + part);
        donor->programmes--;
        sweep->donors -= donor->programmes == 0;
    } else {
        sweep->squares += (sel_wide)part * (2 * donor->parts + part);
        donor->parts += part;
        sweep->donors += donor->programmes == 0;
        donor->programmes++;
    }
    replay(sweep, number, rate->rate, ends);
}

static void change(sel_rate_sweep *sweep, uint32_t event)
{
    const sel_rate *rate = &sweep->rates[event >> 1];
    bool ends = (event & 1U) != 0;
    sweep->programmes = ends ? sweep->programmes - 1 : sweep->programmes + 1;
    if (rate->donor_count == 0)
        return;
    sweep->known = ends ? sweep->known - rate->rate : sweep->known + rate->rate;
    for (uint32_t n = 0; n < rate->donor_count; n++)
        change_donor(sweep, rate, n, ends);
}

bool sel_rate_sweep_next(sel_rate_sweep *sweep)
{
    if (sweep->bucket > sweep->days)
        return false;
    uint32_t today = sweep->bucket;
    sweep->changes = &sweep->events[sweep->first[today]];
    sweep->change_count = sweep->first[today + 1] - sweep->first[today];
    for (uint32_t i = 0; i < sweep->change_count; i++)
        change(sweep, sweep->changes[i]);
    sweep->bucket = day_with_events(sweep, today + 1);
    sweep->day = sweep->from + (sel_day)today;
    sweep->until = sweep->from + (sel_day)sweep->bucket;
    return sweep->bucket <= sweep->days;
}
