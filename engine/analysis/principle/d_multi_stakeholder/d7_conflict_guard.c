#include "analysis/principle/indicators.h"

const sel_indicator sel_indicator_d7 = {
    .id = "d7",
    .name = "indicator.d7",
    .question = "question.d7",
    .formula =
        "1 − programmes whose seller advised on them without open procurement / programmes known",
    .data = "data.d7",
    .source = "tied aid",
    .principle = 'd',
    .role = SEL_CONTEXT,
    .levels = SEL_LEVEL_PROGRAMME | SEL_LEVEL_DONOR | SEL_LEVEL_PORTFOLIO,
};
