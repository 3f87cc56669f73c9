#include "domain/expression_value.h"

#include <inttypes.h>
#include <math.h>

sel_value sel_value_empty(sel_value_why why)
{
    return (sel_value){.kind = SEL_VALUE_EMPTY, .why = why};
}

sel_value sel_value_text(sel_str text)
{
    sel_value value = {.kind = text.len == 0 ? SEL_VALUE_EMPTY : SEL_VALUE_TEXT, .text = text};
    return value;
}

sel_value sel_value_set(sel_str names)
{
    sel_str rest = names;
    sel_str name;
    if (!sel_value_next_name(&rest, &name))
        return sel_value_empty(SEL_WHY_NOT_ANSWERED);
    return (sel_value){.kind = SEL_VALUE_SET, .text = names};
}

sel_value sel_value_number(double number)
{
    if (isnan(number))
        return sel_value_empty(SEL_WHY_NOT_A_NUMBER);
    return (sel_value){.kind = SEL_VALUE_NUMBER, .number = number};
}

sel_value sel_value_boolean(bool holds)
{
    return (sel_value){.kind = SEL_VALUE_BOOLEAN, .number = holds ? 1 : 0};
}

sel_value sel_value_date(double days)
{
    if (!(days >= SEL_DAY_FIRST && days < SEL_DAY_LAST + 1.0))
        return sel_value_empty(SEL_WHY_NOT_A_DATE);
    return (sel_value){.kind = SEL_VALUE_DATE, .number = days};
}

const char *sel_value_kind_name(sel_value_kind kind)
{
    static const char *const names[] = {"empty", "text", "number", "boolean",
                                        "date",  "set",  "period"};
    return names[kind];
}

bool sel_value_holds(sel_value value)
{
    switch (value.kind) {
    case SEL_VALUE_NUMBER:
    case SEL_VALUE_BOOLEAN:
        return value.number != 0;
    default:
        return value.kind != SEL_VALUE_EMPTY;
    }
}

/* --- numbers --- */

/* Number of XPath 1.0, section 4.4: an optional minus, digits, at most one point. Short whole
 * numbers, which most are, are summed here; the rest goes to strtod. */
static bool read_number(sel_str text, double *number)
{
    enum { EXACT_DIGITS = 15, LONGEST = 400 };
    text = sel_str_trim(text);
    bool negative = text.len > 0 && text.ptr[0] == '-';
    size_t digits = 0;
    size_t points = 0;
    double sum = 0;
    for (size_t i = negative; i < text.len; i++) {
        if (sel_ascii_is_digit(text.ptr[i])) {
            digits++;
            sum = sum * 10 + (text.ptr[i] - '0');
        } else if (text.ptr[i] != '.' || points++ > 0) {
            return false;
        }
    }
    if (digits == 0 || text.len > LONGEST)
        return false;
    if (points == 0 && digits <= EXACT_DIGITS) {
        *number = negative ? -sum : sum;
        return true;
    }
    char copy[LONGEST + 1];
    memcpy(copy, text.ptr, text.len);
    copy[text.len] = '\0';
    *number = strtod(copy, NULL);
    return true;
}

bool sel_value_to_number(sel_value value, double *number)
{
    switch (value.kind) {
    case SEL_VALUE_EMPTY:
    case SEL_VALUE_PERIOD:
        return false;
    case SEL_VALUE_TEXT:
    case SEL_VALUE_SET:
        return read_number(value.text, number);
    default:
        *number = value.number;
        return true;
    }
}

/* Fewest significant digits, 15 to 17, that read back as number: "d.ddde±x" taken apart. */
static int shortest_digits(double number, char digits[32])
{
    char text[40];
    for (int precision = 14; precision <= 16; precision++) {
        snprintf(text, sizeof text, "%.*e", precision, number);
        if (strtod(text, NULL) == number)
            break;
    }
    size_t count = 0;
    size_t at = 0;
    for (; text[at] != '\0' && text[at] != 'e'; at++)
        if (sel_ascii_is_digit(text[at]))
            digits[count++] = text[at];
    while (count > 1 && digits[count - 1] == '0')
        count--;
    digits[count] = '\0';
    return (int)strtol(text + at + 1, NULL, 10);
}

static sel_str number_text(double number, char room[SEL_VALUE_ROOM])
{
    if (isinf(number))
        return number < 0 ? SEL_STR("-Infinity") : SEL_STR("Infinity");
    char digits[32] = "";
    int exponent = shortest_digits(fabs(number), digits);
    size_t count = strlen(digits);
    size_t len = 0;
    if (number < 0)
        room[len++] = '-';
    if (exponent < 0) {
        room[len++] = '0';
        room[len++] = '.';
        for (int i = -1; i > exponent; i--)
            room[len++] = '0';
    }
    for (size_t i = 0; i < count; i++) {
        if (exponent >= 0 && i == (size_t)exponent + 1)
            room[len++] = '.';
        room[len++] = digits[i];
    }
    for (int i = (int)count; i <= exponent; i++)
        room[len++] = '0';
    room[len] = '\0';
    return (sel_str){room, len};
}

/* --- dates --- */

static bool read_two(sel_str text, size_t at, int highest, int *number)
{
    if (at + 2 > text.len || !sel_ascii_is_digit(text.ptr[at]) ||
        !sel_ascii_is_digit(text.ptr[at + 1]))
        return false;
    *number = (text.ptr[at] - '0') * 10 + (text.ptr[at + 1] - '0');
    return *number <= highest;
}

/* "Z", "+03:00", "-0530" or nothing: seconds east of UTC. */
static bool read_zone(sel_str zone, int *seconds)
{
    *seconds = 0;
    if (zone.len == 0 || sel_str_is(zone, "Z"))
        return true;
    int hours = 0;
    int minutes = 0;
    size_t colon = zone.len == 6 && zone.ptr[3] == ':' ? 1 : 0;
    if ((zone.ptr[0] != '+' && zone.ptr[0] != '-') || !read_two(zone, 1, 14, &hours))
        return false;
    if (zone.len != 3 && (zone.len != 5 + colon || !read_two(zone, 3 + colon, 59, &minutes)))
        return false;
    *seconds = (hours * 60 + minutes) * 60 * (zone.ptr[0] == '-' ? -1 : 1);
    return true;
}

/* "T12:30", "T12:30:59.123+02:00" or nothing, as a part of a day. */
static bool read_time(sel_str time, double *part)
{
    *part = 0;
    if (time.len == 0)
        return true;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int zone = 0;
    size_t at = 6;
    if ((time.ptr[0] != 'T' && time.ptr[0] != ' ') || !read_two(time, 1, 23, &hour) ||
        time.len < 6 || time.ptr[3] != ':' || !read_two(time, 4, 59, &minute))
        return false;
    if (at < time.len && time.ptr[at] == ':') {
        if (!read_two(time, at + 1, 59, &second))
            return false;
        at += 3;
        if (at < time.len && time.ptr[at] == '.')
            for (at++; at < time.len && sel_ascii_is_digit(time.ptr[at]);)
                at++;
    }
    if (!read_zone(sel_str_part(time, at, time.len), &zone))
        return false;
    *part = ((hour * 60 + minute) * 60 + second - zone) / (double)SEL_SECONDS_OF_DAY;
    return true;
}

bool sel_value_to_date(sel_value value, double *days)
{
    enum { DATE_LENGTH = 10 };
    if (value.kind == SEL_VALUE_DATE) {
        *days = value.number;
        return true;
    }
    if (value.kind != SEL_VALUE_TEXT)
        return false;
    sel_str text = sel_str_trim(value.text);
    sel_days day;
    double part;
    if (text.len < DATE_LENGTH || text.ptr[4] != '-' || text.ptr[7] != '-' ||
        sel_date_read(sel_str_part(text, 0, DATE_LENGTH), &day) != SEL_DATE_OK ||
        day.earliest != day.latest || !read_time(sel_str_part(text, DATE_LENGTH, text.len), &part))
        return false;
    *days = day.earliest + part;
    return true;
}

static sel_str date_text(double days, char room[SEL_VALUE_ROOM])
{
    double whole = floor(days);
    int64_t seconds = (int64_t)llround((days - whole) * SEL_SECONDS_OF_DAY);
    if (seconds == 0)
        return sel_str_of(sel_day_text((sel_day)whole, room));
    return sel_str_of(sel_time_text((int64_t)whole * SEL_SECONDS_OF_DAY + seconds, room));
}

sel_str sel_value_to_text(sel_value value, char room[SEL_VALUE_ROOM])
{
    switch (value.kind) {
    case SEL_VALUE_NUMBER:
        return number_text(value.number, room);
    case SEL_VALUE_BOOLEAN:
        return value.number != 0 ? SEL_STR("true") : SEL_STR("false");
    case SEL_VALUE_DATE:
        return date_text(value.number, room);
    default:
        return value.text;
    }
}

/* --- names of a set --- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool sel_value_next_name(sel_str *rest, sel_str *name)
{
    size_t from = 0;
    while (from < rest->len && is_blank(rest->ptr[from]))
        from++;
    size_t to = from;
    while (to < rest->len && !is_blank(rest->ptr[to]))
        to++;
    *name = sel_str_part(*rest, from, to - from);
    *rest = sel_str_part(*rest, to, rest->len);
    return to > from;
}

bool sel_value_has_name(sel_str names, sel_str name)
{
    sel_str each;
    while (sel_value_next_name(&names, &each))
        if (sel_str_equal(each, name))
            return true;
    return false;
}

static bool holds_all(sel_str names, sel_str wanted)
{
    sel_str name;
    while (sel_value_next_name(&wanted, &name))
        if (!sel_value_has_name(names, name))
            return false;
    return true;
}

/* --- comparison --- */

static bool equal_numbers(sel_value a, sel_value b)
{
    double left;
    double right;
    return sel_value_to_number(a, &left) && sel_value_to_number(b, &right) && left == right;
}

static bool equal_dates(sel_value a, sel_value b)
{
    double left;
    double right;
    return sel_value_to_date(a, &left) && sel_value_to_date(b, &right) && left == right;
}

bool sel_value_equal(sel_value a, sel_value b)
{
    if (a.kind == SEL_VALUE_TEXT && b.kind == SEL_VALUE_TEXT)
        return sel_str_equal(a.text, b.text);
    if (a.kind == SEL_VALUE_BOOLEAN || b.kind == SEL_VALUE_BOOLEAN)
        return sel_value_holds(a) == sel_value_holds(b);
    if (a.kind == SEL_VALUE_EMPTY || b.kind == SEL_VALUE_EMPTY)
        return a.kind == b.kind && a.why != SEL_WHY_NOT_A_NUMBER && b.why != SEL_WHY_NOT_A_NUMBER;
    if (a.kind == SEL_VALUE_NUMBER || b.kind == SEL_VALUE_NUMBER)
        return equal_numbers(a, b);
    if (a.kind == SEL_VALUE_DATE || b.kind == SEL_VALUE_DATE)
        return equal_dates(a, b);
    return holds_all(a.text, b.text) && holds_all(b.text, a.text);
}

bool sel_value_less(sel_value a, sel_value b, bool or_equal)
{
    double left;
    double right;
    bool number = a.kind == SEL_VALUE_NUMBER || b.kind == SEL_VALUE_NUMBER;
    bool date = !number && (a.kind == SEL_VALUE_DATE || b.kind == SEL_VALUE_DATE);
    if (date ? !sel_value_to_date(a, &left) || !sel_value_to_date(b, &right)
             : !sel_value_to_number(a, &left) || !sel_value_to_number(b, &right))
        return false;
    return left < right || (or_equal && left == right);
}
