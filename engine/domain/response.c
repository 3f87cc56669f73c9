#include "domain/response.h"

sel_str sel_response_respondent(const sel_response *response, const sel_geography *geography)
{
    return response->recipient < geography->count ? geography->recipients[response->recipient].code
                                                  : response->respondent;
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
