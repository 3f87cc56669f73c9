#include "input/model_file.h"

#include "base/hash.h"
#include "base/number.h"
#include "base/text.h"
#include "input/bytes.h"
#include "input/words_file.h"
#include "input/yaml_record.h"

static const sel_yaml_field criterion_fields[] = {
    {.key = "id", .kind = SEL_YAML_TEXT, .offset = offsetof(sel_criterion, id)},
    {.key = "letter", .kind = SEL_YAML_TEXT, .offset = offsetof(sel_criterion, letter)},
    {.key = "weight",
     .kind = SEL_YAML_REAL,
     .offset = offsetof(sel_criterion, weight),
     .most = 1e6},
    {.key = "indicators",
     .kind = SEL_YAML_TEXTS,
     .offset = offsetof(sel_criterion, indicators),
     .room = SEL_CRITERION_INDICATORS_MAX,
     .count_offset = offsetof(sel_criterion, indicator_count)},
    {0}};

static const sel_yaml_field overlap_fields[] = {
    {.key = "threshold",
     .kind = SEL_YAML_BASIS_POINTS,
     .offset = offsetof(sel_model, overlap_threshold_bp),
     .least = 0.0001,
     .most = 1},
    {.key = "floor-days",
     .kind = SEL_YAML_COUNT,
     .offset = offsetof(sel_model, overlap_floor_days),
     .most = 3660},
    {.key = "likeness-floor",
     .kind = SEL_YAML_BASIS_POINTS,
     .offset = offsetof(sel_model, overlap_likeness_floor_bp),
     .most = 1},
    {.key = "money-floor",
     .kind = SEL_YAML_HUNDREDTHS,
     .offset = offsetof(sel_model, overlap_money_floor),
     .most = 1e12},
    {0}};

static const sel_yaml_field window_fields[] = {{.key = "months-before",
                                                .kind = SEL_YAML_COUNT,
                                                .offset = offsetof(sel_model, window_months_before),
                                                .most = 600},
                                               {.key = "months-after",
                                                .kind = SEL_YAML_COUNT,
                                                .offset = offsetof(sel_model, window_months_after),
                                                .least = 1,
                                                .most = 600},
                                               {.key = "open-end-months",
                                                .kind = SEL_YAML_COUNT,
                                                .offset = offsetof(sel_model, open_end_months),
                                                .least = 1,
                                                .most = 600},
                                               {0}};

static const sel_yaml_field constant_fields[] = {
#define X(name, id, indicators, usual, smallest, largest, whole)                                   \
    {.key = (id),                                                                                  \
     .kind = (whole) ? SEL_YAML_WHOLE : SEL_YAML_REAL,                                             \
     .offset = offsetof(sel_model, policies.values[SEL_POLICY_##name]),                            \
     .least = (smallest),                                                                          \
     .most = (largest),                                                                            \
     .optional = true},
    SEL_POLICY_LIST(X)
#undef X
        {0}};

static const sel_yaml_field model_fields[] = {
    {.key = "id", .kind = SEL_YAML_TEXT, .offset = offsetof(sel_model, id)},
    {.key = "version", .kind = SEL_YAML_TEXT, .offset = offsetof(sel_model, version)},
    {.key = "title", .kind = SEL_YAML_TEXT, .offset = offsetof(sel_model, title)},
    {.key = "weighting", .kind = SEL_YAML_TEXT, .offset = offsetof(sel_model, weighting)},
    {.key = "aggregation", .kind = SEL_YAML_TEXT, .offset = offsetof(sel_model, aggregation)},
    {.key = "floor",
     .kind = SEL_YAML_REAL,
     .offset = offsetof(sel_model, floor),
     .least = 1e-6,
     .most = 0.5},
    {.key = "concentration",
     .kind = SEL_YAML_REAL,
     .offset = offsetof(sel_model, concentration),
     .most = SEL_CONCENTRATION_MOST},
    {.key = "draws",
     .kind = SEL_YAML_COUNT,
     .offset = offsetof(sel_model, draws),
     .least = SEL_DRAWS_LEAST,
     .most = SEL_DRAWS_MOST},
    {.key = "seed",
     .kind = SEL_YAML_LONG_COUNT,
     .offset = offsetof(sel_model, seed),
     .least = 1,
     .most = 9007199254740992}, /* 2^53: larger ones are not exact in every program */
    {.key = "principles",
     .kind = SEL_YAML_RECORDS,
     .offset = offsetof(sel_model, criteria),
     .room = SEL_CRITERIA_MAX,
     .count_offset = offsetof(sel_model, criterion_count),
     .size = sizeof(sel_criterion),
     .fields = criterion_fields},
    {.key = "overlap", .kind = SEL_YAML_RECORD, .fields = overlap_fields},
    {.key = "ordinal-supply",
     .kind = SEL_YAML_REALS,
     .offset = offsetof(sel_model, ordinal_supply),
     .most = 100,
     .room = 6},
    {.key = "window", .kind = SEL_YAML_RECORD, .fields = window_fields},
    {.key = "constants", .kind = SEL_YAML_RECORD, .fields = constant_fields, .optional = true},
    {0}};

/* Only weights as they are written; derived ones would be further names here. */
static void check_weighting(const sel_yaml_reading *reading, const sel_model *model)
{
    if (sel_yaml_was_read(reading, &model->weighting) && !sel_str_is(model->weighting, "direct"))
        sel_yaml_report(reading, &model->weighting,
                        (sel_issue){.code = "E_MODEL_WEIGHTING",
                                    .subject = SEL_STR("weighting"),
                                    .found = model->weighting,
                                    .suggestion = SEL_STR("direct")});
}

static void check_draws(const sel_yaml_reading *reading, const sel_model *model)
{
    if ((model->draws & (model->draws - 1)) == 0)
        return;
    uint32_t below = SEL_DRAWS_LEAST;
    while (below * 2 < model->draws)
        below *= 2;
    sel_yaml_report(reading, &model->draws,
                    (sel_issue){.code = "E_MODEL_DRAWS",
                                .subject = SEL_STR("draws"),
                                .found = sel_str_printf(reading->arena, "%u", model->draws),
                                .suggestion = sel_str_printf(reading->arena, "%u", below)});
}

/* More need never calls for less support; quarters keep the integers of supply exact. */
static void check_supply(const sel_yaml_reading *reading, const sel_model *model)
{
    for (int i = 0; i < 6; i++) {
        char text[SEL_NUMBER_ROOM];
        const double *supply = &model->ordinal_supply[i];
        bool quarters = *supply * 4 == (double)(int)(*supply * 4);
        bool falls = i > 0 && sel_yaml_was_read(reading, supply) && *supply < supply[-1];
        if (quarters && !falls)
            continue;
        sel_yaml_report(reading, supply,
                        (sel_issue){.code = quarters ? "E_MODEL_ORDER" : "E_MODEL_QUARTERS",
                                    .subject = SEL_STR("ordinal-supply"),
                                    .found = sel_str_of(sel_number_text(*supply, text))});
    }
}

static void check_likeness(const sel_yaml_reading *reading, const sel_model *model)
{
    enum { QUARTER = 2500 };
    const uint32_t *floor = &model->overlap_likeness_floor_bp;
    if (*floor % QUARTER != 0)
        sel_yaml_report(
            reading, floor,
            (sel_issue){.code = "E_MODEL_QUARTERS", .subject = SEL_STR("overlap.likeness-floor")});
}

static void report_repeated(const sel_yaml_reading *reading, const sel_str *value, sel_str subject)
{
    sel_yaml_report(reading, value,
                    (sel_issue){.code = "E_MODEL_REPEATED", .subject = subject, .found = *value});
}

/* A letter stands for one of the four principles that analysis computes. */
static void check_letter(const sel_yaml_reading *reading, const sel_criterion *criterion)
{
    bool known = criterion->letter.len == 1 && criterion->letter.ptr[0] >= 'a' &&
                 criterion->letter.ptr[0] <= 'd';
    if (criterion->letter.len > 0 && !known)
        sel_yaml_report(reading, &criterion->letter,
                        (sel_issue){.code = "E_MODEL_LETTER",
                                    .subject = SEL_STR("principles.letter"),
                                    .found = criterion->letter,
                                    .expected = SEL_STR("a, b, c, d")});
}

/* "b8": the letter of its principle and a number without leading zero. */
static bool is_indicator_of(sel_str indicator, sel_str letter)
{
    int64_t number = 0;
    return sel_str_starts(indicator, letter) && indicator.len > letter.len &&
           indicator.ptr[letter.len] >= '1' && indicator.ptr[letter.len] <= '9' &&
           sel_number_integer(sel_str_part(indicator, letter.len, indicator.len), &number) &&
           number < 100;
}

static void check_indicators(const sel_yaml_reading *reading, const sel_criterion *criterion)
{
    for (uint32_t i = 0; i < criterion->indicator_count; i++) {
        const sel_str *indicator = &criterion->indicators[i];
        if (indicator->len > 0 && criterion->letter.len > 0 &&
            !is_indicator_of(*indicator, criterion->letter))
            sel_yaml_report(reading, indicator,
                            (sel_issue){.code = "E_MODEL_INDICATOR",
                                        .subject = SEL_STR("principles.indicators"),
                                        .found = *indicator,
                                        .expected = criterion->letter});
        for (uint32_t j = 0; j < i && indicator->len > 0; j++)
            if (sel_str_equal(criterion->indicators[j], *indicator)) {
                report_repeated(reading, indicator, SEL_STR("principles.indicators"));
                break;
            }
    }
}

static void check_criteria(const sel_yaml_reading *reading, const sel_model *model)
{
    for (uint32_t i = 0; i < model->criterion_count; i++) {
        const sel_criterion *criterion = &model->criteria[i];
        check_letter(reading, criterion);
        check_indicators(reading, criterion);
        bool same_id = false;
        bool same_letter = false;
        for (uint32_t j = 0; j < i; j++) {
            same_id |= sel_str_equal(model->criteria[j].id, criterion->id);
            same_letter |= sel_str_equal(model->criteria[j].letter, criterion->letter);
        }
        if (same_id && criterion->id.len > 0)
            report_repeated(reading, &criterion->id, SEL_STR("principles.id"));
        if (same_letter && criterion->letter.len > 0)
            report_repeated(reading, &criterion->letter, SEL_STR("principles.letter"));
    }
}

/* Weights are written in any scale. */
static void settle_weights(const sel_yaml_reading *reading, sel_model *model)
{
    double total = 0;
    for (uint32_t i = 0; i < model->criterion_count; i++)
        total += model->criteria[i].weight;
    if (!(total > 0)) {
        sel_yaml_report(
            reading, &model->criteria[0].weight,
            (sel_issue){.code = "E_MODEL_WEIGHTS", .subject = SEL_STR("principles.weight")});
        return;
    }
    for (uint32_t i = 0; i < model->criterion_count; i++) {
        sel_criterion *criterion = &model->criteria[i];
        if (criterion->weight == 0)
            sel_yaml_report(reading, &criterion->weight,
                            (sel_issue){.code = "N_MODEL_WEIGHT_ZERO",
                                        .subject = SEL_STR("principles.weight"),
                                        .record = criterion->id});
        criterion->weight /= total;
    }
}

/* What the file does not say, or not in a way that can be used, is the usual. */
static void settle_constants(const sel_yaml_reading *reading, sel_model *model)
{
    const sel_policies usual = sel_policies_usual();
    sel_policies *all = &model->policies;
    for (int i = 0; i < SEL_POLICIES; i++) {
        all->given[i] = sel_yaml_was_read(reading, &all->values[i]);
        if (!all->given[i])
            all->values[i] = usual.values[i];
    }
}

/* The first fault in a sentence, for whoever looks at the error only. */
static sel_status tell_fault(const sel_issues *issues, const sel_issue *first, sel_error *err)
{
    if (err == NULL)
        return SEL_BAD_INPUT;
    sel_arena *scratch = sel_arena_create();
    sel_words words = {0};
    sel_str id = sel_str_printf(scratch, "issue.%s", first->code);
    sel_str sentence = SEL_STR("a fault");
    if (sel_words_english(scratch, &words, NULL) == SEL_OK)
        sentence =
            sel_say(scratch, &words, id.ptr, "expected", sel_str_copy(scratch, first->expected).ptr,
                    "suggestion", sel_str_copy(scratch, first->suggestion).ptr, NULL);
    sel_text text = {.arena = scratch};
    sel_text_printf(&text, "the model cannot be used: %.*s", SEL_STR_ARG(sentence));
    if (first->found.len > 0)
        sel_text_printf(&text, " Written: '%.*s'.", SEL_STR_ARG(first->found));
    if (first->suggestion.len > 0)
        sel_text_printf(&text, " Try: '%.*s'.", SEL_STR_ARG(first->suggestion));
    sel_error_place(err, first->source.ptr, first->line, first->column);
    sel_fail(err, SEL_BAD_INPUT, "%s Faults in all: %llu", text.bytes,
             (unsigned long long)issues->counts[SEL_FAULT]);
    sel_arena_destroy(scratch);
    return SEL_BAD_INPUT;
}

static sel_status tell_first(const sel_issues *issues, sel_error *err)
{
    for (uint32_t i = 0; i < issues->group_count; i++)
        if (sel_issue_severity(issues->groups[i]->places[0].code) == SEL_FAULT)
            return tell_fault(issues, &issues->groups[i]->places[0], err);
    return SEL_OK;
}

sel_status sel_model_parse(const char *name, sel_str text, sel_arena *arena, sel_model *model,
                           sel_issues *issues, sel_error *err)
{
    *model = (sel_model){0};
    sel_yaml_reading reading = {
        .arena = arena, .source = sel_str_copy(arena, sel_str_of(name)), .issues = issues};
    sel_hash_of(text, model->hash);
    sel_yaml_read(&reading, text, model_fields, model);
    check_weighting(&reading, model);
    check_draws(&reading, model);
    check_supply(&reading, model);
    check_likeness(&reading, model);
    check_criteria(&reading, model);
    settle_constants(&reading, model);
    if (sel_issues_allow(issues))
        settle_weights(&reading, model);
    return tell_first(issues, err);
}

sel_status sel_model_load(const char *path, sel_arena *arena, sel_model *model, sel_issues *issues,
                          sel_error *err)
{
    sel_bytes *bytes = NULL;
    sel_status status = sel_bytes_open(path, &bytes, err);
    if (status != SEL_OK)
        return status;
    sel_str beginning = sel_bytes_peek(bytes);
    _Static_assert((int)SEL_BYTES_PEEK >= (int)SEL_MODEL_FILE_MAX,
                   "a whole model can be looked at");
    if (beginning.len >= SEL_MODEL_FILE_MAX)
        status = sel_fail(err, SEL_BAD_INPUT, "the model file is larger than %d bytes",
                          SEL_MODEL_FILE_MAX - 1);
    else
        status = sel_model_parse(path, sel_str_copy(arena, beginning), arena, model, issues, err);
    sel_bytes_close(bytes);
    return status;
}
