#include "store_fixture.h"

/* What a scan hands out, in its order. */
typedef struct listing {
    char titles[400];
    uint32_t count;
    uint32_t parties;
    uint32_t limit;                /* 0: all */
    const sel_programme *expected; /* the record must say the same */
} listing;

static bool take(void *to, const sel_programme *record)
{
    listing *seen = to;
    size_t used = strlen(seen->titles);
    snprintf(seen->titles + used, sizeof seen->titles - used, "%.*s ", SEL_STR_ARG(record->title));
    seen->count += 1;
    if (seen->expected != NULL && sel_str_equal(record->id, seen->expected->id))
        same_programme(record, seen->expected);
    seen->parties += record->party_count;
    return seen->limit == 0 || seen->count < seen->limit;
}

static uint64_t scan(sel_store *store, listing *seen)
{
    sel_error err = {0};
    uint64_t only_counted = UINT64_MAX;
    must(sel_store_scan_programmes(store, (sel_programme_sink){take, seen}, &only_counted, &err),
         SEL_OK, &err);
    return only_counted;
}

static sel_programme named(const char *id, const char *title)
{
    sel_programme record = programme(id);
    record.title = sel_str_of(title);
    return record;
}

static sel_programme without_lists(const char *id, const char *title)
{
    sel_programme record = sel_programme_blank();
    record.register_name = SEL_STR("aid");
    record.id = sel_str_of(id);
    record.title = sel_str_of(title);
    return record;
}

START_TEST(what_a_study_wants_of_a_record)
{
    sel_store *store = fresh_store(fresh_path());
    begin(store);
    sel_programme record = programme("P1");
    put_programme(store, source(store, "register", "r.csv"), &record);
    record.description = record.note = (sel_str){0};
    record.sector_count = 0;
    record.field_count = 0;
    listing seen = {.expected = &record};
    ck_assert_uint_eq(scan(store, &seen), 0);
    ck_assert_uint_eq(seen.count, 1);
    sel_store_close(store);
}
END_TEST

/* Lists belong to their record although those before it have none, old versions, or are gone. */
START_TEST(current_versions_with_their_own_lists)
{
    sel_store *store = fresh_store(fresh_path());
    begin(store);
    int64_t file = source(store, "register", "r.csv");
    sel_programme bare = without_lists("P0", "bare");
    sel_programme old = named("P1", "old");
    sel_programme new = named("P1", "new");
    sel_programme last = named("P2", "last");
    put_programme(store, file, &bare);
    put_programme(store, file, &old);
    put_programme(store, file, &last);
    old.last_updated = (sel_days){0};
    new.last_updated = (sel_days){0};
    put_programme(store, file, &new);
    uint32_t parties = new.party_count + last.party_count;
    new.description = new.note = (sel_str){0};
    new.sector_count = new.field_count = 0;
    listing seen = {.expected = &new};
    scan(store, &seen);
    ck_assert_str_eq(seen.titles, "bare last new ");
    ck_assert_uint_eq(seen.parties, parties);

    sel_store_close(store);
}
END_TEST

static bool has_p1(void *of, sel_str id)
{
    (void)of;
    return sel_str_is(id, "P1");
}

START_TEST(those_that_vanished_and_those_set_aside_are_left_out)
{
    sel_store *store = fresh_store(fresh_path());
    sel_error err = {0};
    begin(store);
    int64_t file = source(store, "register", "r.csv");
    sel_programme gone = named("P0", "gone");
    sel_programme here = named("P1", "here");
    put_programme(store, file, &gone);
    put_programme(store, file, &here);
    uint64_t vanished = 0;
    must(sel_store_put_vanished(store, source(store, "register", "s.csv"), here.register_name,
                                has_p1, NULL, &vanished, &err),
         SEL_OK, &err);
    ck_assert_uint_eq(vanished, 1);
    sel_programme aside = without_lists("A", "aside");
    aside.set_aside = true;
    put_programme(store, file, &aside);
    listing seen = {.limit = 0};
    ck_assert_uint_eq(scan(store, &seen), 1);
    ck_assert_str_eq(seen.titles, "here ");
    const sel_decision none = {.kind = SEL_STR(SEL_DECISION_THEME),
                               .subject = SEL_STR("aid:X"),
                               .other = SEL_STR("none"),
                               .by = SEL_STR("Desk"),
                               .at = NOW};
    must(sel_store_put_decision(store, &none, &err), SEL_OK, &err);
    seen = (listing){.limit = 0};
    ck_assert_uint_eq(scan(store, &seen), 0); /* an answer may bring it back: it is handed out */
    ck_assert_str_eq(seen.titles, "here aside ");
    sel_store_close(store);
}
END_TEST

START_TEST(a_scan_can_stop)
{
    sel_store *store = fresh_store(fresh_path());
    begin(store);
    int64_t file = source(store, "register", "r.csv");
    sel_programme first = named("P1", "first");
    sel_programme second = named("P2", "second");
    put_programme(store, file, &first);
    put_programme(store, file, &second);
    listing seen = {.limit = 1};
    scan(store, &seen);
    ck_assert_str_eq(seen.titles, "first ");
    seen = (listing){.limit = 0};
    scan(store, &seen);
    ck_assert_str_eq(seen.titles, "first second ");
    sel_store_close(store);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {what_a_study_wants_of_a_record, current_versions_with_their_own_lists,
                            those_that_vanished_and_those_set_aside_are_left_out, a_scan_can_stop,
                            NULL};
    return run_tests("store_scan", tests);
}
