/** statement_row.h - the answers to one numbered row of a response: "request_2", "support_1",
 *  "programme_3". Private to statements. */
#ifndef SEL_DOMAIN_STATEMENT_ROW_H
#define SEL_DOMAIN_STATEMENT_ROW_H

#include "domain/response.h"

typedef struct sel_stated_row {
    const sel_response *response;
    const char *prefix;
    uint32_t number;
} sel_stated_row;

/** Item of a field of the row, or SEL_NONE: the questionnaire does not have it, or means something
 *  else by it. */
uint32_t sel_stated_item(const sel_stated_row *of, const char *field);

/** Whether the questionnaire has this row at all. */
bool sel_stated_is_asked(const sel_stated_row *of, const char *field);

/** The value answered, or NULL when there is none. */
const sel_answer *sel_stated_answer(const sel_stated_row *of, const char *field);

/** Whether it is answered that the question does not apply. */
bool sel_stated_does_not_apply(const sel_stated_row *of, const char *field);

/** The text answered; empty when there is none. Lives as long as the response. */
sel_str sel_stated_text(const sel_stated_row *of, const char *field);

sel_days sel_stated_days(const sel_stated_row *of, const char *field);

/** 1, 0 or SEL_UNKNOWN. */
int8_t sel_stated_truth(const sel_stated_row *of, const char *field);

/** Number of a code, or SEL_UNKNOWN. */
typedef int sel_stated_find(sel_str code);

/** The choices of a field as bits 1 << number. */
uint16_t sel_stated_mask(const sel_stated_row *of, const char *field, sel_stated_find *find);

/** "amount" in "currency"; the text goes to arena. */
sel_money sel_stated_money(const sel_stated_row *of, sel_arena *arena);

#endif
