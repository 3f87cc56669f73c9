/* States and sub-regions that have yet to take part, in the discourse or in support. */
#include "work/asked_lists.h"

#include "analysis/principle/participation.h"
#include "work/tell.h"

/* A state with the sub-region it is ordered by. */
typedef struct state {
    uint32_t recipient;
    sel_str subregion;
    const sel_participation *part;
} state;

static bool declines(const sel_participation *part)
{
    return part->declines && !part->accepts;
}

/* Those that decline come last. */
static int by_place(const void *a, const void *b)
{
    const state *left = a;
    const state *right = b;
    if (declines(left->part) != declines(right->part))
        return declines(left->part) ? 1 : -1;
    int order = sel_str_compare(left->subregion, right->subregion);
    return order != 0 ? order
                      : (left->recipient > right->recipient) - (left->recipient < right->recipient);
}

static sel_str part_text(const sel_listing *l, sel_taking_part part)
{
    static const char *const words[] = {[SEL_PART_NONE] = "said.no",
                                        [SEL_PART_UNKNOWN] = "explain.missing",
                                        [SEL_PART_SURE] = "said.yes"};
    return sel_tell_word(l->context, words[part]);
}

static bool takes_part(const sel_participation *part)
{
    return part->discourse == SEL_PART_SURE && part->support == SEL_PART_SURE;
}

static void tell_states(const sel_listing *l, const state *states, uint32_t count)
{
    static const char *const ids[] = {"subregion", "discourse", "supported", "remark", NULL};
    sel_list_recipient_columns(l, l->table);
    sel_list_columns(l, ids);
    for (uint32_t i = 0; i < count; i++) {
        const sel_participation *part = states[i].part;
        if (takes_part(part))
            continue;
        sel_table_row(l->table);
        sel_list_recipient(l, l->table, states[i].recipient);
        sel_cell_text(l->table, states[i].subregion);
        sel_cell_text(l->table, part_text(l, part->discourse));
        sel_cell_text(l->table, part_text(l, part->support));
        if (declines(part))
            sel_cell_text(l->table, sel_tell_word(l->context, "list.declined"));
    }
}

/* One row per sub-region: the states of it, those that took part, those surely supported. */
static void subregion_row(sel_table *table, const state *states, uint32_t count, sel_str name)
{
    int64_t all = 0;
    int64_t part = 0;
    int64_t supported = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (!sel_str_equal(states[i].subregion, name))
            continue;
        all += 1;
        part += states[i].part->discourse == SEL_PART_SURE;
        supported += states[i].part->support == SEL_PART_SURE;
    }
    sel_table_row(table);
    sel_cell_text(table, name);
    sel_cell_integer(table, all);
    sel_cell_integer(table, part);
    sel_cell_integer(table, supported);
}

static bool is_first(const state *states, uint32_t number)
{
    for (uint32_t i = 0; i < number; i++)
        if (sel_str_equal(states[i].subregion, states[number].subregion))
            return false;
    return true;
}

static void tell_subregions(const sel_listing *l, const state *states, uint32_t count)
{
    sel_section *section =
        sel_report_section(l->report, "subregions", sel_tell_word(l->context, "list.subregions"));
    sel_table *table = sel_section_table(section, "subregions", (sel_str){0});
    static const char *const numbers[] = {"states", "discourse", "supported"};
    sel_tell_column(l->context, table, "subregion", SEL_COLUMN_TEXT);
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
        sel_tell_column(l->context, table, numbers[i], SEL_COLUMN_INTEGER);
    for (uint32_t i = 0; i < count; i++)
        if (is_first(states, i))
            subregion_row(table, states, count, states[i].subregion);
}

sel_status sel_list_absent(sel_listing *l)
{
    const sel_assessment *all = l->assessment;
    const sel_geography *geography = &l->context->reference.geography;
    const sel_selection everybody =
        sel_select(&all->evidence, (sel_subject){.level = SEL_LEVEL_PORTFOLIO});
    const sel_participation *parts = sel_participation_of(&all->evidence, &everybody);
    state *states = sel_arena_array(all->arena, geography->count, sizeof *states);
    uint32_t count = 0;
    for (uint32_t i = 0; i < geography->count; i++)
        if (geography->recipients[i].un_member)
            states[count++] = (state){i, geography->recipients[i].subregion, &parts[i]};
    if (count > 1)
        qsort(states, count, sizeof *states, by_place);
    tell_states(l, states, count);
    tell_subregions(l, states, count);
    sel_report_foot(l->report, sel_tell_word(l->context, "list.yet-to-take-part-how"));
    return SEL_OK;
}
