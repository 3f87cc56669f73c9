#include "input/cell_style.h"

#include "check_suite.h"

/* What a cell is read as after the others of its column: "" when bad, "?" when undecided. */
static void expect_number(const char *const *column, const char *cell, const char *expected)
{
    sel_arena *arena = sel_arena_create();
    sel_cell_style style = {0};
    for (; *column != NULL; column++)
        sel_cell_style_number(&style, sel_str_of(*column));
    sel_str plain;
    sel_number_outcome outcome =
        sel_cell_style_plain_number(&style, sel_str_of(cell), arena, &plain);
    sel_str found = outcome == SEL_NUMBER_PLAIN       ? plain
                    : outcome == SEL_NUMBER_AMBIGUOUS ? SEL_STR("?")
                                                      : SEL_STR("");
    ck_assert_msg(sel_str_is(found, expected), "'%s': '%.*s', not '%s'", cell, SEL_STR_ARG(found),
                  expected);
    sel_arena_destroy(arena);
}

static const char *const nothing[] = {NULL};
static const char *const points[] = {"12", "2.5", NULL};
static const char *const commas[] = {"12", "2,5", NULL};
static const char *const both[] = {"2,5", "2.5", NULL};
static const char *const grouped[] = {"1.234.567", NULL};

START_TEST(a_number_by_itself)
{
    expect_number(nothing, "12", "12");
    expect_number(nothing, "-3", "-3");
    expect_number(nothing, "2.5", "2.5");
    expect_number(nothing, "2,5", "2.5");
    expect_number(nothing, "1.234,5", "1234.5");
    expect_number(nothing, "1,234.5", "1234.5");
    expect_number(nothing, "1,234", "?");
    expect_number(nothing, "0,125", "0.125");
    expect_number(nothing, "1,234,567", "1234567");
    expect_number(nothing, "1e3", "1e3");
    expect_number(nothing, "1.234", "?");
    expect_number(nothing, "2.500", "?");
    expect_number(nothing, "0.125", "0.125");
    expect_number(nothing, "1234.500", "1234.500");
    expect_number(nothing, "1,2,3", "");
    expect_number(nothing, "ten", "");
    expect_number(nothing, "1,5x", "");
    expect_number(nothing, ",", "");
}
END_TEST

START_TEST(the_column_decides)
{
    expect_number(points, "1.234", "1.234");
    expect_number(points, "1,234", "1234");
    expect_number(commas, "1.234", "1234");
    expect_number(commas, "1,234", "1.234");
    expect_number(grouped, "1,234", "1.234");
    expect_number(points, "1,5", "");
    expect_number(both, "1,234", "?");
    expect_number(both, "2,5", "?");
}
END_TEST

START_TEST(what_programs_wrote_has_a_point)
{
    sel_arena *arena = sel_arena_create();
    sel_cell_style style = {.point_likely = true};
    sel_str plain;
    ck_assert_int_eq(sel_cell_style_plain_number(&style, SEL_STR("1.234"), arena, &plain),
                     SEL_NUMBER_PLAIN);
    ck_assert(sel_str_is(plain, "1.234"));
    sel_cell_style_number(&style, SEL_STR("2,5"));
    ck_assert_int_eq(sel_cell_style_plain_number(&style, SEL_STR("1.234"), arena, &plain),
                     SEL_NUMBER_PLAIN);
    ck_assert(sel_str_is(plain, "1234"));
    sel_arena_destroy(arena);
}
END_TEST

/* A cell with thousands apart says as much about the column as any other. */
START_TEST(blanks_part_thousands_in_the_evidence_too)
{
    static const char *const blank[] = {"1 234,5", NULL};
    static const char *const no_break[] = {"1\xC2\xA0"
                                           "234,5",
                                           NULL};
    static const char *const narrow[] = {"1\xE2\x80\xAF"
                                         "234,50",
                                         NULL};
    static const char *const pointed[] = {"1'234.5", NULL};
    static const char *const wrong[] = {"1 23,5", "12 ,5", NULL};
    expect_number(blank, "2.500", "2500");
    expect_number(no_break, "2.500", "2500");
    expect_number(narrow, "2.500", "2500");
    expect_number(pointed, "2.500", "2.500");
    expect_number(wrong, "2.500", "?");
}
END_TEST

START_TEST(blanks_part_thousands)
{
    expect_number(nothing, "1 234 567", "1234567");
    expect_number(nothing,
                  "1\xC2\xA0"
                  "234,5",
                  "1234.5");
    expect_number(nothing,
                  "1\xE2\x80\xAF"
                  "234",
                  "1234");
    expect_number(nothing, "1'234.50", "1234.50");
    expect_number(nothing, "12 34", "");
    expect_number(nothing, " 123", "");
}
END_TEST

static void expect_date(const char *const *column, const char *cell, const char *expected)
{
    sel_arena *arena = sel_arena_create();
    sel_cell_style style = {0};
    for (; *column != NULL; column++)
        sel_cell_style_date(&style, sel_str_of(*column));
    sel_str found = sel_cell_style_plain_date(&style, sel_str_of(cell), arena);
    ck_assert_msg(sel_str_is(found, expected), "'%s': '%.*s', not '%s'", cell, SEL_STR_ARG(found),
                  expected);
    sel_arena_destroy(arena);
}

START_TEST(orders_of_dates)
{
    static const char *const day_first[] = {"30/06/2025", "03/04/2027", NULL};
    static const char *const month_first[] = {"06/30/2025", "03/04/2027", NULL};
    static const char *const mixed[] = {"06/30/2025", "30/06/2025", NULL};
    expect_date(nothing, "03/04/2027", "03/04/2027");
    expect_date(nothing, "2027/3/4", "2027-03-04");
    expect_date(nothing, "2027.03.04", "2027-03-04");
    expect_date(nothing, "2027", "2027");
    expect_date(nothing, "2027-03", "2027-03");
    expect_date(day_first, "03/04/2027", "2027-04-03");
    expect_date(day_first, "3.4.2027", "2027-04-03");
    expect_date(month_first, "03/04/2027", "2027-03-04");
    expect_date(month_first, "03/04/2027 10:00:00", "2027-03-04");
    expect_date(mixed, "03/04/2027", "03/04/2027");
    expect_date(day_first, "soon", "soon");
    expect_date(day_first, "03/04/2027 at noon", "03/04/2027 at noon");
    expect_date(nothing, "2024/01/01 10:00:00 AM GMT+7", "2024-01-01");
    expect_date(nothing, "2024-01-01T10:00:00.000+02:00", "2024-01-01");
    expect_date(nothing, "2024-01-01 to 2024-05-01", "2024-01-01 to 2024-05-01");
    expect_date(nothing, "2024-01-01 2024-05-01", "2024-01-01 2024-05-01");
}
END_TEST

int main(void)
{
    const TTest *tests[] = {a_number_by_itself,
                            the_column_decides,
                            what_programs_wrote_has_a_point,
                            blanks_part_thousands,
                            blanks_part_thousands_in_the_evidence_too,
                            orders_of_dates,
                            NULL};
    return run_tests("cell_style", tests);
}
