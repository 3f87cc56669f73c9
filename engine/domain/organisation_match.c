#include "domain/organisation_match.h"

#include <math.h>

/* A name of the table. */
typedef struct spelling {
    uint32_t organisation;
    uint32_t weight; /* of all its words */
    uint32_t words;
} spelling;

/* A word, and the spellings that have it: places[first .. first + count). */
typedef struct word_places {
    uint32_t weight;
    uint32_t first;
    uint32_t count;
} word_places;

struct sel_organisation_words {
    sel_arena *arena;
    sel_index *words;
    word_places *by_word;
    uint32_t *places;
    spelling *spellings;
    uint32_t spelling_count;
    uint32_t rare; /* weight of a word that is in no name */
};

/* --- the index --- */

/* One word of one spelling, while the index is made. */
typedef struct pair {
    uint32_t word;
    uint32_t spelling;
} pair;

typedef struct making {
    sel_organisation_words *to;
    pair *pairs;
    uint32_t count;
    uint32_t room;
} making;

static int by_pair(const void *a, const void *b)
{
    const pair *left = a;
    const pair *right = b;
    if (left->word != right->word)
        return left->word < right->word ? -1 : 1;
    return (left->spelling > right->spelling) - (left->spelling < right->spelling);
}

static void add_spelling(making *m, sel_str folded, uint32_t organisation, sel_arena *scratch)
{
    sel_str words[SEL_ORGANISATION_WORDS_MAX];
    uint32_t count = sel_organisation_word_list(folded, scratch, words);
    if (count == 0)
        return;
    uint32_t number = m->to->spelling_count++;
    m->to->spellings[number] = (spelling){.organisation = organisation, .words = count};
    for (uint32_t i = 0; i < count; i++) {
        m->pairs = sel_arena_one_more(m->to->arena, m->pairs, m->count, &m->room, sizeof *m->pairs);
        m->pairs[m->count++] = (pair){sel_index_add(m->to->words, words[i]), number};
    }
}

/* Thousandths of log2((all + 1) / among). */
static uint32_t weight_of(uint32_t all, uint32_t among)
{
    return (uint32_t)lround(1000 * log2((all + 1.0) / among));
}

/* Distinct organisations that have a word; marks holds the mark last put on each. */
static uint32_t owners_among(const sel_organisation_words *words, const word_places *of,
                             uint32_t *marks, uint32_t mark)
{
    uint32_t owners = 0;
    for (uint32_t i = 0; i < of->count; i++) {
        uint32_t owner = words->spellings[words->places[of->first + i]].organisation;
        owners += marks[owner] != mark;
        marks[owner] = mark;
    }
    return owners;
}

static void weigh(sel_organisation_words *words, uint32_t organisations)
{
    uint32_t *marks = sel_arena_array(words->arena, (size_t)organisations + 1, sizeof *marks);
    for (uint32_t i = 0; i < sel_index_count(words->words); i++) {
        word_places *of = &words->by_word[i];
        of->weight = weight_of(organisations, owners_among(words, of, marks, i + 1));
        for (uint32_t j = 0; j < of->count; j++)
            words->spellings[words->places[of->first + j]].weight += of->weight;
    }
    words->rare = weight_of(organisations, 1);
}

static void settle(making *m)
{
    sel_organisation_words *to = m->to;
    to->by_word = sel_arena_array(to->arena, sel_index_count(to->words), sizeof *to->by_word);
    to->places = sel_arena_array(to->arena, m->count, sizeof *to->places);
    if (m->count > 0)
        qsort(m->pairs, m->count, sizeof *m->pairs, by_pair);
    for (uint32_t i = 0; i < m->count; i++) {
        word_places *of = &to->by_word[m->pairs[i].word];
        if (of->count == 0)
            of->first = i;
        to->places[of->first + of->count++] = m->pairs[i].spelling;
    }
}

void sel_organisation_words_create(sel_organisations *organisations)
{
    static const sel_str prefix = {"name:", 5};
    uint32_t keys = sel_index_count(organisations->keys);
    sel_organisation_words *words = sel_memory_resize(NULL, 1, sizeof *words);
    *words = (sel_organisation_words){.arena = sel_arena_create(), .words = sel_index_create()};
    words->spellings = sel_arena_array(words->arena, keys, sizeof *words->spellings);
    making m = {.to = words};
    sel_arena *scratch = sel_arena_create();
    for (uint32_t i = 0; i < keys; i++) {
        sel_str key = sel_index_name(organisations->keys, i);
        if (sel_str_starts(key, prefix))
            add_spelling(&m, sel_str_part(key, prefix.len, key.len), organisations->key_owners[i],
                         scratch);
        sel_arena_reset(scratch);
    }
    settle(&m);
    weigh(words, organisations->count);
    sel_arena_destroy(scratch);
    organisations->words = words;
}

void sel_organisation_words_destroy(sel_organisation_words *words)
{
    if (words == NULL)
        return;
    sel_index_destroy(words->words);
    sel_arena_destroy(words->arena);
    sel_memory_resize(words, 0, 1);
}

/* --- a name against it --- */

/* A name that is looked for, and what it shares with each spelling. */
typedef struct search {
    const sel_organisation_words *in;
    uint32_t count;
    uint32_t numbers[SEL_ORGANISATION_WORDS_MAX]; /* of its words, SEL_NONE: in no name */
    uint32_t weights[SEL_ORGANISATION_WORDS_MAX];
    uint32_t weight;
    uint32_t *shared;  /* per spelling: bit per word of the name */
    uint32_t *touched; /* spellings with a bit */
    uint32_t touched_count;
    uint32_t alone[SEL_ORGANISATION_WORDS_MAX]; /* those of them that are one word */
    uint32_t alone_count;
} search;

static void share_words(search *s)
{
    for (uint32_t i = 0; i < s->count; i++) {
        if (s->numbers[i] == SEL_NONE)
            continue;
        const word_places *of = &s->in->by_word[s->numbers[i]];
        for (uint32_t j = 0; j < of->count; j++) {
            uint32_t at = s->in->places[of->first + j];
            if (s->shared[at] == 0)
                s->touched[s->touched_count++] = at;
            if (s->in->spellings[at].words == 1 && s->alone_count < SEL_ORGANISATION_WORDS_MAX)
                s->alone[s->alone_count++] = at;
            s->shared[at] |= 1U << i;
        }
    }
}

static void start_search(search *s, const sel_organisation_words *in, sel_str folded,
                         sel_arena *scratch)
{
    sel_str words[SEL_ORGANISATION_WORDS_MAX];
    *s = (search){.in = in, .count = sel_organisation_word_list(folded, scratch, words)};
    for (uint32_t i = 0; i < s->count; i++) {
        s->numbers[i] = sel_index_find(in->words, words[i]);
        s->weights[i] = s->numbers[i] == SEL_NONE ? in->rare : in->by_word[s->numbers[i]].weight;
        s->weight += s->weights[i];
    }
    s->shared = sel_arena_array(scratch, in->spelling_count, sizeof *s->shared);
    s->touched = sel_arena_array(scratch, in->spelling_count, sizeof *s->touched);
    share_words(s);
}

/* Words of the name that are alone a name of the organisation. */
static uint32_t names_alone(const search *s, uint32_t organisation)
{
    uint32_t alone = 0;
    for (uint32_t i = 0; i < s->alone_count; i++)
        if (s->in->spellings[s->alone[i]].organisation == organisation)
            alone |= s->shared[s->alone[i]];
    return alone;
}

static uint32_t weight_within(const search *s, uint32_t words)
{
    uint32_t weight = 0;
    for (uint32_t i = 0; i < s->count; i++)
        weight += (words >> i & 1U) != 0 ? s->weights[i] : 0;
    return weight;
}

static uint32_t score_of(const search *s, uint32_t at)
{
    const spelling *of = &s->in->spellings[at];
    uint32_t shared = weight_within(s, s->shared[at]);
    uint32_t extra = s->weight - shared;
    if (extra > 0 && of->words > 1)
        extra -= weight_within(s, names_alone(s, of->organisation) & ~s->shared[at]);
    uint64_t either = (uint64_t)of->weight + extra;
    return either == 0 ? 0 : (uint32_t)((uint64_t)shared * SEL_ORGANISATION_WHOLE / either);
}

static bool is_before(sel_organisation_candidate a, sel_organisation_candidate b)
{
    return a.score != b.score ? a.score > b.score : a.organisation < b.organisation;
}

/* Keep the best of each organisation; returns how many there are now. */
static uint32_t offer(sel_organisation_candidate *near, uint32_t count,
                      sel_organisation_candidate one)
{
    uint32_t at = 0;
    while (at < count && near[at].organisation != one.organisation)
        at++;
    if (at < count && !is_before(one, near[at]))
        return count;
    if (at == count) {
        if (count == SEL_ORGANISATION_CANDIDATES && !is_before(one, near[count - 1]))
            return count;
        at = count < SEL_ORGANISATION_CANDIDATES ? count++ : count - 1;
    }
    near[at] = one;
    for (; at > 0 && is_before(near[at], near[at - 1]); at--) {
        sel_organisation_candidate other = near[at - 1];
        near[at - 1] = near[at];
        near[at] = other;
    }
    return count;
}

uint32_t sel_organisations_near(const sel_organisations *organisations, sel_str folded,
                                sel_organisation_candidate near[SEL_ORGANISATION_CANDIDATES])
{
    uint32_t count = 0;
    if (organisations->words == NULL)
        return 0;
    sel_arena *scratch = sel_arena_create();
    search s;
    start_search(&s, organisations->words, folded, scratch);
    for (uint32_t i = 0; i < s.touched_count; i++) {
        uint32_t at = s.touched[i];
        sel_organisation_candidate one = {organisations->words->spellings[at].organisation,
                                          score_of(&s, at)};
        if (one.score > 0)
            count = offer(near, count, one);
    }
    sel_arena_destroy(scratch);
    return count;
}

const sel_organisation_candidate *
sel_organisation_recognised(const sel_organisation_candidate *near, uint32_t count)
{
    bool enough = count > 0 && near[0].score >= SEL_ORGANISATION_SCORE;
    bool ahead = count < 2 || (enough && near[0].score - near[1].score >= SEL_ORGANISATION_LEAD);
    return enough && ahead ? &near[0] : NULL;
}
