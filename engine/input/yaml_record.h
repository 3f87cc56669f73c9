/** yaml_record.h - a YAML file read into a struct by a table of fields.
 *
 * All faults are found in one run, each with line and column. What makes a
 * file mean something else than it seems to say is refused: anchors, aliases,
 * tags, unknown and repeated keys, a second document, numbers in quotes, NaN
 * and infinity. Every field of the table must be there that is not optional. */
#ifndef SEL_INPUT_YAML_RECORD_H
#define SEL_INPUT_YAML_RECORD_H

#include "base/issues.h"

/** Kinds of values and the type that each is kept as. */
typedef enum sel_yaml_kind {
    SEL_YAML_TEXT,         /**< sel_str, not empty */
    SEL_YAML_REAL,         /**< double */
    SEL_YAML_WHOLE,        /**< double without decimals */
    SEL_YAML_COUNT,        /**< uint32_t */
    SEL_YAML_LONG_COUNT,   /**< uint64_t */
    SEL_YAML_BASIS_POINTS, /**< uint32_t from a share with at most four decimals: .5 is 5000 */
    SEL_YAML_HUNDREDTHS,   /**< int64_t from a number with at most two decimals */
    SEL_YAML_TEXTS,        /**< array of sel_str, and how many */
    SEL_YAML_REALS,        /**< array of double, as many as there is room for */
    SEL_YAML_RECORD,       /**< a mapping whose fields are in the same struct */
    SEL_YAML_RECORDS,      /**< array of structs, and how many */
} sel_yaml_kind;

/** One key of a mapping. */
typedef struct sel_yaml_field {
    const char *key; /**< NULL ends a table */
    size_t offset;   /**< of the value in the struct */
    double least;    /**< smallest and largest number, as written */
    double most;
    size_t count_offset;                 /**< TEXTS, RECORDS: of their uint32_t count */
    size_t size;                         /**< RECORDS: of one struct */
    const struct sel_yaml_field *fields; /**< RECORD, RECORDS; at most SEL_YAML_FIELDS_MAX */
    sel_yaml_kind kind;
    uint32_t room; /**< arrays: most elements */
    bool optional; /**< may be left out: stays zero */
} sel_yaml_field;

enum { SEL_YAML_FIELDS_MAX = 64 };

/** Where a text or number of the struct stands in the file, for checks that come later. */
typedef struct sel_yaml_place {
    const void *value;
    uint64_t line;
    uint32_t column;
    bool absent; /**< it is not there, and this is where its mapping begins */
} sel_yaml_place;

/** One reading: set arena, source and issues before it. */
typedef struct sel_yaml_reading {
    sel_arena *arena; /**< texts and places go there */
    sel_str source;   /**< file name for issues */
    sel_issues *issues;
    sel_yaml_place *places;
    uint32_t place_count;
    uint32_t place_room;
} sel_yaml_reading;

/** Read text into the zeroed struct `into`. Faults go to issues (codes E_YAML_*); what they
 *  concern stays zero. */
void sel_yaml_read(sel_yaml_reading *reading, sel_str text, const sel_yaml_field *fields,
                   void *into);

/** Whether a text or number of the struct was there and without fault. */
bool sel_yaml_was_read(const sel_yaml_reading *reading, const void *value);

/** Whether it may be left out and was. */
bool sel_yaml_was_left_out(const sel_yaml_reading *reading, const void *value);

/** Add an issue at the place of a text or number (a pointer into the struct), or where its mapping
 *  begins when it was left out; at no place when it has a fault already. */
void sel_yaml_report(const sel_yaml_reading *reading, const void *value, sel_issue issue);

#endif
