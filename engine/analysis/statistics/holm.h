/** holm.h - p values of a family of tests, adjusted so that the chance of even one false alarm
 * stays below the level.
 *
 *     p̃_(i) = max over j <= i of min(1, (m − j + 1)·p_(j))      p_(1) <= … <= p_(m)
 *
 * Holm 1979, "A simple sequentially rejective multiple test procedure". Nothing
 * is assumed about how the tests depend on each other. */
#ifndef SEL_ANALYSIS_HOLM_H
#define SEL_ANALYSIS_HOLM_H

#include <stdint.h>

/** Adjusted values of p, each in [0, 1], in the same order; never below p. One test keeps its p;
 *  no tests: nothing is written. adjusted may be p itself. */
void sel_holm(const double *p, uint32_t count, double *adjusted);

#endif
