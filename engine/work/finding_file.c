#include "work/finding_file.h"

#include "base/draft_file.h"
#include "report/csv_line.h"
#include "work/remedies.h"
#include "work/tell.h"

struct sel_finding_file {
    const sel_context *context;
    sel_draft_file *draft;
    sel_output out;
    sel_arena *scratch; /* of one line */
};

enum { COLUMNS = 12 };

sel_status sel_finding_file_open(const sel_context *context, const char *path,
                                 sel_finding_file **file, sel_error *err)
{
    static const sel_str header[COLUMNS] = {{"file", 4},     {"record", 6},  {"code", 4},
                                            {"severity", 8}, {"field", 5},   {"line", 4},
                                            {"cell", 4},     {"written", 7}, {"what", 4},
                                            {"done", 4},     {"ask", 3},     {"suggestion", 10}};
    sel_draft_file *draft = NULL;
    *file = NULL;
    sel_status status = sel_draft_file_open(path, &draft, err);
    if (status != SEL_OK)
        return status;
    sel_finding_file *fresh = sel_memory_resize(NULL, 1, sizeof *fresh);
    fresh->context = context;
    fresh->draft = draft;
    fresh->out = (sel_output){.stream = sel_stream_file(sel_draft_file_stream(draft))};
    fresh->scratch = sel_arena_create();
    sel_csv_put_line(&fresh->out, fresh->scratch, header, COLUMNS);
    *file = fresh;
    return SEL_OK;
}

void sel_finding_file_add(sel_finding_file *file, const sel_issue *issue, sel_str field)
{
    char cell[24];
    sel_arena *scratch = file->scratch;
    sel_arena_reset(scratch);
    const sel_str cells[COLUMNS] = {
        issue->source,
        issue->record,
        sel_str_of(issue->code),
        sel_str_of(sel_severity_name(sel_issue_severity(issue->code))),
        field,
        issue->line == 0 ? (sel_str){0} : sel_str_of(sel_tell_count(scratch, issue->line)),
        sel_str_of(sel_issue_cell(issue->column, issue->row, cell)),
        issue->found,
        sel_tell_issue(file->context, issue, scratch),
        sel_remedy_done(file->context, issue->code),
        sel_remedy_ask(file->context, issue->code),
        issue->suggestion};
    sel_csv_put_line(&file->out, scratch, cells, COLUMNS);
}

sel_status sel_finding_file_close(sel_finding_file *file, sel_error *err)
{
    if (file == NULL)
        return SEL_OK;
    sel_status status = sel_output_end(&file->out, err);
    status = sel_draft_file_end(file->draft, status, err);
    sel_arena_destroy(file->scratch);
    sel_memory_resize(file, 0, 1);
    return status;
}
