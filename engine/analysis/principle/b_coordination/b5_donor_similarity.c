#include "analysis/principle/indicators.h"

const sel_indicator sel_indicator_b5 = {
    .id = "b5",
    .name = "indicator.b5",
    .question = "question.b5",
    .formula = "Σ min(s_d, s_e) over places",
    .data = "data.b5",
    .source = "Aldasoro, Nunnenkamp and Thiele 2010",
    .principle = 'b',
    .role = SEL_CONTEXT,
    .levels = SEL_LEVEL_DONOR | SEL_LEVEL_PORTFOLIO,
};
