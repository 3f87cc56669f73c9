#include "report/cell_text.h"

#include "check_suite.h"

#define NB "\xC2\xA0" /* no-break space */

static const sel_number_style dash = {.dash = "-", .decimal_sign = {".", 1}};
static const sel_number_style comma = {.dash = "–", .decimal_sign = {",", 1}};

/* value and range of the cell that fill makes in a column, as "value|range". */
static void people(const sel_number_style *style, sel_column column, sel_cell cell,
                   const char *expected)
{
    sel_arena *arena = sel_arena_create();
    sel_cell_words words = sel_cell_people(arena, style, &column, &cell);
    sel_str both =
        sel_str_printf(arena, "%.*s|%.*s", SEL_STR_ARG(words.value), SEL_STR_ARG(words.range));
    ck_assert_str_eq(both.ptr, expected);
    sel_arena_destroy(arena);
}

static sel_cell integer(int64_t value)
{
    return (sel_cell){.kind = SEL_CELL_INTEGER, .integer = value};
}

static sel_cell real(double value)
{
    return (sel_cell){.kind = SEL_CELL_REAL, .real = value};
}

static sel_cell between(sel_cell cell, double low, double high)
{
    cell.has_low = cell.has_high = true;
    cell.low = low;
    cell.high = high;
    return cell;
}

static const sel_column whole = {.id = "n", .type = SEL_COLUMN_INTEGER};
static const sel_column fine = {.id = "x", .type = SEL_COLUMN_REAL, .decimals = 2};
static const sel_column share = {.id = "p", .type = SEL_COLUMN_PERCENT};
static const sel_column money = {.id = "m", .type = SEL_COLUMN_MONEY};
static const sel_column date = {.id = "d", .type = SEL_COLUMN_DATE};

START_TEST(values_for_people)
{
    people(&dash, whole, integer(0), "0|");
    people(&dash, whole, integer(2018), "2018|");
    people(&dash, whole, integer(-12345), "-12" NB "345|");
    people(&dash, whole, integer(INT64_MIN),
           "-9" NB "223" NB "372" NB "036" NB "854" NB "775" NB "808|");
    people(&dash, fine, real(0.126), "0.13|");
    people(&dash, fine, real(-0.001), "0.00|");
    people(&comma, fine, real(12345.678), "12" NB "345,68|");
    people(&dash, fine, real(1e20), "1e+20|");
    people(&dash, share, real(0.25), "25" NB "%|");
    people(&dash, money, integer(123456700), "1" NB "234" NB "567|");
    people(&dash, money, integer(99), "1|");
    people(&dash, date, (sel_cell){.kind = SEL_CELL_DATE, .integer = 17532}, "2018-01-01|");
    people(&dash, whole, (sel_cell){.kind = SEL_CELL_MISSING, .text = SEL_STR("not said")},
           "not said|");
    people(&dash, whole, (sel_cell){0}, "|");
}
END_TEST

START_TEST(bounds_for_people)
{
    people(&dash, whole, between(integer(2), 1, 3), "2|1-3");
    people(&comma, whole, between((sel_cell){0}, 1, 3), "|1–3");
    people(&dash, whole, between(integer(2), 2, 2), "2|");
    people(&dash, whole, between((sel_cell){0}, 2, 2), "|2");
    people(&dash, whole, between(integer(0), -2, 3), "0|-2 … 3");
    people(&dash, share, between(real(0.3), 0.25, 0.333), "30" NB "%|25-33" NB "%");
    people(&dash, share, between(real(0.25), 0.2501, 0.2502), "25" NB "%|");
    people(&dash, date, between((sel_cell){0}, 17532, 17896), "|2018-01-01 … 2018-12-31");
    people(&dash, money, between((sel_cell){0}, 10000000, 50000000), "|100" NB "000-500" NB "000");
}
END_TEST

START_TEST(open_bounds_for_people)
{
    sel_cell at_least = integer(19);
    at_least.has_low = true;
    at_least.low = 19;
    people(&dash, whole, at_least, "≥" NB "19|");
    at_least.low = 12;
    people(&dash, whole, at_least, "19|≥" NB "12");
    sel_cell at_most = {.has_high = true, .high = 0.54};
    people(&dash, share, at_most, "|≤" NB "54" NB "%");
}
END_TEST

static void machine(sel_column column, sel_cell cell, const char *expected)
{
    char text[SEL_NUMBER_ROOM];
    ck_assert_str_eq(sel_value_machine(&column, &cell, text), expected);
}

START_TEST(values_for_machines)
{
    machine(whole, integer(INT64_MIN), "-9223372036854775808");
    machine(whole, integer(1234567), "1234567");
    machine(fine, real(1.0 / 3), "0.333333333333");
    machine(fine, real(-0.0), "0");
    machine(share, real(0.25), "0.25");
    machine(money, integer(123456789), "1234567.89");
    machine(money, integer(-5), "-0.05");
    machine(money, integer(100000000000000000), "1000000000000000");
    machine(date, (sel_cell){.kind = SEL_CELL_DATE, .integer = 17532}, "2018-01-01");
    char text[SEL_NUMBER_ROOM];
    ck_assert_str_eq(sel_bound_machine(&whole, 3, text), "3");
    ck_assert_str_eq(sel_bound_machine(&fine, 0.1, text), "0.1");
    ck_assert_str_eq(sel_bound_machine(&money, 150, text), "1.50");
    ck_assert_str_eq(sel_bound_machine(&date, 0, text), "1970-01-01");
}
END_TEST

int main(void)
{
    const TTest *tests[] = {values_for_people, bounds_for_people, open_bounds_for_people,
                            values_for_machines, NULL};
    return run_tests("cell_text", tests);
}
