/** questionnaire.h - the definition of an instrument: an XLSForm in CSV.
 *
 * Loaded from questionnaires/<id>/{survey,choices,settings}.csv or from any
 * other XLSForm (input/questionnaire_file.h). The column selaras_aspect says
 * what an item means to the engine ("now", "help", "support.1.asked_first"),
 * selaras_capability which capability it is about. */
#ifndef SEL_DOMAIN_QUESTIONNAIRE_H
#define SEL_DOMAIN_QUESTIONNAIRE_H

#include "base/index.h"
#include "domain/language.h"

/* From SEL_ITEM_SELECT_ONE on, items have a list of choices. */
typedef enum sel_item_type {
    SEL_ITEM_TEXT,
    SEL_ITEM_INTEGER, /**< whole number, low..high when has_range */
    SEL_ITEM_DECIMAL,
    SEL_ITEM_DATE,
    SEL_ITEM_SELECT_ONE,
    SEL_ITEM_SELECT_MULTIPLE,
    SEL_ITEM_RANK, /**< choices of a list in an order */
} sel_item_type;

/** What an item is for. */
typedef enum sel_item_use {
    SEL_ITEM_ASKED,      /**< somebody answers it */
    SEL_ITEM_META,       /**< the device fills it in: start, today, username, … */
    SEL_ITEM_CALCULATED, /**< its calculation gives its value */
    SEL_ITEM_NOTE,       /**< text to read */
    SEL_ITEM_HIDDEN,     /**< carried along, not shown */
} sel_item_use;

typedef struct sel_choice {
    sel_str name;
    sel_names labels;
    uint32_t row; /**< spreadsheet row in the choices; 0 unknown */
} sel_choice;

typedef struct sel_choice_list {
    sel_str name;
    const sel_choice *choices;
    uint32_t count;
} sel_choice_list;

/** A group of questions, or a part of the form that is answered several times. */
typedef struct sel_group {
    sel_str name;
    sel_str path; /**< "resources/training" */
    sel_names labels;
    sel_str relevant;     /**< expression; hides everything inside. Empty: always shown */
    sel_str repeat_count; /**< expression; empty when the number is free */
    bool is_repeat;
    const struct sel_group *parent; /**< the group around it, or NULL */
    uint32_t row;                   /**< spreadsheet row in the survey */
} sel_group;

/** One row of the survey that is neither the begin nor the end of a group. Expressions are as
 *  written; empty when there is none. */
typedef struct sel_item {
    sel_str name;
    sel_str path; /**< with its groups: "resources/training/trained" */
    sel_item_type type;
    sel_item_use use;
    sel_names labels;
    sel_names hints;
    sel_str part;        /**< "identity", "A", "B", "C", "D" */
    sel_str capability;  /**< code, or empty */
    sel_str aspect;      /**< what it means to the engine */
    sel_str principle;   /**< letter of the principle it bears on, or empty */
    sel_str indicator;   /**< indicators that use it, or empty */
    sel_str score;       /**< how it is scored, as written, for readers: nothing uses it yet */
    sel_str disclosure;  /**< "sealed" for names and contacts, else empty */
    bool core;           /**< a local version may not change it */
    bool required;       /**< always, when relevant */
    sel_str required_if; /**< expression; empty when required says all */
    sel_names required_messages;
    sel_str relevant;
    sel_str constraint;
    sel_names constraint_messages;
    sel_str calculation;
    sel_str default_value; /**< a value or an expression */
    sel_str appearance;
    bool has_range; /**< of INTEGER: low, high, step; of DECIMAL: the real ones */
    int64_t low;
    int64_t high;
    int64_t step;
    double real_low;
    double real_high;
    double real_step;
    const sel_choice_list *list; /**< of the select types, else NULL */
    const sel_group *group;      /**< innermost group, or NULL */
    const sel_group *repeat;     /**< innermost group that repeats, or NULL */
    uint32_t row;                /**< spreadsheet row in the survey */
} sel_item;

typedef struct sel_questionnaire {
    sel_str id;
    sel_str version;
    sel_names titles;
    sel_str language_states;       /**< "en:reviewed|fr:draft|…" */
    sel_language default_language; /**< of texts that name no language */
    const sel_item *items;
    uint32_t item_count;
    const sel_group *groups; /**< in order of their begin */
    uint32_t group_count;
    const sel_choice_list *lists;
    uint32_t list_count;
    sel_index *by_name; /**< item names → numbers */
} sel_questionnaire;

/** Number of the choice with this name, or SEL_NONE; list may be NULL. */
uint32_t sel_choice_find(const sel_choice_list *list, sel_str name);

/** Number of the item with this name, or SEL_NONE. */
uint32_t sel_questionnaire_item(const sel_questionnaire *questionnaire, sel_str name);

/** Number of the item with this aspect and capability (empty slice: none), or SEL_NONE. */
uint32_t sel_questionnaire_aspect(const sel_questionnaire *questionnaire, sel_str aspect,
                                  sel_str capability);

/** "1-60", "0-2.5"; empty when the question has no range. */
sel_str sel_item_range(const sel_item *item, sel_arena *arena);

/** "reviewed" or "draft" of a language; empty when the instrument is not in that language. */
sel_str sel_questionnaire_language_state(const sel_questionnaire *questionnaire,
                                         sel_language language);

#endif
