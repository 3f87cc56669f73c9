#include "store_fixture.h"

/* Everything a listing gave, as one text. */
typedef struct transcript {
    char text[4000];
} transcript;

static bool add_submission(void *to, const sel_stored_submission *given)
{
    char *text = ((transcript *)to)->text;
    size_t used = strlen(text);
    snprintf(text + used, sizeof(transcript) - used,
             "%u %.*s/%.*s round %.*s %.*s %.*s %.*s %d..%d%s%s rev %u at %lld %.*s:%llu\n",
             given->number, SEL_STR_ARG(given->recipient), SEL_STR_ARG(given->agency),
             SEL_STR_ARG(given->round), SEL_STR_ARG(given->questionnaire),
             SEL_STR_ARG(given->version), SEL_STR_ARG(given->disclosure),
             given->answered_on.earliest, given->answered_on.latest, given->lead ? " lead" : "",
             given->illustrative ? " illustrative" : "", given->revision,
             (long long)given->received, SEL_STR_ARG(given->file), (unsigned long long)given->line);
    return true;
}

static bool add_answer(void *to, const sel_stored_answer *given)
{
    char *text = ((transcript *)to)->text;
    size_t used = strlen(text);
    const sel_answer *answer = &given->answer;
    char value[32];
    snprintf(value, sizeof value, "%lld", (long long)answer->number);
    snprintf(text + used, sizeof(transcript) - used,
             "%u %.*s %.*s/%.*s kind %d '%.*s' at %llu %u:%u%s\n", given->submission,
             SEL_STR_ARG(given->item), SEL_STR_ARG(given->capability), SEL_STR_ARG(given->aspect),
             answer->kind, SEL_STR_ARG(answer->is_number ? sel_str_of(value) : answer->text),
             (unsigned long long)answer->line, answer->row, answer->column,
             sel_str_is(given->disclosure, "sealed") ? " sealed" : "");
    return true;
}

static transcript submissions(sel_store *store)
{
    sel_error err = {0};
    transcript seen = {""};
    must(sel_store_each_submission(store, add_submission, &seen, &err), SEL_OK, &err);
    return seen;
}

static transcript answers(sel_store *store)
{
    sel_error err = {0};
    transcript seen = {""};
    must(sel_store_each_answer(store, add_answer, &seen, &err), SEL_OK, &err);
    return seen;
}

START_TEST(a_response_comes_back_as_it_went_in)
{
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    begin(store);
    sel_response given = response(FIJI, "CERT");
    sel_put_response put = put_response(store, source(store, "responses", "a.csv"), &given);
    ck_assert_int_eq(put.outcome, SEL_PUT_NEW);
    ck_assert_uint_eq(put.revision, 1);
    commit(store);
    sel_store_close(store);
    store = open_store(path, SEL_STORE_READ);
    ck_assert_str_eq(submissions(store).text,
                     "0 FJI/CERT round 1 state-needs 2026080101 circulated 20690..20720 lead rev 1"
                     " at 1788220800 a.csv:2\n");
    ck_assert_str_eq(answers(store).text, "0 help_d1 D1.2/help kind 0 'much' at 7 7:3\n"
                                          "0 now_d1 D1.2/now kind 0 '2' at 7 7:4\n"
                                          "0 wanted_d1 D1.2/wanted kind 0 '4' at 7 7:5\n"
                                          "0 importance_d1 D1.2/importance kind 1 '' at 7 7:6\n"
                                          "0 by_d1 D1.2/by kind 0 '21365' at 7 7:7\n"
                                          "0 help_d3 D3.3/help kind 3 '' at 9 8:3\n"
                                          "0 filled_by /filled_by kind 0 'Sitiveni Rabuka' at 4"
                                          " 4:2 sealed\n");
    sel_store_close(store);
}
END_TEST

START_TEST(the_same_answers_change_nothing)
{
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    begin(store);
    sel_response given = response(FIJI, "CERT");
    sel_put_response first = put_response(store, source(store, "responses", "a.csv"), &given);
    sel_answer moved[QUESTIONS];
    memcpy(moved, given.answers, sizeof moved);
    moved[STAGE].line = 99;
    moved[STAGE].row = moved[STAGE].column = 9;
    given.answers = moved;
    given.line = 98;
    sel_put_response again = put_response(store, source(store, "responses", "b.csv"), &given);
    ck_assert_int_eq(again.outcome, SEL_PUT_UNCHANGED);
    ck_assert_uint_eq(again.revision, 1);
    ck_assert_str_eq(again.content, first.content);
    commit(store);
    sel_store_close(store);
    ck_assert_str_eq(ask(path, "SELECT count(*) FROM revision"), "1");
    ck_assert_str_eq(ask(path, "SELECT count(DISTINCT file) || min(file) FROM v_answer"), "1a.csv");
}
END_TEST

START_TEST(every_part_of_a_response_counts)
{
    sel_store *store = fresh_store(fresh_path());
    begin(store);
    int64_t id = source(store, "responses", "a.csv");
    const sel_response first = response(FIJI, "CERT");
    sel_answer changed[QUESTIONS];
    put_response(store, id, &first);
    for (int part = 0; part < 9; part++) {
        sel_response given = first;
        memcpy(changed, first.answers, sizeof changed);
        given.answers = changed;
        given.disclosure = part == 0 ? SEL_STR("public") : first.disclosure;
        given.answered_on.latest += part == 1;
        given.lead = part != 2;
        given.illustrative = part == 3;
        given.answer_count -= part == 4;
        changed[STAGE].number += part == 5;
        changed[HELP].text = part == 6 ? SEL_STR("some") : changed[HELP].text;
        changed[IMPORTANCE].kind = part == 7 ? SEL_ANSWER_NOT_APPLICABLE : SEL_ANSWER_DONT_KNOW;
        changed[BY].is_number = part != 8;
        ck_assert_msg(put_response(store, id, &given).outcome == SEL_PUT_CHANGED, "part %d", part);
        ck_assert_int_eq(put_response(store, id, &first).outcome, SEL_PUT_CHANGED);
    }
    ck_assert_uint_eq(put_response(store, id, &first).revision, 19);
    sel_store_close(store);
}
END_TEST

START_TEST(the_last_revision_counts_and_all_stay)
{
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    begin(store);
    sel_response given = response(FIJI, "CERT");
    put_response(store, source(store, "responses", "a.csv"), &given);
    sel_answer fewer[] = {given.answers[STAGE]};
    fewer[0].number = 3;
    given.answers = fewer;
    given.answer_count = 1;
    sel_put_response put = put_response(store, source(store, "responses", "b.csv"), &given);
    ck_assert_int_eq(put.outcome, SEL_PUT_CHANGED);
    ck_assert_uint_eq(put.revision, 2);
    ck_assert_str_eq(answers(store).text, "0 now_d1 D1.2/now kind 0 '3' at 7 7:4\n");
    commit(store);
    sel_store_close(store);
    ck_assert_str_eq(ask(path, "SELECT sum(json_array_length(answers)) FROM revision"), "8");
    ck_assert_str_eq(ask(path, "SELECT now FROM v_need"), "3");
}
END_TEST

START_TEST(any_number_of_answers)
{
    enum { MANY = 237 };
    static sel_item items[MANY];
    static sel_answer values[MANY];
    static char names[MANY][8];
    for (uint32_t i = 0; i < MANY; i++) {
        snprintf(names[i], sizeof names[i], "q%u", i);
        items[i] = (sel_item){.name = sel_str_of(names[i])};
        values[i] = (sel_answer){.item = i, .is_number = true, .number = (int64_t)i * i - 5};
    }
    const sel_questionnaire long_one = {
        .id = SEL_STR("long"), .version = SEL_STR("1"), .items = items, .item_count = MANY};
    static const uint32_t counts[] = {0, 1, 2, 237};
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    begin(store);
    int64_t id = source(store, "responses", "a.csv");
    sel_response other = response(TONGA, "CERT"); /* its questions come first in the store */
    put_response(store, id, &other);
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        sel_response given = response(FIJI, "CERT");
        given.questionnaire = &long_one;
        given.answers = values;
        given.answer_count = counts[i];
        ck_assert_uint_eq(put_response(store, id, &given).revision, i + 1);
    }
    commit(store);
    sel_store_close(store);
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        char sql[300];
        char expected[64];
        int64_t sum = 0;
        for (uint32_t k = 0; k < counts[i]; k++)
            sum += (int64_t)k * k - 5;
        snprintf(sql, sizeof sql,
                 "SELECT count(*) || ' ' || coalesce(sum(a.value ->> 2), 0) FROM revision AS v"
                 " JOIN json_each(v.answers) AS a WHERE v.number = %zu AND v.questionnaire = 2",
                 i + 1);
        snprintf(expected, sizeof expected, "%u %lld", counts[i], (long long)sum);
        ck_assert_str_eq(ask(path, sql), expected);
    }
}
END_TEST

START_TEST(order_does_not_depend_on_arrival)
{
    static const struct {
        uint32_t recipient;
        const char *agency;
    } who[] = {{TONGA, "CERT"}, {FIJI, "Ministry"}, {INDONESIA, "BSSN"}, {FIJI, "CERT"}};
    static const char *const expected = "0 FJI/CERT 1 FJI/Ministry 2 IDN/BSSN 3 TON/CERT ";
    for (size_t turn = 0; turn < 4; turn++) {
        sel_store *store = fresh_store(fresh_path());
        begin(store);
        int64_t id = source(store, "responses", "a.csv");
        for (size_t i = 0; i < 4; i++) {
            sel_response given =
                response(who[(turn + i) % 4].recipient, who[(turn + i) % 4].agency);
            put_response(store, id, &given);
        }
        char seen[200] = "";
        const transcript listed = submissions(store);
        for (const char *line = listed.text; *line != '\0'; line = strchr(line, '\n') + 1) {
            size_t used = strlen(seen);
            int length = (int)(strstr(line, "round") - line);
            snprintf(seen + used, sizeof seen - used, "%.*s", length, line);
        }
        ck_assert_str_eq(seen, expected);
        const transcript given = answers(store);
        char last = '0';
        for (const char *line = given.text; *line != '\0'; line = strchr(line, '\n') + 1) {
            ck_assert(*line == last || *line == last + 1);
            last = *line;
        }
        ck_assert_int_eq(last, '3');
        sel_store_close(store);
    }
}
END_TEST

START_TEST(a_round_must_exist)
{
    sel_store *store = fresh_store(fresh_path());
    sel_error err = {0};
    sel_put_response put;
    begin(store);
    int64_t id = source(store, "responses", "a.csv");
    sel_response given = response(FIJI, "CERT");
    given.round = SEL_STR("2027");
    must(sel_store_put_response(store, id, &given, places(), NOW, &put, &err), SEL_NOT_FOUND, &err);
    ck_assert_str_eq(err.message, "there is no round '2027'");
    must(sel_store_put_round(store, &(sel_round){.name = SEL_STR("2027")}, &err), SEL_OK, &err);
    ck_assert_int_eq(put_response(store, id, &given).outcome, SEL_PUT_NEW);
    given.round = SEL_STR("1");
    ck_assert_int_eq(put_response(store, id, &given).outcome, SEL_PUT_NEW);
    sel_store_close(store);
}
END_TEST

START_TEST(questions_of_one_version_do_not_change)
{
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    sel_error err = {0};
    sel_put_response put;
    begin(store);
    int64_t id = source(store, "responses", "a.csv");
    sel_response given = response(FIJI, "CERT");
    put_response(store, id, &given);
    sel_item items[QUESTIONS];
    memcpy(items, questionnaire()->items, sizeof items);
    items[STAGE].aspect = SEL_STR("wanted");
    sel_questionnaire changed = *questionnaire();
    changed.items = items;
    given.questionnaire = &changed;
    must(sel_store_put_response(store, id, &given, places(), NOW, &put, &err), SEL_CONFLICT, &err);
    ck_assert_ptr_nonnull(strstr(err.message, "give the changed one a new version"));
    changed.version = SEL_STR("2027010101");
    ck_assert_int_eq(put_response(store, id, &given).outcome, SEL_PUT_CHANGED);
    commit(store);
    sel_store_close(store);

    store = open_store(path, SEL_STORE_WRITE); /* a handle that has not seen it yet */
    begin(store);
    given = response(FIJI, "CERT");
    ck_assert_int_eq(put_response(store, id, &given).outcome, SEL_PUT_CHANGED);
    commit(store);
    sel_store_close(store);
    ck_assert_str_eq(ask(path, "SELECT count(*) || ' ' || (SELECT count(*) FROM item) FROM"
                               " questionnaire"),
                     "2 14");
}
END_TEST

START_TEST(answers_out_of_order_are_refused)
{
    sel_store *store = fresh_store(fresh_path());
    sel_error err = {0};
    sel_put_response put;
    begin(store);
    int64_t id = source(store, "responses", "a.csv");
    sel_response given = response(FIJI, "CERT");
    sel_answer wrong[] = {given.answers[WANTED], given.answers[STAGE]};
    given.answers = wrong;
    given.answer_count = 2;
    must(sel_store_put_response(store, id, &given, places(), NOW, &put, &err), SEL_USAGE, &err);
    wrong[1] = (sel_answer){.item = QUESTIONS};
    must(sel_store_put_response(store, id, &given, places(), NOW, &put, &err), SEL_USAGE, &err);
    given = response(3, "CERT");
    must(sel_store_put_response(store, id, &given, places(), NOW, &put, &err), SEL_USAGE, &err);
    sel_store_close(store);
}
END_TEST

START_TEST(where_an_answer_came_from)
{
    sel_store *store = fresh_store(fresh_path());
    sel_arena *arena = sel_arena_create();
    sel_error err = {0};
    begin(store);
    sel_response given = response(FIJI, "CERT");
    put_response(store, source(store, "responses", "answers/needs-FJI.csv"), &given);
    sel_answer_address address = {.recipient = SEL_STR("FJI"),
                                  .agency = SEL_STR("CERT"),
                                  .round = SEL_STR("1"),
                                  .capability = SEL_STR("D1.2"),
                                  .aspect = SEL_STR("wanted")};
    sel_stored_place place;
    must(sel_store_answer_place(store, &address, arena, &place, &err), SEL_OK, &err);
    ck_assert_str(place.file, "needs-FJI.csv");
    ck_assert_uint_eq(place.sha256.len, 64);
    ck_assert_str(place.item, "wanted_d1");
    ck_assert_uint_eq(place.line, 7);
    ck_assert_uint_eq(place.answer.item, WANTED);
    ck_assert_uint_eq(place.answer.row, 7);
    ck_assert_uint_eq(place.answer.column, 5);
    ck_assert_int_eq(place.answer.number, 4);
    address.capability = (sel_str){0};
    address.aspect = SEL_STR("filled_by");
    must(sel_store_answer_place(store, &address, arena, &place, &err), SEL_OK, &err);
    ck_assert_str(place.answer.text, "Sitiveni Rabuka");
    ck_assert_str(place.disclosure, "sealed");
    address.agency = SEL_STR("Ministry");
    must(sel_store_answer_place(store, &address, arena, &place, &err), SEL_NOT_FOUND, &err);
    ck_assert_str_eq(err.message, "there is no answer to 'filled_by' of FJI in round '1'");
    sel_store_close(store);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(views_of_answers)
{
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    begin(store);
    sel_response given = response(FIJI, "CERT");
    put_response(store, source(store, "responses", "a.csv"), &given);
    commit(store);
    sel_store_close(store);
    ck_assert_str_eq(ask(path,
                         "SELECT group_concat(recipient || ' ' || capability || ' ' || help ||"
                         " ' ' || coalesce(now, '-') || coalesce(wanted, '-') || ' ' ||"
                         " coalesce(importance, '-') || ' ' || coalesce(\"by\", '-'), '; ')"
                         " FROM v_need"),
                     "FJI D1.2 much 24 dont_know 2028-06-30; FJI D3.3 not_said -- - -");
    ck_assert_str_eq(ask(path, "SELECT coalesce(value, 'withheld') || ' ' || disclosure FROM"
                               " v_answer WHERE item = 'filled_by'"),
                     "withheld sealed");
    ck_assert_str_eq(ask(path, "SELECT sheet_row || ':' || sheet_column || ' ' || disclosure FROM"
                               " v_answer WHERE item = 'now_d1'"),
                     "7:4 circulated");
}
END_TEST

int main(void)
{
    return run_tests("store_responses", (const TTest *const[]){
                                            a_response_comes_back_as_it_went_in,
                                            the_same_answers_change_nothing,
                                            every_part_of_a_response_counts,
                                            the_last_revision_counts_and_all_stay,
                                            any_number_of_answers,
                                            order_does_not_depend_on_arrival,
                                            a_round_must_exist,
                                            questions_of_one_version_do_not_change,
                                            answers_out_of_order_are_refused,
                                            where_an_answer_came_from,
                                            views_of_answers,
                                            NULL,
                                        });
}
