/** batch_queue.h - entries go from one thread that makes them to one that takes them, in order.
 *
 * The queue holds at most a few batches: whoever is faster waits. What an entry
 * points to lies in its batch's arena and lives until the entry was taken.
 * Private to work. */
#ifndef SEL_WORK_BATCH_QUEUE_H
#define SEL_WORK_BATCH_QUEUE_H

#include "base/arena.h"

#include <stdbool.h>

typedef struct sel_batch_queue sel_batch_queue;

/** A queue of entries of one size in bytes. */
sel_batch_queue *sel_batch_queue_create(size_t entry_size);

/** Neither thread uses it any more. */
void sel_batch_queue_destroy(sel_batch_queue *queue);

/* ---- The thread that makes entries ---- */

/** Room for the next entry; its texts and lists go to *arena. */
void *sel_batch_queue_room(sel_batch_queue *queue, sel_arena **arena);

/** The entry is made; bytes is about what it has in the arena. Waits while the queue is full.
 *  false: nobody wants more. */
bool sel_batch_queue_add(sel_batch_queue *queue, size_t bytes);

/** There will be no more entries. */
void sel_batch_queue_end(sel_batch_queue *queue);

/* ---- The thread that takes them ---- */

/** Takes one entry; false: it has had enough. */
typedef bool sel_entry_take(void *to, const void *entry);

/** Take all that comes until the end; false: the taker has had enough, and the maker is told. */
bool sel_batch_queue_take_all(sel_batch_queue *queue, sel_entry_take *take, void *to);

#endif
