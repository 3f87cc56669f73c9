#include "analysis.h"
#include "commands.h"
#include "messages.h"
#include "options.h"
#include "outputs.h"

static sel_status tell(cli_desk *desk, const sel_assessment *assessment, const void *of,
                       sel_report *report, sel_error *err)
{
    (void)of;
    return sel_publish(desk->context, assessment, desk->store, report, err);
}

int cmd_report(cli_desk *desk, int argc, const char **argv)
{
    const char *path = NULL;
    const cli_option specs[] = {{"output", "FILE", &path, NULL, "option.output"}, {0}};
    cli_operands none;
    int outcome = options_parse(desk, specs, argc, argv, 0, 0, &none);
    if (outcome == EXIT_DONE)
        outcome = outputs_check(desk, (cli_outputs){&path, 1}, &none, NULL);
    if (outcome != EXIT_DONE)
        return outcome;
    if (desk->audience == NULL || strcmp(desk->audience, "secretariat") != 0)
        return say_usage("this version writes reports for the secretariat only, nothing withheld: "
                         "say so with --audience secretariat");
    if (path == NULL && desk->format == NULL)
        path = "report.html";
    cli_analysis report = {.id = "report",
                           .title = "publish.title",
                           .options = {.overlap = {.without_past = true}},
                           .tell = tell,
                           .html_path = path};
    outcome = analysis_run(desk, &report);
    if (outcome == EXIT_DONE && path != NULL)
        say_hint(desk, "%s", path);
    return outcome;
}
