#include "input/codelist_regions.h"

#include "input/csv_table.h"

/* A state of a region. */
typedef struct membership {
    sel_str region;
    uint32_t member;
} membership;

typedef struct loading {
    sel_arena *arena;
    const sel_geography *geography;
    membership *list;
    uint32_t count;
    uint32_t room;
} loading;

static const char *const member_columns[] = {"region", "code", NULL};

static sel_status take_member(void *to, const sel_str *f, sel_error *err)
{
    loading *l = to;
    uint32_t member = sel_geography_code(l->geography, f[1]);
    if (member == SEL_NONE || l->geography->recipients[member].body)
        return sel_fail(err, SEL_BAD_INPUT, "'%.*s' is not a country", SEL_STR_ARG(f[1]));
    l->list = sel_arena_one_more(l->arena, l->list, l->count, &l->room, sizeof *l->list);
    l->list[l->count++] = (membership){sel_str_copy(l->arena, f[0]), member};
    return SEL_OK;
}

static int by_region(const void *a, const void *b)
{
    const membership *left = a;
    const membership *right = b;
    int order = sel_str_compare(left->region, right->region);
    return order != 0 ? order : (left->member > right->member) - (left->member < right->member);
}

sel_status sel_codelist_regions(const char *path, sel_arena *arena, sel_geography *geography,
                                sel_error *err)
{
    loading l = {.arena = arena, .geography = geography};
    sel_status status = sel_csv_table_file(path, member_columns, take_member, &l, err);
    if (status != SEL_OK || l.count == 0)
        return status;
    qsort(l.list, l.count, sizeof *l.list, by_region);
    sel_region *regions = sel_arena_array(arena, l.count, sizeof *regions);
    uint32_t *members = sel_arena_array(arena, l.count, sizeof *members);
    sel_region *last = NULL;
    for (uint32_t i = 0; i < l.count; i++) {
        members[i] = l.list[i].member;
        if (last == NULL || !sel_str_equal(last->code, l.list[i].region)) {
            last = &regions[geography->region_count++];
            *last = (sel_region){.code = l.list[i].region, .members = members + i};
        }
        last->member_count += 1;
    }
    geography->regions = regions;
    return SEL_OK;
}
