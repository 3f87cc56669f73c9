#include "domain/reference.h"

#include "base/fold.h"

/* Keys are compared letter by letter but for their case, names folded: two kinds of words. */
enum { KEY = 'k', NAME = 'n' };

static sel_str word_of(sel_arena *arena, int kind, sel_str text)
{
    char *word = sel_arena_array(arena, text.len + 1, 1);
    word[0] = (char)kind;
    for (size_t i = 0; i < text.len; i++)
        word[i + 1] = kind == KEY ? sel_ascii_lower(text.ptr[i]) : text.ptr[i];
    return (sel_str){word, text.len + 1};
}

static void add_word(sel_reference *reference, sel_arena *arena, int kind, sel_str text,
                     uint32_t label)
{
    uint32_t known = sel_index_count(reference->label_words);
    uint32_t word = sel_index_add(reference->label_words, word_of(arena, kind, text));
    if (word == known)
        reference->word_labels[word] = label;
}

void sel_sheet_labels_index(sel_reference *reference, sel_arena *arena)
{
    size_t words = (size_t)reference->label_count * (SEL_LANGUAGE_COUNT + 1);
    sel_arena *scratch = sel_arena_create();
    reference->label_words = sel_index_create();
    reference->word_labels = sel_arena_array(arena, words, sizeof *reference->word_labels);
    for (uint32_t i = 0; i < reference->label_count; i++) {
        add_word(reference, scratch, KEY, reference->labels[i].key, i);
        for (int language = 0; language < SEL_LANGUAGE_COUNT; language++)
            add_word(reference, scratch, NAME, reference->labels[i].folded[language], i);
    }
    sel_arena_destroy(scratch);
}

static uint32_t label_of(const sel_reference *reference, sel_str word)
{
    uint32_t number = sel_index_find(reference->label_words, word);
    return number == SEL_NONE ? SEL_NONE : reference->word_labels[number];
}

sel_str sel_sheet_key(const sel_reference *reference, sel_str text)
{
    if (reference->label_words == NULL)
        return (sel_str){0};
    sel_arena *scratch = sel_arena_create();
    sel_str folded = sel_fold(scratch, text);
    sel_str key = {0};
    if (folded.len > 0) {
        uint32_t by_key = label_of(reference, word_of(scratch, KEY, text));
        uint32_t by_name = label_of(reference, word_of(scratch, NAME, folded));
        uint32_t first = by_key < by_name ? by_key : by_name; /* SEL_NONE is the largest */
        key = first == SEL_NONE ? key : reference->labels[first].key;
    }
    sel_arena_destroy(scratch);
    return key;
}

/* Whether key is "scope.rest". */
static bool is_scoped(sel_str key, sel_str scope, sel_str rest)
{
    return key.len == scope.len + 1 + rest.len && sel_str_starts(key, scope) &&
           key.ptr[scope.len] == '.' &&
           sel_str_equal(sel_str_part(key, scope.len + 1, rest.len), rest);
}

const sel_sheet_label *sel_sheet_label_in(const sel_reference *reference, sel_str scope,
                                          sel_str key)
{
    const sel_sheet_label *found = NULL;
    for (uint32_t i = 0; i < reference->label_count; i++) {
        const sel_sheet_label *label = &reference->labels[i];
        if (is_scoped(label->key, scope, key))
            return label;
        if (sel_str_equal(label->key, key))
            found = label;
    }
    return found;
}

sel_str sel_sheet_name(const sel_reference *reference, const char *key, sel_language language)
{
    for (uint32_t i = 0; i < reference->label_count; i++)
        if (sel_str_is(reference->labels[i].key, key))
            return sel_names_in(&reference->labels[i].names, language);
    return sel_str_of(key);
}

bool sel_sheet_is_findings(const sel_reference *reference, sel_str header)
{
    sel_str name = {0};
    return sel_str_next(&header, '|', &name) &&
           sel_str_is(sel_sheet_key(reference, sel_str_trim(name)), "to_look_at");
}
