#include "work/repair.h"

#include "base/index.h"
#include "work/remedies.h"
#include "work/tell.h"

/* One finding; order is that in which they were met. */
typedef struct mending {
    sel_issue issue;
    sel_str field;
    uint32_t record; /* number among the records */
    uint32_t order;
    uint32_t rank; /* of its record, 0 the worst */
} mending;

struct sel_repair {
    sel_arena *arena;
    sel_index *records; /* "file\nrecord"; of a file alone "file\n" */
    mending *list;
    uint32_t count;
    uint32_t room;
    uint64_t left_out;
};

sel_repair *sel_repair_create(void)
{
    sel_repair *repair = sel_memory_resize(NULL, 1, sizeof *repair);
    *repair = (sel_repair){.arena = sel_arena_create(), .records = sel_index_create()};
    return repair;
}

void sel_repair_destroy(sel_repair *repair)
{
    if (repair == NULL)
        return;
    sel_index_destroy(repair->records);
    sel_arena_destroy(repair->arena);
    sel_memory_resize(repair, 0, 1);
}

/* A record without identifier is known by its line. */
static sel_str address_of(const sel_issue *issue, bool of_file, sel_arena *arena)
{
    sel_str record = of_file ? (sel_str){0} : issue->record;
    if (!of_file && record.len == 0)
        record = sel_str_of(sel_tell_count(arena, issue->line));
    return sel_str_printf(arena, "%.*s\n%.*s", SEL_STR_ARG(issue->source), SEL_STR_ARG(record));
}

void sel_repair_add(sel_repair *repair, const sel_issue *issue, sel_str field)
{
    const sel_remedy *remedy = sel_remedy_find(issue->code);
    if (remedy == NULL || remedy->ask == NULL)
        return;
    if (repair->count == SEL_REPAIR_MOST) {
        repair->left_out += 1;
        return;
    }
    sel_arena *arena = repair->arena;
    repair->list =
        sel_arena_one_more(arena, repair->list, repair->count, &repair->room, sizeof *repair->list);
    mending *one = &repair->list[repair->count];
    *one = (mending){.field = sel_str_copy(arena, field),
                     .record =
                         sel_index_add(repair->records, address_of(issue, remedy->of_file, arena)),
                     .order = repair->count};
    (void)sel_issue_copy(issue, arena, &one->issue);
    repair->count += 1;
}

/* --- worst first --- */

typedef struct standing {
    bool of_file;
    uint64_t counts[3]; /* by sel_severity */
    uint32_t record;
} standing;

static int worst_first(const void *a, const void *b)
{
    const standing *left = a;
    const standing *right = b;
    if (left->of_file != right->of_file)
        return left->of_file ? -1 : 1;
    for (int severity = SEL_FAULT; severity >= SEL_NOTE; severity--)
        if (left->counts[severity] != right->counts[severity])
            return left->counts[severity] > right->counts[severity] ? -1 : 1;
    return (left->record > right->record) - (left->record < right->record);
}

static int by_rank(const void *a, const void *b)
{
    const mending *left = a;
    const mending *right = b;
    if (left->rank != right->rank)
        return left->rank < right->rank ? -1 : 1;
    sel_severity of_left = sel_issue_severity(left->issue.code);
    sel_severity of_right = sel_issue_severity(right->issue.code);
    if (of_left != of_right)
        return of_left > of_right ? -1 : 1;
    return (left->order > right->order) - (left->order < right->order);
}

static void rank_records(sel_repair *repair)
{
    uint32_t count = sel_index_count(repair->records);
    standing *records = sel_arena_array(repair->arena, count, sizeof *records);
    uint32_t *ranks = sel_arena_array(repair->arena, count, sizeof *ranks);
    for (uint32_t i = 0; i < count; i++)
        records[i].record = i;
    for (uint32_t i = 0; i < repair->count; i++) {
        const mending *one = &repair->list[i];
        records[one->record].counts[sel_issue_severity(one->issue.code)] += 1;
        records[one->record].of_file = sel_remedy_find(one->issue.code)->of_file;
    }
    if (count > 0)
        qsort(records, count, sizeof *records, worst_first);
    for (uint32_t i = 0; i < count; i++)
        ranks[records[i].record] = i;
    for (uint32_t i = 0; i < repair->count; i++)
        repair->list[i].rank = ranks[repair->list[i].record];
    if (repair->count > 0)
        qsort(repair->list, repair->count, sizeof *repair->list, by_rank);
}

/* --- telling --- */

static void tell_row(const sel_context *context, sel_table *table, const mending *one)
{
    char cell[24];
    const sel_issue *issue = &one->issue;
    sel_arena *arena = table->arena;
    sel_table_row(table);
    sel_cell_text(table, issue->source);
    sel_cell_text(table, issue->record);
    sel_cell_text(table, one->field);
    if (issue->line > 0)
        sel_cell_integer(table, (int64_t)issue->line);
    else
        sel_cell_empty(table);
    sel_issue_cell(issue->column, issue->row, cell);
    sel_cell_text(table, sel_str_of(sel_tell_text(arena, sel_str_of(cell))));
    sel_cell_text(table, issue->found);
    sel_cell_text(table, sel_tell_issue(context, issue, arena));
    sel_cell_text(table, sel_remedy_done(context, issue->code));
    sel_cell_text(table, sel_remedy_ask(context, issue->code));
    sel_cell_text(table, issue->suggestion);
    sel_cell_text(table, sel_str_of(sel_severity_name(sel_issue_severity(issue->code))));
    sel_cell_text(table, sel_str_of(issue->code));
}

void sel_repair_tell(const sel_context *context, sel_repair *repair, sel_report *report)
{
    static const struct {
        const char *id;
        sel_column_type type;
        sel_readers readers;
    } columns[] = {{"file", SEL_COLUMN_TEXT, SEL_FOR_ALL},
                   {"record", SEL_COLUMN_TEXT, SEL_FOR_ALL},
                   {"field", SEL_COLUMN_TEXT, SEL_FOR_ALL},
                   {"line", SEL_COLUMN_INTEGER, SEL_FOR_ALL},
                   {"cell", SEL_COLUMN_TEXT, SEL_FOR_ALL},
                   {"found", SEL_COLUMN_TEXT, SEL_FOR_ALL},
                   {"remark", SEL_COLUMN_TEXT, SEL_FOR_ALL},
                   {"done", SEL_COLUMN_TEXT, SEL_FOR_ALL},
                   {"ask", SEL_COLUMN_TEXT, SEL_FOR_ALL},
                   {"suggestion", SEL_COLUMN_TEXT, SEL_FOR_ALL},
                   {"severity", SEL_COLUMN_TEXT, SEL_FOR_MACHINES},
                   {"code", SEL_COLUMN_TEXT, SEL_FOR_ALL}};
    rank_records(repair);
    sel_section *section = sel_report_section(report, "repair", (sel_str){0});
    sel_section_paragraph(section, sel_tell_word(context, "repair.about"));
    sel_table *table = sel_section_table(section, "repair", sel_tell_word(context, "repair.title"));
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        sel_tell_column_for(context, table, columns[i].id, columns[i].type, columns[i].readers);
    for (uint32_t i = 0; i < repair->count; i++)
        tell_row(context, table, &repair->list[i]);
    if (repair->left_out > 0)
        sel_section_paragraph(section,
                              sel_say(report->arena, &context->words, "repair.more", "n",
                                      sel_tell_count(report->arena, repair->left_out), NULL));
}
