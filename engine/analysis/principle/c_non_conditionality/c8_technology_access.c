#include "analysis/principle/indicators.h"

const sel_indicator sel_indicator_c8 = {
    .id = "c8",
    .name = "indicator.c8",
    .question = "question.c8",
    .formula = "programmes whose tools stay usable without a licence / programmes that give tools",
    .data = "data.c8",
    .source = "OEWG report 2021 para. 56, access to technology",
    .principle = 'c',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
};
