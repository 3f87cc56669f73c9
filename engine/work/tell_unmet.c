/* Requests that nobody has met. */
#include "work/asked_lists.h"

#include "analysis/request_standing.h"
#include "work/tell.h"

static int by_age(const void *a, const void *b)
{
    const sel_study_request *left = *(const sel_study_request *const *)a;
    const sel_study_request *right = *(const sel_study_request *const *)b;
    if (left->received != right->received)
        return left->received < right->received ? -1 : 1;
    return sel_str_compare(left->id, right->id);
}

static void request_row(const sel_listing *l, const sel_study_request *request, sel_reaction answer)
{
    static const char *const words[] = {[SEL_REACTION_UNKNOWN] = "reaction.unknown",
                                        [SEL_REACTION_DECLINED] = "reaction.declined",
                                        [SEL_REACTION_PENDING] = "reaction.pending",
                                        [SEL_REACTION_PARTLY] = "reaction.partly",
                                        [SEL_REACTION_MET] = "reaction.unknown"};
    const sel_study *study = l->assessment->study;
    sel_arena *arena = l->table->arena;
    sel_day received = sel_time_day(request->received);
    sel_table_row(l->table);
    sel_cell_text(l->table, sel_str_copy(arena, request->id));
    sel_list_recipient(l, l->table, request->recipient);
    sel_list_capability(l, l->table, request->capability);
    sel_cell_date(l->table, received);
    sel_cell_integer(l->table, study->as_of > received ? study->as_of - received : 0);
    sel_cell_text(l->table, sel_tell_word(l->context, words[answer]));
    sel_cell_text(l->table, sel_str_copy(arena, request->outcome));
}

sel_status sel_list_unmet(sel_listing *l)
{
    const sel_assessment *all = l->assessment;
    const sel_study *study = all->study;
    const sel_request_state *states = sel_request_states(study, all->arena);
    const sel_study_request **order =
        sel_arena_array(all->arena, study->request_count, sizeof *order);
    uint32_t count = 0;
    for (uint32_t i = 0; i < study->request_count; i++)
        if (states[i].standing == SEL_REQUEST_OPEN)
            order[count++] = &study->requests[i];
    if (count > 1)
        qsort(order, count, sizeof *order, by_age);
    sel_tell_column(l->context, l->table, "request", SEL_COLUMN_TEXT);
    sel_list_recipient_columns(l, l->table);
    sel_list_capability_columns(l, l->table);
    sel_tell_column(l->context, l->table, "received", SEL_COLUMN_DATE);
    sel_tell_column(l->context, l->table, "days_open", SEL_COLUMN_INTEGER);
    sel_tell_column(l->context, l->table, "reply", SEL_COLUMN_TEXT);
    sel_tell_column(l->context, l->table, "outcome_wanted", SEL_COLUMN_TEXT);
    for (uint32_t i = 0; i < count; i++)
        request_row(l, order[i], states[order[i] - study->requests].answer);
    sel_report_foot(l->report, sel_tell_word(l->context, "list.unmet-requests-how"));
    return SEL_OK;
}
