/* b3: how many of the relations between donors and recipients are significant
 * (fragmentation.h): 1 where every donor has weight where it works.
 *
 * Recipient: share of its donors whose relation is significant, 1 − the
 * fragmentation ratio. Region, portfolio: the same, relations of all recipients
 * with three donors or more taken together. Donor: share of its recipients with
 * which its relation is significant, the concentration ratio. All from the
 * possible support in the window, in programme equivalents.
 *
 * Bounds: support whose donor is not known makes relations of which nothing is
 * known. They are taken to be as many, for their support, as those that are
 * known: u being their share of the support looked at, v lies between
 * v·(1 − u), none of them significant, and v·(1 − u) + u, all. For a donor u is
 * that of all recipients, whose totals its shares are compared with. Support
 * without usable dates is no relation, and the bounds do not allow for it.
 *
 * Not available: support of fewer than five recipients in all registers, fewer
 * than three donors known at a recipient, fewer than five relations of a donor
 * (every relation is then significant by arithmetic); no support in the window;
 * the donor known of less than half of the support. */
#include "analysis/principle/indicators.h"
#include "analysis/principle/proportion.h"

typedef struct relations {
    uint64_t all;
    uint64_t significant;
    double known; /* support of known donors */
    double unknown;
    uint32_t *recipients;
    uint32_t count;
    bool any; /* some support, at recipients with few donors too */
} relations;

static void add_recipient(uint32_t donors, const sel_recipient_spread *at, relations *found)
{
    found->any = true;
    if (at->donors < donors)
        return;
    found->all += at->donors;
    found->significant += at->significant;
    found->known += (double)at->supply;
    found->unknown += (double)at->unknown;
    found->recipients[found->count++] = at->recipient;
}

static sel_indicator_value value_of(const relations *found)
{
    sel_indicator_value value;
    double whole = found->known + found->unknown;
    if (found->unknown > found->known) {
        value = sel_value_missing("reason.less-than-half-known");
    } else {
        double share = (double)found->significant / (double)found->all;
        double low = share * found->known / whole;
        value = sel_value_between(share, low, low + found->unknown / whole);
    }
    value.known = value.all = found->all;
    value.contributors = found->recipients;
    value.contributor_count = found->count;
    value.from = SEL_FROM_RECIPIENTS;
    return value;
}

static sel_indicator_value of_recipients(const sel_evidence *evidence,
                                         const sel_selection *selection)
{
    const sel_fragmentation *spread = evidence->spread;
    uint32_t donors = sel_model_count(evidence->study->model, SEL_POLICY_B3_DONORS);
    relations found = {.recipients = sel_arena_array(evidence->arena, spread->recipient_count,
                                                     sizeof *found.recipients)};
    for (uint32_t i = 0; i < spread->recipient_count; i++)
        if (sel_selection_covers(selection, spread->recipients[i].recipient))
            add_recipient(donors, &spread->recipients[i], &found);
    if (!found.any)
        return sel_value_missing("reason.no-dated-support");
    return found.all == 0 ? sel_value_missing("reason.fewer-than-three-donors") : value_of(&found);
}

/* The recipients a donor serves: its parts ascend by recipient. */
static void list_recipients(const sel_evidence *evidence, const sel_selection *selection,
                            relations *found)
{
    found->recipients =
        sel_arena_array(evidence->arena, selection->gives_count, sizeof *found->recipients);
    for (uint32_t i = 0; i < selection->gives_count; i++) {
        const sel_donor_place *part = &selection->gives[i];
        uint32_t recipient = evidence->supplies->list[part->supply].recipient;
        if (part->high > 0 &&
            (found->count == 0 || found->recipients[found->count - 1] != recipient))
            found->recipients[found->count++] = recipient;
    }
}

static sel_indicator_value of_donor(const sel_evidence *evidence, const sel_selection *selection)
{
    const sel_fragmentation *spread = evidence->spread;
    const sel_donor_spread *own = sel_fragmentation_donor(spread, selection->subject.number);
    if (own == NULL)
        return sel_value_missing("reason.no-dated-support");
    if (own->recipients < sel_model_count(evidence->study->model, SEL_POLICY_B3_RELATIONS))
        return sel_value_missing("reason.fewer-than-five-recipients");
    relations found = {.all = own->recipients, .significant = own->significant};
    for (uint32_t i = 0; i < spread->recipient_count; i++) {
        found.known += (double)spread->recipients[i].supply;
        found.unknown += (double)spread->recipients[i].unknown;
    }
    list_recipients(evidence, selection, &found);
    return value_of(&found);
}

static sel_indicator_value significant_relations(const sel_evidence *evidence,
                                                 const sel_selection *selection)
{
    if (selection->undertaking_count == 0)
        return sel_value_missing(sel_selection_empty(selection));
    if (evidence->spread->recipient_count <
        sel_model_count(evidence->study->model, SEL_POLICY_B3_RECIPIENTS))
        return sel_value_missing("reason.fewer-than-five-recipients");
    return selection->subject.level == SEL_LEVEL_DONOR ? of_donor(evidence, selection)
                                                       : of_recipients(evidence, selection);
}

const sel_indicator sel_indicator_b3 = {
    .id = "b3",
    .name = "indicator.b3",
    .question = "question.b3",
    .formula = "significant relations / relations",
    .data = "data.b3",
    .source = "OECD 2009, 2011 on fragmentation",
    .principle = 'b',
    .role = SEL_SCORED,
    .levels = SEL_LEVEL_RECIPIENT | SEL_LEVEL_REGION | SEL_LEVEL_DONOR | SEL_LEVEL_PORTFOLIO,
    .evaluate = significant_relations,
};
