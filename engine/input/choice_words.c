#include "input/choice_words.h"

#include "base/fold.h"
#include "base/text.h"

sel_str sel_choice_names(const sel_choice_list *list, sel_arena *arena)
{
    enum { SHOWN = 12 };
    sel_text names = {.arena = arena};
    for (uint32_t i = 0; i < list->count && i < SHOWN; i++)
        sel_text_printf(&names, "%s%.*s", i == 0 ? "" : ", ", SEL_STR_ARG(list->choices[i].name));
    if (list->count > SHOWN)
        sel_text_printf(&names, ", …");
    return sel_text_str(&names);
}

/* Words of a label that is found again among others; what is longer has to stand alone. With the
 * lengths that entries have it bounds how often a long cell is looked up. */
enum { LABEL_WORDS_MAX = 64 };

struct sel_choice_words {
    const sel_choice_list *list;
    sel_index *index;  /* folded names and labels */
    uint32_t *choices; /* per entry of the index; SEL_NONE: several choices are called so */
    uint32_t count;
    uint32_t room;
    bool has_length[SEL_CHOICES_CELL_MAX + 1]; /* whether an entry has as many bytes */
    sel_arena *arena;
    sel_arena *scratch;
};

static void add(sel_choice_words *words, sel_str text, uint32_t choice)
{
    sel_str folded = sel_fold(words->scratch, text);
    if (folded.len == 0)
        return;
    uint32_t entry = sel_index_add(words->index, folded);
    if (entry < words->count) {
        if (words->choices[entry] != choice)
            words->choices[entry] = SEL_NONE;
        return;
    }
    words->choices = sel_arena_one_more(words->arena, words->choices, words->count, &words->room,
                                        sizeof *words->choices);
    words->choices[words->count++] = choice;
    if (folded.len <= SEL_CHOICES_CELL_MAX)
        words->has_length[folded.len] = true;
}

sel_choice_words *sel_choice_words_create(const sel_choice_list *list)
{
    sel_choice_words *words = sel_memory_resize(NULL, 1, sizeof *words);
    *words = (sel_choice_words){.list = list,
                                .index = sel_index_create(),
                                .arena = sel_arena_create(),
                                .scratch = sel_arena_create()};
    for (uint32_t i = 0; i < list->count; i++)
        add(words, list->choices[i].name, i);
    for (uint32_t i = 0; i < list->count; i++)
        for (int language = 0; language < SEL_LANGUAGE_COUNT; language++)
            add(words, list->choices[i].labels.in[language], i);
    for (uint32_t i = 0; i < list->count; i++)
        if (sel_str_is(list->choices[i].name, "other"))
            add(words, SEL_STR("-oth-"), i); /* LimeSurvey's */
    sel_arena_reset(words->scratch);
    return words;
}

void sel_choice_words_destroy(sel_choice_words *words)
{
    if (words == NULL)
        return;
    sel_index_destroy(words->index);
    sel_arena_destroy(words->arena);
    sel_arena_destroy(words->scratch);
    sel_memory_resize(words, 0, 1);
}

sel_choices_outcome sel_choice_words_find(sel_choice_words *words, sel_str text, uint32_t *choice)
{
    *choice = sel_choice_find(words->list, text);
    if (*choice != SEL_NONE)
        return SEL_CHOICES_READ;
    uint32_t entry = sel_index_find(words->index, sel_fold(words->scratch, text));
    sel_arena_reset(words->scratch);
    *choice = entry == SEL_NONE ? SEL_NONE : words->choices[entry];
    return entry == SEL_NONE     ? SEL_CHOICES_UNKNOWN
           : *choice == SEL_NONE ? SEL_CHOICES_AMBIGUOUS
                                 : SEL_CHOICES_READ;
}

/* Ways to read the folded text up to a place. */
typedef struct step {
    uint32_t ways;   /* 0, 1, or 2 for more than one */
    uint32_t choice; /* last label of the first way */
    size_t from;     /* where that label begins */
} step;

/* All ways from place `at` one label further. Labels end where a word ends. */
static void go_on(const sel_choice_words *words, sel_str folded, size_t at, step *steps)
{
    uint32_t passed = 0;
    for (size_t end = at + 1; end <= folded.len; end++) {
        if (end < folded.len && folded.ptr[end] != ' ')
            continue;
        passed += 1;
        if (passed > LABEL_WORDS_MAX && at > 0)
            return;
        bool whole = at == 0 && end == folded.len;
        if (!whole && (passed > LABEL_WORDS_MAX || end - at > SEL_CHOICES_CELL_MAX ||
                       !words->has_length[end - at]))
            continue;
        uint32_t entry = sel_index_find(words->index, sel_str_part(folded, at, end - at));
        if (entry == SEL_NONE)
            continue;
        step *next = &steps[end == folded.len ? end : end + 1];
        if (next->ways == 0) {
            next->choice = words->choices[entry];
            next->from = at;
        }
        next->ways += words->choices[entry] == SEL_NONE ? 2 : steps[at].ways;
        if (next->ways > 2)
            next->ways = 2;
    }
}

sel_choices_outcome sel_choice_words_read(sel_choice_words *words, sel_str text, uint32_t *order,
                                          uint32_t room, uint32_t *count)
{
    *count = 0;
    if (text.len > SEL_CHOICES_CELL_MAX)
        return SEL_CHOICES_UNKNOWN;
    sel_str folded = sel_fold(words->scratch, text);
    step *steps = sel_arena_array(words->scratch, folded.len + 1, sizeof *steps);
    steps[0].ways = 1;
    for (size_t at = 0; at < folded.len; at++)
        if (steps[at].ways > 0)
            go_on(words, folded, at, steps);
    uint32_t ways = folded.len == 0 ? 0 : steps[folded.len].ways;
    uint32_t found = 0;
    for (size_t at = folded.len; ways == 1 && at > 0; at = steps[at].from)
        found += 1;
    if (found > room)
        ways = 0;
    size_t at = folded.len;
    for (uint32_t i = found; ways == 1 && i > 0; i--) {
        order[i - 1] = steps[at].choice;
        at = steps[at].from;
    }
    *count = ways == 1 ? found : 0;
    sel_arena_reset(words->scratch);
    return ways == 1 ? SEL_CHOICES_READ : ways == 0 ? SEL_CHOICES_UNKNOWN : SEL_CHOICES_AMBIGUOUS;
}
