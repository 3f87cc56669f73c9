#include "work/organisation_census.h"

#include "base/fold.h"
#include "store/store_programmes.h"

static bool take_decision(void *to, const sel_decision *stored)
{
    sel_organisation_decision decision;
    if (sel_organisation_decision_of(stored, &decision))
        sel_roll_decide(to, &decision);
    return true;
}

static bool take_record(void *to, const sel_programme *record)
{
    sel_organisation_census *census = to;
    if (record->set_aside)
        return true;
    for (uint32_t i = 0; i < record->party_count; i++) {
        const sel_party *party = &record->parties[i];
        if (sel_str_trim(party->name).len == 0 && sel_str_trim(party->ref).len == 0)
            continue;
        census->mentions =
            sel_arena_one_more(census->arena, census->mentions, census->mention_count,
                               &census->mention_room, sizeof *census->mentions);
        census->mentions[census->mention_count++] = (sel_census_mention){
            census->record_count, sel_roll_add(census->roll, party->ref, party->name)};
    }
    census->record_count += 1;
    return true;
}

/* Records per spelling and per organisation, each record once. */
static void count_records(sel_organisation_census *census)
{
    uint32_t spellings = sel_roll_spelling_count(census->roll);
    uint32_t *spelling_mark = sel_arena_array(census->arena, spellings, sizeof *spelling_mark);
    uint32_t *mark = sel_arena_array(census->arena, census->count, sizeof *mark);
    census->spelling_records =
        sel_arena_array(census->arena, spellings, sizeof *census->spelling_records);
    census->records = sel_arena_array(census->arena, census->count, sizeof *census->records);
    for (uint32_t i = 0; i < census->mention_count; i++) {
        const sel_census_mention *mention = &census->mentions[i];
        uint32_t organisation = sel_roll_organisation_of(census->roll, mention->spelling);
        uint32_t seen = mention->record + 1;
        census->spelling_records[mention->spelling] += spelling_mark[mention->spelling] != seen;
        spelling_mark[mention->spelling] = seen;
        if (organisation == SEL_NONE)
            continue;
        census->records[organisation] += mark[organisation] != seen;
        mark[organisation] = seen;
    }
}

typedef struct placed {
    uint32_t organisation;
    uint32_t spelling;
    const sel_roll_spelling *of;
} placed;

static int by_organisation(const void *a, const void *b)
{
    const placed *left = a;
    const placed *right = b;
    if (left->organisation != right->organisation)
        return left->organisation < right->organisation ? -1 : 1;
    int order = sel_str_compare(left->of->name, right->of->name);
    return order != 0 ? order : sel_str_compare(left->of->ref, right->of->ref);
}

/* Spellings behind one another by organisation; placeholders come last. */
static void sort_spellings(sel_organisation_census *census)
{
    uint32_t count = sel_roll_spelling_count(census->roll);
    placed *list = sel_arena_array(census->arena, count, sizeof *list);
    census->order = sel_arena_array(census->arena, count, sizeof *census->order);
    census->first =
        sel_arena_array(census->arena, (size_t)census->count + 2, sizeof *census->first);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t organisation = sel_roll_organisation_of(census->roll, i);
        uint32_t at = organisation == SEL_NONE ? census->count : organisation;
        list[i] = (placed){at, i, sel_roll_spelling_of(census->roll, i)};
        census->first[at + 1] += 1;
    }
    if (count > 0)
        qsort(list, count, sizeof *list, by_organisation);
    for (uint32_t i = 0; i < count; i++)
        census->order[i] = list[i].spelling;
    for (uint32_t i = 0; i <= census->count; i++)
        census->first[i + 1] += census->first[i];
}

/* The organisations outside the table, as a table of their own. */
static void index_others(sel_organisation_census *census)
{
    sel_organisations *others = &census->others;
    *others = (sel_organisations){.keys = sel_index_create()};
    others->list = sel_arena_array(census->arena, census->count, sizeof *others->list);
    others->key_owners = sel_arena_array(census->arena, census->count, sizeof *others->key_owners);
    census->other_numbers =
        sel_arena_array(census->arena, census->count, sizeof *census->other_numbers);
    sel_arena *scratch = sel_arena_create();
    for (uint32_t i = 0; i < census->count; i++) {
        if (census->list[i].known != SEL_NONE)
            continue;
        uint32_t number = others->count++;
        others->list[number] = (sel_organisation){.name = census->list[i].name};
        census->other_numbers[number] = i;
        sel_str key = sel_str_printf(scratch, "name:%.*s",
                                     SEL_STR_ARG(sel_fold(scratch, census->list[i].name)));
        uint32_t before = sel_index_count(others->keys);
        if (sel_index_add(others->keys, key) == before)
            others->key_owners[before] = number;
        sel_arena_reset(scratch);
    }
    sel_arena_destroy(scratch);
    sel_organisation_words_create(others);
}

sel_status sel_census_open(const sel_context *context, sel_store *store,
                           sel_organisation_census *census, sel_error *err)
{
    *census = (sel_organisation_census){
        .arena = sel_arena_create(),
        .roll = sel_organisation_roll_create(&context->reference.organisations)};
    sel_status status = sel_store_each_decision(store, take_decision, census->roll, err);
    if (status == SEL_OK)
        status = sel_store_each_programme(store, 0, (sel_programme_sink){take_record, census}, err);
    if (status != SEL_OK)
        return status;
    sel_roll_settle(census->roll);
    census->list = sel_roll_organisations(census->roll, &census->count);
    count_records(census);
    sort_spellings(census);
    index_others(census);
    return SEL_OK;
}

void sel_census_close(sel_organisation_census *census)
{
    sel_index_destroy(census->others.keys);
    sel_organisation_words_destroy(census->others.words);
    sel_organisation_roll_destroy(census->roll);
    sel_arena_destroy(census->arena);
    *census = (sel_organisation_census){0};
}

static uint32_t add_candidate(sel_census_candidate *list, uint32_t count, sel_census_candidate one)
{
    uint32_t at = count;
    for (; at > 0 && list[at - 1].score < one.score; at--)
        list[at] = list[at - 1];
    list[at] = one;
    return count + 1;
}

uint32_t sel_census_candidates(sel_organisation_census *census, uint32_t organisation,
                               sel_census_candidate candidates[SEL_CENSUS_CANDIDATES])
{
    const sel_organisations *table = sel_roll_table(census->roll);
    const sel_roll_organisation *of = &census->list[organisation];
    if (of->known != SEL_NONE)
        return 0;
    uint32_t count = 0;
    sel_organisation_candidate near[SEL_ORGANISATION_CANDIDATES];
    sel_arena *scratch = sel_arena_create();
    sel_str folded = sel_fold(scratch, of->name);
    uint32_t found = sel_organisations_near(table, folded, near);
    for (uint32_t i = 0; i < found; i++)
        if (near[i].score >= SEL_ORGANISATION_CANDIDATE)
            count = add_candidate(
                candidates, count,
                (sel_census_candidate){table->list[near[i].organisation].name, near[i].score});
    found = sel_organisations_near(&census->others, folded, near);
    for (uint32_t i = 0; i < found; i++)
        if (near[i].score >= SEL_ORGANISATION_CANDIDATE &&
            census->other_numbers[near[i].organisation] != organisation)
            count =
                add_candidate(candidates, count,
                              (sel_census_candidate){census->others.list[near[i].organisation].name,
                                                     near[i].score});
    sel_arena_destroy(scratch);
    return count;
}
