#include "analysis/overlap/sensitivity.h"

enum { BASIS_POINTS = 10000, TENTH = BASIS_POINTS / 10, QUARTER = BASIS_POINTS / 4, MONEY = 100 };

/** What all variants are computed from. */
typedef struct varying {
    const sel_study *study;
    const sel_needs *needs;
    const sel_records *records;
    sel_overlap_options options;
    sel_sensitivity *to;
    sel_error *err;
} varying;

/* Everything of one model that overlap rests on. */
static sel_status compute(const varying *v, const sel_model *model, sel_variant *variant)
{
    sel_arena *scratch = sel_arena_create();
    sel_study study = *v->study;
    study.model = model;
    sel_supplies supplies = sel_supply_compute(&study, v->needs, v->records->counted, scratch);
    sel_overlap overlap;
    sel_status status = sel_overlap_compute(&study, v->needs, &supplies, v->records, &v->options,
                                            scratch, &overlap, v->err);
    if (status == SEL_OK) {
        variant->certain = overlap.chosen.certain;
        variant->possible = overlap.chosen.possible;
        for (int list = 0; list < SEL_LIST_WITHIN_DONOR; list++)
            for (int reading = 0; reading <= SEL_READ_TALK_FIRST; reading++)
                variant->by_reading[reading] += overlap.lists[list].by_reading[reading];
    }
    sel_arena_destroy(scratch);
    return status;
}

static sel_status add(const varying *v, const sel_model *model, sel_varied varied, double value)
{
    sel_variant *variant = &v->to->variants[v->to->count++];
    *variant = (sel_variant){.varied = varied, .value = value};
    return compute(v, model, variant);
}

static sel_status vary_threshold(const varying *v)
{
    sel_status status = SEL_OK;
    for (int step = -1; step <= 1 && status == SEL_OK; step += 2) {
        sel_model model = *v->study->model;
        int64_t threshold = (int64_t)model.overlap_threshold_bp + step * TENTH;
        if (threshold < 1 || threshold > BASIS_POINTS)
            continue;
        model.overlap_threshold_bp = (uint32_t)threshold;
        status = add(v, &model, SEL_VARIED_THRESHOLD, (double)threshold / BASIS_POINTS);
    }
    return status;
}

static sel_status vary_likeness(const varying *v)
{
    sel_status status = SEL_OK;
    for (uint32_t quarters = 0; quarters <= 2 && status == SEL_OK; quarters++) {
        sel_model model = *v->study->model;
        if (model.overlap_likeness_floor_bp == quarters * QUARTER)
            continue;
        model.overlap_likeness_floor_bp = quarters * QUARTER;
        status = add(v, &model, SEL_VARIED_LIKENESS, quarters * 0.25);
    }
    return status;
}

/* One constant at half its value, or at one and a half times. */
static sel_status vary_by_half(const varying *v, sel_varied varied)
{
    sel_status status = SEL_OK;
    for (int halves = 1; halves <= 3 && status == SEL_OK; halves += 2) {
        sel_model model = *v->study->model;
        double value = halves / 2.0;
        if (varied == SEL_VARIED_DAYS) {
            model.overlap_floor_days = model.overlap_floor_days * (uint32_t)halves / 2;
            value = model.overlap_floor_days;
        } else if (varied == SEL_VARIED_MONEY) {
            model.overlap_money_floor = model.overlap_money_floor / 2 * halves;
            value = (double)model.overlap_money_floor / MONEY;
        } else {
            for (size_t i = 0; i < sizeof model.ordinal_supply / sizeof model.ordinal_supply[0];
                 i++)
                model.ordinal_supply[i] *= halves / 2.0;
        }
        status = add(v, &model, varied, value);
    }
    return status;
}

sel_status sel_sensitivity_compute(const sel_study *study, const sel_needs *needs,
                                   const sel_records *records, const sel_overlap_options *options,
                                   sel_sensitivity *sensitivity, sel_error *err)
{
    *sensitivity = (sel_sensitivity){0};
    varying v = {study, needs, records, *options, sensitivity, err};
    v.options.top = 0; /* numbers only */
    sel_status status = add(&v, study->model, SEL_VARIED_NOTHING, 1);
    if (status == SEL_OK)
        status = vary_threshold(&v);
    if (status == SEL_OK)
        status = vary_likeness(&v);
    if (status == SEL_OK)
        status = vary_by_half(&v, SEL_VARIED_DAYS);
    if (status == SEL_OK)
        status = vary_by_half(&v, SEL_VARIED_MONEY);
    if (status == SEL_OK)
        status = vary_by_half(&v, SEL_VARIED_NEED);
    return status;
}
