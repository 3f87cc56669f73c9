#include "work/tell_apart.h"

#include "base/text.h"
#include "work/answer_text.h"
#include "work/tell.h"
#include "work/tell_pairs.h"

static sel_str span_text(sel_day first, sel_day last, sel_arena *arena)
{
    return sel_answer_date(
        sel_str_printf(arena, "%s/%s", sel_tell_day(arena, first), sel_tell_day(arena, last)));
}

static sel_str amount_text(const sel_study_programme *of, sel_arena *arena)
{
    int64_t low = of->money_low / 100;
    int64_t high = of->money_high / 100;
    return low == high ? sel_str_printf(arena, "%lld", (long long)low)
                       : sel_str_printf(arena, "%lld-%lld", (long long)low, (long long)high);
}

/* One thing as a record has it; empty for what is too long to stand in a line. */
static sel_str told(const sel_study *study, uint32_t programme, unsigned what, sel_arena *arena)
{
    const sel_study_programme *of = &study->programmes[programme];
    switch (what) {
    case SEL_DIFFER_START:
        return span_text(of->start_low, of->start_high, arena);
    case SEL_DIFFER_END:
        return span_text(of->end_low - 1, of->end_high - 1, arena);
    case SEL_DIFFER_STATUS:
        return sel_str_of(sel_programme_status_code(of->status));
    case SEL_DIFFER_MONEY:
        return amount_text(of, arena);
    case SEL_DIFFER_DONORS:
        return sel_tell_donors(study, programme, arena);
    default:
        return (sel_str){0};
    }
}

/* "; end: 2023-12 / 2021-12" for each thing that the two say differently. */
static sel_str differences(const sel_context *context, const sel_study *study,
                           const sel_same_record *same, sel_arena *arena)
{
    static const struct {
        unsigned what;
        const char *word;
    } things[] = {
        {SEL_DIFFER_START, "differ.start"},   {SEL_DIFFER_END, "differ.end"},
        {SEL_DIFFER_STATUS, "differ.status"}, {SEL_DIFFER_MONEY, "differ.money"},
        {SEL_DIFFER_DONORS, "differ.donors"}, {SEL_DIFFER_RECIPIENTS, "differ.recipients"}};
    sel_text text = {.arena = arena};
    for (size_t i = 0; i < sizeof things / sizeof things[0]; i++) {
        if ((same->differ & things[i].what) == 0)
            continue;
        sel_str kept = told(study, same->kept, things[i].what, arena);
        sel_str other = told(study, same->other, things[i].what, arena);
        sel_text_printf(&text, "; %.*s", SEL_STR_ARG(sel_tell_word(context, things[i].word)));
        if (kept.len > 0)
            sel_text_printf(&text, ": %.*s / %.*s", SEL_STR_ARG(kept), SEL_STR_ARG(other));
    }
    return sel_text_str(&text);
}

/* How two records belong together. */
static const char *relation_of(const sel_same_record *same)
{
    return !same->certain                        ? "overlap.perhaps-twice"
           : strcmp(same->reason, "parent") == 0 ? "overlap.family"
           : strcmp(same->reason, "chain") == 0  ? "overlap.chain"
                                                 : "overlap.told-twice";
}

/* A part may well say otherwise than the whole, the receiver otherwise than the giver. */
static void tell_same(const sel_context *context, const sel_assessment *assessment,
                      const sel_same_record *same, sel_list *list, sel_arena *arena)
{
    const sel_study *study = assessment->study;
    const char *relation = relation_of(same);
    sel_str kept = sel_study_address(study, same->kept, arena);
    sel_str other = sel_study_address(study, same->other, arena);
    bool parts = strcmp(relation, "overlap.family") == 0 || strcmp(relation, "overlap.chain") == 0;
    sel_str text =
        parts ? sel_str_printf(arena, "%.*s / %.*s", SEL_STR_ARG(kept), SEL_STR_ARG(other))
              : sel_str_printf(arena, "%.*s = %.*s%.*s", SEL_STR_ARG(kept), SEL_STR_ARG(other),
                               SEL_STR_ARG(differences(context, study, same, arena)));
    sel_list_item_add(list, sel_tell_word(context, relation), text);
}

static bool is_asked(const sel_assessment *assessment, uint32_t a, uint32_t b)
{
    return sel_overlap_is_chosen(assessment->comparing.only, assessment->study, a, b);
}

/* --- one programme, several donors --- */

/** A programme that several donors fund together. */
typedef struct joint {
    int64_t money; /* at its most, 0 when not known */
    uint32_t donors;
    uint32_t number;
} joint;

static int by_size(const void *a, const void *b)
{
    const joint *left = a;
    const joint *right = b;
    if (left->money != right->money)
        return left->money > right->money ? -1 : 1;
    if (left->donors != right->donors)
        return left->donors > right->donors ? -1 : 1;
    return (left->number > right->number) - (left->number < right->number);
}

/* One record that several donors pay for is no overlap between them; the largest are named. */
static void tell_joint(const sel_context *context, const sel_assessment *assessment, sel_list *list,
                       sel_arena *arena)
{
    enum { NAMED = 3 };
    const sel_study *study = assessment->study;
    joint *found = sel_arena_array(arena, study->programme_count, sizeof *found);
    uint32_t count = 0;
    for (uint32_t p = 0; p < study->programme_count; p++) {
        const sel_study_programme *of = &study->programmes[p];
        if (of->donor_count > 1 && assessment->records.counted[p] && is_asked(assessment, p, p))
            found[count++] = (joint){of->money_known ? of->money_high : 0, of->donor_count, p};
    }
    if (count == 0)
        return;
    qsort(found, count, sizeof *found, by_size);
    sel_list_item_add(list, sel_tell_word(context, "overlap.joint"),
                      sel_str_of(sel_tell_count(arena, count)));
    for (uint32_t i = 0; i < count && i < NAMED; i++)
        sel_list_item_add(
            list, sel_tell_word(context, "overlap.joint-largest"),
            sel_str_printf(arena, "%.*s (%.*s): %.*s",
                           SEL_STR_ARG(study->programmes[found[i].number].title),
                           SEL_STR_ARG(sel_study_address(study, found[i].number, arena)),
                           SEL_STR_ARG(sel_tell_donors(study, found[i].number, arena))));
}

static void tell_successors(const sel_context *context, const sel_assessment *assessment,
                            sel_list *list, sel_arena *arena)
{
    const sel_records *records = &assessment->records;
    for (uint32_t i = 0; i < records->succession_count; i++) {
        const sel_succession *one = &records->successions[i];
        if (!is_asked(assessment, one->earlier, one->later))
            continue;
        sel_list_item_add(
            list, sel_tell_word(context, "overlap.successor-by-name"),
            sel_str_printf(arena, "%.*s \xE2\x86\x92 %.*s",
                           SEL_STR_ARG(sel_study_address(assessment->study, one->earlier, arena)),
                           SEL_STR_ARG(sel_study_address(assessment->study, one->later, arena))));
    }
}

void sel_tell_apart(const sel_context *context, const sel_assessment *assessment,
                    sel_report *report)
{
    static const char *const classes[SEL_PAIR_CLASSES] = {
        [SEL_PAIR_OVERLAP] = NULL,
        [SEL_PAIR_SAME] = "overlap.same",
        [SEL_PAIR_FAMILY] = "overlap.family",
        [SEL_PAIR_CHAIN] = "overlap.chain",
        [SEL_PAIR_COFUNDED] = "overlap.cofunded",
        [SEL_PAIR_SUCCESSOR] = "overlap.successor",
        [SEL_PAIR_RELATED] = "overlap.related",
    };
    const sel_overlap_counts *counts = &assessment->overlap.chosen;
    sel_arena *arena = report->arena;
    sel_section *section =
        sel_report_section(report, "apart", sel_tell_word(context, "overlap.apart"));
    sel_list *list = sel_section_list(section, false);
    for (int i = 0; i < SEL_PAIR_CLASSES; i++)
        if (classes[i] != NULL && counts->by_class[i] > 0)
            sel_list_item_add(list, sel_tell_word(context, classes[i]),
                              sel_str_of(sel_tell_count(arena, counts->by_class[i])));
    uint64_t statements = 0;
    for (uint32_t i = 0; i < assessment->records.same_count; i++) {
        const sel_same_record *same = &assessment->records.same[i];
        if (!is_asked(assessment, same->kept, same->other))
            continue;
        if (assessment->study->programmes[same->other].stated_by != SEL_NONE) {
            statements += 1;
            continue;
        }
        tell_same(context, assessment, same, list, arena);
    }
    tell_successors(context, assessment, list, arena);
    tell_joint(context, assessment, list, arena);
    sel_list_item_add(list, sel_tell_word(context, "overlap.statements"),
                      sel_str_of(sel_tell_count(arena, statements)));
    sel_list_item_add(list, sel_tell_word(context, "overlap.outside"),
                      sel_str_of(sel_tell_count(arena, counts->outside)));
}
