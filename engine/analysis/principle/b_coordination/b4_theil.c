/* b4: how unevenly support is spread over places: T / ln N, 0 when every place
 * of the grid has the same, 1 when one has all (dispersion.h).
 *
 * The grid of a donor: all recipients × all capabilities it supports; of the
 * portfolio: all that occur. N is their product. Context only: a donor that
 * specialises (coordination) and one that serves all (universality) pull T in
 * opposite directions, so it has none.
 *
 * The value is that of the possible support in the window. Bounds: each share
 * between the smallest and the largest that the ranges of support allow, taken
 * one by one; support without usable dates may be of any size: [0, 1].
 *
 * Not available: no support in the window; one place (ln 1 = 0). */
#include "analysis/principle/indicators.h"
#include "analysis/principle/proportion.h"
#include "analysis/principle/share_range.h"

#include <math.h>

/* Places with support, ascending (recipient, capability). */
typedef struct grid {
    sel_spread_cell *cells; /* possible support */
    sel_amount_range *amounts;
    uint32_t *places; /* numbers in the list of supplies */
    uint32_t count;
    sel_amount_range whole;
} grid;

static grid make_grid(sel_arena *arena, uint32_t room)
{
    return (grid){.cells = sel_arena_array(arena, room, sizeof(sel_spread_cell)),
                  .amounts = sel_arena_array(arena, room, sizeof(sel_amount_range)),
                  .places = sel_arena_array(arena, room, sizeof(uint32_t))};
}

static void add_place(grid *of, const sel_evidence *evidence, uint32_t place, uint64_t low,
                      uint64_t high)
{
    const sel_supply *at = &evidence->supplies->list[place];
    if (high == 0)
        return;
    of->cells[of->count] = (sel_spread_cell){at->recipient, at->capability, high};
    of->amounts[of->count] = (sel_amount_range){(double)low, (double)high};
    of->places[of->count++] = place;
    of->whole.low += (double)low;
    of->whole.high += (double)high;
}

/* Smallest of s·ln(N·s) for a share between low and high: it falls down to s = 1/(e·N), then
 * rises. */
static double least_term(const sel_share_range *share, double places)
{
    double lowest = 1 / (exp(1) * places);
    double at = fmin(fmax(lowest, share->low), share->high);
    return at > 0 ? at * log(places * at) : 0;
}

static double most_term(const sel_share_range *share, double places)
{
    double low = share->low > 0 ? share->low * log(places * share->low) : 0;
    double high = share->high > 0 ? share->high * log(places * share->high) : 0;
    return fmax(low, high);
}

static bool is_undated(const sel_selection *selection)
{
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        const sel_study_programme *record = selection->undertakings[i].programme;
        if (!record->dated && sel_programme_is_active(record))
            return true;
    }
    return false;
}

static uint32_t count_capabilities(const grid *of)
{
    bool helped[UINT8_MAX + 1] = {false};
    uint32_t count = 0;
    for (uint32_t i = 0; i < of->count; i++) {
        count += !helped[of->cells[i].member];
        helped[of->cells[i].member] = true;
    }
    return count;
}

static uint32_t count_recipients(const grid *of)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < of->count; i++)
        count += i == 0 || of->cells[i].group != of->cells[i - 1].group;
    return count;
}

static sel_indicator_value value_of(const grid *of, bool undated)
{
    uint32_t capabilities = count_capabilities(of);
    double places = (double)count_recipients(of) * capabilities;
    if (of->count == 0)
        return sel_value_missing("reason.no-dated-support");
    if (places < 2)
        return sel_value_missing("reason.one-place");
    double total = sel_theil_of(of->cells, of->count, capabilities).total;
    double low = 0;
    double high = 0;
    for (uint32_t i = 0; i < of->count; i++) {
        sel_share_range share = sel_share_of(of->amounts[i], of->whole);
        low += least_term(&share, places);
        high += most_term(&share, places);
    }
    double most = log(places);
    sel_indicator_value value =
        sel_value_between(total / most, undated ? 0 : low / most, undated ? 1 : high / most);
    value.known = value.all = of->count;
    value.contributors = of->places;
    value.contributor_count = of->count;
    value.from = SEL_FROM_PLACES;
    return value;
}

static sel_indicator_value unevenness(const sel_evidence *evidence, const sel_selection *selection)
{
    const sel_supplies *supplies = evidence->supplies;
    bool donor = selection->subject.level == SEL_LEVEL_DONOR;
    if (selection->undertaking_count == 0)
        return sel_value_missing(sel_selection_empty(selection));
    grid of = make_grid(evidence->arena, donor ? selection->gives_count : supplies->count);
    for (uint32_t i = 0; donor && i < selection->gives_count; i++)
        add_place(&of, evidence, selection->gives[i].supply, selection->gives[i].low,
                  selection->gives[i].high);
    for (uint32_t i = 0; !donor && i < supplies->count; i++)
        add_place(&of, evidence, i, supplies->list[i].low, supplies->list[i].high);
    return value_of(&of, is_undated(selection));
}

const sel_indicator sel_indicator_b4 = {
    .id = "b4",
    .name = "indicator.b4",
    .question = "question.b4",
    .formula = "T / ln N; T = Σ s·ln(N·s)",
    .data = "data.b4",
    .source = "Theil index; Aldasoro, Nunnenkamp and Thiele 2010",
    .principle = 'b',
    .role = SEL_CONTEXT,
    .levels = SEL_LEVEL_DONOR | SEL_LEVEL_PORTFOLIO,
    .evaluate = unevenness,
};
