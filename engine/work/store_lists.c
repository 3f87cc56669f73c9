/* Plain lists of what a store holds. */
#include "work/store_lists.h"

#include "base/text.h"
#include "domain/programme_diff.h"
#include "domain/statement.h"
#include "store/store_programmes.h"
#include "work/quality_list.h"
#include "work/remedies.h"
#include "work/tell.h"

static sel_str kept(const sel_listing *l, sel_str text)
{
    return sel_str_copy(l->table->arena, text);
}

/* --- findings --- */

static bool take_finding(void *to, const sel_source *source, const sel_issue *issue)
{
    const sel_listing *l = to;
    char cell[24];
    sel_table_row(l->table);
    sel_cell_text(l->table, kept(l, source->name));
    sel_cell_text(l->table, kept(l, issue->record));
    sel_cell_text(l->table, kept(l, sel_str_of(issue->code)));
    sel_cell_integer(l->table, (int64_t)issue->line);
    sel_cell_text(l->table, kept(l, sel_str_of(sel_issue_cell(issue->column, issue->row, cell))));
    sel_cell_text(l->table, kept(l, issue->found));
    sel_cell_text(l->table, sel_tell_issue(l->context, issue, l->table->arena));
    sel_cell_text(l->table, sel_str_of(sel_severity_name(sel_issue_severity(issue->code))));
    sel_cell_text(l->table, kept(l, issue->subject));
    sel_cell_text(l->table, sel_remedy_done(l->context, issue->code));
    return true;
}

sel_status sel_list_findings(sel_listing *l)
{
    static const char *const ids[] = {"file", "record", "code",   "#line",
                                      "cell", "found",  "remark", NULL};
    static const char *const more[] = {"severity", "field", "done"};
    sel_list_columns(l, ids);
    for (size_t i = 0; i < sizeof more / sizeof more[0]; i++)
        sel_tell_column_for(l->context, l->table, more[i], SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    return sel_store_each_finding(l->store, take_finding, l, l->err);
}

/* --- programmes, and those set aside --- */

static sel_str party_names(const sel_listing *l, const sel_programme *record, sel_role role)
{
    sel_text names = {.arena = l->table->arena};
    for (uint32_t i = 0; i < record->party_count; i++)
        if (record->parties[i].role == role)
            sel_text_printf(&names, "%s%.*s", names.len == 0 ? "" : ", ",
                            SEL_STR_ARG(record->parties[i].name));
    return sel_text_str(&names);
}

static void programme_row(const sel_listing *l, const sel_programme *record)
{
    sel_table_row(l->table);
    sel_cell_text(l->table,
                  sel_str_printf(l->table->arena, "%.*s:%.*s", SEL_STR_ARG(record->register_name),
                                 SEL_STR_ARG(record->id)));
    sel_cell_text(l->table, kept(l, record->title));
    sel_cell_text(l->table, party_names(l, record, SEL_ROLE_FUNDING));
    sel_text capabilities = {.arena = l->table->arena};
    for (uint32_t i = 0; i < record->capability_count; i++)
        sel_text_printf(&capabilities, "%s%.*s", i == 0 ? "" : ", ",
                        SEL_STR_ARG(record->capabilities[i].code));
    sel_cell_text(l->table, sel_text_str(&capabilities));
    sel_cell_integer(l->table, record->recipient_count);
    bool guessed = record->capability_count > 0 && record->capabilities[0].origin == SEL_TAG_TEXT;
    sel_cell_text(l->table, guessed ? sel_tell_word(l->context, "explain.guessed") : (sel_str){0});
}

static bool take_programme(void *to, const sel_programme *record)
{
    if (!record->set_aside)
        programme_row(to, record);
    return true;
}

sel_status sel_list_programmes(sel_listing *l)
{
    static const char *const ids[] = {"programme",   "title",  "donors", "capabilities",
                                      "#recipients", "remark", NULL};
    sel_list_columns(l, ids);
    return sel_store_each_programme(l->store, 0, (sel_programme_sink){take_programme, l}, l->err);
}

/* What a respondent took back of its own statements has no title and is no decision of ours. */
static bool take_set_aside(void *to, const sel_programme *record)
{
    enum { THEME_MOST = 200 };
    const sel_listing *l = to;
    if (!record->set_aside || sel_statement_is_register(record->register_name))
        return true;
    sel_table_row(l->table);
    sel_cell_text(l->table, kept(l, record->register_name));
    sel_cell_text(l->table, kept(l, record->id));
    sel_cell_text(l->table, kept(l, record->title));
    sel_cell_text(l->table, kept(l, sel_tell_clipped(l->table->arena, record->theme, THEME_MOST)));
    sel_cell_text(l->table, sel_tell_word(l->context, "why.no-cyber"));
    return true;
}

sel_status sel_list_set_aside(sel_listing *l)
{
    static const char *const ids[] = {"register", "record", "title", "theme", "why", NULL};
    sel_list_columns(l, ids);
    return sel_store_each_programme(l->store, 0, (sel_programme_sink){take_set_aside, l}, l->err);
}

/* --- what newer files changed, and no longer have --- */

static bool take_vanished(void *to, const sel_vanished *gone)
{
    const sel_listing *l = to;
    char time[24];
    sel_table_row(l->table);
    sel_cell_text(l->table, kept(l, gone->register_name));
    sel_cell_text(l->table, kept(l, gone->id));
    sel_cell_text(l->table, kept(l, gone->title));
    sel_cell_text(l->table, kept(l, gone->file));
    sel_cell_text(l->table, kept(l, gone->without));
    sel_cell_text(l->table, kept(l, sel_str_of(sel_time_text(gone->received, time))));
    return true;
}

sel_status sel_list_vanished(sel_listing *l)
{
    static const char *const ids[] = {"register", "record",   "title", "file",
                                      "without",  "received", NULL};
    sel_list_columns(l, ids);
    return sel_store_each_vanished(l->store, take_vanished, l, l->err);
}

static void change_row(const sel_listing *l, const sel_programme *record,
                       const sel_programme_change *change, const sel_source *source)
{
    char time[24];
    sel_table_row(l->table);
    sel_cell_text(l->table, kept(l, record->register_name));
    sel_cell_text(l->table, kept(l, record->id));
    sel_cell_text(l->table, sel_str_of(change->field));
    sel_cell_text(l->table, kept(l, change->before));
    sel_cell_text(l->table, kept(l, change->after));
    sel_cell_text(l->table, kept(l, source->name));
    sel_cell_text(l->table, kept(l, sel_str_of(sel_time_text(source->received, time))));
}

static bool take_change(void *to, const sel_programme *before, const sel_programme *record,
                        const sel_source *source)
{
    const sel_listing *l = to;
    sel_arena *arena = sel_arena_create();
    sel_programme_changes changes = sel_programme_diff(before, record, arena);
    for (uint32_t i = 0; i < changes.count; i++)
        change_row(l, record, &changes.list[i], source);
    sel_arena_destroy(arena);
    return true;
}

sel_status sel_list_changes(sel_listing *l)
{
    static const char *const ids[] = {"register", "record", "field",    "before",
                                      "after",    "file",   "received", NULL};
    sel_list_columns(l, ids);
    return sel_store_each_history(l->store, take_change, l, l->err);
}

/* --- requests, answers, sources --- */

static bool take_request(void *to, const sel_request *request)
{
    const sel_listing *l = to;
    sel_table_row(l->table);
    sel_cell_text(l->table, kept(l, request->id));
    sel_cell_text(l->table, kept(l, request->recipient));
    sel_cell_text(l->table, kept(l, request->capability));
    sel_cell_text(l->table, kept(l, request->outcome));
    sel_cell_integer(l->table, request->months);
    return true;
}

sel_status sel_list_requests(sel_listing *l)
{
    static const char *const ids[] = {"request",        "recipient", "capability",
                                      "outcome_wanted", "#months",   NULL};
    sel_list_columns(l, ids);
    return sel_store_each_request(l->store, take_request, l, l->err);
}

static bool take_submission(void *to, const sel_stored_submission *submission)
{
    const sel_listing *l = to;
    sel_table_row(l->table);
    sel_cell_text(l->table, kept(l, submission->recipient));
    sel_cell_text(l->table, kept(l, submission->agency));
    sel_cell_text(l->table, kept(l, submission->round));
    sel_cell_integer(l->table, submission->revision);
    sel_cell_text(l->table, kept(l, submission->disclosure));
    sel_cell_text(l->table, kept(l, submission->file));
    return true;
}

sel_status sel_list_answers(sel_listing *l)
{
    static const char *const ids[] = {"recipient",  "agency", "round", "#revision",
                                      "disclosure", "file",   NULL};
    sel_list_columns(l, ids);
    return sel_store_each_submission(l->store, take_submission, l, l->err);
}

static bool take_source(void *to, const sel_source *source)
{
    const sel_listing *l = to;
    char time[24];
    sel_table_row(l->table);
    sel_cell_text(l->table, kept(l, source->name));
    sel_cell_text(l->table, kept(l, source->kind));
    sel_cell_text(l->table, kept(l, source->format));
    sel_cell_text(l->table, kept(l, sel_str_of(sel_time_text(source->received, time))));
    sel_cell_integer(l->table, source->bytes);
    sel_cell_integer(l->table, source->findings);
    sel_cell_text(l->table, kept(l, source->sha256));
    return true;
}

sel_status sel_list_sources(sel_listing *l)
{
    static const char *const ids[] = {"file",   "kind",      "format", "received",
                                      "#bytes", "#findings", "sha256", NULL};
    sel_list_columns(l, ids);
    return sel_store_each_source(l->store, take_source, l, l->err);
}

sel_status sel_list_quality(sel_listing *l)
{
    return sel_quality_list(l->context, l->store, l->table, l->err);
}
