#include "analysis/principle/indicators.h"

const sel_indicator sel_indicator_c6 = {
    .id = "c6",
    .name = "indicator.c6",
    .question = "question.c6",
    .formula = "1 − programmes suspended or cut by one side for other than technical reasons / "
               "programmes active in 36 months",
    .data = "data.c6",
    .source = "Paris Declaration 2005, indicator 7",
    .principle = 'c',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
};
