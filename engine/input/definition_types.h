/** definition_types.h - the question types of XLSForm: taken, taken as text, or refused by name. */
#ifndef SEL_INPUT_DEFINITION_TYPES_H
#define SEL_INPUT_DEFINITION_TYPES_H

#include "domain/questionnaire.h"

typedef enum sel_definition_kind {
    SEL_KIND_UNKNOWN,
    SEL_KIND_ITEM,
    SEL_KIND_RANGE, /**< an item whose type its parameters decide */
    SEL_KIND_BEGIN_GROUP,
    SEL_KIND_END_GROUP,
    SEL_KIND_BEGIN_REPEAT,
    SEL_KIND_END_REPEAT,
    SEL_KIND_REFUSED,
} sel_definition_kind;

/** What a cell of the column "type" says. */
typedef struct sel_definition_type {
    sel_definition_kind kind;
    sel_item_type type; /**< of SEL_KIND_ITEM */
    sel_item_use use;
    bool needs_list;
    sel_str list;        /**< name of the list as written; borrowed from the cell */
    const char *instead; /**< of SEL_KIND_REFUSED: what to use instead. Else what was likely
                              meant by an unknown type, or NULL */
} sel_definition_type;

/** Understand a type. "select_one L or_other" is refused. */
sel_definition_type sel_definition_type_read(sel_str cell);

/** The list of the type "acknowledge": one choice, OK. */
const sel_choice_list *sel_definition_acknowledge(void);

#endif
