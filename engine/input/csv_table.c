#include "input/csv_table.h"

typedef struct table {
    const char *const *columns;
    uint32_t places[SEL_TABLE_COLUMNS_MAX];
    uint32_t width; /* of the header; 0 before it was read */
    sel_table_take *take;
    void *to;
    const char *source;
    sel_error *err;
    sel_status status;
} table;

static bool fail_at(table *t, uint64_t line, const char *format, const char *what)
{
    t->status = sel_fail(t->err, SEL_BAD_INPUT, format, what);
    sel_error_place(t->err, t->source, line, 0);
    return false;
}

static bool take_header(table *t, const sel_csv_row *row)
{
    t->width = row->count;
    for (size_t i = 0; t->columns[i] != NULL; i++) {
        bool optional = t->columns[i][0] == '?';
        const char *name = t->columns[i] + optional;
        t->places[i] = UINT32_MAX;
        for (uint32_t j = 0; j < row->count; j++)
            if (sel_str_is(sel_csv_cell(row, j), name))
                t->places[i] = j;
        if (t->places[i] == UINT32_MAX && !optional)
            return fail_at(t, row->line, "column '%s' is missing", name);
    }
    return true;
}

static bool take_row(void *to, const sel_csv_row *row)
{
    table *t = to;
    if (t->width == 0)
        return take_header(t, row);
    if (row->count != t->width)
        return fail_at(t, row->line, "%s", "the row has not as many cells as the header");
    sel_str fields[SEL_TABLE_COLUMNS_MAX] = {0};
    for (size_t i = 0; t->columns[i] != NULL; i++)
        if (t->places[i] != UINT32_MAX)
            fields[i] = sel_csv_cell(row, t->places[i]);
    t->status = t->take(t->to, fields, t->err);
    if (t->status != SEL_OK)
        sel_error_place(t->err, t->source, row->line, 0);
    return t->status == SEL_OK;
}

sel_status sel_csv_table_read(sel_bytes *bytes, const char *const *columns, sel_table_take *take,
                              void *to, sel_error *err)
{
    table t = {.columns = columns,
               .take = take,
               .to = to,
               .source = sel_bytes_name(bytes).ptr,
               .err = err};
    sel_status status = sel_csv_read(bytes, ',', take_row, &t, NULL, err);
    if (status == SEL_OK && t.width == 0)
        fail_at(&t, 0, "%s", "the file is empty");
    return status != SEL_OK ? status : t.status;
}

sel_status sel_csv_table_file(const char *path, const char *const *columns, sel_table_take *take,
                              void *to, sel_error *err)
{
    sel_bytes *bytes = NULL;
    sel_status status = sel_bytes_open(path, &bytes, err);
    if (status == SEL_OK)
        status = sel_csv_table_read(bytes, columns, take, to, err);
    sel_bytes_close(bytes);
    return status;
}
