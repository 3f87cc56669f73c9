/** test_lookalike_sift.c - at crowded places nothing is sifted out that judging would keep, and the
 * search finds what judging all pairs finds. */
#include "check_suite.h"
#include "random_study.h"

#include "analysis/lookalike.h"
#include "analysis/lookalike_judge.h"
#include "analysis/lookalike_sift.h"

enum { STUDIES = 9, RECORDS = 600 };

/* What registers repeat: amounts, first days of years, identifiers told in titles, codes. */
static void repeat_traits(random_source *source, sel_study_programme *of, uint32_t number,
                          sel_arena *arena)
{
    static const char *const registers[] = {"", "", "aid", "cybil", "itu"};
    static const int64_t amounts[] = {5000000, 20000000, 20000001, 21000000, 61234567};
    of->register_name = sel_str_of(registers[random_below(source, 5)]);
    of->money_low = of->money_high = amounts[random_below(source, 5)];
    of->id = sel_str_printf(arena, "GB-9-%u", (unsigned)(100 + number / 2));
    int32_t start_room = of->start_high - of->start_low;
    int32_t end_room = of->end_high - of->end_low;
    of->start_low = random_chance(source, 30)
                        ? sel_day_of(2024, 1, 1)
                        : random_as_of - 150 + (sel_day)random_below(source, 120);
    of->end_low = of->start_low + (random_chance(source, 50) ? 366 : 300);
    of->end_low += random_chance(source, 30) ? (sel_day)random_below(source, 140) : 0;
    of->start_high = of->start_low + start_room;
    of->end_high = of->end_low + end_room;
    if (random_chance(source, 30))
        of->title = sel_str_printf(arena, "%.*s (GB-9-%u)", SEL_STR_ARG(of->title),
                                   (unsigned)(100 + random_below(source, RECORDS / 2)));
    if (random_chance(source, 20))
        of->title = sel_str_printf(arena, "%.*s GI-%u", SEL_STR_ARG(of->title),
                                   (unsigned)(14 + number % 20));
}

static sel_study crowded_study(uint64_t seed, const sel_model *model, sel_arena *arena)
{
    random_source source = {seed};
    random_traits traits = {.programmes = RECORDS,
                            .recipients = 1 + (uint32_t)(seed % 3),
                            .capabilities = 1 + (uint32_t)(seed % 2),
                            .donors = 2,
                            .titles = 80,
                            .links = 2,
                            .date_room = seed % 4 == 0   ? 400
                                         : seed % 2 == 0 ? 40
                                                         : 20};
    sel_study study = random_study(&source, &traits, model, arena);
    sel_study_programme *programmes = sel_arena_array(arena, RECORDS, sizeof *programmes);
    memcpy(programmes, study.programmes, RECORDS * sizeof *programmes);
    for (uint32_t p = 0; p < RECORDS; p++)
        repeat_traits(&source, &programmes[p], p, arena);
    study.programmes = programmes;
    return study;
}

typedef struct seen {
    uint64_t met;    /* pairs that are near in start */
    uint64_t passed; /* of these, not sifted out */
    uint64_t found;  /* of these, the same or waiting */
} seen;

/* What passes of the rows near x, flagged by programme. */
static void flag_passed(const sel_lookalike_sift *sift, const sel_lookalike_rows *rows, uint32_t x,
                        bool *passed, seen *sums)
{
    uint32_t kept[SEL_LOOKALIKE_BATCH];
    memset(passed, false, RECORDS * sizeof *passed);
    for (uint32_t from = x + 1; from < sift->until[x]; from += SEL_LOOKALIKE_BATCH) {
        uint32_t left = sift->until[x] - from;
        uint32_t size = left < SEL_LOOKALIKE_BATCH ? left : SEL_LOOKALIKE_BATCH;
        uint32_t count = sel_lookalike_sift_rows(sift, x, from, size, kept);
        for (uint32_t i = 0; i < count; i++)
            passed[rows->list[sift->row[kept[i]]].programme] = true;
        sums->passed += count;
    }
}

static void check_row(const sel_lookalike_sift *sift, const sel_lookalike_rows *rows, uint32_t x,
                      sel_judge *judge, seen *sums)
{
    static bool passed[RECORDS];
    const sel_lookalike_row *row = &rows->list[sift->row[x]];
    flag_passed(sift, rows, x, passed, sums);
    for (uint32_t y = x + 1; y < sift->until[x]; y++) {
        const sel_lookalike_row *other = &rows->list[sift->row[y]];
        ck_assert_uint_eq(other->rank, row->rank);
        ck_assert_int_le(other->start - row->start, 62);
        bool found =
            sel_judge_pair(judge, row->programme, other->programme).likeness != SEL_DIFFERENT;
        ck_assert(!found || passed[other->programme]);
        sums->met++;
        sums->found += found;
    }
}

START_TEST(what_judging_keeps_is_not_sifted_out)
{
    const sel_model model = random_model();
    seen sums = {0};
    for (uint64_t seed = 1; seed <= STUDIES; seed++) {
        sel_arena *arena = sel_arena_create();
        sel_study study = crowded_study(seed, &model, arena);
        bool wanted[RECORDS];
        memset(wanted, true, sizeof wanted);
        sel_rarity rarity = sel_rarity_count(&study, arena);
        sel_lookalike_rows rows = sel_lookalike_rows_make(&study, wanted, arena);
        sel_lookalike_sift sift = sel_lookalike_sift_make(&study, &rarity, &rows, 0, arena);
        ck_assert_uint_eq(sift.count, rows.count); /* all places are crowded */
        sel_judge judge = sel_judge_open(&study, &rarity);
        for (uint32_t x = 0; x < sift.count; x++)
            check_row(&sift, &rows, x, &judge, &sums);
        sel_judge_close(&judge);
        sel_arena_destroy(arena);
    }
    ck_assert_uint_gt(sums.found, 250);           /* there is much to lose, */
    ck_assert_uint_lt(sums.passed, sums.met / 4); /* and much is ruled out */
}
END_TEST

/* Numbers of pairs found by judging all with all; none has as many as would be left out. */
static uint32_t count_all(const sel_study *study, const sel_rarity *rarity,
                          const sel_lookalikes *pairs)
{
    static uint32_t found[RECORDS];
    memset(found, 0, sizeof found);
    uint32_t count = 0;
    sel_judge judge = sel_judge_open(study, rarity);
    for (uint32_t a = 0; a < RECORDS; a++)
        for (uint32_t b = a + 1; b < RECORDS; b++) {
            sel_judgement judgement = sel_judge_pair(&judge, a, b);
            const sel_lookalike *pair = sel_lookalikes_between(pairs, a, b);
            ck_assert_int_eq(pair != NULL, judgement.likeness != SEL_DIFFERENT);
            if (pair == NULL)
                continue;
            ck_assert_int_eq(pair->sum, judgement.sum);
            ck_assert_int_eq(pair->same, judgement.likeness == SEL_SAME);
            found[a]++;
            found[b]++;
            count++;
        }
    sel_judge_close(&judge);
    for (uint32_t a = 0; a < RECORDS; a++)
        ck_assert_uint_lt(found[a], SEL_LOOKALIKES_MOST);
    return count;
}

START_TEST(the_search_finds_what_judging_all_finds)
{
    const sel_model model = random_model();
    uint32_t crowded = 0;
    uint32_t found = 0;
    for (uint64_t seed = 1; seed <= STUDIES; seed++) {
        sel_arena *arena = sel_arena_create();
        sel_study study = crowded_study(seed, &model, arena);
        bool wanted[RECORDS];
        memset(wanted, true, sizeof wanted);
        sel_rarity rarity = sel_rarity_count(&study, arena);
        sel_lookalike_rows rows = sel_lookalike_rows_make(&study, wanted, arena);
        crowded +=
            sel_lookalike_sift_make(&study, &rarity, &rows, SEL_LOOKALIKE_CROWD, arena).count > 0;
        sel_lookalikes pairs = sel_lookalikes_find(&study, &rarity, wanted, arena);
        uint32_t count = count_all(&study, &rarity, &pairs);
        ck_assert_uint_eq(pairs.count, count);
        found += count;
        sel_arena_destroy(arena);
    }
    ck_assert_uint_gt(crowded, STUDIES / 4);
    ck_assert_uint_gt(found, 250);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {what_judging_keeps_is_not_sifted_out,
                            the_search_finds_what_judging_all_finds, NULL};
    return run_tests("lookalike_sift", tests);
}
