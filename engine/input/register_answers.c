#include "input/register_answers.h"

#include "base/nearest.h"
#include "base/number.h"
#include "domain/disclosure.h"

/* --- words of a list --- */

typedef int find_code(sel_str code);
typedef const char *code_text(int number);

static const char *kind_text(int number)
{
    return sel_kind_code((sel_kind)number);
}

static const char *audience_text(int number)
{
    return sel_audience_code((sel_audience)number);
}

static const char *condition_text(int number)
{
    return sel_condition_code((sel_condition)number);
}

static const char *tied_text(int number)
{
    return sel_tied_code((sel_tied)number);
}

static const char *link_text(int number)
{
    return sel_link_code((sel_link_kind)number);
}

/* A list of words, for reading them and for naming the nearest. */
typedef struct word_list {
    const char *issue;
    find_code *find;
    code_text *text;
    int count;
} word_list;

static const word_list kinds = {"W_KIND_UNKNOWN", sel_kind_find, kind_text, SEL_KIND_COUNT};
static const word_list audiences = {"W_FOR_WHOM_UNKNOWN", sel_audience_find, audience_text,
                                    SEL_AUDIENCE_COUNT};
static const word_list conditions = {"W_CONDITION_UNKNOWN", sel_condition_find, condition_text,
                                     SEL_CONDITION_COUNT};
static const word_list ties = {"W_TIED_UNKNOWN", sel_tied_find, tied_text, SEL_TIED_COUNT};
static const word_list links = {"W_LINK_UNREAD", sel_link_find, link_text, SEL_LINK_COUNT};

static sel_str nearest_in(const word_list *list, sel_str word)
{
    sel_nearest nearest = sel_nearest_start(word);
    for (int i = 0; i < list->count; i++)
        sel_nearest_offer(&nearest, sel_str_of(list->text(i)));
    return nearest.name;
}

static uint16_t read_codes(sel_register_row *r, sel_register_field field, const word_list *list)
{
    uint16_t mask = 0;
    uint32_t count = 0;
    const sel_str *values = sel_register_values(r, field, &count);
    for (uint32_t i = 0; i < count; i++) {
        int number = list->find(values[i]);
        if (number < 0)
            sel_register_report(r, list->issue, field, values[i], nearest_in(list, values[i]));
        else
            mask = (uint16_t)(mask | 1U << number);
    }
    if (mask != 0)
        sel_register_trace(r, field, "as-written");
    return mask;
}

static int8_t read_yes_or_no(sel_register_row *r, sel_register_field field)
{
    sel_str text = sel_register_cell(r, field);
    bool yes = sel_str_equal_ascii(text, SEL_STR("yes")) || sel_str_is(text, "1");
    bool no = sel_str_equal_ascii(text, SEL_STR("no")) || sel_str_is(text, "0");
    if (text.len > 0 && !yes && !no)
        sel_register_report(r, "W_YES_NO_UNREAD", field, text, (sel_str){0});
    return yes ? 1 : no ? 0 : SEL_UNKNOWN;
}

/* --- conditions and ties --- */

static void read_conditions(sel_register_row *r)
{
    sel_str text = sel_register_cell(r, SEL_FIELD_CONDITIONS);
    r->record.conditions_requested = read_yes_or_no(r, SEL_FIELD_CONDITIONS_REQUESTED);
    if (text.len == 0)
        return;
    bool none = sel_str_equal_ascii(text, SEL_STR("none"));
    bool some = sel_str_equal_ascii(text, SEL_STR("some"));
    r->record.conditions = none ? SEL_CONDITIONS_NONE : SEL_CONDITIONS_SOME;
    if (none || some)
        sel_register_trace(r, SEL_FIELD_CONDITIONS, "as-written");
    else
        r->record.condition_classes = (uint8_t)read_codes(r, SEL_FIELD_CONDITIONS, &conditions);
}

static void read_tied(sel_register_row *r)
{
    sel_str text = sel_register_cell(r, SEL_FIELD_TIED);
    int tied = sel_tied_find(text);
    if (tied > 0)
        r->record.tied = (sel_tied)tied;
    else if (text.len > 0)
        sel_register_report(r, "W_TIED_UNKNOWN", SEL_FIELD_TIED, text, nearest_in(&ties, text));
}

/* --- co-ownership --- */

/* In the order of sel_programme.ownership. */
static const char *const ownership_names[SEL_OWNERSHIP_ITEMS] = {"initiated", "terms", "chose",
                                                                 "steers", "evaluates"};

const char *sel_register_ownership_name(int item)
{
    return ownership_names[item];
}

/* "initiated=4; steers=2". */
static bool take_ownership(sel_str value, int8_t ownership[SEL_OWNERSHIP_ITEMS])
{
    size_t equals = sel_register_sign(value, '=');
    sel_str name = sel_str_trim(sel_str_part(value, 0, equals));
    int64_t level = 0;
    if (!sel_number_integer(sel_str_trim(sel_str_part(value, equals + 1, value.len)), &level) ||
        level < 0 || level > 4)
        return false;
    for (int i = 0; i < SEL_OWNERSHIP_ITEMS; i++)
        if (sel_str_is(name, ownership_names[i])) {
            ownership[i] = (int8_t)level;
            return true;
        }
    return false;
}

static void read_ownership(sel_register_row *r)
{
    uint32_t count = 0;
    const sel_str *values = sel_register_values(r, SEL_FIELD_OWNERSHIP, &count);
    for (uint32_t i = 0; i < count; i++)
        if (!take_ownership(values[i], r->record.ownership))
            sel_register_report(r, "W_OWNERSHIP_UNREAD", SEL_FIELD_OWNERSHIP, values[i],
                                (sel_str){0});
    sel_register_trace(r, SEL_FIELD_OWNERSHIP, "as-written");
}

/* --- the record itself --- */

static void read_level(sel_register_row *r)
{
    int64_t level = 0;
    sel_str text = sel_register_cell(r, SEL_FIELD_LEVEL);
    if (text.len == 0)
        return;
    if (sel_number_integer(text, &level) && level >= 1 && level <= UINT8_MAX)
        r->record.level = (uint8_t)level;
    else
        sel_register_report(r, "W_LEVEL_UNREAD", SEL_FIELD_LEVEL, text, (sel_str){0});
}

/* A level we do not know may mean that few are to see it: then only the secretariat does. */
static void read_disclosure(sel_register_row *r)
{
    sel_str text = sel_register_cell(r, SEL_FIELD_DISCLOSURE);
    if (text.len == 0)
        return;
    sel_nearest nearest = sel_nearest_start(text);
    for (int i = 0; i < SEL_DISCLOSURE_COUNT; i++)
        sel_nearest_offer(&nearest, sel_str_of(sel_disclosure_code((sel_disclosure)i)));
    int level = sel_disclosure_find(text);
    if (level < 0)
        sel_register_report(r, "W_DISCLOSURE_UNKNOWN", SEL_FIELD_DISCLOSURE, text, nearest.name);
    r->record.disclosure = sel_str_of(
        sel_disclosure_code(level < 0 ? SEL_DISCLOSURE_SECRETARIAT : (sel_disclosure)level));
}

void sel_register_answers(sel_register_row *r)
{
    sel_programme *record = &r->record;
    record->kinds = read_codes(r, SEL_FIELD_KIND, &kinds);
    record->for_whom = read_codes(r, SEL_FIELD_FOR_WHOM, &audiences);
    read_conditions(r);
    read_tied(r);
    record->asked_first = read_yes_or_no(r, SEL_FIELD_ASKED_FIRST);
    record->same_as_other = read_yes_or_no(r, SEL_FIELD_SAME_AS_OTHER);
    record->coordinated = read_yes_or_no(r, SEL_FIELD_COORDINATED);
    read_ownership(r);
    read_level(r);
    read_disclosure(r);
    record->illustrative = read_yes_or_no(r, SEL_FIELD_ILLUSTRATIVE) == 1;
}

/* --- links --- */

void sel_register_links(sel_register_row *r)
{
    uint32_t count = 0;
    const sel_str *values = sel_register_values(r, SEL_FIELD_RELATED, &count);
    sel_programme_link *found = sel_arena_array(r->arena, count, sizeof *found);
    for (uint32_t i = 0; i < count; i++) {
        size_t equals = sel_register_sign(values[i], '=');
        sel_str word = sel_str_trim(sel_str_part(values[i], 0, equals));
        sel_str other = sel_str_trim(sel_str_part(values[i], equals + 1, values[i].len));
        int kind = sel_link_find(word);
        if (kind < 0 || other.len == 0)
            sel_register_report(r, "W_LINK_UNREAD", SEL_FIELD_RELATED, values[i],
                                nearest_in(&links, word));
        else
            found[r->record.link_count++] =
                (sel_programme_link){(sel_link_kind)kind, sel_register_meant(r, other)};
    }
    r->record.links = found;
}
