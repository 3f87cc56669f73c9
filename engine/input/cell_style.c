#include "input/cell_style.h"

#include "base/date.h"
#include "base/number.h"

/* A number in pieces: its digits, its separators and where the last of them stands. */
typedef struct number_shape {
    uint32_t points;
    uint32_t commas;
    char last;     /* last separator, or NUL */
    size_t before; /* digits before the first separator */
    size_t behind; /* digits behind the last */
    bool even;     /* all groups between separators have three digits */
} number_shape;

/* Length of a blank that parts thousands: blank, apostrophe, no-break, thin and narrow blank. */
static size_t thin_blank(sel_str text)
{
    static const sel_str blanks[] = {
        {" ", 1},           {"'", 1}, {"\xC2\xA0", 2}, {"\xE2\x80\xAF", 3}, {"\xE2\x80\x89", 3},
        {"\xE2\x80\x99", 3}};
    for (size_t i = 0; i < sizeof blanks / sizeof blanks[0]; i++)
        if (sel_str_starts(text, blanks[i]))
            return blanks[i].len;
    return 0;
}

static size_t digits_at(sel_str text, size_t at)
{
    size_t n = 0;
    while (at + n < text.len && sel_ascii_is_digit(text.ptr[at + n]))
        n++;
    return n;
}

/* Without blanks between groups of three digits, in kept, which has room for text.len bytes; false
 * when a blank stands elsewhere. */
static bool without_blanks(sel_str text, char *kept, sel_str *out)
{
    size_t n = 0;
    for (size_t at = 0; at < text.len;) {
        size_t blank = thin_blank(sel_str_part(text, at, text.len));
        if (blank == 0) {
            kept[n++] = text.ptr[at++];
            continue;
        }
        if (n == 0 || !sel_ascii_is_digit(kept[n - 1]) || digits_at(text, at + blank) != 3)
            return false;
        at += blank;
    }
    *out = (sel_str){kept, n};
    return true;
}

/* False when text is not digits with points and commas between them. */
static bool shape_of(sel_str text, number_shape *shape)
{
    *shape = (number_shape){.even = true};
    size_t at = text.len > 0 && (text.ptr[0] == '-' || text.ptr[0] == '+') ? 1 : 0;
    shape->before = digits_at(text, at);
    at += shape->before;
    while (at < text.len && (text.ptr[at] == '.' || text.ptr[at] == ',')) {
        if (shape->last != '\0')
            shape->even = shape->even && shape->behind == 3;
        shape->last = text.ptr[at];
        shape->points += shape->last == '.';
        shape->commas += shape->last == ',';
        shape->behind = digits_at(text, at + 1);
        at += 1 + shape->behind;
    }
    return at == text.len && (shape->before > 0 || shape->behind > 0);
}

/* What a number by itself says about the decimal sign. */
static sel_decimal said_by(const number_shape *shape)
{
    if (shape->last == '\0')
        return SEL_DECIMAL_UNKNOWN;
    sel_decimal last = shape->last == ',' ? SEL_DECIMAL_COMMA : SEL_DECIMAL_POINT;
    sel_decimal other = shape->last == ',' ? SEL_DECIMAL_POINT : SEL_DECIMAL_COMMA;
    if (shape->points > 0 && shape->commas > 0)
        return last;
    if (shape->points + shape->commas > 1)
        return other; /* 1.234.567 */
    return shape->behind != 3 || shape->before > 3 || shape->before == 0 ? last
                                                                         : SEL_DECIMAL_UNKNOWN;
}

void sel_cell_style_number(sel_cell_style *style, sel_str text)
{
    enum { NUMBER_MAX = 64 }; /* what is longer was not typed as a number */
    char room[NUMBER_MAX];
    number_shape shape;
    if (text.len > sizeof room || !without_blanks(text, room, &text) || !shape_of(text, &shape))
        return;
    /* 0.125 and 0,125: no thousand begins with nothing */
    bool zero = shape.before == 1 && text.ptr[text.ptr[0] == '-' || text.ptr[0] == '+'] == '0';
    sel_decimal said = said_by(&shape);
    if (said == SEL_DECIMAL_UNKNOWN && zero && shape.last != '\0')
        said = shape.last == ',' ? SEL_DECIMAL_COMMA : SEL_DECIMAL_POINT;
    style->points += said == SEL_DECIMAL_POINT;
    style->commas += said == SEL_DECIMAL_COMMA;
}

sel_decimal sel_cell_style_decimal(const sel_cell_style *style)
{
    if (style->decimal != SEL_DECIMAL_UNKNOWN)
        return style->decimal;
    if ((style->points > 0) == (style->commas > 0))
        return SEL_DECIMAL_UNKNOWN;
    return style->points > 0 ? SEL_DECIMAL_POINT : SEL_DECIMAL_COMMA;
}

/* text with the decimal sign as a point and the other sign left out. */
static sel_str with_point(sel_str text, char decimal, sel_arena *arena)
{
    char *out = sel_arena_array(arena, text.len + 1, 1);
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == decimal)
            out[n++] = '.';
        else if (c != '.' && c != ',')
            out[n++] = c;
    }
    return (sel_str){out, n};
}

/* Whether the separators fit a decimal sign: one of it at most, the others part thousands. */
static bool fits(const number_shape *shape, char decimal)
{
    uint32_t own = decimal == '.' ? shape->points : shape->commas;
    uint32_t groups = shape->points + shape->commas - own;
    if (own > 1 || (own == 1 && shape->last != decimal))
        return false;
    bool whole = own == 1 || shape->behind == 3;
    return groups == 0 || (shape->even && whole && shape->before >= 1 && shape->before <= 3);
}

sel_number_outcome sel_cell_style_plain_number(const sel_cell_style *style, sel_str text,
                                               sel_arena *arena, sel_str *plain)
{
    number_shape shape;
    *plain = text;
    double ignored;
    bool bare = memchr(text.ptr, ',', text.len) == NULL && memchr(text.ptr, '.', text.len) == NULL;
    if (bare && sel_number_real(text, &ignored))
        return SEL_NUMBER_PLAIN;
    sel_str close;
    if (!without_blanks(text, sel_arena_array(arena, text.len + 1, 1), &close))
        return SEL_NUMBER_BAD;
    if (!shape_of(close, &shape)) /* 1e3, 2.5E-4 */
        return sel_number_real(text, &ignored) ? SEL_NUMBER_PLAIN : SEL_NUMBER_BAD;
    sel_decimal decimal = sel_cell_style_decimal(style);
    if (decimal == SEL_DECIMAL_UNKNOWN && shape.last != '\0') {
        sel_cell_style own = {0};
        sel_cell_style_number(&own, close);
        bool both = style->points > 0 && style->commas > 0;
        decimal = both ? SEL_DECIMAL_UNKNOWN : sel_cell_style_decimal(&own);
        if (decimal == SEL_DECIMAL_UNKNOWN && !both && shape.last == '.' && style->point_likely)
            decimal = SEL_DECIMAL_POINT;
        if (decimal == SEL_DECIMAL_UNKNOWN)
            return SEL_NUMBER_AMBIGUOUS;
    }
    char sign = decimal == SEL_DECIMAL_COMMA ? ',' : '.';
    if (!fits(&shape, sign))
        return SEL_NUMBER_BAD;
    *plain = with_point(close, sign, arena);
    return SEL_NUMBER_PLAIN;
}

/* Three numbers with the same sign between them, perhaps a time behind. */
typedef struct date_shape {
    int64_t part[3];
    size_t digits[3];
    char sign;
} date_shape;

static bool date_shape_of(sel_str text, date_shape *shape)
{
    size_t at = 0;
    for (int i = 0; i < 3; i++) {
        shape->digits[i] = digits_at(text, at);
        if (shape->digits[i] == 0 || shape->digits[i] > 4 ||
            !sel_number_integer(sel_str_part(text, at, shape->digits[i]), &shape->part[i]))
            return false;
        at += shape->digits[i];
        if (i == 2)
            return sel_date_ends_here(sel_str_part(text, at, text.len));
        if (at == text.len || strchr("/.-", text.ptr[at]) == NULL ||
            (i == 1 && text.ptr[at] != shape->sign))
            return false;
        shape->sign = text.ptr[at++];
    }
    return false;
}

static bool is_year_last(const date_shape *shape)
{
    return shape->digits[0] <= 2 && shape->digits[1] <= 2 && shape->digits[2] == 4;
}

void sel_cell_style_date(sel_cell_style *style, sel_str text)
{
    date_shape shape;
    if (!date_shape_of(text, &shape) || !is_year_last(&shape))
        return;
    style->day_first += shape.part[0] > 12 && shape.part[1] <= 12;
    style->month_first += shape.part[1] > 12 && shape.part[0] <= 12;
}

sel_date_order sel_cell_style_dates(const sel_cell_style *style)
{
    if (style->dates != SEL_ORDER_UNKNOWN)
        return style->dates;
    if ((style->day_first > 0) == (style->month_first > 0))
        return SEL_ORDER_UNKNOWN;
    return style->day_first > 0 ? SEL_ORDER_DMY : SEL_ORDER_MDY;
}

sel_str sel_cell_style_plain_date(const sel_cell_style *style, sel_str text, sel_arena *arena)
{
    date_shape shape;
    if (!date_shape_of(text, &shape))
        return text;
    if (shape.digits[0] == 4 && shape.digits[1] <= 2 && shape.digits[2] <= 2)
        return sel_str_printf(arena, "%04d-%02d-%02d", (int)shape.part[0], (int)shape.part[1],
                              (int)shape.part[2]);
    sel_date_order order = sel_cell_style_dates(style);
    if (order == SEL_ORDER_UNKNOWN || !is_year_last(&shape))
        return text;
    bool day_first = order == SEL_ORDER_DMY;
    return sel_str_printf(arena, "%04d-%02d-%02d", (int)shape.part[2],
                          (int)shape.part[day_first ? 1 : 0], (int)shape.part[day_first ? 0 : 1]);
}
