#include "domain/study.h"

#include "domain/disclosure.h"
#include "domain/statement.h"
#include "domain/study_decisions.h"
#include "domain/study_links.h"
#include "domain/study_order.h"
#include "domain/study_programme.h"
#include "domain/study_submissions.h"

struct sel_study_builder {
    sel_arena *arena;
    sel_study study;
    uint32_t open_months;
    sel_organisation_roll *roll;
    sel_study_programme *programmes;
    uint32_t programme_room;
    sel_study_draft *drafts; /* one per programme, until the study is finished */
    uint32_t draft_room;
    sel_raw_decision *decisions;
    uint32_t decision_count;
    uint32_t decision_room;
    sel_submission_list submissions;
    sel_need_entry *entries;
    uint32_t entry_room;
    sel_study_request *requests;
    uint32_t request_room;
};

sel_study_builder *sel_study_builder_create(const sel_reference *reference, const sel_model *model,
                                            const sel_study_options *options)
{
    sel_study_builder *builder = sel_memory_resize(NULL, 1, sizeof *builder);
    *builder =
        (sel_study_builder){.arena = sel_arena_create(), .open_months = model->open_end_months};
    builder->roll = sel_organisation_roll_create(&reference->organisations);
    builder->submissions = sel_submissions_create(&reference->geography, builder->arena);
    builder->study = (sel_study){
        .reference = reference,
        .model = model,
        .as_of = options->as_of,
        .window_start = sel_day_add_months(options->as_of, -(int)model->window_months_before),
        .window_end = sel_day_add_months(options->as_of, (int)model->window_months_after),
    };
    snprintf(builder->study.currency, sizeof builder->study.currency, "%s",
             options->reporting_currency);
    return builder;
}

void sel_study_builder_destroy(sel_study_builder *builder)
{
    if (builder == NULL)
        return;
    sel_organisation_roll_destroy(builder->roll);
    sel_memory_resize(builder->programmes, 0, 1);
    sel_memory_resize(builder->drafts, 0, 1);
    sel_memory_resize(builder->decisions, 0, 1);
    sel_submissions_destroy(&builder->submissions);
    sel_memory_resize(builder->entries, 0, 1);
    sel_memory_resize(builder->requests, 0, 1);
    sel_arena_destroy(builder->arena);
    sel_memory_resize(builder, 0, 1);
}

/* Room for one more in a growing list. */
static void *one_more(void *list, uint32_t count, uint32_t *room, size_t size)
{
    if (count < *room)
        return list;
    *room = *room == 0 ? 64 : *room * 2;
    return sel_memory_resize(list, *room, size);
}

static const sel_str statement_prefix = {"recipient:", 10};

static uint32_t stating_recipient(const sel_reference *reference, sel_str register_name)
{
    if (!sel_str_starts(register_name, statement_prefix))
        return SEL_NONE;
    sel_str code = sel_str_part(register_name, statement_prefix.len, register_name.len);
    return sel_geography_code(&reference->geography, code);
}

static void copy_account(const sel_programme *record, sel_arena *arena,
                         sel_study_programme *programme)
{
    if (record->account == NULL || sel_account_is_blank(record->account))
        return;
    sel_account *account = sel_arena_array(arena, 1, sizeof *account);
    *account = *record->account;
    account->document = sel_str_copy(arena, account->document);
    programme->account = account;
}

static void copy_facts(const sel_programme *record, sel_study_programme *programme)
{
    programme->status = record->status;
    programme->kinds = record->kinds;
    programme->for_whom = record->for_whom;
    programme->tied = record->tied;
    programme->conditions = record->conditions;
    programme->condition_classes = record->condition_classes;
    programme->conditions_requested = record->conditions_requested;
    programme->asked_first = record->asked_first;
    programme->same_as_other = record->same_as_other;
    programme->coordinated = record->coordinated;
    if (programme->coordinated == SEL_UNKNOWN && record->coordination.len > 0)
        programme->coordinated = 1;
    memcpy(programme->ownership, record->ownership, sizeof programme->ownership);
    programme->has_request = record->request.len > 0;
    programme->sourced = record->source_url.len > 0;
    programme->decided = record->decided;
    programme->updated = record->last_updated;
    programme->illustrative = record->illustrative;
    programme->disclosure = (uint8_t)sel_disclosure_of(record->disclosure);
}

void sel_study_decide(sel_study_builder *builder, const sel_organisation_decision *decision)
{
    sel_roll_decide(builder->roll, decision);
}

void sel_study_decide_records(sel_study_builder *builder, sel_str a, sel_str b,
                              sel_record_verdict verdict)
{
    builder->decisions = one_more(builder->decisions, builder->decision_count,
                                  &builder->decision_room, sizeof *builder->decisions);
    builder->decisions[builder->decision_count++] = (sel_raw_decision){
        sel_str_copy(builder->arena, a), sel_str_copy(builder->arena, b), verdict};
}

bool sel_study_add_programme(void *to, const sel_programme *record)
{
    sel_study_builder *builder = to;
    sel_study *study = &builder->study;
    if (record->set_aside) {
        study->set_aside += 1;
        return true;
    }
    uint32_t stated_by = stating_recipient(study->reference, record->register_name);
    bool donor_answer = sel_statement_is_donors(record->register_name);
    if ((stated_by != SEL_NONE || donor_answer) &&
        sel_submissions_disregard(&builder->submissions, record->register_name, record->id))
        return true;
    builder->programmes = one_more(builder->programmes, study->programme_count,
                                   &builder->programme_room, sizeof *builder->programmes);
    builder->drafts = one_more(builder->drafts, study->programme_count, &builder->draft_room,
                               sizeof *builder->drafts);
    sel_study_programme *programme = &builder->programmes[study->programme_count];
    sel_study_draft *kept = &builder->drafts[study->programme_count++];
    *programme = (sel_study_programme){
        .stated_by = stated_by, .submission = SEL_NONE, .twin = SEL_NONE, .request = SEL_NONE};
    *kept = (sel_study_draft){0};
    programme->register_name = sel_str_copy(builder->arena, record->register_name);
    programme->id = sel_str_copy(builder->arena, record->id);
    programme->title = sel_str_copy(builder->arena, record->title);
    programme->donor_answer = donor_answer;
    sel_study_time(record, study->as_of, builder->open_months, programme);
    sel_study_places(record, study->reference, builder->arena, programme);
    sel_study_parties(record, builder->roll, builder->arena, programme);
    copy_facts(record, programme);
    copy_account(record, builder->arena, programme);
    programme->given = sel_study_given(record, &study->reference->geography);
    kept->request = sel_str_copy(builder->arena, sel_str_trim(record->request));
    sel_study_keep_links(record, builder->arena, kept);
    programme->person_days = record->person_days;
    sel_study_money(record, &study->reference->rates, builder->study.currency, builder->arena,
                    programme);
    study->illustrative |= record->illustrative;
    return true;
}

void sel_study_add_set_aside(sel_study_builder *builder, uint64_t count)
{
    builder->study.set_aside += (uint32_t)count;
}

uint32_t sel_study_add_submission(sel_study_builder *builder,
                                  const sel_study_submission *submission)
{
    builder->study.illustrative |= submission->illustrative;
    return sel_submissions_add(&builder->submissions, submission);
}

void sel_study_leave_out_submission(sel_study_builder *builder,
                                    const sel_study_submission *submission)
{
    sel_submissions_leave_out(&builder->submissions, submission);
}

void sel_study_add_offer(sel_study_builder *builder, const sel_study_offer *offer)
{
    sel_submissions_add_offer(&builder->submissions, offer);
}

void sel_study_add_mandate(sel_study_builder *builder, const sel_study_mandate *mandate)
{
    sel_submissions_add_mandate(&builder->submissions, mandate);
}

void sel_study_add_entry(sel_study_builder *builder, const sel_need_entry *entry)
{
    builder->entries = one_more(builder->entries, builder->study.entry_count, &builder->entry_room,
                                sizeof *builder->entries);
    builder->entries[builder->study.entry_count++] = *entry;
}

static sel_days withdrawal(const sel_request *request)
{
    sel_day day = sel_time_day(request->withdrawn);
    return request->withdrawn == 0 ? (sel_days){0} : (sel_days){day, day, true};
}

void sel_study_add_request(sel_study_builder *builder, const sel_request *request)
{
    const sel_reference *reference = builder->study.reference;
    uint32_t recipient = sel_geography_code(&reference->geography, request->recipient);
    uint32_t capability = sel_taxonomy_find(&reference->taxonomy, request->capability);
    if (recipient == SEL_NONE || capability == SEL_NONE)
        return;
    builder->requests = one_more(builder->requests, builder->study.request_count,
                                 &builder->request_room, sizeof *builder->requests);
    sel_study_request *kept = &builder->requests[builder->study.request_count++];
    sel_days asked = request->from;
    if (!asked.known)
        asked.earliest = asked.latest = sel_time_day(request->received);
    asked.known = true;
    sel_conversion money =
        sel_exchange_convert(&reference->rates, &request->money, asked, builder->study.currency);
    *kept = (sel_study_request){
        .id = sel_str_copy(builder->arena, request->id),
        .recipient = recipient,
        .capability = capability,
        .kinds = request->kinds,
        .for_whom = request->for_whom,
        .from = request->from,
        .months = request->months,
        .money_known = request->money.known && money.found,
        .money_low = money.low,
        .money_high = money.high,
        .received = request->received,
        .withdrawn = withdrawal(request),
        .cites_document = request->document.len > 0,
        .outcome = sel_str_copy(builder->arena, request->outcome),
        .illustrative = request->illustrative,
    };
    builder->study.illustrative |= request->illustrative;
}

static int by_entry(const void *a, const void *b)
{
    const sel_need_entry *left = a;
    const sel_need_entry *right = b;
    if (left->recipient != right->recipient)
        return left->recipient < right->recipient ? -1 : 1;
    if (left->capability != right->capability)
        return left->capability < right->capability ? -1 : 1;
    return (left->submission > right->submission) - (left->submission < right->submission);
}

static int by_request(const void *a, const void *b)
{
    return sel_str_compare(((const sel_study_request *)a)->id, ((const sel_study_request *)b)->id);
}

/* Organisations are numbered by name, so that the order of arrival leaves no trace; behind them,
 * one for each placeholder, in the order of records. */
static void settle_organisations(sel_study_builder *builder)
{
    sel_study *study = &builder->study;
    const sel_organisations *table = &study->reference->organisations;
    uint32_t count;
    sel_submissions_enrol(&builder->submissions, builder->roll);
    sel_roll_settle(builder->roll);
    const sel_roll_organisation *known = sel_roll_organisations(builder->roll, &count);
    study->organisation_count = count;
    for (uint32_t i = 0; i < study->programme_count; i++)
        sel_study_organise(builder->roll, table, builder->arena, &study->organisation_count,
                           &builder->programmes[i]);
    sel_study_organisation *list =
        sel_arena_array(builder->arena, study->organisation_count, sizeof *list);
    for (uint32_t i = 0; i < count; i++)
        list[i] = (sel_study_organisation){known[i].name, known[i].donor, false};
    for (uint32_t i = 0; i < study->programme_count; i++) {
        const sel_study_programme *programme = &builder->programmes[i];
        for (uint32_t j = 0; j < programme->party_count; j++) {
            const sel_study_party *party = &programme->parties[j];
            if (party->organisation >= count)
                list[party->organisation] = (sel_study_organisation){
                    sel_roll_spelling_of(builder->roll, party->spelling)->name, party->organisation,
                    true};
        }
    }
    study->organisations = list;
    study->roll = builder->roll;
}

/* Requests are sorted by id. */
static uint32_t find_request(const sel_study_builder *builder, sel_str id)
{
    const sel_study_request *found = NULL;
    sel_study_request key = {.id = id};
    if (id.len > 0 && builder->study.request_count > 0)
        found =
            bsearch(&key, builder->requests, builder->study.request_count, sizeof key, by_request);
    return found == NULL ? SEL_NONE : (uint32_t)(found - builder->requests);
}

static void settle_requests(sel_study_builder *builder)
{
    sel_study *study = &builder->study;
    if (study->request_count > 0)
        qsort(builder->requests, study->request_count, sizeof *builder->requests, by_request);
    study->requests = builder->requests;
    for (uint32_t i = 0; i < study->programme_count; i++)
        builder->programmes[i].request = find_request(builder, builder->drafts[i].request);
}

static void settle_submissions(sel_study_builder *builder)
{
    for (uint32_t i = 0; i < builder->study.programme_count; i++) {
        sel_study_programme *programme = &builder->programmes[i];
        if (programme->stated_by != SEL_NONE || programme->donor_answer)
            programme->submission = sel_submissions_stating(
                &builder->submissions, programme->register_name, programme->id);
    }
    sel_submissions_settle(&builder->submissions, builder->roll, &builder->study);
}

const sel_study *sel_study_finish(sel_study_builder *builder)
{
    sel_study *study = &builder->study;
    uint32_t count = study->programme_count;
    sel_study_sort(builder->programmes, builder->drafts, count);
    settle_organisations(builder);
    settle_submissions(builder);
    sel_study_link_records(builder->programmes, builder->drafts, count, builder->arena);
    settle_requests(builder);
    builder->drafts = sel_memory_resize(builder->drafts, 0, 1);
    builder->programmes =
        sel_memory_resize(builder->programmes, count, sizeof *builder->programmes);
    study->programmes = builder->programmes;
    sel_study_settle_decisions(builder->decisions, builder->decision_count, builder->arena, study);
    if (study->entry_count > 0)
        qsort(builder->entries, study->entry_count, sizeof *builder->entries, by_entry);
    study->entries = builder->entries;
    return study;
}

sel_str sel_study_address(const sel_study *study, uint32_t programme, sel_arena *arena)
{
    const sel_study_programme *of = &study->programmes[programme];
    return sel_str_printf(arena, "%.*s:%.*s", SEL_STR_ARG(of->register_name), SEL_STR_ARG(of->id));
}

uint32_t sel_study_programme_find(const sel_study *study, sel_str address)
{
    return sel_study_find(study->programmes, study->programme_count, address);
}

bool sel_study_share_donor(const sel_study_programme *a, const sel_study_programme *b)
{
    for (uint32_t i = 0, j = 0; i < a->donor_count && j < b->donor_count;) {
        if (a->donors[i] == b->donors[j])
            return true;
        if (a->donors[i] < b->donors[j])
            i++;
        else
            j++;
    }
    return false;
}

bool sel_study_same_recipients(const sel_study_programme *a, const sel_study_programme *b)
{
    uint32_t i = 0;
    uint32_t j = 0;
    while (i < a->place_count && j < b->place_count) {
        uint16_t recipient = a->places[i].recipient;
        if (b->places[j].recipient != recipient)
            return false;
        while (i < a->place_count && a->places[i].recipient == recipient)
            i++;
        while (j < b->place_count && b->places[j].recipient == recipient)
            j++;
    }
    return i == a->place_count && j == b->place_count;
}

const sel_study_link *sel_study_link_between(const sel_study *study, uint32_t a, uint32_t b)
{
    const sel_study_programme *from = &study->programmes[a];
    for (uint32_t i = 0; i < from->link_count; i++)
        if (from->links[i].other == b)
            return &from->links[i];
    return NULL;
}
