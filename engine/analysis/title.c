#include "analysis/title.h"

#include "analysis/order.h"
#include "base/fold.h"
#include "domain/programme.h"

enum { CODE_BITS = 21, TRIGRAM = 3 };

/* Code point at *at of well-formed UTF-8, as folding leaves it; moves *at behind it. */
static uint32_t next_code(sel_str text, size_t *at)
{
    unsigned char lead = (unsigned char)text.ptr[(*at)++];
    if (lead < 0x80)
        return lead;
    uint32_t code = lead >= 0xF0 ? lead & 0x07U : lead >= 0xE0 ? lead & 0x0FU : lead & 0x1FU;
    while (*at < text.len && ((unsigned char)text.ptr[*at] & 0xC0) == 0x80)
        code = code << 6 | ((unsigned char)text.ptr[(*at)++] & 0x3FU);
    return code;
}

static uint32_t drop_repeated(uint64_t *sorted, uint32_t count)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++)
        if (kept == 0 || sorted[kept - 1] != sorted[i])
            sorted[kept++] = sorted[i];
    return kept;
}

sel_title sel_title_read(sel_str text, sel_arena *arena)
{
    sel_title title = {.folded = sel_fold(arena, text)};
    uint64_t *trigrams = sel_arena_array(arena, title.folded.len, sizeof *trigrams);
    uint64_t last = 0;
    uint32_t codes = 0;
    const uint64_t mask = ((uint64_t)1 << TRIGRAM * CODE_BITS) - 1;
    for (size_t at = 0; at < title.folded.len;) {
        last = (last << CODE_BITS | next_code(title.folded, &at)) & mask;
        if (++codes >= TRIGRAM)
            trigrams[title.count++] = last;
    }
    qsort(trigrams, title.count, sizeof *trigrams, sel_order_keys);
    title.count = drop_repeated(trigrams, title.count);
    title.trigrams = trigrams;
    for (uint32_t i = 0; i < title.count; i++)
        title.signature |= (uint64_t)1 << (trigrams[i] * 0x9E3779B97F4A7C15U >> 58);
    return title;
}

static uint32_t count_bits(uint64_t bits)
{
    uint32_t count = 0;
    for (; bits != 0; bits &= bits - 1)
        count++;
    return count;
}

/* A bit that only one signature has stands for at least one trigram that only that title has. */
bool sel_title_may_be_alike(const sel_title *a, const sel_title *b, uint32_t least)
{
    uint32_t only_a = count_bits(a->signature & ~b->signature);
    uint32_t only_b = count_bits(b->signature & ~a->signature);
    uint32_t shared_a = a->count - only_a;
    uint32_t shared_b = b->count - only_b;
    uint64_t shared = shared_a < shared_b ? shared_a : shared_b;
    uint64_t all = (uint64_t)a->count + b->count - shared;
    return shared * SEL_PPM >= all * least;
}

uint32_t sel_title_likeness_ppm(const sel_title *a, const sel_title *b)
{
    if (a->count < SEL_TITLE_LEAST_TRIGRAMS || b->count < SEL_TITLE_LEAST_TRIGRAMS)
        return 0;
    uint32_t shared = 0;
    for (uint32_t i = 0, j = 0; i < a->count && j < b->count;) {
        uint64_t x = a->trigrams[i];
        uint64_t y = b->trigrams[j];
        shared += x == y;
        i += x <= y;
        j += y <= x;
    }
    uint64_t all = (uint64_t)a->count + b->count - shared;
    return (uint32_t)((uint64_t)shared * SEL_PPM / all);
}

static bool is_number(sel_str word)
{
    bool digits = false;
    bool roman = word.len > 0;
    for (size_t i = 0; i < word.len; i++) {
        char c = word.ptr[i];
        digits = digits || sel_ascii_is_digit(c);
        roman = roman && (c == 'i' || c == 'v' || c == 'x');
    }
    return digits || roman;
}

static bool next_number(sel_str *rest, sel_str *number)
{
    while (sel_str_next(rest, ' ', number))
        if (is_number(*number))
            return true;
    return false;
}

bool sel_title_same_numbers(const sel_title *a, const sel_title *b)
{
    sel_str rest_a = a->folded;
    sel_str rest_b = b->folded;
    sel_str x;
    sel_str y;
    for (;;) {
        bool more_a = next_number(&rest_a, &x);
        bool more_b = next_number(&rest_b, &y);
        if (!more_a || !more_b)
            return more_a == more_b;
        if (!sel_str_equal(x, y))
            return false;
    }
}
