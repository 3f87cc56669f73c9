#include "work/tell_evidence.h"

#include "base/text.h"
#include "work/tell.h"

sel_str sel_tell_trait(const sel_context *context, sel_trait trait)
{
    char id[40];
    snprintf(id, sizeof id, "trait.%s", sel_trait_word(trait));
    return sel_tell_word(context, id);
}

sel_str sel_tell_finding(const sel_context *context, sel_finding_of_pair found, sel_arena *arena)
{
    if (found == SEL_FOUND_NOTHING)
        return (sel_str){0};
    char id[40];
    snprintf(id, sizeof id, "found.%s", sel_finding_word(found));
    return sel_str_copy(arena, sel_tell_word(context, id));
}

sel_str sel_tell_bits(int32_t weight, sel_arena *arena)
{
    return sel_str_printf(arena, "%+.4g", weight / 100.0);
}

sel_str sel_tell_evidence(const sel_context *context, const sel_resemblance *resemblance,
                          sel_arena *arena)
{
    sel_text text = {.arena = arena};
    for (int i = SEL_TRAIT_PRIOR + 1; i < SEL_TRAIT_COUNT; i++) {
        const sel_weighed *one = &resemblance->traits[i];
        if (one->weight == 0)
            continue;
        sel_text_printf(
            &text, "%s%.*s: %.*s %.*s", text.len == 0 ? "" : "; ",
            SEL_STR_ARG(sel_tell_trait(context, (sel_trait)i)),
            SEL_STR_ARG(sel_tell_finding(context, (sel_finding_of_pair)one->found, arena)),
            SEL_STR_ARG(sel_tell_bits(one->weight, arena)));
    }
    return sel_text_str(&text);
}
