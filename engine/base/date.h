/** date.h - days and the ranges of days that imprecise dates stand for.
 *
 * A day is a number since 1970-01-01 in the proleptic Gregorian calendar.
 * "2017" may be any day of that year: a range, never a guess. */
#ifndef SEL_BASE_DATE_H
#define SEL_BASE_DATE_H

#include "base/str.h"

#include <stdint.h>

typedef int32_t sel_day;

/** Days from earliest to latest, both inclusive. known = false means nothing is said. */
typedef struct sel_days {
    sel_day earliest;
    sel_day latest;
    bool known;
} sel_days;

/** Days accepted from outside: 1900-01-01 to 2199-12-31. */
enum { SEL_DAY_FIRST = -25567, SEL_DAY_LAST = 84005 };

typedef enum sel_date_outcome {
    SEL_DATE_OK,
    SEL_DATE_BAD,       /**< not a date, or outside 1900..2199 */
    SEL_DATE_AMBIGUOUS, /**< 03/04/2027: day and month could be exchanged */
} sel_date_outcome;

/** Read YYYY, YYYY-MM or YYYY-MM-DD, a full date perhaps with a time and zone behind (ignored),
 *  or D/M/YYYY, D.M.YYYY, D-M-YYYY when only one order is possible. days is set on SEL_DATE_OK
 *  only. */
sel_date_outcome sel_date_read(sel_str text, sel_days *days);

/** Whether rest, behind the last digit of a full date, is nothing but a time of day ("T10:00:00",
 *  " 10:00 AM") and a zone ("Z", "+02:00", "GMT+7"), each of them optional. Another date is not. */
bool sel_date_ends_here(sel_str rest);

/** Day of a calendar date; month 1..12 and day 1..31 must fit together. */
sel_day sel_day_of(int year, int month, int day);

/** The day `months` after day; the last of the month when the day does not exist there. */
sel_day sel_day_add_months(sel_day day, int months);

/** Room for one date text. */
enum { SEL_DATE_ROOM = 16 };

/** YYYY-MM-DD; returns text. */
const char *sel_day_text(sel_day day, char text[SEL_DATE_ROOM]);

/** YYYY-MM-DDThh:mm:ssZ of UTC seconds; text needs 24 bytes; returns text. */
const char *sel_time_text(int64_t seconds, char text[24]);

/** Day of UTC seconds since 1970. */
sel_day sel_time_day(int64_t seconds);

enum { SEL_SECONDS_OF_DAY = 86400 };

/** Seconds of the clock, or of SOURCE_DATE_EPOCH given as text (NULL or "" when unset). A text
 *  that is not a number is ignored. */
int64_t sel_time_now(const char *source_date_epoch);

#endif
