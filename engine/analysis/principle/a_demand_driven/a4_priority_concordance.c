#include "analysis/principle/indicators.h"

const sel_indicator sel_indicator_a4 = {
    .id = "a4",
    .name = "indicator.a4",
    .question = "question.a4",
    .formula = "(1 + τ_b) / 2; τ_b of priority rank and supply by capability",
    .data = "data.a4",
    .source = "Paris Declaration 2005, ownership; Kendall rank correlation",
    .principle = 'a',
    .role = SEL_SCORED,
    .levels = SEL_LEVEL_RESPONSE | SEL_LEVEL_RECIPIENT | SEL_LEVEL_REGION | SEL_LEVEL_DONOR |
              SEL_LEVEL_PORTFOLIO,
};
