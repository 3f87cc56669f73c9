/* Nineteen real cyber projects: what is published of their overlap in the Pacific, and the three
 * sources that tell of CyberSouth. Capabilities are put in by hand from the themes, and all of
 * every programme is taken to be cyber. */
#include "selaras.h"

#include "input/register_table.h"
#include "shipped.h"

enum { SKIPPED = 77 };

static shipped all;
static char path[1024];

/* Everything computed of the register as of 1 July 2018. */
static sel_arena *arena;
static sel_study_builder *builder;
static const sel_study *study;
static sel_needs needs;
static sel_records records;
static sel_supplies supplies;
static sel_overlap overlap;

/* Tags a record from its theme and title, as the register states no capability codes. */
static bool add_tagged(void *to, const sel_programme *record)
{
    static const char *const patterns[] = {"CERT", "CIRT"};
    static const sel_capability_share response = {
        .code = {"D1.2", 4}, .ppm = SEL_PPM, .origin = SEL_TAG_TEXT};
    static const sel_capability_share law = {
        .code = {"D4.1", 4}, .ppm = SEL_PPM, .origin = SEL_TAG_TEXT};
    sel_programme tagged = *record;
    tagged.cyber_low = SEL_PPM;
    tagged.capability_count = 1;
    tagged.capabilities = &law;
    for (int i = 0; i < 2; i++)
        if (sel_str_find(record->theme, sel_str_of(patterns[i])) < record->theme.len)
            tagged.capabilities = &response;
    return sel_study_add_programme(to, &tagged);
}

static void compute(void)
{
    arena = sel_arena_create();
    sel_error err = {0};
    sel_issues issues = {.arena = arena};
    sel_register_counts counts = {0};
    sel_bytes *bytes = NULL;
    ck_assert_int_eq(sel_bytes_open(path, &bytes, &err), SEL_OK);
    sel_register_guess guess = sel_register_recognise(bytes, &all.reference, arena);
    sel_study_options options = {sel_day_of(2018, 7, 1), "USD"};
    builder = sel_study_builder_create(&all.reference, &all.model, &options);
    sel_register_options reading = {0};
    ck_assert_int_eq(sel_register_read(bytes, &guess, &all.reference, &reading,
                                       (sel_programme_sink){add_tagged, builder}, &issues, &counts,
                                       &err),
                     SEL_OK);
    sel_bytes_close(bytes);
    study = sel_study_finish(builder);
    needs = sel_needs_compute(study, arena);
    records = sel_records_compute(study, arena);
    supplies = sel_supply_compute(study, &needs, records.counted, arena);
    sel_overlap_options comparing = {.top = 100};
    ck_assert_int_eq(
        sel_overlap_compute(study, &needs, &supplies, &records, &comparing, arena, &overlap, &err),
        SEL_OK);
}

static void forget(void)
{
    sel_study_builder_destroy(builder);
    sel_arena_destroy(arena);
}

static uint32_t titled(const char *beginning)
{
    for (uint32_t p = 0; p < study->programme_count; p++)
        if (sel_str_starts(study->programmes[p].title, sel_str_of(beginning)))
            return p;
    ck_abort_msg("no programme is called %s", beginning);
    return SEL_NONE;
}

/* 1 Oct 2017 to 30 Jun 2019 beside "2017" to "2018": 2 to 457 days, .75 × 457/638. */
START_TEST(the_published_pair)
{
    compute();
    uint32_t itu = titled("Cybersecurity in Pacific Island");
    uint32_t apnic = titled("Raising cyber security capability");
    sel_overlap_pair pair = sel_overlap_of(study, &needs, &supplies, &records, itu, apnic);
    bool itu_first = itu < apnic;
    ck_assert_int_eq(pair.days_low, 2);
    ck_assert_int_eq(pair.days_high, 457);
    ck_assert_uint_eq(pair.c_high, 7500000);
    ck_assert_uint_eq(pair.d_low_ppm, 0);
    ck_assert_uint_eq(pair.d_high_ppm, 716300);
    ck_assert_uint_eq(pair.s_high_ppm, 537225);
    ck_assert_uint_eq(itu_first ? pair.t_a_high_ppm : pair.t_b_high_ppm, 537225);
    ck_assert(!pair.certain && pair.need_unknown);
    ck_assert_int_eq(pair.reading, SEL_READ_FITS_NOTED); /* a note, possible */
    bool listed = false;
    for (uint32_t i = 0; i < overlap.pair_count; i++)
        listed |= overlap.pairs[i].a == pair.a && overlap.pairs[i].b == pair.b;
    ck_assert(listed);
    forget();
}
END_TEST

START_TEST(published_places)
{
    compute();
    static const char *const codes[] = {"PNG", "TON", "VUT"};
    uint32_t response = sel_taxonomy_find(&all.reference.taxonomy, SEL_STR("D1.2"));
    for (int i = 0; i < 3; i++) {
        uint32_t recipient = sel_geography_code(&all.reference.geography, sel_str_of(codes[i]));
        const sel_supply *supply = sel_supply_find(&supplies, recipient, response);
        ck_assert_ptr_nonnull(supply);
        ck_assert_uint_eq(supply->donors, 2);
        ck_assert_uint_eq(supply->programmes, i == 2 ? 3 : 2);
        ck_assert_int_eq(supply->days_low, 2);
        ck_assert_int_eq(supply->days_high, 457);
    }
    forget();
}
END_TEST

static bool tells_cybersouth(uint32_t p)
{
    return sel_str_starts(study->programmes[p].title, SEL_STR("CyberSouth - ")) ||
           sel_str_starts(study->programmes[p].title, SEL_STR("Project Cyber South - "));
}

/* Ends Dec 2021, Dec 2023 and 2021: one programme, counted once, and the ends are said to differ.
 */
START_TEST(cybersouth_is_one_programme)
{
    compute();
    uint32_t joined = 0;
    for (uint32_t i = 0; i < records.same_count; i++) {
        const sel_same_record *same = &records.same[i];
        joined += same->certain;
        ck_assert(!same->certain ||
                  (tells_cybersouth(same->kept) && tells_cybersouth(same->other)));
        ck_assert(!same->certain || (same->differ & SEL_DIFFER_END) != 0);
    }
    ck_assert_uint_eq(joined, 2);
    forget();
}
END_TEST

START_TEST(cybersouth_plus_is_its_successor)
{
    compute();
    ck_assert_uint_eq(records.succession_count, 1);
    ck_assert_uint_eq(records.successions[0].later, titled("CyberSouth+"));
    ck_assert(tells_cybersouth(records.successions[0].earlier));
    forget();
}
END_TEST

/* Three registers on one topic in the same countries: three programmes. */
START_TEST(the_pacific_three_stay_apart)
{
    compute();
    static const char *const titles[] = {"Cybersecurity in Pacific Island Countries",
                                         "Raising cyber security capability",
                                         "Support to CERT Vanuatu"};
    for (int i = 0; i < 3; i++) {
        uint32_t p = titled(titles[i]);
        ck_assert_uint_eq(records.told_by[p], p);
        ck_assert(records.counted[p]);
    }
    forget();
}
END_TEST

int main(void)
{
    const char *from = getenv("SELARAS_CORPUS");
    snprintf(path, sizeof path, "%s/register-csv/cyber_projects.csv",
             from != NULL ? from : SELARAS_SOURCE_DIR "/../shared/data");
    FILE *there = fopen(path, "rb");
    if (there == NULL) {
        printf("skipped: no %s (SELARAS_CORPUS)\n", path);
        return SKIPPED;
    }
    fclose(there);
    all = shipped_open();
    const TTest *tests[] = {the_published_pair,           published_places,
                            cybersouth_is_one_programme,  cybersouth_plus_is_its_successor,
                            the_pacific_three_stay_apart, NULL};
    int failed = run_tests("overlap_corpus", tests);
    shipped_close(&all);
    return failed;
}
