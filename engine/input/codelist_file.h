/** codelist_file.h - the code lists in questionnaires/codelists and the words in
 * questionnaires/words, read into the domain's tables.
 *
 * Code lists are content of ours, reviewed like code: any fault in them is an
 * error with its place, not a list of issues. */
#ifndef SEL_INPUT_CODELIST_FILE_H
#define SEL_INPUT_CODELIST_FILE_H

#include "base/status.h"
#include "domain/reference.h"

/** Load all code lists of folder (…/questionnaires/codelists) into reference; texts go to arena.
 *  Call sel_reference_close when done, also after a failure. */
SEL_CHECKED
sel_status sel_reference_open(const char *folder, sel_arena *arena, sel_reference *reference,
                              sel_error *err);

/** Release what is not in the arena; a zeroed reference is allowed. */
void sel_reference_close(sel_reference *reference);

/** The compiled-in English words; texts go to arena. */
SEL_CHECKED
sel_status sel_words_english(sel_arena *arena, sel_words *words, sel_error *err);

/** Words of a file …/words/<lang>.csv, falling back on english. */
SEL_CHECKED
sel_status sel_words_load(const char *path, sel_language language, const sel_words *english,
                          sel_arena *arena, sel_words *words, sel_error *err);

#endif
