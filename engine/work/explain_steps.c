#include "work/explain_steps.h"

#include "base/number.h"
#include "store/store_programmes.h"
#include "work/tell.h"

void sel_explain_text(sel_explaining *e, uint32_t level, sel_str label, sel_str value, sel_str note)
{
    sel_explanation_add(
        e->explanation, e->arena,
        (sel_explained){.level = level, .label = label, .value = value, .note = note});
}

void sel_explain_step(sel_explaining *e, uint32_t level, const char *label, sel_str value,
                      const char *note)
{
    sel_explain_text(e, level, sel_tell_word(e->context, label), value,
                     note == NULL ? (sel_str){0} : sel_tell_word(e->context, note));
}

void sel_explain_record(sel_explaining *e, uint32_t level, uint32_t programme)
{
    const sel_study_programme *of = &e->assessment->study->programmes[programme];
    sel_explained step = {.level = level,
                          .label = of->title,
                          .value = sel_study_address(e->assessment->study, programme, e->arena)};
    sel_stored_place place = {0};
    sel_error unused = {0};
    if (sel_store_record_place(e->store, of->register_name, of->id, e->arena, &place, &unused) ==
        SEL_OK) {
        step.source = place.file;
        step.line = place.line;
        step.hash = place.sha256;
    }
    sel_explanation_add(e->explanation, e->arena, step);
}

static sel_str answer_text(const sel_context *context, const sel_answer *answer, sel_arena *arena)
{
    static const char *const words[] = {
        [SEL_ANSWER_VALUE] = NULL,
        [SEL_ANSWER_DONT_KNOW] = "why.dont-know",
        [SEL_ANSWER_NOT_APPLICABLE] = "why.not-applicable",
        [SEL_ANSWER_NOT_SAID] = "why.not-said",
    };
    if (words[answer->kind] != NULL)
        return sel_tell_word(context, words[answer->kind]);
    return answer->is_number ? sel_str_printf(arena, "%lld", (long long)answer->number)
                             : answer->text;
}

void sel_explain_answer(sel_explaining *e, uint32_t level, uint32_t submission, uint32_t capability,
                        const char *aspect)
{
    const sel_study_submission *from = &e->assessment->study->submissions[submission];
    const sel_reference *reference = &e->context->reference;
    const sel_answer_address address = {
        .recipient = reference->geography.recipients[from->recipient].code,
        .agency = from->agency,
        .round = from->round,
        .capability = reference->taxonomy.capabilities[capability].code,
        .aspect = sel_str_of(aspect)};
    sel_stored_place place = {0};
    sel_error unused = {0};
    if (sel_store_answer_place(e->store, &address, e->arena, &place, &unused) != SEL_OK)
        return;
    char cell[24];
    sel_str word = sel_str_printf(e->arena, "aspect.%s", aspect);
    sel_str text = sel_str_of(sel_issue_cell(place.answer.column, place.answer.row, cell));
    sel_explanation_add(e->explanation, e->arena,
                        (sel_explained){.level = level,
                                        .label = sel_tell_word(e->context, word.ptr),
                                        .value = answer_text(e->context, &place.answer, e->arena),
                                        .source = place.file,
                                        .line = place.answer.line,
                                        .cell = sel_str_copy(e->arena, text),
                                        .hash = place.sha256});
}

void sel_explain_entry(sel_explaining *e, uint32_t level, const sel_need_entry *entry)
{
    static const char *const aspects[] = {"help", "now", "wanted", "importance", "by", "source"};
    for (size_t i = 0; i < sizeof aspects / sizeof aspects[0]; i++)
        sel_explain_answer(e, level, entry->submission, entry->capability, aspects[i]);
}

void sel_explain_need_answers(sel_explaining *e, uint32_t level, const sel_need *need)
{
    for (uint32_t i = 0; i < need->entry_count; i++) {
        uint32_t number = need->entry_first + i;
        const sel_need_entry *entry = &e->assessment->study->entries[number];
        const sel_study_submission *from = &e->assessment->study->submissions[entry->submission];
        sel_explain_step(e, level, "explain.answered-by", from->agency,
                         need->deciding == number ? "explain.decides" : NULL);
        sel_explain_entry(e, level + 1, entry);
    }
}

sel_str sel_explain_range(sel_arena *arena, double low, double high)
{
    char low_text[SEL_NUMBER_ROOM];
    char high_text[SEL_NUMBER_ROOM];
    sel_number_text(sel_number_settle(low), low_text);
    sel_number_text(sel_number_settle(high), high_text);
    return low == high ? sel_str_printf(arena, "%s", low_text)
                       : sel_str_printf(arena, "%s - %s", low_text, high_text);
}

sel_str sel_explain_percent(sel_arena *arena, uint32_t low_ppm, uint32_t high_ppm)
{
    char low[SEL_NUMBER_ROOM];
    char high[SEL_NUMBER_ROOM];
    sel_number_text(low_ppm / 1e4, low);
    sel_number_text(high_ppm / 1e4, high);
    return low_ppm == high_ppm ? sel_str_printf(arena, "%s %%", low)
                               : sel_str_printf(arena, "%s - %s %%", low, high);
}
