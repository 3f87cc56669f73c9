/** naive_supply.h - what is given at a place, day by day, by the definitions alone: no sorting, no
 *  sweep, no code of the engine. */
#ifndef SEL_TESTS_NAIVE_SUPPLY_H
#define SEL_TESTS_NAIVE_SUPPLY_H

#include "check_suite.h"
#include "selaras.h"

/** A place and the counted programmes that are there. */
typedef struct naive_place {
    const sel_study *study;
    uint32_t recipient;
    uint32_t capability;
    uint32_t *programmes;
    uint32_t count;
    uint64_t *with; /* per organisation: all that it takes part in, on the day looked at last */
    double *parts;  /* per organisation: its parts */
} naive_place;

/** What runs there on one day. */
typedef struct naive_day {
    uint64_t supply;
    uint64_t known;   /* of programmes with a known donor */
    uint64_t largest; /* of what one donor takes part in */
    uint32_t programmes;
    uint32_t donors;
    double squares; /* of the donors' parts */
} naive_day;

/** What the days of the window add up to. */
typedef struct naive_sums {
    uint64_t supply;
    uint64_t beyond;
    int32_t days; /* on which no one donor is in all */
    uint32_t most_programmes;
    uint32_t most_donors;
    double concentration; /* mean over days with a known donor */
} naive_sums;

static inline const sel_study_place *naive_find(const sel_study_programme *p, uint32_t recipient,
                                                uint32_t capability)
{
    for (uint32_t i = 0; i < p->place_count; i++)
        if (p->places[i].recipient == recipient && p->places[i].capability == capability)
            return &p->places[i];
    return NULL;
}

static inline naive_place naive_place_of(const sel_study *study, const bool *counted,
                                         uint32_t recipient, uint32_t capability, sel_arena *arena)
{
    naive_place place = {.study = study, .recipient = recipient, .capability = capability};
    place.programmes = sel_arena_array(arena, study->programme_count, sizeof *place.programmes);
    place.with = sel_arena_array(arena, study->organisation_count, sizeof *place.with);
    place.parts = sel_arena_array(arena, study->organisation_count, sizeof *place.parts);
    for (uint32_t p = 0; p < study->programme_count; p++)
        if (counted[p] && naive_find(&study->programmes[p], recipient, capability) != NULL)
            place.programmes[place.count++] = p;
    return place;
}

/** Whether every start and end that leave the programme a day have it run on `day`. */
static inline bool naive_runs_for_sure(const sel_study_programme *p, sel_day day)
{
    for (sel_day start = p->start_low; start <= p->start_high; start++)
        if (start < p->end_high && start > day)
            return false;
    for (sel_day end = p->end_low; end <= p->end_high; end++)
        if (end > p->start_low && end <= day)
            return false;
    return true;
}

/** The definition of certain and possible support. */
static inline uint64_t naive_rate(const naive_place *place, const sel_study_programme *p,
                                  sel_day day, bool high)
{
    if (!p->dated || p->status == SEL_STATUS_CANCELLED || p->status == SEL_STATUS_SUSPENDED)
        return 0;
    if (high ? day < p->start_low || day >= p->end_high : !naive_runs_for_sure(p, day))
        return 0;
    const sel_study_place *at = naive_find(p, place->recipient, place->capability);
    return high ? at->effort_high : at->effort_low;
}

static inline naive_day naive_look(naive_place *place, sel_day day, bool high)
{
    naive_day now = {0};
    size_t organisations = place->study->organisation_count;
    memset(place->with, 0, organisations * sizeof *place->with);
    memset(place->parts, 0, organisations * sizeof *place->parts);
    for (uint32_t i = 0; i < place->count; i++) {
        const sel_study_programme *p = &place->study->programmes[place->programmes[i]];
        uint64_t rate = naive_rate(place, p, day, high);
        now.supply += rate;
        now.programmes += rate > 0;
        now.known += p->donor_count > 0 ? rate : 0;
        for (uint32_t d = 0; d < p->donor_count && rate > 0; d++) {
            place->with[p->donors[d]] += rate;
            place->parts[p->donors[d]] += (double)rate / p->donor_count;
        }
    }
    for (size_t d = 0; d < organisations; d++) {
        now.donors += place->with[d] > 0;
        now.largest = place->with[d] > now.largest ? place->with[d] : now.largest;
        now.squares += place->parts[d] * place->parts[d];
    }
    return now;
}

static inline naive_sums naive_add_up(naive_place *place, bool high)
{
    naive_sums sums = {0};
    int32_t days_known = 0;
    for (sel_day day = place->study->window_start; day < place->study->window_end; day++) {
        naive_day now = naive_look(place, day, high);
        sums.supply += now.supply;
        sums.beyond += now.known - now.largest;
        sums.days += now.known > now.largest;
        days_known += now.known > 0;
        if (now.known > 0)
            sums.concentration += now.squares / ((double)now.known * (double)now.known);
        if (now.programmes > sums.most_programmes)
            sums.most_programmes = now.programmes;
        if (now.donors > sums.most_donors)
            sums.most_donors = now.donors;
    }
    if (days_known > 0)
        sums.concentration /= days_known;
    return sums;
}

/** Every figure of the supply at a place is what the days add up to. */
static inline void naive_check_supply(naive_place *place, const sel_supply *supply)
{
    naive_sums low = naive_add_up(place, false);
    naive_sums high = naive_add_up(place, true);
    ck_assert_uint_eq(supply->low, low.supply);
    ck_assert_uint_eq(supply->high, high.supply);
    ck_assert_uint_eq(supply->beyond_low, low.beyond);
    ck_assert_uint_eq(supply->beyond_high, high.beyond);
    ck_assert_int_eq(supply->days_low, low.days);
    ck_assert_int_eq(supply->days_high, high.days);
    ck_assert_uint_eq(supply->most_programmes_low, low.most_programmes);
    ck_assert_uint_eq(supply->most_programmes_high, high.most_programmes);
    ck_assert_uint_eq(supply->most_donors_low, low.most_donors);
    ck_assert_uint_eq(supply->most_donors_high, high.most_donors);
    /* the engine divides joint programmes into whole units of effort */
    ck_assert_double_eq_tol(supply->concentration, high.concentration, 2e-6);
}

/** Episodes are the days on which no one donor is in all, each with its neighbours, and those who
 *  are there on some of them. */
static inline void naive_check_episodes(naive_place *place, bool high, const sel_episodes *found,
                                        sel_arena *arena)
{
    const sel_study *study = place->study;
    bool *met = sel_arena_array(arena, study->organisation_count, sizeof *met);
    uint32_t donors = 0;
    uint32_t next = 0;
    bool before = false;
    for (sel_day day = study->window_start; day <= study->window_end; day++) {
        naive_day now = naive_look(place, day, high);
        bool together = day < study->window_end && now.known > now.largest;
        if (before && !together) {
            ck_assert_int_eq(found->list[next].to, day);
            ck_assert_uint_eq(found->list[next].donors, donors);
            memset(met, 0, study->organisation_count * sizeof *met);
            donors = 0;
            next++;
        } else if (together && !before) {
            ck_assert_uint_lt(next, found->count);
            ck_assert_int_eq(found->list[next].from, day);
        }
        for (uint32_t d = 0; d < study->organisation_count && together; d++) {
            donors += !met[d] && place->with[d] > 0;
            met[d] |= place->with[d] > 0;
        }
        before = together;
    }
    ck_assert_uint_eq(next, found->count);
}

#endif
