#include "analysis/overlap/score.h"

#include "analysis/wide.h"

/** ½ + ½·Jaccard of two sets of choices as a fraction; 1/1 when not known on both sides. */
typedef struct factor {
    uint32_t part;
    uint32_t whole;
    bool known;
} factor;

/** Effort of one side where the other is present, surely and at all. */
typedef struct held {
    uint32_t sure_low;
    uint32_t sure_high;
    uint32_t any_low;
    uint32_t any_high;
} held;

/** Sums over the common places. */
typedef struct meeting {
    uint32_t c_low;
    uint32_t c_high;
    held a;
    held b;
} meeting;

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

/* A record's own word, and that of the other side's record of the same programme. */
static uint8_t declared_by(const sel_study *study, const sel_study_programme *programme)
{
    unsigned declared = 0;
    const sel_study_programme *twin =
        programme->twin == SEL_NONE ? programme : &study->programmes[programme->twin];
    if (programme->coordinated == 1)
        declared |=
            programme->stated_by == SEL_NONE ? SEL_DECLARED_BY_DONOR : SEL_DECLARED_BY_RECIPIENT;
    if (twin->coordinated == 1)
        declared |= twin->stated_by == SEL_NONE ? SEL_DECLARED_BY_DONOR : SEL_DECLARED_BY_RECIPIENT;
    return (uint8_t)declared;
}

sel_side sel_side_of(const sel_study *study, uint32_t number)
{
    const sel_study_programme *programme = &study->programmes[number];
    sel_side side = {.places = programme->places,
                     .donors = programme->donors,
                     .place_count = programme->place_count,
                     .donor_count = programme->donor_count,
                     .span = sel_span_of(programme),
                     .money_low = programme->money_low,
                     .money_high = programme->money_high,
                     .kinds = programme->kinds,
                     .for_whom = programme->for_whom,
                     .declared = declared_by(study, programme),
                     .money_known = programme->money_known && programme->money_low >= 0};
    for (uint32_t i = 0; i < programme->place_count; i++) {
        side.effort_low += programme->places[i].effort_low;
        side.effort_high += programme->places[i].effort_high;
    }
    return side;
}

static sel_red look_up(const sel_reds *reds, uint32_t recipient, uint32_t capability)
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

void sel_reds_prepare(sel_reds *reds, sel_arena *arena)
{
    for (uint32_t i = 0; i < reds->needs->count; i++) {
        reds->rows = larger(reds->rows, reds->needs->list[i].recipient + 1);
        reds->columns = larger(reds->columns, reds->needs->list[i].capability + 1);
    }
    reds->table = sel_arena_array(arena, (size_t)reds->rows * reds->columns, sizeof *reds->table);
    for (uint32_t i = 0; i < reds->needs->count; i++) {
        const sel_need *need = &reds->needs->list[i];
        reds->table[(size_t)need->recipient * reds->columns + need->capability] =
            look_up(reds, need->recipient, need->capability);
    }
}

sel_red sel_reds_at(const sel_reds *reds, const sel_study_place *place)
{
    if (reds->table == NULL)
        return look_up(reds, place->recipient, place->capability);
    if (place->recipient >= reds->rows || place->capability >= reds->columns)
        return (sel_red){0};
    return reds->table[(size_t)place->recipient * reds->columns + place->capability];
}

static uint32_t key_of(const sel_study_place *place)
{
    return (uint32_t)place->recipient << 8 | place->capability;
}

/* Move *i and *j to the next place that both sides have; false when there is none. */
static bool next_common(const sel_side *a, const sel_side *b, uint32_t *i, uint32_t *j)
{
    while (*i < a->place_count && *j < b->place_count) {
        uint32_t x = key_of(&a->places[*i]);
        uint32_t y = key_of(&b->places[*j]);
        if (x == y)
            return true;
        *i += x < y;
        *j += y < x;
    }
    return false;
}

static void hold(held *side, const sel_study_place *own, uint8_t presence_of_other)
{
    if (presence_of_other == SEL_PRESENT_NO)
        return;
    side->any_low += own->effort_low;
    side->any_high += own->effort_high;
    if (presence_of_other == SEL_PRESENT_YES) {
        side->sure_low += own->effort_low;
        side->sure_high += own->effort_high;
    }
}

static meeting meet(const sel_side *a, const sel_side *b)
{
    meeting sums = {0};
    for (uint32_t i = 0, j = 0; next_common(a, b, &i, &j); i++, j++) {
        const sel_study_place *x = &a->places[i];
        const sel_study_place *y = &b->places[j];
        sums.c_low += smaller(x->effort_low, y->effort_low);
        sums.c_high += smaller(x->effort_high, y->effort_high);
        hold(&sums.a, x, y->presence);
        hold(&sums.b, y, x->presence);
    }
    return sums;
}

static factor likeness(uint16_t a, uint16_t b)
{
    if (a == 0 || b == 0)
        return (factor){1, 1, false};
    uint32_t all = sel_score_bits(a | b);
    return (factor){all + sel_score_bits(a & b), 2 * all, true};
}

/* S_c in ppm. C·days·1024 stays below 10⁷ · 2¹⁸ · 2¹⁰, far from 2⁶⁴. */
static uint32_t score_ppm(uint32_t c, int32_t days, int32_t length, factor kinds, factor for_whom)
{
    uint64_t part = (uint64_t)c * (uint32_t)days * kinds.part * for_whom.part;
    uint64_t whole =
        (uint64_t)SEL_EFFORT_WHOLE / SEL_PPM * (uint32_t)length * kinds.whole * for_whom.whole;
    return (uint32_t)(part / whole);
}

/* T in ppm: `inside` of the effort in a share of the time. */
static uint32_t containment_ppm(uint32_t inside, uint32_t outside, sel_time_share time,
                                factor kinds, factor for_whom)
{
    sel_wide part = (sel_wide)inside * (uint32_t)time.days * kinds.part * for_whom.part;
    sel_wide whole =
        ((sel_wide)inside + outside) * (uint32_t)time.length * kinds.whole * for_whom.whole;
    return sel_wide_ppm(part, whole);
}

/* Least: what surely falls where the other surely is, of the most that may fall elsewhere. */
static uint32_t t_low(const held *side, const sel_side *of, const sel_side *in, factor kinds,
                      factor for_whom)
{
    return containment_ppm(side->sure_low, of->effort_high - side->sure_high,
                           sel_span_share_low(&of->span, &in->span), kinds, for_whom);
}

static uint32_t t_high(const held *side, const sel_side *of, const sel_side *in, factor kinds,
                       factor for_whom)
{
    return containment_ppm(side->any_high, of->effort_low - side->any_low,
                           sel_span_share_high(&of->span, &in->span), kinds, for_whom);
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

void sel_score_strength(const sel_side *a, const sel_side *b, const sel_model *model,
                        sel_overlap_pair *pair)
{
    meeting sums = meet(a, b);
    factor kinds = likeness(a->kinds, b->kinds);
    factor for_whom = likeness(a->for_whom, b->for_whom);
    int32_t length = shorter(a, b);
    pair->c_low = sums.c_low;
    pair->c_high = sums.c_high;
    pair->days_low = sel_span_days_low(&a->span, &b->span);
    pair->days_high = sel_span_days_high(&a->span, &b->span);
    int32_t low = counted_days(pair->days_low, length, model->overlap_floor_days);
    int32_t high = counted_days(pair->days_high, length, model->overlap_floor_days);
    pair->d_low_ppm = sel_wide_ppm((uint32_t)low, (uint32_t)length);
    pair->d_high_ppm = sel_wide_ppm((uint32_t)high, (uint32_t)length);
    pair->a_ppm = sel_wide_ppm(kinds.part, kinds.whole);
    pair->g_ppm = sel_wide_ppm(for_whom.part, for_whom.whole);
    pair->kinds_known = kinds.known;
    pair->for_whom_known = for_whom.known;
    pair->factors = (uint8_t)(2 + kinds.known + for_whom.known);
    pair->s_low_ppm = score_ppm(sums.c_low, low, length, kinds, for_whom);
    pair->s_high_ppm = score_ppm(sums.c_high, high, length, kinds, for_whom);
    pair->t_a_low_ppm = t_low(&sums.a, a, b, kinds, for_whom);
    pair->t_a_high_ppm = t_high(&sums.a, a, b, kinds, for_whom);
    pair->t_b_low_ppm = t_low(&sums.b, b, a, kinds, for_whom);
    pair->t_b_high_ppm = t_high(&sums.b, b, a, kinds, for_whom);
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
static sel_wide weigh(const sel_side *a, const sel_side *b, const sel_study_place *x,
                      const sel_study_place *y, weighing how, sel_wide *low)
{
    if (how == BY_MONEY) {
        *low = smaller_wide(spent(x->effort_low, a->money_low, b),
                            spent(y->effort_low, b->money_low, a));
        return smaller_wide(spent(x->effort_high, a->money_high, b),
                            spent(y->effort_high, b->money_high, a));
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
    for (uint32_t i = 0, j = 0; next_common(a, b, &i, &j); i++, j++) {
        sel_wide low;
        sel_wide weight = weigh(a, b, &a->places[i], &b->places[j], how, &low);
        sums.low += low;
        sums.all += weight;
        sel_red red = sel_reds_at(reds, &a->places[i]);
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

void sel_score_need(const sel_side *a, const sel_side *b, const sel_reds *reds,
                    sel_overlap_pair *pair)
{
    weights sums = {0};
    pair->money_compared = a->money_known && b->money_known;
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
