#include "domain/disclosure.h"

static const char *const codes[] = {
#define X(id, code) [id] = (code),
    SEL_DISCLOSURE_LIST(X)
#undef X
};

int sel_disclosure_find(sel_str code)
{
    for (int i = 0; i < SEL_DISCLOSURE_COUNT; i++)
        if (sel_str_is(code, codes[i]))
            return i;
    return -1;
}

sel_disclosure sel_disclosure_of(sel_str code)
{
    int found = sel_disclosure_find(code);
    return found < 0 ? SEL_DISCLOSURE_SEALED : (sel_disclosure)found;
}

const char *sel_disclosure_code(sel_disclosure level)
{
    return codes[level];
}

bool sel_disclosure_allows(sel_str level, sel_disclosure audience)
{
    int found = sel_disclosure_find(level);
    return found >= 0 && found <= (int)audience;
}
