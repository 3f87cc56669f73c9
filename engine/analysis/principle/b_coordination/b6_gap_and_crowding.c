#include "analysis/principle/indicators.h"

const sel_indicator sel_indicator_b6 = {
    .id = "b6",
    .name = "indicator.b6",
    .question = "question.b6",
    .formula = "Σ_U n·[neither orphan nor crowded] / Σ_U n",
    .data = "data.b6",
    .source = "OECD on aid orphans; OCHA 3W",
    .principle = 'b',
    .role = SEL_SCORED,
    .levels = SEL_LEVEL_RECIPIENT | SEL_LEVEL_REGION | SEL_LEVEL_PORTFOLIO,
};
