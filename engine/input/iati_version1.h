/** iati_version1.h - what versions 1.01 to 1.05 write where 2.01 to 2.03 have a code.
 *
 * All differences of the versions in values stand in one table; there is no
 * value that two versions mean differently, so a file that mixes them, or says
 * a wrong version or none, is read by what it holds. The other differences
 * (texts without narratives, one element per language) are no matter of
 * version to the reader: it takes both everywhere. Private to input/iati*.
 *
 * Source: iatistandard.org, code lists of 1.05 and 2.03, and "Changes to the
 * Activity Standard" of upgrade 2.01. */
#ifndef SEL_INPUT_IATI_VERSION1_H
#define SEL_INPUT_IATI_VERSION1_H

#include "base/str.h"

/** The lists that differ. */
typedef enum sel_iati_list {
    SEL_IATI_ROLE,
    SEL_IATI_DATE_TYPE,
    SEL_IATI_STATUS,
    SEL_IATI_TIED,
    SEL_IATI_TRANSACTION_TYPE,
    SEL_IATI_SECTOR_VOCABULARY,
    SEL_IATI_BUDGET_TYPE,
} sel_iati_list;

/** Code of 2.* for what is written in either version: the word of 1.* in any case, or the code
 *  itself. Empty when it is neither. World Bank and ISO sectors have a code in 1.* only; it stands
 *  for itself. */
sel_str sel_iati_code_of(sel_iati_list list, sel_str written);

/** Major version (1 or 2) of a root's attribute when it is one of the eight that exist, else 0. */
int sel_iati_version(sel_str written);

/** Major version whose lists alone have a value written like this; 0 when both have it or none. */
int sel_iati_version_of_code(sel_iati_list list, sel_str written);

#endif
