#include "domain/expression_calls.h"

#include "base/text.h"

#include <math.h>

sel_value sel_call_today(const sel_node *call, const sel_evaluation *evaluation)
{
    (void)call;
    return sel_value_date(evaluation->today);
}

sel_value sel_call_now(const sel_node *call, const sel_evaluation *evaluation)
{
    (void)call;
    return sel_value_date(evaluation->now);
}

/* A number is days since 1970-01-01; empty stays empty. */
sel_value sel_call_date(const sel_node *call, const sel_evaluation *evaluation)
{
    sel_value value = sel_call_argument(call, 0, evaluation);
    double days;
    if (value.kind == SEL_VALUE_EMPTY || value.kind == SEL_VALUE_PERIOD)
        return value;
    if (value.kind == SEL_VALUE_NUMBER)
        return sel_value_date(value.number);
    if (!sel_value_to_date(value, &days))
        return sel_value_empty(SEL_WHY_NOT_A_DATE);
    return sel_value_date(days);
}

sel_value sel_call_decimal_date_time(const sel_node *call, const sel_evaluation *evaluation)
{
    double days;
    if (!sel_value_to_date(sel_call_argument(call, 0, evaluation), &days))
        return sel_value_empty(SEL_WHY_NOT_A_NUMBER);
    return sel_value_number(days);
}

/* The parts of a time as format-date counts them. */
typedef struct moment {
    char day[24];
    int hour;
    int minute;
    int second;
} moment;

static moment moment_of(double days)
{
    double whole = floor(days);
    int seconds = (int)((days - whole) * SEL_SECONDS_OF_DAY + 0.5) % SEL_SECONDS_OF_DAY;
    moment when = {.hour = seconds / 3600, .minute = seconds / 60 % 60, .second = seconds % 60};
    sel_day_text((sel_day)whole, when.day);
    return when;
}

/* What a letter after % stands for; letters that depend on a language (%a, %b) are findings. */
static void add_part(sel_text *text, const moment *when, char letter)
{
    const char *day = when->day;
    switch (letter) {
    case 'Y':
        sel_text_printf(text, "%.4s", day);
        return;
    case 'y':
        sel_text_printf(text, "%.2s", day + 2);
        return;
    case 'm':
        sel_text_printf(text, "%.2s", day + 5);
        return;
    case 'n':
        sel_text_printf(text, "%.*s", day[5] == '0' ? 1 : 2, day + (day[5] == '0' ? 6 : 5));
        return;
    case 'd':
        sel_text_printf(text, "%.2s", day + 8);
        return;
    case 'e':
        sel_text_printf(text, "%.*s", day[8] == '0' ? 1 : 2, day + (day[8] == '0' ? 9 : 8));
        return;
    case 'H':
        sel_text_printf(text, "%02d", when->hour);
        return;
    case 'h':
        sel_text_printf(text, "%d", when->hour);
        return;
    case 'M':
        sel_text_printf(text, "%02d", when->minute);
        return;
    case 'S':
        sel_text_printf(text, "%02d", when->second);
        return;
    default:
        sel_text_printf(text, "%%%c", letter);
    }
}

sel_value sel_call_format_date(const sel_node *call, const sel_evaluation *evaluation)
{
    sel_value value = sel_call_argument(call, 0, evaluation);
    double days;
    if (value.kind == SEL_VALUE_EMPTY)
        return value;
    if (!sel_value_to_date(value, &days))
        return sel_value_empty(SEL_WHY_NOT_A_DATE);
    moment when = moment_of(days);
    char room[SEL_VALUE_ROOM];
    sel_str format = sel_call_text(call, 1, evaluation, room);
    sel_text text = {.arena = evaluation->arena};
    for (size_t i = 0; i < format.len; i++) {
        if (format.ptr[i] == '%' && i + 1 < format.len)
            add_part(&text, &when, format.ptr[++i]);
        else
            sel_text_add_char(&text, format.ptr[i]);
    }
    return sel_value_text(sel_text_str(&text));
}
