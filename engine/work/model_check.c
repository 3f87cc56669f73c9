/* Whether the methods of a model exist and have what they need. */
#include "work/model_methods.h"

#include "analysis/principle.h"
#include "base/nearest.h"
#include "base/number.h"

typedef struct checking {
    const sel_yaml_reading *reading;
    const sel_model *model;
    sel_model_methods methods;
} checking;

static void report(const checking *c, const void *value, const char *code, const char *subject,
                   sel_str found, sel_str suggestion)
{
    sel_yaml_report(c->reading, value,
                    (sel_issue){.code = code,
                                .subject = sel_str_of(subject),
                                .found = found,
                                .suggestion = suggestion});
}

/* --- names --- */

static sel_str nearest_weighting(sel_str name)
{
    uint32_t count;
    const sel_weighting *const *rows = sel_weightings(&count);
    sel_nearest nearest = sel_nearest_start(name);
    sel_nearest_offer(&nearest, SEL_STR(SEL_WEIGHTING_DIRECT));
    for (uint32_t i = 0; i < count; i++)
        if (rows[i]->need != SEL_WEIGHTING_NUMBERS)
            sel_nearest_offer(&nearest, sel_str_of(rows[i]->name));
    return nearest.name;
}

static sel_str nearest_aggregation(sel_str name)
{
    uint32_t count;
    const sel_aggregation *const *rows = sel_aggregations(&count);
    sel_nearest nearest = sel_nearest_start(name);
    for (uint32_t i = 0; i < count; i++)
        sel_nearest_offer(&nearest, sel_str_of(rows[i]->name));
    return nearest.name;
}

static sel_str nearest_normalisation(sel_str name)
{
    uint32_t count;
    const sel_normalisation *const *rows = sel_normalisations(&count);
    sel_nearest nearest = sel_nearest_start(name);
    for (uint32_t i = 0; i < count; i++)
        sel_nearest_offer(&nearest, sel_str_of(rows[i]->name));
    return nearest.name;
}

static sel_str nearest_random_index(sel_str name)
{
    uint32_t count;
    const sel_random_index *rows = sel_random_indices(&count);
    sel_nearest nearest = sel_nearest_start(name);
    for (uint32_t i = 0; i < count; i++)
        sel_nearest_offer(&nearest, sel_str_of(rows[i].name));
    return nearest.name;
}

static void check_name(const checking *c, const sel_str *name, const void *row, const char *code,
                       const char *subject, sel_str nearest(sel_str name))
{
    if (name->len > 0 && row == NULL)
        report(c, name, code, subject, *name, nearest(*name));
}

static void check_names(const checking *c)
{
    const sel_model *model = c->model;
    check_name(c, &model->weighting, c->methods.weighting, "E_MODEL_WEIGHTING", "weighting",
               nearest_weighting);
    check_name(c, &model->aggregation, c->methods.aggregation, "E_MODEL_AGGREGATION", "aggregation",
               nearest_aggregation);
    check_name(c, &model->normalisation, c->methods.normalisation, "E_MODEL_NORMALISATION",
               "normalisation", nearest_normalisation);
    check_name(c, &model->random_index, c->methods.random_index, "E_MODEL_RANDOM_INDEX",
               "judgements.random-index", nearest_random_index);
    const sel_aggregation *aggregation = c->methods.aggregation;
    if (aggregation != NULL && aggregation->normalisation_fixed && model->normalisation.len > 0 &&
        c->methods.normalisation != NULL && c->methods.normalisation != aggregation->normalisation)
        report(c, &model->normalisation, "E_MODEL_FIXED", "normalisation", model->normalisation,
               sel_str_of(aggregation->normalisation->name));
}

static void check_indicators(const checking *c, const sel_criterion *criterion)
{
    uint32_t count;
    const sel_indicator *const *all = sel_indicators(&count);
    for (uint32_t i = 0; i < criterion->indicator_count; i++) {
        const sel_str *id = &criterion->indicators[i];
        const sel_indicator *indicator = sel_indicator_find(*id);
        sel_nearest nearest = sel_nearest_start(*id);
        if (id->len == 0 || (indicator != NULL && indicator->role == SEL_SCORED))
            continue;
        for (uint32_t k = 0; k < count && indicator == NULL; k++)
            sel_nearest_offer(&nearest, sel_str_of(all[k]->id));
        report(c, id, indicator == NULL ? "E_MODEL_NO_INDICATOR" : "E_MODEL_CONTEXT",
               "principles.indicators", *id, nearest.name);
    }
}

/* --- what weights are made of --- */

static void check_input(const checking *c, const void *value, sel_weighting_need need,
                        const char *subject, const char *key, bool may_be_missing)
{
    bool wanted = c->methods.weighting->need == need;
    if (wanted && !may_be_missing && sel_yaml_was_left_out(c->reading, value))
        sel_yaml_report(c->reading, value,
                        (sel_issue){.code = "E_YAML_MISSING",
                                    .subject = sel_str_of(subject),
                                    .expected = sel_str_of(key)});
    if (!wanted && sel_yaml_was_read(c->reading, value))
        report(c, value, "E_MODEL_UNUSED", subject, (sel_str){0}, (sel_str){0});
}

static void check_inputs(const checking *c)
{
    const sel_model *model = c->model;
    if (c->methods.weighting == NULL)
        return;
    for (uint32_t j = 0; j < model->criterion_count; j++) {
        const sel_criterion *at = &model->criteria[j];
        const sel_criterion_standing *standing = &at->standing;
        /* A weight that is missing was found when the file was read. */
        check_input(c, &at->weight, SEL_WEIGHTING_NUMBERS, "principles.weight", "weight", true);
        check_input(c, &standing->place, SEL_WEIGHTING_ORDER, "principles.place", "place", false);
        check_input(c, &standing->points, SEL_WEIGHTING_POINTS, "principles.points", "points",
                    false);
        check_input(c, &standing->best_over_this, SEL_WEIGHTING_BEST_WORST,
                    "principles.best-over-this", "best-over-this", false);
        check_input(c, &standing->this_over_worst, SEL_WEIGHTING_BEST_WORST,
                    "principles.this-over-worst", "this-over-worst", false);
    }
    check_input(c, &model->best, SEL_WEIGHTING_BEST_WORST, "best-worst.best", "best-worst", false);
    check_input(c, &model->worst, SEL_WEIGHTING_BEST_WORST, "best-worst.worst", "best-worst",
                false);
    check_input(c, &model->group, SEL_WEIGHTING_JUDGEMENTS, "judgements.group", "group", true);
    check_input(c, &model->random_index, SEL_WEIGHTING_JUDGEMENTS, "judgements.random-index",
                "random-index", true);
}

/* --- what the aggregation is told --- */

static void check_range(const checking *c, const sel_model_parameter *given,
                        const sel_aggregation_parameter *row)
{
    char least[SEL_NUMBER_ROOM];
    char most[SEL_NUMBER_ROOM];
    char found[SEL_NUMBER_ROOM];
    bool fits = given->value >= row->least && given->value <= row->most;
    if (fits || !sel_yaml_was_read(c->reading, &given->value))
        return;
    sel_yaml_report(c->reading, &given->value,
                    (sel_issue){.code = "E_YAML_RANGE",
                                .subject = SEL_STR("parameters.value"),
                                .found = sel_str_of(sel_number_text(given->value, found)),
                                .expected = sel_str_printf(c->reading->arena, "%s to %s",
                                                           sel_number_text(row->least, least),
                                                           sel_number_text(row->most, most))});
}

static void check_parameter(const checking *c, uint32_t i)
{
    const sel_aggregation *aggregation = c->methods.aggregation;
    const sel_model_parameter *given = &c->model->parameters[i];
    const sel_aggregation_parameter *row = NULL;
    sel_nearest nearest = sel_nearest_start(given->name);
    for (uint32_t k = 0; k < aggregation->parameter_count; k++) {
        const sel_aggregation_parameter *one = &aggregation->parameters[k];
        if (strcmp(one->name, "floor") == 0) /* a key of the model */
            continue;
        sel_nearest_offer(&nearest, sel_str_of(one->name));
        if (sel_str_is(given->name, one->name))
            row = one;
    }
    if (row == NULL) {
        report(c, &given->name, "E_MODEL_PARAMETER", "parameters.name", given->name, nearest.name);
        return;
    }
    check_range(c, given, row);
    if (!row->per_criterion && given->principle.len > 0)
        report(c, &given->principle, "E_MODEL_UNUSED", "parameters.principle", given->principle,
               (sel_str){0});
    for (uint32_t k = 0; k < i; k++)
        if (sel_str_equal(c->model->parameters[k].name, given->name) &&
            sel_str_equal(c->model->parameters[k].principle, given->principle)) {
            report(c, &given->name, "E_MODEL_REPEATED", "parameters.name", given->name,
                   (sel_str){0});
            return;
        }
}

static void check_goalposts(const checking *c, const sel_criterion *criterion)
{
    const sel_normalisation *normalisation = c->methods.normalisation;
    if (normalisation != NULL && !normalisation->goalposts &&
        sel_yaml_was_read(c->reading, &criterion->goalposts[0]))
        report(c, &criterion->goalposts[0], "E_MODEL_UNUSED", "principles.goalposts", (sel_str){0},
               SEL_STR("normalisation: goalposts"));
}

/* Weights that are written are known before those that have to be found. */
static void check_constraints(const checking *c)
{
    const sel_model *model = c->model;
    double weights[SEL_CRITERIA_MAX];
    double total = 0;
    bool written = sel_str_is(model->weighting, SEL_WEIGHTING_DIRECT);
    for (uint32_t j = 0; j < model->criterion_count; j++) {
        written = written && sel_yaml_was_read(c->reading, &model->criteria[j].weight);
        total += model->criteria[j].weight;
    }
    written = written && total > 0;
    for (uint32_t j = 0; written && j < model->criterion_count; j++)
        weights[j] = model->criteria[j].weight / total;
    sel_model_check_constraints(c->reading, model, written ? weights : NULL);
}

void sel_model_check_methods(const sel_yaml_reading *reading, const sel_model *model)
{
    const checking c = {reading, model, sel_model_methods_of(model)};
    check_names(&c);
    for (uint32_t j = 0; j < model->criterion_count; j++) {
        check_indicators(&c, &model->criteria[j]);
        check_goalposts(&c, &model->criteria[j]);
    }
    check_inputs(&c);
    for (uint32_t i = 0; i < model->parameter_count && c.methods.aggregation != NULL; i++)
        if (model->parameters[i].name.len > 0)
            check_parameter(&c, i);
    check_constraints(&c);
}
