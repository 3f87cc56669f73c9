/* Real registers in tables outside the project: rows in, programmes out, money to the cent.
 *
 * Oracle: python3's csv and decimal modules over the same files, grouping rows in a dict, for
 * example for the CRS extract (cp1252, errors='replace')
 *
 *   g[donor_name, agency_name, project_number][i] += Decimal(usd_commitment | usd_disbursement)
 *   sum(c if c > 0 else max(d, 0) for c, d in g.values()) * 10**6
 *
 * and for 3W len({(title, organisation, sector, dates, country)}) of case-folded cells. Amounts
 * with more than two decimals are compared by their lower bounds. */
#include "input/register_letters.h"
#include "input/register_mapping.h"
#include "shipped.h"

enum { SKIPPED = 77 };

static shipped all;
static char folder[1024];

typedef struct outcome {
    bool is_register;
    sel_register_dialect dialect;
    sel_register_counts counts;
    int64_t money; /* sum of the lower bounds, hundredths */
    uint64_t with_money;
    uint64_t events; /* records called after the APEC training */
    uint32_t most_recipients;
} outcome;

static bool add_record(void *to, const sel_programme *record)
{
    outcome *out = to;
    static const sel_str training = {"Cyber Security for APEC", 23};
    uint64_t ppm = 0;
    for (uint32_t i = 0; i < record->recipient_count; i++)
        ppm += record->recipients[i].ppm;
    ck_assert_uint_le(ppm, SEL_PPM);
    ck_assert_uint_gt(record->id.len, 0);
    ck_assert(!record->money.known || record->money.low <= record->money.high);
    out->money += record->money.known ? record->money.low : 0;
    out->with_money += record->money.known && record->money.low > 0;
    out->events += sel_str_starts(record->title, training);
    if (record->recipient_count > out->most_recipients)
        out->most_recipients = record->recipient_count;
    return true;
}

static outcome read_file(const char *name, const char *mapping_text)
{
    char path[2048];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    outcome out = {0};
    sel_error err = {0};
    sel_arena *arena = sel_arena_create();
    sel_issues issues = {.arena = arena};
    sel_bytes *bytes = NULL;
    sel_encoding encoding;
    sel_register_mapping *mapping = NULL;
    if (mapping_text != NULL) {
        sel_bytes *text = sel_bytes_open_memory("mapping.csv", sel_str_of(mapping_text));
        ck_assert_int_eq(sel_register_mapping_open(text, &issues, &mapping, &err), SEL_OK);
        sel_bytes_close(text);
    }
    ck_assert_int_eq(sel_bytes_open(path, &bytes, &err), SEL_OK);
    ck_assert_msg(sel_register_letters(bytes, NULL, &all.reference, &encoding, &err) == SEL_OK,
                  "%s: %s", name, err.message);
    sel_register_guess guess = sel_register_recognise_mapped(bytes, &all.reference, mapping, arena);
    out.is_register = guess.is_register;
    out.dialect = guess.dialect;
    sel_register_options options = {0};
    if (guess.is_register)
        ck_assert_msg(sel_register_read(bytes, &guess, &all.reference, &options,
                                        (sel_programme_sink){add_record, &out}, &issues,
                                        &out.counts, &err) == SEL_OK,
                      "%s: %s", name, err.message);
    sel_bytes_close(bytes);
    sel_register_mapping_close(mapping);
    sel_arena_destroy(arena);
    return out;
}

static void expect(const outcome *out, uint64_t rows, uint64_t programmes)
{
    ck_assert(out->is_register);
    ck_assert_uint_eq(out->counts.rows, rows);
    ck_assert_uint_eq(out->counts.taken, programmes);
    ck_assert_uint_eq(out->counts.refused, 0);
}

START_TEST(crs_extract)
{
    outcome out = read_file("crs/devinit_crs_identity.csv", NULL);
    expect(&out, 382, 189);
    ck_assert_int_eq(out.dialect, SEL_DIALECT_CRS);
    ck_assert_int_eq(out.money, 40298085641);
    ck_assert_uint_eq(out.with_money, 183);
}
END_TEST

START_TEST(transactions_beside_it)
{
    outcome out = read_file("crs/devinit_iati_identity.csv",
                            "header,field,found,value\ncurrency,currency,US Dollar,USD\n");
    expect(&out, 144, 14);
    ck_assert_int_eq(out.money, 176948287464);
}
END_TEST

START_TEST(who_does_what_where)
{
    outcome guinea = read_file("3w/libhxljs_sample-data.csv", NULL);
    expect(&guinea, 1456, 216);
    ck_assert_int_eq(guinea.dialect, SEL_DIALECT_HXL);
    outcome unhcr = read_file("3w/showcase_unhcr-3w.csv", NULL);
    expect(&unhcr, 2250, 1342);
    ck_assert_int_eq(unhcr.dialect, SEL_DIALECT_HXL);
}
END_TEST

START_TEST(repeated_trainings_are_events)
{
    outcome out = read_file("register-csv/koica_cyber_egov_1991-2009.csv", NULL);
    expect(&out, 94, 17);
    ck_assert_int_eq(out.money, 368030300);
    ck_assert_uint_eq(out.events, 2); /* 22 rows */
    ck_assert_uint_ge(out.most_recipients, 10);
}
END_TEST

START_TEST(national_register)
{
    static const char dollars[] = "header,field\n=USD,currency\n";
    outcome projects = read_file("register-csv/TimorLesteAIMS/projects.csv", dollars);
    expect(&projects, 907, 907);
    ck_assert_int_eq(projects.money, 226422512749);
    outcome places = read_file("register-csv/TimorLesteAIMS/level_1a.csv", dollars);
    expect(&places, 3506, 499); /* each row repeats the project's total */
    ck_assert_int_eq(places.money, 165704208328);
}
END_TEST

START_TEST(one_record_a_row_where_rows_are_projects)
{
    outcome out = read_file("register-csv/cyber_projects.csv", NULL);
    expect(&out, 19, 19);
}
END_TEST

START_TEST(tables_that_are_no_registers)
{
    static const char *const names[] = {
        "3w/hxl-core-hashtags.hxl.csv",
        "register-csv/TimorLesteAIMS/data_dictionary.tsv",
        "register-csv/TimorLesteAIMS/donor_trans_crosswalk.tsv",
        "register-csv/TimorLesteAIMS/locations.csv",
        "register-csv/TimorLesteAIMS/projects_ancillary.csv",
        "register-csv/TimorLesteAIMS/sector_trans_crosswalk.tsv",
        "register-csv/TimorLesteAIMS/status_trans_crosswalk.tsv",
        "register-csv/TimorLesteAIMS/transactions.csv",
        "register-csv/TimorLesteAIMS/datapackage.json",
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        ck_assert_msg(!read_file(names[i], NULL).is_register, "%s", names[i]);
}
END_TEST

int main(void)
{
    const char *given = getenv("SELARAS_CORPUS");
    snprintf(folder, sizeof folder, "%s",
             given != NULL ? given : SELARAS_SOURCE_DIR "/../shared/data");
    char path[2048];
    snprintf(path, sizeof path, "%s/crs/devinit_crs_identity.csv", folder);
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        printf("skipped: there is no %s; set SELARAS_CORPUS\n", path);
        return SKIPPED;
    }
    fclose(file);
    all = shipped_open();
    const TTest *tests[] = {crs_extract,
                            transactions_beside_it,
                            who_does_what_where,
                            repeated_trainings_are_events,
                            national_register,
                            one_record_a_row_where_rows_are_projects,
                            tables_that_are_no_registers,
                            NULL};
    int failed = run_tests("tables_corpus", tests);
    shipped_close(&all);
    return failed;
}
