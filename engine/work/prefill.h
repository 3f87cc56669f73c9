/** prefill.h - a sheet handed out with what its respondent answered before, to be confirmed.
 *
 * A line of the sheet says which round the answers are of; reading the sheet
 * leaves it out. Who filled it in, who approved it, when and for which round
 * stay empty, as do sealed answers (names and contacts): those are given anew. */
#ifndef SEL_WORK_PREFILL_H
#define SEL_WORK_PREFILL_H

#include "domain/sheet.h"
#include "store/store.h"
#include "work/context.h"

/** Whose answers of which round. */
typedef struct sel_prefill_call {
    const char *round;
    const char *respondent; /**< code or name of a recipient; "/agency" behind it where several
                                 agencies answered */
} sel_prefill_call;

/** What became of the answers. Texts in the arena given. */
typedef struct sel_prefill {
    uint32_t filled;     /**< cells */
    const sel_str *left; /**< names of the questions whose answers have no place: no longer asked,
                            of another meaning or list of choices now, not on this sheet, or such
                              that a spreadsheet program would run them */
    uint32_t left_count;
    uint32_t sealed; /**< answers left out because they are sealed */
} sel_prefill;

/** Fill a sheet just laid out for questionnaire id with stored answers, in the sheet's language.
 *  SEL_REFUSED: the recipient is not known, or several agencies answered. SEL_NOT_FOUND: there are
 *  no such answers. */
SEL_CHECKED
sel_status sel_prefill_sheet(const sel_context *context, sel_store *store, const char *id,
                             const sel_prefill_call *call, sel_sheet *sheet, sel_arena *arena,
                             sel_prefill *prefill, sel_error *err);

#endif
