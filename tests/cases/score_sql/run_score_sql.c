/* A generated portfolio of 20 states and 300 programmes, and answers of 20 states with five each:
 * what the program scores equals what the SQL files beside this one compute anew from the
 * documented views of the store. They know nothing of the engine but the definitions. Each gives,
 * per recipient, the part and the whole of a share; the portfolio is the sum of all, or the row
 * without a recipient where records must not count twice. */
#include "../../unit/work/desk_fixture.h"

#include "base/text.h"
#include "seeded.h"
#include "work/results.h"

#include <sqlite3.h>

enum { STATES = 20, PROGRAMMES = 300, LISTED = 5, DONORS = 12, CAPABILITIES = 6, GRID = 35 };

static const char *const states[STATES] = {"FJI", "TON", "VUT", "WSM", "PNG", "SLB", "KIR",
                                           "TUV", "NRU", "PLW", "KEN", "UGA", "RWA", "GHA",
                                           "TLS", "LAO", "KHM", "MUS", "BTN", "NPL"};
static const char *const donors[DONORS] = {"Norland", "Sudonia", "Estavia",  "Westmark",
                                           "Ostovar", "Kalmera", "Brundia",  "Velania",
                                           "Torvost", "Quellin", "Marvelda", "Jorsund"};
static const char *const capabilities[CAPABILITIES] = {"D1.1", "D1.2", "D3.3",
                                                       "D4.1", "D4.3", "D5.1"};
static const char *const columns[CAPABILITIES] = {"d1_1", "d1_2", "d3_3", "d4_1", "d4_3", "d5_1"};

static desk d;
static sel_assessment assessment;
static sqlite3 *database;

/* --- the portfolio --- */

static void fill_title(char title[17], uint64_t *seed)
{
    for (int i = 0; i < 16; i++)
        title[i] = (char)('a' + seeded_below(seed, 26));
    title[16] = '\0';
}

static void add_programme(sel_text *rows, uint64_t *seed, int number)
{
    static const char *const statuses[] = {"running", "", "cancelled"};
    static const char *const tied[] = {"untied", "partially", "tied", ""};
    uint32_t first = seeded_below(seed, STATES);
    uint32_t second = (first + 1 + seeded_below(seed, STATES - 1)) % STATES;
    unsigned share = 10 * (1 + seeded_below(seed, 9));
    int from = 2020 + (int)seeded_below(seed, 6);
    char title[17];
    fill_title(title, seed);
    sel_text_printf(rows, "%sR,%d,%s,%s,%s,%s %u%%; %s %u%%,%s,%s,%d-%02u-%02u,%d-%02u-%02u,100,%s",
                    number == 0 ? "" : "\n", number, title, donors[seeded_below(seed, DONORS)],
                    seeded_below(seed, 4) == 0 ? "" : "Team", states[first], share, states[second],
                    100 - share, capabilities[seeded_below(seed, CAPABILITIES)],
                    statuses[seeded_below(seed, 8) < 6 ? 0 : 1 + seeded_below(seed, 2)], from,
                    1 + seeded_below(seed, 12), 1 + seeded_below(seed, 28),
                    from + 1 + (int)seeded_below(seed, 3), 1 + seeded_below(seed, 12),
                    1 + seeded_below(seed, 28), tied[seeded_below(seed, 8) % 7 % 4]);
}

static void add_answers(sel_text *header, sel_text *row, uint64_t *seed)
{
    static const char *const importance[] = {"low", "medium", "high", "vital"};
    static const char *const points[] = {"diplomatic", "technical", "law_enforcement",
                                         "infrastructure", "liaison"};
    static const char *const cells[] = {"designated", "deputy",  "mandate", "procedure",
                                        "tested",     "trained", "secure"};
    static const char *const said[] = {"yes", "no", "yes", "dont_know"};
    for (int i = 0; i < CAPABILITIES; i++) {
        sel_text_printf(header, ",help_%s,now_%s,wanted_%s,importance_%s", columns[i], columns[i],
                        columns[i], columns[i]);
        if (seeded_below(seed, 6) == 0)
            sel_text_printf(row, ",,,,");
        else
            sel_text_printf(row, ",%s,%u,%u,%s", seeded_below(seed, 8) == 0 ? "none" : "much",
                            1 + seeded_below(seed, 4), 2 + seeded_below(seed, 4),
                            importance[seeded_below(seed, 4)]);
    }
    for (int i = 0; i < GRID; i++) {
        sel_text_printf(header, ",poc_%s_%s", points[i / 7], cells[i % 7]);
        sel_text_printf(row, ",%s", said[seeded_below(seed, 4)]);
    }
}

static void fill_store(void)
{
    static const char records[] =
        "register,id,title,funder,implementer,recipient,capability,status,"
        "start,end,cyber_share,tied";
    uint64_t seed = 20261121;
    sel_text rows = {.arena = d.arena};
    for (int i = 0; i < PROGRAMMES; i++)
        add_programme(&rows, &seed, i);
    sel_import import;
    ck_assert_msg(desk_import(&d, &(sel_import_options){0}, records, sel_text_str(&rows).ptr,
                              &import) == SEL_OK,
                  "%s", d.err.message);
    ck_assert_uint_eq(import.taken, PROGRAMMES);
    for (int i = 0; i < STATES; i++) {
        sel_text header = {.arena = d.arena};
        sel_text row = {.arena = d.arena};
        sel_text_printf(&header, "country,agency,round,filled_by,approved_by");
        sel_text_printf(&row, "%s,CERT,1,Office,Office", states[i]);
        add_answers(&header, &row, &seed);
        ck_assert(desk_submit(&d, sel_text_str(&header).ptr, sel_text_str(&row).ptr).stored);
    }
}

static void add_support(sel_text *header, sel_text *row, uint64_t *seed, int number)
{
    static const char *const asked[] = {"yes", "no", "dont_know", "yes"};
    static const char *const items[] = {"initiated", "terms", "chose", "steers", "evaluates"};
    static const char *const groups[] = {"private_ci", "business", "academia", "civil_society",
                                         "technical"};
    static const char *const roles[] = {"none",      "none",       "informed", "consulted",
                                        "co_design", "co_deliver", "co_govern"};
    char title[17];
    fill_title(title, seed);
    sel_text_printf(header, ",support_%d_programme,support_%d_donor,support_%d_asked_first", number,
                    number, number);
    sel_text_printf(row, ",%s,%s,%s", title, donors[seeded_below(seed, DONORS)],
                    asked[seeded_below(seed, 4)]);
    for (int i = 0; i < 5; i++) {
        sel_text_printf(header, ",support_%d_own_%s,support_%d_role_%s", number, items[i], number,
                        groups[i]);
        if (seeded_below(seed, 5) == 0)
            sel_text_printf(row, ",,%s", roles[seeded_below(seed, 7)]);
        else
            sel_text_printf(row, ",%u,%s", seeded_below(seed, 5), roles[seeded_below(seed, 7)]);
    }
}

/* Every state lists as many as the questionnaire has room for. */
static void fill_statements(void)
{
    uint64_t seed = 20261122;
    for (int i = 0; i < STATES; i++) {
        sel_text header = {.arena = d.arena};
        sel_text row = {.arena = d.arena};
        sel_text_printf(&header, "country,agency,round,lead,filled_by,approved_by");
        sel_text_printf(&row, "%s,CERT,1,yes,Office,Office", states[i]);
        for (int j = 1; j <= LISTED; j++)
            add_support(&header, &row, &seed, j);
        ck_assert(desk_submit(&d, sel_text_str(&header).ptr, sel_text_str(&row).ptr).stored);
    }
}

/* --- the two sides --- */

static const char *statement(const char *name)
{
    enum { MOST = 8192 };
    sel_str path =
        sel_str_printf(d.arena, SELARAS_SOURCE_DIR "/tests/cases/score_sql/%s.sql", name);
    char *text = sel_arena_array(d.arena, MOST, 1);
    FILE *file = fopen(path.ptr, "rb");
    ck_assert_ptr_nonnull(file);
    size_t length = fread(text, 1, MOST - 1, file);
    ck_assert_uint_lt(length, MOST - 1);
    ck_assert_int_eq(fclose(file), 0);
    return text;
}

static void run(const char *sql)
{
    char *message = NULL;
    int code = sqlite3_exec(database, sql, NULL, NULL, &message);
    ck_assert_msg(code == SQLITE_OK, "%s", message);
}

static void open_views(void)
{
    const sel_study *study = assessment.study;
    ck_assert_int_eq(sqlite3_open_v2(d.store_path, &database, SQLITE_OPEN_READONLY, NULL),
                     SQLITE_OK);
    /* Days counted from noon, as the statements count them. */
    run(sel_str_printf(d.arena,
                       "CREATE TEMP TABLE frame AS SELECT CAST(julianday('1970-01-01') AS INTEGER)"
                       " + %d AS first, CAST(julianday('1970-01-01') AS INTEGER) + %d AS last",
                       study->window_start, study->window_end)
            .ptr);
    run(statement("supply"));
}

static double scored(sel_subject subject, const char *id)
{
    sel_score score = sel_score_compute(&assessment.evidence, &d.context->model, subject);
    const sel_indicator_value *value = &score.values[sel_indicator_number(sel_str_of(id))];
    ck_assert_msg(value->availability == SEL_AVAILABLE, "%s: %s", id, value->reason);
    return value->value;
}

static sel_subject subject_of(sel_level level, const char *code)
{
    sel_subject subject;
    ck_assert_int_eq(sel_subject_at(&assessment, level, sel_str_of(code), &subject, &d.err),
                     SEL_OK);
    return subject;
}

/* States that the indicator is available for. */
static int states_available(const char *id, sel_level level)
{
    int count = 0;
    for (int i = 0; i < STATES; i++) {
        sel_score score = sel_score_compute(&assessment.evidence, &d.context->model,
                                            subject_of(level, states[i]));
        count += score.values[sel_indicator_number(sel_str_of(id))].availability == SEL_AVAILABLE;
    }
    return count;
}

static void expect_same(const char *id, const char *who, sel_subject subject, double part,
                        double whole, double tolerance)
{
    double found = scored(subject, id);
    ck_assert_msg(fabs(found - part / whole) <= tolerance, "%s@%s: %.12g, by SQL %.12g", id, who,
                  found, part / whole);
}

/* Compares every recipient of the rows, then the portfolio. */
static void compare(const char *id, sel_level level, double tolerance)
{
    sqlite3_stmt *rows = NULL;
    double part = 0;
    double whole = 0;
    int recipients = 0;
    bool told = false; /* the portfolio has a row of its own */
    ck_assert_msg(sqlite3_prepare_v2(database, statement(id), -1, &rows, NULL) == SQLITE_OK, "%s",
                  sqlite3_errmsg(database));
    while (sqlite3_step(rows) == SQLITE_ROW) {
        const char *code = (const char *)sqlite3_column_text(rows, 0);
        double here = sqlite3_column_double(rows, 1);
        double all = sqlite3_column_double(rows, 2);
        if (code[0] == '\0') {
            told = true;
            part = here;
            whole = all;
            continue;
        }
        expect_same(id, code, subject_of(level, code), here, all, tolerance);
        recipients += 1;
        part += told ? 0 : here;
        whole += told ? 0 : all;
    }
    sqlite3_finalize(rows);
    ck_assert_int_eq(recipients, states_available(id, level));
    ck_assert_msg(recipients >= STATES - 5, "%s: %d states", id, recipients);
    if (level == SEL_LEVEL_RECIPIENT && strcmp(id, "d8") != 0) /* no meaning for a portfolio */
        expect_same(id, "portfolio", (sel_subject){.level = SEL_LEVEL_PORTFOLIO}, part, whole,
                    tolerance);
}

static const double exact = 2e-9;

static void assess(uint32_t undertakings)
{
    const sel_day day = sel_day_of(2024, 7, 1);
    const sel_assess_options options = {.as_of = {.known = true, .earliest = day, .latest = day}};
    ck_assert_msg(sel_assess_open(d.context, d.store, &options, &assessment, &d.err) == SEL_OK,
                  "%s", d.err.message);
    ck_assert_uint_eq(assessment.roster.undertaking_count, undertakings); /* no two are one */
    open_views();
}

static void close_all(void)
{
    sqlite3_close(database);
    sel_assess_close(&assessment);
    desk_close(&d);
}

START_TEST(scores_equal_their_definitions_in_sql)
{
    static const double millionth = 2e-6; /* red is kept in ppm */
    desk_open(&d);
    fill_store();
    assess(PROGRAMMES);
    compare("a3", SEL_LEVEL_RECIPIENT, exact);
    compare("b1", SEL_LEVEL_RECIPIENT, millionth);
    compare("b2", SEL_LEVEL_RECIPIENT, exact);
    compare("b8", SEL_LEVEL_RECIPIENT, exact);
    compare("c4", SEL_LEVEL_RECIPIENT, exact);
    compare("d8", SEL_LEVEL_RECIPIENT, exact);
    close_all();
}
END_TEST

START_TEST(responses_equal_their_definitions_in_sql)
{
    desk_open(&d);
    fill_statements();
    assess(STATES * LISTED);
    compare("a1", SEL_LEVEL_RESPONSE, exact);
    compare("a6", SEL_LEVEL_RESPONSE, exact);
    compare("d1", SEL_LEVEL_RESPONSE, exact);
    compare("d2", SEL_LEVEL_RESPONSE, exact);
    close_all();
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {scores_equal_their_definitions_in_sql,
                                  responses_equal_their_definitions_in_sql, NULL};
    return run_tests("score_sql", tests);
}
