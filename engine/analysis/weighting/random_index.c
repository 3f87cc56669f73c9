#include "analysis/weighting/random_index.h"

/* As printed; that 12 lies below 11 is chance in Saaty's drawing. */
static const double saaty[] = {0,    0,    0.58, 0.90, 1.12, 1.24, 1.32, 1.41,
                               1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59};

static const double tummala_ling[] = {0,      0,      0.5799, 0.8921, 1.1159,
                                      1.2358, 1.3322, 1.3952, 1.4537, 1.4882,
                                      1.5117, 1.5356, 1.5571, 1.5714, 1.5831};

static const sel_random_index tables[] = {
    {"saaty", "Saaty 1980", saaty, sizeof saaty / sizeof saaty[0]},
    {"tummala-ling", "Tummala & Ling 1998", tummala_ling,
     sizeof tummala_ling / sizeof tummala_ling[0]},
};

const sel_random_index *sel_random_indices(uint32_t *count)
{
    *count = sizeof tables / sizeof tables[0];
    return tables;
}

const sel_random_index *sel_random_index_find(sel_str name)
{
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
        if (sel_str_is(name, tables[i].name))
            return &tables[i];
    return NULL;
}
