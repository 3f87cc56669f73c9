#include "store_fixture.h"

typedef struct transcript {
    char text[4000];
    uint32_t count;
    uint32_t limit; /* 0: all */
} transcript;

static bool add(transcript *to, const char *text, sel_str a, sel_str b)
{
    size_t used = strlen(to->text);
    snprintf(to->text + used, sizeof to->text - used, "%s%.*s %.*s; ", text, SEL_STR_ARG(a),
             SEL_STR_ARG(b));
    to->count += 1;
    return to->limit == 0 || to->count < to->limit;
}

static bool add_source(void *to, const sel_source *given)
{
    return add(to, "", given->name, given->kind);
}

static bool add_finding(void *to, const sel_source *given, const sel_issue *issue)
{
    char place[100];
    snprintf(place, sizeof place, "%s %llu:%u:%u ", issue->code, (unsigned long long)issue->line,
             issue->row, issue->column);
    ck_assert_uint_eq(given->sha256.len, 64);
    return add(to, place, given->name, issue->found);
}

static bool add_request(void *to, const sel_request *request)
{
    char at[40];
    snprintf(at, sizeof at, "%lld ", (long long)request->received);
    return add(to, at, request->id, request->outcome);
}

static bool add_decision(void *to, const sel_decision *decision)
{
    return add(to, "", decision->kind, decision->subject);
}

static sel_source file(const char *name, int64_t received, char hash[SEL_HASH_ROOM])
{
    sel_hash_of(sel_str_of(name), hash);
    return (sel_source){.name = sel_str_of(name),
                        .sha256 = sel_str_of(hash),
                        .kind = SEL_STR("register"),
                        .format = SEL_STR("iati"),
                        .register_name = SEL_STR("aid"),
                        .disclosure = SEL_STR("public"),
                        .received = received,
                        .bytes = 123};
}

START_TEST(the_same_bytes_are_known)
{
    sel_store *store = fresh_store(fresh_path());
    sel_arena *arena = sel_arena_create();
    sel_error err = {0};
    char hash[SEL_HASH_ROOM];
    int64_t id = 0;
    int64_t found = 0;
    sel_source known;
    const sel_source given = file("/home/somebody/registers/aid.xml", NOW, hash);
    begin(store);
    must(sel_store_add_source(store, &given, &id, &err), SEL_OK, &err);
    must(sel_store_find_source(store, given.sha256, given.kind, given.register_name, arena, &found,
                               &known, &err),
         SEL_OK, &err);
    ck_assert_int_eq(found, id);
    ck_assert_str(known.name, "aid.xml"); /* whose computer it was is nobody's business */
    ck_assert_str(known.format, "iati");
    ck_assert_str(known.disclosure, "public");
    ck_assert_int_eq(known.received, NOW);
    ck_assert_int_eq(known.bytes, 123);
    must(sel_store_find_source(store, given.sha256, SEL_STR("responses"), given.register_name,
                               arena, &found, NULL, &err),
         SEL_OK, &err);
    ck_assert_int_eq(found, 0);
    must(sel_store_find_source(store, given.sha256, given.kind, SEL_STR("other"), arena, &found,
                               NULL, &err),
         SEL_OK, &err);
    ck_assert_int_eq(found, 0);
    must(sel_store_add_source(store, &given, &id, &err), SEL_CONFLICT, &err);
    sel_store_close(store);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(sources_are_listed_by_time_and_name)
{
    sel_store *store = fresh_store(fresh_path());
    sel_error err = {0};
    transcript seen = {.limit = 0};
    begin(store);
    static const struct {
        const char *name;
        int64_t received;
    } files[] = {{"c.xml", 10}, {"b.xml", 20}, {"a.xml", 20}, {"d.xml", 5}};
    for (size_t i = 0; i < 4; i++) {
        char hash[SEL_HASH_ROOM];
        int64_t id = 0;
        const sel_source given = file(files[i].name, files[i].received, hash);
        must(sel_store_add_source(store, &given, &id, &err), SEL_OK, &err);
    }
    must(sel_store_each_source(store, add_source, &seen, &err), SEL_OK, &err);
    ck_assert_str_eq(seen.text, "d.xml register; c.xml register; a.xml register; b.xml register; ");
    seen = (transcript){.limit = 2};
    must(sel_store_each_source(store, add_source, &seen, &err), SEL_OK, &err);
    ck_assert_str_eq(seen.text, "d.xml register; c.xml register; ");
    sel_store_close(store);
}
END_TEST

START_TEST(findings_keep_their_place)
{
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    sel_error err = {0};
    begin(store);
    int64_t second = source(store, "register", "b.csv");
    int64_t first = source(store, "register", "a.csv");
    const sel_issue issues[] = {
        {.code = "W_SHARES", .line = 14, .row = 13, .column = 5, .found = SEL_STR("120 %")},
        {.code = "E_DATE", .line = 9, .row = 9, .column = 2, .found = SEL_STR("soon")},
    };
    for (uint64_t i = 0; i < 2; i++)
        must(sel_store_put_finding(store, second, i + 1, &issues[i], &err), SEL_OK, &err);
    must(sel_store_put_finding(store, first, 1, &issues[1], &err), SEL_OK, &err);
    transcript seen = {.limit = 0};
    must(sel_store_each_finding(store, add_finding, &seen, &err), SEL_OK, &err);
    ck_assert_str_eq(seen.text, "E_DATE 9:9:2 a.csv soon; W_SHARES 14:13:5 b.csv 120 %;"
                                " E_DATE 9:9:2 b.csv soon; ");
    seen = (transcript){.limit = 2};
    must(sel_store_each_finding(store, add_finding, &seen, &err), SEL_OK, &err);
    ck_assert_uint_eq(seen.count, 2);
    commit(store);
    sel_store_close(store);
    ck_assert_str_eq(ask(path, "SELECT group_concat(file || number || code) FROM (SELECT * FROM"
                               " v_finding ORDER BY file, number)"),
                     "a.csv1E_DATE,b.csv1W_SHARES,b.csv2E_DATE");
}
END_TEST

START_TEST(findings_need_a_source)
{
    sel_store *store = fresh_store(fresh_path());
    sel_error err = {0};
    begin(store);
    must(sel_store_put_finding(store, 99, 1, &(sel_issue){.code = "N_X"}, &err), SEL_CONFLICT,
         &err);
    sel_store_close(store);
}
END_TEST

START_TEST(findings_are_bounded_and_counted)
{
    const char *path = fresh_path();
    sel_store *store = fresh_store(path);
    sel_error err = {0};
    begin(store);
    int64_t id = source(store, "register", "a.csv");
    for (uint64_t line = 1; line <= 9; line++) {
        const sel_issue issue = {.code = "W_SHARES", .line = line};
        must(sel_store_put_finding(store, id, SEL_STORE_FINDINGS_MAX - 2 + line, &issue, &err),
             SEL_OK, &err);
    }
    must(sel_store_count_findings(store, id, SEL_STORE_FINDINGS_MAX + 7, &err), SEL_OK, &err);
    commit(store);
    sel_store_close(store);
    ck_assert_str_eq(ask(path, "SELECT findings FROM source"), "100007");
    ck_assert_str_eq(ask(path, "SELECT group_concat(line) FROM finding"), "1,2");
}
END_TEST

static sel_request request(const char *id, const char *outcome)
{
    return (sel_request){.id = sel_str_of(id),
                         .recipient = SEL_STR("FJI"),
                         .capability = SEL_STR("D1.2"),
                         .outcome = sel_str_of(outcome),
                         .kinds = 1U << SEL_KIND_TRAINING | 1U << SEL_KIND_MENTORING,
                         .for_whom = 1U << SEL_AUDIENCE_INCIDENT_TEAM,
                         .from = {20000, 20030, true},
                         .months = 12,
                         .money = {100, 200, "EUR", true, SEL_STR("EUR 1-2")},
                         .language = SEL_STR("en"),
                         .document = SEL_STR("Note 1"),
                         .received = NOW,
                         .illustrative = true};
}

static sel_put_outcome put_request(sel_store *store, int64_t from, const sel_put_response *of,
                                   sel_request given)
{
    sel_error err = {0};
    sel_put_outcome outcome = SEL_PUT_OLDER;
    must(sel_store_put_request(store, from, of, &given, &outcome, &err), SEL_OK, &err);
    return outcome;
}

static bool same_request(void *to, const sel_request *given)
{
    const sel_request *expected = to;
    ck_assert(sel_str_equal(given->id, expected->id));
    ck_assert(sel_str_equal(given->recipient, expected->recipient));
    ck_assert(sel_str_equal(given->capability, expected->capability));
    ck_assert(sel_str_equal(given->outcome, expected->outcome));
    ck_assert_uint_eq(given->kinds, expected->kinds);
    ck_assert_uint_eq(given->for_whom, expected->for_whom);
    ck_assert_int_eq(given->from.earliest, expected->from.earliest);
    ck_assert_int_eq(given->from.latest, expected->from.latest);
    ck_assert_uint_eq(given->months, expected->months);
    ck_assert_int_eq(given->money.high, expected->money.high);
    ck_assert_str_eq(given->money.currency, expected->money.currency);
    ck_assert(sel_str_equal(given->money.raw, expected->money.raw));
    ck_assert(sel_str_equal(given->language, expected->language));
    ck_assert(sel_str_equal(given->document, expected->document));
    ck_assert_int_eq(given->received, expected->received);
    ck_assert_int_eq(given->illustrative, expected->illustrative);
    return true;
}

static transcript requests(sel_store *store)
{
    sel_error err = {0};
    transcript seen = {.limit = 0};
    must(sel_store_each_request(store, add_request, &seen, &err), SEL_OK, &err);
    return seen;
}

START_TEST(requests_follow_their_response)
{
    sel_store *store = fresh_store(fresh_path());
    sel_error err = {0};
    begin(store);
    int64_t id = source(store, "responses", "a.csv");
    sel_response given = response(FIJI, "CERT");
    sel_put_response first = put_response(store, id, &given);
    sel_request one = request("FJI-1-01", "a team");
    ck_assert_int_eq(put_request(store, id, &first, one), SEL_PUT_NEW);
    ck_assert_int_eq(put_request(store, id, &first, one), SEL_PUT_UNCHANGED);
    must(sel_store_each_request(store, same_request, &one, &err), SEL_OK, &err);
    ck_assert_int_eq(put_request(store, id, &first, request("FJI-1-02", "a law")), SEL_PUT_NEW);
    ck_assert_int_eq(put_request(store, 0, NULL, request("FJI-1-00", "by letter")), SEL_PUT_NEW);
    ck_assert_str_eq(requests(store).text, "1788220800 FJI-1-00 by letter; 1788220800 FJI-1-01 a"
                                           " team; 1788220800 FJI-1-02 a law; ");

    /* A day later the respondent sends again: one request stays, one is changed, one is gone. */
    given.lead = false;
    sel_put_response second = put_response(store, id, &given);
    ck_assert_str_eq(requests(store).text, "1788220800 FJI-1-00 by letter; ");
    one.received = NOW + 86400;
    ck_assert_int_eq(put_request(store, id, &second, one), SEL_PUT_UNCHANGED);
    ck_assert_str_eq(requests(store).text,
                     "1788220800 FJI-1-00 by letter; 1788220800 FJI-1-01 a team; ");
    one.outcome = SEL_STR("two teams");
    ck_assert_int_eq(put_request(store, id, &second, one), SEL_PUT_CHANGED);
    ck_assert_str_eq(requests(store).text,
                     "1788220800 FJI-1-00 by letter; 1788307200 FJI-1-01 two teams; ");
    sel_store_close(store);
}
END_TEST

START_TEST(requests_of_others_are_not_overwritten)
{
    sel_store *store = fresh_store(fresh_path());
    sel_error err = {0};
    sel_put_outcome outcome;
    begin(store);
    int64_t id = source(store, "responses", "a.csv");
    sel_response given = response(FIJI, "CERT");
    sel_put_response cert = put_response(store, id, &given);
    given = response(FIJI, "Ministry");
    sel_put_response ministry = put_response(store, id, &given);
    const sel_request one = request("FJI-1-01", "a team");
    ck_assert_int_eq(put_request(store, id, &cert, one), SEL_PUT_NEW);
    must(sel_store_put_request(store, id, &ministry, &one, &outcome, &err), SEL_CONFLICT, &err);
    ck_assert_str_eq(err.message, "another respondent has a request 'FJI-1-01'");
    must(sel_store_put_request(store, id, NULL, &one, &outcome, &err), SEL_CONFLICT, &err);
    sel_store_close(store);
}
END_TEST

START_TEST(decisions_are_kept_in_order)
{
    sel_store *store = fresh_store(fresh_path());
    sel_error err = {0};
    static const char *const kinds[] = {"same", "not-same", "merge", "split"};
    begin(store);
    for (size_t i = 0; i < 4; i++) {
        const sel_decision decision = {.kind = sel_str_of(kinds[i]),
                                       .subject = SEL_STR("aid:P1"),
                                       .other = SEL_STR("aid:P2"),
                                       .by = SEL_STR("secretariat"),
                                       .at = NOW - (int64_t)i,
                                       .reason = SEL_STR("same contract number")};
        must(sel_store_put_decision(store, &decision, &err), SEL_OK, &err);
    }
    transcript seen = {.limit = 0};
    must(sel_store_each_decision(store, add_decision, &seen, &err), SEL_OK, &err);
    ck_assert_str_eq(seen.text, "same aid:P1; not-same aid:P1; merge aid:P1; split aid:P1; ");
    must(sel_store_put_decision(store, &(sel_decision){.kind = SEL_STR("perhaps")}, &err),
         SEL_CONFLICT, &err);
    sel_store_close(store);
}
END_TEST

START_TEST(what_a_store_holds)
{
    sel_store *store = fresh_store(fresh_path());
    sel_arena *arena = sel_arena_create();
    sel_error err = {0};
    sel_store_state state;
    must(sel_store_status(store, arena, &state, &err), SEL_OK, &err);
    ck_assert_str(state.taxonomy, "cyber");
    ck_assert_int_eq(state.created, NOW);
    ck_assert(!state.any_received);
    ck_assert_uint_eq(state.round_count, 1);
    begin(store);
    const sel_str expected[] = {SEL_STR("VUT"), SEL_STR("FJI"), SEL_STR("IDN")};
    const sel_round round = {.name = SEL_STR("1"),
                             .open = {20700, 20760, true},
                             .expected = expected,
                             .expected_count = 3};
    must(sel_store_put_round(store, &round, &err), SEL_OK, &err);
    must(sel_store_put_round(store, &round, &err), SEL_OK, &err); /* the same again */
    int64_t id = source(store, "responses", "a.csv");
    sel_response given = response(FIJI, "CERT");
    put_response(store, id, &given);
    given.lead = false;
    put_response(store, id, &given);
    given = response(TONGA, "CERT");
    sel_put_response put;
    must(sel_store_put_response(store, id, &given, places(), NOW + 60, &put, &err), SEL_OK, &err);
    sel_programme record = programme("P1");
    int64_t aid = source(store, "register", "r.csv");
    put_programme(store, aid, &record);
    record = programme("P2");
    record.set_aside = true;
    put_programme(store, aid, &record);
    record.title = SEL_STR("other");
    put_programme(store, aid, &record);
    must(sel_store_put_finding(store, aid, 1, &(sel_issue){.code = "N_X"}, &err), SEL_OK, &err);
    must(sel_store_count_findings(store, aid, 1, &err), SEL_OK, &err);
    put_request(store, 0, NULL, request("FJI-1-01", "a team"));
    must(sel_store_status(store, arena, &state, &err), SEL_OK, &err);
    const uint64_t pairs[][2] = {
        {state.sources, 2},  {state.respondents, 2}, {state.submissions, 2}, {state.revisions, 3},
        {state.requests, 1}, {state.programmes, 1},  {state.set_aside, 1},   {state.versions, 3},
        {state.findings, 1}, {state.decisions, 0},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        ck_assert_msg(pairs[i][0] == pairs[i][1], "count %zu", i);
    ck_assert(state.any_received);
    ck_assert_int_eq(state.newest_received, NOW + 60);
    const sel_round_state *first = &state.rounds[0];
    ck_assert_str(first->name, "1");
    ck_assert(first->open.known);
    ck_assert_int_eq(first->open.earliest, 20700);
    ck_assert_int_eq(first->open.latest, 20760);
    ck_assert_uint_eq(first->submissions, 2);
    ck_assert_uint_eq(first->expected, 3);
    ck_assert_uint_eq(first->answered, 1);
    ck_assert_uint_eq(first->missing_count, 2);
    ck_assert_str(first->missing[0], "IDN");
    ck_assert_str(first->missing[1], "VUT");
    sel_store_close(store);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    return run_tests("store_sources", (const TTest *const[]){
                                          the_same_bytes_are_known,
                                          sources_are_listed_by_time_and_name,
                                          findings_keep_their_place,
                                          findings_need_a_source,
                                          findings_are_bounded_and_counted,
                                          requests_follow_their_response,
                                          requests_of_others_are_not_overwritten,
                                          decisions_are_kept_in_order,
                                          what_a_store_holds,
                                          NULL,
                                      });
}
