#include "work/receipts.h"

/* The language that the sender asked to be answered in. */
static sel_str wish_of(const sel_response *response)
{
    uint32_t item = sel_questionnaire_item(response->questionnaire, SEL_STR("language"));
    const sel_answer *answer = item == SEL_NONE ? NULL : sel_response_answer(response, item);
    return answer == NULL || answer->kind != SEL_ANSWER_VALUE ? (sel_str){0} : answer->text;
}

sel_str sel_receipt_who(const sel_context *context, const sel_receipt *receipt)
{
    return receipt->recipient == SEL_NONE ? receipt->organisation
                                          : sel_context_recipient(context, receipt->recipient);
}

sel_receipt *sel_receipt_keep(const sel_context *context, const sel_response *response,
                              bool supported, sel_intake *intake)
{
    if (intake->receipt_count == SEL_RECEIPTS_KEPT)
        return NULL;
    sel_arena *arena = intake->issues.arena;
    intake->receipts = sel_arena_one_more(arena, intake->receipts, intake->receipt_count,
                                          &intake->receipt_room, sizeof *intake->receipts);
    sel_receipt *receipt = &intake->receipts[intake->receipt_count++];
    *receipt = (sel_receipt){
        .number = intake->next_response,
        .recipient = response->recipient,
        .organisation = sel_str_copy(arena, response->organisation),
        .respondent =
            sel_str_copy(arena, sel_response_respondent(response, &context->reference.geography)),
        .questionnaire = sel_str_copy(arena, response->questionnaire->id),
        .supported = supported,
        .agency = sel_str_copy(arena, response->agency),
        .round = sel_str_copy(arena, response->round),
        .disclosure = sel_str_copy(arena, response->disclosure),
        .answers = response->answer_count,
        .illustrative = response->illustrative,
        .line = response->line,
        .wish = sel_str_copy(arena, wish_of(response)),
    };
    return receipt;
}

void sel_receipt_accept(sel_receipt *receipt, const sel_put_response *put, sel_arena *arena)
{
    receipt->outcome = put->outcome;
    receipt->revision = put->revision;
    char code[16];
    snprintf(code, sizeof code, "%.4s-%.4s", put->content, put->content + 4);
    for (char *c = code; *c != '\0'; c++)
        if (*c >= 'a' && *c <= 'f')
            *c = (char)(*c - 'a' + 'A');
    receipt->code = sel_str_copy(arena, sel_str_of(code));
}
