#include "domain/programme_diff.h"

#include "base/number.h"
#include "base/text.h"
#include "domain/account_text.h"

#include <inttypes.h>

/* Every field gives its text, so that comparing and showing cannot differ. */
typedef sel_str field_text(const sel_programme *record, sel_arena *arena);

static void add_separator(sel_text *text)
{
    if (text->len > 0)
        sel_text_add(text, SEL_STR("; "));
}

static void add_percent(sel_text *text, uint32_t ppm)
{
    char number[SEL_NUMBER_ROOM];
    sel_text_printf(text, "%s%%", sel_number_text(ppm / 10000.0, number));
}

/* --- single values --- */

static sel_str days_text(const sel_days *days, sel_arena *arena)
{
    char first[SEL_DATE_ROOM];
    char last[SEL_DATE_ROOM];
    if (!days->known)
        return (sel_str){0};
    sel_day_text(days->earliest, first);
    if (days->earliest == days->latest)
        return sel_str_printf(arena, "%s", first);
    return sel_str_printf(arena, "%s … %s", first, sel_day_text(days->latest, last));
}

static sel_str range_text(int64_t low, int64_t high, int64_t unit, const char *what,
                          sel_arena *arena)
{
    char first[SEL_NUMBER_ROOM];
    char last[SEL_NUMBER_ROOM];
    sel_number_text((double)low / (double)unit, first);
    sel_number_text((double)high / (double)unit, last);
    return low == high ? sel_str_printf(arena, "%s%s%s", first, what[0] == '\0' ? "" : " ", what)
                       : sel_str_printf(arena, "%s … %s%s%s", first, last,
                                        what[0] == '\0' ? "" : " ", what);
}

static sel_str truth_text(int8_t value)
{
    return value == SEL_UNKNOWN ? (sel_str){0} : value != 0 ? SEL_STR("yes") : SEL_STR("no");
}

static sel_str bits_text(unsigned bits, const char *(*code)(unsigned), sel_arena *arena)
{
    sel_text text = {.arena = arena};
    for (unsigned i = 0; bits >> i != 0; i++) {
        if ((bits >> i & 1) == 0)
            continue;
        add_separator(&text);
        sel_text_add(&text, sel_str_of(code(i)));
    }
    return sel_text_str(&text);
}

static const char *kind_code(unsigned number)
{
    return sel_kind_code((sel_kind)number);
}

static const char *audience_code(unsigned number)
{
    return sel_audience_code((sel_audience)number);
}

static const char *condition_code(unsigned number)
{
    return sel_condition_code((sel_condition)number);
}

static sel_str status_of(const sel_programme *record, sel_arena *arena)
{
    (void)arena;
    return sel_str_of(sel_programme_status_code(record->status));
}

static sel_str kinds_of(const sel_programme *record, sel_arena *arena)
{
    return bits_text(record->kinds, kind_code, arena);
}

static sel_str for_whom_of(const sel_programme *record, sel_arena *arena)
{
    return bits_text(record->for_whom, audience_code, arena);
}

static sel_str money_of(const sel_programme *record, sel_arena *arena)
{
    const sel_money *money = &record->money;
    return money->known ? range_text(money->low, money->high, 100, money->currency, arena)
                        : money->raw;
}

static sel_str person_days_of(const sel_programme *record, sel_arena *arena)
{
    const sel_range *range = &record->person_days;
    return range->known ? range_text(range->low, range->high, 1, "", arena) : (sel_str){0};
}

static sel_str cyber_of(const sel_programme *record, sel_arena *arena)
{
    if (record->set_aside)
        return SEL_STR("-");
    return range_text(record->cyber_low, record->cyber_high, 10000, "%", arena);
}

static sel_str tied_of(const sel_programme *record, sel_arena *arena)
{
    (void)arena;
    return sel_str_of(sel_tied_code(record->tied));
}

static sel_str conditions_of(const sel_programme *record, sel_arena *arena)
{
    sel_str classes = bits_text(record->condition_classes, condition_code, arena);
    if (record->conditions == SEL_CONDITIONS_SOME && classes.len > 0)
        return classes;
    return record->conditions == SEL_CONDITIONS_SOME   ? SEL_STR("yes")
           : record->conditions == SEL_CONDITIONS_NONE ? SEL_STR("none")
                                                       : (sel_str){0};
}

static sel_str level_of(const sel_programme *record, sel_arena *arena)
{
    return record->level == 0 ? (sel_str){0} : sel_str_printf(arena, "%u", record->level);
}

/* --- lists --- */

static sel_str parties_of(const sel_programme *record, sel_arena *arena)
{
    sel_text text = {.arena = arena};
    for (uint32_t i = 0; i < record->party_count; i++) {
        const sel_party *party = &record->parties[i];
        add_separator(&text);
        sel_text_printf(&text, "%.*s (%s", SEL_STR_ARG(party->name), sel_role_code(party->role));
        if (party->share.known) {
            sel_text_add(&text, SEL_STR(" "));
            add_percent(&text, party->share.ppm);
        }
        sel_text_add(&text, SEL_STR(")"));
    }
    return sel_text_str(&text);
}

static sel_str recipients_of(const sel_programme *record, sel_arena *arena)
{
    sel_text text = {.arena = arena};
    for (uint32_t i = 0; i < record->recipient_count; i++) {
        add_separator(&text);
        sel_text_printf(&text, "%.*s ", SEL_STR_ARG(record->recipients[i].code));
        add_percent(&text, record->recipients[i].ppm);
    }
    return sel_text_str(&text);
}

static sel_str capabilities_of(const sel_programme *record, sel_arena *arena)
{
    sel_text text = {.arena = arena};
    for (uint32_t i = 0; i < record->capability_count; i++) {
        add_separator(&text);
        sel_text_printf(&text, "%.*s ", SEL_STR_ARG(record->capabilities[i].code));
        add_percent(&text, record->capabilities[i].ppm);
    }
    return sel_text_str(&text);
}

static sel_str joints_of(const sel_programme *record, sel_arena *arena)
{
    sel_text text = {.arena = arena};
    for (uint32_t i = 0; i < record->joint_count; i++) {
        const sel_joint_share *joint = &record->joints[i];
        add_separator(&text);
        sel_text_printf(&text, "%.*s × %.*s ", SEL_STR_ARG(joint->recipient),
                        SEL_STR_ARG(joint->capability));
        add_percent(&text, joint->ppm);
    }
    return sel_text_str(&text);
}

static sel_str sectors_of(const sel_programme *record, sel_arena *arena)
{
    sel_text text = {.arena = arena};
    for (uint32_t i = 0; i < record->sector_count; i++) {
        const sel_sector_share *sector = &record->sectors[i];
        add_separator(&text);
        sel_text_printf(&text, "%.*s/%.*s ", SEL_STR_ARG(sector->vocabulary),
                        SEL_STR_ARG(sector->code.len > 0 ? sector->code : sector->name));
        add_percent(&text, sector->ppm);
    }
    return sel_text_str(&text);
}

static sel_str links_of(const sel_programme *record, sel_arena *arena)
{
    sel_text text = {.arena = arena};
    for (uint32_t i = 0; i < record->link_count; i++) {
        add_separator(&text);
        sel_text_printf(&text, "%s %.*s", sel_link_code(record->links[i].kind),
                        SEL_STR_ARG(record->links[i].other));
    }
    return sel_text_str(&text);
}

static sel_str ownership_of(const sel_programme *record, sel_arena *arena)
{
    sel_text text = {.arena = arena};
    for (int i = 0; i < SEL_OWNERSHIP_ITEMS; i++)
        if (record->ownership[i] != SEL_UNKNOWN)
            sel_text_printf(&text, "%s%d: %d", text.len == 0 ? "" : "; ", i + 1,
                            record->ownership[i]);
    return sel_text_str(&text);
}

/* --- all fields --- */

/* A field is a text, dates or an answer of the record, or has a function. */
typedef struct record_field {
    const char *name;
    enum { TEXT, DAYS, TRUTH, MADE } form;
    size_t offset;    /* TEXT, DAYS, TRUTH: of the member */
    field_text *made; /* MADE */
} record_field;

static const record_field fields[] = {
    {"title", TEXT, offsetof(sel_programme, title), NULL},
    {"description", TEXT, offsetof(sel_programme, description), NULL},
    {"theme", TEXT, offsetof(sel_programme, theme), NULL},
    {"parties", MADE, 0, parties_of},
    {"recipient", MADE, 0, recipients_of},
    {"capability", MADE, 0, capabilities_of},
    {"capability_by_recipient", MADE, 0, joints_of},
    {"sector", MADE, 0, sectors_of},
    {"cyber_share", MADE, 0, cyber_of},
    {"status", MADE, 0, status_of},
    {"start", DAYS, offsetof(sel_programme, start), NULL},
    {"end", DAYS, offsetof(sel_programme, end), NULL},
    {"decided", DAYS, offsetof(sel_programme, decided), NULL},
    {"last_updated", DAYS, offsetof(sel_programme, last_updated), NULL},
    {"amount", MADE, 0, money_of},
    {"person_days", MADE, 0, person_days_of},
    {"kind", MADE, 0, kinds_of},
    {"for_whom", MADE, 0, for_whom_of},
    {"tied", MADE, 0, tied_of},
    {"conditions", MADE, 0, conditions_of},
    {"conditions_requested", TRUTH, offsetof(sel_programme, conditions_requested), NULL},
    {"asked_first", TRUTH, offsetof(sel_programme, asked_first), NULL},
    {"same_as_other", TRUTH, offsetof(sel_programme, same_as_other), NULL},
    {"coordinated", TRUTH, offsetof(sel_programme, coordinated), NULL},
    {"ownership", MADE, 0, ownership_of},
    {"coordination", TEXT, offsetof(sel_programme, coordination), NULL},
    {"request", TEXT, offsetof(sel_programme, request), NULL},
    {"related", MADE, 0, links_of},
    {"level", MADE, 0, level_of},
    {"language", TEXT, offsetof(sel_programme, language), NULL},
    {"source_url", TEXT, offsetof(sel_programme, source_url), NULL},
    {"note", TEXT, offsetof(sel_programme, note), NULL},
    {"disclosure", TEXT, offsetof(sel_programme, disclosure), NULL},
};

static sel_str text_of(const record_field *field, const sel_programme *record, sel_arena *arena)
{
    const char *member = (const char *)record + field->offset;
    switch (field->form) {
    case TEXT:
        return *(const sel_str *)(const void *)member;
    case DAYS:
        return days_text((const sel_days *)(const void *)member, arena);
    case TRUTH:
        return truth_text(*(const int8_t *)member);
    case MADE:
        return field->made(record, arena);
    }
    return (sel_str){0};
}

/* A record that says no level gets that of its source: no change of its own. */
static bool is_unsaid_level(const record_field *field, sel_str before, sel_str after)
{
    return field->offset == offsetof(sel_programme, disclosure) && field->form == TEXT &&
           (before.len == 0 || after.len == 0);
}

/* Changes that are found, one after the other. */
typedef struct finding {
    sel_arena *arena;
    sel_programme_change *list;
    uint32_t count;
    uint32_t room;
} finding;

static void compare(finding *f, const char *name, sel_str old, sel_str new)
{
    if (sel_str_equal(old, new))
        return;
    f->list = sel_arena_one_more(f->arena, f->list, f->count, &f->room, sizeof *f->list);
    f->list[f->count++] =
        (sel_programme_change){name, sel_str_copy(f->arena, old), sel_str_copy(f->arena, new)};
}

sel_programme_changes sel_programme_diff(const sel_programme *before, const sel_programme *after,
                                         sel_arena *arena)
{
    finding f = {.arena = arena};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        sel_str old = text_of(&fields[i], before, arena);
        sel_str new = text_of(&fields[i], after, arena);
        if (!is_unsaid_level(&fields[i], old, new))
            compare(&f, fields[i].name, old, new);
    }
    for (uint32_t i = 0; i < SEL_ACCOUNT_FIELDS; i++)
        compare(&f, sel_account_field(i), sel_account_text(before->account, i, arena),
                sel_account_text(after->account, i, arena));
    return (sel_programme_changes){.list = f.list, .count = f.count};
}
