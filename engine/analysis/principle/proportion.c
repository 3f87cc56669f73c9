#include "analysis/principle/proportion.h"

#include "analysis/statistics/wilson.h"
#include "base/number.h"

enum { EFFECTIVE_FROM = 5 };

sel_indicator_value sel_value_missing(const char *reason)
{
    return (sel_indicator_value){.availability = SEL_NOT_AVAILABLE,
                                 .reason = reason,
                                 .high = 1,
                                 .by_value = -1,
                                 .interval_high = 1};
}

sel_indicator_value sel_value_inapplicable(const char *reason)
{
    sel_indicator_value value = sel_value_missing(reason);
    value.availability = SEL_NOT_APPLICABLE;
    return value;
}

static double settle_within(double value, double low, double high)
{
    double settled = sel_number_settle(value);
    return settled < low ? low : settled > high ? high : settled;
}

sel_indicator_value sel_value_between(double value, double low, double high)
{
    sel_indicator_value result = {.availability = SEL_AVAILABLE, .by_value = -1};
    result.value = settle_within(value, 0, 1);
    result.low = settle_within(low, 0, result.value);
    result.high = settle_within(high, result.value, 1);
    result.interval_low = result.low;
    result.interval_high = result.high;
    return result;
}

static void keep_contributor(sel_tally *tally, uint32_t record)
{
    tally->contributors =
        sel_arena_one_more(tally->arena, tally->contributors, tally->contributor_count,
                           &tally->contributor_room, sizeof *tally->contributors);
    tally->contributors[tally->contributor_count++] = record;
}

static void add_worth(sel_tally *tally, double value, double worth)
{
    if (worth <= 0)
        return;
    tally->priced += 1;
    tally->worth += worth;
    tally->worth_squares += worth * worth;
    tally->worth_sum += worth * value;
}

static void add_keys(sel_tally *tally, const sel_verdict *verdict)
{
    bool both = verdict->keys == SEL_KEYS_BOTH;
    tally->both_keys += both;
    tally->gaps += verdict->gap;
    if (!both && !verdict->wants_two)
        return;
    tally->two_key_items += 1;
    tally->one_key_items += !both;
}

void sel_tally_add(sel_tally *tally, uint32_t record, const sel_verdict *verdict, double worth)
{
    tally->all += 1;
    tally->low += verdict->low;
    tally->high += verdict->high;
    tally->donor_only += verdict->keys == SEL_KEYS_DONOR;
    if (!verdict->known)
        return;
    tally->known += 1;
    tally->sum += verdict->value;
    tally->met += verdict->value >= 1;
    tally->partly += verdict->value > 0 && verdict->value < 1;
    add_worth(tally, verdict->value, worth);
    if (verdict->keys != SEL_KEYS_NONE)
        add_keys(tally, verdict);
    keep_contributor(tally, record);
}

/* By money only where it is known for 80 % of what is known and no few programmes decide it:
 * effective number (Σb)²/Σb² (Kish 1965). */
static double weighted_by_money(const sel_tally *tally)
{
    bool enough = tally->priced > 0 && tally->priced * 5 >= tally->known * 4 &&
                  tally->worth * tally->worth >= EFFECTIVE_FROM * tally->worth_squares;
    return enough ? settle_within(tally->worth_sum / tally->worth, 0, 1) : -1;
}

static void describe(const sel_tally *tally, sel_indicator_value *value)
{
    value->known = tally->known;
    value->all = tally->all;
    value->proportion = tally->known > 0 && tally->partly == 0;
    value->met = value->proportion ? tally->met : 0;
    value->two_key_items = tally->two_key_items;
    value->one_key_items = tally->one_key_items;
    value->disagreement = sel_number_settle(tally->gaps);
    value->contributors = tally->contributors;
    value->contributor_count = tally->contributor_count;
    value->from = SEL_FROM_PROGRAMMES;
}

sel_indicator_value sel_tally_value(const sel_tally *tally, const char *empty, const char *unknown)
{
    sel_indicator_value value;
    if (tally->all == 0)
        return sel_value_missing(empty);
    if (tally->known * 2 < tally->all) {
        value = sel_value_missing(tally->known == 0 ? unknown : "reason.less-than-half-known");
        describe(tally, &value);
        return value;
    }
    double all = (double)tally->all;
    value =
        sel_value_between(tally->sum / (double)tally->known, tally->low / all, tally->high / all);
    describe(tally, &value);
    value.by_value = weighted_by_money(tally);
    if (value.by_value >= 0)
        value.by_value_items = tally->worth * tally->worth / tally->worth_squares;
    value.one_key = tally->two_key_items > 0 && tally->both_keys == 0;
    if (value.proportion && tally->known >= SEL_INTERVAL_FROM)
        sel_wilson(tally->met, tally->known, &value.interval_low, &value.interval_high);
    return value;
}

sel_indicator_value sel_value_of_shares(sel_indicator_value value)
{
    value.proportion = false;
    value.met = 0;
    value.interval_low = value.low;
    value.interval_high = value.high;
    return value;
}
