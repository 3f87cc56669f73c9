#include "input/cell_format.h"

#include "check_suite.h"

/* Format codes are those of ECMA-376 part 1, 18.8.30 and 18.8.31, and what Excel and LibreOffice
 * write for dates in several languages. */
START_TEST(a_format_says_what_its_numbers_are)
{
    static const struct {
        const char *code;
        sel_cell_format format;
    } cases[] = {
        {"General", SEL_CELL_NUMBER},
        {"0.00", SEL_CELL_NUMBER},
        {"#,##0\\ \"days\"", SEL_CELL_NUMBER},
        {"[Red]0.00;[Blue]-0.00", SEL_CELL_NUMBER},
        {"0.00E+00", SEL_CELL_NUMBER},
        {"_-* #,##0.00\\ _d_-", SEL_CELL_NUMBER},
        {"0\\d", SEL_CELL_NUMBER},
        {"\"dd", SEL_CELL_NUMBER},
        {"[d", SEL_CELL_NUMBER},
        {"", SEL_CELL_NUMBER},
        {"0.0%", SEL_CELL_PERCENT},
        {"0\"%\"", SEL_CELL_NUMBER},
        {"dd/mm/yyyy;@", SEL_CELL_DAY},
        {"[$-421]dd\\ mmmm\\ yyyy;@", SEL_CELL_DAY},
        {"yyyy\"\xE5\xB9\xB4\"m\"\xE6\x9C\x88\"d\"\xE6\x97\xA5\"", SEL_CELL_DAY},
        {"YYYY-MM-DD", SEL_CELL_DAY},
        {"d-mmm", SEL_CELL_DAY},
        {"mmmm", SEL_CELL_DAY},
        {"m/d/yy h:mm", SEL_CELL_DAY},
        {"mmm\\-yy", SEL_CELL_MONTH},
        {"yyyy\\-mm", SEL_CELL_MONTH},
        {"yyyy", SEL_CELL_YEAR},
        {"h:mm AM/PM", SEL_CELL_TIME},
        {"[h]:mm:ss", SEL_CELL_TIME},
        {"[mm]", SEL_CELL_TIME},
        {"mm:ss.0", SEL_CELL_TIME},
        {"0;dd/mm/yyyy", SEL_CELL_NUMBER},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        ck_assert_msg(sel_cell_format_read(sel_str_of(cases[i].code)) == cases[i].format, "%s",
                      cases[i].code);
}
END_TEST

START_TEST(a_format_code_may_end_anywhere)
{
    const char code[] = "[$-421]\"x\"dd\\ _-*-AM/PM";
    for (size_t length = 0; length < sizeof code; length++) {
        char *exact = sel_memory_resize(NULL, length, 1); /* so that a byte too far is noticed */
        if (length > 0)
            memcpy(exact, code, length);
        sel_cell_format format = sel_cell_format_read((sel_str){exact, length});
        ck_assert_int_eq(format == SEL_CELL_DAY, length > strlen("[$-421]\"x\""));
        sel_memory_resize(exact, 0, 1);
    }
}
END_TEST

START_TEST(built_in_formats_are_known_by_number)
{
    ck_assert_int_eq(sel_cell_format_builtin(0), SEL_CELL_NUMBER);
    ck_assert_int_eq(sel_cell_format_builtin(9), SEL_CELL_PERCENT);
    ck_assert_int_eq(sel_cell_format_builtin(13), SEL_CELL_NUMBER);
    ck_assert_int_eq(sel_cell_format_builtin(14), SEL_CELL_DAY);
    ck_assert_int_eq(sel_cell_format_builtin(17), SEL_CELL_MONTH);
    ck_assert_int_eq(sel_cell_format_builtin(22), SEL_CELL_DAY);
    ck_assert_int_eq(sel_cell_format_builtin(31), SEL_CELL_DAY);
    ck_assert_int_eq(sel_cell_format_builtin(46), SEL_CELL_TIME);
    ck_assert_int_eq(sel_cell_format_builtin(49), SEL_CELL_NUMBER);
    ck_assert_int_eq(sel_cell_format_builtin(UINT32_MAX), SEL_CELL_NUMBER);
}
END_TEST

typedef struct number_case {
    const char *written;
    sel_cell_format format;
    bool from_1904;
    const char *text;
} number_case;

static void check_numbers(const number_case *cases, size_t count)
{
    sel_arena *arena = sel_arena_create();
    for (size_t i = 0; i < count; i++) {
        sel_str text = sel_cell_number_text(sel_str_of(cases[i].written), cases[i].format,
                                            cases[i].from_1904, arena);
        ck_assert_str_eq(text.ptr, cases[i].text);
        ck_assert_uint_eq(text.len, strlen(cases[i].text));
    }
    sel_arena_destroy(arena);
}

/* Serial numbers: ECMA-376 part 1, 18.17.4.1; 39448 from Microsoft's page of DATE, 35981 and 34519
 * from "Differences between the 1900 and the 1904 date system in Excel". */
START_TEST(days_are_counted_in_both_systems)
{
    static const number_case cases[] = {
        {"1", SEL_CELL_DAY, false, "1900-01-01"},
        {"59", SEL_CELL_DAY, false, "1900-02-28"},
        {"60", SEL_CELL_DAY, false, "1900-02-29"},
        {"61", SEL_CELL_DAY, false, "1900-03-01"},
        {"35981", SEL_CELL_DAY, false, "1998-07-05"},
        {"39448", SEL_CELL_DAY, false, "2008-01-01"},
        {"2958465", SEL_CELL_DAY, false, "9999-12-31"},
        {"2958466", SEL_CELL_DAY, false, "2958466"},
        {"0", SEL_CELL_DAY, false, "0"},
        {"-1", SEL_CELL_DAY, false, "-1"},
        {"1E+300", SEL_CELL_DAY, false, "1e+300"},
        {"0", SEL_CELL_DAY, true, "1904-01-01"},
        {"34519", SEL_CELL_DAY, true, "1998-07-05"},
        {"2957003", SEL_CELL_DAY, true, "9999-12-31"},
        {"2957004", SEL_CELL_DAY, true, "2957004"},
    };
    check_numbers(cases, sizeof cases / sizeof cases[0]);
}
END_TEST

START_TEST(a_date_is_as_exact_as_its_format)
{
    static const number_case cases[] = {
        {"39448.5", SEL_CELL_DAY, false, "2008-01-01T12:00:00"},
        {"39448.999999", SEL_CELL_DAY, false, "2008-01-02"}, /* 0.09 s before midnight */
        {"39448", SEL_CELL_MONTH, false, "2008-01"},
        {"39448.25", SEL_CELL_YEAR, false, "2008"},
        {"0.75", SEL_CELL_TIME, false, "18:00:00"},
        {"1.5", SEL_CELL_TIME, false, "1.5"},
        {"two", SEL_CELL_DAY, false, "two"},
    };
    check_numbers(cases, sizeof cases / sizeof cases[0]);
}
END_TEST

START_TEST(numbers_are_written_as_they_are_seen)
{
    static const number_case cases[] = {
        {"2", SEL_CELL_NUMBER, false, "2"},
        {"2.0", SEL_CELL_NUMBER, false, "2"},
        {"2.5", SEL_CELL_NUMBER, false, "2.5"},
        {"0.30000000000000004", SEL_CELL_NUMBER, false, "0.3"},
        {"007", SEL_CELL_NUMBER, false, "007"},
        {"123456789012345", SEL_CELL_NUMBER, false, "123456789012345"},
        {"1.2345678901234567E+19", SEL_CELL_NUMBER, false, "1.23456789012346e+19"},
        {"-0", SEL_CELL_PERCENT, false, "0%"},
        {"0.07", SEL_CELL_PERCENT, false, "7%"},
        {"1e308", SEL_CELL_PERCENT, false, "1e+308"},
        {"nan", SEL_CELL_NUMBER, false, "nan"},
        {"", SEL_CELL_NUMBER, false, ""},
    };
    check_numbers(cases, sizeof cases / sizeof cases[0]);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        a_format_says_what_its_numbers_are,
        a_format_code_may_end_anywhere,
        built_in_formats_are_known_by_number,
        days_are_counted_in_both_systems,
        a_date_is_as_exact_as_its_format,
        numbers_are_written_as_they_are_seen,
        NULL,
    };
    return run_tests("cell_format", tests);
}
