/* Models from files: methods and their inputs looked up, weights found. */
#include "desk_fixture.h"

#include "work/model_methods.h"
#include "work/model_open.h"

#include <math.h>

static desk d;
static sel_model model;
static sel_issues issues;
static sel_model_weights weights;

/* Two principles; what stands for %s, %s, %s: keys of the whole, of the first, of the second. */
static const char form[] = "id: m\n"                                       /* 1 */
                           "version: \"1\"\n"                              /* 2 */
                           "title: M\n"                                    /* 3 */
                           "floor: 0.01\n"                                 /* 4 */
                           "concentration: 0\n"                            /* 5 */
                           "draws: 1024\n"                                 /* 6 */
                           "seed: 7\n"                                     /* 7 */
                           "overlap: {threshold: 0.4, floor-days: 60, "    /* 8 */
                           "likeness-floor: 0.25, money-floor: 1}\n"       /* 8 */
                           "ordinal-supply: [0, 0.25, 0.5, 1, 1.5, 2]\n"   /* 9 */
                           "window: {months-before: 6, months-after: 18, " /* 10 */
                           "open-end-months: 30}\n"                        /* 10 */
                           "%s"                                            /* from 11 on */
                           "principles:\n"
                           "  - id: first\n"
                           "    letter: a\n"
                           "%s"
                           "    indicators: [a1]\n"
                           "  - id: second\n"
                           "    letter: d\n"
                           "%s"
                           "    indicators: [d2]\n";

static sel_status open_file(const char *path)
{
    issues = (sel_issues){.arena = d.arena};
    d.err = (sel_error){0};
    return sel_model_open(path, d.arena, &model, &weights, &issues, &d.err);
}

/* The model is in the fixture's file; judgements, unless NULL, beside it. */
static sel_status open_text(const char *text, const char *judgements)
{
    FILE *file = fopen(d.file_path, "wb");
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    ck_assert_int_eq(fclose(file), 0);
    sel_str beside = sel_str_printf(d.arena, "%s.judgements.csv", d.file_path);
    remove(beside.ptr);
    if (judgements != NULL) {
        file = fopen(beside.ptr, "wb");
        ck_assert_ptr_nonnull(file);
        fputs(judgements, file);
        ck_assert_int_eq(fclose(file), 0);
    }
    sel_status status = open_file(d.file_path);
    remove(beside.ptr);
    return status;
}

static sel_status open_form(const char *whole, const char *first, const char *second)
{
    return open_text(sel_str_printf(d.arena, form, whole, first, second).ptr, NULL);
}

static void must_open(const char *whole, const char *first, const char *second)
{
    ck_assert_msg(open_form(whole, first, second) == SEL_OK, "%s", d.err.message);
}

static const char sum[] = "weighting: direct\naggregation: weighted-sum\n";
static const char one[] = "    weight: 1\n";

/* --- faults --- */

/* NULL as suggestion: further faults come with it. */
static const struct fault_case {
    const char *whole;
    const char *first;
    const char *second;
    const char *code;
    unsigned line;
    unsigned column;
    const char *suggestion;
} faults[] = {
    {"weighting: direct\naggregation: topsiss\n", one, one, "E_MODEL_AGGREGATION", 12, 14,
     "topsis"},
    {"weighting: entropi\naggregation: topsis\n", "", "", "E_MODEL_WEIGHTING", 11, 12, "entropy"},
    {"weighting: stated\naggregation: topsis\n", one, one, "E_MODEL_WEIGHTING", 11, 12, ""},
    {"weighting: direct\naggregation: topsis\nnormalisation: vektor\n", one, one,
     "E_MODEL_NORMALISATION", 13, 16, "vector"},
    {"weighting: direct\naggregation: promethee\nnormalisation: rank\n", one, one, "E_MODEL_FIXED",
     13, 16, "as-is"},
    {"weighting: entropy\naggregation: topsis\n", one, "", "E_MODEL_UNUSED", 16, 13, ""},
    {"weighting: rank-order-centroid\naggregation: topsis\n", "    place: 1\n", "",
     "E_YAML_MISSING", 18, 5, ""},
    {"weighting: swing\naggregation: topsis\n", "    points: 100\n", "", "E_YAML_MISSING", 18, 5,
     ""},
    {"weighting: best-worst\naggregation: topsis\nbest-worst: {best: first, worst: second}\n",
     "    best-over-this: 1\n    this-over-worst: 3\n", "    best-over-this: 3\n", "E_YAML_MISSING",
     20, 5, ""},
    {"weighting: direct\naggregation: topsis\nbest-worst: {best: first, worst: second}\n", one, one,
     "E_MODEL_UNUSED", 13, 20, NULL},
    {"weighting: direct\naggregation: topsis\njudgements: {group: priorities}\n", one, one,
     "E_MODEL_UNUSED", 13, 21, ""},
    {"weighting: ahp-eigenvector\naggregation: topsis\njudgements: {random-index: sati}\n", "", "",
     "E_MODEL_RANDOM_INDEX", 13, 28, NULL},
    {"weighting: ahp-eigenvector\naggregation: topsis\n", "", "", "E_MODEL_JUDGEMENTS", 11, 12, ""},
    {"weighting: direct\naggregation: vikor\nparameters: [{name: w, value: 1}]\n", one, one,
     "E_MODEL_PARAMETER", 13, 21, ""},
    {"weighting: direct\naggregation: vikor\nparameters: [{name: v, value: 2}]\n", one, one,
     "E_YAML_RANGE", 13, 31, ""},
    {"weighting: direct\naggregation: vikor\n"
     "parameters: [{name: v, value: 1, principle: first}]\n",
     one, one, "E_MODEL_UNUSED", 13, 45, ""},
    {"weighting: direct\naggregation: promethee\n"
     "parameters: [{name: q, value: 1}, {name: q, value: 2}]\n",
     one, one, "E_MODEL_REPEATED", 13, 42, ""},
    {"weighting: direct\naggregation: weighted-product\n"
     "parameters: [{name: floor, value: 0.1}]\n",
     one, one, "E_MODEL_PARAMETER", 13, 21, ""},
    {sum, "    weight: 1\n    goalposts: [0.1, 0.9]\n", one, "E_MODEL_UNUSED", 17, 17,
     "normalisation: goalposts"},
    /* Constraints on line 13. */
    {"weighting: direct\naggregation: topsis\n"
     "constraints: [{principle: second, from: 0.6}, {principle: first, from: 0.5}]\n",
     one, one, "E_WEIGHTS_SUM", 13, 27, ""},
    {"weighting: direct\naggregation: topsis\n"
     "constraints: [{principle: second, from: 0.6}, {principle: second, at-least: first}]\n",
     one, "    weight: 1\n", "E_WEIGHTS_BROKEN", 13, 27, ""},
    {"weighting: direct\naggregation: topsis\n"
     "constraints: [{principle: second, to: 0.6}, {principle: second, at-least: first}]\n",
     "    weight: 1.01\n", one, "E_WEIGHTS_BROKEN", 13, 57, ""},
    {"weighting: swing\naggregation: topsis\n"
     "constraints: [{principle: second, to: 0.6}, {principle: second, at-least: first}]\n",
     "    points: 100\n", "    points: 99\n", "E_WEIGHTS_BROKEN", 13, 57, ""},
    {"weighting: entropy\naggregation: topsis\n"
     "constraints: [{principle: first, at-least: second}, {principle: second, at-least: first}]\n",
     "", "", "E_WEIGHTS_CIRCLE", 13, 27, ""},
    {"weighting: direct\naggregation: topsis\n"
     "constraints: [{principle: second, to: 0}]\n",
     one, one, "E_WEIGHTS_NO_ROOM", 13, 27, ""},
    {"weighting: direct\naggregation: topsiss\n"
     "constraints: [{principle: first, from: 0.6}, {principle: second, at-least: first}]\n",
     one, one, "E_MODEL_AGGREGATION", 12, 14, NULL},
};

START_TEST(each_fault_at_its_place)
{
    desk_open(&d);
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        const struct fault_case *expected = &faults[i];
        sel_status status = open_form(expected->whole, expected->first, expected->second);
        ck_assert_msg(status == SEL_BAD_INPUT, "case %zu: taken or %s", i, d.err.message);
        const sel_issue *found = &issues.groups[0]->places[0];
        ck_assert_msg(strcmp(found->code, expected->code) == 0 && found->line == expected->line &&
                          found->column == expected->column,
                      "case %zu: first %s at %u:%u", i, found->code, (unsigned)found->line,
                      found->column);
        if (expected->suggestion == NULL)
            continue;
        ck_assert_msg(issues.counts[SEL_FAULT] == 1, "case %zu: more faults", i);
        ck_assert_msg(sel_str_is(found->suggestion, expected->suggestion),
                      "case %zu: suggests '%.*s'", i, SEL_STR_ARG(found->suggestion));
    }
    desk_close(&d);
}
END_TEST

START_TEST(constraints_by_number)
{
    desk_open(&d);
    must_open(sum, one, one);
    ck_assert_ptr_null(sel_model_constraints_of(&model, d.arena));
    must_open("weighting: direct\naggregation: topsis\n"
              "constraints: [{principle: second, at-least: first}, {principle: first, to: 0.4}]\n",
              one, "    weight: 3\n");
    const sel_weight_constraints *found = sel_model_constraints_of(&model, d.arena);
    ck_assert_ptr_nonnull(found);
    ck_assert_uint_eq(found->order_count, 1);
    ck_assert(found->orders[0].more == 1 && found->orders[0].less == 0);
    ck_assert(found->low[0] == 0 && found->high[0] == .4);
    ck_assert(found->low[1] == 0 && found->high[1] == 1);
    const double stated[] = {model.criteria[0].weight, model.criteria[1].weight};
    ck_assert_int_eq(sel_weight_constraints_check(found, stated, 2, NULL, &d.err), SEL_OK);
    desk_close(&d);
}
END_TEST

START_TEST(indicators_that_cannot_count)
{
    desk_open(&d);
    sel_str good = sel_str_printf(d.arena, form, sum, one, one);
    size_t at = sel_str_find(good, SEL_STR("[d2]"));
    sel_str bad = sel_str_printf(d.arena, "%.*s[d5, d44]\n", (int)at, good.ptr);
    ck_assert_int_eq(open_text(bad.ptr, NULL), SEL_BAD_INPUT);
    ck_assert_uint_eq(issues.counts[SEL_FAULT], 2);
    ck_assert_str_eq(issues.groups[0]->places[0].code, "E_MODEL_CONTEXT");
    ck_assert_uint_eq(issues.groups[0]->places[0].column, 18);
    ck_assert_str_eq(issues.groups[1]->places[0].code, "E_MODEL_NO_INDICATOR");
    ck_assert_uint_eq(issues.groups[1]->places[0].column, 22);
    desk_close(&d);
}
END_TEST

/* Faults of both files in one run. */
START_TEST(faults_of_judgements_beside_those_of_the_model)
{
    desk_open(&d);
    sel_str text =
        sel_str_printf(d.arena, form, "weighting: ahp-eigenvector\naggregation: topsiss\n", "", "");
    const char *judgements = "person,first,second,ratio\nA,first,secund,3\nA,first,second,0\n";
    ck_assert_int_eq(open_text(text.ptr, judgements), SEL_BAD_INPUT);
    ck_assert_uint_eq(issues.counts[SEL_FAULT], 3);
    ck_assert_str_eq(issues.groups[0]->places[0].code, "E_MODEL_AGGREGATION");
    ck_assert_str_eq(issues.groups[1]->places[0].code, "E_JUDGEMENT_CRITERION");
    ck_assert_uint_eq(issues.groups[1]->places[0].line, 2);
    ck_assert(sel_str_is(issues.groups[1]->places[0].suggestion, "second"));
    ck_assert_str_eq(issues.groups[2]->places[0].code, "E_JUDGEMENT_RATIO");
    ck_assert_uint_eq(issues.groups[2]->places[0].line, 3);
    desk_close(&d);
}
END_TEST

/* --- weights --- */

static void expect_weights(double first, double second, double tolerance)
{
    ck_assert_double_eq_tol(model.criteria[0].weight, first, tolerance);
    ck_assert_double_eq_tol(model.criteria[1].weight, second, tolerance);
}

/* Two criteria: the judgement itself is the ratio of the weights, by any way; places 1 and 2 have
 * 3/4 and 1/4 (Barron & Barrett 1996). */
START_TEST(weights_of_two_principles)
{
    desk_open(&d);
    must_open(sum, "    weight: 3\n", one);
    expect_weights(.75, .25, 1e-15);
    must_open("weighting: equal\naggregation: topsis\n", "", "");
    expect_weights(.5, .5, 1e-15);
    must_open("weighting: rank-order-centroid\naggregation: topsis\n", "    place: 2\n",
              "    place: 1\n");
    expect_weights(.25, .75, 1e-15);
    must_open("weighting: swing\naggregation: topsis\n", "    points: 100\n", "    points: 25\n");
    expect_weights(.8, .2, 1e-15);
    must_open("weighting: best-worst\naggregation: topsis\n"
              "best-worst: {best: second, worst: first}\n",
              "    best-over-this: 4\n    this-over-worst: 1\n",
              "    best-over-this: 1\n    this-over-worst: 4\n");
    expect_weights(.2, .8, 1e-12);
    sel_str text =
        sel_str_printf(d.arena, form, "weighting: ahp-eigenvector\naggregation: topsis\n", "", "");
    ck_assert_int_eq(open_text(text.ptr, "person,first,second,ratio\nA,second,first,1/3\n"),
                     SEL_OK);
    expect_weights(.75, .25, 1e-12);
    ck_assert_uint_eq(weights.person_count, 1);
    ck_assert(sel_str_is(weights.persons[0], "A"));
    desk_close(&d);
}
END_TEST

START_TEST(weights_from_alternatives_are_open)
{
    desk_open(&d);
    must_open("weighting: entropy\naggregation: topsis\n", "", "");
    ck_assert_ptr_null(weights.outcome.weights);
    expect_weights(0, 0, 1e-15);
    desk_close(&d);
}
END_TEST

/* Expected: need-first by hand; places 1 to 4 have 25, 13, 7 and 3 of 48 (Barron & Barrett 1996,
 * table 1); the judgements by 2,000 steps of power iteration in Python, each person's vector, then
 * geometric means; λ of the geometric mean of the judgements, by the same. */
START_TEST(models_that_are_shipped)
{
    static const struct {
        const char *id;
        double expected[4];
    } shipped[] = {
        {"four-principles", {.25, .25, .25, .25}},
        {"need-first", {.5, 1.0 / 6, 1.0 / 6, 1.0 / 6}},
        {"equity-first", {13.0 / 48, 3.0 / 48, 25.0 / 48, 7.0 / 48}},
        {"coordinator-ahp",
         {.3607473397681896, .17811749234153001, .22756484540776634, .23357032248251405}},
    };
    desk_open(&d);
    for (size_t i = 0; i < sizeof shipped / sizeof shipped[0]; i++) {
        const char *path = NULL;
        ck_assert_int_eq(sel_model_find(d.context, shipped[i].id, &path, &d.err), SEL_OK);
        ck_assert_msg(open_file(path) == SEL_OK, "%s: %s", shipped[i].id, d.err.message);
        for (uint32_t j = 0; j < 4; j++)
            ck_assert_msg(fabs(model.criteria[j].weight - shipped[i].expected[j]) < 1e-12,
                          "%s: %.16f", shipped[i].id, model.criteria[j].weight);
    }
    static const struct {
        const char *name;
        double value;
    } figures[] = {{"lambda_max", 4.001465535035306},
                   {"consistency_ratio", .0005427907538171597},
                   {"consistency_ratio_worst", .007826048723908196},
                   {"disagreement", .8246334011041189}};
    for (size_t i = 0; i < sizeof figures / sizeof figures[0]; i++) {
        double found = -1;
        ck_assert(sel_weighting_figure_find(&weights.outcome, figures[i].name, &found));
        ck_assert_msg(fabs(found - figures[i].value) < 1e-9, "%s: %.16f", figures[i].name, found);
    }
    desk_close(&d);
}
END_TEST

/* --- names --- */

START_TEST(ids_and_files)
{
    desk_open(&d);
    const char *path = NULL;
    ck_assert_int_eq(sel_model_find(d.context, "need-first", &path, &d.err), SEL_OK);
    ck_assert_str_eq(path, SELARAS_SOURCE_DIR "/models/need-first.yaml");
    ck_assert_int_eq(sel_model_find(d.context, "mine.yaml", &path, &d.err), SEL_OK);
    ck_assert_str_eq(path, "mine.yaml");
    ck_assert_int_eq(sel_model_find(d.context, "./mine", &path, &d.err), SEL_OK);
    ck_assert_str_eq(path, "./mine");
    ck_assert_int_eq(open_file("/tmp/there/is/no.yaml"), SEL_NOT_FOUND);
    desk_close(&d);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {each_fault_at_its_place,
                            constraints_by_number,
                            indicators_that_cannot_count,
                            faults_of_judgements_beside_those_of_the_model,
                            weights_of_two_principles,
                            weights_from_alternatives_are_open,
                            models_that_are_shipped,
                            ids_and_files,
                            NULL};
    return run_tests("model_open", tests);
}
