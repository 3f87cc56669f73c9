/** organisation_census.h - the organisations of a store, counted. Private to work. */
#ifndef SEL_WORK_ORGANISATION_CENSUS_H
#define SEL_WORK_ORGANISATION_CENSUS_H

#include "work/organisations.h"

/** A record that writes a spelling. */
typedef struct sel_census_mention {
    uint32_t record;
    uint32_t spelling;
} sel_census_mention;

/** What the records of a store say, after all decisions. */
typedef struct sel_organisation_census {
    sel_arena *arena;
    sel_organisation_roll *roll;
    const sel_roll_organisation *list; /**< by name */
    uint32_t count;
    uint32_t *records;          /**< of each organisation */
    uint32_t *spelling_records; /**< of each spelling */
    uint32_t *first;          /**< spellings of organisation i are order[first[i] .. first[i+1]) */
    uint32_t *order;          /**< spellings by (organisation, name, identifier) */
    sel_organisations others; /**< those the table does not have, to be compared with each other */
    uint32_t *other_numbers;  /**< organisation of each */
    sel_census_mention *mentions;
    uint32_t mention_count;
    uint32_t mention_room;
    uint32_t record_count;
} sel_organisation_census;

/** An organisation that another could be one with. */
typedef struct sel_census_candidate {
    sel_str name;
    uint32_t score; /**< basis points */
} sel_census_candidate;

enum { SEL_CENSUS_CANDIDATES = 2 * SEL_ORGANISATION_CANDIDATES };

/** Count the records of a store; close it also after a failure. */
SEL_CHECKED
sel_status sel_census_open(const sel_context *context, sel_store *store,
                           sel_organisation_census *census, sel_error *err);

void sel_census_close(sel_organisation_census *census);

/** What an organisation outside the table could be one with, best first; none for those in it. */
uint32_t sel_census_candidates(sel_organisation_census *census, uint32_t organisation,
                               sel_census_candidate candidates[SEL_CENSUS_CANDIDATES]);

#endif
