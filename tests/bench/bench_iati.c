/** bench_iati.c - how fast an IATI file is read and tagged, and in how much memory.
 *
 * bench_iati CODELISTS FILE [ACTIVITIES]: writes FILE when it is not there (100,000 seeded
 * activities of about 3 kB, every twentieth with cyber words), then reads it five times with
 * tagging into a sink that counts. */
#include "domain/tagger.h"
#include "input/codelist_file.h"
#include "input/iati.h"

#include <inttypes.h>
#include <sys/resource.h>
#include <time.h>

enum { ACTIVITIES = 100000, ROUNDS = 5 };

static uint64_t random_next(uint64_t *state, uint64_t below)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (*state >> 33) % below;
}

static const char *const words[] = {"the",        "project",      "supports",
                                    "Government", "of",           "strengthening",
                                    "capacity",   "to",           "improve",
                                    "national",   "and",          "regional",
                                    "resilience", "institutions", "through",
                                    "technical",  "support",      "communities",
                                    "services",   "information",  "r\xC3\xA9gion",
                                    "rural",      "education",    "water",
                                    "management", "&amp;",        "health",
                                    "programme",  "Ministry",     "for",
                                    "partners",   "standards",    "in",
                                    "a",          "training,",    "2019."};
static const char *const cyber_words[] = {"cybersecurity", "CERT", "cybercrime", "cyber-crime"};
static const char *const countries[] = {"AF", "FJ", "KE", "ID", "TL", "VU", "TO", "KH", "LA", "PG"};

static void write_words(FILE *file, uint64_t *state, int count, bool cyber)
{
    for (int i = 0; i < count; i++)
        fprintf(file, "%s%s", i > 0 ? " " : "",
                cyber && random_next(state, 20) == 0
                    ? cyber_words[random_next(state, 4)]
                    : words[random_next(state, sizeof words / sizeof words[0])]);
}

static void write_text(FILE *file, uint64_t *state, const char *element, int count, bool cyber)
{
    fprintf(file, "    <%s>\n      <narrative>", element);
    write_words(file, state, count, cyber);
    fprintf(file, "</narrative>\n    </%.*s>\n", (int)strcspn(element, " "), element);
}

static void write_money(FILE *file, uint64_t *state)
{
    for (int year = 2019; year < 2022; year++)
        fprintf(file,
                "    <budget type=\"1\" status=\"2\">\n"
                "      <period-start iso-date=\"%d-01-01\"/>\n"
                "      <period-end iso-date=\"%d-12-31\"/>\n"
                "      <value currency=\"EUR\" value-date=\"%d-01-01\">%" PRIu64 ".50</value>\n"
                "    </budget>\n",
                year, year, year, random_next(state, 900000) + 1);
    for (int i = 0; i < 3; i++) {
        fprintf(file,
                "    <transaction>\n      <transaction-type code=\"%d\"/>\n"
                "      <transaction-date iso-date=\"2020-0%d-01\"/>\n"
                "      <value value-date=\"2020-01-01\">%" PRIu64 "</value>\n"
                "      <provider-org ref=\"XM-DAC-%" PRIu64 "\" provider-activity-id=\"XM-%" PRIu64
                "\"/>\n    </transaction>\n",
                i + 2, i + 1, random_next(state, 500000) + 1, random_next(state, 90),
                random_next(state, 9000));
    }
}

static void write_activity(FILE *file, uint64_t *state, int number)
{
    bool cyber = number % 20 == 0;
    fprintf(file,
            "  <iati-activity xml:lang=\"en\" default-currency=\"EUR\" hierarchy=\"1\" "
            "last-updated-datetime=\"2021-03-04T00:00:00Z\">\n"
            "    <iati-identifier>XM-DAC-7-%d</iati-identifier>\n"
            "    <reporting-org ref=\"XM-DAC-7\" type=\"10\">\n"
            "      <narrative>Agency</narrative>\n    </reporting-org>\n",
            number);
    write_text(file, state, "title", 8, cyber);
    write_text(file, state, "description type=\"1\"", 70, cyber);
    write_text(file, state, "description type=\"2\"", 40, false);
    write_text(file, state, "participating-org role=\"1\" ref=\"XM-DAC-7\" type=\"10\"", 3, false);
    write_text(file, state, "participating-org role=\"4\" type=\"22\"", 4, false);
    fprintf(file,
            "    <activity-status code=\"2\"/>\n"
            "    <activity-date type=\"2\" iso-date=\"2019-02-01\"/>\n"
            "    <activity-date type=\"3\" iso-date=\"2022-12-31\"/>\n"
            "    <contact-info>\n      <email>post@example.org</email>\n    </contact-info>\n"
            "    <recipient-country code=\"%s\" percentage=\"60\"/>\n"
            "    <recipient-region code=\"798\" percentage=\"40\"/>\n"
            "    <sector vocabulary=\"1\" code=\"15110\" percentage=\"100\"/>\n"
            "    <default-tied-status code=\"5\"/>\n",
            countries[random_next(state, 10)]);
    write_money(file, state);
    fprintf(file, "    <related-activity ref=\"XM-DAC-7-%d\" type=\"3\"/>\n  </iati-activity>\n",
            number + 1);
}

static bool write_file(const char *path, int activities)
{
    FILE *file = fopen(path, "wx");
    if (file == NULL)
        return true; /* it is there */
    uint64_t state = 7;
    fprintf(file,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities version=\"2.03\">\n");
    for (int i = 0; i < activities; i++)
        write_activity(file, &state, i);
    fprintf(file, "</iati-activities>\n");
    return fclose(file) == 0;
}

typedef struct tally {
    const sel_tagger *tagger;
    sel_arena *arena;
    uint64_t tagged;
} tally;

static bool tag_and_count(void *to, const sel_programme *record)
{
    tally *all = to;
    sel_programme copy = *record;
    sel_tagger_tag(all->tagger, &copy, all->arena);
    all->tagged += copy.capability_count > 0;
    sel_arena_reset(all->arena);
    return true;
}

static bool untouched(void *to, const sel_programme *record)
{
    (void)to;
    (void)record;
    return true;
}

/* Processor time, so that other work on the computer does not count. */
static double seconds_used(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void measure(const char *path, const sel_reference *reference, bool tagging)
{
    sel_arena *arena = sel_arena_create();
    tally all = {.tagger = reference->tagger, .arena = sel_arena_create()};
    sel_issues issues = {.arena = arena};
    sel_iati_options options = {0};
    sel_iati_counts counts;
    sel_error err = {0};
    uint64_t size = 0;
    char hex[SEL_HASH_ROOM];
    sel_status status = sel_bytes_fingerprint(path, hex, &size, &err);
    double before = seconds_used();
    if (status == SEL_OK)
        status = sel_iati_read_file(path, reference, &options,
                                    (sel_programme_sink){tagging ? tag_and_count : untouched, &all},
                                    &issues, &counts, &err);
    double taken = seconds_used() - before;
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    if (status != SEL_OK)
        printf("failed: %s\n", err.message);
    else
        printf("%-14s %.1f MB/s, %.2f s, %" PRIu64 " activities, %" PRIu64
               " tagged, peak memory %ld KiB\n",
               tagging ? "read and tag:" : "read:", (double)size / 1e6 / taken, taken, counts.taken,
               all.tagged, usage.ru_maxrss);
    sel_arena_destroy(all.arena);
    sel_arena_destroy(arena);
}

int main(int argc, char **argv)
{
    sel_arena *arena = sel_arena_create();
    sel_reference reference = {0};
    sel_error err = {0};
    int activities = argc > 3 ? (int)strtol(argv[3], NULL, 10) : ACTIVITIES;
    if (argc < 3 || !write_file(argv[2], activities) ||
        sel_reference_open(argv[1], arena, &reference, &err) != SEL_OK) {
        fprintf(stderr, "usage: bench_iati CODELISTS FILE [ACTIVITIES] %s\n", err.message);
        return EXIT_FAILURE;
    }
    for (int round = 0; round < 2 * ROUNDS; round++)
        measure(argv[2], &reference, round < ROUNDS);
    sel_reference_close(&reference);
    sel_arena_destroy(arena);
    return EXIT_SUCCESS;
}
