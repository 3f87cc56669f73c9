#include "analysis/principle/beside.h"

#include "analysis/statistics/wilson.h"
#include "base/number.h"

#include <math.h>

static sel_beside_figure *append(sel_beside *beside, sel_beside_figure figure)
{
    beside->list = sel_arena_one_more(beside->arena, beside->list, beside->count, &beside->room,
                                      sizeof *beside->list);
    beside->list[beside->count] = figure;
    return &beside->list[beside->count++];
}

sel_beside_figure *sel_beside_add(sel_beside *beside, const char *name, const char *how,
                                  double value)
{
    return append(beside,
                  (sel_beside_figure){.name = name, .how = how, .value = sel_number_settle(value)});
}

void sel_beside_add_missing(sel_beside *beside, const char *name, const char *how,
                            const char *reason)
{
    append(beside, (sel_beside_figure){.name = name, .how = how, .reason = reason});
}

void sel_beside_between(sel_beside_figure *figure, double low, double high)
{
    figure->has_interval = true;
    figure->low = sel_number_settle(low);
    figure->high = sel_number_settle(high);
}

void sel_beside_normal(sel_beside_figure *figure, double error, double least, double most)
{
    const double z = 1.959963984540054;
    if (error > 0)
        sel_beside_between(figure, fmax(least, figure->value - z * error),
                           fmin(most, figure->value + z * error));
}

static void add_by_value(const sel_indicator_value *value, sel_beside *beside)
{
    double low;
    double high;
    if (value->by_value < 0)
        return;
    sel_beside_figure *figure =
        sel_beside_add(beside, "beside.by-value", "beside.by-value-how", value->by_value);
    if (value->proportion && sel_wilson_share(value->by_value, value->by_value_items, &low, &high))
        sel_beside_between(figure, low, high);
}

sel_beside sel_beside_of(const sel_evidence *evidence, const sel_indicator *indicator,
                         sel_subject subject, const sel_indicator_value *value)
{
    sel_beside beside = {.arena = evidence->arena};
    if (value->availability != SEL_AVAILABLE)
        return beside;
    add_by_value(value, &beside);
    if (indicator->beside != NULL) {
        const sel_selection selection = sel_select(evidence, subject);
        indicator->beside(evidence, &selection, &beside);
    }
    return beside;
}
