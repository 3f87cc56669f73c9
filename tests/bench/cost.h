/** cost.h - what a piece of work costs, measured in a process of its own, so that the memory of one
 * does not stand in the figures of another. */
#ifndef SEL_TESTS_BENCH_COST_H
#define SEL_TESTS_BENCH_COST_H

#include "stopwatch.h"

#include <sys/wait.h>
#include <unistd.h>

typedef struct cost {
    double clock;     /**< seconds */
    double processor; /**< seconds of all threads, user and system */
    double memory;    /**< most that was resident, MiB */
    int code;         /**< exit code of the work; 127: the program is not there */
} cost;

/** One piece of work; its result is the exit code. */
typedef int piece_of_work(const void *of);

static inline double seconds_of(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

/* wait4 tells of one child what getrusage tells of all of them. */
extern pid_t wait4(pid_t child, int *status, int options, struct rusage *usage);

static inline cost cost_of(piece_of_work *work, const void *of)
{
    struct rusage usage;
    int status = 0;
    fflush(NULL);
    moment start = moment_now();
    pid_t child = fork();
    if (child == 0)
        exit(work(of));
    if (child < 0 || wait4(child, &status, 0, &usage) != child) {
        perror("bench");
        exit(EXIT_FAILURE);
    }
    return (cost){.clock = moment_since(start).clock,
                  .processor = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime),
                  .memory = (double)usage.ru_maxrss / 1024,
                  .code = WIFEXITED(status) ? WEXITSTATUS(status) : EXIT_FAILURE};
}

/** A program with its output in a file, or unseen when output is NULL. */
typedef struct program {
    const char *const *words; /**< its name first, NULL behind the last */
    const char *output;
} program;

static inline int run_program(const void *of)
{
    const program *p = of;
    const char *output = p->output == NULL ? "/dev/null" : p->output;
    if (freopen(output, "wb", stdout) == NULL)
        return EXIT_FAILURE;
    execvp(p->words[0], (char *const *)(const void *)p->words);
    return 127;
}

static inline int by_clock(const void *a, const void *b)
{
    const cost *left = a;
    const cost *right = b;
    return (left->clock > right->clock) - (left->clock < right->clock);
}

/** Median by the clock of several runs of the same work. Stops the program when one fails. */
static inline cost median_cost(const char *name, int runs, piece_of_work *work, const void *of)
{
    enum { MOST = 15 };
    cost costs[MOST];
    for (int i = 0; i < runs && i < MOST; i++) {
        costs[i] = cost_of(work, of);
        if (costs[i].code == 127)
            return costs[i];
        printf("  %-24s run %d: %8.3f s, processor %8.3f s, peak %5.1f MiB\n", name, i + 1,
               costs[i].clock, costs[i].processor, costs[i].memory);
    }
    qsort(costs, (size_t)runs, sizeof costs[0], by_clock);
    return costs[runs / 2];
}

#endif
