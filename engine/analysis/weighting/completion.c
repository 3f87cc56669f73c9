#include "analysis/weighting/completion.h"

#include "analysis/weighting/log_least_squares.h"
#include "analysis/weighting/perron.h"

#include <math.h>

/* A matrix being completed, by rows and by columns, with its eigenvectors. */
typedef struct completion {
    const sel_judgement_matrix *matrix;
    uint32_t count;
    double *rows;
    double *columns;
    double *right;
    double *left;
    double *spare;
} completion;

static void set(const completion *of, uint32_t i, uint32_t j, double ratio)
{
    of->rows[(size_t)i * of->count + j] = of->columns[(size_t)j * of->count + i] = ratio;
}

/* Missing judgements as the weights nearest to the others have them. */
static void begin(const completion *of)
{
    const sel_judgement_matrix *matrix = of->matrix;
    for (uint32_t i = 0; i < of->count; i++)
        for (uint32_t j = 0; j < of->count; j++)
            set(of, i, j,
                sel_judgement_known(matrix, i, j) ? matrix->ratios[(size_t)i * of->count + j]
                                                  : of->right[i] / of->right[j]);
    for (uint32_t i = 0; i < of->count; i++)
        of->left[i] = 1 / of->right[i];
}

/* Put in what the eigenvectors ask for; the largest change of a logarithm. */
static double improve(const completion *of)
{
    double moved = 0;
    for (uint32_t i = 0; i < of->count; i++)
        for (uint32_t j = 0; j < i; j++) {
            if (sel_judgement_known(of->matrix, i, j))
                continue;
            double better = sqrt(of->right[i] / of->right[j]) * sqrt(of->left[j] / of->left[i]);
            double before = of->rows[(size_t)i * of->count + j];
            moved = fmax(moved, fabs(log(better / before)));
            set(of, i, j, better);
            set(of, j, i, 1 / better);
        }
    return moved;
}

static sel_status settle(const completion *of, double *eigenvalue, sel_error *err)
{
    enum { ROUNDS_MOST = 10000 };
    const double still = 1e-12;
    bool complete = sel_judgements_complete(of->matrix);
    for (uint32_t round = 0; round < ROUNDS_MOST; round++) {
        sel_status status =
            sel_perron(of->columns, of->count, of->right, of->spare, eigenvalue, err);
        if (status != SEL_OK || complete)
            return status;
        double left_value = 0;
        status = sel_perron(of->rows, of->count, of->left, of->spare, &left_value, err);
        if (status != SEL_OK)
            return status;
        if (improve(of) <= still)
            return SEL_OK;
    }
    return sel_fail(err, SEL_NUMERIC,
                    "the missing judgements do not settle: the others contradict each other");
}

sel_status sel_complete_judgements(const sel_judgement_matrix *matrix, double *ratios,
                                   double *weights, double *eigenvalue, sel_error *err)
{
    uint32_t count = matrix->criteria;
    sel_arena *scratch = sel_arena_create();
    completion of = {.matrix = matrix,
                     .count = count,
                     .rows = ratios,
                     .columns = sel_arena_array(scratch, (size_t)count * count, sizeof(double)),
                     .right = weights,
                     .left = sel_arena_array(scratch, count, sizeof(double)),
                     .spare = sel_arena_array(scratch, count, sizeof(double))};
    sel_status status = sel_log_least_squares(matrix, weights, err);
    if (status == SEL_OK) {
        begin(&of);
        status = settle(&of, eigenvalue, err);
    }
    sel_arena_destroy(scratch);
    return status;
}
