#include "domain/response.h"

sel_str sel_response_respondent(const sel_response *response, const sel_geography *geography)
{
    return response->recipient < geography->count ? geography->recipients[response->recipient].code
                                                  : response->respondent;
}

sel_str sel_answer_text(const sel_answer *answer)
{
    return answer != NULL && answer->kind == SEL_ANSWER_VALUE ? sel_str_trim(answer->text)
                                                              : (sel_str){0};
}

sel_days sel_answer_days(const sel_answer *answer)
{
    sel_days first = {0};
    sel_days last = {0};
    sel_str text = sel_answer_text(answer);
    if (text.len < 10 || sel_date_read(sel_str_part(text, 0, 10), &first) != SEL_DATE_OK)
        return (sel_days){0};
    if (text.len == 21 && sel_date_read(sel_str_part(text, 11, 10), &last) == SEL_DATE_OK)
        first.latest = last.latest;
    return first;
}

int8_t sel_answer_truth(const sel_answer *answer)
{
    sel_str text = sel_answer_text(answer);
    return (int8_t)(sel_str_is(text, "yes") ? 1 : sel_str_is(text, "no") ? 0 : SEL_UNKNOWN);
}

const sel_answer *sel_response_answer(const sel_response *response, uint32_t item)
{
    uint32_t low = 0;
    uint32_t high = response->answer_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (response->answers[middle].item == item)
            return &response->answers[middle];
        if (response->answers[middle].item < item)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

bool sel_response_is_identity(sel_str item)
{
    static const char *const names[] = {"country",      "agency",      "round", "filled_by",
                                        "approved_by",  "answered_on", "lead",  "disclosure",
                                        "illustrative", "language"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (sel_str_is(item, names[i]))
            return true;
    return false;
}
