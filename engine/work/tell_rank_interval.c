#include "work/tell_rank_interval.h"

#include "work/tell.h"

static bool has_intervals(const sel_order_intervals *intervals)
{
    return intervals->lack == SEL_INTERVALS_FOUND;
}

static void machine_column(sel_table *table, const char *id)
{
    sel_table_column(table, (sel_column){.id = id,
                                         .label = sel_str_of(id),
                                         .type = SEL_COLUMN_INTEGER,
                                         .readers = SEL_FOR_MACHINES});
}

void sel_tell_rank_columns(const sel_context *context, const sel_order_intervals *intervals,
                           sel_table *table)
{
    sel_table_column(table, (sel_column){.id = "place",
                                         .label = sel_tell_word(context, "column.order"),
                                         .type = SEL_COLUMN_TEXT,
                                         .readers = SEL_FOR_PEOPLE,
                                         .alignment = SEL_ALIGN_END});
    machine_column(table, "rank");
    if (!has_intervals(intervals))
        return;
    sel_table_column(table, (sel_column){.id = "between",
                                         .label = sel_tell_word(context, "column.between"),
                                         .type = SEL_COLUMN_INTEGER,
                                         .bounds = true,
                                         .readers = SEL_FOR_PEOPLE});
    machine_column(table, "rank_q05");
    machine_column(table, "rank_q50");
    machine_column(table, "rank_q95");
}

sel_neighbours sel_rank_neighbours(const sel_matrix_result *result, uint32_t place)
{
    const sel_order_intervals *intervals = &result->intervals;
    if (!has_intervals(intervals) || place >= intervals->drawn ||
        place + 1 == result->filled.matrix.rows)
        return SEL_NEIGHBOURS_APART;
    const sel_order_interval *interval = &intervals->of[result->order[place]];
    if (interval->next != result->order[place + 1])
        return SEL_NEIGHBOURS_DOUBT;
    return interval->tied_with_next ? SEL_NEIGHBOURS_TIED : SEL_NEIGHBOURS_APART;
}

/* "│ 4", and "└?4" where nothing can be said of the next one. */
static sel_str place_text(uint32_t rank, sel_neighbours before, sel_neighbours after,
                          sel_arena *arena)
{
    bool up = before == SEL_NEIGHBOURS_TIED;
    bool down = after == SEL_NEIGHBOURS_TIED;
    const char *bracket = up && down ? "│" : down ? "┌" : up ? "└" : "";
    const char *mark = after == SEL_NEIGHBOURS_DOUBT ? "?" : up || down ? " " : "";
    return sel_str_printf(arena, "%s%s%u", bracket, mark, rank);
}

void sel_tell_drawn_rank(const sel_context *context, uint32_t rank, sel_table *table)
{
    if (rank > 0)
        sel_cell_integer(table, rank);
    else
        sel_cell_missing(table, "not_counted", sel_tell_word(context, "rank.no-interval"));
}

void sel_tell_rank_cells(const sel_context *context, const sel_matrix_result *result,
                         uint32_t place, sel_neighbours before, sel_neighbours after,
                         sel_table *table)
{
    uint32_t row = result->order[place];
    uint32_t rank = result->outcome.ranks[row];
    sel_cell_text(table, place_text(rank, before, after, table->arena));
    sel_cell_integer(table, rank);
    if (!has_intervals(&result->intervals))
        return;
    const sel_order_interval *interval = &result->intervals.of[row];
    if (interval->rank_low > 0)
        sel_cell_interval(table, interval->rank_low, interval->rank_high);
    else
        sel_cell_missing(table, "not_counted", sel_tell_word(context, "rank.no-interval"));
    sel_tell_drawn_rank(context, interval->rank_low, table);
    sel_tell_drawn_rank(context, interval->rank_median, table);
    sel_tell_drawn_rank(context, interval->rank_high, table);
}

void sel_tell_first_three_column(const sel_context *context, const sel_order_intervals *intervals,
                                 sel_table *table)
{
    if (has_intervals(intervals))
        sel_table_column(table, (sel_column){.id = intervals->constrained ? "first3_constrained"
                                                                          : "first3_all_weights",
                                             .label = sel_tell_word(context, "column.first_three"),
                                             .type = SEL_COLUMN_PERCENT});
}

void sel_tell_first_three_cell(const sel_context *context, const sel_order_intervals *intervals,
                               uint32_t row, sel_table *table)
{
    if (!has_intervals(intervals))
        return;
    if (intervals->of[row].rank_low > 0)
        sel_cell_percent(table, intervals->of[row].first_three);
    else
        sel_cell_missing(table, "not_counted", sel_tell_word(context, "rank.no-interval"));
}
