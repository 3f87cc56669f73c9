#include "work/intake_findings.h"

#include "base/text.h"
#include "work/tell.h"

enum { TEXT_MOST = 400 };

static sel_str keep_text(const sel_intake *intake, sel_str text)
{
    return sel_str_copy(intake->issues.arena, sel_str_part(text, 0, TEXT_MOST));
}

/* Headers and what stands above them are everybody's. */
static bool is_of_file(const sel_intake *intake, const sel_issue *issue)
{
    return issue->row == 0 ? issue->line == 0 : issue->row < intake->guess.data_row;
}

void sel_intake_keep_place(void *to, const sel_issue *issue)
{
    sel_intake *intake = to;
    if (!sel_str_equal(issue->source, intake->file))
        return; /* of the mapping: nothing that a respondent wrote */
    bool of_file = is_of_file(intake, issue);
    (of_file ? intake->file_problems : intake->next_problems)[sel_issue_severity(issue->code)] += 1;
    intake->places_met += 1;
    if (intake->place_count == intake->places_most)
        return;
    intake->places = sel_arena_one_more(intake->issues.arena, intake->places, intake->place_count,
                                        &intake->place_room, sizeof *intake->places);
    sel_kept_issue *finding = &intake->places[intake->place_count++];
    *finding = (sel_kept_issue){*issue, of_file ? 0 : intake->next_response};
    sel_issue *kept = &finding->issue;
    kept->source = intake->file;
    kept->subject = keep_text(intake, issue->subject);
    kept->record = keep_text(intake, issue->record);
    kept->found = keep_text(intake, issue->found);
    kept->expected = keep_text(intake, issue->expected);
    kept->suggestion = keep_text(intake, issue->suggestion);
}

void sel_intake_next_response(sel_intake *intake)
{
    sel_receipt *last =
        intake->receipt_count == 0 ? NULL : &intake->receipts[intake->receipt_count - 1];
    if (last != NULL && last->number == intake->next_response)
        memcpy(last->problems, intake->next_problems, sizeof last->problems);
    memset(intake->next_problems, 0, sizeof intake->next_problems);
    intake->next_response += 1;
}

/* The choices in words, as the sheet offers them: codes mean nothing to whoever fills it in. */
static sel_names choice_labels(const sel_choice_list *list, sel_arena *arena)
{
    enum { SHOWN = 12 };
    sel_names all = {0};
    for (int language = 0; language < SEL_LANGUAGE_COUNT; language++) {
        sel_text text = {.arena = arena};
        for (uint32_t i = 0; i < list->count && i < SHOWN; i++) {
            sel_str label = sel_names_in(&list->choices[i].labels, (sel_language)language);
            sel_text_printf(&text, "%s%.*s", i == 0 ? "" : ", ",
                            SEL_STR_ARG(label.len > 0 ? label : list->choices[i].name));
        }
        if (list->count > SHOWN)
            sel_text_add(&text, SEL_STR(", …"));
        all.in[language] = sel_text_str(&text);
    }
    return all;
}

static sel_names wish_for(const sel_item *item, const char *code, sel_arena *arena)
{
    if (strcmp(code, "E_CONSTRAINT") == 0)
        return item->constraint_messages;
    if (strcmp(code, "E_CHOICE_UNKNOWN") == 0 && item->list != NULL)
        return choice_labels(item->list, arena);
    return (sel_names){0};
}

/* In the words of the report's language; a reply looks them up in the sender's. */
static void say_wish(sel_issue_group *group, sel_str wish)
{
    for (uint32_t i = 0; i < group->place_count && wish.len > 0; i++)
        group->places[i].expected = wish;
}

void sel_intake_label(const sel_context *context, sel_intake *intake,
                      const sel_questionnaire *questionnaire)
{
    sel_arena *arena = intake->issues.arena;
    uint32_t count = intake->issues.group_count;
    sel_str *labels = sel_arena_array(arena, count, sizeof *labels);
    sel_names *names = sel_arena_array(arena, count, sizeof *names);
    sel_names *wishes = sel_arena_array(arena, count, sizeof *wishes);
    for (uint32_t i = 0; i < count; i++) {
        sel_issue_group *group = intake->issues.groups[i];
        sel_str subject = group->places[0].subject;
        uint32_t item = sel_questionnaire_item(questionnaire, subject);
        names[i].in[SEL_EN] = subject;
        if (item != SEL_NONE)
            names[i] = questionnaire->items[item].labels;
        if (item != SEL_NONE)
            wishes[i] = wish_for(&questionnaire->items[item], group->places[0].code, arena);
        labels[i] = sel_names_in(&names[i], context->language);
        say_wish(group, sel_names_in(&wishes[i], context->language));
    }
    intake->labels = labels;
    intake->names = names;
    intake->wishes = wishes;
}

uint32_t sel_finding_group(const sel_intake *intake, const sel_issue *issue)
{
    for (uint32_t i = 0; i < intake->issues.group_count; i++) {
        const sel_issue *first = &intake->issues.groups[i]->places[0];
        if (strcmp(first->code, issue->code) == 0 && sel_str_equal(first->subject, issue->subject))
            return i;
    }
    return SEL_NONE;
}

sel_str sel_finding_text(const sel_context *context, const sel_intake *intake,
                         const sel_issue *issue, uint32_t group, sel_arena *arena)
{
    sel_issue shown = *issue;
    sel_str wish = {0};
    if (group != SEL_NONE)
        wish = sel_names_in(&intake->wishes[group], context->language);
    shown.found = sel_tell_clipped(arena, issue->found, SEL_FINDING_TEXT);
    shown.expected = sel_tell_clipped(arena, wish.len > 0 ? wish : issue->expected,
                                      (size_t)2 * SEL_FINDING_TEXT);
    shown.suggestion = sel_tell_clipped(arena, issue->suggestion, SEL_FINDING_TEXT);
    return sel_tell_issue_body(context, &shown, arena);
}

int sel_finding_order(const sel_issue *a, const sel_issue *b)
{
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return (a->column > b->column) - (a->column < b->column);
}
