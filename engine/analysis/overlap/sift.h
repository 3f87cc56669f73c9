/** sift.h - ruling out, many at a time, rows that cannot reach the threshold with one row.
 *
 * Bounds are floats: the rounding of a dozen operations is far below the slack
 * that the caller takes off the threshold. What passes is decided in integers. */
#ifndef SEL_ANALYSIS_OVERLAP_SIFT_H
#define SEL_ANALYSIS_OVERLAP_SIFT_H

#include "analysis/overlap/overlap_table.h"

/** Rows that are sifted at once. */
enum { SEL_SIFT_BATCH = 64 };

/** Write to kept the rows among `count` from `from` on, SEL_SIFT_BATCH at most, that may reach the
 *  threshold with row; returns how many. All start no earlier than row and before it ends. */
uint32_t sel_sift(const sel_overlap_table *table, float threshold, uint32_t row, uint32_t from,
                  uint32_t count, uint32_t *kept);

/** First row of those from `from` to `end`, in order of their start, that does not start before a
 *  day. */
uint32_t sel_sift_first_from(const sel_table_rows *rows, uint32_t from, uint32_t end, float day);

#endif
