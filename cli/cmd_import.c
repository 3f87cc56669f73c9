#include "commands.h"
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

int cmd_import(cli_desk *desk, int argc, const char **argv)
{
    cli_registers registers = {0};
    int complete = 0;
    enum { OWN = 2 };
    cli_option specs[OWN + REGISTERS_ROWS + 1] = {
        {"register", "NAME", &registers.said.register_name, NULL, "option.register"},
        {"complete", NULL, NULL, &complete, "option.complete"},
    };
    registers_specs(&registers, specs, OWN);
    cli_operands files;
    int outcome = options_parse(desk, specs, argc, argv, 1, -1, &files);
    if (outcome == EXIT_DONE)
        outcome = desk_store(desk, true);
    registers.said.complete = complete != 0;
    if (outcome == EXIT_DONE)
        outcome = registers_begin(desk, &registers);
    if (outcome != EXIT_DONE)
        return outcome;
    return registers_end(desk, &registers, import_files(desk, &registers, &files));
}
