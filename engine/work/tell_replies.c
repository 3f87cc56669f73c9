/* What was shown of a pair, and what is said to it. */
#include "base/text.h"
#include "work/tell.h"
#include "work/tell_pairs.h"

sel_str sel_tell_reply(const sel_context *context, const sel_pair_reply *reply, sel_arena *arena)
{
    static const char *const words[] = {[SEL_REPLY_SHOWN] = "reply.shown",
                                        [SEL_REPLY_AGREES] = "reply.agrees",
                                        [SEL_REPLY_DISAGREES] = "reply.disagrees",
                                        [SEL_REPLY_COMMENTS] = "reply.comments"};
    sel_str said =
        sel_say(arena, &context->words, words[reply->kind], "office",
                sel_tell_text(arena, reply->office), "day", sel_tell_day(arena, reply->on), NULL);
    if (reply->why.len == 0)
        return said;
    return sel_str_printf(arena, "%.*s: %.*s", SEL_STR_ARG(said), SEL_STR_ARG(reply->why));
}

sel_str sel_tell_reply_state(const sel_context *context, sel_reply_state state)
{
    static const char *const words[] = {[SEL_STATE_NOT_SHOWN] = "reply.not-shown",
                                        [SEL_STATE_SHOWN] = "reply.waiting",
                                        [SEL_STATE_AGREED] = "reply.one-agrees",
                                        [SEL_STATE_DISPUTED] = "reply.disputed",
                                        [SEL_STATE_CONFIRMED] = "reply.confirmed"};
    return sel_tell_word(context, words[state]);
}

sel_str sel_tell_replies(const sel_context *context, const sel_assessment *assessment, uint32_t a,
                         uint32_t b, sel_arena *arena)
{
    uint32_t count;
    const sel_pair_reply *list = sel_replies_about(&assessment->replies, a, b, &count);
    sel_reply_state state = sel_reply_state_of(&assessment->replies, assessment->study, a, b);
    if (count == 0)
        return sel_tell_word(context, state == SEL_STATE_CONFIRMED ? "reply.both-declare"
                                                                   : "reply.not-shown");
    sel_text text = {.arena = arena};
    if (state == SEL_STATE_CONFIRMED)
        sel_text_add(&text, sel_tell_reply_state(context, state));
    for (uint32_t i = 0; i < count; i++)
        if (!sel_reply_is_outdated(list, count, i))
            sel_text_printf(&text, "%s%.*s", text.len == 0 ? "" : " · ",
                            SEL_STR_ARG(sel_tell_reply(context, &list[i], arena)));
    return sel_text_str(&text);
}

void sel_tell_reply_table(const sel_context *context, const sel_assessment *assessment,
                          sel_section *section)
{
    const sel_study *study = assessment->study;
    sel_table *table =
        sel_section_table(section, "replies", sel_tell_word(context, "overlap-replies.title"));
    static const struct {
        const char *id;
        sel_column_type type;
    } columns[] = {{"a", SEL_COLUMN_TEXT},    {"b", SEL_COLUMN_TEXT},
                   {"day", SEL_COLUMN_DATE},  {"office", SEL_COLUMN_TEXT},
                   {"says", SEL_COLUMN_TEXT}, {"reason", SEL_COLUMN_TEXT}};
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        sel_tell_column_for(context, table, columns[i].id, columns[i].type, SEL_FOR_MACHINES);
    for (uint32_t i = 0; i < assessment->replies.count; i++) {
        const sel_pair_reply *reply = &assessment->replies.list[i];
        sel_table_row(table);
        sel_cell_text(table, sel_study_address(study, reply->a, table->arena));
        sel_cell_text(table, sel_study_address(study, reply->b, table->arena));
        sel_cell_date(table, reply->on);
        sel_cell_text(table, reply->office);
        sel_cell_text(table, sel_str_of(sel_reply_code(reply->kind)));
        sel_cell_text(table, reply->why);
    }
}

static bool gather(void *to, const sel_decision *stored)
{
    sel_reply_gather(to, stored);
    return true;
}

static void reply_rows(const sel_pair_reply *list, uint32_t count, sel_table *table)
{
    for (uint32_t i = 0; i < count; i++) {
        sel_table_row(table);
        sel_cell_date(table, list[i].on);
        sel_cell_text(table, list[i].office);
        sel_cell_text(table, sel_str_of(sel_reply_code(list[i].kind)));
        sel_cell_text(table, list[i].why);
    }
}

sel_status sel_tell_pair_replies(const sel_context *context, const sel_assessment *assessment,
                                 sel_store *store, sel_str a, sel_str b, sel_report *report,
                                 sel_error *err)
{
    const sel_study *study = assessment->study;
    uint32_t first = sel_study_programme_find(study, a);
    uint32_t second = sel_study_programme_find(study, b);
    if (first == SEL_NONE || second == SEL_NONE || first == second)
        return sel_fail(err, SEL_NOT_FOUND, "give the addresses of two programmes, REGISTER:ID");
    sel_reply_gathering gathering = {.arena = report->arena};
    sel_status status = sel_store_each_decision(store, gather, &gathering, err);
    if (status != SEL_OK)
        return status;
    sel_pair_replies replies = sel_reply_settle(&gathering, study);
    uint32_t low = first < second ? first : second;
    uint32_t high = first < second ? second : first;
    uint32_t count;
    const sel_pair_reply *list = sel_replies_about(&replies, low, high, &count);
    report->title =
        sel_str_printf(report->arena, "%.*s / %.*s", SEL_STR_ARG(study->programmes[low].title),
                       SEL_STR_ARG(study->programmes[high].title));
    sel_report_subtitle(
        report, sel_tell_reply_state(context, sel_reply_state_of(&replies, study, low, high)));
    sel_section *section = sel_report_section(report, "replies", (sel_str){0});
    sel_table *table =
        sel_section_table(section, "replies", sel_tell_word(context, "overlap-replies.title"));
    sel_tell_column(context, table, "day", SEL_COLUMN_DATE);
    sel_tell_column(context, table, "office", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "says", SEL_COLUMN_TEXT);
    sel_tell_column(context, table, "reason", SEL_COLUMN_TEXT);
    reply_rows(list, count, table);
    return SEL_OK;
}
