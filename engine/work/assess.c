#include "work/assess.h"

#include "store/store_programmes.h"
#include "work/organisations.h"
#include "work/record_decisions.h"
#include "work/records_ahead.h"

/** Programmes that are worth a thread. */
enum { MANY_PROGRAMMES = 2000 };

/* A submission of the listing, and what decides whether it counts. */
typedef struct listed {
    sel_study_submission submission;
    sel_str questionnaire;
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
    uint32_t current; /* number of that submission in the listing, or SEL_NONE */
} loading;

/* Of the rounds of one respondent the one received last counts, the later listed of two received
 * at once. Submissions of a respondent stand together in the listing. */
static void replace_earlier(loading *l)
{
    listed *last = &l->submissions[l->count - 1];
    for (uint32_t i = l->count - 1; i > 0; i--) {
        listed *other = &l->submissions[i - 1];
        if (other->submission.recipient != last->submission.recipient ||
            !sel_str_equal(other->submission.agency, last->submission.agency))
            return;
        if (!sel_str_equal(other->questionnaire, last->questionnaire))
            continue;
        *(other->received > last->received ? &last->replaced : &other->replaced) = true;
    }
}

static bool take_submission(void *to, const sel_stored_submission *stored)
{
    loading *l = to;
    l->submissions =
        sel_arena_one_more(l->arena, l->submissions, l->count, &l->room, sizeof *l->submissions);
    l->submissions[l->count++] = (listed){
        .submission =
            {
                .recipient =
                    sel_geography_code(&l->context->reference.geography, stored->recipient),
                .agency = sel_str_copy(l->arena, stored->agency),
                .round = sel_str_copy(l->arena, stored->round),
                .lead = stored->lead,
                .illustrative = stored->illustrative,
                .answered_on = stored->answered_on,
            },
        .questionnaire = sel_str_copy(l->arena, stored->questionnaire),
        .received = stored->received,
    };
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

static void take_capability_answer(loading *l, uint32_t capability, const sel_stored_answer *stored)
{
    static const char *const levels[] = {"low", "medium", "high", "vital", NULL};
    const sel_answer *answer = &stored->answer;
    sel_need_entry *entry = &l->entries[capability];
    bool value = answer->kind == SEL_ANSWER_VALUE;
    l->touched[capability] |= is_need(stored->aspect);
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

static void take_contact(loading *l, const sel_answer *answer)
{
    sel_study_submission *submission = &l->submissions[l->current].submission;
    if (answer->kind == SEL_ANSWER_VALUE && sel_str_is(answer->text, "yes"))
        submission->poc_yes += 1;
    else if (answer->kind == SEL_ANSWER_VALUE && sel_str_is(answer->text, "no"))
        submission->poc_no += 1;
    else if (answer->kind != SEL_ANSWER_NOT_APPLICABLE)
        submission->poc_other += 1;
}

static bool counts(const loading *l, const listed *of)
{
    if (of->submission.recipient == SEL_NONE)
        return false;
    return l->round == NULL ? !of->replaced : sel_str_is(of->submission.round, l->round);
}

static void flush_submission(loading *l)
{
    if (l->current == SEL_NONE)
        return;
    const listed *of = &l->submissions[l->current];
    if (counts(l, of)) {
        uint32_t number = sel_study_add_submission(l->builder, &of->submission);
        for (uint32_t i = 0; i < l->context->reference.taxonomy.count; i++)
            if (l->touched[i]) {
                l->entries[i].submission = number;
                l->entries[i].recipient = of->submission.recipient;
                l->entries[i].capability = i;
                sel_study_add_entry(l->builder, &l->entries[i]);
            }
    }
    uint32_t count = l->context->reference.taxonomy.count;
    memset(l->entries, 0, count * sizeof *l->entries);
    memset(l->touched, 0, count * sizeof *l->touched);
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
    if (sel_str_starts(stored->aspect, SEL_STR("poc."))) {
        take_contact(l, &stored->answer);
    } else if (stored->capability.len > 0) {
        uint32_t capability =
            sel_taxonomy_find(&l->context->reference.taxonomy, stored->capability);
        if (capability != SEL_NONE)
            take_capability_answer(l, capability, stored);
    } else if (sel_str_is(stored->aspect, "urgent")) {
        take_urgent(l, stored);
    }
    return true;
}

static bool take_request(void *to, const sel_request *request)
{
    sel_study_add_request(to, request);
    return true;
}

/* Where decisions go. */
typedef struct deciding {
    sel_study_builder *builder;
    sel_reply_gathering *replies;
} deciding;

static bool take_decision(void *to, const sel_decision *stored)
{
    const deciding *d = to;
    sel_organisation_decision decision;
    sel_record_verdict verdict;
    if (sel_organisation_decision_of(stored, &decision))
        sel_study_decide(d->builder, &decision);
    else if (sel_record_decision_of(stored, &verdict))
        sel_study_decide_records(d->builder, stored->subject, stored->other, verdict);
    else
        sel_reply_gather(d->replies, stored);
    return true;
}

static sel_status load_answers(const sel_context *context, sel_store *store,
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
    sel_status status = sel_store_each_submission(store, take_submission, &l, err);
    if (status == SEL_OK)
        status = sel_store_each_answer(store, take_answer, &l, err);
    if (status == SEL_OK)
        flush_submission(&l);
    sel_arena_destroy(l.arena);
    return status;
}

/** Programmes on their way from the store to the study. */
typedef struct programmes_load {
    sel_store *store;
    sel_study_builder *builder;
    uint64_t set_aside;
} programmes_load;

static sel_status read_programmes(void *of, sel_programme_sink sink, sel_issues *issues,
                                  sel_error *err)
{
    (void)issues;
    programmes_load *l = of;
    return sel_store_scan_programmes(l->store, sink, &l->set_aside, err);
}

static void make_nothing(void *to, sel_programme *record, char content[SEL_HASH_ROOM],
                         sel_arena *arena)
{
    (void)to;
    (void)record;
    (void)arena;
    content[0] = '\0';
}

static bool take_programme(void *to, const sel_programme *record, const char *content)
{
    (void)content;
    return sel_study_add_programme(to, record);
}

/* Many are read in a thread of their own, while the study takes them. */
static sel_status load_programmes(sel_store *store, sel_study_builder *builder, bool many,
                                  sel_error *err)
{
    programmes_load l = {.store = store, .builder = builder};
    sel_records_work work = {.read = read_programmes,
                             .reader = &l,
                             .make = make_nothing,
                             .take = take_programme,
                             .taker = builder,
                             .apart = many};
    sel_issues none = {0};
    sel_status status = sel_records_ahead(&work, &none, err);
    sel_study_add_set_aside(builder, l.set_aside);
    return status;
}

static sel_day choose_day(const sel_context *context, const sel_assess_options *options,
                          const sel_store_state *state)
{
    int64_t newest = state->any_received ? state->newest_received : context->now;
    return options->as_of.known ? options->as_of.earliest : sel_time_day(newest);
}

static sel_status load(const sel_context *context, sel_store *store,
                       const sel_assess_options *options, sel_assessment *assessment,
                       sel_reply_gathering *replies, sel_error *err)
{
    sel_study_options study = {.reporting_currency = "USD"};
    sel_store_state state = {0};
    sel_status status = sel_store_status(store, assessment->arena, &state, err);
    if (status != SEL_OK)
        return status;
    study.as_of = choose_day(context, options, &state);
    assessment->builder = sel_study_builder_create(&context->reference, &context->model, &study);
    status = load_answers(context, store, assessment->builder, options->round, err);
    if (status == SEL_OK)
        status = sel_store_each_request(store, take_request, assessment->builder, err);
    if (status == SEL_OK)
        status = sel_store_each_decision(store, take_decision,
                                         &(deciding){assessment->builder, replies}, err);
    if (status == SEL_OK && !options->without_programmes)
        status =
            load_programmes(store, assessment->builder, state.programmes > MANY_PROGRAMMES, err);
    return status;
}

/* The choice lies in the arena, where the options may refer to it for good. */
static sel_status choose_pairs(const sel_assess_options *options, sel_assessment *assessment,
                               sel_error *err)
{
    sel_asked *asked = &assessment->asked;
    sel_status status = sel_overlap_choose(assessment->study, options->donor, options->recipient,
                                           assessment->arena, asked, err);
    if (status != SEL_OK)
        return status;
    sel_overlap_choice *only = sel_arena_array(assessment->arena, 1, sizeof *only);
    *only = asked->choice;
    assessment->comparing = options->overlap;
    assessment->comparing.only = asked->any ? only : NULL;
    if (assessment->comparing.top == 0)
        assessment->comparing.top = 50;
    return SEL_OK;
}

sel_status sel_assess_open(const sel_context *context, sel_store *store,
                           const sel_assess_options *options, sel_assessment *assessment,
                           sel_error *err)
{
    *assessment = (sel_assessment){.arena = sel_arena_create()};
    /* All listings of one moment: answers refer to the listing of submissions. */
    sel_status status = sel_store_begin(store, err);
    if (status != SEL_OK)
        return status;
    sel_reply_gathering replies = {.arena = assessment->arena};
    status = load(context, store, options, assessment, &replies, err);
    sel_store_rollback(store);
    if (status != SEL_OK)
        return status;
    const sel_study *study = sel_study_finish(assessment->builder);
    assessment->study = study;
    assessment->replies = sel_reply_settle(&replies, study);
    status = choose_pairs(options, assessment, err);
    if (status != SEL_OK)
        return status;
    assessment->needs = sel_needs_compute(study, assessment->arena);
    assessment->records = sel_records_compute(study, assessment->arena);
    assessment->roster = sel_roster_compute(study, &assessment->records, assessment->arena);
    assessment->supplies = sel_supply_compute(study, &assessment->needs,
                                              assessment->records.counted, assessment->arena);
    if (!options->without_overlap) {
        assessment->spread =
            sel_fragmentation_compute(study, assessment->records.counted, 0, assessment->arena);
        status = sel_overlap_compute(study, &assessment->needs, &assessment->supplies,
                                     &assessment->records, &assessment->comparing,
                                     assessment->arena, &assessment->overlap, err);
    }
    assessment->evidence = (sel_evidence){.study = study,
                                          .needs = &assessment->needs,
                                          .records = &assessment->records,
                                          .roster = &assessment->roster,
                                          .supplies = &assessment->supplies,
                                          .overlap = &assessment->overlap,
                                          .spread = &assessment->spread,
                                          .arena = assessment->arena};
    return status;
}

void sel_assess_close(sel_assessment *assessment)
{
    sel_study_builder_destroy(assessment->builder);
    sel_arena_destroy(assessment->arena);
    *assessment = (sel_assessment){0};
}
