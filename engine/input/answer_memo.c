#include "input/answer_memo.h"

enum { SLOTS = 2048, NEAR = 4 };

/* A text as two numbers that differ whenever texts of one length do: its beginning and its end. */
typedef struct words {
    uint64_t first;
    uint64_t last;
} words;

_Static_assert((SLOTS & (SLOTS - 1)) == 0, "a power of 2");

typedef struct slot {
    words text;
    uint32_t length; /* of the text; 0: free */
    uint32_t item;
    bool is_number;
    sel_answer_kind kind;
    union {
        int64_t number;
        sel_str text;
    } says;
} slot;

struct sel_answer_memo {
    slot slots[SLOTS];
};

sel_answer_memo *sel_answer_memo_create(void)
{
    sel_answer_memo *memo = sel_memory_resize(NULL, 1, sizeof *memo);
    memset(memo, 0, sizeof *memo);
    return memo;
}

void sel_answer_memo_destroy(sel_answer_memo *memo)
{
    sel_memory_resize(memo, 0, 1);
}

static uint64_t eight_bytes(const char *at)
{
    uint64_t bytes;
    memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

static uint64_t four_bytes(const char *at)
{
    uint32_t bytes;
    memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

/* Both ends overlap in a text that is shorter than both. */
static words words_of(sel_str text)
{
    const char *at = text.ptr;
    size_t length = text.len;
    if (length >= 8)
        return (words){eight_bytes(at), eight_bytes(at + length - 8)};
    if (length >= 4)
        return (words){four_bytes(at), four_bytes(at + length - 4)};
    return (words){(unsigned char)at[0],
                   (uint64_t)(unsigned char)at[length / 2] << 8 | (unsigned char)at[length - 1]};
}

/* Where text is kept, or the first free place near its own; NULL: neither. */
static const slot *place_of(const sel_answer_memo *memo, uint32_t item, sel_str text)
{
    words w = words_of(text);
    /* multiplicative hashing, Knuth 1973, 6.4 */
    uint64_t hash = (w.first * 31 + w.last * 7 + item) * 0x9E3779B97F4A7C15U;
    for (size_t i = 0; i < NEAR; i++) {
        const slot *s = &memo->slots[((hash >> 48) + i) & (SLOTS - 1)];
        bool same = s->item == item && s->length == text.len && s->text.first == w.first &&
                    s->text.last == w.last;
        if (same || s->length == 0)
            return s;
    }
    return NULL;
}

bool sel_answer_memo_find(const sel_answer_memo *memo, sel_str text, sel_answer *answer)
{
    if (text.len == 0 || text.len > SEL_MEMO_TEXT_MAX)
        return false;
    const slot *s = place_of(memo, answer->item, text);
    if (s == NULL || s->length == 0)
        return false;
    answer->kind = s->kind;
    answer->is_number = s->is_number;
    answer->number = s->is_number ? s->says.number : 0;
    answer->text = s->is_number ? (sel_str){0} : s->says.text;
    return true;
}

void sel_answer_memo_keep(sel_answer_memo *memo, sel_str text, const sel_answer *answer)
{
    if (text.len == 0 || text.len > SEL_MEMO_TEXT_MAX)
        return;
    const slot *place = place_of(memo, answer->item, text);
    if (place == NULL)
        return;
    slot *s = &memo->slots[place - memo->slots];
    *s = (slot){.text = words_of(text),
                .length = (uint32_t)text.len,
                .item = answer->item,
                .is_number = answer->is_number,
                .kind = answer->kind};
    if (answer->is_number)
        s->says.number = answer->number;
    else
        s->says.text = answer->text;
}
