/** rounds.h - calls for answers: open one, close it, see who answered.
 *
 * A round takes answers to the end of its last day, in UTC; one without days takes them always.
 * Closing makes yesterday the last day, so opening it again loses nothing. */
#ifndef SEL_WORK_ROUNDS_H
#define SEL_WORK_ROUNDS_H

#include "report/report.h"
#include "store/store.h"
#include "work/context.h"

enum {
    SEL_ROUND_NAME_MAX = 100,     /**< bytes */
    SEL_ROUND_EXPECTED_MAX = 1000 /**< recipients: more than there are */
};

/** How a round is to be opened. */
typedef struct sel_round_call {
    sel_str name;
    const char *expect; /**< codes or names between commas, or a file of them; NULL: as before */
    sel_days closes;    /**< last day, one day; not known: until it is closed */
} sel_round_call;

/** Whether the last day of a round is over at now (UTC seconds). */
bool sel_round_over(const sel_round *round, int64_t now);

/** Make a round or open it again, in a transaction of its own. SEL_USAGE: the name is empty or too
 *  long, or the last day is over already. SEL_REFUSED: somebody expected is no recipient we know;
 *  the nearest is named. */
SEL_CHECKED
sel_status sel_rounds_open(const sel_context *context, sel_store *store, const sel_round_call *call,
                           sel_error *err);

/** Take no more answers. SEL_NOT_FOUND: there is no such round. Closing again changes nothing. */
SEL_CHECKED
sel_status sel_rounds_close(const sel_context *context, sel_store *store, sel_str name,
                            sel_error *err);

/** All rounds, and for each who answered, who is awaited, who is late. */
SEL_CHECKED
sel_status sel_rounds_tell(const sel_context *context, sel_store *store, sel_report *report,
                           sel_error *err);

#endif
