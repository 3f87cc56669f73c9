#include "work/right_of_reply.h"

#include "base/text.h"

static const char *const codes[SEL_REPLY_KINDS] = {[SEL_REPLY_SHOWN] = "shown",
                                                   [SEL_REPLY_AGREES] = "agrees",
                                                   [SEL_REPLY_DISAGREES] = "disagrees",
                                                   [SEL_REPLY_COMMENTS] = "comments"};

const char *sel_reply_code(sel_reply_kind kind)
{
    return codes[kind];
}

sel_reply_kind sel_reply_kind_of(sel_str code)
{
    int kind = 0;
    while (kind < SEL_REPLY_KINDS && !sel_str_is(code, codes[kind]))
        kind++;
    return (sel_reply_kind)kind;
}

/* --- from decisions --- */

void sel_reply_gather(sel_reply_gathering *gathering, const sel_decision *stored)
{
    if (sel_reply_kind_of(stored->kind) == SEL_REPLY_KINDS)
        return;
    sel_arena *arena = gathering->arena;
    gathering->list = sel_arena_one_more(arena, gathering->list, gathering->count, &gathering->room,
                                         sizeof *gathering->list);
    gathering->list[gathering->count++] =
        (sel_decision){.kind = sel_str_copy(arena, stored->kind),
                       .subject = sel_str_copy(arena, stored->subject),
                       .other = sel_str_copy(arena, stored->other),
                       .by = sel_str_copy(arena, stored->by),
                       .at = stored->at,
                       .reason = sel_str_copy(arena, stored->reason)};
}

static int by_pair(const void *x, const void *y)
{
    const sel_pair_reply *left = x;
    const sel_pair_reply *right = y;
    if (left->a != right->a)
        return left->a < right->a ? -1 : 1;
    if (left->b != right->b)
        return left->b < right->b ? -1 : 1;
    return (left->order > right->order) - (left->order < right->order);
}

sel_pair_replies sel_reply_settle(const sel_reply_gathering *gathering, const sel_study *study)
{
    sel_pair_reply *list = sel_arena_array(gathering->arena, gathering->count, sizeof *list);
    sel_pair_replies replies = {.list = list};
    for (uint32_t i = 0; i < gathering->count; i++) {
        const sel_decision *from = &gathering->list[i];
        uint32_t a = sel_study_programme_find(study, from->subject);
        uint32_t b = sel_study_programme_find(study, from->other);
        if (a == SEL_NONE || b == SEL_NONE || a == b) {
            replies.lost += 1;
            continue;
        }
        list[replies.count++] = (sel_pair_reply){.a = a < b ? a : b,
                                                 .b = a < b ? b : a,
                                                 .kind = sel_reply_kind_of(from->kind),
                                                 .office = from->by,
                                                 .party = sel_roll_find(study->roll, from->by),
                                                 .on = sel_time_day(from->at),
                                                 .why = from->reason,
                                                 .order = i};
    }
    if (replies.count > 0)
        qsort(list, replies.count, sizeof *list, by_pair);
    return replies;
}

const sel_pair_reply *sel_replies_about(const sel_pair_replies *replies, uint32_t a, uint32_t b,
                                        uint32_t *count)
{
    const sel_pair_reply wanted = {.a = a, .b = b};
    uint32_t low = 0;
    uint32_t high = replies->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (by_pair(&replies->list[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    *count = 0;
    while (low + *count < replies->count && replies->list[low + *count].a == a &&
           replies->list[low + *count].b == b)
        *count += 1;
    return *count == 0 ? NULL : &replies->list[low];
}

/* --- how far a pair is --- */

static bool has_donor(const sel_study *study, const sel_study_programme *programme, uint32_t party)
{
    for (uint32_t i = 0; party != SEL_NONE && i < programme->donor_count; i++)
        if (programme->donors[i] == study->organisations[party].donor)
            return true;
    return false;
}

static bool is_one_office(const sel_pair_reply *x, const sel_pair_reply *y)
{
    return x->party == SEL_NONE ? sel_str_equal(x->office, y->office) : x->party == y->party;
}

/* Being shown it again takes nothing back. */
bool sel_reply_is_outdated(const sel_pair_reply *list, uint32_t count, uint32_t number)
{
    for (uint32_t i = number + 1; i < count; i++) {
        bool newer = list[i].kind != SEL_REPLY_SHOWN || list[number].kind == SEL_REPLY_SHOWN;
        if (newer && is_one_office(&list[i], &list[number]))
            return true;
    }
    return false;
}

sel_reply_state sel_reply_state_of(const sel_pair_replies *replies, const sel_study *study,
                                   uint32_t a, uint32_t b)
{
    const sel_study_programme *sides[] = {&study->programmes[a], &study->programmes[b]};
    if (sides[0]->coordinated == 1 && sides[1]->coordinated == 1)
        return SEL_STATE_CONFIRMED;
    uint32_t count;
    const sel_pair_reply *list = sel_replies_about(replies, a, b, &count);
    bool agrees[2] = {false};
    bool disagrees = false;
    for (uint32_t i = 0; i < count; i++) {
        if (list[i].kind == SEL_REPLY_SHOWN || sel_reply_is_outdated(list, count, i))
            continue;
        for (int side = 0; side < 2; side++) {
            bool speaks = has_donor(study, sides[side], list[i].party);
            agrees[side] |= speaks && list[i].kind == SEL_REPLY_AGREES;
            disagrees |= speaks && list[i].kind == SEL_REPLY_DISAGREES;
        }
    }
    if (disagrees)
        return SEL_STATE_DISPUTED;
    if (agrees[0] && agrees[1])
        return SEL_STATE_CONFIRMED;
    if (agrees[0] || agrees[1])
        return SEL_STATE_AGREED;
    return count > 0 ? SEL_STATE_SHOWN : SEL_STATE_NOT_SHOWN;
}

/* --- into the store --- */

/* Parties and donors of a record, each once among those of both, for a person who looked for one.
 */
static void list_parties(const sel_study *study, const sel_study_programme *of, sel_text *names)
{
    for (uint32_t i = 0; i < of->party_count; i++) {
        sel_str name = study->organisations[of->parties[i].organisation].name;
        if (names->len > 0 && sel_str_find(sel_text_str(names), name) < names->len)
            continue;
        sel_text_printf(names, "%s%.*s", names->len == 0 ? "" : ", ", SEL_STR_ARG(name));
    }
}

static bool is_party(const sel_study *study, const sel_study_programme *of, uint32_t organisation)
{
    for (uint32_t i = 0; i < of->party_count; i++)
        if (of->parties[i].organisation == organisation)
            return true;
    return has_donor(study, of, organisation);
}

static sel_status check_office(const sel_study *study, const sel_reply_call *call, uint32_t a,
                               uint32_t b, sel_error *err)
{
    if (call->office.len == 0)
        return sel_fail(err, SEL_USAGE, "name the office, not a person");
    const sel_study_programme *sides[] = {&study->programmes[a], &study->programmes[b]};
    uint32_t party = sel_roll_find(study->roll, call->office);
    if (party != SEL_NONE && (is_party(study, sides[0], party) || is_party(study, sides[1], party)))
        return SEL_OK;
    sel_arena *scratch = sel_arena_create();
    sel_text names = {.arena = scratch};
    list_parties(study, sides[0], &names);
    list_parties(study, sides[1], &names);
    sel_status status =
        sel_fail(err, SEL_NOT_FOUND, "'%.*s' has no part in either programme; these have: %.*s",
                 SEL_STR_ARG(sel_str_part(call->office, 0, 100)),
                 SEL_STR_ARG(sel_str_part(sel_text_str(&names), 0, 600)));
    sel_arena_destroy(scratch);
    return status;
}

static sel_status find_record(const sel_study *study, sel_str address, uint32_t *programme,
                              sel_error *err)
{
    *programme = sel_study_programme_find(study, address);
    if (*programme != SEL_NONE)
        return SEL_OK;
    return sel_fail(err, SEL_NOT_FOUND,
                    "there is no programme '%.*s'; see 'selaras list programmes'",
                    SEL_STR_ARG(sel_str_part(address, 0, 200)));
}

static sel_status keep(sel_store *store, const sel_decision *decision, sel_error *err)
{
    sel_status status = sel_store_begin(store, err);
    if (status != SEL_OK)
        return status;
    status = sel_store_put_decision(store, decision, err);
    if (status == SEL_OK)
        status = sel_store_commit(store, err);
    sel_store_rollback(store);
    return status;
}

sel_status sel_reply_put(const sel_context *context, const sel_study *study, sel_store *store,
                         const sel_reply_call *call, sel_error *err)
{
    enum { DAY_SECONDS = 86400 };
    uint32_t a;
    uint32_t b;
    sel_status status = find_record(study, call->a, &a, err);
    if (status == SEL_OK)
        status = find_record(study, call->b, &b, err);
    if (status != SEL_OK)
        return status;
    if (a == b)
        return sel_fail(err, SEL_USAGE, "give two programmes, not one twice");
    status = check_office(study, call, a, b, err);
    if (status != SEL_OK)
        return status;
    if (call->on.known && call->on.earliest > sel_time_day(context->now))
        return sel_fail(err, SEL_USAGE, "give a day that has been");
    const sel_decision decision = {.kind = sel_str_of(codes[call->kind]),
                                   .subject = call->a,
                                   .other = call->b,
                                   .by = call->office,
                                   .at = call->on.known ? (int64_t)call->on.earliest * DAY_SECONDS
                                                        : context->now,
                                   .reason = call->why};
    return keep(store, &decision, err);
}
