#include "analysis/principle/indicators.h"

const sel_indicator sel_indicator_b4 = {
    .id = "b4",
    .name = "indicator.b4",
    .question = "question.b4",
    .formula = "T / ln N; T = Σ s·ln(N·s)",
    .data = "data.b4",
    .source = "Theil index; Aldasoro, Nunnenkamp and Thiele 2010",
    .principle = 'b',
    .role = SEL_CONTEXT,
    .levels = SEL_LEVEL_DONOR | SEL_LEVEL_PORTFOLIO,
};
