/** decision_matrix.h - alternatives judged by criteria, as numbers: what weights are taken from and
 * what aggregations turn into one score per alternative. */
#ifndef SEL_ANALYSIS_DECISION_MATRIX_H
#define SEL_ANALYSIS_DECISION_MATRIX_H

#include <stdbool.h>
#include <stdint.h>

/** Values in the units of each criterion, all finite, column-major: criterion j of alternative i is
 *  values[j * rows + i]. Everything is borrowed. A criterion is a cost when less of it is better;
 *  cost NULL: all are benefits. */
typedef struct sel_decision_matrix {
    const double *values;
    uint32_t rows;
    uint32_t criteria;
    const bool *cost;
} sel_decision_matrix;

/** A decision matrix of which values are known within bounds; column-major, borrowed. */
typedef struct sel_uncertain_matrix {
    const double *low;
    const double *high; /**< >= low; equal: the value is known */
    uint32_t rows;
    uint32_t criteria;
    const bool *cost;     /**< per criterion; NULL: all benefits */
    const uint64_t *keys; /**< per alternative, all different, such as a hash of its name: what its
                               random numbers and the order of ties go by; NULL: its row */
} sel_uncertain_matrix;

#endif
