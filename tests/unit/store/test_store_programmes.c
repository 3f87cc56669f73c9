#include "store_fixture.h"

/* Programmes of a store, copied out of the listing as far as the tests look at them. */
typedef struct listing {
    sel_arena *arena;
    char ids[400]; /* "REGISTER:ID " in order */
    uint32_t count;
    const sel_programme *expected; /* the record must say the same */
    uint32_t limit;                /* 0: all */
} listing;

static bool take(void *to, const sel_programme *record)
{
    listing *seen = to;
    size_t used = strlen(seen->ids);
    snprintf(seen->ids + used, sizeof seen->ids - used, "%.*s:%.*s=%.*s ",
             SEL_STR_ARG(record->register_name), SEL_STR_ARG(record->id),
             SEL_STR_ARG(record->title));
    seen->count += 1;
    if (seen->expected != NULL)
        same_programme(record, seen->expected);
    return seen->limit == 0 || seen->count < seen->limit;
}

static listing list(sel_store *store, unsigned parts, const sel_programme *expected)
{
    sel_error err = {0};
    listing seen = {.expected = expected};
    must(sel_store_each_programme(store, parts, (sel_programme_sink){take, &seen}, &err), SEL_OK,
         &err);
    return seen;
}

enum { ALL = SEL_PROGRAMME_TEXTS | SEL_PROGRAMME_FIELDS };

START_TEST(a_record_comes_back_as_it_went_in)
{
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    begin(store);
    sel_programme record = programme("P1");
    ck_assert_int_eq(put_programme(store, source(store, "register", "r.csv"), &record),
                     SEL_PUT_NEW);
    ck_assert_uint_eq(list(store, ALL, &record).count, 1);
    commit(store);
    sel_store_close(store);
    store = open_store(path, SEL_STORE_READ);
    ck_assert_uint_eq(list(store, ALL, &record).count, 1);
    sel_store_close(store);
}
END_TEST

START_TEST(a_record_that_says_nothing)
{
    sel_store *store = fresh_store(fresh_path());
    begin(store);
    sel_programme record = sel_programme_blank();
    record.register_name = SEL_STR("aid");
    record.id = SEL_STR("empty");
    record.set_aside = true;
    ck_assert_int_eq(put_programme(store, source(store, "register", "r.csv"), &record),
                     SEL_PUT_NEW);
    record.disclosure = SEL_STR("secretariat"); /* what the source says */
    ck_assert_uint_eq(list(store, ALL, &record).count, 1);
    sel_store_close(store);
}
END_TEST

START_TEST(texts_and_places_only_when_asked_for)
{
    sel_store *store = fresh_store(fresh_path());
    begin(store);
    sel_programme record = programme("P1");
    put_programme(store, source(store, "register", "r.csv"), &record);
    record.description = record.note = (sel_str){0};
    record.field_count = 0;
    ck_assert_uint_eq(list(store, 0, &record).count, 1);
    sel_store_close(store);
}
END_TEST

START_TEST(the_same_content_changes_nothing)
{
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    begin(store);
    sel_programme record = programme("P1");
    put_programme(store, source(store, "register", "r.csv"), &record);
    int64_t later = source(store, "register", "s.csv");
    ck_assert_int_eq(put_programme(store, later, &record), SEL_PUT_UNCHANGED);
    record.place = (sel_record_place){99, 9, 9}; /* it moved in the file: no new version */
    record.field_count = 0;
    ck_assert_int_eq(put_programme(store, later, &record), SEL_PUT_UNCHANGED);
    commit(store);
    sel_store_close(store);
    ck_assert_str_eq(ask(path, "SELECT count(*) FROM programme_version"), "1");
    ck_assert_str_eq(ask(path, "SELECT file FROM v_programme"), "r.csv");
}
END_TEST

/* Each change of a single field must be seen. */
START_TEST(every_field_counts)
{
    sel_store *store = fresh_store(fresh_path());
    begin(store);
    int64_t id = source(store, "register", "r.csv");
    const sel_programme first = programme("P1");
    put_programme(store, id, &first);
    sel_party parties[3];
    sel_recipient_share recipients[3];
    sel_capability_share capabilities[2];
    sel_joint_share joints[2];
    sel_sector_share sectors[2];
    sel_programme_link links[2];
    sel_account account;
    for (int field = 0;; field++) {
        sel_programme record = first;
        memcpy(parties, first.parties, sizeof parties);
        memcpy(recipients, first.recipients, sizeof recipients);
        memcpy(capabilities, first.capabilities, sizeof capabilities);
        memcpy(joints, first.joints, sizeof joints);
        memcpy(sectors, first.sectors, sizeof sectors);
        memcpy(links, first.links, sizeof links);
        account = *first.account;
        record.account = &account;
        record.parties = parties;
        record.recipients = recipients;
        record.capabilities = capabilities;
        record.joints = joints;
        record.sectors = sectors;
        record.links = links;
        /* clang-format off: a table */
        switch (field) {
        case 0:
            record.title = SEL_STR("other");
            break;
        case 1:
            record.description = SEL_STR("other");
            break;
        case 2:
            record.theme = SEL_STR("other");
            break;
        case 3:
            record.language = SEL_STR("fr");
            break;
        case 4:
            record.note = SEL_STR("other");
            break;
        case 5:
            record.source_url = SEL_STR("other");
            break;
        case 6:
            record.status = SEL_STATUS_UNKNOWN;
            break;
        case 7:
            record.start.latest += 1;
            break;
        case 8:
            record.end.known = false;
            break;
        case 9:
            record.decided.earliest += 1;
            break;
        case 10:
            record.last_updated.latest += 1;
            break;
        case 11:
            record.cyber_low += 1;
            break;
        case 12:
            record.cyber_high -= 1;
            break;
        case 13:
            record.set_aside = true;
            break;
        case 14:
            record.kinds ^= 1U << SEL_KIND_ADVICE;
            break;
        case 15:
            record.for_whom = 0;
            break;
        case 16:
            record.money.low += 1;
            break;
        case 17:
            memcpy(record.money.currency, "EUR", 4);
            break;
        case 18:
            record.money.raw = SEL_STR("other");
            break;
        case 19:
            record.tied = SEL_TIED_UNKNOWN;
            break;
        case 20:
            record.conditions = SEL_CONDITIONS_NONE;
            break;
        case 21:
            record.condition_classes = 0;
            break;
        case 22:
            record.conditions_requested = SEL_UNKNOWN;
            break;
        case 23:
            record.asked_first = 0;
            break;
        case 24:
            record.same_as_other = 0;
            break;
        case 25:
            record.coordinated = 0;
            break;
        case 26:
            record.ownership[4] = SEL_UNKNOWN;
            break;
        case 27:
            record.coordination = SEL_STR("other");
            break;
        case 28:
            record.request = SEL_STR("other");
            break;
        case 29:
            record.disclosure = SEL_STR("public");
            break;
        case 30:
            record.illustrative = false;
            break;
        case 31:
            record.party_count -= 1;
            break;
        case 32:
            parties[0].role = SEL_ROLE_EXTENDING;
            break;
        case 33:
            parties[1].ladder = SEL_UNKNOWN;
            break;
        case 34:
            parties[0].kind = 0;
            break;
        case 35:
            recipients[0].ppm -= 1;
            break;
        case 36:
            recipients[0].stated = false;
            break;
        case 37:
            recipients[2].depth = SEL_DEPTH_ASSOCIATE;
            break;
        case 38:
            capabilities[0].origin = SEL_TAG_CODE;
            break;
        case 39:
            capabilities[0].evidence = SEL_STR("CSIRT");
            break;
        case 40:
            capabilities[0].field = SEL_STR("theme");
            break;
        case 41:
            links[0].kind = SEL_LINK_CHILD;
            break;
        case 42:
            links[1].other = SEL_STR("other");
            break;
        case 43:
            capabilities[1].confidence = 99;
            break;
        case 44:
            joints[0].capability = SEL_STR("D3.3");
            break;
        case 45:
            joints[1].recipient = SEL_STR("TON");
            break;
        case 46:
            joints[1].ppm = 1;
            break;
        case 47:
            sectors[0].vocabulary = SEL_STR("2");
            break;
        case 48:
            sectors[0].code = SEL_STR("22010");
            break;
        case 49:
            sectors[1].name = SEL_STR("Digital");
            break;
        case 50:
            sectors[1].ppm = 1;
            break;
        case 51:
            sectors[1].stated = true;
            break;
        case 52:
            parties[0].share.known = false;
            break;
        case 53:
            parties[0].share.ppm += 1;
            break;
        case 54:
            record.person_days.low -= 1;
            break;
        case 55:
            record.person_days.high += 1;
            break;
        case 56:
            record.level = 1;
            break;
        case 57:
            record.account = NULL;
            break;
        case 58:
            account.document = SEL_STR("other");
            break;
        case 59:
            memcpy(account.country, "TON", 4);
            break;
        case 60:
            account.drafted = SEL_DRAFTED_DONOR;
            break;
        case 61:
            account.interruption = SEL_INTERRUPTION_OTHER;
            break;
        case 62:
            account.assessed = SEL_ASSESSED_OWN;
            break;
        case 63:
            account.procurement = SEL_PROCUREMENT_OPEN;
            break;
        case 64:
            account.division = SEL_UNKNOWN;
            break;
        case 65:
            account.call[0] = 0;
            break;
        case 66:
            account.call[1] = 0;
            break;
        case 67:
            account.call[2] = SEL_DOES_NOT_APPLY;
            break;
        case 68:
            account.tools = SEL_UNKNOWN;
            break;
        case 69:
            account.tools_evidence = 0;
            break;
        case 70:
            account.seller_advised = 0;
            break;
        case 71:
            account.local.groups = 1;
            break;
        case 72:
            account.local.said = SEL_UNKNOWN;
            break;
        case 73:
            account.design.groups = 2;
            break;
        case 74:
            account.design.said = SEL_UNKNOWN;
            break;
        case 75:
            account.evaluation.groups = 16;
            break;
        case 76:
            account.evaluation.said = 1;
            break;
        default:
            sel_store_close(store);
            return;
        }
        /* clang-format on */
        ck_assert_msg(put_programme(store, id, &record) == SEL_PUT_CHANGED, "field %d", field);
        ck_assert_uint_eq(list(store, ALL, NULL).count, 1);
        ck_assert_msg(put_programme(store, id, &first) == SEL_PUT_CHANGED, "field %d", field);
    }
}
END_TEST

static sel_programme dated(const char *title, sel_days updated)
{
    sel_programme record = programme("P1");
    record.title = sel_str_of(title);
    record.last_updated = updated;
    return record;
}

START_TEST(the_newer_version_is_current)
{
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    begin(store);
    int64_t id = source(store, "register", "r.csv");
    sel_programme old = dated("old", (sel_days){20000, 20000, true});
    sel_programme new = dated("new", (sel_days){20100, 20100, true});
    sel_programme vague = dated("vague", (sel_days){20090, 20120, true});
    sel_programme undated = dated("undated", (sel_days){0});
    ck_assert_int_eq(put_programme(store, id, &new), SEL_PUT_NEW);
    ck_assert_int_eq(put_programme(store, id, &old), SEL_PUT_OLDER);
    ck_assert_int_eq(put_programme(store, id, &old), SEL_PUT_UNCHANGED);
    ck_assert_str_eq(list(store, 0, NULL).ids, "aid:P1=new ");
    ck_assert_int_eq(put_programme(store, id, &vague), SEL_PUT_CHANGED); /* not surely older */
    ck_assert_str_eq(list(store, 0, NULL).ids, "aid:P1=vague ");
    ck_assert_int_eq(put_programme(store, id, &undated), SEL_PUT_CHANGED); /* taken in later */
    ck_assert_str_eq(list(store, 0, NULL).ids, "aid:P1=undated ");
    ck_assert_int_eq(put_programme(store, id, &new), SEL_PUT_CHANGED);
    commit(store);
    sel_store_close(store);
    ck_assert_str_eq(ask(path, "SELECT group_concat(title) FROM (SELECT title FROM"
                               " programme_version ORDER BY id)"),
                     "new,old,vague,undated,new");
    ck_assert_str_eq(ask(path, "SELECT title FROM v_programme"), "new");
    ck_assert_str_eq(ask(path, "PRAGMA foreign_key_check"), "");
}
END_TEST

START_TEST(order_is_of_bytes_not_of_arrival)
{
    /* LC_ALL=C sort; "ä" is C3 A4, after every ASCII letter. */
    static const char *const ids[] = {"10", "9", "Z", "a", "a-1", "ab", "ä"};
    static const char *const expected = "aid:10=10 aid:9=9 aid:Z=Z aid:a=a aid:a-1=a-1 aid:ab=ab "
                                        "aid:ä=ä ";
    enum { COUNT = sizeof ids / sizeof ids[0] };
    for (size_t turn = 0; turn < COUNT; turn++) {
        sel_store *store = fresh_store(fresh_path());
        begin(store);
        int64_t id = source(store, "register", "r.csv");
        for (size_t i = 0; i < COUNT; i++) {
            sel_programme record = programme(ids[(turn + i * 3) % COUNT]);
            put_programme(store, id, &record);
        }
        ck_assert_str_eq(list(store, 0, NULL).ids, expected);
        sel_store_close(store);
    }
}
END_TEST

START_TEST(registers_are_apart)
{
    sel_store *store = fresh_store(fresh_path());
    begin(store);
    int64_t id = source(store, "register", "r.csv");
    sel_programme record = programme("P1");
    put_programme(store, id, &record);
    record.register_name = SEL_STR("recipient:FJI");
    ck_assert_int_eq(put_programme(store, id, &record), SEL_PUT_NEW);
    ck_assert_str_eq(list(store, 0, NULL).ids, "aid:P1=P1 recipient:FJI:P1=P1 ");
    sel_store_close(store);
}
END_TEST

static bool write_back(void *to, const sel_programme *record)
{
    sel_error err = {0};
    sel_put_outcome outcome;
    must(sel_store_put_programme(to, 1, record, &outcome, &err), SEL_USAGE, &err);
    ck_assert_str_eq(err.message, "a listing of the store is under way");
    must(sel_store_each_programme(to, 0, (sel_programme_sink){write_back, to}, &err), SEL_USAGE,
         &err);
    return true;
}

START_TEST(a_listing_can_stop_and_must_not_write)
{
    sel_store *store = fresh_store(fresh_path());
    sel_error err = {0};
    begin(store);
    int64_t id = source(store, "register", "r.csv");
    for (int i = 0; i < 3; i++) {
        sel_programme record = programme((const char *[]){"P1", "P2", "P3"}[i]);
        put_programme(store, id, &record);
    }
    listing seen = {.limit = 2};
    must(sel_store_each_programme(store, 0, (sel_programme_sink){take, &seen}, &err), SEL_OK, &err);
    ck_assert_uint_eq(seen.count, 2);
    must(sel_store_each_programme(store, 0, (sel_programme_sink){write_back, store}, &err), SEL_OK,
         &err);
    commit(store);
    sel_store_close(store);
}
END_TEST

START_TEST(disclosure_of_the_source_holds_for_silent_records)
{
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    sel_error err = {0};
    int64_t id = 0;
    begin(store);
    char hash[SEL_HASH_ROOM];
    sel_hash_of(SEL_STR("x"), hash);
    must(sel_store_add_source(store,
                              &(sel_source){.name = SEL_STR("iati.xml"),
                                            .sha256 = sel_str_of(hash),
                                            .kind = SEL_STR("register"),
                                            .format = SEL_STR("iati"),
                                            .disclosure = SEL_STR("public"),
                                            .received = NOW},
                              &id, &err),
         SEL_OK, &err);
    sel_programme record = programme("P1");
    record.disclosure = (sel_str){0};
    put_programme(store, id, &record);
    ck_assert_int_eq(put_programme(store, id, &record), SEL_PUT_UNCHANGED);
    record = programme("P2");
    put_programme(store, id, &record);
    must(sel_store_put_programme(store, 77, &(sel_programme){0}, &(sel_put_outcome){0}, &err),
         SEL_NOT_FOUND, &err);
    commit(store);
    sel_store_close(store);
    ck_assert_str_eq(ask(path, "SELECT group_concat(disclosure) FROM (SELECT disclosure FROM"
                               " v_programme ORDER BY record)"),
                     "public,parties");
}
END_TEST

static bool take_field(void *to, const sel_field_place *field)
{
    char *seen = to;
    size_t used = strlen(seen);
    snprintf(seen + used, 200 - used, "%s %llu:%u '%.*s' %s; ", field->field,
             (unsigned long long)field->line, field->column, SEL_STR_ARG(field->raw), field->rule);
    return true;
}

START_TEST(where_a_record_came_from)
{
    sel_store *store = fresh_store(fresh_path());
    sel_arena *arena = sel_arena_create();
    sel_error err = {0};
    begin(store);
    sel_programme record = programme("P1");
    put_programme(store, source(store, "register", "folder/r.csv"), &record);
    sel_stored_place place;
    must(sel_store_record_place(store, SEL_STR("aid"), SEL_STR("P1"), arena, &place, &err), SEL_OK,
         &err);
    ck_assert_str(place.file, "r.csv");
    char hash[SEL_HASH_ROOM];
    ck_assert_str(place.sha256, sel_hash_of(SEL_STR("folder/r.csv"), hash));
    ck_assert_int_eq(place.received, NOW);
    ck_assert_uint_eq(place.line, 14);
    ck_assert_uint_eq(place.offset, 4000000000);
    ck_assert_uint_eq(place.ordinal, 13);
    char seen[200] = "";
    must(sel_store_each_field_place(store, SEL_STR("aid"), SEL_STR("P1"), take_field, seen, &err),
         SEL_OK, &err);
    ck_assert_str_eq(seen, "start 14:5 '2017' year-only; recipients 14:0 '' equal-shares; ");
    must(sel_store_record_place(store, SEL_STR("aid"), SEL_STR("P2"), arena, &place, &err),
         SEL_NOT_FOUND, &err);
    ck_assert_str_eq(err.message, "there is no record 'P2' in register 'aid'");
    must(sel_store_each_field_place(store, SEL_STR("a"), SEL_STR("P1"), take_field, seen, &err),
         SEL_NOT_FOUND, &err);
    sel_store_close(store);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(views_of_programmes)
{
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    begin(store);
    sel_programme record = programme("P1");
    int64_t id = source(store, "register", "r.csv");
    put_programme(store, id, &record);
    record = programme("P2");
    record.set_aside = true;
    put_programme(store, id, &record);
    commit(store);
    sel_store_close(store);
    /* Days 17167 and 17531: `date -u -d 2017-01-01 +%s` / 86400, `2017-12-31`. */
    ck_assert_str_eq(ask(path, "SELECT start_low || ' ' || start_high || ' ' || kinds || ' ' ||"
                               " money_low || ' ' || currency || ' ' || funding || ' ' ||"
                               " condition_classes || ' ' || cyber_low FROM v_programme"
                               " WHERE record = 'P1'"),
                     "2017-01-01 2017-12-31 training funding 0.01 CHF Department of Foreign Affairs"
                     " K2 K5 0.25");
    ck_assert_str_eq(ask(path, "SELECT count(*) || ' ' || sum(recipient_share * capability_share)"
                               " FROM v_place"),
                     "6 1.0");
}
END_TEST

int main(void)
{
    return run_tests("store_programmes", (const TTest *const[]){
                                             a_record_comes_back_as_it_went_in,
                                             a_record_that_says_nothing,
                                             texts_and_places_only_when_asked_for,
                                             the_same_content_changes_nothing,
                                             every_field_counts,
                                             the_newer_version_is_current,
                                             order_is_of_bytes_not_of_arrival,
                                             registers_are_apart,
                                             a_listing_can_stop_and_must_not_write,
                                             disclosure_of_the_source_holds_for_silent_records,
                                             where_a_record_came_from,
                                             views_of_programmes,
                                             NULL,
                                         });
}
