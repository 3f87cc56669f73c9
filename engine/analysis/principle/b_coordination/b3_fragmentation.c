#include "analysis/principle/indicators.h"

const sel_indicator sel_indicator_b3 = {
    .id = "b3",
    .name = "indicator.b3",
    .question = "question.b3",
    .formula = "significant relations / relations",
    .data = "data.b3",
    .source = "OECD 2009, 2011 on fragmentation",
    .principle = 'b',
    .role = SEL_SCORED,
    .levels = SEL_LEVEL_RECIPIENT | SEL_LEVEL_REGION | SEL_LEVEL_DONOR | SEL_LEVEL_PORTFOLIO,
};
