#include "desk_fixture.h"

#include "base/text.h"
#include "work/results.h"
#include "work/tell_pairs.h"

__extension__ typedef unsigned __int128 wide;

/* A regional programme for three states, and a national one of another donor in each of them; the
 * fourth donor's is in two. Kinds of help and whom they are for are given here and there. */
static const char header[] = "register,id,title,funder,recipient,capability,kind,for_whom,start,"
                             "end,amount,currency";
static const char rows[] =
    "R,region,For all,Donor A,FJI=40%; TON=30%; VUT=30%,D1.2,training;advice,government,"
    "2026-01-01,2027-12-31,900000,USD\n"
    "R,fji,In one,Donor B,FJI,D1.2,training,government;justice,2026-03-01,2027-06-30,100000,USD\n"
    "R,ton,In another,Donor C,TON,D1.2,training;advice,,2026-01-01,2026-12-31,,\n"
    "R,two,In two,Donor D,TON=50%; VUT=50%,D1.2,,government,2026,2027,50000,USD\n"
    "R,own,The same donor,Donor A,FJI,D1.2,advice,government,2026-01-01,2027-12-31,10000,USD";

typedef struct told {
    desk d;
    sel_assessment assessment;
    sel_report report;
} told;

/* As of 1 July 2026, when all of them run. */
static void tell(told *t, sel_assess_options options)
{
    sel_import import;
    const sel_day day = sel_day_of(2026, 7, 1);
    options.as_of = (sel_days){day, day, true};
    desk_open(&t->d);
    ck_assert_msg(desk_import(&t->d, &(sel_import_options){0}, header, rows, &import) == SEL_OK,
                  "%s", t->d.err.message);
    ck_assert_msg(sel_assess_open(t->d.context, t->d.store, &options, &t->assessment, &t->d.err) ==
                      SEL_OK,
                  "%s", t->d.err.message);
    t->report = (sel_report){.arena = t->d.arena, .id = "overlap"};
    sel_tell_overlap(t->d.context, &t->assessment, &t->report);
}

static void end(told *t)
{
    sel_assess_close(&t->assessment);
    desk_close(&t->d);
}

static const sel_table *table_of(told *t, const char *id)
{
    const sel_table *table = NULL;
    ck_assert_msg(sel_report_find_table(&t->report, id, t->d.arena, &table, &t->d.err) == SEL_OK,
                  "%s", t->d.err.message);
    return table;
}

static const sel_cell *cell_of(const sel_table *table, uint32_t row, const char *column)
{
    for (uint32_t i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].id, column) == 0)
            return sel_table_cell(table, row, i);
    ck_abort_msg("no column %s", column);
    return NULL;
}

static wide number(const sel_table *table, uint32_t row, const char *column)
{
    const sel_cell *cell = cell_of(table, row, column);
    ck_assert_int_eq(cell->kind, SEL_CELL_INTEGER);
    ck_assert_int_ge(cell->integer, 0);
    return (wide)cell->integer;
}

static wide likeness(const sel_table *table, uint32_t row, const char *which)
{
    char kind[16];
    char whom[16];
    snprintf(kind, sizeof kind, "a_%s", which);
    snprintf(whom, sizeof whom, "g_%s", which);
    return number(table, row, kind) * number(table, row, whom);
}

static wide column(const sel_table *table, uint32_t row, const char *of, const char *what,
                   const char *end_of)
{
    char name[32];
    snprintf(name, sizeof name, "%s_%s_%s", of, what, end_of);
    return number(table, row, name);
}

/* S_c and T of one end, out of the columns of a row. */
static void multiply_out(const sel_table *table, uint32_t row, const char *end_of)
{
    static const char *const ways[] = {"ta", "tb"};
    char name[32];
    snprintf(name, sizeof name, "c_%s", end_of);
    wide part = number(table, row, name) * column(table, row, "d", "days", end_of) *
                likeness(table, row, "part");
    wide whole = number(table, row, "c_whole") * number(table, row, "d_length") *
                 likeness(table, row, "whole");
    snprintf(name, sizeof name, "s_%s_ppm", end_of);
    ck_assert_uint_eq((uint64_t)(part * 1000000 / whole), (uint64_t)number(table, row, name));
    for (int way = 0; way < 2; way++) {
        wide inside = column(table, row, ways[way], "inside", end_of);
        wide outside = column(table, row, ways[way], "outside", end_of);
        part =
            inside * column(table, row, ways[way], "days", end_of) * likeness(table, row, "part");
        whole = (inside + outside) * column(table, row, ways[way], "length", end_of) *
                likeness(table, row, "whole");
        snprintf(name, sizeof name, "%s_%s_ppm", ways[way], end_of);
        ck_assert_uint_eq((uint64_t)(part * 1000000 / whole), (uint64_t)number(table, row, name));
    }
}

START_TEST(figures_multiply_out)
{
    told t;
    tell(&t, (sel_assess_options){.overlap = {.within_donor = true}});
    const sel_table *table = table_of(&t, "pairs");
    ck_assert_uint_eq(table->row_count, 5); /* one of them within a donor */
    for (uint32_t row = 0; row < table->row_count; row++) {
        multiply_out(table, row, "low");
        multiply_out(table, row, "high");
    }
    end(&t);
}
END_TEST

/* Of the region's programme 30 % lie in Fiji, of Fiji's all: what is in the region stands beneath
 * it; the two that meet in Tonga alone stand for themselves. */
START_TEST(a_region_stands_once)
{
    told t;
    tell(&t, (sel_assess_options){0});
    const sel_table *table = table_of(&t, "pairs");
    uint32_t beneath = 0;
    for (uint32_t row = 0; row < table->row_count; row++) {
        sel_str a = cell_of(table, row, "a")->text;
        sel_str b = cell_of(table, row, "b")->text;
        sel_str group = cell_of(table, row, "group")->text;
        bool of_region = sel_str_is(a, "R:region") || sel_str_is(b, "R:region");
        ck_assert(sel_str_is(group, of_region ? "R:region" : ""));
        ck_assert_uint_eq(of_region ? row : beneath, beneath); /* they stand together */
        beneath += of_region;
    }
    ck_assert_uint_eq(beneath, 3);
    end(&t);
}
END_TEST

static void check_share(const sel_table *table, uint32_t row, const char *column_id, uint64_t ppm)
{
    ck_assert_uint_eq((uint64_t)number(table, row, column_id), ppm);
}

/* By hand. Fiji: C = .4; 487 of 487 days together; kinds {training} of {training, advice}: ½+½·½;
 * for whom {government} of {government, justice}: ½+½·½; S = .4·.75·.75 = .225. All of Fiji's lies
 * in the region's: T = 1·1·.5625; of the region's .4 · 487/730 · .5625 = .150102. */
START_TEST(one_pair_by_hand)
{
    told t;
    tell(&t, (sel_assess_options){0});
    const sel_table *table = table_of(&t, "pairs");
    for (uint32_t row = 0; row < table->row_count; row++) {
        if (!sel_str_is(cell_of(table, row, "a")->text, "R:fji") ||
            !sel_str_is(cell_of(table, row, "b")->text, "R:region"))
            continue;
        check_share(table, row, "s_high_ppm", 225000);
        check_share(table, row, "ta_high_ppm", 562500);
        check_share(table, row, "tb_high_ppm", 150102);
        check_share(table, row, "d_length", 487);
        check_share(table, row, "factors", 4);
        ck_assert(sel_str_is(cell_of(table, row, "places")->text, "FJI/D1.2"));
        ck_assert(sel_str_is(cell_of(table, row, "reply_state")->text, "not-shown"));
        end(&t);
        return;
    }
    ck_abort_msg("the pair is not listed");
}
END_TEST

START_TEST(only_what_was_asked_for)
{
    told t;
    tell(&t, (sel_assess_options){.wish = {.donor = "donor d", .recipient = "Tonga"}});
    const sel_table *table = table_of(&t, "pairs");
    ck_assert_uint_eq(table->row_count, 2); /* with the region, and with Tonga's */
    const sel_table *places = table_of(&t, "places");
    ck_assert_uint_eq(places->row_count, 1);
    ck_assert(sel_str_is(cell_of(places, 0, "recipient")->text, "TON"));
    ck_assert_uint_eq(t.assessment.overlap.chosen.certain + t.assessment.overlap.chosen.possible,
                      2);
    ck_assert_uint_eq(t.assessment.overlap.certain + t.assessment.overlap.possible, 4);
    end(&t);
}
END_TEST

/* Of four pairs the strongest is listed: all of Tonga's is in the region's, T = 1. The others are
 * bounded by it, and each of them is in truth no stronger. */
START_TEST(what_is_not_listed_is_bounded)
{
    told t;
    tell(&t, (sel_assess_options){.overlap = {.top = 1}});
    const sel_table *lists = table_of(&t, "lists");
    uint32_t row = SEL_LIST_RUNNING;
    ck_assert(sel_str_is(cell_of(lists, row, "list")->text, "running"));
    check_share(lists, row, "listed", 1);
    check_share(lists, row, "unlisted", 3);
    check_share(lists, row, "bound_ppm", 1000000);
    uint64_t reading = (uint64_t)number(lists, row, "bound_reading_number");
    ck_assert_int_eq(cell_of(lists, SEL_LIST_PIPELINE, "bound_ppm")->kind, SEL_CELL_EMPTY);
    end(&t);
    tell(&t, (sel_assess_options){0});
    const sel_table *pairs = table_of(&t, "pairs");
    for (row = 0; row < pairs->row_count; row++)
        ck_assert_uint_le((uint64_t)number(pairs, row, "reading_number"), reading);
    end(&t);
}
END_TEST

/* Tables for people have no columns for files, and the other way round. */
START_TEST(two_kinds_of_tables)
{
    told t;
    tell(&t, (sel_assess_options){0});
    const sel_table *table = NULL;
    ck_assert_int_eq(sel_report_find_table(&t.report, "pairs_running", t.d.arena, &table, &t.d.err),
                     SEL_NOT_FOUND);
    ck_assert(!sel_table_for_people(table_of(&t, "pairs")));
    end(&t);
}
END_TEST

static sel_str whole_file(sel_arena *arena, const char *path)
{
    sel_text text = {.arena = arena};
    char block[4096];
    size_t got = 0;
    FILE *file = fopen(path, "rb");
    ck_assert_ptr_nonnull(file);
    while ((got = fread(block, 1, sizeof block, file)) > 0)
        sel_text_add(&text, (sel_str){block, got});
    ck_assert_int_eq(fclose(file), 0);
    return sel_text_str(&text);
}

START_TEST(every_column_is_documented)
{
    told t;
    tell(&t, (sel_assess_options){0});
    sel_str page = whole_file(t.d.arena, SELARAS_SOURCE_DIR "/questionnaires/overlap.md");
    const sel_table *table = table_of(&t, "pairs");
    for (uint32_t i = 0; i < table->column_count; i++) {
        sel_str name = sel_str_printf(t.d.arena, "`%s`", table->columns[i].id);
        ck_assert_msg(sel_str_find(page, name) < page.len, "%s", name.ptr);
    }
    end(&t);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {every_column_is_documented, figures_multiply_out,
                                  a_region_stands_once,       one_pair_by_hand,
                                  only_what_was_asked_for,    what_is_not_listed_is_bounded,
                                  two_kinds_of_tables,        NULL};
    return run_tests("tell_pairs", tests);
}
