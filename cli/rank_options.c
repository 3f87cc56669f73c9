#include "rank_options.h"

#include "messages.h"

void rank_options_specs(cli_rank_options *o, cli_option *specs, int from)
{
    const cli_option rows[RANK_OPTION_ROWS] = {
        {"matrix", "FILE", &o->matrix.path, NULL, "option.matrix"},
        {"weights", "W", &o->matrix.weights, NULL, "option.weights"},
        {"judgements", "FILE", &o->matrix.judgements, NULL, "option.judgements"},
        {"group", "RULE", &o->matrix.group, NULL, "option.group"},
        {"random-index", "NAME", &o->matrix.random_index, NULL, "option.random-index"},
        {"cost", "COLUMN", o->costs.list, &o->costs.count, "option.cost"},
        {"method", "NAME", &o->matrix.method, NULL, "option.method"},
        {"normalisation", "NAME", &o->matrix.normalisation, NULL, "option.normalisation"},
        {"goalposts", "C=L..H", o->goalposts.list, &o->goalposts.count, "option.goalposts"},
        {"constraint", "C>=C", o->constraints.list, &o->constraints.count, "option.constraint"},
        {"parameter", "NAME=VALUE", o->parameters.list, &o->parameters.count, "option.parameter"},
        {"compare", "METHODS", &o->matrix.compare, NULL, "option.rank-compare"},
        {"explain", "NAME", &o->matrix.explain, NULL, "option.rank-explain"},
        {"sensitivity", NULL, NULL, &o->sensitivity, "option.rank-sensitivity"},
        {"missing", "WAY", &o->matrix.missing, NULL, "option.missing"},
        {"coverage", "SHARE", &o->coverage, NULL, "option.coverage"},
        {"sets", "N", &o->sets, NULL, "option.sets"},
        {"draws", "N", &o->draws, NULL, "option.draws"},
        {"seed", "N", &o->seed, NULL, "option.seed"},
    };
    memcpy(specs + from, rows, sizeof rows);
}

static int read_draws(const char *text, uint32_t *draws)
{
    int64_t number = 0;
    bool sound = sel_number_integer(sel_str_of(text), &number) && number >= SEL_DRAWS_LEAST &&
                 number <= SEL_DRAWS_MOST && (number & (number - 1)) == 0;
    if (!sound)
        return say_usage("--draws takes a power of two from %d to %d, not '%s'", SEL_DRAWS_LEAST,
                         SEL_DRAWS_MOST, text);
    *draws = (uint32_t)number;
    return EXIT_DONE;
}

static int read_seed(const char *text, uint64_t *seed)
{
    int64_t number = 0;
    if (!sel_number_integer(sel_str_of(text), &number) || number <= 0)
        return say_usage("--seed takes a whole number from 1, not '%s'", text);
    *seed = (uint64_t)number;
    return EXIT_DONE;
}

static int read_coverage(const char *text, double *coverage)
{
    if (!sel_number_real(sel_str_of(text), coverage) || !(*coverage >= 0 && *coverage <= 1))
        return say_usage("--coverage takes a number from 0 to 1, not '%s'", text);
    return EXIT_DONE;
}

static int read_sets(const char *text, uint32_t *sets)
{
    int64_t number = 0;
    if (!sel_number_integer(sel_str_of(text), &number) || number < SEL_IMPUTATION_LEAST ||
        number > SEL_IMPUTATION_SETS)
        return say_usage("--sets takes a whole number from %d to %d, not '%s'",
                         SEL_IMPUTATION_LEAST, SEL_IMPUTATION_SETS, text);
    *sets = (uint32_t)number;
    return EXIT_DONE;
}

int rank_options_read(cli_rank_options *o)
{
    o->matrix.costs = (sel_wish_texts){o->costs.list, o->costs.count};
    o->matrix.parameters = (sel_wish_texts){o->parameters.list, o->parameters.count};
    o->matrix.goalposts = (sel_wish_texts){o->goalposts.list, o->goalposts.count};
    o->matrix.constraints = (sel_wish_texts){o->constraints.list, o->constraints.count};
    o->matrix.sensitivity = o->sensitivity != 0;
    int outcome = o->draws == NULL ? EXIT_DONE : read_draws(o->draws, &o->matrix.draws);
    if (outcome == EXIT_DONE && o->seed != NULL)
        outcome = read_seed(o->seed, &o->matrix.seed);
    if (outcome == EXIT_DONE && o->coverage != NULL)
        outcome = read_coverage(o->coverage, &o->matrix.coverage);
    if (outcome == EXIT_DONE && o->sets != NULL)
        outcome = read_sets(o->sets, &o->matrix.sets);
    return outcome;
}

int rank_options_need_no_table(const cli_rank_options *o)
{
    const struct {
        const char *name;
        bool given;
    } of_tables[] = {{"weights", o->matrix.weights != NULL},
                     {"judgements", o->matrix.judgements != NULL},
                     {"group", o->matrix.group != NULL},
                     {"random-index", o->matrix.random_index != NULL},
                     {"cost", o->costs.count > 0},
                     {"normalisation", o->matrix.normalisation != NULL},
                     {"goalposts", o->goalposts.count > 0},
                     {"parameter", o->parameters.count > 0},
                     {"constraint", o->constraints.count > 0},
                     {"missing", o->matrix.missing != NULL},
                     {"coverage", o->coverage != NULL},
                     {"sets", o->sets != NULL}};
    for (size_t i = 0; i < sizeof of_tables / sizeof of_tables[0]; i++)
        if (of_tables[i].given)
            return say_usage("--%s is about a table of your own: give --matrix FILE too",
                             of_tables[i].name);
    return EXIT_DONE;
}
