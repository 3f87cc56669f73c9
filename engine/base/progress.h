/** progress.h - a line on the terminal while long work goes on.
 *
 * Silent unless it was switched on; the engine calls it freely, the program
 * switches it on only when stderr is a terminal. */
#ifndef SEL_BASE_PROGRESS_H
#define SEL_BASE_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

typedef struct sel_progress {
    bool shown;       /**< set by the caller */
    const char *what; /**< label, static */
    uint64_t done;
    uint64_t next; /**< count at which the line is drawn again */
} sel_progress;

/** Count one more step; NULL is allowed. */
void sel_progress_step(sel_progress *progress);

/** Wipe the line; NULL is allowed. */
void sel_progress_end(sel_progress *progress);

#endif
