#include "analysis/statistics/holm.h"

#include "base/arena.h"

#include <math.h>
#include <stdlib.h>

typedef struct test {
    double p;
    uint32_t number;
} test;

static int by_p(const void *a, const void *b)
{
    const test *x = a;
    const test *y = b;
    return (x->p > y->p) - (x->p < y->p);
}

void sel_holm(const double *p, uint32_t count, double *adjusted)
{
    sel_arena *scratch = sel_arena_create();
    test *tests = sel_arena_array(scratch, count, sizeof *tests);
    for (uint32_t i = 0; i < count; i++)
        tests[i] = (test){p[i], i};
    qsort(tests, count, sizeof *tests, by_p);
    double largest = 0;
    for (uint32_t i = 0; i < count; i++) {
        largest = fmax(largest, fmin(1, tests[i].p * (count - i)));
        adjusted[tests[i].number] = largest;
    }
    sel_arena_destroy(scratch);
}
