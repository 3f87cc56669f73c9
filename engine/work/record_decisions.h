/** record_decisions.h - what offices decide two records are to each other, and the list of pairs
 * that wait for somebody.
 *
 * A decision is kept in the store for ever; the newest about a pair counts, in every analysis. */
#ifndef SEL_WORK_RECORD_DECISIONS_H
#define SEL_WORK_RECORD_DECISIONS_H

#include "domain/study.h"
#include "store/store.h"
#include "work/context.h"

/** Whether a stored decision is about what two records are to each other; then *verdict is it. */
bool sel_record_decision_of(const sel_decision *stored, sel_record_verdict *verdict);

/** Word of a verdict ("same", "different", "related") and back; false when there is none. */
const char *sel_record_verdict_word(sel_record_verdict verdict);
bool sel_record_verdict_find(sel_str word, sel_record_verdict *verdict);

/** What somebody wants kept. */
typedef struct sel_record_call {
    sel_str a; /**< addresses "REGISTER:ID" */
    sel_str b;
    sel_record_verdict verdict;
    sel_str by;  /**< an office, not a person */
    sel_str why; /**< may be empty */
} sel_record_call;

/** What became of it. */
typedef struct sel_record_outcome {
    bool changed; /**< false: it was so already, and nothing was kept */
    sel_str a;    /**< addresses in byte order, in the arena given */
    sel_str b;
    sel_str title_a; /**< titles of the two */
    sel_str title_b;
} sel_record_outcome;

/** Keep a decision in a store open for writing, in a transaction of its own. SEL_NOT_FOUND: no such
 *  record; the nearest address is said. SEL_USAGE: nobody says who decided, or twice the same
 *  record. */
SEL_CHECKED
sel_status sel_record_decide(const sel_context *context, sel_store *store,
                             const sel_record_call *call, sel_arena *arena,
                             sel_record_outcome *outcome, sel_error *err);

#endif
