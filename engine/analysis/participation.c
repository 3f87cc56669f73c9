#include "analysis/participation.h"

#include "analysis/supply.h"

enum { FRESH_MONTHS = 36, ASSOCIATE_TENTHS = 5 };

/* The four ways into the discourse, and the wish not to be supported. */
enum { WAYS = 4, DECLINED = WAYS, QUESTIONS };

/* Bits of questions that some respondent answered so. */
typedef struct said {
    uint8_t yes;
    uint8_t no;
} said;

static void hear(const sel_study *study, const sel_study_submission *from, said *of)
{
    const int8_t answers[QUESTIONS] = {from->attended, from->stated, from->sponsored, from->listed,
                                       from->declined};
    bool fresh = from->answered_on.known &&
                 sel_day_add_months(from->answered_on.latest, FRESH_MONTHS) >= study->as_of;
    for (int i = 0; i < QUESTIONS; i++) {
        if (i != DECLINED && !fresh)
            continue;
        if (answers[i] == 1)
            of->yes |= (uint8_t)(1U << i);
        else if (answers[i] == 0)
            of->no |= (uint8_t)(1U << i);
    }
}

static sel_taking_part discourse_of(said of)
{
    const unsigned ways = (1U << WAYS) - 1;
    if ((of.yes & ~of.no & ways) != 0)
        return SEL_PART_SURE;
    return (of.no & ~of.yes & ways) == ways ? SEL_PART_NONE : SEL_PART_UNKNOWN;
}

static sel_taking_part support_by(const sel_study *study, const sel_study_programme *record,
                                  uint32_t recipient)
{
    bool surely = false;
    bool perhaps = false;
    if (!sel_programme_is_active(record))
        return SEL_PART_NONE;
    for (uint32_t i = 0; i < record->place_count; i++) {
        const sel_study_place *at = &record->places[i];
        if (at->recipient != recipient)
            continue;
        surely = surely || (at->depth_low >= ASSOCIATE_TENTHS && at->effort_low > 0);
        perhaps = perhaps || (at->depth_high >= ASSOCIATE_TENTHS && at->effort_high > 0);
    }
    int32_t low = 0;
    int32_t high = 1;
    if (record->dated) {
        low = sel_supply_days_low(record, study->window_start, study->window_end);
        high = sel_supply_days_high(record, study->window_start, study->window_end);
    }
    return surely && low > 0     ? SEL_PART_SURE
           : perhaps && high > 0 ? SEL_PART_UNKNOWN
                                 : SEL_PART_NONE;
}

static sel_taking_part support_of(const sel_study *study, const sel_roster *roster,
                                  uint32_t recipient)
{
    const uint32_t *members;
    uint32_t count = sel_groups_of(&roster->by_recipient, recipient, &members);
    sel_taking_part best = SEL_PART_NONE;
    for (uint32_t i = 0; i < count && best != SEL_PART_SURE; i++) {
        uint32_t record = sel_undertaking_record(&roster->undertakings[members[i]]);
        sel_taking_part one = support_by(study, &study->programmes[record], recipient);
        best = one > best ? one : best;
    }
    return best;
}

sel_participation *sel_participation_of(const sel_study *study, const sel_roster *roster,
                                        sel_arena *arena)
{
    uint32_t count = study->reference->geography.count;
    said *answers = sel_arena_array(arena, count, sizeof *answers);
    sel_participation *list = sel_arena_array(arena, count, sizeof *list);
    for (uint32_t i = 0; i < study->submission_count; i++)
        if (study->submissions[i].recipient != SEL_NONE)
            hear(study, &study->submissions[i], &answers[study->submissions[i].recipient]);
    for (uint32_t i = 0; i < count; i++)
        list[i] = (sel_participation){
            .discourse = discourse_of(answers[i]),
            .support = support_of(study, roster, i),
            .declined = (answers[i].yes & ~answers[i].no & 1U << DECLINED) != 0,
        };
    return list;
}
