#include "store_fixture.h"

/* A fingerprint must never change: every record would look changed when it is taken in again.
 * Expected values: fingerprint_oracle.py. */

START_TEST(of_a_response)
{
    sel_store *store = fresh_store(fresh_path());
    begin(store);
    sel_response given = response(FIJI, "CERT");
    sel_put_response put = put_response(store, source(store, "responses", "a.csv"), &given);
    ck_assert_str_eq(put.content,
                     "5bde5ddb8225c3cb6ae935ebab69d35685b6d68577d94b5cb00efb9cca0f70e3");
    sel_store_close(store);
}
END_TEST

static void expect_of_programme(const sel_programme *record, const char *expected)
{
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    begin(store);
    put_programme(store, source(store, "register", "r.csv"), record);
    commit(store);
    sel_store_close(store);
    ck_assert_str_eq(ask(path, "SELECT content FROM programme_version"), expected);
}

START_TEST(of_a_programme)
{
    sel_programme record = programme("P1");
    record.account = NULL;
    expect_of_programme(&record,
                        "323e5c8b2c143e36f9ad3dc984d2be2d0815688b527555da3b7bdd3cbbbc4ef2");
}
END_TEST

START_TEST(of_a_programme_with_an_account)
{
    sel_programme record = programme("P1");
    expect_of_programme(&record,
                        "c2ff0e7b8ff09250c24f7dffaf8dc52d33536ae6089fb385885e932f1a6dc2fb");
}
END_TEST

int main(void)
{
    return run_tests("store_fingerprint",
                     (const TTest *const[]){of_a_response, of_a_programme,
                                            of_a_programme_with_an_account, NULL});
}
