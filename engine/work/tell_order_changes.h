/** tell_order_changes.h - what would make alternatives change places: another weight, or another
 * alternative that is dropped. Private to work.
 *
 * Of any order that sel_aggregate makes, whether of somebody's table or of the
 * programmes of a store. */
#ifndef SEL_WORK_TELL_ORDER_CHANGES_H
#define SEL_WORK_TELL_ORDER_CHANGES_H

#include "analysis/explanation/scoring.h"
#include "report/report.h"
#include "work/context.h"

/** Places whose neighbours are told of. */
enum { SEL_SWAP_PLACES = 10 };

/** What rows and columns of the matrix are called; borrowed. */
typedef struct sel_order_names {
    const sel_str *alternatives;
    const sel_str *titles; /**< of the alternatives, for people; NULL: their names */
    const sel_str *criteria;
    const bool *covered; /**< per alternative: enough is known of it for words about it and a
                              neighbour; NULL: of all */
} sel_order_names;

/** A column that names alternatives: for people by their titles, where there are any. */
void sel_order_name_column(sel_table *table, const char *id, const char *title_id, sel_str label,
                           const sel_order_names *names);
void sel_order_name_cell(sel_table *table, uint32_t row, const sel_order_names *names);

/** A section "swaps" with a table: for each two neighbours of the first SEL_SWAP_PLACES the
 *  smallest change of one weight that makes them change places (swap_weights.h). Nothing for a
 *  single alternative. Errors as in sel_swaps_of. */
SEL_CHECKED
sel_status sel_tell_swaps(const sel_context *context, const sel_scoring *scoring,
                          const sel_order_names *names, sel_report *report, sel_error *err);

/** A section "reversals": which alternative, when it is dropped, changes the order of which others
 *  (rank_reversal.h). Tables "dropped", one row for each that does, and "reversals", one for each
 *  pair; a sentence alone when none does. Nothing for fewer than three alternatives. Errors as in
 *  sel_rank_reversal_of. */
SEL_CHECKED
sel_status sel_tell_reversals(const sel_context *context, const sel_scoring *scoring,
                              const sel_order_names *names, sel_report *report, sel_error *err);

#endif
