/** answer_text.h - stored answers as somebody would write them. Private to work. */
#ifndef SEL_WORK_ANSWER_TEXT_H
#define SEL_WORK_ANSWER_TEXT_H

#include "base/str.h"

/** A date as stored: a day, or the first and last day it may be ("2027-03-01/2027-03-31"). As
 *  written: "2027", "2027-03" or the day; other two days stay both. Borrowed from text. */
sel_str sel_answer_date(sel_str text);

#endif
