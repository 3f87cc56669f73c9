#include "input/register_cells.h"

sel_str sel_register_cell(const sel_register_row *r, sel_register_field field)
{
    uint32_t column = r->columns[field];
    return column == SEL_NONE ? (sel_str){0} : sel_register_unguard(sel_csv_cell(r->row, column));
}

sel_str sel_register_kept(const sel_register_row *r, sel_register_field field)
{
    return sel_str_copy(r->arena, sel_register_cell(r, field));
}

void sel_register_report(const sel_register_row *r, const char *code, sel_register_field field,
                         sel_str found, sel_str suggestion)
{
    uint32_t column = r->columns[field];
    sel_issues_add(r->issues, &(sel_issue){.code = code,
                                           .source = r->source,
                                           .line = r->row->line,
                                           .row = r->row->row,
                                           .column = column == SEL_NONE ? 0 : column + 1,
                                           .subject = sel_str_of(sel_register_field_name(field)),
                                           .record = r->record.id,
                                           .found = found,
                                           .suggestion = suggestion});
}

void sel_register_trace(sel_register_row *r, sel_register_field field, const char *rule)
{
    uint32_t column = r->columns[field];
    if (column == SEL_NONE || sel_register_cell(r, field).len == 0)
        return;
    r->fields[r->record.field_count++] = (sel_field_place){.field = sel_register_field_name(field),
                                                           .line = r->row->line,
                                                           .column = column + 1,
                                                           .raw = sel_register_kept(r, field),
                                                           .rule = rule};
}

sel_str sel_register_meant(const sel_register_row *r, sel_str written)
{
    return sel_str_copy(r->arena, sel_register_plain(r->arena, written));
}

sel_str *sel_register_values(const sel_register_row *r, sel_register_field field, uint32_t *count)
{
    sel_str *values = NULL;
    uint32_t room = 0;
    sel_str rest = sel_register_cell(r, field);
    sel_str value;
    *count = 0;
    while (sel_register_next_value(&rest, &value)) {
        if (*count == SEL_REGISTER_VALUES_MAX) {
            sel_register_report(r, "W_TOO_MANY", field, value, (sel_str){0});
            break;
        }
        values = sel_arena_one_more(r->arena, values, *count, &room, sizeof *values);
        values[(*count)++] = value;
    }
    return values;
}
