#include "input/xlsx_parts.h"

#include "base/text.h"

/* --- escapes --- */

/* Value of "_xHHHH_" at the beginning of text, 0 when there is none to resolve. */
static uint32_t escaped_character(sel_str text)
{
    enum { LENGTH = 7 };
    if (text.len < LENGTH || text.ptr[0] != '_' || text.ptr[1] != 'x' || text.ptr[6] != '_')
        return 0;
    uint32_t value = 0;
    for (int i = 2; i < 6; i++) {
        char c = sel_ascii_lower(text.ptr[i]);
        uint32_t digit = sel_ascii_is_digit(c)  ? (uint32_t)(c - '0')
                         : c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10)
                                                : 16;
        if (digit == 16)
            return 0;
        value = value * 16 + digit;
    }
    return value >= 0xD800 && value <= 0xDFFF ? 0 : value;
}

/* At most three bytes, which the seven of an escape have room for. */
static size_t put_utf8(char *out, uint32_t character)
{
    if (character < 0x80) {
        out[0] = (char)character;
        return 1;
    }
    if (character < 0x800) {
        out[0] = (char)(0xC0 | character >> 6);
        out[1] = (char)(0x80 | (character & 0x3F));
        return 2;
    }
    out[0] = (char)(0xE0 | character >> 12);
    out[1] = (char)(0x80 | (character >> 6 & 0x3F));
    out[2] = (char)(0x80 | (character & 0x3F));
    return 3;
}

sel_str sel_xlsx_unescape(sel_str written, sel_arena *arena)
{
    char *copy = sel_arena_copy(arena, written.ptr, written.len);
    size_t n = 0;
    for (size_t at = 0; at < written.len;) {
        uint32_t character =
            written.ptr[at] == '_' ? escaped_character(sel_str_part(written, at, written.len)) : 0;
        if (character == 0) {
            copy[n++] = written.ptr[at++];
        } else {
            n += put_utf8(copy + n, character);
            at += 7;
        }
    }
    copy[n] = '\0';
    return (sel_str){copy, n};
}

/* --- string items --- */

static bool add_run(sel_text *joined, const sel_xml_element *run)
{
    const sel_xml_element *t = sel_xml_find(run->children, "t");
    if (t != NULL)
        sel_text_add(joined, t->text);
    return joined->len <= SEL_CSV_CELL_MAX;
}

bool sel_xlsx_text(const sel_xml_element *item, sel_arena *arena, sel_str *text)
{
    sel_text joined = {.arena = arena};
    bool fits = true;
    for (const sel_xml_element *e = item->children; e != NULL && fits; e = e->next) {
        if (strcmp(e->name, "t") == 0)
            sel_text_add(&joined, e->text);
        else if (strcmp(e->name, "r") == 0)
            fits = add_run(&joined, e);
        fits = fits && joined.len <= SEL_CSV_CELL_MAX;
    }
    if (fits)
        *text = sel_xlsx_unescape(sel_text_str(&joined), arena);
    return fits;
}

/* --- shared strings --- */

typedef struct loading {
    sel_xlsx *workbook;
    sel_arena *scratch; /* of one string */
    sel_error *err;
    sel_status status;
} loading;

static bool take_string(void *to, const sel_xml_record *record)
{
    loading *l = to;
    sel_xlsx *workbook = l->workbook;
    sel_str text;
    sel_arena_reset(l->scratch);
    if (workbook->string_count == SEL_XLSX_STRINGS_MAX || record->too_large ||
        !sel_xlsx_text(record->element, l->scratch, &text)) {
        l->status = sel_fail(l->err, SEL_BAD_INPUT,
                             "a text is longer than 1 MiB, or there are more than 1048576 texts");
        return false;
    }
    if (workbook->string_count == workbook->string_room) {
        workbook->string_room = workbook->string_room == 0 ? 256 : workbook->string_room * 2;
        workbook->strings =
            sel_memory_resize(workbook->strings, workbook->string_room, sizeof(sel_str));
    }
    workbook->strings[workbook->string_count++] = sel_str_copy(workbook->arena, text);
    return true;
}

sel_status sel_xlsx_strings(sel_xlsx *workbook, sel_str part, sel_error *err)
{
    static const char *const kept[] = {"t", "r", NULL};
    loading l = {.workbook = workbook, .scratch = sel_arena_create(), .err = err};
    const sel_xml_format format = {
        .record = "si", .verbatim = true, .kept = kept, .take = take_string, .to = &l};
    sel_status status = sel_xlsx_part(workbook, part, "sst", &format, err);
    sel_arena_destroy(l.scratch);
    return status == SEL_OK ? l.status : status;
}
