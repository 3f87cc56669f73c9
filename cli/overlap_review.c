/* Pairs of records that may tell one programme: the list, and decisions. */
#include "analysis.h"
#include "messages.h"
#include "options.h"
#include "overlap_verbs.h"

static sel_status tell_list(cli_desk *desk, const sel_assessment *assessment, const void *of,
                            sel_report *report, sel_error *err)
{
    const uint32_t *top = of;
    return sel_tell_review(desk->context, assessment, desk->store, *top, report, err);
}

int overlap_review(cli_desk *desk, int argc, const char **argv)
{
    const char *most = "50";
    const cli_option specs[] = {{"top", "N", &most, NULL, "option.review-top"}, {0}};
    cli_operands none;
    int outcome = options_parse(desk, specs, argc, argv, 0, 0, &none);
    if (outcome != EXIT_DONE)
        return outcome;
    int64_t count;
    if (!sel_number_integer(sel_str_of(most), &count) || count < 1 || count > 100000)
        return say_usage("--top takes a whole number from 1 to 100000, not '%s'", most);
    uint32_t top = (uint32_t)count;
    cli_analysis review = {.id = "review", .title = "review.title", .tell = tell_list, .of = &top};
    return analysis_run(desk, &review);
}

static int keep(cli_desk *desk, const sel_record_call *call)
{
    sel_error err = {0};
    sel_record_outcome result;
    sel_status status =
        sel_record_decide(desk->context, desk->store, call, desk->arena, &result, &err);
    if (status == SEL_USAGE)
        return say_usage("%s", err.message);
    if (status != SEL_OK) {
        int outcome = say_error(&err);
        if (status == SEL_NOT_FOUND)
            say_hint(desk, "see the records there are with 'selaras list programmes'");
        return outcome;
    }
    sel_report report = {.arena = desk->arena,
                         .id = "decision",
                         .title = sel_words_find(&desk->context->words, "review.title")};
    sel_tell_decided(desk->context, call, &result, &report);
    return desk_print(desk, &report);
}

int overlap_decide(cli_desk *desk, int argc, const char **argv)
{
    const char *by = NULL;
    const char *why = NULL;
    const cli_option specs[] = {
        {"by", "OFFICE", &by, NULL, "option.by"}, {"why", "TEXT", &why, NULL, "option.why"}, {0}};
    cli_operands what;
    int outcome = options_parse(desk, specs, argc, argv, 3, 3, &what);
    if (outcome != EXIT_DONE)
        return outcome;
    sel_record_call call = {.a = sel_str_of(what.list[0]),
                            .b = sel_str_of(what.list[1]),
                            .by = sel_str_of(by),
                            .why = sel_str_of(why)};
    if (!sel_record_verdict_find(sel_str_of(what.list[2]), &call.verdict))
        return say_usage("'overlap decide A B' takes same, different or related, not '%s'",
                         what.list[2]);
    if (by == NULL)
        return say_usage("say who decides: --by OFFICE (an office, not a person)");
    outcome = desk_store(desk, true);
    return outcome == EXIT_DONE ? keep(desk, &call) : outcome;
}
