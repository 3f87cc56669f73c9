#include "base/date.h"

#include "base/number.h"

#include <time.h>

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/* Days before the first of March year 0, counted in 400-year eras: Hinnant 2013, days_from_civil.
 */
sel_day sel_day_of(int year, int month, int day)
{
    int y = month <= 2 ? year - 1 : year;
    int era = (y >= 0 ? y : y - 399) / 400;
    int of_era = y - era * 400;
    int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static void calendar_of(sel_day day, int *year, int *month, int *day_of_month)
{
    int shifted = day + 719468;
    int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    int of_era = shifted - era * 146097;
    int y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * y + y / 4 - y / 100);
    int m = (5 * of_year + 2) / 153;
    *day_of_month = of_year - (153 * m + 2) / 5 + 1;
    *month = m < 10 ? m + 3 : m - 9;
    *year = y + era * 400 + (*month <= 2);
}

sel_day sel_day_add_months(sel_day day, int months)
{
    int year;
    int month;
    int of_month;
    calendar_of(day, &year, &month, &of_month);
    int total = year * 12 + (month - 1) + months;
    year = total / 12;
    month = total % 12 + 1;
    int last = days_in_month(year, month);
    return sel_day_of(year, month, of_month < last ? of_month : last);
}

/* Take one to most digits from the front of text; 0 digits gives -1. */
static int take_digits(sel_str *text, size_t most, size_t *count)
{
    int value = 0;
    size_t n = 0;
    while (n < most && n < text->len && sel_ascii_is_digit(text->ptr[n]))
        value = value * 10 + (text->ptr[n++] - '0');
    *text = sel_str_part(*text, n, text->len);
    *count = n;
    return n == 0 ? -1 : value;
}

static bool is_year(int year)
{
    return year >= 1900 && year <= 2199;
}

static bool is_date(int year, int month, int day)
{
    return is_year(year) && month >= 1 && month <= 12 && day >= 1 &&
           day <= days_in_month(year, month);
}

static bool take_char(sel_str *text, char c)
{
    if (text->len == 0 || text->ptr[0] != c)
        return false;
    *text = sel_str_part(*text, 1, text->len);
    return true;
}

static sel_date_outcome settle(sel_days *days, sel_day earliest, sel_day latest)
{
    *days = (sel_days){.earliest = earliest, .latest = latest, .known = true};
    return SEL_DATE_OK;
}

static void take_blanks(sel_str *text)
{
    while (take_char(text, ' '))
        continue;
}

/* Take two letters, in either case. */
static bool take_pair(sel_str *text, const char *letters)
{
    bool found = sel_str_equal_ascii(sel_str_part(*text, 0, 2), sel_str_of(letters));
    *text = found ? sel_str_part(*text, 2, text->len) : *text;
    return found;
}

/* Take "10:00", "10:00:00" or "10:00:00.000", perhaps with AM or PM behind. */
static bool take_time(sel_str *text)
{
    size_t digits;
    int hour = take_digits(text, 2, &digits);
    if (hour < 0 || hour > 24 || !take_char(text, ':'))
        return false;
    int minute = take_digits(text, 2, &digits);
    if (digits != 2 || minute > 59)
        return false;
    if (take_char(text, ':')) {
        int second = take_digits(text, 2, &digits);
        if (digits != 2 || second > 60)
            return false;
        if (take_char(text, '.'))
            while (text->len > 0 && sel_ascii_is_digit(text->ptr[0]))
                *text = sel_str_part(*text, 1, text->len);
    }
    take_blanks(text);
    if (!take_pair(text, "AM"))
        take_pair(text, "PM");
    return true;
}

/* Take "Z", "+02:00", "-0300", "UTC" or "GMT+7". */
static bool take_zone(sel_str *text)
{
    static const char *const names[] = {"UTC", "GMT"};
    bool named = take_char(text, 'Z');
    for (size_t i = 0; i < 2 && !named; i++)
        if (sel_str_starts(*text, sel_str_of(names[i]))) {
            *text = sel_str_part(*text, 3, text->len);
            named = true;
        }
    if (!take_char(text, '+') && !take_char(text, '-'))
        return named;
    size_t digits;
    if (take_digits(text, 2, &digits) < 0)
        return false;
    bool parted = take_char(text, ':');
    take_digits(text, 2, &digits);
    return digits == 2 || (digits == 0 && !parted);
}

bool sel_date_ends_here(sel_str rest)
{
    if (rest.len == 0)
        return true;
    bool parted = rest.ptr[0] == ' ' || rest.ptr[0] == 'T';
    if (parted) {
        rest = sel_str_part(rest, 1, rest.len);
        take_blanks(&rest);
        if (!take_time(&rest))
            return false;
        take_blanks(&rest);
    }
    return rest.len == 0 || (take_zone(&rest) && rest.len == 0);
}

static sel_date_outcome read_iso(sel_str text, sel_days *days)
{
    size_t digits;
    int year = take_digits(&text, 4, &digits);
    if (digits != 4 || !is_year(year))
        return SEL_DATE_BAD;
    if (text.len == 0)
        return settle(days, sel_day_of(year, 1, 1), sel_day_of(year, 12, 31));
    if (!take_char(&text, '-'))
        return SEL_DATE_BAD;
    int month = take_digits(&text, 2, &digits);
    if (!is_date(year, month, 1))
        return SEL_DATE_BAD;
    if (text.len == 0)
        return settle(days, sel_day_of(year, month, 1),
                      sel_day_of(year, month, days_in_month(year, month)));
    if (!take_char(&text, '-'))
        return SEL_DATE_BAD;
    int day = take_digits(&text, 2, &digits);
    if (!is_date(year, month, day) || !sel_date_ends_here(text))
        return SEL_DATE_BAD;
    return settle(days, sel_day_of(year, month, day), sel_day_of(year, month, day));
}

static sel_date_outcome read_day_first(sel_str text, sel_days *days)
{
    size_t digits;
    int first = take_digits(&text, 2, &digits);
    char separator = text.len > 0 ? text.ptr[0] : '\0';
    if (first < 0 || (separator != '/' && separator != '.' && separator != '-'))
        return SEL_DATE_BAD;
    take_char(&text, separator);
    int second = take_digits(&text, 2, &digits);
    if (!take_char(&text, separator))
        return SEL_DATE_BAD;
    int year = take_digits(&text, 4, &digits);
    if (digits != 4 || text.len != 0)
        return SEL_DATE_BAD;
    bool day_month = is_date(year, second, first);
    bool month_day = is_date(year, first, second);
    if (!day_month && !month_day)
        return SEL_DATE_BAD;
    if (day_month && month_day && first != second)
        return SEL_DATE_AMBIGUOUS;
    sel_day day = day_month ? sel_day_of(year, second, first) : sel_day_of(year, first, second);
    return settle(days, day, day);
}

sel_date_outcome sel_date_read(sel_str text, sel_days *days)
{
    text = sel_str_trim(text);
    size_t digits;
    sel_str rest = text;
    take_digits(&rest, 4, &digits);
    return digits == 4 ? read_iso(text, days) : read_day_first(text, days);
}

const char *sel_day_text(sel_day day, char text[SEL_DATE_ROOM])
{
    int year;
    int month;
    int of_month;
    calendar_of(day, &year, &month, &of_month);
    snprintf(text, SEL_DATE_ROOM, "%04d-%02d-%02d", year % 10000, month, of_month);
    return text;
}

sel_day sel_time_day(int64_t seconds)
{
    int64_t day = seconds / SEL_SECONDS_OF_DAY;
    return (sel_day)(seconds % SEL_SECONDS_OF_DAY < 0 ? day - 1 : day);
}

const char *sel_time_text(int64_t seconds, char text[24])
{
    sel_day day = sel_time_day(seconds);
    int64_t rest = seconds - (int64_t)day * SEL_SECONDS_OF_DAY;
    char date[SEL_DATE_ROOM];
    snprintf(text, 24, "%.10sT%02d:%02d:%02dZ", sel_day_text(day, date), (int)(rest / 3600),
             (int)(rest / 60 % 60), (int)(rest % 60));
    return text;
}

int64_t sel_time_now(const char *source_date_epoch)
{
    int64_t seconds;
    if (sel_number_integer(sel_str_of(source_date_epoch), &seconds))
        return seconds;
    return (int64_t)time(NULL);
}
