#include "store/answer_list.h"
#include "store/programme_rows.h"
#include "store/request_rows.h"
#include "store/response_rows.h"
#include "store/store_programmes.h"

/* Somebody's words that are not what was stored. */
static void report_content(sel_issues *issues, sel_str kind, sel_str record)
{
    sel_issues_add(issues,
                   &(sel_issue){.code = "E_STORE_CONTENT", .subject = kind, .record = record});
}

static void report_response(sel_issues *issues, sel_arena *arena, sel_str recipient, sel_str agency,
                            sel_str round, sel_str questionnaire)
{
    report_content(issues, SEL_STR("response"),
                   sel_str_printf(arena, "%.*s %.*s, round %.*s, %.*s", SEL_STR_ARG(recipient),
                                  SEL_STR_ARG(agency), SEL_STR_ARG(round),
                                  SEL_STR_ARG(questionnaire)));
}

static void report_damage(sel_issues *issues, sel_str found)
{
    sel_issues_add(issues, &(sel_issue){.code = "E_STORE_DAMAGED", .found = found});
}

/* The schema is text in the file too: every statement must still fit it. Settings come before the
 * others in the list; they would take effect when prepared. */
static sel_status check_schema(sel_store *store, sel_arena *arena, sel_issues *issues,
                               sel_error *err)
{
    (void)arena;
    (void)err;
    for (int i = SQL_BEGIN_READ; i < SEL_STATEMENT_COUNT; i++) {
        sqlite3_stmt *stmt = NULL;
        const char *text = sel_statement_text((sel_statement)i);
        if (sqlite3_prepare_v2(store->db, text, -1, &stmt, NULL) != SQLITE_OK)
            report_damage(issues, sel_str_of(sqlite3_errmsg(store->db)));
        sqlite3_finalize(stmt);
    }
    return SEL_OK;
}

static sel_status check_structure(sel_store *store, sel_arena *arena, sel_issues *issues,
                                  sel_error *err)
{
    (void)arena;
    sel_query query = sel_query_start(store, SQL_INTEGRITY_CHECK);
    while (sel_query_next(&query)) {
        sel_str said = sel_query_borrow_text(&query);
        if (!sel_str_is(said, "ok"))
            report_damage(issues, said);
    }
    sel_status status = sel_query_end(&query, err);
    if (status != SEL_OK)
        return status;
    sel_query links = sel_query_start(store, SQL_FOREIGN_KEY_CHECK);
    while (sel_query_next(&links))
        report_damage(issues, sel_query_borrow_text(&links));
    return sel_query_end(&links, err);
}

static sel_status check_questionnaires(sel_store *store, sel_arena *arena, sel_issues *issues,
                                       sel_error *err)
{
    sel_item_list list = {0};
    sel_status status = sel_items_list(store, arena, &list, err);
    if (status != SEL_OK)
        return status;
    uint64_t next = 0; /* items looked at */
    sel_query query = sel_query_start(store, SQL_EACH_QUESTIONNAIRE);
    while (sel_query_next(&query)) {
        sel_str name = sel_query_take_text(&query, arena);
        sel_str version = sel_query_take_text(&query, arena);
        sel_str content = sel_query_take_text(&query, arena);
        uint64_t first = (uint64_t)sel_query_take_integer(&query);
        uint64_t count = (uint64_t)sel_query_take_integer(&query);
        char now[SEL_HASH_ROOM] = "";
        if (first == next + 1 && count <= list.count - next)
            sel_items_fingerprint(list.items + next, (uint32_t)count, now);
        if (!sel_str_is(content, now))
            report_content(
                issues, SEL_STR("questionnaire"),
                sel_str_printf(arena, "%.*s %.*s", SEL_STR_ARG(name), SEL_STR_ARG(version)));
        next = first - 1 + count;
    }
    return sel_query_end(&query, err);
}

/* False: the answers cannot be read. */
static bool fingerprint_again(const sel_response_head *head, sel_str answers, sel_arena *arena,
                              char now[SEL_HASH_ROOM])
{
    sel_hash hash;
    sel_answer_list list;
    bool good = sel_answer_list_read(answers, arena, &list);
    sel_hash_start_content(&hash);
    sel_row_hash(&hash, sel_response_head_form(), head);
    for (uint32_t i = 0; i < list.count; i++)
        sel_answer_hash(&hash, &list.answers[i]);
    sel_hash_finish(&hash, now);
    return good;
}

static sel_status check_revisions(sel_store *store, sel_arena *arena, sel_issues *issues,
                                  sel_error *err)
{
    sel_query query = sel_query_start(store, SQL_EACH_REVISION);
    while (sel_query_next(&query)) {
        sel_response_head head = {0};
        char now[SEL_HASH_ROOM];
        sel_row_take(&query, sel_response_head_form(), arena, &head);
        sel_str content = sel_query_take_text(&query, arena);
        if (!fingerprint_again(&head, sel_query_borrow_text(&query), arena, now) ||
            !sel_str_is(content, now))
            report_response(issues, arena, head.recipient, head.agency, head.round,
                            head.questionnaire);
        sel_arena_reset(arena);
    }
    return sel_query_end(&query, err);
}

static bool check_programme(void *to, const sel_stored_version *version)
{
    const sel_programme *record = &version->record;
    char now[SEL_HASH_ROOM];
    sel_programme_fingerprint(record, now);
    if (sel_str_is(version->content, now))
        return true;
    sel_arena *arena = sel_arena_create();
    report_content(to, SEL_STR("programme"),
                   sel_str_printf(arena, "%.*s:%.*s", SEL_STR_ARG(record->register_name),
                                  SEL_STR_ARG(record->id)));
    sel_arena_destroy(arena);
    return true;
}

static sel_status check_programmes(sel_store *store, sel_arena *arena, sel_issues *issues,
                                   sel_error *err)
{
    (void)arena;
    return sel_store_visit_programmes(store, SQL_EACH_VERSION, SEL_PROGRAMME_TEXTS, check_programme,
                                      issues, err);
}

/* A programme whose versions are gone through again, in the order they were taken in. */
typedef struct replay {
    int64_t programme; /* 0: none yet */
    int64_t current;   /* what the store says */
    int64_t winner;    /* what the rule says */
    sel_days updated;  /* of winner */
    sel_str address;
} replay;

static void report_replay(const replay *of, sel_issues *issues)
{
    if (of->programme != 0 && of->current != of->winner)
        report_content(issues, SEL_STR("programme"), of->address);
}

static sel_status check_current_versions(sel_store *store, sel_arena *arena, sel_issues *issues,
                                         sel_error *err)
{
    replay now = {0};
    sel_query query = sel_query_start(store, SQL_EVERY_VERSION_OF_PROGRAMMES);
    while (sel_query_next(&query)) {
        int64_t programme = sel_query_take_integer(&query);
        sel_str register_name = sel_query_borrow_text(&query);
        sel_str record = sel_query_borrow_text(&query);
        int64_t current = sel_query_take_integer(&query);
        int64_t version = sel_query_take_integer(&query);
        sel_days updated = sel_query_take_days(&query);
        if (programme != now.programme) {
            report_replay(&now, issues);
            sel_arena_reset(arena);
            now = (replay){.programme = programme, .current = current};
            now.address =
                sel_str_printf(arena, "%.*s:%.*s", SEL_STR_ARG(register_name), SEL_STR_ARG(record));
        } else if (sel_programme_is_older(&updated, &now.updated)) {
            continue;
        }
        now.winner = version;
        now.updated = updated;
    }
    report_replay(&now, issues);
    return sel_query_end(&query, err);
}

static sel_status check_current_revisions(sel_store *store, sel_arena *arena, sel_issues *issues,
                                          sel_error *err)
{
    sel_query query = sel_query_start(store, SQL_WRONG_CURRENT_REVISIONS);
    while (sel_query_next(&query)) {
        sel_str recipient = sel_query_take_text(&query, arena);
        sel_str agency = sel_query_take_text(&query, arena);
        sel_str round = sel_query_take_text(&query, arena);
        sel_str questionnaire = sel_query_take_text(&query, arena);
        report_response(issues, arena, recipient, agency, round, questionnaire);
    }
    return sel_query_end(&query, err);
}

static bool check_request(void *to, const sel_request *request, sel_str content)
{
    char now[SEL_HASH_ROOM];
    sel_request_fingerprint(request, now);
    if (!sel_str_is(content, now))
        report_content(to, SEL_STR("request"), request->id);
    return true;
}

static sel_status check_requests(sel_store *store, sel_arena *arena, sel_issues *issues,
                                 sel_error *err)
{
    (void)arena;
    return sel_store_visit_requests(store, SQL_EVERY_REQUEST, check_request, issues, err);
}

/* A listing that breaks off because the file is damaged is a finding, not a failure. */
static sel_status or_damage(sel_status status, const sel_error *why, sel_issues *issues,
                            sel_error *err)
{
    if (status == SEL_IO)
        report_damage(issues, sel_str_of(why->message));
    else if (status != SEL_OK && err != NULL)
        *err = *why;
    return status == SEL_IO ? SEL_OK : status;
}

sel_status sel_store_verify(sel_store *store, sel_issues *issues, sel_error *err)
{
    static sel_status (*const checks[])(sel_store *, sel_arena *, sel_issues *, sel_error *) = {
        check_schema,           check_structure,         check_questionnaires,
        check_revisions,        check_current_revisions, check_programmes,
        check_current_versions, check_requests,
    };
    sel_status status = SEL_OK;
    store->listings += 1;
    for (size_t i = 0; i < sizeof checks / sizeof checks[0] && status == SEL_OK; i++) {
        sel_arena *arena = sel_arena_create();
        sel_error why = {0};
        status = or_damage(checks[i](store, arena, issues, &why), &why, issues, err);
        sel_arena_destroy(arena);
    }
    store->listings -= 1;
    return status;
}
