/** answers_fixture.h - a small form and files of answers to it, both written in the test. */
#ifndef SEL_TESTS_ANSWERS_FIXTURE_H
#define SEL_TESTS_ANSWERS_FIXTURE_H

#include "base/text.h"
#include "definition_form.h"
#include "input/answer_mapping.h"
#include "input/response_file.h"

typedef struct answers {
    sel_arena *arena;
    const sel_reference *reference;
    sel_questionnaire form;
    sel_mapping *mapping;
    sel_response_guess guess;
    sel_issues issues; /* of the mapping and the file */
    sel_response_counts counts;
    sel_text text; /* "name=value;" of each answer, "|" behind each response */
} answers;

static inline bool keep_answers(void *to, const sel_response *response)
{
    answers *out = to;
    for (uint32_t i = 0; i < response->answer_count; i++) {
        const sel_answer *answer = &response->answers[i];
        sel_text_printf(&out->text, "%.*s=", SEL_STR_ARG(out->form.items[answer->item].name));
        if (answer->kind != SEL_ANSWER_VALUE)
            sel_text_printf(&out->text, "?%d;", (int)answer->kind);
        else if (answer->is_number)
            sel_text_printf(&out->text, "%lld;", (long long)answer->number);
        else
            sel_text_printf(&out->text, "%.*s;", SEL_STR_ARG(answer->text));
    }
    sel_text_add_char(&out->text, '|');
    return true;
}

/** Read a file of answers, by a mapping unless it is NULL. Close it afterwards. */
static inline answers answers_of(const sel_reference *reference, const char *form,
                                 const char *mapping, const char *file)
{
    answers out = {.arena = sel_arena_create(), .reference = reference};
    sel_error err = {0};
    out.issues.arena = out.arena;
    out.text.arena = out.arena;
    out.form = sound_form(form, out.arena);
    if (mapping != NULL) {
        sel_bytes *bytes = sel_bytes_open_memory("map.csv", sel_str_of(mapping));
        ck_assert_msg(sel_mapping_open(bytes, &out.form, &out.issues, &out.mapping, &err) == SEL_OK,
                      "%s", err.message);
        sel_bytes_close(bytes);
    }
    sel_bytes *bytes = sel_bytes_open_memory("answers.csv", sel_str_of(file));
    const sel_response_options said = {.mapping = out.mapping};
    out.guess = sel_response_recognise(bytes, reference, &out.form, &said);
    ck_assert_msg(out.guess.form == SEL_FORM_WIDE, "not recognised: %s", file);
    sel_status status = sel_response_read(bytes, &out.guess, &out.form, reference,
                                          (sel_response_sink){keep_answers, &out}, NULL,
                                          &out.issues, &out.counts, &err);
    ck_assert_msg(status == SEL_OK, "%s", err.message);
    sel_bytes_close(bytes);
    return out;
}

static inline void answers_close(answers *out)
{
    sel_mapping_close(out->mapping);
    sel_questionnaire_close(&out->form);
    sel_arena_destroy(out->arena);
}

/** "CODE line,column found>suggestion\n" per place of every group of issues, as they were found. */
static inline sel_str issues_text(const sel_issues *issues, sel_arena *arena)
{
    sel_text text = {.arena = arena};
    for (uint32_t g = 0; g < issues->group_count; g++)
        for (uint32_t p = 0; p < issues->groups[g]->place_count; p++) {
            const sel_issue *issue = &issues->groups[g]->places[p];
            sel_text_printf(&text, "%s %llu,%u %.*s>%.*s\n", issue->code,
                            (unsigned long long)issue->line, issue->column,
                            SEL_STR_ARG(issue->found), SEL_STR_ARG(issue->suggestion));
        }
    return sel_text_str(&text);
}

/** Read a file, compare its answers and its issues. */
static inline void expect_answers(const sel_reference *reference, const char *form,
                                  const char *mapping, const char *file, const char *expected,
                                  const char *issues)
{
    answers out = answers_of(reference, form, mapping, file);
    expect_slice(issues_text(&out.issues, out.arena), issues);
    expect_slice(sel_text_str(&out.text), expected);
    answers_close(&out);
}

#endif
