#include "domain/wordings.h"

sel_wordings sel_wordings_open(sel_arena *arena)
{
    return (sel_wordings){.index = sel_index_create(), .arena = arena};
}

void sel_wordings_close(sel_wordings *wordings)
{
    sel_index_destroy(wordings->index);
    *wordings = (sel_wordings){0};
}

void sel_wordings_add(sel_wordings *wordings, sel_str wording, uint32_t bearer)
{
    if (wording.len == 0)
        return;
    uint32_t known = sel_index_count(wordings->index);
    uint32_t number = sel_index_add(wordings->index, wording);
    if (number < known) {
        wordings->bearers[number] = SEL_SEVERAL;
        return;
    }
    wordings->bearers = sel_arena_one_more(wordings->arena, wordings->bearers, known,
                                           &wordings->room, sizeof *wordings->bearers);
    wordings->bearers[number] = bearer;
}

static uint32_t bearer_of(const sel_wordings *wordings, sel_str wording)
{
    uint32_t number = wording.len == 0 ? SEL_NONE : sel_index_find(wordings->index, wording);
    return number == SEL_NONE ? SEL_NONE : wordings->bearers[number];
}

uint32_t sel_wordings_match(const sel_wordings *ours, const sel_wordings *others, sel_str wording)
{
    uint32_t bearer = bearer_of(others, wording);
    return bearer != SEL_NONE && bearer_of(ours, wording) == SEL_SEVERAL ? SEL_SEVERAL : bearer;
}
