#include "work/explain_contributor.h"

#include "work/tell.h"

sel_str sel_explain_place(const sel_explaining *e, uint32_t recipient, uint32_t capability)
{
    const sel_reference *reference = &e->context->reference;
    return sel_str_printf(e->arena, "%.*s/%.*s",
                          SEL_STR_ARG(reference->geography.recipients[recipient].code),
                          SEL_STR_ARG(reference->taxonomy.capabilities[capability].code));
}

static sel_str respondent_of(const sel_explaining *e, const sel_study_submission *submission)
{
    if (submission->recipient == SEL_NONE)
        return submission->organisation;
    return sel_str_printf(
        e->arena, "%.*s: %.*s",
        SEL_STR_ARG(e->context->reference.geography.recipients[submission->recipient].code),
        SEL_STR_ARG(submission->agency));
}

void sel_explain_contributor(sel_explaining *e, uint32_t level, const sel_indicator_value *value,
                             uint32_t number)
{
    switch (value->from) {
    case SEL_FROM_PROGRAMMES:
        sel_explain_record(e, level, number);
        break;
    case SEL_FROM_PLACES: {
        const sel_supply *place = &e->assessment->supplies.list[number];
        sel_explain_text(e, level, sel_explain_place(e, place->recipient, place->capability),
                         sel_context_capability(e->context, place->capability), (sel_str){0});
        break;
    }
    case SEL_FROM_NEEDS: {
        const sel_need *need = &e->assessment->needs.list[number];
        sel_explain_text(e, level, sel_explain_place(e, need->recipient, need->capability),
                         sel_explain_range(e->arena, need->n_low, need->n_high),
                         sel_tell_word(e->context, "explain.see-need"));
        break;
    }
    case SEL_FROM_RECIPIENTS:
        sel_explain_text(e, level, sel_context_recipient(e->context, number), (sel_str){0},
                         (sel_str){0});
        break;
    case SEL_FROM_SUBMISSIONS:
        sel_explain_text(e, level, respondent_of(e, &e->assessment->study->submissions[number]),
                         (sel_str){0}, (sel_str){0});
        break;
    }
}

void sel_explain_answers(sel_explaining *e, uint32_t level, uint32_t number)
{
    const sel_need *need = &e->assessment->needs.list[number];
    for (uint32_t i = 0; i < need->entry_count; i++)
        sel_explain_entry(e, level, &e->assessment->study->entries[need->entry_first + i]);
}

/* Selected undertaking that stands under a record. They are in the order of their records. */
static const sel_undertaking *undertaking_of(const sel_selection *selection, uint32_t record)
{
    uint32_t low = 0;
    uint32_t high = selection->undertaking_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (sel_undertaking_record(&selection->undertakings[middle]) < record)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < selection->undertaking_count &&
                 sel_undertaking_record(&selection->undertakings[low]) == record;
    return found ? &selection->undertakings[low] : NULL;
}

void sel_explain_tellers(sel_explaining *e, uint32_t level, const sel_selection *selection,
                         uint32_t record)
{
    const sel_undertaking *of = undertaking_of(selection, record);
    if (of == NULL)
        return;
    for (uint32_t i = 0; i < of->teller_count; i++)
        sel_explain_record(e, level, of->tellers[i]);
    for (uint32_t i = 0; i < of->statement_count; i++)
        if (of->statements[i] != record)
            sel_explain_record(e, level, of->statements[i]);
}
