#include "input/model_file.h"

#include "shipped.h"

static sel_arena *arena;
static sel_str good;

typedef struct outcome {
    sel_model model;
    sel_issues issues;
    sel_error err;
    sel_status status;
} outcome;

static outcome parse(sel_str text)
{
    outcome out = {.issues = {.arena = arena}};
    out.status = sel_model_parse("m.yaml", text, arena, &out.model, &out.issues, &out.err);
    return out;
}

/* The shipped model with one piece of text exchanged. */
static sel_str with(const char *old, const char *fresh)
{
    size_t at = sel_str_find(good, sel_str_of(old));
    ck_assert_msg(at < good.len, "%s", old);
    return sel_str_printf(arena, "%.*s%s%s", (int)at, good.ptr, fresh, good.ptr + at + strlen(old));
}

static void expect_fault(const char *old, const char *fresh, const char *code)
{
    outcome out = parse(with(old, fresh));
    ck_assert_msg(out.status == SEL_BAD_INPUT, "%s taken", fresh);
    const sel_issue *issue = first_reported(&out.issues, code);
    ck_assert_msg(issue != NULL, "%s for %s, not %s", code, fresh, out.err.message);
    ck_assert_uint_ge(issue->line, 1);
    ck_assert_uint_ge(issue->column, 1);
    ck_assert_ptr_nonnull(strstr(out.err.message, out.issues.groups[0]->places[0].code));
}

START_TEST(weights_are_scaled)
{
    outcome out = parse(with("weight: 1\n", "weight: 5\n"));
    ck_assert_msg(out.status == SEL_OK, "%s", out.err.message);
    ck_assert_double_eq_tol(out.model.criteria[0].weight, 5.0 / 8, 1e-15);
    ck_assert_double_eq_tol(out.model.criteria[3].weight, 1.0 / 8, 1e-15);
    ck_assert_uint_eq(strlen(out.model.hash), 64);
}
END_TEST

START_TEST(faults_have_codes_and_places)
{
    expect_fault("floor: 0.01", "flor: 0.01", "E_MODEL_KEY");
    expect_fault("floor: 0.01", "floor: 0.01\nfloor: 0.02", "E_MODEL_TWICE");
    expect_fault("floor: 0.01", "", "E_MODEL_MISSING");
    expect_fault("floor: 0.01", "floor: .inf", "E_MODEL_NUMBER");
    expect_fault("floor: 0.01", "floor: 0.6", "E_MODEL_NUMBER");
    expect_fault("draws: 65536", "draws: 65537", "E_MODEL_POWER");
    expect_fault("draws: 65536", "draws: 1536.5", "E_MODEL_WHOLE");
    expect_fault("draws: 65536", "draws: 512", "E_MODEL_NUMBER");
    expect_fault("draws: 65536", "draws: 524288", "E_MODEL_NUMBER");
    expect_fault("concentration: 0", "concentration: 10001", "E_MODEL_NUMBER");
    expect_fault("seed: 20261120", "seed: 0", "E_MODEL_NUMBER");
    expect_fault("[0, 0.25, 0.5, 1, 1.5, 2]", "[0, 0.25, 0.5, 1, 1.5]", "E_MODEL_SIX");
    expect_fault("[0, 0.25, 0.5, 1, 1.5, 2]", "[0, 0.3, 0.5, 1, 1.5, 2]", "E_MODEL_QUARTERS");
    expect_fault("[a1, a3, a6]", "a1", "E_MODEL_LIST");
    expect_fault("letter: a", "letter: e", "E_MODEL_LETTER");
    expect_fault("id: four-principles", "id: \"\"", "E_MODEL_TEXT");
    expect_fault("weight: 1\n", "weight: -1\n", "E_MODEL_NUMBER");
}
END_TEST

START_TEST(several_faults_in_one_run)
{
    outcome out = parse(with("floor: 0.01", "flor: 0.01"));
    ck_assert_uint_eq(times_reported(&out.issues, "E_MODEL_KEY"), 1);
    ck_assert_uint_eq(times_reported(&out.issues, "E_MODEL_MISSING"), 1);
    expect_slice(first_reported(&out.issues, "E_MODEL_KEY")->suggestion, "floor");
}
END_TEST

static void expect_refused(sel_str text, const char *part)
{
    outcome out = parse(text);
    ck_assert_int_eq(out.status, SEL_BAD_INPUT);
    ck_assert_msg(strstr(out.err.message, part) != NULL, "%s", out.err.message);
}

START_TEST(tricks_and_other_files_are_refused)
{
    expect_refused(with("floor: 0.01", "floor: &x 0.01"), "anchors");
    expect_refused(with("floor: 0.01", "floor: *x"), "anchors");
    expect_refused(with("floor: 0.01", "floor: !!float 0.01"), "anchors");
    expect_refused(SEL_STR(""), "empty");
    expect_refused((sel_str){0}, "empty");
    expect_refused(SEL_STR("# nothing\n"), "empty");
    expect_refused(SEL_STR("just text"), "E_MODEL_FIELDS");
    outcome out = parse(SEL_STR("id: x\n  bad: [\n"));
    ck_assert_int_eq(out.status, SEL_BAD_INPUT);
    ck_assert_uint_ge(out.err.line, 2);
}
END_TEST

START_TEST(every_beginning_is_refused_or_read)
{
    for (size_t length = 0; length < good.len; length += 7) {
        sel_arena *own = sel_arena_create();
        outcome out = {.issues = {.arena = own}};
        out.status = sel_model_parse("m.yaml", sel_str_copy(own, sel_str_part(good, 0, length)),
                                     own, &out.model, &out.issues, &out.err);
        ck_assert(out.status == SEL_OK || out.err.message[0] != '\0');
        sel_arena_destroy(own);
    }
}
END_TEST

int main(void)
{
    arena = sel_arena_create();
    sel_error err = {0};
    sel_bytes *bytes = NULL;
    if (sel_bytes_open(SELARAS_SOURCE_DIR "/models/four-principles.yaml", &bytes, &err) != SEL_OK) {
        fprintf(stderr, "%s\n", err.message);
        return EXIT_FAILURE;
    }
    good = sel_str_copy(arena, sel_bytes_peek(bytes));
    const TTest *tests[] = {weights_are_scaled,
                            faults_have_codes_and_places,
                            several_faults_in_one_run,
                            tricks_and_other_files_are_refused,
                            every_beginning_is_refused_or_read,
                            NULL};
    int failed = run_tests("model_file", tests);
    sel_bytes_close(bytes);
    sel_arena_destroy(arena);
    return failed;
}
