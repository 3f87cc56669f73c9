#include "input/model_parts.h"

#include "base/nearest.h"
#include "base/number.h"
#include "base/text.h"

static void report_choice(const sel_yaml_reading *reading, const sel_str *value, sel_str subject,
                          const char *const *choices)
{
    sel_nearest nearest = sel_nearest_start(*value);
    sel_text all = {.arena = reading->arena};
    for (; *choices != NULL; choices++) {
        if (sel_str_is(*value, *choices))
            return;
        sel_nearest_offer(&nearest, sel_str_of(*choices));
        sel_text_printf(&all, "%s%s", all.len == 0 ? "" : ", ", *choices);
    }
    sel_yaml_report(reading, value,
                    (sel_issue){.code = "E_MODEL_CHOICE",
                                .subject = subject,
                                .found = *value,
                                .expected = sel_text_str(&all),
                                .suggestion = nearest.name});
}

static void check_choices(const sel_yaml_reading *reading, const sel_model *model)
{
    static const char *const directions[] = {SEL_BENEFIT, SEL_COST, NULL};
    static const char *const groups[] = {SEL_GROUP_BY_JUDGEMENTS, SEL_GROUP_BY_PRIORITIES, NULL};
    static const char *const ties[] = {SEL_TIES_SHARE, NULL};
    static const char *const rules[] = {SEL_MISSING_INTERVAL, NULL};
    const struct {
        const sel_str *value;
        sel_str subject;
        const char *const *choices;
    } wanted[] = {{&model->alternatives, SEL_STR("alternatives"), sel_model_alternatives},
                  {&model->group, SEL_STR("judgements.group"), groups},
                  {&model->ties, SEL_STR("ties"), ties},
                  {&model->missing, SEL_STR("missing.rule"), rules}};
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
        if (wanted[i].value->len > 0)
            report_choice(reading, wanted[i].value, wanted[i].subject, wanted[i].choices);
    for (uint32_t j = 0; j < model->criterion_count; j++) {
        const sel_criterion *at = &model->criteria[j];
        if (at->direction.len > 0)
            report_choice(reading, &at->direction, SEL_STR("principles.direction"), directions);
    }
}

/* Weights beside the principles are all there when they are what counts. */
static void check_weights(const sel_yaml_reading *reading, const sel_model *model)
{
    if (!sel_str_is(model->weighting, SEL_WEIGHTING_DIRECT))
        return;
    for (uint32_t j = 0; j < model->criterion_count; j++)
        if (sel_yaml_was_left_out(reading, &model->criteria[j].weight))
            sel_yaml_report(reading, &model->criteria[j].weight,
                            (sel_issue){.code = "E_YAML_MISSING",
                                        .subject = SEL_STR("principles.weight"),
                                        .expected = SEL_STR("weight")});
}

static void check_goalposts(const sel_yaml_reading *reading, const sel_criterion *criterion)
{
    const double *posts = criterion->goalposts;
    if (sel_yaml_was_read(reading, &posts[0]) && sel_yaml_was_read(reading, &posts[1]) &&
        !(posts[0] < posts[1]))
        sel_yaml_report(
            reading, &posts[1],
            (sel_issue){.code = "E_MODEL_GOALPOSTS", .subject = SEL_STR("principles.goalposts")});
}

static bool has_principle(const sel_model *model, sel_str id)
{
    for (uint32_t j = 0; j < model->criterion_count; j++)
        if (sel_str_equal(model->criteria[j].id, id))
            return true;
    return false;
}

static void check_principle(const sel_yaml_reading *reading, const sel_model *model,
                            const sel_str *id, sel_str subject)
{
    if (id->len == 0 || has_principle(model, *id))
        return;
    sel_nearest nearest = sel_nearest_start(*id);
    for (uint32_t j = 0; j < model->criterion_count; j++)
        sel_nearest_offer(&nearest, model->criteria[j].id);
    sel_yaml_report(reading, id,
                    (sel_issue){.code = "E_MODEL_PRINCIPLE",
                                .subject = subject,
                                .found = *id,
                                .suggestion = nearest.name});
}

static void check_references(const sel_yaml_reading *reading, const sel_model *model)
{
    check_principle(reading, model, &model->best, SEL_STR("best-worst.best"));
    check_principle(reading, model, &model->worst, SEL_STR("best-worst.worst"));
    for (uint32_t i = 0; i < model->parameter_count; i++)
        check_principle(reading, model, &model->parameters[i].principle,
                        SEL_STR("parameters.principle"));
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

/* One form is wanted: an order, or bounds. A row that is no record has nothing of either, read or
 * left out. */
static void check_constraint_form(const sel_yaml_reading *reading,
                                  const sel_model_constraint *constraint)
{
    bool order = sel_yaml_was_read(reading, &constraint->at_least);
    bool bounds = sel_yaml_was_read(reading, &constraint->from) ||
                  sel_yaml_was_read(reading, &constraint->to);
    bool neither = sel_yaml_was_left_out(reading, &constraint->at_least) &&
                   sel_yaml_was_left_out(reading, &constraint->from) &&
                   sel_yaml_was_left_out(reading, &constraint->to);
    if (neither || (order && bounds))
        sel_yaml_report(reading, &constraint->at_least,
                        (sel_issue){.code = "E_MODEL_CONSTRAINT",
                                    .subject = SEL_STR("constraints"),
                                    .found = constraint->principle});
}

static void check_constraint(const sel_yaml_reading *reading, const sel_model *model, uint32_t i)
{
    const sel_model_constraint *at = &model->constraints[i];
    check_principle(reading, model, &at->principle, SEL_STR("constraints.principle"));
    check_principle(reading, model, &at->at_least, SEL_STR("constraints.at-least"));
    check_constraint_form(reading, at);
    if (at->at_least.len > 0 && sel_str_equal(at->principle, at->at_least))
        sel_yaml_report(reading, &at->at_least,
                        (sel_issue){.code = "E_MODEL_CONSTRAINT_ITSELF",
                                    .subject = SEL_STR("constraints.at-least"),
                                    .found = at->at_least});
    if (sel_yaml_was_read(reading, &at->from) && sel_yaml_was_read(reading, &at->to) &&
        at->from > at->to)
        sel_yaml_report(
            reading, &at->to,
            (sel_issue){.code = "E_MODEL_CONSTRAINT_BOUNDS", .subject = SEL_STR("constraints.to")});
    for (uint32_t k = 0; k < i; k++)
        if (at->principle.len > 0 &&
            sel_str_equal(model->constraints[k].principle, at->principle) &&
            sel_str_equal(model->constraints[k].at_least, at->at_least)) {
            report_repeated(reading, &at->principle, SEL_STR("constraints.principle"));
            return;
        }
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

/* Programmes have principles, and fit to one request; requests have measures only. */
static void check_measure(const sel_yaml_reading *reading, const sel_model *model,
                          const sel_criterion *criterion)
{
    static const char *const of_programmes[] = {SEL_MEASURE_PRINCIPLE, SEL_MEASURE_FIT, NULL};
    bool requests = sel_model_ranks_requests(model);
    sel_request_measure measure = sel_criterion_measure(criterion);
    sel_issue issue = {.subject = SEL_STR("principles.measure"), .found = criterion->measure};
    if (requests && sel_yaml_was_left_out(reading, &criterion->measure)) {
        issue.code = "E_YAML_MISSING";
        issue.expected = SEL_STR("measure");
    } else if (!requests && measure == SEL_REQUEST_FIT &&
               !sel_str_is(model->alternatives, SEL_FOR_REQUEST)) {
        issue.code = "E_MODEL_FIT";
        issue.expected = SEL_STR(SEL_FOR_REQUEST ", " SEL_OF_REQUESTS);
    } else if (!requests && measure < SEL_REQUEST_FIT) {
        issue.code = "E_MODEL_MEASURE";
        issue.expected = SEL_STR(SEL_OF_REQUESTS);
    } else if (criterion->measure.len > 0) {
        report_choice(reading, &criterion->measure, issue.subject,
                      requests ? sel_request_measures : of_programmes);
    }
    if (issue.code != NULL)
        sel_yaml_report(reading, &criterion->measure, issue);
}

/* A principle has a letter and indicators, a measure neither. */
static void check_parts(const sel_yaml_reading *reading, const sel_model *model,
                        const sel_criterion *criterion)
{
    const struct {
        const void *value;
        const char *key;
    } parts[] = {{&criterion->letter, "letter"}, {&criterion->indicators[0], "indicators"}};
    bool requests = sel_model_ranks_requests(model);
    bool principle = !requests && sel_criterion_is_principle(criterion);
    bool measure = requests || sel_criterion_measure(criterion) == SEL_REQUEST_FIT;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        sel_str subject = sel_str_printf(reading->arena, "principles.%s", parts[i].key);
        if (principle && sel_yaml_was_left_out(reading, parts[i].value))
            sel_yaml_report(reading, parts[i].value,
                            (sel_issue){.code = "E_YAML_MISSING",
                                        .subject = subject,
                                        .expected = sel_str_of(parts[i].key)});
        if (measure && sel_yaml_was_read(reading, parts[i].value))
            sel_yaml_report(reading, parts[i].value,
                            (sel_issue){.code = requests ? "E_MODEL_REQUESTS" : "E_MODEL_UNUSED",
                                        .subject = subject});
    }
}

/* What no two criteria may share. */
static void check_repeated(const sel_yaml_reading *reading, const sel_model *model, uint32_t i)
{
    const sel_criterion *criterion = &model->criteria[i];
    bool same_id = false;
    bool same_letter = false;
    bool same_measure = false;
    for (uint32_t j = 0; j < i; j++) {
        same_id |= sel_str_equal(model->criteria[j].id, criterion->id);
        same_letter |= sel_str_equal(model->criteria[j].letter, criterion->letter);
        same_measure |= sel_str_equal(model->criteria[j].measure, criterion->measure);
    }
    if (same_id && criterion->id.len > 0)
        report_repeated(reading, &criterion->id, SEL_STR("principles.id"));
    if (same_letter && criterion->letter.len > 0)
        report_repeated(reading, &criterion->letter, SEL_STR("principles.letter"));
    if (same_measure && sel_model_ranks_requests(model) && criterion->measure.len > 0)
        report_repeated(reading, &criterion->measure, SEL_STR("principles.measure"));
}

static void check_criteria(const sel_yaml_reading *reading, const sel_model *model)
{
    for (uint32_t i = 0; i < model->criterion_count; i++) {
        const sel_criterion *criterion = &model->criteria[i];
        check_parts(reading, model, criterion);
        check_measure(reading, model, criterion);
        check_letter(reading, criterion);
        check_indicators(reading, criterion);
        check_goalposts(reading, criterion);
        check_repeated(reading, model, i);
    }
}

void sel_model_check(const sel_yaml_reading *reading, const sel_model *model)
{
    check_choices(reading, model);
    check_weights(reading, model);
    check_draws(reading, model);
    check_supply(reading, model);
    check_likeness(reading, model);
    check_criteria(reading, model);
    check_references(reading, model);
    for (uint32_t i = 0; i < model->constraint_count; i++)
        check_constraint(reading, model, i);
}
