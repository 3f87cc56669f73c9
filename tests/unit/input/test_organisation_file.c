#include "input/organisation_file.h"

#include "check_suite.h"

#include <unistd.h>

/* Three files in a folder of their own; NULL takes the plain one. */
typedef struct lists {
    const char *organisations;
    const char *aliases;
    const char *placeholders;
} lists;

static sel_arena *arena;
static sel_organisations table;
static sel_error err;

static void write_file(const char *folder, const char *name, const char *header, const char *rows)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    fprintf(file, "%s\n%s", header, rows);
    ck_assert_int_eq(fclose(file), 0);
}

static sel_status load(lists of)
{
    char folder[] = "/tmp/selaras-organisations-XXXXXX";
    ck_assert_ptr_nonnull(mkdtemp(folder));
    const char *plain = "Alpha,GB-COH-1,10,government,Alpha\nBeta,,21,civil_society,Beta\n";
    write_file(folder, "organisations.csv", "organisation,ref,kind,stakeholder,belongs_to",
               of.organisations == NULL ? plain : of.organisations);
    write_file(folder, "organisation_aliases.csv", "alias,organisation",
               of.aliases == NULL ? "First,Alpha\n" : of.aliases);
    write_file(folder, "organisation_placeholders.csv", "name,stakeholder",
               of.placeholders == NULL ? "Other,\n" : of.placeholders);
    arena = sel_arena_create();
    err = (sel_error){0};
    sel_status status = sel_organisations_open(folder, arena, &table, &err);
    static const char *const files[] = {"organisations.csv", "organisation_aliases.csv",
                                        "organisation_placeholders.csv"};
    for (int i = 0; i < 3; i++) {
        char path[128];
        snprintf(path, sizeof path, "%s/%s", folder, files[i]);
        remove(path);
    }
    rmdir(folder);
    return status;
}

static void unload(void)
{
    sel_organisations_close(&table);
    sel_arena_destroy(arena);
}

static void expect_refused(lists of, const char *message)
{
    ck_assert_int_eq(load(of), SEL_BAD_INPUT);
    ck_assert_msg(strstr(err.message, message) != NULL, "'%s', not '%s'", err.message, message);
    unload();
}

START_TEST(names_and_further_identifiers)
{
    ck_assert_int_eq(load((lists){.aliases = "First,Alpha\nref:GB-COH-2,alpha\n"}), SEL_OK);
    const sel_organisation *alpha = &table.list[0];
    ck_assert_ptr_eq(sel_organisations_find(&table, SEL_STR("gb-coh-2"), (sel_str){0}), alpha);
    ck_assert_ptr_eq(sel_organisations_find(&table, (sel_str){0}, SEL_STR("FIRST")), alpha);
    ck_assert(sel_organisations_is_placeholder(&table, SEL_STR("other"), NULL));
    unload();
}
END_TEST

START_TEST(a_name_has_one_owner)
{
    expect_refused((lists){.aliases = "First,Alpha\nFIRST,Beta\n"}, "already one of 'Alpha'");
    expect_refused((lists){.aliases = "First,Alpha\nfirst!,Alpha\n"}, "already one of 'Alpha'");
    expect_refused((lists){.aliases = "beta,Alpha\n"}, "already one of 'Beta'");
    expect_refused((lists){.aliases = "ref:gb-coh-1,Beta\n"}, "already one of 'Alpha'");
    expect_refused((lists){.placeholders = "Other,\nOTHER,\n"}, "there twice");
}
END_TEST

START_TEST(other_faults_of_the_table)
{
    expect_refused((lists){.aliases = "Third,Gamma\n"}, "is not in organisations.csv");
    expect_refused((lists){.organisations = "Alpha,Excluded,10,government,Alpha\n"},
                   "is not an identifier");
    expect_refused((lists){.organisations = "Alpha,,100,government,Alpha\n"},
                   "is not an organisation type");
}
END_TEST

int main(void)
{
    const TTest *tests[] = {names_and_further_identifiers, a_name_has_one_owner,
                            other_faults_of_the_table, NULL};
    return run_tests("organisation_file", tests);
}
