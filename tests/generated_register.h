/** generated_register.h - a seeded register of any size, as large registers are shaped: recipients
 *  Zipf over 200, 60 capabilities mildly skewed (the commonest has a twentieth of them), 5 %
 *  regional programmes over 8 to 20 states, durations lognormal around 3 years, about 3 places
 *  each, 60 donors. */
#ifndef SEL_TESTS_GENERATED_REGISTER_H
#define SEL_TESTS_GENERATED_REGISTER_H

#include "selaras.h"

#include "seeded.h"

enum {
    GENERATED_RECIPIENTS = 200,
    GENERATED_CAPABILITIES = 60,
    GENERATED_DONORS = 60,
    GENERATED_ORGANISATIONS = 400,
    GENERATED_WORDS = 2000,
};

typedef struct generated_source {
    uint64_t state;
    double sets_known; /**< share of programmes whose kinds of help, and groups, are known */
    double imprecise;  /**< share of dates known to the month or the year only */
    bool crowded;      /**< all programmes at one place */
} generated_source;

static inline double generated_uniform(generated_source *g)
{
    return seeded_unit(&g->state);
}

static inline uint32_t generated_below(generated_source *g, uint32_t limit)
{
    return seeded_below(&g->state, limit);
}

static inline uint32_t generated_zipf(generated_source *g, uint32_t limit)
{
    double target = generated_uniform(g) * (log(limit) + 0.5772);
    double sum = 0;
    for (uint32_t k = 1; k < limit; k++) {
        sum += 1.0 / k;
        if (sum >= target)
            return k - 1;
    }
    return limit - 1;
}

/* The k-th of many in proportion to 1 / (k + 10). */
static inline uint32_t generated_skewed(generated_source *g, uint32_t limit)
{
    return (uint32_t)(10 * pow((limit + 10) / 10.0, generated_uniform(g)) - 10) % limit;
}

static inline uint16_t generated_some_bits(generated_source *g, uint32_t choices)
{
    if (generated_uniform(g) > g->sets_known)
        return 0;
    uint32_t bits = 0;
    for (uint32_t n = 1 + generated_below(g, 3); n > 0; n--)
        bits |= 1U << generated_below(g, choices);
    return (uint16_t)bits;
}

static inline int generated_ascending(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static inline uint32_t
generated_draw_distinct(generated_source *g, uint32_t (*draw)(generated_source *g, uint32_t limit),
                        uint32_t *numbers, uint32_t wanted, uint32_t limit)
{
    uint32_t count = 0;
    while (wanted-- > 0) {
        uint32_t number = draw(g, limit);
        uint32_t i = 0;
        while (i < count && numbers[i] != number)
            i++;
        if (i == count)
            numbers[count++] = number;
    }
    qsort(numbers, count, sizeof *numbers, generated_ascending);
    return count;
}

/** A place for each recipient with each capability, all of the same effort. */
static inline void generated_set_places(sel_arena *arena, const uint32_t *recipients,
                                        uint32_t recipient_count, const uint32_t *capabilities,
                                        uint32_t capability_count, sel_study_programme *programme)
{
    uint32_t count = recipient_count * capability_count;
    sel_study_place *places = sel_arena_array(arena, count, sizeof *places);
    for (uint32_t i = 0; i < count; i++)
        places[i] = (sel_study_place){.recipient = (uint16_t)recipients[i / capability_count],
                                      .capability = (uint8_t)capabilities[i % capability_count],
                                      .presence = SEL_PRESENT_YES,
                                      .depth_low = 10,
                                      .depth_high = 10,
                                      .effort_low = SEL_PPM / count * 10,
                                      .effort_high = SEL_PPM / count * 10};
    programme->places = places;
    programme->place_count = count;
}

static inline void generated_add_places(generated_source *g, sel_arena *arena,
                                        sel_study_programme *programme)
{
    uint32_t recipients[20] = {0};
    uint32_t capabilities[4] = {0};
    uint32_t recipient_count = 1;
    uint32_t capability_count = 1;
    if (!g->crowded) {
        uint32_t wanted = generated_uniform(g) < 0.05 ? 8 + generated_below(g, 13) : 1;
        recipient_count =
            generated_draw_distinct(g, generated_zipf, recipients, wanted, GENERATED_RECIPIENTS);
        capability_count = generated_draw_distinct(
            g, generated_skewed, capabilities, 1 + generated_below(g, 3), GENERATED_CAPABILITIES);
    }
    generated_set_places(arena, recipients, recipient_count, capabilities, capability_count,
                         programme);
}

static inline void generated_add_dates(generated_source *g, sel_study_programme *programme)
{
    sel_day start = sel_day_of(2012, 1, 1) + (sel_day)generated_below(g, 6000);
    sel_day end = start + 30 + (sel_day)(1095 * exp(0.5 * seeded_normal(&g->state)));
    double precision = generated_uniform(g);
    sel_day slack = precision >= g->imprecise ? 0 : precision >= g->imprecise / 3 ? 29 : 364;
    programme->dated = true;
    programme->start_low = start - start % (slack + 1);
    programme->start_high = programme->start_low + slack;
    programme->end_low = end - end % (slack + 1) + 1;
    programme->end_high = programme->end_low + slack;
    sel_day as_of = sel_day_of(2026, 11, 20);
    programme->phase = programme->end_high <= as_of   ? SEL_PHASE_PAST
                       : programme->start_low > as_of ? SEL_PHASE_PIPELINE
                                                      : SEL_PHASE_RUNNING;
}

static inline sel_str generated_some_title(generated_source *g, sel_arena *arena)
{
    sel_text text = {.arena = arena};
    for (int i = 0; i < 6; i++) {
        static const char *const syllables[] = {"cy", "ber", "net", "ra", "to",
                                                "li", "sec", "mo",  "an", "du"};
        uint32_t word = generated_zipf(g, GENERATED_WORDS);
        for (int part = 0; part < 3; part++, word /= 10)
            sel_text_printf(&text, "%s", syllables[word % 10]);
        sel_text_add_char(&text, ' ');
    }
    return sel_text_str(&text);
}

static inline void generated_add_programme(generated_source *g, sel_arena *arena,
                                           sel_study_programme *programme)
{
    *programme =
        (sel_study_programme){.stated_by = SEL_NONE, .submission = SEL_NONE, .twin = SEL_NONE};
    programme->register_name = SEL_STR("bench");
    programme->title = generated_some_title(g, arena);
    generated_add_places(g, arena, programme);
    generated_add_dates(g, programme);
    programme->status = SEL_STATUS_RUNNING;
    uint32_t *donors = sel_arena_array(arena, 2, sizeof *donors);
    programme->donor_count = generated_draw_distinct(
        g, generated_zipf, donors, generated_uniform(g) < 0.1 ? 2 : 1, GENERATED_DONORS);
    programme->donors = programme->funders = donors;
    programme->funder_count = programme->donor_count;
    sel_study_party *party = sel_arena_array(arena, 1, sizeof *party);
    party->organisation =
        GENERATED_DONORS + generated_below(g, GENERATED_ORGANISATIONS - GENERATED_DONORS);
    party->role = SEL_ROLE_IMPLEMENTING;
    programme->parties = party;
    programme->party_count = 1;
    programme->kinds = generated_some_bits(g, SEL_KIND_COUNT);
    programme->for_whom = generated_some_bits(g, SEL_AUDIENCE_COUNT);
    programme->money_known = generated_uniform(g) < 0.5;
    programme->money_low = programme->money_high =
        (int64_t)(exp(16 + seeded_normal(&g->state)) * 100);
}

static inline void generated_add_needs(generated_source *g, sel_study *study, sel_arena *arena)
{
    sel_study_submission *submissions =
        sel_arena_array(arena, GENERATED_RECIPIENTS, sizeof *submissions);
    sel_need_entry *entries = sel_arena_array(
        arena, (size_t)GENERATED_RECIPIENTS * GENERATED_CAPABILITIES, sizeof *entries);
    for (uint32_t r = 0; r < GENERATED_RECIPIENTS; r++) {
        submissions[r] = sel_study_submission_blank();
        submissions[r].recipient = r;
        for (uint32_t c = 0; c < GENERATED_CAPABILITIES; c++)
            if (generated_uniform(g) < 0.7)
                entries[study->entry_count++] =
                    (sel_need_entry){.recipient = r,
                                     .capability = c,
                                     .submission = r,
                                     .stage = (uint8_t)(1 + generated_below(g, 5)),
                                     .target = (uint8_t)(1 + generated_below(g, 5)),
                                     .importance = (uint8_t)(1 + generated_below(g, 4))};
    }
    study->submissions = submissions;
    study->submission_count = GENERATED_RECIPIENTS;
    study->entries = entries;
}

/** A study of `count` programmes with needs; model is borrowed, all else lives in arena. */
static inline sel_study generated_register(generated_source *g, uint32_t count,
                                           const sel_model *model, sel_arena *arena)
{
    sel_day as_of = sel_day_of(2026, 11, 20);
    sel_study study = {.model = model,
                       .as_of = as_of,
                       .window_start = sel_day_add_months(as_of, -12),
                       .window_end = sel_day_add_months(as_of, 24),
                       .programme_count = count,
                       .organisation_count = GENERATED_ORGANISATIONS};
    sel_study_programme *programmes = sel_arena_array(arena, count, sizeof *programmes);
    for (uint32_t p = 0; p < count; p++)
        generated_add_programme(g, arena, &programmes[p]);
    study.programmes = programmes;
    generated_add_needs(g, &study, arena);
    return study;
}

/** Places of all programmes together. */
static inline uint64_t generated_place_count(const sel_study *study)
{
    uint64_t count = 0;
    for (uint32_t p = 0; p < study->programme_count; p++)
        count += study->programmes[p].place_count;
    return count;
}

#endif
