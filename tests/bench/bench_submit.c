/* bench_submit.c - take in a generated wide file of answers, end to end: read, check, store,
 * commit.
 *
 *   bench_submit DATA [RESPONDENTS]    DATA: the folder with questionnaires/ and models/
 *
 * Prints answers per second of three runs and their median, and the peak memory. Seeded. */
#include "selaras.h"

#include <inttypes.h>
#include <sys/resource.h>
#include <time.h>

enum { RUNS = 3, SEED = 20261120 };

static uint64_t next_random(uint64_t *state)
{
    /* splitmix64, Steele, Lea, Flood 2014 */
    uint64_t z = (*state += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

static const char *find_data(void *to, const char *relative)
{
    const char *const *folder = to;
    static char path[3][1024];
    static int turn;
    turn = (turn + 1) % 3;
    snprintf(path[turn], sizeof path[turn], "%s/%s", *folder, relative);
    return path[turn];
}

/* Header and rows in the names of the instrument: help for all, stages for some. */
static void generate(const sel_context *context, const char *path, uint32_t respondents)
{
    static const char *const help[] = {"none", "some", "much", "dont_know"};
    static const char *const importance[] = {"low", "medium", "high", "vital"};
    FILE *file = fopen(path, "wb");
    uint64_t state = SEED;
    fprintf(file, "country,agency,lead");
    for (uint32_t k = 0; k < context->reference.taxonomy.count; k++) {
        char name[16];
        sel_str code = context->reference.taxonomy.capabilities[k].code;
        snprintf(name, sizeof name, "%.*s", SEL_STR_ARG(code));
        for (char *c = name; *c != '\0'; c++)
            *c = (char)(*c == '.' ? '_' : *c >= 'A' && *c <= 'Z' ? *c - 'A' + 'a' : *c);
        fprintf(file, ",help_%s", name);
        if (k < 8)
            fprintf(file, ",now_%s,wanted_%s,importance_%s", name, name, name);
    }
    fprintf(file, "\n");
    for (uint32_t i = 0; i < respondents; i++) {
        uint32_t recipient = (uint32_t)(next_random(&state) % context->reference.geography.count);
        fprintf(file, "%.*s,Agency %u,no",
                SEL_STR_ARG(context->reference.geography.recipients[recipient].code), i);
        for (uint32_t k = 0; k < context->reference.taxonomy.count; k++) {
            uint64_t draw = next_random(&state);
            fprintf(file, ",%s", help[draw & 3]);
            if (k < 8)
                fprintf(file, ",%u,%u,%s", (unsigned)(1 + (draw >> 8) % 3),
                        (unsigned)(3 + (draw >> 16) % 3), importance[(draw >> 24) & 3]);
        }
        fprintf(file, "\n");
    }
    fclose(file);
}

static double now_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double run_once(const sel_context *context, const char *path, uint64_t *answers)
{
    static const char store_path[] = "bench_submit.db";
    sel_arena *arena = sel_arena_create();
    sel_store *store = NULL;
    sel_error err = {0};
    sel_intake intake;
    remove(store_path);
    if (sel_store_create(store_path, "cyber", 0, &store, &err) != SEL_OK) {
        fprintf(stderr, "%s\n", err.message);
        exit(EXIT_FAILURE);
    }
    double start = now_seconds();
    sel_status status = sel_intake_file(context, store, path, NULL, NULL, arena, &intake, &err);
    double seconds = now_seconds() - start;
    if (status != SEL_OK || !intake.stored) {
        fprintf(stderr, "not stored: %s\n", err.message);
        exit(EXIT_FAILURE);
    }
    *answers = intake.counts.answers;
    sel_store_close(store);
    sel_arena_destroy(arena);
    remove(store_path);
    return (double)*answers / seconds;
}

static int by_value(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;
    return (left > right) - (left < right);
}

int main(int argc, char **argv)
{
    static const char path[] = "bench_submit.csv";
    int64_t respondents = 100000;
    sel_error err = {0};
    sel_context *context = NULL;
    if (argc < 2 || (argc > 2 && !sel_number_integer(sel_str_of(argv[2]), &respondents))) {
        fprintf(stderr, "bench_submit DATA [RESPONDENTS]\n");
        return EXIT_FAILURE;
    }
    const sel_context_options options = {.find = find_data, .to = &argv[1]};
    if (sel_init(&err) != SEL_OK || sel_context_open(&options, &context, &err) != SEL_OK) {
        fprintf(stderr, "%s\n", err.message);
        return EXIT_FAILURE;
    }
    generate(context, path, (uint32_t)respondents);
    double rates[RUNS];
    uint64_t answers = 0;
    for (int i = 0; i < RUNS; i++) {
        rates[i] = run_once(context, path, &answers);
        printf("run %d: %.0f answers/s\n", i + 1, rates[i]);
    }
    qsort(rates, RUNS, sizeof rates[0], by_value);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("median %.0f answers/s, %" PRIu64 " answers, peak %ld MiB\n", rates[RUNS / 2], answers,
           usage.ru_maxrss / 1024);
    remove(path);
    sel_context_close(context);
    return EXIT_SUCCESS;
}
