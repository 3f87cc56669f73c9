/** generated_answers.h - a wide file of answers to state-needs, the same for the same seed. */
#ifndef SEL_TESTS_BENCH_GENERATED_ANSWERS_H
#define SEL_TESTS_BENCH_GENERATED_ANSWERS_H

#include "selaras.h"

#include "seeded.h"

/** Columns of the file: each is a question that everybody answers. */
enum { GENERATED_COLUMNS = 60, GENERATED_STAGED = 9, GENERATED_HELP = 28 };

_Static_assert(GENERATED_COLUMNS == 5 + GENERATED_HELP + 3 * GENERATED_STAGED, "count again");

typedef struct generated_file {
    const char *data; /**< folder with questionnaires/ and models/ */
    const char *path;
    uint32_t respondents;
    uint32_t wrong; /**< so many cells are wrong, from the last row up; UINT32_MAX: all */
} generated_file;

static inline const char *generated_find(void *to, const char *relative)
{
    const char *const *folder = to;
    static char path[3][1024];
    static int turn;
    turn = (turn + 1) % 3;
    snprintf(path[turn], sizeof path[turn], "%s/%s", *folder, relative);
    return path[turn];
}

/** NULL after a message. */
static inline sel_context *generated_context(const char *const *data)
{
    sel_error err = {0};
    sel_context *context = NULL;
    const sel_context_options options = {.find = generated_find, .to = (void *)(uintptr_t)data};
    if (sel_init(&err) != SEL_OK || sel_context_open(&options, &context, &err) != SEL_OK)
        fprintf(stderr, "%s\n", err.message);
    return context;
}

static inline void generate_header(const sel_taxonomy *taxonomy, FILE *file)
{
    fprintf(file, "country,agency,lead,round,disclosure");
    for (uint32_t k = 0; k < GENERATED_HELP; k++) {
        char name[16];
        snprintf(name, sizeof name, "%.*s", SEL_STR_ARG(taxonomy->capabilities[k].code));
        for (char *c = name; *c != '\0'; c++)
            *c = (char)(*c == '.' ? '_' : *c >= 'A' && *c <= 'Z' ? *c - 'A' + 'a' : *c);
        fprintf(file, ",help_%s", name);
        if (k < GENERATED_STAGED)
            fprintf(file, ",now_%s,wanted_%s,importance_%s", name, name, name);
    }
    fprintf(file, "\n");
}

static inline void generate_row(const sel_reference *reference, FILE *file, uint32_t number,
                                uint32_t wrong, uint64_t *state)
{
    static const char *const help[] = {"none", "some", "much", "dont_know"};
    static const char *const importance[] = {"low", "medium", "high", "vital"};
    uint32_t recipient = (uint32_t)(seeded_bits(state) % reference->geography.count);
    sel_str code = reference->geography.recipients[recipient].code;
    bool all = wrong == GENERATED_COLUMNS;
    if (all)
        code = SEL_STR("Atlantis");
    fprintf(file, "%.*s,Agency %u,%s,1,%s", SEL_STR_ARG(code), number, all ? "perhaps" : "no",
            all ? "nobody" : "public");
    for (uint32_t k = 0; k < GENERATED_HELP; k++) {
        uint64_t draw = seeded_bits(state);
        fprintf(file, ",%s", k < wrong ? "mutch" : help[draw & 3]);
        if (k < GENERATED_STAGED && all)
            fprintf(file, ",9,7,hihg");
        else if (k < GENERATED_STAGED)
            fprintf(file, ",%u,%u,%s", (unsigned)(1 + (draw >> 8) % 3),
                    (unsigned)(3 + (draw >> 16) % 3), importance[(draw >> 24) & 3]);
    }
    fprintf(file, "\n");
}

/** Write the file; a piece_of_work of cost.h. Names of agencies and rounds are never wrong. */
static inline int generate_answers(const void *of)
{
    enum { SEED = 20261120 };
    const generated_file *wanted = of;
    sel_context *context = generated_context(&wanted->data);
    FILE *file = fopen(wanted->path, "wb");
    if (context == NULL || file == NULL)
        return EXIT_FAILURE;
    uint64_t state = SEED;
    generate_header(&context->reference.taxonomy, file);
    for (uint32_t i = 0; i < wanted->respondents; i++) {
        bool last = i + 1 == wanted->respondents;
        uint32_t wrong = wanted->wrong == UINT32_MAX ? (uint32_t)GENERATED_COLUMNS
                         : last                      ? wanted->wrong
                                                     : 0;
        generate_row(&context->reference, file, i, wrong, &state);
    }
    sel_context_close(context);
    return fclose(file) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
