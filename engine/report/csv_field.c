#include "report/csv_field.h"

static bool needs_quotes(sel_str field)
{
    for (size_t i = 0; i < field.len; i++)
        if (strchr(",\"\r\n", field.ptr[i]) != NULL)
            return true;
    return field.len > 0 && (field.ptr[0] == ' ' || field.ptr[field.len - 1] == ' ');
}

void sel_csv_field_put(sel_output *out, sel_str field)
{
    if (!needs_quotes(field)) {
        sel_output_put(out, field);
        return;
    }
    sel_str part = {0};
    sel_output_text(out, "\"");
    for (bool first = true; sel_str_next(&field, '"', &part); first = false) {
        sel_output_text(out, first ? "" : "\"\"");
        sel_output_put(out, part);
    }
    sel_output_text(out, "\"");
}
