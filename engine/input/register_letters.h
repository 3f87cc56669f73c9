/** register_letters.h - which letters a register's bytes stand for: names of countries and headers
 * in all languages are the words that tell code pages apart. */
#ifndef SEL_INPUT_REGISTER_LETTERS_H
#define SEL_INPUT_REGISTER_LETTERS_H

#include "domain/reference.h"
#include "input/encoding.h"

/** As sel_encoding_settle, with the words of the code lists. */
SEL_CHECKED
sel_status sel_register_letters(sel_bytes *bytes, const char *given, const sel_reference *reference,
                                sel_encoding *encoding, sel_error *err);

#endif
