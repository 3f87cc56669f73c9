#include "work/matrix_names.h"

#include "base/nearest.h"
#include "base/number.h"
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

sel_status sel_aggregations_named(const char *text, const sel_aggregation **found, uint32_t *count,
                                  sel_error *err)
{
    sel_str rest = sel_str_of(text);
    *count = 0;
    for (sel_str name; sel_str_next(&rest, ',', &name);) {
        const sel_aggregation *method;
        if (*count == SEL_MATRIX_COMPARED_MAX)
            return sel_fail(err, SEL_USAGE, "--compare takes at most %d methods",
                            SEL_MATRIX_COMPARED_MAX);
        sel_status status = sel_aggregation_named(sel_str_trim(name), "--compare", &method, err);
        if (status != SEL_OK)
            return status;
        for (uint32_t k = 0; k < *count; k++)
            if (found[k] == method)
                return sel_fail(err, SEL_USAGE, "--compare names %s twice", method->name);
        found[(*count)++] = method;
    }
    return SEL_OK;
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

sel_status sel_random_index_named(sel_str name, const sel_random_index **found, sel_error *err)
{
    *found = sel_random_index_find(name);
    if (*found != NULL)
        return SEL_OK;
    sel_arena *scratch = sel_arena_create();
    offered o = offer_start(name, scratch);
    uint32_t count;
    const sel_random_index *all = sel_random_indices(&count);
    for (uint32_t i = 0; i < count; i++)
        offer(&o, all[i].name);
    sel_status status = refuse(&o, "--random-index", err);
    sel_arena_destroy(scratch);
    return status;
}

/* Add "; criterion 3: cost" for each place of message where "criterion 3" stands. */
static void add_names(sel_text *text, sel_str message, const char *kind, const sel_str *names,
                      uint32_t count)
{
    sel_str rest = message;
    sel_str word = sel_str_of(kind);
    for (size_t at; (at = sel_str_find(rest, word)) < rest.len;) {
        rest = sel_str_part(rest, at + word.len, rest.len);
        size_t digits = 0;
        while (digits < rest.len && sel_ascii_is_digit(rest.ptr[digits]))
            digits += 1;
        int64_t number;
        if (sel_number_integer(sel_str_part(rest, 0, digits), &number) && number >= 1 &&
            number <= count)
            sel_text_printf(text, "%s%s%lld: %.*s", text->len == 0 ? "" : "; ", kind,
                            (long long)number, SEL_STR_ARG(sel_str_part(names[number - 1], 0, 80)));
    }
}

sel_status sel_method_fail(const char *method, const sel_error *fault,
                           const sel_decision_table *table, bool rows_as_in_table, sel_error *err)
{
    sel_arena *scratch = sel_arena_create();
    sel_text names = {.arena = scratch};
    sel_str message = sel_str_of(fault->message);
    if (rows_as_in_table)
        add_names(&names, message, "alternative ", table->rows, table->row_count);
    add_names(&names, message, "criterion ", table->criteria, table->criterion_count);
    sel_status status =
        names.len == 0
            ? sel_fail(err, fault->status, "%s: %.400s", method, fault->message)
            : sel_fail(err, fault->status, "%s: %.300s (%s)", method, fault->message, names.bytes);
    sel_arena_destroy(scratch);
    return status;
}
