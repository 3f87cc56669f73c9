#include "domain/words.h"

#include "base/text.h"

#include <stdarg.h>

enum { PLACES_MAX = 12 };

static const sel_word *find(const sel_words *words, sel_str id)
{
    uint32_t low = 0;
    uint32_t high = words->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = sel_str_compare(words->entries[middle].id, id);
        if (order == 0)
            return &words->entries[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return words->fallback == NULL ? NULL : find(words->fallback, id);
}

bool sel_words_have(const sel_words *words, const char *id)
{
    return find(words, sel_str_of(id)) != NULL;
}

sel_str sel_words_find(const sel_words *words, const char *id)
{
    const sel_word *word = find(words, sel_str_of(id));
    return word == NULL ? sel_str_of(id) : word->text;
}

typedef struct places {
    const char *names[PLACES_MAX];
    const char *values[PLACES_MAX];
    size_t count;
} places;

/* Length of the place "{name}" at the front of rest, with its value; 0 when there is none. */
static size_t place_at(sel_str rest, const places *known, const char **value)
{
    size_t end = sel_str_find(rest, SEL_STR("}"));
    if (rest.ptr[0] != '{' || end == rest.len)
        return 0;
    sel_str name = sel_str_part(rest, 1, end - 1);
    for (size_t i = 0; i < known->count; i++)
        if (sel_str_is(name, known->names[i])) {
            *value = known->values[i];
            return end + 1;
        }
    return 0;
}

static sel_str fill(sel_arena *arena, sel_str text, const places *known)
{
    sel_text out = {.arena = arena};
    for (size_t at = 0; at < text.len;) {
        const char *value = NULL;
        size_t taken = place_at(sel_str_part(text, at, text.len), known, &value);
        if (taken > 0)
            sel_text_add(&out, sel_str_of(value));
        else
            sel_text_add_char(&out, text.ptr[at]);
        at += taken > 0 ? taken : 1;
    }
    return sel_text_str(&out);
}

sel_str sel_say(sel_arena *arena, const sel_words *words, const char *id, ...)
{
    places known = {.count = 0};
    va_list args;
    va_start(args, id);
    for (const char *name = va_arg(args, const char *); name != NULL && known.count < PLACES_MAX;
         name = va_arg(args, const char *)) {
        known.names[known.count] = name;
        known.values[known.count++] = va_arg(args, const char *);
    }
    va_end(args);
    return fill(arena, sel_words_find(words, id), &known);
}

static int by_id(const void *a, const void *b)
{
    return sel_str_compare(((const sel_word *)a)->id, ((const sel_word *)b)->id);
}

void sel_words_sort(sel_word *entries, uint32_t count)
{
    if (count > 0)
        qsort(entries, count, sizeof *entries, by_id);
}
