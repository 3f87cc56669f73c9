#include "work/field_values.h"

size_t sel_field_cells(const sel_field_values *of)
{
    return (size_t)of->chosen->count * of->model->criterion_count;
}

static sel_uncertain_matrix bounded(const sel_field_values *of, const double *low,
                                    const double *high, const bool *cost)
{
    return (sel_uncertain_matrix){.low = low,
                                  .high = high,
                                  .rows = of->chosen->count,
                                  .criteria = of->model->criterion_count,
                                  .cost = cost};
}

static void take_criteria(sel_field_values *of)
{
    uint32_t criteria = of->model->criterion_count;
    of->cost = sel_arena_array(of->arena, criteria, sizeof *of->cost);
    of->goal_low = sel_arena_array(of->arena, criteria, sizeof *of->goal_low);
    of->goal_high = sel_arena_array(of->arena, criteria, sizeof *of->goal_high);
    for (uint32_t j = 0; j < criteria; j++) {
        const sel_criterion *at = &of->model->criteria[j];
        of->cost[j] = sel_str_is(at->direction, SEL_COST);
        of->goal_low[j] = at->goalposts[0];
        of->goal_high[j] = at->goalposts[1];
    }
}

/* Row by row, as a field has them, to column by column. */
static double *turned(const sel_field_values *of, const double *values)
{
    uint32_t criteria = of->model->criterion_count;
    double *columns = sel_arena_array(of->arena, sel_field_cells(of), sizeof *columns);
    for (uint32_t j = 0; j < criteria; j++)
        for (uint32_t i = 0; i < of->chosen->count; i++)
            columns[(size_t)j * of->chosen->count + i] = values[(size_t)i * criteria + j];
    return columns;
}

static double between_posts(double value, double low, double high)
{
    double scaled = (value - low) / (high - low);
    return scaled < 0 ? 0 : scaled > 1 ? 1 : scaled;
}

/* Values between goalposts of 0 and 1 are what they were, to the last bit. */
static sel_uncertain_matrix between_goalposts(const sel_field_values *of)
{
    double *low = sel_arena_array(of->arena, sel_field_cells(of), sizeof *low);
    double *high = sel_arena_array(of->arena, sel_field_cells(of), sizeof *high);
    for (size_t at = 0; at < sel_field_cells(of); at++) {
        size_t j = at / of->chosen->count;
        double worst = between_posts(of->plain.low[at], of->goal_low[j], of->goal_high[j]);
        double best = between_posts(of->plain.high[at], of->goal_low[j], of->goal_high[j]);
        low[at] = of->cost[j] ? 1 - best : worst;
        high[at] = of->cost[j] ? 1 - worst : best;
    }
    return bounded(of, low, high, NULL);
}

sel_field_values sel_field_values_of(const sel_model *model, const sel_field *chosen,
                                     sel_arena *arena)
{
    sel_field_values of = {.model = model,
                           .chosen = chosen,
                           .methods = sel_model_methods_of(model),
                           .in_units = sel_model_in_units(model),
                           .constraints = sel_model_constraints_of(model, arena),
                           .arena = arena};
    take_criteria(&of);
    of.plain = bounded(&of, turned(&of, chosen->low), turned(&of, chosen->high), of.cost);
    of.units = of.methods.normalisation->goalposts
                   ? between_goalposts(&of)
                   : bounded(&of, of.plain.low, of.plain.high, NULL);
    return of;
}

/* What a value counts that is known only to lie between bounds: where terms add up, the value whose
 * term is the mean of all terms between; else the middle. */
static double counted(const sel_field_values *of, const sel_ranking_method *terms, double low,
                      double high)
{
    if (low == high)
        return low;
    if (terms == NULL)
        return (low + high) / 2;
    double value = terms->expected(low, high, of->model->floor);
    terms->scores(&value, 1);
    return value < low ? low : value > high ? high : value;
}

bool sel_field_adds_up(const sel_field_values *of, const sel_aggregation *method)
{
    return method != NULL && method->additive != NULL && of->in_units;
}

sel_filled_matrix sel_field_table(const sel_field_values *of, const sel_aggregation *method)
{
    bool additive = sel_field_adds_up(of, method);
    sel_filled_matrix table = {.bounds = additive ? of->units : of->plain};
    double *values = sel_arena_array(of->arena, sel_field_cells(of), sizeof *values);
    for (size_t at = 0; at < sel_field_cells(of); at++)
        values[at] = counted(of, additive ? method->additive : NULL, table.bounds.low[at],
                             table.bounds.high[at]);
    table.matrix = (sel_decision_matrix){.values = values,
                                         .rows = table.bounds.rows,
                                         .criteria = table.bounds.criteria,
                                         .cost = table.bounds.cost};
    return table;
}
