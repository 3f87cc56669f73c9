#include "work/answer_text.h"

#include "base/date.h"

sel_str sel_answer_date(sel_str text)
{
    enum { YEAR = 4, MONTH = 7, DAY = 10 };
    sel_days first;
    sel_days last;
    if (sel_date_read(sel_str_part(text, 0, DAY), &first) != SEL_DATE_OK ||
        sel_date_read(sel_str_part(text, DAY + 1, DAY), &last) != SEL_DATE_OK)
        return text;
    for (size_t length = YEAR; length <= MONTH; length += MONTH - YEAR) {
        sel_days span;
        sel_str part = sel_str_part(text, 0, length);
        if (sel_date_read(part, &span) == SEL_DATE_OK && span.earliest == first.earliest &&
            span.latest == last.latest)
            return part;
    }
    return text;
}
