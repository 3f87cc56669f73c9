#include "base/text.h"
#include "input/register_hxl.h"
#include "register_fixture.h"

static shipped all;

static outcome read_text(const char *text)
{
    outcome out =
        read_register(&all, sel_str_of(text), (sel_register_options){.default_country = "GIN"});
    ck_assert_msg(out.status == SEL_OK, "%s", out.err.message);
    return out;
}

static void expect_tag(const char *cell, const char *tag)
{
    sel_arena *arena = sel_arena_create();
    expect_slice(sel_hxl_tag(arena, sel_str_of(cell)), tag);
    sel_arena_destroy(arena);
}

START_TEST(tags_and_what_is_none)
{
    expect_tag("#org", "#org");
    expect_tag("  #ADM1 +code ", "#adm1+code");
    expect_tag("#org+funding +Code", "#org+code+funding"); /* the order does not matter */
    expect_tag("#x_country_code", "#x_country_code");
    expect_tag("#affected+2013", "");
    expect_tag("# org", "");
    expect_tag("#org+", "");
    expect_tag("#1", "");
    expect_tag("org", "");
    expect_tag("#org text", "");
}
END_TEST

START_TEST(fields_by_tag_and_attributes)
{
    static const char *const cases[][2] = {{"#org+funding", "funder"},
                                           {"#org+impl+en", "implementer"},
                                           {"#org+x_own", "organisation"},
                                           {"#funder", "funder"},
                                           {"#prog", "organisation"},
                                           {"#lat_deg", "location"},
                                           {"#country+code+v_iso2", "recipient_code"},
                                           {"#adm1+code+v_pcode", "location"},
                                           {"#date+start", "start"},
                                           {"#x_own", ""}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        expect_slice(sel_hxl_field(&all.reference, sel_str_of(cases[i][0])), cases[i][1]);
}
END_TEST

START_TEST(a_tag_row_is_half_tags_within_25_rows)
{
    outcome out = read_text("3W of a country\n\nWho,What,Where,Note\n#org,#activity,#adm1 +name,\n"
                            "A,Training,North,\n");
    ck_assert_int_eq(out.guess.dialect, SEL_DIALECT_HXL);
    ck_assert_uint_eq(out.guess.tag_row, 4);
    ck_assert_uint_eq(out.guess.header_row, 3);
    expect_slice(out.guess.columns[0].header, "Who");
    ck_assert_uint_eq(out.record_count, 1);
    expect_slice(out.records[0].title, "Training");
    expect_slice(out.records[0].recipients[0].code, "GIN"); /* places within are no recipients */
    forget(&out);
    out = read_text("#org,What,Where\nA,Training,North\n"); /* one of three */
    ck_assert(out.guess.dialect != SEL_DIALECT_HXL);
    forget(&out);
    out = read_text("#org,Training\nA,B\n"); /* one of two */
    ck_assert_int_eq(out.guess.dialect, SEL_DIALECT_HXL);
    ck_assert_uint_eq(out.guess.header_row, 0);
    forget(&out);
}
END_TEST

START_TEST(tags_too_far_down_are_data)
{
    sel_arena *arena = sel_arena_create();
    sel_text text = {.arena = arena};
    for (int i = 0; i < SEL_REGISTER_HEADER_ROWS; i++)
        sel_text_add(&text, SEL_STR("x,y\n"));
    sel_text_add(&text, SEL_STR("#org,#activity\nA,B\n"));
    outcome out = read_text(text.bytes);
    sel_arena_destroy(arena);
    ck_assert(out.guess.dialect != SEL_DIALECT_HXL);
    forget(&out);
}
END_TEST

START_TEST(malformed_tags_are_columns_left_out)
{
    outcome out = read_text("Who,What,People\n#org,#activity,#affected+2013\nA,B,5\n");
    ck_assert_int_eq(out.guess.dialect, SEL_DIALECT_HXL);
    ck_assert_uint_eq(times_reported(&out.issues, "W_TAG_MALFORMED"), 1);
    ck_assert_uint_eq(first_reported(&out.issues, "W_TAG_MALFORMED")->column, 3);
    ck_assert_int_eq(out.guess.columns[2].field, SEL_UNKNOWN);
    forget(&out);
}
END_TEST

START_TEST(rows_that_agree_are_one_programme)
{
    outcome out = read_text("#org;#sector;#activity;#adm1;#date+start\n"
                            "A;Health;Training;North;2020-01-01\n"
                            "B;Health;Training;North;2020-01-01\n"
                            "A;Health;Training;South;2020-01-01\n"
                            "A;Water;Training;South;2020-01-01\n");
    ck_assert_uint_eq(out.counts.rows, 4);
    ck_assert_uint_eq(out.record_count, 3);
    for (uint32_t i = 0; i < 3; i++)
        for (uint32_t j = 0; j < i; j++)
            ck_assert(!sel_str_equal(out.records[i].id, out.records[j].id));
    expect_slice(out.guess.key, "#activity, #org, #sector, #date+start");
    forget(&out);
}
END_TEST

START_TEST(headers_without_tags)
{
    static const char *const files[] = {
        "Organisation,Cluster,Type of intervention,Admin1\nA,Health,Training,North\n",
        "Organisation;Secteur;Genre d'activit\xC3\xA9;Pr\xC3\xA9"
        "fecture\nA;Sant\xC3\xA9;Formation;N\n",
        "Organizaci\xC3\xB3n,Sector,Tipo de intervenci\xC3\xB3n,Departamento\nA,Salud,Taller,N\n",
        "\xD8\xA7\xD9\x84\xD9\x85\xD9\x86\xD8\xB8\xD9\x85\xD8\xA9,"
        "\xD8\xA7\xD9\x84\xD9\x82\xD8\xB7\xD8\xA7\xD8\xB9,"
        "\xD8\xA7\xD9\x84\xD9\x85\xD8\xAD\xD8\xA7\xD9\x81\xD8\xB8\xD8\xA9\nA,B,C\n",
    };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        outcome out = read_text(files[i]);
        ck_assert_msg(out.guess.is_register, "%s", files[i]);
        ck_assert_int_eq(out.guess.dialect, SEL_DIALECT_3W);
        ck_assert_uint_eq(out.record_count, 1);
        expect_slice(out.records[0].parties[0].name, "A");
        forget(&out);
    }
}
END_TEST

int main(void)
{
    all = shipped_open();
    const TTest *tests[] = {tags_and_what_is_none,
                            fields_by_tag_and_attributes,
                            a_tag_row_is_half_tags_within_25_rows,
                            tags_too_far_down_are_data,
                            malformed_tags_are_columns_left_out,
                            rows_that_agree_are_one_programme,
                            headers_without_tags,
                            NULL};
    int failed = run_tests("register_hxl", tests);
    shipped_close(&all);
    return failed;
}
