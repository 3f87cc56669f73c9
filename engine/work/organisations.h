/** organisations.h - which organisations the records name, and what people decide about them. */
#ifndef SEL_WORK_ORGANISATIONS_H
#define SEL_WORK_ORGANISATIONS_H

#include "domain/organisation_roll.h"
#include "report/report.h"
#include "store/store.h"
#include "work/context.h"

/** A decision about two names. */
typedef struct sel_organisation_call {
    sel_organisation_decision decision;
    sel_str by;  /**< an office, not a person */
    sel_str why; /**< may be empty */
} sel_organisation_call;

/** Whether a stored decision is about organisations; then *decision is it, borrowed. */
bool sel_organisation_decision_of(const sel_decision *stored, sel_organisation_decision *decision);

/** Every organisation that records name, most records first; only those that the table of
 *  organisations does not have when unresolved. */
SEL_CHECKED
sel_status sel_organisations_tell(const sel_context *context, sel_store *store, bool unresolved,
                                  sel_report *report, sel_error *err);

/** One organisation: how records write it, and those it could be one with. SEL_NOT_FOUND: no
 *  record names it; the nearest name is said. */
SEL_CHECKED
sel_status sel_organisation_show(const sel_context *context, sel_store *store, sel_str name,
                                 sel_report *report, sel_error *err);

/** Keep a decision, in a transaction of its own; *changed is false, and nothing kept, when it is
 *  so already. SEL_NOT_FOUND: a name that neither a record nor the table has, or no record has
 * either. SEL_USAGE: nobody says who decided. SEL_REFUSED: the two names are written alike, or are
 * no organisation's. */
SEL_CHECKED
sel_status sel_organisation_decide(const sel_context *context, sel_store *store,
                                   const sel_organisation_call *call, bool *changed,
                                   sel_error *err);

/** Words for how a name was recognised, with the score where there is one. */
sel_str sel_organisation_recognition(const sel_context *context, const sel_roll_spelling *spelling,
                                     bool decided, sel_arena *arena);

#endif
