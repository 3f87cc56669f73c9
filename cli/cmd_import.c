#include "commands.h"
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
    int strict = 0;
    const cli_option specs[] = {
        {"register", "NAME", &options.register_name, NULL, "option.register"},
        {"type", "TYPE", &options.type, NULL, "option.type"},
        {"default-country", "CODE", &options.default_country, NULL, "option.default-country"},
        {"encoding", "NAME", &options.encoding, NULL, "option.encoding"},
        {"mapping", "FILE", &options.mapping, NULL, "option.register-mapping"},
        {"strict", NULL, NULL, &strict, "option.strict"},
        {0}};
    cli_operands files;
    int outcome = options_parse(desk, specs, argc, argv, 1, -1, &files);
    if (outcome == EXIT_DONE)
        outcome = desk_store(desk, true);
    int worst = outcome;
    for (int i = 0; outcome == EXIT_DONE && i < files.count; i++) {
        int one = import_file(desk, files.list[i], &options, strict != 0);
        worst = one > worst ? one : worst;
    }
    return worst;
}
