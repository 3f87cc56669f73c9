#include "domain/tagger_terms.h"

#include "base/fold.h"

#include <assert.h>

typedef struct slot {
    uint64_t key;
    uint32_t first; /* SEL_NONE: empty */
} slot;

struct sel_terms {
    sel_term_pattern *patterns;
    uint32_t pattern_count;
    slot *slots;
    uint32_t slot_count;     /* a power of two */
    uint32_t key_lengths;    /* bits */
    uint8_t keys[1 << 13];   /* bits: hashes of keys, looked at before the slots are */
    uint32_t front_lengths;  /* bits */
    uint8_t fronts[1 << 13]; /* bits: hashes of the fronts of keys; most words have none of them */
};

/* FNV-1a (Fowler, Noll, Vo 1991). */
static const uint64_t hash_start = 14695981039346656037u;

static uint64_t hash_on(uint64_t hash, char c)
{
    return (hash ^ (unsigned char)c) * 1099511628211u;
}

static uint32_t key_bit(uint64_t key)
{
    return (uint32_t)(key ^ key >> 32) & 0xFFFF;
}

/* Where key is or would be; the table is never full. */
static slot *slot_of(const sel_terms *terms, uint64_t key)
{
    uint32_t at = (uint32_t)(key ^ key >> 32) & (terms->slot_count - 1);
    while (terms->slots[at].first != SEL_NONE && terms->slots[at].key != key)
        at = (at + 1) & (terms->slot_count - 1);
    return &terms->slots[at];
}

bool sel_is_unspaced(sel_str text)
{
    static const struct {
        int32_t first, end;
    } blocks[] = {{0x0E00, 0x0F00}, {0x1000, 0x10A0}, {0x1780, 0x1800},
                  {0x3005, 0x3008}, {0x3040, 0x3100}, {0x3400, 0x4DC0},
                  {0x4E00, 0xA000}, {0xF900, 0xFB00}, {0x20000, 0x40000}};
    if (text.len == 0 || (unsigned char)text.ptr[0] < 0xE0)
        return false;
    int32_t code = -1;
    sel_fold_step(text, &code);
    for (size_t i = 0; i < sizeof blocks / sizeof blocks[0]; i++)
        if (code >= blocks[i].first && code < blocks[i].end)
            return true;
    return false;
}

/* The front of a key: at most this many bytes, looked at before anything is looked up. */
enum { FRONT_MAX = 6 };

static uint64_t front_on(uint64_t front, char c, size_t at)
{
    return front | (uint64_t)(unsigned char)c << (8 * at);
}

/* Multiplicative hashing (Knuth 1973, section 6.4) to 16 bits. */
static uint32_t front_bit(uint64_t front)
{
    return (uint32_t)(front * 0x9E3779B97F4A7C15u >> 48);
}

static void add_front(sel_terms *terms, sel_str word)
{
    size_t length = word.len < FRONT_MAX ? word.len : FRONT_MAX;
    uint64_t front = 0;
    for (size_t i = 0; i < length; i++)
        front = front_on(front, word.ptr[i], i);
    uint32_t bit = front_bit(front);
    terms->fronts[bit >> 3] |= (uint8_t)(1u << (bit & 7));
    terms->front_lengths |= 1u << length;
}

/* Whether some key may be a beginning of text. */
static bool has_front(const sel_terms *terms, sel_str text)
{
    size_t length = text.len < FRONT_MAX ? text.len : FRONT_MAX;
    uint64_t front = 0;
    for (size_t i = 0; i < length; i++) {
        front = front_on(front, text.ptr[i], i);
        uint32_t bit = front_bit(front);
        if ((terms->front_lengths >> (i + 1) & 1) != 0 &&
            (terms->fronts[bit >> 3] >> (bit & 7) & 1) != 0)
            return true;
    }
    return false;
}

static void add_key(sel_terms *terms, sel_term_pattern *pattern)
{
    const sel_term_word *word = &pattern->words[0];
    size_t length = word->text.len < SEL_TERM_KEY_MAX ? word->text.len : SEL_TERM_KEY_MAX;
    uint64_t key = hash_start;
    for (size_t i = 0; i < length; i++)
        key = hash_on(key, word->text.ptr[i]);
    slot *home = slot_of(terms, key);
    pattern->next = home->first;
    *home = (slot){.key = key, .first = (uint32_t)(pattern - terms->patterns)};
    terms->key_lengths |= 1u << length;
    terms->keys[key_bit(key) >> 3] |= (uint8_t)(1u << (key_bit(key) & 7));
    add_front(terms, word->text);
}

static void add_pattern(sel_terms *terms, sel_arena *arena, const sel_term *term)
{
    sel_str rest = sel_str_copy(arena, term->text);
    sel_term_pattern *pattern = &terms->patterns[terms->pattern_count];
    *pattern = (sel_term_pattern){
        .kind = term->kind, .capability = term->capability, .weight = term->weight};
    for (sel_str word; sel_str_next(&rest, ' ', &word);) {
        bool open = word.len > 0 && word.ptr[word.len - 1] == '*';
        sel_str text = sel_str_part(word, 0, word.len - open);
        if (text.len == 0)
            continue;
        assert(pattern->word_count < SEL_TERM_WORDS_MAX);
        pattern->words[pattern->word_count++] = (sel_term_word){text, open};
    }
    if (pattern->word_count == 0)
        return;
    pattern->unspaced = sel_is_unspaced(pattern->words[0].text);
    terms->pattern_count += 1;
    add_key(terms, pattern);
}

sel_terms *sel_terms_create(sel_arena *arena, const sel_term *list, uint32_t count)
{
    sel_terms *terms = sel_arena_array(arena, 1, sizeof *terms);
    terms->slot_count = 64;
    while (terms->slot_count < 2 * (uint64_t)count)
        terms->slot_count *= 2;
    terms->patterns = sel_arena_array(arena, count, sizeof *terms->patterns);
    terms->slots = sel_arena_array(arena, terms->slot_count, sizeof *terms->slots);
    for (uint32_t i = 0; i < terms->slot_count; i++)
        terms->slots[i].first = SEL_NONE;
    for (uint32_t i = 0; i < count; i++)
        add_pattern(terms, arena, &list[i]);
    return terms;
}

void sel_terms_each(const sel_terms *terms, sel_str text, sel_terms_take *take, void *to)
{
    if (!has_front(terms, text))
        return;
    size_t longest = text.len < SEL_TERM_KEY_MAX ? text.len : SEL_TERM_KEY_MAX;
    uint64_t key = hash_start;
    for (size_t length = 1; length <= longest; length++) {
        key = hash_on(key, text.ptr[length - 1]);
        uint32_t bit = key_bit(key);
        if ((terms->key_lengths >> length & 1) == 0 ||
            (terms->keys[bit >> 3] >> (bit & 7) & 1) == 0)
            continue;
        for (uint32_t i = slot_of(terms, key)->first; i != SEL_NONE; i = terms->patterns[i].next)
            take(to, &terms->patterns[i]);
    }
}
