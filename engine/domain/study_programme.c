#include "domain/study_programme.h"

#include "base/fold.h"

static sel_day later(sel_day a, sel_day b)
{
    return a > b ? a : b;
}

static void open_end(const sel_programme *record, sel_day as_of, uint32_t open_months,
                     sel_study_programme *programme)
{
    bool over = record->status == SEL_STATUS_CLOSED || record->status == SEL_STATUS_CANCELLED;
    sel_day after_start = programme->start_low + 1;
    programme->end_low = after_start;
    if (over) {
        programme->end_high = later(programme->start_high, as_of) + 1;
        return;
    }
    if (record->status != SEL_STATUS_UNKNOWN)
        programme->end_low = later(as_of, programme->start_low) + 1;
    programme->end_high = sel_day_add_months(later(as_of, programme->start_high), (int)open_months);
}

void sel_study_time(const sel_programme *record, sel_day as_of, uint32_t open_months,
                    sel_study_programme *programme)
{
    if (!record->start.known)
        return;
    programme->start_low = record->start.earliest;
    programme->start_high = record->start.latest;
    if (record->end.known) {
        programme->end_low = later(record->end.earliest, programme->start_low) + 1;
        programme->end_high = record->end.latest + 1;
    } else {
        open_end(record, as_of, open_months, programme);
    }
    if (programme->end_high <= programme->start_low)
        return;
    if (programme->start_high >= programme->end_high)
        programme->start_high = programme->end_high - 1;
    programme->dated = true;
    bool to_come = record->status == SEL_STATUS_PIPELINE || programme->start_low > as_of;
    programme->phase = programme->end_high <= as_of ? SEL_PHASE_PAST
                       : to_come                    ? SEL_PHASE_PIPELINE
                                                    : SEL_PHASE_RUNNING;
}

/* Number of the organisation called name; the byte-smallest spelling is kept for show. */
static uint32_t organisation_number(sel_study_names *names, sel_str name, sel_arena *scratch)
{
    sel_str folded = sel_fold(scratch, name);
    uint32_t number = sel_index_add(names->by_key, folded.len > 0 ? folded : name);
    if (number >= names->room) {
        uint32_t room = names->room == 0 ? 64 : names->room * 2;
        names->list = sel_memory_resize(names->list, room, sizeof *names->list);
        memset(names->list + names->room, 0, (room - names->room) * sizeof *names->list);
        names->room = room;
    }
    sel_study_organisation *organisation = &names->list[number];
    if (organisation->name.ptr == NULL) {
        organisation->name = sel_str_copy(names->arena, name);
        organisation->donor = number;
    } else if (sel_str_compare(name, organisation->name) < 0) {
        organisation->name = sel_str_copy(names->arena, name);
    }
    return number;
}

static sel_study_party resolve(const sel_party *party, const sel_organisations *organisations,
                               sel_study_names *names, sel_arena *scratch)
{
    const sel_organisation *known = sel_organisations_find(organisations, party->ref, party->name);
    sel_str name = sel_str_trim(party->name.len > 0 ? party->name : party->ref);
    sel_study_party resolved = {.role = (uint8_t)party->role,
                                .stakeholder = (uint8_t)party->stakeholder,
                                .ladder = party->ladder};
    resolved.organisation = organisation_number(names, known == NULL ? name : known->name, scratch);
    if (known != NULL && known->donor.len > 0) {
        uint32_t donor = organisation_number(names, known->donor, scratch);
        names->list[resolved.organisation].donor = donor;
    }
    if (known != NULL && party->stakeholder == SEL_STAKEHOLDER_UNKNOWN)
        resolved.stakeholder = (uint8_t)known->stakeholder;
    return resolved;
}

static uint32_t add_distinct(uint32_t *numbers, uint32_t count, uint32_t number)
{
    for (uint32_t i = 0; i < count; i++)
        if (numbers[i] == number)
            return count;
    numbers[count] = number;
    return count + 1;
}

static sel_role role_of_donors(const sel_study_party *parties, uint32_t count)
{
    static const sel_role preferred[] = {SEL_ROLE_FUNDING, SEL_ROLE_EXTENDING, SEL_ROLE_REPORTING};
    for (size_t i = 0; i < sizeof preferred / sizeof preferred[0]; i++)
        for (uint32_t j = 0; j < count; j++)
            if (parties[j].role == preferred[i])
                return preferred[i];
    return SEL_ROLE_UNKNOWN;
}

void sel_study_parties(const sel_programme *record, const sel_organisations *organisations,
                       sel_study_names *names, sel_arena *arena, sel_study_programme *programme)
{
    sel_arena *scratch = sel_arena_create();
    sel_study_party *parties = sel_arena_array(arena, record->party_count, sizeof *parties);
    uint32_t count = 0;
    for (uint32_t i = 0; i < record->party_count; i++)
        if (record->parties[i].name.len > 0 || record->parties[i].ref.len > 0)
            parties[count++] = resolve(&record->parties[i], organisations, names, scratch);
    uint32_t *donors = sel_arena_array(arena, count, sizeof *donors);
    uint32_t *funders = sel_arena_array(arena, count, sizeof *funders);
    sel_role role = role_of_donors(parties, count);
    for (uint32_t i = 0; i < count && role != SEL_ROLE_UNKNOWN; i++)
        if (parties[i].role == role) {
            uint32_t funder = parties[i].organisation;
            programme->funder_count = add_distinct(funders, programme->funder_count, funder);
            programme->donor_count =
                add_distinct(donors, programme->donor_count, names->list[funder].donor);
        }
    programme->parties = parties;
    programme->party_count = count;
    programme->donors = donors;
    programme->funders = funders;
    sel_arena_destroy(scratch);
}

void sel_study_money(const sel_programme *record, const sel_exchange *rates, const char *currency,
                     sel_arena *arena, sel_study_programme *programme)
{
    if (!record->money.known)
        return;
    if (strcmp(record->money.currency, currency) == 0) {
        programme->money_known = true;
        programme->money_low = record->money.low;
        programme->money_high = record->money.high;
        return;
    }
    sel_conversion *conversion = sel_arena_array(arena, 1, sizeof *conversion);
    sel_days on = record->start.known ? record->start : record->decided;
    *conversion = sel_exchange_convert(rates, &record->money, on, currency);
    programme->conversion = conversion;
    programme->money_known = conversion->found;
    programme->money_low = conversion->low;
    programme->money_high = conversion->high;
}

static bool has_role(const sel_programme *record, sel_role role)
{
    for (uint32_t i = 0; i < record->party_count; i++)
        if (record->parties[i].role == role)
            return true;
    return false;
}

static bool names_capability(const sel_programme *record)
{
    for (uint32_t i = 0; i < record->capability_count; i++)
        if (record->capabilities[i].origin != SEL_TAG_TEXT)
            return true;
    return false;
}

static bool names_recipient(const sel_programme *record, const sel_geography *geography)
{
    for (uint32_t i = 0; i < record->recipient_count; i++)
        if (sel_geography_code(geography, record->recipients[i].code) != SEL_NONE)
            return true;
    return false;
}

uint8_t sel_study_given(const sel_programme *record, const sel_geography *geography)
{
    unsigned given = 0;
    given |= has_role(record, SEL_ROLE_FUNDING) ? SEL_GIVEN_FUNDER : 0U;
    given |= has_role(record, SEL_ROLE_IMPLEMENTING) ? SEL_GIVEN_IMPLEMENTER : 0U;
    given |= names_capability(record) ? SEL_GIVEN_CAPABILITY : 0U;
    given |= names_recipient(record, geography) ? SEL_GIVEN_RECIPIENT : 0U;
    given |= record->start.known ? SEL_GIVEN_START : 0U;
    given |= record->end.known ? SEL_GIVEN_END : 0U;
    given |= record->status != SEL_STATUS_UNKNOWN ? SEL_GIVEN_STATUS : 0U;
    return (uint8_t)given;
}
