/* b2: whether places have few enough donors to talk to. Per place 1 when the
 * effective number of donors is at most 2, when there is one programme only
 * (run jointly or not), or when every programme there declares a lead or
 * division of labour, or where that is not said that it was coordinated; else
 * (6 − N)/4 within [0, 1]; mean weighted by supply. N and weights are those of the
 * possible support in the window. A response: equal shares over the listed donors
 * of each capability. Dependency on one donor is a remark, never part of the value: it stands
 * beside it as the share of support at places with practically one donor, N_eff < 1.2, of all
 * support, so that places whose donors are not known count as no dependency.
 *
 * Bounds: places and rows of which no donor is known at 0 and 1, and rows without
 * a capability. A programme without a donor beside known ones may be of a further
 * donor or of one of them. A place named by support without usable dates may be
 * anything, and that support may weigh up to its full effort over the window.
 *
 * Not available: no support, no donor known, known for less than half of the
 * support; a response: no capability named. */
#include "analysis/principle/beside.h"
#include "analysis/principle/indicators.h"
#include "analysis/principle/proportion.h"

/* A model in which many are not more than few has one step from 1 to 0. */
static double ease(const sel_model *model, double effective)
{
    double few = sel_model_constant(model, SEL_POLICY_B2_FEW_DONORS);
    double many = sel_model_constant(model, SEL_POLICY_B2_MANY_DONORS);
    if (effective <= few)
        return 1;
    return effective >= many ? 0 : (many - effective) / (many - few);
}

/* Whether a record says that there is a lead or a division of labour; where it does not say,
 * whether it says that the programme was coordinated. */
static int8_t is_divided(const sel_study_programme *record)
{
    if (record->account != NULL && record->account->division != SEL_UNKNOWN)
        return record->account->division;
    return record->coordinated;
}

/* What is said of it, and what some of the other records say. */
typedef struct spoken {
    bool declared;
    bool denied;
} spoken;

static void hear(const sel_study *study, const uint32_t *records, uint32_t count, spoken *all)
{
    for (uint32_t i = 0; i < count; i++) {
        int8_t said = is_divided(&study->programmes[records[i]]);
        all->declared |= said == 1;
        all->denied |= said == 0;
    }
}

/* Whoever speaks of it says so, and nobody denies it. */
static bool is_coordinated(const sel_evidence *evidence, const sel_undertaking *undertaking)
{
    spoken all = {false};
    if (undertaking->record != SEL_NONE)
        hear(evidence->study, &undertaking->record, 1, &all);
    hear(evidence->study, undertaking->tellers, undertaking->teller_count, &all);
    hear(evidence->study, undertaking->statements, undertaking->statement_count, &all);
    return all.declared && !all.denied;
}

/* What the programmes at a place say and leave open. */
typedef struct told_at {
    uint32_t declared; /* of those that supply.h counts: coordination */
    uint32_t nameless; /* of those: no donor */
    bool undated;      /* named by support without usable dates */
} told_at;

/* Per place of the supplies. */
typedef struct told {
    told_at *at;
    double undated; /* what support without dates may come to */
} told;

static void add_programme(const sel_evidence *evidence, const sel_selection *selection,
                          const sel_undertaking *undertaking, told *all)
{
    const sel_study *study = evidence->study;
    const sel_supplies *supplies = evidence->supplies;
    const sel_study_programme *record = undertaking->programme;
    bool over =
        record->dated && sel_supply_days_high(record, study->window_start, study->window_end) <= 0;
    if (over || !sel_programme_is_active(record))
        return;
    bool coordinated = is_coordinated(evidence, undertaking);
    for (uint32_t i = 0; i < record->place_count; i++) {
        const sel_study_place *place = &record->places[i];
        if (place->effort_high == 0 || !sel_selection_covers(selection, place->recipient))
            continue;
        if (!record->dated)
            all->undated += (double)place->effort_high * (study->window_end - study->window_start);
        const sel_supply *supply = sel_supply_find(supplies, place->recipient, place->capability);
        if (supply == NULL)
            continue;
        told_at *at = &all->at[supply - supplies->list];
        at->undated |= !record->dated;
        at->declared += record->dated && coordinated;
        at->nameless += record->dated && record->donor_count == 0;
    }
}

static told told_of(const sel_evidence *evidence, const sel_selection *selection)
{
    told all = {.at = sel_arena_array(evidence->arena, evidence->supplies->count, sizeof *all.at)};
    for (uint32_t i = 0; i < selection->undertaking_count; i++)
        add_programme(evidence, selection, &selection->undertakings[i], &all);
    return all;
}

/* Sums over places, weighted by supply. */
typedef struct places {
    const sel_model *model;
    double known;   /* supply at places whose donors are known */
    double unknown; /* supply at the others */
    double undated; /* what support without dates may add */
    double sum;
    double low;
    double high;
    double single; /* supply at places with practically one donor */
    uint32_t *numbers;
    uint32_t count;
    uint32_t all;
} places;

static void add_place(places *found, uint32_t number, const sel_supply *at, const told_at *said)
{
    double supply = (double)at->high;
    if (at->high == 0)
        return;
    found->all += 1;
    if (at->effective_donors <= 0) {
        found->unknown += supply;
        return;
    }
    bool divided = at->programmes == 1 || said->declared == at->programmes;
    double value = divided ? 1 : ease(found->model, at->effective_donors);
    double low = divided ? 1 : ease(found->model, at->effective_donors + said->nameless);
    if (at->effective_donors < sel_model_constant(found->model, SEL_POLICY_B2_ONE_DONOR))
        found->single += supply;
    found->known += supply;
    found->sum += supply * value;
    found->low += supply * (said->undated ? 0 : low);
    found->high += supply * (said->undated || said->nameless > 0 ? 1 : value);
    found->numbers[found->count++] = number;
}

static sel_indicator_value value_of(const places *found, const char *empty)
{
    double whole = found->known + found->unknown;
    double possible = whole + found->undated;
    sel_indicator_value value;
    if (found->all == 0)
        value = sel_value_missing(empty);
    else if (found->count == 0)
        value = sel_value_missing("reason.donors-unknown");
    else if (found->known < found->unknown)
        value = sel_value_missing("reason.less-than-half-known");
    else
        value = sel_value_between(found->sum / found->known, found->low / possible,
                                  (found->high + found->unknown + found->undated) / possible);
    if (value.availability == SEL_AVAILABLE &&
        found->single > whole * sel_model_constant(found->model, SEL_POLICY_B2_ONE_DONOR_SHARE))
        value.note = "note.one-donor-dependency";
    value.known = found->count;
    value.all = found->all;
    value.contributors = found->numbers;
    value.contributor_count = found->count;
    return value;
}

static places survey(const sel_evidence *evidence, const sel_selection *selection)
{
    const sel_supplies *supplies = evidence->supplies;
    told all = told_of(evidence, selection);
    places found = {.model = evidence->study->model,
                    .numbers =
                        sel_arena_array(evidence->arena, supplies->count, sizeof *found.numbers),
                    .undated = all.undated};
    for (uint32_t i = 0; i < supplies->count; i++) {
        const sel_supply *at = &supplies->list[i];
        if (sel_selection_covers(selection, at->recipient))
            add_place(&found, i, at, &all.at[i]);
    }
    return found;
}

static sel_indicator_value of_places(const sel_evidence *evidence, const sel_selection *selection)
{
    places found = survey(evidence, selection);
    sel_indicator_value value = value_of(&found, "reason.no-dated-support");
    value.from = SEL_FROM_PLACES;
    return value;
}

static bool is_about(const sel_study_programme *row, uint32_t capability)
{
    for (uint32_t i = 0; i < row->place_count; i++)
        if (row->places[i].capability == capability)
            return true;
    return false;
}

/* Parties among rows: rows with a donor in common belong to one, and so does whatever shares a
 * donor with either. label has room for count numbers. */
static uint32_t count_parties(const sel_study_programme *const *rows, uint32_t count,
                              uint32_t *label)
{
    uint32_t parties = 0;
    for (uint32_t i = 0; i < count; i++) {
        label[i] = i;
        for (uint32_t j = 0; j < i; j++) {
            uint32_t old = label[j];
            if (old == i || !sel_study_share_donor(rows[i], rows[j]))
                continue;
            for (uint32_t k = 0; k < i; k++)
                label[k] = label[k] == old ? i : label[k];
        }
    }
    for (uint32_t i = 0; i < count; i++)
        parties += label[i] == i;
    return parties;
}

/* What a response lists, with room for the rows about one capability. */
typedef struct listed {
    const sel_study_programme **rows;
    uint32_t *labels;
    uint32_t count;
    bool divided; /* every row is coordinated with others */
} listed;

/* Ease of one capability, weighted by its rows; rows without a donor are not known. */
static void add_capability(const sel_evidence *evidence, const sel_selection *selection,
                           uint32_t capability, listed *about, places *found)
{
    about->count = 0;
    about->divided = true;
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        const sel_undertaking *undertaking = &selection->undertakings[i];
        const sel_study_programme *row = &evidence->study->programmes[undertaking->statements[0]];
        if (!is_about(row, capability))
            continue;
        found->all += 1;
        found->unknown += row->donor_count == 0;
        if (row->donor_count == 0)
            continue;
        about->divided &= is_coordinated(evidence, undertaking);
        about->rows[about->count++] = row;
    }
    uint32_t parties = count_parties(about->rows, about->count, about->labels);
    found->count += about->count;
    found->known += about->count;
    found->sum += about->count * (about->divided ? 1 : ease(found->model, parties));
    found->low = found->high = found->sum;
}

static sel_indicator_value of_response(const sel_evidence *evidence, const sel_selection *selection)
{
    uint32_t rows = selection->undertaking_count;
    listed about = {.rows = sel_arena_array(evidence->arena, rows, sizeof *about.rows),
                    .labels = sel_arena_array(evidence->arena, rows, sizeof *about.labels)};
    places found = {.model = evidence->study->model};
    for (uint32_t i = 0; i < evidence->study->reference->taxonomy.count; i++)
        add_capability(evidence, selection, i, &about, &found);
    uint32_t *statements = sel_arena_array(evidence->arena, rows, sizeof *statements);
    bool placed = found.all > 0; /* then a row without a capability is one that is not known */
    for (uint32_t i = 0; i < rows; i++) {
        statements[i] = selection->undertakings[i].statements[0];
        bool about_none = placed && evidence->study->programmes[statements[i]].place_count == 0;
        found.all += about_none;
        found.unknown += about_none;
    }
    sel_indicator_value value =
        value_of(&found, rows > 0 ? "reason.support-not-placed" : sel_selection_empty(selection));
    value.contributors = statements;
    value.contributor_count = rows;
    value.from = SEL_FROM_PROGRAMMES;
    return value;
}

static sel_indicator_value effective_donors(const sel_evidence *evidence,
                                            const sel_selection *selection)
{
    return selection->subject.level == SEL_LEVEL_RESPONSE ? of_response(evidence, selection)
                                                          : of_places(evidence, selection);
}

/* A response tells of programmes, not of what each of them gives. */
static void beside_donors(const sel_evidence *evidence, const sel_selection *selection,
                          sel_beside *beside)
{
    if (selection->subject.level == SEL_LEVEL_RESPONSE)
        return;
    places found = survey(evidence, selection);
    double whole = found.known + found.unknown;
    if (whole > 0)
        sel_beside_add(beside, "beside.one-donor", "beside.one-donor-how", found.single / whole);
}

const sel_indicator sel_indicator_b2 = {
    .id = "b2",
    .name = "indicator.b2",
    .question = "question.b2",
    .formula = "Σ Supply·v / Σ Supply; v = clamp((6 − N_eff) / 4, 0, 1), N_eff = 1 / Σ s²",
    .data = "data.b2",
    .source = "Cambodia Aid Effectiveness Report 2007, annex VIII (Herfindahl index)",
    .principle = 'b',
    .role = SEL_SCORED,
    .levels = SEL_LEVEL_RESPONSE | SEL_LEVEL_RECIPIENT | SEL_LEVEL_REGION | SEL_LEVEL_PORTFOLIO,
    .evaluate = effective_donors,
    .beside = beside_donors,
};
