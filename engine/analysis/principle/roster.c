#include "analysis/principle/roster.h"

/* Pairs (key, member) in the order they were found. */
typedef struct pairs {
    uint32_t *keys;
    uint32_t *members;
    uint32_t count;
    uint32_t room;
} pairs;

static void add_pair(pairs *all, uint32_t key, uint32_t member)
{
    if (all->count == all->room) {
        all->room = all->room == 0 ? 1024 : all->room * 2;
        all->keys = sel_memory_resize(all->keys, all->room, sizeof *all->keys);
        all->members = sel_memory_resize(all->members, all->room, sizeof *all->members);
    }
    all->keys[all->count] = key;
    all->members[all->count++] = member;
}

/* Counting sort by key; the order found is kept within a key. Frees the pairs. */
static sel_groups group_pairs(pairs *all, uint32_t key_count, sel_arena *arena)
{
    uint32_t *first = sel_arena_array(arena, (size_t)key_count + 2, sizeof *first);
    uint32_t *members = sel_arena_array(arena, all->count, sizeof *members);
    for (uint32_t i = 0; i < all->count; i++)
        first[all->keys[i] + 2]++;
    for (uint32_t key = 2; key < key_count + 2; key++)
        first[key] += first[key - 1];
    for (uint32_t i = 0; i < all->count; i++)
        members[first[all->keys[i] + 1]++] = all->members[i];
    sel_memory_resize(all->keys, 0, 1);
    sel_memory_resize(all->members, 0, 1);
    return (sel_groups){first, members};
}

uint32_t sel_groups_of(const sel_groups *groups, uint32_t key, const uint32_t **members)
{
    *members = groups->members + groups->first[key];
    return groups->first[key + 1] - groups->first[key];
}

uint32_t sel_undertaking_record(const sel_undertaking *undertaking)
{
    return undertaking->record != SEL_NONE ? undertaking->record : undertaking->statements[0];
}

const sel_study_programme *sel_undertaking_registered(const sel_undertaking *undertaking)
{
    return undertaking->record == SEL_NONE ? NULL : undertaking->programme;
}

static uint32_t number_undertakings(const sel_study *study, const uint32_t *kept,
                                    uint32_t *undertaking_of)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < study->programme_count; i++)
        if (kept[i] == i)
            undertaking_of[i] = count++;
    for (uint32_t i = 0; i < study->programme_count; i++)
        undertaking_of[i] = undertaking_of[kept[i]];
    return count;
}

/* Whether a record that is not the counted one says on the donors' side what the programme is. */
static bool tells(const sel_study *study, const sel_records *records, uint32_t record)
{
    const sel_study_programme *programme = &study->programmes[record];
    uint32_t kept = records->kept[record];
    return record != kept && programme->stated_by == SEL_NONE &&
           study->programmes[kept].stated_by == SEL_NONE &&
           (programme->donor_answer || records->told_by[record] == kept);
}

static const sel_undertaking *gather_undertakings(const sel_study *study,
                                                  const sel_records *records,
                                                  const sel_roster *roster, sel_arena *arena)
{
    sel_undertaking *list = sel_arena_array(arena, roster->undertaking_count, sizeof *list);
    pairs statements = {0};
    pairs tellers = {0};
    for (uint32_t i = 0; i < study->programme_count; i++) {
        uint32_t number = roster->undertaking_of[i];
        bool stated = study->programmes[i].stated_by != SEL_NONE;
        if (stated)
            add_pair(&statements, number, i);
        else if (tells(study, records, i))
            add_pair(&tellers, number, i);
        if (records->kept[i] == i)
            list[number].record = stated ? SEL_NONE : i;
    }
    sel_groups stating = group_pairs(&statements, roster->undertaking_count, arena);
    sel_groups telling = group_pairs(&tellers, roster->undertaking_count, arena);
    for (uint32_t i = 0; i < roster->undertaking_count; i++) {
        list[i].statement_count = sel_groups_of(&stating, i, &list[i].statements);
        list[i].teller_count = sel_groups_of(&telling, i, &list[i].tellers);
        list[i].programme = &study->programmes[sel_undertaking_record(&list[i])];
    }
    return list;
}

static sel_groups group_donors(const sel_study *study, const sel_roster *roster, sel_arena *arena)
{
    pairs found = {0};
    for (uint32_t i = 0; i < roster->undertaking_count; i++) {
        const sel_study_programme *record = roster->undertakings[i].programme;
        for (uint32_t j = 0; j < record->donor_count; j++)
            add_pair(&found, record->donors[j], i);
    }
    return group_pairs(&found, study->organisation_count, arena);
}

/* Recipients of one undertaking: those its record reaches, then those that state it. */
static void add_recipients(const sel_study *study, const sel_undertaking *undertaking,
                           uint32_t number, uint32_t *last_of, pairs *found)
{
    const sel_study_programme *record = undertaking->programme;
    for (uint32_t i = 0; i < record->place_count + undertaking->statement_count; i++) {
        uint32_t recipient =
            i < record->place_count
                ? record->places[i].recipient
                : study->programmes[undertaking->statements[i - record->place_count]].stated_by;
        if (last_of[recipient] == number)
            continue;
        last_of[recipient] = number;
        add_pair(found, recipient, number);
    }
}

static sel_groups group_recipients(const sel_study *study, const sel_roster *roster,
                                   sel_arena *arena)
{
    pairs found = {0};
    uint32_t recipient_count = study->reference->geography.count;
    uint32_t *last_of = sel_memory_resize(NULL, (size_t)recipient_count + 1, sizeof *last_of);
    memset(last_of, 0xff, ((size_t)recipient_count + 1) * sizeof *last_of);
    for (uint32_t i = 0; i < roster->undertaking_count; i++)
        add_recipients(study, &roster->undertakings[i], i, last_of, &found);
    sel_memory_resize(last_of, 0, 1);
    return group_pairs(&found, recipient_count, arena);
}

static sel_groups group_statements(const sel_study *study, sel_arena *arena)
{
    pairs found = {0};
    for (uint32_t i = 0; i < study->programme_count; i++)
        if (study->programmes[i].stated_by != SEL_NONE)
            add_pair(&found, study->programmes[i].stated_by, i);
    return group_pairs(&found, study->reference->geography.count, arena);
}

static bool speaks_of_requests(const sel_study_programme *programme)
{
    return programme->has_request || programme->asked_first != SEL_UNKNOWN;
}

/* Programmes are in the order of their registers, so each register is one run. */
static const bool *registers_with_requests(const sel_study *study, sel_arena *arena)
{
    bool *knows = sel_arena_array(arena, study->programme_count, sizeof *knows);
    for (uint32_t start = 0, end; start < study->programme_count; start = end) {
        bool any = false;
        for (end = start;
             end < study->programme_count && sel_str_equal(study->programmes[end].register_name,
                                                           study->programmes[start].register_name);
             end++)
            any |= speaks_of_requests(&study->programmes[end]);
        for (uint32_t i = start; i < end; i++)
            knows[i] = any;
    }
    return knows;
}

sel_roster sel_roster_compute(const sel_study *study, const sel_records *records, sel_arena *arena)
{
    sel_roster roster = {0};
    uint32_t *undertaking_of =
        sel_arena_array(arena, study->programme_count, sizeof *undertaking_of);
    roster.undertaking_count = number_undertakings(study, records->kept, undertaking_of);
    roster.undertaking_of = undertaking_of;
    roster.undertakings = gather_undertakings(study, records, &roster, arena);
    roster.by_donor = group_donors(study, &roster, arena);
    roster.by_recipient = group_recipients(study, &roster, arena);
    roster.stated_by = group_statements(study, arena);
    roster.knows_requests = registers_with_requests(study, arena);
    roster.openings = sel_openings_none(study, arena);
    for (uint32_t i = 0; i < roster.undertaking_count; i++)
        sel_openings_add(&roster.openings, study, roster.undertakings[i].programme);
    const uint32_t *members;
    for (uint32_t i = 0; i < study->organisation_count; i++)
        roster.donor_count += sel_groups_of(&roster.by_donor, i, &members) > 0;
    return roster;
}
