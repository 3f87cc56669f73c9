#include "analysis/sensitivity/additive_runs.h"

#include "analysis/aggregation/ranks.h"
#include "analysis/ranking/ranking.h"
#include "analysis/sensitivity/ranking_runs.h"

struct sel_additive_terms {
    double **terms; /* per problem: row i of criterion j at [j × rows + i]; NULL: not additive */
    uint64_t **worlds; /* per problem and criterion: of which values the terms are */
    bool **counted;
    double *scores;
    uint32_t *ranks;
};

static size_t problem_count(const sel_additive_runs *runs)
{
    return (size_t)runs->study->aggregation_count * runs->choices;
}

static size_t place(const sel_additive_runs *runs, const sel_additive_run *run)
{
    return (size_t)run->aggregation * runs->choices + run->choice;
}

sel_status sel_additive_runs_make(const sel_sensitivity_study *study,
                                  const sel_normalisation *const *choices, uint32_t choice_count,
                                  sel_arena *arena, sel_additive_runs *runs, sel_error *err)
{
    *runs = (sel_additive_runs){.study = study, .choices = choice_count > 0 ? choice_count : 1};
    runs->problems = sel_arena_array(arena, problem_count(runs), sizeof(sel_aggregation_problem *));
    sel_status status = SEL_OK;
    for (size_t at = 0; status == SEL_OK && at < problem_count(runs); at++) {
        uint32_t aggregation = (uint32_t)(at / runs->choices);
        const sel_aggregation *method = study->aggregations[aggregation];
        if (method->additive == NULL)
            continue;
        const sel_normalisation *chosen = choice_count > 0 ? choices[at % runs->choices] : NULL;
        sel_aggregation_options options = sel_ranking_runs_options(study, aggregation, chosen);
        runs->problems[at] = sel_arena_array(arena, 1, sizeof **runs->problems);
        status =
            sel_aggregation_problem_make(method, &study->matrix, &options, runs->problems[at], err);
    }
    return status;
}

sel_additive_terms *sel_additive_terms_make(const sel_additive_runs *runs, sel_arena *arena)
{
    size_t problems = problem_count(runs);
    uint32_t rows = runs->study->matrix.rows;
    sel_additive_terms *terms = sel_arena_array(arena, 1, sizeof *terms);
    *terms = (sel_additive_terms){
        .terms = sel_arena_array(arena, problems, sizeof *terms->terms),
        .worlds = sel_arena_array(arena, problems, sizeof *terms->worlds),
        .counted = sel_arena_array(arena, problems, sizeof *terms->counted),
        .scores = sel_arena_array(arena, rows, sizeof *terms->scores),
        .ranks = sel_arena_array(arena, rows, sizeof *terms->ranks),
    };
    for (size_t at = 0; at < problems; at++) {
        if (runs->problems[at] == NULL)
            continue;
        uint32_t criteria = runs->problems[at]->criteria;
        terms->terms[at] = sel_arena_array(arena, (size_t)rows * criteria, sizeof(double));
        terms->worlds[at] = sel_arena_array(arena, criteria, sizeof(uint64_t));
        terms->counted[at] = sel_arena_array(arena, criteria, sizeof(bool));
    }
    return terms;
}

bool sel_additive_runs_take(const sel_additive_runs *runs, const sel_additive_run *run)
{
    return runs->problems[place(runs, run)] != NULL;
}

/* Terms of criterion j of the problem at `at`, unless they are there already. */
static sel_status count_terms(const sel_additive_runs *runs, const sel_additive_run *run, size_t at,
                              uint32_t j, sel_additive_terms *to, sel_arena *scratch,
                              sel_error *err)
{
    const sel_aggregation_problem *problem = runs->problems[at];
    uint32_t criterion = problem->numbers[j] - 1;
    if (to->counted[at][j] && to->worlds[at][j] == run->worlds[criterion])
        return SEL_OK;
    sel_plain_column plain = problem->columns[j];
    plain.values = run->values + (size_t)criterion * plain.rows;
    sel_scaled_column scaled;
    sel_status status = sel_normalise(problem->normalisation, &plain, scratch, &scaled, err);
    if (status == SEL_OK)
        status = runs->study->aggregations[run->aggregation]->terms(
            problem, j, scaled, to->terms[at] + (size_t)j * plain.rows, err);
    to->counted[at][j] = status == SEL_OK;
    to->worlds[at][j] = run->worlds[criterion];
    return status;
}

sel_status sel_additive_runs_rank(const sel_additive_runs *runs, const sel_additive_run *run,
                                  sel_additive_terms *terms, sel_arena *scratch,
                                  const uint32_t **ranks, sel_error *err)
{
    size_t at = place(runs, run);
    const sel_aggregation_problem *problem = runs->problems[at];
    uint32_t rows = problem->rows;
    double *scores = terms->scores;
    memset(scores, 0, rows * sizeof *scores);
    for (uint32_t j = 0; j < problem->criteria; j++) {
        double weight = run->weights[problem->numbers[j] - 1];
        if (!(weight > 0))
            continue;
        sel_status status = count_terms(runs, run, at, j, terms, scratch, err);
        if (status != SEL_OK)
            return status;
        const double *own = terms->terms[at] + (size_t)j * rows;
#pragma omp simd
        for (uint32_t i = 0; i < rows; i++)
            scores[i] += weight * own[i];
    }
    runs->study->aggregations[run->aggregation]->additive->scores(scores, rows);
    sel_ranks_of(scores, rows, 1, terms->ranks);
    *ranks = terms->ranks;
    return SEL_OK;
}
