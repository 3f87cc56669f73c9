#include "store/response_rows.h"

/* A response that came in. */
typedef struct arrival {
    int64_t source;
    int64_t received;
    const sel_response *response;
    const sel_response_head *head;
    const sel_prepared_response *prepared;
} arrival;

/* A submission as it is stored. */
typedef struct known_submission {
    int64_t respondent;
    int64_t id; /* 0: none yet */
    int64_t revision;
    int64_t number;
    bool same; /* the current revision has the same content */
} known_submission;

static sel_status insert_items(sel_store *store, const sel_questionnaire *questionnaire, int64_t id,
                               int64_t first_item, sel_error *err)
{
    sel_status status = SEL_OK;
    for (uint32_t i = 0; i < questionnaire->item_count && status == SEL_OK; i++) {
        sel_query query = sel_query_start(store, SQL_INSERT_ITEM);
        sel_query_put_integer(&query, first_item + i);
        sel_query_put_integer(&query, id);
        sel_row_put(&query, sel_item_form(), &questionnaire->items[i]);
        status = sel_query_run(&query, err);
    }
    return status;
}

static sel_status insert_questionnaire(sel_store *store, const sel_questionnaire *questionnaire,
                                       const char *content, sel_error *err)
{
    sel_query last = sel_query_start(store, SQL_LAST_ITEM);
    int64_t first_item = sel_query_next(&last) ? sel_query_take_integer(&last) + 1 : 1;
    sel_status status = sel_query_end(&last, err);
    if (status != SEL_OK)
        return status;
    sel_query query = sel_query_start(store, SQL_INSERT_QUESTIONNAIRE);
    sel_query_put_text(&query, questionnaire->id);
    sel_query_put_text(&query, questionnaire->version);
    sel_query_put_text(&query, sel_str_of(content));
    sel_query_put_integer(&query, first_item);
    sel_query_put_integer(&query, questionnaire->item_count);
    status = sel_query_run(&query, err);
    store->known.id = sel_query_inserted(store);
    store->known.first_item = first_item;
    return status == SEL_OK ? insert_items(store, questionnaire, store->known.id, first_item, err)
                            : status;
}

static sel_status find_questionnaire(sel_store *store, const sel_questionnaire *questionnaire,
                                     sel_error *err)
{
    char content[SEL_HASH_ROOM];
    sel_items_fingerprint(questionnaire->items, questionnaire->item_count, content);
    bool same = false;
    store->known.id = 0;
    sel_query query = sel_query_start(store, SQL_FIND_QUESTIONNAIRE);
    sel_query_put_text(&query, questionnaire->id);
    sel_query_put_text(&query, questionnaire->version);
    if (sel_query_next(&query)) {
        store->known.id = sel_query_take_integer(&query);
        store->known.first_item = sel_query_take_integer(&query);
        same = sel_str_is(sel_query_borrow_text(&query), content);
    }
    sel_status status = sel_query_end(&query, err);
    if (status != SEL_OK)
        return status;
    if (store->known.id == 0)
        return insert_questionnaire(store, questionnaire, content, err);
    if (!same)
        return sel_fail(err, SEL_CONFLICT,
                        "questionnaire '%.*s' version '%.*s' is stored with other questions: give"
                        " the changed one a new version",
                        SEL_STR_ARG(questionnaire->id), SEL_STR_ARG(questionnaire->version));
    return SEL_OK;
}

/* Find or store the questionnaire once for all its responses. */
static sel_status know_questionnaire(sel_store *store, const sel_questionnaire *questionnaire,
                                     sel_error *err)
{
    sel_known_questionnaire *known = &store->known;
    if (known->items == questionnaire->items && known->item_count == questionnaire->item_count &&
        sel_str_equal(known->name, questionnaire->id) &&
        sel_str_equal(known->version, questionnaire->version))
        return SEL_OK;
    known->items = NULL;
    sel_status status = find_questionnaire(store, questionnaire, err);
    if (status != SEL_OK)
        return status;
    sel_arena_reset(store->known_arena);
    known->items = questionnaire->items;
    known->item_count = questionnaire->item_count;
    known->name = sel_str_copy(store->known_arena, questionnaire->id);
    known->version = sel_str_copy(store->known_arena, questionnaire->version);
    return SEL_OK;
}

static sel_status check_round(sel_store *store, sel_str round, sel_error *err)
{
    if (store->known_round[0] != '\0' && sel_str_is(round, store->known_round))
        return SEL_OK;
    sel_query query = sel_query_start(store, SQL_FIND_ROUND);
    sel_query_put_text(&query, round);
    bool found = sel_query_next(&query);
    sel_status status = sel_query_end(&query, err);
    if (status == SEL_OK && !found)
        return sel_fail(err, SEL_NOT_FOUND, "there is no round '%.*s'", SEL_STR_ARG(round));
    if (status == SEL_OK && round.len < sizeof store->known_round)
        snprintf(store->known_round, sizeof store->known_round, "%.*s", SEL_STR_ARG(round));
    return status;
}

static sel_status find_respondent(sel_store *store, const sel_response_head *head, int64_t *id,
                                  sel_error *err)
{
    sel_query query = sel_query_start(store, SQL_FIND_RESPONDENT);
    sel_query_put_text(&query, head->recipient);
    sel_query_put_text(&query, head->agency);
    *id = sel_query_next(&query) ? sel_query_take_integer(&query) : 0;
    return sel_query_end(&query, err);
}

static sel_status find_submission(sel_store *store, const sel_response_head *head,
                                  const char *content, known_submission *known, sel_error *err)
{
    sel_status status = find_respondent(store, head, &known->respondent, err);
    if (status != SEL_OK || known->respondent == 0)
        return status;
    sel_query query = sel_query_start(store, SQL_FIND_SUBMISSION);
    sel_query_put_integer(&query, known->respondent);
    sel_query_put_text(&query, head->round);
    sel_query_put_text(&query, head->questionnaire);
    if (sel_query_next(&query)) {
        known->id = sel_query_take_integer(&query);
        known->revision = sel_query_take_integer(&query);
        known->number = sel_query_take_integer(&query);
        known->same = sel_str_is(sel_query_borrow_text(&query), content);
    }
    return sel_query_end(&query, err);
}

static sel_status insert_submission(sel_store *store, const sel_response_head *head,
                                    known_submission *known, sel_error *err)
{
    sel_status status = SEL_OK;
    if (known->respondent == 0) {
        sel_query query = sel_query_start(store, SQL_INSERT_RESPONDENT);
        sel_query_put_text(&query, head->recipient);
        sel_query_put_text(&query, head->agency);
        status = sel_query_run(&query, err);
        known->respondent = sel_query_inserted(store);
    }
    if (status != SEL_OK)
        return status;
    sel_query query = sel_query_start(store, SQL_INSERT_SUBMISSION);
    sel_query_put_integer(&query, known->respondent);
    sel_query_put_text(&query, head->round);
    sel_query_put_text(&query, head->questionnaire);
    status = sel_query_run(&query, err);
    known->id = sel_query_inserted(store);
    return status;
}

static sel_status insert_revision(sel_store *store, const arrival *a, known_submission *known,
                                  sel_error *err)
{
    const sel_response_head *head = a->head;
    sel_query query = sel_query_start(store, SQL_INSERT_REVISION);
    sel_query_put_integer(&query, known->id);
    sel_query_put_integer(&query, ++known->number);
    sel_query_put_integer(&query, store->known.id);
    sel_query_put_integer(&query, a->source);
    sel_query_put_integer(&query, a->received);
    sel_query_put_text(&query, sel_str_of(a->prepared->content));
    sel_query_put_integer(&query, (int64_t)a->response->line);
    sel_query_put_text(&query, head->disclosure);
    sel_query_put_known(&query, head->answered_on.known, head->answered_on.earliest);
    sel_query_put_known(&query, head->answered_on.known, head->answered_on.latest);
    sel_query_put_integer(&query, head->lead);
    sel_query_put_integer(&query, head->illustrative);
    sel_query_put_text(&query, a->prepared->answers);
    sel_status status = sel_query_run(&query, err);
    known->revision = sel_query_inserted(store);
    return status;
}

static sel_status set_current(sel_store *store, const known_submission *known, sel_error *err)
{
    sel_query query = sel_query_start(store, SQL_SET_CURRENT_REVISION);
    sel_query_put_integer(&query, known->id);
    sel_query_put_integer(&query, known->revision);
    return sel_query_run(&query, err);
}

static sel_status store_response(sel_store *store, const arrival *a, sel_put_response *put,
                                 sel_error *err)
{
    known_submission known = {0};
    sel_status status = check_round(store, a->head->round, err);
    if (status == SEL_OK)
        status = know_questionnaire(store, a->response->questionnaire, err);
    if (status == SEL_OK)
        status = find_submission(store, a->head, a->prepared->content, &known, err);
    if (status != SEL_OK)
        return status;
    put->outcome = known.id == 0 ? SEL_PUT_NEW : known.same ? SEL_PUT_UNCHANGED : SEL_PUT_CHANGED;
    if (put->outcome == SEL_PUT_NEW)
        status = insert_submission(store, a->head, &known, err);
    if (status == SEL_OK && put->outcome != SEL_PUT_UNCHANGED) {
        status = insert_revision(store, a, &known, err);
        if (status == SEL_OK && put->outcome == SEL_PUT_CHANGED)
            status = set_current(store, &known, err);
    }
    put->revision = (uint32_t)known.number;
    put->submission = known.revision;
    return status;
}

sel_status sel_store_put_prepared(sel_store *store, int64_t source, const sel_response *response,
                                  const sel_geography *geography,
                                  const sel_prepared_response *prepared, int64_t received,
                                  sel_put_response *put, sel_error *err)
{
    *put = (sel_put_response){0};
    const sel_response_head head = sel_response_head_of(response, geography);
    const arrival a = {source, received, response, &head, prepared};
    memcpy(put->content, prepared->content, sizeof put->content);
    return store_response(store, &a, put, err);
}

sel_status sel_store_put_response(sel_store *store, int64_t source, const sel_response *response,
                                  const sel_geography *geography, int64_t received,
                                  sel_put_response *put, sel_error *err)
{
    *put = (sel_put_response){0};
    sel_response said = *response;
    sel_prepared_response prepared;
    sel_status status = SEL_OK;
    if (said.disclosure.len == 0)
        status = sel_source_level(store, source, &said.disclosure, err);
    if (status == SEL_OK)
        status = sel_response_prepare(&said, geography, store->scratch, &prepared, err);
    if (status == SEL_OK)
        status =
            sel_store_put_prepared(store, source, &said, geography, &prepared, received, put, err);
    sel_arena_reset(store->scratch);
    return status;
}
