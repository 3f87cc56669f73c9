#include "work/reply.h"

#include "base/fold.h"
#include "base/hash.h"
#include "base/text.h"
#include "work/intake_source.h"

/* Rows of a sheet that are looked at for its language: more than a hand-out has. */
enum { LOOKED_AT = 400 };

/* Labels written the same way in several languages say nothing. */
static void count_label(const sel_reference *reference, sel_str folded,
                        uint32_t counts[SEL_LANGUAGE_COUNT])
{
    for (uint32_t i = 0; i < reference->label_count; i++) {
        int found = -1;
        uint32_t languages = 0;
        for (int language = 0; language < SEL_LANGUAGE_COUNT; language++)
            if (sel_str_equal(reference->labels[i].folded[language], folded)) {
                found = language;
                languages += 1;
            }
        if (languages == 1)
            counts[found] += 1;
    }
}

typedef struct counting {
    const sel_reference *reference;
    sel_arena *arena;
    uint32_t counts[SEL_LANGUAGE_COUNT];
} counting;

static bool count_row(void *to, const sel_csv_row *row)
{
    counting *c = to;
    sel_arena_reset(c->arena);
    sel_str folded = sel_fold(c->arena, sel_csv_cell(row, 0));
    if (folded.len > 0)
        count_label(c->reference, folded, c->counts);
    return row->row < LOOKED_AT;
}

static sel_status count_rows(sel_intake_source *source, counting *c, sel_error *err)
{
    sel_incoming *incoming = &source->incoming;
    if (incoming->guess.form != SEL_FORM_TALL)
        return SEL_OK;
    if (incoming->workbook == NULL)
        return sel_csv_read(source->bytes, incoming->guess.delimiter, count_row, c, NULL, err);
    const sel_row_source rows = sel_answer_sheet_rows(&incoming->answers, (sel_str){0});
    return rows.read(rows.from, count_row, c, NULL, err);
}

sel_status sel_reply_language(const sel_context *context, const char *path,
                              const sel_intake_options *options, sel_language *language,
                              sel_error *err)
{
    *language = context->language;
    sel_arena *arena = sel_arena_create();
    counting c = {.reference = &context->reference, .arena = sel_arena_create()};
    sel_intake_source source;
    sel_issues told_before = {.arena = arena};
    sel_status status = sel_intake_open(context, path, options, arena, &told_before, &source, err);
    if (status == SEL_OK)
        status = count_rows(&source, &c, err);
    for (int other = 0; other < SEL_LANGUAGE_COUNT; other++)
        if (c.counts[other] > c.counts[*language])
            *language = (sel_language)other;
    sel_intake_close(&source);
    sel_arena_destroy(c.arena);
    sel_arena_destroy(arena);
    return status;
}

sel_language sel_reply_wish(sel_str wish, sel_language otherwise)
{
    sel_language found = otherwise;
    wish = sel_str_trim(wish);
    if (wish.len == 0 || sel_language_find(wish, &found))
        return found;
    sel_arena *arena = sel_arena_create();
    sel_str folded = sel_fold(arena, wish);
    for (int language = 0; language < SEL_LANGUAGE_COUNT; language++) {
        sel_str name = sel_str_of(sel_language_name((sel_language)language));
        if (sel_str_equal(sel_fold(arena, name), folded))
            found = (sel_language)language;
    }
    sel_arena_destroy(arena);
    return found;
}

enum { HASH_DIGITS = 8 };

static void add_plain(sel_text *name, sel_str text)
{
    enum { PART = 30 };
    _Static_assert(2 * (PART + 1) + HASH_DIGITS <= SEL_REPLY_NAME_MAX, "two parts and the hash");
    size_t start = name->len;
    for (size_t i = 0; i < text.len && name->len - start < PART; i++) {
        char c = text.ptr[i];
        if (sel_ascii_is_letter(c) || sel_ascii_is_digit(c))
            sel_text_add_char(name, sel_ascii_lower(c));
        else if (name->len > start && name->bytes[name->len - 1] != '-')
            sel_text_add_char(name, '-');
    }
    if (name->len > 0 && name->bytes[name->len - 1] != '-')
        sel_text_add_char(name, '-');
}

sel_str sel_reply_name(const sel_intake *intake, const sel_receipt *receipt, sel_str sha256,
                       sel_arena *arena)
{
    sel_text name = {.arena = arena};
    sel_hash hash;
    char hex[SEL_HASH_ROOM];
    sel_hash_start(&hash);
    if (receipt != NULL && receipt->respondent.len > 0) {
        sel_str key = sel_str_printf(arena, "%.*s|%.*s|%.*s|%.*s", SEL_STR_ARG(receipt->respondent),
                                     SEL_STR_ARG(receipt->round), SEL_STR_ARG(receipt->agency),
                                     SEL_STR_ARG(receipt->questionnaire));
        sel_hash_add(&hash, key.ptr, key.len);
        add_plain(&name, receipt->respondent);
        add_plain(&name, receipt->agency);
    } else {
        sel_hash_add(&hash, intake->file.ptr, intake->file.len);
        sel_hash_add(&hash, sha256.ptr, sha256.len);
        add_plain(&name, intake->file);
        if (receipt != NULL) {
            sel_str line = sel_str_printf(arena, "%llu", (unsigned long long)receipt->line);
            sel_hash_add(&hash, line.ptr, line.len);
            add_plain(&name, line);
        }
    }
    sel_hash_finish(&hash, hex);
    sel_text_printf(&name, "%.*s", HASH_DIGITS, hex);
    return sel_text_str(&name);
}
