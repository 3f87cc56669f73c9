#include "input/register_row.h"

#include "base/fold.h"
#include "base/nearest.h"
#include "input/record_id.h"
#include "input/register_account.h"
#include "input/register_answers.h"
#include "input/register_money.h"
#include "input/register_parties.h"
#include "input/register_shares.h"
#include "input/register_split.h"

/* --- dates --- */

/* A date, or the bounds of one: "2024-05..2024-07", "2024..", "..2024-07". */
static sel_date_outcome read_days(sel_str text, sel_days *days)
{
    size_t dots = sel_str_find(text, SEL_STR(".."));
    if (dots == text.len)
        return sel_date_read(text, days);
    sel_str first = sel_str_trim(sel_str_part(text, 0, dots));
    sel_str last = sel_str_trim(sel_str_part(text, dots + 2, text.len));
    sel_days from = {.earliest = SEL_DAY_FIRST};
    sel_days to = {.latest = SEL_DAY_LAST};
    sel_date_outcome outcome = first.len > 0 ? sel_date_read(first, &from) : SEL_DATE_OK;
    if (outcome == SEL_DATE_OK && last.len > 0)
        outcome = sel_date_read(last, &to);
    if (outcome != SEL_DATE_OK || first.len + last.len == 0 || from.earliest > to.latest)
        return outcome == SEL_DATE_OK ? SEL_DATE_BAD : outcome;
    *days = (sel_days){from.earliest, to.latest, true};
    return SEL_DATE_OK;
}

static sel_days read_date(sel_register_row *r, sel_register_field field)
{
    sel_days days = {0};
    sel_str text = sel_register_cell(r, field);
    if (text.len == 0)
        return days;
    sel_date_outcome outcome = read_days(text, &days);
    if (outcome != SEL_DATE_OK)
        sel_register_report(r, outcome == SEL_DATE_BAD ? "W_DATE_UNREAD" : "W_DATE_AMBIGUOUS",
                            field, text, (sel_str){0});
    else
        sel_register_trace(r, field,
                           days.earliest == days.latest ? "as-written" : "imprecise-date");
    return days;
}

static void read_dates(sel_register_row *r)
{
    sel_programme *record = &r->record;
    record->start = read_date(r, SEL_FIELD_START);
    record->end = read_date(r, SEL_FIELD_END);
    record->decided = read_date(r, SEL_FIELD_DECIDED);
    record->last_updated = read_date(r, SEL_FIELD_LAST_UPDATED);
    if (record->start.known && record->end.known && record->end.latest < record->start.earliest) {
        sel_register_report(r, "W_DATES_REVERSED", SEL_FIELD_END,
                            sel_register_cell(r, SEL_FIELD_END), (sel_str){0});
        record->end = (sel_days){0};
    }
}

/* --- status --- */

static sel_programme_status read_status(sel_register_row *r)
{
    static const struct {
        const char *word;
        sel_programme_status status;
    } words[] = {
        {"1", SEL_STATUS_PIPELINE},
        {"pipeline", SEL_STATUS_PIPELINE},
        {"planned", SEL_STATUS_PIPELINE},
        {"announced", SEL_STATUS_PIPELINE},
        {"2", SEL_STATUS_RUNNING},
        {"implementation", SEL_STATUS_RUNNING},
        {"ongoing", SEL_STATUS_RUNNING},
        {"active", SEL_STATUS_RUNNING},
        {"running", SEL_STATUS_RUNNING},
        {"3", SEL_STATUS_FINALISATION},
        {"finalisation", SEL_STATUS_FINALISATION},
        {"4", SEL_STATUS_CLOSED},
        {"closed", SEL_STATUS_CLOSED},
        {"finished", SEL_STATUS_CLOSED},
        {"implemented", SEL_STATUS_CLOSED},
        {"completed", SEL_STATUS_CLOSED},
        {"5", SEL_STATUS_CANCELLED},
        {"cancelled", SEL_STATUS_CANCELLED},
        {"6", SEL_STATUS_SUSPENDED},
        {"suspended", SEL_STATUS_SUSPENDED},
    };
    sel_str text = sel_register_cell(r, SEL_FIELD_STATUS);
    sel_str folded = sel_fold(r->arena, text);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (sel_str_is(folded, words[i].word))
            return words[i].status;
    if (text.len == 0)
        return SEL_STATUS_UNKNOWN;
    sel_nearest nearest = sel_nearest_start(folded);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        sel_nearest_offer(&nearest, sel_str_of(words[i].word));
    sel_register_report(r, "W_STATUS_UNKNOWN", SEL_FIELD_STATUS, text, nearest.name);
    return SEL_STATUS_UNKNOWN;
}

/* --- identity --- */

static sel_str file_stem(sel_str name)
{
    size_t dot = name.len;
    while (dot > 0 && name.ptr[dot - 1] != '.')
        dot--;
    return dot > 1 ? sel_str_part(name, 0, dot - 1) : name;
}

static void read_identity(sel_register_row *r)
{
    sel_programme *record = &r->record;
    record->title = sel_register_kept(r, SEL_FIELD_TITLE);
    record->register_name = r->options->register_name != NULL
                                ? sel_str_of(r->options->register_name)
                                : sel_register_kept(r, SEL_FIELD_REGISTER);
    if (record->register_name.len == 0)
        record->register_name = sel_str_copy(r->arena, file_stem(r->source));
    record->id = sel_register_kept(r, SEL_FIELD_ID);
}

/* From the facts as they were understood, so that another spelling makes the same identifier. */
static void make_id(sel_register_row *r)
{
    r->record.id = sel_record_id_make(r->arena, &r->record);
    sel_register_report(r, "N_ID_MADE", SEL_FIELD_ID, (sel_str){0}, r->record.id);
}

bool sel_register_row_read(sel_register_row *r)
{
    if (sel_register_cell(r, SEL_FIELD_TITLE).len == 0 &&
        sel_register_cell(r, SEL_FIELD_ID).len == 0)
        return false;
    r->record = sel_programme_blank();
    r->fields = sel_arena_array(r->arena, SEL_REGISTER_FIELDS + 1, sizeof *r->fields);
    r->record.fields = r->fields;
    r->record.place = (sel_record_place){.line = r->row->line, .offset = r->row->offset};
    read_identity(r);
    r->record.description = sel_register_kept(r, SEL_FIELD_DESCRIPTION);
    r->record.theme = sel_register_kept(r, SEL_FIELD_THEME);
    r->record.language = sel_register_kept(r, SEL_FIELD_LANGUAGE);
    r->record.note = sel_register_kept(r, SEL_FIELD_NOTE);
    r->record.source_url = sel_register_kept(r, SEL_FIELD_SOURCE_URL);
    r->record.coordination = sel_register_kept(r, SEL_FIELD_COORDINATION);
    r->record.request = sel_register_kept(r, SEL_FIELD_REQUEST);
    r->record.status = read_status(r);
    read_dates(r);
    sel_register_answers(r);
    sel_register_account(r);
    sel_register_money(r);
    sel_register_person_days(r);
    sel_register_recipients(r);
    sel_register_capabilities(r);
    sel_register_split(r);
    sel_register_sectors(r);
    sel_register_cyber_share(r);
    sel_register_parties(r);
    sel_register_links(r);
    sel_register_trace(r, SEL_FIELD_THEME, "as-written");
    if (r->record.id.len == 0 && !r->id_later)
        make_id(r);
    return true;
}
