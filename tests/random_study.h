/** random_study.h - small seeded studies for property tests: everything that can be unknown is
 *  sometimes unknown, and little enough differs that much meets. */
#ifndef SEL_TESTS_RANDOM_STUDY_H
#define SEL_TESTS_RANDOM_STUDY_H

#include "selaras.h"

#include "seeded.h"

typedef struct random_source {
    uint64_t state;
} random_source;

static inline uint64_t random_bits(random_source *source)
{
    return seeded_bits(&source->state);
}

static inline uint32_t random_below(random_source *source, uint32_t limit)
{
    return (uint32_t)(random_bits(source) % limit);
}

/** True `percent` times of a hundred. */
static inline bool random_chance(random_source *source, uint32_t percent)
{
    return random_below(source, 100) < percent;
}

/** A whole number of millionths in [0, 1]. */
static inline double random_share(random_source *source)
{
    return random_below(source, 1000001) / 1e6;
}

/** The numbers 0 … count − 1 in a random order (Fisher & Yates 1938, inside out). */
static inline void random_order(random_source *source, uint32_t *order, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t place = random_below(source, i + 1);
        order[i] = i;
        order[i] = order[place];
        order[place] = i;
    }
}

/** What a random study is like. */
typedef struct random_traits {
    uint32_t programmes;
    uint32_t recipients;
    uint32_t capabilities;
    uint32_t donors;
    uint32_t titles;    /**< distinct titles; 0: every title its own, so that nothing looks alike */
    uint32_t links;     /**< per cent of programmes with a link */
    uint32_t date_room; /**< most days by which an imprecise date is imprecise */
} random_traits;

static const sel_day random_as_of = 20000;

static inline void random_places(random_source *source, const random_traits *traits,
                                 sel_arena *arena, sel_study_programme *programme)
{
    uint32_t cells = traits->recipients * traits->capabilities;
    sel_study_place *places = sel_arena_array(arena, cells, sizeof *places);
    uint32_t chosen = random_chance(source, 5) ? cells : 1 + random_below(source, 5);
    uint32_t cyber_parts = random_chance(source, 85) ? 1 : 4;
    for (uint32_t cell = 0; cell < cells; cell++) {
        if (random_below(source, cells) >= chosen)
            continue;
        uint32_t effort = SEL_EFFORT_WHOLE / cells * (1 + random_below(source, 4)) / 4;
        if (chosen == 1)
            effort = SEL_EFFORT_WHOLE / cells;
        sel_study_place *place = &places[programme->place_count++];
        place->recipient = (uint16_t)(cell / traits->capabilities);
        place->capability = (uint8_t)(cell % traits->capabilities);
        place->presence = (uint8_t)random_below(source, 3);
        place->depth_high = 10;
        place->depth_low = random_chance(source, 80) ? 10 : 5;
        place->effort_high = effort / 10 * 10;
        place->effort_low = effort / 10 * place->depth_low / cyber_parts;
        if (place->presence != SEL_PRESENT_NO && random_chance(source, 15))
            place->effort_low = place->effort_high = 0;
    }
    programme->places = places;
}

static inline void random_dates(random_source *source, const random_traits *traits,
                                sel_study_programme *programme)
{
    programme->dated = random_chance(source, 92);
    uint32_t room = random_chance(source, 60) ? 1 : traits->date_room + 1;
    programme->start_low = random_as_of - 200 + (sel_day)random_below(source, 400);
    programme->start_high = programme->start_low + (sel_day)random_below(source, room);
    programme->end_low = programme->start_low + 1 + (sel_day)random_below(source, 250);
    if (random_chance(source, 15))
        programme->end_low = programme->start_low + 1 + (sel_day)random_below(source, 4);
    programme->end_high = programme->end_low + (sel_day)random_below(source, room);
    programme->phase = programme->end_high <= random_as_of   ? SEL_PHASE_PAST
                       : programme->start_low > random_as_of ? SEL_PHASE_PIPELINE
                                                             : SEL_PHASE_RUNNING;
}

static inline void random_parties(random_source *source, const random_traits *traits,
                                  sel_arena *arena, sel_study_programme *programme)
{
    uint32_t *donors = sel_arena_array(arena, traits->donors, sizeof *donors);
    uint32_t wanted = random_chance(source, 10) ? 0 : random_chance(source, 80) ? 1 : 2;
    for (uint32_t donor = random_below(source, traits->donors);
         donor < traits->donors && programme->donor_count < wanted; donor++)
        donors[programme->donor_count++] = donor;
    programme->donors = programme->funders = donors;
    programme->funder_count = programme->donor_count;
    sel_study_party *parties = sel_arena_array(arena, 2, sizeof *parties);
    programme->party_count = random_below(source, 3);
    for (uint32_t i = 0; i < programme->party_count; i++)
        parties[i] = (sel_study_party){.organisation = traits->donors + random_below(source, 3),
                                       .role = SEL_ROLE_IMPLEMENTING};
    programme->parties = parties;
}

static inline sel_str random_title(random_source *source, const random_traits *traits,
                                   sel_arena *arena)
{
    static const char *const words[] = {"incident", "response", "training", "cooperation",
                                        "cyber",    "phase 1",  "phase 2",  "region"};
    sel_text text = {.arena = arena};
    uint64_t choice = traits->titles == 0 ? random_bits(source)
                                          : random_below(source, traits->titles) * 2654435761U;
    for (int i = 0; i < 6; i++, choice /= 8)
        sel_text_printf(&text, "%s ", words[choice % 8]);
    if (traits->titles == 0)
        sel_text_printf(&text, "%u", (unsigned)random_bits(source));
    return sel_text_str(&text);
}

static inline void random_programme(random_source *source, const random_traits *traits,
                                    sel_arena *arena, sel_study_programme *programme)
{
    *programme =
        (sel_study_programme){.stated_by = SEL_NONE, .submission = SEL_NONE, .twin = SEL_NONE};
    programme->title = random_title(source, traits, arena);
    programme->status = random_chance(source, 4)   ? SEL_STATUS_CANCELLED
                        : random_chance(source, 4) ? SEL_STATUS_SUSPENDED
                                                   : SEL_STATUS_RUNNING;
    random_places(source, traits, arena, programme);
    random_dates(source, traits, programme);
    random_parties(source, traits, arena, programme);
    programme->kinds = (uint16_t)(random_chance(source, 60) ? 1 + random_below(source, 7) : 0);
    programme->for_whom = (uint16_t)(random_chance(source, 60) ? 1 + random_below(source, 7) : 0);
    programme->money_known = random_chance(source, 50);
    programme->money_low = random_below(source, 40000000);
    programme->money_high = programme->money_low + random_below(source, 2) * 1000000;
    programme->coordinated = (int8_t)(random_chance(source, 20) ? 1 : SEL_UNKNOWN);
}

static inline void random_links(random_source *source, const random_traits *traits,
                                sel_arena *arena, sel_study_programme *programmes, uint32_t count)
{
    for (uint32_t p = 0; p < count; p++) {
        if (count < 2 || !random_chance(source, traits->links))
            continue;
        sel_study_link *link = sel_arena_array(arena, 1, sizeof *link);
        link->kind = (sel_link_kind)random_below(source, SEL_LINK_COUNT);
        link->other = (p + 1 + random_below(source, count - 1)) % count;
        programmes[p].links = link;
        programmes[p].link_count = 1;
        if (link->kind == SEL_LINK_SAME && random_chance(source, 50)) {
            programmes[p].stated_by = 0;
            programmes[p].twin = link->other;
        }
    }
}

static inline void random_needs(random_source *source, const random_traits *traits,
                                sel_arena *arena, sel_study *study)
{
    uint32_t cells = traits->recipients * traits->capabilities;
    sel_study_submission *submissions =
        sel_arena_array(arena, (size_t)traits->recipients * 2, sizeof *submissions);
    sel_need_entry *entries = sel_arena_array(arena, (size_t)cells * 2, sizeof *entries);
    for (uint32_t i = 0; i < traits->recipients * 2; i++)
        submissions[i] = sel_study_submission_blank();
    for (uint32_t cell = 0; cell < cells; cell++) {
        uint32_t recipient = cell / traits->capabilities;
        for (uint32_t respondent = 0; respondent < 2; respondent++) {
            if (!random_chance(source, respondent == 0 ? 75 : 25))
                continue;
            entries[study->entry_count++] =
                (sel_need_entry){.recipient = recipient,
                                 .capability = cell % traits->capabilities,
                                 .submission = recipient * 2 + respondent,
                                 .help = (sel_help)random_below(source, 5),
                                 .stage = (uint8_t)random_below(source, 4),
                                 .target = (uint8_t)random_below(source, 6),
                                 .importance = (uint8_t)random_below(source, 5)};
        }
    }
    study->submissions = submissions;
    study->submission_count = traits->recipients * 2;
    study->entries = entries;
}

/** A model with the policy constants of the method. */
static inline sel_model random_model(void)
{
    return (sel_model){.overlap_threshold_bp = 5000,
                       .overlap_floor_days = 90,
                       .overlap_likeness_floor_bp = 5000,
                       .overlap_money_floor = 5000000,
                       .ordinal_supply = {0, .25, .5, 1, 1.5, 2},
                       .policies = sel_policies_usual()};
}

/** A study with a window of 300 days; model is borrowed. */
static inline sel_study random_study(random_source *source, const random_traits *traits,
                                     const sel_model *model, sel_arena *arena)
{
    sel_study study = {.model = model,
                       .as_of = random_as_of,
                       .window_start = random_as_of - 100,
                       .window_end = random_as_of + 200,
                       .programme_count = traits->programmes,
                       .organisation_count = traits->donors + 3};
    sel_study_programme *programmes =
        sel_arena_array(arena, traits->programmes, sizeof *programmes);
    for (uint32_t p = 0; p < traits->programmes; p++)
        random_programme(source, traits, arena, &programmes[p]);
    random_links(source, traits, arena, programmes, traits->programmes);
    study.programmes = programmes;
    random_needs(source, traits, arena, &study);
    return study;
}

#endif
