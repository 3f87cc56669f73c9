/* bench_check.c - `selaras check` as a whole process: a large right file, a small one with five
 * errors, and one that is wrong in every cell.
 *
 *   bench_check DATA [RESPONDENTS]    DATA: the folder with questionnaires/ and models/
 *
 * The program is the one beside the bench. The agency and the round of a respondent cannot be
 * wrong; the other 58 cells of a row are. Seeded; medians of three runs. */
#include "cost.h"
#include "generated_answers.h"

#include <sys/stat.h>

enum { RUNS = 3, SMALL_RUNS = 11, SMALL_ROWS = 300, SMALL_ERRORS = 5 };
enum { REFUSED = 3 }; /* exit code of the program */

static const char answers_path[] = "bench_check.csv";
static const char told_path[] = "bench_check.txt";

static double size_of(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 ? (double)about.st_size : 0;
}

/* Lines that the program printed last. */
static int lines_told(void)
{
    int lines = 0;
    FILE *file = fopen(told_path, "rb");
    for (int c = 0; file != NULL && (c = getc(file)) != EOF;)
        lines += c == '\n';
    if (file != NULL)
        fclose(file);
    return lines;
}

/* Generate a file, check it, and say what the check cost. */
static cost check(const char *name, const char *program_path, int runs, const generated_file *file)
{
    const char *const words[] = {program_path, "check", file->path, NULL};
    const program selaras = {.words = words, .output = told_path};
    if (cost_of(generate_answers, file).code != EXIT_SUCCESS)
        exit(EXIT_FAILURE);
    cost c = median_cost(name, runs, run_program, &selaras);
    double mb = size_of(file->path) / 1e6;
    printf("%-16s %7.1f MB, %7.1f MB/s by the clock, %7.1f by the processor, %8.1f ms, peak %5.1f "
           "MiB, exit code %d, %d lines told\n",
           name, mb, mb / c.clock, mb / c.processor, c.clock * 1e3, c.memory, c.code, lines_told());
    return c;
}

int main(int argc, char **argv)
{
    int64_t respondents = 100000;
    char program_path[1024];
    if (argc < 2 || (argc > 2 && !sel_number_integer(sel_str_of(argv[2]), &respondents))) {
        fprintf(stderr, "bench_check DATA [RESPONDENTS]\n");
        return EXIT_FAILURE;
    }
    const char *slash = strrchr(argv[0], '/');
    snprintf(program_path, sizeof program_path, "%.*sselaras",
             slash == NULL ? 0 : (int)(slash - argv[0]) + 1, argv[0]);
    generated_file file = {
        .data = argv[1], .path = answers_path, .respondents = (uint32_t)respondents};
    cost right = check("right", program_path, RUNS, &file);
    file.wrong = UINT32_MAX;
    cost wrong = check("wrong everywhere", program_path, 1, &file);
    file.respondents = SMALL_ROWS;
    file.wrong = SMALL_ERRORS;
    cost small = check("five errors", program_path, SMALL_RUNS, &file);
    remove(answers_path);
    remove(told_path);
    bool as_expected =
        right.code == EXIT_SUCCESS && wrong.code == small.code && small.code == REFUSED;
    return as_expected ? EXIT_SUCCESS : EXIT_FAILURE;
}
