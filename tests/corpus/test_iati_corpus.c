/* Real and broken IATI files outside the project. Every file is either read, with each activity
 * stored, set aside or listed as refused, or refused as a whole with a reason. The numbers of
 * activities were counted with `xmllint --xpath 'count(/iati-activities/iati-activity)'`
 * (libxml2's tree, not its events). */
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
} tally;

static sel_reference reference;
static char folder[1024];

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
    tally all = {.tagger = reference.tagger, .arena = sel_arena_create()};
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

START_TEST(no_activity_is_lost)
{
    static const struct {
        const char *file;
        uint64_t activities;
    } expected[] = {
        {"iati/aiddata_iati_2.03_SenegalAIMS_GeocodedResearchRelease.xml", 701},
        {"iati/aiddata_iati_2.03_TimorLesteAIMS_GeocodedResearchRelease.xml", 773},
        {"iati/hdx_covid_dportal.xml", 401},
        {"iati/iati_2.03_activity-standard-example-annotated.xml", 1},
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
    const TTest *tests[] = {broken_files, real_files, no_activity_is_lost, NULL};
    int failed = run_tests("iati_corpus", tests);
    sel_reference_close(&reference);
    sel_arena_destroy(arena);
    return failed;
}
