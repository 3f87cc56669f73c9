#include "input/model_file.h"

#include "base/hash.h"
#include "base/text.h"
#include "input/bytes.h"
#include "input/model_parts.h"
#include "input/words_file.h"

/* The first fault in a sentence, for whoever looks at the error only. */
static sel_status tell_fault(const sel_issues *issues, const sel_issue *first, sel_error *err)
{
    if (err == NULL)
        return SEL_BAD_INPUT;
    sel_arena *scratch = sel_arena_create();
    sel_words words = {0};
    sel_str id = sel_str_printf(scratch, "issue.%s", first->code);
    sel_str sentence = SEL_STR("a fault");
    if (sel_words_english(scratch, &words, NULL) == SEL_OK)
        sentence =
            sel_say(scratch, &words, id.ptr, "expected", sel_str_copy(scratch, first->expected).ptr,
                    "suggestion", sel_str_copy(scratch, first->suggestion).ptr, NULL);
    sel_text text = {.arena = scratch};
    sel_text_printf(&text, "the model cannot be used: %.*s", SEL_STR_ARG(sentence));
    if (first->found.len > 0)
        sel_text_printf(&text, " Written: '%.*s'.", SEL_STR_ARG(first->found));
    if (first->suggestion.len > 0)
        sel_text_printf(&text, " Try: '%.*s'.", SEL_STR_ARG(first->suggestion));
    sel_error_place(err, first->source.ptr, first->line, first->column);
    sel_fail(err, SEL_BAD_INPUT, "%s Faults in all: %llu", text.bytes,
             (unsigned long long)issues->counts[SEL_FAULT]);
    sel_arena_destroy(scratch);
    return SEL_BAD_INPUT;
}

sel_status sel_model_refuse(const sel_issues *issues, sel_error *err)
{
    for (uint32_t i = 0; i < issues->group_count; i++)
        if (sel_issue_severity(issues->groups[i]->places[0].code) == SEL_FAULT)
            return tell_fault(issues, &issues->groups[i]->places[0], err);
    return SEL_OK;
}

void sel_model_read(sel_yaml_reading *reading, sel_str text, sel_model *model)
{
    *model = (sel_model){0};
    sel_hash_of(text, model->hash);
    sel_yaml_read(reading, text, sel_model_fields, model);
    sel_model_check(reading, model);
    sel_model_settle(reading, model);
    if (sel_issues_allow(reading->issues) && sel_str_is(model->weighting, SEL_WEIGHTING_DIRECT))
        sel_model_settle_weights(reading, model);
}

sel_status sel_model_parse(const char *name, sel_str text, sel_arena *arena, sel_model *model,
                           sel_issues *issues, sel_error *err)
{
    sel_yaml_reading reading = {
        .arena = arena, .source = sel_str_copy(arena, sel_str_of(name)), .issues = issues};
    sel_model_read(&reading, text, model);
    return sel_model_refuse(issues, err);
}

sel_status sel_model_text(const char *path, sel_arena *arena, sel_str *text, sel_error *err)
{
    sel_bytes *bytes = NULL;
    sel_status status = sel_bytes_open(path, &bytes, err);
    if (status != SEL_OK)
        return status;
    sel_str beginning = sel_bytes_peek(bytes);
    _Static_assert((int)SEL_BYTES_PEEK >= (int)SEL_MODEL_FILE_MAX,
                   "a whole model can be looked at");
    if (beginning.len >= SEL_MODEL_FILE_MAX)
        status = sel_fail(err, SEL_BAD_INPUT, "the model file is larger than %d bytes",
                          SEL_MODEL_FILE_MAX - 1);
    else
        *text = sel_str_copy(arena, beginning);
    sel_bytes_close(bytes);
    return status;
}

sel_status sel_model_load(const char *path, sel_arena *arena, sel_model *model, sel_issues *issues,
                          sel_error *err)
{
    sel_str text = {0};
    sel_status status = sel_model_text(path, arena, &text, err);
    return status == SEL_OK ? sel_model_parse(path, text, arena, model, issues, err) : status;
}
