#include "input/model_file.h"

#include "check_suite.h"

#include <string.h>

/* A model that says nothing of constants. */
static const char without[] = "id: tiny\n"
                              "version: \"1\"\n"
                              "title: A tiny model\n"
                              "weighting: direct\n"
                              "aggregation: weighted-sum\n"
                              "floor: 0.02\n"
                              "concentration: 0\n"
                              "draws: 2048\n"
                              "seed: 1\n"
                              "principles:\n"
                              "  - {id: first, letter: b, weight: 1, indicators: [b2]}\n"
                              "overlap: {threshold: 0.4, floor-days: 60, likeness-floor: 0.25,\n"
                              "          money-floor: 1}\n"
                              "ordinal-supply: [0, 0.25, 0.5, 1, 1.5, 2]\n"
                              "window: {months-before: 6, months-after: 18,\n"
                              "         open-end-months: 30}\n";

typedef struct outcome {
    sel_arena *arena;
    sel_model model;
    sel_issues issues;
    sel_status status;
} outcome;

/* The model with a section of constants, which begins on line 17. */
static outcome parse(const char *constants)
{
    outcome of = {.arena = sel_arena_create()};
    of.issues.arena = of.arena;
    sel_error err = {0};
    sel_str text = sel_str_printf(of.arena, "%s%s", without, constants);
    of.status = sel_model_parse("m.yaml", text, of.arena, &of.model, &of.issues, &err);
    return of;
}

START_TEST(those_left_out_are_the_usual)
{
    outcome of = parse("");
    ck_assert_int_eq(of.status, SEL_OK);
    for (int i = 0; i < SEL_POLICIES; i++) {
        ck_assert(!of.model.policies.given[i]);
        ck_assert_double_eq(of.model.policies.values[i], sel_policy_of((sel_policy)i)->usual);
    }
    sel_arena_destroy(of.arena);
}
END_TEST

START_TEST(those_written_arrive)
{
    outcome of = parse("constants:\n  b2.few-donors: 2.5\n  a5.requests: 10\n"
                       "  a8.sub-region: 0\n");
    ck_assert_int_eq(of.status, SEL_OK);
    const sel_policies *all = &of.model.policies;
    ck_assert_double_eq(all->values[SEL_POLICY_B2_FEW_DONORS], 2.5);
    ck_assert_double_eq(all->values[SEL_POLICY_A5_REQUESTS], 10);
    ck_assert_double_eq(all->values[SEL_POLICY_A8_SUB_REGION], 0);
    ck_assert_double_eq(all->values[SEL_POLICY_B2_MANY_DONORS], 6);
    ck_assert(all->given[SEL_POLICY_B2_FEW_DONORS] && all->given[SEL_POLICY_A5_REQUESTS] &&
              all->given[SEL_POLICY_A8_SUB_REGION]);
    ck_assert(!all->given[SEL_POLICY_B2_MANY_DONORS]);
    sel_arena_destroy(of.arena);
}
END_TEST

/* One fault each, with its place. */
START_TEST(faults_at_their_places)
{
    static const struct {
        const char *constants;
        const char *code;
        unsigned line;
        unsigned column;
        const char *suggestion;
    } cases[] = {
        {"constants:\n  b2.few-donor: 2\n", "E_YAML_UNKNOWN", 18, 3, "b2.few-donors"},
        {"constants:\n  b2.few-donors: 2\n  b2.few-donors: 2\n", "E_YAML_TWICE", 19, 3, ""},
        {"constants:\n  b2.few-donors: 0.9\n", "E_YAML_RANGE", 18, 18, ""},
        {"constants:\n  b2.few-donors: 101\n", "E_YAML_RANGE", 18, 18, ""},
        {"constants:\n  a8.sub-region: -0.1\n", "E_YAML_RANGE", 18, 18, ""},
        {"constants:\n  a5.requests: 10.5\n", "E_YAML_NUMBER", 18, 16, ""},
        {"constants:\n  a5.requests: \"10\"\n", "E_YAML_NUMBER", 18, 16, ""},
        {"constants:\n  a5.requests: ten\n", "E_YAML_NUMBER", 18, 16, ""},
        {"constants:\n  a5.requests:\n", "E_YAML_NUMBER", 18, 15, ""},
        {"constants: 5\n", "E_YAML_SHAPE", 17, 12, ""},
        {"constants:\n", "E_YAML_SHAPE", 17, 11, ""},
        {"constants: {}\nconstants: {}\n", "E_YAML_TWICE", 18, 1, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        outcome of = parse(cases[i].constants);
        ck_assert_msg(of.status == SEL_BAD_INPUT, "taken: %s", cases[i].constants);
        ck_assert_uint_eq(of.issues.counts[SEL_FAULT], 1);
        const sel_issue *found = &of.issues.groups[0]->places[0];
        ck_assert_str_eq(found->code, cases[i].code);
        ck_assert_msg(found->line == cases[i].line && found->column == cases[i].column,
                      "%s at %u:%u", cases[i].constants, (unsigned)found->line, found->column);
        ck_assert_msg(sel_str_is(found->suggestion, cases[i].suggestion), "%s suggests '%.*s'",
                      cases[i].constants, SEL_STR_ARG(found->suggestion));
        sel_arena_destroy(of.arena);
    }
}
END_TEST

/* The shipped model writes every constant, and as programs that know no model have it. */
START_TEST(the_shipped_model_says_all_of_them)
{
    outcome of = {.arena = sel_arena_create()};
    sel_error err = {0};
    of.issues.arena = of.arena;
    of.status = sel_model_load(SELARAS_SOURCE_DIR "/models/four-principles.yaml", of.arena,
                               &of.model, &of.issues, &err);
    ck_assert_msg(of.status == SEL_OK, "%s", err.message);
    for (int i = 0; i < SEL_POLICIES; i++) {
        const sel_policy_row *row = sel_policy_of((sel_policy)i);
        ck_assert_msg(of.model.policies.given[i], "%s is left out", row->id);
        ck_assert_msg(of.model.policies.values[i] == row->usual, "%s", row->id);
    }
    sel_arena_destroy(of.arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {those_left_out_are_the_usual, those_written_arrive,
                            faults_at_their_places, the_shipped_model_says_all_of_them, NULL};
    return run_tests("model_constants", tests);
}
