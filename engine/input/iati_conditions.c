#include "base/text.h"
#include "input/iati_reading.h"

/* IATI TiedStatus: 3 partially tied, 4 tied, 5 untied. */
static sel_tied tied_of(const sel_iati_reading *in, const sel_xml_element *element)
{
    if (element == NULL)
        return SEL_TIED_UNKNOWN;
    sel_str code = sel_iati_code(in, SEL_IATI_TIED, element, "code");
    if (sel_str_is(code, "3"))
        return SEL_TIED_PARTIALLY;
    if (sel_str_is(code, "4"))
        return SEL_TIED_TIED;
    if (sel_str_is(code, "5"))
        return SEL_TIED_UNTIED;
    sel_iati_issue(in, "W_TIED_UNKNOWN", element, sel_iati_written(element, "code"));
    return SEL_TIED_UNKNOWN;
}

/* A transaction's own status overrides the default; different ones make a partially tied whole. */
static void read_tied(sel_iati_reading *in)
{
    const sel_xml_element *by_default = sel_iati_find(in, "default-tied-status");
    sel_tied usual = tied_of(in, by_default);
    sel_tied common = SEL_TIED_UNKNOWN;
    const sel_xml_element *own = NULL;
    bool mixed = false;
    for (uint32_t i = 0; i < in->transaction_count; i++) {
        const sel_xml_element *stated =
            sel_xml_find(in->transactions[i].element->children, "tied-status");
        sel_tied here = stated == NULL ? usual : tied_of(in, stated);
        own = stated == NULL ? own : stated;
        if (here == SEL_TIED_UNKNOWN)
            continue;
        mixed |= common != SEL_TIED_UNKNOWN && common != here;
        common = here;
    }
    if (own == NULL || common == SEL_TIED_UNKNOWN) {
        in->record.tied = usual;
        if (usual != SEL_TIED_UNKNOWN)
            sel_iati_field(in, "tied", by_default, sel_iati_written(by_default, "code"),
                           "as-written");
        return;
    }
    in->record.tied = mixed ? SEL_TIED_PARTIALLY : common;
    sel_iati_field(in, "tied", own, sel_iati_written(own, "code"),
                   mixed ? "mixed-transactions" : "transactions");
}

/* What the conditions say goes to the note. The types of IATI (policy, performance, fiduciary) do
 * not tell our classes apart. */
static void note_conditions(sel_iati_reading *in, const sel_xml_element *conditions)
{
    enum { NOTED_MAX = 20 };
    sel_text note = {.arena = in->arena};
    uint32_t count = 0;
    for (const sel_xml_element *one = sel_xml_find(conditions->children, "condition"); one != NULL;
         one = sel_xml_find(one->next, "condition")) {
        sel_str text = sel_iati_text(in, one);
        if (text.len == 0)
            continue;
        if (count++ == NOTED_MAX) {
            sel_iati_issue(in, "W_TOO_MANY", one, (sel_str){0});
            break;
        }
        sel_text_printf(&note, "%s%.*s", note.len > 0 ? "\n" : "", SEL_STR_ARG(text));
    }
    in->record.note = sel_text_str(&note);
}

/* attached="0" says that there are none; no element says nothing. */
static void read_conditions(sel_iati_reading *in)
{
    const sel_xml_element *element = sel_iati_find(in, "conditions");
    if (element == NULL)
        return;
    sel_str attached = sel_xml_value(element, "attached");
    bool yes = sel_str_is(attached, "1") || sel_str_is(attached, "true");
    bool no = sel_str_is(attached, "0") || sel_str_is(attached, "false");
    bool listed = sel_xml_find(element->children, "condition") != NULL;
    if (no && listed)
        sel_iati_issue(in, "W_CONDITIONS_CONTRADICT", element, attached);
    else if (no)
        in->record.conditions = SEL_CONDITIONS_NONE;
    else if (yes || (listed && attached.len == 0))
        in->record.conditions = SEL_CONDITIONS_SOME;
    else
        sel_iati_issue(in, "W_CONDITIONS_UNREAD", element, attached);
    note_conditions(in, element);
    if (in->record.conditions != SEL_CONDITIONS_UNKNOWN)
        sel_iati_field(in, "conditions", element, attached, "as-written");
}

void sel_iati_conditions(sel_iati_reading *in)
{
    read_tied(in);
    read_conditions(in);
}
