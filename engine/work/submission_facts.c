#include "work/submission_facts.h"

#include "base/number.h"

#include <stddef.h>

static sel_study_mandate blank_mandate(void)
{
    return (sel_study_mandate){.covered = SEL_UNKNOWN};
}

static sel_study_offer blank_offer(void)
{
    return (sel_study_offer){.recipient = SEL_NONE, .capability = SEL_NONE, .donor = SEL_NONE};
}

sel_submission_facts sel_facts_begin(const sel_reference *reference, sel_arena *arena)
{
    uint32_t count = reference->taxonomy.count;
    sel_submission_facts facts = {.reference = reference, .arena = arena};
    facts.mandates = sel_arena_array(arena, count, sizeof *facts.mandates);
    facts.mandated = sel_arena_array(arena, count, sizeof *facts.mandated);
    sel_facts_clear(&facts);
    return facts;
}

void sel_facts_clear(sel_submission_facts *facts)
{
    for (uint32_t i = 0; i < facts->reference->taxonomy.count; i++) {
        facts->mandates[i] = blank_mandate();
        facts->mandated[i] = false;
    }
    for (uint32_t i = 0; i < SEL_STATEMENT_ROWS_MAX; i++)
        facts->offers[i] = blank_offer();
}

static uint16_t number_of(const sel_answer *answer)
{
    bool counted = answer->kind == SEL_ANSWER_VALUE && answer->is_number && answer->number >= 0 &&
                   answer->number < SEL_NOT_COUNTED;
    return (uint16_t)(counted ? answer->number : SEL_NOT_COUNTED);
}

/* How an answer is read. */
typedef enum fact_form {
    FACT_YES_NO,
    FACT_YES_NO_APPLIES, /* that it does not apply is an answer too */
    FACT_COUNT
} fact_form;

typedef struct fact {
    const char *aspect;
    size_t offset; /* in sel_study_submission */
    fact_form form;
} fact;

static const fact facts_of_submission[] = {
    {"programmes_max", offsetof(sel_study_submission, programmes_max), FACT_COUNT},
    {"assessments_held", offsetof(sel_study_submission, assessments_held), FACT_COUNT},
    {"assessments_joint", offsetof(sel_study_submission, assessments_joint), FACT_COUNT},
    {"took_part_sessions", offsetof(sel_study_submission, attended), FACT_YES_NO},
    {"made_statement", offsetof(sel_study_submission, stated), FACT_YES_NO},
    {"sponsorship_used", offsetof(sel_study_submission, sponsored), FACT_YES_NO},
    {"sponsorship_needed", offsetof(sel_study_submission, wants_sponsorship), FACT_YES_NO},
    {"poc_listed", offsetof(sel_study_submission, listed), FACT_YES_NO},
    {"support_declined", offsetof(sel_study_submission, declined), FACT_YES_NO},
    {"enabling_forum", offsetof(sel_study_submission, enabling[0]), FACT_YES_NO_APPLIES},
    {"enabling_legal", offsetof(sel_study_submission, enabling[1]), FACT_YES_NO_APPLIES},
    {"enabling_minutes", offsetof(sel_study_submission, enabling[2]), FACT_YES_NO_APPLIES},
    {"enabling_feedback", offsetof(sel_study_submission, enabling[3]), FACT_YES_NO_APPLIES},
    {"division_agreed", offsetof(sel_study_submission, division_agreed), FACT_YES_NO},
};

static bool take_fact(const sel_stored_answer *stored, sel_study_submission *submission)
{
    for (size_t i = 0; i < sizeof facts_of_submission / sizeof facts_of_submission[0]; i++) {
        const fact *one = &facts_of_submission[i];
        if (!sel_str_is(stored->aspect, one->aspect))
            continue;
        void *field = (char *)submission + one->offset;
        if (one->form == FACT_COUNT)
            *(uint16_t *)field = number_of(&stored->answer);
        else if (one->form == FACT_YES_NO_APPLIES &&
                 stored->answer.kind == SEL_ANSWER_NOT_APPLICABLE)
            *(int8_t *)field = SEL_DOES_NOT_APPLY;
        else
            *(int8_t *)field = sel_answer_truth(&stored->answer);
        return true;
    }
    return false;
}

static void take_contact(const sel_answer *answer, sel_study_submission *submission)
{
    int8_t said = sel_answer_truth(answer);
    if (said == 1)
        submission->poc_yes += 1;
    else if (said == 0)
        submission->poc_no += 1;
    else if (answer->kind == SEL_ANSWER_NOT_APPLICABLE)
        submission->poc_inapplicable += 1;
    else
        submission->poc_other += 1;
}

/* Practice is chosen by the names of kinds of help, or "none". */
static uint16_t kinds_of(const sel_answer *answer)
{
    sel_str rest = sel_answer_text(answer);
    sel_str part;
    uint16_t kinds = 0;
    while (sel_str_next(&rest, ' ', &part)) {
        int kind = sel_kind_find(part);
        if (kind >= 0)
            kinds = (uint16_t)(kinds | 1U << kind);
    }
    return kinds;
}

static bool take_mandate(sel_submission_facts *facts, const sel_stored_answer *stored)
{
    if (!sel_str_starts(stored->aspect, SEL_STR("mandate")) &&
        !sel_str_is(stored->aspect, "practice"))
        return false;
    uint32_t capability = sel_taxonomy_find(&facts->reference->taxonomy, stored->capability);
    if (capability == SEL_NONE)
        return false;
    sel_study_mandate *mandate = &facts->mandates[capability];
    if (sel_str_is(stored->aspect, "mandate"))
        mandate->covered = sel_answer_truth(&stored->answer);
    else if (sel_str_is(stored->aspect, "mandate_instrument"))
        mandate->cited = sel_answer_text(&stored->answer).len > 0;
    else if (sel_str_is(stored->aspect, "mandate_lead"))
        mandate->lead = sel_str_copy(facts->arena, sel_answer_text(&stored->answer));
    else if (sel_str_is(stored->aspect, "practice"))
        mandate->practice = kinds_of(&stored->answer);
    else
        return false;
    facts->mandated[capability] = true;
    return true;
}

static sel_reaction reaction_of(sel_str code)
{
    static const struct {
        const char *code;
        sel_reaction reaction;
    } reactions[] = {{"pending", SEL_REACTION_PENDING},
                     {"met", SEL_REACTION_MET},
                     {"partly", SEL_REACTION_PARTLY},
                     {"declined", SEL_REACTION_DECLINED}};
    for (size_t i = 0; i < sizeof reactions / sizeof reactions[0]; i++)
        if (sel_str_is(code, reactions[i].code))
            return reactions[i].reaction;
    return SEL_REACTION_UNKNOWN;
}

/* "answered_request.3.received" */
static bool take_offer(sel_submission_facts *facts, const sel_stored_answer *stored)
{
    static const sel_str opening = {"answered_request.", 17};
    if (!sel_str_starts(stored->aspect, opening))
        return false;
    sel_str field = sel_str_part(stored->aspect, opening.len, stored->aspect.len);
    sel_str number;
    int64_t row = 0;
    if (!sel_str_next(&field, '.', &number) || !sel_number_integer(number, &row) || row < 1 ||
        row > SEL_STATEMENT_ROWS_MAX)
        return false;
    sel_study_offer *offer = &facts->offers[row - 1];
    if (sel_str_is(field, "recipient"))
        offer->recipient =
            sel_geography_find(&facts->reference->geography, sel_answer_text(&stored->answer));
    else if (sel_str_is(field, "capability"))
        offer->capability =
            sel_taxonomy_find(&facts->reference->taxonomy, sel_answer_text(&stored->answer));
    else if (sel_str_is(field, "received"))
        offer->received = sel_answer_days(&stored->answer);
    else if (sel_str_is(field, "answered"))
        offer->answered = sel_answer_days(&stored->answer);
    else if (sel_str_is(field, "answer"))
        offer->reaction = reaction_of(sel_answer_text(&stored->answer));
    return true;
}

static bool is_between(sel_str aspect, sel_str start, sel_str end)
{
    return sel_str_starts(aspect, start) && aspect.len > end.len &&
           sel_str_equal(sel_str_part(aspect, aspect.len - end.len, end.len), end);
}

/* "support.2.programme", "programme.2.title" */
static bool opens_statement(sel_str aspect)
{
    return is_between(aspect, SEL_STR("support."), SEL_STR(".programme")) ||
           is_between(aspect, SEL_STR("programme."), SEL_STR(".title"));
}

bool sel_facts_take(sel_submission_facts *facts, const sel_stored_answer *stored,
                    sel_study_submission *submission)
{
    if (sel_str_starts(stored->aspect, SEL_STR("poc."))) {
        take_contact(&stored->answer, submission);
        return true;
    }
    if (opens_statement(stored->aspect)) {
        submission->states_support |= sel_answer_text(&stored->answer).len > 0;
        return true;
    }
    if (sel_str_is(stored->aspect, "organisation") && submission->organisation.len > 0) {
        if (sel_answer_text(&stored->answer).len > 0)
            submission->organisation = sel_str_copy(facts->arena, sel_answer_text(&stored->answer));
        return true;
    }
    return take_fact(stored, submission) || take_offer(facts, stored) ||
           take_mandate(facts, stored);
}

void sel_facts_add(const sel_submission_facts *facts, const sel_study_submission *submission,
                   uint32_t number, sel_study_builder *builder)
{
    const sel_reference *reference = facts->reference;
    bool body = submission->recipient != SEL_NONE &&
                reference->geography.recipients[submission->recipient].body;
    for (uint32_t i = 0; body && i < reference->taxonomy.count; i++) {
        sel_study_mandate mandate = facts->mandates[i];
        mandate.capability = i;
        mandate.body = submission->recipient;
        mandate.submission = number;
        if (facts->mandated[i])
            sel_study_add_mandate(builder, &mandate);
    }
    for (uint32_t i = 0; submission->recipient == SEL_NONE && i < SEL_STATEMENT_ROWS_MAX; i++) {
        sel_study_offer offer = facts->offers[i];
        offer.submission = number;
        if (offer.recipient != SEL_NONE && offer.capability != SEL_NONE)
            sel_study_add_offer(builder, &offer);
    }
}
