/** encoding_words.h - the words of a text with letters outside ASCII, and whether they look like
 *  words. Private to input. */
#ifndef SEL_INPUT_ENCODING_WORDS_H
#define SEL_INPUT_ENCODING_WORDS_H

#include "base/str.h"

#include <stdint.h>

/** Take the next word with a letter outside ASCII from *rest, which is UTF-8; false at the end.
 *  odd counts what no language writes in one word: two scripts, a capital behind a small letter, a
 *  sign between letters, control codes. */
bool sel_encoding_word(sel_str *rest, sel_str *word, uint32_t *odd);

#endif
