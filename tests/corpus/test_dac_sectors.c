/* Whole aid registers in a store made for dac-sectors: places, donors and overlaps without a record
 * lost. Activities, those with a code that is known, distinct three-digit categories and activities
 * that name a country were counted by a Python program of its own (xml.etree over the files, with
 * the IATI code lists Sector and SectorCategory and the totals 110 … 700 written out by hand).
 * Files of a version that is not read yet are counted and named; once it is read, their numbers
 * must agree too. */
#include "unit/work/desk_fixture.h"

#include "base/index.h"
#include "store/store_programmes.h"

#include <inttypes.h>

enum { SKIPPED = 77 };

static const struct {
    const char *file;
    uint64_t activities;
    uint64_t coded;
    uint32_t categories;
    uint64_t placed;     /* by what the file says */
    const char *country; /* as the file's name says */
} registers[] = {
    {"aiddata_iati_2.03_SenegalAIMS_GeocodedResearchRelease.xml", 701, 701, 24, 174, "SEN"},
    {"aiddata_iati_2.03_TimorLesteAIMS_GeocodedResearchRelease.xml", 773, 773, 34, 443, "TLS"},
    {"aidzip_iati_1.04_BangladeshSelectDonors_GeocodedResearchRelease.xml", 301, 301, 29, 288,
     "BGD"},
    {"aidzip_iati_1.04_NepalAIMS_GeocodedResearchRelease.xml", 873, 873, 23, 475, "NPL"},
};

enum { REGISTERS = sizeof registers / sizeof registers[0] };

static char folder[1024];

static void open_sectors(desk *d)
{
    desk_open(d);
    sel_store_close(d->store);
    ck_assert_int_eq(remove(d->store_path), 0);
    ck_assert_msg(sel_context_use(d->context, SEL_STR("dac-sectors"), &d->err) == SEL_OK, "%s",
                  d->err.message);
    ck_assert_msg(sel_store_create(d->store_path, "dac-sectors", 1800000000, &d->store, &d->err) ==
                      SEL_OK,
                  "%s", d->err.message);
}

/* What is stored of one register. */
typedef struct tally {
    uint64_t records;
    uint64_t coded;
    sel_index *categories;
} tally;

static bool count_record(void *to, const sel_programme *record)
{
    tally *all = to;
    uint64_t sum = 0;
    ck_assert(!record->set_aside);
    ck_assert_uint_eq(record->cyber_low, SEL_PPM);
    for (uint32_t i = 0; i < record->capability_count; i++) {
        const sel_capability_share *share = &record->capabilities[i];
        ck_assert_int_eq(share->origin, SEL_TAG_CODE);
        ck_assert(sel_str_starts(share->evidence, SEL_STR("DAC ")));
        sel_index_add(all->categories, share->code);
        sum += share->ppm;
    }
    ck_assert_uint_le(sum, SEL_PPM);
    all->records += 1;
    all->coded += record->capability_count > 0;
    return true;
}

static void expect_stored(desk *d, uint32_t number)
{
    tally all = {.categories = sel_index_create()};
    ck_assert_int_eq(
        sel_store_each_programme(d->store, 0, (sel_programme_sink){count_record, &all}, &d->err),
        SEL_OK);
    ck_assert_uint_eq(all.records, registers[number].activities);
    ck_assert_uint_eq(all.coded, registers[number].coded);
    ck_assert_uint_eq(sel_index_count(all.categories), registers[number].categories);
    sel_index_destroy(all.categories);
}

/* Every record is at a place or said to be at none; places have donors, and donors meet. */
static void expect_overlap(desk *d, uint32_t number, uint64_t wanted)
{
    sel_assessment assessment;
    sel_assess_options options = {.overlap = {.top = 50, .all_time = true}};
    ck_assert_msg(sel_assess_open(d->context, d->store, &options, &assessment, &d->err) == SEL_OK,
                  "%s", d->err.message);
    const sel_study *study = assessment.study;
    uint64_t placed = 0;
    uint64_t with_donor = 0;
    for (uint32_t i = 0; i < study->programme_count; i++) {
        placed += study->programmes[i].place_count > 0;
        with_donor += study->programmes[i].donor_count > 0;
    }
    ck_assert_uint_eq(study->programme_count, registers[number].activities);
    ck_assert_uint_eq(study->set_aside, 0);
    ck_assert_uint_eq(placed, wanted);
    ck_assert_uint_eq(with_donor, study->programme_count);
    ck_assert_uint_gt(assessment.overlap.pair_count, 0);
    printf("%s: %" PRIu32 " programmes, %" PRIu64 " placed, %" PRIu64 " with a donor, %" PRIu32
           " pairs listed\n",
           registers[number].file, study->programme_count, placed, with_donor,
           assessment.overlap.pair_count);
    sel_assess_close(&assessment);
}

/* Import one register; false: its version is not read yet. */
static bool take_register(uint32_t number, const char *country, uint64_t placed)
{
    desk d;
    open_sectors(&d);
    char path[2048];
    snprintf(path, sizeof path, "%s/%s", folder, registers[number].file);
    sel_import import;
    sel_progress progress = {0};
    sel_import_options options = {
        .register_name = "aid", .default_country = country, .progress = &progress};
    sel_status status =
        sel_import_file(d.context, d.store, path, &options, d.arena, &import, &d.err);
    if (status == SEL_UNSUPPORTED) {
        printf("%s: not read yet: %s\n", registers[number].file, d.err.message);
    } else {
        ck_assert_msg(status == SEL_OK, "%s: %s", registers[number].file, d.err.message);
        ck_assert_uint_eq(import.seen, registers[number].activities);
        ck_assert_uint_eq(import.taken, registers[number].activities);
        ck_assert_uint_eq(import.coded, registers[number].coded);
        expect_stored(&d, number);
        expect_overlap(&d, number, placed);
    }
    desk_close(&d);
    return status == SEL_OK;
}

START_TEST(no_record_is_lost)
{
    uint32_t taken = 0;
    for (uint32_t i = 0; i < REGISTERS; i++)
        taken += take_register(i, NULL, registers[i].placed);
    printf("%" PRIu32 " of %d registers are read\n", taken, REGISTERS);
    ck_assert_uint_gt(taken, 0);
}
END_TEST

/* With the country that only the file's name tells every record is at a place. */
START_TEST(the_country_of_the_file_places_all)
{
    for (uint32_t i = 0; i < REGISTERS; i++)
        take_register(i, registers[i].country, registers[i].activities);
}
END_TEST

int main(void)
{
    const char *from = getenv("SELARAS_CORPUS");
    snprintf(folder, sizeof folder, "%s/iati",
             from != NULL ? from : SELARAS_SOURCE_DIR "/../shared/data");
    char first[2048];
    snprintf(first, sizeof first, "%s/%s", folder, registers[0].file);
    if (access(first, R_OK) != 0) {
        printf("no corpus at %s: skipped\n", folder);
        return SKIPPED;
    }
    const TTest *tests[] = {no_record_is_lost, the_country_of_the_file_places_all, NULL};
    return run_tests("dac_sectors", tests);
}
