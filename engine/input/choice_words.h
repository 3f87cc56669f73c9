/** choice_words.h - the choices of a list by name or label, fast and without guessing.
 *
 * Several labels joined by one blank are found again as the only way to read
 * the text as a row of labels. Private to input. */
#ifndef SEL_INPUT_CHOICE_WORDS_H
#define SEL_INPUT_CHOICE_WORDS_H

#include "domain/questionnaire.h"

/** Names of the first choices of a list, "yes, no, …", in arena. */
sel_str sel_choice_names(const sel_choice_list *list, sel_arena *arena);

/** A handle. */
typedef struct sel_choice_words sel_choice_words;

/** The list is borrowed. */
sel_choice_words *sel_choice_words_create(const sel_choice_list *list);

/** NULL is allowed. */
void sel_choice_words_destroy(sel_choice_words *words);

enum { SEL_CHOICES_CELL_MAX = 4096 };

typedef enum sel_choices_outcome {
    SEL_CHOICES_READ,
    SEL_CHOICES_UNKNOWN,
    SEL_CHOICES_AMBIGUOUS, /**< the text can be read as different choices */
} sel_choices_outcome;

/** The choice that text names: by its very name, else by its name or label in any language without
 *  regard to case and signs. SEL_CHOICES_AMBIGUOUS when several choices are called so. *choice is
 *  SEL_NONE unless SEL_CHOICES_READ. */
sel_choices_outcome sel_choice_words_find(sel_choice_words *words, sel_str text, uint32_t *choice);

/** Read text (at most SEL_CHOICES_CELL_MAX bytes) as names or labels, one behind the other with
 *  blanks or signs between; labels of more than 64 words are found only when they stand alone.
 *  order gets their numbers as they stand, at most room; *count how
 *  many. */
sel_choices_outcome sel_choice_words_read(sel_choice_words *words, sel_str text, uint32_t *order,
                                          uint32_t room, uint32_t *count);

#endif
