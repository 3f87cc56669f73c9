/** sobol_indices.h - how much of the variance of a function each of its factors explains.
 *
 *     S_i  = V(E(f | x_i)) / V(f)             what x_i explains by itself
 *     ST_i = E(V(f | all but x_i)) / V(f)     what it explains with all it takes part in
 *
 * Factors are independent, so 0 <= S_i <= ST_i <= 1 and Σ S_i <= 1; ST_i − S_i is
 * what x_i explains only together with others. A factor may have several
 * coordinates: its indices are those of the group (Saltelli et al. 2008, "Global
 * Sensitivity Analysis: The Primer", ch. 4).
 *
 * Estimated from N base points, two independent settings A and B each, and
 * A with factor i from B (AB_i), N(k + 2) evaluations in all:
 *
 *     S_i  = (1/N) Σ (f(B) − m)(f(AB_i) − f(A)) / V      Saltelli et al. 2010, table 2 (b)
 *     ST_i = (1/2N) Σ (f(A) − f(AB_i))² / V              Jansen 1999
 *
 * with m the mean and V the variance of the 2N values of A and B. Estimates may
 * lie a little outside [0, 1]: they are not cut off, for that would hide their
 * error.
 *
 * Points are the first N of a Sobol sequence, moved by one random shift modulo 1
 * (Cranley & Patterson 1976). It has 40 dimensions and a coordinate takes
 * two, in A and in B: coordinates after the twentieth are pseudo-random, and the outcome says
 * how many are. The same result to the last bit for any number of threads. */
#ifndef SEL_ANALYSIS_SENSITIVITY_SOBOL_INDICES_H
#define SEL_ANALYSIS_SENSITIVITY_SOBOL_INDICES_H

#include "base/arena.h"
#include "base/status.h"

#include <stdbool.h>
#include <stdint.h>

/** Bounds of a plan. */
enum {
    SEL_INDICES_BASE_LEAST = 64,
    SEL_INDICES_BASE_MOST = 1 << 20,
    SEL_INDICES_FACTORS_MOST = 64,
    SEL_INDICES_COORDINATES_MOST = 1024,
};

/** Largest number of values kept, N × (k + 2) × outputs. */
#define SEL_INDICES_VALUES_MOST (UINT64_C(1) << 27)

/** What is studied. Called by several threads at once, each with a state of its own. */
typedef struct sel_indices_function {
    const void *data;            /**< shared by all threads, must not change */
    uint32_t factors;            /**< k, 1 to SEL_INDICES_FACTORS_MOST */
    const uint32_t *coordinates; /**< per factor, each >= 1; NULL: one for each */
    uint32_t outputs;            /**< >= 1 */
    /** State of one thread, in its arena; NULL: there is none. */
    void *(*start)(const void *data, sel_arena *arena);
    /** Write outputs, within ±1e100, for a point whose coordinates, factor after factor, are in
     *  (0, 1). Must depend on nothing but data and point; state is for what can be reused, and
     *  scratch is emptied before each call. */
    sel_status (*evaluate)(const void *data, void *state, sel_arena *scratch, const double *point,
                           double *outputs, sel_error *err);
} sel_indices_function;

typedef struct sel_indices_plan {
    uint32_t base_points; /**< N, a power of two from SEL_INDICES_BASE_LEAST to _MOST */
    uint32_t samples;     /**< of the bootstrap, SEL_BOOTSTRAP_LEAST to SEL_BOOTSTRAP_MOST; a
                               multiple of 40 less one meets 95 % exactly */
    uint64_t seed;        /**< not 0 */
    int threads;          /**< <= 0: as OpenMP decides */
} sel_indices_plan;

/** 95 % percentile interval over base points drawn anew (bootstrap.h). Base points count as
 *  independent there, although Sobol points are more even: too wide rather than too narrow. */
typedef struct sel_index {
    double value;
    double low;
    double high;
    double error; /**< standard deviation over the samples */
} sel_index;

typedef struct sel_factor_indices {
    sel_index first; /**< S */
    sel_index total; /**< ST */
} sel_factor_indices;

typedef struct sel_output_indices {
    double mean;                       /**< over the 2N values of A and B */
    double variance;                   /**< of the same, >= 0 */
    bool defined;                      /**< false: the output does not vary (more than 1e-12 of its
                                            largest value), and there is nothing to explain */
    bool intervals;                    /**< false: it does not vary in half of the samples or more;
                                            low, high and error are 0 */
    const sel_factor_indices *factors; /**< k; NULL when not defined */
} sel_output_indices;

typedef struct sel_indices {
    const sel_output_indices *outputs;
    uint32_t output_count;
    uint32_t factor_count;
    uint64_t evaluations; /**< N × (k + 2) */
    uint32_t base_points;
    uint32_t samples;
    uint64_t seed;
    uint32_t coordinates;  /**< of all factors */
    uint32_t pseudorandom; /**< of those, the last ones, not from Sobol points */
} sel_indices;

/** Indices in arena. SEL_BAD_INPUT for a plan or function out of range; SEL_UNSUPPORTED for more
 *  values than SEL_INDICES_VALUES_MOST; SEL_NUMERIC for an output out of range or when GSL
 *  fails; otherwise what evaluate said at the first base point at which it failed. */
SEL_CHECKED
sel_status sel_indices_of(const sel_indices_function *function, const sel_indices_plan *plan,
                          sel_arena *arena, sel_indices *indices, sel_error *err);

#endif
