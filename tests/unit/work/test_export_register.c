#include "unit/work/desk_fixture.h"

#include "base/text.h"
#include "work/export_register.h"

static const char header[] = "register,id,title,funder,recipient,capability,disclosure";

static sel_export export_as(desk *d, const sel_export_options *options, sel_str *text)
{
    sel_export export;
    sel_text out = {.arena = d->arena};
    ck_assert_msg(sel_export_register(d->context, d->store, options, sel_stream_memory(&out),
                                      &export, &d->err) == SEL_OK,
                  "%s", d->err.message);
    *text = sel_text_str(&out);
    return export;
}

static void take(desk *d, const char *rows)
{
    sel_import import;
    ck_assert_int_eq(desk_import(d, &(sel_import_options){0}, header, rows, &import), SEL_OK);
    ck_assert_uint_eq(import.issues.counts[SEL_WARNING], 0);
}

static bool holds(sel_str text, const char *part)
{
    return sel_str_find(text, sel_str_of(part)) < text.len;
}

START_TEST(each_audience_gets_its_own_level_and_wider_ones)
{
    desk d;
    desk_open(&d);
    take(&d, "R,1,Open,A,FJI,D1.2,public\nR,2,Round,B,TON,D1.2,circulated\n"
             "R,3,Parties,C,VUT,D1.2,parties\nR,4,Ours,D,WSM,D1.2,secretariat\n"
             "R,5,Closed,E,KIR,D1.2,sealed\nR,6,Unsaid,F,NRU,D1.2,");
    const struct {
        sel_disclosure audience;
        uint64_t written;
        const char *newest;
    } expected[] = {{SEL_DISCLOSURE_PUBLIC, 1, "Open"},
                    {SEL_DISCLOSURE_CIRCULATED, 2, "Round"},
                    {SEL_DISCLOSURE_SECRETARIAT, 5, "Unsaid"}};
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        sel_str text;
        sel_export export =
            export_as(&d, &(sel_export_options){.audience = expected[i].audience}, &text);
        ck_assert_uint_eq(export.written, expected[i].written);
        ck_assert_uint_eq(export.withheld, 6 - expected[i].written);
        ck_assert(holds(text, expected[i].newest));
        ck_assert(!holds(text, "Closed"));
    }
    desk_close(&d);
}
END_TEST

START_TEST(a_number_that_could_point_at_one_is_not_for_telling)
{
    desk d;
    desk_open(&d);
    take(&d, "R,1,T,DFAT,FJI,D1.2,\nR,2,T,Australia,TON,D1.2,\nR,3,T,Japan,VUT,D1.2,");
    sel_str text;
    sel_export export = export_as(&d, &(sel_export_options){0}, &text);
    ck_assert_uint_eq(export.withheld, 3);
    ck_assert(export.few_withheld); /* two names of one donor, and another */
    take(&d, "R,4,T,Singapore,FJI,D1.2,");
    export = export_as(&d, &(sel_export_options){0}, &text);
    ck_assert_uint_eq(export.withheld, 4);
    ck_assert(!export.few_withheld);
    export = export_as(&d, &(sel_export_options){.audience = SEL_DISCLOSURE_SECRETARIAT}, &text);
    ck_assert(!export.few_withheld && export.withheld == 0);
    desk_close(&d);
}
END_TEST

START_TEST(one_register_or_all)
{
    desk d;
    desk_open(&d);
    take(&d, "Beta,2,Second,A,FJI,D1.2,public\nBeta,1,First,A,FJI,D1.2,public\n"
             "Alpha,9,Other,A,FJI,D1.2,secretariat");
    sel_str text;
    sel_export export = export_as(&d, &(sel_export_options){.register_name = "Beta"}, &text);
    ck_assert_uint_eq(export.written, 2);
    ck_assert_uint_eq(export.withheld, 0); /* what is in other registers is not meant */
    ck_assert_uint_lt(sel_str_find(text, SEL_STR("First")), sel_str_find(text, SEL_STR("Second")));
    export = export_as(&d, &(sel_export_options){.register_name = "Alpha"}, &text);
    ck_assert_uint_eq(export.written, 0);
    ck_assert(sel_str_starts(text, SEL_STR("register,id,title,")));
    sel_export_options unknown = {.register_name = "Betta"};
    sel_text out = {.arena = d.arena};
    ck_assert_int_eq(
        sel_export_register(d.context, d.store, &unknown, sel_stream_memory(&out), &export, &d.err),
        SEL_NOT_FOUND);
    ck_assert_str_eq(d.err.message, "there is no register 'Betta'; did you mean 'Beta'?");
    ck_assert_uint_eq(out.len, 0);
    desk_close(&d);
}
END_TEST

START_TEST(an_empty_register_is_read_without_a_remark)
{
    desk d;
    desk_open(&d);
    sel_text out = {.arena = d.arena};
    ck_assert_int_eq(sel_export_template(sel_stream_memory(&out), &d.err), SEL_OK);
    sel_import import;
    ck_assert_int_eq(desk_import(&d, &(sel_import_options){0}, out.bytes, "", &import), SEL_OK);
    ck_assert_uint_eq(import.issues.group_count, 0);
    ck_assert_uint_eq(import.seen, 0);
    for (uint32_t i = 0; i < import.columns.column_count; i++)
        ck_assert_int_ne(import.columns.columns[i].field, SEL_UNKNOWN);
    sel_str empty_store;
    sel_export export = export_as(&d, &(sel_export_options){0}, &empty_store);
    ck_assert_uint_eq(export.written, 0);
    ck_assert(sel_str_equal(sel_text_str(&out), empty_store));
    desk_close(&d);
}
END_TEST

START_TEST(what_a_spreadsheet_or_terminal_would_act_on)
{
    sel_arena *arena = sel_arena_create();
    const sel_reference reference = {0};
    sel_programme record = sel_programme_blank();
    const char *const pairs[][2] = {
        {"=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"},    {"  +1", "'+1"},
        {"red\x1B[31m", "red\xEF\xBF\xBD[31m"},           {"tab\tline\nend", "tab\tline\nend"},
        {"\xE2\x80\xAEmirrored", "\xE2\x80\xAEmirrored"}, /* direction is content here */
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        record.title = sel_str_of(pairs[i][0]);
        sel_str found = sel_export_field(&reference, &record, SEL_FIELD_TITLE, arena);
        ck_assert_msg(sel_str_is(found, pairs[i][1]), "%.*s", SEL_STR_ARG(found));
    }
    record.money = (sel_money){.low = 5, .high = 150, .currency = "EUR", .known = true};
    ck_assert(
        sel_str_is(sel_export_field(&reference, &record, SEL_FIELD_AMOUNT, arena), "0.05-1.50"));
    sel_arena_destroy(arena);
}
END_TEST

static void import_example(desk *d, const char *name)
{
    sel_import import;
    sel_progress progress = {0};
    const sel_import_options options = {.progress = &progress};
    const char *path =
        sel_str_printf(d->arena, "%s/%s", SELARAS_SOURCE_DIR "/questionnaires/examples", name).ptr;
    ck_assert_msg(
        sel_import_file(d->context, d->store, path, &options, d->arena, &import, &d->err) == SEL_OK,
        "%s", d->err.message);
}

/* Our own CSV and IATI, with guessed capabilities, regions and records that are set aside. */
START_TEST(the_examples_come_back_byte_for_byte)
{
    desk d;
    desk fresh;
    sel_str first;
    sel_str second;
    const sel_export_options all = {.audience = SEL_DISCLOSURE_SECRETARIAT};
    desk_open(&d);
    import_example(&d, "register-donors.csv");
    import_example(&d, "register-donors.xml");
    sel_export export = export_as(&d, &all, &first);
    ck_assert_uint_eq(export.written, 31);
    ck_assert(export.any_illustrative);
    ck_assert(holds(first, "=text:confidence=98%:field=title, description:words=National CERT"));
    desk_open(&fresh);
    FILE *file = fopen(fresh.file_path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(first.ptr, 1, first.len, file), first.len);
    ck_assert_int_eq(fclose(file), 0);
    sel_import import;
    sel_progress progress = {0};
    const sel_import_options options = {.progress = &progress};
    ck_assert_int_eq(sel_import_file(fresh.context, fresh.store, fresh.file_path, &options,
                                     fresh.arena, &import, &fresh.err),
                     SEL_OK);
    ck_assert_uint_eq(import.issues.counts[SEL_WARNING], 0);
    ck_assert_uint_eq(import.guessed, 3);
    export_as(&fresh, &all, &second);
    ck_assert(sel_str_equal(first, second));
    desk_close(&fresh);
    desk_close(&d);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {each_audience_gets_its_own_level_and_wider_ones,
                                  a_number_that_could_point_at_one_is_not_for_telling,
                                  one_register_or_all,
                                  an_empty_register_is_read_without_a_remark,
                                  what_a_spreadsheet_or_terminal_would_act_on,
                                  the_examples_come_back_byte_for_byte,
                                  NULL};
    return run_tests("export_register", tests);
}
