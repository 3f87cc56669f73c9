#include "input/cell_format.h"

#include "base/date.h"
#include "base/number.h"

#include <math.h>

sel_cell_format sel_cell_format_builtin(uint32_t id)
{
    static const struct {
        uint32_t first;
        uint32_t last;
        sel_cell_format format;
    } builtin[] = {
        {9, 10, SEL_CELL_PERCENT}, {14, 16, SEL_CELL_DAY},  {17, 17, SEL_CELL_MONTH},
        {18, 21, SEL_CELL_TIME},   {22, 22, SEL_CELL_DAY},  {27, 31, SEL_CELL_DAY},
        {32, 35, SEL_CELL_TIME},   {36, 36, SEL_CELL_DAY},  {45, 47, SEL_CELL_TIME},
        {50, 54, SEL_CELL_DAY},    {55, 56, SEL_CELL_TIME}, {57, 58, SEL_CELL_DAY},
        {71, 74, SEL_CELL_DAY},    {75, 76, SEL_CELL_TIME}, {77, 77, SEL_CELL_DAY},
        {78, 80, SEL_CELL_TIME},   {81, 81, SEL_CELL_DAY},
    };
    for (size_t i = 0; i < sizeof builtin / sizeof builtin[0]; i++)
        if (id >= builtin[i].first && id <= builtin[i].last)
            return builtin[i].format;
    return SEL_CELL_NUMBER;
}

/* Letters that a format code shows. */
typedef struct shown {
    bool year;
    bool month; /* or minute */
    bool day;
    bool time;
    bool percent;
} shown;

static void note_letter(shown *s, char c)
{
    switch (c) {
    case 'y':
    case 'Y':
        s->year = true;
        break;
    case 'm':
    case 'M':
        s->month = true;
        break;
    case 'd':
    case 'D':
        s->day = true;
        break;
    case 'h':
    case 'H':
    case 's':
    case 'S':
        s->time = true;
        break;
    case '%':
        s->percent = true;
        break;
    default:
        break;
    }
}

/* Bytes up to and including the first end, or all. */
static size_t through(sel_str text, char end)
{
    const char *at = text.len == 0 ? NULL : memchr(text.ptr, end, text.len);
    return at == NULL ? text.len : (size_t)(at - text.ptr) + 1;
}

/* "[h]", "[mm]" and "[ss]" are durations; other brackets are colours, conditions and locales. */
static bool is_duration(sel_str bracket)
{
    if (bracket.len < 3 || !memchr("hHmMsS", bracket.ptr[1], 6))
        return false;
    for (size_t i = 2; i + 1 < bracket.len; i++)
        if (bracket.ptr[i] != bracket.ptr[1])
            return false;
    return true;
}

/* Length of what begins rest and shows no part of a date, 0 when its first letter counts. */
static size_t without_meaning(sel_str rest, shown *s)
{
    static const char *const words[] = {"AM/PM", "A/P", "General"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        size_t length = strlen(words[i]);
        if (sel_str_equal_ascii(sel_str_part(rest, 0, length), sel_str_of(words[i]))) {
            s->time |= words[i][0] == 'A';
            return length;
        }
    }
    switch (rest.ptr[0]) {
    case '"':
        return 1 + through(sel_str_part(rest, 1, rest.len), '"');
    case '\\':
    case '_':
    case '*':
        return 2;
    case '[':
        s->time |= is_duration(sel_str_part(rest, 0, through(rest, ']')));
        return through(rest, ']');
    default:
        return 0;
    }
}

static shown letters_of(sel_str code)
{
    shown s = {0};
    for (size_t at = 0; at < code.len && code.ptr[at] != ';';) {
        size_t skipped = without_meaning(sel_str_part(code, at, code.len), &s);
        if (skipped == 0)
            note_letter(&s, code.ptr[at]);
        at += skipped == 0 ? 1 : skipped;
    }
    return s;
}

sel_cell_format sel_cell_format_read(sel_str code)
{
    shown s = letters_of(code);
    if (s.day || (s.year && s.time))
        return SEL_CELL_DAY;
    if (s.year)
        return s.month ? SEL_CELL_MONTH : SEL_CELL_YEAR;
    if (s.time)
        return SEL_CELL_TIME;
    if (s.month)
        return SEL_CELL_DAY;
    return s.percent ? SEL_CELL_PERCENT : SEL_CELL_NUMBER;
}

/* --- texts --- */

static sel_str plain_text(double value, const char *end, sel_arena *arena)
{
    return sel_str_printf(arena, "%.15g%s", value == 0 ? 0.0 : value, end);
}

static sel_str time_text(int64_t seconds, sel_arena *arena)
{
    return sel_str_printf(arena, "%02d:%02d:%02d", (int)(seconds / 3600), (int)(seconds / 60 % 60),
                          (int)(seconds % 60));
}

/* The 1900 system counts a 29 February 1900, so that later days stand one too high. */
static sel_str day_text(int64_t serial, bool from_1904, char text[SEL_DATE_ROOM])
{
    enum { FALSE_DAY = 60 };
    if (!from_1904 && serial == FALSE_DAY)
        return SEL_STR("1900-02-29");
    sel_day zero = from_1904            ? sel_day_of(1904, 1, 1)
                   : serial < FALSE_DAY ? sel_day_of(1899, 12, 31)
                                        : sel_day_of(1899, 12, 30);
    return sel_str_of(sel_day_text((sel_day)(zero + serial), text));
}

static sel_str moment_text(double value, sel_cell_format format, bool from_1904, sel_arena *arena)
{
    const int64_t last = from_1904 ? 2957003 : 2958465; /* 9999-12-31 */
    int64_t serial = (int64_t)floor(value);
    int64_t seconds = (int64_t)round((value - floor(value)) * SEL_SECONDS_OF_DAY);
    if (seconds == SEL_SECONDS_OF_DAY) {
        serial += 1;
        seconds = 0;
    }
    if (format == SEL_CELL_TIME)
        return serial == 0 ? time_text(seconds, arena) : plain_text(value, "", arena);
    if (serial < (from_1904 ? 0 : 1) || serial > last)
        return plain_text(value, "", arena);
    char text[SEL_DATE_ROOM];
    sel_str day = day_text(serial, from_1904, text);
    if (format == SEL_CELL_MONTH || format == SEL_CELL_YEAR)
        day = sel_str_part(day, 0, format == SEL_CELL_MONTH ? 7 : 4);
    if (seconds == 0 || format != SEL_CELL_DAY)
        return sel_str_copy(arena, day);
    return sel_str_printf(arena, "%.*sT%s", SEL_STR_ARG(day), time_text(seconds, arena).ptr);
}

/* An identifier keeps its digits, whatever it is as a number. */
static bool is_short_integer(sel_str text)
{
    enum { EXACT_DIGITS = 15 };
    int64_t value;
    return text.len <= EXACT_DIGITS && sel_number_integer(text, &value) && text.ptr[0] != '+';
}

sel_str sel_cell_number_text(sel_str written, sel_cell_format format, bool from_1904,
                             sel_arena *arena)
{
    const double serials = 1e7; /* above the last day of both systems */
    double value;
    if ((format == SEL_CELL_NUMBER && is_short_integer(written)) ||
        !sel_number_real(written, &value))
        return sel_str_copy(arena, written);
    if (format == SEL_CELL_PERCENT && isfinite(value * 100))
        return plain_text(value * 100, "%", arena);
    if (format <= SEL_CELL_PERCENT || value < 0 || value > serials)
        return plain_text(value, "", arena);
    return moment_text(value, format, from_1904, arena);
}
