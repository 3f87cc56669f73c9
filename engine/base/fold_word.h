/** fold_word.h - cut a text into folded words that know where they stand in it.
 *
 * Joined by one blank, the words of a text are what sel_fold makes of it. */
#ifndef SEL_BASE_FOLD_WORD_H
#define SEL_BASE_FOLD_WORD_H

#include "base/fold.h"

typedef struct sel_fold_word {
    sel_str folded; /**< never empty; points into the text when nothing had to be changed. May
                         hold a blank where one character stands for two words ("½") */
    sel_str source; /**< the same word as written, borrowed from the text */
} sel_fold_word;

/** Take the next word from the front of *rest, which starts as the whole text; false when there
 *  is none left. Ill-formed bytes separate words. Changed words go into arena. */
bool sel_fold_word_next(sel_arena *arena, sel_str *rest, sel_fold_word *word);

#endif
