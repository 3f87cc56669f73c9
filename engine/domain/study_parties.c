/* study_parties.c - who takes part in a programme, and who of them is its donor. */
#include "domain/study_programme.h"

static sel_role role_of_donors(const sel_study_party *parties, uint32_t count)
{
    static const sel_role preferred[] = {SEL_ROLE_FUNDING, SEL_ROLE_EXTENDING, SEL_ROLE_REPORTING};
    for (size_t i = 0; i < sizeof preferred / sizeof preferred[0]; i++)
        for (uint32_t j = 0; j < count; j++)
            if (parties[j].role == preferred[i])
                return preferred[i];
    return SEL_ROLE_UNKNOWN;
}

static sel_study_party take_party(const sel_party *party, sel_organisation_roll *roll)
{
    return (sel_study_party){.organisation = SEL_NONE,
                             .spelling = sel_roll_add(roll, party->ref, party->name),
                             .role = (uint8_t)party->role,
                             .stakeholder = (uint8_t)party->stakeholder,
                             .ladder = party->ladder};
}

void sel_study_parties(const sel_programme *record, sel_organisation_roll *roll, sel_arena *arena,
                       sel_study_programme *programme)
{
    sel_study_party *parties = sel_arena_array(arena, record->party_count, sizeof *parties);
    uint32_t count = 0;
    for (uint32_t i = 0; i < record->party_count; i++)
        if (sel_str_trim(record->parties[i].name).len > 0 ||
            sel_str_trim(record->parties[i].ref).len > 0)
            parties[count++] = take_party(&record->parties[i], roll);
    programme->parties = parties;
    programme->party_count = count;
}

static int by_number(const void *a, const void *b)
{
    const uint32_t left = *(const uint32_t *)a;
    const uint32_t right = *(const uint32_t *)b;
    return (left > right) - (left < right);
}

static uint32_t sort_distinct(uint32_t *numbers, uint32_t count)
{
    uint32_t kept = 0;
    if (count > 1)
        qsort(numbers, count, sizeof *numbers, by_number);
    for (uint32_t i = 0; i < count; i++)
        if (kept == 0 || numbers[kept - 1] != numbers[i])
            numbers[kept++] = numbers[i];
    return kept;
}

static void organise_party(const sel_organisation_roll *roll, uint32_t *unnamed,
                           const sel_organisations *table, sel_study_party *party)
{
    const sel_roll_spelling *spelling = sel_roll_spelling_of(roll, party->spelling);
    uint32_t number = sel_roll_organisation_of(roll, party->spelling);
    uint32_t count;
    const sel_roll_organisation *organisations = sel_roll_organisations(roll, &count);
    sel_stakeholder group = spelling->group;
    if (number != SEL_NONE && organisations[number].known != SEL_NONE)
        group = table->list[organisations[number].known].stakeholder;
    party->organisation = number != SEL_NONE ? number : (*unnamed)++;
    if (party->stakeholder == SEL_STAKEHOLDER_UNKNOWN)
        party->stakeholder = (uint8_t)group;
}

void sel_study_organise(const sel_organisation_roll *roll, const sel_organisations *table,
                        sel_arena *arena, uint32_t *unnamed, sel_study_programme *programme)
{
    uint32_t count;
    const sel_roll_organisation *organisations = sel_roll_organisations(roll, &count);
    sel_study_party *parties = (sel_study_party *)(uintptr_t)programme->parties; /* the builder's */
    uint32_t *funders = sel_arena_array(arena, programme->party_count, sizeof *funders);
    uint32_t *donors = sel_arena_array(arena, programme->party_count, sizeof *donors);
    sel_role role = role_of_donors(parties, programme->party_count);
    uint32_t found = 0;
    for (uint32_t i = 0; i < programme->party_count; i++) {
        organise_party(roll, unnamed, table, &parties[i]);
        if (role == SEL_ROLE_UNKNOWN || parties[i].role != role)
            continue;
        uint32_t funder = parties[i].organisation;
        donors[found] = funder < count ? organisations[funder].donor : funder;
        funders[found++] = funder;
    }
    programme->funders = funders;
    programme->funder_count = sort_distinct(funders, found);
    programme->donors = donors;
    programme->donor_count = sort_distinct(donors, found);
}
