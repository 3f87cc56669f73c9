#include "work/matrix_names.h"

#include "base/nearest.h"
#include "base/text.h"

/* Names that there are, offered one by one. */
typedef struct offered {
    sel_nearest search;
    sel_text all;
} offered;

static offered offer_start(sel_str name, sel_arena *arena)
{
    return (offered){sel_nearest_start(name), {.arena = arena}};
}

static void offer(offered *o, const char *name)
{
    sel_nearest_offer(&o->search, sel_str_of(name));
    sel_text_printf(&o->all, "%s%s", o->all.len == 0 ? "" : ", ", name);
}

static sel_status refuse(const offered *o, const char *option, sel_error *err)
{
    sel_str name = sel_str_part(o->search.wanted, 0, 60);
    if (o->search.name.len > 0)
        return sel_fail(err, SEL_USAGE, "%s does not know '%.*s'; did you mean '%.*s'?", option,
                        SEL_STR_ARG(name), SEL_STR_ARG(o->search.name));
    return sel_fail(err, SEL_USAGE, "%s does not know '%.*s'; it knows %.*s", option,
                    SEL_STR_ARG(name), SEL_STR_ARG(sel_text_str(&o->all)));
}

sel_status sel_aggregation_named(sel_str name, const char *option, const sel_aggregation **found,
                                 sel_error *err)
{
    *found = sel_aggregation_find(name);
    if (*found != NULL)
        return SEL_OK;
    sel_arena *scratch = sel_arena_create();
    offered o = offer_start(name, scratch);
    uint32_t count;
    const sel_aggregation *const *all = sel_aggregations(&count);
    for (uint32_t i = 0; i < count; i++)
        offer(&o, all[i]->name);
    sel_status status = refuse(&o, option, err);
    sel_arena_destroy(scratch);
    return status;
}

sel_status sel_normalisation_named(sel_str name, const sel_normalisation **found, sel_error *err)
{
    *found = sel_normalisation_find(name);
    if (*found != NULL)
        return SEL_OK;
    sel_arena *scratch = sel_arena_create();
    offered o = offer_start(name, scratch);
    uint32_t count;
    const sel_normalisation *const *all = sel_normalisations(&count);
    for (uint32_t i = 0; i < count; i++)
        offer(&o, all[i]->name);
    sel_status status = refuse(&o, "--normalisation", err);
    sel_arena_destroy(scratch);
    return status;
}

sel_status sel_weighting_named(sel_str name, const sel_weighting **found, sel_error *err)
{
    *found = sel_weighting_find(name);
    if (*found != NULL)
        return SEL_OK;
    sel_arena *scratch = sel_arena_create();
    offered o = offer_start(name, scratch);
    uint32_t count;
    const sel_weighting *const *all = sel_weightings(&count);
    for (uint32_t i = 0; i < count; i++)
        offer(&o, all[i]->name);
    sel_status status = refuse(&o, "--weights", err);
    sel_arena_destroy(scratch);
    return status;
}
