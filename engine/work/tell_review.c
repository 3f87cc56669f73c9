#include "work/tell_review.h"

#include "work/tell.h"
#include "work/tell_evidence.h"

/* Pairs found by comparison, strongest first. */
typedef struct pair_list {
    const sel_same_record **list;
    uint32_t count;
    uint32_t told; /* of them are listed */
} pair_list;

typedef struct telling {
    const sel_context *context;
    const sel_assessment *assessment;
    sel_report *report;
    uint32_t top;
} telling;

/* --- pairs --- */

static int by_strength(const void *a, const void *b)
{
    const sel_same_record *x = *(const sel_same_record *const *)a;
    const sel_same_record *y = *(const sel_same_record *const *)b;
    if (x->sum != y->sum)
        return x->sum > y->sum ? -1 : 1;
    return (x > y) - (x < y); /* in one list, which is in study order */
}

static pair_list sort_pairs(const telling *t, bool joined)
{
    const sel_records *records = &t->assessment->records;
    pair_list pairs = {
        .list = sel_arena_array(t->report->arena, records->same_count, sizeof *pairs.list)};
    for (uint32_t i = 0; i < records->same_count; i++)
        if (records->same[i].weighed && records->same[i].certain == joined)
            pairs.list[pairs.count++] = &records->same[i];
    qsort((void *)pairs.list, pairs.count, sizeof *pairs.list, by_strength);
    pairs.told = pairs.count < t->top ? pairs.count : t->top;
    return pairs;
}

static void pair_columns(const telling *t, sel_table *table, const char *why)
{
    sel_tell_column_for(t->context, table, "a", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(t->context, table, "title_a", SEL_COLUMN_TEXT);
    sel_tell_column_for(t->context, table, "b", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(t->context, table, "title_b", SEL_COLUMN_TEXT);
    sel_tell_column(t->context, table, "chance", SEL_COLUMN_PERCENT);
    sel_tell_column_for(t->context, table, "bits", SEL_COLUMN_REAL, SEL_FOR_MACHINES);
    sel_tell_column(t->context, table, "evidence", SEL_COLUMN_TEXT);
    sel_tell_column_for(t->context, table, "code", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(t->context, table, why, SEL_COLUMN_TEXT);
}

static void side_cells(const telling *t, sel_table *table, uint32_t programme)
{
    const sel_study *study = t->assessment->study;
    sel_str address = sel_study_address(study, programme, t->report->arena);
    sel_cell_text(table, address);
    sel_cell_text(table, study->programmes[programme].title);
    sel_cell_note(table, address);
}

/* The two that were compared: not always the record that stands for the programme. */
static sel_resemblance evidence_of(const telling *t, const sel_same_record *same)
{
    return sel_resemblance_of(t->assessment->study, &t->assessment->records.rarity, same->like[0],
                              same->like[1]);
}

static void pair_row(const telling *t, sel_table *table, const char *why,
                     const sel_same_record *same)
{
    sel_resemblance r = evidence_of(t, same);
    char id[60];
    snprintf(id, sizeof id, "%s.%s", why, same->reason);
    sel_table_row(table);
    side_cells(t, table, same->like[0]);
    side_cells(t, table, same->like[1]);
    sel_cell_percent(table, sel_resemblance_ppm(r.sum) / 1e6);
    sel_cell_real(table, r.sum / 100.0);
    sel_cell_text(table, sel_tell_evidence(t->context, &r, t->report->arena));
    sel_cell_text(table, sel_str_of(same->reason));
    sel_cell_text(table, sel_tell_word(t->context, id));
}

static void tell_pairs(const telling *t, const pair_list *pairs, bool joined)
{
    sel_str heading = sel_tell_word(t->context, joined ? "review.joined" : "review.waiting");
    const char *id = joined ? "joined" : "waiting";
    if (pairs->count == 0)
        return;
    sel_table *table = sel_section_table(sel_report_section(t->report, id, heading), id, heading);
    pair_columns(t, table, joined ? "joined_by" : "waits_for");
    for (uint32_t i = 0; i < pairs->told; i++)
        pair_row(t, table, joined ? "joined" : "waits", pairs->list[i]);
}

static void evidence_rows(const telling *t, sel_table *table, const pair_list *pairs)
{
    const sel_study *study = t->assessment->study;
    for (uint32_t i = 0; i < pairs->told; i++) {
        const sel_same_record *same = pairs->list[i];
        sel_resemblance r = evidence_of(t, same);
        for (int trait = 0; trait < SEL_TRAIT_COUNT; trait++) {
            const sel_weighed *one = &r.traits[trait];
            if (one->found == SEL_FOUND_NOTHING)
                continue;
            sel_table_row(table);
            sel_cell_text(table, sel_study_address(study, same->like[0], t->report->arena));
            sel_cell_text(table, sel_study_address(study, same->like[1], t->report->arena));
            sel_cell_text(table, sel_str_of(sel_trait_word((sel_trait)trait)));
            sel_cell_text(table, sel_str_of(sel_finding_word((sel_finding_of_pair)one->found)));
            sel_cell_real(table, one->weight / 100.0);
        }
    }
}

/* Trait by trait, for machines. */
static sel_table *evidence_table(const telling *t)
{
    static const struct {
        const char *id;
        sel_column_type type;
    } columns[] = {{"a", SEL_COLUMN_TEXT},
                   {"b", SEL_COLUMN_TEXT},
                   {"trait", SEL_COLUMN_TEXT},
                   {"finding", SEL_COLUMN_TEXT},
                   {"bits", SEL_COLUMN_REAL}};
    sel_section *section = sel_report_section(t->report, "evidence", (sel_str){0});
    sel_table *table =
        sel_section_table(section, "evidence", sel_tell_word(t->context, "column.evidence"));
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        sel_tell_column_for(t->context, table, columns[i].id, columns[i].type, SEL_FOR_MACHINES);
    return table;
}

/* --- decisions --- */

/* A decision of the store, found in the study. */
typedef struct kept_decision {
    sel_decision stored;
    sel_record_verdict verdict;
    bool replaced; /* by a later one about the same two */
} kept_decision;

typedef struct keeping {
    sel_arena *arena;
    kept_decision *list;
    uint32_t count;
    uint32_t room;
    sel_index *pairs; /* "A\nB" in byte order */
    uint32_t *newest; /* by number in pairs */
    uint32_t pair_room;
} keeping;

static sel_str pair_key(sel_arena *arena, const sel_decision *stored)
{
    bool ordered = sel_str_compare(stored->subject, stored->other) < 0;
    return sel_str_printf(arena, "%.*s\n%.*s",
                          SEL_STR_ARG(ordered ? stored->subject : stored->other),
                          SEL_STR_ARG(ordered ? stored->other : stored->subject));
}

static bool take_decision(void *to, const sel_decision *stored)
{
    keeping *k = to;
    sel_record_verdict verdict;
    if (!sel_record_decision_of(stored, &verdict))
        return true;
    k->list = sel_arena_one_more(k->arena, k->list, k->count, &k->room, sizeof *k->list);
    k->list[k->count] =
        (kept_decision){.stored = {.subject = sel_str_copy(k->arena, stored->subject),
                                   .other = sel_str_copy(k->arena, stored->other),
                                   .by = sel_str_copy(k->arena, stored->by),
                                   .at = stored->at,
                                   .reason = sel_str_copy(k->arena, stored->reason)},
                        .verdict = verdict};
    uint32_t before = sel_index_count(k->pairs);
    uint32_t pair = sel_index_add(k->pairs, pair_key(k->arena, stored));
    if (pair == before)
        k->newest = sel_arena_one_more(k->arena, k->newest, pair, &k->pair_room, sizeof *k->newest);
    else
        k->list[k->newest[pair]].replaced = true;
    k->newest[pair] = k->count++;
    return true;
}

/* Word of what a decision does today. */
static const char *state_of(const telling *t, const kept_decision *one)
{
    const sel_study *study = t->assessment->study;
    if (one->replaced)
        return "decided.replaced";
    uint32_t a = sel_study_programme_find(study, one->stored.subject);
    uint32_t b = sel_study_programme_find(study, one->stored.other);
    if (a == SEL_NONE || b == SEL_NONE)
        return "decided.gone";
    const uint32_t *told_by = t->assessment->records.told_by;
    bool contradicted = one->verdict == SEL_RECORDS_SAME && told_by[a] != told_by[b];
    return contradicted ? "decided.contradicted" : "decided.in-force";
}

static sel_str verdict_text(const sel_context *context, sel_record_verdict verdict)
{
    char id[40];
    snprintf(id, sizeof id, "verdict.%s", sel_record_verdict_word(verdict));
    return sel_tell_word(context, id);
}

static void tell_decisions(const telling *t, const keeping *k)
{
    sel_str heading = sel_tell_word(t->context, "review.decided");
    if (k->count == 0)
        return;
    sel_table *table =
        sel_section_table(sel_report_section(t->report, "decided", heading), "decided", heading);
    sel_tell_column(t->context, table, "a", SEL_COLUMN_TEXT);
    sel_tell_column(t->context, table, "b", SEL_COLUMN_TEXT);
    sel_tell_column_for(t->context, table, "verdict", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(t->context, table, "decision", SEL_COLUMN_TEXT);
    sel_tell_column(t->context, table, "decided_by", SEL_COLUMN_TEXT);
    sel_tell_column(t->context, table, "decided_on", SEL_COLUMN_DATE);
    sel_tell_column(t->context, table, "why", SEL_COLUMN_TEXT);
    sel_tell_column_for(t->context, table, "effect", SEL_COLUMN_TEXT, SEL_FOR_MACHINES);
    sel_tell_column(t->context, table, "in_force", SEL_COLUMN_TEXT);
    for (uint32_t i = 0; i < k->count; i++) {
        const kept_decision *one = &k->list[i];
        const char *state = state_of(t, one);
        sel_table_row(table);
        sel_cell_text(table, one->stored.subject);
        sel_cell_text(table, one->stored.other);
        sel_cell_text(table, sel_str_of(sel_record_verdict_word(one->verdict)));
        sel_cell_text(table, verdict_text(t->context, one->verdict));
        sel_cell_text(table, one->stored.by);
        sel_cell_date(table, sel_time_day(one->stored.at));
        sel_cell_text(table, one->stored.reason);
        sel_cell_text(table, sel_str_of(strchr(state, '.') + 1));
        sel_cell_text(table, sel_tell_word(t->context, state));
    }
}

/* --- all --- */

static void tell_all(const telling *t, const keeping *k)
{
    sel_arena *arena = t->report->arena;
    pair_list waiting = sort_pairs(t, false);
    pair_list joined = sort_pairs(t, true);
    uint32_t unlisted = waiting.count - waiting.told + joined.count - joined.told;
    sel_section_paragraph(sel_report_section(t->report, "counts", (sel_str){0}),
                          sel_say(arena, &t->context->words, "review.counts", "waiting",
                                  sel_tell_count(arena, waiting.count), "joined",
                                  sel_tell_count(arena, joined.count), "decided",
                                  sel_tell_count(arena, k->count), "unlisted",
                                  sel_tell_count(arena, unlisted), NULL));
    tell_pairs(t, &waiting, false);
    tell_pairs(t, &joined, true);
    tell_decisions(t, k);
    sel_table *evidence = evidence_table(t);
    evidence_rows(t, evidence, &waiting);
    evidence_rows(t, evidence, &joined);
    sel_report_foot(t->report, sel_tell_word(t->context, "review.how"));
}

sel_status sel_tell_review(const sel_context *context, const sel_assessment *assessment,
                           sel_store *store, uint32_t top, sel_report *report, sel_error *err)
{
    keeping k = {.arena = report->arena, .pairs = sel_index_create()};
    sel_status status = sel_store_each_decision(store, take_decision, &k, err);
    sel_index_destroy(k.pairs);
    if (status == SEL_OK)
        tell_all(&(telling){context, assessment, report, top}, &k);
    return status;
}

void sel_tell_decided(const sel_context *context, const sel_record_call *call,
                      const sel_record_outcome *outcome, sel_report *report)
{
    static const char *const kept[] = {[SEL_RECORDS_SAME] = "review.kept-same",
                                       [SEL_RECORDS_DIFFERENT] = "review.kept-different",
                                       [SEL_RECORDS_RELATED] = "review.kept-related"};
    sel_report_notice(
        report, false,
        sel_tell_word(context, outcome->changed ? kept[call->verdict] : "review.already"));
    sel_section *section = sel_report_section(report, "decided", (sel_str){0});
    sel_list *list = sel_section_list(section, false);
    sel_list_item_add(list, outcome->a, outcome->title_a);
    sel_list_item_add(list, outcome->b, outcome->title_b);
}
