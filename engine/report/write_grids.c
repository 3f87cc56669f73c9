#include "report/write_workbook.h"

#include "report/workbook.h"

#include "base/fold.h"

/* Characters that a cell of a workbook holds. */
enum { CELL_LENGTH_MAX = 32767 };

static sel_status check_cells(const sel_grid *grid, sel_error *err)
{
    for (uint32_t r = 0; r < grid->row_count; r++)
        for (uint32_t c = 0; c < grid->rows[r].count; c++)
            if (sel_fold_length(grid->rows[r].cells[c]) > CELL_LENGTH_MAX)
                return sel_fail(err, SEL_UNSUPPORTED,
                                "row %u, column %u of sheet '%s' is longer than the %d characters "
                                "of a workbook's cell",
                                r + 1, c + 1, grid->name, CELL_LENGTH_MAX);
    return SEL_OK;
}

static void put_grid(sel_workbook *workbook, const sel_grid *grid)
{
    lxw_worksheet *sheet = sel_workbook_sheet(workbook, grid->name);
    if (sheet == NULL)
        return;
    for (uint32_t r = 0; r < grid->row_count; r++)
        for (uint32_t c = 0; c < grid->rows[r].count; c++)
            sel_workbook_text(workbook, sheet, r, c, grid->rows[r].cells[c], NULL);
    worksheet_freeze_panes(sheet, 1, 0);
}

sel_status sel_write_grid_workbook(const sel_grid *grids, uint32_t count, sel_str title,
                                   const char *path, sel_error *err)
{
    for (uint32_t i = 0; i < count; i++) {
        sel_status status = check_cells(&grids[i], err);
        if (status != SEL_OK)
            return status;
    }
    sel_arena *arena = sel_arena_create();
    sel_workbook workbook = sel_workbook_start(path, title, arena);
    for (uint32_t i = 0; i < count; i++)
        put_grid(&workbook, &grids[i]);
    sel_status status = sel_workbook_end(&workbook, err);
    sel_arena_destroy(arena);
    return status;
}
