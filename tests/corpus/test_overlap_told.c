/* What a coordinator is told of nineteen real cyber projects, as of 1 July 2018. The figures were
 * worked out by hand from the rows of the register before the program told them: see
 * test_overlap_corpus.c for the pair in the Pacific. */
#include "material.h"
#include "unit/work/desk_fixture.h"
#include "work/results.h"

static char path[MATERIAL_PATH_ROOM];
static desk d;
static sel_assessment assessment;
static sel_report report;

static void tell(void)
{
    desk_open(&d);
    sel_progress progress = {0};
    sel_import_options options = {.progress = &progress};
    sel_import import;
    ck_assert_msg(sel_import_file(d.context, d.store, path, &options, d.arena, &import, &d.err) ==
                      SEL_OK,
                  "%s", d.err.message);
    const sel_day day = sel_day_of(2018, 7, 1);
    const sel_assess_options assess = {.as_of = {day, day, true},
                                       .overlap = {.within_donor = true, .without_past = true}};
    ck_assert_msg(sel_assess_open(d.context, d.store, &assess, &assessment, &d.err) == SEL_OK, "%s",
                  d.err.message);
    report = (sel_report){.arena = d.arena, .id = "overlap"};
    sel_tell_overlap(d.context, &assessment, &report);
}

static void end(void)
{
    sel_assess_close(&assessment);
    desk_close(&d);
}

static const sel_table *table_of(const char *id)
{
    const sel_table *table = NULL;
    ck_assert_msg(sel_report_find_table(&report, id, d.arena, &table, &d.err) == SEL_OK, "%s",
                  d.err.message);
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

/* Row of a pair by the beginnings of its titles, in either order. */
static uint32_t row_of(const sel_table *table, const char *one, const char *other)
{
    for (uint32_t row = 0; row < table->row_count; row++) {
        sel_str a = cell_of(table, row, "title_a")->text;
        sel_str b = cell_of(table, row, "title_b")->text;
        if ((sel_str_starts(a, sel_str_of(one)) && sel_str_starts(b, sel_str_of(other))) ||
            (sel_str_starts(b, sel_str_of(one)) && sel_str_starts(a, sel_str_of(other))))
            return row;
    }
    ck_abort_msg("no pair of %s and %s", one, other);
    return 0;
}

/* Incident response in three islands, by two donors; 457 days are up to 15 months. */
START_TEST(three_places)
{
    static const char *const codes[] = {"PNG", "TON", "VUT"};
    tell();
    const sel_table *places = table_of("places");
    ck_assert_uint_eq(places->row_count, 3);
    for (uint32_t row = 0; row < 3; row++) {
        ck_assert(sel_str_is(cell_of(places, row, "recipient")->text, codes[row]));
        ck_assert(sel_str_is(cell_of(places, row, "capability")->text, "D1.2"));
        ck_assert_int_eq(cell_of(places, row, "donors")->integer, 2);
        ck_assert_int_eq(cell_of(places, row, "programmes")->integer, row == 2 ? 3 : 2);
        double months = cell_of(places, row, "months_together")->high;
        ck_assert(months > 15.0 && months < 15.1); /* 457 / 30.4375 */
        ck_assert(sel_str_is(cell_of(places, row, "reading")->text, "note (possible)"));
    }
    end();
}
END_TEST

/* At most 457 of 638 days together, at least 2, which counts as none. */
START_TEST(the_pair_in_the_pacific)
{
    tell();
    const sel_table *pairs = table_of("pairs");
    uint32_t row = row_of(pairs, "Cybersecurity in Pacific Island", "Raising cyber security");
    ck_assert(sel_str_is(cell_of(pairs, row, "list")->text, "running"));
    ck_assert_int_eq(cell_of(pairs, row, "d_length")->integer, 638);
    ck_assert_int_eq(cell_of(pairs, row, "d_days_high")->integer, 457);
    ck_assert_int_eq(cell_of(pairs, row, "d_days_low")->integer, 0);
    ck_assert_int_eq(cell_of(pairs, row, "factors")->integer, 2);
    ck_assert(sel_str_is(cell_of(pairs, row, "certainty")->text, "possible"));
    ck_assert(sel_str_is(cell_of(pairs, row, "reply_state")->text, "not-shown"));
    end();
}
END_TEST

/* Australia in Vanuatu, Singapore in ten states: each of one donor, so on a list of their own. */
START_TEST(of_one_donor)
{
    tell();
    const sel_table *pairs = table_of("pairs");
    uint32_t australia =
        row_of(pairs, "Cybersecurity in Pacific Island", "Support to CERT Vanuatu");
    uint32_t singapore =
        row_of(pairs, "ASEAN Cyber Capacity Programme", "ASEAN-Singapore Cybersecurity");
    ck_assert(sel_str_is(cell_of(pairs, australia, "list")->text, "within-donor"));
    ck_assert(sel_str_is(cell_of(pairs, singapore, "list")->text, "within-donor"));
    ck_assert_uint_eq(assessment.overlap.chosen.within_donor, 2);
    end();
}
END_TEST

/* CyberSouth, told by three sources, is in no pair with itself; nothing is certain. */
START_TEST(nothing_with_itself)
{
    tell();
    const sel_table *pairs = table_of("pairs");
    for (uint32_t row = 0; row < pairs->row_count; row++)
        ck_assert_uint_eq(sel_str_find(cell_of(pairs, row, "title_a")->text, SEL_STR("South")),
                          cell_of(pairs, row, "title_a")->text.len);
    ck_assert_uint_eq(assessment.overlap.certain, 0);
    ck_assert_uint_eq(assessment.overlap.chosen.by_class[SEL_PAIR_SAME], 2);
    end();
}
END_TEST

/* Korea's trainings of two decades, the same for many countries: all of one donor. */
START_TEST(trainings_of_one_donor)
{
    char trainings[MATERIAL_PATH_ROOM];
    if (!material_find("register-csv/koica_cyber_egov_1991-2009.csv", trainings))
        return;
    desk_open(&d);
    desk_write(&d, "header,field", "=Republic of Korea,funder");
    sel_progress progress = {0};
    sel_import_options options = {.progress = &progress, .mapping = d.file_path};
    sel_import import;
    ck_assert_msg(sel_import_file(d.context, d.store, trainings, &options, d.arena, &import,
                                  &d.err) == SEL_OK,
                  "%s", d.err.message);
    const sel_assess_options assess = {.overlap = {.all_time = true}};
    ck_assert_msg(sel_assess_open(d.context, d.store, &assess, &assessment, &d.err) == SEL_OK, "%s",
                  d.err.message);
    ck_assert_uint_gt(assessment.study->programme_count, 0);
    for (uint32_t p = 0; p < assessment.study->programme_count; p++)
        ck_assert_uint_eq(assessment.study->programmes[p].donor_count, 1);
    ck_assert_uint_eq(assessment.overlap.certain + assessment.overlap.possible, 0);
    ck_assert_uint_eq(assessment.overlap.no_donor, 0);
    for (uint32_t i = 0; i < assessment.supplies.count; i++)
        ck_assert_uint_le(assessment.supplies.list[i].donors, 1);
    end();
}
END_TEST

int main(void)
{
    if (!material_find("register-csv/cyber_projects.csv", path))
        return MATERIAL_MISSING;
    const TTest *const tests[] = {three_places,           the_pair_in_the_pacific, of_one_donor,
                                  trainings_of_one_donor, nothing_with_itself,     NULL};
    return run_tests("overlap_told", tests);
}
