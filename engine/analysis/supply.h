/** supply.h - what programmes give at each place over the window, and what is needed there.
 *
 * Unit: effort·days, 10⁻⁷ programme-equivalents times days, so that sums are
 * exact integers. One programme at full effort for the whole window W gives
 * SEL_EFFORT_WHOLE · |W|. Ordinal need m(severity) is in the same unit.
 *
 * Suspended and cancelled programmes give no support. A programme without a
 * known donor gives support, but shows no meeting of donors: it is in low and
 * high, and among programmes, not in beyond, days, donors, effective_donors or
 * concentration. */
#ifndef SEL_ANALYSIS_SUPPLY_H
#define SEL_ANALYSIS_SUPPLY_H

#include "analysis/needs.h"

/** Supply at one place. Low counts only what is certain, high what is possible. */
typedef struct sel_supply {
    uint32_t recipient;
    uint32_t capability;
    uint64_t low;         /**< Σ effort_low × certain days in W */
    uint64_t high;        /**< Σ effort_high × possible days in W */
    uint64_t beyond_low;  /**< D_x: support beyond what any one donor takes part in (rates.h), */
    uint64_t beyond_high; /**< from the low and the high rates */
    uint64_t need_low;    /**< ordinal need m(severity)·|W|; 0 when not known */
    uint64_t need_high;
    bool need_known;
    bool assessed;         /**< need is known and not surely none: support where none is wanted is
                                "support without a stated need", not too much support */
    uint32_t red_low_ppm;  /**< clamp((supply − need)/D, 0, 1): smallest and largest, ppm; */
    uint32_t red_high_ppm; /**< 0 where D is 0 or the place is not assessed */
    uint32_t programmes;   /**< dated programmes with effort here and time in W */
    uint32_t donors;       /**< distinct known donors of those */
    uint32_t funders;      /**< distinct funding organisations of those */
    uint32_t pipeline;     /**< of programmes, by phase at as-of */
    uint32_t running;
    uint32_t past;
    int32_t days_low;  /**< days in W on which programmes run that no one donor is in all */
    int32_t days_high; /**< of: surely, and possibly */
    uint32_t most_programmes_low; /**< most programmes on one day, surely and possibly */
    uint32_t most_programmes_high;
    uint32_t most_donors_low; /**< most known donors on one day, those of one jointly run programme
                                   too; surely and possibly */
    uint32_t most_donors_high;
    double effective_donors; /**< 1/Σ share², shares of the high supply by donor, jointly run
                                  programmes split equally; 0 when no donor is known */
    double concentration;    /**< mean of the daily Σ share² over the days on which a known donor
                                  may give (rates.h), (0, 1]; 0 when there is no such day */
    bool via_region;         /**< some of it through the members of an organisation or region */
    bool guessed;            /**< some capability was tagged from text */
    bool illustrative;
} sel_supply;

/** U, the places whose need is known, within all places with support in W or asked about. Whatever
 *  compares support with need rests on U alone. */
typedef struct sel_universe {
    uint32_t places;   /**< all of them */
    uint32_t known;    /**< in U, those where no help is wanted too */
    uint32_t wanted;   /**< of known: those where some help may be wanted */
    uint64_t need_low; /**< Σ need over U */
    uint64_t need_high;
    uint64_t supply_low; /**< Σ supply over U */
    uint64_t supply_high;
    uint64_t outside_low; /**< Σ supply over all other places */
    uint64_t outside_high;
} sel_universe;

typedef struct sel_supplies {
    const sel_supply *list; /**< ascending (recipient, capability) */
    uint32_t count;
    sel_universe universe;
    uint32_t merged;   /**< records not counted because another record tells the same
                            programme (same, child of a counted parent, chain) */
    uint32_t inactive; /**< other programmes that are suspended or cancelled */
    uint32_t undated;  /**< of the rest: programmes left out because of no usable dates, */
    uint32_t no_place; /**< without any place (no country, region only), */
    uint32_t outside;  /**< dated, with no time in W, */
    uint32_t no_donor; /**< whose funder is not given; a programme may be in several of these */
} sel_supplies;

/** Ordinal need of a severity over a window of days, in effort·days. */
uint64_t sel_supply_need(const sel_model *model, uint8_t severity, int32_t days);

/** Compute into arena. counted[p] is false for records that tell a programme again (see
 *  records.h), one per programme. */
sel_supplies sel_supply_compute(const sel_study *study, const sel_needs *needs, const bool *counted,
                                sel_arena *arena);

/** Supply at a place, or NULL. */
const sel_supply *sel_supply_find(const sel_supplies *supplies, uint32_t recipient,
                                  uint32_t capability);

/** Certain and possible days of a dated programme in [from, to). */
int32_t sel_supply_days_low(const sel_study_programme *programme, sel_day from, sel_day to);
int32_t sel_supply_days_high(const sel_study_programme *programme, sel_day from, sel_day to);

#endif
