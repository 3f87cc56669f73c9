#include "work/asked_lists.h"

#include "work/tell.h"

void sel_list_recipient_columns(const sel_listing *l, sel_table *table)
{
    sel_tell_column_for(l->context, table, "recipient", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(l->context, table, "country", SEL_COLUMN_TEXT);
}

void sel_list_capability_columns(const sel_listing *l, sel_table *table)
{
    sel_tell_column_for(l->context, table, "capability", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(l->context, table, "capability_name", SEL_COLUMN_TEXT);
}

void sel_list_recipient(const sel_listing *l, sel_table *table, uint32_t recipient)
{
    sel_cell_text(table, l->context->reference.geography.recipients[recipient].code);
    sel_cell_text(table, sel_context_recipient(l->context, recipient));
}

void sel_list_capability(const sel_listing *l, sel_table *table, uint32_t capability)
{
    sel_cell_text(table, l->context->reference.taxonomy.capabilities[capability].code);
    sel_cell_text(table, sel_context_capability(l->context, capability));
}

void sel_list_severity(sel_table *table, const sel_need *need)
{
    if (need->severity_low == need->severity_high)
        sel_cell_integer(table, need->severity_low);
    else
        sel_cell_interval(table, need->severity_low, need->severity_high);
}
