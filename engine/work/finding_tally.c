#include "work/finding_tally.h"

static sel_code_tally *tally_of(sel_finding_tally *tally, const char *code)
{
    for (uint32_t i = 0; i < tally->count; i++)
        if (strcmp(tally->codes[i].code, code) == 0)
            return &tally->codes[i];
    tally->codes = sel_arena_one_more(tally->arena, tally->codes, tally->count, &tally->room,
                                      sizeof *tally->codes);
    sel_code_tally *fresh = &tally->codes[tally->count++];
    *fresh = (sel_code_tally){.code = code, .latest = UINT64_MAX};
    return fresh;
}

/* Of one record, but of another field than the one kept last. */
static bool is_elsewhere(const sel_code_tally *of, const sel_issue *issue)
{
    const sel_issue *last = &of->first[of->first_count - 1];
    return last->column != issue->column || !sel_str_equal(last->subject, issue->subject);
}

static void keep_first(sel_finding_tally *tally, sel_code_tally *of, const sel_issue *issue)
{
    if (of->first_count == SEL_TALLY_FIRST)
        return;
    (void)sel_issue_copy(issue, tally->arena, &of->first[of->first_count++]);
}

void sel_finding_tally_add(sel_finding_tally *tally, const sel_issue *issue, bool of_file)
{
    sel_code_tally *of = tally_of(tally, issue->code);
    of->findings += 1;
    bool first_of_record = of_file || of->latest != tally->record;
    of->latest = tally->record;
    of->records += first_of_record && !of_file;
    if (first_of_record || is_elsewhere(of, issue))
        keep_first(tally, of, issue);
    /* A fault is the last that is said of a record: it is not handed on. */
    if (!of_file && sel_issue_severity(issue->code) == SEL_FAULT)
        sel_finding_tally_next_record(tally);
}

void sel_finding_tally_next_record(sel_finding_tally *tally)
{
    tally->record += 1;
}

static int descending(uint64_t a, uint64_t b)
{
    return (a < b) - (a > b);
}

static int worst_first(const void *a, const void *b)
{
    const sel_code_tally *left = a;
    const sel_code_tally *right = b;
    int order = descending(sel_issue_severity(left->code), sel_issue_severity(right->code));
    if (order == 0)
        order = descending(left->records == 0, right->records == 0);
    if (order == 0)
        order = descending(left->records, right->records);
    if (order == 0)
        order = descending(left->findings, right->findings);
    return order != 0 ? order : strcmp(left->code, right->code);
}

void sel_finding_tally_sort(sel_finding_tally *tally)
{
    if (tally->count > 0)
        qsort(tally->codes, tally->count, sizeof *tally->codes, worst_first);
}
