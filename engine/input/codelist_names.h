/** codelist_names.h - the columns name_en … name_id that many code lists have. Private to the
 *  readers of code lists. */
#ifndef SEL_INPUT_CODELIST_NAMES_H
#define SEL_INPUT_CODELIST_NAMES_H

#include "domain/language.h"

/** Names in all languages from SEL_LANGUAGE_COUNT fields in the order of SEL_LANGUAGE_LIST, copied
 *  to arena. */
sel_names sel_codelist_names(sel_arena *arena, const sel_str *fields);

#endif
