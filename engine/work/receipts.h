/** receipts.h - who answered in a file, and what they are told of it. Private to work. */
#ifndef SEL_WORK_RECEIPTS_H
#define SEL_WORK_RECEIPTS_H

#include "work/intake.h"

/** Keep who sent the response being read, for their page; a receipt proper only once it is
 * accepted. supported: the questionnaire asks for support received. NULL beyond SEL_RECEIPTS_KEPT.
 */
sel_receipt *sel_receipt_keep(const sel_context *context, const sel_response *response,
                              bool supported, sel_intake *intake);

/** Make it the receipt of what was stored. */
void sel_receipt_accept(sel_receipt *receipt, const sel_put_response *put, sel_arena *arena);

#endif
