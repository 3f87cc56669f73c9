/* Real and broken IATI files outside the project. Every file is either read, with each activity
 * stored, set aside or listed as refused, or refused as a whole with a reason. What is expected was
 * counted by xmllint (libxml2's tree, not its events). */
#include "check_suite.h"
#include "domain/tagger.h"
#include "input/codelist_file.h"
#include "input/iati.h"

#include <dirent.h>
#include <inttypes.h>

enum { SKIPPED = 77, FILES_MAX = 256 };

typedef struct tally {
    const sel_tagger *tagger;
    sel_arena *arena;
    uint64_t taken;
    uint64_t set_aside;
    uint64_t tagged;
    uint64_t placed;
    uint64_t with_money;
    uint64_t dated;
    uint64_t sectored;
    uint64_t participants; /* parties but for the reporter */
    uint64_t second_level;
    uint64_t untied;
    uint64_t unconditional;
    sel_index *sectors; /* codes */
} tally;

static sel_reference reference;
static char folder[1024];

static void count_parts(tally *all, const sel_programme *record)
{
    for (uint32_t i = 0; i < record->party_count; i++)
        all->participants += record->parties[i].role != SEL_ROLE_REPORTING;
    for (uint32_t i = 0; i < record->sector_count; i++)
        if (record->sectors[i].code.len > 0)
            sel_index_add(all->sectors, record->sectors[i].code);
    all->sectored += record->sector_count > 0;
    all->second_level += record->level == 2;
    all->untied += record->tied == SEL_TIED_UNTIED;
    all->unconditional += record->conditions == SEL_CONDITIONS_NONE;
}

static bool count_record(void *to, const sel_programme *record)
{
    tally *all = to;
    sel_programme copy = *record;
    uint64_t ppm = 0;
    ck_assert_uint_gt(record->id.len, 0);
    ck_assert_uint_gt(record->register_name.len, 0);
    ck_assert(sel_str_is_utf8(record->title) && sel_str_is_utf8(record->description));
    for (uint32_t i = 0; i < record->recipient_count; i++)
        ppm += record->recipients[i].ppm;
    ck_assert_uint_le(ppm, SEL_PPM);
    ck_assert(!record->money.known || record->money.low <= record->money.high);
    ck_assert(!record->start.known || !record->end.known ||
              record->end.latest >= record->start.earliest);
    sel_tagger_tag(all->tagger, &copy, all->arena);
    count_parts(all, record);
    all->taken += 1;
    all->set_aside += copy.set_aside;
    all->tagged += copy.capability_count > 0;
    all->placed += record->recipient_count > 0;
    all->with_money += record->money.known;
    all->dated += record->start.known;
    sel_arena_reset(all->arena);
    return true;
}

typedef struct reading {
    sel_status status;
    sel_iati_counts counts;
    tally found;
    uint32_t sector_codes;
    sel_error err;
} reading;

static void print_issues(const sel_issues *issues)
{
    for (uint32_t i = 0; i < issues->group_count; i++) {
        const sel_issue_group *group = issues->groups[i];
        const sel_issue *first = &group->places[0];
        printf("    %s %.*s: %" PRIu64 ", first at line %" PRIu64 ": '%.*s'\n", first->code,
               SEL_STR_ARG(first->subject), group->count, first->line, SEL_STR_ARG(first->found));
    }
}

static reading read_file(const char *path)
{
    sel_arena *arena = sel_arena_create();
    tally all = {
        .tagger = reference.tagger, .arena = sel_arena_create(), .sectors = sel_index_create()};
    sel_issues issues = {.arena = arena};
    sel_iati_options options = {0};
    reading result = {0};
    result.status =
        sel_iati_read_file(path, &reference, &options, (sel_programme_sink){count_record, &all},
                           &issues, &result.counts, &result.err);
    printf("%s: ", strrchr(path, '/') + 1);
    if (result.status == SEL_OK) {
        printf("%" PRIu64 " activities, %" PRIu64 " stored (%" PRIu64 " set aside, %" PRIu64
               " tagged, %" PRIu64 " placed, %" PRIu64 " dated, %" PRIu64 " with money), %" PRIu64
               " refused\n",
               result.counts.seen, result.counts.taken, all.set_aside, all.tagged, all.placed,
               all.dated, all.with_money, result.counts.refused);
        ck_assert_uint_eq(result.counts.taken, all.taken);
        ck_assert_uint_eq(result.counts.seen, result.counts.taken + result.counts.refused);
        ck_assert_uint_eq(result.counts.refused, issues.counts[SEL_FAULT]);
    } else {
        printf("refused: line %" PRIu64 ", column %" PRIu64 ": %s\n", result.err.line,
               result.err.column, result.err.message);
        ck_assert(result.err.message[0] != '\0');
        ck_assert_int_ne(result.status, SEL_IO);
    }
    if (getenv("SELARAS_FINDINGS") != NULL)
        print_issues(&issues);
    result.found = all;
    result.sector_codes = sel_index_count(all.sectors);
    sel_index_destroy(all.sectors);
    sel_arena_destroy(all.arena);
    sel_arena_destroy(arena);
    return result;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Read all files of a folder, in order of their names; the number of files. */
static uint32_t read_folder(const char *name)
{
    char path[2048];
    char *names[FILES_MAX];
    uint32_t count = 0;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    DIR *list = opendir(path);
    ck_assert_ptr_nonnull(list);
    for (const struct dirent *one; (one = readdir(list)) != NULL && count < FILES_MAX;)
        if (one->d_name[0] != '.')
            names[count++] = strdup(one->d_name);
    closedir(list);
    qsort(names, count, sizeof names[0], by_name);
    for (uint32_t i = 0; i < count; i++) {
        snprintf(path, sizeof path, "%s/%s/%s", folder, name, names[i]);
        read_file(path);
        free(names[i]);
    }
    return count;
}

START_TEST(broken_files)
{
    ck_assert_uint_ge(read_folder("iati-nasty"), 40);
}
END_TEST

START_TEST(real_files)
{
    ck_assert_uint_ge(read_folder("iati"), 7);
}
END_TEST

/* for f in FILES; do
 *     echo $f $(xmllint --nonet --xpath 'count(//iati-activity)' $f); done
 * Not here are those that are refused: they have none or are no XML, but for one with a DOCTYPE. */
START_TEST(no_activity_is_lost)
{
    static const struct {
        const char *file;
        uint64_t activities;
    } expected[] = {
        {"iati/aiddata_iati_2.03_SenegalAIMS_GeocodedResearchRelease.xml", 701},
        {"iati/aiddata_iati_2.03_TimorLesteAIMS_GeocodedResearchRelease.xml", 773},
        {"iati/aidzip_iati_1.04_BangladeshSelectDonors_GeocodedResearchRelease.xml", 301},
        {"iati/aidzip_iati_1.04_NepalAIMS_GeocodedResearchRelease.xml", 873},
        {"iati/hdx_covid_dportal.xml", 401},
        {"iati/iati_2.03_activity-standard-example-annotated.xml", 1},
        {"iati/pwyf_dfid-589.xml", 63},
        {"iati-nasty/datastore_1-many_titles_and_descriptions.xml", 1},
        {"iati-nasty/datastore_2.01-example-annotated.xml", 1},
        {"iati-nasty/datastore_activity_with_empty_participating_org_narrative.xml", 1},
        {"iati-nasty/datastore_big_value.xml", 198},
        {"iati-nasty/datastore_broken_activity_01.xml", 1},
        {"iati-nasty/datastore_complex_example_dfid.xml", 57},
        {"iati-nasty/datastore_iati_activity_JP.xml", 1},
        {"iati-nasty/datastore_localised-org-names.xml", 1},
        {"iati-nasty/datastore_many_activities.xml", 2},
        {"iati-nasty/datastore_multiple_locales_descriptions.xml", 1},
        {"iati-nasty/datastore_provider-activity-id.xml", 1},
        {"iati-nasty/datastore_same_orgs_different_roles.xml", 54},
        {"iati-nasty/datastore_transaction-currencies.xml", 1},
        {"iati-nasty/datastore_transaction_provider.xml", 1},
        {"iati-nasty/dportal_frankenstein.xml", 2},
        {"iati-nasty/iati-act-atLeastOne-error-01.xml", 1},
        {"iati-nasty/iati-act-atLeastOne-error-04.xml", 1},
        {"iati-nasty/iati-act-codelist-conditional.xml", 1},
        {"iati-nasty/iati-act-identifier-exists-01-1-act-no-x-ref.xml", 1},
        {"iati-nasty/iati-act-identifier-exists-04-2-act-x-refs-in-datastore.xml", 2},
        {"iati-nasty/iati-act-identifier-exists-07-1-act-x-refs-not-found.xml", 1},
        {"iati-nasty/"
         "iati-act-identifier-exists-10-participating-org-x-ref-not-found-in-2nd-act-no-xml-tag."
         "xml",
         2},
        {"iati-nasty/iati-act-identifier-exists-13-related-activity-x-ref-not-found.xml", 2},
        {"iati-nasty/iati-act-identifier-exists-16-1-act-x-refs-in-datastore-202.xml", 1},
        {"iati-nasty/iati-act-line-endings-cr-and-crlf.xml", 1},
        {"iati-nasty/iati-act-no-errors-old-version.xml", 1},
        {"iati-nasty/iati-act-noSpaces-error.xml", 1},
        {"iati-nasty/iati-act-regexMatches-error.xml", 1},
        {"iati-nasty/iati-act-strictSum-error.xml", 1},
        {"iati-nasty/iati-act-unique-startsWith-error.xml", 1},
        {"iati-nasty/iati-multi-act-atLeastOne-error.xml", 2},
        {"iati-nasty/iati-multi-act-mult-schema-errors.xml", 2},
        {"iati-nasty/iati-multi-act-oneOrAll-error.xml", 2},
        {"iati-nasty/iati-multi-act-schema-errors.xml", 2},
        {"iati-nasty/iati-multi-act-timeLimit-error.xml", 2},
        {"iati-nasty/iatischemas_IATIfromGF.xml", 7},
        {"iati-nasty/iatischemas_worldbank.xml", 16},
        {"iati-nasty/multi-activity-one-with-errors.xml", 3},
    };
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        char path[2048];
        snprintf(path, sizeof path, "%s/%s", folder, expected[i].file);
        reading result = read_file(path);
        ck_assert_int_eq(result.status, SEL_OK);
        ck_assert_uint_eq(result.counts.seen, expected[i].activities);
    }
}
END_TEST

/* xmllint --nonet --xpath of each file, of version 1.*:
 *   dated      count(//iati-activity[activity-date[starts-with(@type,'start-')]/@iso-date])
 *   placed     count(//iati-activity[recipient-country or recipient-region])
 *   with money count(//iati-activity[transaction/transaction-type/@code='C' or budget])
 * and of version 2.*: count(//iati-activity[activity-date[(@type=1 or @type=2) and @iso-date!='']])
 * and of both:
 *   sectored   count(//iati-activity[sector])
 *   codes      '//iati-activity/sector/@code' | grep -o '"[^"]*"' | sort -u | wc -l
 *   parties    count(//participating-org), less placeholders that are left out (3 of Senegal)
 *   level 2    count(//iati-activity[@hierarchy='2'])
 *   untied     count(//iati-activity[default-tied-status/@code='5'])
 *   none       count(//iati-activity[conditions/@attached='0'])
 * A field of 0 is not compared where more is needed than a count of elements. */
START_TEST(fields_agree_with_independent_counts)
{
    static const struct {
        const char *file;
        uint64_t dated, placed, with_money, sectored, codes, parties, level_2, untied, none;
    } expected[] = {
        {"iati/aidzip_iati_1.04_BangladeshSelectDonors_GeocodedResearchRelease.xml", 269, 288, 221,
         301, 41, 301, 0, 0, 0},
        {"iati/aidzip_iati_1.04_NepalAIMS_GeocodedResearchRelease.xml", 717, 475, 732, 873, 21,
         1042, 0, 0, 0},
        {"iati/pwyf_dfid-589.xml", 63, 40, 40, 40, 32, 162, 40, 63, 20},
        {"iati/aiddata_iati_2.03_SenegalAIMS_GeocodedResearchRelease.xml", 676, 174, 0, 701, 23,
         900, 0, 0, 0},
        {"iati/hdx_covid_dportal.xml", 401, 0, 0, 0, 0, 0, 67, 219, 146},
    };
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        char path[2048];
        snprintf(path, sizeof path, "%s/%s", folder, expected[i].file);
        reading result = read_file(path);
        const tally *found = &result.found;
        ck_assert_uint_eq(found->dated, expected[i].dated);
        ck_assert_uint_eq(found->second_level, expected[i].level_2);
        ck_assert_uint_eq(found->untied, expected[i].untied);
        ck_assert_uint_eq(found->unconditional, expected[i].none);
        if (expected[i].placed > 0)
            ck_assert_uint_eq(found->placed, expected[i].placed);
        if (expected[i].with_money > 0)
            ck_assert_uint_eq(found->with_money, expected[i].with_money);
        if (expected[i].sectored == 0)
            continue;
        ck_assert_uint_eq(found->sectored, expected[i].sectored);
        ck_assert_uint_eq(result.sector_codes, expected[i].codes);
        ck_assert_uint_eq(found->participants, expected[i].parties);
    }
}
END_TEST

int main(void)
{
    const char *from = getenv("SELARAS_CORPUS");
    snprintf(folder, sizeof folder, "%s",
             from != NULL ? from : SELARAS_SOURCE_DIR "/../shared/data");
    char path[2048];
    snprintf(path, sizeof path, "%s/iati", folder);
    DIR *there = opendir(path);
    if (there == NULL) {
        printf("skipped: no %s (SELARAS_CORPUS)\n", path);
        return SKIPPED;
    }
    closedir(there);
    sel_arena *arena = sel_arena_create();
    sel_error err = {0};
    if (sel_reference_open(SELARAS_SOURCE_DIR "/questionnaires/codelists", arena, &reference,
                           &err) != SEL_OK) {
        fprintf(stderr, "%s\n", err.message);
        return EXIT_FAILURE;
    }
    const TTest *tests[] = {broken_files, real_files, no_activity_is_lost,
                            fields_agree_with_independent_counts, NULL};
    int failed = run_tests("iati_corpus", tests);
    sel_reference_close(&reference);
    sel_arena_destroy(arena);
    return failed;
}
