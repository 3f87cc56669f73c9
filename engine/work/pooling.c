#include "work/pooling.h"

#include "analysis/principle/selection.h"

/* What a value rests on. */
typedef struct material {
    const sel_assessment *assessment;
    const sel_selection *selection;
    bool offers;       /* donors' answers to requests are part of it */
    bool *records;     /* per programme of the study */
    bool *submissions; /* per submission */
    sel_arena *arena;
} material;

static material no_material(const sel_assessment *assessment, const sel_selection *selection,
                            bool offers, sel_arena *arena)
{
    const sel_study *study = assessment->study;
    return (material){.assessment = assessment,
                      .selection = selection,
                      .offers = offers,
                      .records = sel_arena_array(arena, study->programme_count, sizeof(bool)),
                      .submissions = sel_arena_array(arena, study->submission_count, sizeof(bool)),
                      .arena = arena};
}

/* --- what belongs to it --- */

/* Of the statements those of covered recipients, as the selection has them. */
static void take_undertaking(material *of, const sel_undertaking *undertaking)
{
    const sel_study_programme *programmes = of->assessment->study->programmes;
    if (undertaking->record != SEL_NONE)
        of->records[undertaking->record] = true;
    for (uint32_t i = 0; i < undertaking->teller_count; i++)
        of->records[undertaking->tellers[i]] = true;
    for (uint32_t i = 0; i < undertaking->statement_count; i++)
        of->records[undertaking->statements[i]] |=
            sel_selection_covers(of->selection, programmes[undertaking->statements[i]].stated_by);
}

static bool is_at(const sel_study_programme *record, uint32_t recipient, uint32_t capability)
{
    for (uint32_t i = 0; i < record->place_count; i++)
        if (record->places[i].recipient == recipient &&
            (capability == SEL_NONE || record->places[i].capability == capability))
            return true;
    return false;
}

/* Support and need at a place; of a recipient as a whole without a capability. */
static void take_place(material *of, uint32_t recipient, uint32_t capability)
{
    const sel_study *study = of->assessment->study;
    const sel_roster *roster = &of->assessment->roster;
    const uint32_t *members;
    uint32_t count = sel_groups_of(&roster->by_recipient, recipient, &members);
    for (uint32_t i = 0; i < count; i++) {
        const sel_undertaking *undertaking = &roster->undertakings[members[i]];
        uint32_t record = sel_undertaking_record(undertaking);
        if (is_at(&study->programmes[record], recipient, capability))
            take_undertaking(of, undertaking);
    }
    for (uint32_t i = 0; i < study->entry_count; i++)
        if (study->entries[i].recipient == recipient &&
            (capability == SEL_NONE || study->entries[i].capability == capability))
            of->submissions[study->entries[i].submission] = true;
}

/* All a recipient has answered, and what donors answer about it. */
static void take_recipient(material *of, uint32_t recipient)
{
    const sel_study *study = of->assessment->study;
    take_place(of, recipient, SEL_NONE);
    for (uint32_t i = 0; i < study->submission_count; i++)
        of->submissions[i] |= study->submissions[i].recipient == recipient;
    for (uint32_t i = 0; i < study->offer_count && of->offers; i++)
        if (study->offers[i].recipient == recipient)
            of->submissions[study->offers[i].submission] = true;
}

static void take_contributor(material *of, const sel_indicator_value *value, uint32_t number)
{
    const sel_assessment *all = of->assessment;
    switch (value->from) {
    case SEL_FROM_PROGRAMMES:
        take_undertaking(of, &all->roster.undertakings[all->roster.undertaking_of[number]]);
        break;
    case SEL_FROM_PLACES:
        take_place(of, all->supplies.list[number].recipient, all->supplies.list[number].capability);
        break;
    case SEL_FROM_NEEDS:
        take_place(of, all->needs.list[number].recipient, all->needs.list[number].capability);
        break;
    case SEL_FROM_SUBMISSIONS:
        of->submissions[number] = true;
        break;
    case SEL_FROM_RECIPIENTS:
        take_recipient(of, number);
        break;
    }
}

/* All that a subject has, as far as a value of this kind can count it. */
static void take_subject(material *of, const sel_indicator_value *value)
{
    const sel_study *study = of->assessment->study;
    const sel_selection *selection = of->selection;
    if (value->from != SEL_FROM_SUBMISSIONS)
        for (uint32_t i = 0; i < selection->undertaking_count; i++)
            take_undertaking(of, &selection->undertakings[i]);
    if (value->from == SEL_FROM_PROGRAMMES)
        return;
    for (uint32_t i = 0; i < study->submission_count; i++) {
        uint32_t recipient = study->submissions[i].recipient;
        of->submissions[i] |= recipient != SEL_NONE && sel_selection_covers(selection, recipient);
    }
    for (uint32_t i = 0; i < study->offer_count && of->offers; i++)
        if (sel_selection_covers(selection, study->offers[i].recipient))
            of->submissions[study->offers[i].submission] = true;
}

/* --- whose it is --- */

/* Distinct numbers. */
typedef struct parties {
    bool *seen;
    uint32_t count;
} parties;

static parties no_parties(uint32_t room, sel_arena *arena)
{
    return (parties){.seen = sel_arena_array(arena, room, sizeof(bool))};
}

static void count_party(parties *all, uint32_t number)
{
    all->count += !all->seen[number];
    all->seen[number] = true;
}

static bool records_are_pooled(const material *of, sel_disclosure audience)
{
    const sel_study *study = of->assessment->study;
    parties donors = no_parties(study->organisation_count, of->arena);
    parties recipients = no_parties(study->reference->geography.count, of->arena);
    bool any = false;
    for (uint32_t i = 0; i < study->programme_count; i++) {
        const sel_study_programme *record = &study->programmes[i];
        if (!of->records[i] || record->disclosure <= (uint8_t)audience)
            continue;
        any = true;
        for (uint32_t j = 0; j < record->donor_count; j++)
            count_party(&donors, record->donors[j]);
        for (uint32_t j = 0; j < record->place_count; j++)
            if (sel_selection_covers(of->selection, record->places[j].recipient))
                count_party(&recipients, record->places[j].recipient);
    }
    return !any || (donors.count >= SEL_POOL_LEAST && recipients.count >= SEL_POOL_LEAST);
}

/* A donor whose name is nobody's is counted among any, and not as one more. */
static bool answers_are_pooled(const material *of, sel_disclosure audience)
{
    const sel_study *study = of->assessment->study;
    parties donors = no_parties(study->organisation_count, of->arena);
    parties recipients = no_parties(study->reference->geography.count, of->arena);
    bool any_donor = false;
    for (uint32_t i = 0; i < study->submission_count; i++) {
        const sel_study_submission *from = &study->submissions[i];
        if (!of->submissions[i] || from->disclosure <= (uint8_t)audience)
            continue;
        any_donor |= from->recipient == SEL_NONE;
        if (from->recipient != SEL_NONE)
            count_party(&recipients, from->recipient);
        else if (from->donor != SEL_NONE)
            count_party(&donors, from->donor);
    }
    return (recipients.count == 0 || recipients.count >= SEL_POOL_LEAST) &&
           (!any_donor || donors.count >= SEL_POOL_LEAST);
}

bool sel_is_pooled(const sel_assessment *assessment, const sel_indicator *indicator,
                   sel_subject subject, const sel_indicator_value *value, sel_disclosure audience)
{
    sel_arena *scratch = sel_arena_create();
    sel_evidence evidence = assessment->evidence;
    evidence.arena = scratch;
    const sel_selection selection = sel_select(&evidence, subject);
    material from = no_material(assessment, &selection, indicator->reads_offers, scratch);
    material counted = no_material(assessment, &selection, indicator->reads_offers, scratch);
    for (uint32_t i = 0; i < value->contributor_count; i++)
        take_contributor(&from, value, value->contributors[i]);
    take_subject(&counted, value);
    bool pooled = records_are_pooled(&from, audience) && answers_are_pooled(&from, audience) &&
                  records_are_pooled(&counted, audience) && answers_are_pooled(&counted, audience);
    sel_arena_destroy(scratch);
    return pooled;
}
