#include "analysis/rates.h"

#include "analysis/order.h"
#include "base/index.h"

/* The largest of the donors' rates is the root of a tournament: a binary tree over the donors of
 * the place, each node the larger of its two children, so one change costs its depth. */
struct sel_rates {
    uint64_t *events;     /* day << 32 | rate number << 1 | 1 when it ends */
    uint32_t *donor_at;   /* organisation → donor of this place */
    uint32_t *marked;     /* organisation → place that set donor_at */
    uint32_t place;       /* counts the places done */
    uint64_t *tournament; /* nodes 1 … 2·leaves − 1, leaves last */
    uint32_t leaves;      /* a power of two */
};

static uint32_t leaves_for(uint32_t donors)
{
    uint32_t leaves = 1;
    while (leaves < donors)
        leaves *= 2;
    return leaves;
}

sel_rates *sel_rates_create(uint32_t most_rates, uint32_t organisation_count)
{
    sel_rates *work = sel_memory_resize(NULL, 1, sizeof *work);
    *work = (sel_rates){0};
    work->events = sel_memory_resize(NULL, (size_t)most_rates * 2 + 1, sizeof *work->events);
    work->donor_at = sel_memory_resize(NULL, (size_t)organisation_count + 1, sizeof(uint32_t));
    work->marked = sel_memory_resize(NULL, (size_t)organisation_count + 1, sizeof(uint32_t));
    memset(work->marked, 0, ((size_t)organisation_count + 1) * sizeof(uint32_t));
    work->tournament = sel_memory_resize(NULL, (size_t)leaves_for(organisation_count) * 2,
                                         sizeof *work->tournament);
    return work;
}

void sel_rates_destroy(sel_rates *work)
{
    if (work == NULL)
        return;
    sel_memory_resize(work->events, 0, 1);
    sel_memory_resize(work->donor_at, 0, 1);
    sel_memory_resize(work->marked, 0, 1);
    sel_memory_resize(work->tournament, 0, 1);
    sel_memory_resize(work, 0, 1);
}

/* Number the donors of the place in order of appearance and clear the tournament. */
static uint32_t number_donors(sel_rates *work, const sel_rate *rates, uint32_t count)
{
    uint32_t donors = 0;
    work->place++;
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t j = 0; j < rates[i].donor_count; j++) {
            uint32_t organisation = rates[i].donors[j];
            if (work->marked[organisation] == work->place)
                continue;
            work->marked[organisation] = work->place;
            work->donor_at[organisation] = donors++;
        }
    }
    work->leaves = leaves_for(donors);
    memset(work->tournament, 0, (size_t)work->leaves * 2 * sizeof *work->tournament);
    return donors;
}

static uint64_t *leaf_of(const sel_rates *work, uint32_t organisation)
{
    return &work->tournament[work->leaves + work->donor_at[organisation]];
}

/* A rate begins (or ends) with one of its donors. */
static void replay(sel_rates *work, uint32_t organisation, uint32_t rate, bool ends)
{
    uint32_t node = work->leaves + work->donor_at[organisation];
    uint64_t *tournament = work->tournament;
    tournament[node] = ends ? tournament[node] - rate : tournament[node] + rate;
    while (node > 1) {
        node /= 2;
        uint64_t left = tournament[2 * node];
        uint64_t right = tournament[2 * node + 1];
        tournament[node] = left > right ? left : right;
    }
}

/* A day as a key that ascends with it. */
static uint64_t day_key(sel_day day)
{
    return (uint64_t)((int64_t)day - INT32_MIN) << 32;
}

static uint32_t gather_events(sel_rates *work, const sel_rate *rates, uint32_t count)
{
    uint32_t events = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (rates[i].donor_count == 0)
            continue;
        work->events[events++] = day_key(rates[i].from) | (uint64_t)i << 1;
        work->events[events++] = day_key(rates[i].to) | (uint64_t)i << 1 | 1U;
    }
    qsort(work->events, events, sizeof *work->events, sel_order_keys);
    return events;
}

sel_rate_sums sel_rates_sum(sel_rates *work, const sel_rate *rates, uint32_t count)
{
    sel_rate_sums sums = {0};
    for (uint32_t i = 0; i < count; i++)
        sums.supply += (uint64_t)rates[i].rate * (uint32_t)(rates[i].to - rates[i].from);
    if (number_donors(work, rates, count) < 2)
        return sums;
    uint32_t events = gather_events(work, rates, count);
    uint64_t total = 0;
    uint64_t last = 0;
    for (uint32_t e = 0; e < events; e++) {
        uint64_t day = work->events[e] >> 32;
        uint64_t beyond = total - work->tournament[1];
        sums.beyond += beyond * (day - last);
        sums.days_together += beyond > 0 ? (int32_t)(day - last) : 0;
        last = day;
        const sel_rate *rate = &rates[(uint32_t)work->events[e] >> 1];
        bool ends = (work->events[e] & 1U) != 0;
        total = ends ? total - rate->rate : total + rate->rate;
        for (uint32_t j = 0; j < rate->donor_count; j++)
            replay(work, rate->donors[j], rate->rate, ends);
    }
    return sums;
}

/* Split amount equally; what is left over goes to the first donors, one each. */
static void share_out(const sel_rates *work, const sel_rate *rate, uint64_t amount)
{
    for (uint32_t j = 0; j < rate->donor_count; j++)
        *leaf_of(work, rate->donors[j]) +=
            amount / rate->donor_count + (j < amount % rate->donor_count);
}

uint32_t sel_rates_donors(sel_rates *work, const sel_rate *rates, uint32_t count)
{
    return number_donors(work, rates, count);
}

double sel_rates_effective_donors(sel_rates *work, const sel_rate *rates, uint32_t count)
{
    uint32_t donors = number_donors(work, rates, count);
    double total = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint64_t amount = (uint64_t)rates[i].rate * (uint32_t)(rates[i].to - rates[i].from);
        share_out(work, &rates[i], amount);
        total += rates[i].donor_count == 0 ? 0 : (double)amount;
    }
    double squares = 0;
    for (uint32_t d = 0; d < donors; d++) {
        double share = (double)work->tournament[work->leaves + d] / total;
        squares += share * share;
    }
    return donors == 0 ? 0 : 1 / squares;
}
