#include "work/model_open.h"

#include "input/judgement_table.h"
#include "input/model_file.h"
#include "work/matrix_names.h"
#include "work/model_methods.h"

static const char ending[] = ".yaml";

static bool is_path(sel_str name)
{
    size_t long_enough = sizeof ending;
    return sel_str_find(name, SEL_STR("/")) < name.len ||
           (name.len >= long_enough &&
            sel_str_is(sel_str_part(name, name.len - (sizeof ending - 1), name.len), ending));
}

sel_status sel_model_find(const sel_context *context, const char *name, const char **path,
                          sel_error *err)
{
    if (is_path(sel_str_of(name))) {
        *path = name;
        return SEL_OK;
    }
    sel_str relative = sel_str_printf(context->arena, "models/%s%s", name, ending);
    *path = context->find(context->to, relative.ptr);
    if (*path == NULL)
        return sel_fail(err, SEL_NOT_FOUND,
                        "data file '%s' is nowhere to be found; see 'selaras help data'",
                        relative.ptr);
    return SEL_OK;
}

/* "x/y.yaml" has its judgements in "x/y.judgements.csv". */
static sel_str judgements_beside(const char *path, sel_arena *arena)
{
    sel_str name = sel_str_of(path);
    size_t end = name.len - (sizeof ending - 1);
    if (name.len >= sizeof ending && sel_str_is(sel_str_part(name, end, name.len), ending))
        name.len = end;
    return sel_str_printf(arena, "%.*s.judgements.csv", SEL_STR_ARG(name));
}

/* A file that is not there is a fault of the model, at its weighting. */
static sel_status read_judgements(const sel_yaml_reading *reading, const sel_model *model,
                                  sel_judgement_table *table, sel_error *err)
{
    sel_str names[SEL_CRITERIA_MAX];
    for (uint32_t j = 0; j < model->criterion_count; j++)
        names[j] = model->criteria[j].id;
    sel_str beside = judgements_beside(reading->source.ptr, reading->arena);
    sel_status status = sel_judgement_table_load(beside.ptr, names, model->criterion_count,
                                                 reading->arena, table, reading->issues, err);
    if (status != SEL_NOT_FOUND)
        return status;
    sel_yaml_report(reading, &model->weighting,
                    (sel_issue){.code = "E_MODEL_JUDGEMENTS",
                                .subject = SEL_STR("weighting"),
                                .found = model->weighting,
                                .expected = beside});
    return SEL_OK;
}

/* What the model says per criterion, one array each. */
typedef struct stated {
    double numbers[SEL_CRITERIA_MAX];
    double points[SEL_CRITERIA_MAX];
    uint32_t places[SEL_CRITERIA_MAX];
    double best_over[SEL_CRITERIA_MAX];
    double over_worst[SEL_CRITERIA_MAX];
    sel_best_worst best_worst;
    sel_judgements judgements;
} stated;

static uint32_t number_of(const sel_model *model, sel_str id)
{
    uint32_t j = 0;
    while (j < model->criterion_count && !sel_str_equal(model->criteria[j].id, id))
        j++;
    return j;
}

static void gather(const sel_model *model, const sel_judgement_table *table, stated *of)
{
    for (uint32_t j = 0; j < model->criterion_count; j++) {
        const sel_criterion *at = &model->criteria[j];
        of->numbers[j] = at->weight;
        of->points[j] = at->standing.points;
        of->places[j] = at->standing.place;
        of->best_over[j] = at->standing.best_over_this;
        of->over_worst[j] = at->standing.this_over_worst;
    }
    of->best_worst = (sel_best_worst){.best_to_others = of->best_over,
                                      .others_to_worst = of->over_worst,
                                      .criteria = model->criterion_count,
                                      .best = number_of(model, model->best),
                                      .worst = number_of(model, model->worst)};
    of->judgements = (sel_judgements){.ratios = table->ratios,
                                      .known = table->known,
                                      .persons = table->person_count,
                                      .criteria = model->criterion_count,
                                      .group = sel_str_is(model->group, SEL_GROUP_BY_PRIORITIES)
                                                   ? SEL_GROUP_PRIORITIES
                                                   : SEL_GROUP_JUDGEMENTS,
                                      .random_index = sel_model_methods_of(model).random_index};
}

/* Criteria by their names. */
static sel_status refuse_weights(const sel_model *model, const sel_weighting *weighting,
                                 const sel_error *fault, sel_error *err)
{
    sel_str ids[SEL_CRITERIA_MAX];
    for (uint32_t j = 0; j < model->criterion_count; j++)
        ids[j] = model->criteria[j].id;
    const sel_decision_table names = {.criteria = ids, .criterion_count = model->criterion_count};
    return sel_method_fail(weighting->name, fault, &names, false, err);
}

static sel_status find_weights(const sel_judgement_table *table, sel_arena *arena, sel_model *model,
                               sel_weighting_outcome *outcome, sel_error *err)
{
    const sel_weighting *weighting = sel_model_methods_of(model).weighting;
    if (weighting->need == SEL_WEIGHTING_MATRIX)
        return SEL_OK;
    stated *of = sel_arena_array(arena, 1, sizeof *of);
    gather(model, table, of);
    const sel_weighting_input input = {.criteria = model->criterion_count,
                                       .numbers = of->numbers,
                                       .points = of->points,
                                       .places = of->places,
                                       .judgements = &of->judgements,
                                       .best_worst = &of->best_worst};
    sel_error fault = {0};
    sel_status status = sel_weighting_compute(weighting, &input, arena, outcome, &fault);
    if (status != SEL_OK)
        return refuse_weights(model, weighting, &fault, err);
    /* Weights as written are those of the file to the last bit. */
    for (uint32_t j = 0; j < model->criterion_count; j++)
        if (weighting->need != SEL_WEIGHTING_NUMBERS)
            model->criteria[j].weight = outcome->weights[j];
    return status;
}

sel_status sel_model_open(const char *path, sel_arena *arena, sel_model *model,
                          sel_model_weights *weights, sel_issues *issues, sel_error *err)
{
    sel_str text = {0};
    sel_judgement_table table = {0};
    sel_model_weights found = {0};
    sel_status status = sel_model_text(path, arena, &text, err);
    if (status != SEL_OK)
        return status;
    sel_yaml_reading reading = {
        .arena = arena, .source = sel_str_copy(arena, sel_str_of(path)), .issues = issues};
    sel_model_read(&reading, text, model);
    sel_model_check_methods(&reading, model);
    const sel_weighting *weighting = sel_model_methods_of(model).weighting;
    if (weighting != NULL && weighting->need == SEL_WEIGHTING_JUDGEMENTS &&
        model->criterion_count > 0)
        status = read_judgements(&reading, model, &table, err);
    if (status == SEL_OK)
        status = sel_model_refuse(issues, err);
    if (status == SEL_OK)
        status = find_weights(&table, arena, model, &found.outcome, err);
    if (status == SEL_OK && found.outcome.weights != NULL) {
        sel_model_check_constraints(&reading, model, found.outcome.weights);
        status = sel_model_refuse(issues, err);
    }
    if (weights != NULL) {
        found.persons = table.persons;
        found.person_count = table.person_count;
        *weights = found;
    }
    return status;
}
