#include "commands.h"
#include "messages.h"
#include "options.h"

static void show_overview(cli_desk *desk)
{
    const sel_words *words = &desk->context->words;
    printf("%.*s\n", SEL_STR_ARG(sel_words_find(words, "app.what")));
    printf("%.*s\n", SEL_STR_ARG(sel_words_find(words, "help.usage")));
    size_t count = 0;
    const cli_command *list = commands(&count);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || strcmp(list[i].group, list[i - 1].group) != 0)
            printf("\n%.*s\n", SEL_STR_ARG(sel_words_find(words, list[i].group)));
        char id[64];
        snprintf(id, sizeof id, "command.%s", list[i].name);
        printf("  %-14s %.*s\n", list[i].name, SEL_STR_ARG(sel_words_find(words, id)));
    }
    printf("\n%.*s\n", SEL_STR_ARG(sel_words_find(words, "help.more")));
}

/* Topics are words "topic.<name>". */
static int show_topic(cli_desk *desk, const char *name)
{
    const cli_command *wanted = command_find(name);
    if (wanted != NULL) {
        const char *arguments[] = {wanted->name, "--help", NULL};
        return wanted->run(desk, 2, arguments);
    }
    char id[64];
    snprintf(id, sizeof id, "topic.%.40s", name);
    if (!sel_words_have(&desk->context->words, id))
        return say_usage("there is no command or topic '%s'; see 'selaras help'", name);
    printf("%.*s\n", SEL_STR_ARG(sel_words_find(&desk->context->words, id)));
    return EXIT_DONE;
}

int cmd_help(cli_desk *desk, int argc, const char **argv)
{
    cli_operands topic;
    int outcome = options_parse(desk, NULL, argc, argv, 0, 1, &topic);
    if (outcome != EXIT_DONE)
        return outcome;
    outcome = desk_context(desk);
    if (outcome != EXIT_DONE)
        return outcome;
    if (topic.count == 1)
        return show_topic(desk, topic.list[0]);
    show_overview(desk);
    return EXIT_DONE;
}
