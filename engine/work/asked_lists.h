/** asked_lists.h - lists that people ask for after a round, one function each in a file of its own.
 *  Private to work; lists.c has their table. */
#ifndef SEL_WORK_ASKED_LISTS_H
#define SEL_WORK_ASKED_LISTS_H

#include "work/lists.h"

/** States that have not surely taken part in the discourse, or have no support, by sub-region;
 * those that prefer no support are told apart. A second table counts sub-regions. tell_absent.c */
sel_list_fill sel_list_absent;

/** Places where help is wanted and no support is known, most severe first. tell_unsupported.c */
sel_list_fill sel_list_unsupported;

/** Requests that nobody has met, oldest first. tell_unmet.c */
sel_list_fill sel_list_unmet;

/** Capabilities that several bodies say are in their mandate, none naming a lead.
 *  tell_shared_mandates.c */
sel_list_fill sel_list_shared_mandates;

/** States that are strong where another of their sub-region is weak; a second table has the
 * practice that bodies offer. tell_peers.c */
sel_list_fill sel_list_peers;

/** Respondents that ask for sponsorship to take part. tell_sponsorship.c */
sel_list_fill sel_list_sponsorship;

/** Programmes about critical infrastructure in which its operators are not known to take part.
 *  tell_operators.c */
sel_list_fill sel_list_operators;

/* Cells that several lists write. */

/** Code for machines and name for people of a recipient, for columns "recipient", "country". */
void sel_list_recipient(const sel_listing *l, sel_table *table, uint32_t recipient);
void sel_list_capability(const sel_listing *l, sel_table *table, uint32_t capability);

/** Columns for these cells. */
void sel_list_recipient_columns(const sel_listing *l, sel_table *table);
void sel_list_capability_columns(const sel_listing *l, sel_table *table);

/** Severity of a need, or its range. */
void sel_list_severity(sel_table *table, const sel_need *need);

#endif
