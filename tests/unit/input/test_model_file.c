#include "input/model_file.h"

#include "analysis/principle.h"
#include "base/hash.h"
#include "check_suite.h"

#include <dirent.h>
#include <math.h>
#include <stdio.h>

/* What one reading gave. */
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

static outcome load(const char *path)
{
    outcome of = {.arena = sel_arena_create()};
    of.issues.arena = of.arena;
    of.status = sel_model_load(path, of.arena, &of.model, &of.issues, &of.err);
    return of;
}

static const char good[] = "id: tiny\n"                                     /* 1 */
                           "version: \"2\"\n"                               /* 2 */
                           "title: A tiny model\n"                          /* 3 */
                           "weighting: direct\n"                            /* 4 */
                           "aggregation: weighted-sum\n"                    /* 5 */
                           "floor: 0.02\n"                                  /* 6 */
                           "concentration: 7.5\n"                           /* 7 */
                           "draws: 2048\n"                                  /* 8 */
                           "seed: 9007199254740992\n"                       /* 9 */
                           "principles:\n"                                  /* 10 */
                           "  - id: first\n"                                /* 11 */
                           "    letter: a\n"                                /* 12 */
                           "    weight: 3\n"                                /* 13 */
                           "    indicators: [a1, a3]\n"                     /* 14 */
                           "  - id: second\n"                               /* 15 */
                           "    letter: d\n"                                /* 16 */
                           "    weight: 1\n"                                /* 17 */
                           "    indicators: [d2]\n"                         /* 18 */
                           "overlap:\n"                                     /* 19 */
                           "  threshold: 0.4\n"                             /* 20 */
                           "  floor-days: 60\n"                             /* 21 */
                           "  likeness-floor: 0.25\n"                       /* 22 */
                           "  money-floor: 1234.5\n"                        /* 23 */
                           "ordinal-supply: [0, 0.25, 0.5, 1, 1.5, 2]\n"    /* 24 */
                           "window: {months-before: 6, months-after: 18,\n" /* 25 */
                           "         open-end-months: 30}\n";               /* 26 */

/* good with the first `from` replaced by `to`. */
static sel_str altered(sel_arena *arena, const char *from, const char *to)
{
    sel_str text = sel_str_of(good);
    size_t at = sel_str_find(text, sel_str_of(from));
    ck_assert_msg(at < text.len, "'%s' is not in the text", from);
    return sel_str_printf(arena, "%.*s%s%s", (int)at, good, to, good + at + strlen(from));
}

START_TEST(every_field_arrives)
{
    outcome of = parse(sel_str_of(good));
    ck_assert_msg(of.status == SEL_OK, "%s", of.err.message);
    const sel_model *model = &of.model;
    ck_assert(sel_str_is(model->id, "tiny") && sel_str_is(model->version, "2") &&
              sel_str_is(model->title, "A tiny model"));
    ck_assert(sel_str_is(model->weighting, "direct"));
    ck_assert(sel_str_is(model->aggregation, "weighted-sum"));
    ck_assert_double_eq(model->floor, 0.02);
    ck_assert_double_eq(model->concentration, 7.5);
    ck_assert_uint_eq(model->draws, 2048);
    ck_assert_uint_eq(model->seed, UINT64_C(9007199254740992));
    ck_assert_uint_eq(model->criterion_count, 2);
    ck_assert(sel_str_is(model->criteria[0].id, "first"));
    ck_assert(sel_str_is(model->criteria[1].letter, "d"));
    ck_assert_double_eq(model->criteria[0].weight, 0.75);
    ck_assert_double_eq(model->criteria[1].weight, 0.25);
    ck_assert_uint_eq(model->criteria[0].indicator_count, 2);
    ck_assert(sel_str_is(model->criteria[0].indicators[1], "a3"));
    ck_assert_uint_eq(model->overlap_threshold_bp, 4000);
    ck_assert_uint_eq(model->overlap_floor_days, 60);
    ck_assert_uint_eq(model->overlap_likeness_floor_bp, 2500);
    ck_assert_int_eq(model->overlap_money_floor, 123450);
    ck_assert_double_eq(model->ordinal_supply[4], 1.5);
    ck_assert_uint_eq(model->window_months_before, 6);
    ck_assert_uint_eq(model->window_months_after, 18);
    ck_assert_uint_eq(model->open_end_months, 30);
    char hash[SEL_HASH_ROOM];
    ck_assert_str_eq(model->hash, sel_hash_of(sel_str_of(good), hash));
    sel_arena_destroy(of.arena);
}
END_TEST

/* One change of the good text, and the one fault that it makes. */
static const struct fault_case {
    const char *from;
    const char *to;
    const char *code;
    unsigned line;
    unsigned column;
    const char *suggestion;
} fault_cases[] = {
    {"floor: 0.02", "flor: 0.02", "E_YAML_UNKNOWN", 6, 1, "floor"},
    {"  threshold", "  treshold", "E_YAML_UNKNOWN", 20, 3, "threshold"},
    {"    letter: d", "    leter: d", "E_YAML_UNKNOWN", 16, 5, "letter"},
    {"version: \"2\"", "version: \"2\"\nversion: \"3\"", "E_YAML_TWICE", 3, 1, ""},
    {"    weight: 1\n", "    weight: 1\n    weight: 1\n", "E_YAML_TWICE", 18, 5, ""},
    {"title: A tiny model\n", "", "E_YAML_MISSING", 1, 1, ""},
    {"    weight: 1\n", "", "E_YAML_MISSING", 15, 5, ""},
    {"  floor-days: 60\n", "", "E_YAML_MISSING", 20, 3, ""},
    {"id: tiny", "id:", "E_YAML_EMPTY", 1, 4, ""},
    {"id: tiny", "id: ~", "E_YAML_EMPTY", 1, 5, ""},
    {"id: tiny", "id: \"\"", "E_YAML_EMPTY", 1, 5, ""},
    {"id: tiny", "id: [tiny]", "E_YAML_SHAPE", 1, 5, ""},
    {"[d2]", "d2", "E_YAML_SHAPE", 18, 17, ""},
    {"[d2]", "[]", "E_YAML_ITEMS", 18, 17, ""},
    {"  - id: first", "  - nothing\n  - id: first", "E_YAML_SHAPE", 11, 5, ""},
    {"1.5, 2]", "1.5]", "E_YAML_ITEMS", 24, 17, ""},
    {"1.5, 2]", "1.5, 2, 2]", "E_YAML_ITEMS", 24, 17, ""},
    {"1.5, 2]", "1.5, two]", "E_YAML_NUMBER", 24, 40, ""},
    {"1.5, 2]", "1.5, 101]", "E_YAML_RANGE", 24, 40, ""},
    {"1.5, 2]", "1.5, 1]", "E_MODEL_ORDER", 24, 40, ""},
    {"1.5, 2]", "1.5, 2.1]", "E_MODEL_QUARTERS", 24, 40, ""},
    {"floor: 0.02", "floor: .nan", "E_YAML_NUMBER", 6, 8, ""},
    {"floor: 0.02", "floor: .inf", "E_YAML_NUMBER", 6, 8, ""},
    {"floor: 0.02", "floor: 1e999", "E_YAML_NUMBER", 6, 8, ""},
    {"floor: 0.02", "floor: 0x1p-3", "E_YAML_NUMBER", 6, 8, ""},
    {"floor: 0.02", "floor: 0,02", "E_YAML_NUMBER", 6, 8, ""},
    {"floor: 0.02", "floor: \"0.02\"", "E_YAML_NUMBER", 6, 8, ""},
    {"floor: 0.02", "floor: {a: 1}", "E_YAML_NUMBER", 6, 8, ""},
    {"floor: 0.02", "floor: 0", "E_YAML_RANGE", 6, 8, ""},
    {"floor: 0.02", "floor: 0.6", "E_YAML_RANGE", 6, 8, ""},
    {"concentration: 7.5", "concentration: -1", "E_YAML_RANGE", 7, 16, ""},
    {"draws: 2048", "draws: 2048.5", "E_YAML_NUMBER", 8, 8, ""},
    {"draws: 2048", "draws: 512", "E_YAML_RANGE", 8, 8, ""},
    {"draws: 2048", "draws: 524288", "E_YAML_RANGE", 8, 8, ""},
    {"draws: 2048", "draws: 5000", "E_MODEL_DRAWS", 8, 8, "4096"},
    {"seed: 9007199254740992", "seed: 0", "E_YAML_RANGE", 9, 7, ""},
    {"seed: 9007199254740992", "seed: -5", "E_YAML_RANGE", 9, 7, ""},
    {"threshold: 0.4", "threshold: 0.40001", "E_YAML_NUMBER", 20, 14, ""},
    {"threshold: 0.4", "threshold: 1.1", "E_YAML_RANGE", 20, 14, ""},
    {"likeness-floor: 0.25", "likeness-floor: 0.3", "E_MODEL_QUARTERS", 22, 19, ""},
    {"likeness-floor: 0.25", "likeness-floor: 1.25", "E_YAML_RANGE", 22, 19, ""},
    {"money-floor: 1234.5", "money-floor: 1234.567", "E_YAML_NUMBER", 23, 16, ""},
    {"overlap:\n", "overlap: 3\nnothing:\n", "E_YAML_SHAPE", 19, 10, NULL},
    {"seed: 9007", "ties: share-first-rank\nseed: 9007", "E_MODEL_CHOICE", 9, 7, "share-best-rank"},
    {"letter: d", "letter: e", "E_MODEL_LETTER", 16, 13, NULL},
    {"letter: d", "letter: dd", "E_MODEL_LETTER", 16, 13, NULL},
    {"letter: a", "letter: d", "E_MODEL_REPEATED", 16, 13, NULL},
    {"id: second", "id: first", "E_MODEL_REPEATED", 15, 9, ""},
    {"[a1, a3]", "[a1, d3]", "E_MODEL_INDICATOR", 14, 22, ""},
    {"[a1, a3]", "[a1, a]", "E_MODEL_INDICATOR", 14, 22, ""},
    {"[a1, a3]", "[a1, a03]", "E_MODEL_INDICATOR", 14, 22, ""},
    {"[a1, a3]", "[a1, a3x]", "E_MODEL_INDICATOR", 14, 22, ""},
    {"[a1, a3]", "[a1, a100]", "E_MODEL_INDICATOR", 14, 22, ""},
    {"[a1, a3]", "[a1, a1]", "E_MODEL_REPEATED", 14, 22, ""},
    {"weight: 3", "weight: -3", "E_YAML_RANGE", 13, 13, ""},
    {"id: tiny", "id: &x tiny", "E_YAML_ANCHOR", 1, 5, ""},
    {"id: tiny", "id: !!str tiny", "E_YAML_TAG", 1, 5, ""},
    {"id: tiny", "id: !x tiny", "E_YAML_TAG", 1, 5, ""},
    {"open-end-months: 30}\n", "open-end-months: 30}\n---\nid: other\n", "E_YAML_DOCUMENTS", 27, 1,
     ""},
    {"[d2]", "[d2", "E_YAML_SYNTAX", 19, 8, NULL},
    {"id: tiny", "\tid: tiny", "E_YAML_SYNTAX", 1, 1, NULL},
    {"title: A tiny model", "title: A \x01 model", "E_YAML_SYNTAX", 3, 10, NULL},
};

/* NULL as suggestion: the change makes further faults; the wanted one must be among them. */
static void check_fault(const struct fault_case *expected)
{
    sel_arena *arena = sel_arena_create();
    outcome of = parse(altered(arena, expected->from, expected->to));
    ck_assert_msg(of.status == SEL_BAD_INPUT, "'%s' was taken", expected->to);
    const sel_issue *found = NULL;
    for (uint32_t i = 0; i < of.issues.group_count && found == NULL; i++)
        if (strcmp(of.issues.groups[i]->places[0].code, expected->code) == 0)
            found = &of.issues.groups[i]->places[0];
    ck_assert_msg(found != NULL, "'%s': no %s but %s", expected->to, expected->code,
                  of.err.message);
    ck_assert_msg(found->line == expected->line && found->column == expected->column,
                  "'%s': %s at %u:%u, not %u:%u", expected->to, expected->code,
                  (unsigned)found->line, found->column, expected->line, expected->column);
    if (expected->suggestion != NULL) {
        ck_assert_msg(sel_str_is(found->suggestion, expected->suggestion), "'%s': suggests '%.*s'",
                      expected->to, SEL_STR_ARG(found->suggestion));
        uint64_t faults = strcmp(expected->code, "E_YAML_UNKNOWN") == 0 ? 2 : 1;
        ck_assert_msg(of.issues.counts[SEL_FAULT] == faults, "'%s': %u faults, %s", expected->to,
                      (unsigned)of.issues.counts[SEL_FAULT], of.err.message);
    }
    ck_assert(of.err.line > 0 && strcmp(of.err.source, "m.yaml") == 0);
    sel_arena_destroy(of.arena);
    sel_arena_destroy(arena);
}

START_TEST(each_fault_at_its_place)
{
    for (size_t i = 0; i < sizeof fault_cases / sizeof fault_cases[0]; i++)
        check_fault(&fault_cases[i]);
}
END_TEST

START_TEST(all_faults_in_one_run)
{
    static const char text[] = "id: x\n"
                               "flor: 1\n"
                               "floor: much\n"
                               "draws: 5000\n"
                               "seed: 0\n"
                               "principles:\n"
                               "  - {id: p, letter: a, weight: x, indicators: [a1, b1]}\n"
                               "  - {id: p, letter: a, weight: -1, indicators: [a1, a1]}\n"
                               "overlap: {threshold: 2}\n";
    outcome of = parse(sel_str_of(text));
    ck_assert_int_eq(of.status, SEL_BAD_INPUT);
    /* unknown, number, draws, range; number, indicator; range, indicator twice, id, letter; range,
     * three keys of overlap; seven of the model: version, title, weighting, aggregation,
     * concentration, ordinal-supply, window. */
    ck_assert_uint_eq(of.issues.counts[SEL_FAULT], 21);
    ck_assert(strstr(of.err.message, "Faults in all: 21") != NULL);
    sel_arena_destroy(of.arena);
}
END_TEST

START_TEST(weights_of_any_scale_and_of_zero)
{
    sel_arena *arena = sel_arena_create();
    outcome zero = parse(altered(arena, "weight: 3", "weight: 0"));
    ck_assert_int_eq(zero.status, SEL_OK);
    ck_assert_double_eq(zero.model.criteria[0].weight, 0);
    ck_assert_double_eq(zero.model.criteria[1].weight, 1);
    ck_assert_uint_eq(zero.issues.counts[SEL_NOTE], 1);
    ck_assert_str_eq(zero.issues.groups[0]->places[0].code, "N_MODEL_WEIGHT_ZERO");
    ck_assert_uint_eq(zero.issues.groups[0]->places[0].line, 13);
    sel_arena_destroy(zero.arena);
    sel_str both = altered(arena, "weight: 3", "weight: 0");
    char *text = sel_arena_copy(arena, both.ptr, both.len);
    char *second = strstr(text, "weight: 1");
    second[8] = '0';
    outcome none = parse((sel_str){text, both.len});
    ck_assert_int_eq(none.status, SEL_BAD_INPUT);
    ck_assert_str_eq(none.issues.groups[0]->places[0].code, "E_MODEL_WEIGHTS");
    ck_assert_uint_eq(none.issues.groups[0]->places[0].line, 13);
    sel_arena_destroy(none.arena);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(references_to_anchors_are_refused_where_they_stand)
{
    sel_arena *arena = sel_arena_create();
    sel_str with_anchor = altered(arena, "[a1, a3]", "&list [a1, a3]");
    size_t at = sel_str_find(with_anchor, SEL_STR("[d2]"));
    outcome of = parse(
        sel_str_printf(arena, "%.*s*list%s", (int)at, with_anchor.ptr, with_anchor.ptr + at + 4));
    ck_assert_int_eq(of.status, SEL_BAD_INPUT);
    ck_assert_str_eq(of.issues.groups[0]->places[0].code, "E_YAML_ANCHOR");
    ck_assert_uint_eq(of.issues.groups[0]->places[0].line, 14);
    ck_assert_uint_eq(of.issues.groups[0]->places[1].line, 18);
    sel_arena_destroy(of.arena);
    sel_arena_destroy(arena);
}
END_TEST

/* Text that is hardly YAML at all. */
START_TEST(what_is_not_a_model)
{
    static const char deep[] = "id: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[";
    static const struct {
        sel_str text;
        const char *code;
    } bad[] = {
        {{NULL, 0}, "E_YAML_SHAPE"},
        {{"", 0}, "E_YAML_SHAPE"},
        {{"# nothing\n", 10}, "E_YAML_SHAPE"},
        {{"- a\n- b\n", 8}, "E_YAML_SHAPE"},
        {{"word", 4}, "E_YAML_SHAPE"},
        {{"id: \xff\xfe", 6}, "E_YAML_LETTERS"},
        {{"id: \0x", 6}, "E_YAML_LETTERS"},
        {{"\xff\xfei\0d\0", 6}, "E_YAML_LETTERS"},
        {{"id: \x01", 5}, "E_YAML_SYNTAX"},
        {{deep, sizeof deep - 1}, "E_YAML_SYNTAX"},
        {{"{", 1}, "E_YAML_SYNTAX"},
        {{"id: 'x", 6}, "E_YAML_SYNTAX"},
        {{"? [a]\n: b\n", 10}, "E_YAML_UNKNOWN"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        outcome of = parse(bad[i].text);
        ck_assert_int_eq(of.status, SEL_BAD_INPUT);
        ck_assert_msg(strcmp(of.issues.groups[0]->places[0].code, bad[i].code) == 0, "text %zu: %s",
                      i, of.issues.groups[0]->places[0].code);
        sel_arena_destroy(of.arena);
    }
}
END_TEST

START_TEST(a_byte_order_mark_and_windows_line_ends)
{
    sel_arena *arena = sel_arena_create();
    char *text = sel_arena_array(arena, 2 * sizeof good + 3, 1);
    size_t length = 3;
    memcpy(text, "\xEF\xBB\xBF", 3);
    for (const char *c = good; *c != '\0'; c++) {
        if (*c == '\n')
            text[length++] = '\r';
        text[length++] = *c;
    }
    outcome of = parse((sel_str){text, length});
    ck_assert_msg(of.status == SEL_OK, "%s", of.err.message);
    ck_assert(sel_str_is(of.model.id, "tiny"));
    sel_arena_destroy(of.arena);
    sel_arena_destroy(arena);
}
END_TEST

/* A file cut anywhere is refused with a place, or, where only the last line end is missing, read.
 */
START_TEST(every_prefix)
{
    for (size_t length = 0; length < sizeof good; length++) {
        outcome of = parse((sel_str){good, length});
        ck_assert_int_eq(of.status, length < sizeof good - 2 ? SEL_BAD_INPUT : SEL_OK);
        ck_assert(of.status == SEL_OK || of.err.line > 0);
        sel_arena_destroy(of.arena);
    }
}
END_TEST

START_TEST(files_that_cannot_be_read)
{
    outcome missing = load(SELARAS_BINARY_DIR "/no-such-model.yaml");
    ck_assert_int_eq(missing.status, SEL_NOT_FOUND);
    sel_arena_destroy(missing.arena);
    outcome folder = load(SELARAS_BINARY_DIR);
    ck_assert_int_eq(folder.status, SEL_IO);
    sel_arena_destroy(folder.arena);
    const char *path = SELARAS_BINARY_DIR "/test_model_file_large.yaml";
    FILE *file = fopen(path, "wb");
    for (int i = 0; i < SEL_MODEL_FILE_MAX; i++)
        fputc('#', file);
    fclose(file);
    outcome large = load(path);
    ck_assert_int_eq(large.status, SEL_BAD_INPUT);
    ck_assert(strstr(large.err.message, "larger than 65535 bytes") != NULL);
    sel_arena_destroy(large.arena);
    remove(path);
}
END_TEST

START_TEST(models_of_the_project)
{
    DIR *folder = opendir(SELARAS_SOURCE_DIR "/models");
    int count = 0;
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        sel_str name = sel_str_of(entry->d_name);
        size_t dot = sel_str_find(name, SEL_STR(".yaml"));
        if (dot + 5 != name.len)
            continue;
        char path[1024];
        snprintf(path, sizeof path, SELARAS_SOURCE_DIR "/models/%s", entry->d_name);
        outcome of = load(path);
        ck_assert_msg(of.status == SEL_OK, "%s: %s", entry->d_name, of.err.message);
        ck_assert_uint_eq(of.issues.counts[SEL_NOTE], 0);
        ck_assert(sel_str_equal(of.model.id, sel_str_part(name, 0, dot)));
        sel_arena_destroy(of.arena);
        count += 1;
    }
    closedir(folder);
    ck_assert_int_ge(count, 1);
}
END_TEST

static bool names(const sel_model *model, const sel_indicator *indicator)
{
    for (uint32_t i = 0; i < model->criterion_count; i++)
        for (uint32_t j = 0; j < model->criteria[i].indicator_count; j++)
            if (sel_str_is(model->criteria[i].indicators[j], indicator->id))
                return true;
    return false;
}

/* The default model counts every scored indicator, and no other. */
START_TEST(four_principles_name_the_scored_indicators)
{
    outcome of = load(SELARAS_SOURCE_DIR "/models/four-principles.yaml");
    ck_assert_uint_eq(of.model.criterion_count, 4);
    uint32_t count = 0;
    uint32_t named = 0;
    uint32_t written = 0;
    const sel_indicator *const *indicators = sel_indicators(&count);
    for (uint32_t i = 0; i < count; i++) {
        bool counts = indicators[i]->role == SEL_SCORED;
        ck_assert_msg(names(&of.model, indicators[i]) == counts, "%s", indicators[i]->id);
        named += counts;
    }
    for (uint32_t i = 0; i < of.model.criterion_count; i++) {
        ck_assert_double_eq(of.model.criteria[i].weight, 0.25);
        written += of.model.criteria[i].indicator_count;
    }
    ck_assert_uint_eq(named, written);
    sel_arena_destroy(of.arena);
}
END_TEST

START_TEST(the_example_of_the_readme)
{
    static char text[1 << 16];
    FILE *file = fopen(SELARAS_SOURCE_DIR "/models/README.md", "rb");
    ck_assert(file != NULL);
    size_t length = fread(text, 1, sizeof text, file);
    fclose(file);
    sel_str readme = {text, length};
    size_t start = sel_str_find(readme, SEL_STR("```yaml\n"));
    ck_assert_uint_lt(start, length);
    sel_str example = sel_str_part(readme, start + 8, length);
    example = sel_str_part(example, 0, sel_str_find(example, SEL_STR("```")));
    outcome of = parse(example);
    ck_assert_msg(of.status == SEL_OK, "line %u: %s", (unsigned)of.err.line, of.err.message);
    ck_assert_double_eq_tol(of.model.criteria[0].weight, 2.0 / 3, 1e-15);
    ck_assert(sel_str_is(of.model.criteria[1].indicators[1], "d2"));
    ck_assert_uint_eq(sel_model_count(&of.model, SEL_POLICY_A5_REQUESTS), 12);
    sel_arena_destroy(of.arena);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {every_field_arrives,
                            each_fault_at_its_place,
                            all_faults_in_one_run,
                            weights_of_any_scale_and_of_zero,
                            references_to_anchors_are_refused_where_they_stand,
                            what_is_not_a_model,
                            a_byte_order_mark_and_windows_line_ends,
                            every_prefix,
                            files_that_cannot_be_read,
                            models_of_the_project,
                            four_principles_name_the_scored_indicators,
                            the_example_of_the_readme,
                            NULL};
    return run_tests("model_file", tests);
}
