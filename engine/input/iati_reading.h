/** iati_reading.h - what the parts of the IATI reader share while one activity is read.
 *
 * Each part fills its fields of the record from the activity's elements and
 * reports what is wrong with them. Private to input/iati*. */
#ifndef SEL_INPUT_IATI_READING_H
#define SEL_INPUT_IATI_READING_H

#include "input/iati.h"
#include "input/xml_records.h"

/** Longest lists kept of one activity; more is reported and left out. */
enum { SEL_IATI_LIST_MAX = 1000 };

typedef struct sel_iati_reading {
    const sel_reference *reference;
    const sel_iati_options *options;
    sel_issues *issues;
    sel_str source;                  /**< name of the file */
    sel_arena *arena;                /**< of this activity */
    const sel_xml_element *activity; /**< the element */
    sel_str id;                      /**< iati-identifier, or empty */
    sel_str language;                /**< of texts that do not say theirs; may be empty */
    sel_str currency;                /**< of values that do not say theirs; may be empty */
    sel_programme record;
    sel_field_place *fields;
    uint32_t field_count;
    uint32_t field_room;
    sel_programme_link *links;
    uint32_t link_count;
    uint32_t link_room;
} sel_iati_reading;

/** First element of a name directly in the activity, or NULL. */
const sel_xml_element *sel_iati_find(const sel_iati_reading *in, const char *name);

/** Report a problem of an element; found may be empty. */
void sel_iati_issue(const sel_iati_reading *in, const char *code, const sel_xml_element *where,
                    sel_str found);

/** Report that the activity lacks an element. */
void sel_iati_missing(const sel_iati_reading *in, const char *code, const char *element);

/** Note that a field was normalised, defaulted or inferred; where may be NULL. */
void sel_iati_field(sel_iati_reading *in, const char *field, const sel_xml_element *where,
                    sel_str raw, const char *rule);

/** Text of one element: its narrative in the activity's language, else in English, else the
 *  first; text directly in the element counts as one. Blanks are single; may be empty. */
sel_str sel_iati_text(const sel_iati_reading *in, const sel_xml_element *element);

/** Title, description and language of the record. */
void sel_iati_texts(sel_iati_reading *in);

/** Theme: the words of the publisher's own sectors and of tags. Sectors are checked, but a code
 *  says nothing of cyber. */
void sel_iati_theme(sel_iati_reading *in);

/** Everybody who takes part. The donor rule is applied later, from the roles. */
void sel_iati_parties(sel_iati_reading *in);

/** Links to other activities. Reads the parties. */
void sel_iati_links(sel_iati_reading *in);

/** Status, first and last day, last update. */
void sel_iati_dates(sel_iati_reading *in);

/** Recipients and their shares. */
void sel_iati_recipients(sel_iati_reading *in);

/** Tied status and conditions. */
void sel_iati_conditions(sel_iati_reading *in);

/** Money from budgets, else from commitments. */
void sel_iati_money(sel_iati_reading *in);

/** Value of a transaction in hundredths, rounded down, with its currency; false when there is no
 *  usable one. Reports nothing. */
bool sel_iati_value(const sel_iati_reading *in, const sel_xml_element *transaction,
                    int64_t *hundredths, sel_str *currency);

/** Code of a transaction's type; empty when it has none. */
sel_str sel_iati_transaction_type(const sel_xml_element *transaction);

#endif
