#include "work/explain_likeness.h"

#include "work/record_decisions.h"
#include "work/tell.h"
#include "work/tell_evidence.h"

/* The entry of the records that compares the two, or NULL. */
static const sel_same_record *comparison_of(const sel_records *records, uint32_t a, uint32_t b)
{
    uint32_t low = a < b ? a : b;
    uint32_t high = a < b ? b : a;
    for (uint32_t i = 0; i < records->same_count; i++)
        if (records->same[i].weighed && records->same[i].like[0] == low &&
            records->same[i].like[1] == high)
            return &records->same[i];
    return NULL;
}

static sel_str worded(const sel_explaining *e, const char *kind, const char *word)
{
    char id[60];
    snprintf(id, sizeof id, "%s.%s", kind, word);
    return sel_tell_word(e->context, id);
}

/* What came of it: decided, joined, or why it waits. */
static sel_str outcome_of(const sel_explaining *e, const sel_same_record *same,
                          const sel_record_decision *decision, bool one)
{
    if (decision != NULL)
        return worded(e, "verdict", sel_record_verdict_word(decision->verdict));
    if (one)
        return sel_tell_word(e->context, "overlap.same");
    return same == NULL ? (sel_str){0} : worded(e, "waits", same->reason);
}

void sel_explain_likeness(sel_explaining *e, uint32_t a, uint32_t b)
{
    const sel_records *records = &e->assessment->records;
    const sel_same_record *same = comparison_of(records, a, b);
    const sel_record_decision *decision = sel_study_decision_between(e->assessment->study, a, b);
    bool one = records->told_by[a] == records->told_by[b];
    if (same == NULL && decision == NULL && !one)
        return;
    sel_resemblance r = sel_resemblance_of(e->assessment->study, &records->rarity, a, b);
    uint32_t ppm = sel_resemblance_ppm(r.sum);
    sel_explain_text(e, 1, sel_tell_word(e->context, "explain.one-programme"),
                     sel_explain_percent(e->arena, ppm, ppm), outcome_of(e, same, decision, one));
    for (int i = 0; i < SEL_TRAIT_COUNT; i++) {
        const sel_weighed *finding = &r.traits[i];
        if (finding->found == SEL_FOUND_NOTHING)
            continue;
        sel_explain_text(
            e, 2, sel_tell_trait(e->context, (sel_trait)i),
            sel_tell_bits(finding->weight, e->arena),
            sel_tell_finding(e->context, (sel_finding_of_pair)finding->found, e->arena));
    }
}
