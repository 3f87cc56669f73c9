/** policy.h - the constants of the indicators that are a choice, not arithmetic.
 *
 * One row per constant, for the model file (section `constants`), for what is
 * printed with a value and for the indicators that read it. What is a constant
 * and what is not: decisions/0038. */
#ifndef SEL_DOMAIN_POLICY_H
#define SEL_DOMAIN_POLICY_H

#include <stdbool.h>
#include <stdint.h>

/** X(name, id, indicators it is read by, usual value, least, most, whole number). */
#define SEL_POLICY_LIST(X)                                                                         \
    X(A2_DONORS_DOCUMENT, "a2.donors-document", "a2", .5, 0, 1, false)                             \
    X(A4_CAPABILITIES, "a4.capabilities", "a4", 5, 2, 100, true)                                   \
    X(A4_RECIPIENTS, "a4.recipients", "a4", 5, 1, 100, true)                                       \
    X(A5_DAYS, "a5.days", "a5", 365, 1, 3660, true)                                                \
    X(A5_REQUESTS, "a5.requests", "a5", 10, 1, 1000, true)                                         \
    X(A6_ITEMS, "a6.items", "a6", 3, 1, 5, true)                                                   \
    X(A7_MEMBERS, "a7.members", "a7", 5, 1, 100, true)                                             \
    X(A8_SUB_REGION, "a8.sub-region", "a8", .5, 0, 1, false)                                       \
    X(B2_FEW_DONORS, "b2.few-donors", "b2", 2, 1, 100, false)                                      \
    X(B2_MANY_DONORS, "b2.many-donors", "b2", 6, 1, 100, false)                                    \
    X(B2_ONE_DONOR, "b2.one-donor", "b2", 1.2, 1, 10, false)                                       \
    X(B2_ONE_DONOR_SHARE, "b2.one-donor-share", "b2", .5, 0, 1, false)                             \
    X(B3_RECIPIENTS, "b3.recipients", "b3", 5, 1, 100, true)                                       \
    X(B3_DONORS, "b3.donors", "b3", 3, 1, 100, true)                                               \
    X(B3_RELATIONS, "b3.relations", "b3", 5, 1, 100, true)                                         \
    X(B6_ORPHAN_SEVERITY, "b6.orphan-severity", "b6", 3, 1, 5, true)                               \
    X(B6_ORPHAN_COVERAGE, "b6.orphan-coverage", "b6", .25, 0, 100, false)                          \
    X(B6_CROWDED_COVERAGE, "b6.crowded-coverage", "b6", 2, 0, 100, false)                          \
    X(B6_CROWDED_DONORS, "b6.crowded-donors", "b6", 3, 1, 100, false)                              \
    X(C1_RECIPIENTS, "c1.recipients", "c1", 5, 1, 100, true)                                       \
    X(C2_STATES, "c2.states", "c2", 5, 1, 100, true)                                               \
    X(C2_MONTHS, "c2.months", "c2", 36, 1, 600, true)                                              \
    X(C3_REQUESTS, "c3.requests", "c3", 10, 1, 1000, true)                                         \
    X(C3_STRATA, "c3.strata", "c3", 2, 1, 36, true)                                                \
    X(C3_CHANCE, "c3.chance", "c3", .05, 0, 1, false)                                              \
    X(C4_PARTIALLY_TIED, "c4.partially-tied", "c4", .5, 0, 1, false)                               \
    X(HARM_PROGRAMMES, "harm.programmes", "c5 c6", 5, 1, 100, true)                                \
    X(HARM_RECIPIENTS, "harm.recipients", "c5 c6", 3, 1, SEL_HARM_RECIPIENTS_MOST, true)           \
    X(C6_MONTHS, "c6.months", "c6", 36, 1, 600, true)                                              \
    X(C7_ITEMS, "c7.items", "c7", 2, 1, 3, true)                                                   \
    X(D3_EFFORT_PERCENT, "d3.effort-percent", "d3", 20, 1, 100, true)                              \
    X(D5_ITEMS, "d5.items", "d5", 2, 1, 4, true)                                                   \
    X(D6_MONTHS, "d6.months", "d6", 12, 1, 600, true)

enum { SEL_HARM_RECIPIENTS_MOST = 20 };

typedef enum sel_policy {
#define X(name, id, indicators, usual, least, most, whole) SEL_POLICY_##name,
    SEL_POLICY_LIST(X)
#undef X
        SEL_POLICIES
} sel_policy;

typedef struct sel_policy_row {
    const char *id;         /**< "b2.few-donors" */
    const char *word;       /**< word id of what it is: "constant.b2.few-donors" */
    const char *indicators; /**< those that read it, separated by a space: "c5 c6" */
    double usual;           /**< where a model does not say */
    double least;
    double most;
    bool whole;
} sel_policy_row;

/** What one model says. */
typedef struct sel_policies {
    double values[SEL_POLICIES]; /**< least <= value <= most; whole where the row is */
    bool given[SEL_POLICIES];    /**< the model says it; else it is the usual one */
} sel_policies;

const sel_policy_row *sel_policy_of(sel_policy policy);

/** The usual value of each; none is given. */
sel_policies sel_policies_usual(void);

/** Whether an indicator ("c5") reads it. */
bool sel_policy_is_of(sel_policy policy, const char *indicator);

/** The constant nearest to value that a model may have: rounded where whole, halves away from
 *  nought, and kept within least and most. */
double sel_policy_fit(sel_policy policy, double value);

#endif
