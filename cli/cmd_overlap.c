#include "analysis.h"
#include "commands.h"
#include "messages.h"
#include "options.h"
#include "overlap_review.h"

static sel_status tell(cli_desk *desk, const sel_assessment *assessment, const void *of,
                       sel_report *report, sel_error *err)
{
    (void)of;
    (void)err;
    sel_tell_overlap(desk->context, assessment, report);
    return SEL_OK;
}

static int overlap_list(cli_desk *desk, int argc, const char **argv)
{
    const char *top = "50";
    int within_donor = 0;
    int all_time = 0;
    const cli_option specs[] = {{"top", "N", &top, NULL, "option.top"},
                                {"within-donor", NULL, NULL, &within_donor, "option.within-donor"},
                                {"all-time", NULL, NULL, &all_time, "option.all-time"},
                                {0}};
    cli_operands none;
    int outcome = options_parse(desk, specs, argc, argv, 0, 0, &none);
    if (outcome != EXIT_DONE)
        return outcome;
    int64_t count;
    if (!sel_number_integer(sel_str_of(top), &count) || count < 1 || count > 100000)
        return say_usage("--top takes a whole number from 1 to 100000, not '%s'", top);
    cli_analysis overlap = {.id = "overlap",
                            .title = "overlap.title",
                            .options = {.overlap = {.top = (uint32_t)count,
                                                    .within_donor = within_donor != 0,
                                                    .all_time = all_time != 0}},
                            .tell = tell};
    return analysis_run(desk, &overlap);
}

static const struct {
    const char *name;
    command_run *run;
} verbs[] = {
    {"decide", overlap_decide},
    {"list", overlap_list},
    {"review", overlap_review},
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
