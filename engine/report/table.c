#include "report/table.h"

#include "report/room.h"

#include <assert.h>
#include <math.h>

bool sel_table_for_people(const sel_table *table)
{
    for (uint32_t i = 0; i < table->column_count; i++)
        if (table->columns[i].readers != SEL_FOR_MACHINES)
            return true;
    return table->column_count == 0;
}

bool sel_table_for_machines(const sel_table *table)
{
    for (uint32_t i = 0; i < table->column_count; i++)
        if (table->columns[i].readers != SEL_FOR_PEOPLE)
            return true;
    return table->column_count == 0;
}

void sel_table_column(sel_table *table, sel_column column)
{
    assert(table->row_count == 0 && column.id != NULL && column.decimals <= 9);
    table->columns = sel_room(table->arena, table->columns, table->column_count,
                              &table->column_room, sizeof *table->columns);
    table->columns[table->column_count++] = column;
}

void sel_table_row(sel_table *table)
{
    table->cells = sel_room(table->arena, table->cells, table->row_count, &table->row_room,
                            table->column_count * sizeof *table->cells);
    table->row_count++;
    table->filled = 0;
}

const sel_cell *sel_table_cell(const sel_table *table, uint32_t row, uint32_t column)
{
    assert(row < table->row_count && column < table->column_count);
    return &table->cells[(size_t)row * table->column_count + column];
}

static sel_cell *newest(const sel_table *table)
{
    assert(table->row_count > 0 && table->filled > 0);
    return &table->cells[(size_t)(table->row_count - 1) * table->column_count + table->filled - 1];
}

/* The next cell of the newest row, of one of two column types. */
static sel_cell *next(sel_table *table, sel_column_type type, sel_column_type other)
{
    assert(table->row_count > 0 && table->filled < table->column_count);
    const sel_column *column = &table->columns[table->filled++];
    assert(column->type == type || column->type == other);
    (void)column;
    (void)type;
    (void)other;
    return newest(table);
}

static sel_cell *next_any(sel_table *table)
{
    sel_column_type own = table->columns[table->filled].type;
    return next(table, own, own);
}

void sel_cell_empty(sel_table *table)
{
    next_any(table);
}

void sel_cell_text(sel_table *table, sel_str text)
{
    sel_cell *cell = next(table, SEL_COLUMN_TEXT, SEL_COLUMN_TEXT);
    cell->kind = SEL_CELL_TEXT;
    cell->text = text;
}

void sel_cell_integer(sel_table *table, int64_t value)
{
    sel_cell *cell = next(table, SEL_COLUMN_INTEGER, SEL_COLUMN_INTEGER);
    cell->kind = SEL_CELL_INTEGER;
    cell->integer = value;
}

void sel_cell_money(sel_table *table, int64_t hundredths)
{
    sel_cell *cell = next(table, SEL_COLUMN_MONEY, SEL_COLUMN_MONEY);
    cell->kind = SEL_CELL_INTEGER;
    cell->integer = hundredths;
}

void sel_cell_real(sel_table *table, double value)
{
    assert(isfinite(value));
    sel_cell *cell = next(table, SEL_COLUMN_REAL, SEL_COLUMN_PERCENT);
    cell->kind = SEL_CELL_REAL;
    cell->real = value;
}

void sel_cell_percent(sel_table *table, double value)
{
    sel_cell_real(table, value);
}

void sel_cell_date(sel_table *table, sel_day day)
{
    sel_cell *cell = next(table, SEL_COLUMN_DATE, SEL_COLUMN_DATE);
    cell->kind = SEL_CELL_DATE;
    cell->integer = day;
}

void sel_cell_interval(sel_table *table, double low, double high)
{
    next_any(table);
    sel_cell_between(table, low, high);
}

void sel_cell_missing(sel_table *table, const char *why, sel_str text)
{
    sel_cell *cell = next_any(table);
    cell->kind = SEL_CELL_MISSING;
    cell->why = why;
    cell->text = text;
}

void sel_cell_between(sel_table *table, double low, double high)
{
    assert(low <= high);
    sel_cell_at_least(table, low);
    sel_cell_at_most(table, high);
}

void sel_cell_at_least(sel_table *table, double low)
{
    assert(isfinite(low) && table->columns[table->filled - 1].bounds);
    newest(table)->has_low = true;
    newest(table)->low = low;
}

void sel_cell_at_most(sel_table *table, double high)
{
    assert(isfinite(high) && table->columns[table->filled - 1].bounds);
    newest(table)->has_high = true;
    newest(table)->high = high;
}

void sel_cell_note(sel_table *table, sel_str note)
{
    newest(table)->note = note;
}

void sel_cell_link(sel_table *table, sel_str link)
{
    newest(table)->link = link;
}
