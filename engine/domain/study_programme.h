/** study_programme.h - one record turned into the study's columns.
 *
 * The rules of method §1 for time, places and parties, apart from sorting
 * (study.c) and linking (study_links.c). Private to the study. */
#ifndef SEL_DOMAIN_STUDY_PROGRAMME_H
#define SEL_DOMAIN_STUDY_PROGRAMME_H

#include "domain/study.h"

/** Months for which a status is believed without anything else: of 774 records that say
 *  they are running and give both dates, 340 still were on the day they said so; 656 had lasted a
 *  year or until that day (decision 0036, tests/corpus/test_status_corpus.c). */
enum { SEL_STATUS_VOUCHES_MONTHS = 12 };

/** Set dated, the four bounds and the phase. An end that is not given stays open.
 *  - Running or in finalisation: it lasted until the record was last updated (else until as-of),
 *    but one year is all that is sure; it ends `open_months` after as-of at the latest.
 *  - Closed or cancelled: it was over when the record was last updated (else by as-of).
 *  - To come, suspended or without a status: the same latest end, and it may have ended the day it
 *    began.
 *  A start that is not given, or an end before the start, leaves the programme undated. It is to
 *  come when it surely has not begun; or may not have, by a status that is not older than a year.
 */
void sel_study_time(const sel_programme *record, sel_day as_of, uint32_t open_months,
                    sel_study_programme *programme);

/** Set places, other_ppm and the flags about them: joint shares where the record has them, else
 * each recipient's share times each capability's. Organisations as recipients keep X5 and hand the
 * rest to their members in equal parts. A geographic region is all venue: equal parts for its
 * states, each present perhaps at most; the share of a region without a list stays in other_ppm. */
void sel_study_places(const sel_programme *record, const sel_reference *reference, sel_arena *arena,
                      sel_study_programme *programme);

/** Set parties, each by its spelling. */
void sel_study_parties(const sel_programme *record, sel_organisation_roll *roll, sel_arena *arena,
                       sel_study_programme *programme);

/** Once the roll is settled: set the organisations of parties, and the funders (those who fund,
 *  else those who extend, else the reporter) and donors, ascending and distinct. A placeholder gets
 *  the number *unnamed, which is counted up: call it in the order of records. */
void sel_study_organise(const sel_organisation_roll *roll, const sel_organisations *table,
                        sel_arena *arena, uint32_t *unnamed, sel_study_programme *programme);

/** Set money in currency: as stated, else converted by the rate of its first day, else of the day
 * it was decided on. Without a rate it stays unknown and conversion says so. */
void sel_study_money(const sel_programme *record, const sel_exchange *rates, const char *currency,
                     sel_arena *arena, sel_study_programme *programme);

/** Bits of sel_given: which of the seven minimum fields the record gives. */
uint8_t sel_study_given(const sel_programme *record, const sel_geography *geography);

#endif
