#include "input/iati_reading.h"

/* IATI TiedStatus: 3 partially tied, 4 tied, 5 untied. */
static sel_tied tied_of(const sel_iati_reading *in, const sel_xml_element *element)
{
    sel_str code = element == NULL ? (sel_str){0} : sel_xml_value(element, "code");
    if (sel_str_is(code, "3"))
        return SEL_TIED_PARTIALLY;
    if (sel_str_is(code, "4"))
        return SEL_TIED_TIED;
    if (sel_str_is(code, "5"))
        return SEL_TIED_UNTIED;
    if (element != NULL)
        sel_iati_issue(in, "W_TIED_UNKNOWN", element, code);
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
    for (const sel_xml_element *one = sel_iati_find(in, "transaction"); one != NULL;
         one = sel_xml_find(one->next, "transaction")) {
        const sel_xml_element *stated = sel_xml_find(one->children, "tied-status");
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
            sel_iati_field(in, "tied", by_default, sel_xml_value(by_default, "code"), "as-written");
        return;
    }
    in->record.tied = mixed ? SEL_TIED_PARTIALLY : common;
    sel_iati_field(in, "tied", own, sel_xml_value(own, "code"),
                   mixed ? "mixed-transactions" : "transactions");
}

/* attached="0" says that there are none; no element says nothing. The types of IATI (policy,
 * performance, fiduciary) do not tell our classes apart. */
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
    if (in->record.conditions != SEL_CONDITIONS_UNKNOWN)
        sel_iati_field(in, "conditions", element, attached, "as-written");
}

void sel_iati_conditions(sel_iati_reading *in)
{
    read_tied(in);
    read_conditions(in);
}
