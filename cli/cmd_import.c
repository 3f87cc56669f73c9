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

static int print_template(const char *path)
{
    sel_error err = {0};
    sel_draft_file *file = NULL;
    if (path != NULL && sel_draft_file_open(path, &file, &err) != SEL_OK)
        return say_error(&err);
    sel_stream stream = sel_stream_file(file == NULL ? stdout : sel_draft_file_stream(file));
    sel_status status = sel_export_template(stream, &err);
    if (file != NULL)
        status = sel_draft_file_end(file, status, &err);
    return status == SEL_OK ? EXIT_DONE : say_error(&err);
}

int cmd_import(cli_desk *desk, int argc, const char **argv)
{
    sel_progress progress = desk_progress(desk, "records");
    sel_import_options options = {.progress = &progress};
    const char *path = NULL;
    int strict = 0;
    int template = 0;
    const cli_option specs[] = {
        {"register", "NAME", &options.register_name, NULL, "option.register"},
        {"type", "TYPE", &options.type, NULL, "option.type"},
        {"default-country", "CODE", &options.default_country, NULL, "option.default-country"},
        {"strict", NULL, NULL, &strict, "option.strict"},
        {"template", NULL, NULL, &template, "option.template"},
        {"output", "FILE", &path, NULL, "option.output"},
        {0}};
    cli_operands files;
    int outcome = options_parse(desk, specs, argc, argv, 0, -1, &files);
    if (outcome == EXIT_DONE && template != 0)
        return files.count > 0 ? say_usage("--template takes no file") : print_template(path);
    if (outcome == EXIT_DONE && path != NULL)
        outcome = say_usage("--output goes with --template");
    if (outcome == EXIT_DONE && files.count == 0)
        outcome = options_too_few(desk, argv[0]);
    if (outcome == EXIT_DONE)
        outcome = desk_store(desk, true);
    int worst = outcome;
    for (int i = 0; outcome == EXIT_DONE && i < files.count; i++) {
        int one = import_file(desk, files.list[i], &options, strict != 0);
        worst = one > worst ? one : worst;
    }
    return worst;
}
