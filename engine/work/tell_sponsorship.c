/* Who asks for sponsorship to take part in the next two years. */
#include "work/asked_lists.h"

#include "work/tell.h"

static sel_str said(const sel_listing *l, int8_t answer)
{
    return sel_tell_word(l->context, answer == 1   ? "said.yes"
                                     : answer == 0 ? "said.no"
                                                   : "why.not-answered");
}

sel_status sel_list_sponsorship(sel_listing *l)
{
    const sel_study *study = l->assessment->study;
    static const char *const ids[] = {"agency", "round", "sponsored", "attended", NULL};
    sel_list_recipient_columns(l, l->table);
    sel_list_columns(l, ids);
    for (uint32_t i = 0; i < study->submission_count; i++) {
        const sel_study_submission *from = &study->submissions[i];
        if (from->wants_sponsorship != 1 || from->recipient == SEL_NONE)
            continue;
        sel_table_row(l->table);
        sel_list_recipient(l, l->table, from->recipient);
        sel_cell_text(l->table, sel_str_copy(l->table->arena, from->agency));
        sel_cell_text(l->table, sel_str_copy(l->table->arena, from->round));
        sel_cell_text(l->table, said(l, from->sponsored));
        sel_cell_text(l->table, said(l, from->attended));
    }
    sel_report_foot(l->report, sel_tell_word(l->context, "list.sponsorship-how"));
    return SEL_OK;
}
