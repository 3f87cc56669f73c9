#include "domain/expression_calls.h"

#include "base/fold.h"
#include "base/text.h"

#include <math.h>

enum { TEXT_MOST = 1 << 16 };

/* A text in the arena, or why there is none. */
static sel_value finished(const sel_text *text)
{
    if (text->len > TEXT_MOST)
        return sel_value_empty(SEL_WHY_TOO_LONG);
    return sel_value_text(sel_text_str(text));
}

/* Add unless the text is too long already: bounds what a short expression can make. */
static void add(sel_text *text, sel_str more)
{
    if (text->len <= TEXT_MOST)
        sel_text_add(text, more);
}

sel_value sel_call_string(const sel_node *call, const sel_evaluation *evaluation)
{
    sel_value value = sel_call_argument(call, 0, evaluation);
    if (value.kind == SEL_VALUE_SET)
        return sel_value_text(value.text);
    if (value.kind == SEL_VALUE_EMPTY || value.kind == SEL_VALUE_TEXT)
        return value;
    char room[SEL_VALUE_ROOM];
    return sel_value_text(sel_str_copy(evaluation->arena, sel_value_to_text(value, room)));
}

/* Values from node on with separator between them. */
static sel_value join(const sel_node *node, sel_str separator, const sel_evaluation *evaluation)
{
    char room[SEL_VALUE_ROOM];
    sel_text text = {.arena = evaluation->arena};
    sel_value value;
    sel_call_values values = {.node = node, .evaluation = evaluation};
    for (bool first = true; sel_call_next_value(&values, &value); first = false) {
        if (!first)
            add(&text, separator);
        add(&text, sel_value_to_text(value, room));
    }
    return finished(&text);
}

sel_value sel_call_concat(const sel_node *call, const sel_evaluation *evaluation)
{
    return join(call->first, (sel_str){0}, evaluation);
}

sel_value sel_call_join(const sel_node *call, const sel_evaluation *evaluation)
{
    char room[SEL_VALUE_ROOM];
    return join(call->first->next, sel_call_text(call, 0, evaluation, room), evaluation);
}

/* The two texts that most functions here work on. */
typedef struct pair {
    char room_a[SEL_VALUE_ROOM];
    char room_b[SEL_VALUE_ROOM];
    sel_str a;
    sel_str b;
} pair;

/* Looking for one text in the other may compare each byte with each. */
static void read_pair(const sel_node *call, const sel_evaluation *evaluation, pair *texts)
{
    enum { BYTES_A_STEP = 64 };
    texts->a = sel_call_text(call, 0, evaluation, texts->room_a);
    texts->b = sel_call_text(call, 1, evaluation, texts->room_b);
    sel_call_spend(evaluation, (uint64_t)texts->a.len * texts->b.len / BYTES_A_STEP);
}

sel_value sel_call_contains(const sel_node *call, const sel_evaluation *evaluation)
{
    pair texts;
    read_pair(call, evaluation, &texts);
    return sel_value_boolean(texts.b.len == 0 || sel_str_find(texts.a, texts.b) < texts.a.len);
}

sel_value sel_call_starts_with(const sel_node *call, const sel_evaluation *evaluation)
{
    pair texts;
    read_pair(call, evaluation, &texts);
    return sel_value_boolean(sel_str_starts(texts.a, texts.b));
}

sel_value sel_call_ends_with(const sel_node *call, const sel_evaluation *evaluation)
{
    pair texts;
    read_pair(call, evaluation, &texts);
    if (texts.b.len > texts.a.len)
        return sel_value_boolean(false);
    sel_str end = sel_str_part(texts.a, texts.a.len - texts.b.len, texts.b.len);
    return sel_value_boolean(sel_str_equal(end, texts.b));
}

/* A part of a text that may stand in a room of the caller's frame. */
static sel_value kept(const sel_evaluation *evaluation, sel_str part)
{
    return sel_value_text(part.len == 0 ? part : sel_str_copy(evaluation->arena, part));
}

sel_value sel_call_substring_before(const sel_node *call, const sel_evaluation *evaluation)
{
    pair texts;
    read_pair(call, evaluation, &texts);
    size_t at = texts.b.len == 0 ? 0 : sel_str_find(texts.a, texts.b);
    return kept(evaluation, at == texts.a.len ? (sel_str){0} : sel_str_part(texts.a, 0, at));
}

sel_value sel_call_substring_after(const sel_node *call, const sel_evaluation *evaluation)
{
    pair texts;
    read_pair(call, evaluation, &texts);
    size_t at = texts.b.len == 0 ? 0 : sel_str_find(texts.a, texts.b);
    if (at == texts.a.len)
        return sel_value_text((sel_str){0});
    return kept(evaluation, sel_str_part(texts.a, at + texts.b.len, texts.a.len));
}

/* A place in a text of length code points: counted from its end when below 0, kept inside. */
static double place(double at, double length)
{
    at = trunc(at);
    if (at < 0)
        at += length;
    return fmin(fmax(at, 0), length);
}

/* Byte where the n-th code point begins. */
static size_t byte_of(sel_str text, double n)
{
    size_t byte = 0;
    size_t left = n <= 0 ? 0 : n >= (double)text.len ? text.len : (size_t)ceil(n);
    int32_t code;
    for (; left > 0 && byte < text.len; left--)
        byte += sel_fold_step(sel_str_part(text, byte, text.len), &code);
    return byte;
}

sel_value sel_call_substr(const sel_node *call, const sel_evaluation *evaluation)
{
    char room[SEL_VALUE_ROOM];
    sel_str text = sel_call_text(call, 0, evaluation, room);
    double length = (double)sel_fold_length(text);
    double from;
    double to = length;
    if (!sel_call_number_of(call, 1, evaluation, &from) ||
        (call->child_count == 3 && !sel_call_number_of(call, 2, evaluation, &to)))
        return sel_value_text((sel_str){0});
    size_t first = byte_of(text, place(from, length));
    size_t end = byte_of(text, place(to, length));
    return kept(evaluation, sel_str_part(text, first, end > first ? end - first : 0));
}

/* Code points; ODK's engines count an emoji as two. */
sel_value sel_call_string_length(const sel_node *call, const sel_evaluation *evaluation)
{
    char room[SEL_VALUE_ROOM];
    return sel_value_number((double)sel_fold_length(sel_call_text(call, 0, evaluation, room)));
}

sel_value sel_call_normalize_space(const sel_node *call, const sel_evaluation *evaluation)
{
    char room[SEL_VALUE_ROOM];
    sel_str rest = sel_call_text(call, 0, evaluation, room);
    sel_text text = {.arena = evaluation->arena};
    sel_str word;
    while (sel_value_next_name(&rest, &word)) {
        if (text.len > 0)
            sel_text_add_char(&text, ' ');
        sel_text_add(&text, word);
    }
    return finished(&text);
}

/* Number of the code point that begins text, in among; -1 when it is not there. */
static double number_of(sel_str text, sel_str among)
{
    int32_t wanted;
    int32_t code;
    sel_fold_step(text, &wanted);
    for (uint32_t n = 0; among.len > 0; n++) {
        size_t length = sel_fold_step(among, &code);
        if (code == wanted)
            return n;
        among = sel_str_part(among, length, among.len);
    }
    return -1;
}

/* Each code point found in the second text becomes the one at its place in the third, or goes. */
sel_value sel_call_translate(const sel_node *call, const sel_evaluation *evaluation)
{
    enum { ALPHABET_MOST = 256 };
    pair texts;
    char room[SEL_VALUE_ROOM];
    int32_t code;
    read_pair(call, evaluation, &texts);
    sel_str to = sel_call_text(call, 2, evaluation, room);
    sel_text text = {.arena = evaluation->arena};
    if (texts.b.len > ALPHABET_MOST || texts.a.len > TEXT_MOST)
        return sel_value_empty(SEL_WHY_TOO_LONG);
    while (texts.a.len > 0) {
        size_t length = sel_fold_step(texts.a, &code);
        double n = number_of(texts.a, texts.b);
        sel_str put = sel_str_part(texts.a, 0, length);
        if (n >= 0) {
            size_t at = byte_of(to, n);
            put = sel_str_part(to, at, byte_of(sel_str_part(to, at, to.len), 1));
        }
        add(&text, put);
        texts.a = sel_str_part(texts.a, length, texts.a.len);
    }
    return finished(&text);
}
