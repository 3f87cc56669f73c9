/* Who could show a neighbour how: states of a sub-region of which one is strong where the other is
 * weak, by their own answers, and best practice that bodies offer. */
#include "work/asked_lists.h"

#include "base/text.h"
#include "domain/programme.h"
#include "work/tell.h"

/** Ours: of five stages, and of severities from serious on. */
enum { STRONG_STAGE = 4, WEAK_SEVERITY = 3 };

/* --- neighbours --- */

static bool are_neighbours(const sel_listing *l, const sel_need *strong, const sel_need *weak)
{
    const sel_recipient *recipients = l->context->reference.geography.recipients;
    return strong->recipient != weak->recipient && strong->capability == weak->capability &&
           !recipients[strong->recipient].body && !recipients[weak->recipient].body &&
           sel_str_equal(recipients[strong->recipient].subregion,
                         recipients[weak->recipient].subregion);
}

static void pair_row(const sel_listing *l, const sel_need *strong, const sel_need *weak)
{
    sel_table_row(l->table);
    sel_list_capability(l, l->table, strong->capability);
    sel_cell_text(l->table, sel_context_recipient(l->context, strong->recipient));
    sel_cell_integer(l->table, strong->stage);
    sel_cell_text(l->table, sel_context_recipient(l->context, weak->recipient));
    sel_list_severity(l->table, weak);
    sel_cell_text(l->table, l->context->reference.geography.recipients[weak->recipient].subregion);
}

static void tell_pairs(const sel_listing *l)
{
    const sel_needs *needs = &l->assessment->needs;
    sel_list_capability_columns(l, l->table);
    sel_tell_column(l->context, l->table, "strong", SEL_COLUMN_TEXT);
    sel_tell_column(l->context, l->table, "now", SEL_COLUMN_INTEGER);
    sel_tell_column(l->context, l->table, "weak", SEL_COLUMN_TEXT);
    sel_tell_bounded_column(l->context, l->table, "severity", SEL_COLUMN_INTEGER, 0);
    sel_tell_column(l->context, l->table, "subregion", SEL_COLUMN_TEXT);
    for (uint32_t i = 0; i < needs->count; i++)
        for (uint32_t j = 0; j < needs->count && needs->list[i].stage >= STRONG_STAGE; j++)
            if (sel_need_is_known(&needs->list[j]) &&
                needs->list[j].severity_low >= WEAK_SEVERITY &&
                are_neighbours(l, &needs->list[i], &needs->list[j]))
                pair_row(l, &needs->list[i], &needs->list[j]);
}

/* --- practice --- */

static void practice_row(const sel_listing *l, sel_table *table, const sel_study_mandate *of)
{
    sel_text kinds = {.arena = table->arena};
    for (int i = 0; i < SEL_KIND_COUNT; i++)
        if ((of->practice >> i & 1) != 0)
            sel_text_printf(&kinds, "%s%s", kinds.len == 0 ? "" : ", ", sel_kind_code((sel_kind)i));
    sel_table_row(table);
    sel_list_capability(l, table, of->capability);
    sel_cell_text(table, sel_context_recipient(l->context, of->body));
    sel_cell_text(table, sel_text_str(&kinds));
}

static void tell_practice(const sel_listing *l)
{
    const sel_study *study = l->assessment->study;
    sel_section *section =
        sel_report_section(l->report, "practice", sel_tell_word(l->context, "list.peers-practice"));
    sel_table *table = sel_section_table(section, "practice", (sel_str){0});
    sel_list_capability_columns(l, table);
    sel_tell_column(l->context, table, "body", SEL_COLUMN_TEXT);
    sel_tell_column(l->context, table, "kinds_offered", SEL_COLUMN_TEXT);
    for (uint32_t i = 0; i < study->mandate_count; i++)
        if (study->mandates[i].practice != 0)
            practice_row(l, table, &study->mandates[i]);
}

sel_status sel_list_peers(sel_listing *l)
{
    tell_pairs(l);
    tell_practice(l);
    sel_report_foot(l->report, sel_tell_word(l->context, "list.peers-how"));
    return SEL_OK;
}
