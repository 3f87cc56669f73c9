/** drawn_change.h - one change to the material of drawn worlds, and what it does to every subject.
 */
#ifndef SEL_TESTS_DRAWN_CHANGE_H
#define SEL_TESTS_DRAWN_CHANGE_H

#include "drawn_register.h"

enum { TRIED = 60, INDICATORS = 33 };

/* Change the material at n; false where there is nothing to change. */
typedef bool change(draw *from, material *made, uint32_t n);

/* What is said of an indicator before and after. */
typedef void judge(const char *id, const char *what, uint64_t seed,
                   const sel_indicator_value *before, const sel_indicator_value *after);

typedef struct trial {
    const char *what;
    change *make;
    const char *ids; /* of the indicators that it says something about */
    bool same_known; /* only where as much is known before and after */
} trial;

typedef struct tally {
    unsigned compared[INDICATORS];
    unsigned moved[INDICATORS];
} tally;

static inline void mark_wanted(const char *ids, bool wanted[INDICATORS])
{
    uint32_t count;
    const sel_indicator *const *list = sel_indicators(&count);
    ck_assert_uint_eq(count, INDICATORS);
    for (uint32_t i = 0; i < count; i++)
        wanted[i] = strstr(ids, list[i]->id) != NULL;
}

static inline void compare_values(const trial *one, uint64_t seed, judge *decide,
                                  const sel_score *a, const sel_score *b, const bool *wanted,
                                  tally *count)
{
    uint32_t indicators;
    const sel_indicator *const *list = sel_indicators(&indicators);
    for (uint32_t n = 0; n < indicators; n++) {
        const sel_indicator_value *x = &a->values[n];
        const sel_indicator_value *y = &b->values[n];
        if (!wanted[n] || x->availability != SEL_AVAILABLE || y->availability != SEL_AVAILABLE ||
            (one->same_known && (x->known != y->known || x->all != y->all)))
            continue;
        decide(list[n]->id, one->what, seed, x, y);
        count->compared[n] += 1;
        count->moved[n] += x->value != y->value || x->low != y->low || x->high != y->high;
    }
}

/* Whether of each programme one record and one statement tell at most: further ones are none of
 * the two keys that bounds are about. */
static inline bool is_told_once(const bench *one)
{
    for (uint32_t i = 0; i < one->roster.undertaking_count; i++)
        if (one->roster.undertakings[i].statement_count > 1 ||
            one->roster.undertakings[i].teller_count > 0)
            return false;
    return true;
}

static inline void compare_worlds(const trial *one, uint64_t seed, judge *decide,
                                  const bench *before, const bench *after, tally *count)
{
    bool wanted[INDICATORS];
    sel_subject subjects[SUBJECTS_MAX];
    uint32_t subject_count = subjects_of(before->study, subjects);
    mark_wanted(one->ids, wanted);
    for (uint32_t i = 0; i < subject_count; i++) {
        sel_score a =
            sel_score_compute_wanted(&before->evidence, &before->world->model, subjects[i], wanted);
        sel_score b =
            sel_score_compute_wanted(&after->evidence, &after->world->model, subjects[i], wanted);
        compare_values(one, seed, decide, &a, &b, wanted, count);
    }
}

static inline void try_in(const trial *one, uint64_t seed, judge *decide, bool told_once,
                          tally *count)
{
    material *made = draw_material(seed);
    draw from = {seed * 15485863};
    bench before = open_bench(made, in_order());
    bool changed = false;
    for (uint32_t i = 0; i < RECORDS && !changed; i++)
        changed = one->make(&from, made, below(&from, RECORDS));
    bench after = open_bench(made, in_order());
    if (changed) {
        evaluate_bench(&before);
        evaluate_bench(&after);
        if (!told_once || (is_told_once(&before) && is_told_once(&after)))
            compare_worlds(one, seed, decide, &before, &after, count);
    }
    close_bench(&before);
    close_bench(&after);
    sel_memory_resize(made, 0, 1);
}

static inline void try_all(const trial *trials, size_t count, judge *decide, bool told_once,
                           tally *total)
{
    uint32_t indicators;
    const sel_indicator *const *list = sel_indicators(&indicators);
    for (size_t t = 0; t < count; t++) {
        tally own = {0};
        bool wanted[INDICATORS];
        mark_wanted(trials[t].ids, wanted);
        for (uint64_t seed = 1; seed <= TRIED; seed++)
            try_in(&trials[t], seed, decide, told_once, &own);
        for (uint32_t n = 0; n < indicators; n++) {
            ck_assert_msg(!wanted[n] || own.compared[n] > 0, "%s, %s: never compared",
                          trials[t].what, list[n]->id);
            total->compared[n] += own.compared[n];
            total->moved[n] += own.moved[n];
        }
    }
}

#endif
