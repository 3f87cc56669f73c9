#include "domain/study_programme.h"

static sel_day later(sel_day a, sel_day b)
{
    return a > b ? a : b;
}

static sel_day sooner(sel_day a, sel_day b)
{
    return a < b ? a : b;
}

/* When the record said what its status is: its last update, else as-of. */
static sel_days stated_on(const sel_programme *record, sel_day as_of)
{
    return record->last_updated.known ? record->last_updated : (sel_days){as_of, as_of, true};
}

/* Earliest day after the last of a programme without an end. */
static sel_day vouched_until(const sel_programme *record, sel_day start, sel_day as_of)
{
    bool went_on =
        record->status == SEL_STATUS_RUNNING || record->status == SEL_STATUS_FINALISATION;
    if (!went_on)
        return start + 1;
    sel_day stated = stated_on(record, as_of).earliest;
    sel_day longest = sel_day_add_months(start, SEL_STATUS_VOUCHES_MONTHS);
    return later(sooner(stated + 1, longest), start + 1);
}

static void open_end(const sel_programme *record, sel_day as_of, uint32_t open_months,
                     sel_study_programme *programme)
{
    bool over = record->status == SEL_STATUS_CLOSED || record->status == SEL_STATUS_CANCELLED;
    sel_day latest =
        over ? later(programme->start_high, stated_on(record, as_of).latest) + 1
             : sel_day_add_months(later(as_of, programme->start_high), (int)open_months);
    programme->end_low = vouched_until(record, programme->start_low, as_of);
    programme->end_high = later(latest, programme->end_low);
}

/* A programme that was to begin by now, as a record says that is not fresh, may have begun. */
static bool is_to_come(const sel_programme *record, sel_day as_of,
                       const sel_study_programme *programme)
{
    if (programme->start_low > as_of)
        return true;
    if (record->status != SEL_STATUS_PIPELINE)
        return false;
    sel_day stated = stated_on(record, as_of).latest;
    return programme->start_high > as_of ||
           sel_day_add_months(stated, SEL_STATUS_VOUCHES_MONTHS) > as_of;
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
    programme->phase = programme->end_high <= as_of           ? SEL_PHASE_PAST
                       : is_to_come(record, as_of, programme) ? SEL_PHASE_PIPELINE
                                                              : SEL_PHASE_RUNNING;
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
