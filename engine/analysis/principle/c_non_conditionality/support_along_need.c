#include "analysis/principle/c_non_conditionality/support_along_need.h"

#include "analysis/statistics/bootstrap.h"
#include "analysis/statistics/concentration.h"

#include <math.h>

enum { RECIPIENTS_NEEDED = 5 };

/* A recipient in one capability. */
typedef struct share {
    double need;
    double support;
    bool present;
} share;

/* Recipients × capabilities, those alone that any index rests on. */
typedef struct field {
    const sel_geography *geography;
    uint32_t *recipients; /* ascending */
    uint32_t count;
    uint32_t capabilities;
    share *shares; /* count rows of capabilities */
} field;

static double middle_need(const sel_need *need)
{
    return (need->n_low + need->n_high) / 2;
}

static bool is_wanted(const sel_selection *selection, const sel_need *need)
{
    return sel_need_is_known(need) && need->n_high > 0 &&
           sel_selection_covers(selection, need->recipient);
}

/* Needs ascend by recipient. */
static uint32_t count_recipients(const sel_needs *needs)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < needs->count; i++)
        count += i == 0 || needs->list[i].recipient != needs->list[i - 1].recipient;
    return count;
}

static field field_of(const sel_evidence *evidence, const sel_selection *selection)
{
    const sel_reference *reference = evidence->study->reference;
    const sel_needs *needs = evidence->needs;
    field of = {.geography = &reference->geography, .capabilities = reference->taxonomy.count};
    uint32_t room = count_recipients(needs);
    of.recipients = sel_arena_array(evidence->arena, room, sizeof *of.recipients);
    of.shares = sel_arena_array(evidence->arena, (size_t)room * of.capabilities, sizeof *of.shares);
    for (uint32_t i = 0; i < needs->count; i++) {
        const sel_need *need = &needs->list[i];
        if (!is_wanted(selection, need))
            continue;
        if (of.count == 0 || of.recipients[of.count - 1] != need->recipient)
            of.recipients[of.count++] = need->recipient;
        const sel_supply *at =
            sel_supply_find(evidence->supplies, need->recipient, need->capability);
        of.shares[(of.count - 1) * of.capabilities + need->capability] =
            (share){.need = middle_need(need),
                    .support = at == NULL ? 0 : ((double)at->low + (double)at->high) / 2,
                    .present = true};
    }
    return of;
}

/* Capabilities of fewer recipients are in no index, however often a draw takes them. */
static void leave_out_small(field *of)
{
    for (uint32_t k = 0; k < of->capabilities; k++) {
        uint32_t members = 0;
        for (uint32_t i = 0; i < of->count; i++)
            members += of->shares[i * of->capabilities + k].present;
        for (uint32_t i = 0; i < of->count && members < RECIPIENTS_NEEDED; i++)
            of->shares[i * of->capabilities + k].present = false;
    }
}

/* One capability of a sample. */
typedef struct sample {
    int64_t *by_need; /* places in the order of need, */
    int64_t *by_status;
    double *needs;
    double *support;
    double *expected;
    uint32_t count;
    double whole;
} sample;

static sample make_sample(uint32_t room, sel_arena *arena)
{
    return (sample){.by_need = sel_arena_array(arena, room, sizeof(int64_t)),
                    .by_status = sel_arena_array(arena, room, sizeof(int64_t)),
                    .needs = sel_arena_array(arena, room, sizeof(double)),
                    .support = sel_arena_array(arena, room, sizeof(double)),
                    .expected = sel_arena_array(arena, room, sizeof(double))};
}

static void fill_sample(const field *of, const uint32_t *items, uint32_t count, uint32_t k,
                        sample *to)
{
    static const double fine = 1e9;
    to->count = 0;
    to->whole = 0;
    for (uint32_t i = 0; i < count; i++) {
        const share *one = &of->shares[items[i] * of->capabilities + k];
        if (!one->present)
            continue;
        uint32_t n = to->count++;
        to->by_need[n] = llround(one->need * fine);
        to->by_status[n] = of->geography->recipients[of->recipients[items[i]]].ldc;
        to->needs[n] = one->need;
        to->support[n] = one->support;
        to->whole += one->support;
    }
}

/* Index of one capability. */
typedef bool index_of(sample *of, double *index);

static bool concentration(sample *of, double *index)
{
    sel_concentration_index found;
    if (!sel_concentration_index_of(of->by_need, of->support, of->count, &found))
        return false;
    *index = found.index;
    return true;
}

static bool inequity(sample *of, double *index)
{
    sel_expected_by_need(of->needs, of->support, of->count, of->expected);
    return sel_horizontal_inequity(of->by_status, of->support, of->expected, of->count, index);
}

/* Mean over capabilities, weighted by support. */
static bool weigh(const field *of, const uint32_t *items, uint32_t count, index_of *index,
                  double *mean)
{
    sel_arena *scratch = sel_arena_create();
    sample one = make_sample(count, scratch);
    double whole = 0;
    double sum = 0;
    for (uint32_t k = 0; k < of->capabilities; k++) {
        double found;
        fill_sample(of, items, count, k, &one);
        if (one.count < 2 || !index(&one, &found))
            continue;
        whole += one.whole;
        sum += one.whole * found;
    }
    sel_arena_destroy(scratch);
    if (whole <= 0)
        return false;
    *mean = sum / whole;
    return true;
}

static bool weigh_concentration(const void *data, const uint32_t *items, uint32_t count,
                                double *value)
{
    return weigh(data, items, count, concentration, value);
}

static bool weigh_inequity(const void *data, const uint32_t *items, uint32_t count, double *value)
{
    return weigh(data, items, count, inequity, value);
}

/* An index as it is told. */
typedef struct told_index {
    const char *name;
    const char *how;
    sel_statistic *statistic;
} told_index;

static void add(const sel_evidence *evidence, const field *of, const told_index *wanted,
                sel_beside *beside)
{
    const sel_bootstrap_plan plan = {
        .items = of->count, .draws = SEL_SUPPORT_DRAWS, .seed = evidence->study->model->seed};
    uint32_t *all = sel_arena_array(evidence->arena, of->count, sizeof *all);
    double value;
    sel_bootstrap drawn;
    for (uint32_t i = 0; i < of->count; i++)
        all[i] = i;
    if (!wanted->statistic(of, all, of->count, &value)) {
        sel_beside_add_missing(beside, wanted->name, wanted->how, "reason.all-stand-alike");
        return;
    }
    sel_beside_figure *figure = sel_beside_add(beside, wanted->name, wanted->how, value);
    if (!sel_bootstrap_of(&plan, wanted->statistic, of, &drawn))
        return;
    sel_beside_between(figure, drawn.low, drawn.high);
    figure->seed = plan.seed;
}

void sel_beside_support_along_need(const sel_evidence *evidence, const sel_selection *selection,
                                   sel_beside *beside)
{
    static const told_index told[] = {
        {"beside.concentration", "beside.concentration-how", weigh_concentration},
        {"beside.inequity", "beside.inequity-how", weigh_inequity}};
    if (selection->subject.level == SEL_LEVEL_DONOR)
        return;
    field of = field_of(evidence, selection);
    leave_out_small(&of);
    for (size_t i = 0; i < sizeof told / sizeof told[0]; i++)
        add(evidence, &of, &told[i], beside);
}
