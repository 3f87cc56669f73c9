#include "report/csv_line.h"

#include "report/clean.h"

void sel_csv_put_text(sel_output *out, sel_arena *scratch, sel_str text)
{
    sel_output_csv_field(out, ',', sel_guard_formula(scratch, sel_clean_text(scratch, text)));
}

void sel_csv_put_line(sel_output *out, sel_arena *scratch, const sel_str *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        sel_output_text(out, i == 0 ? "" : ",");
        sel_csv_put_text(out, scratch, cells[i]);
    }
    sel_output_text(out, "\r\n");
}
