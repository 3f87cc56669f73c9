#include "analysis/aggregation/order_intervals.h"

#include "analysis/ranking/ranking.h"

#include "base/index.h"

#include <float.h>
#include <math.h>

/* Normalised bounds, row by row. */
typedef struct unit_values {
    double *low;
    double *high;
} unit_values;

static bool in_unit(double low, double high)
{
    return low >= 0 && high <= 1;
}

/* A column that is constant only as long as what is not known counts its middle. */
static bool hides_bounds(const sel_scaled_column *scaled, double low, double high)
{
    return low < high && !(scaled->least < scaled->most);
}

/* Bounds of the values of criterion j; false when one leaves [0, 1] or has no scale to be told by.
 * Ranks of values count 0 to 1, whatever the values are. */
static bool take_column(const sel_uncertain_matrix *bounds, const sel_normalisation *normalisation,
                        const sel_scaled_column *scaled, uint32_t j, unit_values *into)
{
    bool cost = bounds->cost != NULL && bounds->cost[j];
    for (uint32_t i = 0; i < bounds->rows; i++) {
        size_t from = (size_t)j * bounds->rows + i;
        size_t at = (size_t)i * bounds->criteria + j;
        double low = bounds->low[from];
        double high = bounds->high[from];
        if (hides_bounds(scaled, low, high))
            return false;
        if (low == high)
            into->low[at] = into->high[at] = sel_scaled(scaled, i);
        else {
            into->low[at] = normalisation->writes ? 0 : sel_scaled_value(scaled, cost ? high : low);
            into->high[at] =
                normalisation->writes ? 1 : sel_scaled_value(scaled, cost ? low : high);
        }
        if (!in_unit(into->low[at], into->high[at]))
            return false;
    }
    return true;
}

static sel_status take_values(const sel_filled_matrix *filled, const sel_aggregation *method,
                              const sel_aggregation_options *options, sel_arena *scratch,
                              unit_values *into, bool *unit, sel_error *err)
{
    const sel_decision_matrix *matrix = &filled->matrix;
    const sel_normalisation *normalisation =
        options->normalisation == NULL ? method->normalisation : options->normalisation;
    sel_status status = SEL_OK;
    *unit = true;
    for (uint32_t j = 0; status == SEL_OK && *unit && j < matrix->criteria; j++) {
        if (!(options->weights[j] > 0))
            continue;
        sel_plain_column plain = {.values = matrix->values + (size_t)j * matrix->rows,
                                  .rows = matrix->rows,
                                  .cost = matrix->cost != NULL && matrix->cost[j],
                                  .goal_low = options->goal_low == NULL ? 0 : options->goal_low[j],
                                  .goal_high =
                                      options->goal_high == NULL ? 0 : options->goal_high[j]};
        sel_scaled_column scaled;
        status = sel_normalise(normalisation, &plain, scratch, &scaled, err);
        if (status == SEL_OK)
            *unit = take_column(&filled->bounds, normalisation, &scaled, j, into);
    }
    return status;
}

/* Room for each alternative and for their order. */
static sel_order_interval *start(uint32_t rows, uint32_t drawn, uint32_t **order, sel_arena *arena,
                                 sel_order_intervals *intervals)
{
    sel_order_interval *of = sel_arena_array(arena, rows, sizeof *of);
    *order = sel_arena_array(arena, rows, sizeof **order);
    *intervals = (sel_order_intervals){.of = of, .order = *order, .drawn = drawn};
    return of;
}

sel_order_intervals sel_order_intervals_of_ranking(const sel_ranking *ranking, sel_arena *arena)
{
    uint32_t *order;
    sel_order_intervals intervals;
    sel_order_interval *of =
        start(ranking->count, ranking->with_intervals, &order, arena, &intervals);
    for (uint32_t place = 0; place < ranking->count; place++)
        order[place] = ranking->order[place].alternative;
    for (uint32_t place = 0; place < ranking->with_intervals; place++) {
        const sel_ranked *ranked = &ranking->order[place];
        of[order[place]] =
            (sel_order_interval){.rank_low = ranked->rank_low,
                                 .rank_median = ranked->rank_median,
                                 .rank_high = ranked->rank_high,
                                 .weights_low = ranked->weights_low,
                                 .weights_high = ranked->weights_high,
                                 .first_three = ranked->first_three,
                                 .beats_next = ranked->beats_next,
                                 .next = place + 1 < ranking->count ? order[place + 1] : SEL_NONE,
                                 .tied_with_next = ranked->tied_with_next};
    }
    intervals.draws = ranking->draws;
    intervals.spread = ranking->spread;
    intervals.concentration = ranking->concentration;
    intervals.source = ranking->concentration == 0 ? SEL_WEIGHTS_FIXED
                       : ranking->sobol            ? SEL_WEIGHTS_SOBOL
                                                   : SEL_WEIGHTS_PSEUDO_RANDOM;
    return intervals;
}

static sel_status draw(const sel_filled_matrix *filled, const unit_values *values,
                       const sel_ranking_options *options, sel_arena *arena,
                       sel_order_intervals *intervals, sel_error *err)
{
    sel_arena *scratch = sel_arena_create();
    sel_alternatives alternatives = {values->low, values->high, filled->matrix.rows,
                                     filled->matrix.criteria};
    sel_ranking ranking;
    sel_status status = sel_ranking_compute(&alternatives, options, scratch, &ranking, err);
    if (status == SEL_OK)
        *intervals = sel_order_intervals_of_ranking(&ranking, arena);
    else if (status == SEL_NUMERIC)
        intervals->lack = SEL_INTERVALS_NOT_DRAWN;
    sel_arena_destroy(scratch);
    return status == SEL_NUMERIC ? SEL_OK : status;
}

/* Draws of the weighted terms; *found is false where normalised values leave [0, 1]. */
static sel_status draw_terms(const sel_aggregation *method, const sel_filled_matrix *filled,
                             const sel_aggregation_options *options, const sel_order_draws *wanted,
                             sel_arena *arena, sel_order_intervals *intervals, bool *found,
                             sel_error *err)
{
    /* The one parameter of an additive method is its floor; without one every value is above 0. */
    double floor = method->parameter_count > 0 && options->parameters[0] != NULL
                       ? options->parameters[0][0]
                       : 0;
    sel_arena *scratch = sel_arena_create();
    size_t cells = (size_t)filled->matrix.rows * filled->matrix.criteria;
    unit_values values = {sel_arena_array(scratch, cells, sizeof(double)),
                          sel_arena_array(scratch, cells, sizeof(double))};
    bool unit = false;
    sel_status status = take_values(filled, method, options, scratch, &values, &unit, err);
    *found = status == SEL_OK && unit && floor < 1;
    if (*found) {
        sel_ranking_options drawn = {.method = method->additive,
                                     .weights = options->weights,
                                     .floor = floor > 0 ? floor : DBL_MIN,
                                     .draws = wanted->draws,
                                     .seed = wanted->seed,
                                     .threads = options->threads};
        status = draw(filled, &values, &drawn, arena, intervals, err);
    }
    sel_arena_destroy(scratch);
    return status;
}

/* With constraints the draws around the stated weights are all weightings that keep them. */
static void keep_acceptability(const sel_acceptability *accepted, bool constrained,
                               sel_arena *arena, sel_order_intervals *intervals)
{
    const sel_acceptability_round *moved = &accepted->weights_and_data;
    const sel_acceptability_round *all =
        constrained ? &accepted->weights : &accepted->all_weightings;
    uint32_t *order;
    sel_order_interval *of = start(accepted->count, accepted->followed, &order, arena, intervals);
    memcpy(order, accepted->order, accepted->count * sizeof *order);
    for (uint32_t place = 0; place < accepted->followed; place++) {
        const sel_acceptance *both = &moved->places[place];
        const sel_acceptance *weights = &accepted->weights.places[place];
        of[order[place]] =
            (sel_order_interval){.rank_low = both->rank_low,
                                 .rank_median = both->rank_median,
                                 .rank_high = both->rank_high,
                                 .weights_low = weights->rank_low,
                                 .weights_high = weights->rank_high,
                                 .first_three = all->places[place].first_three,
                                 .beats_next = both->beats_next,
                                 .next = place + 1 < accepted->count ? order[place + 1] : SEL_NONE,
                                 .tied_with_next = both->tied_with_next};
    }
    intervals->draws = accepted->draws;
    intervals->spread = fmax(moved->spread, all->spread);
    intervals->concentration = accepted->concentration;
    intervals->constrained = constrained;
    intervals->tried = moved->tried;
    intervals->source = moved->source;
}

static sel_status draw_orders(const sel_aggregation *method, const sel_filled_matrix *filled,
                              const sel_aggregation_options *options, const sel_order_draws *wanted,
                              sel_arena *arena, sel_order_intervals *intervals, sel_error *err)
{
    bool constrained = wanted->constraints != NULL;
    bool adds_up = constrained && method->additive != NULL;
    if (filled->matrix.rows > SEL_INTERVALS_AGGREGATED && !adds_up) {
        intervals->lack = SEL_INTERVALS_TOO_MANY;
        return SEL_OK;
    }
    sel_arena *scratch = sel_arena_create();
    const sel_acceptability_options drawn = {.method = method,
                                             .aggregation = *options,
                                             .constraints = wanted->constraints,
                                             .draws = wanted->draws,
                                             .seed = wanted->seed,
                                             .around_only = constrained};
    sel_acceptability accepted;
    sel_status status = sel_acceptability_compute(&filled->bounds, &drawn, scratch, &accepted, err);
    if (status == SEL_OK)
        keep_acceptability(&accepted, constrained, arena, intervals);
    else if (status == SEL_NUMERIC)
        intervals->lack = SEL_INTERVALS_NOT_DRAWN;
    else if (status == SEL_BAD_INPUT)
        intervals->lack = SEL_INTERVALS_REFUSED; /* the order itself was not */
    else if (status == SEL_UNSUPPORTED)
        intervals->lack = SEL_INTERVALS_TOO_NARROW;
    sel_arena_destroy(scratch);
    return intervals->lack == SEL_INTERVALS_FOUND ? status : SEL_OK;
}

sel_status sel_order_intervals_of(const sel_aggregation *method, const sel_filled_matrix *filled,
                                  const sel_aggregation_options *options,
                                  const sel_order_draws *wanted, sel_arena *arena,
                                  sel_order_intervals *intervals, sel_error *err)
{
    sel_status status = SEL_OK;
    bool found = false;
    *intervals = (sel_order_intervals){.lack = SEL_INTERVALS_FOUND};
    if (wanted->constraints != NULL)
        status = sel_weight_constraints_check(wanted->constraints, options->weights,
                                              filled->matrix.criteria, NULL, err);
    else if (method->additive != NULL)
        status = draw_terms(method, filled, options, wanted, arena, intervals, &found, err);
    if (status == SEL_OK && !found)
        status = draw_orders(method, filled, options, wanted, arena, intervals, err);
    return status;
}
