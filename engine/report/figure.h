/** figure.h - figures as data: what is compared with what, never how it is drawn.
 *
 * Every figure has a title, a text alternative and the same data as a table,
 * so that each writer can show it in its own way. Colour and shape repeat what
 * the text of a mark says; they never say it alone. */
#ifndef SEL_REPORT_FIGURE_H
#define SEL_REPORT_FIGURE_H

#include "report/table.h"

typedef enum sel_figure_kind {
    SEL_FIGURE_HEAT_MAP,  /**< rows × columns of small classes with a text in each */
    SEL_FIGURE_INTERVALS, /**< a value with its interval per line */
    SEL_FIGURE_FACTORS,   /**< lines that multiply to the last, strong one; bars from 0 */
    SEL_FIGURE_SCATTER,   /**< one value against another */
} sel_figure_kind;

/** Classes of a heat map and of the points of a scatter. */
enum { SEL_CLASSES = 6, SEL_SCATTER_CLASSES = 4, SEL_CLASS_UNKNOWN = -1 };

typedef enum sel_scale {
    SEL_SCALE_RISING,    /**< class 0 is nothing, class 5 most */
    SEL_SCALE_DIVERGING, /**< class 2 is even, 0 far below it, 4 far above, 5 apart: nothing */
} sel_scale;

/** A side of a figure. low = high: the range is that of the marks. */
typedef struct sel_axis {
    const char *id; /**< snake_case column of the figure's table */
    sel_str label;
    sel_column_type type; /**< INTEGER, REAL or PERCENT */
    uint8_t decimals;
    double low;
    double high;
} sel_axis;

/** Name of a row, column or mark; code (may be empty) is short enough for a column head and is
 *  what machines get. */
typedef struct sel_label {
    sel_str code;
    sel_str text;
} sel_label;

typedef struct sel_heat_cell {
    int8_t class; /**< 0 .. SEL_CLASSES − 1, or SEL_CLASS_UNKNOWN */
    sel_str text; /**< a few characters */
} sel_heat_cell;

/** One line of intervals or factors (value on the axis `value`, y unused), one point of a scatter
 *  (value on `value`, y on `across`; bounds unused). */
typedef struct sel_mark {
    sel_label label;
    bool has_value;
    bool has_bounds;
    double value;
    double low;
    double high;
    double y;
    uint8_t class; /**< of a scatter point, below SEL_SCATTER_CLASSES */
    bool strong;   /**< the result of the lines above, or the one looked at */
    sel_str text;  /**< what the mark says, in words: "between 1 and 3" */
} sel_mark;

typedef struct sel_figure {
    sel_arena *arena;
    sel_figure_kind kind;
    const char *id; /**< snake_case, of its table too */
    sel_str title;
    sel_str alternative; /**< what a reader who cannot see it should know */
    sel_axis item;       /**< what the rows or marks are: "capability"; no range */
    sel_axis across;     /**< heat map: what the columns are; scatter: the vertical axis */
    sel_axis value;      /**< heat map: what a class means; else the horizontal axis */
    sel_scale scale;
    sel_str class_label;          /**< scatter: what the classes tell apart; empty: nothing */
    sel_str classes[SEL_CLASSES]; /**< legend: what each class means; empty: not used */
    sel_str unknown;              /**< legend of SEL_CLASS_UNKNOWN; empty: not used */
    sel_label *rows;
    sel_label *columns;
    sel_heat_cell *cells; /**< row by row */
    uint32_t row_count;
    uint32_t column_count;
    sel_mark *marks;
    uint32_t mark_count;
    uint32_t mark_room;
} sel_figure;

/** Make room for a heat map; the caller fills rows and columns. Cells start as unknown. */
void sel_figure_size(sel_figure *figure, uint32_t row_count, uint32_t column_count);

/** Fill one cell of a heat map. */
void sel_figure_cell(sel_figure *figure, uint32_t row, uint32_t column, sel_heat_cell cell);

/** Append a mark. */
void sel_figure_mark(sel_figure *figure, sel_mark mark);

/** Range of an axis: its own, else that of the marks (vertical: their y), never empty. */
void sel_figure_range(const sel_figure *figure, const sel_axis *axis, double *low, double *high);

/** The figure's data as a table in arena, with the figure's id and title. A heat map has one row
 *  per cell, every other figure one per mark. */
const sel_table *sel_figure_table(const sel_figure *figure, sel_arena *arena);

/** A heat map as people see it: the longer side goes down, where names have room. */
typedef struct sel_heat_layout {
    const sel_figure *figure;
    bool turned; /**< the figure's columns are the rows */
    const sel_label *rows;
    const sel_label *columns;
    uint32_t row_count;
    uint32_t column_count;
    const sel_axis *down; /**< what the rows are */
} sel_heat_layout;

sel_heat_layout sel_figure_layout(const sel_figure *figure);

/** Cell of a layout. */
const sel_heat_cell *sel_layout_cell(const sel_heat_layout *layout, uint32_t row, uint32_t column);

/** The texts of a heat map laid out, column heads as codes where there are some, for people. */
const sel_table *sel_figure_matrix(const sel_figure *figure, sel_arena *arena);

#endif
