/** scatter.h - one value against another, as a drawing with a sign on every point. Private to
 * report/.
 *
 * The plot is as wide as the page allows; points that would cover each other
 * are moved apart and tied to their place by a line. */
#ifndef SEL_REPORT_SCATTER_H
#define SEL_REPORT_SCATTER_H

#include "report/page.h"

/** A point on the plot and how far its sign was moved, in pixels. */
typedef struct sel_spot {
    double part;   /**< 0 at the left end of the plot, 1 at the right */
    double height; /**< pixels from the top of the drawing */
    int dx;
    int dy; /**< down */
} sel_spot;

/** Move signs so that no two touch, whatever the width of the plot. Signs keep their place where
 *  they can, earlier ones first; those that find no room nearby stay where they are. */
void sel_scatter_place(sel_spot *spots, uint32_t count);

/** The whole drawing, with its title and text alternative. Points without a value are left out;
 *  more than 60 are dots without signs. */
void sel_scatter_write(sel_page *page, const sel_figure *figure);

/** One item of the legend; nothing for an empty text. */
void sel_scatter_legend(sel_page *page, int class, sel_str text);

/** What stands on a point: its code when short, else its number among all marks, from 1. */
sel_str sel_scatter_sign(sel_page *page, const sel_figure *figure, uint32_t mark);

#endif
