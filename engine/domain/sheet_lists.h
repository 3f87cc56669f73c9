/** sheet_lists.h - what may be chosen in the cells of a sheet. Private to domain/sheet. */
#ifndef SEL_DOMAIN_SHEET_LISTS_H
#define SEL_DOMAIN_SHEET_LISTS_H

#include "domain/sheet.h"

/** The list of a question's cells, added to the sheet when it is its first use: choices, the
 *  values of a short range, names of recipients. NULL when the answer is written freely. */
const sel_sheet_list *sel_sheet_list_of(sel_sheet *sheet, const sel_reference *reference,
                                        const sel_item *item);

#endif
