#include "register_fixture.h"

static shipped all;

static outcome read_text(const char *text)
{
    return read_register(&all, sel_str_of(text), (sel_register_options){0});
}

START_TEST(headers_in_other_words_and_languages)
{
    static const char *const files[] = {
        "Project ID,Project Title,Donor,Recipient\n1,T,F,FJI\n",
        "identifiant;intitulé du projet;bailleur de fonds;BUDGET DU PROJET\n1;T;F;5\n",
        "\xEF\xBB\xBFsep=;\r\nid;TITLE;Funded by;note\r\n1;T;F;n\r\n",
        "id\ttitle\tfunder\n1\tT\tF\n",
    };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        outcome out = read_text(files[i]);
        ck_assert_msg(out.guess.is_register, "%s", files[i]);
        ck_assert_uint_eq(out.counts.taken, 1);
        ck_assert_uint_eq(times_reported(&out.issues, "W_COLUMN_UNKNOWN"), 0);
        expect_slice(out.records[0].title, "T");
        expect_slice(out.records[0].parties[0].name, "F");
        forget(&out);
    }
}
END_TEST

START_TEST(other_tables_are_no_registers)
{
    static const char *const files[] = {"", "a,b,c\n", "title,funder\nT,F\n",
                                        "id,funder,recipient\n1,F,FJI\n", "title\n"};
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        outcome out = read_text(files[i]);
        ck_assert_msg(!out.guess.is_register, "%s", files[i]);
        forget(&out);
    }
}
END_TEST

START_TEST(unknown_and_repeated_columns_are_left_out_and_told)
{
    outcome out = read_text("id,title,funder,shoe size,donor,\n1,T,F,44,G,\n");
    const sel_issue *unknown = first_reported(&out.issues, "W_COLUMN_UNKNOWN");
    ck_assert_uint_eq(times_reported(&out.issues, "W_COLUMN_UNKNOWN"), 2);
    ck_assert_uint_eq(unknown->column, 4);
    ck_assert_uint_eq(unknown->line, 1);
    expect_slice(unknown->found, "shoe size");
    ck_assert_uint_eq(out.records[0].party_count, 1); /* the first funder column counts */
    expect_slice(out.records[0].parties[0].name, "F");
    forget(&out);
}
END_TEST

START_TEST(ragged_and_empty_rows)
{
    outcome out = read_text("id,title,funder\n1,T\n2,T,F,x\n , ,\n,,F\n3,T,F\n");
    ck_assert_uint_eq(out.counts.seen, 4);
    ck_assert_uint_eq(out.counts.taken, 3);
    ck_assert_uint_eq(out.counts.refused, 1);
    ck_assert_uint_eq(times_reported(&out.issues, "W_RAGGED"), 2);
    ck_assert_uint_eq(first_reported(&out.issues, "W_RAGGED")->line, 2);
    ck_assert_uint_eq(times_reported(&out.issues, "E_NO_TITLE"), 1);
    ck_assert_uint_eq(first_reported(&out.issues, "E_NO_TITLE")->line, 5);
    ck_assert_uint_eq(out.records[2].place.line, 6);
    ck_assert_uint_eq(out.records[2].place.ordinal, 4);
    forget(&out);
}
END_TEST

START_TEST(names_of_registers)
{
    outcome out = read_text("id,title,funder,register\n1,T,F,Cybil\n2,T,F,\n");
    expect_slice(out.records[0].register_name, "Cybil");
    expect_slice(out.records[1].register_name, "donors.2024"); /* the file without its ending */
    forget(&out);
    out = read_register(&all, SEL_STR("id,title,funder,register\n1,T,F,Cybil\n"),
                        (sel_register_options){.register_name = "Ours"});
    expect_slice(out.records[0].register_name, "Ours");
    forget(&out);
}
END_TEST

static bool only_one(void *to, const sel_programme *record)
{
    *(uint64_t *)to += record->place.ordinal;
    return false;
}

START_TEST(a_sink_may_stop)
{
    uint64_t seen = 0;
    sel_register_counts counts = {0};
    sel_register_options options = {0};
    sel_issues issues = {.arena = all.arena};
    sel_error err = {0};
    sel_bytes *bytes =
        sel_bytes_open_memory("r.csv", SEL_STR("id,title,funder\n1,T,F\n2,T,F\n3,T,F\n"));
    sel_register_guess guess = sel_register_recognise(bytes, &all.reference, all.arena);
    ck_assert_int_eq(sel_register_read(bytes, &guess, &all.reference, &options,
                                       (sel_programme_sink){only_one, &seen}, &issues, &counts,
                                       &err),
                     SEL_OK);
    ck_assert_uint_eq(seen, 1);
    ck_assert_uint_eq(counts.taken, 1);
    sel_bytes_close(bytes);
}
END_TEST

/* A file may be cut anywhere: then it is read as far as it goes or refused with its line. */
START_TEST(every_beginning_of_a_file_is_read_or_placed)
{
    sel_str text = SEL_STR("id,title,funder,recipient,capability,start,end,amount,currency\r\n"
                           "1,\"A \"\"title\"\"\",Australia,FJI 40 %; TON 60 % (event),D1.2,2017,"
                           "2018-02-03,1'000-2 000,USD\r\n"
                           "\"2\",\"on two\nlines\",Singapôre,ASEAN,X5,,,,\r\n");
    for (size_t length = 0; length <= text.len; length++) {
        outcome out = read_register(&all, sel_str_part(text, 0, length), (sel_register_options){0});
        if (out.status != SEL_OK) {
            ck_assert_int_eq(out.status, SEL_BAD_INPUT);
            ck_assert_uint_ge(out.err.line, 1);
            ck_assert_uint_le(out.err.line, 4);
            ck_assert(out.err.message[0] != '\0');
        }
        forget(&out);
    }
}
END_TEST

int main(void)
{
    all = shipped_open();
    const TTest *tests[] = {headers_in_other_words_and_languages,
                            other_tables_are_no_registers,
                            unknown_and_repeated_columns_are_left_out_and_told,
                            ragged_and_empty_rows,
                            names_of_registers,
                            a_sink_may_stop,
                            every_beginning_of_a_file_is_read_or_placed,
                            NULL};
    int failed = run_tests("register_table", tests);
    shipped_close(&all);
    return failed;
}
