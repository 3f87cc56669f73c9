#include "analysis/overlap/likeness.h"

static uint32_t members(uint32_t set)
{
    set -= set >> 1 & 0x5555U;
    set = (set & 0x3333U) + (set >> 2 & 0x3333U);
    set = (set + (set >> 4)) & 0x0F0FU;
    return (set + (set >> 8)) & 0x1FU;
}

sel_likeness sel_likeness_of(uint16_t a, uint16_t b)
{
    if (a == 0 || b == 0)
        return (sel_likeness){1, 1, false};
    uint32_t all = members(a | b);
    return (sel_likeness){all + members(a & b), 2 * all, true};
}

sel_likeness_table sel_likeness_table_make(const bool *occurs, sel_arena *arena)
{
    sel_likeness_table table = {0};
    uint16_t *numbers = sel_arena_array(arena, SEL_LIKENESS_SETS, sizeof *numbers);
    uint16_t *sets = sel_arena_array(arena, SEL_LIKENESS_SETS, sizeof *sets);
    for (uint32_t set = 0; set < SEL_LIKENESS_SETS; set++) {
        if (!occurs[set])
            continue;
        sets[table.count] = (uint16_t)set;
        numbers[set] = (uint16_t)table.count++;
    }
    float *rows = sel_arena_array(arena, (size_t)table.count * table.count, sizeof *rows);
    for (uint32_t i = 0; i < table.count; i++)
        for (uint32_t j = 0; j < table.count; j++) {
            sel_likeness alike = sel_likeness_of(sets[i], sets[j]);
            rows[(size_t)i * table.count + j] = (float)alike.part / (float)alike.whole;
        }
    table.numbers = numbers;
    table.rows = rows;
    return table;
}
