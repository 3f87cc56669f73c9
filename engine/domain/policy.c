#include "domain/policy.h"

#include <math.h>
#include <string.h>

static const sel_policy_row rows[SEL_POLICIES] = {
#define X(name, id, indicators, usual, least, most, whole)                                         \
    [SEL_POLICY_##name] = {(id), "constant." id, (indicators), (usual), (least), (most), (whole)},
    SEL_POLICY_LIST(X)
#undef X
};

const sel_policy_row *sel_policy_of(sel_policy policy)
{
    return &rows[policy];
}

sel_policies sel_policies_usual(void)
{
    sel_policies all = {0};
    for (int i = 0; i < SEL_POLICIES; i++)
        all.values[i] = rows[i].usual;
    return all;
}

bool sel_policy_is_of(sel_policy policy, const char *indicator)
{
    size_t length = strlen(indicator);
    for (const char *at = rows[policy].indicators; at != NULL; at = strchr(at, ' ')) {
        at += *at == ' ';
        if (strncmp(at, indicator, length) == 0 && (at[length] == ' ' || at[length] == '\0'))
            return true;
    }
    return false;
}

double sel_policy_fit(sel_policy policy, double value)
{
    const sel_policy_row *row = &rows[policy];
    double near = row->whole ? round(value) : value;
    return fmin(row->most, fmax(row->least, near));
}
