/** programme_rows.h - how a programme record lies in rows, and its fingerprint; private to the
 *  store. */
#ifndef SEL_STORE_PROGRAMME_ROWS_H
#define SEL_STORE_PROGRAMME_ROWS_H

#include "store/row.h"
#include "store/store_programmes.h"

/** Kinds of help and groups they are for. */
extern const sel_codes sel_kind_codes;
extern const sel_codes sel_audience_codes;

/** A list of a record that has a table of its own. */
typedef struct sel_programme_list {
    sel_statement insert;
    sel_statement of_version;
    sel_statement scan; /**< of all versions, or SEL_STATEMENT_COUNT: not needed by a study */
    sel_form form;
    size_t size;         /**< of one element */
    size_t offset;       /**< of the pointer to the elements in sel_programme */
    size_t count_offset; /**< of their uint32_t count, or SEL_LIST_OF_ONE */
    bool is_content;     /**< part of the fingerprint; places are not */
} sel_programme_list;

/** Parties, recipients, capabilities, joint shares, sectors, links, the account, field places. */
enum { SEL_PROGRAMME_LISTS = 8, SEL_PROGRAMME_FIELD_LIST = 7 };

/** Instead of an offset: there is no count, the pointer is to the only element or NULL. */
enum { SEL_LIST_OF_ONE = 0 };

const sel_programme_list *sel_programme_lists(void);

/** Columns of programme_version that are content, in the order of SEL_SQL_VERSION. */
const sel_form *sel_programme_form(void);

/** line, byte_offset, ordinal of a sel_record_place. */
const sel_form *sel_record_place_form(void);

/** Elements and count of a list of record. */
const void *sel_programme_elements(const sel_programme_list *list, const sel_programme *record,
                                   uint32_t *count);

/** Make them those of record. */
void sel_programme_hold(const sel_programme_list *list, sel_programme *record, const void *elements,
                        uint32_t count);

/** Whether a version with this date of updating is surely older than the current one: then it does
 *  not become current. */
bool sel_programme_is_older(const sel_days *updated, const sel_days *current);

/** A version as it is stored. */
typedef struct sel_stored_version {
    int64_t id; /**< of its row */
    sel_programme record;
    sel_str content; /**< the fingerprint stored for it */
} sel_stored_version;

/** Takes a version; false ends the visit. */
typedef bool sel_version_take(void *to, const sel_stored_version *version);

/** Visit the versions that rows (SQL_EACH_PROGRAMME, SQL_EACH_VERSION …) gives. */
SEL_CHECKED
sel_status sel_store_visit_programmes(sel_store *store, sel_statement rows, unsigned parts,
                                      sel_version_take *take, void *to, sel_error *err);

/** Visit the current versions that a study wants, without texts, sectors and field places, in the
 *  order of their rows. Those without cyber content too, or they are only counted. */
SEL_CHECKED
sel_status sel_store_scan_versions(sel_store *store, bool set_aside_too, sel_version_take *take,
                                   void *to, uint64_t *only_counted, sel_error *err);

/** Take the rest of a record's row: id, register, record, content, place and form. */
void sel_store_take_version(sel_query *query, sel_arena *arena, sel_stored_version *taken);

#endif
