/** bench_overlap.c - needs, records, supply and overlap of a large register.
 *
 *     bench_overlap [PROGRAMMES [THREADS [RUNS [unknown | brute | sql]]]]
 *
 * The register of generated_register.h; a tenth of the dates is imprecise; kinds of help and for
 * whom are known, or for half of them with `unknown`. Prints the median of the runs per stage and
 * the largest memory of the process. `brute` compares every pair by the definition too (100,000
 * programmes take minutes), `sql` lets SQLite find the pairs of score .5: all dates are exact then,
 * as SQL has no other. */
#include "brute_overlap.h"
#include "generated_register.h"
#include "stopwatch.h"

#include <inttypes.h>
#include <sqlite3.h>

enum { MOST_RUNS = 9, STAGES = 4 };

/* One run of all stages; the time of each in took. */
static sel_overlap run(const sel_study *study, int threads, moment *took, sel_arena *arena)
{
    moment start = moment_now();
    sel_needs needs = sel_needs_compute(study, arena);
    took[0] = moment_since(start);
    start = moment_now();
    sel_records records = sel_records_compute(study, arena);
    took[1] = moment_since(start);
    start = moment_now();
    sel_supplies supplies = sel_supply_compute(study, &needs, records.counted, arena);
    took[2] = moment_since(start);
    start = moment_now();
    sel_overlap_options options = {.top = 1000, .threads = threads};
    sel_overlap overlap = {0};
    sel_error err = {0};
    if (sel_overlap_compute(study, &needs, &supplies, &records, &options, arena, &overlap, &err) !=
        SEL_OK)
        fprintf(stderr, "%s\n", err.message);
    took[3] = moment_since(start);
    return overlap;
}

/* The engine's list of all pairs, of all time and within one donor too. */
static sel_overlap list_all(const sel_study *study, const sel_needs *needs,
                            const sel_supplies *supplies, const sel_records *records,
                            sel_arena *arena)
{
    const sel_overlap_options options = {.top = UINT32_MAX, .within_donor = true, .all_time = true};
    sel_overlap overlap = {0};
    sel_error err = {0};
    if (sel_overlap_compute(study, needs, supplies, records, &options, arena, &overlap, &err) !=
        SEL_OK)
        fprintf(stderr, "%s\n", err.message);
    return overlap;
}

/* Every pair by the definition, beside the engine's list of all pairs. */
static void compare_by_definition(const sel_study *study, sel_arena *arena)
{
    sel_needs needs = sel_needs_compute(study, arena);
    sel_records records = sel_records_compute(study, arena);
    sel_supplies supplies = sel_supply_compute(study, &needs, records.counted, arena);
    sel_overlap overlap = list_all(study, &needs, &supplies, &records, arena);
    const naive_case all = {study, &needs, &supplies, &records};
    moment start = moment_now();
    brute_result brute = brute_compare(&all, &overlap, arena);
    printf("by the definition: %" PRIu64 " pairs in %.1f s; listed %" PRIu32 ", different %" PRIu64
           "\n",
           brute.reaching, moment_since(start).clock, overlap.pair_count, brute.different);
}

static const char sql_tables[] =
    "CREATE TABLE programme (id INTEGER PRIMARY KEY, first INTEGER, last INTEGER, kinds INTEGER,"
    " for_whom INTEGER);"
    "CREATE TABLE cell (place INTEGER, programme INTEGER, effort INTEGER,"
    " PRIMARY KEY (place, programme)) WITHOUT ROWID;";

/* S of both, in integers: C·D·A·G with A and G as parts of wholes. */
static const char sql_join[] =
    "SELECT count(*) FROM (SELECT sum(min(x.effort, y.effort)) AS c,"
    " min(a.last, b.last) - max(a.first, b.first) AS days,"
    " min(a.last - a.first, b.last - b.first) AS length, a.kinds AS k, b.kinds AS l,"
    " a.for_whom AS g, b.for_whom AS h"
    " FROM cell AS x CROSS JOIN cell AS y ON y.place = x.place AND y.programme > x.programme"
    " CROSS JOIN programme AS a ON a.id = x.programme"
    " CROSS JOIN programme AS b ON b.id = y.programme"
    " WHERE a.first < b.last AND b.first < a.last GROUP BY x.programme, y.programme)"
    " WHERE days >= min(90, length) AND"
    " 2 * c * days * part(k, l) * part(g, h) >= 10000000 * length * whole(k, l) * whole(g, h)";

/* ½ + ½·Jaccard as part / whole; 1 / 1 when not known on both sides. */
static void count_members(sqlite3_value **values, int *common, int *all)
{
    unsigned a = (unsigned)sqlite3_value_int(values[0]);
    unsigned b = (unsigned)sqlite3_value_int(values[1]);
    *common = *all = 0;
    for (unsigned bit = 1; bit < 1U << 16 && a != 0 && b != 0; bit <<= 1) {
        *common += (a & b & bit) != 0;
        *all += ((a | b) & bit) != 0;
    }
}

static void sql_part(sqlite3_context *context, int count, sqlite3_value **values)
{
    int common;
    int all;
    (void)count;
    count_members(values, &common, &all);
    sqlite3_result_int(context, all == 0 ? 1 : all + common);
}

static void sql_whole(sqlite3_context *context, int count, sqlite3_value **values)
{
    int common;
    int all;
    (void)count;
    count_members(values, &common, &all);
    sqlite3_result_int(context, all == 0 ? 1 : 2 * all);
}

static void fill_sql(sqlite3 *db, const sel_study *study)
{
    sqlite3_stmt *programme = NULL;
    sqlite3_stmt *cell = NULL;
    sqlite3_prepare_v2(db, "INSERT INTO programme VALUES (?,?,?,?,?)", -1, &programme, NULL);
    sqlite3_prepare_v2(db, "INSERT INTO cell VALUES (?,?,?)", -1, &cell, NULL);
    sqlite3_exec(db, "BEGIN", NULL, NULL, NULL);
    for (uint32_t p = 0; p < study->programme_count; p++) {
        const sel_study_programme *from = &study->programmes[p];
        const int values[] = {(int)p, from->start_low, from->end_high, from->kinds, from->for_whom};
        for (int i = 0; i < 5; i++)
            sqlite3_bind_int(programme, i + 1, values[i]);
        sqlite3_step(programme);
        sqlite3_reset(programme);
        for (uint32_t i = 0; i < from->place_count; i++) {
            sqlite3_bind_int(cell, 1, from->places[i].recipient << 8 | from->places[i].capability);
            sqlite3_bind_int(cell, 2, (int)p);
            sqlite3_bind_int(cell, 3, (int)from->places[i].effort_high);
            sqlite3_step(cell);
            sqlite3_reset(cell);
        }
    }
    sqlite3_exec(db, "COMMIT; ANALYZE", NULL, NULL, NULL);
    sqlite3_finalize(programme);
    sqlite3_finalize(cell);
}

static uint64_t count_scored(const sel_study *study, sel_arena *arena)
{
    sel_needs needs = sel_needs_compute(study, arena);
    sel_records records = sel_records_compute(study, arena);
    sel_supplies supplies = sel_supply_compute(study, &needs, records.counted, arena);
    sel_overlap overlap = list_all(study, &needs, &supplies, &records, arena);
    uint64_t scored = 0;
    for (uint32_t i = 0; i < overlap.pair_count; i++)
        scored += overlap.pairs[i].s_high_ppm >= SEL_PPM / 2;
    return scored;
}

/* The pairs of score .5 by SQL, all in memory. The engine finds containment and need beside them.
 */
static void compare_with_sql(const sel_study *study, double engine, sel_arena *arena)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *join = NULL;
    if (sqlite3_open(":memory:", &db) != SQLITE_OK)
        return;
    int how = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
    sqlite3_create_function(db, "part", 2, how, NULL, sql_part, NULL, NULL);
    sqlite3_create_function(db, "whole", 2, how, NULL, sql_whole, NULL, NULL);
    sqlite3_exec(db, sql_tables, NULL, NULL, NULL);
    fill_sql(db, study);
    moment start = moment_now();
    int64_t pairs = -1;
    if (sqlite3_prepare_v2(db, sql_join, -1, &join, NULL) == SQLITE_OK &&
        sqlite3_step(join) == SQLITE_ROW)
        pairs = sqlite3_column_int64(join, 0);
    double took = moment_since(start).clock;
    printf("SQLite: %" PRId64 " pairs of score .5 in %.3f s: %.0f times the engine's time; the "
           "engine has %" PRIu64 " of them\n",
           pairs, took, took / engine, count_scored(study, arena));
    sqlite3_finalize(join);
    sqlite3_close(db);
}

/* The median of each stage's runs; returns that of overlap, seconds by the clock. */
static double measure(const sel_study *study, int threads, int runs)
{
    static const char *const names[STAGES] = {"needs", "records", "supply", "overlap"};
    moment took[STAGES][MOST_RUNS];
    moment median = {0};
    for (int i = 0; i < runs; i++) {
        sel_arena *results = sel_arena_create();
        moment of_run[STAGES];
        sel_overlap overlap = run(study, threads, of_run, results);
        for (int stage = 0; stage < STAGES; stage++)
            took[stage][i] = of_run[stage];
        if (i == 0)
            printf("%" PRIu64 " meetings, %" PRIu64 " certain, %" PRIu64 " possible, %" PRIu64
                   " within one donor, %" PRIu64 " outside the window\n",
                   overlap.compared, overlap.certain, overlap.possible, overlap.within_donor,
                   overlap.outside);
        sel_arena_destroy(results);
    }
    for (int stage = 0; stage < STAGES; stage++) {
        median = median_moment(took[stage], runs);
        print_moment(names[stage], median);
    }
    return median.clock;
}

int main(int argc, char **argv)
{
    int64_t count = 100000;
    int64_t threads = 0;
    int64_t runs = 5;
    if ((argc > 1 && !sel_number_integer(sel_str_of(argv[1]), &count)) ||
        (argc > 2 && !sel_number_integer(sel_str_of(argv[2]), &threads)) ||
        (argc > 3 && !sel_number_integer(sel_str_of(argv[3]), &runs)) || count < 1 ||
        count > 4000000 || runs < 1 || runs > MOST_RUNS)
        return EXIT_FAILURE;
    const char *mode = argc > 4 ? argv[4] : "";
    bool exact = strcmp(mode, "sql") == 0;
    bool brute = strcmp(mode, "brute") == 0;
    generated_source source = {.state = 20261120,
                               .sets_known = strcmp(mode, "unknown") == 0 ? .5 : 1,
                               .imprecise = exact   ? 0
                                            : brute ? .01
                                                    : .1};
    sel_model model = {.overlap_threshold_bp = 5000,
                       .overlap_floor_days = 90,
                       .overlap_likeness_floor_bp = 5000,
                       .overlap_money_floor = 5000000,
                       .ordinal_supply = {0, .25, .5, 1, 1.5, 2}};
    sel_arena *arena = sel_arena_create();
    sel_study study = generated_register(&source, (uint32_t)count, &model, arena);
    printf("%" PRId64 " programmes, %" PRIu64 " places; %.0f MB before\n", count,
           generated_place_count(&study), peak_memory());
    double took = measure(&study, (int)threads, (int)runs);
    printf("%.0f MB at most\n", peak_memory());
    if (brute)
        compare_by_definition(&study, arena);
    if (exact)
        compare_with_sql(&study, took, arena);
    sel_arena_destroy(arena);
    return EXIT_SUCCESS;
}
