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

START_TEST(of_a_programme)
{
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    begin(store);
    sel_programme record = programme("P1");
    put_programme(store, source(store, "register", "r.csv"), &record);
    commit(store);
    sel_store_close(store);
    ck_assert_str_eq(ask(path, "SELECT content FROM programme_version"),
                     "323e5c8b2c143e36f9ad3dc984d2be2d0815688b527555da3b7bdd3cbbbc4ef2");
}
END_TEST

int main(void)
{
    return run_tests("store_fingerprint",
                     (const TTest *const[]){of_a_response, of_a_programme, NULL});
}
