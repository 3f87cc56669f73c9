#include "commands.h"
#include "messages.h"
#include "registers.h"

static int by_path(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* In the order of their names: of two files that have the same record without a date, the one taken
 * in later counts, and the order they were named in must not decide that. */
static int import_files(cli_desk *desk, const cli_registers *registers, const cli_operands *files)
{
    sel_import_line *lines = sel_arena_array(desk->arena, (size_t)files->count, sizeof *lines);
    int worst = EXIT_DONE;
    qsort(files->list, (size_t)files->count, sizeof *files->list, by_path);
    for (int i = 0; i < files->count; i++) {
        lines[i].path = files->list[i];
        int one = registers_take(desk, desk->store, registers, &lines[i]);
        worst = one > worst ? one : worst;
    }
    return registers_summary(desk, lines, files->count, worst);
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
    cli_registers registers = {0};
    const char *path = NULL;
    int complete = 0;
    int template = 0;
    enum { OWN = 6 };
    cli_option specs[OWN + REGISTERS_ROWS + 1] = {
        {"register", "NAME", &registers.said.register_name, NULL, "option.register"},
        {"complete", NULL, NULL, &complete, "option.complete"},
        {"encoding", "NAME", &registers.said.encoding, NULL, "option.encoding"},
        {"mapping", "FILE", &registers.said.mapping, NULL, "option.register-mapping"},
        {"template", NULL, NULL, &template, "option.template"},
        {"output", "FILE", &path, NULL, "option.output"},
    };
    registers_specs(&registers, specs, OWN);
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
    registers.said.complete = complete != 0;
    if (outcome == EXIT_DONE)
        outcome = registers_begin(desk, &registers);
    if (outcome != EXIT_DONE)
        return outcome;
    return registers_end(desk, &registers, import_files(desk, &registers, &files));
}
