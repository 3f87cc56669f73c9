#include "analysis/principle/indicators.h"

const sel_indicator sel_indicator_d5 = {
    .id = "d5",
    .name = "indicator.d5",
    .question = "question.d5",
    .formula = "checklist items met / items answered, of four",
    .data = "data.d5",
    .source = "CMM 2021 factor D3.1; GPEDC",
    .principle = 'd',
    .role = SEL_CONTEXT,
    .levels = SEL_LEVEL_RESPONSE | SEL_LEVEL_RECIPIENT | SEL_LEVEL_REGION,
};
