#include "domain/study_submissions.h"

#include "domain/statement.h"

sel_study_submission sel_study_submission_blank(void)
{
    sel_study_submission blank = {
        .recipient = SEL_NONE,
        .donor = SEL_NONE,
        .programmes_max = SEL_NOT_COUNTED,
        .assessments_held = SEL_NOT_COUNTED,
        .assessments_joint = SEL_NOT_COUNTED,
        .attended = SEL_UNKNOWN,
        .stated = SEL_UNKNOWN,
        .sponsored = SEL_UNKNOWN,
        .listed = SEL_UNKNOWN,
        .declined = SEL_UNKNOWN,
        .wants_sponsorship = SEL_UNKNOWN,
        .division_agreed = SEL_UNKNOWN,
    };
    memset(blank.enabling, SEL_UNKNOWN, sizeof blank.enabling);
    return blank;
}

sel_submission_list sel_submissions_create(const sel_geography *geography, sel_arena *arena)
{
    return (sel_submission_list){.geography = geography,
                                 .arena = arena,
                                 .scratch = sel_arena_create(),
                                 .sources = sel_index_create()};
}

void sel_submissions_destroy(sel_submission_list *submissions)
{
    sel_memory_resize(submissions->list, 0, 1);
    sel_memory_resize(submissions->offers, 0, 1);
    sel_memory_resize(submissions->mandates, 0, 1);
    sel_memory_resize(submissions->source_of, 0, 1);
    sel_index_destroy(submissions->sources);
    sel_arena_destroy(submissions->scratch);
}

/* Room for one more in a growing list. */
static void *one_more(void *list, uint32_t count, uint32_t *room, size_t size)
{
    if (count < *room)
        return list;
    *room = *room == 0 ? 64 : *room * 2;
    return sel_memory_resize(list, *room, size);
}

/* "recipient:KEN|1-ab12-", "donor:Japan|1-ab12-": register and beginning of the identifiers of what
 * it states. */
static sel_str source_of_submission(sel_submission_list *submissions,
                                    const sel_study_submission *submission)
{
    const sel_response respondent = {.agency = submission->agency, .round = submission->round};
    bool donor = submission->recipient == SEL_NONE;
    sel_str name = donor ? submission->known_as
                         : submissions->geography->recipients[submission->recipient].code;
    sel_arena_reset(submissions->scratch);
    sel_str prefix = sel_statement_prefix(&respondent, submissions->scratch);
    return sel_str_printf(submissions->scratch, "%s:%.*s|%.*s", donor ? "donor" : "recipient",
                          SEL_STR_ARG(name), SEL_STR_ARG(prefix));
}

/* The same of a statement: its identifier ends in a letter and the number of its row. */
static sel_str source_of_statement(sel_submission_list *submissions, sel_str register_name,
                                   sel_str id)
{
    size_t end = id.len;
    while (end > 0 && id.ptr[end - 1] >= '0' && id.ptr[end - 1] <= '9')
        end--;
    sel_arena_reset(submissions->scratch);
    return sel_str_printf(submissions->scratch, "%.*s|%.*s", SEL_STR_ARG(register_name),
                          SEL_STR_ARG(sel_str_part(id, 0, end == 0 ? 0 : end - 1)));
}

/* The first that counts is kept: two questionnaires of one respondent may both ask for support. */
static void keep_source(sel_submission_list *submissions, const sel_study_submission *submission,
                        uint32_t number)
{
    bool nobody = submission->recipient == SEL_NONE && submission->known_as.len == 0;
    if (nobody || !submission->states_support)
        return;
    uint32_t known = sel_index_count(submissions->sources);
    uint32_t source =
        sel_index_add(submissions->sources, source_of_submission(submissions, submission));
    submissions->source_of = one_more(submissions->source_of, source, &submissions->source_room,
                                      sizeof *submissions->source_of);
    if (source == known || submissions->source_of[source] == SEL_NONE)
        submissions->source_of[source] = number;
}

uint32_t sel_submissions_add(sel_submission_list *submissions,
                             const sel_study_submission *submission)
{
    uint32_t number = submissions->count;
    submissions->list =
        one_more(submissions->list, number, &submissions->room, sizeof *submissions->list);
    sel_study_submission *kept = &submissions->list[number];
    *kept = *submission;
    kept->organisation = sel_str_copy(submissions->arena, submission->organisation);
    kept->known_as = sel_str_copy(submissions->arena, submission->known_as);
    kept->agency = sel_str_copy(submissions->arena, submission->agency);
    kept->round = sel_str_copy(submissions->arena, submission->round);
    kept->questionnaire = sel_str_copy(submissions->arena, submission->questionnaire);
    kept->donor = SEL_NONE;
    keep_source(submissions, submission, number);
    submissions->count += 1;
    return number;
}

void sel_submissions_leave_out(sel_submission_list *submissions,
                               const sel_study_submission *submission)
{
    keep_source(submissions, submission, SEL_NONE);
}

void sel_submissions_add_offer(sel_submission_list *submissions, const sel_study_offer *offer)
{
    submissions->offers = one_more(submissions->offers, submissions->offer_count,
                                   &submissions->offer_room, sizeof *submissions->offers);
    submissions->offers[submissions->offer_count++] = *offer;
}

void sel_submissions_add_mandate(sel_submission_list *submissions, const sel_study_mandate *mandate)
{
    submissions->mandates = one_more(submissions->mandates, submissions->mandate_count,
                                     &submissions->mandate_room, sizeof *submissions->mandates);
    sel_study_mandate *kept = &submissions->mandates[submissions->mandate_count++];
    *kept = *mandate;
    kept->lead = sel_str_copy(submissions->arena, mandate->lead);
}

bool sel_submissions_disregard(sel_submission_list *submissions, sel_str register_name, sel_str id)
{
    uint32_t source =
        sel_index_find(submissions->sources, source_of_statement(submissions, register_name, id));
    return source != SEL_NONE && submissions->source_of[source] == SEL_NONE;
}

uint32_t sel_submissions_stating(sel_submission_list *submissions, sel_str register_name,
                                 sel_str id)
{
    uint32_t source =
        sel_index_find(submissions->sources, source_of_statement(submissions, register_name, id));
    return source == SEL_NONE ? SEL_NONE : submissions->source_of[source];
}

/* Until the roll has settled, donor is the number of the spelling. */
void sel_submissions_enrol(sel_submission_list *submissions, sel_organisation_roll *roll)
{
    for (uint32_t i = 0; i < submissions->count; i++) {
        sel_study_submission *one = &submissions->list[i];
        if (one->organisation.len > 0)
            one->donor = sel_roll_add(roll, (sel_str){0}, one->organisation);
    }
}

static void find_donors(sel_submission_list *submissions, const sel_organisation_roll *roll)
{
    uint32_t count;
    const sel_roll_organisation *known = sel_roll_organisations(roll, &count);
    for (uint32_t i = 0; i < submissions->count; i++) {
        sel_study_submission *one = &submissions->list[i];
        if (one->organisation.len == 0)
            continue;
        uint32_t organisation = sel_roll_organisation_of(roll, one->donor);
        one->donor = organisation == SEL_NONE ? SEL_NONE : known[organisation].donor;
    }
    uint32_t kept = 0;
    for (uint32_t i = 0; i < submissions->offer_count; i++) {
        sel_study_offer offer = submissions->offers[i];
        offer.donor = submissions->list[offer.submission].donor;
        if (offer.donor != SEL_NONE)
            submissions->offers[kept++] = offer;
    }
    submissions->offer_count = kept;
}

static int compare_numbers(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

/* Days that are not known come first. */
static int compare_days(sel_days a, sel_days b)
{
    if (!a.known || !b.known)
        return compare_numbers(a.known, b.known);
    return a.earliest != b.earliest ? compare_numbers(a.earliest, b.earliest)
                                    : compare_numbers(a.latest, b.latest);
}

static int by_offer(const void *a, const void *b)
{
    const sel_study_offer *left = a;
    const sel_study_offer *right = b;
    if (left->recipient != right->recipient)
        return compare_numbers(left->recipient, right->recipient);
    if (left->capability != right->capability)
        return compare_numbers(left->capability, right->capability);
    if (left->donor != right->donor)
        return compare_numbers(left->donor, right->donor);
    int order = compare_days(left->received, right->received);
    if (order == 0)
        order = compare_days(left->answered, right->answered);
    if (order == 0)
        order = compare_numbers((int64_t)left->reaction, (int64_t)right->reaction);
    return order != 0 ? order : compare_numbers(left->submission, right->submission);
}

static int by_mandate(const void *a, const void *b)
{
    const sel_study_mandate *left = a;
    const sel_study_mandate *right = b;
    if (left->capability != right->capability)
        return compare_numbers(left->capability, right->capability);
    if (left->body != right->body)
        return compare_numbers(left->body, right->body);
    return compare_numbers(left->submission, right->submission);
}

void sel_submissions_settle(sel_submission_list *submissions, const sel_organisation_roll *roll,
                            sel_study *study)
{
    find_donors(submissions, roll);
    if (submissions->offer_count > 1)
        qsort(submissions->offers, submissions->offer_count, sizeof *submissions->offers, by_offer);
    if (submissions->mandate_count > 1)
        qsort(submissions->mandates, submissions->mandate_count, sizeof *submissions->mandates,
              by_mandate);
    study->submissions = submissions->list;
    study->submission_count = submissions->count;
    study->offers = submissions->offers;
    study->offer_count = submissions->offer_count;
    study->mandates = submissions->mandates;
    study->mandate_count = submissions->mandate_count;
}
