#include "work/assess.h"

#include "store/store_programmes.h"
#include "work/load_answers.h"
#include "work/organisations.h"
#include "work/record_decisions.h"
#include "work/records_ahead.h"

/** Programmes that are worth a thread. */
enum { MANY_PROGRAMMES = 2000 };

static bool take_request(void *to, const sel_request *request)
{
    sel_study_add_request(to, request);
    return true;
}

static sel_status load_requests(sel_store *store, sel_study_builder *builder, sel_error *err)
{
    sel_status status = sel_store_each_request(store, take_request, builder, err);
    return status == SEL_OK ? sel_store_each_withdrawn_request(store, take_request, builder, err)
                            : status;
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
    status = sel_load_answers(context, store, assessment->builder, options->round, err);
    if (status == SEL_OK)
        status = load_requests(store, assessment->builder, err);
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
    if (!options->without_overlap)
        status = sel_overlap_compute(study, &assessment->needs, &assessment->supplies,
                                     &assessment->records, &assessment->comparing,
                                     assessment->arena, &assessment->overlap, err);
    assessment->evidence = (sel_evidence){.study = study,
                                          .needs = &assessment->needs,
                                          .records = &assessment->records,
                                          .roster = &assessment->roster,
                                          .supplies = &assessment->supplies,
                                          .overlap = &assessment->overlap,
                                          .arena = assessment->arena};
    return status;
}

void sel_assess_close(sel_assessment *assessment)
{
    sel_study_builder_destroy(assessment->builder);
    sel_arena_destroy(assessment->arena);
    *assessment = (sel_assessment){0};
}
