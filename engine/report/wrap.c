#include "report/wrap.h"

#include "base/fold.h"

static sel_str without_blanks(sel_str text)
{
    while (text.len > 0 && text.ptr[0] == ' ')
        text = sel_str_part(text, 1, text.len);
    return text;
}

/* Bytes of text that fit into width, at least one character. */
static size_t bytes_that_fit(sel_str text, size_t width)
{
    size_t at = 0;
    size_t used = 0;
    while (at < text.len) {
        int32_t code = 0;
        size_t taken = sel_fold_step(sel_str_part(text, at, text.len), &code);
        used += sel_fold_width(sel_str_part(text, at, taken));
        if (used > width && at > 0)
            break;
        at += taken;
    }
    return at;
}

/* Whether a word ends before byte `at` of text. */
static bool word_ends(sel_str text, size_t at)
{
    if (at >= text.len || text.ptr[at] == ' ' || text.ptr[at - 1] == ' ')
        return true;
    return at >= 2 && text.ptr[at - 1] == '-' && sel_ascii_is_letter(text.ptr[at - 2]) &&
           sel_ascii_is_letter(text.ptr[at]);
}

static bool is_middle(char byte)
{
    return ((unsigned char)byte & 0xC0u) == 0x80u;
}

/* Whether the character, a part of one text, is one of those in signs. */
static bool is_one_of(sel_str character, const char *signs)
{
    sel_str rest = sel_str_of(signs);
    while (rest.len > 0) {
        int32_t code = 0;
        size_t taken = sel_fold_step(rest, &code);
        if (sel_str_equal(sel_str_part(rest, 0, taken), character))
            return true;
        rest = sel_str_part(rest, taken, rest.len);
    }
    return false;
}

/* Whether a line may end before byte `at` of text: at the end of a word, and, as Chinese has no
 * blanks, beside a wide character; but no line begins with a sign that closes or ends with one
 * that opens. */
static bool may_break(sel_str text, size_t at)
{
    if (word_ends(text, at))
        return true;
    if (is_middle(text.ptr[at]))
        return false;
    size_t before = at - 1;
    while (before > 0 && is_middle(text.ptr[before]))
        before--;
    int32_t code = 0;
    size_t taken = sel_fold_step(sel_str_part(text, at, text.len), &code);
    sel_str left = sel_str_part(text, before, at - before);
    sel_str right = sel_str_part(text, at, taken);
    size_t width = sel_fold_width(right);
    return width > 0 && (width == 2 || sel_fold_width(left) == 2) &&
           !is_one_of(right, "。，、；：？！）》〉」』】”’…%),.;:?!]") &&
           !is_one_of(left, "（《〈「『【“‘([");
}

bool sel_wrap_next(sel_str *rest, size_t width, sel_str *line)
{
    *rest = without_blanks(*rest);
    if (rest->len == 0)
        return false;
    size_t fits = bytes_that_fit(*rest, width);
    size_t end = fits;
    while (end > 0 && !may_break(*rest, end))
        end--;
    end = end > 0 ? end : fits;
    *line = sel_str_part(*rest, 0, end);
    while (line->len > 0 && line->ptr[line->len - 1] == ' ')
        line->len--;
    *rest = without_blanks(sel_str_part(*rest, end, rest->len));
    return true;
}

size_t sel_wrap_longest_word(sel_str text)
{
    size_t longest = 0;
    size_t start = 0;
    for (size_t at = 1; at <= text.len; at++)
        if (word_ends(text, at)) {
            size_t width = sel_fold_width(sel_str_part(text, start, at - start));
            longest = width > longest ? width : longest;
            start = at < text.len && text.ptr[at] == ' ' ? at + 1 : at;
        }
    return longest;
}
