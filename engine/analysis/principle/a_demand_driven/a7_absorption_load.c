#include "analysis/principle/indicators.h"

const sel_indicator sel_indicator_a7 = {
    .id = "a7",
    .name = "indicator.a7",
    .question = "question.a7",
    .formula = "min(1, M / L); M programmes the agency can carry at once, L those running",
    .data = "data.a7",
    .source = "complaints about absorption; Paris Declaration 2005, indicator 10a",
    .principle = 'a',
    .role = SEL_SCORED,
    .levels = SEL_LEVEL_RESPONSE | SEL_LEVEL_RECIPIENT | SEL_LEVEL_REGION,
};
