#include "commands.h"
#include "guesses.h"
#include "messages.h"
#include "options.h"

static int import_file(cli_desk *desk, const char *path, const sel_import_options *options,
                       bool strict)
{
    sel_error err = {0};
    sel_import import;
    if (sel_import_file(desk->context, desk->store, path, options, desk->arena, &import, &err) !=
        SEL_OK)
        return say_error(&err);
    sel_report report = {
        .arena = desk->arena,
        .id = "import",
        .title = sel_say(desk->arena, &desk->context->words, "import.title", "file", path, NULL)};
    sel_import_tell(desk->context, &import, true, &report);
    int outcome = desk_print(desk, &report);
    bool found = import.issues.counts[SEL_FAULT] + import.issues.counts[SEL_WARNING] > 0;
    return outcome == EXIT_DONE && strict && found ? EXIT_REFUSED : outcome;
}

int cmd_import(cli_desk *desk, int argc, const char **argv)
{
    sel_progress progress = desk_progress(desk, "records");
    sel_import_options options = {.progress = &progress};
    cli_guesses guesses = {0};
    int strict = 0;
    const cli_option specs[] = {
        {"register", "NAME", &options.register_name, NULL, "option.register"},
        {"type", "TYPE", &options.type, NULL, "option.type"},
        {"default-country", "CODE", &options.default_country, NULL, "option.default-country"},
        {"strict", NULL, NULL, &strict, "option.strict"},
        {"confirm", "FILE", &guesses.confirm, NULL, "option.confirm"},
        {"by", "OFFICE", &guesses.by, NULL, "option.by"},
        {"retag", NULL, NULL, &guesses.retag, "option.retag"},
        {0}};
    cli_operands files;
    int outcome = options_parse(desk, specs, argc, argv, 0, -1, &files);
    if (outcome == EXIT_DONE && files.count == 0 && !guesses.retag && guesses.confirm == NULL)
        outcome = options_too_few(desk, argv[0]);
    if (outcome == EXIT_DONE)
        outcome = desk_store(desk, true);
    int worst = outcome;
    for (int i = 0; outcome == EXIT_DONE && i < files.count; i++) {
        int one = sel_confirm_is(files.list[i])
                      ? guesses_take(desk, &guesses, files.list[i], strict != 0)
                      : import_file(desk, files.list[i], &options, strict != 0);
        worst = one > worst ? one : worst;
    }
    int ended = outcome == EXIT_DONE ? guesses_end(desk, &guesses, options.register_name) : outcome;
    return ended > worst ? ended : worst;
}
