/** column_keys.h - every way in which an exporter may head a column of a questionnaire.
 *
 * Headers are looked up whole in the set of paths, names and labels of the
 * definition, because names and labels hold separators themselves. Only one
 * that is unknown as a whole is looked up again without what tools put around
 * it (header_text.h), then without what stands before its slashes, outermost
 * first: groups that a later version of the form does not have any more.
 *
 * One key per question and choice: sel_definition_size bounds how many and how
 * long they can be. Private to input. */
#ifndef SEL_INPUT_COLUMN_KEYS_H
#define SEL_INPUT_COLUMN_KEYS_H

#include "domain/questionnaire.h"
#include "input/response_reading.h"

/** What a header means. */
typedef struct sel_column_target {
    uint32_t item;
    uint32_t choice;   /**< of the item's list: one column per choice; else SEL_NONE */
    uint32_t position; /**< place of a ranking from 1: one column per place; else 0 */
    uint32_t next;     /**< another target with the same header, in order of the definition */
} sel_column_target;

/** A handle. */
typedef struct sel_column_keys sel_column_keys;

/** The questionnaire is borrowed. */
sel_column_keys *sel_column_keys_create(const sel_questionnaire *questionnaire);

/** NULL is allowed. */
void sel_column_keys_destroy(sel_column_keys *keys);

/** First target of a header, or SEL_NONE; *by says how it was found. Labels are looked for in
 *  language first, then in the others. */
uint32_t sel_column_keys_find(sel_column_keys *keys, sel_str header, sel_language language,
                              sel_column_by *by);

/** Whether a header is the path or name of a question or option as the definition writes it, with
 *  any separator. */
bool sel_column_keys_is_name(sel_column_keys *keys, sel_str header);

/** Whether header is a label in language, alone or behind the labels of its groups. */
bool sel_column_keys_is_label(sel_column_keys *keys, sel_str header, sel_language language);

const sel_column_target *sel_column_keys_target(const sel_column_keys *keys, uint32_t target);

#endif
