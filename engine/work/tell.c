#include "work/tell.h"

#include "base/fold.h"
#include "base/text.h"
#include "work/remedies.h"

#include <inttypes.h>

sel_str sel_tell_word(const sel_context *context, const char *id)
{
    return sel_words_find(&context->words, id);
}

const char *sel_tell_count(sel_arena *arena, uint64_t count)
{
    return sel_str_printf(arena, "%" PRIu64, count).ptr;
}

const char *sel_tell_day(sel_arena *arena, sel_day day)
{
    char text[SEL_DATE_ROOM];
    sel_day_text(day, text);
    return sel_arena_copy(arena, text, strlen(text));
}

const char *sel_tell_text(sel_arena *arena, sel_str text)
{
    return sel_arena_copy(arena, text.ptr, text.len);
}

static sel_str column_label(const sel_context *context, const sel_table *table, const char *id)
{
    sel_str word = sel_str_printf(table->arena, "column.%s", id);
    return sel_tell_word(context, word.ptr);
}

void sel_tell_column(const sel_context *context, sel_table *table, const char *id,
                     sel_column_type type)
{
    sel_tell_column_for(context, table, id, type, SEL_FOR_ALL);
}

void sel_tell_bounded_column(const sel_context *context, sel_table *table, const char *id,
                             sel_column_type type, uint8_t decimals)
{
    sel_table_column(table, (sel_column){.id = id,
                                         .label = column_label(context, table, id),
                                         .type = type,
                                         .decimals = decimals,
                                         .bounds = true});
}

void sel_tell_column_for(const sel_context *context, sel_table *table, const char *id,
                         sel_column_type type, sel_readers readers)
{
    sel_str label = readers == SEL_FOR_MACHINES ? sel_str_of(id) : column_label(context, table, id);
    sel_table_column(
        table,
        (sel_column){.id = id, .label = label, .type = type, .decimals = 2, .readers = readers});
}

double sel_tell_equivalents(const sel_study *study, uint64_t effort_days)
{
    double window = study->window_end - study->window_start;
    return (double)effort_days / SEL_EFFORT_WHOLE / window;
}

void sel_tell_programmes(sel_table *table, const sel_study *study, uint64_t low, uint64_t high)
{
    if (low == high)
        sel_cell_real(table, sel_tell_equivalents(study, low));
    else
        sel_cell_interval(table, sel_tell_equivalents(study, low),
                          sel_tell_equivalents(study, high));
}

sel_str sel_tell_clipped(sel_arena *arena, sel_str text, size_t most)
{
    if (text.len <= most)
        return text;
    size_t end = most;
    while (end > 0 && ((unsigned char)text.ptr[end] & 0xC0) == 0x80)
        end--;
    return sel_str_printf(arena, "%.*s…", SEL_STR_ARG(sel_str_part(text, 0, end)));
}

sel_str sel_tell_issue(const sel_context *context, const sel_issue *issue, sel_arena *arena)
{
    sel_str id = sel_str_printf(arena, "issue.%s", issue->code);
    if (!sel_words_have(&context->words, id.ptr))
        return sel_str_of(issue->code);
    return sel_say(arena, &context->words, id.ptr, "expected",
                   sel_tell_text(arena, issue->expected), "found",
                   sel_tell_text(arena, issue->found), NULL);
}

sel_str sel_tell_issue_head(const sel_context *context, const sel_issue *issue, sel_str label,
                            sel_arena *arena)
{
    char cell[24];
    sel_issue_cell(issue->column, issue->row, cell);
    sel_text head = {.arena = arena};
    if (cell[0] != '\0')
        sel_text_add(&head, sel_say(arena, &context->words, "issues.cell", "cell",
                                    sel_tell_text(arena, sel_str_of(cell)), NULL));
    else if (issue->line > 0)
        sel_text_add(&head, sel_say(arena, &context->words, "issues.line", "line",
                                    sel_tell_count(arena, issue->line), NULL));
    if (label.len > 0)
        sel_text_printf(&head, "%s%.*s", head.len == 0 ? "" : "  ", SEL_STR_ARG(label));
    return sel_text_str(&head);
}

sel_str sel_tell_issue_body(const sel_context *context, const sel_issue *issue, sel_arena *arena)
{
    sel_text body = {.arena = arena};
    if (issue->found.len > 0)
        sel_text_printf(&body, "%.*s. ",
                        SEL_STR_ARG(sel_say(arena, &context->words, "issues.written", "found",
                                            sel_tell_text(arena, issue->found), NULL)));
    sel_text_add(&body, sel_tell_issue(context, issue, arena));
    if (issue->suggestion.len > 0)
        sel_text_printf(&body, " %.*s",
                        SEL_STR_ARG(sel_say(arena, &context->words, "issues.try", "suggestion",
                                            sel_tell_text(arena, issue->suggestion), NULL)));
    return sel_text_str(&body);
}

static sel_str group_body(const sel_context *context, const sel_issue_group *group,
                          sel_arena *arena)
{
    sel_str body = sel_tell_issue_body(context, &group->places[0], arena);
    if (group->count == 1)
        return body;
    sel_str more = sel_say(arena, &context->words, "issues.more", "n",
                           sel_tell_count(arena, group->count - 1), NULL);
    return sel_str_printf(arena, "%.*s %.*s", SEL_STR_ARG(body), SEL_STR_ARG(more));
}

static size_t byte_of(sel_str text, uint32_t character)
{
    size_t at = 0;
    int32_t code;
    for (uint32_t i = 1; i < character && at < text.len; i++)
        at += sel_fold_step(sel_str_part(text, at, text.len), &code);
    return at;
}

static sel_excerpt excerpt_of(const sel_issue *issue)
{
    size_t from = byte_of(issue->whole, issue->character);
    size_t to = byte_of(issue->whole, issue->character + issue->length);
    return (sel_excerpt){.before = sel_str_part(issue->whole, 0, from),
                         .marked = sel_str_part(issue->whole, from, to - from),
                         .after = sel_str_part(issue->whole, to, issue->whole.len)};
}

static void tell_severity(const sel_context *context, const sel_issues *issues,
                          const sel_str *labels, sel_severity severity, const char *heading,
                          sel_report *report)
{
    if (issues->counts[severity] == 0)
        return;
    sel_section *section = sel_report_section(report, heading, sel_tell_word(context, heading));
    sel_list *list = sel_section_list(section, true);
    for (uint32_t i = 0; i < issues->group_count; i++) {
        const sel_issue_group *group = issues->groups[i];
        const sel_issue *first = &group->places[0];
        if (sel_issue_severity(first->code) != severity)
            continue;
        sel_str label = labels == NULL ? first->subject : labels[i];
        sel_str head = sel_tell_issue_head(context, first, label, report->arena);
        sel_str body = group_body(context, group, report->arena);
        if (head.len == 0) /* nothing else says which it is */
            body = sel_str_printf(report->arena, "%.*s (%s)", SEL_STR_ARG(body), first->code);
        sel_list_item_add(list, head, body);
        if (first->character > 0)
            sel_list_excerpt(list, excerpt_of(first));
    }
}

static void tell_issue_row(sel_table *table, const sel_issue *issue)
{
    char cell[24];
    sel_table_row(table);
    sel_cell_text(table, sel_str_of(issue->code));
    sel_cell_text(table, sel_str_of(sel_severity_name(sel_issue_severity(issue->code))));
    sel_cell_text(table, issue->source);
    sel_cell_integer(table, (int64_t)issue->line);
    sel_cell_text(table,
                  sel_str_of(sel_tell_text(
                      table->arena, sel_str_of(sel_issue_cell(issue->column, issue->row, cell)))));
    sel_cell_text(table, issue->subject);
    sel_cell_text(table, issue->record);
    sel_cell_text(table, issue->found);
    sel_cell_text(table, issue->suggestion);
    if (issue->character == 0) {
        sel_cell_missing(table, NULL, (sel_str){0});
        sel_cell_missing(table, NULL, (sel_str){0});
        return;
    }
    sel_cell_integer(table, issue->character);
    sel_cell_integer(table, issue->length);
}

void sel_tell_issue_table(const sel_context *context, const sel_issues *issues, sel_report *report)
{
    sel_section *section = sel_report_section(report, "issues", (sel_str){0});
    sel_table *table = sel_section_table(section, "issues", sel_tell_word(context, "issues.table"));
    static const struct {
        const char *id;
        sel_column_type type;
    } columns[] = {{"code", SEL_COLUMN_TEXT},       {"severity", SEL_COLUMN_TEXT},
                   {"file", SEL_COLUMN_TEXT},       {"line", SEL_COLUMN_INTEGER},
                   {"cell", SEL_COLUMN_TEXT},       {"subject", SEL_COLUMN_TEXT},
                   {"record", SEL_COLUMN_TEXT},     {"found", SEL_COLUMN_TEXT},
                   {"suggestion", SEL_COLUMN_TEXT}, {"character", SEL_COLUMN_INTEGER},
                   {"length", SEL_COLUMN_INTEGER}};
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        sel_tell_column_for(context, table, columns[i].id, columns[i].type, SEL_FOR_MACHINES);
    for (uint32_t i = 0; i < issues->group_count; i++)
        for (uint32_t j = 0; j < issues->groups[i]->place_count; j++)
            tell_issue_row(table, &issues->groups[i]->places[j]);
}

void sel_tell_issues(const sel_context *context, const sel_issues *issues, const sel_str *labels,
                     sel_report *report)
{
    tell_severity(context, issues, labels, SEL_FAULT, "issues.fix", report);
    tell_severity(context, issues, labels, SEL_WARNING, "issues.look", report);
    tell_severity(context, issues, labels, SEL_NOTE, "issues.notes", report);
    sel_tell_issue_table(context, issues, report);
}

void sel_tell_illustrative(const sel_context *context, sel_report *report)
{
    sel_report_notice(report, true, sel_tell_word(context, "notice.illustrative"));
}
