#include "domain/geography.h"

#include "base/fold.h"
#include "base/nearest.h"

uint32_t sel_geography_code(const sel_geography *geography, sel_str code)
{
    uint32_t low = 0;
    uint32_t high = geography->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = sel_str_compare(geography->recipients[middle].code, code);
        if (order == 0)
            return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return SEL_NONE;
}

static uint32_t find_name(const sel_geography *geography, sel_str folded)
{
    uint32_t low = 0;
    uint32_t high = geography->name_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = sel_str_compare(geography->names[middle].folded, folded);
        if (order == 0)
            return geography->names[middle].recipient;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return SEL_NONE;
}

uint32_t sel_geography_iso2(const sel_geography *geography, sel_str text)
{
    for (uint32_t i = 0; i < geography->count && text.len == 2; i++)
        if (sel_str_equal(geography->recipients[i].iso2, text))
            return i;
    return SEL_NONE;
}

uint32_t sel_geography_find(const sel_geography *geography, sel_str text)
{
    text = sel_str_trim(text);
    uint32_t found = sel_geography_code(geography, text);
    if (found == SEL_NONE && text.len == 2)
        found = sel_geography_iso2(geography, text);
    if (found != SEL_NONE || text.len == 0)
        return found;
    sel_arena *scratch = sel_arena_create();
    found = find_name(geography, sel_fold(scratch, text));
    sel_arena_destroy(scratch);
    return found;
}

uint32_t sel_geography_nearest(const sel_geography *geography, sel_str text)
{
    sel_arena *scratch = sel_arena_create();
    sel_nearest nearest = sel_nearest_start(sel_fold(scratch, text));
    uint32_t recipient = SEL_NONE;
    for (uint32_t i = 0; i < geography->name_count; i++)
        if (sel_nearest_offer(&nearest, geography->names[i].folded))
            recipient = geography->names[i].recipient;
    sel_arena_destroy(scratch);
    return recipient;
}

static const sel_str region_prefix = {"R:", 2};

static const sel_region *find_region(const sel_geography *geography, sel_str wanted)
{
    uint32_t low = 0;
    uint32_t high = geography->region_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = sel_str_compare(geography->regions[middle].code, wanted);
        if (order == 0)
            return &geography->regions[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const sel_region *sel_geography_region(const sel_geography *geography, sel_str code)
{
    if (!sel_str_starts(code, region_prefix))
        return NULL;
    return find_region(geography, sel_str_part(code, region_prefix.len, code.len));
}

static bool lies_in(const sel_recipient *state, sel_str name)
{
    return sel_str_equal_ascii(state->region, name) || sel_str_equal_ascii(state->subregion, name);
}

/* Whether the UN members in a M49 region or sub-region are just those of region. */
static bool is_named(const sel_geography *geography, const sel_region *region, sel_str name)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i < geography->count; i++)
        found += geography->recipients[i].un_member && lies_in(&geography->recipients[i], name);
    for (uint32_t i = 0; i < region->member_count; i++)
        if (!lies_in(&geography->recipients[region->members[i]], name))
            return false;
    return found == region->member_count;
}

sel_str sel_geography_region_name(const sel_geography *geography, const sel_region *region)
{
    const sel_recipient *first = &geography->recipients[region->members[0]];
    if (is_named(geography, region, first->subregion))
        return first->subregion;
    return is_named(geography, region, first->region) ? first->region : (sel_str){0};
}

uint32_t sel_geography_area(const sel_geography *geography, sel_str text)
{
    text = sel_str_trim(text);
    const sel_region *region = sel_geography_region(geography, text);
    uint32_t found = sel_geography_find(geography, text);
    if (region == NULL && found != SEL_NONE && geography->recipients[found].body)
        return found;
    if (region == NULL)
        region = find_region(geography, text);
    for (uint32_t i = 0; i < geography->region_count && region == NULL && text.len > 0; i++)
        if (is_named(geography, &geography->regions[i], text))
            region = &geography->regions[i];
    return region == NULL ? SEL_NONE : geography->count + (uint32_t)(region - geography->regions);
}

const sel_region *sel_geography_area_region(const sel_geography *geography, uint32_t area)
{
    return area < geography->count ? NULL : &geography->regions[area - geography->count];
}

uint32_t sel_geography_area_members(const sel_geography *geography, uint32_t area,
                                    const uint32_t **members)
{
    const sel_region *region = sel_geography_area_region(geography, area);
    *members = region == NULL ? geography->recipients[area].members : region->members;
    return region == NULL ? geography->recipients[area].member_count : region->member_count;
}

bool sel_geography_within(const sel_geography *geography, uint32_t body, uint32_t recipient)
{
    if (body == recipient)
        return true;
    const sel_recipient *organisation = &geography->recipients[body];
    for (uint32_t i = 0; i < organisation->member_count; i++)
        if (organisation->members[i] == recipient)
            return true;
    return false;
}
