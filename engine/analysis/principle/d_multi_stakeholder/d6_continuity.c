#include "analysis/principle/indicators.h"

const sel_indicator sel_indicator_d6 = {
    .id = "d6",
    .name = "indicator.d6",
    .question = "question.d6",
    .formula = "partners of the design who are part of the evaluation / partners of the design",
    .data = "data.d6",
    .source = "OEWG report 2021 para. 56, sustainable",
    .principle = 'd',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
};
