/** svg.h - drawings inside the HTML page. Private to report/.
 *
 * Horizontal positions are percentages and texts have their size in pixels, so
 * a drawing follows the width of the screen or sheet without a script and its
 * texts stay readable. Colours come from classes of the page's style. */
#ifndef SEL_REPORT_SVG_H
#define SEL_REPORT_SVG_H

#include "report/page.h"

/** Round numbers on an axis. */
typedef struct sel_ticks {
    double at[12];
    uint32_t count;
    int decimals; /**< needed to tell them apart */
} sel_ticks;

/** Multiples of 1, 2 or 5 times a power of ten from low to high (low < high), about five; whole
 *  numbers, and the low end itself, on an axis of whole numbers. */
sel_ticks sel_svg_ticks(const sel_axis *axis, double low, double high);

/** Text of a tick. */
sel_str sel_svg_tick_text(sel_page *page, const sel_axis *axis, const sel_ticks *ticks,
                          double value);

/** Where a value stands between the ends of an axis, 0 to 1; outside values at the ends. */
double sel_svg_part(double value, double low, double high);

/** The scale above a column of bars. */
void sel_svg_axis(sel_page *page, const sel_figure *figure);

/** One line of intervals or factors. Says nothing to screen readers: the text stands beside it. */
void sel_svg_bar(sel_page *page, const sel_figure *figure, const sel_mark *mark);

#endif
