/** signs.h - words of a title that stay when it is translated: project codes, acronyms, names
 * written like CyberSouth.
 *
 * They are cut from the title as written, from its ASCII letters and digits only, as codes are
 * written in any script. A code has a digit and a letter ("9RAS17059", "GI-14", "Cyber4Dev") or
 * five digits; it may be joined by - / . or _ ("2017/DG1/JP/3692"). An acronym has three capitals
 * or more and nothing else, in a title that has small letters too; a name has a capital behind a
 * small letter. Years and dates are none of these. */
#ifndef SEL_ANALYSIS_SIGNS_H
#define SEL_ANALYSIS_SIGNS_H

#include "base/str.h"

/** Signs of one title that are looked at; others are left out. */
enum { SEL_SIGNS_MOST = 12, SEL_SIGN_LONGEST = 40 };

typedef struct sel_sign {
    sel_str text;  /**< as written, borrowed from the title */
    bool code;     /**< else an acronym or a name */
    uint64_t hash; /**< of the text without regard to case */
} sel_sign;

/** Cut the first signs of a title, each text once, into list; returns how many. */
uint32_t sel_signs_cut(sel_str title, sel_sign list[SEL_SIGNS_MOST]);

/** Whether two signs are the same but for case. */
bool sel_signs_equal(const sel_sign *a, const sel_sign *b);

#endif
