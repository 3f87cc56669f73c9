#include "analysis.h"
#include "commands.h"
#include "messages.h"
#include "options.h"

typedef struct wanted {
    const char *request;
    const char *donor;
} wanted;

static sel_status tell(cli_desk *desk, const sel_assessment *assessment, const void *of,
                       sel_report *report, sel_error *err)
{
    const wanted *limits = of;
    sel_choice_of choice;
    sel_status status =
        analysis_choice(assessment, limits->request, NULL, limits->donor, &choice, err);
    if (status == SEL_OK)
        sel_tell_matches(desk->context, assessment, choice, report);
    return status;
}

int cmd_match(cli_desk *desk, int argc, const char **argv)
{
    wanted limits = {0};
    const cli_option specs[] = {{"request", "ID", &limits.request, NULL, "option.request"},
                                {"donor", "NAME", &limits.donor, NULL, "option.donor"},
                                {0}};
    cli_operands none;
    int outcome = options_parse(desk, specs, argc, argv, 0, 0, &none);
    if (outcome != EXIT_DONE)
        return outcome;
    if (limits.request == NULL && limits.donor == NULL)
        return say_usage("give --request ID or --donor NAME; see 'selaras help match'");
    cli_analysis match = {.id = "match", .title = "match.title", .tell = tell, .of = &limits};
    return analysis_run(desk, &match);
}
