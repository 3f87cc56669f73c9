#include "domain/theme_answer.h"

#include "domain/taxonomy.h"

bool sel_theme_is_open(const sel_programme *record)
{
    for (uint32_t i = 0; i < record->capability_count; i++)
        if (record->capabilities[i].origin != SEL_TAG_TEXT &&
            record->capabilities[i].origin != SEL_TAG_CONFIRMED)
            return false;
    return record->joint_count == 0;
}

static sel_capability_share confirmed(const sel_programme *record, sel_str code, sel_arena *arena)
{
    sel_capability_share share = {.code = sel_str_copy(arena, code)};
    for (uint32_t i = 0; i < record->capability_count; i++)
        if (sel_str_equal(record->capabilities[i].code, code))
            share = record->capabilities[i];
    share.stated = false;
    share.origin = SEL_TAG_CONFIRMED;
    share.confidence = 100;
    return share;
}

void sel_theme_answer(sel_str answer, sel_programme *record, sel_arena *arena)
{
    if (!sel_theme_is_open(record))
        return;
    sel_capability_share *shares = NULL;
    uint32_t count = 0;
    uint32_t room = 0;
    record->set_aside = sel_str_is(answer, SEL_THEME_NONE);
    for (sel_str code; !record->set_aside && sel_str_next(&answer, ';', &code);) {
        if (code.len == 0 || count == SEL_CAPABILITIES_MAX)
            continue;
        shares = sel_arena_one_more(arena, shares, count, &room, sizeof *shares);
        shares[count++] = confirmed(record, code, arena);
    }
    uint32_t ppm[SEL_CAPABILITIES_MAX];
    static const uint64_t equal[SEL_CAPABILITIES_MAX];
    if (count > 0)
        sel_ppm_split(equal, count, SEL_PPM, ppm);
    for (uint32_t i = 0; i < count; i++)
        shares[i].ppm = ppm[i];
    record->capabilities = shares;
    record->capability_count = count;
}
