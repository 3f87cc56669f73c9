/** right_of_reply.h - what offices were shown of a pair of programmes, and what they say to it.
 *
 * An overlap is found by comparison. It is confirmed only by both donors: each side has a donor
 * that agrees and none that disagrees, or both records say themselves that they are coordinated.
 * Whatever was shown and said is kept as decisions, in the order it came; of one office the newest
 * word counts. Offices are matched with the parties of the two records by any name they go by. */
#ifndef SEL_WORK_RIGHT_OF_REPLY_H
#define SEL_WORK_RIGHT_OF_REPLY_H

#include "domain/study.h"
#include "store/store.h"
#include "work/context.h"

typedef enum sel_reply_kind {
    SEL_REPLY_SHOWN,
    SEL_REPLY_AGREES,
    SEL_REPLY_DISAGREES,
    SEL_REPLY_COMMENTS,
    SEL_REPLY_KINDS
} sel_reply_kind;

/** Kind of decision under which one is stored: "shown", "agrees", "disagrees", "comments". */
const char *sel_reply_code(sel_reply_kind kind);

/** Kind of that name; SEL_REPLY_KINDS: there is none. */
sel_reply_kind sel_reply_kind_of(sel_str code);

/** One thing that was shown or said. */
typedef struct sel_pair_reply {
    uint32_t a; /**< programme numbers, a < b */
    uint32_t b;
    sel_reply_kind kind;
    sel_str office; /**< as given */
    uint32_t party; /**< study organisation it is, SEL_NONE: no name of this study */
    sel_day on;
    sel_str why;
    uint32_t order; /**< of all of them, as they came */
} sel_pair_reply;

/** All of a store. */
typedef struct sel_pair_replies {
    const sel_pair_reply *list; /**< ascending (a, b), then as they came */
    uint32_t count;
    uint32_t lost; /**< about records that the store no longer has */
} sel_pair_replies;

/** How far a pair is. */
typedef enum sel_reply_state {
    SEL_STATE_NOT_SHOWN,
    SEL_STATE_SHOWN,    /**< to somebody, or somebody commented */
    SEL_STATE_AGREED,   /**< by one side's donors only */
    SEL_STATE_DISPUTED, /**< a donor disagrees */
    SEL_STATE_CONFIRMED,
} sel_reply_state;

/** Gathers decisions while they are listed; start with {.arena = arena}. */
typedef struct sel_reply_gathering {
    sel_arena *arena;
    sel_decision *list;
    uint32_t count;
    uint32_t room;
} sel_reply_gathering;

/** Keep a stored decision if it is of such a kind. */
void sel_reply_gather(sel_reply_gathering *gathering, const sel_decision *stored);

/** What was gathered, found in the study; in the gathering's arena. */
sel_pair_replies sel_reply_settle(const sel_reply_gathering *gathering, const sel_study *study);

/** Replies about a < b: the first of *count that stand together; NULL when there is none. */
const sel_pair_reply *sel_replies_about(const sel_pair_replies *replies, uint32_t a, uint32_t b,
                                        uint32_t *count);

/** Whether the office of list[number] says something newer among the count that stand together. */
bool sel_reply_is_outdated(const sel_pair_reply *list, uint32_t count, uint32_t number);

/** How far a < b is. */
sel_reply_state sel_reply_state_of(const sel_pair_replies *replies, const sel_study *study,
                                   uint32_t a, uint32_t b);

/** What somebody wants kept. */
typedef struct sel_reply_call {
    sel_str a; /**< addresses */
    sel_str b;
    sel_reply_kind kind;
    sel_str office;
    sel_days on; /**< unknown: today */
    sel_str why; /**< may be empty */
} sel_reply_call;

/** Keep it in a store open for writing, in a transaction of its own. SEL_NOT_FOUND: no such record,
 *  or the office is no party to either of the two (those there are, are said). SEL_USAGE: an empty
 *  office, the same record twice, a day to come. */
SEL_CHECKED
sel_status sel_reply_put(const sel_context *context, const sel_study *study, sel_store *store,
                         const sel_reply_call *call, sel_error *err);

#endif
