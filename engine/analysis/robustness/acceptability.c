#include "analysis/robustness/acceptability.h"

#include "analysis/aggregation/problem.h"
#include "analysis/ranking/ranking.h"
#include "analysis/robustness/acceptability_study.h"
#include "analysis/robustness/beta_quantile.h"
#include "analysis/robustness/region_draws.h"
#include "analysis/robustness/weight_draws.h"

#include <omp.h>
#include <stdlib.h>

/* Where the weightings of a family come from; its shares stand in two rounds. */
typedef struct origin {
    double *weights; /* N × criteria that have weight */
    uint64_t tried;
    sel_weight_source source;
} origin;

static sel_status check_options(const sel_acceptability_options *options, sel_error *err)
{
    if (!(options->concentration >= 0 && options->concentration <= SEL_CONCENTRATION_MOST))
        return sel_fail(err, SEL_BAD_INPUT, "concentration %g is not between 0 and %d",
                        options->concentration, SEL_CONCENTRATION_MOST);
    bool power_of_two = (options->draws & (options->draws - 1)) == 0;
    if (options->draws < SEL_DRAWS_LEAST || options->draws > SEL_DRAWS_MOST || !power_of_two)
        return sel_fail(err, SEL_BAD_INPUT, "%u draws are not a power of two from %d to %d",
                        options->draws, SEL_DRAWS_LEAST, SEL_DRAWS_MOST);
    if (options->seed == 0)
        return sel_fail(err, SEL_BAD_INPUT, "seed 0 is not used: it is easily left unset");
    return SEL_OK;
}

/* An alternative on its way into the order. */
typedef struct standing {
    uint64_t key;
    uint32_t rank;
    uint32_t row;
} standing;

static int by_standing(const void *a, const void *b)
{
    const standing *x = a;
    const standing *y = b;
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

static const uint32_t *find_order(const sel_uncertain_matrix *matrix, const uint32_t *ranks,
                                  sel_arena *arena)
{
    uint32_t *order = sel_arena_array(arena, matrix->rows, sizeof *order);
    standing *list = sel_memory_resize(NULL, matrix->rows, sizeof *list);
    for (uint32_t i = 0; i < matrix->rows; i++)
        list[i] = (standing){matrix->keys == NULL ? i : matrix->keys[i], ranks[i], i};
    qsort(list, matrix->rows, sizeof *list, by_standing);
    for (uint32_t i = 0; i < matrix->rows; i++)
        order[i] = list[i].row;
    sel_memory_resize(list, 0, 0);
    return order;
}

/* The order that is to be tried, and how much of it. */
static sel_status begin(const sel_draw_source *source, sel_arena *arena, sel_acceptability *result,
                        sel_error *err)
{
    const sel_uncertain_matrix *matrix = source->matrix;
    const sel_acceptability_options *options = source->options;
    const sel_decision_matrix middle = {source->middle, matrix->rows, matrix->criteria,
                                        matrix->cost};
    sel_status status = sel_aggregate(options->method, &middle, &options->aggregation, arena,
                                      &result->outcome, err);
    if (status != SEL_OK)
        return status;
    uint32_t count = matrix->rows;
    result->order = find_order(matrix, result->outcome.ranks, arena);
    result->count = count;
    uint64_t work = (uint64_t)count * sel_draw_work(source);
    result->draws =
        sel_ranking_draws(options->draws, work < UINT32_MAX ? (uint32_t)work : UINT32_MAX);
    result->pairs = count <= SEL_ACCEPTABILITY_FULL;
    result->ranks_kept = result->pairs ? count : SEL_ACCEPTABILITY_RANKS;
    result->followed = count > SEL_ALTERNATIVES_FULL ? SEL_INTERVAL_PLACES : count;
    return SEL_OK;
}

/* Constraints on the criteria that have weight only, in arena; a comparison with one that has none
 * holds or not whatever the others weigh. */
static sel_weight_constraints narrow_constraints(const sel_weight_constraints *all,
                                                 const sel_aggregation_problem *problem,
                                                 sel_arena *arena)
{
    uint32_t place[SEL_CRITERIA_MAX];
    memset(place, 0xFF, sizeof place);
    double *low = sel_arena_array(arena, problem->criteria, sizeof *low);
    double *high = sel_arena_array(arena, problem->criteria, sizeof *high);
    for (uint32_t j = 0; j < problem->criteria; j++) {
        uint32_t number = problem->numbers[j] - 1;
        place[number] = j;
        low[j] = all->low == NULL ? 0 : all->low[number];
        high[j] = all->high == NULL ? 1 : all->high[number];
    }
    sel_weight_order *orders = sel_arena_array(arena, all->order_count, sizeof *orders);
    uint32_t count = 0;
    for (uint32_t i = 0; i < all->order_count; i++) {
        sel_weight_order order = {place[all->orders[i].more], place[all->orders[i].less]};
        if (order.more != UINT32_MAX && order.less != UINT32_MAX)
            orders[count++] = order;
    }
    return (sel_weight_constraints){orders, count, low, high};
}

static sel_status draw_region(const sel_draw_source *source, uint32_t *draws, int threads,
                              origin *of, sel_error *err)
{
    sel_arena *scratch = sel_arena_create();
    const sel_weight_constraints constraints =
        narrow_constraints(source->options->constraints, &source->problem, scratch);
    sel_weight_region region;
    sel_region_drawn drawn = {0};
    sel_status status =
        sel_weight_region_make(&constraints, source->problem.criteria, &region, err);
    if (status == SEL_OK)
        status = sel_region_draws_make(
            &(sel_region_design){&region, *draws, source->options->seed, threads}, of->weights,
            &drawn, err);
    sel_arena_destroy(scratch);
    *draws = drawn.draws;
    of->tried = drawn.tried;
    of->source = drawn.source;
    return status;
}

/* Dirichlet(κ·w̄), or Dirichlet(1) when κ is 0. */
static sel_status draw_dirichlet(const sel_draw_source *source, double concentration,
                                 uint32_t draws, int threads, origin *of, sel_error *err)
{
    const sel_aggregation_problem *problem = &source->problem;
    double alpha[SEL_CRITERIA_MAX];
    for (uint32_t j = 0; j < problem->criteria; j++) {
        alpha[j] = concentration > 0 ? concentration * problem->weights[j] : 1;
        if (alpha[j] < SEL_BETA_LEAST)
            return sel_fail(err, SEL_NUMERIC,
                            "weight %g of criterion %u is too small to be moved: leave "
                            "the criterion out or give it more",
                            problem->weights[j], problem->numbers[j]);
    }
    of->tried = draws;
    of->source = problem->criteria == 1                      ? SEL_WEIGHTS_FIXED
                 : sel_weight_draws_sobol(problem->criteria) ? SEL_WEIGHTS_SOBOL
                                                             : SEL_WEIGHTS_PSEUDO_RANDOM;
    return sel_weight_draws_make(&(sel_weight_design){.alpha = alpha,
                                                      .criteria = problem->criteria,
                                                      .draws = draws,
                                                      .seed = source->options->seed,
                                                      .threads = threads},
                                 of->weights, err);
}

/* Around the stated weights, and all there are. */
static uint32_t families_of(const sel_draw_source *source)
{
    return source->options->around_only ? 1 : 2;
}

/* Weightings of each family. A random walk may lower N for both. */
static sel_status draw_weights(const sel_draw_source *source, int threads, sel_arena *scratch,
                               origin *origins, sel_acceptability *result, sel_error *err)
{
    uint32_t criteria = source->problem.criteria;
    for (uint32_t f = 0; f < families_of(source); f++)
        origins[f].weights =
            sel_arena_array(scratch, (size_t)result->draws * criteria, sizeof *origins[f].weights);
    sel_status status = SEL_OK;
    if (source->options->constraints != NULL)
        /* With all criteria: what is wrong is told by their numbers as they were stated. */
        status = sel_weight_constraints_check(source->options->constraints,
                                              source->options->aggregation.weights,
                                              source->matrix->criteria, NULL, err);
    if (status == SEL_OK && source->options->constraints != NULL && criteria > 1) {
        status = draw_region(source, &result->draws, threads, &origins[0], err);
    } else if (status == SEL_OK) {
        double stated = source->options->concentration;
        result->concentration = criteria == 1 ? 0 : stated > 0 ? stated : 16.0 * (criteria - 1) - 1;
        status =
            draw_dirichlet(source, result->concentration, result->draws, threads, &origins[0], err);
    }
    if (status == SEL_OK && families_of(source) > 1)
        status = draw_dirichlet(source, 0, result->draws, threads, &origins[1], err);
    return status;
}

/* Ranked alternatives from which on other threads help. */
enum { WORK_SHARED = 1 << 16 };

/* Draws are shared among threads even where one aggregation is too small for that. */
static int threads_for(const sel_draw_source *source, uint32_t draws)
{
    int wanted = source->options->aggregation.threads;
    uint64_t work = (uint64_t)draws * source->problem.rows * sel_draw_work(source);
    if (work < WORK_SHARED)
        return 1;
    return wanted > 0 ? wanted : omp_get_max_threads();
}

static sel_status fill_round(const sel_acceptability_study *study, const sel_rank_counts *counts,
                             const origin *of, bool moved, sel_arena *arena,
                             sel_acceptability_round *into, sel_error *err)
{
    sel_acceptance *places = sel_arena_array(arena, study->extent.followed, sizeof *places);
    *into = (sel_acceptability_round){.places = places,
                                      .draws = study->extent.draws,
                                      .tried = of->tried,
                                      .source = of->source,
                                      .data_moved = moved};
    for (uint32_t place = 0; place < study->extent.followed; place++)
        sel_rank_counts_fill(counts, place, arena, &places[place], &into->spread);
    return sel_acceptability_study_confidence(study, moved, counts, arena, places,
                                              &into->confidence_draws, err);
}

/* One pass over all draws for `count` families from `first` on. */
static sel_status run_rounds(const sel_acceptability_study *study, bool moved,
                             const origin *origins, uint32_t count, sel_arena *arena,
                             sel_acceptability_round *const *into, sel_error *err)
{
    sel_arena *scratch = sel_arena_create();
    sel_acceptability_study_family families[2];
    for (uint32_t f = 0; f < count; f++)
        families[f] = (sel_acceptability_study_family){
            origins[f].weights, sel_rank_counts_start(&study->extent, scratch)};
    sel_status status = sel_acceptability_study_run(study, moved, families, count, err);
    for (uint32_t f = 0; status == SEL_OK && f < count; f++)
        status = fill_round(study, &families[f].counts, &origins[f], moved, arena, into[f], err);
    sel_arena_destroy(scratch);
    return status;
}

/* With known values one family after the other, which takes half of the memory; moved values are
 * made once for both. */
static sel_status run_all(const sel_acceptability_study *study, const origin *origins,
                          sel_arena *arena, sel_acceptability *result, sel_error *err)
{
    sel_acceptability_round *const known[] = {&result->weights, &result->all_weightings};
    sel_acceptability_round *const moved[] = {&result->weights_and_data,
                                              &result->all_weightings_and_data};
    uint32_t count = families_of(study->source);
    sel_status status = SEL_OK;
    for (uint32_t f = 0; status == SEL_OK && f < count; f++)
        status = run_rounds(study, false, &origins[f], 1, arena, &known[f], err);
    for (uint32_t f = 0; status == SEL_OK && f < count; f++)
        *moved[f] = *known[f];
    if (status == SEL_OK && sel_draw_moves(study->source))
        status = run_rounds(study, true, origins, count, arena, moved, err);
    return status;
}

sel_status sel_acceptability_compute(const sel_uncertain_matrix *matrix,
                                     const sel_acceptability_options *options, sel_arena *arena,
                                     sel_acceptability *result, sel_error *err)
{
    sel_status status = check_options(options, err);
    if (status != SEL_OK)
        return status;
    sel_arena *scratch = sel_arena_create();
    sel_draw_source source;
    sel_acceptability found = {0};
    origin origins[2];
    status = sel_draw_source_make(matrix, options, scratch, &source, err);
    if (status == SEL_OK)
        status = begin(&source, arena, &found, err);
    int threads = status == SEL_OK ? threads_for(&source, found.draws) : 1;
    if (status == SEL_OK)
        status = draw_weights(&source, threads, scratch, origins, &found, err);
    if (status == SEL_OK) {
        sel_acceptability_study study = {.source = &source,
                                         .order = found.order,
                                         .extent = {found.draws, found.count, found.followed,
                                                    found.ranks_kept, source.problem.criteria,
                                                    found.pairs}};
        sel_acceptability_study_prepare(&study, threads, scratch);
        status = run_all(&study, origins, arena, &found, err);
        sel_acceptability_study_finish(&study);
    }
    sel_arena_destroy(scratch);
    if (status == SEL_OK)
        *result = found;
    return status;
}
