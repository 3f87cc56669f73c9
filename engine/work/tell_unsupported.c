/* Places without support: help is wanted, whatever is not known, and no support is known. */
#include "work/asked_lists.h"

#include "analysis/coverage.h"
#include "work/tell.h"

static int by_severity(const void *a, const void *b)
{
    const sel_need *left = (*(const sel_coverage_place *const *)a)->need;
    const sel_need *right = (*(const sel_coverage_place *const *)b)->need;
    if (left->severity_low != right->severity_low)
        return left->severity_low > right->severity_low ? -1 : 1;
    if (left->severity_high != right->severity_high)
        return left->severity_high > right->severity_high ? -1 : 1;
    return (left > right) - (left < right); /* needs ascend by recipient and capability */
}

static void place_row(const sel_listing *l, const sel_need *need)
{
    sel_table_row(l->table);
    sel_list_recipient(l, l->table, need->recipient);
    sel_list_capability(l, l->table, need->capability);
    sel_list_severity(l->table, need);
    if (need->urgent > 0)
        sel_cell_integer(l->table, need->urgent);
}

sel_status sel_list_unsupported(sel_listing *l)
{
    const sel_assessment *all = l->assessment;
    sel_coverage_map map =
        sel_coverage_compute(all->study, &all->needs, &all->supplies, all->arena);
    const sel_coverage_place **order = sel_arena_array(all->arena, map.count, sizeof *order);
    uint32_t count = 0;
    for (uint32_t i = 0; i < map.count; i++)
        if (map.list[i].known && map.list[i].least == SEL_COVERAGE_NONE &&
            map.list[i].most == SEL_COVERAGE_NONE)
            order[count++] = &map.list[i];
    if (count > 1)
        qsort(order, count, sizeof *order, by_severity);
    sel_list_recipient_columns(l, l->table);
    sel_list_capability_columns(l, l->table);
    sel_tell_bounded_column(l->context, l->table, "severity", SEL_COLUMN_INTEGER, 0);
    sel_tell_column(l->context, l->table, "urgent", SEL_COLUMN_INTEGER);
    for (uint32_t i = 0; i < count; i++)
        place_row(l, order[i]->need);
    sel_report_foot(l->report, sel_tell_word(l->context, "list.without-support-how"));
    return SEL_OK;
}
