#include "work/load_answers.h"

#include "domain/disclosure.h"
#include "work/submission_facts.h"

/* A submission of the listing, and what decides whether it counts. */
typedef struct listed {
    sel_study_submission submission;
    sel_str respondent; /* code of a recipient, or of an organisation */
    int64_t received;
    bool replaced; /* the same respondent answered again later, in another round */
} listed;

/* Builds the study while the store lists submissions and answers. */
typedef struct loading {
    const sel_context *context;
    sel_study_builder *builder;
    const char *round;
    listed *submissions; /* by number in the listing */
    uint32_t count;
    uint32_t room;
    sel_arena *arena;
    sel_need_entry *entries; /* one per capability, of the submission being read */
    bool *touched;
    sel_submission_facts facts; /* of that submission */
    uint32_t current;           /* number of that submission in the listing, or SEL_NONE */
} loading;

/* Of the rounds of one respondent the one received last counts, the later listed of two received
 * at once. Submissions of a respondent stand together in the listing. */
static void replace_earlier(loading *l)
{
    listed *last = &l->submissions[l->count - 1];
    for (uint32_t i = l->count - 1; i > 0; i--) {
        listed *other = &l->submissions[i - 1];
        if (!sel_str_equal(other->respondent, last->respondent) ||
            !sel_str_equal(other->submission.agency, last->submission.agency))
            return;
        if (!sel_str_equal(other->submission.questionnaire, last->submission.questionnaire))
            continue;
        *(other->received > last->received ? &last->replaced : &other->replaced) = true;
    }
}

/* Name of the organisation that answers; empty when a recipient does, or nobody we know. */
static sel_str organisation_of(sel_str respondent)
{
    static const sel_str prefix = {SEL_ORGANISATION_PREFIX, sizeof SEL_ORGANISATION_PREFIX - 1};
    return sel_str_starts(respondent, prefix) ? sel_str_part(respondent, prefix.len, respondent.len)
                                              : (sel_str){0};
}

static bool take_submission(void *to, const sel_stored_submission *stored)
{
    loading *l = to;
    l->submissions =
        sel_arena_one_more(l->arena, l->submissions, l->count, &l->room, sizeof *l->submissions);
    listed *kept = &l->submissions[l->count++];
    *kept = (listed){.submission = sel_study_submission_blank(),
                     .respondent = sel_str_copy(l->arena, stored->recipient),
                     .received = stored->received};
    sel_study_submission *submission = &kept->submission;
    submission->recipient = sel_geography_code(&l->context->reference.geography, stored->recipient);
    submission->organisation = organisation_of(kept->respondent);
    submission->known_as = submission->organisation;
    submission->agency = sel_str_copy(l->arena, stored->agency);
    submission->round = sel_str_copy(l->arena, stored->round);
    submission->questionnaire = sel_str_copy(l->arena, stored->questionnaire);
    submission->lead = stored->lead;
    submission->illustrative = stored->illustrative;
    submission->disclosure = (uint8_t)sel_disclosure_of(stored->disclosure);
    submission->answered_on = stored->answered_on;
    replace_earlier(l);
    return true;
}

static uint8_t code_number(sel_str text, const char *const *codes)
{
    for (uint8_t i = 0; codes[i] != NULL; i++)
        if (sel_str_is(text, codes[i]))
            return (uint8_t)(i + 1);
    return 0;
}

static sel_help help_of(const sel_answer *answer)
{
    static const char *const codes[] = {"none", "some", "much", NULL};
    if (answer->kind == SEL_ANSWER_DONT_KNOW)
        return SEL_HELP_DONT_KNOW;
    return answer->kind == SEL_ANSWER_VALUE ? (sel_help)code_number(answer->text, codes)
                                            : SEL_HELP_UNSAID;
}

/* What a regional body or a norm says about a capability is no need. */
static bool is_need(sel_str aspect)
{
    static const char *const aspects[] = {"help", "now", "wanted", "importance", "by", "source"};
    for (size_t i = 0; i < sizeof aspects / sizeof aspects[0]; i++)
        if (sel_str_is(aspect, aspects[i]))
            return true;
    return false;
}

static void take_need(loading *l, const sel_stored_answer *stored)
{
    static const char *const levels[] = {"low", "medium", "high", "vital", NULL};
    uint32_t capability = sel_taxonomy_find(&l->context->reference.taxonomy, stored->capability);
    if (capability == SEL_NONE)
        return;
    const sel_answer *answer = &stored->answer;
    sel_need_entry *entry = &l->entries[capability];
    bool value = answer->kind == SEL_ANSWER_VALUE;
    l->touched[capability] = true;
    if (sel_str_is(stored->aspect, "help"))
        entry->help = help_of(answer);
    else if (sel_str_is(stored->aspect, "now") && value)
        entry->stage = (uint8_t)answer->number;
    else if (sel_str_is(stored->aspect, "wanted") && value)
        entry->target = (uint8_t)answer->number;
    else if (sel_str_is(stored->aspect, "importance") && value)
        entry->importance = code_number(answer->text, levels);
    else if (sel_str_is(stored->aspect, "by") && value)
        sel_date_read(sel_str_part(answer->text, 0, 10), &entry->by);
}

static void take_urgent(loading *l, const sel_stored_answer *stored)
{
    uint32_t capability = sel_taxonomy_find(&l->context->reference.taxonomy, stored->answer.text);
    char last = stored->item.ptr[stored->item.len - 1];
    if (capability != SEL_NONE && last >= '1' && last <= '3') {
        l->entries[capability].urgent = (uint8_t)(last - '0');
        l->touched[capability] = true;
    }
}

static bool counts(const loading *l, const listed *of)
{
    if (of->submission.recipient == SEL_NONE && of->submission.organisation.len == 0)
        return false;
    return l->round == NULL ? !of->replaced : sel_str_is(of->submission.round, l->round);
}

/* Only a recipient or body has needs. */
static void add_entries(loading *l, uint32_t recipient, uint32_t submission)
{
    for (uint32_t i = 0; i < l->context->reference.taxonomy.count; i++)
        if (l->touched[i] && recipient != SEL_NONE) {
            l->entries[i].submission = submission;
            l->entries[i].recipient = recipient;
            l->entries[i].capability = i;
            sel_study_add_entry(l->builder, &l->entries[i]);
        }
}

static void flush_submission(loading *l)
{
    if (l->current == SEL_NONE)
        return;
    const listed *of = &l->submissions[l->current];
    if (counts(l, of)) {
        uint32_t number = sel_study_add_submission(l->builder, &of->submission);
        add_entries(l, of->submission.recipient, number);
        sel_facts_add(&l->facts, &of->submission, number, l->builder);
    } else {
        sel_study_leave_out_submission(l->builder, &of->submission);
    }
    uint32_t count = l->context->reference.taxonomy.count;
    memset(l->entries, 0, count * sizeof *l->entries);
    memset(l->touched, 0, count * sizeof *l->touched);
    sel_facts_clear(&l->facts);
}

static bool take_answer(void *to, const sel_stored_answer *stored)
{
    loading *l = to;
    if (stored->submission != l->current) {
        flush_submission(l);
        l->current = stored->submission;
    }
    sel_study_submission *submission = &l->submissions[l->current].submission;
    submission->items += 1;
    submission->answered += stored->answer.kind == SEL_ANSWER_VALUE;
    if (stored->capability.len > 0 && is_need(stored->aspect))
        take_need(l, stored);
    else if (!sel_facts_take(&l->facts, stored, submission) && sel_str_is(stored->aspect, "urgent"))
        take_urgent(l, stored);
    return true;
}

sel_status sel_load_answers(const sel_context *context, sel_store *store,
                            sel_study_builder *builder, const char *round, sel_error *err)
{
    uint32_t count = context->reference.taxonomy.count;
    loading l = {.context = context,
                 .builder = builder,
                 .round = round,
                 .arena = sel_arena_create(),
                 .current = SEL_NONE};
    l.entries = sel_arena_array(l.arena, count, sizeof *l.entries);
    l.touched = sel_arena_array(l.arena, count, sizeof *l.touched);
    l.facts = sel_facts_begin(&context->reference, l.arena);
    sel_status status = sel_store_each_submission(store, take_submission, &l, err);
    if (status == SEL_OK)
        status = sel_store_each_answer(store, take_answer, &l, err);
    if (status == SEL_OK)
        flush_submission(&l);
    sel_arena_destroy(l.arena);
    return status;
}
