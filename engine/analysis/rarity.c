#include "analysis/rarity.h"

#include "analysis/order.h"

/* Hashes of all signs of all titles, each once per title. */
typedef struct tally {
    uint64_t *hashes;
    uint32_t count;
    uint32_t room;
} tally;

static void add_signs(tally *all, sel_str title)
{
    sel_sign signs[SEL_SIGNS_MOST];
    uint32_t count = sel_signs_cut(title, signs);
    if (all->room - all->count < count) {
        all->room = all->room * 2 + SEL_SIGNS_MOST;
        all->hashes = sel_memory_resize(all->hashes, all->room, sizeof *all->hashes);
    }
    for (uint32_t i = 0; i < count; i++)
        all->hashes[all->count++] = signs[i].hash;
}

/* Leave those of few titles, each once. */
static uint32_t keep_rare(uint64_t *sorted, uint32_t count)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count;) {
        uint32_t end = i + 1;
        while (end < count && sorted[end] == sorted[i])
            end++;
        if (end - i > 1 && end - i <= SEL_RARE_MOST)
            sorted[kept++] = sorted[i];
        i = end;
    }
    return kept;
}

static void append(tally *all, const tally *part)
{
    if (part->count == 0)
        return;
    all->room = all->count + part->count;
    all->hashes = sel_memory_resize(all->hashes, all->room, sizeof *all->hashes);
    memcpy(all->hashes + all->count, part->hashes, part->count * sizeof *all->hashes);
    all->count = all->room;
}

/* The hashes are sorted afterwards, so that threads leave no trace. */
static tally cut_all(const sel_study *study)
{
    tally all = {0};
#pragma omp parallel if (study->programme_count > SEL_WORTH_THREADS)
    {
        tally own = {0};
#pragma omp for schedule(static) nowait
        for (uint32_t p = 0; p < study->programme_count; p++)
            add_signs(&own, study->programmes[p].title);
#pragma omp critical
        append(&all, &own);
        sel_memory_resize(own.hashes, 0, 1);
    }
    return all;
}

static void count_signs(const sel_study *study, sel_rarity *rarity, sel_arena *arena)
{
    tally all = cut_all(study);
    if (all.count == 0)
        return;
    qsort(all.hashes, all.count, sizeof *all.hashes, sel_order_keys);
    rarity->rare_count = keep_rare(all.hashes, all.count);
    uint64_t *rare = sel_arena_array(arena, rarity->rare_count, sizeof *rare);
    memcpy(rare, all.hashes, rarity->rare_count * sizeof *rare);
    rarity->rare = rare;
    sel_memory_resize(all.hashes, 0, 1);
}

/* Whether a party implements and was not named as implementing before it. */
static bool is_first_implementing(const sel_study_programme *of, uint32_t party)
{
    const sel_study_party *parties = of->parties;
    for (uint32_t i = 0; i < party; i++)
        if (parties[i].role == SEL_ROLE_IMPLEMENTING &&
            parties[i].organisation == parties[party].organisation)
            return false;
    return parties[party].role == SEL_ROLE_IMPLEMENTING;
}

sel_rarity sel_rarity_count(const sel_study *study, sel_arena *arena)
{
    uint32_t *donors = sel_arena_array(arena, study->organisation_count, sizeof *donors);
    uint32_t *implementers =
        sel_arena_array(arena, study->organisation_count, sizeof *implementers);
    for (uint32_t p = 0; p < study->programme_count; p++) {
        const sel_study_programme *of = &study->programmes[p];
        for (uint32_t i = 0; i < of->donor_count; i++)
            donors[of->donors[i]]++;
        for (uint32_t i = 0; i < of->party_count; i++)
            implementers[of->parties[i].organisation] += is_first_implementing(of, i);
    }
    sel_rarity rarity = {
        .records = study->programme_count, .donors = donors, .implementers = implementers};
    count_signs(study, &rarity, arena);
    return rarity;
}

bool sel_rarity_is_rare(const sel_rarity *rarity, const sel_sign *sign)
{
    uint32_t low = 0;
    uint32_t high = rarity->rare_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (rarity->rare[middle] < sign->hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low < rarity->rare_count && rarity->rare[low] == sign->hash;
}

uint32_t sel_rarity_bits(uint32_t records, uint32_t bearers, uint32_t spread)
{
    uint64_t all = (uint64_t)records + spread;
    uint64_t part = (uint64_t)bearers + 1;
    uint32_t bits = 0;
    for (; all >= 2 * part; all /= 2)
        bits++;
    return bits;
}
