/* Expressions evaluated by two engines of ODK, getodk xforms-engine 0.22 and JavaRosa (in ODK
 * Validate 1.19.1): where they agree ours has their value, where they differ there is a finding. */
#include "check_suite.h"
#include "corpus/material.h"
#include "expression_form.h"
#include "input/csv.h"

/* Columns of oracle.csv. */
enum { EXPRESSION, GETODK, JAVAROSA, LIBXML2, AGREE, COLUMNS };

static char path[MATERIAL_PATH_ROOM];
static uint32_t agreed;
static uint32_t differed;

/* Both engines count UTF-16 units here; we count code points and say so in a finding. */
static bool is_departure(sel_str expression)
{
    return sel_str_is(expression, "string-length(${u})");
}

static bool has_finding(const sel_findings *findings, const char *code)
{
    for (uint32_t i = 0; i < findings->count; i++)
        if (strcmp(findings->list[i].code, code) == 0)
            return true;
    return false;
}

static void expect_agreement(sel_str text, const sel_expression *expression, sel_str wanted,
                             const sel_findings *findings, sel_arena *arena)
{
    char room[SEL_VALUE_ROOM];
    ck_assert_msg(expression != NULL, "%.*s: %s", SEL_STR_ARG(text),
                  findings->count > 0 ? findings->list[0].code : "no finding");
    sel_evaluation evaluation = form_evaluation(arena);
    sel_str found = sel_value_to_text(sel_expression_evaluate(expression, &evaluation), room);
    if (is_departure(text)) {
        ck_assert(sel_str_is(found, "3"));
        ck_assert(has_finding(findings, "N_EXPR_CHARACTERS"));
        return;
    }
    ck_assert_msg(sel_str_equal(found, wanted), "%.*s: '%.*s', not '%.*s'", SEL_STR_ARG(text),
                  SEL_STR_ARG(found), SEL_STR_ARG(wanted));
}

static bool check_row(void *to, const sel_csv_row *row)
{
    (void)to;
    ck_assert_uint_eq(row->count, COLUMNS);
    sel_arena *arena = sel_arena_create();
    sel_findings findings = {.arena = arena};
    sel_str text = row->cells[EXPRESSION];
    if (sel_str_is(text, "expr")) {
        sel_arena_destroy(arena);
        return true;
    }
    const sel_expression *expression = sel_expression_parse(text, &form_scope, arena, &findings);
    if (sel_str_starts(row->cells[AGREE], SEL_STR("both"))) {
        ck_assert(sel_str_equal(row->cells[GETODK], row->cells[JAVAROSA]));
        expect_agreement(text, expression, row->cells[GETODK], &findings, arena);
        agreed++;
    } else {
        bool warned = false;
        for (uint32_t i = 0; i < findings.count; i++)
            warned = warned || sel_finding_severity(&findings.list[i]) >= SEL_WARNING;
        ck_assert_msg(warned, "%.*s: engines differ, no finding", SEL_STR_ARG(text));
        differed++;
    }
    sel_arena_destroy(arena);
    return true;
}

START_TEST(engines)
{
    sel_arena *arena = sel_arena_create();
    sel_issues issues = {.arena = arena};
    sel_bytes *bytes = NULL;
    sel_error err = {0};
    ck_assert_int_eq(sel_bytes_open(path, &bytes, &err), SEL_OK);
    ck_assert_msg(sel_csv_read(bytes, ',', check_row, NULL, &issues, &err) == SEL_OK, "%s",
                  err.message);
    sel_bytes_close(bytes);
    sel_arena_destroy(arena);
    ck_assert_uint_gt(agreed, 40);
    ck_assert_uint_gt(differed, 5);
    printf("%u rows agreed, %u differed\n", agreed, differed);
}
END_TEST

int main(void)
{
    if (!material_find("expressions/oracle.csv", path))
        return MATERIAL_MISSING;
    const TTest *const tests[] = {engines, NULL};
    return run_tests("expression_corpus", tests);
}
