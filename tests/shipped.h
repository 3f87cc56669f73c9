/** shipped.h - the code lists, the instrument and the model that are shipped, for tests. */
#ifndef SEL_TESTS_SHIPPED_H
#define SEL_TESTS_SHIPPED_H

#include "check_suite.h"
#include "input/codelist_file.h"
#include "input/model_file.h"
#include "input/questionnaire_file.h"

typedef struct shipped {
    sel_arena *arena;
    sel_reference reference;
    sel_questionnaire questionnaire;
    sel_model model;
} shipped;

/** Load the code lists into arena; a failure ends the program with its message. */
static inline sel_reference shipped_reference(sel_arena *arena)
{
    sel_reference reference;
    sel_error err = {0};
    if (sel_reference_open(SELARAS_SOURCE_DIR "/questionnaires/codelists", arena, &reference,
                           &err) != SEL_OK) {
        fprintf(stderr, "%s, line %u: %s\n", err.source, (unsigned)err.line, err.message);
        exit(EXIT_FAILURE);
    }
    return reference;
}

/** Load everything; a failure ends the program with its message. */
static inline shipped shipped_open(void)
{
    shipped all = {.arena = sel_arena_create()};
    sel_issues issues = {.arena = all.arena};
    sel_error err = {0};
    all.reference = shipped_reference(all.arena);
    sel_status status = sel_questionnaire_open(SELARAS_SOURCE_DIR "/questionnaires/state-needs",
                                               all.arena, &all.questionnaire, &err);
    if (status == SEL_OK)
        status = sel_model_load(SELARAS_SOURCE_DIR "/models/four-principles.yaml", all.arena,
                                &all.model, &issues, &err);
    if (status != SEL_OK) {
        fprintf(stderr, "%s, line %u: %s\n", err.source, (unsigned)err.line, err.message);
        exit(EXIT_FAILURE);
    }
    return all;
}

static inline void shipped_close(shipped *all)
{
    sel_questionnaire_close(&all->questionnaire);
    sel_reference_close(&all->reference);
    sel_arena_destroy(all->arena);
}

/** How often a code was reported, whatever the column and subject. */
static inline uint64_t times_reported(const sel_issues *issues, const char *code)
{
    uint64_t count = 0;
    for (uint32_t i = 0; i < issues->group_count; i++)
        if (strcmp(issues->groups[i]->places[0].code, code) == 0)
            count += issues->groups[i]->count;
    return count;
}

/** First place of a code, or NULL. */
static inline const sel_issue *first_reported(const sel_issues *issues, const char *code)
{
    for (uint32_t i = 0; i < issues->group_count; i++)
        if (strcmp(issues->groups[i]->places[0].code, code) == 0)
            return &issues->groups[i]->places[0];
    return NULL;
}

static inline void expect_slice(sel_str found, const char *expected)
{
    ck_assert_msg(sel_str_is(found, expected), "'%.*s', not '%s'", SEL_STR_ARG(found), expected);
}

#endif
