/* Constraints on weights, from a model. */
#include "work/constraint_faults.h"
#include "work/model_methods.h"

static uint32_t number_of(const sel_model *model, sel_str id)
{
    uint32_t j = 0;
    while (j < model->criterion_count && !sel_str_equal(model->criteria[j].id, id))
        j++;
    return j;
}

/* Constraints, and the row of the model that each order comes from. */
typedef struct numbered {
    sel_weight_constraints of;
    sel_weight_order *orders;
    uint32_t *rows;
    double *low;
    double *high;
} numbered;

static void take_row(const sel_model *model, uint32_t row, numbered *into)
{
    const sel_model_constraint *at = &model->constraints[row];
    uint32_t more = number_of(model, at->principle);
    uint32_t less = number_of(model, at->at_least);
    if (at->principle.len == 0 || more == model->criterion_count)
        return;
    if (at->at_least.len == 0 && at->from <= at->to) {
        into->low[more] = at->from;
        into->high[more] = at->to;
    } else if (less < model->criterion_count && less != more) {
        into->rows[into->of.order_count] = row;
        into->orders[into->of.order_count++] = (sel_weight_order){more, less};
    }
}

static numbered number(const sel_model *model, sel_arena *arena)
{
    numbered all = {
        .orders = sel_arena_array(arena, model->constraint_count, sizeof *all.orders),
        .rows = sel_arena_array(arena, model->constraint_count, sizeof *all.rows),
        .low = sel_arena_array(arena, model->criterion_count, sizeof *all.low),
        .high = sel_arena_array(arena, model->criterion_count, sizeof *all.high),
    };
    for (uint32_t j = 0; j < model->criterion_count; j++)
        all.high[j] = 1;
    for (uint32_t row = 0; row < model->constraint_count; row++)
        take_row(model, row, &all);
    all.of.orders = all.orders;
    all.of.low = all.low;
    all.of.high = all.high;
    return all;
}

const sel_weight_constraints *sel_model_constraints_of(const sel_model *model, sel_arena *arena)
{
    if (model->constraint_count == 0)
        return NULL;
    sel_weight_constraints *found = sel_arena_array(arena, 1, sizeof *found);
    *found = number(model, arena).of;
    return found;
}

/* The row that a fault is about: bounds of its criterion, else an order with it, else the first
 * that names a principle. */
static uint32_t row_of(const sel_model *model, const numbered *all, const sel_region_fault *fault)
{
    if (fault->kind == SEL_REGION_CIRCLE || fault->kind == SEL_REGION_ORDER_BROKEN)
        return all->rows[fault->order];
    bool of_one = fault->kind == SEL_REGION_CROSSED || fault->kind == SEL_REGION_BOUND_BROKEN;
    sel_str id = model->criteria[fault->criterion].id;
    uint32_t found = 0;
    for (uint32_t row = model->constraint_count; row-- > 0;) {
        const sel_model_constraint *at = &model->constraints[row];
        if (at->principle.len > 0 &&
            (!of_one || sel_str_equal(at->at_least, id) || sel_str_equal(at->principle, id)))
            found = row;
    }
    for (uint32_t row = 0; of_one && row < model->constraint_count; row++)
        if (sel_str_equal(model->constraints[row].principle, id) &&
            model->constraints[row].at_least.len == 0)
            return row;
    return found;
}

void sel_model_check_constraints(const sel_yaml_reading *reading, const sel_model *model,
                                 const double *weights)
{
    if (model->constraint_count == 0 || model->criterion_count == 0)
        return;
    const numbered all = number(model, reading->arena);
    sel_region_fault fault;
    if (sel_weight_constraints_check(&all.of, weights, model->criterion_count, &fault, NULL) ==
        SEL_OK)
        return;
    sel_str names[SEL_CRITERIA_MAX];
    for (uint32_t j = 0; j < model->criterion_count; j++)
        names[j] = model->criteria[j].id;
    sel_issue issue = sel_constraint_issue(&fault, &all.of, names, weights, reading->arena);
    const sel_model_constraint *at = &model->constraints[row_of(model, &all, &fault)];
    issue.subject = SEL_STR("constraints");
    issue.found = at->principle;
    sel_yaml_report(reading, &at->principle, issue);
}
