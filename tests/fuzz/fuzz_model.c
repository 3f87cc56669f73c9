/** fuzz_model.c - any bytes as a model: nothing may crash, and a model that is taken must be within
 *  its bounds. */
#include "input/model_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
    if (!holds)
        abort();
}

static void check_model(const sel_model *model)
{
    double total = 0;
    must(model->id.len > 0 && model->criterion_count > 0);
    must(model->criterion_count <= SEL_CRITERIA_MAX);
    for (uint32_t i = 0; i < model->criterion_count; i++) {
        must(model->criteria[i].indicator_count <= SEL_CRITERION_INDICATORS_MAX);
        must(model->criteria[i].weight >= 0);
        total += model->criteria[i].weight;
    }
    must(total > 1 - 1e-9 && total < 1 + 1e-9);
    must(model->draws >= SEL_DRAWS_LEAST && model->draws <= SEL_DRAWS_MOST);
    must((model->draws & (model->draws - 1)) == 0);
    must(model->floor > 0 && model->floor < 1 && model->seed > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    sel_arena *arena = sel_arena_create();
    sel_issues issues = {.arena = arena};
    sel_model *model = sel_arena_array(arena, 1, sizeof *model);
    sel_error err = {0};
    sel_status status = sel_model_parse("fuzz.yaml", (sel_str){(const char *)data, size}, arena,
                                        model, &issues, &err);
    if (status == SEL_OK)
        check_model(model);
    else
        must(err.message[0] != '\0');
    sel_arena_destroy(arena);
    return 0;
}
