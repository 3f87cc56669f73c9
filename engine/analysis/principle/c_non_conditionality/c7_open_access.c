#include "analysis/principle/indicators.h"

const sel_indicator sel_indicator_c7 = {
    .id = "c7",
    .name = "indicator.c7",
    .question = "question.c7",
    .formula = "mean over calls of (criteria published + languages + travel paid) / 3",
    .data = "data.c7",
    .source = "Indonesia to the OEWG, demand-driven sponsorship; OEWG report 2021 para. 56",
    .principle = 'c',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
};
