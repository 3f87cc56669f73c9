#include "analysis.h"
#include "commands.h"
#include "options.h"

static sel_status tell(cli_desk *desk, const sel_assessment *assessment, const void *of,
                       sel_report *report, sel_error *err)
{
    const cli_operands *address = of;
    sel_explanation *explanation = sel_arena_array(desk->arena, 1, sizeof *explanation);
    bool overlap = strcmp(address->list[0], "overlap") == 0;
    sel_status status;
    if (overlap && address->count == 3)
        status = sel_explain_overlap(desk->context, assessment, desk->store,
                                     sel_str_of(address->list[1]), sel_str_of(address->list[2]),
                                     desk->arena, explanation, err);
    else if (!overlap && address->count == 1)
        status = sel_explain(desk->context, assessment, desk->store, sel_str_of(address->list[0]),
                             desk->arena, explanation, err);
    else
        status = sel_fail(err, SEL_USAGE,
                          "give one address, or 'overlap' and two; see 'selaras help explain'");
    if (status != SEL_OK)
        return status;
    report->title = explanation->title;
    if (assessment->study->illustrative)
        sel_report_notice(report, true,
                          sel_words_find(&desk->context->words, "notice.illustrative"));
    return sel_report_add_explanation(report, explanation, err);
}

int cmd_explain(cli_desk *desk, int argc, const char **argv)
{
    cli_operands address;
    const cli_option specs[] = {{"model", "MODEL", &desk->model, NULL, "option.model"},
                                {.name = NULL}};
    int outcome = options_parse(desk, specs, argc, argv, 1, 3, &address);
    cli_analysis explain = {
        .id = "explain", .title = "explain.title", .tell = tell, .of = &address};
    return outcome == EXIT_DONE ? analysis_run(desk, &explain) : outcome;
}
