/* What a model file leaves out, and weights in any scale. */
#include "input/model_parts.h"

void sel_model_settle_weights(const sel_yaml_reading *reading, sel_model *model)
{
    double total = 0;
    for (uint32_t i = 0; i < model->criterion_count; i++)
        total += model->criteria[i].weight;
    if (!(total > 0)) {
        sel_yaml_report(
            reading, &model->criteria[0].weight,
            (sel_issue){.code = "E_MODEL_WEIGHTS", .subject = SEL_STR("principles.weight")});
        return;
    }
    for (uint32_t i = 0; i < model->criterion_count; i++) {
        sel_criterion *criterion = &model->criteria[i];
        if (criterion->weight == 0)
            sel_yaml_report(reading, &criterion->weight,
                            (sel_issue){.code = "N_MODEL_WEIGHT_ZERO",
                                        .subject = SEL_STR("principles.weight"),
                                        .record = criterion->id});
        criterion->weight /= total;
    }
}

/* What the file does not say, or not in a way that can be used, is the usual. */
static void settle_constants(const sel_yaml_reading *reading, sel_model *model)
{
    const sel_policies usual = sel_policies_usual();
    sel_policies *all = &model->policies;
    for (int i = 0; i < SEL_POLICIES; i++) {
        all->given[i] = sel_yaml_was_read(reading, &all->values[i]);
        if (!all->given[i])
            all->values[i] = usual.values[i];
    }
}

static void settle_criterion(const sel_yaml_reading *reading, sel_criterion *criterion)
{
    if (criterion->measure.len == 0)
        criterion->measure = SEL_STR(SEL_MEASURE_PRINCIPLE);
    if (criterion->direction.len == 0)
        criterion->direction = SEL_STR(SEL_BENEFIT);
    if (!sel_yaml_was_read(reading, &criterion->standing.points))
        criterion->standing.points = -1;
    if (sel_yaml_was_left_out(reading, &criterion->goalposts[0]))
        criterion->goalposts[1] = 1;
}

static void settle_constraint(const sel_yaml_reading *reading, sel_model_constraint *constraint)
{
    if (!sel_yaml_was_read(reading, &constraint->to))
        constraint->to = 1;
}

static void settle_text(sel_str *text, sel_str usual)
{
    if (text->len == 0)
        *text = usual;
}

void sel_model_settle(const sel_yaml_reading *reading, sel_model *model)
{
    settle_constants(reading, model);
    for (uint32_t j = 0; j < model->criterion_count; j++)
        settle_criterion(reading, &model->criteria[j]);
    for (uint32_t i = 0; i < model->constraint_count; i++)
        settle_constraint(reading, &model->constraints[i]);
    settle_text(&model->alternatives, sel_str_of(sel_model_alternatives[0]));
    settle_text(&model->group, SEL_STR(SEL_GROUP_BY_JUDGEMENTS));
    settle_text(&model->ties, SEL_STR(SEL_TIES_SHARE));
    settle_text(&model->missing, SEL_STR(SEL_MISSING_INTERVAL));
    if (!sel_yaml_was_read(reading, &model->coverage_bp))
        model->coverage_bp = SEL_COVERAGE_USUAL;
}
