#include "analysis.h"
#include "commands.h"
#include "messages.h"
#include "rank_options.h"

/* What of the store is wanted. */
typedef struct wanted {
    const char *model;
    const char *request;
    const char *recipient;
    const char *donor;
    const cli_rank_options *options;
} wanted;

static sel_status tell(cli_desk *desk, const sel_assessment *assessment, const void *of,
                       sel_report *report, sel_error *err)
{
    const wanted *limits = of;
    sel_rank_wish wish = {.compare = limits->options->matrix.compare,
                          .explain = limits->options->matrix.explain,
                          .sensitivity = limits->options->matrix.sensitivity};
    /* Of requests, whose they are and whose programmes are to fit are two questions. */
    sel_status status = sel_model_ranks_requests(&desk->context->model)
                            ? analysis_find(assessment, limits->request, limits->recipient,
                                            limits->donor, &wish.choice, err)
                            : analysis_choice(assessment, limits->request, limits->recipient,
                                              limits->donor, &wish.choice, err);
    return status != SEL_OK ? status
                            : sel_tell_ranking(desk->context, assessment, &wish, report, err);
}

static int rank_matrix(cli_desk *desk, const sel_matrix_wish *wish, const wanted *limits)
{
    if (limits->model != NULL || limits->request != NULL || limits->recipient != NULL ||
        limits->donor != NULL)
        return say_usage("--matrix needs no store: leave out --model, --request, --recipient and "
                         "--donor");
    int outcome = desk_context(desk);
    if (outcome != EXIT_DONE)
        return outcome;
    sel_error err = {0};
    bool refused = false;
    sel_report report = {.arena = desk->arena,
                         .id = "rank",
                         .title = sel_words_find(&desk->context->words, "matrix.title")};
    if (sel_rank_matrix(desk->context, wish, &report, &refused, &err) != SEL_OK)
        return say_error(&err);
    outcome = desk_print(desk, &report);
    return outcome == EXIT_DONE && refused ? EXIT_REFUSED : outcome;
}

/* The method, draws and seed of the model, where others are given. */
static int override_model(cli_desk *desk, const sel_matrix_wish *wish)
{
    int outcome = desk_context(desk);
    if (outcome != EXIT_DONE)
        return outcome;
    sel_model *model = &desk->context->model;
    sel_error err = {0};
    if (wish->method != NULL && sel_model_aggregate_by(model, wish->method, &err) != SEL_OK)
        return say_error(&err);
    if (wish->draws > 0)
        model->draws = wish->draws;
    if (wish->seed > 0)
        model->seed = wish->seed;
    return EXIT_DONE;
}

static int rank_store(cli_desk *desk, const cli_rank_options *options, const wanted *limits)
{
    int outcome = rank_options_need_no_table(options);
    if (outcome != EXIT_DONE)
        return outcome;
    desk->model = limits->model;
    outcome = override_model(desk, &options->matrix);
    cli_analysis rank = {.id = "rank", .title = "rank.title", .tell = tell, .of = limits};
    return outcome == EXIT_DONE ? analysis_run(desk, &rank) : outcome;
}

int cmd_rank(cli_desk *desk, int argc, const char **argv)
{
    enum { OWN = 4 };
    wanted limits = {0};
    cli_rank_options options = {.draws = NULL};
    limits.options = &options;
    cli_option specs[OWN + RANK_OPTION_ROWS + 1] = {
        {"request", "ID", &limits.request, NULL, "option.request"},
        {"recipient", "CODE", &limits.recipient, NULL, "option.recipient"},
        {"donor", "NAME", &limits.donor, NULL, "option.donor"},
        {"model", "MODEL", &limits.model, NULL, "option.model"},
    };
    rank_options_specs(&options, specs, OWN);
    cli_operands none;
    int outcome = options_parse(desk, specs, argc, argv, 0, 0, &none);
    if (outcome == EXIT_DONE)
        outcome = rank_options_read(&options);
    if (outcome != EXIT_DONE)
        return outcome;
    return options.matrix.path != NULL ? rank_matrix(desk, &options.matrix, &limits)
                                       : rank_store(desk, &options, &limits);
}
