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

/** Number of the choice that text names: its name, else its name or label in any language without
 *  regard to case and signs, else SEL_NONE. The first of the list when labels repeat. */
uint32_t sel_choice_words_find(sel_choice_words *words, sel_str text);

enum { SEL_CHOICES_CELL_MAX = 4096 };

typedef enum sel_choices_outcome {
    SEL_CHOICES_READ,
    SEL_CHOICES_UNKNOWN,
    SEL_CHOICES_AMBIGUOUS, /**< the text can be parted into labels in more than one way */
} sel_choices_outcome;

/** Read text (at most SEL_CHOICES_CELL_MAX bytes) as names or labels, one behind the other with
 *  blanks or signs between. order gets their numbers as they stand, at most room; *count how
 *  many. */
sel_choices_outcome sel_choice_words_read(sel_choice_words *words, sel_str text, uint32_t *order,
                                          uint32_t room, uint32_t *count);

#endif
