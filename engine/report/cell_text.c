#include "report/cell_text.h"

#include "base/text.h"

#include <inttypes.h>
#include <math.h>

/* Digits from which thousands are set apart: years stay as they are. */
enum { GROUPED_FROM = 5 };

static const char NO_BREAK[] = "\xC2\xA0";

sel_alignment sel_column_alignment(const sel_column *column)
{
    if (column->alignment != SEL_ALIGN_BY_TYPE)
        return column->alignment;
    bool numeric = column->type != SEL_COLUMN_TEXT && column->type != SEL_COLUMN_DATE;
    return numeric ? SEL_ALIGN_END : SEL_ALIGN_START;
}

/* A plain decimal number ("-1234.50") with its thousands apart and another decimal sign. */
static sel_str dressed(sel_arena *arena, const sel_number_style *style, const char *plain)
{
    size_t sign = plain[0] == '-' ? 1 : 0;
    size_t digits = strspn(plain + sign, "0123456789");
    if (plain[sign + digits] != '\0' && plain[sign + digits] != '.')
        return sel_str_copy(arena, sel_str_of(plain)); /* "1e+20" */
    sel_text out = {.arena = arena};
    sel_text_add(&out, (sel_str){plain, sign});
    for (size_t i = 0; i < digits; i++) {
        if (i > 0 && digits >= GROUPED_FROM && (digits - i) % 3 == 0)
            sel_text_add(&out, sel_str_of(NO_BREAK));
        sel_text_add_char(&out, plain[sign + i]);
    }
    if (plain[sign + digits] == '.') {
        sel_text_add(&out, style->decimal_sign);
        sel_text_add(&out, sel_str_of(plain + sign + digits + 1));
    }
    return sel_text_str(&out);
}

static const char *money_plain(int64_t hundredths, bool cents, char text[SEL_NUMBER_ROOM])
{
    uint64_t size = hundredths < 0 ? 0 - (uint64_t)hundredths : (uint64_t)hundredths;
    const char *sign = hundredths < 0 ? "-" : "";
    if (cents)
        snprintf(text, SEL_NUMBER_ROOM, "%s%" PRIu64 ".%02u", sign, size / 100,
                 (unsigned)(size % 100));
    else
        snprintf(text, SEL_NUMBER_ROOM, "%s%" PRIu64, sign, size / 100);
    return text;
}

/* A value in the unit of its column; percent without its sign. */
static sel_str real_people(sel_arena *arena, const sel_number_style *style, sel_column_type type,
                           int decimals, double value)
{
    char text[SEL_NUMBER_ROOM];
    if (type == SEL_COLUMN_DATE)
        return sel_str_copy(arena, sel_str_of(sel_day_text((sel_day)value, text)));
    if (fabs(value) >= 1e15) {
        sel_number_text(value, text);
    } else {
        double scaled = type == SEL_COLUMN_PERCENT ? value * 100
                        : type == SEL_COLUMN_MONEY ? value / 100
                                                   : value;
        sel_number_fixed(scaled, type == SEL_COLUMN_INTEGER ? 0 : decimals, text);
    }
    return dressed(arena, style, text);
}

static sel_str with_unit(sel_arena *arena, sel_column_type type, sel_str number)
{
    if (type != SEL_COLUMN_PERCENT)
        return number;
    return sel_str_printf(arena, "%.*s%s%%", SEL_STR_ARG(number), NO_BREAK);
}

sel_str sel_axis_text(sel_arena *arena, const sel_number_style *style, sel_column_type type,
                      int decimals, double value)
{
    return with_unit(arena, type, real_people(arena, style, type, decimals, value));
}

static sel_str integer_people(sel_arena *arena, const sel_number_style *style,
                              const sel_column *column, int64_t value)
{
    char text[SEL_NUMBER_ROOM];
    if (column->type == SEL_COLUMN_MONEY)
        return real_people(arena, style, column->type, column->decimals, (double)value);
    snprintf(text, sizeof text, "%" PRId64, value);
    return dressed(arena, style, text);
}

static sel_str value_people(sel_arena *arena, const sel_number_style *style,
                            const sel_column *column, const sel_cell *cell)
{
    char text[SEL_DATE_ROOM];
    switch (cell->kind) {
    case SEL_CELL_EMPTY:
        break;
    case SEL_CELL_TEXT:
    case SEL_CELL_MISSING:
        return cell->text;
    case SEL_CELL_INTEGER:
        return integer_people(arena, style, column, cell->integer);
    case SEL_CELL_REAL:
        return sel_axis_text(arena, style, column->type, column->decimals, cell->real);
    case SEL_CELL_DATE:
        return sel_str_copy(arena, sel_str_of(sel_day_text((sel_day)cell->integer, text)));
    }
    return (sel_str){0};
}

/* Both ends of an interval. Dates and negative numbers hold dashes themselves. */
static sel_str between(sel_arena *arena, const sel_number_style *style, const sel_column *column,
                       sel_str low, sel_str high)
{
    bool dashes = column->type == SEL_COLUMN_DATE || low.ptr[0] == '-';
    return sel_str_printf(arena, "%.*s%s%.*s", SEL_STR_ARG(low), dashes ? " … " : style->dash,
                          SEL_STR_ARG(high));
}

static sel_str bound_people(sel_arena *arena, const sel_number_style *style,
                            const sel_column *column, double bound)
{
    return real_people(arena, style, column->type, column->decimals, bound);
}

/* "≥ 19": the only bound of a cell, which may be its value. */
static sel_cell_words one_sided(sel_arena *arena, const sel_column *column, const char *sign,
                                sel_str bound, sel_str value)
{
    bool same = sel_str_equal(with_unit(arena, column->type, bound), value);
    sel_str text = with_unit(arena, column->type,
                             sel_str_printf(arena, "%s%s%.*s", sign, NO_BREAK, SEL_STR_ARG(bound)));
    return same ? (sel_cell_words){.value = text} : (sel_cell_words){value, text};
}

sel_cell_words sel_cell_people(sel_arena *arena, const sel_number_style *style,
                               const sel_column *column, const sel_cell *cell)
{
    sel_str value = value_people(arena, style, column, cell);
    if (!cell->has_low && !cell->has_high)
        return (sel_cell_words){.value = value};
    sel_str low = bound_people(arena, style, column, cell->has_low ? cell->low : cell->high);
    if (!cell->has_high)
        return one_sided(arena, column, "≥", low, value);
    if (!cell->has_low)
        return one_sided(arena, column, "≤", low, value);
    sel_str high = bound_people(arena, style, column, cell->high);
    bool point = sel_str_equal(low, high);
    sel_str range =
        with_unit(arena, column->type, point ? low : between(arena, style, column, low, high));
    return (sel_cell_words){value, sel_str_equal(range, value) ? (sel_str){0} : range};
}

const char *sel_bound_machine(const sel_column *column, double bound, char text[SEL_NUMBER_ROOM])
{
    switch (column->type) {
    case SEL_COLUMN_DATE:
        return sel_day_text((sel_day)bound, text);
    case SEL_COLUMN_MONEY:
        return money_plain(llround(bound), fmod(bound, 100) != 0, text);
    case SEL_COLUMN_INTEGER:
        return sel_number_fixed(bound, 0, text);
    case SEL_COLUMN_TEXT:
    case SEL_COLUMN_REAL:
    case SEL_COLUMN_PERCENT:
        break;
    }
    return sel_number_text(bound, text);
}

const char *sel_value_machine(const sel_column *column, const sel_cell *cell,
                              char text[SEL_NUMBER_ROOM])
{
    if (cell->kind == SEL_CELL_REAL)
        return sel_number_text(cell->real, text);
    if (cell->kind == SEL_CELL_DATE)
        return sel_day_text((sel_day)cell->integer, text);
    if (column->type == SEL_COLUMN_MONEY)
        return money_plain(cell->integer, cell->integer % 100 != 0, text);
    snprintf(text, SEL_NUMBER_ROOM, "%" PRId64, cell->integer);
    return text;
}
