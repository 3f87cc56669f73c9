#include "commands.h"
#include "datadirs.h"
#include "messages.h"
#include "options.h"

#include <dirent.h>
#include <errno.h>
#include <sys/stat.h>

/* The examples describe this moment, so that the demonstration always shows the same. */
static const char demo_day[] = "2024-06-30";

static void put(const cli_desk *desk, const char *id, const char *place, const char *value)
{
    sel_str text = sel_say(desk->arena, &desk->context->words, id, place, value, NULL);
    printf("%.*s\n", SEL_STR_ARG(text));
}

static int not_this_and_parent(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && strstr(entry->d_name, ".csv") != NULL;
}

/* Answers of the examples, in the order of their names. */
static int submit_answers(cli_desk *desk, const char *folder)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, not_this_and_parent, alphasort);
    if (count < 0) {
        fprintf(stderr, "selaras: cannot read '%s': %s\n", folder, strerror(errno));
        return EXIT_FAILED;
    }
    int outcome = EXIT_DONE;
    for (int i = 0; i < count; i++) {
        sel_str path = sel_str_printf(desk->arena, "%s/%s", folder, entries[i]->d_name);
        free(entries[i]);
        sel_error err = {0};
        sel_intake intake;
        if (outcome != EXIT_DONE)
            continue;
        if (sel_intake_file(desk->context, desk->store, path.ptr, NULL, NULL, desk->arena, &intake,
                            &err) != SEL_OK)
            outcome = say_error(&err);
        else if (!intake.stored)
            outcome = say_usage("the example '%s' was not accepted; see 'selaras check'", path.ptr);
    }
    free(entries);
    return outcome;
}

static int import_register(cli_desk *desk, const char *folder, const char *name)
{
    sel_error err = {0};
    sel_import import;
    sel_import_options options = {0};
    sel_str path = sel_str_printf(desk->arena, "%s/%s", folder, name);
    if (sel_import_file(desk->context, desk->store, path.ptr, &options, desk->arena, &import,
                        &err) != SEL_OK)
        return say_error(&err);
    return EXIT_DONE;
}

static int fill_store(cli_desk *desk)
{
    const char *folder = datadirs_find(desk, "questionnaires/examples");
    if (folder == NULL)
        return say_usage("the examples are nowhere to be found; see 'selaras help data'");
    sel_str answers = sel_str_printf(desk->arena, "%s/answers", folder);
    int outcome = submit_answers(desk, answers.ptr);
    if (outcome == EXIT_DONE)
        outcome = import_register(desk, folder, "register-donors.csv");
    if (outcome == EXIT_DONE)
        outcome = import_register(desk, folder, "register-donors.xml");
    return outcome;
}

static int run_command(cli_desk *desk, command_run *run, const char *name, const char *const *more)
{
    const char *arguments[8] = {name};
    int count = 1;
    for (; more != NULL && more[count - 1] != NULL; count++)
        arguments[count] = more[count - 1];
    printf("\n$ selaras %s", name);
    for (int i = 1; i < count; i++)
        printf(" %s", arguments[i]);
    printf("\n\n");
    return run(desk, count, arguments);
}

static int show_all(cli_desk *desk, const char *report)
{
    const char *publish[] = {"--audience", "secretariat", "--output", report, NULL};
    int outcome = run_command(desk, cmd_needs, "needs", NULL);
    if (outcome == EXIT_DONE)
        outcome = run_command(desk, cmd_overlap, "overlap", NULL);
    if (outcome == EXIT_DONE)
        outcome = run_command(desk, cmd_rank, "rank", NULL);
    if (outcome == EXIT_DONE)
        outcome = run_command(desk, cmd_report, "report", publish);
    return outcome;
}

int cmd_demo(cli_desk *desk, int argc, const char **argv)
{
    const char *folder = "selaras-demo";
    const cli_option specs[] = {{"folder", "DIR", &folder, NULL, "option.folder"}, {0}};
    cli_operands none;
    int outcome = options_parse(desk, specs, argc, argv, 0, 0, &none);
    if (outcome == EXIT_DONE)
        outcome = desk_context(desk);
    if (outcome != EXIT_DONE)
        return outcome;
    if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
        fprintf(stderr, "selaras: cannot make the folder '%s': %s\n", folder, strerror(errno));
        return EXIT_FAILED;
    }
    desk->store_path = sel_str_printf(desk->arena, "%s/selaras.db", folder).ptr;
    remove(desk->store_path);
    sel_error err = {0};
    if (sel_store_create(desk->store_path, "cyber", desk->now, &desk->store, &err) != SEL_OK)
        return say_error(&err);
    if (desk->as_of == NULL)
        desk->as_of = demo_day;
    put(desk, "demo.begin", "day", desk->as_of);
    outcome = fill_store(desk);
    sel_str report = sel_str_printf(desk->arena, "%s/report.html", folder);
    if (outcome == EXIT_DONE)
        outcome = show_all(desk, report.ptr);
    if (outcome == EXIT_DONE) {
        put(desk, "demo.report", "file", report.ptr);
        put(desk, "demo.store", "file", desk->store_path);
    }
    return outcome;
}
