/** naive_overlap.h - overlap straight from its definition, for comparison: a double loop over
 *  programmes, days and lengths counted one by one, fractions of 128-bit integers. Shares nothing
 *  with the engine but the study. */
#ifndef SEL_TESTS_NAIVE_OVERLAP_H
#define SEL_TESTS_NAIVE_OVERLAP_H

#include "selaras.h"

__extension__ typedef unsigned __int128 naive_wide;

/** What the engine is compared on. */
typedef struct naive_pair {
    uint32_t a;
    uint32_t b;
    uint32_t s_low;
    uint32_t s_high;
    uint32_t t_low;
    uint32_t t_high;
    uint32_t red_low;
    uint32_t red_high;
    bool need_unknown;
    int64_t money_low;
    int64_t money_high;
    uint64_t meetings; /**< places both reach, when they may meet in time */
    int32_t days_low;
    int32_t days_high;
    int factors;
    bool reaches;
    bool certain;
    sel_reading reading;
    sel_overlap_list list; /**< for the caller */
} naive_pair;

typedef struct naive_case {
    const sel_study *study;
    const sel_needs *needs;
    const sel_supplies *supplies;
    const sel_records *records;
} naive_case;

static inline uint32_t naive_ppm(naive_wide part, naive_wide whole)
{
    return whole == 0 ? 0 : (uint32_t)(part * 1000000 / whole);
}

static inline const sel_study_place *naive_place(const sel_study_programme *p, uint32_t recipient,
                                                 uint32_t capability)
{
    for (uint32_t i = 0; i < p->place_count; i++)
        if (p->places[i].recipient == recipient && p->places[i].capability == capability)
            return &p->places[i];
    return NULL;
}

/** Days of [a, b) in [from, to), counted. */
static inline int32_t naive_days(sel_day a, sel_day b, sel_day from, sel_day to)
{
    int32_t days = 0;
    for (sel_day day = a; day < b; day++)
        days += day >= from && day < to;
    return days;
}

/** A programme's earliest start, latest start, earliest end and latest end that leave it a day. */
typedef struct naive_ends {
    sel_day s1, s2, e1, e2;
} naive_ends;

static inline naive_ends naive_ends_of(const sel_study_programme *p)
{
    naive_ends ends = {p->start_low, p->start_low, p->end_high, p->end_high};
    for (sel_day s = p->start_low; s <= p->start_high; s++)
        if (s < p->end_high)
            ends.s2 = s;
    for (sel_day e = p->end_high; e >= p->end_low; e--)
        if (e > p->start_low)
            ends.e1 = e;
    return ends;
}

/** Least or largest share of i's time in [from, to), over every length of i. */
static inline void naive_share(const naive_ends *i, sel_day from, sel_day to, bool largest,
                               int32_t *days, int32_t *length)
{
    *days = largest ? 0 : 1;
    *length = 1;
    for (sel_day s = i->s1; s <= i->s2; s++) {
        for (sel_day e = i->e1; e <= i->e2; e++) {
            if (e <= s)
                continue;
            int32_t start = s > from ? s : from;
            int32_t end = e < to ? e : to;
            int32_t d = end > start ? end - start : 0;
            int64_t left = (int64_t)d * *length;
            int64_t right = (int64_t)*days * (e - s);
            if (largest ? left > right : left < right) {
                *days = d;
                *length = e - s;
            }
        }
    }
}

/** floor of ten thousand, and of the rest the intersection over the union; 1 and 1 when not
 *  known. */
static inline void naive_likeness(uint16_t a, uint16_t b, uint64_t floor, uint64_t *part,
                                  uint64_t *whole)
{
    uint64_t both = 0;
    uint64_t any = 0;
    for (int bit = 0; bit < 16; bit++) {
        both += (a >> bit & 1) != 0 && (b >> bit & 1) != 0;
        any += (a >> bit & 1) != 0 || (b >> bit & 1) != 0;
    }
    bool known = a != 0 && b != 0;
    *part = known ? floor * any + (10000 - floor) * both : 1;
    *whole = known ? 10000 * any : 1;
}

/** T of i in j at one end, in ppm. */
static inline uint32_t naive_t(const sel_study_programme *i, const sel_study_programme *j,
                               uint64_t part, uint64_t whole, bool high)
{
    uint64_t in = 0;
    uint64_t out = 0;
    for (uint32_t n = 0; n < i->place_count; n++) {
        const sel_study_place *own = &i->places[n];
        const sel_study_place *other = naive_place(j, own->recipient, own->capability);
        int presence = other == NULL ? SEL_PRESENT_NO : other->presence;
        bool inside = high ? presence != SEL_PRESENT_NO : presence == SEL_PRESENT_YES;
        uint32_t shallow = own->effort_high / own->depth_high * own->depth_low;
        in += !inside ? 0 : high ? own->effort_high : shallow;
        out += inside ? 0 : high ? shallow : own->effort_high;
    }
    naive_ends of = naive_ends_of(i);
    naive_ends with = naive_ends_of(j);
    int32_t days;
    int32_t length;
    naive_share(&of, high ? with.s1 : with.s2, high ? with.e2 : with.e1, high, &days, &length);
    return naive_ppm((naive_wide)in * (uint32_t)days * part,
                     (naive_wide)(in + out) * (uint32_t)length * whole);
}

static inline uint32_t naive_most(uint32_t a, uint32_t b)
{
    return a > b ? a : b;
}

/** Whether the need at a place says something about too much support, and its red. */
static inline bool naive_red(const naive_case *all, uint32_t recipient, uint32_t capability,
                             uint32_t *low, uint32_t *high)
{
    *low = *high = 0;
    const sel_need *need = NULL;
    for (uint32_t i = 0; i < all->needs->count; i++)
        if (all->needs->list[i].recipient == recipient &&
            all->needs->list[i].capability == capability)
            need = &all->needs->list[i];
    if (need == NULL || need->state == SEL_NEED_UNKNOWN || need->severity_high == 0)
        return false;
    for (uint32_t i = 0; i < all->supplies->count; i++) {
        const sel_supply *supply = &all->supplies->list[i];
        if (supply->recipient == recipient && supply->capability == capability) {
            *low = supply->red_low_ppm;
            *high = supply->red_high_ppm;
        }
    }
    return true;
}

/** Sums of shared weight; how: 0 money, 1 effort, 2 contained effort. */
typedef struct naive_sums {
    naive_wide low, all, known, red_low, red_high;
} naive_sums;

static inline naive_sums naive_weigh(const naive_case *all, const sel_study_programme *a,
                                     const sel_study_programme *b, int how)
{
    naive_sums sums = {0};
    uint64_t length_a = (uint64_t)(a->end_high - a->start_low);
    uint64_t length_b = (uint64_t)(b->end_high - b->start_low);
    for (uint32_t n = 0; n < a->place_count; n++) {
        const sel_study_place *x = &a->places[n];
        const sel_study_place *y = naive_place(b, x->recipient, x->capability);
        if (y == NULL)
            continue;
        naive_wide left = x->effort_high;
        naive_wide right = y->effort_high;
        naive_wide low_left = x->effort_low;
        naive_wide low_right = y->effort_low;
        if (how == 0) {
            left *= (naive_wide)a->money_high * length_b;
            right *= (naive_wide)b->money_high * length_a;
            low_left *= (naive_wide)a->money_low * length_b;
            low_right *= (naive_wide)b->money_low * length_a;
        }
        naive_wide weight = left < right ? left : right;
        if (how == 2)
            weight = (y->presence != SEL_PRESENT_NO ? left : 0) +
                     (x->presence != SEL_PRESENT_NO ? right : 0);
        uint32_t low;
        uint32_t high;
        bool known = naive_red(all, x->recipient, x->capability, &low, &high);
        sums.low += low_left < low_right ? low_left : low_right;
        sums.all += weight;
        sums.known += known ? weight : 0;
        sums.red_low += known ? weight * low : 0;
        sums.red_high += known ? weight * high : 0;
    }
    return sums;
}

/** The reading of one end, step by step as the method lists them. */
static inline int naive_read(uint32_t s, uint32_t t, uint32_t red, bool unknown, bool possible,
                             int factors, bool enough, uint32_t threshold)
{
    if (s < threshold && t < threshold)
        return 0;
    int reading;
    if (s >= 700000)
        reading = unknown ? 2 : red >= 500000 ? 4 : red > 0 ? 3 : 1;
    else
        reading = unknown ? 1 : red >= 500000 ? 3 : red > 0 ? 2 : 0;
    if (factors < 4 && reading > 3)
        reading = 3;
    if (possible)
        reading = reading > 0 ? reading - 1 : 0;
    if (reading > 3)
        reading = 3; /* need is ordinal or unknown */
    if (!enough && reading > 2)
        reading = 2;
    return reading;
}

static inline int naive_keys(const naive_case *all, const sel_study_programme *a,
                             const sel_study_programme *b)
{
    bool donor = false;
    bool recipient = false;
    const sel_study_programme *both[2] = {a, b};
    for (int i = 0; i < 2; i++) {
        const sel_study_programme *records[2] = {both[i], both[i]};
        if (both[i]->twin != SEL_NONE)
            records[1] = &all->study->programmes[both[i]->twin];
        for (int j = 0; j < 2; j++) {
            donor |= records[j]->coordinated == 1 && records[j]->stated_by == SEL_NONE;
            recipient |= records[j]->coordinated == 1 && records[j]->stated_by != SEL_NONE;
        }
        for (uint32_t n = 0; n < both[i]->link_count; n++)
            donor |= both[i]->links[n].kind == SEL_LINK_SIBLING &&
                     &all->study->programmes[both[i]->links[n].other] == both[1 - i];
    }
    return donor + recipient;
}

static inline void naive_reading(const naive_case *all, const sel_study_programme *a,
                                 const sel_study_programme *b, int32_t days_low, int32_t days_high,
                                 int factors, naive_pair *pair)
{
    bool money = a->money_known && b->money_known;
    uint32_t threshold = all->study->model->overlap_threshold_bp * 100;
    uint64_t c_low = 0;
    uint64_t c_high = 0;
    for (uint32_t n = 0; n < a->place_count; n++) {
        const sel_study_place *x = &a->places[n];
        const sel_study_place *y = naive_place(b, x->recipient, x->capability);
        if (y == NULL)
            continue;
        c_low += x->effort_low < y->effort_low ? x->effort_low : y->effort_low;
        c_high += x->effort_high < y->effort_high ? x->effort_high : y->effort_high;
    }
    bool enough_low = money ? pair->money_low >= 5000000
                            : c_low * (uint64_t)days_low * 20 >= (uint64_t)10000000 * 365;
    bool enough_high = money ? pair->money_high >= 5000000
                             : c_high * (uint64_t)days_high * 20 >= (uint64_t)10000000 * 365;
    int low = naive_read(pair->s_low, pair->t_low, pair->red_low, pair->need_unknown, false,
                         factors, enough_low, threshold);
    int high = naive_read(pair->s_high, pair->t_high, pair->red_high, pair->need_unknown, true,
                          factors, enough_high, threshold);
    int reading = low > high ? low : high;
    int reduced = reading - naive_keys(all, a, b);
    if (reading > 1 && reduced < 1)
        reduced = 1;
    if (reduced < 0)
        reduced = 0;
    if (pair->need_unknown && reduced < 1)
        reduced = 1;
    pair->reading = (sel_reading)reduced;
}

/** How strong the pair a < b of two dated programmes is, without what need says. */
static inline naive_pair naive_strength(const naive_case *all, uint32_t a_number, uint32_t b_number)
{
    const sel_study_programme *a = &all->study->programmes[a_number];
    const sel_study_programme *b = &all->study->programmes[b_number];
    naive_pair pair = {.a = a_number, .b = b_number};
    uint64_t kinds_part, kinds_whole, for_part, for_whole;
    uint64_t floor = all->study->model->overlap_likeness_floor_bp;
    uint32_t threshold = all->study->model->overlap_threshold_bp * 100;
    naive_likeness(a->kinds, b->kinds, floor, &kinds_part, &kinds_whole);
    naive_likeness(a->for_whom, b->for_whom, floor, &for_part, &for_whole);
    uint64_t part = kinds_part * for_part;
    uint64_t whole = kinds_whole * for_whole;
    pair.factors = 2 + (a->kinds != 0 && b->kinds != 0) + (a->for_whom != 0 && b->for_whom != 0);

    naive_ends x = naive_ends_of(a);
    naive_ends y = naive_ends_of(b);
    int32_t days_high = naive_days(x.s1, x.e2, y.s1, y.e2);
    int32_t days_low = naive_days(x.s2, x.e1, y.s2, y.e1);
    pair.days_low = days_low;
    pair.days_high = days_high;
    int32_t length = x.e2 - x.s1 < y.e2 - y.s1 ? x.e2 - x.s1 : y.e2 - y.s1;
    int32_t floor_days = length < 90 ? length : 90;
    uint64_t counted_low = days_low < floor_days ? 0 : (uint64_t)days_low;
    uint64_t counted_high = days_high < floor_days ? 0 : (uint64_t)days_high;

    uint64_t c_low = 0;
    uint64_t c_high = 0;
    for (uint32_t n = 0; n < a->place_count; n++) {
        const sel_study_place *p = &a->places[n];
        const sel_study_place *q = naive_place(b, p->recipient, p->capability);
        if (q == NULL)
            continue;
        c_low += p->effort_low < q->effort_low ? p->effort_low : q->effort_low;
        c_high += p->effort_high < q->effort_high ? p->effort_high : q->effort_high;
        pair.meetings += days_high > 0;
    }
    naive_wide whole_s = (naive_wide)10000000 * (uint32_t)length * whole;
    pair.s_low = naive_ppm((naive_wide)c_low * counted_low * part, whole_s);
    pair.s_high = naive_ppm((naive_wide)c_high * counted_high * part, whole_s);
    pair.t_low = naive_most(naive_t(a, b, part, whole, false), naive_t(b, a, part, whole, false));
    pair.t_high = naive_most(naive_t(a, b, part, whole, true), naive_t(b, a, part, whole, true));
    pair.reaches = pair.s_high >= threshold || pair.t_high >= threshold;
    pair.certain = pair.s_low >= threshold || pair.t_low >= threshold;
    return pair;
}

/** The whole pair a < b of two dated programmes. */
static inline naive_pair naive_compare(const naive_case *all, uint32_t a_number, uint32_t b_number)
{
    const sel_study_programme *a = &all->study->programmes[a_number];
    const sel_study_programme *b = &all->study->programmes[b_number];
    naive_pair pair = naive_strength(all, a_number, b_number);
    naive_sums sums = {0};
    if (a->money_known && b->money_known) {
        sums = naive_weigh(all, a, b, 0);
        naive_wide lengths = (naive_wide)(uint32_t)(a->end_high - a->start_low) *
                             (uint32_t)(b->end_high - b->start_low) * 10000000;
        pair.money_low = (int64_t)(sums.low * (uint32_t)pair.days_low / lengths);
        pair.money_high = (int64_t)(sums.all * (uint32_t)pair.days_high / lengths);
    }
    for (int how = 1; how <= 2 && sums.all == 0; how++)
        sums = naive_weigh(all, a, b, how);
    pair.need_unknown = sums.known == 0 || 2 * (sums.all - sums.known) > sums.all;
    if (sums.known > 0) {
        pair.red_low = (uint32_t)(sums.red_low / sums.known);
        pair.red_high = (uint32_t)(sums.red_high / sums.known);
    }
    naive_reading(all, a, b, pair.days_low, pair.days_high, pair.factors, &pair);
    return pair;
}

/** Whether two programmes may run on one day and share a place. */
static inline bool naive_meet(const sel_study_programme *a, const sel_study_programme *b)
{
    if (a->start_low >= b->end_high || b->start_low >= a->end_high)
        return false;
    for (uint32_t i = 0, j = 0; i < a->place_count && j < b->place_count;) {
        uint32_t x = (uint32_t)a->places[i].recipient << 8 | a->places[i].capability;
        uint32_t y = (uint32_t)b->places[j].recipient << 8 | b->places[j].capability;
        if (x == y)
            return true;
        i += x < y;
        j += y < x;
    }
    return false;
}

#endif
