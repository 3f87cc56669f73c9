#include "input/iati_reading.h"

/* IATI ActivityStatus is numbered as sel_programme_status is. A word stands in for the code. */
static void read_status(sel_iati_reading *in)
{
    const sel_xml_element *element = sel_iati_find(in, "activity-status");
    if (element == NULL) {
        sel_iati_missing(in, "W_NO_STATUS", "activity-status");
        return;
    }
    sel_str code = sel_iati_code(in, SEL_IATI_STATUS, element, "code");
    if (code.len > 0)
        in->record.status = (sel_programme_status)(code.ptr[0] - '0');
    else
        sel_iati_issue(in, "W_STATUS_UNKNOWN", element, sel_iati_written(element, "code"));
}

/* Dates by IATI ActivityDateType, and where they stand. */
enum { PLANNED_START = 1, ACTUAL_START, PLANNED_END, ACTUAL_END, DATE_TYPES };

typedef struct dates {
    sel_days days[DATE_TYPES];
    const sel_xml_element *elements[DATE_TYPES];
} dates;

/* The day as an attribute, else as text. */
static sel_str written_day(const sel_xml_element *element)
{
    sel_str text = sel_xml_value(element, "iso-date");
    return text.len > 0 ? text : element->text;
}

static void read_date(const sel_iati_reading *in, dates *all, const sel_xml_element *element)
{
    sel_str type = sel_iati_code(in, SEL_IATI_DATE_TYPE, element, "type");
    sel_str text = written_day(element);
    if (type.len == 0) {
        sel_iati_issue(in, "W_DATE_TYPE", element, sel_xml_value(element, "type"));
        return;
    }
    int which = type.ptr[0] - '0';
    sel_days days = {0};
    sel_date_outcome outcome = sel_date_read(text, &days);
    if (outcome != SEL_DATE_OK) {
        sel_iati_issue(in, outcome == SEL_DATE_BAD ? "W_DATE_UNREAD" : "W_DATE_AMBIGUOUS", element,
                       text);
        return;
    }
    if (!all->days[which].known) {
        all->days[which] = days;
        all->elements[which] = element;
    } else if (all->days[which].earliest != days.earliest) {
        sel_iati_issue(in, "W_REPEATED", element, text);
    }
}

/* The actual date, else the planned one; its number, 0 when neither is known. */
static int choose(const dates *all, int actual, int planned)
{
    return all->days[actual].known ? actual : all->days[planned].known ? planned : 0;
}

static void take(sel_iati_reading *in, const dates *all, int which, const char *field,
                 sel_days *days)
{
    if (which == 0)
        return;
    *days = all->days[which];
    const sel_xml_element *element = all->elements[which];
    sel_str raw = written_day(element);
    bool planned = which == PLANNED_START || which == PLANNED_END;
    bool imprecise = days->earliest != days->latest;
    if (imprecise)
        sel_iati_issue(in, "N_DATE_IMPRECISE", element, raw);
    if (planned)
        sel_iati_field(in, field, element, raw, "planned");
    if (imprecise || !planned)
        sel_iati_field(in, field, element, raw, imprecise ? "imprecise-date" : "as-written");
}

/* What the last update tells, or the making of the file: an actual date cannot lie after it, and
 * the status must agree. */
static void check_with_update(const sel_iati_reading *in, const dates *all)
{
    const sel_days *updated =
        in->record.last_updated.known ? &in->record.last_updated : &in->generated;
    if (!updated->known)
        return;
    for (int which = ACTUAL_START; which <= ACTUAL_END; which += 2)
        if (all->days[which].known && all->days[which].earliest > updated->latest)
            sel_iati_issue(in, "W_DATE_FUTURE", all->elements[which],
                           written_day(all->elements[which]));
    bool began =
        all->days[ACTUAL_START].known && all->days[ACTUAL_START].latest <= updated->earliest;
    bool over = all->days[ACTUAL_END].known && all->days[ACTUAL_END].latest < updated->earliest;
    bool pipeline = in->record.status == SEL_STATUS_PIPELINE;
    if ((pipeline && began) || ((pipeline || in->record.status == SEL_STATUS_RUNNING) && over))
        sel_iati_issue(in, "W_STATUS_DATES", sel_iati_find(in, "activity-status"),
                       sel_str_of(sel_programme_status_code(in->record.status)));
}

static void read_updated(sel_iati_reading *in)
{
    sel_str text = sel_xml_value(in->activity, "last-updated-datetime");
    if (text.len > 0 && sel_date_read(text, &in->record.last_updated) != SEL_DATE_OK)
        sel_iati_issue(in, "W_DATE_UNREAD", in->activity, text);
}

void sel_iati_dates(sel_iati_reading *in)
{
    dates all = {0};
    read_updated(in);
    read_status(in);
    for (const sel_xml_element *one = sel_iati_find(in, "activity-date"); one != NULL;
         one = sel_xml_find(one->next, "activity-date"))
        read_date(in, &all, one);
    int start = choose(&all, ACTUAL_START, PLANNED_START);
    int end = choose(&all, ACTUAL_END, PLANNED_END);
    take(in, &all, start, "start", &in->record.start);
    take(in, &all, end, "end", &in->record.end);
    if (start == 0 && end == 0)
        sel_iati_missing(in, "W_NO_DATES", "activity-date");
    if (start != 0 && end != 0 && in->record.end.latest < in->record.start.earliest) {
        sel_str raw = written_day(all.elements[end]);
        sel_iati_issue(in, "W_DATES_REVERSED", all.elements[end], raw);
        sel_iati_field(in, "end", all.elements[end], raw, "dropped-before-start");
        in->record.end = (sel_days){0};
    }
    check_with_update(in, &all);
}
