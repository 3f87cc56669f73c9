/** records.h - which records tell the same programme, so that nothing is counted twice.
 *
 * First what people decided, then declared links, then evidence (lookalike.h,
 * groups.h). Text alone never joins two records. A decision that two are different
 * or only related outweighs links and evidence, of the records themselves and of
 * all that were joined to either. Of records that tell one programme the best one stands for it:
 * a register's before a donor's own answer, that before a recipient's statement,
 * one with dates and a place before one without, the more complete, the first in study order.
 *
 * Parent and child, and the two ends of a funding chain, share one amount: the
 * topmost record with dates and a place counts; parts of a parent that lacks
 * them count themselves. Where a chain does not say which end pays, the larger
 * amount is taken for the upper end, else the first record. */
#ifndef SEL_ANALYSIS_RECORDS_H
#define SEL_ANALYSIS_RECORDS_H

#include "analysis/rarity.h"
#include "analysis/succession.h"

/** What two records of one programme say differently, as bits. */
enum {
    SEL_DIFFER_START = 1, /**< first days that exclude each other */
    SEL_DIFFER_END = 2,
    SEL_DIFFER_STATUS = 4,     /**< both say one */
    SEL_DIFFER_MONEY = 8,      /**< amounts that exclude each other, in the reporting currency */
    SEL_DIFFER_DONORS = 16,    /**< both name some, not the same */
    SEL_DIFFER_RECIPIENTS = 32 /**< both name some, not the same */
};

/** A pair of records that may tell one programme. */
typedef struct sel_same_record {
    uint32_t kept;      /**< record that stands for the programme, or is above the other */
    uint32_t other;     /**< programme set apart, or only to be looked at */
    bool certain;       /**< joined; otherwise only listed for review and both are counted */
    const char *reason; /**< stable word. Joined: "decision", "link", "twin", "structure", "parent",
                             "chain"; joined or review: "dates" (they say too little),
                           "ends-differ"; review: "numbers-differ", "implementers-differ",
                           "donors-differ", "titles-differ", "titles-unknown", "parties-unknown",
                           "one-register", "unsure" (below .95), "others-differ" (the same by
                           itself, but not the same as all that were joined to it) */
    bool weighed;       /**< found by comparison */
    uint32_t like[2];   /**< the two that were compared, ascending, when weighed: of a group not
                             always kept and other */
    int32_t sum;        /**< their evidence in hundredths of a bit, see resemblance.h */
    uint8_t differ;     /**< bits of what the two say differently */
} sel_same_record;

/** What was decided. Every record stands for itself unless it is listed as joined. */
typedef struct sel_records {
    const bool *counted;     /**< per programme of the study */
    const uint32_t *told_by; /**< per programme: the record that stands for the same programme */
    const uint32_t *kept;    /**< per programme: the record whose figures count for it */
    const sel_same_record *same; /**< ascending (kept, other) */
    uint32_t same_count;
    const sel_record_decision *decided; /**< decisions, of the records that stand for their two:
                                             ascending (a, b), each pair once */
    uint32_t decided_count;
    sel_rarity rarity;                 /**< of the study: what resemblance.h asks for */
    const sel_succession *successions; /**< of counted records, ascending later */
    uint32_t succession_count;
} sel_records;

/** Decide into arena; records stated by recipients that are linked to a donor's are not counted. */
sel_records sel_records_compute(const sel_study *study, sel_arena *arena);

/** What was decided about two records or about any that tell the same programmes; NULL when
 * nothing.
 */
const sel_record_decision *sel_records_decision(const sel_records *records, uint32_t a, uint32_t b);

/** Whether a programme is neither suspended nor cancelled. */
bool sel_programme_is_active(const sel_study_programme *programme);

/** Whether a programme can be compared at all: active, with dates and a place. */
bool sel_programme_is_comparable(const sel_study_programme *programme);

#endif
