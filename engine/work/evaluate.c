#include "work/evaluate.h"

#include "domain/expression.h"
#include "work/tell.h"

#include <math.h>

enum { STEPS_SHOWN = 24 };

/* One answer given by hand. */
typedef struct given {
    sel_str name;
    sel_value value;
    sel_value_kind kind; /* EMPTY: not known */
} given;

/* All of them; a question's number is the place of its first answer. */
typedef struct answers {
    given *list;
    uint32_t count;
} answers;

/* --- read --- */

static bool find_kind(sel_str name, sel_value_kind *kind)
{
    for (int i = SEL_VALUE_TEXT; i <= SEL_VALUE_SET; i++)
        if (sel_str_is(name, sel_value_kind_name((sel_value_kind)i))) {
            *kind = (sel_value_kind)i;
            return true;
        }
    return false;
}

static sel_value_kind guess_kind(sel_value text)
{
    double number;
    if (text.kind == SEL_VALUE_EMPTY)
        return SEL_VALUE_EMPTY;
    if (sel_value_to_number(text, &number))
        return SEL_VALUE_NUMBER;
    return sel_value_to_date(text, &number) ? SEL_VALUE_DATE : SEL_VALUE_TEXT;
}

/* text as a value of kind; false when it cannot be one. */
static bool read_value(sel_value text, sel_value_kind kind, sel_value *value)
{
    double number = 0;
    bool truth = sel_str_is(text.text, "true") || sel_str_is(text.text, "1");
    *value = text;
    if (text.kind == SEL_VALUE_EMPTY)
        return true;
    switch (kind) {
    case SEL_VALUE_NUMBER:
        if (!sel_value_to_number(text, &number))
            return false;
        *value = sel_value_number(number);
        return true;
    case SEL_VALUE_DATE:
        if (!sel_value_to_date(text, &number))
            return false;
        *value = sel_value_date(number);
        return true;
    case SEL_VALUE_BOOLEAN:
        *value = sel_value_boolean(truth);
        return truth || sel_str_is(text.text, "false") || sel_str_is(text.text, "0");
    case SEL_VALUE_SET:
        *value = sel_value_set(text.text);
        return true;
    default:
        return true;
    }
}

static bool read_answer(sel_str text, given *answer)
{
    size_t sign = sel_str_find(text, SEL_STR("="));
    sel_str name = sel_str_part(text, 0, sign);
    size_t colon = sel_str_find(name, SEL_STR(":"));
    sel_value value = sel_value_text(sel_str_part(text, sign + 1, text.len));
    answer->name = sel_str_trim(sel_str_part(name, 0, colon));
    answer->kind = guess_kind(value);
    if (colon < name.len &&
        !find_kind(sel_str_trim(sel_str_part(name, colon + 1, name.len)), &answer->kind))
        return false;
    return sign < text.len && answer->name.len > 0 &&
           read_value(value, answer->kind, &answer->value);
}

static sel_status read_answers(const sel_trial *trial, sel_arena *arena, answers *all,
                               sel_error *err)
{
    all->list = sel_arena_array(arena, trial->answer_count, sizeof *all->list);
    for (uint32_t i = 0; i < trial->answer_count; i++) {
        sel_str text = sel_str_of(trial->answers[i]);
        if (!sel_str_is_utf8(text) || !read_answer(text, &all->list[i]))
            return sel_fail(err, SEL_USAGE,
                            "'%s' is no answer: write name=value, or name:kind=value with text, "
                            "number, boolean, date or set",
                            trial->answers[i]);
        all->count++;
    }
    return SEL_OK;
}

/* --- what the expression asks for --- */

static uint32_t first_of(const answers *all, sel_str name)
{
    for (uint32_t i = 0; i < all->count; i++)
        if (sel_str_equal(all->list[i].name, name))
            return i;
    return SEL_NONE;
}

static uint32_t count_instances(void *to, uint32_t number)
{
    const answers *all = to;
    uint32_t count = 0;
    for (uint32_t i = number; i < all->count; i++)
        count += sel_str_equal(all->list[i].name, all->list[number].name);
    return count;
}

static bool find_name(const void *to, sel_str name, sel_expression_name *found)
{
    const answers *all = to;
    uint32_t number = first_of(all, name);
    if (number == SEL_NONE)
        return false;
    *found = (sel_expression_name){.number = number, .kind = all->list[number].kind};
    for (uint32_t i = number + 1; i < all->count; i++)
        found->repeated = found->repeated || sel_str_equal(all->list[i].name, name);
    return true;
}

static sel_str nth_name(const void *to, uint32_t n)
{
    const answers *all = to;
    return n < all->count ? all->list[n].name : (sel_str){0};
}

/* Outside of a repeat the first instance stands for the one the expression is in. */
static sel_value nth_answer(void *to, uint32_t number, uint32_t instance)
{
    const answers *all = to;
    uint32_t left = instance == SEL_NONE ? 0 : instance;
    for (uint32_t i = number; i < all->count; i++)
        if (sel_str_equal(all->list[i].name, all->list[number].name) && left-- == 0)
            return all->list[i].value;
    return sel_value_empty(SEL_WHY_NOT_ANSWERED);
}

/* --- tell --- */

static const char *const why_words[] = {
    [SEL_WHY_NOT_ANSWERED] = "why.empty",      [SEL_WHY_NOT_A_NUMBER] = "why.not-a-number",
    [SEL_WHY_NOT_A_DATE] = "why.not-a-date",   [SEL_WHY_TOO_LONG] = "why.too-long",
    [SEL_WHY_TOO_COMPLEX] = "why.too-complex", [SEL_WHY_UNDECIDED] = "why.undecided",
};

static sel_str value_text(const sel_context *context, sel_value value, sel_arena *arena)
{
    char room[SEL_VALUE_ROOM];
    if (value.kind == SEL_VALUE_EMPTY)
        return sel_tell_word(context, why_words[value.why]);
    return sel_str_copy(arena, sel_value_to_text(value, room));
}

static void tell_value(const sel_context *context, const sel_expression *expression,
                       sel_value value, sel_report *report)
{
    sel_section *section = sel_report_section(report, "value", (sel_str){0});
    sel_table *table = sel_section_table(section, "value", sel_tell_word(context, "column.value"));
    sel_tell_column(context, table, "expression", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "value", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "kind", SEL_COLUMN_TEXT);
    sel_table_row(table);
    sel_cell_text(table, sel_expression_text(expression));
    if (value.kind == SEL_VALUE_EMPTY)
        sel_cell_missing(table, why_words[value.why] + strlen("why."),
                         value_text(context, value, report->arena));
    else
        sel_cell_text(table, value_text(context, value, report->arena));
    sel_cell_text(table, sel_str_of(sel_value_kind_name(value.kind)));
}

static sel_status tell_steps(const sel_context *context, const sel_expression *expression,
                             const sel_evaluation *evaluation, sel_report *report, sel_error *err)
{
    sel_expression_step steps[STEPS_SHOWN];
    uint32_t count = sel_expression_explain(expression, evaluation, steps, STEPS_SHOWN);
    if (count == 0)
        return SEL_OK;
    sel_explanation *explanation = sel_arena_array(report->arena, 1, sizeof *explanation);
    explanation->title = sel_tell_word(context, "trial.why");
    for (uint32_t i = 0; i < count; i++)
        sel_explanation_add(
            explanation, report->arena,
            (sel_explained){.level = steps[i].level,
                            .label = steps[i].source,
                            .value = value_text(context, steps[i].value, report->arena)});
    return sel_report_add_explanation(report, explanation, err);
}

static void tell_findings(const sel_context *context, const sel_findings *findings,
                          sel_report *report)
{
    if (findings->count == 0)
        return;
    sel_str title = sel_tell_word(context, "trial.findings");
    sel_section *section = sel_report_section(report, "findings", title);
    sel_table *table = sel_section_table(section, "findings", title);
    sel_tell_column(context, table, "character", SEL_COLUMN_INTEGER);
    sel_tell_column_for(context, table, "length", SEL_COLUMN_INTEGER, SEL_FOR_MACHINES);
    sel_tell_column(context, table, "found", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "remark", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "suggestion", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "code", SEL_COLUMN_TEXT);
    for (uint32_t i = 0; i < findings->count; i++) {
        const sel_finding *finding = &findings->list[i];
        sel_issue issue = {
            .code = finding->code, .found = finding->found, .expected = finding->expected};
        sel_table_row(table);
        sel_cell_integer(table, finding->column);
        sel_cell_integer(table, finding->length);
        sel_cell_text(table, finding->found);
        sel_cell_text(table, sel_tell_issue(context, &issue, report->arena));
        sel_cell_text(table, finding->suggestion);
        sel_cell_text(table, sel_str_of(finding->code));
    }
}

sel_status sel_trial_tell(const sel_context *context, const sel_trial *trial, sel_report *report,
                          bool *evaluated, sel_error *err)
{
    answers *all = sel_arena_array(report->arena, 1, sizeof *all);
    sel_findings findings = {.arena = report->arena};
    sel_status status = read_answers(trial, report->arena, all, err);
    if (status != SEL_OK)
        return status;
    sel_expression_name self = {0};
    sel_expression_scope scope = {.to = all, .find = find_name, .name = nth_name};
    if (find_name(all, SEL_STR("."), &self))
        scope.self = &self;
    const sel_expression *expression =
        sel_expression_parse(sel_str_of(trial->expression), &scope, report->arena, &findings);
    *evaluated = expression != NULL;
    if (expression != NULL) {
        sel_evaluation evaluation = {.to = all,
                                     .answer = nth_answer,
                                     .instances = count_instances,
                                     .now = (double)context->now / SEL_SECONDS_OF_DAY,
                                     .arena = report->arena};
        evaluation.today = floor(evaluation.now);
        if (scope.self != NULL)
            evaluation.self = all->list[self.number].value;
        tell_value(context, expression, sel_expression_evaluate(expression, &evaluation), report);
        status = tell_steps(context, expression, &evaluation, report, err);
    }
    tell_findings(context, &findings, report);
    return status;
}
