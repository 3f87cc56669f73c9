#include "work/reply.h"

#include "base/fold.h"
#include "base/hash.h"
#include "base/text.h"
#include "input/bytes.h"
#include "work/tell.h"

/* --- whose language, what name --- */

/* The cell a line begins with, without quotes. */
static sel_str first_cell(sel_str line)
{
    size_t end = 0;
    bool quoted = line.len > 0 && line.ptr[0] == '"';
    if (quoted)
        line = sel_str_part(line, 1, line.len);
    while (end < line.len &&
           (quoted ? line.ptr[end] != '"' : strchr(",;\t|", line.ptr[end]) == NULL))
        end++;
    return sel_str_trim(sel_str_part(line, 0, end));
}

/* Labels written the same way in several languages say nothing. */
static void count_label(const sel_reference *reference, sel_str folded,
                        uint32_t counts[SEL_LANGUAGE_COUNT])
{
    for (uint32_t i = 0; i < reference->label_count; i++) {
        int found = -1;
        uint32_t languages = 0;
        for (int language = 0; language < SEL_LANGUAGE_COUNT; language++)
            if (sel_str_equal(reference->labels[i].folded[language], folded)) {
                found = language;
                languages += 1;
            }
        if (languages == 1)
            counts[found] += 1;
    }
}

sel_status sel_reply_language(const sel_context *context, const char *path, sel_language *language,
                              sel_error *err)
{
    uint32_t counts[SEL_LANGUAGE_COUNT] = {0};
    sel_bytes *bytes = NULL;
    *language = context->language;
    sel_status status = sel_bytes_open(path, &bytes, err);
    if (status != SEL_OK)
        return status;
    sel_arena *arena = sel_arena_create();
    sel_str text = sel_bytes_peek(bytes);
    sel_str line;
    while (sel_str_next(&text, '\n', &line)) {
        sel_str folded = sel_fold(arena, first_cell(line));
        if (folded.len > 0)
            count_label(&context->reference, folded, counts);
    }
    for (int other = 0; other < SEL_LANGUAGE_COUNT; other++)
        if (counts[other] > counts[*language])
            *language = (sel_language)other;
    sel_arena_destroy(arena);
    sel_bytes_close(bytes);
    return SEL_OK;
}

sel_language sel_reply_wish(sel_str wish, sel_language otherwise)
{
    sel_language found = otherwise;
    wish = sel_str_trim(wish);
    if (wish.len == 0 || sel_language_find(wish, &found))
        return found;
    sel_arena *arena = sel_arena_create();
    sel_str folded = sel_fold(arena, wish);
    for (int language = 0; language < SEL_LANGUAGE_COUNT; language++) {
        sel_str name = sel_str_of(sel_language_name((sel_language)language));
        if (sel_str_equal(sel_fold(arena, name), folded))
            found = (sel_language)language;
    }
    sel_arena_destroy(arena);
    return found;
}

static void add_plain(sel_text *name, sel_str text)
{
    enum { PART = 30 };
    size_t start = name->len;
    for (size_t i = 0; i < text.len && name->len - start < PART; i++) {
        char c = text.ptr[i];
        bool capital = c >= 'A' && c <= 'Z';
        bool plain = capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain)
            sel_text_add_char(name, capital ? (char)(c - 'A' + 'a') : c);
        else if (name->len > start && name->bytes[name->len - 1] != '-')
            sel_text_add_char(name, '-');
    }
    if (name->len > 0 && name->bytes[name->len - 1] != '-')
        sel_text_add_char(name, '-');
}

sel_str sel_reply_name(const sel_intake *intake, const sel_receipt *receipt, sel_str sha256,
                       sel_arena *arena)
{
    sel_text name = {.arena = arena};
    sel_hash hash;
    char hex[SEL_HASH_ROOM];
    sel_hash_start(&hash);
    if (receipt != NULL) {
        sel_str code = receipt->respondent;
        sel_str key = sel_str_printf(arena, "%.*s|%.*s|%.*s|%.*s", SEL_STR_ARG(code),
                                     SEL_STR_ARG(receipt->round), SEL_STR_ARG(receipt->agency),
                                     SEL_STR_ARG(receipt->questionnaire));
        sel_hash_add(&hash, key.ptr, key.len);
        add_plain(&name, code);
        add_plain(&name, receipt->agency);
    } else {
        sel_hash_add(&hash, intake->file.ptr, intake->file.len);
        sel_hash_add(&hash, sha256.ptr, sha256.len);
        add_plain(&name, intake->file);
    }
    sel_hash_finish(&hash, hex);
    sel_text_printf(&name, "%.8s", hex);
    return sel_text_str(&name);
}

/* --- what the page says --- */

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

static const char *clip(const page *p, sel_str text)
{
    return sel_tell_text(p->report->arena,
                         sel_tell_clipped(p->report->arena, text, SEL_REPLY_TEXT));
}

/* Whether the page is for one of several respondents of a file. */
static bool is_one_of_many(const page *p)
{
    return p->receipt != NULL && p->intake->guess.form == SEL_FORM_WIDE;
}

/* Whether a place is of the respondent of this page: the next one begins where it ends. */
static bool is_of_page(const page *p, const sel_issue *issue)
{
    const sel_receipt *end = p->intake->receipts + p->intake->receipt_count;
    return issue->line >= p->receipt->line &&
           (p->receipt + 1 == end || issue->line < p->receipt[1].line);
}

static sel_str problem_text(const page *p, const sel_issue *issue)
{
    sel_arena *arena = p->report->arena;
    const sel_words *words = &p->context->words;
    sel_text text = {.arena = arena};
    if (issue->found.len > 0)
        sel_text_printf(&text, "%.*s. ",
                        SEL_STR_ARG(sel_say(arena, words, "issues.written", "found",
                                            clip(p, issue->found), NULL)));
    sel_issue clipped = *issue;
    clipped.found = sel_tell_clipped(arena, issue->found, SEL_REPLY_TEXT);
    clipped.expected = sel_tell_clipped(arena, issue->expected, 2 * SEL_REPLY_TEXT);
    sel_text_add(&text, sel_tell_issue(p->context, &clipped, arena));
    if (issue->suggestion.len > 0)
        sel_text_printf(&text, " %.*s",
                        SEL_STR_ARG(sel_say(arena, words, "issues.try", "suggestion",
                                            clip(p, issue->suggestion), NULL)));
    return sel_text_str(&text);
}

static void add_code(page *p, const sel_issue *issue)
{
    char cell[24];
    sel_issue_cell(issue->column, issue->row, cell);
    sel_text_printf(&p->codes, "%s%s%s%s", p->codes.len == 0 ? "" : " · ", issue->code,
                    cell[0] == '\0' ? "" : " ", cell);
}

/* The cell first, then the question. */
static sel_str problem_head(const page *p, const sel_issue *issue, const sel_names *names)
{
    sel_arena *arena = p->report->arena;
    sel_str label =
        sel_tell_clipped(arena, sel_names_in(names, p->context->language), SEL_REPLY_TEXT);
    if (issue->line == 0 && issue->row == 0)
        return label;
    sel_str place = sel_tell_issue_head(p->context, issue, (sel_str){0}, arena);
    return label.len == 0
               ? place
               : sel_str_printf(arena, "%.*s · %.*s", SEL_STR_ARG(place), SEL_STR_ARG(label));
}

static void tell_problem(page *p, const sel_issue *issue, const sel_names *names, sel_list *list)
{
    sel_list_item_add(list, problem_head(p, issue, names), problem_text(p, issue));
    add_code(p, issue);
}

/* Problems of one severity being listed; the section begins with the first. */
typedef struct problems {
    page *page;
    const char *heading;
    sel_section *section;
    sel_list *list;
    uint32_t shown;
    uint64_t further;
} problems;

static void list_problem(problems *of, const sel_issue *issue, const sel_names *names)
{
    if (of->shown == SEL_REPLY_PROBLEMS) {
        of->further += 1;
        return;
    }
    if (of->list == NULL) {
        of->section =
            sel_report_section(of->page->report, of->heading, word(of->page, of->heading));
        of->list = sel_section_list(of->section, true);
    }
    tell_problem(of->page, issue, names, of->list);
    of->shown += 1;
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
            list_problem(of, &group->places[j], &intake->names[i]);
        of->further += group->count - listed;
    }
}

static const sel_names *names_of(const sel_intake *intake, sel_str subject)
{
    static const sel_names none = {0};
    for (uint32_t i = 0; i < intake->issues.group_count; i++)
        if (sel_str_equal(intake->issues.groups[i]->places[0].subject, subject))
            return &intake->names[i];
    return &none;
}

static void list_of_respondent(problems *of, sel_severity severity)
{
    const sel_intake *intake = of->page->intake;
    for (uint32_t i = 0; i < intake->place_count; i++) {
        const sel_issue *place = &intake->places[i];
        if (sel_issue_severity(place->code) == severity && is_of_page(of->page, place))
            list_problem(of, place, names_of(intake, place->subject));
    }
}

/* Problems of one severity; those beyond what a page holds are counted. */
static void tell_problems(page *p, sel_severity severity, const char *heading)
{
    problems of = {.page = p, .heading = heading};
    if (is_one_of_many(p))
        list_of_respondent(&of, severity);
    else
        list_of_file(&of, severity);
    if (of.section != NULL && of.further > 0)
        sel_section_paragraph(of.section,
                              sel_say(p->report->arena, &p->context->words, "reply.further", "n",
                                      sel_tell_count(p->report->arena, of.further), NULL));
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

static void tell_receipt(page *p)
{
    const sel_receipt *receipt = p->receipt;
    sel_arena *arena = p->report->arena;
    sel_section *section = sel_report_section(p->report, "receipt", word(p, "receipt.heading"));
    sel_list *facts = sel_section_list(section, false);
    fact(p, facts, "column.receipt", receipt->code);
    fact(p, facts, "column.country", sel_receipt_who(p->context, receipt));
    fact(p, facts, "column.agency", receipt->agency);
    fact(p, facts, "column.round", receipt->round);
    fact(p, facts, "column.answers", sel_str_of(sel_tell_count(arena, receipt->answers)));
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
    if (p->intake->guess.form != SEL_FORM_NONE)
        sel_section_paragraph(section, sel_intake_how_read(p->context, p->intake, arena));
}

static void tell_again(page *p)
{
    bool fix = p->intake->refused;
    sel_section *section = sel_report_section(p->report, "again", word(p, "reply.again"));
    sel_list *steps = sel_section_list(section, true);
    sel_list_item_add(steps, (sel_str){0}, word(p, fix ? "reply.correct" : "reply.change"));
    sel_list_item_add(steps, (sel_str){0}, word(p, "reply.save"));
    sel_list_item_add(steps, (sel_str){0}, word(p, "reply.send"));
}

static const char *verdict(const page *p)
{
    return p->receipt != NULL    ? "reply.received"
           : p->intake->refused  ? "reply.refused"
           : p->intake->repeated ? "intake.repeated"
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
                        sel_tell_count(report->arena, intake->issues.counts[SEL_FAULT]), "day",
                        sel_tell_text(report->arena, sel_str_part(sel_str_of(time), 0, 10)), NULL));
    if (receipt != NULL && receipt->illustrative)
        sel_tell_illustrative(context, report);
    tell_problems(&p, SEL_FAULT, "issues.fix");
    if (receipt != NULL)
        tell_receipt(&p);
    tell_problems(&p, SEL_WARNING, "issues.look");
    tell_understood(&p);
    tell_again(&p);
    if (p.codes.len > 0)
        sel_report_foot(report,
                        sel_say(report->arena, &context->words, "reply.codes", "codes",
                                sel_tell_text(report->arena, sel_text_str(&p.codes)), NULL));
}
