#include "input/response_file.h"

#include "base/text.h"
#include "shipped.h"

static shipped all;

enum { KEPT_MAX = 4, TEXT_MAX = 2048 };

typedef struct outcome {
    sel_arena *arena;
    sel_str answers[KEPT_MAX]; /* "name=value;" of each answer */
    sel_response responses[KEPT_MAX];
    uint32_t count;
    sel_response_guess guess;
    sel_issues issues;
    sel_response_counts counts;
    sel_error err;
    sel_status status;
} outcome;

static void show_answer(sel_text *out, const sel_answer *answer)
{
    static const char *const kinds[] = {"", "?dont_know", "?not_applicable", "?not_said"};
    sel_text_printf(out, "%.*s=%s", SEL_STR_ARG(all.questionnaire.items[answer->item].name),
                    kinds[answer->kind]);
    if (answer->kind == SEL_ANSWER_VALUE && answer->is_number)
        sel_text_printf(out, "#%d", (int)answer->number);
    else if (answer->kind == SEL_ANSWER_VALUE)
        sel_text_add(out, answer->text);
    sel_text_add_char(out, ';');
}

static bool keep(void *to, const sel_response *response)
{
    outcome *out = to;
    if (out->count == KEPT_MAX)
        return true;
    sel_text text = {.arena = out->arena};
    for (uint32_t i = 0; i < response->answer_count; i++) {
        if (i > 0)
            ck_assert_uint_lt(response->answers[i - 1].item, response->answers[i].item);
        show_answer(&text, &response->answers[i]);
    }
    out->answers[out->count] = sel_text_str(&text);
    sel_response *kept = &out->responses[out->count++];
    *kept = *response;
    kept->agency = sel_str_copy(out->arena, response->agency);
    kept->round = sel_str_copy(out->arena, response->round);
    kept->disclosure = sel_str_copy(out->arena, response->disclosure);
    return true;
}

/* questions: those that a wide file may be recognised by; NULL: a tall sheet only, much faster. */
static outcome read_answers_by(sel_str text, const sel_questionnaire *questions)
{
    outcome out = {.arena = sel_arena_create()};
    out.issues.arena = out.arena;
    sel_bytes *bytes = sel_bytes_open_memory("answers.csv", text);
    out.guess = sel_response_recognise(bytes, &all.reference, questions, NULL);
    if (out.guess.form != SEL_FORM_NONE)
        out.status = sel_response_read(bytes, &out.guess, &all.questionnaire, &all.reference,
                                       (sel_response_sink){keep, &out}, NULL, &out.issues,
                                       &out.counts, &out.err);
    sel_bytes_close(bytes);
    return out;
}

static outcome read_answers(sel_str text)
{
    return read_answers_by(text, &all.questionnaire);
}

static void forget(outcome *out)
{
    sel_arena_destroy(out->arena);
}

/* A wide file of one response: country, agency and the given columns. */
static outcome read_wide(char delimiter, const char *names, const char *values)
{
    sel_arena *scratch = sel_arena_create();
    sel_str text = sel_str_printf(scratch, "country%cagency%c%s\nFJI%cMinistry%c%s\n", delimiter,
                                  delimiter, names, delimiter, delimiter, values);
    outcome out = read_answers(text);
    sel_arena_destroy(scratch);
    ck_assert_msg(out.status == SEL_OK, "%s", out.err.message);
    ck_assert_int_eq(out.guess.form, SEL_FORM_WIDE);
    return out;
}

static void expect_value(const char *name, const char *value, const char *expected)
{
    outcome out = read_wide(',', name, value);
    sel_arena *scratch = sel_arena_create();
    sel_str wanted = sel_str_printf(scratch, "country=FJI;agency=Ministry;%s%s%s%s",
                                    expected == NULL ? "" : name, expected == NULL ? "" : "=",
                                    expected == NULL ? "" : expected, expected == NULL ? "" : ";");
    ck_assert_msg(out.count == 1, "'%s' of %s refused", value, name);
    ck_assert_msg(sel_str_equal(out.answers[0], wanted), "%s, not %s", out.answers[0].ptr,
                  wanted.ptr);
    sel_arena_destroy(scratch);
    forget(&out);
}

static void expect_fault(const char *name, const char *value, const char *code,
                         const char *suggestion)
{
    outcome out = read_wide(',', name, value);
    ck_assert_uint_eq(out.count, 0);
    const sel_issue *issue = first_reported(&out.issues, code);
    ck_assert_msg(issue != NULL, "%s for '%s': %s", code, value,
                  out.issues.group_count == 0 ? "nothing" : out.issues.groups[0]->places[0].code);
    ck_assert_uint_eq(issue->line, 2);
    ck_assert_uint_eq(issue->row, 2);
    ck_assert_uint_eq(issue->column, 3);
    expect_slice(issue->subject, name);
    expect_slice(issue->suggestion, suggestion);
    ck_assert_uint_eq(out.counts.faulty, 1);
    forget(&out);
}

START_TEST(values_of_every_type)
{
    expect_value("now_d1_2", "2", "#2");
    expect_value("now_d1_2", "", NULL);
    expect_value("help_d1_2", "much", "much");
    expect_value("help_d1_2", "BEAUCOUP", "much");
    expect_value("help_d1_2", "Banyak", "much");
    expect_value("by_d1_2", "2027-06-30", "2027-06-30");
    expect_value("by_d1_2", "2027", "2027-01-01/2027-12-31");
    expect_value("by_d1_2", "25/03/2027", "2027-03-25");
    expect_value("request_1_amount", "1234.5", "1234.5");
    expect_value("request_1_capability", "respuesta a incidentes", "D1.2");
    expect_value("request_1_outcome", "\"a, b\nand c\"", "a, b\nand c");
}
END_TEST

START_TEST(non_answers_are_kept_apart)
{
    expect_value("now_d1_2", "don't know", "?dont_know");
    expect_value("now_d1_2", "ne sait pas", "?dont_know");
    expect_value("now_d1_2", "prefiere no responder", "?not_said");
    expect_value("by_d1_2", "tidak berlaku", "?not_applicable");
    expect_value("by_d1_2", "not_applicable", "?not_applicable");
    expect_value("help_d1_2", "Don’t know", "?dont_know");
    expect_value("request_1_kind", "dont_know", "?dont_know");
    expect_value("request_1_capability", "not_said", "?not_said");
    expect_value("request_1_outcome", "don't know", "don't know"); /* a text is a text */
}
END_TEST

START_TEST(several_choices_by_semicolon_or_blank)
{
    expect_value("request_1_kind", "exercise; mentoring", "mentoring exercise");
    expect_value("request_1_kind", "exercise mentoring exercise", "mentoring exercise");
    expect_value("request_1_kind", "Mentoring and secondment; exercices", "mentoring exercise");
    expect_value("request_1_kind", "Mentoring and secondment", "mentoring");
    expect_fault("request_1_kind", "exercise; mentorin", "E_CHOICE_UNKNOWN", "mentoring");
    expect_fault("request_1_kind", ";", "E_CHOICE_UNKNOWN", "");
}
END_TEST

START_TEST(faults_of_cells)
{
    expect_fault("now_d1_2", "9", "E_RANGE", "");
    expect_fault("now_d1_2", "0", "E_RANGE", "");
    expect_fault("now_d1_2", "2.5", "E_TYPE_INTEGER", "2");
    expect_fault("now_d1_2", "\"2,5\"", "E_TYPE_INTEGER", "2");
    expect_fault("now_d1_2", "two", "E_TYPE_INTEGER", "");
    expect_fault("by_d1_2", "03/04/2027", "E_DATE_AMBIGUOUS", "2027-04-03 / 2027-03-04");
    expect_fault("by_d1_2", "3/4/2027", "E_DATE_AMBIGUOUS", "");
    expect_fault("by_d1_2", "soon", "E_TYPE_DATE", "");
    expect_fault("help_d1_2", "mucho", "E_CHOICE_UNKNOWN", "much");
    expect_fault("request_1_capability", "Insident response", "E_CAPABILITY_UNKNOWN", "D1.2");
    expect_fault("request_1_amount", "\"1,500\"", "E_DECIMAL_AMBIGUOUS", "1500 / 1.500");
    expect_fault("request_1_amount", "\"1,5,1\"", "E_TYPE_DECIMAL", "");
    expect_fault("request_1_amount", "nan", "E_TYPE_DECIMAL", "");
}
END_TEST

START_TEST(decimal_commas_only_between_semicolons)
{
    outcome out = read_wide(';', "request_1_amount;now_d1_2", "1234,5;2");
    expect_slice(out.answers[0],
                 "country=FJI;agency=Ministry;now_d1_2=#2;request_1_amount=1234.5;");
    forget(&out);
    out = read_wide(';', "request_1_amount;now_d1_2", "1.234,5;2");
    expect_slice(out.answers[0],
                 "country=FJI;agency=Ministry;now_d1_2=#2;request_1_amount=1234.5;");
    forget(&out);
    out = read_wide(';', "request_1_amount;now_d1_2", "1.234;2");
    ck_assert_uint_eq(times_reported(&out.issues, "E_DECIMAL_AMBIGUOUS"), 1);
    forget(&out);
}
END_TEST

START_TEST(countries_by_name_and_their_nearest)
{
    outcome out = read_answers(SEL_STR("country,agency\nFidji,A\nCambodja,B\n,C\n"));
    ck_assert_uint_eq(out.counts.responses, 3);
    ck_assert_uint_eq(out.counts.taken, 1);
    const sel_recipient *who = &all.reference.geography.recipients[out.responses[0].recipient];
    expect_slice(who->code, "FJI");
    const sel_issue *unknown = first_reported(&out.issues, "E_COUNTRY_UNKNOWN");
    expect_slice(unknown->suggestion, "Cambodia");
    ck_assert_uint_eq(unknown->line, 3);
    ck_assert_uint_eq(unknown->column, 1);
    expect_slice(first_reported(&out.issues, "E_REQUIRED")->subject, "country");
    ck_assert_uint_eq(first_reported(&out.issues, "E_REQUIRED")->line, 4);
    ck_assert_uint_eq(first_reported(&out.issues, "E_REQUIRED")->row, 4);
    ck_assert_uint_eq(first_reported(&out.issues, "E_REQUIRED")->column, 1);
    forget(&out);
}
END_TEST

/* The cell where the answer belongs; where its row was taken out, the row it stood nearest to. */
START_TEST(places_of_answers_that_are_missing)
{
    outcome out = read_answers(SEL_STR("Questionnaire,state-needs\nVersion,1\nCountry,\n\n"
                                       "Agency\nRound,1\n"));
    ck_assert_uint_eq(times_reported(&out.issues, "E_REQUIRED"), 2);
    const sel_issue *country = first_reported(&out.issues, "E_REQUIRED");
    expect_slice(country->subject, "country");
    ck_assert_uint_eq(country->row, 3);
    ck_assert_uint_eq(country->column, 2);
    const sel_issue *agency = &out.issues.groups[out.issues.group_count - 1]->places[0];
    expect_slice(agency->subject, "agency");
    ck_assert_uint_eq(agency->row, 5);
    ck_assert_uint_eq(agency->column, 2);
    forget(&out);
    out = read_answers(SEL_STR("Questionnaire,state-needs\n\nAgency,CERT\nRound,1\n"));
    country = first_reported(&out.issues, "E_REQUIRED");
    expect_slice(country->subject, "country");
    ck_assert_uint_eq(country->line, 3);
    ck_assert_uint_eq(country->row, 3);
    ck_assert_uint_eq(country->column, 0);
    forget(&out);
}
END_TEST

START_TEST(identity_and_its_defaults)
{
    outcome out = read_wide(',', "round,disclosure,lead,illustrative,answered_on", ",,,,2024");
    const sel_response *response = &out.responses[0];
    expect_slice(response->round, "1");
    expect_slice(response->disclosure, "secretariat");
    ck_assert(!response->lead && !response->illustrative);
    ck_assert_int_eq(response->answered_on.earliest, sel_day_of(2024, 1, 1));
    ck_assert_int_eq(response->answered_on.latest, sel_day_of(2024, 12, 31));
    forget(&out);
    out = read_wide(',', "round,disclosure,lead,illustrative,answered_on",
                    "2,Tout le monde,oui,yes,2024-05-14");
    response = &out.responses[0];
    expect_slice(response->round, "2");
    expect_slice(response->disclosure, "public");
    ck_assert(response->lead && response->illustrative);
    ck_assert_int_eq(response->answered_on.latest, sel_day_of(2024, 5, 14));
    forget(&out);
}
END_TEST

START_TEST(target_below_now_is_told_and_taken)
{
    outcome out = read_wide(',', "now_d1_2,wanted_d1_2,now_x1,wanted_x1", "4,2,3,3");
    ck_assert_uint_eq(out.count, 1);
    ck_assert_uint_eq(times_reported(&out.issues, "W_TARGET_BELOW"), 1);
    expect_slice(first_reported(&out.issues, "W_TARGET_BELOW")->subject, "wanted_d1_2");
    expect_slice(first_reported(&out.issues, "W_TARGET_BELOW")->found, "2 < 4");
    ck_assert_uint_eq(first_reported(&out.issues, "W_TARGET_BELOW")->column, 4);
    forget(&out);
    out = read_wide(',', "now_d1_2,wanted_d1_2", "4,don't know");
    ck_assert_uint_eq(out.issues.group_count, 0);
    forget(&out);
}
END_TEST

START_TEST(wide_headers_may_carry_their_groups)
{
    outcome out = read_answers(SEL_STR("identity/country,a/b/agency,part_b/now_d1_2,mood\n"
                                       "FJI,M,2,good\n"));
    ck_assert_uint_eq(out.count, 1);
    expect_slice(out.answers[0], "country=FJI;agency=M;now_d1_2=#2;");
    expect_slice(first_reported(&out.issues, "W_COLUMN_UNKNOWN")->found, "mood");
    ck_assert_uint_eq(first_reported(&out.issues, "W_COLUMN_UNKNOWN")->column, 4);
    forget(&out);
}
END_TEST

START_TEST(wide_files_out_of_shape)
{
    outcome out = read_answers(SEL_STR("country,agency,round\nFJI,M\nTON,M,1\nWSM,M,1,x\n"));
    ck_assert_uint_eq(out.counts.responses, 3);
    ck_assert_uint_eq(out.counts.taken, 1);
    ck_assert_uint_eq(times_reported(&out.issues, "E_RAGGED"), 2);
    expect_slice(first_reported(&out.issues, "E_RAGGED")->expected, "3");
    forget(&out);
    out = read_answers(SEL_STR("country,agency,now_d1_2,g/now_d1_2\nFJI,M,2,3\n"));
    ck_assert_uint_eq(out.count, 0);
    ck_assert_uint_eq(times_reported(&out.issues, "E_HEADER_DUPLICATE"), 1);
    forget(&out);
}
END_TEST

START_TEST(other_files_are_not_answers)
{
    static const char *const files[] = {"", "a,b\n", "country,shoe,hat,coat\n1,2,3,4\n",
                                        "country\nFJI\n"};
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        outcome out = read_answers(sel_str_of(files[i]));
        ck_assert_msg(out.guess.form == SEL_FORM_NONE, "%s", files[i]);
        forget(&out);
    }
}
END_TEST

static const char tall[] = "Questionnaire,state-needs\r\n"
                           "Version,1900\r\n"
                           "Pays,Fidji\r\n"
                           "Agency,Ministry\r\n"
                           "Shoe size,44\r\n"
                           "code,capability,help wanted,now,wanted,colour\r\n"
                           "D1.2,Incident response,much,2,4,red\r\n"
                           ",,,,,\r\n"
                           "Estrategia nacional,D1.1,some,don't know,,\r\n"
                           "D9.9,No such,none,,,\r\n"
                           "most urgent,D1.2,X1,,D4.1\r\n"
                           "\r\n"
                           "request,capability,outcome wanted\r\n"
                           "2,D1.2,\"Nights\nand weekends\"\r\n"
                           "first,D1.2,x\r\n"
                           "support received,id,donor\r\n"
                           "CERT mentoring,GB-1,Australia\r\n"
                           "points of contact,designated,deputy\r\n"
                           "technical,yes,no\r\n";

START_TEST(sections_of_the_tall_sheet)
{
    sel_arena *scratch = sel_arena_create();
    outcome out = read_answers(sel_str_of(tall));
    ck_assert_int_eq(out.status, SEL_OK);
    ck_assert_int_eq(out.guess.form, SEL_FORM_TALL);
    ck_assert_str_eq(out.guess.questionnaire, "state-needs");
    ck_assert_uint_eq(times_reported(&out.issues, "W_VERSION_OTHER"), 1);
    ck_assert_uint_eq(times_reported(&out.issues, "W_ROW_UNKNOWN"), 2);
    ck_assert_uint_eq(first_reported(&out.issues, "W_ROW_UNKNOWN")->line, 5);
    ck_assert_uint_eq(times_reported(&out.issues, "W_COLUMN_UNKNOWN"), 1);
    ck_assert_uint_eq(times_reported(&out.issues, "W_NOT_ASKED"), 1); /* a fourth urgent one */
    const sel_issue *unknown = first_reported(&out.issues, "E_CAPABILITY_UNKNOWN");
    ck_assert_uint_eq(unknown->line, 10);
    ck_assert_uint_eq(out.counts.taken, 0);
    forget(&out);
    /* without the faulty line it is taken */
    sel_str text = sel_str_of(tall);
    size_t at = sel_str_find(text, SEL_STR("D9.9"));
    size_t end = sel_str_find(text, SEL_STR("most urgent"));
    sel_str good = sel_str_printf(scratch, "%.*s%s", (int)at, text.ptr, text.ptr + end);
    out = read_answers(good);
    ck_assert_uint_eq(out.count, 1);
    expect_slice(
        out.answers[0],
        "country=Fidji;agency=Ministry;help_d1_1=some;help_d1_2=much;urgent_1=D1.2;urgent_2=X1;"
        "now_d1_1=?dont_know;now_d1_2=#2;wanted_d1_2=#4;"
        "request_2_capability=D1.2;request_2_outcome=Nights\nand weekends;"
        "support_1_programme=CERT mentoring;support_1_id=GB-1;support_1_donor=Australia;"
        "poc_technical_designated=yes;poc_technical_deputy=no;");
    forget(&out);
    sel_arena_destroy(scratch);
}
END_TEST

START_TEST(answered_twice_is_refused)
{
    outcome out = read_answers(SEL_STR("Questionnaire,state-needs\nCountry,Fiji\nAgency,M\n"
                                       "code,capability,now\nD1.2,,2\nD1.2,,3\n"));
    ck_assert_uint_eq(out.count, 0);
    ck_assert_uint_eq(first_reported(&out.issues, "E_ANSWERED_TWICE")->line, 6);
    expect_slice(first_reported(&out.issues, "E_ANSWERED_TWICE")->subject, "now_d1_2");
    forget(&out);
}
END_TEST

START_TEST(cells_beyond_the_header_are_told)
{
    outcome out =
        read_answers(SEL_STR("Questionnaire,state-needs\nCountry,Fiji,,Tonga\nAgency,M,,\n"
                             "code,capability,now,,\nD1.2,,2,,\nX1,,2,,,5\n"));
    ck_assert_uint_eq(out.count, 1);
    ck_assert_uint_eq(times_reported(&out.issues, "W_RAGGED"), 2);
    forget(&out);
}
END_TEST

START_TEST(lost_letters_are_told)
{
    outcome out = read_wide(',', "request_1_outcome", "Form???s");
    ck_assert_uint_eq(out.count, 1);
    ck_assert_uint_eq(times_reported(&out.issues, "W_REPLACEMENT_CHARS"), 1);
    forget(&out);
}
END_TEST

START_TEST(every_beginning_of_a_sheet_is_read_or_placed)
{
    for (size_t length = 0; length < sizeof tall; length++) {
        /* The headers of a wide file are made ready from 400 questions in seven languages: where a
         * row ends, not at every byte. */
        bool whole_row = length > 0 && tall[length - 1] == '\n';
        outcome out =
            read_answers_by((sel_str){tall, length}, whole_row ? &all.questionnaire : NULL);
        if (out.status != SEL_OK) {
            ck_assert_int_eq(out.status, SEL_BAD_INPUT);
            ck_assert_uint_ge(out.err.line, 1);
            ck_assert(out.err.message[0] != '\0');
        }
        forget(&out);
    }
}
END_TEST

int main(void)
{
    all = shipped_open();
    const TTest *tests[] = {values_of_every_type,
                            non_answers_are_kept_apart,
                            several_choices_by_semicolon_or_blank,
                            faults_of_cells,
                            decimal_commas_only_between_semicolons,
                            countries_by_name_and_their_nearest,
                            places_of_answers_that_are_missing,
                            identity_and_its_defaults,
                            target_below_now_is_told_and_taken,
                            wide_headers_may_carry_their_groups,
                            wide_files_out_of_shape,
                            other_files_are_not_answers,
                            sections_of_the_tall_sheet,
                            answered_twice_is_refused,
                            cells_beyond_the_header_are_told,
                            lost_letters_are_told,
                            every_beginning_of_a_sheet_is_read_or_placed,
                            NULL};
    int failed = run_tests("response_file", tests);
    shipped_close(&all);
    return failed;
}
