#include "work/results.h"

uint32_t sel_donor_find(const sel_study *study, sel_str name)
{
    uint32_t found = sel_roll_find(study->roll, name);
    return found == SEL_NONE ? SEL_NONE : study->organisations[found].donor;
}

uint32_t sel_request_find(const sel_study *study, sel_str id)
{
    for (uint32_t i = 0; i < study->request_count; i++)
        if (!study->requests[i].withdrawn.known && sel_str_equal_ascii(study->requests[i].id, id))
            return i;
    return SEL_NONE;
}

static bool tells_needs(const sel_study_submission *submission)
{
    return sel_str_is(submission->questionnaire, "state-needs");
}

/* Of the submissions of one recipient the one on its needs is meant, then that of a lead, then the
 * newest; the later listed of two equals. */
static bool stands_before(const sel_study_submission *a, const sel_study_submission *b)
{
    if (tells_needs(a) != tells_needs(b))
        return tells_needs(a);
    if (a->lead != b->lead)
        return a->lead;
    if (a->answered_on.known != b->answered_on.known)
        return a->answered_on.known;
    return a->answered_on.known && a->answered_on.latest > b->answered_on.latest;
}

static uint32_t find_submission(const sel_study *study, sel_str code)
{
    uint32_t recipient = sel_geography_find(&study->reference->geography, code);
    uint32_t found = SEL_NONE;
    for (uint32_t i = 0; i < study->submission_count && recipient != SEL_NONE; i++)
        if (study->submissions[i].recipient == recipient &&
            (found == SEL_NONE ||
             !stands_before(&study->submissions[found], &study->submissions[i])))
            found = i;
    return found;
}

static const sel_str response_prefix = {"response:", 9};

sel_status sel_subject_at(const sel_assessment *assessment, sel_level level, sel_str text,
                          sel_subject *subject, sel_error *err)
{
    const sel_study *study = assessment->study;
    const sel_geography *geography = &study->reference->geography;
    const char *of = "";
    *subject = (sel_subject){.level = level, .number = SEL_NONE};
    switch (level) {
    case SEL_LEVEL_RESPONSE:
        of = "answers of a country or organisation";
        subject->number = find_submission(study, text);
        break;
    case SEL_LEVEL_RECIPIENT:
        of = "a country or organisation we know";
        subject->number = sel_geography_find(geography, text);
        break;
    case SEL_LEVEL_REGION:
        of = "an organisation or M49 region, by code or English name";
        subject->number = sel_geography_area(geography, text);
        break;
    case SEL_LEVEL_PROGRAMME:
        of = "a programme, written REGISTER:ID";
        subject->number = sel_study_programme_find(study, text);
        break;
    case SEL_LEVEL_DONOR:
        of = "a donor with a stored programme";
        subject->number = sel_donor_find(study, text);
        break;
    case SEL_LEVEL_PORTFOLIO:
        return SEL_OK;
    }
    return subject->number != SEL_NONE
               ? SEL_OK
               : sel_fail(err, SEL_NOT_FOUND, "'%.*s' is not %s", SEL_STR_ARG(text), of);
}

/* What an address without a level may mean, first things first. */
static sel_level level_of(const sel_study *study, sel_str *address)
{
    const sel_geography *geography = &study->reference->geography;
    if (sel_str_is(*address, "portfolio"))
        return SEL_LEVEL_PORTFOLIO;
    if (sel_str_starts(*address, response_prefix)) {
        sel_str code = sel_str_part(*address, response_prefix.len, address->len);
        if (find_submission(study, code) != SEL_NONE) {
            *address = code;
            return SEL_LEVEL_RESPONSE;
        }
    }
    uint32_t recipient = sel_geography_code(geography, *address);
    if (recipient != SEL_NONE)
        return geography->recipients[recipient].body ? SEL_LEVEL_REGION : SEL_LEVEL_RECIPIENT;
    if (sel_geography_region(geography, *address) != NULL)
        return SEL_LEVEL_REGION;
    return sel_study_programme_find(study, *address) != SEL_NONE ? SEL_LEVEL_PROGRAMME
                                                                 : SEL_LEVEL_DONOR;
}

sel_status sel_subject_find(const sel_assessment *assessment, sel_str address, sel_subject *subject,
                            sel_error *err)
{
    sel_error unsaid = {0};
    sel_str text = address;
    sel_level level = level_of(assessment->study, &text);
    if (sel_subject_at(assessment, level, text, subject, &unsaid) == SEL_OK)
        return SEL_OK;
    return sel_fail(err, SEL_NOT_FOUND,
                    "'%.*s' is nothing that can be scored: give portfolio, a country or "
                    "organisation code, response:CODE, REGISTER:ID or a donor's name",
                    SEL_STR_ARG(address));
}

sel_str sel_subject_address(const sel_assessment *assessment, sel_subject subject, sel_arena *arena)
{
    const sel_study *study = assessment->study;
    const sel_geography *geography = &study->reference->geography;
    switch (subject.level) {
    case SEL_LEVEL_RESPONSE: {
        const sel_study_submission *from = &study->submissions[subject.number];
        sel_str who = from->recipient == SEL_NONE ? from->organisation
                                                  : geography->recipients[from->recipient].code;
        return sel_str_printf(arena, "response:%.*s", SEL_STR_ARG(who));
    }
    case SEL_LEVEL_REGION: {
        const sel_region *region = sel_geography_area_region(geography, subject.number);
        if (region != NULL)
            return sel_str_printf(arena, "R:%.*s", SEL_STR_ARG(region->code));
        return geography->recipients[subject.number].code;
    }
    case SEL_LEVEL_RECIPIENT:
        return geography->recipients[subject.number].code;
    case SEL_LEVEL_PROGRAMME:
        return sel_study_address(study, subject.number, arena);
    case SEL_LEVEL_DONOR:
        return study->organisations[subject.number].name;
    case SEL_LEVEL_PORTFOLIO:
        break;
    }
    return SEL_STR("portfolio");
}
