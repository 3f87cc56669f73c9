#include "analysis/aggregation/consensus.h"

#include "analysis/aggregation/ranks.h"

/* How many have each rank says how many are behind it: no pair is looked at. */
static sel_status borda(const sel_orders *orders, double *scores, sel_error *err)
{
    (void)err;
    uint32_t rows = orders->rows;
    double whole = rows > 1 ? (rows - 1.0) * orders->count : 1;
    sel_arena *scratch = sel_arena_create();
    uint32_t *sharing = sel_arena_array(scratch, (size_t)rows + 1, sizeof *sharing);
    uint64_t *halves = sel_arena_array(scratch, rows, sizeof *halves);
    for (uint32_t k = 0; k < orders->count; k++) {
        const uint32_t *ranks = orders->ranks[k];
        for (uint32_t i = 0; i <= rows; i++)
            sharing[i] = 0;
        for (uint32_t i = 0; i < rows; i++)
            sharing[ranks[i]] += 1;
        for (uint32_t i = 0; i < rows; i++) {
            uint64_t behind = rows + 1 - (uint64_t)ranks[i] - sharing[ranks[i]];
            halves[i] += 2 * behind + sharing[ranks[i]] - 1;
        }
    }
    for (uint32_t i = 0; i < rows; i++)
        scores[i] = (double)halves[i] / 2 / whole;
    sel_arena_destroy(scratch);
    return SEL_OK;
}

static int balance(const sel_orders *orders, uint32_t a, uint32_t b)
{
    int ahead = 0;
    for (uint32_t k = 0; k < orders->count; k++) {
        const uint32_t *ranks = orders->ranks[k];
        ahead += (ranks[a] < ranks[b]) - (ranks[a] > ranks[b]);
    }
    return ahead;
}

static sel_status copeland(const sel_orders *orders, double *scores, sel_error *err)
{
    uint32_t rows = orders->rows;
    if (rows > SEL_COPELAND_MOST)
        return sel_fail(err, SEL_UNSUPPORTED, "Copeland takes %d alternatives at most, not %u",
                        SEL_COPELAND_MOST, rows);
    for (uint32_t i = 0; i < rows; i++)
        scores[i] = 0;
    for (uint32_t a = 0; a < rows; a++)
        for (uint32_t b = a + 1; b < rows; b++) {
            int ahead = balance(orders, a, b);
            int won = (ahead > 0) - (ahead < 0);
            scores[a] += won;
            scores[b] -= won;
        }
    for (uint32_t i = 0; rows > 1 && i < rows; i++)
        scores[i] /= rows - 1.0;
    return SEL_OK;
}

static const sel_consensus by_borda = {
    .name = "borda",
    .variant = "mean over the orders of the share of others behind, ties counted half",
    .source = "Borda 1781; ties as in Kendall 1945",
    .compute = borda,
};

static const sel_consensus by_copeland = {
    .name = "copeland",
    .variant = "share of others beaten in most of the orders that tell them apart, less the share "
               "that beats it so",
    .source = "Copeland 1951",
    .compute = copeland,
};

static const sel_consensus *const ways[] = {&by_borda, &by_copeland};

const sel_consensus *const *sel_consensuses(uint32_t *count)
{
    *count = sizeof ways / sizeof ways[0];
    return ways;
}

sel_status sel_consensus_of(const sel_consensus *way, const sel_orders *orders, double *scores,
                            uint32_t *ranks, sel_error *err)
{
    if (orders->count == 0 || orders->rows == 0)
        return sel_fail(err, SEL_BAD_INPUT, "%u orders of %u alternatives", orders->count,
                        orders->rows);
    for (uint32_t k = 0; k < orders->count; k++)
        for (uint32_t i = 0; i < orders->rows; i++)
            if (orders->ranks[k][i] == 0 || orders->ranks[k][i] > orders->rows)
                return sel_fail(err, SEL_BAD_INPUT, "order %u: rank %u of alternative %u", k + 1,
                                orders->ranks[k][i], i + 1);
    sel_status status = way->compute(orders, scores, err);
    if (status == SEL_OK)
        sel_ranks_of(scores, orders->rows, 1, ranks);
    return status;
}
