/* b1: how little support goes beyond the need at places that others serve too.
 *
 * Recipient, region, portfolio: 1 − Σ red·D / Σ supply over places with a known
 * need above nought, D being the support beyond the largest donor's. Donor: each
 * place weighs by the donor's share of it. Programme: 1 − the largest concern K
 * with any other programme, in the middle of what the ends of its pairs give. Response: 1 − share
 * of listed support to which "another programme does the same" was answered.
 *
 * Bounds: both ends of support, of D and of the need. Support without usable
 * dates at such a place may come to its full effort over the window; it, and that
 * of a programme whose donor is not known, may go beyond the need with all that
 * is more than the need. A donor has its share of that of others. Places whose
 * need is not known are told, and are in no bound: they are outside U.
 *
 * Not available: one donor in all registers; no support at a need, or only where
 * the need is not known; a programme without dates, or not assessed (overlap.h). */
#include "analysis/principle/both_sides.h"
#include "analysis/principle/indicators.h"

#include <math.h>

enum { DONORS_NEEDED = 2 };

/* Support beyond need and all support, at both ends of what is known. */
typedef struct excess {
    double low;
    double high;
    double supply_low;
    double supply_high;
    uint32_t known;   /* places with supply and a need above nought */
    uint32_t unknown; /* places with supply whose need is not known */
    uint32_t *places;
    double undated; /* what its support without dates may add, were it all in the window */
    double open;    /* what may go beyond the need besides `high` */
} excess;

/* Both ends of the share beyond need; the value is that of the middle of both. */
static sel_indicator_value share_within_need(const excess *found)
{
    double supply = found->supply_low + found->supply_high;
    double beyond = found->high + found->open;
    double most = beyond < found->supply_low ? beyond / found->supply_low : (beyond > 0);
    return sel_value_between(1 - (found->low + found->high) / supply, 1 - most,
                             1 - found->low / (found->supply_high + found->undated));
}

static sel_indicator_value value_of(const excess *found)
{
    const char *none = found->unknown > 0 ? "reason.need-unknown" : "reason.no-support-at-a-need";
    sel_indicator_value value =
        found->known == 0 ? sel_value_missing(none) : share_within_need(found);
    value.known = found->known;
    value.all = (uint64_t)found->known + found->unknown;
    value.contributors = found->places;
    value.contributor_count = found->known;
    value.from = SEL_FROM_PLACES;
    return value;
}

/* Add a place of which [low, high] of the supply belongs to the subject. A need of nought is
 * support without a stated need: not assessed. */
static void add_place(excess *found, uint32_t number, const sel_supply *at, uint64_t low,
                      uint64_t high)
{
    if (high == 0 || (at->need_known && at->need_high == 0))
        return;
    if (!at->need_known) {
        found->unknown += 1;
        return;
    }
    double part_low = at->low == 0 ? 0 : (double)low / (double)at->low;
    double part_high = (double)high / (double)at->high;
    found->low += part_low * (double)at->beyond_low * at->red_low_ppm / SEL_PPM;
    found->high += part_high * (double)at->beyond_high * at->red_high_ppm / SEL_PPM;
    found->supply_low += (double)low;
    found->supply_high += (double)high;
    found->places[found->known++] = number;
}

static bool is_wanted(const sel_need *need)
{
    return sel_need_is_known(need) && need->n_high > 0;
}

/* Number of the need of a place that is looked at: known, and perhaps above nought; else SEL_NONE.
 */
static uint32_t need_at(const sel_evidence *evidence, uint32_t recipient, uint32_t capability)
{
    const sel_need *need = sel_needs_find(evidence->needs, recipient, capability);
    return need != NULL && is_wanted(need) ? (uint32_t)(need - evidence->needs->list) : SEL_NONE;
}

/* All of it within the window. */
static double whole_window(const sel_study *study, uint32_t effort)
{
    return (double)effort * (study->window_end - study->window_start);
}

static bool is_undated(const sel_study_programme *record)
{
    return !record->dated && sel_programme_is_active(record);
}

/* What of it may go beyond a need: not what is needed to meet it. */
static double beyond_need(const sel_evidence *evidence, const sel_openings *openings,
                          const sel_need *need)
{
    const sel_study *study = evidence->study;
    sel_opening open = sel_opening_at(openings, need->recipient, need->capability);
    if (open.all == 0)
        return 0;
    const sel_supply *at = sel_supply_find(evidence->supplies, need->recipient, need->capability);
    int32_t days = study->window_end - study->window_start;
    double needed = (double)sel_supply_need(study->model, need->severity_low, days);
    double most = (at == NULL ? 0 : (double)at->high) + (double)open.undated - needed;
    return fmax(0, fmin((double)open.all, most));
}

static void add_open_places(const sel_evidence *evidence, const sel_selection *selection,
                            excess *found)
{
    const sel_needs *needs = evidence->needs;
    sel_openings of = sel_openings_none(evidence->study, evidence->arena);
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        const sel_study_programme *record = selection->undertakings[i].programme;
        sel_openings_add(&of, evidence->study, record);
        for (uint32_t j = 0; j < record->place_count && is_undated(record); j++)
            if (sel_selection_covers(selection, record->places[j].recipient) &&
                need_at(evidence, record->places[j].recipient, record->places[j].capability) !=
                    SEL_NONE)
                found->undated += whole_window(evidence->study, record->places[j].effort_high);
    }
    for (uint32_t i = 0; i < needs->count; i++)
        if (is_wanted(&needs->list[i]) && sel_selection_covers(selection, needs->list[i].recipient))
            found->open += beyond_need(evidence, &of, &needs->list[i]);
}

static sel_indicator_value of_places(const sel_evidence *evidence, const sel_selection *selection)
{
    const sel_supplies *supplies = evidence->supplies;
    excess found = {.places =
                        sel_arena_array(evidence->arena, supplies->count, sizeof *found.places)};
    for (uint32_t i = 0; i < supplies->count; i++) {
        const sel_supply *at = &supplies->list[i];
        if (sel_selection_covers(selection, at->recipient))
            add_place(&found, i, at, at->low, at->high);
    }
    add_open_places(evidence, selection, &found);
    return value_of(&found);
}

/* Per need, a donor's share of the support: up to 1 where it also gives support without dates,
 * which is added up. */
static double *shares_of(const sel_evidence *evidence, const sel_selection *selection,
                         excess *found)
{
    double *shares = sel_arena_array(evidence->arena, evidence->needs->count, sizeof *shares);
    for (uint32_t i = 0; i < selection->gives_count; i++) {
        const sel_supply *at = &evidence->supplies->list[selection->gives[i].supply];
        uint32_t need = need_at(evidence, at->recipient, at->capability);
        if (need != SEL_NONE && at->high > 0)
            shares[need] = (double)selection->gives[i].high / (double)at->high;
    }
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        const sel_study_programme *record = selection->undertakings[i].programme;
        for (uint32_t j = 0; j < record->place_count && is_undated(record); j++) {
            const sel_study_place *at = &record->places[j];
            uint32_t need = need_at(evidence, at->recipient, at->capability);
            if (need == SEL_NONE)
                continue;
            shares[need] = 1;
            found->undated += whole_window(evidence->study, at->effort_high);
        }
    }
    return shares;
}

/* Add a donor's share of what anybody's programmes leave open where it gives. */
static void add_open_shares(const sel_evidence *evidence, const double *shares, excess *found)
{
    const sel_needs *needs = evidence->needs;
    for (uint32_t i = 0; i < needs->count; i++)
        if (shares[i] > 0)
            found->open +=
                shares[i] * beyond_need(evidence, &evidence->roster->openings, &needs->list[i]);
}

static sel_indicator_value of_donor(const sel_evidence *evidence, const sel_selection *selection)
{
    excess found = {
        .places = sel_arena_array(evidence->arena, selection->gives_count, sizeof *found.places)};
    for (uint32_t i = 0; i < selection->gives_count; i++) {
        const sel_donor_place *part = &selection->gives[i];
        add_place(&found, part->supply, &evidence->supplies->list[part->supply], part->low,
                  part->high);
    }
    add_open_shares(evidence, shares_of(evidence, selection, &found), &found);
    return value_of(&found);
}

/* The value is that of K between both ends of what is known. Where pairs were left out because
 * there were too many, none of them is stronger than the bound that comes with them. */
static sel_indicator_value of_programme(const sel_evidence *evidence,
                                        const sel_selection *selection)
{
    uint32_t number = sel_undertaking_record(&selection->undertakings[0]);
    if (!evidence->study->programmes[number].dated)
        return sel_value_missing("reason.programme-not-dated");
    if (!evidence->overlap->assessed[number])
        return sel_value_missing("reason.overlap-not-assessed");
    const sel_overlap *overlap = evidence->overlap;
    double least = (double)overlap->least_ppm[number] / SEL_PPM;
    double most = (double)overlap->most_ppm[number] / SEL_PPM;
    double left_out = overlap->uncompared > 0 ? (double)overlap->uncompared_ppm / SEL_PPM : 0;
    sel_indicator_value value =
        sel_value_between(1 - (least + most) / 2, 1 - fmax(most, left_out), 1 - least);
    uint32_t *self = sel_arena_array(evidence->arena, 1, sizeof *self);
    *self = number;
    value.contributors = self;
    value.contributor_count = 1;
    value.known = 1;
    value.all = 1;
    return value;
}

static sel_key stands_alone(const sel_study_programme *statement)
{
    return (sel_key){statement->same_as_other != SEL_UNKNOWN, statement->same_as_other == 0};
}

static sel_indicator_value of_response(const sel_evidence *evidence, const sel_selection *selection)
{
    sel_tally tally = sel_ask_both_sides(evidence, selection, stands_alone, sel_keys_declared);
    return sel_tally_value(&tally, sel_selection_empty(selection), "reason.overlap-not-answered");
}

static sel_indicator_value graded_overlap(const sel_evidence *evidence,
                                          const sel_selection *selection)
{
    if (selection->subject.level == SEL_LEVEL_RESPONSE)
        return of_response(evidence, selection);
    if (evidence->roster->donor_count < DONORS_NEEDED)
        return sel_value_missing("reason.one-donor");
    if (selection->subject.level == SEL_LEVEL_PROGRAMME)
        return of_programme(evidence, selection);
    if (selection->subject.level == SEL_LEVEL_DONOR)
        return of_donor(evidence, selection);
    return of_places(evidence, selection);
}

const sel_indicator sel_indicator_b1 = {
    .id = "b1",
    .name = "indicator.b1",
    .question = "question.b1",
    .formula = "1 − Σ_U red·D / Σ_U Supply; a programme: 1 − max K",
    .data = "data.b1",
    .source = "OCHA 3W; own measure of shared places, time and need",
    .principle = 'b',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
    .evaluate = graded_overlap,
};
