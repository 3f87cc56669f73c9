#include "analysis/robustness/rank_counts.h"

/* Two places cannot be told apart when each is ahead in this share of the draws. */
static const double TOGETHER = 0.10;

sel_rank_counts sel_rank_counts_start(const sel_rank_extent *extent, sel_arena *arena)
{
    size_t places = extent->followed;
    size_t wins = extent->pairs ? places * places : places;
    sel_rank_counts counts = {
        .extent = *extent,
        .tails = sel_arena_array(arena, places, sizeof *counts.tails),
        .ranks = sel_arena_array(arena, places * extent->kept, sizeof *counts.ranks),
        .first_three = sel_arena_array(arena, places, sizeof *counts.first_three),
        .wins = sel_arena_array(arena, wins, sizeof *counts.wins),
        .rank_sums = sel_arena_array(arena, places, sizeof *counts.rank_sums),
        .weight_sums =
            sel_arena_array(arena, places * extent->criteria, sizeof *counts.weight_sums),
    };
    for (size_t place = 0; place < places; place++)
        counts.tails[place] = sel_rank_tails_start(extent->draws, extent->count, arena);
    return counts;
}

static void add_weights(const sel_rank_counts *counts, const sel_rank_block *block, uint32_t i,
                        uint32_t place)
{
    uint32_t criteria = counts->extent.criteria;
    double *sums = counts->weight_sums + (size_t)place * criteria;
    const double *weights = block->weights + (size_t)i * criteria;
    for (uint32_t j = 0; j < criteria; j++)
        sums[j] += weights[j];
}

static void count_ranks(const sel_rank_counts *counts, const sel_rank_block *block, uint32_t place)
{
    const uint32_t *ranks = block->ranks + (size_t)place * block->stride;
    uint32_t kept = counts->extent.kept;
    sel_share_count *shares = counts->ranks + (size_t)place * kept;
    uint64_t sum = 0;
    uint32_t first_three = 0;
    for (uint32_t i = 0; i < block->length; i++) {
        sum += ranks[i];
        first_three += ranks[i] <= 3;
        if (ranks[i] <= kept)
            shares[ranks[i] - 1].now += 1;
        if (ranks[i] == 1)
            add_weights(counts, block, i, place);
    }
    counts->rank_sums[place] += sum;
    counts->first_three[place].now += first_three;
    sel_rank_tails_add(&counts->tails[place], ranks, block->length);
}

static void count_wins(const sel_rank_block *block, uint32_t place, uint32_t other,
                       sel_share_count *wins)
{
    const uint32_t *ranks = block->ranks + (size_t)place * block->stride;
    const uint32_t *others = block->ranks + (size_t)other * block->stride;
    uint32_t count = 0;
#pragma omp simd reduction(+ : count)
    for (uint32_t i = 0; i < block->length; i++)
        count += (uint32_t)(ranks[i] < others[i]) + (uint32_t)(ranks[i] <= others[i]);
    wins->now += count;
    if (block->closes)
        sel_share_close(wins);
}

void sel_rank_counts_add(const sel_rank_counts *counts, const sel_rank_block *block, uint32_t place)
{
    const sel_rank_extent *extent = &counts->extent;
    count_ranks(counts, block, place);
    if (block->closes) {
        for (uint32_t r = 0; r < extent->kept; r++)
            sel_share_close(&counts->ranks[(size_t)place * extent->kept + r]);
        sel_share_close(&counts->first_three[place]);
    }
    if (extent->pairs) {
        for (uint32_t other = place + 1; other < extent->followed; other++)
            count_wins(block, place, other,
                       &counts->wins[(size_t)place * extent->followed + other]);
    } else if (place + 1 < extent->count) {
        count_wins(block, place, place + 1, &counts->wins[place]);
    }
}

bool sel_rank_counts_central(const sel_rank_counts *counts, uint32_t place, double *central)
{
    uint32_t criteria = counts->extent.criteria;
    uint32_t firsts = counts->ranks[(size_t)place * counts->extent.kept].all;
    for (uint32_t j = 0; j < criteria && firsts > 0; j++)
        central[j] = counts->weight_sums[(size_t)place * criteria + j] / firsts;
    return firsts > 0;
}

/* A share, with *spread widened to its spread. */
static double take(const sel_share_count *count, uint64_t most, double *spread)
{
    *spread = fmax(*spread, sel_share_spread(count, most));
    return sel_share_of(count, most);
}

static void fill_ranks(const sel_rank_counts *counts, uint32_t place, sel_arena *arena,
                       sel_acceptance *acceptance, double *spread)
{
    uint32_t kept = counts->extent.kept;
    double *shares = sel_arena_array(arena, kept, sizeof *shares);
    double *spreads = sel_arena_array(arena, kept, sizeof *spreads);
    for (uint32_t r = 0; r < kept; r++) {
        const sel_share_count *count = &counts->ranks[(size_t)place * kept + r];
        shares[r] = sel_share_of(count, counts->extent.draws);
        spreads[r] = sel_share_spread(count, counts->extent.draws);
        *spread = fmax(*spread, spreads[r]);
    }
    acceptance->first = shares[0];
    acceptance->ranks = shares;
    acceptance->spreads = spreads;
}

static void fill_wins(const sel_rank_counts *counts, uint32_t place, sel_arena *arena,
                      sel_acceptance *acceptance, double *spread)
{
    const sel_rank_extent *extent = &counts->extent;
    uint64_t most = 2 * (uint64_t)extent->draws;
    acceptance->beats_next = .5;
    if (!extent->pairs) {
        if (place + 1 < extent->count)
            acceptance->beats_next = take(&counts->wins[place], most, spread);
        return;
    }
    double *wins = sel_arena_array(arena, extent->followed, sizeof *wins);
    for (uint32_t other = 0; other < extent->followed; other++) {
        size_t upper = place < other ? place : other;
        size_t lower = place < other ? other : place;
        double won = take(&counts->wins[upper * extent->followed + lower], most, spread);
        wins[other] = other == place ? .5 : place < other ? won : 1 - won;
    }
    acceptance->wins = wins;
    if (place + 1 < extent->followed)
        acceptance->beats_next = wins[place + 1];
}

void sel_rank_counts_fill(const sel_rank_counts *counts, uint32_t place, sel_arena *arena,
                          sel_acceptance *acceptance, double *spread)
{
    uint32_t draws = counts->extent.draws;
    acceptance->rank_low = sel_rank_tails_low(&counts->tails[place]);
    acceptance->rank_median = sel_rank_tails_median(&counts->tails[place]);
    acceptance->rank_high = sel_rank_tails_high(&counts->tails[place]);
    acceptance->expected_rank = (double)counts->rank_sums[place] / draws;
    acceptance->first_three = take(&counts->first_three[place], draws, spread);
    fill_ranks(counts, place, arena, acceptance, spread);
    fill_wins(counts, place, arena, acceptance, spread);
    double wins = acceptance->beats_next;
    acceptance->tied_with_next =
        place + 1 < counts->extent.count && fmin(wins, 1 - wins) >= TOGETHER;
}
