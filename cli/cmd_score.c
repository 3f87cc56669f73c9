#include "analysis.h"
#include "commands.h"
#include "options.h"

static sel_status tell(cli_desk *desk, const sel_assessment *assessment, const void *of,
                       sel_report *report, sel_error *err)
{
    const char *const *address = of;
    sel_subject subject;
    sel_status status = sel_subject_find(assessment, sel_str_of(*address), &subject, err);
    if (status == SEL_OK)
        sel_tell_score(desk->context, assessment, subject, report);
    return status;
}

int cmd_score(cli_desk *desk, int argc, const char **argv)
{
    const char *address = "portfolio";
    cli_analysis score = {.id = "score", .title = "score.title", .tell = tell, .of = &address};
    const cli_option specs[] = {{"round", "ROUND", &score.options.round, NULL, "option.round"},
                                {0}};
    cli_operands subject;
    int outcome = options_parse(desk, specs, argc, argv, 0, 1, &subject);
    if (outcome == EXIT_DONE && subject.count == 1)
        address = subject.list[0];
    return outcome == EXIT_DONE ? analysis_run(desk, &score) : outcome;
}
