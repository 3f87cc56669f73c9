/** register_table.h - a donor's register as CSV: one row per programme, columns by header name.
 *
 * Headers are matched without case and punctuation against
 * codelists/header_synonyms.csv. What each column says and how its cells are
 * written stands in questionnaires/register.md. A fault in a record is a
 * finding; the record is taken without the faulty field. */
#ifndef SEL_INPUT_REGISTER_TABLE_H
#define SEL_INPUT_REGISTER_TABLE_H

#include "base/issues.h"
#include "base/progress.h"
#include "domain/programme.h"
#include "domain/reference.h"
#include "input/bytes.h"

/* Fields of a register row; the names are those of header_synonyms.csv. */
#define SEL_REGISTER_FIELD_LIST(X)                                                                 \
    X(SEL_FIELD_REGISTER, "register")                                                              \
    X(SEL_FIELD_ID, "id")                                                                          \
    X(SEL_FIELD_TITLE, "title")                                                                    \
    X(SEL_FIELD_DESCRIPTION, "description")                                                        \
    X(SEL_FIELD_THEME, "theme")                                                                    \
    X(SEL_FIELD_SECTOR_CODES, "sector_codes")                                                      \
    X(SEL_FIELD_FUNDER, "funder")                                                                  \
    X(SEL_FIELD_ACCOUNTABLE, "accountable")                                                        \
    X(SEL_FIELD_EXTENDING, "extending")                                                            \
    X(SEL_FIELD_IMPLEMENTER, "implementer")                                                        \
    X(SEL_FIELD_REPORTER, "reporter")                                                              \
    X(SEL_FIELD_OTHER_PARTY, "other_party")                                                        \
    X(SEL_FIELD_RECIPIENT, "recipient")                                                            \
    X(SEL_FIELD_CAPABILITY, "capability")                                                          \
    X(SEL_FIELD_SPLIT, "split")                                                                    \
    X(SEL_FIELD_KIND, "kind")                                                                      \
    X(SEL_FIELD_FOR_WHOM, "for_whom")                                                              \
    X(SEL_FIELD_STATUS, "status")                                                                  \
    X(SEL_FIELD_START, "start")                                                                    \
    X(SEL_FIELD_END, "end")                                                                        \
    X(SEL_FIELD_AMOUNT, "amount")                                                                  \
    X(SEL_FIELD_AMOUNT_LOW, "amount_low")                                                          \
    X(SEL_FIELD_AMOUNT_HIGH, "amount_high")                                                        \
    X(SEL_FIELD_AMOUNT_WRITTEN, "amount_written")                                                  \
    X(SEL_FIELD_CURRENCY, "currency")                                                              \
    X(SEL_FIELD_PERSON_DAYS, "person_days")                                                        \
    X(SEL_FIELD_CYBER_SHARE, "cyber_share")                                                        \
    X(SEL_FIELD_TIED, "tied")                                                                      \
    X(SEL_FIELD_CONDITIONS, "conditions")                                                          \
    X(SEL_FIELD_CONDITIONS_REQUESTED, "conditions_requested")                                      \
    X(SEL_FIELD_STAKEHOLDERS, "stakeholders")                                                      \
    X(SEL_FIELD_ASKED_FIRST, "asked_first")                                                        \
    X(SEL_FIELD_SAME_AS_OTHER, "same_as_other")                                                    \
    X(SEL_FIELD_COORDINATED, "coordinated")                                                        \
    X(SEL_FIELD_OWNERSHIP, "ownership")                                                            \
    X(SEL_FIELD_REQUEST, "request")                                                                \
    X(SEL_FIELD_DECIDED, "decided")                                                                \
    X(SEL_FIELD_RELATED, "related")                                                                \
    X(SEL_FIELD_COORDINATION, "coordination")                                                      \
    X(SEL_FIELD_LEVEL, "level")                                                                    \
    X(SEL_FIELD_LANGUAGE, "language")                                                              \
    X(SEL_FIELD_SOURCE_URL, "source_url")                                                          \
    X(SEL_FIELD_LAST_UPDATED, "last_updated")                                                      \
    X(SEL_FIELD_NOTE, "note")                                                                      \
    X(SEL_FIELD_DISCLOSURE, "disclosure")                                                          \
    X(SEL_FIELD_ILLUSTRATIVE, "illustrative")

typedef enum sel_register_field {
#define X(id, name) id,
    SEL_REGISTER_FIELD_LIST(X)
#undef X
        SEL_REGISTER_FIELDS
} sel_register_field;

/** How one column is understood. */
typedef struct sel_register_column {
    sel_str header; /**< as written */
    int field;      /**< sel_register_field, or SEL_UNKNOWN: kept out, reported */
} sel_register_column;

typedef struct sel_register_guess {
    bool is_register; /**< at least a title and two more columns are understood */
    char delimiter;
    const sel_register_column *columns; /**< in arena */
    uint32_t column_count;
} sel_register_guess;

typedef struct sel_register_options {
    const char *register_name;   /**< NULL: the register column, else the file's name */
    const char *default_country; /**< for records that name none; NULL: none */
    sel_progress *progress;      /**< may be NULL */
} sel_register_options;

typedef struct sel_register_counts {
    uint64_t seen;
    uint64_t taken;
    uint64_t refused;
} sel_register_counts;

/** Name of a field ("funder"). */
const char *sel_register_field_name(sel_register_field field);

/** Look at the header; columns go to arena. */
sel_register_guess sel_register_recognise(const sel_bytes *bytes, const sel_reference *reference,
                                          sel_arena *arena);

/** Read all records. SEL_BAD_INPUT when the file cannot be read as CSV. */
SEL_CHECKED
sel_status sel_register_read(sel_bytes *bytes, const sel_register_guess *guess,
                             const sel_reference *reference, const sel_register_options *options,
                             sel_programme_sink sink, sel_issues *issues,
                             sel_register_counts *counts, sel_error *err);

#endif
