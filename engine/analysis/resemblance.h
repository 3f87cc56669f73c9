/** resemblance.h - what speaks for and against two records telling one programme.
 *
 * Findings about traits (dates, amount, parties, places, title …), each with its weight in
 * hundredths of a bit; the sum is the log-odds, and the weights stand in resemblance_weights.h.
 *
 *     sum = -14 bits + Σ findings          probability = 2^sum / (1 + 2^sum)
 *
 * A trait that is not known on both sides says nothing and weighs nothing, and so does a title in
 * another language: only structure, codes and names survive a translation. What few records have
 * says more: an implementer weighs log2((records + 256) / (bearers + 1)) whole bits, at most 8, a
 * donor log2((records + 16) / (bearers + 1)), at most 4; a code or name counts where at most 50
 * titles have it.
 *
 * The sum is symmetric and does not depend on other records but through those frequencies. It is
 * evidence; what is joined and what waits for somebody is decided in lookalike_judge.h. */
#ifndef SEL_ANALYSIS_RESEMBLANCE_H
#define SEL_ANALYSIS_RESEMBLANCE_H

#include "analysis/rarity.h"
#include "analysis/resemblance_weights.h"
#include "analysis/title.h"

/** Days within which two starts, two ends are near (method §4). */
enum { SEL_NEAR_START_DAYS = 62, SEL_NEAR_END_DAYS = 122 };

/** In the order they are told. */
typedef enum sel_trait {
    SEL_TRAIT_PRIOR, /**< that two records of many meet at all */
    SEL_TRAIT_START,
    SEL_TRAIT_END,
    SEL_TRAIT_MONEY,
    SEL_TRAIT_IMPLEMENTER,
    SEL_TRAIT_DONOR,
    SEL_TRAIT_ID,     /**< an identifier of the one is that of the other, or stands in its title */
    SEL_TRAIT_KINDS,  /**< kinds of help */
    SEL_TRAIT_WHOM,   /**< for whom */
    SEL_TRAIT_PLACES, /**< recipients and capabilities */
    SEL_TRAIT_SIGNS,  /**< rare codes, acronyms and names in the titles */
    SEL_TRAIT_TITLE,
    SEL_TRAIT_NUMBERS, /**< numbers in the titles: phases, years */
    SEL_TRAIT_REGISTER,
    SEL_TRAIT_COUNT
} sel_trait;

typedef enum sel_finding_of_pair {
    SEL_FOUND_NOTHING, /**< not known on both sides, or it says nothing */
#define X(finding, trait, weight, word) finding,
    SEL_FINDING_LIST(X)
#undef X
        SEL_FOUND_COUNT
} sel_finding_of_pair;

/** One finding with what it weighs here, in hundredths of a bit. */
typedef struct sel_weighed {
    uint8_t found; /**< sel_finding_of_pair */
    int16_t weight;
} sel_weighed;

typedef struct sel_resemblance {
    sel_weighed traits[SEL_TRAIT_COUNT];
    int32_t sum; /**< of the weights */
} sel_resemblance;

/** What two records of a study say beside their titles. */
sel_resemblance sel_resemblance_of_structure(const sel_rarity *rarity, const sel_study_programme *a,
                                             const sel_study_programme *b);

/** Add what their titles say: at most SEL_WEIGH_TEXT_MOST. */
void sel_resemblance_add_text(const sel_rarity *rarity, const sel_study_programme *a,
                              const sel_study_programme *b, const sel_title *title_a,
                              const sel_title *title_b, sel_resemblance *resemblance);

/** Both, of any two programmes: for explanations. */
sel_resemblance sel_resemblance_of(const sel_study *study, const sel_rarity *rarity, uint32_t a,
                                   uint32_t b);

/** Probability of a sum in ppm, for people; decisions are made with the sum. From 100 to 999 900:
 *  findings that go together make sums larger than they should be, and nothing is sure. */
uint32_t sel_resemblance_ppm(int32_t sum);

/** Word of a finding for machines ("same-day"); empty for SEL_FOUND_NOTHING. */
const char *sel_finding_word(sel_finding_of_pair finding);

/** Word of a trait ("start"). */
const char *sel_trait_word(sel_trait trait);

/** Implementers in common: 1 yes, 0 none although both name some, SEL_UNKNOWN: not known. */
int sel_parties_implement(const sel_study_programme *a, const sel_study_programme *b);

/** Whether the parties exclude each other: donors known on both sides and none in common, and no
 *  implementer in common. */
bool sel_parties_exclude(const sel_study_programme *a, const sel_study_programme *b);

#endif
