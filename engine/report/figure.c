#include "report/figure.h"

#include "report/room.h"

#include <assert.h>

void sel_figure_size(sel_figure *figure, uint32_t row_count, uint32_t column_count)
{
    assert(figure->kind == SEL_FIGURE_HEAT_MAP && figure->cells == NULL);
    figure->row_count = row_count;
    figure->column_count = column_count;
    figure->rows = sel_arena_array(figure->arena, row_count, sizeof *figure->rows);
    figure->columns = sel_arena_array(figure->arena, column_count, sizeof *figure->columns);
    size_t cells = (size_t)row_count * column_count;
    figure->cells = sel_arena_array(figure->arena, cells, sizeof *figure->cells);
    for (size_t i = 0; i < cells; i++)
        figure->cells[i].class = SEL_CLASS_UNKNOWN;
}

void sel_figure_cell(sel_figure *figure, uint32_t row, uint32_t column, sel_heat_cell cell)
{
    assert(row < figure->row_count && column < figure->column_count);
    assert(cell.class >= SEL_CLASS_UNKNOWN && cell.class < SEL_CLASSES);
    figure->cells[(size_t)row * figure->column_count + column] = cell;
}

void sel_figure_mark(sel_figure *figure, sel_mark mark)
{
    assert(figure->kind != SEL_FIGURE_HEAT_MAP && mark.class < SEL_SCATTER_CLASSES);
    assert(!mark.has_bounds || mark.low <= mark.high);
    figure->marks = sel_room(figure->arena, figure->marks, figure->mark_count, &figure->mark_room,
                             sizeof *figure->marks);
    figure->marks[figure->mark_count++] = mark;
}

static void widen(double *low, double *high, bool *any, double value)
{
    if (!*any || value < *low)
        *low = value;
    if (!*any || value > *high)
        *high = value;
    *any = true;
}

void sel_figure_range(const sel_figure *figure, const sel_axis *axis, double *low, double *high)
{
    *low = axis->low;
    *high = axis->high;
    if (axis->low < axis->high)
        return;
    bool any = figure->kind == SEL_FIGURE_FACTORS; /* bars begin at 0, which is axis->low */
    for (uint32_t i = 0; i < figure->mark_count; i++) {
        const sel_mark *mark = &figure->marks[i];
        if (mark->has_value)
            widen(low, high, &any, axis == &figure->across ? mark->y : mark->value);
        if (mark->has_bounds && axis == &figure->value) {
            widen(low, high, &any, mark->low);
            widen(low, high, &any, mark->high);
        }
    }
    if (*low == *high)
        *high = *low + 1;
}

static sel_table *start_table(const sel_figure *figure, sel_arena *arena)
{
    sel_table *table = sel_arena_array(arena, 1, sizeof *table);
    *table = (sel_table){.arena = arena, .id = figure->id, .title = figure->title};
    return table;
}

static const char *joined(sel_arena *arena, const char *id, const char *suffix)
{
    return sel_str_printf(arena, "%s%s", id, suffix).ptr;
}

static bool any_code(const sel_label *labels, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (labels[i].code.len > 0)
            return true;
    return false;
}

/* One column for labels; two when they have codes. */
static void label_columns(sel_table *table, const sel_axis *axis, bool codes)
{
    if (codes)
        sel_table_column(
            table, (sel_column){.id = axis->id, .label = axis->label, .readers = SEL_FOR_ALL});
    const char *id = codes ? joined(table->arena, axis->id, "_name") : axis->id;
    sel_table_column(table, (sel_column){.id = id, .label = axis->label});
}

static void label_cells(sel_table *table, const sel_label *label, bool codes)
{
    if (codes)
        sel_cell_text(table, label->code);
    sel_cell_text(table, label->text);
}

static const sel_table *heat_table(const sel_figure *figure, sel_arena *arena)
{
    sel_table *table = start_table(figure, arena);
    bool row_codes = any_code(figure->rows, figure->row_count);
    bool column_codes = any_code(figure->columns, figure->column_count);
    const sel_axis *value = &figure->value;
    label_columns(table, &figure->item, row_codes);
    label_columns(table, &figure->across, column_codes);
    sel_table_column(table, (sel_column){.id = value->id,
                                         .label = value->label,
                                         .type = SEL_COLUMN_INTEGER,
                                         .readers = SEL_FOR_MACHINES});
    sel_table_column(table,
                     (sel_column){.id = joined(arena, value->id, "_text"), .label = value->label});
    for (uint32_t i = 0; i < figure->row_count; i++)
        for (uint32_t j = 0; j < figure->column_count; j++) {
            const sel_heat_cell *cell = &figure->cells[(size_t)i * figure->column_count + j];
            sel_table_row(table);
            label_cells(table, &figure->rows[i], row_codes);
            label_cells(table, &figure->columns[j], column_codes);
            if (cell->class == SEL_CLASS_UNKNOWN)
                sel_cell_empty(table);
            else
                sel_cell_integer(table, cell->class);
            sel_cell_text(table, cell->text);
        }
    return table;
}

static void value_cell(sel_table *table, const sel_axis *axis, bool known, double value)
{
    if (!known)
        sel_cell_empty(table);
    else if (axis->type == SEL_COLUMN_INTEGER)
        sel_cell_integer(table, (int64_t)value);
    else
        sel_cell_real(table, value);
}

static sel_column value_column(const sel_axis *axis, bool bounds, sel_readers readers)
{
    return (sel_column){.id = axis->id,
                        .label = axis->label,
                        .type = axis->type,
                        .decimals = axis->decimals,
                        .bounds = bounds,
                        .readers = readers};
}

static sel_label label_at(const sel_figure *figure, uint32_t mark)
{
    return figure->marks[mark].label;
}

static bool marks_have_codes(const sel_figure *figure)
{
    for (uint32_t i = 0; i < figure->mark_count; i++)
        if (label_at(figure, i).code.len > 0)
            return true;
    return false;
}

static const sel_table *bar_table(const sel_figure *figure, sel_arena *arena)
{
    sel_table *table = start_table(figure, arena);
    bool codes = marks_have_codes(figure);
    const sel_axis *value = &figure->value;
    label_columns(table, &figure->item, codes);
    sel_table_column(table, value_column(value, true, SEL_FOR_MACHINES));
    sel_table_column(table,
                     (sel_column){.id = joined(arena, value->id, "_text"), .label = value->label});
    for (uint32_t i = 0; i < figure->mark_count; i++) {
        const sel_mark *mark = &figure->marks[i];
        sel_table_row(table);
        label_cells(table, &mark->label, codes);
        value_cell(table, value, mark->has_value, mark->value);
        if (mark->has_bounds)
            sel_cell_between(table, mark->low, mark->high);
        sel_cell_text(table, mark->text);
    }
    return table;
}

static const sel_table *scatter_table(const sel_figure *figure, sel_arena *arena)
{
    sel_table *table = start_table(figure, arena);
    bool codes = marks_have_codes(figure);
    label_columns(table, &figure->item, codes);
    sel_table_column(table, value_column(&figure->value, false, SEL_FOR_ALL));
    sel_table_column(table, value_column(&figure->across, false, SEL_FOR_ALL));
    sel_readers class_readers = figure->class_label.len > 0 ? SEL_FOR_ALL : SEL_FOR_MACHINES;
    sel_table_column(
        table, (sel_column){.id = "class", .label = figure->class_label, .readers = class_readers});
    for (uint32_t i = 0; i < figure->mark_count; i++) {
        const sel_mark *mark = &figure->marks[i];
        sel_table_row(table);
        label_cells(table, &mark->label, codes);
        value_cell(table, &figure->value, mark->has_value, mark->value);
        value_cell(table, &figure->across, mark->has_value, mark->y);
        sel_cell_text(table, figure->classes[mark->class]);
    }
    return table;
}

const sel_table *sel_figure_table(const sel_figure *figure, sel_arena *arena)
{
    switch (figure->kind) {
    case SEL_FIGURE_HEAT_MAP:
        return heat_table(figure, arena);
    case SEL_FIGURE_INTERVALS:
    case SEL_FIGURE_FACTORS:
        return bar_table(figure, arena);
    case SEL_FIGURE_SCATTER:
        break;
    }
    return scatter_table(figure, arena);
}

sel_heat_layout sel_figure_layout(const sel_figure *figure)
{
    if (figure->column_count <= figure->row_count)
        return (sel_heat_layout){.figure = figure,
                                 .rows = figure->rows,
                                 .columns = figure->columns,
                                 .row_count = figure->row_count,
                                 .column_count = figure->column_count,
                                 .down = &figure->item};
    return (sel_heat_layout){.figure = figure,
                             .turned = true,
                             .rows = figure->columns,
                             .columns = figure->rows,
                             .row_count = figure->column_count,
                             .column_count = figure->row_count,
                             .down = &figure->across};
}

const sel_heat_cell *sel_layout_cell(const sel_heat_layout *layout, uint32_t row, uint32_t column)
{
    size_t width = layout->figure->column_count;
    return &layout->figure->cells[layout->turned ? column * width + row : row * width + column];
}

const sel_table *sel_figure_matrix(const sel_figure *figure, sel_arena *arena)
{
    const sel_heat_layout layout = sel_figure_layout(figure);
    sel_table *table = start_table(figure, arena);
    sel_table_column(table, (sel_column){.id = layout.down->id, .label = layout.down->label});
    for (uint32_t j = 0; j < layout.column_count; j++) {
        const sel_label *label = &layout.columns[j];
        sel_table_column(table,
                         (sel_column){.id = "cell",
                                      .label = label->code.len > 0 ? label->code : label->text,
                                      .alignment = SEL_ALIGN_CENTRE});
    }
    for (uint32_t i = 0; i < layout.row_count; i++) {
        sel_table_row(table);
        sel_cell_text(table, layout.rows[i].text);
        for (uint32_t j = 0; j < layout.column_count; j++)
            sel_cell_text(table, sel_layout_cell(&layout, i, j)->text);
    }
    return table;
}
