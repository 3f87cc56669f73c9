#include "commands.h"
#include "hand_out.h"
#include "messages.h"
#include "options.h"

static int list_all(cli_desk *desk)
{
    sel_error err = {0};
    sel_report report = {.arena = desk->arena,
                         .id = "questionnaires",
                         .title = sel_words_find(&desk->context->words, "instruments.heading")};
    if (sel_instruments_tell(desk->context, &report, &err) != SEL_OK)
        return say_error(&err);
    return desk_print(desk, &report);
}

static int show(cli_desk *desk, const char *id)
{
    sel_error err = {0};
    sel_report report = {.arena = desk->arena, .id = "questionnaire", .title = sel_str_of(id)};
    if (sel_instrument_tell(desk->context, id, &report, &err) != SEL_OK)
        return say_error(&err);
    return desk_print(desk, &report);
}

static int check(cli_desk *desk, const char *which)
{
    sel_error err = {0};
    sel_report report = {
        .arena = desk->arena,
        .id = "questionnaire-check",
        .title = sel_say(desk->arena, &desk->context->words, "check.title", "file", which, NULL)};
    bool refused = false;
    if (sel_definition_check(desk->context, which, &report, &refused, &err) != SEL_OK)
        return say_error(&err);
    int outcome = desk_print(desk, &report);
    return outcome != EXIT_DONE ? outcome : refused ? EXIT_REFUSED : EXIT_DONE;
}

static int diff(cli_desk *desk, const char *before, const char *after)
{
    sel_error err = {0};
    sel_report report = {.arena = desk->arena,
                         .id = "questionnaire-diff",
                         .title = sel_say(desk->arena, &desk->context->words, "definition.diff",
                                          "before", before, "after", after, NULL)};
    bool broken = false;
    if (sel_definition_diff(desk->context, before, after, &report, &broken, &err) != SEL_OK)
        return say_error(&err);
    int outcome = desk_print(desk, &report);
    return outcome != EXIT_DONE ? outcome : broken ? EXIT_REFUSED : EXIT_DONE;
}

static int evaluate(cli_desk *desk, const char *expression, const char *const *answers, int count)
{
    sel_error err = {0};
    bool evaluated = false;
    sel_trial trial = {expression, answers, (uint32_t)count};
    sel_report report = {.arena = desk->arena,
                         .id = "trial",
                         .title = sel_words_find(&desk->context->words, "trial.heading")};
    if (sel_trial_tell(desk->context, &trial, &report, &evaluated, &err) != SEL_OK)
        return say_error(&err);
    int outcome = desk_print(desk, &report);
    return outcome == EXIT_DONE && !evaluated ? EXIT_REFUSED : outcome;
}

int cmd_questionnaire(cli_desk *desk, int argc, const char **argv)
{
    const char *part = NULL;
    const char *path = NULL;
    sel_prefill_call before = {0};
    int xlsform = 0;
    const char *answers[OPTION_REPEATS];
    int answer_count = 0;
    const cli_option specs[] = {{"part", "A", &part, NULL, "option.part"},
                                {"set", "NAME=VALUE", answers, &answer_count, "option.set"},
                                {"prefill", "ROUND", &before.round, NULL, "option.prefill"},
                                {"output", "FILE", &path, NULL, "option.output"},
                                {"xlsform", NULL, NULL, &xlsform, "option.xlsform"},
                                {0}};
    cli_operands words;
    int outcome = options_parse(desk, specs, argc, argv, 1, 3, &words);
    if (outcome == EXIT_DONE)
        outcome = desk_context(desk);
    if (outcome != EXIT_DONE)
        return outcome;
    const char *verb = words.list[0];
    if (strcmp(verb, "list") == 0 && words.count == 1)
        return list_all(desk);
    if (strcmp(verb, "show") == 0 && words.count == 2)
        return show(desk, words.list[1]);
    if (strcmp(verb, "template") == 0 && words.count == (before.round == NULL ? 2 : 3)) {
        before.respondent = words.list[words.count - 1];
        return hand_out(desk, words.list[1], part, before.round == NULL ? NULL : &before, path);
    }
    if (strcmp(verb, "codebook") == 0 && words.count == 2)
        return print_codebook(desk, words.list[1]);
    if (strcmp(verb, "export") == 0 && words.count == 2 && xlsform)
        return export_xlsform(desk, words.list[1], path);
    if (strcmp(verb, "check") == 0 && words.count == 2)
        return check(desk, words.list[1]);
    if (strcmp(verb, "diff") == 0 && words.count == 3)
        return diff(desk, words.list[1], words.list[2]);
    if (strcmp(verb, "eval") == 0 && words.count == 2)
        return evaluate(desk, words.list[1], answers, answer_count);
    return say_usage(
        "write 'questionnaire list', 'show ID', 'template ID', 'template ID --prefill ROUND "
        "COUNTRY', 'codebook ID', "
        "'export ID --xlsform', 'check FOLDER', 'diff OLD NEW' or 'eval EXPR'");
}
