#include "desk.h"

#include "datadirs.h"
#include "messages.h"

#include <sys/ioctl.h>
#include <unistd.h>

int desk_context(cli_desk *desk)
{
    if (desk->context != NULL)
        return EXIT_DONE;
    sel_error err = {0};
    const sel_context_options options = {.find = datadirs_find,
                                         .to = desk,
                                         .language = desk->language,
                                         .model = desk->model,
                                         .rates = desk->rates,
                                         .now = desk->now};
    if (sel_context_open(&options, &desk->context, &err) != SEL_OK)
        return say_error(&err);
    return EXIT_DONE;
}

sel_status desk_reader(cli_desk *desk, sel_language language, sel_context **reader, sel_error *err)
{
    const sel_context_options options = {.find = datadirs_find,
                                         .to = desk,
                                         .language = sel_language_code(language),
                                         .rates = desk->rates,
                                         .now = desk->now};
    sel_status status = sel_context_open(&options, reader, err);
    return status == SEL_OK ? sel_context_use(*reader, desk->context->reference.taxonomy.id, err)
                            : status;
}

const char *desk_store_path(const cli_desk *desk)
{
    return desk->store_path == NULL ? "selaras.db" : desk->store_path;
}

int desk_refuse_store(const cli_desk *desk, const sel_error *err)
{
    sel_error named = *err;
    snprintf(named.message, sizeof named.message, "store '%.200s': %.250s", desk_store_path(desk),
             err->message);
    return say_error(&named);
}

int desk_store(cli_desk *desk, bool write)
{
    int outcome = desk_context(desk);
    if (outcome != EXIT_DONE || desk->store != NULL)
        return outcome;
    sel_error err = {0};
    sel_status status = sel_store_open(
        desk_store_path(desk), write ? SEL_STORE_WRITE : SEL_STORE_READ, &desk->store, &err);
    if (status == SEL_OK)
        status = sel_context_use(desk->context, sel_store_taxonomy(desk->store), &err);
    if (status == SEL_OK)
        return EXIT_DONE;
    desk_refuse_store(desk, &err);
    if (status == SEL_NOT_FOUND && desk->store == NULL)
        say_hint(desk, "make one with 'selaras init', or name one with --store FILE");
    return EXIT_FAILED;
}

static uint32_t terminal_width(void)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
        return size.ws_col;
    int64_t columns;
    bool given = sel_number_integer(sel_str_of(getenv("COLUMNS")), &columns);
    return given && columns >= 40 && columns <= 1000 ? (uint32_t)columns : 100;
}

static bool wants_colour(const cli_desk *desk)
{
    const char *refused = getenv("NO_COLOR");
    return !desk->no_color && (refused == NULL || refused[0] == '\0') && isatty(STDOUT_FILENO);
}

sel_write_options desk_write_options(const sel_context *reader)
{
    /* English where the program has no words in the language asked for. */
    sel_language language = reader->words.language;
    return (sel_write_options){
        .language = sel_language_code(language),
        .direction = sel_language_right_to_left(language) ? SEL_RIGHT_TO_LEFT : SEL_LEFT_TO_RIGHT,
        .words = &reader->words};
}

static sel_write_options screen_options(const cli_desk *desk)
{
    sel_write_options options = desk_write_options(desk->context);
    options.table = desk->table;
    options.width = terminal_width();
    options.colour = wants_colour(desk);
    return options;
}

/* A CSV file holds one table: say which others there are. */
static void say_other_tables(cli_desk *desk, const sel_report *report, const char *format)
{
    bool single = strcmp(format, "csv") == 0 || strcmp(format, "jsonl") == 0;
    if (!single || desk->table != NULL)
        return;
    uint32_t count = 0;
    const sel_table **tables = sel_report_tables(report, desk->arena, &count);
    if (count > 1)
        say_hint(desk, "selaras: this is table '%s' of %u; choose another with --table (%s …)",
                 tables[0]->id, count, tables[1]->id);
}

static int refuse_format(const char *format)
{
    return say_usage("there is no format '%s'; there are table, csv, json, jsonl, html", format);
}

int desk_print(cli_desk *desk, const sel_report *report)
{
    const char *format = desk->format == NULL ? "table" : desk->format;
    const sel_writer *writer = sel_writer_find(sel_str_of(format));
    if (writer == NULL)
        return refuse_format(format);
    sel_error err = {0};
    sel_write_options options = screen_options(desk);
    sel_status status = writer->write(report, &options, sel_stream_file(stdout), &err);
    if (status != SEL_OK)
        return say_error(&err);
    say_other_tables(desk, report, format);
    return EXIT_DONE;
}

sel_status desk_write(const sel_report *report, const char *writer,
                      const sel_write_options *options, const char *path, sel_error *err)
{
    sel_draft_file *file = NULL;
    sel_status status = sel_draft_file_open(path, &file, err);
    if (status != SEL_OK)
        return status;
    status = sel_writer_find(sel_str_of(writer))
                 ->write(report, options, sel_stream_file(sel_draft_file_stream(file)), err);
    return sel_draft_file_end(file, status, err);
}

int desk_save(cli_desk *desk, const sel_report *report, const char *path)
{
    const char *dot = strrchr(path, '.');
    const char *format = desk->format != NULL ? desk->format : dot == NULL ? "" : dot + 1;
    if (sel_writer_find(sel_str_of(format)) == NULL)
        return desk->format != NULL
                   ? refuse_format(format)
                   : say_usage("'%s' should end in .csv, .json, .jsonl or .html, or --format says "
                               "what is written",
                               path);
    sel_error err = {0};
    const sel_write_options options = screen_options(desk);
    if (desk_write(report, format, &options, path, &err) != SEL_OK)
        return say_error(&err);
    say_other_tables(desk, report, format);
    return EXIT_DONE;
}

int desk_write_html(cli_desk *desk, const sel_report *report, const char *path)
{
    sel_error err = {0};
    const sel_write_options options = screen_options(desk);
    bool done = desk_write(report, "html", &options, path, &err) == SEL_OK;
    return done ? EXIT_DONE : say_error(&err);
}

int desk_as_of(cli_desk *desk, sel_days *as_of)
{
    *as_of = (sel_days){0};
    if (desk->as_of == NULL)
        return EXIT_DONE;
    if (sel_date_read(sel_str_of(desk->as_of), as_of) == SEL_DATE_OK &&
        as_of->earliest == as_of->latest)
        return EXIT_DONE;
    return say_usage("--as-of takes a day as YYYY-MM-DD, not '%s'", desk->as_of);
}

sel_progress desk_progress(const cli_desk *desk, const char *what)
{
    return (sel_progress){.shown = !desk->quiet && isatty(STDERR_FILENO), .what = what};
}

void desk_close(cli_desk *desk)
{
    sel_store_close(desk->store);
    sel_context_close(desk->context);
    sel_arena_destroy(desk->arena);
}
