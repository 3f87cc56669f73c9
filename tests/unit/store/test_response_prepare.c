#include "store_fixture.h"

START_TEST(what_is_prepared_is_what_is_stored)
{
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    sel_arena *arena = sel_arena_create();
    sel_error err = {0};
    sel_prepared_response prepared;
    sel_put_response put;
    begin(store);
    int64_t id = source(store, "responses", "a.csv");
    sel_response given = response(FIJI, "CERT");
    must(sel_response_prepare(&given, places(), arena, &prepared, &err), SEL_OK, &err);
    must(sel_store_put_prepared(store, id, &given, places(), &prepared, NOW, &put, &err), SEL_OK,
         &err);
    ck_assert_int_eq(put.outcome, SEL_PUT_NEW);
    ck_assert_str_eq(put.content, prepared.content);
    sel_put_response again = put_response(store, id, &given);
    ck_assert_int_eq(again.outcome, SEL_PUT_UNCHANGED);
    ck_assert_str_eq(again.content, prepared.content);
    commit(store);
    sel_store_close(store);
    ck_assert_str_eq(ask(path, "SELECT answers FROM revision"), prepared.answers.ptr);
    ck_assert_str_eq(ask(path, "SELECT content FROM revision"), prepared.content);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(another_answer_has_another_fingerprint)
{
    sel_arena *arena = sel_arena_create();
    sel_error err = {0};
    sel_prepared_response one;
    sel_prepared_response other;
    sel_response given = response(FIJI, "CERT");
    must(sel_response_prepare(&given, places(), arena, &one, &err), SEL_OK, &err);
    given.answer_count -= 1;
    must(sel_response_prepare(&given, places(), arena, &other, &err), SEL_OK, &err);
    ck_assert_str_ne(one.content, other.content);
    given.answer_count += 1;
    given.disclosure = SEL_STR("sealed");
    must(sel_response_prepare(&given, places(), arena, &other, &err), SEL_OK, &err);
    ck_assert_str_ne(one.content, other.content);
    ck_assert(sel_str_equal(one.answers, other.answers));
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(what_cannot_be_stored_is_not_prepared)
{
    sel_arena *arena = sel_arena_create();
    sel_error err = {0};
    sel_prepared_response prepared;
    sel_response given = response(FIJI, "CERT");
    given.disclosure = (sel_str){0}; /* the source's, which only a store knows */
    must(sel_response_prepare(&given, places(), arena, &prepared, &err), SEL_USAGE, &err);
    given = response(SEL_NONE, "CERT");
    must(sel_response_prepare(&given, places(), arena, &prepared, &err), SEL_USAGE, &err);
    given = response(FIJI, "CERT");
    sel_answer torn = {.item = 0, .text = SEL_STR("\xC3")};
    given.answers = &torn;
    given.answer_count = 1;
    must(sel_response_prepare(&given, places(), arena, &prepared, &err), SEL_USAGE, &err);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {what_is_prepared_is_what_is_stored,
                                  another_answer_has_another_fingerprint,
                                  what_cannot_be_stored_is_not_prepared, NULL};
    return run_tests("response_prepare", tests);
}
