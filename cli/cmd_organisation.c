#include "commands.h"
#include "messages.h"
#include "options.h"

typedef struct organisation_request {
    const char *verb;
    cli_operands names; /* after the verb */
    const char *by;
    const char *why;
    int unresolved;
} organisation_request;

static sel_report start_report(cli_desk *desk, const char *id)
{
    return (sel_report){.arena = desk->arena,
                        .id = id,
                        .title = sel_words_find(&desk->context->words, "organisation.title")};
}

/* other: what to show when no record names the first; NULL: say so. */
static int show(cli_desk *desk, const char *name, const char *other, const char *notice)
{
    sel_error err = {0};
    sel_report report = start_report(desk, "organisation");
    if (notice != NULL)
        sel_report_notice(&report, false, sel_words_find(&desk->context->words, notice));
    sel_status status =
        sel_organisation_show(desk->context, desk->store, sel_str_of(name), &report, &err);
    if (status == SEL_NOT_FOUND && other != NULL)
        return show(desk, other, NULL, notice);
    return status == SEL_OK ? desk_print(desk, &report) : say_error(&err);
}

static int list(cli_desk *desk, const organisation_request *wanted)
{
    sel_error err = {0};
    sel_report report = start_report(desk, "organisations");
    if (sel_organisations_tell(desk->context, desk->store, wanted->unresolved != 0, &report,
                               &err) != SEL_OK)
        return say_error(&err);
    return desk_print(desk, &report);
}

static int decide(cli_desk *desk, const organisation_request *wanted)
{
    sel_error err = {0};
    bool split = strcmp(wanted->verb, "split") == 0;
    bool changed = false;
    const sel_organisation_call call = {
        .decision = {split, sel_str_of(wanted->names.list[0]), sel_str_of(wanted->names.list[1])},
        .by = sel_str_of(wanted->by),
        .why = sel_str_of(wanted->why)};
    sel_status status = sel_organisation_decide(desk->context, desk->store, &call, &changed, &err);
    if (status == SEL_USAGE)
        return say_usage("%s", err.message);
    if (status != SEL_OK) {
        int outcome = say_error(&err);
        if (status == SEL_NOT_FOUND)
            say_hint(desk, "see the names there are with 'selaras organisation list'");
        return outcome;
    }
    const char *notice = changed ? split ? "organisation.split" : "organisation.merged"
                         : split ? "organisation.two-already"
                                 : "organisation.one-already";
    return show(desk, wanted->names.list[0], wanted->names.list[1], notice);
}

static int refuse_request(const organisation_request *wanted)
{
    bool is_list = strcmp(wanted->verb, "list") == 0;
    bool is_show = strcmp(wanted->verb, "show") == 0;
    bool decides = strcmp(wanted->verb, "merge") == 0 || strcmp(wanted->verb, "split") == 0;
    if (!is_list && !is_show && !decides)
        return say_usage("'organisation' takes list, show, merge or split, not '%s'", wanted->verb);
    if (is_list && wanted->names.count != 0)
        return say_usage("'organisation list' takes no name; see 'organisation show NAME'");
    if (is_show && wanted->names.count != 1)
        return say_usage("give one name: 'organisation show NAME'");
    if (decides && wanted->names.count != 2)
        return say_usage("give two names: 'organisation %s A B --by OFFICE'", wanted->verb);
    if (decides && wanted->by == NULL)
        return say_usage("say who decides: --by OFFICE (an office, not a person)");
    if (!decides && (wanted->by != NULL || wanted->why != NULL))
        return say_usage("--by and --why go with 'organisation merge' and 'organisation split'");
    if (!is_list && wanted->unresolved)
        return say_usage("--unresolved goes with 'organisation list'");
    return EXIT_DONE;
}

int cmd_organisation(cli_desk *desk, int argc, const char **argv)
{
    organisation_request wanted = {0};
    const cli_option specs[] = {{"unresolved", NULL, NULL, &wanted.unresolved, "option.unresolved"},
                                {"by", "OFFICE", &wanted.by, NULL, "option.by"},
                                {"why", "TEXT", &wanted.why, NULL, "option.why"},
                                {0}};
    cli_operands what;
    int outcome = options_parse(desk, specs, argc, argv, 1, 3, &what);
    if (outcome != EXIT_DONE)
        return outcome;
    wanted.verb = what.list[0];
    wanted.names = (cli_operands){what.list + 1, what.count - 1};
    outcome = refuse_request(&wanted);
    bool decides = strcmp(wanted.verb, "merge") == 0 || strcmp(wanted.verb, "split") == 0;
    if (outcome == EXIT_DONE)
        outcome = desk_store(desk, decides);
    if (outcome != EXIT_DONE)
        return outcome;
    if (decides)
        return decide(desk, &wanted);
    return strcmp(wanted.verb, "list") == 0 ? list(desk, &wanted)
                                            : show(desk, wanted.names.list[0], NULL, NULL);
}
