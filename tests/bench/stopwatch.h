/** stopwatch.h - how long something took, in seconds by the clock and of the processors, medians
 * of such times, and the memory of this process. cost.h measures work in a process of its own. */
#ifndef SEL_TESTS_BENCH_STOPWATCH_H
#define SEL_TESTS_BENCH_STOPWATCH_H

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

/** A time, or how long something took. */
typedef struct moment {
    double clock;     /**< seconds */
    double processor; /**< seconds of all threads: other programs hardly disturb them */
} moment;

static inline double seconds_on(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static inline moment moment_now(void)
{
    return (moment){seconds_on(CLOCK_MONOTONIC), seconds_on(CLOCK_PROCESS_CPUTIME_ID)};
}

static inline moment moment_since(moment start)
{
    moment now = moment_now();
    return (moment){now.clock - start.clock, now.processor - start.processor};
}

static inline int by_size(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

/** The upper one of the two in the middle when count is even; sorts the values. */
static inline double median_of(double *values, int count)
{
    qsort(values, (size_t)count, sizeof *values, by_size);
    return values[count / 2];
}

enum { MOST_MOMENTS = 15 };

/** Of each kind of seconds its own median; those behind the first MOST_MOMENTS are left out. */
static inline moment median_moment(const moment *moments, int count)
{
    double clock[MOST_MOMENTS];
    double processor[MOST_MOMENTS];
    if (count > MOST_MOMENTS)
        count = MOST_MOMENTS;
    for (int i = 0; i < count; i++) {
        clock[i] = moments[i].clock;
        processor[i] = moments[i].processor;
    }
    return (moment){median_of(clock, count), median_of(processor, count)};
}

static inline void print_moment(const char *name, moment took)
{
    printf("%-22s %7.3f s, %7.3f s of all processors\n", name, took.clock, took.processor);
}

/** Most that was resident of this process so far, MiB. */
static inline double peak_memory(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)usage.ru_maxrss / 1024;
}

#endif
