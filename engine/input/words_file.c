#include "input/words_file.h"

#include "input/csv_table.h"

extern const char sel_words_en_csv[];

typedef struct word_list {
    sel_arena *arena;
    sel_word *entries;
    uint32_t count;
    uint32_t room;
} word_list;

static const char *const word_columns[] = {"id", "text", NULL};

static sel_status take_word(void *to, const sel_str *f, sel_error *err)
{
    word_list *words = to;
    if (f[0].len == 0 || f[1].len == 0)
        return sel_fail(err, SEL_BAD_INPUT, "a word has no id or no text");
    words->entries = sel_arena_one_more(words->arena, words->entries, words->count, &words->room,
                                        sizeof *words->entries);
    words->entries[words->count++] =
        (sel_word){sel_str_copy(words->arena, f[0]), sel_str_copy(words->arena, f[1])};
    return SEL_OK;
}

static sel_words finish_words(word_list *list, sel_language language, const sel_words *fallback)
{
    sel_words_sort(list->entries, list->count);
    return (sel_words){list->entries, list->count, fallback, language};
}

sel_status sel_words_english(sel_arena *arena, sel_words *words, sel_error *err)
{
    word_list list = {.arena = arena};
    sel_bytes *bytes = sel_bytes_open_memory("en.csv", sel_str_of(sel_words_en_csv));
    sel_status status = sel_csv_table_read(bytes, word_columns, take_word, &list, err);
    sel_bytes_close(bytes);
    *words = finish_words(&list, SEL_EN, NULL);
    return status;
}

sel_status sel_words_load(const char *path, sel_language language, const sel_words *english,
                          sel_arena *arena, sel_words *words, sel_error *err)
{
    word_list list = {.arena = arena};
    sel_status status = sel_csv_table_file(path, word_columns, take_word, &list, err);
    *words = finish_words(&list, language, english);
    return status;
}
