/** study_links.h - which records of a study speak of each other: links, and the two sides' records
 * of one programme (twins).
 *
 * Records name each other by address or identifier, in any order, so names are
 * looked up when all are there. Private to the study. */
#ifndef SEL_DOMAIN_STUDY_LINKS_H
#define SEL_DOMAIN_STUDY_LINKS_H

#include "domain/study.h"

/** A record's link before the other record is known. */
typedef struct sel_study_raw_link {
    sel_link_kind kind;
    sel_str other; /**< address "REGISTER:ID", or an identifier */
} sel_study_raw_link;

/** What only finishing the study needs of a programme. */
typedef struct sel_study_draft {
    const sel_study_programme *programme;
    const sel_study_raw_link *links;
    uint32_t link_count;
    sel_str request; /**< identifier of the request it cites, or empty */
} sel_study_draft;

/** Set the draft's links; copies go to arena. */
void sel_study_keep_links(const sel_programme *record, sel_arena *arena, sel_study_draft *draft);

/** Set links and twin of all programmes, sorted (study_order.h); links go to arena.
 *
 * An address that two records share means the first, an identifier neither,
 * unless it begins with an organisation's identifier (IATI, org-id.guide): two
 * registers that have such an identifier tell the same programme, and so do
 * records that name one as their own which no record has. A recipient's
 * statement is found by its address only. A link to no record of
 * the study, or to the record itself, is left out. The twin of a statement is
 * the first record that it links to as the same, else the only donor's record
 * of an equal title, a register's before a donor's answer, if that one reaches the recipient. A
 * record with several statements keeps the first as its twin. */
void sel_study_link_records(sel_study_programme *programmes, const sel_study_draft *drafts,
                            uint32_t count, sel_arena *arena);

#endif
