#include "analysis/principle/indicators.h"

const sel_indicator sel_indicator_d4 = {
    .id = "d4",
    .name = "indicator.d4",
    .question = "question.d4",
    .formula = "roles of groups of the recipient country / roles of groups",
    .data = "data.d4",
    .source = "GC3B on local expertise",
    .principle = 'd',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
};
