#include "analysis/principle/indicators.h"

const sel_indicator sel_indicator_a8 = {
    .id = "a8",
    .name = "indicator.a8",
    .question = "question.a8",
    .formula = "Σ share delivered by v; v = 1 own country (sub-region for small states), ½ same "
               "sub-region, 0 elsewhere",
    .data = "data.a8",
    .source = "GC3B on local expertise",
    .principle = 'a',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
};
