#include "analysis/statistics/kaplan_meier.h"

#include "base/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int by_day(const void *a, const void *b)
{
    const sel_followed *x = a;
    const sel_followed *y = b;
    return (x->days > y->days) - (x->days < y->days);
}

/* What is multiplied and added up from day to day. */
typedef struct walk {
    double survival;
    double terms; /* Greenwood's sum */
} walk;

static sel_survival_step take_step(walk *so_far, uint32_t day, uint32_t at_risk, uint32_t events)
{
    double n = at_risk;
    double left = at_risk - events;
    so_far->survival *= left / n;
    if (events < at_risk)
        so_far->terms += events / (n * left);
    return (sel_survival_step){.day = day,
                               .at_risk = at_risk,
                               .events = events,
                               .survival = so_far->survival,
                               .error = so_far->survival * sqrt(so_far->terms)};
}

bool sel_survival_of(const sel_followed *followed, uint32_t count, sel_arena *arena,
                     sel_survival *survival)
{
    if (count == 0)
        return false;
    sel_arena *scratch = sel_arena_create();
    sel_followed *sorted = sel_arena_array(scratch, count, sizeof *sorted);
    memcpy(sorted, followed, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, by_day);
    sel_survival_step *steps = NULL;
    uint32_t step_count = 0;
    uint32_t room = 0;
    walk so_far = {.survival = 1};
    for (uint32_t first = 0, end = 0; first < count; first = end) {
        uint32_t events = 0;
        for (; end < count && sorted[end].days == sorted[first].days; end++)
            events += sorted[end].happened;
        if (events == 0)
            continue;
        steps = sel_arena_one_more(arena, steps, step_count, &room, sizeof *steps);
        steps[step_count++] = take_step(&so_far, sorted[first].days, count - first, events);
    }
    *survival = (sel_survival){steps, step_count, sorted[count - 1].days};
    sel_arena_destroy(scratch);
    return true;
}

sel_survival_bounds sel_survival_at(const sel_survival *survival, uint32_t day)
{
    double last = 1;
    for (uint32_t i = 0; i < survival->step_count && survival->steps[i].day <= day; i++)
        last = survival->steps[i].survival;
    return (sel_survival_bounds){day <= survival->followed_to ? last : 0, last};
}

bool sel_survival_median(const sel_survival *survival, uint32_t *day)
{
    for (uint32_t i = 0; i < survival->step_count; i++)
        if (sel_number_settle(survival->steps[i].survival) <= .5) { /* 3/4 of 2/3 is a half */
            *day = survival->steps[i].day;
            return true;
        }
    return false;
}

sel_survival_bounds sel_survival_mean(const sel_survival *survival, uint32_t horizon)
{
    double known = 0;
    double value = 1;
    uint32_t from = 0;
    for (uint32_t i = 0; i < survival->step_count && survival->steps[i].day < horizon; i++) {
        known += value * (survival->steps[i].day - from);
        value = survival->steps[i].survival;
        from = survival->steps[i].day;
    }
    uint32_t end = survival->followed_to < horizon ? survival->followed_to : horizon;
    known += value * (end - from);
    double tail = value * (horizon - end);
    return (sel_survival_bounds){fmin(known, horizon), fmin(known + tail, horizon)};
}
