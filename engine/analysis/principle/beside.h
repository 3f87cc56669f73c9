/** beside.h - figures that stand beside the value of an indicator and are never scored.
 *
 * They say something that the value cannot: an index along an order, a test, a
 * time in days. They are computed only where one indicator is told or explained,
 * never while many subjects are scored, so they may draw random samples.
 *
 * What every share has: its version weighted by money, where the indicator gives
 * one; where every known item is met or not met its interval is Wilson's at
 * n_eff = (Σb)²/Σb² (Kish 1965), as in statistics/wilson.h. An indicator adds
 * its own by the function `beside` of its row. */
#ifndef SEL_ANALYSIS_PRINCIPLE_BESIDE_H
#define SEL_ANALYSIS_PRINCIPLE_BESIDE_H

#include "analysis/principle/selection.h"

/** One figure. Unit and range are those of its statistic, and its words say them. */
typedef struct sel_beside_figure {
    const char *name;   /**< word id: "beside.concentration" */
    const char *how;    /**< word id of what it says: "beside.concentration-how" */
    sel_str of;         /**< the one it is about where there are several: a group; else empty */
    const char *reason; /**< word id of why there is none; NULL: value holds */
    double value;       /**< settled to 1e-9 */
    bool has_interval;  /**< 95 %: low <= high */
    double low;
    double high;
    uint64_t seed; /**< of what was drawn at random for it; 0: nothing was */
} sel_beside_figure;

/** In the order in which they are told. */
struct sel_beside {
    sel_arena *arena;
    sel_beside_figure *list;
    uint32_t count;
    uint32_t room;
};

/** Figures beside a value of an indicator for a subject, into evidence->arena. None for a value
 *  that is not available. */
sel_beside sel_beside_of(const sel_evidence *evidence, const sel_indicator *indicator,
                         sel_subject subject, const sel_indicator_value *value);

/** Append a value; the figure added may be told more about. */
sel_beside_figure *sel_beside_add(sel_beside *beside, const char *name, const char *how,
                                  double value);

/** Append a figure that there is not, with the reason. */
void sel_beside_add_missing(sel_beside *beside, const char *name, const char *how,
                            const char *reason);

/** 95 % of a normal distribution around the value, within [least, most]: value ± 1.959964·error. An
 *  error of 0 gives no interval. */
void sel_beside_normal(sel_beside_figure *figure, double error, double least, double most);

/** An interval that was found otherwise; low and high are settled. */
void sel_beside_between(sel_beside_figure *figure, double low, double high);

#endif
