/* How far a status may be believed: records of real registers that say they are running and give
 * their end as well. The end is taken away and what the study then takes for sure is held against
 * it. What is expected was counted by Python's ElementTree over the same files, without the engine;
 * decision 0036 rests on it. */
#include "check_suite.h"
#include "domain/study_programme.h"
#include "input/iati.h"
#include "material.h"
#include "shipped.h"

#include <inttypes.h>

/** Records that say they are running, of a start that is not after what they say. */
typedef struct tally {
    uint64_t without_end; /**< or with one before the start */
    uint64_t with_end;
    uint64_t running; /**< of those with an end: not over on the day they say so */
    uint64_t kept;    /**< of those with an end: it is not before what is taken for sure */
} tally;

static sel_reference reference;
static char corpus[MATERIAL_PATH_ROOM];

static bool count_record(void *to, const sel_programme *record)
{
    tally *all = to;
    const sel_days *said = &record->last_updated;
    if (record->status != SEL_STATUS_RUNNING || !record->start.known || !said->known ||
        said->earliest < record->start.earliest)
        return true;
    if (!record->end.known) {
        all->without_end++;
        return true;
    }
    sel_programme open = *record;
    sel_study_programme programme = {0};
    open.end = (sel_days){0};
    sel_study_time(&open, sel_day_of(2021, 7, 1), 24, &programme);
    all->with_end++;
    all->running += record->end.latest >= said->earliest;
    all->kept += record->end.latest + 1 >= programme.end_low;
    return true;
}

START_TEST(a_year_is_mostly_true_and_today_is_not)
{
    static const struct {
        const char *file;
        tally expected;
    } files[] = {
        {"iati/aiddata_iati_2.03_SenegalAIMS_GeocodedResearchRelease.xml", {555, 62, 1, 59}},
        {"iati/aiddata_iati_2.03_TimorLesteAIMS_GeocodedResearchRelease.xml", {147, 187, 14, 173}},
        {"iati/aidzip_iati_1.04_BangladeshSelectDonors_GeocodedResearchRelease.xml",
         {129, 131, 51, 128}},
        {"iati/aidzip_iati_1.04_NepalAIMS_GeocodedResearchRelease.xml", {472, 0, 0, 0}},
        {"iati/hdx_covid_dportal.xml", {1, 282, 206, 213}},
        {"iati/pwyf_dfid-589.xml", {1, 43, 39, 41}},
        {"iati-nasty/datastore_complex_example_dfid.xml", {0, 47, 22, 30}},
        {"iati-nasty/datastore_same_orgs_different_roles.xml", {0, 22, 7, 12}},
    };
    tally total = {0};
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        char path[2 * MATERIAL_PATH_ROOM];
        snprintf(path, sizeof path, "%s/%s", corpus, files[i].file);
        tally found = {0};
        sel_iati_options options = {0};
        sel_iati_counts counts;
        sel_issues issues = {.arena = sel_arena_create()};
        sel_error err = {0};
        ck_assert_int_eq(sel_iati_read_file(path, &reference, &options,
                                            (sel_programme_sink){count_record, &found}, &issues,
                                            &counts, &err),
                         SEL_OK);
        sel_arena_destroy(issues.arena);
        ck_assert_uint_eq(found.without_end, files[i].expected.without_end);
        ck_assert_uint_eq(found.with_end, files[i].expected.with_end);
        ck_assert_uint_eq(found.running, files[i].expected.running);
        ck_assert_uint_eq(found.kept, files[i].expected.kept);
        total.with_end += found.with_end;
        total.running += found.running;
        total.kept += found.kept;
    }
    printf("of %" PRIu64 " that say they are running and give an end: %" PRIu64
           " not over on that day, %" PRIu64 " as long as is taken for sure\n",
           total.with_end, total.running, total.kept);
}
END_TEST

int main(void)
{
    if (!material_find(".", corpus))
        return MATERIAL_MISSING;
    sel_arena *arena = sel_arena_create();
    reference = shipped_reference(arena);
    const TTest *tests[] = {a_year_is_mostly_true_and_today_is_not, NULL};
    int failed = run_tests("status_corpus", tests);
    sel_reference_close(&reference);
    sel_arena_destroy(arena);
    return failed;
}
