/* What was shown of a pair of programmes, and what is said to it. */
#include "analysis.h"
#include "messages.h"
#include "options.h"
#include "overlap_verbs.h"

static sel_status keep_and_tell(cli_desk *desk, const sel_assessment *assessment, const void *of,
                                sel_report *report, sel_error *err)
{
    const sel_reply_call *call = of;
    sel_status status = sel_reply_put(desk->context, assessment->study, desk->store, call, err);
    if (status == SEL_OK)
        status = sel_tell_pair_replies(desk->context, assessment, desk->store, call->a, call->b,
                                       report, err);
    return status;
}

static int run(cli_desk *desk, const cli_operands *pair, const char *on, sel_reply_call *call)
{
    call->a = sel_str_of(pair->list[0]);
    call->b = sel_str_of(pair->list[1]);
    if (on != NULL && (sel_date_read(sel_str_of(on), &call->on) != SEL_DATE_OK ||
                       call->on.earliest != call->on.latest))
        return say_usage("--on takes a day, YYYY-MM-DD, not '%s'", on);
    int outcome = desk_store(desk, true);
    if (outcome != EXIT_DONE)
        return outcome;
    cli_analysis reply = {
        .id = "replies", .title = "overlap-replies.title", .tell = keep_and_tell, .of = call};
    return analysis_run(desk, &reply);
}

int overlap_shown(cli_desk *desk, int argc, const char **argv)
{
    const char *to = NULL;
    const char *on = NULL;
    const cli_option specs[] = {
        {"to", "OFFICE", &to, NULL, "option.to"}, {"on", "DATE", &on, NULL, "option.on"}, {0}};
    cli_operands pair;
    int outcome = options_parse(desk, specs, argc, argv, 2, 2, &pair);
    if (outcome != EXIT_DONE)
        return outcome;
    if (to == NULL)
        return say_usage("say to whom: 'overlap shown A B --to OFFICE'");
    sel_reply_call call = {.kind = SEL_REPLY_SHOWN, .office = sel_str_trim(sel_str_of(to))};
    return run(desk, &pair, on, &call);
}

int overlap_reply(cli_desk *desk, int argc, const char **argv)
{
    const char *by = NULL;
    const char *says = NULL;
    const char *why = "";
    const char *on = NULL;
    const cli_option specs[] = {{"by", "OFFICE", &by, NULL, "option.reply-by"},
                                {"says", "WORD", &says, NULL, "option.says"},
                                {"why", "TEXT", &why, NULL, "option.why"},
                                {"on", "DATE", &on, NULL, "option.on"},
                                {0}};
    cli_operands pair;
    int outcome = options_parse(desk, specs, argc, argv, 2, 2, &pair);
    if (outcome != EXIT_DONE)
        return outcome;
    if (by == NULL || says == NULL)
        return say_usage("say who says what: 'overlap reply A B --by OFFICE --says agrees'");
    sel_reply_call call = {.kind = sel_reply_kind_of(sel_str_of(says)),
                           .office = sel_str_trim(sel_str_of(by)),
                           .why = sel_str_trim(sel_str_of(why))};
    if (call.kind == SEL_REPLY_KINDS || call.kind == SEL_REPLY_SHOWN)
        return say_usage("--says takes agrees, disagrees or comments, not '%s'", says);
    return run(desk, &pair, on, &call);
}
