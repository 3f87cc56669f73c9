#include "input/register_entries.h"

/* Half a percent: what rounding may leave. */
enum { TOLERANCE = SEL_PPM / 200 };

static void take_depth(sel_register_entry *e)
{
    static const struct {
        const char *word;
        sel_depth depth;
    } depths[] = {{"priority)", SEL_DEPTH_PRIORITY},
                  {"associate)", SEL_DEPTH_ASSOCIATE},
                  {"event)", SEL_DEPTH_EVENT},
                  {"unsaid)", SEL_DEPTH_UNSAID}};
    sel_str name = e->name;
    for (size_t at = 0; at < name.len; at += 1) {
        at += sel_register_sign(sel_str_part(name, at, name.len), '(');
        sel_str behind = sel_str_part(name, at + 1, name.len);
        for (size_t i = 0; i < sizeof depths / sizeof depths[0]; i++)
            if (at < name.len && sel_str_is(behind, depths[i].word)) {
                e->depth = depths[i].depth;
                e->name = sel_str_trim(sel_str_part(name, 0, at));
            }
    }
}

/* "40%" or "~40%". */
static bool take_percent(sel_str text, sel_register_entry *e)
{
    bool unstated = text.len > 0 && text.ptr[0] == '~';
    if (!sel_register_percent(sel_str_part(text, unstated, text.len), &e->ppm))
        return false;
    e->percent = true;
    e->unstated = unstated;
    return true;
}

/* The percentage at the end of the name, behind a blank. */
static void take_share(sel_register_entry *e)
{
    if (!sel_register_ends(e->name, '%'))
        return;
    sel_str rest = sel_str_trim(sel_str_part(e->name, 0, e->name.len - 1));
    size_t blank = rest.len;
    while (blank > 0 && rest.ptr[blank - 1] != ' ')
        blank--;
    if (blank > 0 && take_percent(sel_str_part(rest, blank, rest.len), e))
        e->name = sel_str_trim(sel_str_part(rest, 0, blank));
}

/* The percentage that is the first thing said. */
static void take_said_share(sel_register_entry *e)
{
    sel_str rest = e->said;
    sel_register_attribute first;
    if (!e->percent && sel_register_next_attribute(&rest, &first) && first.key.len == 0 &&
        sel_register_ends(first.value, '%') && take_percent(first.value, e))
        e->said = rest;
}

sel_register_entry sel_register_entry_of(sel_str value)
{
    size_t equals = sel_register_sign(value, '=');
    sel_register_entry e = {.written = value,
                            .name = sel_str_trim(sel_str_part(value, 0, equals)),
                            .said = sel_str_trim(sel_str_part(value, equals + 1, value.len)),
                            .depth = SEL_DEPTH_NO_NOTION};
    take_depth(&e);
    take_share(&e);
    take_said_share(&e);
    e.remainder = sel_str_equal_ascii(e.name, SEL_STR("other"));
    return e;
}

sel_register_entry *sel_register_entries(const sel_register_row *r, sel_register_field field,
                                         uint32_t *count)
{
    const sel_str *values = sel_register_values(r, field, count);
    sel_register_entry *entries = sel_arena_array(r->arena, *count + 1, sizeof *entries);
    for (uint32_t i = 0; i < *count; i++)
        entries[i] = sel_register_entry_of(values[i]);
    return entries;
}

typedef struct total {
    uint64_t sum;
    uint32_t given;
} total;

static total sum_up(const sel_register_entry *entries, uint32_t count)
{
    total t = {0};
    for (uint32_t i = 0; i < count; i++) {
        t.sum += entries[i].ppm;
        t.given += entries[i].percent;
    }
    return t;
}

/* Make the parts a whole; in proportion, or all alike. */
static void settle(const sel_register_row *r, sel_register_entry *entries, uint32_t count,
                   bool alike)
{
    uint64_t *weights = sel_arena_array(r->arena, count, sizeof *weights);
    uint32_t *ppm = sel_arena_array(r->arena, count, sizeof *ppm);
    for (uint32_t i = 0; i < count; i++)
        weights[i] = alike ? 0 : entries[i].ppm;
    sel_ppm_split(weights, count, SEL_PPM, ppm);
    for (uint32_t i = 0; i < count; i++)
        entries[i].ppm = ppm[i];
}

static bool share(const sel_register_row *r, sel_register_field field, sel_register_entry *entries,
                  uint32_t count, bool may_leave_rest)
{
    if (count == 0)
        return false;
    total t = sum_up(entries, count);
    bool usable = t.given == count && (t.sum > 0 || may_leave_rest);
    bool short_of = t.sum < SEL_PPM - TOLERANCE && !may_leave_rest;
    if (t.given > 0 && (!usable || short_of || t.sum > SEL_PPM + TOLERANCE))
        sel_register_report(r, "W_PERCENT_SUM", field, sel_register_cell(r, field), (sel_str){0});
    if (!usable || t.sum > SEL_PPM || !may_leave_rest)
        settle(r, entries, count, !usable);
    return usable;
}

bool sel_register_share_out(const sel_register_row *r, sel_register_field field,
                            sel_register_entry *entries, uint32_t count)
{
    return share(r, field, entries, count, false);
}

bool sel_register_share_part(const sel_register_row *r, sel_register_field field,
                             sel_register_entry *entries, uint32_t count)
{
    return share(r, field, entries, count, true);
}
