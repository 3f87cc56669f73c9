/** expression_value.h - what an expression yields and what answers are to it.
 *
 * Conversions and comparisons are those of XPath 1.0 (W3C 1999, sections 3.4 and 4) as ODK's
 * engines have them, with two differences: days are values of their own, and "not a number" is an
 * empty value that says so. */
#ifndef SEL_DOMAIN_EXPRESSION_VALUE_H
#define SEL_DOMAIN_EXPRESSION_VALUE_H

#include "base/date.h"
#include "base/str.h"

typedef enum sel_value_kind {
    SEL_VALUE_EMPTY, /**< nothing answered, or nothing that could be computed: see why */
    SEL_VALUE_TEXT,  /**< never of length 0 */
    SEL_VALUE_NUMBER,
    SEL_VALUE_BOOLEAN,
    SEL_VALUE_DATE, /**< days since 1970-01-01; a fraction is the time of day, UTC */
    SEL_VALUE_SET, /**< names chosen, separated by blanks; never of length 0; order means nothing */
    SEL_VALUE_PERIOD, /**< a day that is not known exactly: text is "first/last" */
} sel_value_kind;

/** Why a value is empty. */
typedef enum sel_value_why {
    SEL_WHY_NOT_ANSWERED,
    SEL_WHY_NOT_A_NUMBER, /**< differs from everything, as NaN does */
    SEL_WHY_NOT_A_DATE,
    SEL_WHY_TOO_LONG,    /**< a text over the cap of 64 KiB */
    SEL_WHY_TOO_COMPLEX, /**< more steps or room were needed than may be taken */
    SEL_WHY_UNDECIDED,   /**< depends on a day that is not known exactly */
} sel_value_why;

/** Texts are borrowed: from the expression, the answer or the arena of the evaluation. */
typedef struct sel_value {
    sel_value_kind kind;
    sel_value_why why; /**< EMPTY */
    double number;     /**< NUMBER (may be infinite, never NaN), BOOLEAN (0 or 1), DATE */
    sel_str text;      /**< TEXT, SET, PERIOD */
} sel_value;

sel_value sel_value_empty(sel_value_why why);
/** Empty text gives the empty value. */
sel_value sel_value_text(sel_str text);
/** Names separated by blanks; none give the empty value. */
sel_value sel_value_set(sel_str names);
/** NaN gives the empty value that is not a number. */
sel_value sel_value_number(double number);
sel_value sel_value_boolean(bool holds);
sel_value sel_value_date(double days);

/** "2024-03-01/2024-03-31" gives a period, all else what sel_value_text gives. */
sel_value sel_value_period(sel_str text);

/** Whether the value is empty because it was not, or could not be, worked out. */
static inline bool sel_value_is_open(sel_value value)
{
    return value.kind == SEL_VALUE_EMPTY &&
           (value.why == SEL_WHY_UNDECIDED || value.why == SEL_WHY_TOO_COMPLEX);
}

/** "text", "number", …; static. */
const char *sel_value_kind_name(sel_value_kind kind);

/** Empty is false, a number is true when it is not 0, a text or date always. */
bool sel_value_holds(sel_value value);

/** The value as a number; a period is none: texts as "-12.5" (blanks around allowed; neither plus,
 * exponent nor comma), dates as days. False when it is none. */
bool sel_value_to_number(sel_value value, double *number);

/** The value as a day: dates, and texts that begin with YYYY-MM-DD (a time after it counts with
 *  its zone, UTC when none is given). False when it is none. */
bool sel_value_to_date(sel_value value, double *days);

/** Room for the text of any number or date: 309 digits, or 16 behind 324 zeros. */
enum { SEL_VALUE_ROOM = 352 };

/** The value as text: numbers with the fewest digits that give the same double, never with an
 *  exponent; dates as YYYY-MM-DD, with Thh:mm:ssZ when there is a time. Texts are not copied,
 *  others are written to room. */
sel_str sel_value_to_text(sel_value value, char room[SEL_VALUE_ROOM]);

/** Whether a = b. A boolean makes both boolean, else a date makes both dates, else a number makes
 *  both numbers; sets are compared without order. Empty equals empty only. */
bool sel_value_equal(sel_value a, sel_value b);

/** Whether a < b (or_equal: a <= b), as dates when one is a date, else as numbers; false when one
 *  cannot be. */
bool sel_value_less(sel_value a, sel_value b, bool or_equal);

/** Take the next name from a text of names separated by blanks; false when none is left. */
bool sel_value_next_name(sel_str *rest, sel_str *name);

/** Whether name is one of the names. */
bool sel_value_has_name(sel_str names, sel_str name);

#endif
