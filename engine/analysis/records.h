/** records.h - which records tell the same programme, so that nothing is counted twice.
 *
 * First by identifiers and declared links, then by structure (same dates,
 * recipients, donor and title). Text alone never joins two records. */
#ifndef SEL_ANALYSIS_RECORDS_H
#define SEL_ANALYSIS_RECORDS_H

#include "domain/study.h"

/** A pair of records that may tell one programme. */
typedef struct sel_same_record {
    uint32_t kept;      /**< programme whose figures count */
    uint32_t other;     /**< programme set apart */
    bool certain;       /**< joined; otherwise only listed for review and both are counted */
    const char *reason; /**< stable word: "link", "identifier", "title-and-parties", … */
} sel_same_record;

typedef struct sel_records {
    const bool *counted; /**< per programme of the study */
    const sel_same_record *same;
    uint32_t same_count;
} sel_records;

/** Decide into arena; records stated by recipients that are linked to a donor's are not counted. */
sel_records sel_records_compute(const sel_study *study, sel_arena *arena);

#endif
