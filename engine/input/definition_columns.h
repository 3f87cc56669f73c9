/** definition_columns.h - which column of a definition's sheet means what.
 *
 * Columns of XLSForm with their aliases, and ours (selaras_…), in any order.
 * A translatable column says its language in brackets at the end of its
 * header, "label::Français (fr)"; without, it is in the default language. */
#ifndef SEL_INPUT_DEFINITION_COLUMNS_H
#define SEL_INPUT_DEFINITION_COLUMNS_H

#include "domain/language.h"
#include "input/definition_sheets.h"

/** What is read. The same field may stand in more than one sheet. */
typedef enum sel_definition_field {
    SEL_DEF_TYPE,
    SEL_DEF_NAME,
    SEL_DEF_LABEL,
    SEL_DEF_HINT,
    SEL_DEF_RELEVANT,
    SEL_DEF_CONSTRAINT,
    SEL_DEF_CONSTRAINT_MESSAGE,
    SEL_DEF_REQUIRED,
    SEL_DEF_REQUIRED_MESSAGE,
    SEL_DEF_CALCULATION,
    SEL_DEF_DEFAULT,
    SEL_DEF_APPEARANCE,
    SEL_DEF_CHOICE_FILTER,
    SEL_DEF_PARAMETERS,
    SEL_DEF_REPEAT_COUNT,
    SEL_DEF_CAPABILITY,
    SEL_DEF_ASPECT,
    SEL_DEF_PRINCIPLE,
    SEL_DEF_INDICATOR,
    SEL_DEF_SCORE,
    SEL_DEF_DISCLOSURE,
    SEL_DEF_CORE,
    SEL_DEF_PART,
    SEL_DEF_LIST_NAME,
    SEL_DEF_TITLE,
    SEL_DEF_ID,
    SEL_DEF_VERSION,
    SEL_DEF_DEFAULT_LANGUAGE,
    SEL_DEF_LANGUAGES,
    SEL_DEF_CHOICE_DUPLICATES,
    SEL_DEF_COUNT
} sel_definition_field;

/** Where the fields stand in one sheet; SEL_NONE for a field that has no column. */
typedef struct sel_definition_columns {
    uint32_t plain[SEL_DEF_COUNT];                  /**< without a language */
    uint32_t in[SEL_DEF_COUNT][SEL_LANGUAGE_COUNT]; /**< by language */
} sel_definition_columns;

/** Find the columns of a sheet by its header. What is mistyped, unknown, refused or there twice is
 *  reported; fallback is the language of texts without one. */
void sel_definition_columns_find(const sel_definition_sheet *sheet, sel_language fallback,
                                 sel_definition_columns *columns, sel_issues *issues);

/** Cell of a plain field; empty when it has no column. */
sel_str sel_definition_cell(const sel_definition_row *row, const sel_definition_columns *columns,
                            sel_definition_field field);

/** Texts of a translatable field, copied nowhere: they live as long as the sheet. */
sel_names sel_definition_texts(const sel_definition_row *row, const sel_definition_columns *columns,
                               sel_definition_field field);

/** Language of "Français (fr)", "fr" or "Français"; false when it is none we know. */
bool sel_definition_language(sel_str text, sel_language *language);

#endif
