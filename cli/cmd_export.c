#include "commands.h"
#include "messages.h"
#include "options.h"
#include "outputs.h"

/* Records of these may leave the desk; what only the parties or nobody may see does not. */
static int choose_audience(const cli_desk *desk, sel_disclosure *audience)
{
    static const sel_disclosure known[] = {SEL_DISCLOSURE_PUBLIC, SEL_DISCLOSURE_CIRCULATED,
                                           SEL_DISCLOSURE_SECRETARIAT};
    *audience = SEL_DISCLOSURE_PUBLIC;
    if (desk->audience == NULL)
        return EXIT_DONE;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (strcmp(desk->audience, sel_disclosure_code(known[i])) == 0) {
            *audience = known[i];
            return EXIT_DONE;
        }
    return say_usage("a register is written for public, circulated or secretariat, not '%s'",
                     desk->audience);
}

static void say_outcome(const cli_desk *desk, const sel_export *export)
{
    say_hint(desk, "records written: %llu", (unsigned long long)export->written);
    if (export->any_illustrative)
        say_hint(desk, "some of them are illustrative, as their rows say");
    if (export->few_withheld)
        say_hint(desk, "withheld from this audience: some, of too few donors or recipients to say "
                       "how many");
    else if (export->withheld > 0)
        say_hint(desk, "withheld from this audience: %llu", (unsigned long long)export->withheld);
    if (export->withheld > 0)
        say_hint(desk, "for the store's owner: --audience secretariat");
}

static int export_register(cli_desk *desk, const sel_export_options *options, const char *path)
{
    sel_error err = {0};
    sel_export export;
    sel_draft_file *file = NULL;
    if (path != NULL && sel_draft_file_open(path, &file, &err) != SEL_OK)
        return say_error(&err);
    sel_stream stream = sel_stream_file(file == NULL ? stdout : sel_draft_file_stream(file));
    sel_status status =
        sel_export_register(desk->context, desk->store, options, stream, &export, &err);
    if (file != NULL)
        status = sel_draft_file_end(file, status, &err);
    if (status != SEL_OK)
        return say_error(&err);
    say_outcome(desk, &export);
    return EXIT_DONE;
}

int cmd_export(cli_desk *desk, int argc, const char **argv)
{
    const char *path = NULL;
    const cli_option specs[] = {{"output", "FILE", &path, NULL, "option.output"}, {0}};
    cli_operands what;
    sel_export_options options = {0};
    int outcome = options_parse(desk, specs, argc, argv, 1, 2, &what);
    if (outcome == EXIT_DONE && strcmp(what.list[0], "register") != 0)
        outcome = say_usage("what can be exported is: register; not '%s'", what.list[0]);
    if (outcome == EXIT_DONE)
        outcome = outputs_apart(desk, (cli_outputs){&path, 1}, &(cli_operands){0}, NULL);
    if (outcome == EXIT_DONE)
        outcome = choose_audience(desk, &options.audience);
    if (outcome == EXIT_DONE)
        outcome = desk_store(desk, false);
    if (outcome != EXIT_DONE)
        return outcome;
    options.register_name = what.count > 1 ? what.list[1] : NULL;
    return export_register(desk, &options, path);
}
