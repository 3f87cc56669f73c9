/* bench_import.c - take in a generated IATI file, end to end: read, tag, store, commit; and beside
 * it what reading alone costs, and what libxml2's own reader takes for the same file.
 *
 *   bench_import DATA [ACTIVITIES [FILE]]    DATA: the folder with questionnaires/ and models/
 *
 * Each runs in a process of its own; medians of three runs in turn. FILE is kept when it is given.
 */
#include "cost.h"
#include "generated_activities.h"
#include "generated_answers.h"
#include "store_file.h"

#include "input/iati.h"
#include "work/import.h"

#include <libxml/xmlreader.h>

enum { RUNS = 3 };

static const char store_path[] = "bench_import.db";

typedef struct generated_register {
    const char *data;
    const char *path;
    uint64_t activities;
} generated_register;

static int bare_reader(const void *of)
{
    const generated_register *file = of;
    xmlTextReaderPtr reader = xmlReaderForFile(file->path, NULL, XML_PARSE_NONET);
    uint64_t seen = 0;
    if (reader == NULL)
        return EXIT_FAILURE;
    while (xmlTextReaderRead(reader) == 1)
        seen += xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT &&
                xmlTextReaderDepth(reader) == 1;
    xmlFreeTextReader(reader);
    return seen == file->activities ? EXIT_SUCCESS : EXIT_FAILURE;
}

static bool untouched(void *to, const sel_programme *record)
{
    (void)to;
    (void)record;
    return true;
}

static int reading_alone(const void *of)
{
    const generated_register *file = of;
    sel_context *context = generated_context(&file->data);
    sel_arena *arena = sel_arena_create();
    sel_issues issues = {.arena = arena};
    sel_iati_options options = {0};
    sel_iati_counts counts = {0};
    sel_error err = {0};
    bool all = context != NULL &&
               sel_iati_read_file(file->path, &context->reference, &options,
                                  (sel_programme_sink){untouched, NULL}, &issues, &counts,
                                  &err) == SEL_OK &&
               counts.taken == file->activities;
    if (!all)
        fprintf(stderr, "not read: %s\n", err.message);
    sel_arena_destroy(arena);
    sel_context_close(context);
    return all ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* What selaras import does, without telling. */
static int import_all(const void *of)
{
    const generated_register *file = of;
    sel_context *context = generated_context(&file->data);
    sel_arena *arena = sel_arena_create();
    sel_store *store = NULL;
    sel_error err = {0};
    sel_import import = {0};
    sel_import_options options = {0};
    remove_store(store_path);
    sel_status status = context == NULL ? SEL_NOT_FOUND : SEL_OK;
    if (status == SEL_OK)
        status = sel_store_create(store_path, "cyber", 0, &store, &err);
    if (status == SEL_OK)
        status = sel_import_file(context, store, file->path, &options, arena, &import, &err);
    sel_store_close(store);
    bool all = status == SEL_OK && import.stored && import.taken == file->activities;
    if (!all)
        fprintf(stderr, "not stored: %s\n", err.message);
    sel_arena_destroy(arena);
    sel_context_close(context);
    return all ? EXIT_SUCCESS : EXIT_FAILURE;
}

static void tell(const char *name, cost c, double bytes, double bare)
{
    printf("%-12s %7.1f MB/s by the clock, %7.1f by the processor, peak %5.1f MiB; %.2f times as "
           "fast as the bare reader\n",
           name, bytes / 1e6 / c.clock, bytes / 1e6 / c.processor, c.memory, bare / c.clock);
}

int main(int argc, char **argv)
{
    int64_t activities = 100000;
    if (argc < 2 || (argc > 2 && !sel_number_integer(sel_str_of(argv[2]), &activities))) {
        fprintf(stderr, "bench_import DATA [ACTIVITIES [FILE]]\n");
        return EXIT_FAILURE;
    }
    const generated_register file = {.data = argv[1],
                                     .path = argc > 3 ? argv[3] : "bench_import.xml",
                                     .activities = (uint64_t)activities};
    char hex[SEL_HASH_ROOM];
    uint64_t size = 0;
    sel_error err = {0};
    if (!write_activities(file.path, (int)activities) ||
        sel_bytes_fingerprint(file.path, hex, &size, &err) != SEL_OK)
        return EXIT_FAILURE;
    cost bare = median_cost("bare xmlReader", RUNS, bare_reader, &file);
    cost reading = median_cost("reading alone", RUNS, reading_alone, &file);
    cost whole = median_cost("import", RUNS, import_all, &file);
    tell("bare reader", bare, (double)size, bare.clock);
    tell("reading", reading, (double)size, bare.clock);
    tell("import", whole, (double)size, bare.clock);
    if (argc <= 3)
        remove(file.path);
    remove_store(store_path);
    return whole.code;
}
