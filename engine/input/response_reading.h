/** response_reading.h - what was decided while a file of answers was read, for the report. */
#ifndef SEL_INPUT_RESPONSE_READING_H
#define SEL_INPUT_RESPONSE_READING_H

#include "base/date.h"
#include "domain/language.h"

#include <stdint.h>

/* Where a wide file comes from, by the columns that the tool adds: X(id, name). */
#define SEL_SOURCE_LIST(X)                                                                         \
    X(SEL_SOURCE_OTHER, "")                                                                        \
    X(SEL_SOURCE_KOBO, "KoboToolbox")                                                              \
    X(SEL_SOURCE_KOBO_LEGACY, "KoBoCAT")                                                           \
    X(SEL_SOURCE_ODK_CENTRAL, "ODK Central")                                                       \
    X(SEL_SOURCE_LIMESURVEY, "LimeSurvey")                                                         \
    X(SEL_SOURCE_GOOGLE_FORMS, "Google Forms")                                                     \
    X(SEL_SOURCE_SURVEYMONKEY, "SurveyMonkey")                                                     \
    X(SEL_SOURCE_QUALTRICS, "Qualtrics")

typedef enum sel_source_tool {
#define X(id, name) id,
    SEL_SOURCE_LIST(X)
#undef X
} sel_source_tool;

/* How a column's header was understood: X(id, code). */
#define SEL_COLUMN_BY_LIST(X)                                                                      \
    X(SEL_COLUMN_BY_PATH, "path")       /* groups and name, any separator */                       \
    X(SEL_COLUMN_BY_NAME, "name")       /* name alone */                                           \
    X(SEL_COLUMN_BY_FOLDED, "folded")   /* path or name without regard to case and signs */        \
    X(SEL_COLUMN_BY_LABEL, "label")     /* label in some language */                               \
    X(SEL_COLUMN_BY_GROUPED, "grouped") /* label behind the labels of its groups */                \
    X(SEL_COLUMN_BY_LEAF, "leaf")       /* name or label behind groups we do not know */           \
    X(SEL_COLUMN_BY_ORDER, "order")     /* the same header several times: by order */              \
    X(SEL_COLUMN_BY_MAPPING, "mapping") /* the user's mapping says so */

typedef enum sel_column_by {
#define X(id, code) id,
    SEL_COLUMN_BY_LIST(X)
#undef X
        SEL_COLUMN_BY_COUNT
} sel_column_by;

/** How decimals and dates of a column are written. */
typedef enum sel_decimal { SEL_DECIMAL_UNKNOWN, SEL_DECIMAL_POINT, SEL_DECIMAL_COMMA } sel_decimal;
typedef enum sel_date_order {
    SEL_ORDER_UNKNOWN,
    SEL_ORDER_DMY,
    SEL_ORDER_MDY,
} sel_date_order;

struct sel_mapping;

/** What the sender or the user says about a file; zero: decide from the file. */
typedef struct sel_response_options {
    char delimiter;
    sel_decimal decimal;
    sel_date_order dates;
    bool has_language;
    sel_language language; /**< of the labels, when has_language */
    sel_day today; /**< when the file is read; 0: conditions and constraints are not judged */
    const struct sel_mapping *mapping; /**< what decides about columns and cells; may be NULL */
    bool with_faulty; /**< hand on responses with faults too, to show what was understood */
} sel_response_options;

/** What was decided about one column, in the words of a mapping (answer_mapping.h). */
typedef struct sel_column_decision {
    sel_str column;   /**< its header, or "[C]" when that stands several times */
    sel_str question; /**< "ready", "kinds/law", "order/2"; "-" left out; empty: not understood */
    bool by_mapping;
} sel_column_decision;

/** What was decided. */
typedef struct sel_response_reading {
    uint32_t columns[SEL_COLUMN_BY_COUNT]; /**< columns of questions, by how they were found */
    uint32_t meta_columns;                 /**< known columns of the tool, calculated ones */
    uint32_t unknown_columns;
    uint64_t child_rows;            /**< lines of the table of a repeat, which are not kept */
    uint32_t columns_left_out;      /**< because the mapping says so */
    uint64_t cells_translated;      /**< by the mapping */
    sel_column_decision *decisions; /**< per column with a header, in the arena of the issues */
    uint32_t decision_count;
    bool by_labels;
    sel_language language;  /**< of the labels, when by_labels */
    uint32_t decimal_comma; /**< columns with decimal commas */
    uint32_t day_first;     /**< columns with dates day, month, year */
    uint32_t month_first;   /**< columns with dates month, day, year */
} sel_response_reading;

/** "KoboToolbox"; empty for SEL_SOURCE_OTHER. */
const char *sel_source_tool_name(sel_source_tool tool);

#endif
