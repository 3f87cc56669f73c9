/** study_order.h - programmes in the order that breaks every tie: register, then record id, by
 *  bytes. Private to the study. */
#ifndef SEL_DOMAIN_STUDY_ORDER_H
#define SEL_DOMAIN_STUDY_ORDER_H

#include "domain/study_links.h"

/** Sort programmes, and with them the drafts that say the rest of each; both have count elements
 *  that belong together. Neither is copied: a million programmes fill half of the memory. */
void sel_study_sort(sel_study_programme *programmes, sel_study_draft *drafts, uint32_t count);

/** First of sorted programmes with an address "REGISTER:ID", or SEL_NONE. Registers and ids may
 *  contain ':'. */
uint32_t sel_study_find(const sel_study_programme *programmes, uint32_t count, sel_str address);

#endif
