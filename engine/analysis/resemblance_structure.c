#include "analysis/resemblance_structure.h"

#include "analysis/place_share.h"

enum {
    WEEK_DAYS = 7,
    MONTH_DAYS = 31,
    YEAR_DAYS = 366,
    NEAR_PERCENT = 12,
    ROUND_AMOUNT = 1000000, /* hundredths: 10 000 */
    MANY_RECIPIENTS = 3,
    ALL_SHARED_PERCENT = 98,
    MOST_SHARED_PERCENT = 70,
    LEAST_ID = 6,
};

/* --- dates --- */

/* One end of a programme: any day from low to high. */
typedef struct end {
    sel_day low;
    sel_day high;
} end;

/* Findings about one end, from the narrowest to the widest. */
typedef struct end_findings {
    sel_finding_of_pair day;
    sel_finding_of_pair week;
    sel_finding_of_pair month;
    sel_finding_of_pair year_day; /* a day that often stands for a year */
    sel_finding_of_pair year;
    sel_finding_of_pair near;
    sel_finding_of_pair far;
    int32_t near_days;
    int32_t far_days;
} end_findings;

/* Days between two ends as near as they may be. */
static int32_t gap_between(const end *a, const end *b)
{
    if (a->low > b->high)
        return a->low - b->high;
    return b->low > a->high ? b->low - a->high : 0;
}

bool sel_day_begins_year(sel_day day)
{
    int year = 1970 + (int)day * 400 / 146097; /* days of 400 years; off by one at most */
    for (int i = year - 1; i <= year + 1; i++)
        if (day == sel_day_of(i, 1, 1))
            return true;
    return false;
}

static sel_finding_of_pair compare_days(const end_findings *of, sel_day a, int32_t gap)
{
    if (gap == 0)
        return sel_day_begins_year(a) ? of->year_day : of->day;
    return gap <= WEEK_DAYS ? of->week : of->near;
}

static sel_finding_of_pair compare_ends(const end_findings *of, end a, end b)
{
    int32_t gap = gap_between(&a, &b);
    int32_t wide = a.high - a.low > b.high - b.low ? a.high - a.low : b.high - b.low;
    if (gap > of->far_days)
        return of->far;
    if (gap > of->near_days || wide > YEAR_DAYS)
        return SEL_FOUND_NOTHING;
    if (wide == 0)
        return compare_days(of, a.low, gap);
    if (gap > 0)
        return of->near;
    return wide <= MONTH_DAYS ? of->month : of->year;
}

static void weigh_dates(const sel_study_programme *a, const sel_study_programme *b,
                        sel_resemblance *r)
{
    static const end_findings starts = {
        SEL_FOUND_START_DAY,      SEL_FOUND_START_WEEK, SEL_FOUND_START_MONTH,
        SEL_FOUND_START_YEAR_DAY, SEL_FOUND_START_YEAR, SEL_FOUND_START_NEAR,
        SEL_FOUND_START_FAR,      SEL_NEAR_START_DAYS,  SEL_NEAR_START_DAYS};
    static const end_findings ends = {
        SEL_FOUND_END_DAY,      SEL_FOUND_END_WEEK,  SEL_FOUND_END_MONTH,
        SEL_FOUND_END_YEAR_DAY, SEL_FOUND_END_YEAR,  SEL_FOUND_END_NEAR,
        SEL_FOUND_END_FAR,      SEL_NEAR_START_DAYS, SEL_NEAR_END_DAYS};
    if (!a->dated || !b->dated)
        return;
    sel_resemblance_note(r, compare_ends(&starts, (end){a->start_low, a->start_high},
                                         (end){b->start_low, b->start_high}));
    sel_resemblance_note(
        r, compare_ends(&ends, (end){a->end_low, a->end_high}, (end){b->end_low, b->end_high}));
}

/* --- amount and identifiers --- */

bool sel_money_is_round(const sel_study_programme *programme)
{
    return programme->money_low % ROUND_AMOUNT == 0;
}

static void weigh_money(const sel_study_programme *a, const sel_study_programme *b,
                        sel_resemblance *r)
{
    if (!a->money_known || !b->money_known || a->money_high <= 0 || b->money_high <= 0)
        return;
    bool same = a->money_low == b->money_low && a->money_high == b->money_high;
    int64_t low = a->money_high < b->money_high ? a->money_high : b->money_high;
    int64_t high = a->money_low > b->money_low ? a->money_low : b->money_low;
    if (same && a->money_low == a->money_high)
        sel_resemblance_note(r,
                             sel_money_is_round(a) ? SEL_FOUND_MONEY_ROUND : SEL_FOUND_MONEY_SAME);
    else if (high - low <= low / 100 * NEAR_PERCENT)
        sel_resemblance_note(r, SEL_FOUND_MONEY_NEAR);
    else
        sel_resemblance_note(r, SEL_FOUND_MONEY_OTHER);
}

bool sel_id_is_telling(sel_str id)
{
    bool digit = false;
    for (size_t i = 0; i < id.len && !digit; i++)
        digit = sel_ascii_is_digit(id.ptr[i]);
    return digit && id.len >= LEAST_ID;
}

/* Whether an identifier stands in a text as a word of its own. */
static bool stands_in(sel_str id, sel_str text)
{
    size_t at = sel_str_find(text, id);
    if (!sel_id_is_telling(id) || at == text.len)
        return false;
    size_t after = at + id.len;
    bool begins =
        at == 0 || !(sel_ascii_is_digit(text.ptr[at - 1]) || sel_ascii_is_letter(text.ptr[at - 1]));
    return begins && (after == text.len || !(sel_ascii_is_digit(text.ptr[after]) ||
                                             sel_ascii_is_letter(text.ptr[after])));
}

static void weigh_ids(const sel_study_programme *a, const sel_study_programme *b,
                      sel_resemblance *r)
{
    if ((sel_id_is_telling(a->id) && sel_str_equal_ascii(a->id, b->id)) ||
        stands_in(a->id, b->title) || stands_in(b->id, a->title))
        sel_resemblance_note(r, SEL_FOUND_ID);
}

/* --- parties --- */

/* Bearers of the rarest implementer in common; SEL_NONE when there is none. */
static uint32_t rarest_implementer(const sel_rarity *rarity, const sel_study_programme *a,
                                   const sel_study_programme *b)
{
    uint32_t rarest = SEL_NONE;
    for (uint32_t i = 0; i < a->party_count; i++)
        for (uint32_t j = 0; j < b->party_count; j++) {
            const sel_study_party *x = &a->parties[i];
            const sel_study_party *y = &b->parties[j];
            if (x->role == SEL_ROLE_IMPLEMENTING && y->role == SEL_ROLE_IMPLEMENTING &&
                x->organisation == y->organisation &&
                rarity->implementers[x->organisation] < rarest)
                rarest = rarity->implementers[x->organisation];
        }
    return rarest;
}

static uint32_t rarest_donor(const sel_rarity *rarity, const sel_study_programme *a,
                             const sel_study_programme *b)
{
    uint32_t rarest = SEL_NONE;
    for (uint32_t i = 0, j = 0; i < a->donor_count && j < b->donor_count;) {
        uint32_t x = a->donors[i];
        uint32_t y = b->donors[j];
        if (x == y && rarity->donors[x] < rarest)
            rarest = rarity->donors[x];
        i += x <= y;
        j += y <= x;
    }
    return rarest;
}

static void weigh_bearers(const sel_rarity *rarity, uint32_t bearers, uint32_t spread,
                          sel_finding_of_pair found, sel_resemblance *r)
{
    uint32_t bits = sel_rarity_bits(rarity->records, bearers, spread);
    sel_resemblance_note_weight(r, found, (int32_t)bits * 100);
}

static void weigh_parties(const sel_rarity *rarity, const sel_study_programme *a,
                          const sel_study_programme *b, sel_resemblance *r)
{
    uint32_t implementer = rarest_implementer(rarity, a, b);
    if (implementer != SEL_NONE)
        weigh_bearers(rarity, implementer, SEL_WEIGH_IMPLEMENTER_SPREAD, SEL_FOUND_IMPLEMENTER, r);
    else if (sel_parties_implement(a, b) == 0)
        sel_resemblance_note(r, SEL_FOUND_IMPLEMENTER_OTHER);
    uint32_t donor = rarest_donor(rarity, a, b);
    if (donor != SEL_NONE)
        weigh_bearers(rarity, donor, SEL_WEIGH_DONOR_SPREAD, SEL_FOUND_DONOR, r);
    else if (a->donor_count > 0 && b->donor_count > 0)
        sel_resemblance_note(r, SEL_FOUND_DONOR_OTHER);
}

/* --- what is done, and where --- */

static void weigh_sets(unsigned a, unsigned b, sel_finding_of_pair same, sel_finding_of_pair other,
                       sel_resemblance *r)
{
    if (a == 0 || b == 0)
        return;
    sel_resemblance_note(r, a == b ? same : (a & b) == 0 ? other : SEL_FOUND_NOTHING);
}

static void weigh_places(const sel_study_programme *a, const sel_study_programme *b,
                         sel_resemblance *r)
{
    if (a->place_count == 0 || b->place_count == 0)
        return;
    if (sel_place_recipients(a) >= MANY_RECIPIENTS && sel_study_same_recipients(a, b))
        sel_resemblance_note(r, SEL_FOUND_PLACES_MANY);
    else if (a->place_count > 1 && b->place_count > 1 &&
             sel_place_share_reaches(a, b, ALL_SHARED_PERCENT))
        sel_resemblance_note(r, SEL_FOUND_PLACES_SEVERAL);
    else if (!sel_place_share_reaches(a, b, MOST_SHARED_PERCENT))
        sel_resemblance_note(r, SEL_FOUND_PLACES_OTHER);
}

bool sel_parties_exclude(const sel_study_programme *a, const sel_study_programme *b)
{
    if (a->donor_count == 0 || b->donor_count == 0 || sel_study_share_donor(a, b))
        return false;
    return sel_parties_implement(a, b) != 1;
}

int sel_parties_implement(const sel_study_programme *a, const sel_study_programme *b)
{
    bool named_a = false;
    bool named_b = false;
    for (uint32_t i = 0; i < a->party_count; i++) {
        if (a->parties[i].role != SEL_ROLE_IMPLEMENTING)
            continue;
        named_a = true;
        for (uint32_t j = 0; j < b->party_count; j++) {
            if (b->parties[j].role != SEL_ROLE_IMPLEMENTING)
                continue;
            named_b = true;
            if (a->parties[i].organisation == b->parties[j].organisation)
                return 1;
        }
    }
    return named_a && named_b ? 0 : SEL_UNKNOWN;
}

sel_resemblance sel_resemblance_of_structure(const sel_rarity *rarity, const sel_study_programme *a,
                                             const sel_study_programme *b)
{
    sel_resemblance r = {0};
    sel_resemblance_note(&r, SEL_FOUND_PRIOR);
    weigh_dates(a, b, &r);
    weigh_money(a, b, &r);
    weigh_parties(rarity, a, b, &r);
    weigh_ids(a, b, &r);
    weigh_sets(a->kinds, b->kinds, SEL_FOUND_KINDS_SAME, SEL_FOUND_KINDS_OTHER, &r);
    weigh_sets(a->for_whom, b->for_whom, SEL_FOUND_WHOM_SAME, SEL_FOUND_WHOM_OTHER, &r);
    weigh_places(a, b, &r);
    if (a->register_name.len > 0 && sel_str_equal(a->register_name, b->register_name))
        sel_resemblance_note(&r, SEL_FOUND_ONE_REGISTER);
    return r;
}
