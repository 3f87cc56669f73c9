#include "analysis.h"
#include "commands.h"
#include "options.h"

typedef struct wanted {
    const char *recipient;
    int region; /* distribution over members, even when the organisation itself answered */
} wanted;

static sel_status tell(cli_desk *desk, const sel_assessment *assessment, const void *of,
                       sel_report *report, sel_error *err)
{
    const wanted *of_what = of;
    const char *const *recipient = &of_what->recipient;
    if (*recipient == NULL) {
        sel_tell_needs(desk->context, assessment, report);
        return SEL_OK;
    }
    const sel_geography *geography = &desk->context->reference.geography;
    uint32_t number = sel_geography_find(geography, sel_str_of(*recipient));
    if (number == SEL_NONE)
        return sel_fail(err, SEL_NOT_FOUND, "'%s' is no country or organisation we know",
                        *recipient);
    bool body = geography->recipients[number].body;
    bool silent = sel_needs_headline(&assessment->needs, number).asked == 0;
    if (body && (silent || of_what->region))
        sel_tell_region(desk->context, assessment, number, report);
    else
        sel_tell_recipient(desk->context, assessment, number, report);
    return SEL_OK;
}

int cmd_needs(cli_desk *desk, int argc, const char **argv)
{
    wanted of_what = {0};
    cli_analysis needs = {.id = "needs",
                          .title = "needs.title",
                          .options = {.without_programmes = true},
                          .tell = tell,
                          .of = &of_what};
    const cli_option specs[] = {{"region", NULL, NULL, &of_what.region, "option.region"},
                                {"round", "ROUND", &needs.options.round, NULL, "option.round"},
                                {0}};
    cli_operands none;
    int outcome = options_parse(desk, specs, argc, argv, 0, 1, &none);
    if (none.count == 1 && outcome == EXIT_DONE)
        of_what.recipient = none.list[0];
    return outcome == EXIT_DONE ? analysis_run(desk, &needs) : outcome;
}
