#include "base/issues.h"

sel_severity sel_issue_severity(const char *code)
{
    return code[0] == 'E' ? SEL_FAULT : code[0] == 'W' ? SEL_WARNING : SEL_NOTE;
}

bool sel_issues_allow(const sel_issues *issues)
{
    return issues->counts[SEL_FAULT] == 0;
}

static bool same_group(const sel_issue_group *group, const sel_issue *issue)
{
    const sel_issue *first = &group->places[0];
    return strcmp(first->code, issue->code) == 0 && first->column == issue->column &&
           sel_str_equal(first->subject, issue->subject) &&
           sel_str_equal(first->source, issue->source);
}

static sel_issue_group *group_of(sel_issues *issues, const sel_issue *issue)
{
    /* Row after row has the same faults: the group is often the last one, or the one behind it. */
    for (uint32_t i = 0; i < issues->group_count; i++) {
        uint32_t candidate = (issues->latest + i) % issues->group_count;
        if (same_group(issues->groups[candidate], issue)) {
            issues->latest = candidate;
            return issues->groups[candidate];
        }
    }
    issues->groups = sel_arena_one_more(issues->arena, issues->groups, issues->group_count,
                                        &issues->group_room, sizeof *issues->groups);
    sel_issue_group *fresh = sel_arena_array(issues->arena, 1, sizeof *fresh);
    issues->latest = issues->group_count;
    issues->groups[issues->group_count++] = fresh;
    return fresh;
}

static void keep_value(sel_issue_group *group, sel_str found)
{
    for (uint32_t i = 0; i < group->value_count; i++)
        if (sel_str_equal(group->values[i], found))
            return;
    if (group->value_count < SEL_ISSUE_VALUES)
        group->values[group->value_count++] = found;
}

size_t sel_issue_copy(const sel_issue *issue, sel_arena *arena, sel_issue *copy)
{
    sel_str *texts[] = {&copy->source,   &copy->subject,    &copy->record, &copy->found,
                        &copy->expected, &copy->suggestion, &copy->whole};
    size_t bytes = 0;
    *copy = *issue;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        *texts[i] = sel_str_copy(arena, *texts[i]);
        bytes += texts[i]->len;
    }
    return bytes;
}

static void keep_place(sel_issues *issues, sel_issue_group *group, const sel_issue *issue)
{
    if (group->place_count == SEL_ISSUE_PLACES)
        return;
    sel_issue *kept = &group->places[group->place_count++];
    (void)sel_issue_copy(issue, issues->arena, kept);
    keep_value(group, kept->found);
}

void sel_issues_add(sel_issues *issues, const sel_issue *issue)
{
    issues->counts[sel_issue_severity(issue->code)] += 1;
    if (!issues->each_only) {
        sel_issue_group *group = group_of(issues, issue);
        group->count += 1;
        keep_place(issues, group, issue);
    }
    if (issues->each != NULL)
        issues->each(issues->to, issue);
}

const char *sel_issue_cell(uint32_t column, uint32_t row, char text[24])
{
    char letters[8];
    size_t n = sizeof letters;
    letters[--n] = '\0';
    for (uint32_t rest = column; rest > 0; rest = (rest - 1) / 26)
        letters[--n] = (char)('A' + (rest - 1) % 26);
    if (column == 0 || row == 0)
        text[0] = '\0';
    else
        snprintf(text, 24, "%s%u", letters + n, row);
    return text;
}
