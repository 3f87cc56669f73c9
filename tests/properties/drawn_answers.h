/** drawn_answers.h - what states, donors and regional bodies answer by chance, besides needs and
 *  records. Small worlds of small_world.h, in which Gula stands for a second body. */
#ifndef SEL_TESTS_DRAWN_ANSWERS_H
#define SEL_TESTS_DRAWN_ANSWERS_H

#include "seeded.h"
#include "unit/analysis/small_world.h"

#include <stdio.h>

enum { STATES = 6, ASKED = 12, TOLD = 4, SUBMISSIONS = STATES + 4 };
enum { OFFERS = ASKED * TOLD + 1, MANDATES = 2 * CAPABILITIES };

static const char *const codes[] = {"ATL", "BOR", "CAL", "DOR", "ELB", "FAR"};
static const char *const capability_codes[CAPABILITIES] = {"T1", "T2",   "D1.3", "T4",
                                                           "T5", "D5.4", "T7"};
static const char *const donor_names[] = {"Donor A", "Donor B", "Donor C", "Donor D"};

typedef struct draw {
    uint64_t state;
} draw;

static inline uint32_t below(draw *from, uint32_t count)
{
    return (uint32_t)(seeded_bits(&from->state) % count);
}

/* -1, 0 or 1. */
static inline int8_t maybe(draw *from)
{
    return (int8_t)((int)below(from, 3) - 1);
}

/* Submissions by number, those of the states first; offers and mandates name theirs. */
typedef struct drawn_answers {
    sel_study_submission submissions[SUBMISSIONS];
    uint32_t submission_count;
    sel_request requests[ASKED];
    char request_ids[ASKED][8];
    sel_study_offer offers[OFFERS];
    uint32_t offer_count;
    sel_study_mandate mandates[MANDATES];
    uint32_t mandate_count;
} drawn_answers;

static inline sel_study_submission *add_submission(drawn_answers *to)
{
    sel_study_submission *made = &to->submissions[to->submission_count++];
    *made = sel_study_submission_blank();
    return made;
}

/* What a submission says besides needs and support. */
static inline void draw_facts(draw *from, sel_study_submission *submission)
{
    submission->programmes_max = below(from, 4) == 0 ? SEL_NOT_COUNTED : (uint16_t)below(from, 5);
    submission->assessments_held = (uint16_t)below(from, 4);
    submission->assessments_joint = (uint16_t)below(from, 4);
    submission->attended = maybe(from);
    submission->stated = maybe(from);
    submission->sponsored = maybe(from);
    submission->listed = maybe(from);
    submission->declined = maybe(from);
    for (int i = 0; i < SEL_ENABLING_ITEMS; i++)
        submission->enabling[i] = (int8_t)((int)below(from, 4) - 2);
}

static inline void draw_states(draw *from, drawn_answers *to)
{
    for (uint32_t i = 0; i < STATES; i++) {
        sel_day on = sel_day_of(2025, 6, 1);
        sel_study_submission *submission = add_submission(to);
        submission->recipient = i;
        submission->agency = SEL_STR("agency");
        submission->round = SEL_STR("1");
        submission->lead = true;
        submission->states_support = true;
        submission->answered_on = (sel_days){on, on, true};
        draw_facts(from, submission);
    }
}

/* A donor tells what became of requests that were made over three years. */
static inline void draw_requests(draw *from, drawn_answers *to)
{
    uint32_t number = to->submission_count;
    sel_study_submission *donor = add_submission(to);
    donor->organisation = sel_str_of(donor_names[below(from, 4)]);
    donor->round = SEL_STR("1");
    donor->assessments_held = 4;
    donor->assessments_joint = (uint16_t)below(from, 6);
    sel_day first = sel_day_of(2023, 1, 1);
    for (uint32_t i = 0; i < ASKED; i++) {
        snprintf(to->request_ids[i], sizeof to->request_ids[i], "q%02u", (unsigned)i);
        to->requests[i] =
            (sel_request){.id = sel_str_of(to->request_ids[i]),
                          .recipient = sel_str_of(codes[i % 3]),
                          .capability = sel_str_of(capability_codes[i % CAPABILITIES])};
        to->requests[i].received =
            (int64_t)(first + (sel_day)below(from, 1096)) * SEL_SECONDS_OF_DAY;
        for (uint32_t j = 0; j < TOLD; j++) {
            sel_day on = first + (sel_day)below(from, 1096);
            to->offers[to->offer_count++] =
                (sel_study_offer){.recipient = i % 3,
                                  .capability = i % CAPABILITIES,
                                  .received = {on, on, true},
                                  .answered = {on, on + (sel_day)below(from, 90), true},
                                  .reaction = (sel_reaction)below(from, SEL_REACTION_DECLINED + 1),
                                  .submission = number};
        }
    }
}

/* A donor with one offer of which no date is known. */
static inline void draw_another_donor(drawn_answers *to)
{
    uint32_t number = to->submission_count;
    sel_study_submission *donor = add_submission(to);
    donor->organisation = SEL_STR("Donor A");
    donor->assessments_held = 4;
    donor->assessments_joint = 1;
    to->offers[to->offer_count++] =
        (sel_study_offer){.capability = 1, .reaction = SEL_REACTION_MET, .submission = number};
}

/* Two regional bodies: what is in their mandates, and who leads. */
static inline void draw_bodies(draw *from, drawn_answers *to)
{
    static const char *const leads[] = {"", "", "Region", "Gula"};
    for (uint32_t body = GULA; body <= REGION; body++) {
        uint32_t number = to->submission_count;
        add_submission(to)->recipient = body;
        for (uint32_t k = 0; k < CAPABILITIES; k++)
            to->mandates[to->mandate_count++] =
                (sel_study_mandate){.capability = k,
                                    .body = body,
                                    .covered = below(from, 4) == 0 ? maybe(from) : 1,
                                    .cited = below(from, 4) != 0,
                                    .lead = sel_str_of(leads[below(from, 4)]),
                                    .submission = number};
    }
}

static inline void draw_all_answers(uint64_t seed, drawn_answers *to)
{
    draw from = {seed * 31};
    draw_states(&from, to);
    draw_requests(&from, to);
    draw_another_donor(to);
    draw_bodies(&from, to);
}

/* Add everything; order: which submission comes n-th. number_of[n]: what the study calls it. */
static inline void add_answers(const drawn_answers *from, const uint32_t order[SUBMISSIONS],
                               sel_study_builder *builder, uint32_t number_of[SUBMISSIONS])
{
    bool back = order[0] > order[1]; /* what belongs to submissions comes in another order too */
    for (uint32_t i = 0; i < from->submission_count; i++)
        number_of[order[i]] = sel_study_add_submission(builder, &from->submissions[order[i]]);
    for (uint32_t i = 0; i < ASKED; i++)
        sel_study_add_request(builder, &from->requests[back ? ASKED - 1 - i : i]);
    for (uint32_t i = 0; i < from->offer_count; i++) {
        sel_study_offer offer = from->offers[back ? from->offer_count - 1 - i : i];
        offer.submission = number_of[offer.submission];
        sel_study_add_offer(builder, &offer);
    }
    for (uint32_t i = 0; i < from->mandate_count; i++) {
        sel_study_mandate mandate = from->mandates[back ? from->mandate_count - 1 - i : i];
        mandate.submission = number_of[mandate.submission];
        sel_study_add_mandate(builder, &mandate);
    }
}

#endif
