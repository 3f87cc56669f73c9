#include "store/answer_list.h"

#include "base/index.h"
#include "base/number.h"
#include "base/text.h"

static bool needs_escape(char c)
{
    return (unsigned char)c < 0x20 || c == '"' || c == '\\';
}

static void write_text(sel_text *json, sel_str text)
{
    sel_text_add_char(json, '"');
    size_t start = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!needs_escape(text.ptr[i]))
            continue;
        sel_text_add(json, sel_str_part(text, start, i - start));
        sel_text_printf(json, "\\u%04x", (unsigned)text.ptr[i]);
        start = i + 1;
    }
    sel_text_add(json, sel_str_part(text, start, text.len - start));
    sel_text_add_char(json, '"');
}

/* A piece of the list that has a bounded length, before it is added. */
typedef struct piece {
    char bytes[64];
    size_t len;
} piece;

enum { INTEGER_MOST = 20 };

static void put_char(piece *to, char c)
{
    to->bytes[to->len++] = c;
}

static void put_integer(piece *to, int64_t value)
{
    char digits[INTEGER_MOST];
    size_t at = sizeof digits;
    uint64_t left = value < 0 ? -(uint64_t)value : (uint64_t)value;
    do
        digits[--at] = (char)('0' + left % 10);
    while ((left /= 10) > 0);
    if (value < 0)
        digits[--at] = '-';
    memcpy(to->bytes + to->len, digits + at, sizeof digits - at);
    to->len += sizeof digits - at;
}

static void add_piece(sel_text *json, const piece *from)
{
    sel_text_add(json, (sel_str){from->bytes, from->len});
}

static void write_value(sel_text *json, const sel_answer *answer)
{
    piece number = {.len = 0};
    if (answer->kind != SEL_ANSWER_VALUE) {
        sel_text_add(json, SEL_STR("null"));
    } else if (answer->is_number) {
        put_integer(&number, answer->number);
        add_piece(json, &number);
    } else {
        write_text(json, answer->text);
    }
}

/* "[12,0," of an answer. */
static void write_head(sel_text *json, const sel_answer *answer)
{
    piece head = {.len = 0};
    put_char(&head, '[');
    put_integer(&head, answer->item);
    put_char(&head, ',');
    put_integer(&head, answer->kind);
    put_char(&head, ',');
    add_piece(json, &head);
}

/* ",1016,1017," of an answer; those of a wide file share one line. */
static void put_line(piece *line, const sel_answer *answer)
{
    line->len = 0;
    put_char(line, ',');
    put_integer(line, (int64_t)answer->line);
    put_char(line, ',');
    put_integer(line, answer->row);
    put_char(line, ',');
}

sel_str sel_answer_list_write(const sel_answer *answers, uint32_t count, sel_arena *arena)
{
    enum { USUAL = 40 }; /* bytes of an answer */
    sel_text json = {.arena = arena};
    piece line = {.len = 0};
    sel_text_reserve(&json, (size_t)count * USUAL + 2);
    sel_text_add_char(&json, '[');
    for (uint32_t i = 0; i < count; i++) {
        const sel_answer *answer = &answers[i];
        piece tail = {.len = 0};
        if (i == 0 || answer->line != answer[-1].line || answer->row != answer[-1].row)
            put_line(&line, answer);
        put_integer(&tail, answer->column);
        put_char(&tail, ']');
        put_char(&tail, i + 1 == count ? ']' : ',');
        write_head(&json, answer);
        write_value(&json, answer);
        add_piece(&json, &line);
        add_piece(&json, &tail);
    }
    if (count == 0)
        sel_text_add_char(&json, ']');
    return sel_text_str(&json);
}

/* What is left of a text. */
typedef struct cursor {
    const char *at;
    const char *end;
} cursor;

static bool take(cursor *from, sel_str expected)
{
    if ((size_t)(from->end - from->at) < expected.len ||
        memcmp(from->at, expected.ptr, expected.len) != 0)
        return false;
    from->at += expected.len;
    return true;
}

static bool take_integer(cursor *from, int64_t *value)
{
    const char *start = from->at;
    while (from->at < from->end && (*from->at == '-' || sel_ascii_is_digit(*from->at)))
        from->at++;
    return sel_number_integer((sel_str){start, (size_t)(from->at - start)}, value);
}

/* A comma, then a whole number from 0 to most. */
static bool take_next(cursor *from, int64_t most, int64_t *value)
{
    return take(from, SEL_STR(",")) && take_integer(from, value) && *value >= 0 && *value <= most;
}

/* What write_text made of one character: four hexadecimal digits, the first two 0. */
static bool take_escape(cursor *from, char *c)
{
    static const char digits[] = "0123456789abcdef";
    if (!take(from, SEL_STR("\\u00")) || from->end - from->at < 2)
        return false;
    const char *high = memchr(digits, from->at[0], 16);
    const char *low = memchr(digits, from->at[1], 16);
    if (high == NULL || low == NULL)
        return false;
    *c = (char)((high - digits) << 4 | (low - digits));
    from->at += 2;
    return needs_escape(*c);
}

static sel_str plain_part(cursor *from)
{
    const char *start = from->at;
    while (from->at < from->end && !needs_escape(*from->at))
        from->at++;
    return (sel_str){start, (size_t)(from->at - start)};
}

/* A text without escapes is borrowed. */
static bool take_text(cursor *from, sel_arena *arena, sel_str *text)
{
    if (!take(from, SEL_STR("\"")))
        return false;
    *text = plain_part(from);
    if (take(from, SEL_STR("\"")))
        return true;
    sel_text whole = {.arena = arena};
    sel_text_add(&whole, *text);
    while (!take(from, SEL_STR("\""))) {
        char c = 0;
        if (!take_escape(from, &c))
            return false;
        sel_text_add_char(&whole, c);
        sel_text_add(&whole, plain_part(from));
    }
    *text = sel_text_str(&whole);
    return true;
}

static bool take_value(cursor *from, sel_arena *arena, sel_answer *answer)
{
    if (answer->kind != SEL_ANSWER_VALUE)
        return take(from, SEL_STR("null"));
    answer->is_number = from->at < from->end && *from->at != '"';
    return answer->is_number ? take_integer(from, &answer->number)
                             : take_text(from, arena, &answer->text);
}

static bool take_entry(cursor *from, sel_arena *arena, sel_answer *answer)
{
    int64_t item = 0;
    int64_t kind = 0;
    int64_t line = 0;
    int64_t row = 0;
    int64_t column = 0;
    *answer = (sel_answer){0};
    if (!take(from, SEL_STR("[")) || !take_integer(from, &item) || item < 0 || item >= SEL_NONE ||
        !take_next(from, SEL_ANSWER_NOT_SAID, &kind) || !take(from, SEL_STR(",")))
        return false;
    answer->kind = (sel_answer_kind)kind;
    if (!take_value(from, arena, answer) || !take_next(from, INT64_MAX, &line) ||
        !take_next(from, UINT32_MAX, &row) || !take_next(from, UINT32_MAX, &column))
        return false;
    answer->item = (uint32_t)item;
    answer->line = (uint64_t)line;
    answer->row = (uint32_t)row;
    answer->column = (uint32_t)column;
    return take(from, SEL_STR("]"));
}

bool sel_answer_list_read(sel_str json, sel_arena *arena, sel_answer_list *list)
{
    uint32_t room = 0;
    sel_str kept = sel_str_copy(arena, json);
    cursor from = {kept.ptr, kept.ptr + kept.len};
    *list = (sel_answer_list){0};
    if (!sel_str_is_utf8(kept) || !take(&from, SEL_STR("[")))
        return false;
    bool more = !take(&from, SEL_STR("]"));
    while (more) {
        list->answers =
            sel_arena_one_more(arena, list->answers, list->count, &room, sizeof *list->answers);
        sel_answer *answer = &list->answers[list->count];
        if (!take_entry(&from, arena, answer) ||
            (list->count > 0 && answer[-1].item >= answer->item))
            return false;
        list->count += 1;
        more = take(&from, SEL_STR(","));
        if (!more && !take(&from, SEL_STR("]")))
            return false;
    }
    return from.at == from.end;
}

const sel_answer *sel_answer_list_find(const sel_answer_list *list, uint32_t item)
{
    const sel_response view = {.answers = list->answers, .answer_count = list->count};
    return sel_response_answer(&view, item);
}
