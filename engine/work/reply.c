#include "work/reply.h"

#include "base/text.h"
#include "work/intake_findings.h"
#include "work/tell.h"

typedef struct page {
    const sel_context *context;
    const sel_intake *intake;
    const sel_receipt *receipt; /* NULL: the whole file */
    sel_report *report;
    sel_text codes; /* "E_TYPE_INTEGER D14 · …" */
} page;

static sel_str word(const page *p, const char *id)
{
    return sel_tell_word(p->context, id);
}

/* Whether the page is for one of several respondents of a file. */
static bool is_one_of_many(const page *p)
{
    return p->receipt != NULL && p->intake->guess.form == SEL_FORM_WIDE;
}

/* Problems of a file that was not stored concern all who are in it. */
static bool is_of_page(const page *p, const sel_kept_issue *kept)
{
    return kept->response == 0 ? !p->intake->stored : kept->response == p->receipt->number;
}

/* Problems of one severity that a page is about, whether their places were kept or not. */
static uint64_t problems_of_page(const page *p, sel_severity severity)
{
    if (!is_one_of_many(p))
        return p->intake->issues.counts[severity];
    return p->receipt->problems[severity] +
           (p->intake->stored ? 0 : p->intake->file_problems[severity]);
}

static void add_code(page *p, const sel_issue *issue)
{
    char cell[24];
    sel_issue_cell(issue->column, issue->row, cell);
    sel_text_printf(&p->codes, "%s%s%s%s", p->codes.len == 0 ? "" : " · ", issue->code,
                    cell[0] == '\0' ? "" : " ", cell);
}

/* The cell first, then the question. */
static sel_str problem_head(const page *p, const sel_issue *issue, uint32_t group)
{
    static const sel_names nameless;
    sel_arena *arena = p->report->arena;
    const sel_names *names = group == SEL_NONE ? &nameless : &p->intake->names[group];
    sel_str label =
        sel_tell_clipped(arena, sel_names_in(names, p->context->language), SEL_REPLY_TEXT);
    if (issue->line == 0 && issue->row == 0)
        return label;
    sel_str place = sel_tell_issue_head(p->context, issue, (sel_str){0}, arena);
    return label.len == 0
               ? place
               : sel_str_printf(arena, "%.*s · %.*s", SEL_STR_ARG(place), SEL_STR_ARG(label));
}

static void tell_problem(page *p, const sel_issue *issue, uint32_t group, sel_list *list)
{
    sel_list_item_add(list, problem_head(p, issue, group),
                      sel_finding_text(p->context, p->intake, issue, group, p->report->arena));
    add_code(p, issue);
}

typedef struct problem {
    const sel_issue *issue;
    uint32_t group; /* or SEL_NONE */
} problem;

/* Problems of one severity that a page lists. */
typedef struct problems {
    const page *page;
    problem listed[SEL_REPLY_PROBLEMS];
    uint32_t count;
    uint64_t further;
} problems;

static void list_problem(problems *of, const sel_issue *issue, uint32_t group)
{
    if (of->count < SEL_REPLY_PROBLEMS)
        of->listed[of->count++] = (problem){issue, group};
    else
        of->further += 1;
}

static int by_place(const void *left, const void *right)
{
    const problem *a = left;
    const problem *b = right;
    int order = sel_finding_order(a->issue, b->issue);
    if (order != 0)
        return order;
    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    return (a->issue > b->issue) - (a->issue < b->issue);
}

/* So many of each kind that all kinds are seen. */
static uint32_t places_of_a_kind(const sel_issues *issues, sel_severity severity)
{
    enum { LEAST = 1 };
    uint32_t kinds = 0;
    for (uint32_t i = 0; i < issues->group_count; i++)
        kinds += sel_issue_severity(issues->groups[i]->places[0].code) == severity;
    return kinds == 0 || kinds > SEL_REPLY_PROBLEMS ? LEAST : SEL_REPLY_PROBLEMS / kinds;
}

static void list_of_file(problems *of, sel_severity severity)
{
    const sel_intake *intake = of->page->intake;
    uint32_t most = places_of_a_kind(&intake->issues, severity);
    for (uint32_t i = 0; i < intake->issues.group_count; i++) {
        const sel_issue_group *group = intake->issues.groups[i];
        if (sel_issue_severity(group->places[0].code) != severity)
            continue;
        uint32_t listed = group->place_count < most ? group->place_count : most;
        for (uint32_t j = 0; j < listed; j++)
            list_problem(of, &group->places[j], i);
        of->further += group->count - listed;
    }
}

static void list_of_respondent(problems *of, sel_severity severity)
{
    const sel_intake *intake = of->page->intake;
    for (uint32_t i = 0; i < intake->place_count; i++) {
        const sel_kept_issue *kept = &intake->places[i];
        const sel_issue *place = &kept->issue;
        if (sel_issue_severity(place->code) == severity && is_of_page(of->page, kept))
            list_problem(of, place, sel_finding_group(intake, place));
    }
    of->further = problems_of_page(of->page, severity) - of->count;
}

/* Problems of one severity; those beyond what a page holds are counted. */
static void tell_problems(page *p, sel_severity severity, const char *heading)
{
    problems of = {.page = p};
    if (is_one_of_many(p))
        list_of_respondent(&of, severity);
    else
        list_of_file(&of, severity);
    if (of.count + of.further == 0)
        return;
    if (of.count > 1)
        qsort(of.listed, of.count, sizeof of.listed[0], by_place);
    sel_section *section = sel_report_section(p->report, heading, word(p, heading));
    sel_list *list = sel_section_list(section, true);
    for (uint32_t i = 0; i < of.count; i++)
        tell_problem(p, of.listed[i].issue, of.listed[i].group, list);
    if (of.further == 0)
        return;
    sel_section_paragraph(section,
                          sel_say(p->report->arena, &p->context->words, "reply.further", "n",
                                  sel_tell_count(p->report->arena, of.further), NULL));
    if (of.count < SEL_REPLY_PROBLEMS && is_one_of_many(p))
        sel_section_paragraph(section, word(p, "reply.cut"));
}

static void fact(const page *p, sel_list *facts, const char *label, sel_str text)
{
    sel_list_item_add(facts, word(p, label),
                      sel_tell_clipped(p->report->arena, text, SEL_REPLY_TEXT));
}

static const char *disclosure_word(sel_str disclosure)
{
    return sel_str_is(disclosure, "public")       ? "reply.public"
           : sel_str_is(disclosure, "circulated") ? "reply.circulated"
           : sel_str_is(disclosure, "parties")    ? "reply.parties"
                                                  : "reply.secretariat";
}

static void tell_sender(const page *p, sel_list *facts)
{
    const sel_receipt *receipt = p->receipt;
    sel_str who = sel_receipt_who(p->context, receipt);
    if (who.len > 0)
        fact(p, facts, "column.country", who);
    fact(p, facts, "column.agency", receipt->agency);
    fact(p, facts, "column.round", receipt->round);
    fact(p, facts, "column.answers",
         sel_str_of(sel_tell_count(p->report->arena, receipt->answers)));
}

static void tell_receipt(page *p)
{
    const sel_receipt *receipt = p->receipt;
    sel_arena *arena = p->report->arena;
    sel_section *section = sel_report_section(p->report, "receipt", word(p, "receipt.heading"));
    sel_list *facts = sel_section_list(section, false);
    fact(p, facts, "column.receipt", receipt->code);
    tell_sender(p, facts);
    fact(p, facts, "column.revision", sel_str_of(sel_tell_count(arena, receipt->revision)));
    fact(p, facts, "column.disclosure", word(p, disclosure_word(receipt->disclosure)));
    if (receipt->changes.count == 0)
        return;
    sel_section *changes = sel_report_section(p->report, "changes", word(p, "receipt.changes"));
    sel_table *table = sel_section_table(changes, "changes", word(p, "receipt.changes"));
    sel_revision_columns(p->context, table);
    sel_answer_changes first = receipt->changes;
    first.count = first.count < SEL_REPLY_CHANGES ? first.count : SEL_REPLY_CHANGES;
    sel_revision_tell(p->context, &first, receipt->code, table);
    if (first.count < receipt->changes.count)
        sel_section_paragraph(
            changes, sel_say(arena, &p->context->words, "reply.further", "n",
                             sel_tell_count(arena, receipt->changes.count - first.count), NULL));
}

static void tell_understood(page *p)
{
    sel_arena *arena = p->report->arena;
    const sel_response_counts *counts = &p->intake->counts;
    sel_section *section = sel_report_section(p->report, "understood", word(p, "reply.understood"));
    if (p->receipt == NULL)
        sel_section_paragraph(
            section, sel_say(arena, &p->context->words, "intake.read", "answers",
                             sel_tell_count(arena, counts->answers), "all",
                             sel_tell_count(arena, counts->answers + counts->faulty), "respondents",
                             sel_tell_count(arena, counts->responses), NULL));
    else if (!p->intake->stored)
        tell_sender(p, sel_section_list(section, false));
    if (p->intake->guess.form != SEL_FORM_NONE)
        sel_section_paragraph(section, sel_intake_how_read(p->context, p->intake, arena));
}

/* Nothing is wrong with these answers, but with others of the file. */
static bool waits_for_others(const page *p)
{
    return p->intake->refused && is_one_of_many(p) && problems_of_page(p, SEL_FAULT) == 0;
}

static void tell_again(page *p)
{
    bool fix = p->intake->refused && !waits_for_others(p);
    sel_section *section = sel_report_section(p->report, "again", word(p, "reply.again"));
    sel_list *steps = sel_section_list(section, true);
    sel_list_item_add(steps, (sel_str){0}, word(p, fix ? "reply.correct" : "reply.change"));
    sel_list_item_add(steps, (sel_str){0}, word(p, "reply.save"));
    sel_list_item_add(steps, (sel_str){0}, word(p, "reply.send"));
}

static const char *verdict(const page *p)
{
    return p->receipt != NULL && p->intake->stored ? "reply.received"
           : waits_for_others(p)                   ? "reply.others"
           : p->intake->refused                    ? "reply.refused"
           : p->intake->repeated                   ? "intake.repeated"
                                                   : "reply.fine";
}

void sel_reply_tell(const sel_context *context, const sel_intake *intake,
                    const sel_receipt *receipt, sel_report *report)
{
    page p = {context, intake, receipt, report, {.arena = report->arena}};
    sel_str file = sel_tell_clipped(report->arena, intake->file, SEL_REPLY_TEXT);
    char time[24];
    sel_time_text(context->now, time);
    report->title = sel_say(report->arena, &context->words, "reply.title", "file",
                            sel_tell_text(report->arena, file), NULL);
    sel_report_subtitle(
        report, sel_say(report->arena, &context->words, verdict(&p), "file",
                        sel_tell_text(report->arena, file), "fix",
                        sel_tell_count(report->arena, problems_of_page(&p, SEL_FAULT)), "day",
                        sel_tell_text(report->arena, sel_str_part(sel_str_of(time), 0, 10)), NULL));
    if (receipt != NULL && receipt->illustrative)
        sel_tell_illustrative(context, report);
    tell_problems(&p, SEL_FAULT, "issues.fix");
    if (receipt != NULL && intake->stored)
        tell_receipt(&p);
    tell_problems(&p, SEL_WARNING, "issues.look");
    tell_understood(&p);
    tell_again(&p);
    if (p.codes.len > 0)
        sel_report_foot(report,
                        sel_say(report->arena, &context->words, "reply.codes", "codes",
                                sel_tell_text(report->arena, sel_text_str(&p.codes)), NULL));
}
