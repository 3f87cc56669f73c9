#include "options.h"

#include "commands.h"
#include "messages.h"

#include <popt.h>

enum { ROWS_MAX = 40 };

/* Global options; help words are "option.<name>". */
static size_t global_specs(cli_desk *desk, cli_option *specs)
{
    const cli_option globals[] = {
        {"store", "FILE", &desk->store_path, NULL, "option.store"},
        {"data", "DIR", &desk->data, NULL, "option.data"},
        {"lang", "L", &desk->language, NULL, "option.lang"},
        {"format", "F", &desk->format, NULL, "option.format"},
        {"table", "NAME", &desk->table, NULL, "option.table"},
        {"audience", "A", &desk->audience, NULL, "option.audience"},
        {"as-of", "DATE", &desk->as_of, NULL, "option.as-of"},
        {"quiet", NULL, NULL, &desk->quiet, "option.quiet"},
        {"no-color", NULL, NULL, &desk->no_color, "option.no-color"},
        {"help", NULL, NULL, &desk->help, "option.help"},
    };
    memcpy(specs, globals, sizeof globals);
    return sizeof globals / sizeof globals[0];
}

static bool may_repeat(const cli_option *spec)
{
    return spec->text != NULL && spec->flag != NULL;
}

/* repeats: where popt puts the list of values of an option that may be repeated. */
static struct poptOption to_popt(const cli_option *spec, char ***repeats)
{
    struct poptOption row = {.longName = spec->name, .argDescrip = spec->value};
    if (may_repeat(spec)) {
        row.argInfo = POPT_ARG_ARGV;
        row.arg = repeats;
    } else if (spec->value != NULL) {
        row.argInfo = POPT_ARG_STRING;
        row.arg = (void *)(uintptr_t)spec->text;
    } else {
        row.argInfo = POPT_ARG_NONE;
        row.arg = spec->flag;
    }
    if (strcmp(spec->name, "help") == 0)
        row.shortName = 'h';
    return row;
}

static size_t gather(cli_desk *desk, const cli_option *specs, cli_option *all)
{
    size_t count = 0;
    for (; specs != NULL && specs[count].name != NULL; count++)
        all[count] = specs[count];
    return count + global_specs(desk, all + count);
}

static int refuse_option(const char *command, poptContext context, int fault,
                         const cli_option *specs, size_t count)
{
    const char *option = poptBadOption(context, POPT_BADOPTION_NOALIAS);
    if (fault != POPT_ERROR_BADOPT)
        return say_usage("%s: %s", option, poptStrerror(fault));
    const char *names[ROWS_MAX];
    for (size_t i = 0; i < count; i++)
        names[i] = specs[i].name;
    const char *nearest = nearest_of(option + strspn(option, "-"), names, count);
    if (nearest != NULL)
        return say_usage("unknown option '%s' of '%s'; did you mean '--%s'?", option, command,
                         nearest);
    return say_usage("unknown option '%s' of '%s'; see 'selaras help %s'", option, command,
                     command);
}

static void take_operands(cli_desk *desk, poptContext context, cli_operands *operands)
{
    const char **left = poptGetArgs(context);
    int count = 0;
    while (left != NULL && left[count] != NULL)
        count++;
    operands->count = count;
    operands->list = sel_arena_array(desk->arena, (size_t)count + 1, sizeof *operands->list);
    for (int i = 0; i < count; i++)
        operands->list[i] = sel_arena_copy(desk->arena, left[i], strlen(left[i]));
}

/* popt allocates option values; they move into the arena so that nobody has to free them. */
static void keep_texts(cli_desk *desk, const cli_option *specs, size_t count,
                       const char *const *before)
{
    for (size_t i = 0; i < count; i++) {
        if (specs[i].text == NULL || may_repeat(&specs[i]) || *specs[i].text == NULL ||
            *specs[i].text == before[i])
            continue;
        char *made = (char *)(uintptr_t)*specs[i].text;
        *specs[i].text = sel_arena_copy(desk->arena, made, strlen(made));
        free(made);
    }
}

/* The same for an option that may be repeated; false when it was repeated too often. */
static bool keep_repeats(cli_desk *desk, const cli_option *spec, char **made)
{
    int count = 0;
    for (; made != NULL && made[count] != NULL; count++) {
        if (count < OPTION_REPEATS)
            spec->text[count] = sel_arena_copy(desk->arena, made[count], strlen(made[count]));
        free(made[count]);
    }
    free(made);
    if (may_repeat(spec))
        *spec->flag = count;
    return count <= OPTION_REPEATS;
}

int options_too_few(cli_desk *desk, const char *command)
{
    int outcome = desk_context(desk);
    if (outcome != EXIT_DONE)
        return outcome;
    char id[64];
    snprintf(id, sizeof id, "usage.%s", command);
    sel_str usage = sel_words_find(&desk->context->words, id);
    return say_usage("'%s' needs more: %.*s", command, SEL_STR_ARG(usage));
}

int options_parse(cli_desk *desk, const cli_option *specs, int argc, const char **argv, int least,
                  int most, cli_operands *operands)
{
    cli_option all[ROWS_MAX];
    struct poptOption rows[ROWS_MAX + 1] = {0};
    const char *before[ROWS_MAX] = {0};
    char **repeats[ROWS_MAX] = {0};
    size_t count = gather(desk, specs, all);
    for (size_t i = 0; i < count; i++) {
        rows[i] = to_popt(&all[i], &repeats[i]);
        before[i] = all[i].text == NULL || may_repeat(&all[i]) ? NULL : *all[i].text;
    }
    poptContext context = poptGetContext(NULL, argc, argv, rows, 0);
    int fault = poptGetNextOpt(context);
    int outcome = EXIT_DONE;
    if (fault < -1) {
        outcome = refuse_option(argv[0], context, fault, all, count);
    } else {
        keep_texts(desk, all, count, before);
        take_operands(desk, context, operands);
    }
    for (size_t i = 0; i < count; i++)
        if (!keep_repeats(desk, &all[i], repeats[i]) && outcome == EXIT_DONE)
            outcome = say_usage("'--%s' may be given %d times", all[i].name, OPTION_REPEATS);
    poptFreeContext(context);
    if (outcome != EXIT_DONE)
        return outcome;
    if (desk->help) {
        options_show(desk, argv[0], specs);
        return -1;
    }
    if (operands->count < least)
        return options_too_few(desk, argv[0]);
    if (most >= 0 && operands->count > most)
        return say_usage("'%s' does not know what to do with '%s'; see 'selaras help %s'", argv[0],
                         operands->list[most], argv[0]);
    return EXIT_DONE;
}

int options_command_place(int argc, const char **argv)
{
    cli_desk nobody = {0};
    cli_option specs[ROWS_MAX];
    size_t count = global_specs(&nobody, specs);
    for (int i = 1; i < argc; i++) {
        if (argv[i][0] != '-')
            return i;
        for (size_t j = 0; j < count; j++)
            if (specs[j].value != NULL && strncmp(argv[i], "--", 2) == 0 &&
                strcmp(argv[i] + 2, specs[j].name) == 0)
                i += 1;
    }
    return argc;
}

static void show_rows(cli_desk *desk, const cli_option *specs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char head[64];
        snprintf(head, sizeof head, "--%s%s%s", specs[i].name, specs[i].value == NULL ? "" : " ",
                 specs[i].value == NULL ? "" : specs[i].value);
        printf("  %-22s %.*s\n", head,
               SEL_STR_ARG(sel_words_find(&desk->context->words, specs[i].help)));
    }
}

void options_show(cli_desk *desk, const char *command, const cli_option *specs)
{
    if (desk_context(desk) != EXIT_DONE)
        return;
    char id[64];
    const sel_words *words = &desk->context->words;
    snprintf(id, sizeof id, "usage.%s", command);
    printf("%.*s\n", SEL_STR_ARG(sel_words_find(words, id)));
    snprintf(id, sizeof id, "command.%s", command);
    printf("%.*s\n", SEL_STR_ARG(sel_words_find(words, id)));
    size_t own = 0;
    while (specs != NULL && specs[own].name != NULL)
        own++;
    if (own > 0)
        printf("\n%.*s\n", SEL_STR_ARG(sel_words_find(words, "help.options")));
    show_rows(desk, specs, own);
    cli_option globals[ROWS_MAX];
    printf("\n%.*s\n", SEL_STR_ARG(sel_words_find(words, "help.global-options")));
    show_rows(desk, globals, global_specs(desk, globals));
}
