#include "analysis/principle/indicators.h"

const sel_indicator sel_indicator_d3 = {
    .id = "d3",
    .name = "indicator.d3",
    .question = "question.d3",
    .formula =
        "infrastructure programmes with operators designing or more / infrastructure programmes",
    .data = "data.d3",
    .source = "CMM 2021 factor D1.3; norm G",
    .principle = 'd',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
};
