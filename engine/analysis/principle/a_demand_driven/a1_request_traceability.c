/* a1: share of programmes that follow a request of their recipient.
 *
 * Donor's key: the register cites a letter, or a stored request of a covered
 * recipient that was received before the decision (else the start), or says
 * who asked first. A dated record that does none of this counts as not
 * traced, but only in a register that speaks of requests at all: what a donor
 * leaves open in its own answers is not known. Nor is it where a record cites a
 * request of which the order cannot be told. Where several records of donors
 * tell of one programme the least favourable word counts; the silence is that
 * of the record whose figures count. Silence, and a request that came late, count 0
 * and bound nothing: the recipient may still say that it asked first. Its key: "we asked first"; a
 * stored request is its word too, withdrawn later or not.
 *
 * Not available: no programme; nothing said of any; known for less than half. */
#include "analysis/principle/both_sides.h"
#include "analysis/principle/indicators.h"

typedef enum trace {
    TRACE_NONE,   /* nothing is cited, or it came after the decision */
    TRACE_UNSURE, /* the order cannot be told */
    TRACE_LETTER, /* a letter that is not in the study */
    TRACE_BEFORE, /* a stored request received before the decision */
} trace;

static bool decided_between(const sel_study_programme *record, sel_days *decided)
{
    if (record->decided.known)
        *decided = record->decided;
    else
        *decided = (sel_days){record->start_low, record->start_high, record->dated};
    return decided->known;
}

static bool reaches(const sel_study_programme *record, uint32_t recipient)
{
    for (uint32_t i = 0; i < record->place_count; i++)
        if (record->places[i].recipient == recipient)
            return true;
    return false;
}

static trace trace_of(const sel_evidence *evidence, const sel_selection *selection,
                      const sel_study_programme *record)
{
    if (!record->has_request)
        return TRACE_NONE;
    if (record->request == SEL_NONE)
        return TRACE_LETTER;
    if (record->place_count == 0)
        return TRACE_UNSURE;
    const sel_study_request *request = &evidence->study->requests[record->request];
    if (!sel_selection_covers(selection, request->recipient) ||
        !reaches(record, request->recipient))
        return TRACE_NONE;
    sel_days decided;
    if (request->received <= 0 || !decided_between(record, &decided))
        return TRACE_UNSURE;
    sel_day received = sel_time_day(request->received);
    if (received < decided.earliest)
        return TRACE_BEFORE;
    return received < decided.latest ? TRACE_UNSURE : TRACE_NONE;
}

static sel_key asked_first(const sel_study_programme *record)
{
    return (sel_key){record->asked_first != SEL_UNKNOWN, record->asked_first == 1};
}

/* What the register says by itself; silence is left to silent_register. */
static sel_key donors_word(const sel_study_programme *record, trace traced)
{
    if (traced == TRACE_BEFORE || traced == TRACE_LETTER)
        return (sel_key){true, 1};
    return asked_first(record);
}

static sel_key silent_register(const sel_evidence *evidence, const sel_undertaking *undertaking)
{
    const sel_study_programme *record = undertaking->programme;
    sel_days decided;
    bool silent = !record->donor_answer && evidence->roster->knows_requests[undertaking->record] &&
                  decided_between(record, &decided);
    return (sel_key){silent, 0};
}

/* What donors say of one undertaking, and whether a stored request of the recipient came first, or
 * may have. */
typedef struct told {
    sel_key donor;
    bool before;
    bool unsure;
    bool timed_by_start; /* a request was compared with the start, not with a decision */
} told;

static void hear(const sel_evidence *evidence, const sel_selection *selection,
                 const sel_study_programme *record, told *heard)
{
    trace traced = trace_of(evidence, selection, record);
    heard->donor = sel_key_least(heard->donor, donors_word(record, traced));
    heard->before |= traced == TRACE_BEFORE;
    heard->unsure |= traced == TRACE_UNSURE;
    heard->timed_by_start |= record->has_request && record->request != SEL_NONE &&
                             !record->decided.known && record->dated;
}

static sel_verdict judge(const sel_evidence *evidence, const sel_selection *selection,
                         const sel_undertaking *undertaking, bool *by_start)
{
    sel_key recipient = sel_ask_recipients(evidence, undertaking, asked_first);
    told heard = {0};
    if (undertaking->record == SEL_NONE)
        return sel_keys_confirmed(heard.donor, recipient);
    hear(evidence, selection, undertaking->programme, &heard);
    for (uint32_t i = 0; i < undertaking->teller_count; i++)
        hear(evidence, selection, &evidence->study->programmes[undertaking->tellers[i]], &heard);
    if (heard.before && !recipient.turned)
        recipient = (sel_key){true, 1};
    bool silent = !heard.donor.turned && !recipient.turned && !heard.unsure;
    if (silent)
        heard.donor = silent_register(evidence, undertaking);
    *by_start |= heard.timed_by_start;
    sel_verdict verdict = sel_keys_confirmed(heard.donor, recipient);
    if (silent)
        verdict.high = 1;
    return verdict;
}

static sel_indicator_value request_traceability(const sel_evidence *evidence,
                                                const sel_selection *selection)
{
    sel_tally tally = {.arena = evidence->arena};
    bool by_start = false;
    for (uint32_t i = 0; i < selection->undertaking_count; i++) {
        const sel_undertaking *undertaking = &selection->undertakings[i];
        sel_verdict verdict = judge(evidence, selection, undertaking, &by_start);
        sel_tally_undertaking(&tally, selection, undertaking, &verdict);
    }
    sel_indicator_value value =
        sel_tally_value(&tally, sel_selection_empty(selection), "reason.requests-not-recorded");
    if (by_start && value.availability == SEL_AVAILABLE)
        value.note = "note.start-taken-for-decision";
    return value;
}

const sel_indicator sel_indicator_a1 = {
    .id = "a1",
    .name = "indicator.a1",
    .question = "question.a1",
    .formula = "programmes with a request received before the decision / programmes",
    .data = "data.a1",
    .source = "OEWG report 2021 (A/75/816) para. 56, demand-driven; GFCE Clearing House",
    .principle = 'a',
    .role = SEL_SCORED,
    .levels = SEL_LEVELS_ALL,
    .evaluate = request_traceability,
};
