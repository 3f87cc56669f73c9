/** resemblance_weights.h - what each finding about two records weighs: the one table to edit.
 *
 * Weights are hundredths of a bit of log-odds: +100 doubles the odds that two records tell one
 * programme, -100 halves them (Fellegi & Sunter 1969). They are POLICY, not estimates: they began
 * as those of a prototype that was tried on a made-up register (start or end the same day +7,
 * within a week +3; equal amounts +9, within 12 % +3, else -3; an implementer in common +8, others
 * -2; kinds of help +1.5, for whom +2, others -3; several places alike +4; trigrams above .8 +12,
 * .6 +7, .45 +3, unlike in one language -4; prior -14), and what registers get wrong made them more
 * careful: dates that stand for a year, round amounts, organisations that everybody names, and
 * sister projects of one contract that begin and end together (titles that differ: -5, -10). */
#ifndef SEL_ANALYSIS_RESEMBLANCE_WEIGHTS_H
#define SEL_ANALYSIS_RESEMBLANCE_WEIGHTS_H

/* X(finding, trait, hundredths of a bit, word). Where a weight depends on how rare a thing is, it
 * stands for the most that it can be; see resemblance.h. Words are for machines, "<trait>.<word>"
 * for people. */
#define SEL_FINDING_LIST(X)                                                                        \
    X(SEL_FOUND_PRIOR, SEL_TRAIT_PRIOR, -1400, "meeting")                                          \
    X(SEL_FOUND_START_DAY, SEL_TRAIT_START, 700, "same-day")                                       \
    X(SEL_FOUND_START_WEEK, SEL_TRAIT_START, 300, "week")                                          \
    X(SEL_FOUND_START_MONTH, SEL_TRAIT_START, 300, "month")                                        \
    X(SEL_FOUND_START_YEAR_DAY, SEL_TRAIT_START, 200, "year-day")                                  \
    X(SEL_FOUND_START_YEAR, SEL_TRAIT_START, 100, "year")                                          \
    X(SEL_FOUND_START_NEAR, SEL_TRAIT_START, 0, "near")                                            \
    X(SEL_FOUND_START_FAR, SEL_TRAIT_START, -300, "far")                                           \
    X(SEL_FOUND_END_DAY, SEL_TRAIT_END, 700, "same-day")                                           \
    X(SEL_FOUND_END_WEEK, SEL_TRAIT_END, 300, "week")                                              \
    X(SEL_FOUND_END_MONTH, SEL_TRAIT_END, 300, "month")                                            \
    X(SEL_FOUND_END_YEAR_DAY, SEL_TRAIT_END, 200, "year-day")                                      \
    X(SEL_FOUND_END_YEAR, SEL_TRAIT_END, 100, "year")                                              \
    X(SEL_FOUND_END_NEAR, SEL_TRAIT_END, 100, "near")                                              \
    X(SEL_FOUND_END_FAR, SEL_TRAIT_END, -300, "far")                                               \
    X(SEL_FOUND_MONEY_SAME, SEL_TRAIT_MONEY, 900, "same")                                          \
    X(SEL_FOUND_MONEY_ROUND, SEL_TRAIT_MONEY, 500, "round")                                        \
    X(SEL_FOUND_MONEY_NEAR, SEL_TRAIT_MONEY, 300, "near")                                          \
    X(SEL_FOUND_MONEY_OTHER, SEL_TRAIT_MONEY, -300, "other")                                       \
    X(SEL_FOUND_IMPLEMENTER, SEL_TRAIT_IMPLEMENTER, 800, "common")                                 \
    X(SEL_FOUND_IMPLEMENTER_OTHER, SEL_TRAIT_IMPLEMENTER, -200, "other")                           \
    X(SEL_FOUND_DONOR, SEL_TRAIT_DONOR, 400, "common")                                             \
    X(SEL_FOUND_DONOR_OTHER, SEL_TRAIT_DONOR, -200, "other")                                       \
    X(SEL_FOUND_ID, SEL_TRAIT_ID, 1000, "same")                                                    \
    X(SEL_FOUND_KINDS_SAME, SEL_TRAIT_KINDS, 150, "same")                                          \
    X(SEL_FOUND_KINDS_OTHER, SEL_TRAIT_KINDS, -300, "other")                                       \
    X(SEL_FOUND_WHOM_SAME, SEL_TRAIT_WHOM, 200, "same")                                            \
    X(SEL_FOUND_WHOM_OTHER, SEL_TRAIT_WHOM, -300, "other")                                         \
    X(SEL_FOUND_PLACES_MANY, SEL_TRAIT_PLACES, 400, "many")                                        \
    X(SEL_FOUND_PLACES_SEVERAL, SEL_TRAIT_PLACES, 200, "several")                                  \
    X(SEL_FOUND_PLACES_OTHER, SEL_TRAIT_PLACES, -200, "other")                                     \
    X(SEL_FOUND_SIGNS, SEL_TRAIT_SIGNS, 1000, "common")                                            \
    X(SEL_FOUND_TITLE_SAME, SEL_TRAIT_TITLE, 1200, "same")                                         \
    X(SEL_FOUND_TITLE_ALIKE, SEL_TRAIT_TITLE, 700, "alike")                                        \
    X(SEL_FOUND_TITLE_CUT, SEL_TRAIT_TITLE, 700, "cut")                                            \
    X(SEL_FOUND_TITLE_PARTLY, SEL_TRAIT_TITLE, 300, "partly")                                      \
    X(SEL_FOUND_TITLE_FOREIGN, SEL_TRAIT_TITLE, 0, "foreign")                                      \
    X(SEL_FOUND_TITLE_UNLIKE, SEL_TRAIT_TITLE, -500, "unlike")                                     \
    X(SEL_FOUND_TITLE_OTHER, SEL_TRAIT_TITLE, -1000, "other")                                      \
    X(SEL_FOUND_NUMBERS_SAME, SEL_TRAIT_NUMBERS, 100, "same")                                      \
    X(SEL_FOUND_NUMBERS_ONE, SEL_TRAIT_NUMBERS, -300, "one-sided")                                 \
    X(SEL_FOUND_NUMBERS_OTHER, SEL_TRAIT_NUMBERS, -1000, "other")                                  \
    X(SEL_FOUND_ONE_REGISTER, SEL_TRAIT_REGISTER, -300, "same")

/** Weights of things that depend on how rare they are, and where titles change their name. */
enum {
    SEL_WEIGH_IMPLEMENTER_SPREAD = 256, /**< records not seen: see sel_rarity_bits */
    SEL_WEIGH_DONOR_SPREAD = 16,
    SEL_WEIGH_CODE = 600, /**< a rare code in both titles */
    SEL_WEIGH_NAME = 400, /**< a rare acronym or name */
    SEL_WEIGH_TITLE_SAME_PPM = 800000,
    SEL_WEIGH_TITLE_ALIKE_PPM = 600000,
    SEL_WEIGH_TITLE_PARTLY_PPM = 450000,
    SEL_WEIGH_TITLE_OTHER_PPM = 250000,      /**< below this */
    SEL_WEIGH_TITLE_CUT_PPM = 900000,        /**< of the shorter title's trigrams */
    SEL_WEIGH_TEXT_MOST = 1200 + 1000 + 100, /**< most that titles together can weigh */
};

#endif
