/* bench_submit.c - take in a generated wide file of answers, end to end: read, check, store,
 * commit; and beside it what the same file costs without knowing what it says.
 *
 *   bench_submit DATA [RESPONDENTS]    DATA: the folder with questionnaires/ and models/
 *
 * "bare long" is libcsv straight into a table of one row for each answer, in one transaction, with
 * the journal and the synchronisation of our store; ".import" is the shell of SQLite, which makes a
 * wide table of text. Each runs in a process of its own; medians of three runs in turn. Seeded. */
#include "cost.h"
#include "generated_answers.h"
#include "store_file.h"

#include <csv.h>
#include <sqlite3.h>

enum { RUNS = 3 };

static const char answers_path[] = "bench_submit.csv";
static const char store_path[] = "bench_submit.db";
static const char bare_path[] = "bench_submit_bare.db";
static const char import_path[] = "bench_submit_import.db";

/* What selaras submit does, without telling. */
static int submit(const void *of)
{
    const generated_file *file = of;
    sel_context *context = generated_context(&file->data);
    sel_arena *arena = sel_arena_create();
    sel_store *store = NULL;
    sel_error err = {0};
    sel_intake intake = {0};
    remove_store(store_path);
    sel_status status = context == NULL ? SEL_NOT_FOUND : SEL_OK;
    if (status == SEL_OK)
        status = sel_store_create(store_path, "cyber", 0, &store, &err);
    if (status == SEL_OK)
        status = sel_intake_file(context, store, file->path, NULL, NULL, arena, &intake, &err);
    sel_store_close(store);
    bool all = status == SEL_OK && intake.stored &&
               intake.counts.answers == (uint64_t)file->respondents * GENERATED_COLUMNS;
    if (!all)
        fprintf(stderr, "not stored: %s\n", err.message);
    sel_arena_destroy(arena);
    sel_context_close(context);
    return all ? EXIT_SUCCESS : EXIT_FAILURE;
}

typedef struct bare {
    sqlite3_stmt *insert;
    sqlite3_int64 respondent;
    int question;
    bool failed;
} bare;

static void bare_cell(void *text, size_t length, void *to)
{
    bare *b = to;
    b->question += 1;
    if (b->respondent == 0 || length == 0)
        return;
    sqlite3_bind_int64(b->insert, 1, b->respondent);
    sqlite3_bind_int(b->insert, 2, b->question);
    sqlite3_bind_text(b->insert, 3, text, (int)length, SQLITE_STATIC);
    b->failed = b->failed || sqlite3_step(b->insert) != SQLITE_DONE;
    sqlite3_reset(b->insert);
}

static void bare_row(int end, void *to)
{
    (void)end;
    bare *b = to;
    b->respondent += 1;
    b->question = 0;
}

static bool bare_read(const char *path, bare *b)
{
    struct csv_parser parser;
    char buffer[65536];
    size_t count = 0;
    FILE *file = fopen(path, "rb");
    if (file == NULL || csv_init(&parser, 0) != 0)
        return false;
    while ((count = fread(buffer, 1, sizeof buffer, file)) > 0)
        if (csv_parse(&parser, buffer, count, bare_cell, bare_row, b) != count)
            b->failed = true;
    csv_fini(&parser, bare_cell, bare_row, b);
    csv_free(&parser);
    fclose(file);
    return !b->failed;
}

static int bare_long(const void *of)
{
    const generated_file *file = of;
    static const char before[] = "PRAGMA journal_mode = WAL; PRAGMA synchronous = EXTRA;"
                                 "CREATE TABLE answer (respondent INTEGER NOT NULL,"
                                 " question INTEGER NOT NULL, value TEXT NOT NULL); BEGIN";
    static const char insert[] = "INSERT INTO answer VALUES (?1, ?2, ?3)";
    sqlite3 *db = NULL;
    bare b = {0};
    remove_store(bare_path);
    bool done = sqlite3_open(bare_path, &db) == SQLITE_OK &&
                sqlite3_exec(db, before, NULL, NULL, NULL) == SQLITE_OK &&
                sqlite3_prepare_v2(db, insert, -1, &b.insert, NULL) == SQLITE_OK &&
                bare_read(file->path, &b) &&
                sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
    if (!done)
        fprintf(stderr, "bare long: %s\n", sqlite3_errmsg(db));
    sqlite3_finalize(b.insert);
    done = sqlite3_close(db) == SQLITE_OK && done;
    return done ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int import_by_shell(const void *of)
{
    char import[128];
    const generated_file *file = of;
    const char *const words[] = {"sqlite3", import_path, ".mode csv", import, NULL};
    snprintf(import, sizeof import, ".import %s answers", file->path);
    remove_store(import_path);
    return run_program(&(program){.words = words});
}

static void tell(const char *name, cost c, double answers, double compared)
{
    if (c.code == 127)
        printf("%-12s not installed\n", name);
    else if (c.code != EXIT_SUCCESS)
        printf("%-12s failed\n", name);
    else
        printf("%-12s %9.0f answers/s by the clock, %9.0f by the processor, peak %5.1f MiB; "
               "submit takes %.2f times as long\n",
               name, answers / c.clock, answers / c.processor, c.memory, compared / c.clock);
}

int main(int argc, char **argv)
{
    int64_t respondents = 100000;
    if (argc < 2 || (argc > 2 && !sel_number_integer(sel_str_of(argv[2]), &respondents))) {
        fprintf(stderr, "bench_submit DATA [RESPONDENTS]\n");
        return EXIT_FAILURE;
    }
    const generated_file file = {
        .data = argv[1], .path = answers_path, .respondents = (uint32_t)respondents};
    if (cost_of(generate_answers, &file).code != EXIT_SUCCESS)
        return EXIT_FAILURE;
    double answers = (double)respondents * GENERATED_COLUMNS;
    cost ours = median_cost("submit", RUNS, submit, &file);
    cost long_store = median_cost("bare long", RUNS, bare_long, &file);
    cost shell = median_cost("sqlite3 .import", RUNS, import_by_shell, &file);
    tell("submit", ours, answers, ours.clock);
    tell("bare long", long_store, answers, ours.clock);
    tell(".import", shell, answers, ours.clock);
    remove(answers_path);
    remove_store(store_path);
    remove_store(bare_path);
    remove_store(import_path);
    return ours.code;
}
