#include "analysis/principle/indicators.h"

const sel_indicator sel_indicator_b9 = {
    .id = "b9",
    .name = "indicator.b9",
    .question = "question.b9",
    .formula =
        "1 − capabilities claimed by two bodies or more without a lead / capabilities claimed",
    .data = "data.b9",
    .source = "ASEAN regional action plan matrix: lead country and sectoral body",
    .principle = 'b',
    .role = SEL_SCORED,
    .levels = SEL_LEVEL_RESPONSE | SEL_LEVEL_REGION | SEL_LEVEL_PORTFOLIO,
};
