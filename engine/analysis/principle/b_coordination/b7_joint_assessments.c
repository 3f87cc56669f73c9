#include "analysis/principle/indicators.h"

const sel_indicator sel_indicator_b7 = {
    .id = "b7",
    .name = "indicator.b7",
    .question = "question.b7",
    .formula = "assessments held jointly or reused / assessments held",
    .data = "data.b7",
    .source = "Paris Declaration 2005, indicators 10a and 10b",
    .principle = 'b',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
};
