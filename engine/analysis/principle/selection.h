/** selection.h - the records that belong to a subject, chosen once for all indicators.
 *
 * A response: what one recipient states, no register. A recipient: what
 * reaches it, with its own statements beside. A region: the same for its
 * members, pooled; the organisation itself is a recipient of its own. A donor:
 * what it funds; a portfolio: everything; both with all recipients'
 * statements. A programme: itself with what is stated about it. */
#ifndef SEL_ANALYSIS_PRINCIPLE_SELECTION_H
#define SEL_ANALYSIS_PRINCIPLE_SELECTION_H

#include "analysis/principle.h"

/** What a donor gives at one place; unit as in supply.h. A programme of several donors counts in
 *  equal parts, since no register gives the split. */
typedef struct sel_donor_place {
    uint32_t supply; /**< number in evidence->supplies->list */
    uint64_t low;
    uint64_t high;
} sel_donor_place;

struct sel_selection {
    sel_subject subject;
    const sel_undertaking *undertakings; /**< statements are those of covered recipients only */
    uint32_t undertaking_count;
    const uint32_t *recipients; /**< covered recipients, ascending; NULL: all */
    uint32_t recipient_count;
    const sel_donor_place *gives; /**< of a donor: its parts, ascending supply; else NULL */
    uint32_t gives_count;
};

/** Select into evidence->arena. */
sel_selection sel_select(const sel_evidence *evidence, sel_subject subject);

/** Whether the selection is about this recipient. */
bool sel_selection_covers(const sel_selection *selection, uint32_t recipient);

/** Money of a record that goes to covered recipients: the middle of its range, hundredths of the
 *  reporting currency; < 0 when not known. */
double sel_selection_worth(const sel_selection *selection, const sel_study_programme *record);

/** The reason for an empty selection: word id. */
const char *sel_selection_empty(const sel_selection *selection);

#endif
