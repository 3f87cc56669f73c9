#include "analysis/principle/indicators.h"

const sel_indicator sel_indicator_a2 = {
    .id = "a2",
    .name = "indicator.a2",
    .question = "question.a2",
    .formula = "Σ v / programmes; v = 1 with a document of the recipient, ½ when the donor drafted "
               "it, 0 without",
    .data = "data.a2",
    .source = "GPEDC indicator 1a.1; Paris Declaration 2005, indicator 3",
    .principle = 'a',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
};
