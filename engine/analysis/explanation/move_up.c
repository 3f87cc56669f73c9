#include "analysis/explanation/move_up.h"

#include "analysis/explanation/altered.h"
#include "analysis/explanation/scale.h"
#include "analysis/normalisation/column.h"

#include <math.h>

enum { HALVINGS = 64 };

/* Who is to be reached, and by how little. */
typedef struct climb {
    sel_altered altered;
    uint32_t next;
    uint32_t steps;
} climb;

sel_value_range sel_value_range_of(const sel_scoring *scoring, uint32_t criterion)
{
    const sel_decision_matrix *matrix = scoring->matrix;
    const double *values = matrix->values + (size_t)criterion * matrix->rows;
    sel_column_range range = sel_column_range_of(values, matrix->rows);
    sel_value_range found = {range.least, range.most};
    if (sel_scale_used(scoring)->goalposts)
        found = (sel_value_range){scoring->options->goal_low[criterion],
                                  scoring->options->goal_high[criterion]};
    if (matrix->cost != NULL && matrix->cost[criterion])
        found = (sel_value_range){found.best, found.worst};
    return found;
}

/* Row of the next better one, or `row` itself. */
static uint32_t find_next(const sel_aggregation_outcome *outcome, uint32_t rows, uint32_t row)
{
    uint32_t next = row;
    for (uint32_t i = 0; i < rows; i++)
        if (outcome->ranks[i] < outcome->ranks[row] &&
            (next == row || outcome->ranks[i] > outcome->ranks[next]))
            next = i;
    return next;
}

/* Scores that differ by rounding of the calculation count as equal. */
static sel_status try(climb *of, uint32_t criterion, double value, bool *reached, sel_error *err)
{
    sel_aggregation_outcome outcome;
    sel_altered_set(&of->altered, criterion, value);
    sel_status status = sel_altered_aggregate(&of->altered, &outcome, err);
    if (status != SEL_OK)
        return status;
    double own = outcome.scores[of->altered.row];
    double next = outcome.scores[of->next];
    *reached = own >= next - 1e-12 * fmax(fabs(own), fabs(next));
    return SEL_OK;
}

/* Narrow (short_of, enough] down to neighbouring doubles; enough is always a value that reached. */
static sel_status bisect(climb *of, uint32_t criterion, double short_of, double *enough,
                         sel_error *err)
{
    sel_status status = SEL_OK;
    for (int k = 0; k < HALVINGS && status == SEL_OK; k++) {
        double middle = short_of / 2 + *enough / 2;
        if (middle == short_of || middle == *enough)
            break;
        bool reached = false;
        status = try(of, criterion, middle, &reached, err);
        *(reached ? enough : &short_of) = middle;
    }
    return status;
}

static sel_status find_move(climb *of, uint32_t criterion, sel_value_range range, sel_move *move,
                            sel_error *err)
{
    double way = range.best - move->from;
    bool better = range.best > range.worst ? way > 0 : way < 0;
    if (range.best == range.worst || !better)
        return SEL_OK;
    sel_status status = SEL_OK;
    double before = move->from;
    for (uint32_t k = 1; k <= of->steps && status == SEL_OK && !move->possible; k++) {
        before = move->to;
        move->to = k == of->steps ? range.best : move->from + way * k / of->steps;
        status = try(of, criterion, move->to, &move->possible, err);
    }
    if (status == SEL_OK && move->possible)
        status = bisect(of, criterion, before, &move->to, err);
    move->effort = fabs(move->to - move->from) / fabs(range.best - range.worst);
    sel_altered_set(&of->altered, criterion, move->from);
    return status;
}

static uint32_t find_easiest(const sel_move *moves, uint32_t criteria)
{
    uint32_t easiest = criteria;
    for (uint32_t j = 0; j < criteria; j++)
        if (moves[j].possible &&
            (easiest == criteria || moves[j].effort < moves[easiest].effort - 1e-12))
            easiest = j;
    return easiest;
}

static sel_status find_moves(const sel_scoring *scoring, const sel_value_range *ranges, climb *of,
                             sel_move *moves, sel_error *err)
{
    const sel_decision_matrix *matrix = scoring->matrix;
    sel_status status = SEL_OK;
    for (uint32_t j = 0; j < matrix->criteria && status == SEL_OK; j++) {
        double value = matrix->values[(size_t)j * matrix->rows + of->altered.row];
        moves[j] = (sel_move){.from = value, .to = value};
        if (scoring->options->weights[j] > 0)
            status = find_move(of, j, ranges != NULL ? ranges[j] : sel_value_range_of(scoring, j),
                               &moves[j], err);
    }
    return status;
}

sel_status sel_move_up_of(const sel_scoring *scoring, uint32_t row, const sel_value_range *ranges,
                          sel_arena *arena, sel_move_up *result, sel_error *err)
{
    sel_aggregation_outcome outcome;
    sel_status status = sel_scoring_check(scoring, row, arena, &outcome, err);
    if (status != SEL_OK)
        return status;
    uint32_t criteria = scoring->matrix->criteria;
    sel_move *moves = sel_arena_array(arena, criteria, sizeof *moves);
    sel_move_up found = {.next = find_next(&outcome, scoring->matrix->rows, row), .moves = moves};
    found.first = found.next == row;
    found.score = outcome.scores[row];
    found.next_score = outcome.scores[found.next];
    if (!found.first) {
        climb of = {
            .altered = sel_altered_begin(scoring, row, scoring->options->threads),
            .next = found.next,
            .steps = sel_scale_monotone(scoring) ? 1 : SEL_MOVE_STEPS,
        };
        status = find_moves(scoring, ranges, &of, moves, err);
        sel_altered_end(&of.altered);
        found.easiest = find_easiest(moves, criteria);
    }
    if (status == SEL_OK)
        *result = found;
    return status;
}
