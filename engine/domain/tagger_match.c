#include "domain/tagger_match.h"

/* Words looked ahead: those of the longest term. A power of two. */
enum { WINDOW = SEL_TERM_WORDS_MAX };

typedef struct window_word {
    sel_fold_word word;
    bool unspaced;
    char buffer[SEL_FOLD_ROOM];
} window_word;

/* A text being read, word by word; a word that mixes a script without blanks with another is
 * several words. */
typedef struct reading {
    const sel_terms *terms;
    const sel_fold_table *table;
    sel_arena *scratch;
    sel_str rest;
    sel_str pending; /* what is left of a word that was cut */
    window_word words[WINDOW];
    uint32_t first;
    uint32_t count;
    sel_tag_field field;
    size_t offset; /* where in the first word's folded letters terms are looked for */
    sel_term_hits *hits;
} reading;

/* Bytes of the letters at the front that are all of scripts without blanks, or all of others. */
static size_t run_length(sel_str word, bool *unspaced)
{
    *unspaced = sel_is_unspaced(word);
    size_t at = 0;
    while (at < word.len) {
        /* U+5000 to U+9FFF: Chinese, three bytes. */
        unsigned char lead = (unsigned char)word.ptr[at];
        if (*unspaced && lead >= 0xE5 && lead <= 0xE9) {
            at += 3;
            continue;
        }
        sel_str from = sel_str_part(word, at, word.len);
        if (at > 0 && sel_is_unspaced(from) != *unspaced)
            break;
        int32_t code;
        at += sel_fold_step(from, &code);
    }
    return at;
}

static bool has_wide_letters(sel_str word)
{
    for (size_t i = 0; i < word.len; i++)
        if ((unsigned char)word.ptr[i] >= 0xE0)
            return true;
    return false;
}

/* The next part of a word that was cut. */
static bool read_pending(reading *in, window_word *into)
{
    while (in->pending.len > 0) {
        size_t length = run_length(in->pending, &into->unspaced);
        sel_str part = sel_str_part(in->pending, 0, length);
        in->pending = sel_str_part(in->pending, length, in->pending.len);
        if (sel_fold_table_next(in->table, in->scratch, into->buffer, &part, &into->word))
            return true;
    }
    return false;
}

static bool read_word(reading *in, window_word *into)
{
    for (;;) {
        if (read_pending(in, into))
            return true;
        if (!sel_fold_table_next(in->table, in->scratch, into->buffer, &in->rest, &into->word))
            return false;
        into->unspaced = false;
        if (!has_wide_letters(into->word.source))
            return true;
        size_t length = run_length(into->word.source, &into->unspaced);
        if (length == into->word.source.len)
            return true;
        in->pending = into->word.source;
    }
}

static const window_word *word_at(const reading *in, uint32_t i)
{
    return &in->words[(in->first + i) % WINDOW];
}

static void fill_window(reading *in)
{
    while (in->count < WINDOW && read_word(in, &in->words[(in->first + in->count) % WINDOW]))
        in->count += 1;
}

/* What is written together with an Arabic word: "and" or "so", then "in", "for" or "as", then the
 * article, which is short behind "for". A word keeps three letters. */
enum { ARABIC_BYTES = 2, ARABIC_LEFT = 3 * ARABIC_BYTES, STARTS_MAX = 4 };

static bool is_arabic(sel_str text)
{
    return text.len > 0 && ((unsigned char)text.ptr[0] & 0xFC) == 0xD8;
}

static size_t skip_one_of(sel_str word, size_t at, const sel_str *letters)
{
    for (; letters->len > 0; letters++)
        if (word.len >= at + letters->len + ARABIC_LEFT &&
            memcmp(word.ptr + at, letters->ptr, letters->len) == 0)
            return at + letters->len;
    return at;
}

/* Offsets in folded letters where the word itself may begin; their number. */
static uint32_t starts_of(sel_str word, size_t starts[STARTS_MAX])
{
    static const sel_str joined[] = {{"\u0648", 2}, {"\u0641", 2}, {0}};
    static const sel_str prepositions[] = {{"\u0628", 2}, {"\u0644", 2}, {"\u0643", 2}, {0}};
    static const sel_str article[] = {{"\u0627\u0644", 4}, {0}};
    static const sel_str short_article[] = {{"\u0644", 2}, {0}};
    uint32_t count = 0;
    starts[count++] = 0;
    if (!is_arabic(word))
        return count;
    size_t at = skip_one_of(word, 0, joined);
    if (at > starts[count - 1])
        starts[count++] = at;
    size_t behind = skip_one_of(word, at, prepositions);
    if (behind > starts[count - 1])
        starts[count++] = behind;
    bool has_for = behind > at && memcmp(word.ptr + at, "\u0644", ARABIC_BYTES) == 0;
    size_t last = skip_one_of(word, behind, has_for ? short_article : article);
    if (last > starts[count - 1])
        starts[count++] = last;
    return count;
}

static bool letters_fit(const sel_term_word *wanted, sel_str letters)
{
    return wanted->open ? sel_str_starts(letters, wanted->text)
                        : sel_str_equal(letters, wanted->text);
}

static bool word_fits(const sel_term_word *wanted, sel_str word)
{
    if (!is_arabic(word))
        return letters_fit(wanted, word);
    size_t starts[STARTS_MAX];
    uint32_t count = starts_of(word, starts);
    for (uint32_t i = 0; i < count; i++)
        if (letters_fit(wanted, sel_str_part(word, starts[i], word.len)))
            return true;
    return false;
}

/* An acronym in capitals, apart from an ending left open: "CERTs". */
static bool is_in_capitals(const reading *in, const sel_term_pattern *term)
{
    for (uint32_t i = 0; i < term->word_count; i++) {
        const sel_fold_word *word = &word_at(in, i)->word;
        size_t length =
            word->source.len == word->folded.len ? term->words[i].text.len : word->source.len;
        for (size_t at = 0; at < length; at++)
            if (word->source.ptr[at] >= 'a' && word->source.ptr[at] <= 'z')
                return false;
    }
    return true;
}

static bool term_fits(const reading *in, const sel_term_pattern *term)
{
    const window_word *head = word_at(in, 0);
    sel_str letters = sel_str_part(head->word.folded, in->offset, head->word.folded.len);
    if (term->unspaced)
        return head->unspaced && term->word_count == 1 &&
               sel_str_starts(letters, term->words[0].text);
    if (term->word_count > in->count || !letters_fit(&term->words[0], letters))
        return false;
    for (uint32_t i = 1; i < term->word_count; i++)
        if (!word_fits(&term->words[i], word_at(in, i)->word.folded))
            return false;
    return term->kind != SEL_TERM_ACRONYM || is_in_capitals(in, term);
}

static void try_term(void *to, const sel_term_pattern *term)
{
    reading *in = to;
    if (!term_fits(in, term))
        return;
    const sel_fold_word *head = &word_at(in, 0)->word;
    const sel_fold_word *last = &word_at(in, term->word_count - 1)->word;
    sel_term_hit hit = {term, in->field, head->source.ptr, last->source.ptr + last->source.len};
    if (term->unspaced && head->source.len == head->folded.len) {
        hit.start = head->source.ptr + in->offset;
        hit.end = hit.start + term->words[0].text.len;
    }
    sel_term_hits *hits = in->hits;
    hits->list =
        sel_arena_one_more(hits->arena, hits->list, hits->count, &hits->room, sizeof *hits->list);
    hits->list[hits->count++] = hit;
}

static void try_from(reading *in, size_t offset)
{
    sel_str folded = word_at(in, 0)->word.folded;
    in->offset = offset;
    sel_terms_each(in->terms, (sel_str){folded.ptr + offset, folded.len - offset}, try_term, in);
}

static void try_word(reading *in)
{
    const window_word *head = word_at(in, 0);
    size_t starts[STARTS_MAX];
    uint32_t count = head->unspaced ? 0 : starts_of(head->word.folded, starts);
    for (uint32_t i = 0; i < count; i++)
        try_from(in, starts[i]);
    for (size_t at = 0; head->unspaced && at < head->word.folded.len; at++)
        if (((unsigned char)head->word.folded.ptr[at] & 0xC0) != 0x80)
            try_from(in, at);
}

void sel_terms_find(const sel_terms *terms, const sel_fold_table *table, sel_tag_field field,
                    sel_str text, sel_term_hits *hits)
{
    reading in; /* large: the window needs no zeroes */
    in.terms = terms;
    in.table = table;
    in.scratch = hits->arena;
    in.rest = text;
    in.pending = (sel_str){0};
    in.first = 0;
    in.count = 0;
    in.field = field;
    in.hits = hits;
    for (fill_window(&in); in.count > 0; fill_window(&in)) {
        try_word(&in);
        in.first = (in.first + 1) % WINDOW;
        in.count -= 1;
    }
}

static bool is_exclusion(const sel_term_hit *hit)
{
    return hit->term->kind == SEL_TERM_EXCLUDE;
}

/* In the order of the text, at one place the longest first, then exclusions, then in the order of
 * the table. */
static int by_place(const void *a, const void *b)
{
    const sel_term_hit *left = a;
    const sel_term_hit *right = b;
    if (left->field != right->field)
        return left->field < right->field ? -1 : 1;
    if (left->start != right->start)
        return left->start < right->start ? -1 : 1;
    if (left->end != right->end)
        return left->end > right->end ? -1 : 1;
    if (is_exclusion(left) != is_exclusion(right))
        return is_exclusion(left) ? -1 : 1;
    return (left->term > right->term) - (left->term < right->term);
}

/* Exclusions met so far in one field, in the order of their starts. */
typedef struct cover {
    sel_tag_field field;
    const char *before; /* furthest end of those that start before start, */
    const char *start;
    const char *at; /* and of those that start there */
} cover;

static void cover_on(cover *c, const sel_term_hit *hit)
{
    if (c->field != hit->field) {
        *c = (cover){.field = hit->field};
    } else if (c->start != hit->start) {
        c->before = c->before == NULL || (c->at != NULL && c->at > c->before) ? c->at : c->before;
        c->at = NULL;
    }
    c->start = hit->start;
}

/* Whether an exclusion that begins inside hit ends behind it. */
static bool is_cut_short(const sel_term_hits *hits, uint32_t i)
{
    const sel_term_hit *hit = &hits->list[i];
    for (uint32_t n = i + 1; n < hits->count; n++) {
        const sel_term_hit *later = &hits->list[n];
        if (later->field != hit->field || later->start >= hit->end)
            return false;
        if (is_exclusion(later) && later->start > hit->start && later->end > hit->end)
            return true;
    }
    return false;
}

void sel_term_hits_settle(sel_term_hits *hits)
{
    if (hits->count > 1)
        qsort(hits->list, hits->count, sizeof *hits->list, by_place);
    cover covered = {.field = SEL_TAG_FIELDS};
    uint32_t kept = 0;
    for (uint32_t i = 0; i < hits->count; i++) {
        sel_term_hit hit = hits->list[i];
        cover_on(&covered, &hit);
        if (is_exclusion(&hit)) {
            if (covered.at == NULL || hit.end > covered.at)
                covered.at = hit.end;
            continue;
        }
        bool hidden = (covered.before != NULL && covered.before > hit.start) ||
                      (covered.at != NULL && covered.at >= hit.end) || is_cut_short(hits, i);
        if (!hidden)
            hits->list[kept++] = hit;
    }
    hits->count = kept;
}
