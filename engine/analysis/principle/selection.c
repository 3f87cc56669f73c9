#include "analysis/principle/selection.h"

#include "analysis/principle/donor_supply.h"

/* Fewer records stay near the processor wherever they lie; of more than a quarter of all the next
 * one is never far. */
enum { COPIES_LEAST = 256, COPIES_QUARTER = 4 };

static bool contains(const uint32_t *sorted, uint32_t count, uint32_t number)
{
    uint32_t low = 0;
    uint32_t high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (sorted[middle] < number)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && sorted[low] == number;
}

bool sel_selection_covers(const sel_selection *selection, uint32_t recipient)
{
    return selection->recipients == NULL ||
           contains(selection->recipients, selection->recipient_count, recipient);
}

static void cover(sel_selection *selection, sel_arena *arena, const uint32_t *recipients,
                  uint32_t count)
{
    uint32_t *kept = sel_arena_array(arena, count, sizeof *kept);
    if (count > 0)
        memcpy(kept, recipients, count * sizeof *kept);
    selection->recipients = kept;
    selection->recipient_count = count;
}

/* A response knows no register, and no other response: each of its statements stands alone. */
static void select_statements(const sel_evidence *evidence, uint32_t submission,
                              sel_selection *selection)
{
    const sel_study *study = evidence->study;
    uint32_t recipient = study->submissions[submission].recipient;
    const uint32_t *statements = NULL;
    uint32_t count = recipient == SEL_NONE
                         ? 0
                         : sel_groups_of(&evidence->roster->stated_by, recipient, &statements);
    sel_undertaking *list = sel_arena_array(evidence->arena, count, sizeof *list);
    uint32_t own = 0;
    for (uint32_t i = 0; i < count; i++)
        if (study->programmes[statements[i]].submission == submission)
            list[own++] = (sel_undertaking){.programme = &study->programmes[statements[i]],
                                            .record = SEL_NONE,
                                            .statements = &statements[i],
                                            .statement_count = 1};
    selection->undertakings = list;
    selection->undertaking_count = own;
}

static sel_undertaking heard_from_covered(const sel_evidence *evidence,
                                          const sel_selection *selection,
                                          const sel_undertaking *whole)
{
    sel_undertaking part = *whole;
    uint32_t *statements =
        sel_arena_array(evidence->arena, whole->statement_count, sizeof *statements);
    part.statement_count = 0;
    for (uint32_t i = 0; i < whole->statement_count; i++) {
        uint32_t number = whole->statements[i];
        if (sel_selection_covers(selection, evidence->study->programmes[number].stated_by))
            statements[part.statement_count++] = number;
    }
    part.statements = statements;
    if (part.record == SEL_NONE && part.statement_count > 0)
        part.programme = &evidence->study->programmes[statements[0]];
    return part;
}

/* Indicators go over all records one after the other: copies lie together, where those of the study
 * are far apart. */
static void lay_together(const sel_evidence *evidence, sel_undertaking *list, uint32_t count)
{
    uint32_t places = 0;
    for (uint32_t i = 0; i < count; i++)
        places += list[i].programme->place_count;
    sel_study_programme *copies = sel_arena_array(evidence->arena, count, sizeof *copies);
    sel_study_place *place = sel_arena_array(evidence->arena, places, sizeof *place);
    for (uint32_t i = 0; i < count; i++) {
        copies[i] = *list[i].programme;
        memcpy(place, copies[i].places, copies[i].place_count * sizeof *place);
        copies[i].places = place;
        place += copies[i].place_count;
        list[i].programme = &copies[i];
    }
}

/* numbers ascend, and may repeat. */
static void select_undertakings(const sel_evidence *evidence, const uint32_t *numbers,
                                uint32_t count, sel_selection *selection)
{
    const sel_roster *roster = evidence->roster;
    sel_undertaking *list = sel_arena_array(evidence->arena, count, sizeof *list);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0 && numbers[i] == numbers[i - 1])
            continue;
        const sel_undertaking *whole = &roster->undertakings[numbers[i]];
        sel_undertaking part = *whole;
        if (selection->recipients != NULL && whole->statement_count > 0)
            part = heard_from_covered(evidence, selection, whole);
        if (part.record != SEL_NONE || part.statement_count > 0)
            list[kept++] = part;
    }
    if (kept >= COPIES_LEAST && kept < roster->undertaking_count / COPIES_QUARTER)
        lay_together(evidence, list, kept);
    selection->undertakings = list;
    selection->undertaking_count = kept;
}

static int by_number(const void *a, const void *b)
{
    const uint32_t left = *(const uint32_t *)a;
    const uint32_t right = *(const uint32_t *)b;
    return (left > right) - (left < right);
}

static void select_members(const sel_evidence *evidence, uint32_t area, sel_selection *selection)
{
    const sel_groups *groups = &evidence->roster->by_recipient;
    const uint32_t *states;
    const uint32_t *members;
    uint32_t state_count =
        sel_geography_area_members(&evidence->study->reference->geography, area, &states);
    uint32_t count = 0;
    cover(selection, evidence->arena, states, state_count);
    for (uint32_t i = 0; i < state_count; i++)
        count += sel_groups_of(groups, states[i], &members);
    uint32_t *numbers = sel_arena_array(evidence->arena, count, sizeof *numbers);
    uint32_t found = 0;
    for (uint32_t i = 0; i < state_count; i++) {
        uint32_t own = sel_groups_of(groups, states[i], &members);
        for (uint32_t j = 0; j < own; j++)
            numbers[found++] = members[j];
    }
    if (found > 1)
        qsort(numbers, found, sizeof *numbers, by_number);
    select_undertakings(evidence, numbers, found, selection);
}

sel_selection sel_select(const sel_evidence *evidence, sel_subject subject)
{
    const sel_roster *roster = evidence->roster;
    sel_selection selection = {.subject = subject};
    const uint32_t *members;
    switch (subject.level) {
    case SEL_LEVEL_RESPONSE: {
        uint32_t recipient = evidence->study->submissions[subject.number].recipient;
        cover(&selection, evidence->arena, &recipient, 1);
        select_statements(evidence, subject.number, &selection);
        break;
    }
    case SEL_LEVEL_RECIPIENT: {
        cover(&selection, evidence->arena, &subject.number, 1);
        uint32_t count = sel_groups_of(&roster->by_recipient, subject.number, &members);
        select_undertakings(evidence, members, count, &selection);
        break;
    }
    case SEL_LEVEL_REGION:
        select_members(evidence, subject.number, &selection);
        break;
    case SEL_LEVEL_PROGRAMME:
        /* a record that is told again elsewhere is scored as the undertaking it belongs to */
        selection.undertakings = &roster->undertakings[roster->undertaking_of[subject.number]];
        selection.undertaking_count = 1;
        break;
    case SEL_LEVEL_DONOR: {
        uint32_t count = sel_groups_of(&roster->by_donor, subject.number, &members);
        select_undertakings(evidence, members, count, &selection);
        selection.gives = sel_donor_supply(evidence, &selection, &selection.gives_count);
        break;
    }
    case SEL_LEVEL_PORTFOLIO:
        selection.undertakings = roster->undertakings;
        selection.undertaking_count = roster->undertaking_count;
        break;
    }
    return selection;
}

double sel_selection_worth(const sel_selection *selection, const sel_study_programme *record)
{
    if (!record->money_known)
        return -1;
    double middle = ((double)record->money_low + (double)record->money_high) / 2;
    if (selection->recipients == NULL)
        return middle;
    uint64_t here = 0;
    for (uint32_t i = 0; i < record->place_count; i++)
        if (sel_selection_covers(selection, record->places[i].recipient))
            here += record->places[i].effort_high;
    double share = (double)here / SEL_EFFORT_WHOLE;
    return middle * (share < 1 ? share : 1);
}

const char *sel_selection_empty(const sel_selection *selection)
{
    return selection->subject.level == SEL_LEVEL_RESPONSE ? "reason.no-support-listed"
                                                          : "reason.no-programme";
}
