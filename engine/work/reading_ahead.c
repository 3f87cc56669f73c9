#include "work/reading_ahead.h"

#include "work/batch_queue.h"

#include <pthread.h>

/* One thing that the reader told. */
typedef struct entry {
    bool is_response;
    union {
        struct {
            sel_response given;
            sel_prepared_response prepared;
        } response;
        sel_issue issue;
    } is;
} entry;

typedef struct reader {
    sel_batch_queue *queue;
    sel_incoming *incoming;
    const sel_questionnaire *questionnaire;
    const sel_reference *reference;
    sel_progress *progress;
    sel_issues issues;
    sel_response_counts counts;
    sel_error err;
    sel_status status;
} reader;

/* Copy text to *at, with a NUL, and go on behind it. */
static sel_str put(char **at, sel_str text)
{
    sel_str copy = {*at, text.len};
    if (text.len > 0)
        memcpy(*at, text.ptr, text.len);
    (*at)[text.len] = '\0';
    *at += text.len + 1;
    return copy;
}

static size_t text_size(const sel_response *response)
{
    size_t size = response->organisation.len + response->respondent.len + response->agency.len +
                  response->round.len + response->disclosure.len + 5;
    for (uint32_t i = 0; i < response->answer_count; i++)
        size += response->answers[i].text.len + 1;
    return size;
}

/* A copy that lives as long as the batch. */
static void copy_response(const sel_response *from, sel_arena *arena, size_t size, sel_response *to)
{
    char *at = sel_arena_array(arena, size, 1);
    sel_answer *answers = sel_arena_array(arena, from->answer_count, sizeof *answers);
    for (uint32_t i = 0; i < from->answer_count; i++) {
        answers[i] = from->answers[i];
        answers[i].text = put(&at, answers[i].text);
    }
    *to = *from;
    to->answers = answers;
    to->organisation = put(&at, from->organisation);
    to->respondent = put(&at, from->respondent);
    to->agency = put(&at, from->agency);
    to->round = put(&at, from->round);
    to->disclosure = put(&at, from->disclosure);
}

/* What a file with a fault says is not going to be stored. What cannot be stored is left to whoever
 * is going to try and say why. */
static void prepare(const reader *r, entry *e, sel_arena *arena)
{
    sel_error ignored = {0};
    sel_prepared_response *prepared = &e->is.response.prepared;
    *prepared = (sel_prepared_response){0};
    if (r->counts.faulty > 0 ||
        sel_response_prepare(&e->is.response.given, &r->reference->geography, arena, prepared,
                             &ignored) != SEL_OK)
        prepared->answers = (sel_str){0};
}

static bool hold_response(void *to, const sel_response *response)
{
    reader *r = to;
    sel_arena *arena = NULL;
    entry *e = sel_batch_queue_room(r->queue, &arena);
    size_t size = text_size(response);
    e->is_response = true;
    copy_response(response, arena, size, &e->is.response.given);
    prepare(r, e, arena);
    return sel_batch_queue_add(r->queue, size + e->is.response.prepared.answers.len +
                                             response->answer_count * sizeof *response->answers);
}

static void hold_issue(void *to, const sel_issue *issue)
{
    reader *r = to;
    sel_arena *arena = NULL;
    entry *e = sel_batch_queue_room(r->queue, &arena);
    e->is_response = false;
    size_t size = sel_issue_copy(issue, arena, &e->is.issue);
    (void)sel_batch_queue_add(r->queue, size); /* a reader that is not wanted stops at its next
                                                  response */
}

static void *read_in_thread(void *of)
{
    reader *r = of;
    r->status = sel_incoming_read(r->incoming, r->questionnaire, r->reference,
                                  (sel_response_sink){hold_response, r}, r->progress, &r->issues,
                                  &r->counts, &r->err);
    sel_batch_queue_end(r->queue);
    return NULL;
}

typedef struct taker {
    sel_prepared_sink sink;
    sel_issues *issues;
} taker;

static bool take_entry(void *to, const void *made)
{
    const taker *t = to;
    const entry *e = made;
    if (!e->is_response) {
        sel_issues_add(t->issues, &e->is.issue);
        return true;
    }
    const sel_prepared_response *prepared = &e->is.response.prepared;
    return t->sink.take(t->sink.to, &e->is.response.given,
                        prepared->answers.len > 0 ? prepared : NULL);
}

/* What the reader decided about columns lives in its arena: have it in ours. */
static void keep_decisions(sel_response_reading *reading, sel_arena *arena)
{
    sel_column_decision *kept = sel_arena_array(arena, reading->decision_count, sizeof *kept);
    for (uint32_t i = 0; i < reading->decision_count; i++) {
        kept[i] = reading->decisions[i];
        kept[i].column = sel_str_copy(arena, kept[i].column);
        kept[i].question = sel_str_copy(arena, kept[i].question);
    }
    reading->decisions = kept;
}

static bool take_unprepared(void *to, const sel_response *response)
{
    const sel_prepared_sink *sink = to;
    return sink->take(sink->to, response, NULL);
}

sel_status sel_reading_ahead(sel_incoming *incoming, const sel_questionnaire *questionnaire,
                             const sel_reference *reference, sel_prepared_sink sink,
                             sel_progress *progress, sel_issues *issues,
                             sel_response_counts *counts, sel_error *err)
{
    pthread_t thread;
    reader r = {.queue = sel_batch_queue_create(sizeof(entry)),
                .incoming = incoming,
                .questionnaire = questionnaire,
                .reference = reference,
                .progress = progress,
                .issues = {.arena = sel_arena_create(), .each_only = true, .each = hold_issue},
                .counts = *counts,
                .err = *err};
    r.issues.to = &r;
    bool large = incoming->workbook == NULL && incoming->guess.form == SEL_FORM_WIDE &&
                 sel_bytes_peek(incoming->bytes).len == SEL_BYTES_PEEK;
    bool apart = large && pthread_create(&thread, NULL, read_in_thread, &r) == 0;
    bool all = true;
    if (apart) {
        all = sel_batch_queue_take_all(r.queue, take_entry, &(taker){sink, issues});
        pthread_join(thread, NULL);
        *counts = r.counts;
        keep_decisions(&counts->reading, issues->arena);
        if (all && r.status != SEL_OK)
            *err = r.err;
    }
    sel_batch_queue_destroy(r.queue);
    sel_arena_destroy(r.issues.arena);
    if (!apart)
        return sel_incoming_read(incoming, questionnaire, reference,
                                 (sel_response_sink){take_unprepared, &sink}, progress, issues,
                                 counts, err);
    return all ? r.status : SEL_OK;
}
