/** bench_duplicates.c - duplicates among the records of several large registers: time, memory, and
 * how many planted ones are found.
 *
 *     bench_duplicates [PROGRAMMES]        without a number: 10 000, 100 000, 1 000 000
 *     bench_duplicates templated [RECORDS] without a number: 12 500, 25 000, 50 000
 *
 * A seeded register: recipients Zipf over 200, 60 capabilities, 5 % regional programmes over 8 to
 * 20 states, durations lognormal around 3 years, one date in ten known to the year only, 60 donors
 * (Zipf), 340 implementers, 12 registers; amounts known for 7 of 10, kinds of help and for whom for
 * 8 of 10. Half of the titles hold a code of their own.
 *
 * 2 % of the records are planted duplicates inside the detector's windows, in another register:
 * starts moved by up to 31 days, ends by up to 60, amounts by up to 10 % half of the time; titles
 * with two words edited, cut off after three fifths, or translated (every word replaced through a
 * fixed map, codes kept). 0.5 % more lie outside: starts moved by 90 to 400 days, ends by 200 to
 * 600, or told of other places. These are made-up duplicates: what real registers do to dates and
 * titles is another matter (tests/corpus/pairs).
 *
 * "templated" is a register at its worst: 5 donors, 10 recipients by 5 capabilities, one place per
 * record, starts within two years, titles of 6 words out of 40, one of 20 round amounts, 8
 * implementers; nothing is planted, everything is near everything. */
#include "selaras.h"

#include "cost.h"
#include "generated_register.h"

#include <inttypes.h>
#include <math.h>

enum {
    RECIPIENTS = GENERATED_RECIPIENTS,
    CAPABILITIES = GENERATED_CAPABILITIES,
    DONORS = GENERATED_DONORS,
    IMPLEMENTERS = GENERATED_ORGANISATIONS - GENERATED_DONORS,
    REGISTERS = 12,
    TITLE_WORDS = 8,
    WORDS = 20000,
};

/* How a planted record differs from the one it repeats. */
typedef enum plant {
    PLANT_NONE,
    PLANT_EDITED,
    PLANT_CUT,
    PLANT_TRANSLATED,
    PLANT_OTHER_START, /* from here on outside the windows */
    PLANT_OTHER_END,
    PLANT_OTHER_PLACES,
    PLANT_KINDS
} plant;

/* What a title is made of. */
typedef struct wording {
    uint32_t words[TITLE_WORDS];
    uint32_t code; /* 0: none */
} wording;

/* A generated register. */
typedef struct world {
    sel_study study;
    sel_study_programme *programmes;
    wording *wordings;
    uint32_t *repeats; /* per programme: the one it repeats, or SEL_NONE */
    uint8_t *plants;
    sel_arena *arena;
} world;

/* What to make: how many, and of which shape. */
typedef struct order {
    uint32_t count;
    bool templated;
} order;

static uint64_t state;

static double uniform(void)
{
    return seeded_unit(&state);
}

static uint32_t below(uint32_t limit)
{
    return seeded_below(&state, limit);
}

/* A whole number from low to high, of either sign. */
static int32_t either_way(int32_t low, int32_t high)
{
    int32_t size = low + (int32_t)below((uint32_t)(high - low + 1));
    return uniform() < 0.5 ? size : -size;
}

static uint32_t zipf(uint32_t limit)
{
    return seeded_zipf(&state, limit);
}

static double normal(void)
{
    return seeded_normal(&state);
}

static uint16_t some_bits(uint32_t choices, double known)
{
    uint32_t bits = 0;
    for (uint32_t n = 1 + below(3); n > 0; n--)
        bits |= 1U << below(choices);
    return uniform() < known ? (uint16_t)bits : 0;
}

static uint32_t draw_distinct(uint32_t *numbers, uint32_t wanted, uint32_t limit, bool even)
{
    uint32_t count = 0;
    for (int tries = 0; tries < 200 && count < wanted; tries++) {
        uint32_t number = even ? below(limit) : zipf(limit);
        uint32_t i = 0;
        while (i < count && numbers[i] != number)
            i++;
        if (i == count)
            numbers[count++] = number;
    }
    qsort(numbers, count, sizeof *numbers, generated_ascending);
    return count;
}

static void add_places(sel_arena *arena, sel_study_programme *programme)
{
    uint32_t recipients[20];
    uint32_t capabilities[4];
    uint32_t wanted = uniform() < 0.05 ? 8 + below(13) : 1;
    uint32_t recipient_count = draw_distinct(recipients, wanted, RECIPIENTS, false);
    uint32_t capability_count = draw_distinct(capabilities, 1 + below(3), CAPABILITIES, true);
    generated_set_places(arena, recipients, recipient_count, capabilities, capability_count,
                         programme);
}

static void set_dates(sel_study_programme *programme, sel_day start, sel_day end, bool year_only)
{
    int year_of_start = 1970 + (int)(start / 365.2425);
    int year_of_end = 1970 + (int)(end / 365.2425);
    programme->dated = true;
    programme->start_low = year_only ? sel_day_of(year_of_start, 1, 1) : start;
    programme->start_high = year_only ? sel_day_of(year_of_start, 12, 31) : start;
    programme->end_low = (year_only ? sel_day_of(year_of_end, 1, 1) : end) + 1;
    programme->end_high = (year_only ? sel_day_of(year_of_end, 12, 31) : end) + 1;
}

static sel_str spell(sel_arena *arena, const wording *of, bool translated, uint32_t words)
{
    static const char *const syllables[2][10] = {
        {"cy", "ber", "net", "ra", "to", "li", "sec", "mo", "an", "du"},
        {"ku", "ving", "sha", "pe", "om", "yel", "fi", "zor", "ut", "ghe"}};
    sel_text text = {.arena = arena};
    for (uint32_t i = 0; i < words; i++) {
        uint32_t word = of->words[i];
        if (i > 0)
            sel_text_add_char(&text, ' ');
        for (int part = 0; part < 4; part++, word /= 10)
            sel_text_printf(&text, "%s", syllables[translated][word % 10]);
    }
    if (of->code > 0 && words == TITLE_WORDS)
        sel_text_printf(&text, " P%u", (unsigned)of->code);
    return sel_str_copy(arena, sel_text_str(&text));
}

static sel_str register_of(uint32_t number)
{
    static const char *const names[REGISTERS] = {"r01", "r02", "r03", "r04", "r05", "r06",
                                                 "r07", "r08", "r09", "r10", "r11", "r12"};
    return sel_str_of(names[number]);
}

static void add_original(world *w, uint32_t p)
{
    sel_study_programme *programme = &w->programmes[p];
    *programme = (sel_study_programme){.stated_by = SEL_NONE, .twin = SEL_NONE};
    programme->register_name = register_of(below(REGISTERS));
    programme->id = sel_str_printf(w->arena, "%u", (unsigned)p);
    for (int i = 0; i < TITLE_WORDS; i++)
        w->wordings[p].words[i] = zipf(WORDS);
    w->wordings[p].code = uniform() < 0.5 ? 100000 + p : 0;
    programme->title = spell(w->arena, &w->wordings[p], false, TITLE_WORDS);
    add_places(w->arena, programme);
    sel_day start = sel_day_of(2012, 1, 1) + (sel_day)below(6000);
    set_dates(programme, start, start + 30 + (sel_day)(1095 * exp(0.5 * normal())),
              uniform() < 0.1);
    programme->status = SEL_STATUS_RUNNING;
    uint32_t *donors = sel_arena_array(w->arena, 2, sizeof *donors);
    programme->donor_count = draw_distinct(donors, uniform() < 0.1 ? 2 : 1, DONORS, false);
    programme->donors = programme->funders = donors;
    programme->funder_count = programme->donor_count;
    sel_study_party *party = sel_arena_array(w->arena, 1, sizeof *party);
    party->organisation = DONORS + below(IMPLEMENTERS);
    party->role = SEL_ROLE_IMPLEMENTING;
    programme->parties = party;
    programme->party_count = 1;
    programme->kinds = some_bits(SEL_KIND_COUNT, 0.8);
    programme->for_whom = some_bits(SEL_AUDIENCE_COUNT, 0.8);
    programme->money_known = uniform() < 0.7;
    programme->money_low = programme->money_high = (int64_t)(exp(16 + normal()) * 100);
}

static void retell_title(world *w, uint32_t p, plant how)
{
    wording *words = &w->wordings[p];
    if (how == PLANT_EDITED)
        for (int i = 0; i < 2; i++)
            words->words[below(TITLE_WORDS)] = zipf(WORDS);
    uint32_t told = how == PLANT_CUT ? TITLE_WORDS * 3 / 5 : TITLE_WORDS;
    w->programmes[p].title = spell(w->arena, words, how == PLANT_TRANSLATED, told);
}

static void retell_facts(world *w, sel_study_programme *copy, plant how)
{
    sel_day start = copy->start_low + either_way(0, 31);
    sel_day end = copy->end_low - 1 + either_way(0, 60);
    bool year_only = copy->start_high > copy->start_low;
    if (how == PLANT_OTHER_START)
        start = copy->start_low + either_way(90, 400);
    if (how == PLANT_OTHER_END)
        end = copy->end_low + 200 + (sel_day)below(401);
    if (how == PLANT_OTHER_PLACES)
        add_places(w->arena, copy);
    if (end <= start)
        end = start + 30;
    if (!year_only || how >= PLANT_OTHER_START)
        set_dates(copy, start, end, year_only);
    if (uniform() < 0.5)
        copy->money_low = copy->money_high =
            (int64_t)((double)copy->money_low * (0.9 + 0.2 * uniform()));
}

static void add_repeat(world *w, uint32_t p, uint32_t of, plant how)
{
    sel_study_programme *copy = &w->programmes[p];
    *copy = w->programmes[of];
    w->wordings[p] = w->wordings[of];
    w->repeats[p] = of;
    w->plants[p] = (uint8_t)how;
    copy->id = sel_str_printf(w->arena, "%u", (unsigned)p);
    do
        copy->register_name = register_of(below(REGISTERS));
    while (sel_str_equal(copy->register_name, w->programmes[of].register_name));
    retell_title(w, p, how);
    retell_facts(w, copy, how);
}

/* A record like thousands of others: made from the same few words, places, donors and amounts. */
static void add_templated(world *w, uint32_t p)
{
    enum { TEMPLATE_DONORS = 5, TEMPLATE_RECIPIENTS = 10, TEMPLATE_CAPABILITIES = 5 };
    enum { TEMPLATE_IMPLEMENTERS = 8, TEMPLATE_WORDS = 40, TEMPLATE_LENGTH = 6 };
    add_original(w, p);
    sel_study_programme *programme = &w->programmes[p];
    sel_study_place *place = sel_arena_array(w->arena, 1, sizeof *place);
    *place = (sel_study_place){.recipient = (uint16_t)below(TEMPLATE_RECIPIENTS),
                               .capability = (uint8_t)below(TEMPLATE_CAPABILITIES),
                               .presence = SEL_PRESENT_YES,
                               .effort_low = SEL_EFFORT_WHOLE,
                               .effort_high = SEL_EFFORT_WHOLE};
    programme->places = place;
    programme->place_count = 1;
    sel_day start = sel_day_of(2022, 1, 1) + (sel_day)below(731);
    set_dates(programme, start, start + 365 * (1 + (sel_day)below(3)), uniform() < 0.1);
    uint32_t *donor = sel_arena_array(w->arena, 1, sizeof *donor);
    *donor = below(TEMPLATE_DONORS);
    programme->donors = programme->funders = donor;
    programme->donor_count = programme->funder_count = 1;
    sel_study_party *party = sel_arena_array(w->arena, 1, sizeof *party);
    *party = (sel_study_party){.organisation = DONORS + below(TEMPLATE_IMPLEMENTERS),
                               .role = SEL_ROLE_IMPLEMENTING};
    programme->parties = party;
    programme->money_low = programme->money_high = (1 + (int64_t)below(20)) * 5000000;
    for (int i = 0; i < TEMPLATE_LENGTH; i++)
        w->wordings[p].words[i] = below(TEMPLATE_WORDS) * 257;
    programme->title = spell(w->arena, &w->wordings[p], false, TEMPLATE_LENGTH);
}

static world make_world(const order *of, const sel_model *model)
{
    uint32_t count = of->count;
    state = 20261121;
    world w = {.arena = sel_arena_create()};
    w.programmes = sel_arena_array(w.arena, count, sizeof *w.programmes);
    w.wordings = sel_arena_array(w.arena, count, sizeof *w.wordings);
    w.repeats = sel_arena_array(w.arena, count, sizeof *w.repeats);
    w.plants = sel_arena_array(w.arena, count, sizeof *w.plants);
    uint32_t inside = of->templated ? 0 : count / 50;
    uint32_t outside = of->templated ? 0 : count / 200;
    uint32_t originals = count - inside - outside;
    for (uint32_t p = 0; p < originals; p++) {
        w.repeats[p] = SEL_NONE;
        if (of->templated)
            add_templated(&w, p);
        else
            add_original(&w, p);
    }
    for (uint32_t p = originals; p < count; p++) {
        bool is_inside = p < originals + inside;
        plant how = is_inside ? (plant)(PLANT_EDITED + p % 3) : (plant)(PLANT_OTHER_START + p % 3);
        add_repeat(&w, p, (p - originals) * (originals / (inside + outside)), how);
    }
    w.study = (sel_study){.model = model,
                          .as_of = sel_day_of(2026, 11, 20),
                          .programmes = w.programmes,
                          .programme_count = count,
                          .organisation_count = DONORS + IMPLEMENTERS};
    return w;
}

/* --- what was found --- */

typedef struct score {
    uint32_t planted;
    uint32_t joined;
    uint32_t waiting;
} score;

static bool is_planted(const world *w, uint32_t a, uint32_t b)
{
    return w->repeats[a] == b || w->repeats[b] == a;
}

static void print_kinds(const world *w, const sel_records *records, const bool *waits)
{
    static const char *const names[PLANT_KINDS] = {
        "", "edited", "cut off", "translated", "other start", "other end", "other places"};
    score scores[PLANT_KINDS] = {{0}};
    for (uint32_t p = 0; p < w->study.programme_count; p++) {
        score *of = &scores[w->plants[p]];
        bool joined =
            w->repeats[p] != SEL_NONE && records->told_by[p] == records->told_by[w->repeats[p]];
        of->planted += w->repeats[p] != SEL_NONE;
        of->joined += joined;
        of->waiting += !joined && waits[p];
    }
    for (int i = PLANT_EDITED; i < PLANT_KINDS; i++)
        printf("  %s %-12s planted %6u, joined %6u, waiting %6u, missed %6u: found %.4f\n",
               i < PLANT_OTHER_START ? "inside " : "outside", names[i], scores[i].planted,
               scores[i].joined, scores[i].waiting,
               scores[i].planted - scores[i].joined - scores[i].waiting,
               scores[i].planted == 0
                   ? 0.0
                   : (double)(scores[i].joined + scores[i].waiting) / scores[i].planted);
}

static void print_found(const world *w, const sel_records *records)
{
    bool *waits = sel_arena_array(w->arena, w->study.programme_count, sizeof *waits);
    uint32_t right[2] = {0, 0};
    uint32_t all[2] = {0, 0};
    for (uint32_t i = 0; i < records->same_count; i++) {
        const sel_same_record *same = &records->same[i];
        bool planted = is_planted(w, same->kept, same->other);
        uint32_t repeat = w->repeats[same->kept] != SEL_NONE ? same->kept : same->other;
        waits[repeat] |= planted && !same->certain;
        right[same->certain] += planted;
        all[same->certain]++;
    }
    print_kinds(w, records, waits);
    printf("  joined %u, planted ones %.4f of them; waiting %u, planted ones %.4f of them\n",
           all[1], all[1] == 0 ? 0.0 : (double)right[1] / all[1], all[0],
           all[0] == 0 ? 0.0 : (double)right[0] / all[0]);
}

/* One size, in a process of its own. */
static int run(const void *of)
{
    const order *wanted = of;
    sel_model model = {.overlap_threshold_bp = 5000};
    world w = make_world(wanted, &model);
    double before = peak_memory();
    moment start = moment_now();
    sel_arena *arena = sel_arena_create();
    sel_records records = sel_records_compute(&w.study, arena);
    moment took = moment_since(start);
    printf(
        "%" PRIu32 " records: %.3f s, %.3f s of all processors; %.0f MB before, %.0f MB at most, "
        "%.0f MB more\n",
        wanted->count, took.clock, took.processor, before, peak_memory(), peak_memory() - before);
    print_found(&w, &records);
    sel_arena_destroy(arena);
    sel_arena_destroy(w.arena);
    return EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
    static const uint32_t sizes[2][3] = {{10000, 100000, 1000000}, {12500, 25000, 50000}};
    bool templated = argc > 1 && strcmp(argv[1], "templated") == 0;
    const char *number = argc > 1 + templated ? argv[1 + templated] : NULL;
    int64_t one = 0;
    if (number != NULL &&
        (!sel_number_integer(sel_str_of(number), &one) || one < 1000 || one > 4000000))
        return EXIT_FAILURE;
    for (int i = 0; i < (number != NULL ? 1 : 3); i++) {
        order of = {number != NULL ? (uint32_t)one : sizes[templated][i], templated};
        if (cost_of(run, &of).code != EXIT_SUCCESS)
            return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
