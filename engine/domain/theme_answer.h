/** theme_answer.h - what somebody answered about a theme that was guessed.
 *
 * An answer is one text: codes of capabilities joined by ';', or "none" for a
 * programme without cyber content. It outweighs every guess, of whatever version
 * of the record or of the term table; what the register itself states outweighs
 * it. */
#ifndef SEL_DOMAIN_THEME_ANSWER_H
#define SEL_DOMAIN_THEME_ANSWER_H

#include "domain/programme.h"

/** Answer for "no cyber content". */
#define SEL_THEME_NONE "none"

/** Whether the capabilities of the record, if any, are guesses that an answer may replace. */
bool sel_theme_is_open(const sel_programme *record);

/** Put an answer in place of guesses: equal shares (not stated), origin SEL_TAG_CONFIRMED,
 *  confidence 100; the words found stay for those guessed before; or set aside. A record whose
 *  capabilities are stated is left alone. New arrays and codes go into arena. */
void sel_theme_answer(sel_str answer, sel_programme *record, sel_arena *arena);

#endif
