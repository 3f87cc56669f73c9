/* Capabilities in the mandate of several bodies, with no lead named by any of them. */
#include "work/asked_lists.h"

#include "base/text.h"
#include "work/tell.h"

/* The mandates of one capability from `first` on. */
static uint32_t end_of(const sel_study *study, uint32_t first)
{
    uint32_t end = first;
    while (end < study->mandate_count &&
           study->mandates[end].capability == study->mandates[first].capability)
        end++;
    return end;
}

/* Mandates ascend by body within a capability, so a body's several answers stand together. */
static void tell_capability(const sel_listing *l, uint32_t first, uint32_t end)
{
    const sel_study_mandate *mandates = l->assessment->study->mandates;
    sel_text names = {.arena = l->table->arena};
    uint32_t bodies = 0;
    uint32_t cited = 0;
    uint32_t last = SEL_NONE;
    for (uint32_t i = first; i < end; i++) {
        if (mandates[i].covered != 1)
            continue;
        if (mandates[i].lead.len > 0)
            return;
        cited += mandates[i].cited && mandates[i].body != last;
        if (mandates[i].body == last)
            continue;
        last = mandates[i].body;
        sel_text_printf(&names, "%s%.*s", bodies++ == 0 ? "" : ", ",
                        SEL_STR_ARG(sel_context_recipient(l->context, last)));
    }
    if (bodies < 2)
        return;
    sel_table_row(l->table);
    sel_list_capability(l, l->table, mandates[first].capability);
    sel_cell_text(l->table, sel_text_str(&names));
    sel_cell_integer(l->table, bodies);
    sel_cell_integer(l->table, cited);
}

sel_status sel_list_shared_mandates(sel_listing *l)
{
    const sel_study *study = l->assessment->study;
    sel_list_capability_columns(l, l->table);
    sel_tell_column(l->context, l->table, "bodies", SEL_COLUMN_TEXT);
    sel_tell_column(l->context, l->table, "count", SEL_COLUMN_INTEGER);
    sel_tell_column(l->context, l->table, "cited", SEL_COLUMN_INTEGER);
    for (uint32_t first = 0; first < study->mandate_count; first = end_of(study, first))
        tell_capability(l, first, end_of(study, first));
    sel_report_foot(l->report, sel_tell_word(l->context, "list.shared-mandates-how"));
    return SEL_OK;
}
