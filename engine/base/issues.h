/** issues.h - every problem found in somebody's data, gathered in one run.
 *
 * Problems are grouped by (code, column, subject): the count is exact, the
 * first places and distinct values are kept. Codes begin with E_ (refuses),
 * W_ (taken, to be looked at) or N_ (worth knowing); words/<lang>.csv holds
 * their sentences under "issue.<code>". */
#ifndef SEL_BASE_ISSUES_H
#define SEL_BASE_ISSUES_H

#include "base/str.h"

#include <stdint.h>

typedef enum sel_severity { SEL_NOTE, SEL_WARNING, SEL_FAULT } sel_severity;

/** One problem at one place. Slices are borrowed for the call that reports it. */
typedef struct sel_issue {
    const char *code;   /**< static text, "E_TYPE_INTEGER" */
    sel_str source;     /**< file name as the user gave it */
    uint64_t line;      /**< physical line from 1; 0 unknown */
    uint32_t row;       /**< spreadsheet row from 1; 0 when there are no rows (XML) */
    uint32_t column;    /**< spreadsheet column from 1; 0 when the row or file is meant */
    sel_str subject;    /**< question, field or element: part of the group's key */
    sel_str record;     /**< identifier of the record; may be empty */
    sel_str found;      /**< what is written there; may be empty */
    sel_str expected;   /**< value for {expected} of the sentence; may be empty */
    sel_str suggestion; /**< what to write instead; may be empty */
    sel_str whole;      /**< text of the cell where a part of it is meant, else empty */
    uint32_t character; /**< where that part begins, in code points of whole from 1; 0: all of it */
    uint32_t length;    /**< of that part, in code points; 0: the place before character */
} sel_issue;

enum { SEL_ISSUE_PLACES = 20, SEL_ISSUE_VALUES = 5 };

typedef struct sel_issue_group {
    uint64_t count;
    sel_issue places[SEL_ISSUE_PLACES]; /**< the first ones, copied into the arena */
    uint32_t place_count;
    sel_str values[SEL_ISSUE_VALUES]; /**< distinct found texts among the kept places */
    uint32_t value_count;
} sel_issue_group;

/** Start with `sel_issues issues = {.arena = arena}`. */
typedef struct sel_issues {
    sel_arena *arena;
    sel_issue_group **groups; /**< in order of first appearance */
    uint32_t group_count;
    uint32_t group_room;
    uint32_t latest;                                /**< group of the last issue */
    bool each_only;                                 /**< count and call each, keep no groups */
    uint64_t counts[3];                             /**< by sel_severity */
    void (*each)(void *to, const sel_issue *issue); /**< called for every issue; may be NULL */
    void *to;
} sel_issues;

/** Severity that a code's first letter stands for. */
sel_severity sel_issue_severity(const char *code);

/** Copy an issue with its texts to arena; returns how many bytes they have. */
size_t sel_issue_copy(const sel_issue *issue, sel_arena *arena, sel_issue *copy);

void sel_issues_add(sel_issues *issues, const sel_issue *issue);

/** Whether nothing refuses the data. */
bool sel_issues_allow(const sel_issues *issues);

/** Spreadsheet name of a cell ("D14"); empty text when column or row is 0. */
const char *sel_issue_cell(uint32_t column, uint32_t row, char text[24]);

#endif
