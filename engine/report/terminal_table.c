#include "report/terminal.h"

#include "base/fold.h"
#include "report/clean.h"
#include "report/phrases.h"
#include "report/wrap.h"

/* A word longer than this may be cut to save the columns beside it. */
enum { INDENT = 1, GAP = 2, WORD_MAX = 20 };

/* A column of the table that is shown, and what its texts need. */
typedef struct shown {
    uint32_t index;
    sel_str head;
    size_t cells; /* widest cell */
    size_t least; /* longest word of cells and head */
} shown;

typedef struct layout {
    const sel_table *table;
    shown *columns;
    sel_field *fields;
    uint32_t count;
} layout;

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* "2 (1-3) (note)"; the range alone where there is no value. */
static sel_str cell_text(const sel_terminal *terminal, sel_arena *arena, const sel_column *column,
                         const sel_cell *cell)
{
    sel_cell_words words = sel_cell_people(arena, &terminal->style, column, cell);
    sel_str value = words.value.len > 0 ? words.value : words.range;
    if (words.value.len > 0 && words.range.len > 0)
        value = sel_str_printf(arena, "%.*s (%.*s)", SEL_STR_ARG(value), SEL_STR_ARG(words.range));
    if (cell->note.len > 0)
        value = sel_str_printf(arena, "%.*s (%.*s)", SEL_STR_ARG(value), SEL_STR_ARG(cell->note));
    return sel_clean_line(arena, value);
}

static sel_str shown_text(const sel_terminal *terminal, sel_arena *arena, const layout *plan,
                          uint32_t row, uint32_t position)
{
    uint32_t index = plan->columns[position].index;
    return cell_text(terminal, arena, &plan->table->columns[index],
                     sel_table_cell(plan->table, row, index));
}

/* Columns for people; all of them when a table for files alone was asked for by name. */
static layout plan_columns(const sel_terminal *terminal, const sel_table *table)
{
    layout plan = {.table = table};
    plan.columns = sel_arena_array(terminal->arena, table->column_count, sizeof *plan.columns);
    plan.fields = sel_arena_array(terminal->arena, table->column_count, sizeof *plan.fields);
    bool for_people = sel_table_for_people(table);
    for (uint32_t i = 0; i < table->column_count; i++) {
        const sel_column *column = &table->columns[i];
        if (for_people && column->readers == SEL_FOR_MACHINES)
            continue;
        plan.columns[plan.count] =
            (shown){.index = i, .head = sel_clean_line(terminal->arena, column->label)};
        plan.fields[plan.count++].alignment = sel_column_alignment(column);
    }
    return plan;
}

static void measure(const sel_terminal *terminal, const layout *plan)
{
    sel_arena *scratch = sel_arena_create();
    for (uint32_t i = 0; i < plan->count; i++)
        plan->columns[i].least = smaller(WORD_MAX, sel_wrap_longest_word(plan->columns[i].head));
    for (uint32_t row = 0; row < plan->table->row_count; row++) {
        for (uint32_t i = 0; i < plan->count; i++) {
            shown *column = &plan->columns[i];
            sel_str text = shown_text(terminal, scratch, plan, row, i);
            size_t word = smaller(WORD_MAX, sel_wrap_longest_word(text));
            column->cells = larger(column->cells, sel_fold_width(text));
            column->least = larger(column->least, word);
        }
        sel_arena_reset(scratch);
    }
    sel_arena_destroy(scratch);
}

static size_t total_width(const layout *plan)
{
    size_t total = INDENT + GAP * (size_t)(plan->count - 1);
    for (uint32_t i = 0; i < plan->count; i++)
        total += plan->fields[i].width;
    return total;
}

/* Narrow the widest columns, none below its longest word nor, at first, below its widest cell (then
 *  only heads wrap), until the table fits. */
static bool narrow(const layout *plan, size_t width, bool heads_only)
{
    for (size_t total = total_width(plan); total > width; total--) {
        sel_field *widest = NULL;
        for (uint32_t i = 0; i < plan->count; i++) {
            size_t least = plan->columns[i].least;
            if (heads_only)
                least = larger(least, plan->columns[i].cells);
            sel_field *field = &plan->fields[i];
            if (field->width > larger(least, 1) && (widest == NULL || field->width > widest->width))
                widest = field;
        }
        if (widest == NULL)
            return false;
        widest->width--;
    }
    return true;
}

static bool fit(const layout *plan, size_t width)
{
    for (uint32_t i = 0; i < plan->count; i++) {
        shown *column = &plan->columns[i];
        column->cells = smaller(column->cells, width);
        size_t head = smaller(sel_fold_width(column->head), width);
        plan->fields[i].width = larger(1, larger(column->cells, head));
    }
    return narrow(plan, width, true) || narrow(plan, width, false);
}

static void put_columns(sel_terminal *terminal, const layout *plan)
{
    sel_arena *scratch = sel_arena_create();
    for (uint32_t i = 0; i < plan->count; i++) {
        plan->fields[i].text = plan->columns[i].head;
        plan->fields[i].emphasis = SEL_BOLD;
    }
    sel_terminal_fields(terminal, INDENT, plan->fields, plan->count);
    for (uint32_t row = 0; row < plan->table->row_count; row++) {
        for (uint32_t i = 0; i < plan->count; i++) {
            const sel_cell *cell = sel_table_cell(plan->table, row, plan->columns[i].index);
            plan->fields[i].text = shown_text(terminal, scratch, plan, row, i);
            plan->fields[i].emphasis = cell->kind == SEL_CELL_MISSING ? SEL_DIM : SEL_PLAIN;
        }
        sel_terminal_fields(terminal, INDENT, plan->fields, plan->count);
        sel_arena_reset(scratch);
    }
    sel_arena_destroy(scratch);
}

static void put_records(sel_terminal *terminal, const layout *plan)
{
    size_t label_width = 1;
    for (uint32_t i = 0; i < plan->count; i++)
        label_width = larger(label_width, sel_fold_width(plan->columns[i].head));
    label_width = smaller(label_width, larger(1, terminal->width / 3));
    size_t taken = INDENT + label_width + GAP;
    size_t text_width = terminal->width > taken ? terminal->width - taken : 1;
    sel_arena *scratch = sel_arena_create();
    for (uint32_t row = 0; row < plan->table->row_count; row++) {
        if (row > 0)
            sel_terminal_blank_line(terminal);
        for (uint32_t i = 0; i < plan->count; i++) {
            sel_str text = shown_text(terminal, scratch, plan, row, i);
            if (text.len == 0)
                continue;
            const sel_field fields[] = {
                {.text = plan->columns[i].head, .width = label_width, .emphasis = SEL_DIM},
                {.text = text, .width = text_width}};
            sel_terminal_fields(terminal, INDENT, fields, 2);
        }
        sel_arena_reset(scratch);
    }
    sel_arena_destroy(scratch);
}

void sel_terminal_table(sel_terminal *terminal, const sel_table *table)
{
    layout plan = plan_columns(terminal, table);
    if (table->row_count == 0 || plan.count == 0) {
        sel_terminal_text(terminal, INDENT, SEL_DIM, sel_phrase(terminal->words, "report.no_rows"));
        return;
    }
    measure(terminal, &plan);
    if (fit(&plan, terminal->width))
        put_columns(terminal, &plan);
    else
        put_records(terminal, &plan);
}
