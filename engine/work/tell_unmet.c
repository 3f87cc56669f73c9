/* Requests that nobody has met. A request is met when a donor says so of its recipient and
 * capability after it came in, or when a programme cites it. */
#include "work/asked_lists.h"

#include "work/tell.h"

static bool answers(const sel_study_offer *offer, const sel_study_request *request)
{
    return offer->recipient == request->recipient && offer->capability == request->capability &&
           (!offer->answered.known || offer->answered.latest >= sel_time_day(request->received));
}

/* The best that donors answered; offers ascend by recipient and capability. */
static sel_reaction best_answer(const sel_study *study, const sel_study_request *request)
{
    static const int rank[] = {[SEL_REACTION_UNKNOWN] = 0,
                               [SEL_REACTION_DECLINED] = 1,
                               [SEL_REACTION_PENDING] = 2,
                               [SEL_REACTION_PARTLY] = 3,
                               [SEL_REACTION_MET] = 4};
    sel_reaction best = SEL_REACTION_UNKNOWN;
    for (uint32_t i = 0; i < study->offer_count; i++)
        if (answers(&study->offers[i], request) && rank[study->offers[i].reaction] > rank[best])
            best = study->offers[i].reaction;
    return best;
}

static bool *cited_requests(const sel_assessment *all)
{
    const sel_study *study = all->study;
    bool *cited = sel_arena_array(all->arena, study->request_count, sizeof *cited);
    for (uint32_t i = 0; i < study->programme_count; i++)
        if (study->programmes[i].request != SEL_NONE)
            cited[study->programmes[i].request] = true;
    return cited;
}

static int by_age(const void *a, const void *b)
{
    const sel_study_request *left = *(const sel_study_request *const *)a;
    const sel_study_request *right = *(const sel_study_request *const *)b;
    if (left->received != right->received)
        return left->received < right->received ? -1 : 1;
    return sel_str_compare(left->id, right->id);
}

static void request_row(const sel_listing *l, const sel_study_request *request)
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
    sel_cell_text(l->table, sel_tell_word(l->context, words[best_answer(study, request)]));
    sel_cell_text(l->table, sel_str_copy(arena, request->outcome));
}

sel_status sel_list_unmet(sel_listing *l)
{
    const sel_assessment *all = l->assessment;
    const sel_study *study = all->study;
    const bool *cited = cited_requests(all);
    const sel_study_request **order =
        sel_arena_array(all->arena, study->request_count, sizeof *order);
    uint32_t count = 0;
    for (uint32_t i = 0; i < study->request_count; i++)
        if (!study->requests[i].withdrawn.known && !cited[i] &&
            best_answer(study, &study->requests[i]) != SEL_REACTION_MET)
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
        request_row(l, order[i]);
    sel_report_foot(l->report, sel_tell_word(l->context, "list.unmet-requests-how"));
    return SEL_OK;
}
