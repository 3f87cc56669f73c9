#include "analysis.h"
#include "commands.h"
#include "messages.h"
#include "options.h"

/** What is shown instead of places and pairs. */
typedef struct instead {
    int places;
    int map;
    int fragmentation;
    int64_t top;
} instead;

static sel_status tell(cli_desk *desk, const sel_assessment *assessment, const void *of,
                       sel_report *report, sel_error *err)
{
    const instead *shown = of;
    (void)err;
    if (shown->places)
        sel_tell_episodes(desk->context, assessment, report);
    if (shown->map)
        sel_tell_map(desk->context, assessment, report);
    if (shown->fragmentation)
        sel_tell_fragmentation(desk->context, assessment, (uint32_t)shown->top, report);
    if (!shown->places && !shown->map && !shown->fragmentation)
        sel_tell_overlap(desk->context, assessment, report);
    return SEL_OK;
}

int cmd_overlap(cli_desk *desk, int argc, const char **argv)
{
    const char *top = "50";
    int within_donor = 0;
    int all_time = 0;
    instead shown = {0};
    const cli_option specs[] = {
        {"top", "N", &top, NULL, "option.top"},
        {"within-donor", NULL, NULL, &within_donor, "option.within-donor"},
        {"all-time", NULL, NULL, &all_time, "option.all-time"},
        {"places", NULL, NULL, &shown.places, "option.places"},
        {"map", NULL, NULL, &shown.map, "option.map"},
        {"fragmentation", NULL, NULL, &shown.fragmentation, "option.fragmentation"},
        {0}};
    cli_operands none;
    int outcome = options_parse(desk, specs, argc, argv, 0, 0, &none);
    if (outcome != EXIT_DONE)
        return outcome;
    int64_t count;
    if (!sel_number_integer(sel_str_of(top), &count) || count < 1 || count > 100000)
        return say_usage("--top takes a whole number from 1 to 100000, not '%s'", top);
    shown.top = count;
    cli_analysis overlap = {.id = "overlap",
                            .title = shown.places          ? "episodes.title"
                                     : shown.map           ? "coverage.title"
                                     : shown.fragmentation ? "fragmentation.title"
                                                           : "overlap.title",
                            .of = &shown,
                            .options = {.overlap = {.top = (uint32_t)count,
                                                    .within_donor = within_donor != 0,
                                                    .all_time = all_time != 0}},
                            .tell = tell};
    return analysis_run(desk, &overlap);
}
