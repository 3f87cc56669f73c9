/** two_keys.h - what counts when donor and recipient are both asked the same thing.
 *
 * A claim about ownership or conditions counts fully only when both sides
 * agree. Each key is what one side's answer is worth, 1 when the principle is
 * honoured; how the two become one verdict depends on what is asked. */
#ifndef SEL_ANALYSIS_PRINCIPLE_TWO_KEYS_H
#define SEL_ANALYSIS_PRINCIPLE_TWO_KEYS_H

#include <stdbool.h>

/** One side's answer. */
typedef struct sel_key {
    bool turned;  /**< the side has answered */
    double value; /**< [0, 1], 1: the principle is honoured */
} sel_key;

/** Who has answered; bits. */
typedef enum sel_keys {
    SEL_KEYS_NONE = 0,
    SEL_KEYS_DONOR = 1,
    SEL_KEYS_RECIPIENT = 2,
    SEL_KEYS_BOTH = 3,
} sel_keys;

/** What follows for one programme. */
typedef struct sel_verdict {
    bool known;
    double value; /**< [0, 1] when known */
    double low;   /**< what is possible; [0, 1] when nothing is known */
    double high;
    sel_keys keys;
    bool wants_two; /**< the rule asks for both keys: one alone weighs on reliability */
    double gap;     /**< |donor − recipient| when both have answered, else 0 */
} sel_verdict;

/** Nothing is known. */
sel_verdict sel_verdict_unknown(void);

/** A fact that needs no keys. */
sel_verdict sel_verdict_of(double value);

/** The answer of one side, and the less favourable one when several of its records answer. */
sel_key sel_key_least(sel_key a, sel_key b);

/** Ownership: both: the less favourable; recipient alone: its answer, possibly as low as 0; donor
 *  alone: not known. */
sel_verdict sel_keys_owned(sel_key donor, sel_key recipient);

/** Harm (0: there is harm, 1: there is none): both agreed: the answer. Harm claimed by one side
 *  alone or against the other: contested, .5 between 0 and 1. No harm said by the recipient alone:
 *  1, possibly 0. No harm said by the donor alone: not known. */
sel_verdict sel_keys_harm(sel_key donor, sel_key recipient);

/** Taking part and asking: both: the less favourable; recipient alone: its answer; donor alone:
 *  its answer, possibly as low as 0. */
sel_verdict sel_keys_confirmed(sel_key donor, sel_key recipient);

/** A rule that its maker can state with authority (tied buying): both: the less favourable; either
 *  alone: its answer. Does not want two keys. */
sel_verdict sel_keys_declared(sel_key donor, sel_key recipient);

#endif
