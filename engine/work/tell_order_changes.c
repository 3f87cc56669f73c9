#include "work/tell_order_changes.h"

void sel_order_name_column(sel_table *table, const char *id, const char *title_id, sel_str label,
                           const sel_order_names *names)
{
    bool titles = names->titles != NULL;
    sel_table_column(
        table,
        (sel_column){.id = id, .label = label, .readers = titles ? SEL_FOR_MACHINES : SEL_FOR_ALL});
    if (titles)
        sel_table_column(table, (sel_column){.id = title_id, .label = label});
}

void sel_order_name_cell(sel_table *table, uint32_t row, const sel_order_names *names)
{
    sel_cell_text(table, names->alternatives[row]);
    if (names->titles != NULL)
        sel_cell_text(table, names->titles[row]);
}
