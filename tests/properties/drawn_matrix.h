/** drawn_matrix.h - random decision matrices that every aggregation takes. */
#ifndef SEL_TESTS_DRAWN_MATRIX_H
#define SEL_TESTS_DRAWN_MATRIX_H

#include "selaras.h"

#include "seeded.h"

#include <string.h>

enum { DRAWN_ROWS = 12, DRAWN_CRITERIA = 5 };

/* Room for one more alternative. */
typedef struct drawn_matrix {
    double values[(DRAWN_ROWS + 1) * (DRAWN_CRITERIA + 1)];
    bool cost[DRAWN_CRITERIA + 1];
    double weights[DRAWN_CRITERIA + 1];
    double shape[DRAWN_CRITERIA + 1];
    double q[DRAWN_CRITERIA + 1];
    double p[DRAWN_CRITERIA + 1];
    double s[DRAWN_CRITERIA + 1];
    uint32_t rows;
    uint32_t criteria;
} drawn_matrix;

static inline double *drawn_at(drawn_matrix *of, uint32_t row, uint32_t criterion)
{
    return &of->values[criterion * of->rows + row];
}

/** 2 … 12 alternatives, 1 … 5 criteria of both directions, values from 1 to 100, a third of the
 * columns in whole numbers so that they tie, weights above 0, thresholds of all shapes. */
static inline drawn_matrix drawn_matrix_of(uint64_t *state)
{
    drawn_matrix of = {.rows = 2 + seeded_below(state, DRAWN_ROWS - 1),
                       .criteria = 1 + seeded_below(state, DRAWN_CRITERIA)};
    double sum = 0;
    for (uint32_t j = 0; j < of.criteria; j++) {
        bool whole = seeded_below(state, 3) == 0;
        for (uint32_t i = 0; i < of.rows; i++) {
            double value = 1 + 99 * seeded_unit(state);
            *drawn_at(&of, i, j) = whole ? floor(value / 20) + 1 : value;
        }
        of.cost[j] = seeded_below(state, 2) == 0;
        of.weights[j] = .05 + seeded_unit(state);
        of.shape[j] = seeded_below(state, 6);
        of.q[j] = 10 * seeded_unit(state);
        of.p[j] = of.q[j] + 30 * seeded_unit(state);
        of.s[j] = 5 + 20 * seeded_unit(state);
        sum += of.weights[j];
    }
    for (uint32_t j = 0; j < of.criteria; j++)
        of.weights[j] /= sum;
    return of;
}

/** Options of a method for a drawn matrix; PROMETHEE takes its shapes. */
static inline sel_aggregation_options drawn_options(const sel_aggregation *method,
                                                    const drawn_matrix *of)
{
    sel_aggregation_options options = {.weights = of->weights, .threads = 2};
    if (strcmp(method->name, "promethee") == 0) {
        options.parameters[SEL_PROMETHEE_SHAPE] = of->shape;
        options.parameters[SEL_PROMETHEE_Q] = of->q;
        options.parameters[SEL_PROMETHEE_P] = of->p;
        options.parameters[SEL_PROMETHEE_S] = of->s;
    }
    return options;
}

static inline sel_decision_matrix drawn_decision(const drawn_matrix *of)
{
    return (sel_decision_matrix){of->values, of->rows, of->criteria, of->cost};
}

#endif
