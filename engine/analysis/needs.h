/** needs.h - the need of each recipient for each capability, from its own entries.
 *
 * method §2: a = max(0, target − stage) ∈ 0..4, b = importance ∈ 1..4,
 * n = √(ab)/4, severity 0..5 from the integer ab. What is not said makes an
 * interval; an unknown need is never zero. One entry reads, first rule first:
 *
 *   "none" wanted           sized: severity 0, n 0; the gap is still shown
 *   stage and target        sized, or a range over b = 1..4 without importance
 *   "some", "much" wanted   stated: severity [1, 3] or [3, 5] and the n of the
 *                           smallest and largest ab with those severities,
 *                           [1/4, 1/2] (ab 1..4) or [1/2, 1] (ab 4..16)
 *   anything else           unknown: severity [0, 5], n [0, 1]
 *
 * Of several respondents of one recipient the lead decides. Without a lead, or
 * with several, the need is the range over those who say something; who does
 * not know does not widen it. */
#ifndef SEL_ANALYSIS_NEEDS_H
#define SEL_ANALYSIS_NEEDS_H

#include "domain/study.h"

typedef enum sel_need_state {
    SEL_NEED_UNKNOWN, /**< asked, but nothing that gives a need: never zero */
    SEL_NEED_STATED,  /**< "some" or "much" outside help wanted, size unknown */
    SEL_NEED_SIZED,   /**< stage, target and importance known */
    SEL_NEED_RANGE,   /**< importance unknown, or several respondents without a lead */
} sel_need_state;

/** Need of one recipient for one capability. */
typedef struct sel_need {
    uint32_t recipient;
    uint32_t capability;
    sel_need_state state;
    uint8_t gap; /**< a of the deciding entry, 0..4; 0 when its stage or target is not said */
    uint8_t importance; /**< b of the deciding entry, 1..4, 0 not said */
    uint8_t stage;      /**< of the deciding entry, 0 not said */
    uint8_t target;
    uint8_t urgent;       /**< 1..3, 0 not among the most urgent; of several the most urgent */
    uint8_t severity_low; /**< 0..5 */
    uint8_t severity_high;
    double n_low; /**< [0, 1]; [0, 1] when unknown */
    double n_high;
    double contradiction; /**< (max − min)/4 of the severities that respondents surely mean, at
                               most 1; 0 with a lead */
    uint32_t entry_first; /**< entries of the study this comes from */
    uint32_t entry_count;
    uint32_t deciding; /**< entry that decides, or SEL_NONE when several do: gap, importance, stage
                            and target are 0 then */
} sel_need;

/** All needs somebody was asked about, ascending (recipient, capability). */
typedef struct sel_needs {
    const sel_need *list;
    uint32_t count;
} sel_needs;

/** Compute into arena; study->entries must be sorted as study.h says. */
sel_needs sel_needs_compute(const sel_study *study, sel_arena *arena);

/** Need of a place, or NULL when nobody was asked. */
const sel_need *sel_needs_find(const sel_needs *needs, uint32_t recipient, uint32_t capability);

/** Needs of one recipient, ascending capability; NULL and 0 when nobody was asked. */
const sel_need *sel_needs_of(const sel_needs *needs, uint32_t recipient, uint32_t *count);

/** Whether the size of the need is known well enough to compare with supply (not UNKNOWN). */
bool sel_need_is_known(const sel_need *need);

/** Severity of the integer a·b (0..16): 0→0, 1→1, 2-3→2, 4→3, 6-9→4, 12-16→5. */
uint8_t sel_need_severity(unsigned ab);

/** Headline of a recipient: its worst capability and the count at severity >= 3. Worst is the
 *  largest severity_low, then severity_high, n_low, n_high, then the more urgent, then the first.
 */
typedef struct sel_need_headline {
    uint32_t recipient;
    uint32_t worst; /**< capability number, SEL_NONE when no need is known */
    uint8_t worst_severity_low;
    uint8_t worst_severity_high;
    uint32_t serious_low;  /**< capabilities surely at severity >= 3 */
    uint32_t serious_high; /**< possibly */
    uint32_t known;        /**< capabilities with a known need */
    uint32_t asked;        /**< capabilities with an entry */
} sel_need_headline;

/** Headline of one recipient. */
sel_need_headline sel_needs_headline(const sel_needs *needs, uint32_t recipient);

#endif
