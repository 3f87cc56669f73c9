#include "work/records_ahead.h"

#include "domain/programme_copy.h"
#include "work/batch_queue.h"

#include <pthread.h>

/* One thing that the reader told. */
typedef struct entry {
    bool is_record;
    union {
        struct {
            sel_programme given;
            char content[SEL_HASH_ROOM];
        } record;
        sel_issue issue;
    } is;
} entry;

typedef struct reader {
    const sel_records_work *work;
    sel_batch_queue *queue; /* NULL: there is one thread only */
    sel_arena *arena;       /* of one record, when there is one thread only */
    sel_issues issues;
    sel_error err;
    sel_status status;
} reader;

static bool hold_record(void *to, const sel_programme *record)
{
    reader *r = to;
    sel_arena *arena = NULL;
    entry *e = sel_batch_queue_room(r->queue, &arena);
    e->is_record = true;
    size_t size = sel_programme_copy(record, arena, &e->is.record.given);
    e->is.record.content[0] = '\0';
    r->work->make(r->work->maker, &e->is.record.given, e->is.record.content, arena);
    return sel_batch_queue_add(r->queue, size);
}

static void hold_issue(void *to, const sel_issue *issue)
{
    reader *r = to;
    sel_arena *arena = NULL;
    entry *e = sel_batch_queue_room(r->queue, &arena);
    e->is_record = false;
    size_t size = sel_issue_copy(issue, arena, &e->is.issue);
    (void)sel_batch_queue_add(r->queue, size); /* a reader that is not wanted stops at its next
                                                  record */
}

static void *read_in_thread(void *of)
{
    reader *r = of;
    r->status =
        r->work->read(r->work->reader, (sel_programme_sink){hold_record, r}, &r->issues, &r->err);
    sel_batch_queue_end(r->queue);
    return NULL;
}

typedef struct taker {
    const sel_records_work *work;
    sel_issues *issues;
} taker;

static bool take_entry(void *to, const void *made)
{
    const taker *t = to;
    const entry *e = made;
    if (e->is_record)
        return t->work->take(t->work->taker, &e->is.record.given, e->is.record.content);
    sel_issues_add(t->issues, &e->is.issue);
    return true;
}

static bool make_and_take(void *to, const sel_programme *record)
{
    reader *r = to;
    sel_programme made = *record;
    char content[SEL_HASH_ROOM] = "";
    sel_arena_reset(r->arena);
    r->work->make(r->work->maker, &made, content, r->arena);
    return r->work->take(r->work->taker, &made, content);
}

static sel_status read_in_turn(reader *r, sel_issues *issues, sel_error *err)
{
    r->arena = sel_arena_create();
    sel_status status =
        r->work->read(r->work->reader, (sel_programme_sink){make_and_take, r}, issues, err);
    sel_arena_destroy(r->arena);
    return status;
}

sel_status sel_records_ahead(const sel_records_work *work, sel_issues *issues, sel_error *err)
{
    pthread_t thread;
    reader r = {.work = work, .err = *err};
    if (!work->apart)
        return read_in_turn(&r, issues, err);
    r.queue = sel_batch_queue_create(sizeof(entry));
    r.issues =
        (sel_issues){.arena = sel_arena_create(), .each_only = true, .each = hold_issue, .to = &r};
    bool apart = pthread_create(&thread, NULL, read_in_thread, &r) == 0;
    bool all = true;
    if (apart) {
        all = sel_batch_queue_take_all(r.queue, take_entry, &(taker){work, issues});
        pthread_join(thread, NULL);
        if (all && r.status != SEL_OK)
            *err = r.err;
    }
    sel_batch_queue_destroy(r.queue);
    sel_arena_destroy(r.issues.arena);
    if (!apart)
        return read_in_turn(&r, issues, err);
    return all ? r.status : SEL_OK;
}
