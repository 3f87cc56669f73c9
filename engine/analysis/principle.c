#include "analysis/principle.h"

#include "analysis/principle/indicators.h"

static const sel_indicator *const indicators[] = {
    &sel_indicator_a1, &sel_indicator_a2, &sel_indicator_a3, &sel_indicator_a4, &sel_indicator_a5,
    &sel_indicator_a6, &sel_indicator_a7, &sel_indicator_a8, &sel_indicator_b1, &sel_indicator_b2,
    &sel_indicator_b3, &sel_indicator_b4, &sel_indicator_b5, &sel_indicator_b6, &sel_indicator_b7,
    &sel_indicator_b8, &sel_indicator_b9, &sel_indicator_c1, &sel_indicator_c2, &sel_indicator_c3,
    &sel_indicator_c4, &sel_indicator_c5, &sel_indicator_c6, &sel_indicator_c7, &sel_indicator_c8,
    &sel_indicator_d1, &sel_indicator_d2, &sel_indicator_d3, &sel_indicator_d4, &sel_indicator_d5,
    &sel_indicator_d6, &sel_indicator_d7, &sel_indicator_d8,
};

enum { INDICATORS = sizeof indicators / sizeof indicators[0] };

const sel_indicator *const *sel_indicators(uint32_t *count)
{
    *count = INDICATORS;
    return indicators;
}

uint32_t sel_indicator_number(sel_str id)
{
    for (uint32_t i = 0; i < INDICATORS; i++)
        if (sel_str_is(id, indicators[i]->id))
            return i;
    return SEL_NONE;
}

const sel_indicator *sel_indicator_find(sel_str id)
{
    uint32_t number = sel_indicator_number(id);
    return number == SEL_NONE ? NULL : indicators[number];
}
