/** expression.h - the expressions of XLSForm: relevant, constraint, calculation, required.
 *
 * Parse once, evaluate many times: names are numbers after parsing, and evaluating what needs no
 * new text allocates nothing. An expression never changes after parsing and may be evaluated by
 * many threads at once, each with its own sel_evaluation.
 *
 *     sel_findings findings = {.arena = arena};
 *     const sel_expression *relevant = sel_expression_parse(cell, &scope, arena, &findings);
 *     if (relevant != NULL)
 *         asked = sel_value_holds(sel_expression_evaluate(relevant, &evaluation));
 *
 * The language is the part of ODK XForms' (getodk.github.io/xforms-spec) on which two engines,
 * getodk xforms-engine 0.22 and JavaRosa, give the same values. Where they differ there is a
 * finding and a rule of ours. Characters are code points. See decisions/0016. */
#ifndef SEL_DOMAIN_EXPRESSION_H
#define SEL_DOMAIN_EXPRESSION_H

#include "base/index.h"
#include "base/issues.h"
#include "domain/expression_value.h"

/* Larger expressions are findings (E_EXPR_LIMIT). */
enum {
    SEL_EXPRESSION_BYTES = 32767, /**< a spreadsheet cell */
    SEL_EXPRESSION_NODES = 4096,
    SEL_EXPRESSION_NESTING = 64,  /**< brackets in brackets */
    SEL_EXPRESSION_HEIGHT = 1024, /**< operators in a chain */
    SEL_SUGGESTIONS_MAX = 50,     /**< findings after which no nearest name is looked for */
};

/* --- what is wrong with it, or may be --- */

/** One finding. Columns and lengths count code points. Texts live in the arena or are static. */
typedef struct sel_finding {
    const char *code; /**< "E_EXPR_NAME"; the severity is that of its first letter (issues.h) */
    uint32_t column;  /**< from 1 */
    uint32_t length;  /**< 0 at the end of the text */
    uint32_t byte;    /**< offset of the first byte */
    sel_str found;
    sel_str expected;   /**< may be empty */
    sel_str suggestion; /**< what to write instead; may be empty */
} sel_finding;

/** Start with `sel_findings findings = {.arena = arena}`. */
typedef struct sel_findings {
    sel_arena *arena;
    sel_finding *list;
    uint32_t count;
    uint32_t room;
} sel_findings;

sel_severity sel_finding_severity(const sel_finding *finding);

/* --- parse --- */

/** What a question is to an expression. */
typedef struct sel_expression_name {
    uint32_t number;     /**< handed back at evaluation; the host's own count, below SEL_NONE */
    sel_value_kind kind; /**< SEL_VALUE_EMPTY: not known */
    bool repeated;       /**< in a repeat, or a repeat itself: may have several answers */
    bool has_choices;
} sel_expression_name;

/** What an expression may refer to; only read. */
typedef struct sel_expression_scope {
    const void *to;
    bool (*find)(const void *to, sel_str name, sel_expression_name *found);
    /** n-th name there is, empty after the last, for "did you mean"; may be NULL. */
    sel_str (*name)(const void *to, uint32_t n);
    /** n-th choice of a question that has_choices, empty after the last; may be NULL. */
    sel_str (*choice)(const void *to, uint32_t number, uint32_t n);
    const sel_expression_name *self; /**< what "." is; NULL: it may not be used */
    bool condition;                  /**< true or false is wanted: relevant, constraint, required */
} sel_expression_scope;

typedef struct sel_expression sel_expression;

/** Read text and look it over. Findings are added in the order of their places; names, functions
 *  and arguments are all checked, a fault of syntax ends the reading. NULL when it cannot be
 *  evaluated; an expression that is returned may still have E_ findings, where tools would give
 *  different values. */
const sel_expression *sel_expression_parse(sel_str text, const sel_expression_scope *scope,
                                           sel_arena *arena, sel_findings *findings);

/** The text it was made of. */
sel_str sel_expression_text(const sel_expression *expression);

/** Numbers of the names it refers to, each once, in the order of the text; "." is not one. */
const uint32_t *sel_expression_names(const sel_expression *expression, uint32_t *count);

/* --- evaluate --- */

/** What evaluating may take, for one response as a whole: a definition from outside may ask for any
 *  number of steps and any amount of text. At the end of either every value is empty
 *  (SEL_WHY_TOO_COMPLEX). */
typedef struct sel_expression_budget {
    uint32_t steps;    /**< left: parts evaluated, and 16 bytes of text looked at */
    uint32_t bytes;    /**< left: of new texts */
    uint32_t open;     /**< values so far that functions were given though they are open */
    uint32_t periods;  /**< the same of periods */
    sel_value_why why; /**< of the last open one */
} sel_expression_budget;

sel_expression_budget sel_expression_budget_start(void);

/** Answers, time and room for one evaluation after the other. Zero-initialise. */
typedef struct sel_evaluation {
    void *to;
    /** Answer to a question; instance counts from 0, SEL_NONE is the one the expression stands in
     *  (or the only one). Questions that are not relevant are empty. The text must live until the
     *  value is used up. */
    sel_value (*answer)(void *to, uint32_t number, uint32_t instance);
    /** How many answers a repeated question has; NULL: one. */
    uint32_t (*instances)(void *to, uint32_t number);
    /** Label of a choice, for jr:choice-name; NULL: the name itself. */
    sel_str (*label)(void *to, uint32_t number, sel_str choice);
    sel_value self;    /**< "." */
    uint32_t position; /**< position(..) from 1; 0: not in a repeat */
    double today;      /**< days since 1970-01-01, whole */
    double now;        /**< days since 1970-01-01 with the time of day, UTC */
    sel_arena *arena;  /**< where new texts go; the caller resets it when values are used up */
    sel_expression_budget *budget; /**< shared by evaluations of one response; NULL: each its own */
} sel_evaluation;

/** The value; an expression that depends on a day which is not known exactly has none
 *  (SEL_WHY_UNDECIDED) unless it is the same for all days that it may be (Kleene 1952). */
sel_value sel_expression_evaluate(const sel_expression *expression,
                                  const sel_evaluation *evaluation);

/* --- why --- */

/** A part of the expression and its value. */
typedef struct sel_expression_step {
    uint32_t column; /**< code points from 1 */
    uint32_t length;
    uint32_t level; /**< 0: the whole; others explain the nearest lower level before them */
    sel_str source; /**< the part as written */
    sel_value value;
} sel_expression_step;

/** Why the expression has its value: of `and` and `or` only the sides that decide, of if() the
 *  branch taken; constants are left out. At most room steps, the whole first; returns how many. */
uint32_t sel_expression_explain(const sel_expression *expression, const sel_evaluation *evaluation,
                                sel_expression_step *steps, uint32_t room);

/* --- expressions that need one another --- */

/** Question `owner` needs the values that its expression refers to. */
typedef struct sel_expression_edge {
    uint32_t owner;
    const sel_expression *expression;
} sel_expression_edge;

/** Questions that need one another: each needs the next, the last the first. */
typedef struct sel_expression_cycle {
    const uint32_t *members;
    uint32_t count;
} sel_expression_cycle;

/** One cycle of every set of questions that all need one another, directly or through others
 *  (strongly connected component): the shortest through its lowest number, in ascending order of
 *  that. NULL when there is none. A question may own several expressions (relevant, calculation).
 *  Numbers are below `names`; the result is in arena. */
const sel_expression_cycle *sel_expression_cycles(const sel_expression_edge *edges,
                                                  uint32_t edge_count, uint32_t names,
                                                  sel_arena *arena, uint32_t *count);

#endif
