#include "analysis/giving.h"

#include "analysis/records.h"
#include "analysis/span.h"

sel_rate sel_giving_time(const sel_study *study, const sel_study_programme *programme,
                         sel_surety surety)
{
    sel_span span = sel_span_of(programme);
    sel_day from = surety == SEL_CERTAIN ? span.start_high : span.start_low;
    sel_day to = surety == SEL_CERTAIN ? span.end_low : span.end_high;
    return (sel_rate){.from = from > study->window_start ? from : study->window_start,
                      .to = to < study->window_end ? to : study->window_end,
                      .donor_count = programme->donor_count,
                      .donors = programme->donors};
}

int32_t sel_giving_days(const sel_study *study, const sel_study_programme *programme,
                        sel_surety surety)
{
    sel_rate days = sel_giving_time(study, programme, surety);
    return days.from < days.to ? days.to - days.from : 0;
}

bool sel_giving_in_window(const sel_study *study, const sel_study_programme *programme)
{
    return sel_programme_is_active(programme) && programme->dated &&
           sel_giving_days(study, programme, SEL_POSSIBLE) > 0;
}

sel_rate sel_giving_rate(const sel_study *study, const sel_study_programme *programme,
                         const sel_study_place *place, sel_surety surety)
{
    sel_rate rate = sel_giving_time(study, programme, surety);
    if (rate.from < rate.to)
        rate.rate = surety == SEL_CERTAIN ? place->effort_low : place->effort_high;
    return rate;
}
