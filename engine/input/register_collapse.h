/** register_collapse.h - rows of one programme become one record.
 *
 * Rows of a programme need not stand together, so drafts of all programmes of
 * a file are held until its end: about 1 KB each and their findings, at most
 * SEL_COLLAPSE_BYTES_MAX together; a file with more is refused. Any order of
 * the rows gives the same records.
 *
 * Besides the key of the file, repeated events are one programme in tables of
 * others: one title, one first and one last day, the same funders and at
 * most one recipient each. Private to input/register_*. */
#ifndef SEL_INPUT_REGISTER_COLLAPSE_H
#define SEL_INPUT_REGISTER_COLLAPSE_H

#include "input/register_draft.h"
#include "input/register_mapping.h"

/** Most memory for drafts and keys. */
#define SEL_COLLAPSE_BYTES_MAX ((size_t)512 << 20)

typedef struct sel_collapse sel_collapse;

typedef struct sel_collapse_options {
    sel_register_amounts amounts;
    bool events;  /**< whether repeated events are one programme */
    bool make_id; /**< programmes have no identifiers: make them from their keys */
    sel_str source;
    sel_issues *issues;
} sel_collapse_options;

typedef struct sel_collapse_counts {
    uint64_t programmes;
    uint64_t of_several; /**< programmes of more than one row */
    uint64_t their_rows;
    uint64_t events; /**< programmes that are repeated events, in their_rows too */
} sel_collapse_counts;

sel_collapse *sel_collapse_create(const sel_collapse_options *options);

/** NULL is allowed. */
void sel_collapse_destroy(sel_collapse *collapse);

/** Hold a finding of the row that is read: it is reported just before its programme is handed on.
 */
void sel_collapse_hold(sel_collapse *collapse, const sel_issue *issue);

/** The row that was read is not added: report its findings now. */
void sel_collapse_refuse(sel_collapse *collapse);

/** Add the row that was read; rows with the same key, not empty, are one programme. SEL_BAD_INPUT:
 *  it is too much. */
SEL_CHECKED
sel_status sel_collapse_add(sel_collapse *collapse, sel_str key, const sel_programme *record,
                            const sel_draft_row *row, sel_error *err);

/** Hand all records on, in the order of their first rows, and report before each what was found in
 *  its rows and what they say differently. Once. Stops when the sink does. */
void sel_collapse_finish(sel_collapse *collapse, sel_programme_sink sink,
                         sel_collapse_counts *counts);

#endif
