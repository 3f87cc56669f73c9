#include "desk_fixture.h"

#include "work/confirm.h"
#include "work/tagging.h"

static const char header[] = "register,id,title,funder,recipient,start,end";
static const char two_teams[] = "R,1,Setting up a national CIRT,Donor A,FJI,2026,2027\n"
                                "S,1,CSIRT equipment,Donor B,FJI,2026,2027";
static const char answers_header[] = "register,record,title,guess,matched words,your answer";

static void import_rows(desk *d, const char *rows)
{
    sel_import import;
    ck_assert_msg(desk_import(d, &(sel_import_options){0}, header, rows, &import) == SEL_OK, "%s",
                  d->err.message);
}

static sel_confirm answer(desk *d, const char *rows)
{
    sel_confirm confirm;
    desk_write(d, answers_header, rows);
    ck_assert_msg(sel_confirm_take(d->context, d->store, d->file_path,
                                   &(sel_confirm_options){.by = "Office"}, d->arena, &confirm,
                                   &d->err) == SEL_OK,
                  "%s", d->err.message);
    return confirm;
}

static const char *written(desk *d, const char *register_name, uint64_t count)
{
    sel_text text = {.arena = d->arena};
    uint64_t wrote = 0;
    ck_assert_int_eq(sel_confirm_write(d->context, d->store, register_name,
                                       sel_stream_memory(&text), &wrote, &d->err),
                     SEL_OK);
    ck_assert_uint_eq(wrote, count);
    return sel_str_copy(d->arena, sel_text_str(&text)).ptr;
}

static uint64_t overlaps(desk *d)
{
    sel_assessment assessment;
    ck_assert_msg(sel_assess_open(d->context, d->store, &(sel_assess_options){0}, &assessment,
                                  &d->err) == SEL_OK,
                  "%s", d->err.message);
    uint64_t found = assessment.overlap.certain + assessment.overlap.possible;
    sel_assess_close(&assessment);
    return found;
}

typedef struct wanted {
    const char *register_name;
    sel_text codes;
    sel_capability_share first;
    bool set_aside;
} wanted;

static bool take_wanted(void *to, const sel_programme *record)
{
    wanted *w = to;
    if (!sel_str_is(record->register_name, w->register_name))
        return true;
    for (uint32_t i = 0; i < record->capability_count; i++)
        sel_text_printf(&w->codes, "%s%.*s", i == 0 ? "" : ";",
                        SEL_STR_ARG(record->capabilities[i].code));
    w->first = record->capability_count > 0 ? record->capabilities[0] : (sel_capability_share){0};
    w->set_aside = record->set_aside;
    return true;
}

static wanted look(desk *d, const char *register_name)
{
    wanted w = {.register_name = register_name, .codes = {.arena = d->arena}};
    ck_assert_int_eq(
        sel_store_each_programme(d->store, 0, (sel_programme_sink){take_wanted, &w}, &d->err),
        SEL_OK);
    return w;
}

START_TEST(guesses_are_written_once_per_waiting_record)
{
    desk d;
    desk_open(&d);
    import_rows(&d, "R,1,\"=Setting up, a national CIRT\",Donor A,FJI,2026,2027\n"
                    "R,2,Wells,Donor A,FJI,2026,2027\n"
                    "S,1,CSIRT equipment,Donor B,FJI,2026,2027");
    ck_assert_str_eq(written(&d, NULL, 2),
                     "\xEF\xBB\xBFregister,record,title,guess,matched words,your answer\r\n"
                     "R,1,\"'=Setting up, a national CIRT\",D1.2 Incident response,"
                     "national CIRT (title),\r\n"
                     "S,1,CSIRT equipment,D1.2 Incident response,CSIRT (title),\r\n");
    answer(&d, "R,1,,D1.2 Incident response,,yes");
    written(&d, NULL, 1);
    written(&d, "R", 0);
    desk_close(&d);
}
END_TEST

START_TEST(an_answer_changes_the_overlap)
{
    desk d;
    desk_open(&d);
    import_rows(&d, two_teams);
    ck_assert_uint_eq(overlaps(&d), 1);
    sel_confirm confirm = answer(&d, "S,1,,,,D4.1");
    ck_assert_uint_eq(confirm.taken, 1);
    ck_assert_uint_eq(overlaps(&d), 0);
    answer(&d, "S,1,,,,incident response");
    ck_assert_uint_eq(overlaps(&d), 1);
    answer(&d, "S,1,,,,None");
    ck_assert_uint_eq(overlaps(&d), 0);
    ck_assert(look(&d, "S").set_aside);
    desk_close(&d);
}
END_TEST

START_TEST(an_answer_has_equal_shares_and_full_confidence)
{
    desk d;
    desk_open(&d);
    import_rows(&d, two_teams);
    answer(&d, "S,1,,,,D3.3; D1.2");
    wanted after = look(&d, "S");
    ck_assert_str_eq(after.codes.bytes, "D1.2;D3.3");
    ck_assert_int_eq(after.first.origin, SEL_TAG_CONFIRMED);
    ck_assert_uint_eq(after.first.confidence, 100);
    ck_assert_uint_eq(after.first.ppm, SEL_PPM / 2);
    ck_assert(!after.first.stated);
    /* Words found stay to be seen; the list outlived them here, so only their number is compared.
     */
    ck_assert_uint_eq(after.first.evidence.len, strlen("CSIRT"));
    desk_close(&d);
}
END_TEST

START_TEST(an_answer_outweighs_later_versions_and_new_guesses)
{
    desk d;
    desk_open(&d);
    import_rows(&d, two_teams);
    answer(&d, "S,1,,,,D4.1");
    d.context->now += 86400;
    import_rows(&d, "S,1,CSIRT equipment and training,Donor B,FJI,2026,2028");
    ck_assert_str_eq(look(&d, "S").codes.bytes, "D4.1");
    uint64_t looked = 0;
    uint64_t changed = 0;
    ck_assert_int_eq(sel_tagging_redo(d.context, d.store, false, &looked, &changed, &d.err),
                     SEL_OK);
    ck_assert_uint_eq(looked, 1);
    ck_assert_str_eq(look(&d, "S").codes.bytes, "D4.1");
    desk_close(&d);
}
END_TEST

START_TEST(what_the_register_states_outweighs_an_answer)
{
    desk d;
    desk_open(&d);
    import_rows(&d, two_teams);
    answer(&d, "R,1,,,,D4.1");
    sel_import import;
    ck_assert_int_eq(desk_import(&d, &(sel_import_options){0},
                                 "register,id,title,funder,recipient,capability,start,end",
                                 "R,1,Setting up a national CIRT,Donor A,FJI,D5.2,2026,2027",
                                 &import),
                     SEL_OK);
    ck_assert_str_eq(look(&d, "R").codes.bytes, "D5.2");
    sel_confirm confirm = answer(&d, "R,1,,,,D4.3");
    ck_assert_uint_eq(desk_issues(&confirm.issues, "W_CONFIRM_STATED"), 1);
    desk_close(&d);
}
END_TEST

START_TEST(faults_are_found_in_one_run_and_the_rest_is_taken)
{
    desk d;
    desk_open(&d);
    import_rows(&d, two_teams);
    sel_confirm confirm = answer(&d, "R,1,,,,D9.9\n"
                                     "R,7,,,,D1.1\n"
                                     "S,1,,,,D1.1\n"
                                     "S,1,,,,D1.3\n"
                                     "R,1,,,,");
    ck_assert_uint_eq(confirm.rows, 5);
    ck_assert_uint_eq(confirm.taken, 1);
    ck_assert_uint_eq(confirm.open, 1);
    ck_assert_uint_eq(confirm.refused, 3);
    ck_assert_uint_eq(desk_issues(&confirm.issues, "E_CONFIRM_ANSWER"), 1);
    ck_assert_uint_eq(desk_issues(&confirm.issues, "E_CONFIRM_RECORD"), 1);
    ck_assert_uint_eq(desk_issues(&confirm.issues, "E_CONFIRM_TWICE"), 1);
    ck_assert_uint_eq(confirm.issues.groups[0]->places[0].line, 2);
    ck_assert_str_eq(look(&d, "S").codes.bytes, "D1.1");
    desk_close(&d);
}
END_TEST

START_TEST(strictly_all_or_none)
{
    desk d;
    desk_open(&d);
    import_rows(&d, two_teams);
    sel_confirm confirm;
    desk_write(&d, answers_header, "R,1,,,,D4.1\nS,1,,,,D9.9");
    ck_assert_int_eq(sel_confirm_take(d.context, d.store, d.file_path,
                                      &(sel_confirm_options){.by = "Office", .strict = true},
                                      d.arena, &confirm, &d.err),
                     SEL_OK);
    ck_assert_uint_eq(confirm.taken, 0);
    ck_assert_uint_eq(confirm.refused, 1);
    ck_assert_str_eq(look(&d, "R").codes.bytes, "D1.2");
    desk_close(&d);
}
END_TEST

START_TEST(the_same_file_twice_changes_nothing)
{
    desk d;
    desk_open(&d);
    import_rows(&d, two_teams);
    static const char rows[] = "R,1,,D1.2 Incident response,,YES\nS,1,,,,D1.1";
    ck_assert_uint_eq(answer(&d, rows).taken, 2);
    sel_confirm again = answer(&d, rows);
    ck_assert_uint_eq(again.taken, 0);
    ck_assert_uint_eq(again.unchanged, 2);
    sel_store_state state;
    ck_assert_int_eq(sel_store_status(d.store, d.arena, &state, &d.err), SEL_OK);
    ck_assert_uint_eq(state.decisions, 2);
    desk_close(&d);
}
END_TEST

START_TEST(only_an_office_can_answer)
{
    desk d;
    desk_open(&d);
    sel_confirm confirm;
    desk_write(&d, answers_header, "R,1,,,,D1.1");
    ck_assert(sel_confirm_is(d.file_path));
    ck_assert_int_eq(sel_confirm_take(d.context, d.store, d.file_path,
                                      &(sel_confirm_options){.by = " "}, d.arena, &confirm, &d.err),
                     SEL_USAGE);
    desk_write(&d, header, two_teams);
    ck_assert(!sel_confirm_is(d.file_path));
    ck_assert_int_eq(sel_confirm_take(d.context, d.store, d.file_path,
                                      &(sel_confirm_options){.by = "Office"}, d.arena, &confirm,
                                      &d.err),
                     SEL_REFUSED);
    desk_close(&d);
}
END_TEST

/* As a spreadsheet program of another locale saves it. */
START_TEST(semicolons_between_cells)
{
    desk d;
    desk_open(&d);
    import_rows(&d, two_teams);
    sel_confirm confirm;
    desk_write(&d, "register;record;title;guess;matched words;your answer",
               "R;1;;;;\"D1.1; D4.3\"\nS;1;;;;D4.3, D1.1");
    ck_assert(sel_confirm_is(d.file_path));
    ck_assert_int_eq(sel_confirm_take(d.context, d.store, d.file_path,
                                      &(sel_confirm_options){.by = "Office"}, d.arena, &confirm,
                                      &d.err),
                     SEL_OK);
    ck_assert_uint_eq(confirm.taken, 2);
    ck_assert_str_eq(look(&d, "R").codes.bytes, "D1.1;D4.3");
    ck_assert_str_eq(look(&d, "S").codes.bytes, "D1.1;D4.3");
    desk_close(&d);
}
END_TEST

/* As "Unicode text" of a spreadsheet program is. */
START_TEST(utf_16_with_tabs)
{
    desk d;
    desk_open(&d);
    import_rows(&d, two_teams);
    static const char text[] = "register\trecord\tyour answer\r\nR\t1\tD4.1\r\n";
    FILE *file = fopen(d.file_path, "wb");
    ck_assert_ptr_nonnull(file);
    fwrite("\xFF\xFE", 1, 2, file);
    for (size_t i = 0; i < sizeof text - 1; i++)
        fwrite((const char[]){text[i], '\0'}, 1, 2, file);
    ck_assert_int_eq(fclose(file), 0);
    ck_assert(sel_confirm_is(d.file_path));
    sel_confirm confirm;
    ck_assert_int_eq(sel_confirm_take(d.context, d.store, d.file_path,
                                      &(sel_confirm_options){.by = "Office"}, d.arena, &confirm,
                                      &d.err),
                     SEL_OK);
    ck_assert_str_eq(look(&d, "R").codes.bytes, "D4.1");
    desk_close(&d);
}
END_TEST

/* Which letters the bytes stand for cannot be told from one "\xE9". */
START_TEST(letters_that_the_office_says)
{
    desk d;
    desk_open(&d);
    import_rows(&d, two_teams);
    sel_confirm confirm;
    sel_confirm_options options = {.by = "Office"};
    desk_write(&d, answers_header, "R,1,\xE9quipe,,,D4.1");
    ck_assert_int_eq(
        sel_confirm_take(d.context, d.store, d.file_path, &options, d.arena, &confirm, &d.err),
        SEL_REFUSED);
    options.encoding = "windows-1252";
    ck_assert_int_eq(
        sel_confirm_take(d.context, d.store, d.file_path, &options, d.arena, &confirm, &d.err),
        SEL_OK);
    ck_assert_str_eq(look(&d, "R").codes.bytes, "D4.1");
    desk_close(&d);
}
END_TEST

/* A record without cyber content stays in the analysis only when asked for. */
START_TEST(made_anew_keeps_all_when_asked)
{
    desk d;
    desk_open(&d);
    import_rows(&d, "R,1,Wells,Donor A,FJI,2026,2027");
    ck_assert(look(&d, "R").set_aside);
    uint64_t looked = 0;
    uint64_t changed = 0;
    for (int keep_all = 1; keep_all >= 0; keep_all--) {
        ck_assert_int_eq(
            sel_tagging_redo(d.context, d.store, keep_all == 1, &looked, &changed, &d.err), SEL_OK);
        ck_assert_uint_eq(changed, 1);
        ck_assert_int_eq(look(&d, "R").set_aside, keep_all == 0);
    }
    desk_close(&d);
}
END_TEST

/* A table without the terms that made the guess, and back: two new versions, then none. */
START_TEST(guesses_are_made_anew_without_the_files)
{
    desk d;
    desk_open(&d);
    import_rows(&d, "R,1,Setting up a national CIRT,Donor A,FJI,2026,2027\n"
                    "S,1,Cyber polic,Donor B,FJI,2026,2027");
    uint64_t looked = 0;
    uint64_t changed = 0;
    ck_assert_int_eq(sel_tagging_redo(d.context, d.store, false, &looked, &changed, &d.err),
                     SEL_OK);
    ck_assert_uint_eq(looked, 2);
    ck_assert_uint_eq(changed, 0);
    sel_tagger *shipped = d.context->reference.tagger;
    const sel_term terms[] = {{SEL_STR("national*"), SEL_TERM_ANCHOR, 0, 9}};
    d.context->reference.tagger =
        sel_tagger_create(terms, 1, &d.context->reference.taxonomy, "other");
    for (int round = 0; round < 2; round++) {
        ck_assert_int_eq(sel_tagging_redo(d.context, d.store, false, &looked, &changed, &d.err),
                         SEL_OK);
        ck_assert_uint_eq(looked, 2);
        ck_assert_uint_eq(changed, round == 0 ? 2 : 0);
        ck_assert_str_eq(look(&d, "R").codes.bytes, "D1.1");
        ck_assert(look(&d, "S").set_aside);
    }
    sel_tagger_destroy(d.context->reference.tagger);
    d.context->reference.tagger = shipped;
    ck_assert_int_eq(sel_tagging_redo(d.context, d.store, false, &looked, &changed, &d.err),
                     SEL_OK);
    ck_assert_uint_eq(changed, 2);
    ck_assert_str_eq(look(&d, "R").codes.bytes, "D1.2");
    ck_assert(!look(&d, "S").set_aside);
    desk_close(&d);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {guesses_are_written_once_per_waiting_record,
                            an_answer_changes_the_overlap,
                            an_answer_has_equal_shares_and_full_confidence,
                            an_answer_outweighs_later_versions_and_new_guesses,
                            what_the_register_states_outweighs_an_answer,
                            faults_are_found_in_one_run_and_the_rest_is_taken,
                            strictly_all_or_none,
                            the_same_file_twice_changes_nothing,
                            only_an_office_can_answer,
                            semicolons_between_cells,
                            guesses_are_made_anew_without_the_files,
                            made_anew_keeps_all_when_asked,
                            utf_16_with_tabs,
                            letters_that_the_office_says,
                            NULL};
    return run_tests("confirm", tests);
}
