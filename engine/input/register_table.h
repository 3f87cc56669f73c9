/** register_table.h - a donor's register as a table: columns by header name, never by place.
 *
 * Four dialects. Ours: every header is the name of a field; one row per
 * programme. Any other: headers are matched without case and punctuation
 * against codelists/header_synonyms.csv or by a mapping. Activities of the
 * OECD's Creditor Reporting System: headers of crs.csv, amounts in millions of
 * dollars. Who does what where (3W): an HXL tag row, or headers that name
 * activities and organisations but no project. The header is looked for in the
 * first SEL_REGISTER_HEADER_ROWS rows. In all but ours the rows of one
 * programme become one record (register_collapse.h).
 *
 * What each column of ours says and how its cells are written stands in
 * questionnaires/register.md. A fault in a record is a finding; the record is
 * taken without the faulty field. */
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
    X(SEL_FIELD_STRATEGY_FOLLOWED, "strategy_followed")                                            \
    X(SEL_FIELD_DRAFTED_BY, "drafted_by")                                                          \
    X(SEL_FIELD_IMPLEMENTER_COUNTRY, "implementer_country")                                        \
    X(SEL_FIELD_DIVISION_AGREED, "division_agreed")                                                \
    X(SEL_FIELD_ASSESSMENT_USED, "assessment_used")                                                \
    X(SEL_FIELD_INTERRUPTION, "interruption")                                                      \
    X(SEL_FIELD_CALL_CRITERIA, "call_criteria")                                                    \
    X(SEL_FIELD_CALL_LANGUAGES, "call_languages")                                                  \
    X(SEL_FIELD_CALL_TRAVEL, "call_travel")                                                        \
    X(SEL_FIELD_TOOLS_USABLE, "tools_usable")                                                      \
    X(SEL_FIELD_TOOLS_EVIDENCE, "tools_evidence")                                                  \
    X(SEL_FIELD_LOCAL_GROUPS, "local_groups")                                                      \
    X(SEL_FIELD_DESIGN_GROUPS, "design_groups")                                                    \
    X(SEL_FIELD_EVALUATION_GROUPS, "evaluation_groups")                                            \
    X(SEL_FIELD_PROCUREMENT, "procurement")                                                        \
    X(SEL_FIELD_SELLER_ADVISED, "seller_advised")                                                  \
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
    X(SEL_FIELD_ILLUSTRATIVE, "illustrative")                                                      \
    /* Only in tables of others. */                                                                \
    X(SEL_FIELD_PERIOD, "period")                                                                  \
    X(SEL_FIELD_YEAR, "year")                                                                      \
    X(SEL_FIELD_SECTOR, "sector")                                                                  \
    X(SEL_FIELD_SECTOR_CODE, "sector_code")                                                        \
    X(SEL_FIELD_COMMITMENT, "commitment")                                                          \
    X(SEL_FIELD_DISBURSEMENT, "disbursement")                                                      \
    X(SEL_FIELD_TRANSACTION, "transaction_type")                                                   \
    X(SEL_FIELD_ACTIVITY, "activity")                                                              \
    X(SEL_FIELD_ORGANISATION, "organisation")                                                      \
    X(SEL_FIELD_LOCATION, "location")                                                              \
    X(SEL_FIELD_RECIPIENT_CODE, "recipient_code")                                                  \
    X(SEL_FIELD_DONOR_CODE, "donor_code")                                                          \
    X(SEL_FIELD_AGENCY_CODE, "agency_code")                                                        \
    X(SEL_FIELD_PROJECT_NUMBER, "project_number")                                                  \
    X(SEL_FIELD_CHANNEL_CODE, "channel_code")                                                      \
    X(SEL_FIELD_CHANNEL_REPORTED, "channel_reported")                                              \
    X(SEL_FIELD_UNTIED, "untied")                                                                  \
    X(SEL_FIELD_PARTIALLY_TIED, "partially_tied")                                                  \
    X(SEL_FIELD_FULLY_TIED, "fully_tied")                                                          \
    X(SEL_FIELD_UNUSED, "unused")

typedef enum sel_register_field {
#define X(id, name) id,
    SEL_REGISTER_FIELD_LIST(X)
#undef X
        SEL_REGISTER_FIELDS
} sel_register_field;

/** The fields of an account, in the order of account_text.h, begin here. */
enum { SEL_REGISTER_ACCOUNT_FIELDS = SEL_FIELD_STRATEGY_FOLLOWED };

/** Fields of our own format come before this one. */
enum { SEL_REGISTER_OWN_FIELDS = SEL_FIELD_PERIOD };

/** A header stands in the first so many rows, as libhxl (2023) looks for its tags. */
enum { SEL_REGISTER_HEADER_ROWS = 25 };

/** How one column is understood. Several may be SEL_FIELD_LOCATION or SEL_FIELD_UNUSED, which are
 *  known and not read. */
typedef struct sel_register_column {
    sel_str header;     /**< as written */
    int field;          /**< sel_register_field, or SEL_UNKNOWN: kept out, reported */
    sel_str currency;   /**< of amounts, where the header or a mapping says it; else empty */
    bool mapped;        /**< a mapping said so */
    bool malformed_tag; /**< the cell of the tag row is not a tag: left out, reported */
} sel_register_column;

typedef enum sel_register_dialect {
    SEL_DIALECT_OWN, /**< every header is a field's name */
    SEL_DIALECT_ANY, /**< by synonyms */
    SEL_DIALECT_CRS,
    SEL_DIALECT_HXL, /**< a 3W with a tag row */
    SEL_DIALECT_3W,  /**< a 3W without one */
} sel_register_dialect;

typedef struct sel_register_mapping sel_register_mapping;

typedef struct sel_register_guess {
    bool is_register; /**< at least a title and two more columns are understood */
    sel_register_dialect dialect;
    char delimiter;
    bool unquoted;       /**< quotes are letters like any other */
    uint32_t header_row; /**< spreadsheet row of the header; 0: there is none (HXL) */
    uint32_t tag_row;    /**< of the HXL tags; 0: there are none */
    sel_str key;         /**< headers that tell programmes apart, for people; empty: one row each */
    const uint32_t *key_columns; /**< the same as numbers of columns, in arena */
    uint32_t key_count;
    const sel_register_column *columns; /**< in arena */
    uint32_t column_count;
    const sel_register_mapping *mapping; /**< borrowed; NULL: none */
} sel_register_guess;

typedef struct sel_register_options {
    const char *register_name;   /**< NULL: the register column, else the file's name */
    const char *default_country; /**< for records that name none; NULL: none */
    sel_progress *progress;      /**< may be NULL */
} sel_register_options;

typedef struct sel_register_counts {
    uint64_t rows;       /**< with something in them, below the header */
    uint64_t seen;       /**< programmes and refused rows */
    uint64_t of_several; /**< of the taken: of more than one row */
    uint64_t their_rows;
    uint64_t events; /**< of the taken: repeated events, collapsed without a key */
    uint64_t taken;
    uint64_t refused;
} sel_register_counts;

/** Name of a field ("funder"). */
const char *sel_register_field_name(sel_register_field field);

/** Look at the beginning, which must be UTF-8; columns go to arena. */
sel_register_guess sel_register_recognise(const sel_bytes *bytes, const sel_reference *reference,
                                          sel_arena *arena);

/** The same with what a person decided about columns (register_mapping.h; NULL: nothing), which
 *  must live as long as the guess. */
sel_register_guess sel_register_recognise_mapped(const sel_bytes *bytes,
                                                 const sel_reference *reference,
                                                 const sel_register_mapping *mapping,
                                                 sel_arena *arena);

/** Read all records. SEL_BAD_INPUT when the file cannot be read as CSV, or is more than
 *  register_collapse.h takes together. */
SEL_CHECKED
sel_status sel_register_read(sel_bytes *bytes, const sel_register_guess *guess,
                             const sel_reference *reference, const sel_register_options *options,
                             sel_programme_sink sink, sel_issues *issues,
                             sel_register_counts *counts, sel_error *err);

#endif
