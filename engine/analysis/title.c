#include "analysis/title.h"

#include "analysis/order.h"
#include "analysis/tongue.h"
#include "base/fold.h"
#include "domain/programme.h"

enum { CODE_BITS = 21, TRIGRAM = 3, SKETCH_ROOM = 256 };

/* Fibonacci hashing (Knuth 1973): the high bits of the product are well mixed. */
static const uint64_t MIXER = 0x9E3779B97F4A7C15U;

static uint32_t drop_repeated(uint64_t *sorted, uint32_t count)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++)
        if (kept == 0 || sorted[kept - 1] != sorted[i])
            sorted[kept++] = sorted[i];
    return kept;
}

static void sign(sel_title_sketch *sketch, uint64_t trigram)
{
    uint64_t bit = trigram * MIXER >> 56;
    sketch->signature[bit / 64] |= (uint64_t)1 << bit % 64;
}

/* The next trigram of a folded text; false at its end. *last begins as 0, *codes counts. */
static bool next_trigram(sel_str folded, size_t *at, uint64_t *last, uint32_t *codes)
{
    const uint64_t mask = ((uint64_t)1 << TRIGRAM * CODE_BITS) - 1;
    while (*at < folded.len) {
        *last = (*last << CODE_BITS | sel_tongue_next_code(folded, at)) & mask;
        if (++*codes >= TRIGRAM)
            return true;
    }
    return false;
}

sel_title sel_title_read(sel_str text, sel_arena *arena)
{
    sel_title title = {.folded = sel_fold(arena, text)};
    title.tongue = sel_tongue_of(title.folded);
    uint64_t *trigrams = sel_arena_array(arena, title.folded.len, sizeof *trigrams);
    uint64_t last = 0;
    uint32_t codes = 0;
    for (size_t at = 0; next_trigram(title.folded, &at, &last, &codes);)
        trigrams[title.count++] = last;
    qsort(trigrams, title.count, sizeof *trigrams, sel_order_keys);
    title.count = drop_repeated(trigrams, title.count);
    title.trigrams = trigrams;
    for (uint32_t i = 0; i < title.count; i++)
        sign(&title.sketch, trigrams[i]);
    title.sketch.count = title.count;
    return title;
}

sel_title_sketch sel_title_sketch_of(sel_str text, sel_arena *scratch)
{
    sel_arena_reset(scratch);
    sel_str folded = sel_fold(scratch, text);
    if (folded.len > SKETCH_ROOM / 2) {
        sel_title title = sel_title_read(text, scratch);
        return title.sketch;
    }
    uint64_t seen[SKETCH_ROOM] = {0}; /* open addressing; at most half full, no trigram is 0 */
    sel_title_sketch sketch = {0};
    uint64_t last = 0;
    uint32_t codes = 0;
    for (size_t at = 0; next_trigram(folded, &at, &last, &codes);) {
        size_t slot = last * MIXER >> 48 & (SKETCH_ROOM - 1);
        while (seen[slot] != 0 && seen[slot] != last)
            slot = (slot + 1) % SKETCH_ROOM;
        sketch.count += seen[slot] == 0;
        seen[slot] = last;
        sign(&sketch, last);
    }
    return sketch;
}

/* Sums of neighbouring bits, pairs, nibbles, then all bytes at once (Warren 2013). */
static uint32_t count_bits(uint64_t bits)
{
    bits -= bits >> 1 & 0x5555555555555555U;
    bits = (bits & 0x3333333333333333U) + (bits >> 2 & 0x3333333333333333U);
    bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0FU;
    return (uint32_t)(bits * 0x0101010101010101U >> 56);
}

/* A bit that only one signature has stands for at least one trigram that only that title has; and
 * shared / (a + b - shared) >= least says that shared * (1 + least) >= (a + b) * least. Titles that
 * are unlike are mostly told by the first words. */
bool sel_title_may_be_alike(const sel_title_sketch *a, const sel_title_sketch *b, uint32_t least)
{
    uint64_t needed = ((uint64_t)a->count + b->count) * least;
    uint64_t per_shared = (uint64_t)SEL_PPM + least;
    uint64_t shared_a = a->count;
    uint64_t shared_b = b->count;
    for (int i = 0; i < SEL_SIGNATURE_WORDS; i++) {
        shared_a -= count_bits(a->signature[i] & ~b->signature[i]);
        shared_b -= count_bits(b->signature[i] & ~a->signature[i]);
        if (shared_a * per_shared < needed || shared_b * per_shared < needed)
            return false;
    }
    return true;
}

bool sel_title_may_be_contained(const sel_title_sketch *a, const sel_title_sketch *b,
                                uint32_t least)
{
    const sel_title_sketch *few = a->count < b->count ? a : b;
    const sel_title_sketch *many = few == a ? b : a;
    uint64_t shared = few->count;
    for (int i = 0; i < SEL_SIGNATURE_WORDS; i++) {
        shared -= count_bits(few->signature[i] & ~many->signature[i]);
        if (shared * SEL_PPM < (uint64_t)few->count * least)
            return false;
    }
    return few->count >= 2 * SEL_TITLE_LEAST_TRIGRAMS;
}

static uint32_t count_shared(const sel_title *a, const sel_title *b)
{
    uint32_t shared = 0;
    for (uint32_t i = 0, j = 0; i < a->count && j < b->count;) {
        uint64_t x = a->trigrams[i];
        uint64_t y = b->trigrams[j];
        shared += x == y;
        i += x <= y;
        j += y <= x;
    }
    return shared;
}

uint32_t sel_title_likeness_ppm(const sel_title *a, const sel_title *b)
{
    if (a->count < SEL_TITLE_LEAST_TRIGRAMS || b->count < SEL_TITLE_LEAST_TRIGRAMS)
        return 0;
    uint32_t shared = count_shared(a, b);
    uint64_t all = (uint64_t)a->count + b->count - shared;
    return (uint32_t)((uint64_t)shared * SEL_PPM / all);
}

uint32_t sel_title_contained_ppm(const sel_title *a, const sel_title *b)
{
    uint32_t fewer = a->count < b->count ? a->count : b->count;
    if (fewer < 2 * SEL_TITLE_LEAST_TRIGRAMS)
        return 0;
    return (uint32_t)((uint64_t)count_shared(a, b) * SEL_PPM / fewer);
}

/* One more than a roman number from 1 to 39, those that phases of programmes have; else 0. */
static uint64_t after_roman(sel_str word)
{
    static const char *const ones[] = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
    uint64_t tens = 0;
    while (tens < 3 && tens < word.len && word.ptr[tens] == 'x')
        tens++;
    sel_str rest = sel_str_part(word, tens, word.len);
    for (uint64_t i = 0; word.len > 0 && i < sizeof ones / sizeof ones[0]; i++)
        if (sel_str_is(rest, ones[i]))
            return tens * 10 + i + 1;
    return 0;
}

/* What a word with digits, or a roman number, stands for; 0 for other words. "II" and "2" are the
 * same, so are "07" and "7"; a word of letters and digits stands for itself, mixed into a number.
 */
static uint64_t number_value(sel_str word)
{
    uint64_t value = 0;
    uint64_t mixed = 14695981039346656037U; /* FNV-1a */
    size_t digits = 0;
    for (size_t i = 0; i < word.len; i++) {
        char c = word.ptr[i];
        digits += sel_ascii_is_digit(c);
        value = value * 10 + (uint64_t)(c - '0');
        mixed = (mixed ^ (unsigned char)c) * 1099511628211U;
    }
    if (digits == 0)
        return after_roman(word);
    return digits == word.len && word.len < 19 ? value + 1 : mixed;
}

static bool next_number(sel_str *rest, uint64_t *number)
{
    for (sel_str word; sel_str_next(rest, ' ', &word);) {
        *number = number_value(word);
        if (*number != 0)
            return true;
    }
    return false;
}

static uint32_t count_numbers(sel_str folded)
{
    uint32_t count = 0;
    for (uint64_t number; next_number(&folded, &number);)
        count++;
    return count;
}

/* Whether the numbers of the one stand among those of the other in the same order. */
static bool numbers_within(sel_str few, sel_str many)
{
    for (uint64_t wanted; next_number(&few, &wanted);) {
        uint64_t number = 0;
        while (number != wanted)
            if (!next_number(&many, &number))
                return false;
    }
    return true;
}

sel_title_numbers sel_title_compare_numbers(const sel_title *a, const sel_title *b)
{
    uint32_t count_a = count_numbers(a->folded);
    uint32_t count_b = count_numbers(b->folded);
    if (count_a == 0 && count_b == 0)
        return SEL_NUMBERS_NONE;
    sel_str few = count_a <= count_b ? a->folded : b->folded;
    sel_str many = count_a <= count_b ? b->folded : a->folded;
    if (!numbers_within(few, many))
        return SEL_NUMBERS_DIFFER;
    return count_a == count_b ? SEL_NUMBERS_SAME : SEL_NUMBERS_ONE_SIDED;
}
