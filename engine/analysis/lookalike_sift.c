#include "analysis/lookalike_sift.h"

#include "analysis/lookalike_facts.h"
#include "analysis/lookalike_judge.h"

enum { MONTH_DAYS = 31, TITLE_MOST = SEL_FOUND_TITLE_SAME_WEIGHT, EXCLUDED = 1000000 };

/* Rows of the place of row `from` end there; *meetings are those of its rows. until, when not NULL,
 * gets where the rows that start near each one end, less `shift`. */
static uint32_t walk_place(const sel_lookalike_rows *rows, uint32_t from, uint64_t *meetings,
                           uint32_t shift, uint32_t *until)
{
    const sel_lookalike_row *list = rows->list;
    uint32_t near = from;
    uint32_t row = from;
    *meetings = 0;
    for (; row < rows->count && list[row].rank == list[from].rank; row++) {
        while (near < rows->count && list[near].rank == list[from].rank &&
               list[near].start - list[row].start <= SEL_NEAR_START_DAYS)
            near++;
        *meetings += near - row - 1;
        if (until != NULL)
            until[row - shift] = near - shift;
    }
    return row;
}

sel_lookalike_sift sel_lookalike_sift_make(const sel_study *study, const sel_rarity *rarity,
                                           const sel_lookalike_rows *rows, uint32_t crowd,
                                           sel_arena *arena)
{
    uint64_t meetings = 0;
    uint32_t count = 0;
    for (uint32_t from = 0, end; from < rows->count; from = end) {
        end = walk_place(rows, from, &meetings, 0, NULL);
        count += meetings >= (uint64_t)crowd * (end - from) ? end - from : 0;
    }
    sel_lookalike_sift sift = {0};
    uint32_t *row = sel_arena_array(arena, count, sizeof *row);
    uint32_t *until = sel_arena_array(arena, count, sizeof *until);
    bool *crowded = sel_arena_array(arena, rows->count, sizeof *crowded);
    for (uint32_t from = 0, end; from < rows->count; from = end) {
        end = walk_place(rows, from, &meetings, 0, NULL);
        if (meetings < (uint64_t)crowd * (end - from))
            continue;
        walk_place(rows, from, &meetings, from - sift.count, until);
        for (; from < end; from++) {
            crowded[from] = true;
            row[sift.count++] = from;
        }
    }
    sift.crowded = crowded;
    sift.row = row;
    sift.until = until;
    sift.facts = sel_lookalike_facts_make(study, rarity, rows, row, count, arena);
    return sift;
}

static inline int32_t smaller(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

/* --- what each trait of row x may weigh with `count` rows: one loop each, which the compiler turns
 * into several rows a step --- */

/* What is known to the day on both sides weighs nothing, or what being near does, when it is more
 * than a month apart; then what is known to the month is apart too. */
static void add_days(int32_t day, int32_t most, const int32_t *restrict days,
                     const int32_t *restrict mosts, int32_t close, int32_t apart, size_t count,
                     int32_t *restrict sums)
{
#pragma omp simd
    for (size_t i = 0; i < count; i++) {
        int32_t gap = days[i] - day;
        int32_t same = smaller(most, mosts[i]);
        bool is_near = (gap <= MONTH_DAYS) & (gap >= -MONTH_DAYS);
        int32_t near = is_near ? close : apart;
        sums[i] += gap == 0 ? same : smaller(same, near);
    }
}

/* 1.1201 is 12 % and far more than the rounding of floats. */
static void add_money(const sel_lookalike_facts *f, size_t x, size_t from, size_t count,
                      int32_t *restrict sums)
{
    const float *restrict lows = f->money_low + from;
    const float *restrict highs = f->money_high + from;
    const uint32_t *restrict moneys = f->money + from;
    const int32_t *restrict mosts = f->money_most + from;
    const float low_x = f->money_low[x];
    const float high_x = f->money_high[x];
    const uint32_t money = f->money[x];
    const int32_t most = f->money_most[x];
#pragma omp simd
    for (size_t i = 0; i < count; i++) {
        float low = high_x < highs[i] ? high_x : highs[i];
        float high = low_x > lows[i] ? low_x : lows[i];
        int32_t same = smaller(most, mosts[i]);
        int32_t near =
            high <= low * 1.1201F ? SEL_FOUND_MONEY_NEAR_WEIGHT : SEL_FOUND_MONEY_OTHER_WEIGHT;
        int32_t weight = money == moneys[i] ? same : near;
        sums[i] += mosts[i] == 0 ? 0 : weight;
    }
}

/* Bits in common may be those of two names: then the two weigh less in truth, not more. */
static void add_names(uint32_t names, int32_t most, const uint32_t *restrict others,
                      const int32_t *restrict mosts, int32_t other, size_t count,
                      int32_t *restrict sums)
{
#pragma omp simd
    for (size_t i = 0; i < count; i++) {
        int32_t common = smaller(most, mosts[i]);
        int32_t weight = (names & others[i]) != 0 ? common : other;
        sums[i] += others[i] == 0 ? 0 : weight;
    }
}

static void add_sets(int32_t set, const int32_t *restrict sets, int32_t same, int32_t other,
                     size_t count, int32_t *restrict sums)
{
#pragma omp simd
    for (size_t i = 0; i < count; i++) {
        int32_t weight = (set & sets[i]) == 0 ? other : 0;
        weight = set == sets[i] ? same : weight;
        sums[i] += sets[i] == 0 ? 0 : weight;
    }
}

static void add_places(int32_t most, const int32_t *restrict mosts, size_t count,
                       int32_t *restrict sums)
{
#pragma omp simd
    for (size_t i = 0; i < count; i++)
        sums[i] += smaller(most, mosts[i]);
}

/* Rare signs, and identifiers that are the same or may stand in the other's title. */
static void add_words(const sel_lookalike_facts *f, size_t x, size_t from, size_t count,
                      int32_t *restrict sums)
{
    const uint32_t *restrict ids = f->id + from;
    const uint32_t *restrict id_chars = f->id_chars + from;
    const uint32_t *restrict title_chars = f->title_chars + from;
    const uint32_t *restrict signs = f->signs + from;
    const uint32_t id_x = f->id[x];
    const uint32_t id_chars_x = f->id_chars[x];
    const uint32_t title_chars_x = f->title_chars[x];
    const uint32_t signs_x = f->signs[x];
#pragma omp simd
    for (size_t i = 0; i < count; i++) {
        bool same_id = (ids[i] == id_x) & (id_x != 0);
        int32_t id = same_id ? SEL_FOUND_ID_WEIGHT : 0;
        id = (id_chars[i] & ~title_chars_x) == 0 ? SEL_FOUND_ID_WEIGHT : id;
        id = (id_chars_x & ~title_chars[i]) == 0 ? SEL_FOUND_ID_WEIGHT : id;
        int32_t sign = (signs_x & signs[i]) != 0 ? SEL_FOUND_SIGNS_WEIGHT : 0;
        sums[i] += id + sign;
    }
}

/* Those whose parties exclude each other. */
static void rule_out(const sel_lookalike_facts *f, size_t x, size_t from, size_t count,
                     int32_t *restrict sums)
{
    const uint32_t *restrict donors = f->donors + from;
    const uint32_t *restrict implementers = f->implementers + from;
    const uint32_t donors_x = f->donors[x];
    const uint32_t implementers_x = f->implementers[x];
#pragma omp simd
    for (size_t i = 0; i < count; i++) {
        uint32_t common = (donors_x & donors[i]) | (implementers_x & implementers[i]);
        sums[i] -= common != 0 ? 0 : EXCLUDED;
    }
}

/* The most that two rows weigh without the likeness of their titles. */
static void weigh_all(const sel_lookalike_facts *f, size_t x, size_t from, size_t count,
                      int32_t *restrict sums)
{
    for (size_t i = 0; i < count; i++)
        sums[i] = SEL_FOUND_PRIOR_WEIGHT + SEL_FOUND_NUMBERS_SAME_WEIGHT;
    rule_out(f, x, from, count, sums);
    add_days(f->start[x], f->start_most[x], f->start + from, f->start_most + from,
             SEL_FOUND_START_MONTH_WEIGHT, SEL_FOUND_START_YEAR_WEIGHT, count, sums);
    add_days(f->end[x], f->end_most[x], f->end + from, f->end_most + from,
             SEL_FOUND_END_MONTH_WEIGHT, SEL_FOUND_END_YEAR_WEIGHT, count, sums);
    if (f->money_most[x] != 0)
        add_money(f, x, from, count, sums);
    add_names(f->donors[x], f->donor_most[x], f->donors + from, f->donor_most + from,
              SEL_FOUND_DONOR_OTHER_WEIGHT, count, sums);
    if (f->implementers[x] != 0)
        add_names(f->implementers[x], f->implementer_most[x], f->implementers + from,
                  f->implementer_most + from, SEL_FOUND_IMPLEMENTER_OTHER_WEIGHT, count, sums);
    if (f->kinds[x] != 0)
        add_sets(f->kinds[x], f->kinds + from, SEL_FOUND_KINDS_SAME_WEIGHT,
                 SEL_FOUND_KINDS_OTHER_WEIGHT, count, sums);
    if (f->for_whom[x] != 0)
        add_sets(f->for_whom[x], f->for_whom + from, SEL_FOUND_WHOM_SAME_WEIGHT,
                 SEL_FOUND_WHOM_OTHER_WEIGHT, count, sums);
    if (f->places_most[x] != 0)
        add_places(f->places_most[x], f->places_most + from, count, sums);
    if (f->register_number[x] != 0)
        add_sets(f->register_number[x], f->register_number + from, SEL_FOUND_ONE_REGISTER_WEIGHT, 0,
                 count, sums);
    add_words(f, x, from, count, sums);
}

static bool ends_agree(const sel_lookalike_facts *f, uint32_t x, uint32_t y)
{
    int32_t low = f->end[x] - f->end[y];
    int32_t high = f->end_high[x] - f->end_high[y];
    return low <= SEL_NEAR_END_DAYS && -low <= SEL_NEAR_END_DAYS && high <= SEL_NEAR_END_DAYS &&
           -high <= SEL_NEAR_END_DAYS;
}

/* Whether titles may weigh what the sum of two rows lacks. Those whose ends differ must be alike in
 * any case: lookalike_judge.h. */
static bool titles_may_make_up(const sel_lookalike_facts *f, uint32_t x, uint32_t y, int32_t sum)
{
    const sel_title_sketch *a = &f->titles[x];
    const sel_title_sketch *b = &f->titles[y];
    int32_t lacks = SEL_REVIEW_SUM - sum;
    bool alike = !ends_agree(f, x, y);
    if (lacks <= 0 && !alike)
        return true;
    if (lacks > SEL_FOUND_TITLE_ALIKE_WEIGHT)
        return sel_title_may_be_alike(a, b, SEL_WEIGH_TITLE_SAME_PPM);
    if (alike || lacks > SEL_FOUND_TITLE_PARTLY_WEIGHT)
        return sel_title_may_be_alike(a, b, SEL_WEIGH_TITLE_ALIKE_PPM) ||
               (!alike && sel_title_may_be_contained(a, b, SEL_WEIGH_TITLE_CUT_PPM));
    return sel_title_may_be_alike(a, b, SEL_WEIGH_TITLE_PARTLY_PPM) ||
           sel_title_may_be_contained(a, b, SEL_WEIGH_TITLE_CUT_PPM);
}

uint32_t sel_lookalike_sift_rows(const sel_lookalike_sift *sift, uint32_t x, uint32_t from,
                                 uint32_t count, uint32_t *kept)
{
    int32_t sums[SEL_LOOKALIKE_BATCH];
    weigh_all(sift->facts, x, from, count, sums);
    uint32_t passed = 0;
    for (uint32_t i = 0; i < count; i++) {
        kept[passed] = i;
        passed += sums[i] + TITLE_MOST >= SEL_REVIEW_SUM;
    }
    uint32_t close = 0;
    for (uint32_t i = 0; i < passed; i++)
        if (titles_may_make_up(sift->facts, x, from + kept[i], sums[kept[i]]))
            kept[close++] = from + kept[i];
    return close;
}
