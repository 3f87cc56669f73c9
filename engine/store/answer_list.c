#include "store/answer_list.h"

#include "base/index.h"
#include "base/text.h"

#include <jansson.h>

/** Numbers of an entry, in order. */
enum { ITEM, KIND, VALUE, LINE, ROW, COLUMN, ENTRY_SIZE };

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

static void write_integer(sel_text *json, int64_t value)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t left = value < 0 ? -(uint64_t)value : (uint64_t)value;
    do
        digits[--at] = (char)('0' + left % 10);
    while ((left /= 10) > 0);
    if (value < 0)
        digits[--at] = '-';
    sel_text_add(json, (sel_str){digits + at, sizeof digits - at});
}

static void write_value(sel_text *json, const sel_answer *answer)
{
    if (answer->kind != SEL_ANSWER_VALUE)
        sel_text_add(json, SEL_STR("null"));
    else if (answer->is_number)
        write_integer(json, answer->number);
    else
        write_text(json, answer->text);
}

sel_str sel_answer_list_write(const sel_answer *answers, uint32_t count, sel_arena *arena)
{
    sel_text json = {.arena = arena};
    sel_text_add_char(&json, '[');
    for (uint32_t i = 0; i < count; i++) {
        const sel_answer *answer = &answers[i];
        const int64_t place[] = {(int64_t)answer->line, answer->row, answer->column};
        sel_text_add(&json, i == 0 ? SEL_STR("[") : SEL_STR(",["));
        write_integer(&json, answer->item);
        sel_text_add_char(&json, ',');
        write_integer(&json, answer->kind);
        sel_text_add_char(&json, ',');
        write_value(&json, answer);
        for (size_t k = 0; k < sizeof place / sizeof place[0]; k++) {
            sel_text_add_char(&json, ',');
            write_integer(&json, place[k]);
        }
        sel_text_add_char(&json, ']');
    }
    sel_text_add_char(&json, ']');
    return sel_text_str(&json);
}

/* A whole number of an entry, from 0 to most. */
static bool read_number(const json_t *entry, size_t at, int64_t most, int64_t *number)
{
    const json_t *value = json_array_get(entry, at);
    *number = json_integer_value(value);
    return json_is_integer(value) && *number >= 0 && *number <= most;
}

static bool read_value(const json_t *value, sel_arena *arena, sel_answer *answer)
{
    if (answer->kind != SEL_ANSWER_VALUE)
        return json_is_null(value);
    answer->is_number = json_is_integer(value);
    if (answer->is_number)
        answer->number = json_integer_value(value);
    else if (json_is_string(value))
        answer->text =
            sel_str_copy(arena, (sel_str){json_string_value(value), json_string_length(value)});
    return answer->is_number || json_is_string(value);
}

static bool read_entry(const json_t *entry, sel_arena *arena, sel_answer *answer)
{
    int64_t numbers[ENTRY_SIZE];
    if (json_array_size(entry) != ENTRY_SIZE ||
        !read_number(entry, ITEM, SEL_NONE - 1, &numbers[ITEM]) ||
        !read_number(entry, KIND, SEL_ANSWER_NOT_SAID, &numbers[KIND]) ||
        !read_number(entry, LINE, INT64_MAX, &numbers[LINE]) ||
        !read_number(entry, ROW, UINT32_MAX, &numbers[ROW]) ||
        !read_number(entry, COLUMN, UINT32_MAX, &numbers[COLUMN]))
        return false;
    *answer = (sel_answer){
        .item = (uint32_t)numbers[ITEM],
        .kind = (sel_answer_kind)numbers[KIND],
        .line = (uint64_t)numbers[LINE],
        .row = (uint32_t)numbers[ROW],
        .column = (uint32_t)numbers[COLUMN],
    };
    return read_value(json_array_get(entry, VALUE), arena, answer);
}

bool sel_answer_list_read(sel_str json, sel_arena *arena, sel_answer_list *list)
{
    json_t *root = json_loadb(json.ptr == NULL ? "" : json.ptr, json.len, 0, NULL);
    size_t count = json_array_size(root);
    bool good = json_is_array(root) && count < SEL_NONE;
    *list = (sel_answer_list){0};
    if (good)
        list->answers = sel_arena_array(arena, count, sizeof *list->answers);
    for (size_t i = 0; good && i < count; i++) {
        good = read_entry(json_array_get(root, i), arena, &list->answers[i]) &&
               (i == 0 || list->answers[i - 1].item < list->answers[i].item);
        list->count += good;
    }
    json_decref(root);
    return good;
}

const sel_answer *sel_answer_list_find(const sel_answer_list *list, uint32_t item)
{
    const sel_response view = {.answers = list->answers, .answer_count = list->count};
    return sel_response_answer(&view, item);
}
