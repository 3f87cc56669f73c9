#include "store/answer_list.h"
#include "store/response_rows.h"

_Static_assert(sizeof(((sel_prepared_response *)NULL)->content) == SEL_HASH_ROOM, "64 digits");

static sel_status check_response(const sel_response *response, const sel_geography *geography,
                                 sel_error *err)
{
    if (sel_response_respondent(response, geography).len == 0)
        return sel_fail(err, SEL_USAGE, "the response does not say who answers");
    if (response->disclosure.len == 0)
        return sel_fail(err, SEL_USAGE, "the response does not say who may see it");
    for (uint32_t i = 0; i < response->answer_count; i++) {
        const sel_answer *answer = &response->answers[i];
        if (answer->item >= response->questionnaire->item_count ||
            (i > 0 && answer->item <= response->answers[i - 1].item))
            return sel_fail(err, SEL_USAGE, "the answers are not in the order of the questions");
        if (!sel_str_is_utf8(answer->text))
            return sel_fail(err, SEL_USAGE, "an answer is not UTF-8");
    }
    return SEL_OK;
}

static void fingerprint(const sel_response_head *head, const sel_response *response,
                        char content[SEL_HASH_ROOM])
{
    sel_hash hash;
    sel_hash_start_content(&hash);
    sel_row_hash(&hash, sel_response_head_form(), head);
    for (uint32_t i = 0; i < response->answer_count; i++)
        sel_answer_hash(&hash, &response->answers[i]);
    sel_hash_finish(&hash, content);
}

sel_response_head sel_response_head_of(const sel_response *response, const sel_geography *geography)
{
    return (sel_response_head){
        .questionnaire = response->questionnaire->id,
        .version = response->questionnaire->version,
        .recipient = sel_response_respondent(response, geography),
        .agency = response->agency,
        .round = response->round,
        .disclosure = response->disclosure,
        .answered_on = response->answered_on,
        .lead = response->lead,
        .illustrative = response->illustrative,
    };
}

sel_status sel_response_prepare(const sel_response *response, const sel_geography *geography,
                                sel_arena *arena, sel_prepared_response *prepared, sel_error *err)
{
    sel_status status = check_response(response, geography, err);
    if (status != SEL_OK)
        return status;
    const sel_response_head head = sel_response_head_of(response, geography);
    fingerprint(&head, response, prepared->content);
    prepared->answers = sel_answer_list_write(response->answers, response->answer_count, arena);
    return SEL_OK;
}
