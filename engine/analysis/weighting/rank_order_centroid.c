#include "analysis/weighting/methods.h"

/* Place i of n counts (1/n)·Σ_{k >= i} 1/k, the centroid of all weights that keep the order (Barron
 * & Barrett 1996). Summed from the smallest term on. */
static void place_weights(uint32_t count, double *weights)
{
    double sum = 0;
    for (uint32_t k = count; k > 0; k--) {
        sum += 1.0 / k;
        weights[k - 1] = sum / count;
    }
}

static sel_status compute(const sel_weighting_input *input, sel_arena *arena,
                          sel_weighting_outcome *outcome, sel_error *err)
{
    uint32_t count = input->criteria;
    double *by_place = sel_arena_array(arena, count, sizeof *by_place);
    place_weights(count, by_place);
    for (uint32_t j = 0; j < count; j++) {
        if (input->places[j] == 0)
            return sel_fail(err, SEL_BAD_INPUT, "criterion %u has place 0: places are from 1",
                            j + 1);
        uint32_t before = 0;
        uint32_t level = 0;
        for (uint32_t k = 0; k < count; k++) {
            before += input->places[k] < input->places[j];
            level += input->places[k] == input->places[j];
        }
        for (uint32_t k = before; k < before + level; k++)
            outcome->weights[j] += by_place[k] / level;
    }
    return sel_weights_scale(outcome->weights, count, "no order", err);
}

const sel_weighting sel_rank_order_centroid = {
    .name = "rank-order-centroid",
    .variant = "criteria that tie share the weights of the places they take up",
    .source = "Barron & Barrett 1996",
    .need = SEL_WEIGHTING_ORDER,
    .compute = compute,
};
