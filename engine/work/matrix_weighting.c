/* What a weighting method takes besides the table: numbers, places, judgements. */
#include "work/matrix_setting.h"

static void report(sel_issues *issues, const char *option, const char *code, sel_str found)
{
    sel_issue issue = {.code = code, .source = sel_str_of(option), .found = found};
    sel_issues_add(issues, &issue);
}

/* Numbers in the order of columns, by criterion. */
static const double *by_criterion(const sel_matrix_setting *setting, const double *in_columns,
                                  sel_arena *arena)
{
    uint32_t criteria = setting->table.criterion_count;
    double *numbers = sel_arena_array(arena, criteria, sizeof *numbers);
    for (uint32_t column = 0; column < criteria; column++)
        numbers[sel_decision_column(&setting->table, column)] = in_columns[column];
    return numbers;
}

/* One number for each criterion; a single one would not say how they differ. */
static const double *numbers_of(const sel_matrix_setting *setting, sel_arena *arena,
                                sel_issues *issues)
{
    uint32_t criteria = setting->table.criterion_count;
    uint32_t count;
    const double *numbers = sel_matrix_numbers(sel_str_of(setting->weighting_input), criteria,
                                               "--weights", arena, &count, issues);
    if (numbers == NULL)
        return NULL;
    if (count == criteria)
        return by_criterion(setting, numbers, arena);
    sel_issue issue = {.code = "E_MATRIX_COUNT",
                       .source = SEL_STR("--weights"),
                       .found = sel_str_of(setting->weighting_input),
                       .expected = sel_str_printf(arena, "%u", criteria)};
    sel_issues_add(issues, &issue);
    return NULL;
}

/* Places of an order of importance are whole numbers from 1. */
static const uint32_t *places_of(const sel_matrix_setting *setting, sel_arena *arena,
                                 sel_issues *issues)
{
    uint32_t criteria = setting->table.criterion_count;
    const double *numbers = numbers_of(setting, arena, issues);
    uint32_t *places = sel_arena_array(arena, criteria, sizeof *places);
    bool sound = numbers != NULL;
    for (uint32_t column = 0; numbers != NULL && column < criteria; column++) {
        uint32_t j = sel_decision_column(&setting->table, column);
        bool place = numbers[j] >= 1 && numbers[j] <= SEL_CRITERIA_MAX &&
                     numbers[j] == (double)(uint32_t)numbers[j];
        if (place)
            places[j] = (uint32_t)numbers[j];
        else
            report(issues, "--weights", "E_MATRIX_PLACE",
                   sel_str_printf(arena, "%.12g", numbers[j]));
        sound = sound && place;
    }
    return sound ? places : NULL;
}

static const sel_judgements *judgements_of(const sel_matrix_setting *setting, sel_arena *arena)
{
    sel_judgements *judgements = sel_arena_array(arena, 1, sizeof *judgements);
    *judgements = (sel_judgements){.ratios = setting->judgements.ratios,
                                   .known = setting->judgements.known,
                                   .persons = setting->judgements.person_count,
                                   .criteria = setting->judgements.criteria,
                                   .group = setting->group,
                                   .random_index = setting->random_index};
    return judgements;
}

/* The criterion, other than `but`, whose ratio to every other one is known, and at least 1 (best)
 * or at most 1 (worst); SEL_NONE when there is none. */
static uint32_t pole_of(const sel_judgement_table *table, bool best, uint32_t but)
{
    uint32_t n = table->criteria;
    for (uint32_t i = 0; i < n; i++) {
        bool holds = i != but;
        for (uint32_t j = 0; holds && j < n; j++) {
            double ratio = table->ratios[i * n + j];
            holds = table->known[i * n + j] && (best ? ratio >= 1 : ratio <= 1);
        }
        if (holds)
            return i;
    }
    return SEL_NONE;
}

static const sel_best_worst *best_worst_of(const sel_matrix_setting *setting, sel_arena *arena,
                                           sel_issues *issues)
{
    const sel_judgement_table *table = &setting->judgements;
    uint32_t n = table->criteria;
    uint32_t best = pole_of(table, true, SEL_NONE);
    uint32_t worst = pole_of(table, false, best);
    if (table->person_count != 1 || best == SEL_NONE || worst == SEL_NONE) {
        report(issues, "--judgements", "E_MATRIX_BEST_WORST", (sel_str){0});
        return NULL;
    }
    double *to_others = sel_arena_array(arena, n, sizeof *to_others);
    double *to_worst = sel_arena_array(arena, n, sizeof *to_worst);
    for (uint32_t j = 0; j < n; j++) {
        to_others[j] = table->ratios[best * n + j];
        to_worst[j] = table->ratios[j * n + worst];
    }
    sel_best_worst *comparisons = sel_arena_array(arena, 1, sizeof *comparisons);
    *comparisons = (sel_best_worst){to_others, to_worst, n, best, worst};
    return comparisons;
}

void sel_matrix_weighting_input(const sel_matrix_setting *setting, sel_arena *arena,
                                sel_weighting_input *input, sel_issues *issues)
{
    *input = (sel_weighting_input){.criteria = setting->table.criterion_count};
    switch (setting->weighting->need) {
    case SEL_WEIGHTING_NUMBERS:
        input->numbers = numbers_of(setting, arena, issues);
        break;
    case SEL_WEIGHTING_POINTS:
        input->points = numbers_of(setting, arena, issues);
        break;
    case SEL_WEIGHTING_ORDER:
        input->places = places_of(setting, arena, issues);
        break;
    case SEL_WEIGHTING_JUDGEMENTS:
        input->judgements = judgements_of(setting, arena);
        break;
    case SEL_WEIGHTING_BEST_WORST:
        input->best_worst = best_worst_of(setting, arena, issues);
        break;
    case SEL_WEIGHTING_NOTHING:
    case SEL_WEIGHTING_MATRIX:
        break;
    }
}
