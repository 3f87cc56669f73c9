#include "input/register_mapping.h"
#include "register_fixture.h"

static shipped all;

typedef struct mapped {
    outcome out;
    sel_status opened;
    sel_error err;
    sel_register_mapping *mapping;
} mapped;

static mapped read_mapped(const char *mapping, const char *text)
{
    mapped m = {.out.arena = sel_arena_create()};
    m.out.issues.arena = m.out.arena;
    sel_bytes *bytes = sel_bytes_open_memory("map.csv", sel_str_of(mapping));
    m.opened = sel_register_mapping_open(bytes, &m.out.issues, &m.mapping, &m.err);
    sel_bytes_close(bytes);
    if (m.opened != SEL_OK)
        return m;
    bytes = sel_bytes_open_memory("donors.2024.csv", sel_str_of(text));
    m.out.guess = sel_register_recognise_mapped(bytes, &all.reference, m.mapping, m.out.arena);
    sel_register_options options = {0};
    m.out.status = sel_register_read(bytes, &m.out.guess, &all.reference, &options,
                                     (sel_programme_sink){keep_record, &m.out}, &m.out.issues,
                                     &m.out.counts, &m.out.err);
    sel_bytes_close(bytes);
    return m;
}

static void close_mapped(mapped *m)
{
    sel_register_mapping_close(m->mapping);
    forget(&m->out);
}

START_TEST(columns_texts_units_and_constants)
{
    mapped m = read_mapped("header,field,found,value,rule\n"
                           "Libell\xC3\xA9,title\nMontant,amount,,EUR,thousand\n"
                           "Etat,status,En cours,running\nEtat,status,?,-\n[E],note\n"
                           "'=Ministry X,funder\nInterne,-\n",
                           "Libell\xC3\xA9;Montant;Etat;Interne;Etat\nT;12.5;En cours;x;n\n"
                           "U;1;?;;\n");
    const sel_programme *r = m.out.records;
    ck_assert_int_eq(m.opened, SEL_OK);
    ck_assert(m.out.guess.is_register);
    ck_assert_uint_eq(m.out.record_count, 2);
    expect_slice(r[0].title, "T");
    ck_assert_int_eq(r[0].money.low, 1250000);
    ck_assert_str_eq(r[0].money.currency, "EUR");
    ck_assert_int_eq(r[0].status, SEL_STATUS_RUNNING);
    ck_assert_int_eq(r[1].status, SEL_STATUS_UNKNOWN);
    expect_slice(r[0].parties[0].name, "Ministry X");
    ck_assert_uint_eq(times_reported(&m.out.issues, "W_STATUS_UNKNOWN"), 0);
    ck_assert_uint_eq(times_reported(&m.out.issues, "W_COLUMN_UNKNOWN"), 0);
    close_mapped(&m);
}
END_TEST

START_TEST(all_faults_in_one_run)
{
    mapped m =
        read_mapped("header,field,found,value,rule\n"
                    "id,titel\ntitle,title,,,tenfold\ntitle,funder\n,note\nfunder,funder,a,\n"
                    "nowhere,note\nfunder,funder,b,c\nfunder,funder,b,d\n=,funder\n",
                    "id,title,funder\n1,T,F\n");
    const sel_issues *issues = &m.out.issues;
    ck_assert_int_eq(m.opened, SEL_OK);
    ck_assert_uint_eq(times_reported(issues, "E_MAPPING_FIELD"), 2);
    expect_slice(first_reported(issues, "E_MAPPING_FIELD")->suggestion, "title");
    ck_assert_uint_eq(first_reported(issues, "E_MAPPING_FIELD")->line, 2);
    ck_assert_uint_eq(times_reported(issues, "E_MAPPING_RULE"), 1);
    ck_assert_uint_eq(times_reported(issues, "E_MAPPING_TWICE"), 2);
    ck_assert_uint_eq(times_reported(issues, "E_MAPPING_EMPTY"), 2);
    ck_assert_uint_eq(times_reported(issues, "E_MAPPING_COLUMN"), 1);
    close_mapped(&m);
}
END_TEST

START_TEST(what_is_no_mapping)
{
    static const char *const texts[] = {"", "header\n", "header,field,shoe\n", "field,found\n"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        mapped m = read_mapped(texts[i], "");
        ck_assert_msg(m.opened == SEL_BAD_INPUT, "%s", texts[i]);
        ck_assert(m.err.message[0] != '\0');
        close_mapped(&m);
    }
    ck_assert(sel_register_mapping_suspected(SEL_STR("field;header\n")));
    ck_assert(!sel_register_mapping_suspected(SEL_STR("column,question\n")));
}
END_TEST

static const char places[] = "id,title,Donor,Country,amount,currency,Dossier\n"
                             "1,T,F,Fiji,100,USD,X\n2,U,F,Tonga,300,USD,X\n3,V,F,Tonga,5,USD,\n";

START_TEST(a_key_of_ones_own)
{
    mapped m = read_mapped("header,field\nDossier,key\n", places);
    const sel_programme *r = m.out.records;
    expect_slice(m.out.guess.key, "Dossier");
    ck_assert_uint_eq(m.out.record_count, 2); /* a row without the key is on its own */
    ck_assert_int_eq(r[0].money.low, 40000);
    ck_assert_uint_eq(r[0].recipients[0].ppm, 250000);
    ck_assert_uint_eq(times_reported(&m.out.issues, "N_AMOUNTS_SUMMED"), 1);
    ck_assert_uint_eq(times_reported(&m.out.issues, "W_COLUMN_UNKNOWN"), 0);
    close_mapped(&m);
    m = read_mapped("header,field,rule\nDossier,key,\namount,amount,once\n", places);
    ck_assert_int_eq(m.out.records[0].money.low, 30000); /* the largest */
    close_mapped(&m);
}
END_TEST

START_TEST(rows_with_one_identifier)
{
    static const char text[] = "Project ID,title,Donor,Country,amount,currency\n"
                               "1,T,F,Fiji,100,USD\n2,U,F,Tonga,7,EUR\n1,T,F,Tonga,100,USD\n";
    mapped m = read_mapped("header,field\nProject ID,id\n", text);
    ck_assert_uint_eq(m.out.record_count, 2);
    ck_assert_int_eq(m.out.records[0].money.low, 10000); /* repeated, not added */
    ck_assert_uint_eq(m.out.records[0].recipient_count, 2);
    ck_assert_uint_eq(m.out.records[0].recipients[0].ppm, 500000);
    ck_assert(!m.out.records[0].recipients[0].stated);
    ck_assert_uint_eq(times_reported(&m.out.issues, "N_AMOUNTS_ONCE"), 1);
    close_mapped(&m);
    m = read_mapped("header,field\n-,key\n", text);
    ck_assert_uint_eq(m.out.record_count, 3);
    close_mapped(&m);
    m = read_mapped("header,field,found,value\ncurrency,currency,USD,EUR\n",
                    "Project ID,title,Donor,amount,currency\n1,T,F,1,USD\n1,T,F,2,JPY\n");
    ck_assert(!m.out.records[0].money.known);
    ck_assert_uint_eq(times_reported(&m.out.issues, "W_CURRENCIES_MIXED"), 1);
    close_mapped(&m);
}
END_TEST

START_TEST(repeated_events_without_a_key)
{
    outcome out = read_register(&all,
                                SEL_STR("id,project name,country,duration,usd_amount\n"
                                        "7,Training,Fiji,2003-08-24~2003-09-06,30\n"
                                        "12,Training,Tonga,2003-08-24~2003-09-06,10\n"
                                        "13,Training,Tonga,2004-08-24~2004-09-06,5\n"
                                        "14,Advice,Fiji,2018-2020,\n"),
                                (sel_register_options){0});
    const sel_programme *r = out.records;
    ck_assert_uint_eq(out.record_count, 3);
    ck_assert_uint_eq(out.counts.events, 1);
    expect_slice(r[0].id, "7");
    ck_assert_uint_eq(r[0].recipient_count, 2);
    ck_assert_uint_eq(r[0].recipients[0].ppm, 750000);
    ck_assert_int_eq(r[0].money.low, 4000);
    ck_assert_str_eq(r[0].money.currency, "USD");
    ck_assert_int_eq(r[0].start.earliest, sel_day_of(2003, 8, 24));
    ck_assert_int_eq(r[0].end.latest, sel_day_of(2003, 9, 6));
    ck_assert_int_eq(r[2].start.earliest, sel_day_of(2018, 1, 1));
    ck_assert_int_eq(r[2].end.latest, sel_day_of(2020, 12, 31));
    forget(&out);
}
END_TEST

START_TEST(the_header_stands_below_titles)
{
    outcome out = read_register(&all,
                                SEL_STR("Register of projects,,\nas of 2024,,\n\n"
                                        "Project ID,Project Title,Donor\n1,T,F\n"),
                                (sel_register_options){0});
    ck_assert(out.guess.is_register);
    ck_assert_uint_eq(out.guess.header_row, 4);
    ck_assert_uint_eq(out.record_count, 1);
    ck_assert_uint_eq(out.records[0].place.line, 5);
    forget(&out);
    out = read_register(&all, SEL_STR("Project ID:Project Title:Donor\n1:T:F\n"),
                        (sel_register_options){0});
    ck_assert_int_eq(out.guess.delimiter, ':');
    ck_assert_uint_eq(out.record_count, 1);
    forget(&out);
}
END_TEST

int main(void)
{
    all = shipped_open();
    const TTest *tests[] = {columns_texts_units_and_constants,
                            all_faults_in_one_run,
                            what_is_no_mapping,
                            a_key_of_ones_own,
                            rows_with_one_identifier,
                            repeated_events_without_a_key,
                            the_header_stands_below_titles,
                            NULL};
    int failed = run_tests("register_mapping", tests);
    shipped_close(&all);
    return failed;
}
