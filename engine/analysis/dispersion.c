#include "analysis/dispersion.h"

#include "analysis/order.h"

#include <math.h>
#include <stdlib.h>

double sel_concentration(const uint64_t *amounts, uint32_t count)
{
    sel_wide squares = 0;
    sel_wide whole = 0;
    for (uint32_t i = 0; i < count; i++) {
        squares += (sel_wide)amounts[i] * amounts[i];
        whole += amounts[i];
    }
    return whole == 0 ? 0 : (double)squares / (double)(whole * whole);
}

/* s·ln(s·n) of the share s = part/whole among n. */
static double term(uint64_t part, uint64_t whole, double n)
{
    double share = (double)part / (double)whole;
    return share * log(share * n);
}

sel_theil sel_theil_of(const sel_spread_cell *cells, uint32_t count, uint32_t members)
{
    sel_theil theil = {0};
    uint64_t whole = 0;
    uint32_t groups = 0;
    for (uint32_t i = 0; i < count; i++) {
        whole += cells[i].amount;
        groups += i == 0 || cells[i].group != cells[i - 1].group;
    }
    for (uint32_t first = 0, end = 0; first < count; first = end) {
        uint64_t part = 0;
        for (end = first; end < count && cells[end].group == cells[first].group; end++)
            part += cells[end].amount;
        double inside = 0;
        for (uint32_t i = first; i < end; i++)
            inside += term(cells[i].amount, part, members);
        for (uint32_t i = first; i < end; i++)
            theil.total += term(cells[i].amount, whole, (double)groups * members);
        theil.between += term(part, whole, groups);
        theil.within += (double)part / (double)whole * inside;
    }
    return theil;
}

double sel_median(uint64_t *amounts, uint32_t count)
{
    if (count == 0)
        return 0;
    qsort(amounts, count, sizeof *amounts, sel_order_keys);
    uint64_t low = amounts[(count - 1) / 2];
    uint64_t high = amounts[count / 2];
    return ((double)low + (double)high) / 2;
}
