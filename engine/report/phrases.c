#include "report/phrases.h"

#include "base/text.h"

#include <inttypes.h>

/* Enough of a fingerprint to tell files apart by eye. */
enum { HASH_SHOWN = 12 };

sel_str sel_phrase(const sel_words *words, const char *id)
{
    return words == NULL ? sel_str_of(id) : sel_words_find(words, id);
}

static sel_str filled(sel_arena *arena, const sel_words *words, const char *id, const char *place,
                      const char *value)
{
    const sel_words none = {0};
    return sel_say(arena, words == NULL ? &none : words, id, place, value, NULL);
}

static void add_part(sel_text *out, sel_str part)
{
    if (out->len > 0 && part.len > 0)
        sel_text_add(out, SEL_STR(", "));
    sel_text_add(out, part);
}

sel_str sel_origin_phrase(sel_arena *arena, const sel_words *words, const sel_explained *step)
{
    sel_text out = {.arena = arena};
    add_part(&out, step->source);
    if (step->line > 0) {
        char number[SEL_NUMBER_ROOM];
        snprintf(number, sizeof number, "%" PRIu64, step->line);
        add_part(&out, filled(arena, words, "report.line", "n", number));
    }
    if (step->cell.len > 0)
        add_part(&out,
                 filled(arena, words, "report.cell", "cell", sel_str_copy(arena, step->cell).ptr));
    if (step->hash.len > 0) {
        sel_str start = sel_str_part(step->hash, 0, HASH_SHOWN);
        add_part(&out, sel_str_printf(arena, "SHA-256 %.*s", SEL_STR_ARG(start)));
    }
    return sel_text_str(&out);
}

sel_number_style sel_number_style_of(const sel_words *words, const char *dash)
{
    bool known = words != NULL && sel_words_have(words, "report.decimal_sign");
    return (sel_number_style){.dash = dash,
                              .decimal_sign = known ? sel_words_find(words, "report.decimal_sign")
                                                    : SEL_STR(".")};
}
