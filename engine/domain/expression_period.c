/* Days that are not known exactly, compared as intervals (Allen, "Maintaining knowledge about
 * temporal intervals", 1983): what holds for every day of a period holds, what holds for some of
 * them is undecided. */
#include "domain/expression_calls.h"

static bool read_ends(sel_str text, double *earliest, double *latest)
{
    enum { DAY_LENGTH = 10 };
    sel_days first;
    sel_days last;
    if (text.len != 2 * DAY_LENGTH + 1 || text.ptr[DAY_LENGTH] != '/' ||
        sel_date_read(sel_str_part(text, 0, DAY_LENGTH), &first) != SEL_DATE_OK ||
        sel_date_read(sel_str_part(text, DAY_LENGTH + 1, DAY_LENGTH), &last) != SEL_DATE_OK)
        return false;
    *earliest = first.earliest;
    *latest = last.latest;
    return first.earliest <= last.latest;
}

sel_value sel_value_period(sel_str text)
{
    double earliest;
    double latest;
    if (!read_ends(text, &earliest, &latest))
        return sel_value_text(text);
    return (sel_value){.kind = SEL_VALUE_PERIOD, .text = text};
}

typedef struct days {
    double earliest;
    double latest;
} days;

static bool read_days(sel_value value, days *of)
{
    if (value.kind == SEL_VALUE_PERIOD)
        return read_ends(value.text, &of->earliest, &of->latest);
    bool read = value.kind == SEL_VALUE_NUMBER ? sel_value_to_number(value, &of->earliest)
                                               : sel_value_to_date(value, &of->earliest);
    of->latest = of->earliest;
    return read;
}

static sel_value truth(bool certain, bool impossible)
{
    return certain || impossible ? sel_value_boolean(certain) : sel_value_empty(SEL_WHY_UNDECIDED);
}

static sel_value equal(days a, days b, bool wanted)
{
    bool same = a.earliest == a.latest && b.earliest == b.latest && a.earliest == b.earliest;
    bool apart = a.latest < b.earliest || b.latest < a.earliest;
    return wanted ? truth(same, apart) : truth(apart, same);
}

sel_value sel_period_compare(sel_operator op, sel_value left, sel_value right)
{
    days a;
    days b;
    bool equality = op == SEL_OPERATOR_EQUAL || op == SEL_OPERATOR_UNEQUAL;
    if (left.kind == SEL_VALUE_BOOLEAN || right.kind == SEL_VALUE_BOOLEAN)
        return sel_value_boolean(equality && (sel_value_holds(left) == sel_value_holds(right)) ==
                                                 (op == SEL_OPERATOR_EQUAL));
    if (!read_days(left, &a) || !read_days(right, &b))
        return sel_value_boolean(op == SEL_OPERATOR_UNEQUAL);
    switch (op) {
    case SEL_OPERATOR_LESS:
        return truth(a.latest < b.earliest, a.earliest >= b.latest);
    case SEL_OPERATOR_AT_MOST:
        return truth(a.latest <= b.earliest, a.earliest > b.latest);
    case SEL_OPERATOR_MORE:
        return truth(a.earliest > b.latest, a.latest <= b.earliest);
    case SEL_OPERATOR_AT_LEAST:
        return truth(a.earliest >= b.latest, a.latest < b.earliest);
    case SEL_OPERATOR_EQUAL:
    case SEL_OPERATOR_UNEQUAL:
        return equal(a, b, op == SEL_OPERATOR_EQUAL);
    default: /* arithmetic */
        return sel_value_empty(SEL_WHY_UNDECIDED);
    }
}
