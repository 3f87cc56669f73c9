#include "analysis/principle/indicators.h"

const sel_indicator sel_indicator_c1 = {
    .id = "c1",
    .name = "indicator.c1",
    .question = "question.c1",
    .formula = "Σ_k (X_k / X)·(1 − ½·Σ_r |x_rk / X_k − n_rk / N_k|)",
    .data = "data.c1",
    .source = "concentration index (World Bank technical note 7); dissimilarity",
    .principle = 'c',
    .role = SEL_SCORED,
    .levels = SEL_LEVEL_REGION | SEL_LEVEL_PORTFOLIO,
};
