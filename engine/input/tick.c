#include "input/tick.h"

#include "base/fold.h"

/* Excel's names of the truth values: en, fr, de, es, pt, it, nl, id, tr, ru, ar, zh. */
static const char *const yes_words[] = {"true",
                                        "vrai",
                                        "wahr",
                                        "verdadero",
                                        "verdadeiro",
                                        "vero",
                                        "waar",
                                        "benar",
                                        "do\xC4\x9Fru",
                                        "\xD0\xB8\xD1\x81\xD1\x82\xD0\xB8\xD0\xBD\xD0\xB0",
                                        "\xD8\xB5\xD9\x88\xD8\xA7\xD8\xA8",
                                        "\xE7\x9C\x9F"};
static const char *const no_words[] = {"false",
                                       "faux",
                                       "falsch",
                                       "falso",
                                       "onwaar",
                                       "salah",
                                       "yanl\xC4\xB1\xC5\x9F",
                                       "\xD0\xBB\xD0\xBE\xD0\xB6\xD1\x8C",
                                       "\xD8\xAE\xD8\xB7\xD8\xA3",
                                       "\xE5\x81\x87"};

static bool is_one_of(sel_arena *scratch, sel_str folded, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (sel_str_equal(sel_fold(scratch, sel_str_of(words[i])), folded))
            return true;
    return false;
}

sel_tick sel_tick_boolean(sel_str text)
{
    enum { LONGEST = 32 };
    if (text.len == 0 || text.len > LONGEST)
        return SEL_TICK_NONE;
    sel_arena *scratch = sel_arena_create();
    sel_str folded = sel_fold(scratch, text);
    sel_tick tick = SEL_TICK_NONE;
    if (is_one_of(scratch, folded, yes_words, sizeof yes_words / sizeof yes_words[0]))
        tick = SEL_TICK_YES;
    else if (is_one_of(scratch, folded, no_words, sizeof no_words / sizeof no_words[0]))
        tick = SEL_TICK_NO;
    sel_arena_destroy(scratch);
    return tick;
}

sel_tick sel_tick_option(sel_str text)
{
    static const struct {
        const char *text;
        sel_tick tick;
    } plain[] = {{"1", SEL_TICK_YES}, {"0", SEL_TICK_NO},    {"y", SEL_TICK_YES},
                 {"n", SEL_TICK_NO},  {"yes", SEL_TICK_YES}, {"no", SEL_TICK_NO},
                 {"x", SEL_TICK_YES}, {"1.0", SEL_TICK_YES}, {"0.0", SEL_TICK_NO}};
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++)
        if (sel_str_equal_ascii(text, sel_str_of(plain[i].text)))
            return plain[i].tick;
    return sel_tick_boolean(text);
}
