#include "analysis/principle/two_keys.h"

#include <math.h>

sel_verdict sel_verdict_unknown(void)
{
    return (sel_verdict){.high = 1};
}

sel_verdict sel_verdict_of(double value)
{
    return (sel_verdict){.known = true, .value = value, .low = value, .high = value};
}

sel_key sel_key_least(sel_key a, sel_key b)
{
    if (!a.turned)
        return b;
    return b.turned && b.value < a.value ? b : a;
}

/* What every rule has in common: with both keys the less favourable answer counts. */
static sel_verdict weigh(sel_key donor, sel_key recipient, bool wants_two)
{
    sel_key least = sel_key_least(donor, recipient);
    sel_verdict verdict = least.turned ? sel_verdict_of(least.value) : sel_verdict_unknown();
    unsigned keys =
        (donor.turned ? SEL_KEYS_DONOR : 0U) | (recipient.turned ? SEL_KEYS_RECIPIENT : 0U);
    verdict.keys = (sel_keys)keys;
    verdict.wants_two = wants_two;
    if (verdict.keys == SEL_KEYS_BOTH)
        verdict.gap = fabs(donor.value - recipient.value);
    return verdict;
}

static sel_verdict set_aside(sel_verdict verdict)
{
    verdict.known = false;
    verdict.value = 0;
    verdict.low = 0;
    verdict.high = 1;
    return verdict;
}

sel_verdict sel_keys_owned(sel_key donor, sel_key recipient)
{
    sel_verdict verdict = weigh(donor, recipient, true);
    if (verdict.keys == SEL_KEYS_DONOR)
        return set_aside(verdict);
    if (verdict.keys == SEL_KEYS_RECIPIENT)
        verdict.low = 0;
    return verdict;
}

sel_verdict sel_keys_harm(sel_key donor, sel_key recipient)
{
    sel_verdict verdict = weigh(donor, recipient, true);
    if (verdict.keys == SEL_KEYS_NONE || (verdict.keys == SEL_KEYS_BOTH && verdict.gap <= 0))
        return verdict;
    if (verdict.value < 1) {
        verdict.value = .5;
        verdict.low = 0;
        verdict.high = 1;
        return verdict;
    }
    if (verdict.keys == SEL_KEYS_DONOR)
        return set_aside(verdict);
    verdict.low = 0;
    return verdict;
}

sel_verdict sel_keys_confirmed(sel_key donor, sel_key recipient)
{
    sel_verdict verdict = weigh(donor, recipient, true);
    if (verdict.keys == SEL_KEYS_DONOR)
        verdict.low = 0;
    return verdict;
}

sel_verdict sel_keys_declared(sel_key donor, sel_key recipient)
{
    return weigh(donor, recipient, false);
}
