#include "analysis/principle/indicators.h"

const sel_indicator sel_indicator_a5 = {
    .id = "a5",
    .name = "indicator.a5",
    .question = "question.a5",
    .formula =
        "1 − (1/365)·∫₀³⁶⁵ Ŝ(t) dt; Ŝ Kaplan-Meier, time from request to first qualified offer",
    .data = "data.a5",
    .source = "needs-based catalogue of the Philippines (OEWG 2024); Kaplan-Meier estimate",
    .principle = 'a',
    .role = SEL_SCORED,
    .levels = SEL_LEVEL_REGION | SEL_LEVEL_PORTFOLIO,
};
