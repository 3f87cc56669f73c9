#include "work/batch_queue.h"

#include <pthread.h>
#include <stdalign.h>
#include <string.h>

/* A batch goes on when it has so many entries, or so many bytes beside them. */
enum { BATCHES = 4, ENTRIES_MOST = 256, BATCH_BYTES = 1 << 17 };

typedef struct batch {
    sel_arena *arena;
    size_t bytes;
    unsigned char *entries;
    uint32_t count;
} batch;

/* The maker fills batches in turn; the taker empties them in the same turn. */
struct sel_batch_queue {
    size_t entry_size;
    uint32_t filling; /* batch; the maker's */
    pthread_mutex_t lock;
    pthread_cond_t changed; /* one of the three below */
    uint32_t full;          /* batches filled and not emptied */
    bool ended;             /* the maker is through */
    bool stopped;           /* the taker has had enough */
    batch batches[BATCHES];
};

sel_batch_queue *sel_batch_queue_create(size_t entry_size)
{
    size_t unit = alignof(max_align_t);
    sel_batch_queue *q = sel_memory_resize(NULL, 1, sizeof *q);
    memset(q, 0, sizeof *q);
    q->entry_size = (entry_size + unit - 1) / unit * unit;
    pthread_mutex_init(&q->lock, NULL);
    pthread_cond_init(&q->changed, NULL);
    for (int i = 0; i < BATCHES; i++) {
        q->batches[i].arena = sel_arena_create();
        q->batches[i].entries = sel_memory_resize(NULL, ENTRIES_MOST, q->entry_size);
    }
    return q;
}

void sel_batch_queue_destroy(sel_batch_queue *q)
{
    for (int i = 0; i < BATCHES; i++) {
        sel_arena_destroy(q->batches[i].arena);
        sel_memory_resize(q->batches[i].entries, 0, 1);
    }
    pthread_cond_destroy(&q->changed);
    pthread_mutex_destroy(&q->lock);
    sel_memory_resize(q, 0, 1);
}

/* Hand the batch on and wait for an empty one; false: nobody wants more. */
static bool hand_on(sel_batch_queue *q)
{
    pthread_mutex_lock(&q->lock);
    q->full += 1;
    pthread_cond_signal(&q->changed);
    while (q->full == BATCHES && !q->stopped)
        pthread_cond_wait(&q->changed, &q->lock);
    bool wanted = !q->stopped;
    pthread_mutex_unlock(&q->lock);
    if (wanted)
        q->filling = (q->filling + 1) % BATCHES;
    batch *next = &q->batches[q->filling];
    sel_arena_reset(next->arena);
    next->bytes = 0;
    next->count = 0;
    return wanted;
}

void *sel_batch_queue_room(sel_batch_queue *q, sel_arena **arena)
{
    batch *b = &q->batches[q->filling];
    *arena = b->arena;
    return b->entries + b->count * q->entry_size;
}

bool sel_batch_queue_add(sel_batch_queue *q, size_t bytes)
{
    batch *b = &q->batches[q->filling];
    b->count += 1;
    b->bytes += bytes;
    return (b->count < ENTRIES_MOST && b->bytes < BATCH_BYTES) || hand_on(q);
}

void sel_batch_queue_end(sel_batch_queue *q)
{
    pthread_mutex_lock(&q->lock);
    if (!q->stopped && q->batches[q->filling].count > 0)
        q->full += 1;
    q->ended = true;
    pthread_cond_signal(&q->changed);
    pthread_mutex_unlock(&q->lock);
}

static bool take_batch(const sel_batch_queue *q, const batch *b, sel_entry_take *take, void *to)
{
    bool more = true;
    for (uint32_t i = 0; i < b->count && more; i++)
        more = take(to, b->entries + i * q->entry_size);
    return more;
}

/* Whether there is a filled batch; false: there will be none. */
static bool await(sel_batch_queue *q)
{
    pthread_mutex_lock(&q->lock);
    while (q->full == 0 && !q->ended)
        pthread_cond_wait(&q->changed, &q->lock);
    bool filled = q->full > 0;
    pthread_mutex_unlock(&q->lock);
    return filled;
}

bool sel_batch_queue_take_all(sel_batch_queue *q, sel_entry_take *take, void *to)
{
    bool more = true;
    for (uint32_t emptying = 0; more && await(q); emptying = (emptying + 1) % BATCHES) {
        more = take_batch(q, &q->batches[emptying], take, to);
        pthread_mutex_lock(&q->lock);
        q->full -= 1;
        q->stopped = !more;
        pthread_cond_signal(&q->changed);
        pthread_mutex_unlock(&q->lock);
    }
    return more;
}
