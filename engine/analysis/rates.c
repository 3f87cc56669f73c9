#include "analysis/rates.h"

/* HHI of what runs now, in 10⁻⁹, rounded down. */
static uint64_t concentration_now(const sel_rate_sweep *now)
{
    if (now->donors == 1)
        return SEL_CONCENTRATION_WHOLE;
    return (uint64_t)(now->squares * SEL_CONCENTRATION_WHOLE / ((sel_wide)now->known * now->known));
}

static void add_days(const sel_rate_sweep *now, sel_rate_sums *sums)
{
    int32_t days = now->until - now->day;
    if (now->programmes > sums->most_programmes)
        sums->most_programmes = now->programmes;
    if (now->donors > sums->most_donors)
        sums->most_donors = now->donors;
    if (now->donors == 0)
        return;
    uint64_t beyond = sel_rate_sweep_beyond(now);
    sums->beyond += beyond * (uint32_t)days;
    sums->days_together += beyond > 0 ? days : 0;
    sums->days_known += days;
    sums->concentration += concentration_now(now) * (uint32_t)days;
}

/* What each donor gives over all days; the sum of it. */
static uint64_t share_out(sel_rate_sweep *work, const sel_rate *rates, uint32_t count)
{
    uint64_t known = 0;
    for (uint32_t i = 0; i < count; i++) {
        const sel_rate *rate = &rates[i];
        uint64_t amount = (uint64_t)rate->rate * (uint32_t)(rate->to - rate->from);
        for (uint32_t n = 0; n < rate->donor_count; n++)
            work->list[work->donor_at[rate->donors[n]]].whole +=
                sel_equal_part(amount, rate->donor_count, n);
        known += rate->donor_count == 0 ? 0 : amount;
    }
    return known;
}

static double effective_donors(const sel_rate_sweep *work, uint64_t known)
{
    sel_wide squares = 0;
    for (uint32_t d = 0; d < work->donor_count; d++)
        squares += (sel_wide)work->list[d].whole * work->list[d].whole;
    return known == 0 ? 0 : (double)((sel_wide)known * known) / (double)squares;
}

sel_rate_sums sel_rates_sum(sel_rate_sweep *work, const sel_rate *rates, uint32_t count)
{
    sel_rate_sums sums = {0};
    for (uint32_t i = 0; i < count; i++)
        sums.supply += (uint64_t)rates[i].rate * (uint32_t)(rates[i].to - rates[i].from);
    sel_rate_sweep_start(work, rates, count);
    while (sel_rate_sweep_next(work))
        add_days(work, &sums);
    sums.donors = work->donor_count;
    sums.effective_donors = effective_donors(work, share_out(work, rates, count));
    return sums;
}
