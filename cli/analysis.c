#include "analysis.h"

#include "messages.h"

static int assess_and_tell(cli_desk *desk, cli_analysis *wanted, sel_report *report)
{
    sel_error err = {0};
    sel_assessment assessment;
    sel_status status =
        sel_assess_open(desk->context, desk->store, &wanted->options, &assessment, &err);
    if (status == SEL_OK)
        status = wanted->tell(desk, &assessment, wanted->of, report, &err);
    int outcome = EXIT_DONE;
    if (status != SEL_OK)
        outcome = say_error(&err);
    else if (wanted->html_path != NULL)
        outcome = desk_write_html(desk, report, wanted->html_path);
    else
        outcome = desk_print(desk, report);
    sel_assess_close(&assessment);
    return outcome;
}

int analysis_run(cli_desk *desk, cli_analysis *wanted)
{
    int outcome = desk_as_of(desk, &wanted->options.as_of);
    if (outcome == EXIT_DONE)
        outcome = desk_store(desk, false);
    if (outcome != EXIT_DONE)
        return outcome;
    sel_report report = {.arena = desk->arena,
                         .id = wanted->id,
                         .title = sel_words_find(&desk->context->words, wanted->title)};
    return assess_and_tell(desk, wanted, &report);
}

sel_status analysis_choice(const sel_assessment *assessment, const char *request,
                           const char *recipient, const char *donor, sel_choice_of *choice,
                           sel_error *err)
{
    int given = (request != NULL) + (recipient != NULL) + (donor != NULL);
    if (given > 1)
        return sel_fail(err, SEL_USAGE, "give only one of --request, --recipient, --donor");
    return analysis_find(assessment, request, recipient, donor, choice, err);
}

sel_status analysis_find(const sel_assessment *assessment, const char *request,
                         const char *recipient, const char *donor, sel_choice_of *choice,
                         sel_error *err)
{
    *choice = (sel_choice_of){SEL_NONE, SEL_NONE, SEL_NONE};
    if (request != NULL) {
        choice->request = sel_request_find(assessment->study, sel_str_of(request));
        if (choice->request == SEL_NONE)
            return sel_fail(err, SEL_NOT_FOUND,
                            "there is no request '%s'; see 'selaras list requests'", request);
    }
    if (recipient != NULL) {
        choice->recipient =
            sel_geography_find(&assessment->study->reference->geography, sel_str_of(recipient));
        if (choice->recipient == SEL_NONE)
            return sel_fail(err, SEL_NOT_FOUND, "'%s' is no country or organisation we know",
                            recipient);
    }
    if (donor != NULL) {
        choice->donor = sel_donor_find(assessment->study, sel_str_of(donor));
        if (choice->donor == SEL_NONE)
            return sel_fail(err, SEL_NOT_FOUND,
                            "no programme of '%s' is stored; see 'selaras list programmes'", donor);
    }
    return SEL_OK;
}
