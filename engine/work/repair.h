/** repair.h - the list that goes back to the publisher of a register: what to mend, record by
 *  record, worst first, in the publisher's own identifiers and names of elements and columns. */
#ifndef SEL_WORK_REPAIR_H
#define SEL_WORK_REPAIR_H

#include "base/issues.h"
#include "report/report.h"
#include "work/context.h"

/** Findings gathered of one or more files; a handle. */
typedef struct sel_repair sel_repair;

/** Findings that a list holds; further ones are counted. */
enum { SEL_REPAIR_MOST = 100000 };

sel_repair *sel_repair_create(void);

/** NULL is allowed. */
void sel_repair_destroy(sel_repair *repair);

/** Take a finding that something is asked for, others are passed over. field: element or header as
 *  the publisher writes it. */
void sel_repair_add(sel_repair *repair, const sel_issue *issue, sel_str field);

/** A section with a table "repair": first what is about whole files, then the records with most
 *  faults, then warnings, then notes. Texts of the repair live as long as it does. */
void sel_repair_tell(const sel_context *context, sel_repair *repair, sel_report *report);

#endif
