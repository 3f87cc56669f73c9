/* first_screen.c - `selaras` without a command: where you stand and what to do next. */
#include "commands.h"
#include "messages.h"

#include <sys/stat.h>

static int show_beginning(cli_desk *desk)
{
    const sel_words *words = &desk->context->words;
    static const char *const lines[] = {"app.what", "app.local"};
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        printf("%.*s\n", SEL_STR_ARG(sel_words_find(words, lines[i])));
    sel_str begin =
        sel_say(desk->arena, words, "first.no-store", "file", desk_store_path(desk), NULL);
    printf("\n%.*s\n\n", SEL_STR_ARG(begin));
    static const struct {
        const char *who;
        const char *command;
        const char *what;
    } steps[] = {
        {"first.recipient", "selaras questionnaire template state-needs -o needs.csv",
         "first.template"},
        {NULL, "selaras check needs.csv", "first.check"},
        {"first.donor", "selaras check projects.csv", "first.check-register"},
        {"first.coordinator", "selaras init", NULL},
        {NULL, "selaras submit answers/*", "first.submit"},
        {NULL, "selaras import registers/*", "first.import"},
        {NULL, "selaras overlap", NULL},
        {"first.curious", "selaras demo", NULL},
    };
    size_t column = 33; /* wide enough for the longest, whatever the language */
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        if (steps[i].who == NULL)
            continue;
        size_t width = sel_fold_width(sel_words_find(words, steps[i].who));
        column = width >= column ? width + 1 : column;
    }
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        sel_str who = steps[i].who == NULL ? (sel_str){0} : sel_words_find(words, steps[i].who);
        sel_str what = steps[i].what == NULL ? (sel_str){0} : sel_words_find(words, steps[i].what);
        int pad = (int)(column - sel_fold_width(who));
        printf("  %.*s%*s%-58s%.*s\n", SEL_STR_ARG(who), pad, "", steps[i].command,
               SEL_STR_ARG(what));
    }
    printf("\n%.*s\n", SEL_STR_ARG(sel_words_find(words, "help.more")));
    return EXIT_DONE;
}

int first_screen(cli_desk *desk)
{
    int outcome = desk_context(desk);
    if (outcome != EXIT_DONE)
        return outcome;
    struct stat facts;
    if (stat(desk_store_path(desk), &facts) != 0)
        return show_beginning(desk);
    outcome = desk_store(desk, false);
    if (outcome != EXIT_DONE)
        return outcome;
    sel_error err = {0};
    sel_report report = {.arena = desk->arena,
                         .id = "state",
                         .title = sel_words_find(&desk->context->words, "app.what")};
    if (sel_review_tell(desk->context, desk->store, &report, &err) != SEL_OK)
        return say_error(&err);
    return desk_print(desk, &report);
}
