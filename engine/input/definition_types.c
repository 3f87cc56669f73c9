#include "input/definition_types.h"

#include "base/nearest.h"

typedef struct type_rule {
    const char *name; /* '_' stands for a blank as well */
    sel_definition_kind kind;
    sel_item_type type;
    sel_item_use use;
    bool needs_list;
    const char *instead;
} type_rule;

/* After the XLSForm reference; a longer name that fits goes before a shorter one. */
static const type_rule rules[] = {
    {"text", SEL_KIND_ITEM, SEL_ITEM_TEXT, SEL_ITEM_ASKED, false, NULL},
    {"string", SEL_KIND_ITEM, SEL_ITEM_TEXT, SEL_ITEM_ASKED, false, NULL},
    {"integer", SEL_KIND_ITEM, SEL_ITEM_INTEGER, SEL_ITEM_ASKED, false, NULL},
    {"int", SEL_KIND_ITEM, SEL_ITEM_INTEGER, SEL_ITEM_ASKED, false, NULL},
    {"decimal", SEL_KIND_ITEM, SEL_ITEM_DECIMAL, SEL_ITEM_ASKED, false, NULL},
    {"range", SEL_KIND_RANGE, SEL_ITEM_INTEGER, SEL_ITEM_ASKED, false, NULL},
    {"date", SEL_KIND_ITEM, SEL_ITEM_DATE, SEL_ITEM_ASKED, false, NULL},
    {"select_one", SEL_KIND_ITEM, SEL_ITEM_SELECT_ONE, SEL_ITEM_ASKED, true, NULL},
    {"select_one_from", SEL_KIND_ITEM, SEL_ITEM_SELECT_ONE, SEL_ITEM_ASKED, true, NULL},
    {"select1", SEL_KIND_ITEM, SEL_ITEM_SELECT_ONE, SEL_ITEM_ASKED, true, NULL},
    {"select_multiple", SEL_KIND_ITEM, SEL_ITEM_SELECT_MULTIPLE, SEL_ITEM_ASKED, true, NULL},
    {"select_multiple_from", SEL_KIND_ITEM, SEL_ITEM_SELECT_MULTIPLE, SEL_ITEM_ASKED, true, NULL},
    {"select_all_that_apply", SEL_KIND_ITEM, SEL_ITEM_SELECT_MULTIPLE, SEL_ITEM_ASKED, true, NULL},
    {"select_all_that_apply_from", SEL_KIND_ITEM, SEL_ITEM_SELECT_MULTIPLE, SEL_ITEM_ASKED, true,
     NULL},
    {"rank", SEL_KIND_ITEM, SEL_ITEM_RANK, SEL_ITEM_ASKED, true, NULL},
    {"acknowledge", SEL_KIND_ITEM, SEL_ITEM_SELECT_ONE, SEL_ITEM_ASKED, false, NULL},
    {"note", SEL_KIND_ITEM, SEL_ITEM_TEXT, SEL_ITEM_NOTE, false, NULL},
    {"calculate", SEL_KIND_ITEM, SEL_ITEM_TEXT, SEL_ITEM_CALCULATED, false, NULL},
    {"hidden", SEL_KIND_ITEM, SEL_ITEM_TEXT, SEL_ITEM_HIDDEN, false, NULL},
    {"time", SEL_KIND_ITEM, SEL_ITEM_TEXT, SEL_ITEM_ASKED, false, NULL},
    {"datetime", SEL_KIND_ITEM, SEL_ITEM_TEXT, SEL_ITEM_ASKED, false, NULL},
    {"file", SEL_KIND_ITEM, SEL_ITEM_TEXT, SEL_ITEM_ASKED, false, NULL},
    {"image", SEL_KIND_ITEM, SEL_ITEM_TEXT, SEL_ITEM_ASKED, false, NULL},
    {"photo", SEL_KIND_ITEM, SEL_ITEM_TEXT, SEL_ITEM_ASKED, false, NULL},
    {"barcode", SEL_KIND_ITEM, SEL_ITEM_TEXT, SEL_ITEM_ASKED, false, NULL},
    {"geopoint", SEL_KIND_ITEM, SEL_ITEM_TEXT, SEL_ITEM_ASKED, false, NULL},
    {"start", SEL_KIND_ITEM, SEL_ITEM_TEXT, SEL_ITEM_META, false, NULL},
    {"end", SEL_KIND_ITEM, SEL_ITEM_TEXT, SEL_ITEM_META, false, NULL},
    {"today", SEL_KIND_ITEM, SEL_ITEM_DATE, SEL_ITEM_META, false, NULL},
    {"username", SEL_KIND_ITEM, SEL_ITEM_TEXT, SEL_ITEM_META, false, NULL},
    {"deviceid", SEL_KIND_ITEM, SEL_ITEM_TEXT, SEL_ITEM_META, false, NULL},
    {"email", SEL_KIND_ITEM, SEL_ITEM_TEXT, SEL_ITEM_META, false, NULL},
    {"phonenumber", SEL_KIND_ITEM, SEL_ITEM_TEXT, SEL_ITEM_META, false, NULL},
    {"audit", SEL_KIND_ITEM, SEL_ITEM_TEXT, SEL_ITEM_META, false, NULL},
    {"begin_group", SEL_KIND_BEGIN_GROUP, 0, 0, false, NULL},
    {"end_group", SEL_KIND_END_GROUP, 0, 0, false, NULL},
    {"begin_repeat", SEL_KIND_BEGIN_REPEAT, 0, 0, false, NULL},
    {"end_repeat", SEL_KIND_END_REPEAT, 0, 0, false, NULL},
    {"begin_loop", SEL_KIND_REFUSED, 0, 0, false, "begin_repeat"},
    {"end_loop", SEL_KIND_REFUSED, 0, 0, false, "end_repeat"},
    {"select_one_from_file", SEL_KIND_REFUSED, 0, 0, false, "select_one"},
    {"select_multiple_from_file", SEL_KIND_REFUSED, 0, 0, false, "select_multiple"},
    {"select_one_external", SEL_KIND_REFUSED, 0, 0, false, "select_one"},
    {"rank_from_file", SEL_KIND_REFUSED, 0, 0, false, "rank"},
    {"csv-external", SEL_KIND_REFUSED, 0, 0, false, "choices"},
    {"xml-external", SEL_KIND_REFUSED, 0, 0, false, "choices"},
    {"osm", SEL_KIND_REFUSED, 0, 0, false, "text"},
    {"audio", SEL_KIND_REFUSED, 0, 0, false, "file"},
    {"video", SEL_KIND_REFUSED, 0, 0, false, "file"},
    {"background-audio", SEL_KIND_REFUSED, 0, 0, false, "note"},
    {"background-geopoint", SEL_KIND_REFUSED, 0, 0, false, "geopoint"},
    {"start-geopoint", SEL_KIND_REFUSED, 0, 0, false, "geopoint"},
    {"geotrace", SEL_KIND_REFUSED, 0, 0, false, "geopoint"},
    {"geoshape", SEL_KIND_REFUSED, 0, 0, false, "geopoint"},
};

enum { RULE_COUNT = sizeof rules / sizeof rules[0] };

/* Bytes of cell that name takes at its beginning, up to a blank or the end; 0 when it does not. */
static size_t fits(sel_str cell, const char *name)
{
    size_t i = 0;
    for (; name[i] != '\0'; i++) {
        if (i == cell.len)
            return 0;
        char c = cell.ptr[i];
        c = c == ' ' ? '_' : sel_ascii_lower(c);
        if (c != name[i])
            return 0;
    }
    return i == cell.len || cell.ptr[i] == ' ' ? i : 0;
}

static sel_definition_type unknown(sel_str cell)
{
    sel_str word = sel_str_part(cell, 0, sel_str_find(cell, SEL_STR(" ")));
    sel_nearest nearest = sel_nearest_start(word);
    for (size_t i = 0; i < RULE_COUNT; i++)
        if (rules[i].kind != SEL_KIND_REFUSED)
            sel_nearest_offer(&nearest, sel_str_of(rules[i].name));
    return (sel_definition_type){.kind = SEL_KIND_UNKNOWN, .instead = nearest.name.ptr};
}

sel_definition_type sel_definition_type_read(sel_str cell)
{
    const type_rule *rule = NULL;
    size_t taken = 0;
    for (size_t i = 0; i < RULE_COUNT; i++) {
        size_t length = fits(cell, rules[i].name);
        if (length > taken) {
            taken = length;
            rule = &rules[i];
        }
    }
    if (rule == NULL)
        return unknown(cell);
    sel_str rest = sel_str_trim(sel_str_part(cell, taken, cell.len));
    sel_str list = sel_str_part(rest, 0, sel_str_find(rest, SEL_STR(" ")));
    sel_str after = sel_str_trim(sel_str_part(rest, list.len, rest.len));
    sel_definition_type type = {rule->kind,       rule->type, rule->use,
                                rule->needs_list, list,       rule->instead};
    if (rule->kind == SEL_KIND_REFUSED || (rest.len == 0 && !rule->needs_list))
        return type;
    if (!rule->needs_list)
        return unknown(cell);
    if (sel_str_is(after, "or_other"))
        return (sel_definition_type){.kind = SEL_KIND_REFUSED,
                                     .instead = "a choice \"other\" and a text question with "
                                                "relevant"};
    return after.len == 0 ? type : unknown(cell);
}

const sel_choice_list *sel_definition_acknowledge(void)
{
    static const sel_choice ok = {{"OK", 2}, {.in = {[SEL_EN] = {"OK", 2}}}, 0};
    static const sel_choice_list list = {{"acknowledge", 11}, &ok, 1};
    return &list;
}
