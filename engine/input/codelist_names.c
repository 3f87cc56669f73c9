#include "input/codelist_names.h"

sel_names sel_codelist_names(sel_arena *arena, const sel_str *fields)
{
    sel_names names = {0};
    for (int i = 0; i < SEL_LANGUAGE_COUNT; i++)
        names.in[i] = sel_str_copy(arena, fields[i]);
    return names;
}
