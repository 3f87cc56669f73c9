/** test_supply_daily.c - supply equals what adding up day by day gives. */
#include "check_suite.h"
#include "random_study.h"

enum { STUDIES = 400 };

typedef struct tally {
    uint64_t supply;
    uint64_t beyond;
    int32_t days;
    int32_t days_known;
    uint32_t most_programmes;
    uint32_t most_donors;
    double concentration; /* sum over days */
} tally;

/* Whether every start and end that leave the programme a day have it run on `day`. */
static bool runs_for_sure(const sel_study_programme *p, sel_day day)
{
    for (sel_day start = p->start_low; start <= p->start_high; start++)
        if (start < p->end_high && start > day)
            return false;
    for (sel_day end = p->end_low; end <= p->end_high; end++)
        if (end > p->start_low && end <= day)
            return false;
    return true;
}

/* Rate of a programme at a place on a day: the definition of certain and possible support. */
static uint64_t rate_on(const sel_study_programme *p, uint32_t recipient, uint32_t capability,
                        sel_day day, bool high)
{
    if (!p->dated || p->status == SEL_STATUS_CANCELLED || p->status == SEL_STATUS_SUSPENDED)
        return 0;
    bool runs = high ? day >= p->start_low && day < p->end_high : runs_for_sure(p, day);
    for (uint32_t i = 0; runs && i < p->place_count; i++)
        if (p->places[i].recipient == recipient && p->places[i].capability == capability)
            return high ? p->places[i].effort_high : p->places[i].effort_low;
    return 0;
}

static bool pays(const sel_study_programme *p, uint32_t donor)
{
    for (uint32_t i = 0; i < p->donor_count; i++)
        if (p->donors[i] == donor)
            return true;
    return false;
}

/** What runs at a place on one day. */
typedef struct today {
    uint64_t supply;
    uint64_t known;
    uint64_t with[16]; /* per donor: all it takes part in */
    double part[16];   /* per donor: its parts */
    uint32_t programmes;
    bool pays[16];
} today;

static today look_at(const sel_study *study, const bool *counted, uint32_t cell, sel_day day,
                     bool high)
{
    today now = {0};
    for (uint32_t p = 0; p < study->programme_count; p++) {
        const sel_study_programme *programme = &study->programmes[p];
        uint64_t rate = counted[p] ? rate_on(programme, cell / 2, cell % 2, day, high) : 0;
        now.supply += rate;
        now.programmes += rate > 0;
        now.known += programme->donor_count > 0 ? rate : 0;
        for (uint32_t d = 0; d < study->organisation_count && rate > 0; d++) {
            if (!pays(programme, d))
                continue;
            now.with[d] += rate;
            now.part[d] += (double)rate / programme->donor_count;
            now.pays[d] = true;
        }
    }
    return now;
}

static void add_day(const today *now, tally *sums)
{
    uint64_t largest = 0;
    uint32_t donors = 0;
    double squares = 0;
    for (uint32_t d = 0; d < 16; d++) {
        largest = now->with[d] > largest ? now->with[d] : largest;
        donors += now->pays[d];
        squares += now->part[d] * now->part[d];
    }
    sums->supply += now->supply;
    sums->beyond += now->known - largest;
    sums->days += now->known > largest;
    sums->days_known += now->known > 0;
    if (now->known > 0)
        sums->concentration += squares / ((double)now->known * (double)now->known);
    if (now->programmes > sums->most_programmes)
        sums->most_programmes = now->programmes;
    if (donors > sums->most_donors)
        sums->most_donors = donors;
}

static tally add_up(const sel_study *study, const bool *counted, uint32_t cell, bool high)
{
    tally sums = {0};
    for (sel_day day = study->window_start; day < study->window_end; day++) {
        today now = look_at(study, counted, cell, day, high);
        add_day(&now, &sums);
    }
    return sums;
}

/* Episodes: the days on which no one donor is in all, each day with its neighbour, and who is there
 * on some of them. */
static void check_episodes(const sel_study *study, const bool *counted, uint32_t cell, bool high,
                           const sel_episodes *found)
{
    uint32_t next = 0;
    today all = {0};
    for (sel_day day = study->window_start; day <= study->window_end; day++) {
        today now = look_at(study, counted, cell, day, high);
        uint64_t largest = 0;
        for (uint32_t d = 0; d < 16; d++)
            largest = now.with[d] > largest ? now.with[d] : largest;
        bool inside = next < found->count && day >= found->list[next].from;
        bool together = day < study->window_end && now.known > largest;
        if (inside && day == found->list[next].to) {
            uint32_t donors = 0;
            for (uint32_t d = 0; d < 16; d++)
                donors += all.pays[d];
            ck_assert_uint_eq(found->list[next].donors, donors);
            ck_assert(!together);
            all = (today){0};
            next++;
            continue;
        }
        ck_assert_int_eq(together, inside);
        for (uint32_t d = 0; d < 16 && inside; d++)
            all.pays[d] |= now.pays[d];
    }
    ck_assert_uint_eq(next, found->count);
}

static void check_place(const sel_study *study, const bool *counted, const sel_supplies *supplies,
                        uint32_t cell, sel_arena *arena)
{
    tally low = add_up(study, counted, cell, false);
    tally high = add_up(study, counted, cell, true);
    const sel_supply *supply = sel_supply_find(supplies, cell / 2, cell % 2);
    if (high.supply == 0) {
        ck_assert_ptr_null(supply);
        return;
    }
    ck_assert_ptr_nonnull(supply);
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
    double mean = high.days_known == 0 ? 0 : high.concentration / high.days_known;
    ck_assert_double_eq_tol(supply->concentration, mean, 2e-6); /* parts are whole units */
    const uint32_t number = (uint32_t)(supply - supplies->list);
    for (int end = SEL_CERTAIN; end <= SEL_POSSIBLE; end++)
        check_episodes(
            study, counted, cell, end == SEL_POSSIBLE,
            sel_episodes_at(study, supplies, counted, &number, 1, (sel_surety)end, arena));
    ck_assert_uint_le(supply->red_low_ppm, supply->red_high_ppm);
    ck_assert(supply->effective_donors <= supply->donors + 1e-9);
    ck_assert(supply->donors == 0 || supply->effective_donors >= 1 - 1e-9);
}

START_TEST(sums_equal_daily_sums)
{
    random_source source = {1};
    const sel_model model = random_model();
    for (int round = 0; round < STUDIES; round++) {
        sel_arena *arena = sel_arena_create();
        random_traits traits = {.programmes = 1 + random_below(&source, 25),
                                .recipients = 3,
                                .capabilities = 2,
                                .donors = 4,
                                .titles = 5,
                                .links = 20,
                                .date_room = 40};
        sel_study study = random_study(&source, &traits, &model, arena);
        sel_needs needs = sel_needs_compute(&study, arena);
        sel_records records = sel_records_compute(&study, arena);
        sel_supplies supplies = sel_supply_compute(&study, &needs, records.counted, arena);
        for (uint32_t cell = 0; cell < 6; cell++)
            check_place(&study, records.counted, &supplies, cell, arena);
        sel_arena_destroy(arena);
    }
}
END_TEST

int main(void)
{
    const TTest *tests[] = {sums_equal_daily_sums, NULL};
    return run_tests("supply_daily", tests);
}
