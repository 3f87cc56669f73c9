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
                     "ae57b320df34e294c549bf1b0ab3e8b86222555de04f37bed0e638ded89b2c6d");
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
                     "6c11f0683d4869179b2ff7083ec7b32143b9a8fcec2f06a2d61a3e1ed3c97e5a");
}
END_TEST

int main(void)
{
    return run_tests("store_fingerprint",
                     (const TTest *const[]){of_a_response, of_a_programme, NULL});
}
