#include "registers.h"

#include "messages.h"

void registers_specs(cli_registers *registers, cli_option *specs, size_t own)
{
    sel_import_options *said = &registers->said;
    const cli_option rows[] = {
        {"type", "TYPE", &said->type, NULL, "option.type"},
        {"default-country", "CODE", &said->default_country, NULL, "option.default-country"},
        {"keep-all", NULL, NULL, &registers->keep_all, "option.keep-all"},
        {"strict", NULL, NULL, &registers->strict, "option.strict"},
        {"findings", "FILE", &registers->findings, NULL, "option.findings"},
        {"repair", "FILE", &registers->repair, NULL, "option.repair"},
    };
    _Static_assert(sizeof rows / sizeof rows[0] == REGISTERS_ROWS, "REGISTERS_ROWS is wrong");
    memcpy(specs + own, rows, sizeof rows);
}

/* Writer for the ending of a file; NULL: none. */
static const char *writer_of(const char *path)
{
    const char *dot = strrchr(path, '.');
    return dot != NULL && sel_writer_find(sel_str_of(dot + 1)) != NULL ? dot + 1 : NULL;
}

/* The code of the country that was said; two letters are a country's, "AU" no union's. */
static int choose_country(cli_desk *desk, sel_import_options *said)
{
    if (said->default_country == NULL)
        return EXIT_DONE;
    const sel_geography *geography = &desk->context->reference.geography;
    sel_str text = sel_str_trim(sel_str_of(said->default_country));
    uint32_t number = sel_geography_iso2(geography, text);
    if (number == SEL_NONE)
        number = sel_geography_find(geography, text);
    if (number == SEL_NONE)
        return say_usage("'%s' is not a country or regional organisation; give its code, such as "
                         "FJI, or its name",
                         said->default_country);
    said->default_country = sel_str_copy(desk->arena, geography->recipients[number].code).ptr;
    return EXIT_DONE;
}

int registers_begin(cli_desk *desk, cli_registers *registers)
{
    sel_error err = {0};
    sel_import_options *said = &registers->said;
    if (registers->repair != NULL && writer_of(registers->repair) == NULL)
        return say_usage("'%s' should end in .csv, .html, .json or .jsonl", registers->repair);
    if (choose_country(desk, said) != EXIT_DONE)
        return EXIT_USAGE;
    registers->progress = desk_progress(desk, "records");
    said->progress = &registers->progress;
    said->strict = registers->strict != 0;
    said->keep_all = registers->keep_all != 0;
    if (registers->findings != NULL &&
        sel_finding_file_open(desk->context, registers->findings, &said->findings, &err) != SEL_OK)
        return say_error(&err);
    if (registers->repair != NULL)
        said->repair = sel_repair_create();
    return EXIT_DONE;
}

static int write_repair(cli_desk *desk, const cli_registers *registers)
{
    sel_error err = {0};
    sel_report report = {.arena = desk->arena,
                         .id = "repair",
                         .title = sel_words_find(&desk->context->words, "repair.title")};
    sel_repair_tell(desk->context, registers->said.repair, &report);
    sel_write_options options = desk_write_options(desk->context);
    options.table = "repair";
    bool written = desk_write(&report, writer_of(registers->repair), &options, registers->repair,
                              &err) == SEL_OK;
    return written ? EXIT_DONE : say_error(&err);
}

int registers_end(cli_desk *desk, cli_registers *registers, int outcome)
{
    sel_error err = {0};
    int written = EXIT_DONE;
    if (sel_finding_file_close(registers->said.findings, &err) != SEL_OK)
        written = say_error(&err);
    if (registers->said.repair != NULL && written == EXIT_DONE)
        written = write_repair(desk, registers);
    sel_repair_destroy(registers->said.repair);
    return written != EXIT_DONE ? written : outcome;
}

int registers_take(cli_desk *desk, sel_store *store, const cli_registers *registers,
                   sel_import_line *line)
{
    sel_error err = {0};
    sel_import *import = sel_arena_array(desk->arena, 1, sizeof *import);
    if (sel_import_file(desk->context, store, line->path, &registers->said, desk->arena, import,
                        &err) != SEL_OK) {
        line->failure = sel_arena_copy(desk->arena, err.message, strlen(err.message));
        return say_error(&err);
    }
    line->import = import;
    const char *title = store == NULL ? "check.title" : "import.title";
    sel_report report = {
        .arena = desk->arena,
        .id = store == NULL ? "check" : "import",
        .title = sel_say(desk->arena, &desk->context->words, title, "file", line->path, NULL)};
    sel_import_tell(desk->context, import, store != NULL, &report);
    int outcome = desk_print(desk, &report);
    bool refused = import->strict || import->mapping_faulty;
    return outcome == EXIT_DONE && refused ? EXIT_REFUSED : outcome;
}

int registers_summary(cli_desk *desk, const sel_import_line *lines, int count, int outcome)
{
    if (count < 2)
        return outcome;
    sel_report report = {.arena = desk->arena,
                         .id = "files",
                         .title = sel_words_find(&desk->context->words, "import.files")};
    sel_import_tell_summary(desk->context, lines, (uint32_t)count, &report);
    int printed = desk_print(desk, &report);
    return printed != EXIT_DONE ? printed : outcome;
}
