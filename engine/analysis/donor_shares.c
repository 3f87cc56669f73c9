#include "analysis/donor_shares.h"

#include "analysis/giving.h"
#include "analysis/ledger.h"

/* Recipient, capability and donor in 16, 8 and 32 bits: keys ascend with them. */
static uint64_t key_of(const sel_study_place *place, uint32_t donor)
{
    return (uint64_t)place->recipient << 40 | (uint64_t)place->capability << 32 | donor;
}

static void add_place(sel_ledger *ledger, const sel_study_programme *programme,
                      const sel_study_place *place, uint64_t days)
{
    uint64_t amount = place->effort_high * days;
    uint32_t donors = programme->donor_count;
    if (amount > 0 && donors == 0)
        sel_ledger_add(ledger, key_of(place, SEL_NONE), amount);
    for (uint32_t n = 0; n < donors; n++) {
        uint64_t part = sel_equal_part(amount, donors, n);
        if (part > 0)
            sel_ledger_add(ledger, key_of(place, programme->donors[n]), part);
    }
}

sel_donor_shares sel_donor_shares_compute(const sel_study *study, const bool *counted,
                                          sel_arena *arena)
{
    sel_ledger *ledger = sel_ledger_create();
    for (uint32_t p = 0; p < study->programme_count; p++) {
        const sel_study_programme *programme = &study->programmes[p];
        if (!counted[p] || !sel_giving_in_window(study, programme))
            continue;
        uint64_t days = (uint64_t)sel_giving_days(study, programme, SEL_POSSIBLE);
        for (uint32_t i = 0; i < programme->place_count; i++)
            add_place(ledger, programme, &programme->places[i], days);
    }
    sel_arena *scratch = sel_arena_create();
    sel_donor_shares shares = {0};
    const sel_ledger_sum *sums = sel_ledger_sums(ledger, scratch, &shares.count);
    sel_donor_share *list = sel_arena_array(arena, shares.count, sizeof *list);
    for (uint32_t i = 0; i < shares.count; i++)
        list[i] = (sel_donor_share){.recipient = (uint32_t)(sums[i].key >> 40),
                                    .capability = (uint32_t)(sums[i].key >> 32) & 0xFF,
                                    .donor = (uint32_t)sums[i].key,
                                    .amount = sums[i].sum};
    shares.list = list;
    sel_arena_destroy(scratch);
    sel_ledger_destroy(ledger);
    return shares;
}
