#include "commands.h"
#include "messages.h"
#include "outputs.h"
#include "reading_options.h"
#include "registers.h"

static int print_answers(cli_desk *desk, const char *path, const sel_intake *intake,
                         const cli_reading *reading, sel_report *report)
{
    sel_intake_tell(desk->context, intake, false, report);
    int outcome = desk_print(desk, report);
    if (outcome == EXIT_DONE)
        outcome = letters_write(desk, &reading->letters, path, &reading->said, intake);
    return outcome != EXIT_DONE ? outcome : intake->refused ? EXIT_REFUSED : EXIT_DONE;
}

/* A mapping may be of answers or of a register here. */
static void say_mapping(cli_option *specs)
{
    for (cli_option *row = specs; row->name != NULL; row++)
        if (strcmp(row->name, "mapping") == 0)
            row->help = "option.check-mapping";
}

/* Registers of the command so far. */
typedef struct checked {
    sel_import_line *lines;
    int count;
} checked;

/* Whether the mapping that was named decides about a register, not about answers. */
static bool maps_register(const char *mapping)
{
    if (mapping == NULL)
        return false;
    sel_error ignored = {0};
    sel_bytes *bytes = NULL;
    bool yes = sel_bytes_open(mapping, &bytes, &ignored) == SEL_OK &&
               sel_register_mapping_suspected(sel_bytes_peek(bytes));
    sel_bytes_close(bytes);
    return yes;
}

static int check_register(cli_desk *desk, const char *path, const cli_registers *registers,
                          checked *all)
{
    sel_import_line *line = &all->lines[all->count++];
    line->path = path;
    return registers_take(desk, NULL, registers, line);
}

static int check_file(cli_desk *desk, const char *path, const cli_registers *registers,
                      const cli_reading *reading, checked *all)
{
    sel_error err = {0};
    sel_intake intake;
    sel_progress progress = desk_progress(desk, "answers");
    if (registers->said.mapping != NULL || registers->said.type != NULL)
        return check_register(desk, path, registers, all);
    sel_status status = sel_intake_file(desk->context, NULL, path, &reading->said, &progress,
                                        desk->arena, &intake, &err);
    if (intake.kind == SEL_FILE_IATI || intake.kind == SEL_FILE_REGISTER_CSV)
        return check_register(desk, path, registers, all);
    if (status != SEL_OK)
        return say_error(&err);
    sel_report report = {
        .arena = desk->arena,
        .id = "check",
        .title = sel_say(desk->arena, &desk->context->words, "check.title", "file", path, NULL)};
    return print_answers(desk, path, &intake, reading, &report);
}

static int check_files(cli_desk *desk, const cli_operands *files, cli_registers *registers,
                       const cli_reading *reading)
{
    int worst = registers_begin(desk, registers);
    if (worst != EXIT_DONE)
        return worst;
    checked all = {sel_arena_array(desk->arena, (size_t)files->count, sizeof *all.lines), 0};
    for (int i = 0; i < files->count; i++) {
        int one = check_file(desk, files->list[i], registers, reading, &all);
        worst = one > worst ? one : worst;
    }
    worst = registers_summary(desk, all.lines, all.count, worst);
    return registers_end(desk, registers, worst);
}

int cmd_check(cli_desk *desk, int argc, const char **argv)
{
    cli_registers registers = {0};
    cli_reading reading = {0};
    enum { OWN = 1 };
    cli_option specs[OWN + REGISTERS_ROWS + READING_ROWS] = {
        {"questionnaire", "PATH", &reading.said.questionnaire, NULL, "option.questionnaire"},
    };
    registers_specs(&registers, specs, OWN);
    reading_specs(&reading, specs, OWN + REGISTERS_ROWS);
    say_mapping(specs);
    cli_operands files;
    int outcome = options_parse(desk, specs, argc, argv, 1, -1, &files);
    if (outcome == EXIT_DONE)
        outcome = letters_allowed(&reading.letters, files.count);
    const char *const written[] = {registers.findings, registers.repair, reading.letters.copy};
    if (outcome == EXIT_DONE)
        outcome = outputs_apart(desk, (cli_outputs){written, sizeof written / sizeof written[0]},
                                &files, reading.said.mapping);
    if (outcome == EXIT_DONE)
        outcome = desk_context(desk);
    registers.said.encoding = reading.said.encoding;
    if (maps_register(reading.said.mapping))
        registers.said.mapping = reading.said.mapping;
    reading.said.every_place = reading.letters.copy != NULL;
    return outcome == EXIT_DONE ? check_files(desk, &files, &registers, &reading) : outcome;
}
