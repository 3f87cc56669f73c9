#include "analysis/overlap/pair_score.h"

#include "analysis/overlap/likeness.h"
#include "analysis/wide.h"

/** f + (1 − f)·Jaccard of two sets of choices, twice; 1/1 where not known on both sides. */
typedef struct likenesses {
    sel_fraction kinds;
    sel_fraction for_whom;
} likenesses;

/** Part of one side where the other is present. */
typedef struct held {
    uint32_t low;
    uint32_t high;
} held;

/** Sums over the common places, at the low or the high end. */
typedef struct meeting {
    uint32_t first; /* key of the first of them, or SEL_NONE */
    uint32_t c;
    held a;
    held b;
} meeting;

/** Which end of what is uncertain: what surely holds, or what may. */
typedef enum which_end { LOW_END, HIGH_END } which_end;

/** How shared work is weighed over places. */
typedef enum weighing { BY_MONEY, BY_EFFORT, BY_CONTAINMENT } weighing;

/** Sums of weights over the common places. */
typedef struct weights {
    sel_wide low; /* at the low ends of effort and money */
    sel_wide all;
    sel_wide assessed;
    sel_wide red_low; /* weight × ppm */
    sel_wide red_high;
} weights;

static uint32_t smaller(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

static uint32_t larger(uint32_t a, uint32_t b)
{
    return a > b ? a : b;
}

sel_red sel_reds_at(const sel_reds *reds, uint32_t recipient, uint32_t capability)
{
    const sel_need *need = sel_needs_find(reds->needs, recipient, capability);
    sel_red red = {0};
    if (need == NULL || !sel_need_is_known(need) ||
        sel_supply_need(reds->model, need->severity_high, 1) == 0)
        return red;
    red.assessed = true;
    const sel_supply *supply = sel_supply_find(reds->supplies, recipient, capability);
    if (supply != NULL) {
        red.low_ppm = supply->red_low_ppm;
        red.high_ppm = supply->red_high_ppm;
    }
    return red;
}

const sel_red *sel_reds_table(const sel_reds *reds, const sel_places *places, sel_arena *arena)
{
    sel_red *table = sel_arena_array(arena, places->count, sizeof *table);
    for (uint32_t n = 0; n < places->count; n++)
        table[places->ranks[n]] =
            sel_reds_at(reds, sel_places_recipient(places, n), sel_places_capability(places, n));
    return table;
}

static sel_red red_of(const sel_reds *reds, const sel_side_place *place)
{
    if (reds->table != NULL)
        return reds->table[place->key];
    return sel_reds_at(reds, place->key >> 8, place->key & 0xFF);
}

static void hold(held *side, const sel_side_place *own, bool present)
{
    side->low += present ? own->part_low : 0;
    side->high += present ? own->effort_high : 0;
}

static meeting meet(const sel_side *a, const sel_side *b, which_end end)
{
    meeting sums = {.first = SEL_NONE};
    uint32_t present = end == HIGH_END ? SEL_PRESENT_PERHAPS : SEL_PRESENT_YES;
    for (uint32_t i = 0, j = 0; sel_side_next_common(a, b, &i, &j); i++, j++) {
        const sel_side_place *x = &a->places[i];
        const sel_side_place *y = &b->places[j];
        sums.first = smaller(sums.first, x->key);
        sums.c += end == HIGH_END ? smaller(x->effort_high, y->effort_high)
                                  : smaller(x->effort_low, y->effort_low);
        hold(&sums.a, x, y->presence >= present);
        hold(&sums.b, y, x->presence >= present);
    }
    return sums;
}

static likenesses compare_sets(const sel_side *a, const sel_side *b, const sel_model *model)
{
    sel_fraction floor = sel_likeness_floor(model);
    return (likenesses){sel_likeness_of(a->kinds, b->kinds, floor),
                        sel_likeness_of(a->for_whom, b->for_whom, floor)};
}

/** A proportion as a fraction. part and whole are below 10⁷ · 2¹⁷ · 2¹² < 2⁵²·³: days stay within
 *  1900 to 2205, sets have at most 16 members. */
typedef struct proportion {
    uint64_t part;
    uint64_t whole;
} proportion;

static proportion score_of(uint32_t c, int32_t days, int32_t length, const likenesses *alike)
{
    return (proportion){(uint64_t)c * (uint32_t)days * alike->kinds.part * alike->for_whom.part,
                        (uint64_t)SEL_EFFORT_WHOLE * (uint32_t)length * alike->kinds.whole *
                            alike->for_whom.whole};
}

static proportion containment_of(const sel_containment *t, const likenesses *alike)
{
    return (proportion){(uint64_t)t->inside * (uint32_t)t->days * alike->kinds.part *
                            alike->for_whom.part,
                        ((uint64_t)t->inside + t->outside) * (uint32_t)t->length *
                            alike->kinds.whole * alike->for_whom.whole};
}

static uint32_t ppm_of(proportion p)
{
    return sel_wide_ppm(p.part, p.whole);
}

static bool reaches(proportion p, uint32_t basis_points)
{
    return p.whole > 0 && (sel_wide)p.part * 10000 >= (sel_wide)p.whole * basis_points;
}

/* Least: what surely falls where the other surely is, of the most that may fall elsewhere. */
static sel_containment least_held(const held *side, const sel_side *of, const sel_side *in)
{
    sel_time_share time = sel_span_share_low(&of->span, &in->span);
    return (sel_containment){side->low, of->effort_high - side->high, time.days, time.length};
}

static sel_containment most_held(const held *side, const sel_side *of, const sel_side *in)
{
    sel_time_share time = sel_span_share_high(&of->span, &in->span);
    return (sel_containment){side->high, of->part_low - side->low, time.days, time.length};
}

static int32_t shorter(const sel_side *a, const sel_side *b)
{
    int32_t x = sel_span_longest(&a->span);
    int32_t y = sel_span_longest(&b->span);
    return x < y ? x : y;
}

/* Days that count for D: none below the floor. */
static int32_t counted_days(int32_t days, int32_t length, uint32_t floor_days)
{
    bool too_few = days < length && (uint32_t)days < floor_days;
    return too_few ? 0 : days;
}

bool sel_score_reaches_from(const sel_side *a, const sel_side *b, uint32_t key,
                            const sel_model *model)
{
    meeting sums = meet(a, b, HIGH_END);
    if (sums.first != key)
        return false;
    likenesses alike = compare_sets(a, b, model);
    int32_t length = shorter(a, b);
    int32_t days = sel_span_days_high(&a->span, &b->span);
    days = counted_days(days, length, model->overlap_floor_days);
    uint32_t threshold = model->overlap_threshold_bp;
    if (reaches(score_of(sums.c, days, length, &alike), threshold))
        return true;
    sel_containment a_in_b = most_held(&sums.a, a, b);
    if (reaches(containment_of(&a_in_b, &alike), threshold))
        return true;
    sel_containment b_in_a = most_held(&sums.b, b, a);
    return reaches(containment_of(&b_in_a, &alike), threshold);
}

sel_overlap_terms sel_score_terms(const sel_side *a, const sel_side *b, const sel_model *model)
{
    meeting low = meet(a, b, LOW_END);
    meeting high = meet(a, b, HIGH_END);
    likenesses alike = compare_sets(a, b, model);
    int32_t length = shorter(a, b);
    uint32_t floor = model->overlap_floor_days;
    return (sel_overlap_terms){
        .length = length,
        .kinds = alike.kinds,
        .for_whom = alike.for_whom,
        .low = {low.c, counted_days(sel_span_days_low(&a->span, &b->span), length, floor),
                least_held(&low.a, a, b), least_held(&low.b, b, a)},
        .high = {high.c, counted_days(sel_span_days_high(&a->span, &b->span), length, floor),
                 most_held(&high.a, a, b), most_held(&high.b, b, a)}};
}

void sel_score_strength(const sel_side *a, const sel_side *b, const sel_model *model,
                        sel_overlap_pair *pair)
{
    sel_overlap_terms terms = sel_score_terms(a, b, model);
    const sel_overlap_end *low = &terms.low;
    const sel_overlap_end *high = &terms.high;
    likenesses alike = {terms.kinds, terms.for_whom};
    pair->c_low = low->c;
    pair->c_high = high->c;
    pair->days_low = sel_span_days_low(&a->span, &b->span);
    pair->days_high = sel_span_days_high(&a->span, &b->span);
    pair->d_low_ppm = sel_wide_ppm((uint32_t)low->days, (uint32_t)terms.length);
    pair->d_high_ppm = sel_wide_ppm((uint32_t)high->days, (uint32_t)terms.length);
    pair->a_ppm = sel_wide_ppm(alike.kinds.part, alike.kinds.whole);
    pair->g_ppm = sel_wide_ppm(alike.for_whom.part, alike.for_whom.whole);
    pair->kinds_known = a->kinds != 0 && b->kinds != 0;
    pair->for_whom_known = a->for_whom != 0 && b->for_whom != 0;
    pair->factors = (uint8_t)(2 + pair->kinds_known + pair->for_whom_known);
    pair->s_low_ppm = ppm_of(score_of(low->c, low->days, terms.length, &alike));
    pair->s_high_ppm = ppm_of(score_of(high->c, high->days, terms.length, &alike));
    pair->t_a_low_ppm = ppm_of(containment_of(&low->a_in_b, &alike));
    pair->t_a_high_ppm = ppm_of(containment_of(&high->a_in_b, &alike));
    pair->t_b_low_ppm = ppm_of(containment_of(&low->b_in_a, &alike));
    pair->t_b_high_ppm = ppm_of(containment_of(&high->b_in_a, &alike));
}

/* Effort of a place × money × length of the other side: what each side spends there per day, over
 * one common denominator. The sum over places is below 10⁷ · 2⁶³ · 2¹⁸ < 2¹⁰⁵. */
static sel_wide spent(uint32_t effort, int64_t money, const sel_side *other)
{
    return (sel_wide)effort * (uint64_t)money * (uint32_t)sel_span_longest(&other->span);
}

static sel_wide smaller_wide(sel_wide a, sel_wide b)
{
    return a < b ? a : b;
}

/* Weight of a common place; low only where money is meant. */
static sel_wide weigh(const sel_side *a, const sel_side *b, const sel_side_place *x,
                      const sel_side_place *y, weighing how, sel_wide *low)
{
    if (how == BY_MONEY) {
        *low = smaller_wide(spent(x->effort_low, a->programme->money_low, b),
                            spent(y->effort_low, b->programme->money_low, a));
        return smaller_wide(spent(x->effort_high, a->programme->money_high, b),
                            spent(y->effort_high, b->programme->money_high, a));
    }
    *low = 0;
    if (how == BY_EFFORT)
        return smaller(x->effort_high, y->effort_high);
    return (sel_wide)(y->presence == SEL_PRESENT_NO ? 0 : x->effort_high) +
           (x->presence == SEL_PRESENT_NO ? 0 : y->effort_high);
}

static weights weigh_places(const sel_side *a, const sel_side *b, weighing how,
                            const sel_reds *reds)
{
    weights sums = {0};
    for (uint32_t i = 0, j = 0; sel_side_next_common(a, b, &i, &j); i++, j++) {
        sel_wide low;
        sel_wide weight = weigh(a, b, &a->places[i], &b->places[j], how, &low);
        sums.low += low;
        sums.all += weight;
        sel_red red = red_of(reds, &a->places[i]);
        if (!red.assessed)
            continue;
        sums.assessed += weight;
        sums.red_low += weight * red.low_ppm;
        sums.red_high += weight * red.high_ppm;
    }
    return sums;
}

/* Money of a sum of `spent` over some days, hundredths; at most either amount. */
static int64_t money_of(sel_wide sum, int32_t days, const sel_side *a, const sel_side *b)
{
    sel_wide lengths =
        (sel_wide)(uint32_t)sel_span_longest(&a->span) * (uint32_t)sel_span_longest(&b->span);
    return (int64_t)(sum * (uint32_t)days / (lengths * SEL_EFFORT_WHOLE));
}

static bool has_money(const sel_study_programme *programme)
{
    return programme->money_known && programme->money_low >= 0;
}

void sel_score_need(const sel_side *a, const sel_side *b, const sel_reds *reds,
                    sel_overlap_pair *pair)
{
    weights sums = {0};
    pair->money_compared = has_money(a->programme) && has_money(b->programme);
    if (pair->money_compared) {
        sums = weigh_places(a, b, BY_MONEY, reds);
        pair->money_low = money_of(sums.low, pair->days_low, a, b);
        pair->money_high = money_of(sums.all, pair->days_high, a, b);
    }
    if (sums.all == 0)
        sums = weigh_places(a, b, BY_EFFORT, reds);
    if (sums.all == 0)
        sums = weigh_places(a, b, BY_CONTAINMENT, reds);
    pair->need_known = sums.assessed > 0;
    pair->ordinal = pair->need_known;
    if (pair->need_known) {
        pair->red_low_ppm = (uint32_t)(sums.red_low / sums.assessed);
        pair->red_high_ppm = (uint32_t)(sums.red_high / sums.assessed);
    }
    sel_wide unknown = sums.all - sums.assessed;
    pair->need_unknown = !pair->need_known || unknown > sums.assessed;
    pair->unknown_ppm = sums.all == 0 ? SEL_PPM : (uint32_t)(unknown * SEL_PPM / sums.all);
}

uint32_t sel_score_t_low(const sel_overlap_pair *pair)
{
    return larger(pair->t_a_low_ppm, pair->t_b_low_ppm);
}

uint32_t sel_score_t_high(const sel_overlap_pair *pair)
{
    return larger(pair->t_a_high_ppm, pair->t_b_high_ppm);
}

uint32_t sel_score_strength_high(const sel_overlap_pair *pair)
{
    return larger(pair->s_high_ppm, sel_score_t_high(pair));
}

uint32_t sel_score_strength_low(const sel_overlap_pair *pair)
{
    return larger(pair->s_low_ppm, sel_score_t_low(pair));
}
