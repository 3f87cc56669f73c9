/* Programmes about critical infrastructure in which its operators are not known to take part.
 *
 * About it: at least a fifth of the effort lies on critical infrastructure protection (D1.3) or
 * infrastructure resilience (D5.4), as in d3. Public operators are no group of their own in any
 * questionnaire or register: they are with the government, and cannot be told. */
#include "work/asked_lists.h"

#include "analysis/principle/roles.h"
#include "work/tell.h"

enum { FIFTH = 5 };

static bool is_about_infrastructure(const sel_listing *l, const sel_study_programme *record)
{
    const sel_capability *capabilities = l->context->reference.taxonomy.capabilities;
    uint64_t there = 0;
    uint64_t all = 0;
    for (uint32_t i = 0; i < record->place_count; i++) {
        const sel_study_place *at = &record->places[i];
        sel_str code = capabilities[at->capability].code;
        all += at->effort_high;
        if (sel_str_is(code, "D1.3") || sel_str_is(code, "D5.4"))
            there += at->effort_high;
    }
    return there > 0 && there * FIFTH >= all;
}

/* The better of what both sides say; SEL_UNKNOWN when neither reports roles. */
static int operators_role(const sel_roles_told *told)
{
    enum { OPERATORS = 0 };
    int donor = told->donor.reported ? told->donor.best[OPERATORS] : SEL_UNKNOWN;
    int recipient = told->recipient.reported ? told->recipient.best[OPERATORS] : SEL_UNKNOWN;
    return donor > recipient ? donor : recipient;
}

sel_status sel_list_operators(sel_listing *l)
{
    const sel_assessment *all = l->assessment;
    static const char *const ids[] = {"programme", "title", "operators", NULL};
    sel_list_columns(l, ids);
    for (uint32_t i = 0; i < all->roster.undertaking_count; i++) {
        const sel_undertaking *undertaking = &all->roster.undertakings[i];
        uint32_t number = sel_undertaking_record(undertaking);
        const sel_study_programme *record = &all->study->programmes[number];
        if (!is_about_infrastructure(l, record))
            continue;
        sel_roles_told told = sel_roles_told_of(&all->evidence, undertaking);
        int role = operators_role(&told);
        if (role >= SEL_LADDER_INFORMED)
            continue;
        sel_table_row(l->table);
        sel_cell_text(l->table, sel_study_address(all->study, number, l->table->arena));
        sel_cell_text(l->table, sel_str_copy(l->table->arena, record->title));
        sel_cell_text(l->table,
                      sel_tell_word(l->context, role == SEL_LADDER_NONE ? "operators.none"
                                                                        : "operators.not-said"));
    }
    sel_report_foot(l->report, sel_tell_word(l->context, "list.operators-how"));
    return SEL_OK;
}
