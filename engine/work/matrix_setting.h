/** matrix_setting.h - how a decision table is to be ranked: what was asked for, read against the
 * names of the table. Private to work.
 *
 * Names of methods are looked at first (SEL_USAGE ends the reading); everything
 * that has to do with columns becomes issues, whose source is the option
 * ("--cost"), beside those of the files. */
#ifndef SEL_WORK_MATRIX_SETTING_H
#define SEL_WORK_MATRIX_SETTING_H

#include "analysis/aggregation/aggregation.h"
#include "analysis/explanation/move_up.h"
#include "analysis/robustness/weight_region.h"
#include "analysis/weighting/weighting.h"
#include "input/decision_table.h"
#include "input/judgement_table.h"
#include "work/matrix_names.h"
#include "work/rank_matrix.h"

/** What is done about what is not known. */
typedef enum sel_gaps_way {
    SEL_GAPS_INTERVAL,    /**< the middle counts, bounds are told */
    SEL_GAPS_COMMON_LIST, /**< criteria that some ranked alternative lacks do not count */
    SEL_GAPS_IMPUTATION,  /**< as the first, and ranks over many draws */
} sel_gaps_way;

enum { SEL_MATRIX_PARAMETERS_MAX = 32 };

/** A parameter that was given. */
typedef struct sel_matrix_parameter {
    sel_str name;
    const double *values; /**< one per criterion, the same when one was given for all */
} sel_matrix_parameter;

typedef struct sel_matrix_setting {
    sel_decision_table table;
    const sel_str *titles;         /**< of the alternatives, for people; NULL: their names */
    const bool *covered;           /**< per alternative: enough is known of it for words about it
                                        and a neighbour; NULL: of all */
    const bool *cost;              /**< per criterion */
    const sel_aggregation *method; /**< of the order */
    const sel_aggregation *compared[SEL_MATRIX_COMPARED_MAX];
    uint32_t compared_count;
    const sel_normalisation *normalisation; /**< NULL: each method's own */
    const sel_normalisation *units;         /**< in place of an additive method's own, where values
                                                 lie from 0 to 1 already; NULL: they may not */
    const double *goal_low;                 /**< per criterion; NULL: none are stated */
    const double *goal_high;
    const sel_value_range *ranges; /**< per criterion, what a value can become; NULL: move_up.h's */
    sel_matrix_parameter parameters[SEL_MATRIX_PARAMETERS_MAX];
    uint32_t parameter_count;
    const sel_weighting *weighting;
    const char *weighting_input; /**< after the colon, or the weights themselves; NULL: nothing */
    const sel_weight_constraints *constraints; /**< NULL: none */
    sel_wish_texts constraint_texts;           /**< as they were written */
    sel_judgement_table judgements;
    sel_group_rule group;
    const sel_random_index *random_index; /**< NULL: the first */
    sel_gaps_way missing;
    double coverage; /**< share of weight that is known of every ranked alternative */
    uint32_t sets;   /**< of an imputation */
    uint32_t draws;
    uint64_t seed;
} sel_matrix_setting;

/** Names of methods. SEL_USAGE. */
SEL_CHECKED
sel_status sel_matrix_setting_names(const sel_matrix_wish *wish, sel_matrix_setting *setting,
                                    sel_error *err);

/** Costs, goalposts, parameters and constraints, for the table that setting has already. */
void sel_matrix_setting_columns(const sel_matrix_wish *wish, sel_arena *arena,
                                sel_matrix_setting *setting, sel_issues *issues);

/** Constraints on the weights of the columns; those that no weights keep are issues too. */
void sel_matrix_constraints_read(const sel_wish_texts *texts, sel_arena *arena,
                                 sel_matrix_setting *setting, sel_issues *issues);

/** What the weighting method takes besides the table; its faults are issues. */
void sel_matrix_weighting_input(const sel_matrix_setting *setting, sel_arena *arena,
                                sel_weighting_input *input, sel_issues *issues);

/** Numbers with commas between them into arena; those that are none, and when wanted > 0 another
 *  count than one or wanted, are issues and give NULL. */
const double *sel_matrix_numbers(sel_str text, uint32_t wanted, const char *option,
                                 sel_arena *arena, uint32_t *count, sel_issues *issues);

/** The normalisation that values go through for a method. */
const sel_normalisation *sel_matrix_normalisation(const sel_matrix_setting *setting,
                                                  const sel_aggregation *method);

/** Report what was written for an option, as its subject and as what was found. */
void sel_matrix_report(sel_issues *issues, const char *option, const char *code, sel_str found,
                       sel_str suggestion);

/** What sel_aggregate takes from the setting for a method. */
sel_aggregation_options sel_matrix_options(const sel_matrix_setting *setting,
                                           const sel_aggregation *method, const double *weights);

#endif
