/** questionnaire_diff.h - which answers of two versions of a questionnaire can be compared.
 *
 * Questions belong together by name; one that is gone belongs to a new one with
 * the same wording, or the same meaning to the engine (aspect and capability),
 * when there is exactly one such question on either side; so do choices, by
 * their wording. Wordings are compared folded, in the older version's default
 * language where both have it, else in the first language that both have: of
 * one question or choice that kept its name, for the two texts; to find those
 * that did not, for the two versions as a whole. */
#ifndef SEL_DOMAIN_QUESTIONNAIRE_DIFF_H
#define SEL_DOMAIN_QUESTIONNAIRE_DIFF_H

#include "domain/questionnaire.h"

typedef enum sel_comparability {
    SEL_COMPARABLE, /**< answers mean the same */
    SEL_MAPPED,     /**< comparable after a mapping, or once somebody has looked */
    SEL_BROKEN,     /**< answers must not be compared */
} sel_comparability;

/* What changed, its word, and what that does to answers. */
#define SEL_CHANGE_LIST(X)                                                                         \
    X(SEL_CHANGE_ADDED, "added", SEL_COMPARABLE)                                                   \
    X(SEL_CHANGE_RENAMED, "renamed", SEL_MAPPED)                                                   \
    X(SEL_CHANGE_MOVED, "moved", SEL_MAPPED)                                                       \
    X(SEL_CHANGE_REWORDED, "reworded", SEL_MAPPED)                                                 \
    X(SEL_CHANGE_RELEVANT, "relevant", SEL_MAPPED)                                                 \
    X(SEL_CHANGE_WIDENED, "widened", SEL_MAPPED)                                                   \
    X(SEL_CHANGE_CHOICE_ADDED, "choice-added", SEL_MAPPED)                                         \
    X(SEL_CHANGE_CHOICE_RENAMED, "choice-renamed", SEL_MAPPED)                                     \
    X(SEL_CHANGE_CHOICE_REMOVED, "choice-removed", SEL_BROKEN)                                     \
    X(SEL_CHANGE_CHOICE_MEANING, "choice-meaning", SEL_BROKEN)                                     \
    X(SEL_CHANGE_TYPE, "type", SEL_BROKEN)                                                         \
    X(SEL_CHANGE_SCALE, "scale", SEL_BROKEN)                                                       \
    X(SEL_CHANGE_MEANING, "meaning", SEL_BROKEN)                                                   \
    X(SEL_CHANGE_REPEAT, "repeat", SEL_BROKEN)                                                     \
    X(SEL_CHANGE_REMOVED, "removed", SEL_BROKEN)

typedef enum sel_change_kind {
#define X(id, name, comparability) id,
    SEL_CHANGE_LIST(X)
#undef X
        SEL_CHANGE_COUNT
} sel_change_kind;

/** One thing that changed about a question. */
typedef struct sel_change {
    sel_change_kind kind;
    uint32_t question; /**< number in sel_questionnaire_diff.questions */
    sel_str from;      /**< what it was; may be empty */
    sel_str to;        /**< what it is; may be empty */
} sel_change;

/** A question of either version, or of both. */
typedef struct sel_question_pair {
    const sel_item *before;          /**< NULL: added */
    const sel_item *after;           /**< NULL: removed */
    sel_comparability comparability; /**< the worst of its changes */
} sel_question_pair;

typedef struct sel_questionnaire_diff {
    const sel_question_pair *questions; /**< the older ones in their order, then those added */
    uint32_t question_count;
    const sel_change *changes; /**< in the order of questions */
    uint32_t change_count;
    uint32_t counts[3]; /**< older questions by comparability */
} sel_questionnaire_diff;

/** "choice-renamed"; static. */
const char *sel_change_name(sel_change_kind kind);

/** "comparable", "mapped" or "broken"; static. */
const char *sel_comparability_name(sel_comparability comparability);

/** What a change does to answers. */
sel_comparability sel_change_comparability(sel_change_kind kind);

/** Compare two versions; the result lives in arena and points into both. Notes and what devices
 *  fill in are left out. */
sel_questionnaire_diff sel_questionnaire_compare(const sel_questionnaire *before,
                                                 const sel_questionnaire *after, sel_arena *arena);

#endif
