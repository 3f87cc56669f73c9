/* What the detector makes of the pairs that pairs/pairs.csv labels: one programme told twice,
 * overlap, programmes that belong together. Precision and recall with Wilson 95 % intervals, for
 * the half that judges and, apart, for the half that may be tuned on; of all pairs, by stratum, of
 * the cyber records, and of pairs without a donor in common. Only stratum a tells of pairs at
 * large: the others are chosen by what the detector once said or by what titles say. Printed, with
 * every miss; asserted is only that no two programmes are joined in the half to tune on. */
#include "analysis/statistics/wilson.h"
#include "check_suite.h"
#include "labelled_pairs.h"
#include "material.h"
#include "pair_universes.h"

#include <inttypes.h>
#include <unistd.h>

/** What the detector does with a pair: the first that holds. */
typedef enum verdict { JOINED, APART, CERTAIN, POSSIBLE, WAITS, NOTHING, VERDICTS } verdict;

static const char *const verdict_names[VERDICTS] = {"joined",   "apart", "certain",
                                                    "possible", "waits", "nothing"};

/** A labelled pair as the detector sees it. */
typedef struct measured {
    bool found; /**< both records are there, from the files that are named */
    uint8_t marks;
    bool share_donor;
    sel_overlap_pair pair;
    verdict verdict;
} measured;

static char corpus[MATERIAL_PATH_ROOM];
static labelled_pairs pairs;
static measured results[PAIRS_MAX];

static verdict verdict_of(const measured *of)
{
    if ((of->marks & PAIR_JOINED) != 0)
        return JOINED;
    if ((of->marks & PAIR_APART) != 0)
        return APART;
    if ((of->marks & PAIR_LISTED) != 0)
        return of->pair.certain ? CERTAIN : POSSIBLE;
    return (of->marks & PAIR_WAITS) != 0 ? WAITS : NOTHING;
}

/* --- measuring --- */

/* Number of a record in the study if it came from the file; SEL_NONE otherwise. */
static uint32_t number_of(const pair_world *world, sel_str address, sel_str file)
{
    const sel_study *study = world->assessment.study;
    uint32_t number = sel_study_programme_find(study, address);
    if (number == SEL_NONE)
        return SEL_NONE;
    sel_stored_place place;
    sel_error err = {0};
    const sel_study_programme *programme = &study->programmes[number];
    ck_assert_int_eq(sel_store_record_place(world->store, programme->register_name, programme->id,
                                            world->arena, &place, &err),
                     SEL_OK);
    bool ends = place.file.len <= file.len &&
                sel_str_equal(sel_str_part(file, file.len - place.file.len, file.len), place.file);
    return ends ? number : SEL_NONE;
}

/* A record that another one stands for is listed by that one. */
static void measure_pair(const pair_world *world, const labelled_pair *labelled, measured *of)
{
    uint32_t a = number_of(world, labelled->addresses[0], labelled->files[0]);
    uint32_t b = number_of(world, labelled->addresses[1], labelled->files[1]);
    of->found = a != SEL_NONE && b != SEL_NONE;
    if (!of->found)
        return;
    const sel_study_programme *programmes = world->assessment.study->programmes;
    const uint32_t *told_by = world->assessment.records.told_by;
    of->share_donor = sel_study_share_donor(&programmes[a], &programmes[b]);
    of->marks = *pair_marks(world, a, b);
    if (told_by[a] != told_by[b]) {
        a = told_by[a];
        b = told_by[b];
        of->marks = *pair_marks(world, a, b);
    }
    of->pair = pair_in_full(world, a, b);
    of->verdict = verdict_of(of);
}

static void measure_universe(const pair_universe *universe, const char *folder)
{
    pair_world world;
    sel_error err = {0};
    char store[64];
    snprintf(store, sizeof store, "%s/s.db", folder);
    ck_assert_msg(pair_world_open(universe, corpus, store, &world, &err) == SEL_OK, "%s: %s",
                  err.source, err.message);
    for (uint32_t i = 0; i < pairs.count; i++)
        if (sel_str_is(pairs.list[i].universe, universe->name))
            measure_pair(&world, &pairs.list[i], &results[i]);
    pair_world_close(&world);
    ck_assert_int_eq(remove(store), 0);
}

/* First: the others count what this one filled in. */
START_TEST(every_record_is_found)
{
    char folder[] = "/tmp/selaras-pairs-XXXXXX";
    ck_assert_ptr_nonnull(mkdtemp(folder));
    for (int u = 0; u < PAIR_UNIVERSES; u++)
        measure_universe(&pair_universes[u], folder);
    ck_assert_int_eq(rmdir(folder), 0);
    for (uint32_t i = 0; i < pairs.count; i++)
        ck_assert_msg(results[i].found, "%s, %s", pairs.list[i].addresses[0].ptr,
                      pairs.list[i].addresses[1].ptr);
}
END_TEST

/* --- counting --- */

/** A claim of the detector and the label that makes it right. */
typedef struct claim {
    const char *name;
    pair_label label;
    bool (*is_made)(const measured *of);
} claim;

static bool is_joined(const measured *of)
{
    return of->verdict == JOINED;
}

static bool is_joined_or_waits(const measured *of)
{
    return of->verdict == JOINED || (of->marks & PAIR_WAITS) != 0;
}

static bool is_certain(const measured *of)
{
    return of->verdict == CERTAIN;
}

static bool is_listed(const measured *of)
{
    return of->verdict == CERTAIN || of->verdict == POSSIBLE;
}

static bool is_apart(const measured *of)
{
    return of->verdict == APART;
}

enum { CLAIMS = 5 };

static const claim claims[CLAIMS] = {
    {"same: joined", PAIR_SAME, is_joined},
    {"same: joined or for review", PAIR_SAME, is_joined_or_waits},
    {"overlapping: certain", PAIR_OVERLAPPING, is_certain},
    {"overlapping: certain or possible", PAIR_OVERLAPPING, is_listed},
    {"related: told apart", PAIR_RELATED, is_apart},
};

/** Pairs of a half; NULL: of every stratum, of both universes. */
typedef struct selection {
    const char *half;
    const char *stratum;
    const char *universe;
    bool other_donors; /**< only pairs without a donor in common */
} selection;

static bool is_selected(const selection *of, uint32_t i)
{
    return sel_str_is(pairs.list[i].half, of->half) &&
           (of->stratum == NULL || sel_str_is(pairs.list[i].stratum, of->stratum)) &&
           (of->universe == NULL || sel_str_is(pairs.list[i].universe, of->universe)) &&
           !(of->other_donors && results[i].share_donor);
}

typedef struct counts {
    uint64_t right, missed, wrong;
} counts;

static counts count_claim(const claim *made, const selection *of)
{
    counts all = {0};
    for (uint32_t i = 0; i < pairs.count; i++) {
        if (!is_selected(of, i))
            continue;
        bool is = pairs.list[i].label == made->label;
        bool is_made = made->is_made(&results[i]);
        all.right += is && is_made;
        all.missed += is && !is_made;
        all.wrong += !is && is_made;
    }
    return all;
}

static void print_part(const char *name, uint64_t part, uint64_t whole)
{
    double low;
    double high;
    if (whole == 0) {
        printf("  %s not defined", name);
        return;
    }
    sel_wilson(part, whole, &low, &high);
    printf("  %s %.2f (%.2f to %.2f; %" PRIu64 " of %" PRIu64 ")", name,
           (double)part / (double)whole, low, high, part, whole);
}

static void print_matrix(const selection *of)
{
    printf("  %-12s", "label");
    for (int v = 0; v < VERDICTS; v++)
        printf(" %9s", verdict_names[v]);
    printf("\n");
    for (int label = 0; label < PAIR_LABELS; label++) {
        uint32_t cells[VERDICTS] = {0};
        for (uint32_t i = 0; i < pairs.count; i++)
            if (is_selected(of, i) && (int)pairs.list[i].label == label)
                cells[results[i].verdict]++;
        printf("  %-12s", pair_label_names[label]);
        for (int v = 0; v < VERDICTS; v++)
            printf(" %9" PRIu32, cells[v]);
        printf("\n");
    }
}

static void print_claim(const claim *made, const selection *of)
{
    counts all = count_claim(made, of);
    if (all.right + all.missed + all.wrong == 0)
        return;
    printf("  %-34s", made->name);
    print_part("precision", all.right, all.right + all.wrong);
    print_part("recall", all.right, all.right + all.missed);
    printf("\n");
}

static void print_selection(const char *name, const selection *of)
{
    printf("%s half, %s\n", of->half, name);
    print_matrix(of);
    for (int c = 0; c < CLAIMS; c++)
        print_claim(&claims[c], of);
}

static void print_half(const char *half)
{
    static const char *const strata[] = {"a", "b", "c", "d", "e", "f", NULL};
    print_selection("all", &(selection){.half = half});
    for (int s = 0; strata[s] != NULL; s++) {
        char name[] = "stratum ?";
        name[sizeof name - 2] = strata[s][0];
        print_selection(name, &(selection){.half = half, .stratum = strata[s]});
    }
    print_selection("cyber", &(selection){.half = half, .universe = "cyber"});
    print_selection("donors differ", &(selection){.half = half, .other_donors = true});
}

START_TEST(the_half_that_judges)
{
    print_half("test");
}
END_TEST

START_TEST(the_half_that_may_be_tuned_on)
{
    print_half("tune");
}
END_TEST

/* Parts and phases may be taken for one programme at times; two programmes never. */
START_TEST(nothing_different_is_joined)
{
    for (uint32_t i = 0; i < pairs.count; i++)
        ck_assert_msg(sel_str_is(pairs.list[i].half, "test") || results[i].verdict != JOINED ||
                          pairs.list[i].label == PAIR_SAME || pairs.list[i].label == PAIR_RELATED,
                      "%s, %s", pairs.list[i].addresses[0].ptr, pairs.list[i].addresses[1].ptr);
}
END_TEST

/* --- misses --- */

static bool is_miss(uint32_t i)
{
    static const verdict right[PAIR_LABELS][2] = {
        [PAIR_SAME] = {JOINED, WAITS},
        [PAIR_OVERLAPPING] = {CERTAIN, POSSIBLE},
        [PAIR_RELATED] = {APART, APART},
        [PAIR_DIFFERENT] = {NOTHING, NOTHING},
    };
    const verdict *wanted = right[pairs.list[i].label];
    return results[i].verdict != wanted[0] && results[i].verdict != wanted[1];
}

static double share(uint32_t ppm)
{
    return (double)ppm / 1e6;
}

static void print_miss(uint32_t i)
{
    const labelled_pair *labelled = &pairs.list[i];
    const measured *of = &results[i];
    const sel_overlap_pair *pair = &of->pair;
    printf("%s miss, %s: %s and %s\n", labelled->half.ptr, labelled->stratum.ptr,
           labelled->addresses[0].ptr, labelled->addresses[1].ptr);
    printf("    %s (%s); found: %s%s%s; place %.2f, days %" PRId32 " to %" PRId32
           ", S %.2f to %.2f, T %.2f or %.2f\n",
           labelled->label_text.ptr, labelled->reason.ptr, verdict_names[of->verdict],
           (of->marks & PAIR_WAITS) != 0 && of->verdict != WAITS ? ", waits" : "",
           of->share_donor ? ", a donor in common" : "", share(pair->c_high / 10), pair->days_low,
           pair->days_high, share(pair->s_low_ppm), share(pair->s_high_ppm),
           share(pair->t_a_high_ppm), share(pair->t_b_high_ppm));
}

START_TEST(misses_are_listed)
{
    static const char *const halves[] = {"test", "tune"};
    for (int h = 0; h < 2; h++)
        for (uint32_t i = 0; i < pairs.count; i++)
            if (sel_str_is(pairs.list[i].half, halves[h]) && is_miss(i))
                print_miss(i);
}
END_TEST

int main(void)
{
    if (!material_find(".", corpus))
        return MATERIAL_MISSING;
    labelled_pairs_read(&pairs);
    const TTest *tests[] = {
        every_record_is_found,       the_half_that_judges, the_half_that_may_be_tuned_on,
        nothing_different_is_joined, misses_are_listed,    NULL};
    int failed = run_tests("overlap_labels", tests);
    sel_arena_destroy(pairs.arena);
    return failed;
}
