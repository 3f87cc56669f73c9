/** fuzz_model.c - any bytes as a model file: nothing may crash, and what is taken must be sound. */
#include "input/model_file.h"
#include "work/model_methods.h"

#include <math.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
    if (!holds)
        abort();
}

static void check_model(const sel_model *model)
{
    double sum = 0;
    must(model->id.len > 0 && model->title.len > 0 && sel_str_is_utf8(model->title));
    must(model->criterion_count > 0 && model->criterion_count <= SEL_CRITERIA_MAX);
    for (uint32_t i = 0; i < model->criterion_count; i++) {
        const sel_criterion *criterion = &model->criteria[i];
        bool measure = !sel_criterion_is_principle(criterion);
        must(measure == (sel_criterion_measure(criterion) < SEL_REQUEST_MEASURES));
        must(measure || !sel_model_ranks_requests(model));
        must(criterion->letter.len == (measure ? 0 : 1) && criterion->weight >= 0);
        must((criterion->indicator_count == 0) == measure &&
             criterion->indicator_count <= SEL_CRITERION_INDICATORS_MAX);
        must(criterion->goalposts[0] < criterion->goalposts[1] && criterion->direction.len > 0);
        must(criterion->standing.points <= 100 && criterion->standing.place <= SEL_CRITERIA_MAX);
        sum += criterion->weight;
    }
    bool direct = sel_str_is(model->weighting, SEL_WEIGHTING_DIRECT);
    must(fabs(sum - (direct ? 1 : 0)) < 1e-9 || !direct);
    must(model->coverage_bp > 0 && model->coverage_bp <= 10000);
    must(model->parameter_count <= SEL_MODEL_PARAMETERS_MAX);
    must(model->constraint_count <= SEL_MODEL_CONSTRAINTS_MAX);
    for (uint32_t i = 0; i < model->constraint_count; i++) {
        const sel_model_constraint *constraint = &model->constraints[i];
        must(constraint->principle.len > 0 && constraint->from >= 0);
        must(constraint->from <= constraint->to && constraint->to <= 1);
    }
    must(model->floor > 0 && model->floor < 1 && model->seed > 0);
    must(model->draws >= SEL_DRAWS_LEAST && (model->draws & (model->draws - 1)) == 0);
    must(model->overlap_threshold_bp > 0 && model->overlap_threshold_bp <= 10000);
    must(model->overlap_money_floor >= 0 && model->window_months_after > 0);
    for (int i = 0; i < SEL_POLICIES; i++)
        must(sel_policy_fit((sel_policy)i, model->policies.values[i]) == model->policies.values[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    sel_arena *arena = sel_arena_create();
    sel_issues issues = {.arena = arena};
    sel_model model; /* no error wanted: its sentence costs more than all the rest */
    sel_yaml_reading reading = {.arena = arena, .source = SEL_STR("fuzz.yaml"), .issues = &issues};
    sel_model_read(&reading, (sel_str){(const char *)data, size}, &model);
    sel_model_check_methods(&reading, &model);
    sel_status status = sel_model_refuse(&issues, NULL);
    must((status == SEL_OK) == sel_issues_allow(&issues));
    for (uint32_t i = 0; i < issues.group_count; i++)
        must(issues.groups[i]->places[0].line > 0 && issues.groups[i]->places[0].column > 0);
    if (status == SEL_OK) {
        check_model(&model);
        const sel_weight_constraints *constraints = sel_model_constraints_of(&model, arena);
        must((constraints == NULL) == (model.constraint_count == 0));
        must(constraints == NULL ||
             sel_weight_constraints_check(constraints, NULL, model.criterion_count, NULL, NULL) ==
                 SEL_OK);
    }
    sel_arena_destroy(arena);
    return 0;
}
