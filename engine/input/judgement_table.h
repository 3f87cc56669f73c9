/** judgement_table.h - comparisons of pairs of criteria by persons or groups, as a CSV file.
 *
 * Columns person, first, second, ratio in any order: the person holds that
 * first is ratio times as important as second. A ratio is a number above 0 or
 * a fraction ("3", "0.5", "1/3"). Each person judges a pair once, in one
 * direction; the other follows. Pairs may be left out. All faults are found in
 * one run, each with line and cell (E_JUDGEMENT_*). */
#ifndef SEL_INPUT_JUDGEMENT_TABLE_H
#define SEL_INPUT_JUDGEMENT_TABLE_H

#include "base/issues.h"
#include "domain/model.h"
#include "input/bytes.h"

/** Most persons; bounds of a ratio, which are those of the weighting methods. */
enum { SEL_JUDGEMENT_PERSONS_MAX = 1000 };
#define SEL_JUDGEMENT_RATIO_LEAST 1e-9
#define SEL_JUDGEMENT_RATIO_MOST  1e9

/** What all persons said; lives in the arena. */
typedef struct sel_judgement_table {
    const sel_str *persons; /**< in the order in which they first appear */
    uint32_t person_count;  /**< from 1 when nothing refuses the table */
    uint32_t criteria;
    const double *ratios; /**< of person p how many times i is as important as j, at
                               [(p * criteria + i) * criteria + j]; 1 on the diagonal; 0 where it
                               is not known */
    const bool *known;    /**< laid out likewise */
} sel_judgement_table;

/** Read judgements about criteria of these names into arena. SEL_BAD_INPUT, with the line, for what
 *  is no CSV; SEL_IO. */
SEL_CHECKED
sel_status sel_judgement_table_read(sel_bytes *bytes, const sel_str *names, uint32_t criteria,
                                    sel_arena *arena, sel_judgement_table *table,
                                    sel_issues *issues, sel_error *err);

/** The same for a file; SEL_NOT_FOUND when there is none. */
SEL_CHECKED
sel_status sel_judgement_table_load(const char *path, const sel_str *names, uint32_t criteria,
                                    sel_arena *arena, sel_judgement_table *table,
                                    sel_issues *issues, sel_error *err);

#endif
