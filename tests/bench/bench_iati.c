/** bench_iati.c - how fast an IATI file is read and tagged, and in how much memory.
 *
 * bench_iati CODELISTS FILE [ACTIVITIES]: writes FILE when it is not there (100,000 seeded
 * activities of about 3 kB, every twentieth with cyber words), then reads it five times with
 * tagging into a sink that counts. */
#include "generated_activities.h"

#include "domain/tagger.h"
#include "input/codelist_file.h"
#include "input/iati.h"

#include "stopwatch.h"

enum { ACTIVITIES = 100000, ROUNDS = 5 };

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
    moment before = moment_now();
    if (status == SEL_OK)
        status = sel_iati_read_file(path, reference, &options,
                                    (sel_programme_sink){tagging ? tag_and_count : untouched, &all},
                                    &issues, &counts, &err);
    double taken = moment_since(before).processor;
    if (status != SEL_OK)
        printf("failed: %s\n", err.message);
    else
        printf("%-14s %.1f MB/s, %.2f s, %" PRIu64 " activities, %" PRIu64
               " tagged, peak memory %.1f MiB\n",
               tagging ? "read and tag:" : "read:", (double)size / 1e6 / taken, taken, counts.taken,
               all.tagged, peak_memory());
    sel_arena_destroy(all.arena);
    sel_arena_destroy(arena);
}

int main(int argc, char **argv)
{
    sel_arena *arena = sel_arena_create();
    sel_reference reference = {0};
    sel_error err = {0};
    int activities = argc > 3 ? (int)strtol(argv[3], NULL, 10) : ACTIVITIES;
    if (argc < 3 || !write_activities(argv[2], activities) ||
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
