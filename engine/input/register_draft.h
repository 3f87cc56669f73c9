/** register_draft.h - a programme while its rows come in, in whatever order.
 *
 * What does not depend on the order: amounts are added, shares are weighed by
 * them, dates are the first start and the last end, of titles the longest
 * stays (then the first by bytes), of descriptions the SEL_DRAFT_TEXTS longest, of states the one
 * that says most. What rows say differently is kept to be reported. Private to input/register_*. */
#ifndef SEL_INPUT_REGISTER_DRAFT_H
#define SEL_INPUT_REGISTER_DRAFT_H

#include "base/index.h"
#include "domain/programme.h"
#include "input/register_held.h"

/** Kinds of money that are never added to each other. */
enum { SEL_DRAFT_COMMITMENT, SEL_DRAFT_DISBURSEMENT, SEL_DRAFT_MEASURES };

/** Parts of a commitment: untied, partially tied, tied. */
enum { SEL_DRAFT_TYINGS = 3 };

/** Most descriptions of one programme that are kept. */
enum { SEL_DRAFT_TEXTS = 8 };

/** What a row says besides its record; amounts in hundredths. */
typedef struct sel_draft_row {
    sel_range amounts[SEL_DRAFT_MEASURES];
    sel_range tied[SEL_DRAFT_TYINGS];
    char currency[4];
    sel_days years; /**< where there is no better date */
} sel_draft_row;

/** A recipient, sector or capability of some rows. */
typedef struct sel_draft_part {
    sel_str vocabulary;
    sel_str code;
    sel_str name;
    sel_depth depth;
    bool stated;
    int64_t money[SEL_DRAFT_MEASURES]; /**< low bounds of its share of the rows' amounts */
    uint64_t ppm;                      /**< sum of its shares of the rows */
    uint64_t rows;
} sel_draft_part;

typedef struct sel_draft_parts {
    sel_draft_part *list;
    uint32_t count;
    uint32_t room;
} sel_draft_parts;

typedef struct sel_draft {
    sel_programme record; /**< of the first row; texts as they are best so far */
    sel_draft_row sums;
    sel_draft_row one; /**< the largest amounts of one row */
    bool varies;       /**< rows have different amounts */
    bool mixed;        /**< rows have different currencies */
    bool overflow;
    bool weighed; /**< parts may be weighed by money */
    uint64_t rows;
    sel_draft_parts recipients;
    sel_draft_parts sectors;
    sel_draft_parts capabilities;
    sel_party *parties;
    uint32_t party_count;
    uint32_t party_room;
    sel_str descriptions[SEL_DRAFT_TEXTS]; /**< different ones of the rows, the longest first */
    uint32_t description_count;
    sel_str other_title; /**< said by a row, and not the beginning of the title; or empty */
    uint8_t statuses;    /**< bits of sel_programme_status */
    uint8_t tyings;      /**< bits of sel_tied */
    bool starts_differ;
    bool ends_differ;
    sel_held_findings findings; /**< of its rows */
} sel_draft;

/** A draft of one row; all of it is copied to arena, names that come again to pool. */
sel_draft *sel_draft_make(sel_arena *arena, sel_index *pool, const sel_programme *record,
                          const sel_draft_row *row);

/** Add what other says, which is not used any more. */
void sel_draft_merge(sel_arena *arena, sel_draft *draft, sel_draft *other);

/** The rows repeat one amount instead of being parts of it. */
void sel_draft_count_once(sel_draft *draft);

/** Bits of what sel_draft_finish could not settle. */
enum {
    SEL_DRAFT_REVERSED = 1, /**< the end was before the start: it is unknown now */
    SEL_DRAFT_NEGATIVE = 2, /**< the amounts add up to less than nothing, or to too much */
};

/** The record of a draft, in arena; borrowed from both. Returns what could not be settled. */
unsigned sel_draft_finish(const sel_draft *draft, sel_arena *arena, sel_programme *record);

#endif
