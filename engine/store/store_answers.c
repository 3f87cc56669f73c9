#include "store/answer_list.h"
#include "store/response_rows.h"

static const sel_row_cell submission_cells[] = {
    {SEL_ROW_TEXT, offsetof(sel_stored_submission, questionnaire), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_stored_submission, version), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_stored_submission, recipient), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_stored_submission, agency), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_stored_submission, round), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_stored_submission, disclosure), 0, NULL},
    {SEL_ROW_DAYS, offsetof(sel_stored_submission, answered_on), 0, NULL},
    {SEL_ROW_FLAG, offsetof(sel_stored_submission, lead), 0, NULL},
    {SEL_ROW_FLAG, offsetof(sel_stored_submission, illustrative), 0, NULL},
    {SEL_ROW_COUNT, offsetof(sel_stored_submission, revision), sizeof(uint32_t), NULL},
    {SEL_ROW_I64, offsetof(sel_stored_submission, received), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_stored_submission, content), 0, NULL},
    {SEL_ROW_COUNT, offsetof(sel_stored_submission, line), sizeof(uint64_t), NULL},
    {SEL_ROW_TEXT, offsetof(sel_stored_submission, file), 0, NULL},
    {SEL_ROW_TEXT, offsetof(sel_stored_submission, sha256), 0, NULL},
};
static const sel_form submission_form = {submission_cells,
                                         sizeof submission_cells / sizeof submission_cells[0]};

/* Takes a submission with the place of its answers; *more false ends the visit. */
typedef sel_status visit_submission(sel_store *store, void *to,
                                    const sel_stored_submission *submission, int64_t revision,
                                    int64_t first_item, bool *more, sel_error *err);

static sel_status each_submission(sel_store *store, visit_submission *visit, void *to,
                                  sel_error *err)
{
    sel_arena *arena = sel_arena_create();
    sel_status status = SEL_OK;
    bool more = true;
    uint32_t number = 0;
    store->listings += 1;
    sel_query query = sel_query_start(store, SQL_EACH_SUBMISSION);
    while (more && status == SEL_OK && sel_query_next(&query)) {
        sel_stored_submission submission = {.number = number++};
        sel_row_take(&query, &submission_form, arena, &submission);
        int64_t revision = sel_query_take_integer(&query);
        int64_t first_item = sel_query_take_integer(&query);
        status = visit(store, to, &submission, revision, first_item, &more, err);
        sel_arena_reset(arena);
    }
    sel_status ended = sel_query_end(&query, status == SEL_OK ? err : NULL);
    store->listings -= 1;
    sel_arena_destroy(arena);
    return status == SEL_OK ? ended : status;
}

typedef struct submission_sink {
    sel_submission_take *take;
    void *to;
} submission_sink;

static sel_status give_submission(sel_store *store, void *to,
                                  const sel_stored_submission *submission, int64_t revision,
                                  int64_t first_item, bool *more, sel_error *err)
{
    const submission_sink *sink = to;
    (void)store, (void)revision, (void)first_item, (void)err;
    *more = sink->take(sink->to, submission);
    return SEL_OK;
}

sel_status sel_store_each_submission(sel_store *store, sel_submission_take *take, void *to,
                                     sel_error *err)
{
    return each_submission(store, give_submission, &(submission_sink){take, to}, err);
}

typedef struct answer_sink {
    sel_answer_take *take;
    void *to;
    sel_item_list list;
} answer_sink;

static sel_stored_answer answer_of(const answer_sink *sink, uint32_t submission,
                                   uint64_t first_item, const sel_answer *answer)
{
    const sel_item *item = &sink->list.items[first_item - 1 + answer->item];
    return (sel_stored_answer){
        .submission = submission,
        .answer = *answer,
        .item = item->name,
        .capability = item->capability,
        .aspect = item->aspect,
        .disclosure = item->disclosure,
    };
}

/* Whether every question of a list is known. */
static bool fits(const sel_answer_list *list, const sel_item_list *items, uint64_t first_item)
{
    return list->count == 0 || first_item - 1 + list->answers[list->count - 1].item < items->count;
}

static sel_status give_answers(sel_store *store, void *to, const sel_stored_submission *submission,
                               int64_t revision, int64_t first_item, bool *more, sel_error *err)
{
    const answer_sink *sink = to;
    sel_arena *arena = sel_arena_create();
    sel_answer_list list = {0};
    sel_query query = sel_query_start(store, SQL_ANSWERS);
    sel_query_put_integer(&query, revision);
    if (sel_query_next(&query) &&
        (!sel_answer_list_read(sel_query_borrow_text(&query), arena, &list) ||
         !fits(&list, &sink->list, (uint64_t)first_item))) {
        list.count = 0;
        sel_query_damaged(&query);
    }
    for (uint32_t i = 0; i < list.count && *more; i++) {
        sel_stored_answer answer =
            answer_of(sink, submission->number, (uint64_t)first_item, &list.answers[i]);
        *more = sink->take(sink->to, &answer);
    }
    sel_arena_destroy(arena);
    return sel_query_end(&query, err);
}

sel_status sel_store_each_answer(sel_store *store, sel_answer_take *take, void *to, sel_error *err)
{
    sel_arena *arena = sel_arena_create();
    answer_sink sink = {take, to, {0}};
    sel_status status = sel_items_list(store, arena, &sink.list, err);
    if (status == SEL_OK)
        status = each_submission(store, give_answers, &sink, err);
    sel_arena_destroy(arena);
    return status;
}

sel_status sel_store_each_revision_answer(sel_store *store, const sel_revision_address *address,
                                          sel_answer_take *take, void *to, sel_error *err)
{
    sel_arena *arena = sel_arena_create();
    answer_sink sink = {take, to, {0}};
    sel_answer_list list = {0};
    int64_t first_item = 0;
    sel_status status = sel_items_list(store, arena, &sink.list, err);
    sel_query query = sel_query_start(store, SQL_REVISION_ANSWERS);
    sel_query_put_text(&query, address->recipient);
    sel_query_put_text(&query, address->agency);
    sel_query_put_text(&query, address->round);
    sel_query_put_text(&query, address->questionnaire);
    sel_query_put_integer(&query, address->revision);
    if (status == SEL_OK && sel_query_next(&query)) {
        first_item = sel_query_take_integer(&query);
        if (!sel_answer_list_read(sel_query_borrow_text(&query), arena, &list) ||
            !fits(&list, &sink.list, (uint64_t)first_item))
            sel_query_damaged(&query);
    }
    sel_status ended = sel_query_end(&query, status == SEL_OK ? err : NULL);
    bool more = status == SEL_OK && ended == SEL_OK;
    for (uint32_t i = 0; i < list.count && more; i++) {
        sel_stored_answer answer = answer_of(&sink, 0, (uint64_t)first_item, &list.answers[i]);
        more = sink.take(sink.to, &answer);
    }
    sel_arena_destroy(arena);
    return status == SEL_OK ? ended : status;
}

sel_status sel_store_last_elsewhere(sel_store *store, sel_arena *arena,
                                    sel_revision_address *address, sel_error *err)
{
    bool found = false;
    sel_query query = sel_query_start(store, SQL_LAST_ELSEWHERE);
    sel_query_put_text(&query, address->recipient);
    sel_query_put_text(&query, address->agency);
    sel_query_put_text(&query, address->round);
    sel_query_put_text(&query, address->questionnaire);
    if (sel_query_next(&query)) {
        address->round = sel_query_take_text(&query, arena);
        address->revision = (uint32_t)sel_query_take_integer(&query);
        found = true;
    }
    sel_status status = sel_query_end(&query, err);
    if (status == SEL_OK && !found)
        return sel_fail(err, SEL_NOT_FOUND, "%.*s has answered in no other round",
                        SEL_STR_ARG(address->recipient));
    return status;
}

/* Take the place of an answer; false: the respondent did not answer this question. */
static bool take_place(sel_query *query, sel_arena *arena, sel_stored_place *place)
{
    sel_answer_list list = {0};
    place->file = sel_query_take_text(query, arena);
    place->sha256 = sel_query_take_text(query, arena);
    place->received = sel_query_take_integer(query);
    place->item = sel_query_take_text(query, arena);
    place->disclosure = sel_query_take_text(query, arena);
    int64_t item = sel_query_take_integer(query);
    if (!sel_answer_list_read(sel_query_borrow_text(query), arena, &list) || item < 0 ||
        item >= SEL_NONE) {
        sel_query_damaged(query);
        return false;
    }
    const sel_answer *answer = sel_answer_list_find(&list, (uint32_t)item);
    if (answer == NULL)
        return false;
    place->answer = *answer;
    place->line = answer->line;
    return true;
}

sel_status sel_store_answer_place(sel_store *store, const sel_answer_address *address,
                                  sel_arena *arena, sel_stored_place *place, sel_error *err)
{
    *place = (sel_stored_place){0};
    bool found = false;
    sel_query query = sel_query_start(store, SQL_ANSWER_PLACE);
    sel_query_put_text(&query, address->recipient);
    sel_query_put_text(&query, address->agency);
    sel_query_put_text(&query, address->round);
    sel_query_put_text(&query, address->capability);
    sel_query_put_text(&query, address->aspect);
    while (!found && sel_query_next(&query))
        found = take_place(&query, arena, place);
    sel_status status = sel_query_end(&query, err);
    if (status == SEL_OK && !found)
        return sel_fail(err, SEL_NOT_FOUND, "there is no answer to '%.*s' of %.*s in round '%.*s'",
                        SEL_STR_ARG(address->aspect), SEL_STR_ARG(address->recipient),
                        SEL_STR_ARG(address->round));
    return status;
}
