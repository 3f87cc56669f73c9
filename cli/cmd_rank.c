#include "analysis.h"
#include "commands.h"
#include "options.h"

typedef struct wanted {
    const char *request;
    const char *recipient;
    const char *donor;
} wanted;

static sel_status tell(cli_desk *desk, const sel_assessment *assessment, const void *of,
                       sel_report *report, sel_error *err)
{
    const wanted *limits = of;
    sel_choice_of choice;
    sel_status status = analysis_choice(assessment, limits->request, limits->recipient,
                                        limits->donor, &choice, err);
    return status != SEL_OK ? status
                            : sel_tell_ranking(desk->context, assessment, choice, report, err);
}

int cmd_rank(cli_desk *desk, int argc, const char **argv)
{
    wanted limits = {0};
    const cli_option specs[] = {{"request", "ID", &limits.request, NULL, "option.request"},
                                {"recipient", "CODE", &limits.recipient, NULL, "option.recipient"},
                                {"donor", "NAME", &limits.donor, NULL, "option.donor"},
                                {0}};
    cli_operands none;
    int outcome = options_parse(desk, specs, argc, argv, 0, 0, &none);
    cli_analysis rank = {.id = "rank", .title = "rank.title", .tell = tell, .of = &limits};
    return outcome == EXIT_DONE ? analysis_run(desk, &rank) : outcome;
}
