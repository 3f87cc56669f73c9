#include "domain/organisation.h"

#include "base/fold.h"

static const char *const codes[] = {
#define X(id, code) [id] = (code),
    SEL_STAKEHOLDER_LIST(X)
#undef X
};

const char *sel_stakeholder_code(sel_stakeholder group)
{
    return codes[group];
}

sel_stakeholder sel_stakeholder_find(sel_str code)
{
    for (int i = 1; i < SEL_STAKEHOLDER_COUNT; i++)
        if (sel_str_is(code, codes[i]))
            return (sel_stakeholder)i;
    return SEL_STAKEHOLDER_UNKNOWN;
}

bool sel_stakeholder_is_non_state(sel_stakeholder group)
{
    return group >= SEL_STAKEHOLDER_PRIVATE_CI;
}

static const sel_organisation *owner_of(const sel_organisations *organisations, sel_str key)
{
    uint32_t number = sel_index_find(organisations->keys, key);
    return number == SEL_NONE ? NULL : &organisations->list[organisations->key_owners[number]];
}

const sel_organisation *sel_organisations_find(const sel_organisations *organisations, sel_str ref,
                                               sel_str name)
{
    sel_arena *scratch = sel_arena_create();
    const sel_organisation *found = NULL;
    if (ref.len > 0)
        found = owner_of(organisations,
                         sel_str_printf(scratch, "ref:%.*s", SEL_STR_ARG(sel_str_trim(ref))));
    if (found == NULL && name.len > 0)
        found = owner_of(organisations, sel_str_printf(scratch, "name:%.*s",
                                                       SEL_STR_ARG(sel_fold(scratch, name))));
    sel_arena_destroy(scratch);
    return found;
}
