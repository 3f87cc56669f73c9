/* What every weighting method must keep, over seeded random input. The trial's number is printed on
 * failure and is its seed. */
#include "analysis/weighting/weighting.h"

#include "check_suite.h"
#include "seeded.h"

#include <math.h>
#include <string.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CHECKED_MEMORY
#endif
#endif
#if defined(CHECKED_MEMORY) || defined(__SANITIZE_ADDRESS__)
enum { TRIALS = 200 };
#else
enum { TRIALS = 10000 };
#endif

enum { ROWS_MOST = 9, CRITERIA_MOST = 6, PERSONS_MOST = 3 };
enum { CELLS = (ROWS_MOST + 1) * CRITERIA_MOST, SQUARE = CRITERIA_MOST * CRITERIA_MOST };

/* Input for every method. */
typedef struct trial {
    uint64_t seed;
    uint64_t state;
    uint32_t rows;
    uint32_t criteria;
    uint32_t persons;
    double values[CELLS];
    bool cost[CRITERIA_MOST];
    double numbers[CRITERIA_MOST];
    double points[CRITERIA_MOST];
    uint32_t places[CRITERIA_MOST];
    double ratios[PERSONS_MOST * SQUARE];
    bool known[PERSONS_MOST * SQUARE];
    double best_to_others[CRITERIA_MOST];
    double others_to_worst[CRITERIA_MOST];
    uint32_t best;
    uint32_t worst;
    sel_group_rule group;
} trial;

#define ck_trial(condition, of, method)                                                            \
    ck_assert_msg(condition, "trial %u, %s", (unsigned)(of)->seed, (method)->name)

/* Values from 0 on, in half of the trials in whole numbers, so that ties happen. */
static void draw_values(trial *of)
{
    of->rows = 3 + seeded_below(&of->state, ROWS_MOST - 2);
    of->criteria = 2 + seeded_below(&of->state, CRITERIA_MOST - 1);
    for (uint32_t i = 0; i < of->rows * of->criteria; i++)
        of->values[i] =
            of->seed % 2 == 0 ? seeded_below(&of->state, 12) : 40 * seeded_unit(&of->state);
    for (uint32_t j = 0; j < of->criteria; j++)
        of->cost[j] = seeded_below(&of->state, 3) == 0;
}

/* Ratios of 1/9 to 9 by persons; in a third of the trials pairs are missing that a chain replaces.
 */
static void draw_judgements(trial *of)
{
    uint32_t n = of->criteria;
    bool gaps = of->seed % 3 == 0;
    of->persons = 1 + seeded_below(&of->state, PERSONS_MOST);
    of->group = of->seed % 5 < 2 ? SEL_GROUP_PRIORITIES : SEL_GROUP_JUDGEMENTS;
    for (uint32_t p = 0; p < of->persons; p++)
        for (uint32_t i = 0; i < n; i++)
            for (uint32_t j = 0; j <= i; j++) {
                double drawn = 1 + seeded_below(&of->state, 9);
                double ratio = i == j ? 1 : seeded_below(&of->state, 2) == 0 ? drawn : 1 / drawn;
                bool known = !gaps || i - j <= 1 || seeded_below(&of->state, 2) == 0;
                of->ratios[(p * n + i) * n + j] = ratio;
                of->ratios[(p * n + j) * n + i] = 1 / ratio;
                of->known[(p * n + i) * n + j] = of->known[(p * n + j) * n + i] = known;
            }
}

static void draw_comparisons(trial *of)
{
    uint32_t most = 1 + seeded_below(&of->state, 9);
    of->best = seeded_below(&of->state, of->criteria);
    of->worst = (of->best + 1 + seeded_below(&of->state, of->criteria - 1)) % of->criteria;
    for (uint32_t j = 0; j < of->criteria; j++) {
        of->best_to_others[j] = 1 + seeded_below(&of->state, most);
        of->others_to_worst[j] = 1 + seeded_below(&of->state, most);
    }
    of->best_to_others[of->best] = of->others_to_worst[of->worst] = 1;
    of->best_to_others[of->worst] = of->others_to_worst[of->best] = most;
}

static trial draw(uint64_t seed)
{
    trial of = {.seed = seed, .state = seed};
    draw_values(&of);
    draw_judgements(&of);
    draw_comparisons(&of);
    for (uint32_t j = 0; j < of.criteria; j++) {
        of.numbers[j] = seeded_unit(&of.state);
        of.points[j] = floor(101 * seeded_unit(&of.state));
        of.places[j] = 1 + seeded_below(&of.state, of.criteria);
    }
    of.points[seeded_below(&of.state, of.criteria)] = 100;
    return of;
}

/* Weights of a trial by a method; where they are left open, false. */
static bool weigh(const trial *of, const sel_weighting *method, int threads, double *weights,
                  sel_weighting_outcome *outcome)
{
    const sel_judgements judgements = {.ratios = of->ratios,
                                       .known = of->known,
                                       .persons = of->persons,
                                       .criteria = of->criteria,
                                       .group = of->group};
    const sel_best_worst comparisons = {of->best_to_others, of->others_to_worst, of->criteria,
                                        of->best, of->worst};
    const sel_decision_matrix matrix = {of->values, of->rows, of->criteria, of->cost};
    const sel_weighting_input input = {.criteria = of->criteria,
                                       .numbers = of->numbers,
                                       .points = of->points,
                                       .places = of->places,
                                       .judgements = &judgements,
                                       .best_worst = &comparisons,
                                       .matrix = &matrix,
                                       .threads = threads};
    sel_arena *arena = sel_arena_create();
    sel_error err = {0};
    sel_weighting_outcome found = {0};
    sel_status status = sel_weighting_compute(method, &input, arena, &found, &err);
    bool open = status == SEL_NUMERIC || strstr(err.message, "every criterion is constant") != NULL;
    ck_assert_msg(status == SEL_OK || (open && method->need == SEL_WEIGHTING_MATRIX),
                  "trial %u, %s: %s", (unsigned)of->seed, method->name, err.message);
    if (status == SEL_OK)
        memcpy(weights, found.weights, of->criteria * sizeof *weights);
    if (outcome != NULL) {
        *outcome = found;
        outcome->weights = NULL;
    }
    sel_arena_destroy(arena);
    return status == SEL_OK;
}

static bool near(double a, double b)
{
    return fabs(a - b) <= 1e-9;
}

/* Weights are shares, and the same for one thread and two. */
static void check_shares(const trial *of, const sel_weighting *method)
{
    double weights[CRITERIA_MOST];
    double again[CRITERIA_MOST];
    double sum = 0;
    if (!weigh(of, method, 1, weights, NULL))
        return;
    for (uint32_t j = 0; j < of->criteria; j++) {
        ck_trial(weights[j] >= 0 && weights[j] <= 1, of, method);
        sum += weights[j];
    }
    ck_trial(fabs(sum - 1) <= 1e-12, of, method);
    ck_trial(weigh(of, method, 2, again, NULL), of, method);
    ck_trial(memcmp(weights, again, of->criteria * sizeof *weights) == 0, of, method);
}

/* Criteria turned round: each keeps its weight. */
static trial turn_criteria(const trial *of)
{
    trial turned = *of;
    uint32_t n = of->criteria;
    for (uint32_t j = 0; j < n; j++) {
        uint32_t from = n - 1 - j;
        memcpy(turned.values + (size_t)j * of->rows, of->values + (size_t)from * of->rows,
               of->rows * sizeof *of->values);
        turned.cost[j] = of->cost[from];
        turned.numbers[j] = of->numbers[from];
        turned.points[j] = of->points[from];
        turned.places[j] = of->places[from];
        turned.best_to_others[j] = of->best_to_others[from];
        turned.others_to_worst[j] = of->others_to_worst[from];
        for (uint32_t p = 0; p < of->persons; p++)
            for (uint32_t k = 0; k < n; k++) {
                turned.ratios[(p * n + j) * n + k] = of->ratios[(p * n + from) * n + n - 1 - k];
                turned.known[(p * n + j) * n + k] = of->known[(p * n + from) * n + n - 1 - k];
            }
    }
    turned.best = n - 1 - of->best;
    turned.worst = n - 1 - of->worst;
    return turned;
}

static void check_criteria(const trial *of, const sel_weighting *method)
{
    double weights[CRITERIA_MOST];
    double turned_weights[CRITERIA_MOST];
    trial turned = turn_criteria(of);
    bool there = weigh(of, method, 1, weights, NULL);
    ck_trial(weigh(&turned, method, 1, turned_weights, NULL) == there, of, method);
    for (uint32_t j = 0; there && j < of->criteria; j++)
        ck_trial(near(weights[j], turned_weights[of->criteria - 1 - j]), of, method);
}

/* Persons in another order: the same to the last bit. */
static void check_persons(const trial *of, const sel_weighting *method)
{
    double weights[CRITERIA_MOST];
    double turned_weights[CRITERIA_MOST];
    sel_weighting_outcome outcome;
    sel_weighting_outcome turned_outcome;
    if (method->need != SEL_WEIGHTING_JUDGEMENTS)
        return;
    trial turned = *of;
    uint32_t cells = of->criteria * of->criteria;
    for (uint32_t p = 0; p < of->persons; p++) {
        uint32_t from = (of->persons - 1 - p) * cells;
        memcpy(turned.ratios + p * cells, of->ratios + from, cells * sizeof *of->ratios);
        memcpy(turned.known + p * cells, of->known + from, cells * sizeof *of->known);
    }
    bool there = weigh(of, method, 1, weights, &outcome);
    ck_trial(weigh(&turned, method, 1, turned_weights, &turned_outcome) == there, of, method);
    for (uint32_t j = 0; there && j < of->criteria; j++)
        ck_trial(weights[j] == turned_weights[j], of, method);
    for (uint32_t k = 0; there && k < outcome.figure_count; k++)
        ck_trial(outcome.figures[k].value == turned_outcome.figures[k].value, of, method);
}

/* Alternatives turned round; and, where a method says so, all values of a criterion multiplied by a
 * factor above 0 and moved. Entropy is of shares, which only a factor leaves alone. */
static void check_alternatives(const trial *of, const sel_weighting *method)
{
    double weights[CRITERIA_MOST];
    double changed_weights[CRITERIA_MOST];
    trial changed = *of;
    if (method->need != SEL_WEIGHTING_MATRIX)
        return;
    bool moves = strcmp(method->name, "entropy") != 0;
    for (uint32_t j = 0; j < of->criteria; j++) {
        double factor = exp(6 * seeded_unit(&changed.state) - 3);
        double offset = moves ? 20 * seeded_unit(&changed.state) - 10 : 0;
        for (uint32_t i = 0; i < of->rows; i++)
            changed.values[j * of->rows + i] =
                factor * of->values[j * of->rows + of->rows - 1 - i] + offset;
    }
    bool there = weigh(of, method, 1, weights, NULL);
    ck_trial(weigh(&changed, method, 1, changed_weights, NULL) == there, of, method);
    for (uint32_t j = 0; there && j < of->criteria; j++)
        ck_trial(near(weights[j], changed_weights[j]), of, method);
}

/* Every alternative twice: means, deviations and correlations stay, and so do their weights; what
 * entropy lacks is divided by ln 2n and no longer by ln n, for every criterion alike. */
static void check_copies(const trial *of, const sel_weighting *method)
{
    double weights[CRITERIA_MOST];
    double doubled_weights[CRITERIA_MOST];
    if (method->need != SEL_WEIGHTING_MATRIX || 2 * of->rows > ROWS_MOST + 1)
        return;
    trial doubled = *of;
    doubled.rows = 2 * of->rows;
    for (uint32_t j = 0; j < of->criteria; j++)
        for (uint32_t i = 0; i < doubled.rows; i++)
            doubled.values[j * doubled.rows + i] = of->values[j * of->rows + i % of->rows];
    bool there = weigh(of, method, 1, weights, NULL);
    ck_trial(weigh(&doubled, method, 1, doubled_weights, NULL) == there, of, method);
    for (uint32_t j = 0; there && j < of->criteria; j++)
        ck_trial(near(weights[j], doubled_weights[j]), of, method);
}

/* A further criterion that is constant has 0 and leaves the others as they are. */
static void check_constant(const trial *of, const sel_weighting *method)
{
    double weights[CRITERIA_MOST];
    double more_weights[CRITERIA_MOST];
    if (method->need != SEL_WEIGHTING_MATRIX || of->criteria == CRITERIA_MOST)
        return;
    trial more = *of;
    more.criteria += 1;
    for (uint32_t i = 0; i < of->rows; i++)
        more.values[of->criteria * of->rows + i] = 7;
    bool there = weigh(of, method, 1, weights, NULL);
    ck_trial(weigh(&more, method, 1, more_weights, NULL) == there, of, method);
    for (uint32_t j = 0; there && j < of->criteria; j++)
        ck_trial(near(weights[j], more_weights[j]), of, method);
    ck_trial(!there || more_weights[of->criteria] == 0, of, method);
}

static void each_trial(void (*check)(const trial *, const sel_weighting *))
{
    uint32_t methods = 0;
    const sel_weighting *const *all = sel_weightings(&methods);
    for (uint64_t seed = 0; seed < TRIALS; seed++) {
        trial of = draw(seed);
        for (uint32_t i = 0; i < methods; i++)
            check(&of, all[i]);
    }
}

START_TEST(weights_are_shares_whatever_the_threads)
{
    each_trial(check_shares);
}
END_TEST

START_TEST(the_order_of_criteria_does_not_matter)
{
    each_trial(check_criteria);
}
END_TEST

START_TEST(the_order_of_persons_does_not_matter)
{
    each_trial(check_persons);
}
END_TEST

START_TEST(order_and_unit_of_values_do_not_matter)
{
    each_trial(check_alternatives);
}
END_TEST

START_TEST(copies_of_all_alternatives_do_not_matter)
{
    each_trial(check_copies);
}
END_TEST

START_TEST(a_constant_criterion_does_not_matter)
{
    each_trial(check_constant);
}
END_TEST

/* Judgements made from weights give these weights, without contradiction, whatever is missing. */
START_TEST(consistent_judgements_give_their_weights)
{
    static const char *const names[] = {"ahp-eigenvector", "ahp-geometric-mean"};
    for (uint64_t seed = 0; seed < TRIALS; seed++) {
        trial of = draw(seed);
        uint32_t n = of.criteria;
        double sum = 0;
        double weights[CRITERIA_MOST];
        sel_weighting_outcome outcome;
        for (uint32_t j = 0; j < n; j++)
            sum += of.numbers[j] += .01;
        for (uint32_t i = 0; i < of.persons * n * n; i++)
            of.ratios[i] = of.numbers[i / n % n] / of.numbers[i % n];
        for (size_t k = 0; k < 2; k++) {
            double index = 1;
            const sel_weighting *method = sel_weighting_find(sel_str_of(names[k]));
            ck_trial(weigh(&of, method, 1, weights, &outcome), &of, method);
            for (uint32_t j = 0; j < n; j++)
                ck_trial(near(weights[j], of.numbers[j] / sum), &of, method);
            ck_trial(sel_weighting_figure_find(&outcome, "consistency_index", &index), &of, method);
            ck_trial(index <= 1e-10, &of, method);
        }
    }
}
END_TEST

/* With geometric means and every pair judged, one matrix for all and one vector each lead to the
 * same (Forman & Peniwati 1998). */
START_TEST(both_rules_for_groups_agree_on_geometric_means)
{
    const sel_weighting *method = sel_weighting_find(SEL_STR("ahp-geometric-mean"));
    for (uint64_t seed = 0; seed < TRIALS; seed++) {
        trial of = draw(seed);
        double together[CRITERIA_MOST];
        double apart[CRITERIA_MOST];
        memset(of.known, true, sizeof of.known);
        of.group = SEL_GROUP_JUDGEMENTS;
        ck_trial(weigh(&of, method, 1, together, NULL), &of, method);
        of.group = SEL_GROUP_PRIORITIES;
        ck_trial(weigh(&of, method, 1, apart, NULL), &of, method);
        for (uint32_t j = 0; j < of.criteria; j++)
            ck_trial(near(together[j], apart[j]), &of, method);
    }
}
END_TEST

/* The largest contradiction of best-worst weights is what the method says it is, and no weights
 * near them do better. */
START_TEST(linear_best_worst_weights_are_the_best)
{
    const sel_weighting *method = sel_weighting_find(SEL_STR("best-worst-linear"));
    for (uint64_t seed = 0; seed < TRIALS; seed++) {
        trial of = draw(seed);
        double best[CRITERIA_MOST];
        double xi = -1;
        sel_weighting_outcome outcome;
        ck_trial(weigh(&of, method, 1, best, &outcome), &of, method);
        ck_trial(sel_weighting_figure_find(&outcome, "xi", &xi), &of, method);
        for (uint32_t attempt = 0; attempt < 20; attempt++) {
            double w[CRITERIA_MOST];
            double sum = 0;
            double largest = 0;
            for (uint32_t j = 0; j < of.criteria; j++)
                sum += w[j] = best[j] * (attempt == 0 ? 1 : .9 + .2 * seeded_unit(&of.state));
            for (uint32_t j = 0; j < of.criteria; j++) {
                double from_best = fabs(w[of.best] - of.best_to_others[j] * w[j]) / sum;
                double to_worst = fabs(w[j] - of.others_to_worst[j] * w[of.worst]) / sum;
                largest =
                    fmax(largest, fmax(j == of.best ? 0 : from_best, j == of.worst ? 0 : to_worst));
            }
            ck_trial(largest >= xi - 1e-12, &of, method);
            ck_trial(attempt > 0 || near(largest, xi), &of, method);
        }
    }
}
END_TEST

int main(void)
{
    const TTest *tests[] = {
        weights_are_shares_whatever_the_threads,  the_order_of_criteria_does_not_matter,
        the_order_of_persons_does_not_matter,     order_and_unit_of_values_do_not_matter,
        copies_of_all_alternatives_do_not_matter, a_constant_criterion_does_not_matter,
        consistent_judgements_give_their_weights, both_rules_for_groups_agree_on_geometric_means,
        linear_best_worst_weights_are_the_best,   NULL};
    return run_tests("weighting properties", tests);
}
