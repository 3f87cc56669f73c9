#include "store/request_rows.h"

#include "store/programme_rows.h"

static const sel_row_cell request_cells[] = {
    {SEL_ROW_TEXT, offsetof(sel_request, recipient), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_request, capability), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_request, outcome), 0, NULL},
    {SEL_ROW_BITS, offsetof(sel_request, kinds), sizeof(uint16_t), &sel_kind_codes},
    {SEL_ROW_BITS, offsetof(sel_request, for_whom), sizeof(uint16_t), &sel_audience_codes},
    {SEL_ROW_DAYS, offsetof(sel_request, from), 0, NULL},
    {SEL_ROW_COUNT, offsetof(sel_request, months), sizeof(uint16_t), NULL},
    {SEL_ROW_MONEY, offsetof(sel_request, money), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_request, language), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_request, document), 0, NULL},
    {SEL_ROW_FLAG, offsetof(sel_request, illustrative), 0, NULL},
};
static const sel_form request_form = {request_cells,
                                      sizeof request_cells / sizeof request_cells[0]};

void sel_request_fingerprint(const sel_request *request, char hex[SEL_HASH_ROOM])
{
    sel_hash hash;
    sel_hash_start_content(&hash);
    sel_row_hash_text(&hash, request->id);
    sel_row_hash(&hash, &request_form, request);
    sel_hash_finish(&hash, hex);
}

/* A request as it is stored. */
typedef struct known_request {
    int64_t id; /* 0: none */
    bool same;
    int64_t revision;   /* it belongs to; 0: none */
    int64_t submission; /* of that revision */
    bool listed;        /* that revision is current */
} known_request;

static sel_status find_request(sel_store *store, sel_str address, const char *content,
                               known_request *known, sel_error *err)
{
    sel_query query = sel_query_start(store, SQL_FIND_REQUEST);
    sel_query_put_text(&query, address);
    if (sel_query_next(&query)) {
        known->id = sel_query_take_integer(&query);
        known->same = sel_str_is(sel_query_borrow_text(&query), content);
        known->revision = sel_query_take_integer(&query);
        known->submission = sel_query_take_integer(&query);
        known->listed = known->revision == 0 || known->revision == sel_query_take_integer(&query);
    }
    return sel_query_end(&query, err);
}

static sel_status find_submission(sel_store *store, int64_t revision, int64_t *submission,
                                  sel_error *err)
{
    *submission = 0;
    if (revision == 0)
        return SEL_OK;
    sel_query query = sel_query_start(store, SQL_REVISION_SUBMISSION);
    sel_query_put_integer(&query, revision);
    if (sel_query_next(&query))
        *submission = sel_query_take_integer(&query);
    return sel_query_end(&query, err);
}

static sel_status move_request(sel_store *store, int64_t id, int64_t revision, sel_error *err)
{
    sel_query query = sel_query_start(store, SQL_SET_REQUEST_REVISION);
    sel_query_put_integer(&query, id);
    sel_query_put_known(&query, revision != 0, revision);
    return sel_query_run(&query, err);
}

static sel_status delete_request(sel_store *store, int64_t id, sel_error *err)
{
    sel_query query = sel_query_start(store, SQL_DELETE_REQUEST);
    sel_query_put_integer(&query, id);
    return sel_query_run(&query, err);
}

static sel_status insert_request(sel_store *store, int64_t source, int64_t revision,
                                 const sel_request *request, const char *content, sel_error *err)
{
    sel_query query = sel_query_start(store, SQL_INSERT_REQUEST);
    sel_query_put_text(&query, request->id);
    sel_query_put_known(&query, source != 0, source);
    sel_query_put_known(&query, revision != 0, revision);
    sel_query_put_text(&query, sel_str_of(content));
    sel_query_put_integer(&query, request->received);
    sel_row_put(&query, &request_form, request);
    return sel_query_run(&query, err);
}

sel_status sel_store_put_request(sel_store *store, int64_t source, const sel_put_response *of,
                                 const sel_request *request, sel_put_outcome *outcome,
                                 sel_error *err)
{
    char content[SEL_HASH_ROOM];
    sel_request_fingerprint(request, content);
    int64_t revision = of == NULL ? 0 : of->submission;
    int64_t submission = 0;
    known_request known = {0};
    sel_status status = find_request(store, request->id, content, &known, err);
    if (status == SEL_OK)
        status = find_submission(store, revision, &submission, err);
    if (status != SEL_OK)
        return status;
    if (known.id != 0 && known.listed && known.submission != submission)
        return sel_fail(err, SEL_CONFLICT, "another respondent has a request '%.*s'",
                        SEL_STR_ARG(request->id));
    *outcome = known.id == 0 ? SEL_PUT_NEW : known.same ? SEL_PUT_UNCHANGED : SEL_PUT_CHANGED;
    if (known.same)
        return known.revision == revision ? SEL_OK : move_request(store, known.id, revision, err);
    if (known.id != 0)
        status = delete_request(store, known.id, err);
    return status == SEL_OK ? insert_request(store, source, revision, request, content, err)
                            : status;
}

sel_status sel_store_visit_requests(sel_store *store, sel_statement rows, sel_request_visit *take,
                                    void *to, sel_error *err)
{
    sel_arena *arena = sel_arena_create();
    bool more = true;
    store->listings += 1;
    sel_query query = sel_query_start(store, rows);
    while (more && sel_query_next(&query)) {
        sel_request request = {0};
        request.id = sel_query_take_text(&query, arena);
        request.received = sel_query_take_integer(&query);
        request.withdrawn = sel_query_take_integer(&query);
        sel_str content = sel_query_take_text(&query, arena);
        sel_row_take(&query, &request_form, arena, &request);
        more = take(to, &request, content);
        sel_arena_reset(arena);
    }
    sel_status status = sel_query_end(&query, err);
    store->listings -= 1;
    sel_arena_destroy(arena);
    return status;
}

typedef struct request_sink {
    sel_request_take *take;
    void *to;
} request_sink;

static bool give(void *to, const sel_request *request, sel_str content)
{
    const request_sink *sink = to;
    (void)content;
    return sink->take(sink->to, request);
}

sel_status sel_store_each_request(sel_store *store, sel_request_take *take, void *to,
                                  sel_error *err)
{
    return sel_store_visit_requests(store, SQL_EACH_REQUEST, give, &(request_sink){take, to}, err);
}

sel_status sel_store_each_withdrawn_request(sel_store *store, sel_request_take *take, void *to,
                                            sel_error *err)
{
    return sel_store_visit_requests(store, SQL_WITHDRAWN_REQUESTS, give, &(request_sink){take, to},
                                    err);
}
