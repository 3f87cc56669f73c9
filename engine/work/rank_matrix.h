/** rank_matrix.h - put the rows of somebody's decision table in order, without a store. */
#ifndef SEL_WORK_RANK_MATRIX_H
#define SEL_WORK_RANK_MATRIX_H

#include "report/report.h"
#include "work/context.h"

/** Draws, seed and sets where none are given. */
enum { SEL_MATRIX_DRAWS = 65536, SEL_MATRIX_SEED = 20261120, SEL_MATRIX_SETS = 1000 };

/** Texts of an option that may be repeated. */
typedef struct sel_wish_texts {
    const char *const *list;
    int count;
} sel_wish_texts;

/** What is wanted, as written; NULL: not given. */
typedef struct sel_matrix_wish {
    const char *path;       /**< decision_table.h */
    const char *judgements; /**< judgement_table.h */
    const char *group; /**< of judgements: "judgements" (AIJ) or "priorities" (AIP); NULL: AIJ */
    const char *random_index;  /**< NULL: the first of random_index.h */
    const char *weights;       /**< "METHOD", "METHOD:n1,n2,…", or "w1,w2,…"; NULL: equal, with
                                    judgements ahp-eigenvector */
    const char *method;        /**< NULL: the first compared, else weighted-sum */
    const char *normalisation; /**< NULL: the method's own, with goalposts these */
    const char *compare;       /**< "METHOD,METHOD…" */
    const char *explain;       /**< name of the alternative to explain */
    bool sensitivity;          /**< which choice moves the order most */
    sel_wish_texts costs;      /**< "COLUMN,COLUMN…" each */
    sel_wish_texts parameters; /**< "NAME=VALUE[,VALUE…]" each: one for all criteria, or one each */
    sel_wish_texts goalposts;   /**< "COLUMN=low..high" each */
    sel_wish_texts constraints; /**< of weights: "COLUMN>=COLUMN" or "COLUMN=low..high" each */
    const char *missing;        /**< "interval", "common-list" or "imputation"; NULL: the first */
    double coverage;            /**< alternatives of which less of the weight is known are listed
                                     apart: 0, nobody, to 1 */
    uint32_t sets;              /**< of an imputation; 0: SEL_MATRIX_SETS */
    uint32_t draws;             /**< 0: SEL_MATRIX_DRAWS */
    uint64_t seed;              /**< 0: SEL_MATRIX_SEED */
} sel_matrix_wish;

/** Report the order, its weights, how it came about and, when asked for, the orders of several
 *  methods; or, with *refused, every fault of the table, the judgements and what was said about
 *  columns. SEL_USAGE: names of methods that do not exist or do not go together; SEL_BAD_INPUT:
 *  input that a method has no meaning for; SEL_NOT_FOUND and SEL_IO: files;
 *  SEL_NOT_FOUND also for the alternative to explain, SEL_UNSUPPORTED for one whose explanation
 *  would take too many tables (shapley.h). */
SEL_CHECKED
sel_status sel_rank_matrix(const sel_context *context, const sel_matrix_wish *wish,
                           sel_report *report, bool *refused, sel_error *err);

#endif
