/** quality.h - patterns in answers that somebody should look at before relying on them.
 *
 * A flag is a question to the respondent, never a verdict: nothing is dropped
 * or weighted down. Each carries the numbers it rests on. All thresholds are
 * here with their reason; none is learnt from the data, so a flag means the
 * same in a round of three answers and of three hundred. Whole numbers only.
 *
 * The patterns are those of the literature on careless answering: long strings
 * (Johnson 2005, J. Res. Personality 39; Meade and Craig 2012, Psychol. Methods
 * 17), duplicates (Kuriakose and Robbins 2016, Stat. J. IAOS 32), blocks left
 * out. The numbers below are our choice, made for 1-5 scales of about 28 lines. */
#ifndef SEL_ANALYSIS_QUALITY_H
#define SEL_ANALYSIS_QUALITY_H

#include "base/arena.h"

#include <stdbool.h>

/* The scales that are answered line by line, one line per capability. */
#define SEL_QUALITY_BLOCK_LIST(X)                                                                  \
    X(SEL_SCALE_HELP, "help", 3)                                                                   \
    X(SEL_SCALE_NOW, "now", 5)                                                                     \
    X(SEL_SCALE_WANTED, "wanted", 5)                                                               \
    X(SEL_SCALE_IMPORTANCE, "importance", 4)

typedef enum sel_quality_block {
#define X(id, name, top) id,
    SEL_QUALITY_BLOCK_LIST(X)
#undef X
        SEL_SCALE_COUNT
} sel_quality_block;

enum {
    /** One answer everywhere: with five equally likely steps, eight lines agree by chance once in
     *  5⁷ = 78,125 blocks; part B has ten lines at most, so it can still be seen there. */
    SEL_QUALITY_STRAIGHT_LINES = 8,
    /** Two states alike: fewer common values than this can agree because little was said; part A
     *  alone has 28. */
    SEL_QUALITY_IDENTICAL_VALUES = 20,
    /** A block begun but left empty in more than one half of its lines: what would be said of the
     *  block rests on the smaller part. Non-answers ("don't know") are answers. */
    SEL_QUALITY_EMPTY_PERCENT = 50,
    SEL_QUALITY_ASKED_MOST = 10, /**< lines of part B that anybody is asked to fill in */
    SEL_QUALITY_EMPTY_LINES = 4, /**< in a shorter block one empty line is a quarter and more */
    /** Stages from one round to the next. Neighbouring stages of the CMM are hard to tell apart, so
     *  one may be the reader; two at once, up or down, are a change worth asking about. */
    SEL_QUALITY_JUMP_STAGES = 2,
    /** The same answers as in the round before: fewer than this may well be the same. */
    SEL_QUALITY_UNCHANGED_ANSWERS = 5,
};

/** What a line of a block holds. */
enum {
    SEL_LINE_EMPTY = 0,   /**< nobody touched it */
    SEL_LINE_UNSAID = 255 /**< don't know, not applicable, prefer not to say; else 1..top */
};

/** One respondent's answers of one round. */
typedef struct sel_quality_answers {
    uint32_t recipient;
    const uint8_t *lines[SEL_SCALE_COUNT]; /**< per capability; help: 1 none, 2 some, 3 much */
    const bool *requested;                 /**< per capability: a request is made for it */
    uint32_t previous;   /**< the same respondent's answers of the round before, or UINT32_MAX */
    const char *content; /**< fingerprint of all answers but who answers and when; NULL: none */
    uint32_t answers;    /**< that content is of */
} sel_quality_answers;

#define SEL_QUALITY_KIND_LIST(X)                                                                   \
    X(SEL_QUALITY_STRAIGHT, "straight-line")                                                       \
    X(SEL_QUALITY_MAXIMUM, "all-maximum")                                                          \
    X(SEL_QUALITY_IDENTICAL, "identical")                                                          \
    X(SEL_QUALITY_WANTED_BELOW, "wanted-below-now")                                                \
    X(SEL_QUALITY_NONE_REQUESTED, "none-but-request")                                              \
    X(SEL_QUALITY_EMPTY, "block-empty")                                                            \
    X(SEL_QUALITY_JUMP, "jump")                                                                    \
    X(SEL_QUALITY_UNCHANGED, "unchanged")

typedef enum sel_quality_kind {
#define X(id, name) id,
    SEL_QUALITY_KIND_LIST(X)
#undef X
} sel_quality_kind;

/** One thing to look at. Members that a kind does not use are 0. */
typedef struct sel_quality_flag {
    sel_quality_kind kind;
    uint32_t answers;        /**< number in the list */
    sel_quality_block block; /**< STRAIGHT, MAXIMUM, EMPTY; JUMP: now */
    uint32_t capability;     /**< WANTED_BELOW, NONE_REQUESTED, JUMP */
    uint32_t other;   /**< IDENTICAL: the first other one alike; JUMP, UNCHANGED: the earlier one */
    uint32_t value;   /**< STRAIGHT, MAXIMUM: the value; WANTED_BELOW: wanted; JUMP: now */
    uint32_t against; /**< WANTED_BELOW: now; JUMP: then */
    uint32_t count;   /**< STRAIGHT, MAXIMUM, IDENTICAL, UNCHANGED: values alike; EMPTY:
                           empty lines */
    uint32_t of;      /**< EMPTY: lines that were to be answered */
} sel_quality_flag;

/** Name of a kind, of a block; never NULL. */
const char *sel_quality_kind_name(sel_quality_kind kind);
const char *sel_quality_block_name(sel_quality_block block);

/** All flags, ascending (answers, kind, block, capability), in arena. list has count entries with
 *  capabilities lines each. A block all at its highest value is MAXIMUM and not STRAIGHT too. help
 *  is asked for every capability, the other blocks where help is some or much, ten lines at most. A
 *  block with no value at all is a part not sent in, which is allowed. IDENTICAL: different
 *  recipients with the same lines throughout, not all of them one value. */
const sel_quality_flag *sel_quality_flags(const sel_quality_answers *list, uint32_t count,
                                          uint32_t capabilities, sel_arena *arena,
                                          uint32_t *flag_count);

#endif
