/** iati_reading.h - what the parts of the IATI reader share while one activity is read.
 *
 * Each part fills its fields of the record from the activity's elements and
 * reports what is wrong with them. Private to input/iati*. */
#ifndef SEL_INPUT_IATI_READING_H
#define SEL_INPUT_IATI_READING_H

#include "input/iati.h"
#include "input/iati_keys.h"
#include "input/iati_version1.h"
#include "input/xml_records.h"

/** A transaction, looked at once for all parts. */
typedef struct sel_iati_transaction {
    const sel_xml_element *element;
    uint8_t type;       /**< IATI TransactionType of 2.03, 1 to 13; 0 unknown */
    bool valued;        /**< value and currency are usable */
    int64_t hundredths; /**< of the value, rounded down */
    sel_str currency;
} sel_iati_transaction;

typedef struct sel_iati_reading {
    const sel_reference *reference;
    const sel_iati_options *options;
    sel_issues *issues;
    sel_str source;                  /**< name of the file */
    int version;                     /**< major version the file says, 0: none we know */
    sel_days generated;              /**< when the file was made, as it says */
    sel_arena *arena;                /**< of this activity */
    const sel_xml_element *activity; /**< the element */
    sel_str id;                      /**< iati-identifier, or empty */
    sel_str language;                /**< of texts that do not say theirs; may be empty */
    sel_str currency;                /**< of values that do not say theirs; may be empty */
    const sel_iati_transaction *transactions;
    uint32_t transaction_count;
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

/** Value of an element's attribute as a code of 2.03, empty when it is none. attribute "code" may
 *  be missing: the element's text then counts. What the other major version than the file's own
 *  writes is noted. */
sel_str sel_iati_code(const sel_iati_reading *in, sel_iati_list list,
                      const sel_xml_element *element, const char *attribute);

/** What sel_iati_code looks at. */
sel_str sel_iati_written(const sel_xml_element *element, const char *attribute);

/** Text of one element: its narrative in the activity's language, else in English, else the
 *  first; text directly in the element counts as one. Blanks are single; may be empty. */
sel_str sel_iati_text(const sel_iati_reading *in, const sel_xml_element *element);

/** How well the language of an element's best text fits: 3 the activity's, 2 English, 1 any other,
 *  0 no text. */
int sel_iati_fit(const sel_iati_reading *in, const sel_xml_element *element);

/** List the transactions; the other parts need them. */
void sel_iati_transactions(sel_iati_reading *in);

/** Title, description and language of the record. */
void sel_iati_texts(sel_iati_reading *in);

/** Theme: the words of the publisher's own sectors, tags and policy markers. */
void sel_iati_theme(sel_iati_reading *in);

/** Sectors and their shares, each vocabulary a whole. A code says nothing of cyber. */
void sel_iati_sectors(sel_iati_reading *in);

/** Vocabulary of a sector as a code of 2.03: "1" when it names none, and what is written when it is
 *  of no list. */
sel_str sel_iati_sector_vocabulary(const sel_xml_element *sector);

/** Everybody who takes part. The donor rule is applied later, from the roles. */
void sel_iati_parties(sel_iati_reading *in);

/** Level, and links to other activities. Reads the parties. */
void sel_iati_links(sel_iati_reading *in);

/** Status, first and last day, last update. */
void sel_iati_dates(sel_iati_reading *in);

/** Recipients and their shares. */
void sel_iati_recipients(sel_iati_reading *in);

/** Tied status and conditions. */
void sel_iati_conditions(sel_iati_reading *in);

/** Money from budgets, else from commitments, else from planned disbursements. */
void sel_iati_money(sel_iati_reading *in);

/** Bounds of a value in hundredths: one with more than two decimals lies between two. False when
 *  it is no number that fits. */
bool sel_iati_hundredths(sel_str text, int64_t *low, int64_t *high);

/** Whether a code has the form of a currency's: three capital letters. */
bool sel_iati_is_currency(sel_str code);

/** Currency of a value element: its own, else the activity's; may be empty. */
sel_str sel_iati_currency(const sel_iati_reading *in, const sel_xml_element *value);

#endif
