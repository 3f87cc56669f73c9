#include "input/register_held.h"

static sel_str shared(sel_index *pool, sel_str text)
{
    return text.len == 0 ? (sel_str){0} : sel_index_name(pool, sel_index_add(pool, text));
}

static sel_str own(sel_arena *arena, sel_str text)
{
    return text.len == 0 ? (sel_str){0} : sel_str_copy(arena, text);
}

void sel_held_add(sel_held_findings *held, sel_arena *arena, sel_index *pool,
                  const sel_issue *issue)
{
    sel_held_finding *fresh = sel_arena_array(arena, 1, sizeof *fresh);
    *fresh = (sel_held_finding){.issue = *issue};
    fresh->issue.source = shared(pool, issue->source);
    fresh->issue.subject = shared(pool, issue->subject);
    fresh->issue.expected = shared(pool, issue->expected);
    fresh->issue.suggestion = shared(pool, issue->suggestion);
    fresh->issue.record = own(arena, issue->record);
    fresh->issue.found = own(arena, issue->found);
    fresh->issue.whole = own(arena, issue->whole);
    sel_held_join(held, &(sel_held_findings){fresh, fresh});
}

void sel_held_join(sel_held_findings *held, const sel_held_findings *other)
{
    if (other->first == NULL)
        return;
    if (held->first == NULL)
        held->first = other->first;
    else
        held->last->next = other->first;
    held->last = other->last;
}

void sel_held_report(const sel_held_findings *held, sel_str record, sel_issues *issues)
{
    for (const sel_held_finding *one = held->first; one != NULL; one = one->next) {
        sel_issue issue = one->issue;
        if (issue.record.len == 0)
            issue.record = record;
        sel_issues_add(issues, &issue);
    }
}
