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
        const sel_aggregation *method = NULL;
        if (*count == SEL_MATRIX_COMPARED_MAX)
            return sel_fail(err, SEL_USAGE, "--compare takes at most %d methods",
                            SEL_MATRIX_COMPARED_MAX);
        sel_status status = sel_aggregation_named(sel_str_trim(name), "--compare", &method, err);
        if (method == NULL)
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

/* What a method counts, from 1, by the order of names: the word for it, and its table. */
typedef struct counted {
    const char *kind;
    const sel_str *names;
    const uint32_t *in_file; /* numbers, from 0, as the file has them; NULL: as they are */
    uint32_t count;          /* 0: they are not of this table */
} counted;

/* The number that stands after the kind at the start of text, and how long both are; 0: none. */
static uint32_t number_at(const counted *of, sel_str text, size_t *length)
{
    size_t digits = strlen(of->kind);
    if (!sel_str_starts(text, sel_str_of(of->kind)))
        return 0;
    *length = digits;
    while (*length < text.len && sel_ascii_is_digit(text.ptr[*length]))
        *length += 1;
    int64_t number;
    sel_str part = sel_str_part(text, digits, *length - digits);
    bool ours = sel_number_integer(part, &number) && number >= 1 && number <= of->count;
    return ours ? (uint32_t)number : 0;
}

static uint32_t place_in_file(const counted *of, uint32_t number)
{
    uint32_t place = 0;
    while (of->in_file != NULL && of->in_file[place] != number - 1)
        place += 1;
    return of->in_file == NULL ? number : place + 1;
}

/* Take "criterion 2" from the start of text: into message as the file counts, "criterion 3", and
 * into names as "; criterion 3: cost". Returns how much was taken, 0 where no such thing stands. */
static size_t take_number(const counted *of, sel_str text, sel_text *message, sel_text *names)
{
    size_t length = 0;
    uint32_t number = number_at(of, text, &length);
    if (number == 0)
        return 0;
    uint32_t place = place_in_file(of, number);
    sel_text_printf(message, "%s%u", of->kind, place);
    sel_text_printf(names, "%s%s%u: %.*s", names->len == 0 ? "" : "; ", of->kind, place,
                    SEL_STR_ARG(sel_str_part(of->names[number - 1], 0, 80)));
    return length;
}

sel_status sel_method_fail(const char *method, const sel_error *fault,
                           const sel_decision_table *table, bool rows_as_in_table, sel_error *err)
{
    const counted alternatives = {"alternative ", table->rows, table->in_lines,
                                  rows_as_in_table ? table->row_count : 0};
    const counted criteria = {"criterion ", table->criteria, table->in_columns,
                              table->criterion_count};
    sel_arena *scratch = sel_arena_create();
    sel_text message = {.arena = scratch};
    sel_text names = {.arena = scratch};
    for (sel_str rest = sel_str_of(fault->message); rest.len > 0;) {
        size_t taken = take_number(&alternatives, rest, &message, &names);
        if (taken == 0)
            taken = take_number(&criteria, rest, &message, &names);
        if (taken == 0) {
            sel_text_add_char(&message, rest.ptr[0]);
            taken = 1;
        }
        rest = sel_str_part(rest, taken, rest.len);
    }
    sel_status status =
        names.len == 0
            ? sel_fail(err, fault->status, "%s: %.400s", method, message.bytes)
            : sel_fail(err, fault->status, "%s: %.300s (%s)", method, message.bytes, names.bytes);
    sel_arena_destroy(scratch);
    return status;
}
