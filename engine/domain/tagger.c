#include "domain/tagger.h"

#include "base/fold_word.h"
#include "base/hash.h"
#include "base/text.h"

#include <assert.h>

/* Terms are found by hashing the beginnings of a text's words. A term's key is the beginning of
 * its first word, at most KEY_MAX bytes of it; key_lengths says which lengths occur, so that
 * endings left open and long words need no special way. Every term that stands in a text counts,
 * also inside a longer one. */
enum { KEY_MAX = 16 };

/* Words shown as evidence for one capability. */
enum { EVIDENCE_MAX = 8 };

typedef struct pattern {
    sel_str *words;
    uint32_t word_count;
    bool open; /* the last word may go on */
    sel_term_kind kind;
    uint32_t capability;
    uint32_t next; /* with the same key */
} pattern;

typedef struct slot {
    uint64_t key;
    uint32_t first; /* SEL_NONE: empty */
} slot;

struct sel_tagger {
    sel_arena *arena;
    const sel_taxonomy *taxonomy;
    char hash[SEL_HASH_ROOM];
    pattern *patterns;
    uint32_t pattern_count;
    slot *slots;
    uint32_t slot_count; /* a power of two */
    uint32_t key_lengths;
};

/* FNV-1a (Fowler, Noll, Vo 1991). */
static const uint64_t hash_start = 14695981039346656037u;

static uint64_t hash_on(uint64_t hash, char c)
{
    return (hash ^ (unsigned char)c) * 1099511628211u;
}

/* Where key is or would be; the table is never full. */
static slot *slot_of(const sel_tagger *tagger, uint64_t key)
{
    uint32_t at = (uint32_t)(key ^ key >> 32) & (tagger->slot_count - 1);
    while (tagger->slots[at].first != SEL_NONE && tagger->slots[at].key != key)
        at = (at + 1) & (tagger->slot_count - 1);
    return &tagger->slots[at];
}

static void add_pattern(sel_tagger *tagger, const sel_term *term)
{
    sel_str rest = sel_str_copy(tagger->arena, term->text);
    pattern fresh = {.open = term->open, .kind = term->kind, .capability = term->capability};
    uint32_t room = 0;
    for (sel_str word; sel_str_next(&rest, ' ', &word);) {
        fresh.words = sel_arena_one_more(tagger->arena, fresh.words, fresh.word_count, &room,
                                         sizeof *fresh.words);
        fresh.words[fresh.word_count++] = word;
    }
    if (term->text.len == 0)
        return;
    size_t length = fresh.words[0].len < KEY_MAX ? fresh.words[0].len : KEY_MAX;
    uint64_t key = hash_start;
    for (size_t i = 0; i < length; i++)
        key = hash_on(key, fresh.words[0].ptr[i]);
    slot *home = slot_of(tagger, key);
    fresh.next = home->first;
    *home = (slot){.key = key, .first = tagger->pattern_count};
    tagger->key_lengths |= 1u << length;
    tagger->patterns[tagger->pattern_count++] = fresh;
}

sel_tagger *sel_tagger_create(const sel_term *terms, uint32_t count, const sel_taxonomy *taxonomy,
                              const char *hash)
{
    sel_arena *arena = sel_arena_create();
    sel_tagger *tagger = sel_arena_array(arena, 1, sizeof *tagger);
    *tagger = (sel_tagger){.arena = arena, .taxonomy = taxonomy, .slot_count = 64};
    while (tagger->slot_count < 2 * (uint64_t)count)
        tagger->slot_count *= 2;
    snprintf(tagger->hash, sizeof tagger->hash, "%s", hash);
    tagger->patterns = sel_arena_array(arena, count, sizeof *tagger->patterns);
    tagger->slots = sel_arena_array(arena, tagger->slot_count, sizeof *tagger->slots);
    for (uint32_t i = 0; i < tagger->slot_count; i++)
        tagger->slots[i].first = SEL_NONE;
    for (uint32_t i = 0; i < count; i++) {
        assert(terms[i].capability == SEL_NONE || terms[i].capability < taxonomy->count);
        add_pattern(tagger, &terms[i]);
    }
    return tagger;
}

void sel_tagger_destroy(sel_tagger *tagger)
{
    if (tagger != NULL)
        sel_arena_destroy(tagger->arena);
}

const char *sel_tagger_hash(const sel_tagger *tagger)
{
    return tagger->hash;
}

/* One of the texts of a record, cut into words. */
typedef struct field {
    const char *name;
    sel_fold_word *words;
    bool *hidden; /* per word: inside an excluded phrase */
    uint32_t count;
} field;

/* A term at a word of a field. */
typedef struct hit {
    const pattern *term;
    uint32_t field;
    uint32_t word;
} hit;

enum { THEME, TITLE, DESCRIPTION, FIELDS };

/* The texts of one record, and where terms stand in them. */
typedef struct reading {
    const sel_tagger *tagger;
    sel_arena *scratch;
    field fields[FIELDS];
    hit *hits;
    uint32_t hit_count;
    uint32_t hit_room;
} reading;

static bool word_fits(const pattern *term, uint32_t i, sel_str word)
{
    bool may_go_on = term->open && i + 1 == term->word_count;
    return may_go_on ? sel_str_starts(word, term->words[i]) : sel_str_equal(word, term->words[i]);
}

/* An acronym in capitals, apart from an ending left open: "CERTs". */
static bool is_in_capitals(const pattern *term, const sel_fold_word *words)
{
    for (uint32_t i = 0; i < term->word_count; i++) {
        size_t length =
            words[i].source.len == words[i].folded.len ? term->words[i].len : words[i].source.len;
        for (size_t at = 0; at < length; at++)
            if (words[i].source.ptr[at] >= 'a' && words[i].source.ptr[at] <= 'z')
                return false;
    }
    return true;
}

static bool term_fits(const pattern *term, const field *text, uint32_t at)
{
    if (term->word_count > text->count - at)
        return false;
    for (uint32_t i = 0; i < term->word_count; i++)
        if (!word_fits(term, i, text->words[at + i].folded))
            return false;
    return term->kind != SEL_TERM_ACRONYM || is_in_capitals(term, &text->words[at]);
}

static void try_key(reading *in, uint32_t number, uint32_t at, uint64_t key)
{
    const sel_tagger *tagger = in->tagger;
    for (uint32_t i = slot_of(tagger, key)->first; i != SEL_NONE; i = tagger->patterns[i].next) {
        if (!term_fits(&tagger->patterns[i], &in->fields[number], at))
            continue;
        in->hits =
            sel_arena_one_more(in->scratch, in->hits, in->hit_count, &in->hit_room, sizeof(hit));
        in->hits[in->hit_count++] = (hit){&tagger->patterns[i], number, at};
    }
}

static void try_word(reading *in, uint32_t number, uint32_t at)
{
    sel_str word = in->fields[number].words[at].folded;
    size_t longest = word.len < KEY_MAX ? word.len : KEY_MAX;
    uint64_t key = hash_start;
    for (size_t length = 1; length <= longest; length++) {
        key = hash_on(key, word.ptr[length - 1]);
        if (in->tagger->key_lengths >> length & 1)
            try_key(in, number, at, key);
    }
}

static void read_field(reading *in, uint32_t number, const char *name, sel_str text)
{
    field *into = &in->fields[number];
    uint32_t room = 0;
    into->name = name;
    for (sel_fold_word word; sel_fold_word_next(in->scratch, &text, &word);) {
        into->words = sel_arena_one_more(in->scratch, into->words, into->count, &room, sizeof word);
        into->words[into->count++] = word;
    }
    into->hidden = sel_arena_array(in->scratch, into->count, sizeof *into->hidden);
    for (uint32_t at = 0; at < into->count; at++)
        try_word(in, number, at);
}

static bool is_hidden(const reading *in, const hit *one)
{
    for (uint32_t i = 0; i < one->term->word_count; i++)
        if (in->fields[one->field].hidden[one->word + i])
            return true;
    return false;
}

/* In the order of the text, at one word the longest first. */
static int by_place(const void *a, const void *b)
{
    const hit *left = a;
    const hit *right = b;
    if (left->field != right->field)
        return left->field < right->field ? -1 : 1;
    if (left->word != right->word)
        return left->word < right->word ? -1 : 1;
    return (left->term->word_count < right->term->word_count) -
           (left->term->word_count > right->term->word_count);
}

/* Leave only the hits that count; whether one of them proves cyber content. */
static bool settle_hits(reading *in)
{
    for (uint32_t i = 0; i < in->hit_count; i++) {
        const hit *one = &in->hits[i];
        if (one->term->kind == SEL_TERM_EXCLUDE)
            memset(in->fields[one->field].hidden + one->word, true, one->term->word_count);
    }
    bool proof = false;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < in->hit_count; i++) {
        hit one = in->hits[i];
        if (one.term->kind == SEL_TERM_EXCLUDE || is_hidden(in, &one))
            continue;
        proof |= one.term->kind != SEL_TERM_CONTEXT;
        in->hits[kept++] = one;
    }
    in->hit_count = kept;
    if (kept > 1)
        qsort(in->hits, kept, sizeof *in->hits, by_place);
    return proof;
}

/* What speaks for one capability. */
typedef struct finding {
    sel_str evidence[EVIDENCE_MAX];
    uint32_t evidence_count;
    bool in[FIELDS];
    uint32_t field; /* of the last hit, */
    uint32_t reach; /* and the word after it */
} finding;

/* What stands inside a longer phrase for the same capability is no further evidence. */
static void add_evidence(const reading *in, const hit *one, finding *found)
{
    uint32_t end = one->word + one->term->word_count;
    if (one->field == found->field && end <= found->reach)
        return;
    found->field = one->field;
    found->reach = end;
    const sel_fold_word *words = &in->fields[one->field].words[one->word];
    const sel_str *last = &words[one->term->word_count - 1].source;
    sel_str written = {words[0].source.ptr, (size_t)(last->ptr + last->len - words[0].source.ptr)};
    for (uint32_t i = 0; i < found->evidence_count; i++)
        if (sel_str_equal_ascii(found->evidence[i], written))
            return;
    if (found->evidence_count == EVIDENCE_MAX)
        return;
    found->evidence[found->evidence_count++] = written;
    found->in[one->field] = true;
}

/* The evidence as one line; what stands between the words of a phrase becomes one character. */
static sel_str evidence_text(sel_arena *arena, const finding *found)
{
    sel_text text = {.arena = arena};
    for (uint32_t i = 0; i < found->evidence_count; i++) {
        if (i > 0)
            sel_text_add(&text, SEL_STR(", "));
        bool blank = false;
        for (size_t at = 0; at < found->evidence[i].len; at++) {
            char c = found->evidence[i].ptr[at];
            bool was_blank = blank;
            blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            if (!blank)
                sel_text_add_char(&text, c);
            else if (!was_blank)
                sel_text_add_char(&text, ' ');
        }
    }
    return sel_text_str(&text);
}

static sel_str field_names(sel_arena *arena, const reading *in, const finding *found)
{
    sel_text text = {.arena = arena};
    for (uint32_t i = 0; i < FIELDS; i++)
        if (found->in[i])
            sel_text_printf(&text, "%s%s", text.len > 0 ? ", " : "", in->fields[i].name);
    return sel_text_str(&text);
}

/* What the fields from first to last say of each capability; the number of those found. */
static uint32_t collect(const reading *in, uint32_t first, uint32_t last, finding **found)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < in->hit_count; i++) {
        const hit *one = &in->hits[i];
        uint32_t capability = one->term->capability;
        if (capability == SEL_NONE || one->field < first || one->field > last)
            continue;
        if (found[capability] == NULL) {
            found[capability] = sel_arena_array(in->scratch, 1, sizeof(finding));
            count += 1;
        }
        add_evidence(in, one, found[capability]);
    }
    return count;
}

/* Equal shares for the capabilities that the fields from first to last speak for. */
static void give_shares(const reading *in, uint32_t first, uint32_t last, sel_programme *record,
                        sel_arena *arena)
{
    finding *found[SEL_CAPABILITIES_MAX] = {0};
    const uint64_t equal[SEL_CAPABILITIES_MAX] = {0};
    uint32_t ppm[SEL_CAPABILITIES_MAX];
    uint32_t count = collect(in, first, last, found);
    if (count == 0)
        return;
    sel_ppm_split(equal, count, SEL_PPM, ppm);
    sel_capability_share *shares = sel_arena_array(arena, count, sizeof *shares);
    uint32_t n = 0;
    for (uint32_t i = 0; i < in->tagger->taxonomy->count; i++) {
        if (found[i] == NULL)
            continue;
        shares[n] = (sel_capability_share){
            .code = in->tagger->taxonomy->capabilities[i].code,
            .ppm = ppm[n],
            .origin = SEL_TAG_TEXT,
            .evidence = evidence_text(arena, found[i]),
            .field = field_names(arena, in, found[i]),
        };
        n += 1;
    }
    record->capabilities = shares;
    record->capability_count = count;
}

void sel_tagger_tag(const sel_tagger *tagger, sel_programme *record, sel_arena *arena)
{
    if (record->capability_count > 0)
        return;
    reading in = {.tagger = tagger, .scratch = sel_arena_create()};
    read_field(&in, THEME, "theme", record->theme);
    read_field(&in, TITLE, "title", record->title);
    read_field(&in, DESCRIPTION, "description", record->description);
    record->set_aside = !settle_hits(&in);
    if (!record->set_aside)
        give_shares(&in, THEME, THEME, record, arena);
    if (!record->set_aside && record->capability_count == 0)
        give_shares(&in, TITLE, DESCRIPTION, record, arena);
    sel_arena_destroy(in.scratch);
}
