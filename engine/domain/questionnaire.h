/** questionnaire.h - the definition of an instrument: an XLSForm in CSV.
 *
 * Loaded from questionnaires/<id>/{survey,choices,settings}.csv. The column
 * selaras_aspect says what an item means to the engine ("now", "help",
 * "support.1.asked_first"), selaras_capability which capability it is about. */
#ifndef SEL_DOMAIN_QUESTIONNAIRE_H
#define SEL_DOMAIN_QUESTIONNAIRE_H

#include "base/index.h"
#include "domain/language.h"

typedef enum sel_item_type {
    SEL_ITEM_TEXT,
    SEL_ITEM_INTEGER, /**< whole number, low..high when has_range */
    SEL_ITEM_DECIMAL,
    SEL_ITEM_DATE,
    SEL_ITEM_SELECT_ONE,
    SEL_ITEM_SELECT_MULTIPLE,
} sel_item_type;

typedef struct sel_choice {
    sel_str name;
    sel_names labels;
} sel_choice;

typedef struct sel_choice_list {
    sel_str name;
    const sel_choice *choices;
    uint32_t count;
} sel_choice_list;

/** One question; groups and notes are not items. */
typedef struct sel_item {
    sel_str name;
    sel_item_type type;
    sel_names labels;
    sel_str hint;       /**< English */
    sel_str part;       /**< "identity", "A", "B", "C", "D" */
    sel_str capability; /**< code, or empty */
    sel_str aspect;     /**< what it means to the engine */
    sel_str disclosure; /**< "sealed" for names and contacts, else empty */
    bool required;
    bool has_range;
    int64_t low;
    int64_t high;
    const sel_choice_list *list; /**< of the select types, else NULL */
} sel_item;

typedef struct sel_questionnaire {
    sel_str id;
    sel_str version;
    sel_names titles;
    sel_str language_states; /**< "en:reviewed|fr:draft|…" */
    const sel_item *items;
    uint32_t item_count;
    sel_index *by_name; /**< item names → numbers */
} sel_questionnaire;

/** Number of the item with this name, or SEL_NONE. */
uint32_t sel_questionnaire_item(const sel_questionnaire *questionnaire, sel_str name);

/** Number of the item with this aspect and capability (empty slice: none), or SEL_NONE. */
uint32_t sel_questionnaire_aspect(const sel_questionnaire *questionnaire, sel_str aspect,
                                  sel_str capability);

/** Choice of a list by its name or a label in any language (folded), or NULL. */
const sel_choice *sel_choice_find(const sel_choice_list *list, sel_str text);

/** "reviewed" or "draft" of a language; empty when the instrument is not in that language. */
sel_str sel_questionnaire_language_state(const sel_questionnaire *questionnaire,
                                         sel_language language);

#endif
