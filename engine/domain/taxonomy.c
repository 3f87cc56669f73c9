#include "domain/taxonomy.h"

#include "base/fold.h"
#include "base/nearest.h"

uint32_t sel_taxonomy_find(const sel_taxonomy *taxonomy, sel_str text)
{
    text = sel_str_trim(text);
    for (uint32_t i = 0; i < taxonomy->count; i++)
        if (sel_str_equal_ascii(taxonomy->capabilities[i].code, text))
            return i;
    if (text.len == 0)
        return SEL_NONE;
    sel_arena *scratch = sel_arena_create();
    sel_str folded = sel_fold(scratch, text);
    uint32_t found = SEL_NONE;
    for (uint32_t i = 0; i < taxonomy->count && found == SEL_NONE; i++)
        for (int language = 0; language < SEL_LANGUAGE_COUNT; language++)
            if (sel_str_equal(folded,
                              sel_fold(scratch, taxonomy->capabilities[i].names.in[language])))
                found = i;
    sel_arena_destroy(scratch);
    return found;
}

uint32_t sel_taxonomy_nearest(const sel_taxonomy *taxonomy, sel_str text)
{
    sel_arena *scratch = sel_arena_create();
    sel_nearest nearest = sel_nearest_start(sel_fold(scratch, text));
    uint32_t found = SEL_NONE;
    for (uint32_t i = 0; i < taxonomy->count; i++)
        for (int language = -1; language < SEL_LANGUAGE_COUNT; language++) {
            const sel_capability *capability = &taxonomy->capabilities[i];
            sel_str name = language < 0 ? capability->code : capability->names.in[language];
            if (sel_nearest_offer(&nearest, sel_fold(scratch, name)))
                found = i;
        }
    sel_arena_destroy(scratch);
    return found;
}
