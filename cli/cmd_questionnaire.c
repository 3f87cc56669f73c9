#include "commands.h"
#include "hand_out.h"
#include "messages.h"
#include "options.h"

/* Options that only some verbs have. */
enum { PART = 1, PREFILL = 2, OUTPUT = 4, XLSFORM = 8, SET = 16 };

/* What was asked for. */
typedef struct call {
    const char **operands; /* behind the verb */
    int operand_count;
    const char *part;
    const char *prefill; /* round */
    const char *path;
    int xlsform;
    const char *answers[OPTION_REPEATS];
    int answer_count;
} call;

typedef struct verb {
    const char *name;
    const char *use; /* what stands behind it */
    int least;       /* operands */
    int most;
    unsigned options;
    int (*run)(cli_desk *desk, const call *c);
} verb;

static int list_all(cli_desk *desk, const call *c)
{
    (void)c;
    sel_error err = {0};
    sel_report report = {.arena = desk->arena,
                         .id = "questionnaires",
                         .title = sel_words_find(&desk->context->words, "instruments.heading")};
    if (sel_instruments_tell(desk->context, &report, &err) != SEL_OK)
        return say_error(&err);
    return desk_print(desk, &report);
}

static int show(cli_desk *desk, const call *c)
{
    const char *id = c->operands[0];
    sel_error err = {0};
    sel_report report = {.arena = desk->arena, .id = "questionnaire", .title = sel_str_of(id)};
    if (sel_instrument_tell(desk->context, id, &report, &err) != SEL_OK)
        return say_error(&err);
    return desk_print(desk, &report);
}

static int check(cli_desk *desk, const call *c)
{
    const char *which = c->operands[0];
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

static int diff(cli_desk *desk, const call *c)
{
    const char *before = c->operands[0];
    const char *after = c->operands[1];
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

static int evaluate(cli_desk *desk, const call *c)
{
    sel_error err = {0};
    bool evaluated = false;
    sel_trial trial = {c->operands[0], c->answers, (uint32_t)c->answer_count};
    sel_report report = {.arena = desk->arena,
                         .id = "trial",
                         .title = sel_words_find(&desk->context->words, "trial.heading")};
    if (sel_trial_tell(desk->context, &trial, &report, &evaluated, &err) != SEL_OK)
        return say_error(&err);
    int outcome = desk_print(desk, &report);
    return outcome == EXIT_DONE && !evaluated ? EXIT_REFUSED : outcome;
}

static int template(cli_desk *desk, const call *c)
{
    if (c->prefill == NULL && c->operand_count == 1)
        return hand_out(desk, c->operands[0], c->part, NULL, c->path);
    if (c->prefill == NULL || c->operand_count == 1)
        return say_usage("write 'questionnaire template ID --prefill ROUND COUNTRY' for a sheet "
                         "with the answers of a round");
    const sel_prefill_call before = {.round = c->prefill, .respondent = c->operands[1]};
    return hand_out(desk, c->operands[0], c->part, &before, c->path);
}

static int codebook(cli_desk *desk, const call *c)
{
    return give_codebook(desk, c->operands[0], c->path);
}

static int export(cli_desk *desk, const call *c)
{
    if (!c->xlsform)
        return say_usage("say which kind of form: 'questionnaire export ID --xlsform'");
    return export_xlsform(desk, c->operands[0], c->path);
}

static const verb verbs[] = {
    {"list", "", 0, 0, 0, list_all},
    {"show", "ID", 1, 1, 0, show},
    {"template", "ID", 1, 2, PART | PREFILL | OUTPUT, template},
    {"codebook", "ID", 1, 1, OUTPUT, codebook},
    {"export", "ID", 1, 1, XLSFORM | OUTPUT, export},
    {"check", "FOLDER", 1, 1, 0, check},
    {"diff", "OLD NEW", 2, 2, 0, diff},
    {"eval", "EXPR", 1, 1, SET, evaluate},
};

static const verb *find_verb(const char *name)
{
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++)
        if (strcmp(verbs[i].name, name) == 0)
            return &verbs[i];
    return NULL;
}

/* An option that is given where it says nothing was meant to say something. */
static int check_call(const verb *wanted, const call *c)
{
    const struct {
        unsigned option;
        bool given;
        const char *name;
    } given[] = {{PART, c->part != NULL, "part"},
                 {PREFILL, c->prefill != NULL, "prefill"},
                 {OUTPUT, c->path != NULL, "output"},
                 {XLSFORM, c->xlsform != 0, "xlsform"},
                 {SET, c->answer_count > 0, "set"}};
    for (size_t i = 0; i < sizeof given / sizeof given[0]; i++)
        if (given[i].given && (wanted->options & given[i].option) == 0)
            return say_usage("--%s does not go with 'questionnaire %s'", given[i].name,
                             wanted->name);
    if (c->operand_count >= wanted->least && c->operand_count <= wanted->most)
        return EXIT_DONE;
    return say_usage("write 'questionnaire %s%s%s'", wanted->name,
                     wanted->use[0] == '\0' ? "" : " ", wanted->use);
}

int cmd_questionnaire(cli_desk *desk, int argc, const char **argv)
{
    call c = {0};
    const cli_option specs[] = {{"part", "A", &c.part, NULL, "option.part"},
                                {"set", "NAME=VALUE", c.answers, &c.answer_count, "option.set"},
                                {"prefill", "ROUND", &c.prefill, NULL, "option.prefill"},
                                {"output", "FILE", &c.path, NULL, "option.output"},
                                {"xlsform", NULL, NULL, &c.xlsform, "option.xlsform"},
                                {0}};
    cli_operands words;
    int outcome = options_parse(desk, specs, argc, argv, 1, 3, &words);
    if (outcome == EXIT_DONE)
        outcome = desk_context(desk);
    if (outcome != EXIT_DONE)
        return outcome;
    const verb *wanted = find_verb(words.list[0]);
    if (wanted == NULL)
        return say_usage(
            "write 'questionnaire list', 'show ID', 'template ID', 'template ID --prefill ROUND "
            "COUNTRY', 'codebook ID', "
            "'export ID --xlsform', 'check FOLDER', 'diff OLD NEW' or 'eval EXPR'");
    c.operands = words.list + 1;
    c.operand_count = words.count - 1;
    outcome = check_call(wanted, &c);
    return outcome == EXIT_DONE ? wanted->run(desk, &c) : outcome;
}
