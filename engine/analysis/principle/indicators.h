/** indicators.h - the indicators, one file each.
 *
 * Each file exports the indicator's row; its exact definition, data and reasons
 * stand on top of it. */
#ifndef SEL_ANALYSIS_PRINCIPLE_INDICATORS_H
#define SEL_ANALYSIS_PRINCIPLE_INDICATORS_H

#include "analysis/principle/selection.h"

extern const sel_indicator sel_indicator_a1;
extern const sel_indicator sel_indicator_a2;
extern const sel_indicator sel_indicator_a3;
extern const sel_indicator sel_indicator_a4;
extern const sel_indicator sel_indicator_a5;
extern const sel_indicator sel_indicator_a6;
extern const sel_indicator sel_indicator_a7;
extern const sel_indicator sel_indicator_a8;
extern const sel_indicator sel_indicator_b1;
extern const sel_indicator sel_indicator_b2;
extern const sel_indicator sel_indicator_b3;
extern const sel_indicator sel_indicator_b4;
extern const sel_indicator sel_indicator_b5;
extern const sel_indicator sel_indicator_b6;
extern const sel_indicator sel_indicator_b7;
extern const sel_indicator sel_indicator_b8;
extern const sel_indicator sel_indicator_b9;
extern const sel_indicator sel_indicator_c1;
extern const sel_indicator sel_indicator_c2;
extern const sel_indicator sel_indicator_c3;
extern const sel_indicator sel_indicator_c4;
extern const sel_indicator sel_indicator_c5;
extern const sel_indicator sel_indicator_c6;
extern const sel_indicator sel_indicator_c7;
extern const sel_indicator sel_indicator_c8;
extern const sel_indicator sel_indicator_d1;
extern const sel_indicator sel_indicator_d2;
extern const sel_indicator sel_indicator_d3;
extern const sel_indicator sel_indicator_d4;
extern const sel_indicator sel_indicator_d5;
extern const sel_indicator sel_indicator_d6;
extern const sel_indicator sel_indicator_d7;
extern const sel_indicator sel_indicator_d8;

#endif
