/** test_lookalikes.c - records that look alike, found in buckets, are those a double loop finds. */
#include "check_suite.h"
#include "random_study.h"

#include "analysis/title.h"

enum { STUDIES = 300, MOST = 60 };

typedef struct likeness {
    uint32_t of;
    int grade; /* 0 nothing, 1 review by dates, 2 review by structure, 3 certain by dates, 4 certain
                  by structure */
} likeness;

static bool near(sel_day a, sel_day b, int32_t days)
{
    return abs(a - b) <= days;
}

static uint64_t effort(const sel_study_programme *p)
{
    uint64_t sum = 0;
    for (uint32_t i = 0; i < p->place_count; i++)
        sum += p->places[i].effort_high;
    return sum;
}

static uint64_t shared_effort(const sel_study_programme *a, const sel_study_programme *b)
{
    uint64_t sum = 0;
    for (uint32_t i = 0; i < a->place_count; i++)
        for (uint32_t j = 0; j < b->place_count; j++)
            if (a->places[i].recipient == b->places[j].recipient &&
                a->places[i].capability == b->places[j].capability)
                sum += a->places[i].effort_high < b->places[j].effort_high
                           ? a->places[i].effort_high
                           : b->places[j].effort_high;
    return sum;
}

static bool reaches(const sel_study_programme *p, uint32_t recipient)
{
    for (uint32_t i = 0; i < p->place_count; i++)
        if (p->places[i].recipient == recipient)
            return true;
    return false;
}

static bool same_recipients(const sel_study_programme *a, const sel_study_programme *b)
{
    for (uint32_t recipient = 0; recipient < 16; recipient++)
        if (reaches(a, recipient) != reaches(b, recipient))
            return false;
    return true;
}

static bool share_donor(const sel_study_programme *a, const sel_study_programme *b)
{
    for (uint32_t i = 0; i < a->donor_count; i++)
        for (uint32_t j = 0; j < b->donor_count; j++)
            if (a->donors[i] == b->donors[j])
                return true;
    return false;
}

static bool share_implementer(const sel_study_programme *a, const sel_study_programme *b)
{
    for (uint32_t i = 0; i < a->party_count; i++)
        for (uint32_t j = 0; j < b->party_count; j++)
            if (a->parties[i].organisation == b->parties[j].organisation)
                return true;
    return false;
}

/* Days that may be common, and the longest either may be. */
static int32_t common_days(const sel_study_programme *a, const sel_study_programme *b)
{
    int32_t days = 0;
    for (sel_day day = a->start_low; day < a->end_high; day++)
        days += day >= b->start_low && day < b->end_high;
    return days;
}

static bool titles_alike(const sel_study_programme *a, const sel_study_programme *b,
                         bool *same_numbers, sel_arena *arena)
{
    sel_title x = sel_title_read(a->title, arena);
    sel_title y = sel_title_read(b->title, arena);
    *same_numbers = sel_title_same_numbers(&x, &y);
    return sel_title_likeness_ppm(&x, &y) >= 600000;
}

/* At least three recipients, the same, and starts that may be within 62 days. */
static bool one_project(const sel_study_programme *a, const sel_study_programme *b,
                        bool same_numbers)
{
    uint32_t recipients = 0;
    for (uint32_t recipient = 0; recipient < 16; recipient++)
        recipients += reaches(a, recipient);
    bool starts_meet = false;
    for (sel_day x = a->start_low; x <= a->start_high; x++)
        starts_meet |= x >= b->start_low - 62 && x <= b->start_high + 62;
    return a->dated && b->dated && starts_meet && recipients >= 3 && same_recipients(a, b) &&
           share_donor(a, b) && share_implementer(a, b) && same_numbers;
}

static int by_structure(const sel_study_programme *a, const sel_study_programme *b,
                        bool same_numbers)
{
    if (!a->dated || !b->dated)
        return 0;
    int32_t length_a = a->end_high - a->start_low;
    int32_t length_b = b->end_high - b->start_low;
    uint64_t whole = effort(a) > effort(b) ? effort(a) : effort(b);
    bool alike = near(a->start_low, b->start_low, 62) && near(a->start_high, b->start_high, 62) &&
                 2 * common_days(a, b) >= (length_a > length_b ? length_a : length_b) &&
                 whole > 0 && shared_effort(a, b) * 10 >= whole * 7 &&
                 (share_donor(a, b) || share_implementer(a, b));
    if (!alike)
        return 0;
    if (!near(a->end_low, b->end_low, 122) || !near(a->end_high, b->end_high, 122))
        return one_project(a, b, same_numbers)              ? 4
               : same_recipients(a, b) && share_donor(a, b) ? 2
                                                            : 0;
    bool differ = a->party_count > 0 && b->party_count > 0 && !share_implementer(a, b);
    return same_numbers && !differ ? 4 : 2;
}

static bool imprecise(const sel_study_programme *p)
{
    return !p->dated || p->start_high - p->start_low > 31 || p->end_high - p->end_low > 31;
}

static bool by_dates(const sel_study_programme *a, const sel_study_programme *b, bool same_numbers)
{
    bool may_meet = !a->dated || !b->dated || common_days(a, b) > 0;
    return (imprecise(a) || imprecise(b)) && may_meet && a->place_count > 0 && b->place_count > 0 &&
           same_recipients(a, b) && share_donor(a, b) && same_numbers;
}

static uint64_t preference(const sel_study_programme *p, uint32_t number)
{
    bool usable = p->dated && p->place_count > 0 && p->status != SEL_STATUS_CANCELLED &&
                  p->status != SEL_STATUS_SUSPENDED;
    uint64_t unsaid = (uint64_t)(p->start_low != p->start_high) + (p->end_low != p->end_high) +
                      (p->donor_count == 0) + (p->kinds == 0) + (p->for_whom == 0) +
                      !p->money_known;
    return (usable ? 0 : (uint64_t)1 << 40) + (unsaid << 32) + number;
}

static int ascending(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a;
    uint64_t y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* Compare each record with all better ones that stand for themselves. */
static void expect(const sel_study *study, likeness *found, sel_arena *arena)
{
    uint64_t order[MOST];
    uint32_t count = study->programme_count;
    for (uint32_t p = 0; p < count; p++)
        order[p] = preference(&study->programmes[p], p);
    qsort(order, count, sizeof *order, ascending);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t record = (uint32_t)order[i];
        likeness best = {SEL_NONE, 0};
        for (uint32_t j = 0; j < i; j++) {
            uint32_t earlier = (uint32_t)order[j];
            const sel_study_programme *a = &study->programmes[record];
            const sel_study_programme *b = &study->programmes[earlier];
            bool same_numbers;
            if (found[earlier].grade >= 3 || !titles_alike(a, b, &same_numbers, arena))
                continue;
            int grade = by_structure(a, b, same_numbers);
            if (grade < 4 && by_dates(a, b, same_numbers)) {
                int dates = one_project(a, b, same_numbers) ? 3 : 1;
                grade = dates > grade ? dates : grade;
            }
            if (grade > best.grade)
                best = (likeness){earlier, grade};
        }
        found[record] = best;
    }
}

static void check_records(const sel_study *study, const sel_records *records,
                          const likeness *wanted)
{
    uint32_t listed = 0;
    for (uint32_t p = 0; p < study->programme_count; p++) {
        bool joined = wanted[p].grade >= 3;
        ck_assert_int_eq(records->counted[p], !joined);
        ck_assert_uint_eq(records->told_by[p], joined ? wanted[p].of : p);
        listed += wanted[p].grade > 0;
    }
    ck_assert_uint_eq(records->same_count, listed);
    for (uint32_t i = 0; i < records->same_count; i++) {
        const sel_same_record *same = &records->same[i];
        ck_assert_uint_eq(same->kept, wanted[same->other].of);
        ck_assert_int_eq(same->certain, wanted[same->other].grade >= 3);
    }
}

START_TEST(buckets_find_what_a_double_loop_finds)
{
    random_source source = {6};
    const sel_model model = random_model();
    uint64_t certain = 0;
    uint64_t review = 0;
    for (int round = 0; round < STUDIES; round++) {
        sel_arena *arena = sel_arena_create();
        random_traits traits = {.programmes = 1 + random_below(&source, MOST),
                                .recipients = 1 + random_below(&source, 3),
                                .capabilities = 1 + random_below(&source, 2),
                                .donors = 2,
                                .titles = 1 + random_below(&source, 3),
                                .date_room = random_chance(&source, 50) ? 100 : 5};
        sel_study study = random_study(&source, &traits, &model, arena);
        likeness wanted[MOST];
        expect(&study, wanted, arena);
        sel_records records = sel_records_compute(&study, arena);
        check_records(&study, &records, wanted);
        for (uint32_t p = 0; p < study.programme_count; p++) {
            certain += wanted[p].grade >= 3;
            review += wanted[p].grade == 1 || wanted[p].grade == 2;
        }
        sel_arena_destroy(arena);
    }
    ck_assert_uint_gt(certain, 300); /* the studies do put it to the test */
    ck_assert_uint_gt(review, 1000);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {buckets_find_what_a_double_loop_finds, NULL};
    return run_tests("lookalikes", tests);
}
