#include "domain/response.h"

#include "base/hash.h"

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

static void add_text(sel_hash *hash, sel_str text)
{
    uint64_t length = text.len;
    sel_hash_add(hash, &length, sizeof length);
    sel_hash_add(hash, text.ptr, text.len);
}

void sel_response_fingerprint(sel_response *response)
{
    sel_hash hash;
    sel_hash_start(&hash);
    add_text(&hash, response->questionnaire->id);
    add_text(&hash, response->questionnaire->version);
    add_text(&hash, response->agency);
    add_text(&hash, response->round);
    add_text(&hash, response->disclosure);
    const int64_t facts[] = {response->recipient, response->answered_on.earliest,
                             response->answered_on.known, response->lead, response->illustrative};
    sel_hash_add(&hash, facts, sizeof facts);
    for (uint32_t i = 0; i < response->answer_count; i++) {
        const sel_answer *answer = &response->answers[i];
        add_text(&hash, response->questionnaire->items[answer->item].name);
        const int64_t value[] = {answer->kind, answer->is_number, answer->number};
        sel_hash_add(&hash, value, sizeof value);
        add_text(&hash, answer->text);
    }
    sel_hash_finish(&hash, response->hash);
}
