#include "store_fixture.h"

/* "REGISTER:ID " of what a listing gave. */
typedef struct seen {
    char text[400];
} seen;

static bool take_programme(void *to, const sel_programme *record)
{
    seen *all = to;
    size_t used = strlen(all->text);
    snprintf(all->text + used, sizeof all->text - used, "%.*s:%.*s ",
             SEL_STR_ARG(record->register_name), SEL_STR_ARG(record->id));
    return true;
}

static bool take_vanished(void *to, const sel_vanished *gone)
{
    seen *all = to;
    size_t used = strlen(all->text);
    snprintf(all->text + used, sizeof all->text - used, "%.*s:%.*s(%.*s<%.*s) ",
             SEL_STR_ARG(gone->register_name), SEL_STR_ARG(gone->id), SEL_STR_ARG(gone->file),
             SEL_STR_ARG(gone->without));
    return true;
}

static bool take_history(void *to, const sel_programme *before, const sel_programme *record,
                         const sel_source *file)
{
    seen *all = to;
    size_t used = strlen(all->text);
    snprintf(all->text + used, sizeof all->text - used, "%.*s: %.*s > %.*s (%.*s) ",
             SEL_STR_ARG(record->id), SEL_STR_ARG(before->title), SEL_STR_ARG(record->title),
             SEL_STR_ARG(file->name));
    return true;
}

static seen programmes(sel_store *store)
{
    seen all = {""};
    sel_error err = {0};
    must(sel_store_each_programme(store, 0, (sel_programme_sink){take_programme, &all}, &err),
         SEL_OK, &err);
    return all;
}

static seen vanished(sel_store *store)
{
    seen all = {""};
    sel_error err = {0};
    must(sel_store_each_vanished(store, take_vanished, &all, &err), SEL_OK, &err);
    return all;
}

static seen history(sel_store *store)
{
    seen all = {""};
    sel_error err = {0};
    must(sel_store_each_history(store, take_history, &all, &err), SEL_OK, &err);
    return all;
}

/* Identifiers that a file has, between blanks. */
typedef struct file {
    const char *ids;
} file;

static bool has(void *of, sel_str id)
{
    const file *records = of;
    char sought[40];
    snprintf(sought, sizeof sought, " %.*s ", SEL_STR_ARG(id));
    return strstr(records->ids, sought) != NULL;
}

static uint64_t complete(sel_store *store, int64_t from, const char *register_name, const char *ids)
{
    file records = {ids};
    uint64_t count = 0;
    sel_error err = {0};
    must(
        sel_store_put_vanished(store, from, sel_str_of(register_name), has, &records, &count, &err),
        SEL_OK, &err);
    return count;
}

static sel_programme record_of(const char *register_name, const char *id)
{
    sel_programme record = programme(id);
    record.register_name = sel_str_of(register_name);
    return record;
}

START_TEST(what_a_complete_file_lacks_is_listed_no_longer)
{
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    begin(store);
    int64_t first = source(store, "register", "first.csv");
    const char *const ids[] = {"A", "B", "C"};
    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
        sel_programme record = record_of("aid", ids[i]);
        put_programme(store, first, &record);
    }
    sel_programme other = record_of("other", "B");
    put_programme(store, first, &other);
    int64_t second = source(store, "register", "second.csv");
    ck_assert_uint_eq(complete(store, second, "aid", " A "), 2);
    ck_assert_uint_eq(complete(store, second, "aid", " A "), 0); /* nothing more is missing */
    ck_assert_str_eq(programmes(store).text, "aid:A other:B ");
    ck_assert_str_eq(vanished(store).text,
                     "aid:B(first.csv<second.csv) aid:C(first.csv<second.csv) ");
    commit(store);
    sel_store_close(store);
    ck_assert_str_eq(ask(path, "SELECT count(*) FROM programme_version"), "4");
    ck_assert_str_eq(ask(path, "SELECT group_concat(record) FROM v_programme"), "A,B");
    ck_assert_str_eq(ask(path, "SELECT count(DISTINCT register || record) FROM v_place"), "2");
}
END_TEST

START_TEST(a_later_file_brings_it_back)
{
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    begin(store);
    sel_programme record = record_of("aid", "A");
    put_programme(store, source(store, "register", "first.csv"), &record);
    complete(store, source(store, "register", "second.csv"), "aid", " ");
    ck_assert_str_eq(programmes(store).text, "");
    sel_put_record put;
    sel_error err = {0};
    int64_t third = source(store, "register", "third.csv");
    must(sel_store_put_record(store, third, &record, &put, &err), SEL_OK, &err);
    ck_assert_int_eq(put.outcome, SEL_PUT_UNCHANGED);
    ck_assert(put.returned);
    must(sel_store_put_record(store, third, &record, &put, &err), SEL_OK, &err);
    ck_assert(!put.returned);
    ck_assert_str_eq(programmes(store).text, "aid:A ");
    ck_assert_str_eq(vanished(store).text, "");
    complete(store, source(store, "register", "fourth.csv"), "aid", " ");
    commit(store);
    sel_store_close(store);
    /* Who said what, and when it was otherwise, stays. */
    ck_assert_str_eq(ask(path, "SELECT group_concat(s.name || '>' || coalesce(b.name, '-'), ' ')"
                               " FROM vanished AS v JOIN source AS s ON s.id = v.source"
                               " LEFT JOIN source AS b ON b.id = v.back ORDER BY s.id"),
                     "second.csv>third.csv fourth.csv>-");
}
END_TEST

START_TEST(what_vanished_is_counted_apart)
{
    sel_store *store = fresh_store(fresh_path());
    sel_arena *arena = sel_arena_create();
    begin(store);
    int64_t first = source(store, "register", "first.csv");
    sel_programme a = record_of("aid", "A");
    sel_programme b = record_of("aid", "B");
    b.set_aside = true;
    sel_programme c = record_of("aid", "C");
    put_programme(store, first, &a);
    put_programme(store, first, &b);
    put_programme(store, first, &c);
    complete(store, source(store, "register", "second.csv"), "aid", " C ");
    sel_store_state state;
    sel_error err = {0};
    must(sel_store_status(store, arena, &state, &err), SEL_OK, &err);
    ck_assert_uint_eq(state.programmes, 1);
    ck_assert_uint_eq(state.set_aside, 0);
    ck_assert_uint_eq(state.vanished, 2);
    ck_assert_uint_eq(state.versions, 3);
    sel_arena_destroy(arena);
    sel_store_close(store);
}
END_TEST

START_TEST(what_was_there_before_can_be_read)
{
    sel_store *store = fresh_store(fresh_path());
    sel_arena *arena = sel_arena_create();
    begin(store);
    sel_programme old = programme("A");
    sel_programme newer = programme("A");
    newer.title = SEL_STR("Another title");
    sel_put_record put;
    sel_error err = {0};
    int64_t first = source(store, "register", "first.csv");
    must(sel_store_put_record(store, first, &old, &put, &err), SEL_OK, &err);
    ck_assert_int_eq(put.before, 0);
    int64_t second = source(store, "register", "second.csv");
    must(sel_store_put_record(store, second, &newer, &put, &err), SEL_OK, &err);
    ck_assert_int_eq(put.outcome, SEL_PUT_CHANGED);
    sel_programme before;
    must(sel_store_read_version(store, put.before, arena, &before, &err), SEL_OK, &err);
    before.fields = old.fields; /* places of fields are not asked for */
    before.field_count = old.field_count;
    same_programme(&before, &old);
    must(sel_store_read_version(store, 9999, arena, &before, &err), SEL_NOT_FOUND, &err);
    sel_arena_destroy(arena);
    sel_store_close(store);
}
END_TEST

START_TEST(history_lists_what_has_several_versions)
{
    sel_store *store = fresh_store(fresh_path());
    begin(store);
    sel_programme a = programme("A");
    sel_programme b = programme("B");
    a.title = SEL_STR("one");
    int64_t first = source(store, "register", "first.csv");
    put_programme(store, first, &b);
    put_programme(store, first, &a);
    a.title = SEL_STR("two");
    put_programme(store, source(store, "register", "second.csv"), &a);
    a.title = SEL_STR("three");
    put_programme(store, source(store, "register", "third.csv"), &a);
    sel_programme c = programme("C");
    put_programme(store, first, &c);
    c.title = SEL_STR("four");
    put_programme(store, first, &c);
    ck_assert_str_eq(history(store).text, "A: one > two (second.csv) A: two > three (third.csv) "
                                          "C: C > four (first.csv) ");
    sel_store_close(store);
}
END_TEST

int main(void)
{
    return run_tests("store_vanished", (const TTest *const[]){
                                           what_a_complete_file_lacks_is_listed_no_longer,
                                           a_later_file_brings_it_back,
                                           what_vanished_is_counted_apart,
                                           what_was_there_before_can_be_read,
                                           history_lists_what_has_several_versions,
                                           NULL,
                                       });
}
