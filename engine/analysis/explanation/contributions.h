/** contributions.h - what each criterion gives to the score of one alternative, for any method.
 *
 * Contributions are told against a baseline (shapley.h) and sum to the difference
 * between the score and that of the baseline, within rounding. What a criterion
 * gives depends on the kind, which is part of every result:
 *
 *     parts          weighted sum: weight × (term − term of the baseline), exact
 *     log parts      weighted product: the same of the logarithm of the score, so
 *                    that exp(contribution) is the factor a criterion brings
 *     Shapley        every other method: shapley.h
 *
 * Terms of the baseline are on the scale of the table: it scores what one more
 * alternative with its values would. Only where one more would move the scale
 * (normalised by vector, sum, z-score or rank) is the alternative given the
 * baseline's values and the table normalised anew, as for Shapley values.
 *
 * The absolute parts of additive scores, which sum to the score itself, are those
 * of the ranking (sel_ranked.contributions). */
#ifndef SEL_ANALYSIS_CONTRIBUTIONS_H
#define SEL_ANALYSIS_CONTRIBUTIONS_H

#include "analysis/explanation/shapley.h"

typedef enum sel_contribution_kind {
    SEL_CONTRIBUTION_PARTS,
    SEL_CONTRIBUTION_LOG_PARTS,
    SEL_CONTRIBUTION_SHAPLEY,
} sel_contribution_kind;

/** Stable name of a kind: "parts", "log-parts", "shapley". */
const char *sel_contribution_kind_name(sel_contribution_kind kind);

/** Kind that sel_contributions_of gives for a method. */
sel_contribution_kind sel_contribution_kind_of(const sel_aggregation *method);

typedef struct sel_contributions {
    sel_contribution_kind kind;
    sel_shapley of; /**< for parts of the logarithm values sum to ln(score / baseline_score) */
} sel_contributions;

/** Contributions for a row of the matrix. Additive methods take any number of players; otherwise as
 * sel_shapley_of, errors too. SEL_NUMERIC when a product is so small that it has no logarithm. */
SEL_CHECKED
sel_status sel_contributions_of(const sel_scoring *scoring, uint32_t row,
                                const sel_shapley_options *options, sel_arena *arena,
                                sel_contributions *result, sel_error *err);

#endif
