#include "work/matrix_setting.h"

#include "base/nearest.h"
#include "base/number.h"
#include "work/matrix_gaps.h"

/* Text before and after the last mark; false when there is none. */
static bool split_at_last(sel_str text, char mark, sel_str *before, sel_str *after)
{
    for (size_t at = text.len; at > 0; at--)
        if (text.ptr[at - 1] == mark) {
            *before = sel_str_trim(sel_str_part(text, 0, at - 1));
            *after = sel_str_trim(sel_str_part(text, at, text.len));
            return true;
        }
    return false;
}

void sel_matrix_report(sel_issues *issues, const char *option, const char *code, sel_str found,
                       sel_str suggestion)
{
    sel_issue issue = {.code = code,
                       .source = sel_str_of(option),
                       .subject = found,
                       .found = found,
                       .suggestion = suggestion};
    sel_issues_add(issues, &issue);
}

const double *sel_matrix_numbers(sel_str text, uint32_t wanted, const char *option,
                                 sel_arena *arena, uint32_t *count, sel_issues *issues)
{
    double *values = sel_arena_array(arena, text.len + 1, sizeof *values);
    bool sound = true;
    sel_str rest = text;
    *count = 0;
    for (sel_str part; sel_str_next(&rest, ',', &part); *count += 1) {
        if (sel_number_real(sel_str_trim(part), &values[*count]))
            continue;
        sound = false;
        sel_matrix_report(issues, option, "E_MATRIX_NUMBER", part, (sel_str){0});
    }
    if (*count == 1 || *count == wanted)
        return sound ? values : NULL;
    sel_issue issue = {.code = "E_MATRIX_COUNT",
                       .source = sel_str_of(option),
                       .found = text,
                       .expected = sel_str_printf(arena, "%u", wanted)};
    sel_issues_add(issues, &issue);
    return NULL;
}

/* --- names of methods --- */

static sel_status read_compared(const char *text, sel_matrix_setting *setting, sel_error *err)
{
    sel_status status =
        sel_aggregations_named(text, setting->compared, &setting->compared_count, err);
    if (status == SEL_OK && setting->compared_count < 2)
        return sel_fail(err, SEL_USAGE, "--compare takes two methods or more");
    return status;
}

static sel_status read_method(const sel_matrix_wish *wish, sel_matrix_setting *setting,
                              sel_error *err)
{
    sel_status status = wish->compare == NULL ? SEL_OK : read_compared(wish->compare, setting, err);
    if (status != SEL_OK)
        return status;
    if (wish->method != NULL)
        return sel_aggregation_named(sel_str_of(wish->method), "--method", &setting->method, err);
    if (wish->compare != NULL)
        setting->method = setting->compared[0];
    else
        return sel_aggregation_named(SEL_STR("weighted-sum"), "--method", &setting->method, err);
    return SEL_OK;
}

static sel_status read_normalisation(const sel_matrix_wish *wish, sel_matrix_setting *setting,
                                     sel_error *err)
{
    bool posts = wish->goalposts.count > 0;
    if (wish->normalisation == NULL && !posts)
        return SEL_OK;
    const char *name = wish->normalisation == NULL ? "goalposts" : wish->normalisation;
    sel_status status = sel_normalisation_named(sel_str_of(name), &setting->normalisation, err);
    if (status != SEL_OK)
        return status;
    if (posts && !setting->normalisation->goalposts)
        return sel_fail(err, SEL_USAGE, "--goalposts is of the normalisation goalposts, not of %s",
                        setting->normalisation->name);
    if (!posts && setting->normalisation->goalposts)
        return sel_fail(err, SEL_USAGE, "the normalisation goalposts needs --goalposts");
    if (setting->method->normalisation_fixed &&
        setting->normalisation != setting->method->normalisation)
        return sel_fail(err, SEL_USAGE, "%s has a normalisation of its own, %s",
                        setting->method->name, setting->method->normalisation->name);
    return SEL_OK;
}

static bool takes_numbers(sel_weighting_need need)
{
    return need == SEL_WEIGHTING_NUMBERS || need == SEL_WEIGHTING_POINTS ||
           need == SEL_WEIGHTING_ORDER;
}

static bool takes_judgements(sel_weighting_need need)
{
    return need == SEL_WEIGHTING_JUDGEMENTS || need == SEL_WEIGHTING_BEST_WORST;
}

static sel_status check_weighting(const sel_matrix_wish *wish, const sel_matrix_setting *setting,
                                  sel_error *err)
{
    const sel_weighting *weighting = setting->weighting;
    bool numbers = setting->weighting_input != NULL;
    if (takes_numbers(weighting->need) && !numbers)
        return sel_fail(err, SEL_USAGE,
                        "weights by %s take a number for each column: --weights %s:n1,n2,…",
                        weighting->name, weighting->name);
    if (!takes_numbers(weighting->need) && numbers)
        return sel_fail(err, SEL_USAGE, "weights by %s take no numbers", weighting->name);
    if (takes_judgements(weighting->need) && wish->judgements == NULL)
        return sel_fail(err, SEL_USAGE, "weights by %s need --judgements FILE", weighting->name);
    if (!takes_judgements(weighting->need) && wish->judgements != NULL)
        return sel_fail(err, SEL_USAGE, "weights by %s take no judgements", weighting->name);
    return SEL_OK;
}

static sel_status read_weighting(const sel_matrix_wish *wish, sel_matrix_setting *setting,
                                 sel_error *err)
{
    sel_str text = sel_str_of(wish->weights);
    if (wish->weights == NULL)
        text = wish->judgements == NULL ? SEL_STR("equal") : SEL_STR("ahp-eigenvector");
    if (text.len > 0 && !sel_ascii_is_letter(text.ptr[0])) {
        setting->weighting_input = wish->weights;
        text = SEL_STR("stated");
    }
    size_t colon = sel_str_find(text, SEL_STR(":"));
    if (colon < text.len)
        setting->weighting_input = text.ptr + colon + 1;
    sel_status status = sel_weighting_named(sel_str_part(text, 0, colon), &setting->weighting, err);
    return status == SEL_OK ? check_weighting(wish, setting, err) : status;
}

static sel_status read_judging(const sel_matrix_wish *wish, sel_matrix_setting *setting,
                               sel_error *err)
{
    bool judged = setting->weighting->need == SEL_WEIGHTING_JUDGEMENTS;
    if ((wish->group != NULL || wish->random_index != NULL) && !judged)
        return sel_fail(err, SEL_USAGE, "weights by %s have no %s", setting->weighting->name,
                        wish->group != NULL ? "group" : "random index");
    if (wish->group != NULL && strcmp(wish->group, "priorities") == 0)
        setting->group = SEL_GROUP_PRIORITIES;
    else if (wish->group != NULL && strcmp(wish->group, "judgements") != 0)
        return sel_fail(err, SEL_USAGE, "--group takes judgements or priorities, not '%.60s'",
                        wish->group);
    if (wish->random_index == NULL)
        return SEL_OK;
    return sel_random_index_named(sel_str_of(wish->random_index), &setting->random_index, err);
}

sel_status sel_matrix_setting_names(const sel_matrix_wish *wish, sel_matrix_setting *setting,
                                    sel_error *err)
{
    *setting = (sel_matrix_setting){.draws = wish->draws > 0 ? wish->draws : SEL_MATRIX_DRAWS,
                                    .seed = wish->seed > 0 ? wish->seed : SEL_MATRIX_SEED};
    sel_status status = read_method(wish, setting, err);
    if (status == SEL_OK)
        status = read_normalisation(wish, setting, err);
    if (status == SEL_OK)
        status = read_weighting(wish, setting, err);
    if (status == SEL_OK)
        status = read_judging(wish, setting, err);
    if (status == SEL_OK)
        status = sel_matrix_gaps_read(wish, setting, err);
    return status;
}

/* --- columns --- */

static uint32_t find_column(const sel_matrix_setting *setting, const char *option, sel_str name,
                            sel_issues *issues)
{
    sel_str nearest = {0};
    uint32_t number = sel_decision_table_criterion(&setting->table, name, &nearest);
    if (number == SEL_NONE)
        sel_matrix_report(issues, option, "E_MATRIX_COLUMN", name, nearest);
    return number;
}

/* A name with a comma in it is taken whole. */
static void read_cost(sel_str text, const sel_matrix_setting *setting, bool *cost,
                      sel_issues *issues)
{
    uint32_t whole = sel_decision_table_criterion(&setting->table, sel_str_trim(text), NULL);
    if (whole != SEL_NONE) {
        cost[whole] = true;
        return;
    }
    for (sel_str name; sel_str_next(&text, ',', &name);) {
        uint32_t number = find_column(setting, "--cost", sel_str_trim(name), issues);
        if (number != SEL_NONE)
            cost[number] = true;
    }
}

/* "low..high" with low below high, both within what a value may be. */
static bool read_span(sel_str text, double *low, double *high)
{
    size_t dots = sel_str_find(text, SEL_STR(".."));
    return dots < text.len && sel_number_real(sel_str_trim(sel_str_part(text, 0, dots)), low) &&
           sel_number_real(sel_str_trim(sel_str_part(text, dots + 2, text.len)), high) &&
           *low >= -SEL_DECISION_VALUE_MOST && *high <= SEL_DECISION_VALUE_MOST && *low < *high;
}

static void read_goalposts(const sel_wish_texts *texts, sel_arena *arena,
                           sel_matrix_setting *setting, sel_issues *issues)
{
    uint32_t criteria = setting->table.criterion_count;
    double *low = sel_arena_array(arena, criteria, sizeof *low);
    double *high = sel_arena_array(arena, criteria, sizeof *high);
    bool *stated = sel_arena_array(arena, criteria, sizeof *stated);
    for (int i = 0; i < texts->count; i++) {
        sel_str name;
        sel_str span;
        sel_str text = sel_str_of(texts->list[i]);
        bool split = split_at_last(text, '=', &name, &span);
        uint32_t j = split ? find_column(setting, "--goalposts", name, issues) : 0;
        if (j == SEL_NONE)
            continue;
        if (!split || !read_span(span, &low[j], &high[j]))
            sel_matrix_report(issues, "--goalposts", "E_MATRIX_GOALPOSTS", text, (sel_str){0});
        else if (stated[j])
            sel_matrix_report(issues, "--goalposts", "E_MATRIX_GOALPOSTS_TWICE", name,
                              (sel_str){0});
        if (split)
            stated[j] = true;
    }
    for (uint32_t column = 0; column < criteria; column++) {
        uint32_t j = sel_decision_column(&setting->table, column);
        if (!stated[j])
            sel_matrix_report(issues, "--goalposts", "E_MATRIX_GOALPOSTS_MISSING",
                              setting->table.criteria[j], (sel_str){0});
    }
    setting->goal_low = low;
    setting->goal_high = high;
}

/* The parameter of the method, or one of those compared, that is called name. */
static const sel_aggregation_parameter *find_parameter(const sel_matrix_setting *setting,
                                                       sel_str name, sel_str *nearest)
{
    sel_nearest search = sel_nearest_start(name);
    for (uint32_t m = 0; m <= setting->compared_count; m++) {
        const sel_aggregation *method = m == 0 ? setting->method : setting->compared[m - 1];
        for (uint32_t k = 0; k < method->parameter_count; k++) {
            if (sel_str_is(name, method->parameters[k].name))
                return &method->parameters[k];
            sel_nearest_offer(&search, sel_str_of(method->parameters[k].name));
        }
    }
    *nearest = search.name;
    return NULL;
}

static bool parameter_given(const sel_matrix_setting *setting, sel_str name)
{
    for (uint32_t i = 0; i < setting->parameter_count; i++)
        if (sel_str_equal(setting->parameters[i].name, name))
            return true;
    return false;
}

static void read_parameter(sel_str text, sel_arena *arena, sel_matrix_setting *setting,
                           sel_issues *issues)
{
    sel_str name;
    sel_str numbers;
    sel_str nearest;
    if (!split_at_last(text, '=', &name, &numbers)) {
        sel_matrix_report(issues, "--parameter", "E_MATRIX_PARAMETER_FORM", text, (sel_str){0});
        return;
    }
    const sel_aggregation_parameter *parameter = find_parameter(setting, name, &nearest);
    if (parameter == NULL) {
        sel_matrix_report(issues, "--parameter", "E_MATRIX_PARAMETER", name, nearest);
        return;
    }
    if (parameter_given(setting, name) || setting->parameter_count == SEL_MATRIX_PARAMETERS_MAX) {
        sel_matrix_report(issues, "--parameter", "E_MATRIX_PARAMETER_TWICE", name, (sel_str){0});
        return;
    }
    uint32_t criteria = setting->table.criterion_count;
    uint32_t count;
    const double *given = sel_matrix_numbers(numbers, parameter->per_criterion ? criteria : 1,
                                             "--parameter", arena, &count, issues);
    double *values = sel_arena_array(arena, criteria, sizeof *values);
    for (uint32_t column = 0; given != NULL && column < criteria; column++)
        values[sel_decision_column(&setting->table, column)] = given[count == 1 ? 0 : column];
    setting->parameters[setting->parameter_count++] = (sel_matrix_parameter){name, values};
}

void sel_matrix_setting_columns(const sel_matrix_wish *wish, sel_arena *arena,
                                sel_matrix_setting *setting, sel_issues *issues)
{
    bool *cost = sel_arena_array(arena, setting->table.criterion_count, sizeof *cost);
    for (int i = 0; i < wish->costs.count; i++)
        read_cost(sel_str_of(wish->costs.list[i]), setting, cost, issues);
    setting->cost = cost;
    if (wish->goalposts.count > 0)
        read_goalposts(&wish->goalposts, arena, setting, issues);
    for (int i = 0; i < wish->parameters.count; i++)
        read_parameter(sel_str_of(wish->parameters.list[i]), arena, setting, issues);
    if (wish->constraints.count > 0)
        sel_matrix_constraints_read(&wish->constraints, arena, setting, issues);
}

const sel_normalisation *sel_matrix_normalisation(const sel_matrix_setting *setting,
                                                  const sel_aggregation *method)
{
    if (method->normalisation_fixed)
        return method->normalisation;
    if (setting->normalisation != NULL)
        return setting->normalisation;
    return method->additive != NULL && setting->units != NULL ? setting->units
                                                              : method->normalisation;
}

sel_aggregation_options sel_matrix_options(const sel_matrix_setting *setting,
                                           const sel_aggregation *method, const double *weights)
{
    sel_aggregation_options options = {
        .weights = weights, .goal_low = setting->goal_low, .goal_high = setting->goal_high};
    options.normalisation = sel_matrix_normalisation(setting, method);
    for (uint32_t k = 0; k < method->parameter_count; k++)
        for (uint32_t i = 0; i < setting->parameter_count; i++)
            if (sel_str_is(setting->parameters[i].name, method->parameters[k].name))
                options.parameters[k] = setting->parameters[i].values;
    return options;
}
