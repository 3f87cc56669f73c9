#include "work/record_decisions.h"

#include "base/nearest.h"
#include "store/store_programmes.h"

/* Verdicts as people write them and as the store calls them. */
static const struct {
    const char *word;
    const char *kind;
} verdicts[] = {
    [SEL_RECORDS_SAME] = {"same", "same"},
    [SEL_RECORDS_DIFFERENT] = {"different", "not-same"},
    [SEL_RECORDS_RELATED] = {"related", "related"},
};

enum { VERDICTS = sizeof verdicts / sizeof verdicts[0] };

bool sel_record_decision_of(const sel_decision *stored, sel_record_verdict *verdict)
{
    for (int i = 0; i < VERDICTS; i++)
        if (sel_str_is(stored->kind, verdicts[i].kind)) {
            *verdict = (sel_record_verdict)i;
            return true;
        }
    return false;
}

const char *sel_record_verdict_word(sel_record_verdict verdict)
{
    return verdicts[verdict].word;
}

bool sel_record_verdict_find(sel_str word, sel_record_verdict *verdict)
{
    for (int i = 0; i < VERDICTS; i++)
        if (sel_str_is(word, verdicts[i].word)) {
            *verdict = (sel_record_verdict)i;
            return true;
        }
    return false;
}

/* Looks for the two records, and what is decided of them so far. */
typedef struct looking {
    sel_arena *arena;
    sel_arena *scratch;
    sel_str addresses[2]; /* in byte order */
    sel_str titles[2];
    bool found[2];
    sel_nearest nearest[2];
    bool decided;
    sel_record_verdict verdict;
} looking;

static bool take_programme(void *to, const sel_programme *record)
{
    looking *l = to;
    sel_arena_reset(l->scratch);
    sel_str address = sel_record_address(l->scratch, record);
    for (int i = 0; i < 2; i++) {
        if (sel_str_equal(address, l->addresses[i])) {
            l->found[i] = true;
            l->titles[i] = sel_str_copy(l->arena, record->title);
        } else if (!l->found[i] && sel_nearest_offer(&l->nearest[i], address)) {
            l->nearest[i].name = sel_str_copy(l->arena, address);
        }
    }
    return true;
}

static bool is_about(const looking *l, const sel_decision *decision)
{
    return (sel_str_equal(decision->subject, l->addresses[0]) &&
            sel_str_equal(decision->other, l->addresses[1])) ||
           (sel_str_equal(decision->subject, l->addresses[1]) &&
            sel_str_equal(decision->other, l->addresses[0]));
}

static bool take_decision(void *to, const sel_decision *decision)
{
    looking *l = to;
    sel_record_verdict verdict;
    if (sel_record_decision_of(decision, &verdict) && is_about(l, decision)) {
        l->decided = true;
        l->verdict = verdict;
    }
    return true;
}

static sel_status refuse_address(const looking *l, int i, sel_error *err)
{
    sel_str wanted = sel_str_part(l->addresses[i], 0, 200);
    sel_str nearest = sel_str_part(l->nearest[i].name, 0, 200);
    if (nearest.len > 0)
        return sel_fail(err, SEL_NOT_FOUND, "there is no record '%.*s'; did you mean '%.*s'?",
                        SEL_STR_ARG(wanted), SEL_STR_ARG(nearest));
    return sel_fail(err, SEL_NOT_FOUND, "there is no record '%.*s'", SEL_STR_ARG(wanted));
}

static sel_status look(sel_store *store, looking *l, sel_error *err)
{
    sel_status status =
        sel_store_each_programme(store, 0, (sel_programme_sink){take_programme, l}, err);
    if (status == SEL_OK)
        status = sel_store_each_decision(store, take_decision, l, err);
    for (int i = 0; i < 2 && status == SEL_OK; i++)
        if (!l->found[i])
            status = refuse_address(l, i, err);
    return status;
}

static sel_status check_call(const sel_record_call *call, sel_error *err)
{
    if (sel_str_trim(call->by).len == 0)
        return sel_fail(err, SEL_USAGE, "say who decides: --by OFFICE (an office, not a person)");
    if (sel_str_equal(sel_str_trim(call->a), sel_str_trim(call->b)))
        return sel_fail(err, SEL_USAGE, "give two different records, not twice '%.*s'",
                        SEL_STR_ARG(sel_str_part(sel_str_trim(call->a), 0, 200)));
    return SEL_OK;
}

static sel_status put(const sel_context *context, sel_store *store, const sel_record_call *call,
                      const looking *l, sel_error *err)
{
    const sel_decision decision = {.kind = sel_str_of(verdicts[call->verdict].kind),
                                   .subject = l->addresses[0],
                                   .other = l->addresses[1],
                                   .by = sel_str_trim(call->by),
                                   .at = context->now,
                                   .reason = sel_str_trim(call->why)};
    sel_status status = sel_store_put_decision(store, &decision, err);
    return status == SEL_OK ? sel_store_commit(store, err) : status;
}

sel_status sel_record_decide(const sel_context *context, sel_store *store,
                             const sel_record_call *call, sel_arena *arena,
                             sel_record_outcome *outcome, sel_error *err)
{
    *outcome = (sel_record_outcome){0};
    sel_status status = check_call(call, err);
    if (status != SEL_OK)
        return status;
    sel_str a = sel_str_trim(call->a);
    sel_str b = sel_str_trim(call->b);
    bool ordered = sel_str_compare(a, b) < 0;
    looking l = {.arena = arena, .addresses = {ordered ? a : b, ordered ? b : a}};
    for (int i = 0; i < 2; i++)
        l.nearest[i] = sel_nearest_start(l.addresses[i]);
    status = sel_store_begin(store, err);
    if (status != SEL_OK)
        return status;
    l.scratch = sel_arena_create();
    status = look(store, &l, err);
    sel_arena_destroy(l.scratch);
    bool changed = status == SEL_OK && !(l.decided && l.verdict == call->verdict);
    if (changed)
        status = put(context, store, call, &l, err);
    sel_store_rollback(store);
    *outcome = (sel_record_outcome){changed && status == SEL_OK, l.addresses[0], l.addresses[1],
                                    l.titles[0], l.titles[1]};
    return status;
}
