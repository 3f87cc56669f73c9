#include "input/iati_share.h"

#include "base/number.h"

/* 0.01 percentage points: publishers round to two decimals. */
enum { ROUNDING_PPM = 100 };

bool sel_iati_percentage(const sel_iati_reading *in, const sel_xml_element *element,
                         sel_iati_percentages *set, uint64_t *ppm)
{
    sel_str text = sel_xml_value(element, "percentage");
    if (text.len > 0 && text.ptr[text.len - 1] == '%')
        text = sel_str_trim(sel_str_part(text, 0, text.len - 1));
    double percent;
    bool good = sel_number_real(text, &percent) && percent >= 0 && percent <= 10000;
    if (text.len > 0 && !good)
        sel_iati_issue(in, "W_PERCENT_UNREAD", element, text);
    *ppm = good ? (uint64_t)(percent * 10000 + 0.5) : 0;
    set->sum += *ppm;
    set->given += good;
    set->missing += !good;
    return good;
}

void sel_iati_check_sum(const sel_iati_reading *in, const sel_xml_element *where,
                        const sel_iati_percentages *set)
{
    if (set->given == 0)
        return;
    char text[SEL_NUMBER_ROOM];
    sel_str sum = sel_str_of(sel_number_text((double)set->sum / 10000, text));
    uint64_t off = set->sum > SEL_PPM ? set->sum - SEL_PPM : SEL_PPM - set->sum;
    if (set->missing > 0)
        sel_iati_issue(in, "W_PERCENT_MISSING", where, sum);
    else if (off > (uint64_t)ROUNDING_PPM * set->given)
        sel_iati_issue(in, "W_PERCENT_SUM", where, sum);
    else if (off > 0)
        sel_iati_issue(in, "N_PERCENT_ROUNDED", where, sum);
}
