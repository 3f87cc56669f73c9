#include "analysis/principle/influence.h"

#include <math.h>

/* A subject whose indicator is evaluated again and again. */
typedef struct trial {
    const sel_evidence *evidence;
    const sel_indicator *indicator;
    const sel_selection *selection;
    const sel_indicator_value *value;
    sel_arena *arena; /* of one evaluation */
} trial;

/* --- the evidence with one contributor left out, or with it alone --- */

static sel_selection other_undertakings(const trial *t, uint32_t record, bool alone)
{
    sel_selection part = *t->selection;
    sel_undertaking *kept = sel_arena_array(t->arena, part.undertaking_count, sizeof *kept);
    part.undertaking_count = 0;
    for (uint32_t i = 0; i < t->selection->undertaking_count; i++) {
        const sel_undertaking *undertaking = &t->selection->undertakings[i];
        if ((sel_undertaking_record(undertaking) == record) == alone)
            kept[part.undertaking_count++] = *undertaking;
    }
    part.undertakings = kept;
    return part;
}

static sel_selection other_recipients(const trial *t, uint32_t recipient, bool alone)
{
    sel_selection part = *t->selection;
    uint32_t all = t->evidence->study->reference->geography.count;
    uint32_t *kept = sel_arena_array(t->arena, all, sizeof *kept);
    part.recipient_count = 0;
    for (uint32_t i = 0; i < all; i++)
        if (sel_selection_covers(t->selection, i) && (i == recipient) == alone)
            kept[part.recipient_count++] = i;
    part.recipients = kept;
    return part;
}

static sel_supplies other_places(const trial *t, uint32_t place, bool alone)
{
    sel_supplies part = *t->evidence->supplies;
    sel_supply *kept = sel_arena_array(t->arena, part.count, sizeof *kept);
    part.count = 0;
    for (uint32_t i = 0; i < t->evidence->supplies->count; i++)
        if ((i == place) == alone)
            kept[part.count++] = t->evidence->supplies->list[i];
    part.list = kept;
    return part;
}

static sel_needs other_needs(const trial *t, uint32_t need, bool alone)
{
    sel_needs part = {0};
    sel_need *kept = sel_arena_array(t->arena, t->evidence->needs->count, sizeof *kept);
    for (uint32_t i = 0; i < t->evidence->needs->count; i++)
        if ((i == need) == alone)
            kept[part.count++] = t->evidence->needs->list[i];
    part.list = kept;
    return part;
}

/* A response reads the entries themselves. */
static sel_study other_entries(const trial *t, uint32_t need, bool alone)
{
    const sel_need *of = &t->evidence->needs->list[need];
    sel_study part = *t->evidence->study;
    sel_need_entry *kept = sel_arena_array(t->arena, part.entry_count, sizeof *kept);
    part.entry_count = 0;
    for (uint32_t i = 0; i < t->evidence->study->entry_count; i++) {
        const sel_need_entry *entry = &t->evidence->study->entries[i];
        bool same = entry->recipient == of->recipient && entry->capability == of->capability;
        if (same == alone)
            kept[part.entry_count++] = *entry;
    }
    part.entries = kept;
    return part;
}

static sel_indicator_value evaluate(const trial *t, uint32_t contributor, bool alone)
{
    sel_evidence evidence = *t->evidence;
    sel_selection selection = *t->selection;
    sel_supplies supplies;
    sel_needs needs;
    sel_study study;
    sel_arena_reset(t->arena);
    evidence.arena = t->arena;
    switch (t->value->from) {
    case SEL_FROM_PROGRAMMES:
        selection = other_undertakings(t, contributor, alone);
        break;
    case SEL_FROM_PLACES:
        supplies = other_places(t, contributor, alone);
        evidence.supplies = &supplies;
        break;
    case SEL_FROM_NEEDS:
        needs = other_needs(t, contributor, alone);
        study = other_entries(t, contributor, alone);
        evidence.needs = &needs;
        evidence.study = &study;
        break;
    case SEL_FROM_RECIPIENTS:
        selection = other_recipients(t, contributor, alone);
        break;
    case SEL_FROM_SUBMISSIONS:
        break;
    }
    return t->indicator->evaluate(&evidence, &selection);
}

/* --- all contributors --- */

static double weight_of(const trial *t, uint32_t contributor)
{
    const sel_study *study = t->evidence->study;
    if (t->value->from == SEL_FROM_PLACES)
        return (double)t->evidence->supplies->list[contributor].high / SEL_EFFORT_WHOLE /
               (study->window_end - study->window_start);
    if (t->value->from != SEL_FROM_NEEDS)
        return 1;
    const sel_need *need = &t->evidence->needs->list[contributor];
    return (need->n_low + need->n_high) / 2;
}

static sel_influence influence_of(const trial *t, uint32_t contributor)
{
    sel_influence of = {.contributor = contributor, .weight = weight_of(t, contributor)};
    sel_indicator_value without = evaluate(t, contributor, false);
    of.without_known = without.availability == SEL_AVAILABLE;
    of.without = of.without_known ? without.value : 0;
    sel_indicator_value alone = evaluate(t, contributor, true);
    of.alone_known = alone.availability == SEL_AVAILABLE;
    of.alone = of.alone_known ? alone.value : 0;
    return of;
}

static bool can_be_computed(const trial *t)
{
    const sel_evidence *evidence = t->evidence;
    uint64_t once = 1 + (uint64_t)t->selection->undertaking_count + evidence->supplies->count +
                    evidence->needs->count + evidence->study->entry_count;
    return t->value->availability == SEL_AVAILABLE && t->value->contributor_count > 1 &&
           t->value->from != SEL_FROM_SUBMISSIONS &&
           t->selection->subject.level != SEL_LEVEL_PROGRAMME &&
           once * t->value->contributor_count <= SEL_INFLUENCE_STEPS;
}

static void sum_up(const trial *t, sel_influences *all)
{
    static const double settled = 1e-9;
    bool known = true;
    for (uint32_t i = 0; i < all->count; i++) {
        known = known && all->list[i].alone_known;
        all->sum += all->list[i].weight * all->list[i].alone;
        all->weight += all->list[i].weight;
    }
    all->is_mean =
        known && all->weight > 0 && fabs(all->sum / all->weight - t->value->value) <= settled;
}

sel_influences sel_influences_of(const sel_evidence *evidence, const sel_indicator *indicator,
                                 sel_subject subject, const sel_indicator_value *value)
{
    sel_selection selection = sel_select(evidence, subject);
    sel_influences all = {0};
    trial t = {
        .evidence = evidence, .indicator = indicator, .selection = &selection, .value = value};
    if (!can_be_computed(&t))
        return all;
    sel_influence *list = sel_arena_array(evidence->arena, value->contributor_count, sizeof *list);
    t.arena = sel_arena_create();
    for (uint32_t i = 0; i < value->contributor_count; i++)
        list[i] = influence_of(&t, value->contributors[i]);
    sel_arena_destroy(t.arena);
    all.list = list;
    all.count = value->contributor_count;
    sum_up(&t, &all);
    return all;
}
