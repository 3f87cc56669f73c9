#include "commands.h"
#include "guesses.h"
#include "messages.h"
#include "outputs.h"
#include "registers.h"

static int by_path(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* In the order of their names: of two files that have the same record without a date, the one taken
 * in later counts, and the order they were named in must not decide that. */
static int import_registers(cli_desk *desk, const cli_registers *registers,
                            const cli_operands *files)
{
    sel_import_line *lines = sel_arena_array(desk->arena, (size_t)files->count, sizeof *lines);
    int worst = EXIT_DONE;
    int count = 0;
    for (int i = 0; i < files->count; i++) {
        if (sel_confirm_is(files->list[i]))
            continue;
        lines[count].path = files->list[i];
        int one = registers_take(desk, desk->store, registers, &lines[count++]);
        worst = one > worst ? one : worst;
    }
    return registers_summary(desk, lines, count, worst);
}

/* After the registers, whose records they answer for. */
static int import_answers(cli_desk *desk, const cli_guesses *guesses, const cli_operands *files)
{
    int worst = EXIT_DONE;
    for (int i = 0; i < files->count; i++) {
        int one = sel_confirm_is(files->list[i]) ? guesses_take(desk, guesses, files->list[i])
                                                 : EXIT_DONE;
        worst = one > worst ? one : worst;
    }
    return worst;
}

static int import_files(cli_desk *desk, const cli_registers *registers, const cli_guesses *guesses,
                        const cli_operands *files)
{
    qsort(files->list, (size_t)files->count, sizeof *files->list, by_path);
    int worst = import_registers(desk, registers, files);
    int answered = import_answers(desk, guesses, files);
    int ended = guesses_end(desk, guesses);
    worst = answered > worst ? answered : worst;
    return ended > worst ? ended : worst;
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

static int check_import(cli_desk *desk, const cli_registers *registers, const cli_guesses *guesses,
                        const char *output, const cli_operands *files, const char *command)
{
    if (output != NULL)
        return say_usage("--output goes with --template");
    if (files->count == 0 && !guesses->retag && guesses->confirm == NULL)
        return options_too_few(desk, command);
    const char *const written[] = {registers->findings, registers->repair, guesses->confirm};
    return outputs_apart(desk, (cli_outputs){written, sizeof written / sizeof written[0]}, files,
                         registers->said.mapping);
}

int cmd_import(cli_desk *desk, int argc, const char **argv)
{
    cli_registers registers = {0};
    cli_guesses guesses = {.said = &registers.said};
    const char *output = NULL;
    int complete = 0;
    int template = 0;
    enum { OWN = 9 };
    cli_option specs[OWN + REGISTERS_ROWS + 1] = {
        {"register", "NAME", &registers.said.register_name, NULL, "option.register"},
        {"complete", NULL, NULL, &complete, "option.complete"},
        {"encoding", "NAME", &registers.said.encoding, NULL, "option.encoding"},
        {"mapping", "FILE", &registers.said.mapping, NULL, "option.register-mapping"},
        {"template", NULL, NULL, &template, "option.template"},
        {"output", "FILE", &output, NULL, "option.output"},
        {"confirm", "FILE", &guesses.confirm, NULL, "option.confirm"},
        {"by", "OFFICE", &guesses.by, NULL, "option.by"},
        {"retag", NULL, NULL, &guesses.retag, "option.retag"},
    };
    registers_specs(&registers, specs, OWN);
    cli_operands files;
    int outcome = options_parse(desk, specs, argc, argv, 0, -1, &files);
    if (outcome == EXIT_DONE && template != 0)
        return files.count > 0 ? say_usage("--template takes no file") : print_template(output);
    if (outcome == EXIT_DONE)
        outcome = check_import(desk, &registers, &guesses, output, &files, argv[0]);
    if (outcome == EXIT_DONE)
        outcome = desk_store(desk, true);
    registers.said.complete = complete != 0;
    if (outcome == EXIT_DONE)
        outcome = registers_begin(desk, &registers);
    if (outcome != EXIT_DONE)
        return outcome;
    return registers_end(desk, &registers, import_files(desk, &registers, &guesses, &files));
}
