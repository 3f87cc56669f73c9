/* What a model says of methods and their inputs: read, and refused at its place. */
#include "input/model_file.h"

#include "base/text.h"
#include "check_suite.h"

typedef struct outcome {
    sel_arena *arena;
    sel_model model;
    sel_issues issues;
    sel_error err;
    sel_status status;
} outcome;

static outcome parse(sel_str text)
{
    outcome of = {.arena = sel_arena_create()};
    of.issues.arena = of.arena;
    of.status = sel_model_parse("m.yaml", text, of.arena, &of.model, &of.issues, &of.err);
    return of;
}

static const char good[] = "id: full\n"                                     /* 1 */
                           "version: \"1\"\n"                               /* 2 */
                           "title: Every key\n"                             /* 3 */
                           "alternatives: programmes-of-donor\n"            /* 4 */
                           "weighting: best-worst\n"                        /* 5 */
                           "best-worst: {best: first, worst: second}\n"     /* 6 */
                           "judgements: {group: priorities,\n"              /* 7 */
                           "             random-index: tummala-ling}\n"     /* 8 */
                           "aggregation: promethee\n"                       /* 9 */
                           "normalisation: goalposts\n"                     /* 10 */
                           "parameters:\n"                                  /* 11 */
                           "  - {name: q, value: 0.05}\n"                   /* 12 */
                           "  - {name: q, value: 0.1, principle: second}\n" /* 13 */
                           "ties: share-best-rank\n"                        /* 14 */
                           "missing: {rule: interval, coverage: 0.25}\n"    /* 15 */
                           "floor: 0.02\n"                                  /* 16 */
                           "concentration: 7.5\n"                           /* 17 */
                           "draws: 2048\n"                                  /* 18 */
                           "seed: 7\n"                                      /* 19 */
                           "principles:\n"                                  /* 20 */
                           "  - id: first\n"                                /* 21 */
                           "    letter: a\n"                                /* 22 */
                           "    best-over-this: 1\n"                        /* 23 */
                           "    this-over-worst: 4\n"                       /* 24 */
                           "    indicators: [a1]\n"                         /* 25 */
                           "  - id: second\n"                               /* 26 */
                           "    letter: d\n"                                /* 27 */
                           "    place: 3\n"                                 /* 28 */
                           "    points: 0\n"                                /* 29 */
                           "    direction: cost\n"                          /* 30 */
                           "    goalposts: [0.2, 0.8]\n"                    /* 31 */
                           "    indicators: [d2]\n"                         /* 32 */
                           "overlap: {threshold: 0.4, floor-days: 60,\n"    /* 33 */
                           "          likeness-floor: 0.25,\n"              /* 34 */
                           "          money-floor: 1}\n"                    /* 35 */
                           "ordinal-supply: [0, 0.25, 0.5, 1, 1.5, 2]\n"    /* 36 */
                           "window: {months-before: 6, months-after: 18,\n" /* 37 */
                           "         open-end-months: 30}\n";               /* 38 */

/* A model of requests, which has measures only. */
static const char asked[] = "id: asked\n"                                    /* 1 */
                            "version: \"1\"\n"                               /* 2 */
                            "title: Requests\n"                              /* 3 */
                            "alternatives: requests\n"                       /* 4 */
                            "weighting: direct\n"                            /* 5 */
                            "aggregation: weighted-sum\n"                    /* 6 */
                            "floor: 0.02\n"                                  /* 7 */
                            "concentration: 0\n"                             /* 8 */
                            "draws: 2048\n"                                  /* 9 */
                            "seed: 7\n"                                      /* 10 */
                            "principles:\n"                                  /* 11 */
                            "  - {id: one, measure: need, weight: 3}\n"      /* 12 */
                            "  - {id: two, measure: unmet, weight: 1}\n"     /* 13 */
                            "  - {id: three, measure: waiting, weight: 2}\n" /* 14 */
                            "  - {id: four, weight: 2, measure: fit}\n"      /* 15 */
                            "overlap: {threshold: 0.4, floor-days: 60,\n"    /* 16 */
                            "          likeness-floor: 0.25,\n"              /* 17 */
                            "          money-floor: 1}\n"                    /* 18 */
                            "ordinal-supply: [0, 0.25, 0.5, 1, 1.5, 2]\n"    /* 19 */
                            "window: {months-before: 6, months-after: 18,\n" /* 20 */
                            "         open-end-months: 30}\n";               /* 21 */

/* A model with the first `from` replaced by `to`. */
static sel_str altered(sel_arena *arena, const char *model, const char *from, const char *to)
{
    sel_str text = sel_str_of(model);
    size_t at = sel_str_find(text, sel_str_of(from));
    ck_assert_msg(at < text.len, "'%s' is not in the text", from);
    return sel_str_printf(arena, "%.*s%s%s", (int)at, model, to, model + at + strlen(from));
}

START_TEST(every_key_arrives)
{
    outcome of = parse(sel_str_of(good));
    ck_assert_msg(of.status == SEL_OK, "%s", of.err.message);
    const sel_model *model = &of.model;
    ck_assert(sel_str_is(model->alternatives, "programmes-of-donor"));
    ck_assert(sel_str_is(model->best, "first") && sel_str_is(model->worst, "second"));
    ck_assert(sel_str_is(model->group, "priorities"));
    ck_assert(sel_str_is(model->random_index, "tummala-ling"));
    ck_assert(sel_str_is(model->aggregation, "promethee"));
    ck_assert(sel_str_is(model->normalisation, "goalposts"));
    ck_assert_uint_eq(model->parameter_count, 2);
    ck_assert(sel_str_is(model->parameters[0].name, "q") &&
              model->parameters[0].principle.len == 0);
    ck_assert_double_eq(model->parameters[0].value, 0.05);
    ck_assert(sel_str_is(model->parameters[1].principle, "second"));
    ck_assert_uint_eq(model->coverage_bp, 2500);
    const sel_criterion *first = &model->criteria[0];
    const sel_criterion *second = &model->criteria[1];
    ck_assert_double_eq(first->standing.best_over_this, 1);
    ck_assert_double_eq(first->standing.this_over_worst, 4);
    ck_assert_double_eq(first->standing.points, -1);
    ck_assert_uint_eq(second->standing.place, 3);
    ck_assert_double_eq(second->standing.points, 0);
    ck_assert(sel_str_is(first->direction, "benefit") && sel_str_is(second->direction, "cost"));
    ck_assert_double_eq(first->goalposts[0], 0);
    ck_assert_double_eq(first->goalposts[1], 1);
    ck_assert_double_eq(second->goalposts[0], 0.2);
    ck_assert_double_eq(second->goalposts[1], 0.8);
    sel_arena_destroy(of.arena);
}
END_TEST

/* Weights that are to be found are nobody's yet. */
START_TEST(weights_to_be_found_are_nought)
{
    outcome of = parse(sel_str_of(good));
    ck_assert_double_eq(of.model.criteria[0].weight, 0);
    ck_assert_double_eq(of.model.criteria[1].weight, 0);
    sel_arena_destroy(of.arena);
}
END_TEST

static const struct fault_case {
    const char *from;
    const char *to;
    const char *code;
    unsigned line;
    unsigned column;
    const char *suggestion;
} fault_cases[] = {
    {"programmes-of-donor", "programmes-of-donors", "E_MODEL_CHOICE", 4, 15, "programmes-of-donor"},
    {"programmes-of-donor", "projects", "E_MODEL_CHOICE", 4, 15, NULL},
    {"programmes-of-donor", "requests", "E_MODEL_REQUESTS", 22, 13, ""},
    {"letter: d", "measure: need", "E_MODEL_MEASURE", 27, 14, ""},
    {"letter: d", "measure: unmet", "E_MODEL_MEASURE", 27, 14, ""},
    {"letter: d", "measure: waiting", "E_MODEL_MEASURE", 27, 14, ""},
    {"best: first", "best: fist", "E_MODEL_PRINCIPLE", 6, 20, "first"},
    {"worst: second", "worst: third", "E_MODEL_PRINCIPLE", 6, 34, ""},
    {"{best: first, worst: second}", "{best: first}", "E_YAML_MISSING", 6, 13, ""},
    {"priorities", "priorites", "E_MODEL_CHOICE", 7, 21, "priorities"},
    {"principle: second", "principle: secnd", "E_MODEL_PRINCIPLE", 13, 38, "second"},
    {"{name: q, value: 0.05}", "{name: q}", "E_YAML_MISSING", 12, 5, ""},
    {"{name: q, value: 0.05}", "{nam: q, value: 0.05}", "E_YAML_UNKNOWN", 12, 6, "name"},
    {"share-best-rank", "mean-rank", "E_MODEL_CHOICE", 14, 7, ""},
    {"rule: interval", "rule: drop", "E_MODEL_CHOICE", 15, 17, ""},
    {"coverage: 0.25", "coverage: 1.25", "E_YAML_RANGE", 15, 37, ""},
    {"this-over-worst: 4", "this-over-worst: 0.5", "E_YAML_RANGE", 24, 22, ""},
    {"    letter: d\n", "", "E_YAML_MISSING", 26, 5, ""},
    {"    indicators: [d2]\n", "", "E_YAML_MISSING", 26, 5, ""},
    {"    letter: d\n", "    measure: fit\n", "E_MODEL_UNUSED", 32, 18, NULL},
    {"letter: d", "measure: fits", "E_MODEL_CHOICE", 27, 14, NULL},
    {"    letter: d\n    place: 3\n    points: 0\n    direction: cost\n"
     "    goalposts: [0.2, 0.8]\n    indicators: [d2]\n",
     "    measure: fit\n", "E_MODEL_FIT", 27, 14, ""},
    {"place: 3", "place: 0", "E_YAML_RANGE", 28, 12, ""},
    {"place: 3", "place: 1.5", "E_YAML_NUMBER", 28, 12, ""},
    {"points: 0", "points: 101", "E_YAML_RANGE", 29, 13, ""},
    {"points: 0", "points: .nan", "E_YAML_NUMBER", 29, 13, ""},
    {"direction: cost", "direction: costs", "E_MODEL_CHOICE", 30, 16, "cost"},
    {"[0.2, 0.8]", "[0.8, 0.8]", "E_MODEL_GOALPOSTS", 31, 22, ""},
    {"[0.2, 0.8]", "[0.2]", "E_YAML_ITEMS", 31, 16, ""},
    {"[0.2, 0.8]", "[0.2, 1.8]", "E_YAML_RANGE", 31, 22, ""},
    {"weighting: best-worst", "weighting: direct", "E_YAML_MISSING", 21, 5, NULL},
};

static const struct fault_case fault_cases_of_requests[] = {
    {"measure: need, ", "", "E_YAML_MISSING", 12, 5, ""},
    {"measure: need", "letter: a", "E_MODEL_REQUESTS", 12, 23, ""},
    {"measure: need", "measure: need, letter: a", "E_MODEL_REQUESTS", 12, 38, ""},
    {"measure: need", "measure: need, indicators: [a1]", "E_MODEL_REQUESTS", 12, 43, ""},
    {"measure: need", "measure: principle", "E_MODEL_CHOICE", 12, 24, ""},
    {"measure: waiting", "measure: wating", "E_MODEL_CHOICE", 14, 26, "waiting"},
    {"measure: unmet", "measure: need", "E_MODEL_REPEATED", 13, 24, ""},
    {"alternatives: requests", "alternatives: programmes", "E_MODEL_MEASURE", 12, 24, NULL},
};

static void check_fault(const char *model, const struct fault_case *expected)
{
    sel_arena *arena = sel_arena_create();
    outcome of = parse(altered(arena, model, expected->from, expected->to));
    ck_assert_msg(of.status == SEL_BAD_INPUT, "'%s' was taken", expected->to);
    const sel_issue *first = &of.issues.groups[0]->places[0];
    ck_assert_msg(strcmp(first->code, expected->code) == 0, "'%s': %s", expected->to, first->code);
    ck_assert_msg(first->line == expected->line && first->column == expected->column,
                  "'%s': %s at %u:%u, not %u:%u", expected->to, expected->code,
                  (unsigned)first->line, first->column, expected->line, expected->column);
    if (expected->suggestion != NULL)
        ck_assert_msg(sel_str_is(first->suggestion, expected->suggestion), "'%s': suggests '%.*s'",
                      expected->to, SEL_STR_ARG(first->suggestion));
    sel_arena_destroy(of.arena);
    sel_arena_destroy(arena);
}

START_TEST(each_fault_at_its_place)
{
    for (size_t i = 0; i < sizeof fault_cases / sizeof fault_cases[0]; i++)
        check_fault(good, &fault_cases[i]);
}
END_TEST

START_TEST(requests_have_measures)
{
    outcome of = parse(sel_str_of(asked));
    ck_assert_msg(of.status == SEL_OK, "%s", of.err.message);
    ck_assert(sel_model_ranks_requests(&of.model));
    ck_assert_uint_eq(of.model.criterion_count, SEL_REQUEST_MEASURES);
    for (uint32_t j = 0; j < of.model.criterion_count; j++) {
        ck_assert_int_eq(sel_criterion_measure(&of.model.criteria[j]), j);
        ck_assert(!sel_criterion_is_principle(&of.model.criteria[j]));
    }
    ck_assert_double_eq(of.model.criteria[0].weight, .375);
    sel_arena_destroy(of.arena);
    for (size_t i = 0; i < sizeof fault_cases_of_requests / sizeof fault_cases_of_requests[0]; i++)
        check_fault(asked, &fault_cases_of_requests[i]);
}
END_TEST

/* The good text with a section of constraints, which begins on line 39. */
static outcome parse_constraints(const char *rows)
{
    sel_arena *arena = sel_arena_create();
    outcome of = parse(sel_str_printf(arena, "%sconstraints:\n%s", good, rows));
    sel_arena_destroy(arena);
    return of;
}

START_TEST(constraints_arrive)
{
    outcome of = parse_constraints("  - {principle: first, at-least: second}\n"
                                   "  - {principle: second, from: 0.1, to: 0.3}\n"
                                   "  - {principle: first, from: 0.25}\n");
    ck_assert_msg(of.status == SEL_OK, "%s", of.err.message);
    const sel_model_constraint *all = of.model.constraints;
    ck_assert_uint_eq(of.model.constraint_count, 3);
    ck_assert(sel_str_is(all[0].principle, "first") && sel_str_is(all[0].at_least, "second"));
    ck_assert(sel_str_is(all[1].principle, "second") && all[1].at_least.len == 0);
    ck_assert(all[1].from == .1 && all[1].to == .3);
    ck_assert(all[2].from == .25 && all[2].to == 1);
    sel_arena_destroy(of.arena);
    of = parse(sel_str_of(good));
    ck_assert_uint_eq(of.model.constraint_count, 0);
    sel_arena_destroy(of.arena);
}
END_TEST

/* One fault each. */
START_TEST(constraints_that_mean_nothing)
{
    static const struct {
        const char *rows;
        const char *code;
        unsigned line;
        unsigned column;
        const char *suggestion;
    } cases[] = {
        {"  - {principle: firs, at-least: second}\n", "E_MODEL_PRINCIPLE", 40, 17, "first"},
        {"  - {principle: first, at-least: secund}\n", "E_MODEL_PRINCIPLE", 40, 34, "second"},
        {"  - {principle: first, at-least: first}\n", "E_MODEL_CONSTRAINT_ITSELF", 40, 34, ""},
        {"  - {principle: first}\n", "E_MODEL_CONSTRAINT", 40, 5, ""},
        {"  - {principle: first, at-least: second, to: 1}\n", "E_MODEL_CONSTRAINT", 40, 34, ""},
        {"  - {principle: first, from: 0.3, to: 0.2}\n", "E_MODEL_CONSTRAINT_BOUNDS", 40, 39, ""},
        {"  - {principle: first, from: 1.1}\n", "E_YAML_RANGE", 40, 30, ""},
        {"  - {principle: first, to: -0.1}\n", "E_YAML_RANGE", 40, 28, ""},
        {"  - {principle: first, from: \"0.1\"}\n", "E_YAML_NUMBER", 40, 30, ""},
        {"  - {principle: first, at-lest: second}\n", "E_YAML_UNKNOWN", 40, 24, "at-least"},
        {"  - {at-least: second}\n", "E_YAML_MISSING", 40, 5, ""},
        {"  - first\n", "E_YAML_SHAPE", 40, 5, ""},
        {"  - {principle: first, to: 0.9}\n  - {principle: first, from: 0.2}\n", "E_MODEL_REPEATED",
         41, 17, ""},
        {"  - {principle: first, at-least: second}\n  - {principle: first, at-least: second}\n",
         "E_MODEL_REPEATED", 41, 17, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        outcome of = parse_constraints(cases[i].rows);
        ck_assert_msg(of.status == SEL_BAD_INPUT, "taken: %s", cases[i].rows);
        const sel_issue *first = &of.issues.groups[0]->places[0];
        ck_assert_msg(strcmp(first->code, cases[i].code) == 0 && first->line == cases[i].line &&
                          first->column == cases[i].column,
                      "%s%s at %u:%u", cases[i].rows, first->code, (unsigned)first->line,
                      first->column);
        ck_assert_msg(sel_str_is(first->suggestion, cases[i].suggestion), "%s suggests '%.*s'",
                      cases[i].rows, SEL_STR_ARG(first->suggestion));
        bool unknown = strcmp(first->code, "E_YAML_UNKNOWN") == 0;
        ck_assert_uint_eq(of.issues.counts[SEL_FAULT], unknown ? 2 : 1);
        sel_arena_destroy(of.arena);
    }
}
END_TEST

START_TEST(all_faults_in_one_run)
{
    sel_arena *arena = sel_arena_create();
    sel_str text = altered(arena, good, "best: first", "best: fist");
    sel_text whole = {.arena = arena};
    size_t at = sel_str_find(text, SEL_STR("direction: cost"));
    sel_text_printf(&whole, "%.*sdirection: dear%s", (int)at, text.ptr,
                    text.ptr + at + strlen("direction: cost"));
    outcome of = parse(sel_text_str(&whole));
    ck_assert_uint_eq(of.issues.counts[SEL_FAULT], 2);
    sel_arena_destroy(of.arena);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {every_key_arrives,       weights_to_be_found_are_nought,
                            each_fault_at_its_place, requests_have_measures,
                            constraints_arrive,      constraints_that_mean_nothing,
                            all_faults_in_one_run,   NULL};
    return run_tests("model_methods", tests);
}
