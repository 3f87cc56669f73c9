#include "analysis/fragmentation.h"

#include "analysis/donor_pairs.h"
#include "analysis/order.h"
#include "analysis/programme_sizes.h"

/** Of a hundred: what the largest donors of a recipient give together. */
enum { MAIN_SHARE = 90 };

/** Work space and what is known of donors over all recipients. */
typedef struct spreading {
    sel_donor_shares shares;
    uint64_t *totals;      /* per donor, over all recipients */
    uint64_t whole;        /* of all known donors */
    uint32_t *significant; /* per donor: recipients with which its relation is significant */
    sel_spread_cell *cells;
    uint64_t *here;    /* per donor: amount at one recipient */
    uint64_t *amounts; /* of the donors or places looked at */
    uint32_t *met;     /* donors of one recipient */
    sel_sizes by_recipient;
    sel_sizes by_donor;
} spreading;

static void add_up_donors(spreading *all)
{
    for (uint32_t i = 0; i < all->shares.count; i++) {
        const sel_donor_share *share = &all->shares.list[i];
        if (share->donor == SEL_NONE)
            continue;
        all->totals[share->donor] += share->amount;
        all->whole += share->amount;
    }
}

/* The smallest amount among the largest ones that together make up the main share. */
static uint64_t least_main_amount(const uint64_t *ascending, uint32_t count, uint64_t whole)
{
    sel_wide sum = 0;
    uint32_t i = count;
    while (i > 0 && sum * 100 < (sel_wide)whole * MAIN_SHARE)
        sum += ascending[--i];
    return i < count ? ascending[i] : UINT64_MAX;
}

/* Count the significant relations of a recipient whose donors are all->met, for both sides. */
static uint32_t count_significant(spreading *all, uint32_t donors, uint64_t supply)
{
    qsort(all->amounts, donors, sizeof *all->amounts, sel_order_keys);
    uint64_t least = least_main_amount(all->amounts, donors, supply);
    uint32_t count = 0;
    for (uint32_t i = 0; i < donors; i++) {
        uint32_t donor = all->met[i];
        bool large = all->here[donor] >= least;
        bool special =
            (sel_wide)all->here[donor] * all->whole >= (sel_wide)all->totals[donor] * supply;
        all->significant[donor] += large || special;
        count += large || special;
    }
    return count;
}

/* Shares [first, end) are those of one recipient. */
static sel_recipient_spread spread_recipient(spreading *all, uint32_t first, uint32_t end)
{
    sel_recipient_spread spread = {.recipient = all->shares.list[first].recipient};
    uint32_t cells = 0;
    for (uint32_t i = first; i < end; i++) {
        const sel_donor_share *share = &all->shares.list[i];
        if (share->donor == SEL_NONE) {
            spread.unknown += share->amount;
            continue;
        }
        spread.capabilities += cells == 0 || all->cells[cells - 1].group != share->capability;
        all->cells[cells++] = (sel_spread_cell){share->capability, share->donor, share->amount};
        if (all->here[share->donor] == 0)
            all->met[spread.donors++] = share->donor;
        all->here[share->donor] += share->amount;
        spread.supply += share->amount;
    }
    for (uint32_t i = 0; i < spread.donors; i++)
        all->amounts[i] = all->here[all->met[i]];
    spread.concentration = sel_concentration(all->amounts, spread.donors);
    spread.theil = sel_theil_of(all->cells, cells, spread.donors);
    spread.significant = count_significant(all, spread.donors, spread.supply);
    for (uint32_t i = 0; i < spread.donors; i++)
        all->here[all->met[i]] = 0;
    const uint32_t *sizes = &all->by_recipient.first[spread.recipient];
    spread.programmes = sizes[1] - sizes[0];
    spread.median_size = all->by_recipient.medians[spread.recipient];
    return spread;
}

static void spread_recipients(spreading *all, sel_fragmentation *found, sel_arena *arena)
{
    const sel_donor_share *list = all->shares.list;
    uint32_t count = 0;
    for (uint32_t i = 0; i < all->shares.count; i++)
        count += i == 0 || list[i].recipient != list[i - 1].recipient;
    sel_recipient_spread *recipients = sel_arena_array(arena, count, sizeof *recipients);
    for (uint32_t first = 0, end = 0; first < all->shares.count; first = end) {
        while (end < all->shares.count && list[end].recipient == list[first].recipient)
            end++;
        recipients[found->recipient_count++] = spread_recipient(all, first, end);
    }
    found->recipients = recipients;
}

/* Positions of shares by donor; within a donor they still ascend by place. */
static sel_shares_by_donor order_by_donor(const spreading *all, uint32_t donors, sel_arena *scratch)
{
    const sel_donor_share *list = all->shares.list;
    uint32_t *first = sel_arena_array(scratch, (size_t)donors + 1, sizeof *first);
    uint32_t *next = sel_arena_array(scratch, donors, sizeof *next);
    for (uint32_t i = 0; i < all->shares.count; i++)
        if (list[i].donor != SEL_NONE)
            first[list[i].donor + 1]++;
    for (uint32_t d = 0; d < donors; d++) {
        next[d] = first[d];
        first[d + 1] += first[d];
    }
    uint32_t *positions = sel_arena_array(scratch, first[donors], sizeof *positions);
    for (uint32_t i = 0; i < all->shares.count; i++)
        if (list[i].donor != SEL_NONE)
            positions[next[list[i].donor]++] = i;
    return (sel_shares_by_donor){&all->shares, first, positions, all->totals, donors};
}

static sel_donor_spread spread_donor(const spreading *all, const sel_shares_by_donor *by_donor,
                                     uint32_t donor)
{
    sel_donor_spread spread = {
        .donor = donor, .supply = all->totals[donor], .significant = all->significant[donor]};
    bool helped[UINT8_MAX + 1] = {false};
    for (uint32_t i = by_donor->first[donor]; i < by_donor->first[donor + 1]; i++) {
        const sel_donor_share *share = &all->shares.list[by_donor->list[i]];
        uint32_t n = spread.places++;
        spread.recipients += n == 0 || all->cells[n - 1].group != share->recipient;
        spread.capabilities += !helped[share->capability];
        helped[share->capability] = true;
        all->cells[n] = (sel_spread_cell){share->recipient, share->capability, share->amount};
        all->amounts[n] = share->amount;
    }
    spread.concentration = sel_concentration(all->amounts, spread.places);
    spread.theil = sel_theil_of(all->cells, spread.places, spread.capabilities);
    const uint32_t *sizes = &all->by_donor.first[donor];
    spread.programmes = sizes[1] - sizes[0];
    spread.median_size = all->by_donor.medians[donor];
    return spread;
}

static void spread_donors(const spreading *all, const sel_shares_by_donor *by_donor,
                          const uint32_t *alike_ppm, sel_fragmentation *found, sel_arena *arena)
{
    uint32_t count = 0;
    for (uint32_t d = 0; d < by_donor->donors; d++)
        count += all->totals[d] > 0;
    sel_donor_spread *donors = sel_arena_array(arena, count, sizeof *donors);
    for (uint32_t d = 0; d < by_donor->donors; d++) {
        if (all->totals[d] == 0)
            continue;
        donors[found->donor_count] = spread_donor(all, by_donor, d);
        donors[found->donor_count++].alike_ppm = alike_ppm[d];
    }
    found->donors = donors;
}

sel_fragmentation sel_fragmentation_compute(const sel_study *study, const bool *counted,
                                            uint32_t top, sel_arena *arena)
{
    sel_fragmentation found = {0};
    sel_arena *scratch = sel_arena_create();
    uint32_t organisations = study->organisation_count;
    sel_arena *beside = sel_arena_create();
    spreading all = {0};
#pragma omp parallel sections if (study->programme_count > SEL_WORTH_THREADS)
    {
#pragma omp section
        all.shares = sel_donor_shares_compute(study, counted, scratch);
#pragma omp section
        {
            all.by_recipient = sel_sizes_by_recipient(study, counted, beside);
            all.by_donor = sel_sizes_by_donor(study, counted, beside);
        }
    }
    size_t most = all.shares.count > organisations ? all.shares.count : organisations;
    all.totals = sel_arena_array(scratch, organisations, sizeof *all.totals);
    all.significant = sel_arena_array(scratch, organisations, sizeof *all.significant);
    all.here = sel_arena_array(scratch, organisations, sizeof *all.here);
    all.met = sel_arena_array(scratch, organisations, sizeof *all.met);
    all.cells = sel_arena_array(scratch, all.shares.count, sizeof *all.cells);
    all.amounts = sel_arena_array(scratch, most, sizeof *all.amounts);
    add_up_donors(&all);
    spread_recipients(&all, &found, arena);
    sel_shares_by_donor by_donor = order_by_donor(&all, organisations, scratch);
    sel_donor_pairs pairs = sel_donor_pairs_of(&by_donor, top, arena);
    spread_donors(&all, &by_donor, pairs.alike_ppm, &found, arena);
    found.pairs = pairs.list;
    found.pair_count = pairs.listed;
    found.pairs_in_common = pairs.in_common;
    found.alike_ppm_sum = pairs.alike_ppm_sum;
    sel_arena_destroy(beside);
    sel_arena_destroy(scratch);
    return found;
}

const sel_donor_spread *sel_fragmentation_donor(const sel_fragmentation *spread, uint32_t donor)
{
    uint32_t low = 0;
    uint32_t high = spread->donor_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (spread->donors[middle].donor < donor)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < spread->donor_count && spread->donors[low].donor == donor;
    return found ? &spread->donors[low] : NULL;
}
