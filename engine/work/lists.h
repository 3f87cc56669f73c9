/** lists.h - lists by name: what a store holds, what this version measures, and what people ask for
 *  after a round.
 *
 * A list is a row of the table in lists.c: its name, and one function that fills
 * a table. The title is the word "list.<name>". */
#ifndef SEL_WORK_LISTS_H
#define SEL_WORK_LISTS_H

#include "report/report.h"
#include "work/assess.h"

/** What a list rests on. */
typedef enum sel_list_basis {
    SEL_LIST_OF_PROGRAM, /**< no store is needed */
    SEL_LIST_OF_STORE,
    SEL_LIST_OF_ASSESSMENT /**< of a day; for the secretariat only, as nothing is withheld */
} sel_list_basis;

/** A list being filled. */
typedef struct sel_listing {
    const sel_context *context;
    sel_store *store;                 /**< NULL: a list of the program */
    const sel_assessment *assessment; /**< NULL but for lists of an assessment */
    sel_report *report;               /**< for remarks under the table */
    sel_table *table;
    sel_error *err;
} sel_listing;

/** Fills the table of a listing. Texts must live as long as it. */
typedef sel_status sel_list_fill(sel_listing *l);

/** Basis of the list of this name. SEL_USAGE with all names when there is none. */
SEL_CHECKED
sel_status sel_list_basis_of(const char *name, sel_list_basis *basis, sel_error *err);

/** One list by name, its title too. store may be NULL for a list of the program; as_of is the day
 *  that an assessment looks from, unknown: the newest something came in. */
SEL_CHECKED
sel_status sel_tell_list(const sel_context *context, sel_store *store, const char *name,
                         sel_days as_of, sel_report *report, sel_error *err);

/** Columns whose labels are "column.<id>", NULL at the end; "#id" holds whole numbers. Private to
 *  work. */
void sel_list_columns(const sel_listing *l, const char *const *ids);

#endif
