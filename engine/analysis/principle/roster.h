/** roster.h - what was undertaken, for whom and by whom, each thing once.
 *
 * Several records can tell of one programme: the donor's, copies of it in
 * other registers, and what recipients state about it. An undertaking brings
 * them together: the record whose figures count, the statements of recipients,
 * and the tellers, which are other registers' records of the same programme and
 * what donors answer about it or its parts. A register's record of a part, or of
 * the lower end of a chain, does not tell of the whole. The roster says which undertakings a donor
 * funds and a recipient receives, so that no subject costs a pass over everything. */
#ifndef SEL_ANALYSIS_PRINCIPLE_ROSTER_H
#define SEL_ANALYSIS_PRINCIPLE_ROSTER_H

#include "analysis/principle/openings.h"
#include "analysis/records.h"

/** One programme, whoever tells of it. */
typedef struct sel_undertaking {
    const sel_study_programme *programme; /**< its record, else the first statement: in the study,
                                               or a copy that lies beside the others' */
    uint32_t record;                      /**< the counted record of a register; SEL_NONE when only
                                               recipients tell of it */
    const uint32_t *statements; /**< what recipients state about it, ascending programme numbers */
    uint32_t statement_count;   /**< > 0 when there is no record */
    const uint32_t *tellers;    /**< other donors' records of it, ascending programme numbers */
    uint32_t teller_count;      /**< 0 when there is no record */
} sel_undertaking;

/** Numbers under keys: those of key k are members[first[k]] … members[first[k + 1] − 1]. */
typedef struct sel_groups {
    const uint32_t *first;
    const uint32_t *members; /**< ascending within a key */
} sel_groups;

typedef struct sel_roster {
    const sel_undertaking *undertakings; /**< in the order of their counted records */
    uint32_t undertaking_count;
    const uint32_t *undertaking_of; /**< per programme */
    sel_groups by_donor;            /**< study organisation → undertakings it funds */
    sel_groups by_recipient;    /**< recipient → undertakings that reach it or that it states */
    sel_groups stated_by;       /**< recipient → its own statements, programme numbers */
    const bool *knows_requests; /**< per programme: its register says of some record whether it was
                                     asked for, so that silence means something */
    uint32_t donor_count;       /**< donors with at least one undertaking */
    sel_openings openings;      /**< what all undertakings leave open */
} sel_roster;

/** Compute into arena. Records and statements belong to the undertaking of the record whose figures
 *  count for them (records->kept); a statement that is kept itself has no register's record. */
sel_roster sel_roster_compute(const sel_study *study, const sel_records *records, sel_arena *arena);

/** How many members key has; *members points at them. */
uint32_t sel_groups_of(const sel_groups *groups, uint32_t key, const uint32_t **members);

/** The record that stands for an undertaking: the register's, else the first statement. */
uint32_t sel_undertaking_record(const sel_undertaking *undertaking);

/** The register's record of an undertaking, or NULL when only recipients tell of it. */
const sel_study_programme *sel_undertaking_registered(const sel_undertaking *undertaking);

#endif
