#include "analysis/principle/indicators.h"

const sel_indicator sel_indicator_c3 = {
    .id = "c3",
    .name = "indicator.c3",
    .question = "question.c3",
    .formula = "1 − Σ_g h_g·√max(0, RD_g² − SE_g²); RD_g Mantel-Haenszel inside strata of severity",
    .data = "data.c3",
    .source = "OEWG report 2021 para. 56, non-discriminatory; Mantel-Haenszel estimate",
    .principle = 'c',
    .role = SEL_SCORED,
    .levels = SEL_LEVEL_DONOR | SEL_LEVEL_PORTFOLIO,
};
