/** words_file.h - the words in questionnaires/words, read into the domain's table.
 *
 * English is compiled in, so that there is something to say before any file is
 * found; another language falls back on it, word by word. Like the code lists,
 * words are content of ours: any fault in them is an error with its place. */
#ifndef SEL_INPUT_WORDS_FILE_H
#define SEL_INPUT_WORDS_FILE_H

#include "base/status.h"
#include "domain/words.h"

/** The compiled-in English words; texts go to arena. */
SEL_CHECKED
sel_status sel_words_english(sel_arena *arena, sel_words *words, sel_error *err);

/** Words of a file …/words/<lang>.csv, falling back on english. */
SEL_CHECKED
sel_status sel_words_load(const char *path, sel_language language, const sel_words *english,
                          sel_arena *arena, sel_words *words, sel_error *err);

#endif
