#include "analysis.h"
#include "commands.h"
#include "messages.h"
#include "options.h"
#include "overlap_verbs.h"

#include <math.h>

enum { BASIS_POINTS = 10000, THRESHOLD_LEAST = 500 };

/* Meetings that are compared for a listing unless more are asked for: some ten seconds. Indicators
 * and rankings rest on all. */
static const int64_t default_budget = 2000000000;

/* What was asked for. */
typedef struct listing {
    const char *top; /* as a text, and as read */
    int64_t longest;
    const char *threshold;
    sel_overlap_wish wish;
    int within_donor;
    int all_time;
    int past;
    const char *budget;
    int64_t pairs; /* the budget as read */
    int sensitivity;
    int places; /* these three: instead of places and pairs */
    int map;
    int fragmentation;
    int estimate; /* only how much there would be to do */
} listing;

static bool is_aggregate(const listing *wanted)
{
    return wanted->places || wanted->map || wanted->fragmentation;
}

static sel_status tell(cli_desk *desk, const sel_assessment *assessment, const void *of,
                       sel_report *report, sel_error *err)
{
    const listing *wanted = of;
    if (wanted->estimate) {
        sel_tell_estimate(desk->context, assessment, (uint32_t)wanted->longest, report);
        return SEL_OK;
    }
    if (wanted->places)
        sel_tell_episodes(desk->context, assessment, report);
    if (wanted->map)
        sel_tell_map(desk->context, assessment, report);
    if (wanted->fragmentation)
        sel_tell_fragmentation(desk->context, assessment, (uint32_t)wanted->longest, report);
    if (!is_aggregate(wanted))
        sel_tell_overlap(desk->context, assessment, report);
    if (wanted->sensitivity)
        return sel_tell_sensitivity(desk->context, assessment, report, err);
    return SEL_OK;
}

/* For this run only; what was read stands in the last lines of the output. */
static int set_threshold(cli_desk *desk, const char *text)
{
    double value = 0;
    if (text == NULL)
        return EXIT_DONE;
    bool read = sel_number_real(sel_str_of(text), &value);
    long points = read && value >= 0 && value <= 1 ? lround(value * BASIS_POINTS) : 0;
    if (points < THRESHOLD_LEAST)
        return say_usage("--threshold takes a number from 0.05 to 1, not '%s'", text);
    desk->context->model.overlap_threshold_bp = (uint32_t)points;
    return EXIT_DONE;
}

static int refuse(const cli_desk *desk, const listing *wanted)
{
    if ((is_aggregate(wanted) || wanted->estimate) &&
        (wanted->wish.donor != NULL || wanted->wish.recipient != NULL ||
         wanted->wish.programme != NULL))
        return say_usage("--donor, --recipient and --programme limit lists of pairs; --places, "
                         "--map, --fragmentation and --estimate tell of all");
    if (desk->audience != NULL && strcmp(desk->audience, "secretariat") != 0)
        return say_usage("this version tells overlap to the secretariat only, nothing withheld");
    return EXIT_DONE;
}

static int run(cli_desk *desk, listing *wanted)
{
    if (!sel_number_integer(sel_str_of(wanted->top), &wanted->longest) || wanted->longest < 1 ||
        wanted->longest > 100000)
        return say_usage("--top takes a whole number from 1 to 100000, not '%s'", wanted->top);
    if (wanted->budget != NULL &&
        (!sel_number_integer(sel_str_of(wanted->budget), &wanted->pairs) || wanted->pairs < 1))
        return say_usage("--pair-budget takes a whole number from 1, not '%s'", wanted->budget);
    int outcome = refuse(desk, wanted);
    if (outcome == EXIT_DONE)
        outcome = desk_store(desk, false);
    if (outcome == EXIT_DONE)
        outcome = set_threshold(desk, wanted->threshold);
    if (outcome != EXIT_DONE)
        return outcome;
    cli_analysis overlap = {.id = "overlap",
                            .title = wanted->estimate        ? "estimate.title"
                                     : wanted->places        ? "episodes.title"
                                     : wanted->map           ? "coverage.title"
                                     : wanted->fragmentation ? "fragmentation.title"
                                                             : "overlap.title",
                            .options = {.overlap = {.top = (uint32_t)wanted->longest,
                                                    .within_donor = wanted->within_donor != 0,
                                                    .all_time = wanted->all_time != 0,
                                                    .without_past = wanted->past == 0,
                                                    .pair_budget = (uint64_t)wanted->pairs},
                                        .without_overlap = wanted->estimate || is_aggregate(wanted),
                                        .wish = wanted->wish},
                            .tell = tell,
                            .of = wanted};
    return analysis_run(desk, &overlap);
}

int overlap_list(cli_desk *desk, int argc, const char **argv)
{
    listing wanted = {.top = "50", .pairs = default_budget};
    const cli_option specs[] = {
        {"donor", "NAME", &wanted.wish.donor, NULL, "option.overlap-donor"},
        {"recipient", "CODE", &wanted.wish.recipient, NULL, "option.overlap-recipient"},
        {"programme", "REGISTER:ID", &wanted.wish.programme, NULL, "option.overlap-programme"},
        {"past", NULL, NULL, &wanted.past, "option.past"},
        {"within-donor", NULL, NULL, &wanted.within_donor, "option.within-donor"},
        {"all-time", NULL, NULL, &wanted.all_time, "option.all-time"},
        {"top", "N", &wanted.top, NULL, "option.top"},
        {"threshold", "SHARE", &wanted.threshold, NULL, "option.threshold"},
        {"pair-budget", "N", &wanted.budget, NULL, "option.pair-budget"},
        {"sensitivity", NULL, NULL, &wanted.sensitivity, "option.sensitivity"},
        {"places", NULL, NULL, &wanted.places, "option.places"},
        {"map", NULL, NULL, &wanted.map, "option.map"},
        {"fragmentation", NULL, NULL, &wanted.fragmentation, "option.fragmentation"},
        {"estimate", NULL, NULL, &wanted.estimate, "option.estimate"},
        {0}};
    cli_operands none;
    int outcome = options_parse(desk, specs, argc, argv, 0, 0, &none);
    return outcome == EXIT_DONE ? run(desk, &wanted) : outcome;
}

static const struct {
    const char *name;
    command_run *run;
} verbs[] = {
    {"decide", overlap_decide}, {"list", overlap_list},   {"reply", overlap_reply},
    {"review", overlap_review}, {"shown", overlap_shown},
};

/* argv without the operand at `place`. */
static const char **without(cli_desk *desk, int argc, const char **argv, int place)
{
    const char **rest = sel_arena_array(desk->arena, (size_t)argc, sizeof *rest);
    for (int i = 0; i + 1 < argc; i++)
        rest[i] = argv[i < place ? i : i + 1];
    return rest;
}

int cmd_overlap(cli_desk *desk, int argc, const char **argv)
{
    int place = options_command_place(argc, argv);
    for (size_t i = 0; place < argc && i < sizeof verbs / sizeof verbs[0]; i++)
        if (strcmp(argv[place], verbs[i].name) == 0)
            return verbs[i].run(desk, argc - 1, without(desk, argc, argv, place));
    return overlap_list(desk, argc, argv);
}
