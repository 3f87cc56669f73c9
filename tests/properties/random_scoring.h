/** random_scoring.h - tables for every method of the table, the same for the same seed. Values are
 * above 0, in whole numbers in half of the trials so that ties happen. */
#ifndef SEL_TESTS_RANDOM_SCORING_H
#define SEL_TESTS_RANDOM_SCORING_H

#include "selaras.h"

#include "seeded.h"

#include <string.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CHECKED_MEMORY
#endif
#endif
#if defined(CHECKED_MEMORY) || defined(__SANITIZE_ADDRESS__)
enum { TRIALS = 50 };
#else
enum { TRIALS = 300 };
#endif

/** Threads that wait for each other on a busy machine take long: one trial in so many has two. */
enum { THREADED = 25 };

enum { ROWS_MOST = 7, CRITERIA_MOST = 5, CELLS = ROWS_MOST * CRITERIA_MOST };

typedef struct trial {
    uint64_t seed;
    uint64_t state;
    uint32_t rows;
    uint32_t criteria;
    double values[CELLS];
    bool known[CELLS];
    bool cost[CRITERIA_MOST];
    double weights[CRITERIA_MOST];
    uint64_t keys[ROWS_MOST];
} trial;

#define ck_trial(condition, of, method)                                                            \
    ck_assert_msg(condition, "trial %u, %s", (unsigned)(of)->seed, (method)->name)

static inline void draw_weights(trial *of)
{
    double sum = 0;
    for (uint32_t j = 0; j < of->criteria; j++)
        sum += of->weights[j] = 1 + seeded_below(&of->state, 8);
    for (uint32_t j = 0; j < of->criteria; j++)
        of->weights[j] /= sum;
}

static inline trial draw_trial(uint64_t seed)
{
    trial of = {.seed = seed, .state = seed};
    of.rows = 2 + seeded_below(&of.state, ROWS_MOST - 1);
    of.criteria = 2 + seeded_below(&of.state, CRITERIA_MOST - 1);
    for (uint32_t at = 0; at < of.rows * of.criteria; at++) {
        of.values[at] =
            seed % 2 == 0 ? 1 + seeded_below(&of.state, 9) : .5 + 9 * seeded_unit(&of.state);
        of.known[at] = seeded_below(&of.state, 6) > 0 || at % of.rows == 0;
    }
    for (uint32_t j = 0; j < of.criteria; j++)
        of.cost[j] = seeded_below(&of.state, 3) == 0;
    for (uint32_t i = 0; i < of.rows; i++)
        of.keys[i] = seeded_bits(&of.state);
    draw_weights(&of);
    return of;
}

static inline sel_decision_matrix matrix_of(const trial *of)
{
    return (sel_decision_matrix){of->values, of->rows, of->criteria, of->cost};
}

/** The same trial with its alternatives in reverse order. */
static inline trial reversed(const trial *of)
{
    trial turned = *of;
    for (uint32_t i = 0; i < of->rows; i++) {
        uint32_t from = of->rows - 1 - i;
        turned.keys[i] = of->keys[from];
        for (uint32_t j = 0; j < of->criteria; j++) {
            turned.values[j * of->rows + i] = of->values[j * of->rows + from];
            turned.known[j * of->rows + i] = of->known[j * of->rows + from];
        }
    }
    return turned;
}

#endif
