#include "work/matrix_gaps.h"

#include "base/hash.h"

sel_status sel_matrix_gaps_read(const sel_matrix_wish *wish, sel_matrix_setting *setting,
                                sel_error *err)
{
    static const char *const ways[] = {[SEL_GAPS_INTERVAL] = "interval",
                                       [SEL_GAPS_COMMON_LIST] = "common-list",
                                       [SEL_GAPS_IMPUTATION] = "imputation"};
    enum { WAYS = sizeof ways / sizeof ways[0] };
    uint32_t way = 0;
    while (wish->missing != NULL && way < WAYS && strcmp(wish->missing, ways[way]) != 0)
        way += 1;
    if (way == WAYS)
        return sel_fail(err, SEL_USAGE,
                        "--missing takes interval, common-list or imputation, not '%.60s'",
                        wish->missing);
    if (way == SEL_GAPS_COMMON_LIST && wish->constraints.count > 0)
        return sel_fail(err, SEL_USAGE,
                        "--constraint is about the weights of all criteria, and --missing "
                        "common-list leaves some out");
    if (wish->sets > 0 && way != SEL_GAPS_IMPUTATION)
        return sel_fail(err, SEL_USAGE, "--sets goes with --missing imputation");
    setting->missing = (sel_gaps_way)way;
    setting->coverage = wish->coverage;
    setting->sets = wish->sets > 0 ? wish->sets : SEL_MATRIX_SETS;
    return SEL_OK;
}

sel_incomplete_matrix sel_matrix_incomplete(const sel_matrix_setting *setting, sel_arena *arena)
{
    const sel_decision_table *table = &setting->table;
    uint64_t *keys = sel_arena_array(arena, table->row_count, sizeof *keys);
    for (uint32_t i = 0; i < table->row_count; i++)
        keys[i] = sel_hash_short(table->rows[i]);
    return (sel_incomplete_matrix){.matrix = {.values = table->values,
                                              .rows = table->row_count,
                                              .criteria = table->criterion_count,
                                              .cost = setting->cost},
                                   .known = table->known,
                                   .keys = keys};
}

/* Numbers of the rows that were taken, in the order of the file. */
static const uint32_t *lines_of(const sel_decision_table *from, const uint32_t *taken,
                                uint32_t count, sel_arena *arena)
{
    if (from->in_lines == NULL)
        return NULL;
    uint32_t *number = sel_arena_array(arena, from->row_count, sizeof *number);
    uint32_t *lines = sel_arena_array(arena, count, sizeof *lines);
    uint32_t line = 0;
    for (uint32_t k = 0; k < count; k++)
        number[taken[k]] = k + 1;
    for (uint32_t i = 0; i < from->row_count; i++)
        if (number[from->in_lines[i]] > 0)
            lines[line++] = number[from->in_lines[i]] - 1;
    return lines;
}

/* Some rows of a table as a table of their own. */
static sel_decision_table take_rows(const sel_decision_table *from, const uint32_t *taken,
                                    uint32_t count, sel_arena *arena)
{
    size_t cells = (size_t)count * from->criterion_count;
    sel_str *rows = sel_arena_array(arena, count, sizeof *rows);
    uint32_t *known_row = sel_arena_array(arena, count, sizeof *known_row);
    double *values = sel_arena_array(arena, cells, sizeof *values);
    bool *known = sel_arena_array(arena, cells, sizeof *known);
    sel_decision_table table = *from;
    table.missing = 0;
    for (uint32_t k = 0; k < count; k++) {
        rows[k] = from->rows[taken[k]];
        known_row[k] = from->known_row[taken[k]];
        table.missing += from->criterion_count - known_row[k];
        for (uint32_t j = 0; j < from->criterion_count; j++) {
            values[(size_t)j * count + k] = from->values[(size_t)j * from->row_count + taken[k]];
            known[(size_t)j * count + k] = from->known[(size_t)j * from->row_count + taken[k]];
        }
    }
    table.in_lines = lines_of(from, taken, count, arena);
    table.rows = rows;
    table.row_count = count;
    table.known_row = known_row;
    table.values = values;
    table.known = known;
    return table;
}

sel_status sel_matrix_gaps_settle(sel_matrix_setting *setting, double *weights, sel_arena *arena,
                                  sel_matrix_gaps *gaps, sel_error *err)
{
    const sel_incomplete_matrix incomplete = sel_matrix_incomplete(setting, arena);
    double *all = sel_arena_array(arena, setting->table.criterion_count, sizeof *all);
    memcpy(all, weights, setting->table.criterion_count * sizeof *all);
    *gaps = (sel_matrix_gaps){.read = setting->table, .weights = all};
    sel_status status =
        sel_missing_look(&incomplete, all, setting->coverage, arena, &gaps->missing, err);
    if (status != SEL_OK)
        return status;
    const sel_missing *missing = &gaps->missing;
    if (missing->ranked_count == 0)
        return sel_fail(err, SEL_REFUSED,
                        "--coverage %g leaves nobody to be ranked: less of the weight is known of "
                        "every alternative",
                        setting->coverage);
    if (missing->apart_count > 0)
        setting->table = take_rows(&gaps->read, missing->ranked, missing->ranked_count, arena);
    if (setting->missing == SEL_GAPS_COMMON_LIST)
        return sel_missing_common_weights(missing, all, setting->table.criterion_count, weights,
                                          err);
    for (uint32_t k = 0; k < missing->ranked_count; k++)
        gaps->open += missing->cells_of[missing->ranked[k]];
    return SEL_OK;
}

sel_status sel_matrix_gaps_impute(const sel_matrix_setting *setting, const double *weights,
                                  sel_arena *arena, sel_matrix_gaps *gaps, sel_error *err)
{
    if (setting->missing != SEL_GAPS_IMPUTATION || gaps->open == 0)
        return SEL_OK;
    const sel_incomplete_matrix incomplete = sel_matrix_incomplete(setting, arena);
    const sel_aggregation_options options = sel_matrix_options(setting, setting->method, weights);
    sel_imputation *imputation = sel_arena_array(arena, 1, sizeof *imputation);
    gaps->imputation = imputation;
    return sel_imputation_of(setting->method, &incomplete, &options, setting->sets, setting->seed,
                             arena, imputation, err);
}
