#include "input/register_shares.h"

#include "base/number.h"

/* An entry such as "TON 40 % (associate)" taken apart. */
typedef struct entry {
    sel_str name;
    double percent; /* < 0: not given */
    sel_depth depth;
} entry;

static entry take_apart(sel_str text)
{
    static const struct {
        const char *word;
        sel_depth depth;
    } depths[] = {{"(priority)", SEL_DEPTH_PRIORITY},
                  {"(associate)", SEL_DEPTH_ASSOCIATE},
                  {"(event)", SEL_DEPTH_EVENT}};
    entry e = {.name = text, .percent = -1, .depth = SEL_DEPTH_NO_NOTION};
    for (size_t i = 0; i < sizeof depths / sizeof depths[0]; i++) {
        sel_str word = sel_str_of(depths[i].word);
        size_t at = sel_str_find(e.name, word);
        if (at + word.len == e.name.len && at < e.name.len) {
            e.depth = depths[i].depth;
            e.name = sel_str_trim(sel_str_part(e.name, 0, at));
        }
    }
    if (e.name.len > 1 && e.name.ptr[e.name.len - 1] == '%') {
        sel_str rest = sel_str_trim(sel_str_part(e.name, 0, e.name.len - 1));
        size_t blank = rest.len;
        while (blank > 0 && rest.ptr[blank - 1] != ' ')
            blank--;
        if (blank > 0 && sel_number_real(sel_str_part(rest, blank, rest.len), &e.percent) &&
            e.percent >= 0 && e.percent <= 100)
            e.name = sel_str_trim(sel_str_part(rest, 0, blank));
        else
            e.percent = -1;
    }
    return e;
}

static uint32_t take_entries(const sel_register_row *r, sel_register_field field, entry *entries)
{
    sel_str rest = sel_register_cell(r, field);
    sel_str value;
    uint32_t count = 0;
    while (count < SEL_REGISTER_VALUES_MAX && sel_register_next_value(&rest, &value))
        entries[count++] = take_apart(value);
    return count;
}

/* Percentages of a cell as ppm. All given: in proportion, reported when they do not make 100; none
 * given: equal parts; some given: reported, equal parts. */
static bool split_entries(sel_register_row *r, sel_register_field field, const entry *entries,
                          uint32_t count, uint32_t *ppm)
{
    uint64_t weights[SEL_REGISTER_VALUES_MAX] = {0};
    uint32_t given = 0;
    double sum = 0;
    for (uint32_t i = 0; i < count; i++)
        if (entries[i].percent >= 0) {
            weights[i] = (uint64_t)(entries[i].percent * 10000 + 0.5);
            sum += entries[i].percent;
            given += 1;
        }
    bool usable = given == count && sum > 0;
    if (given > 0 && (!usable || sum < 99.5 || sum > 100.5))
        sel_register_report(r, "W_PERCENT_SUM", field, sel_register_cell(r, field), (sel_str){0});
    if (!usable)
        memset(weights, 0, sizeof weights);
    sel_ppm_split(weights, count, SEL_PPM, ppm);
    return usable;
}

static bool all_alpha2(const entry *entries, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (entries[i].name.len != 2)
            return false;
    return true;
}

static uint32_t find_recipient(const sel_register_row *r, sel_str name, bool alpha2)
{
    const sel_geography *geography = &r->reference->geography;
    return alpha2 ? sel_geography_iso2(geography, name) : sel_geography_find(geography, name);
}

void sel_register_recipients(sel_register_row *r)
{
    entry entries[SEL_REGISTER_VALUES_MAX];
    uint32_t ppm[SEL_REGISTER_VALUES_MAX];
    uint32_t count = take_entries(r, SEL_FIELD_RECIPIENT, entries);
    if (count == 0 && r->options->default_country != NULL)
        entries[count++] = take_apart(sel_str_of(r->options->default_country));
    if (count == 0)
        return;
    bool stated = split_entries(r, SEL_FIELD_RECIPIENT, entries, count, ppm) || count == 1;
    bool alpha2 = all_alpha2(entries, count);
    bool knows_depth = false;
    for (uint32_t i = 0; i < count; i++)
        knows_depth |= entries[i].depth != SEL_DEPTH_NO_NOTION;
    sel_recipient_share *shares = sel_arena_array(r->arena, count, sizeof *shares);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t number = find_recipient(r, entries[i].name, alpha2);
        if (number == SEL_NONE) {
            sel_register_report(r, "W_COUNTRY_UNKNOWN", SEL_FIELD_RECIPIENT, entries[i].name,
                                (sel_str){0});
            continue;
        }
        sel_depth depth = entries[i].depth;
        if (knows_depth && depth == SEL_DEPTH_NO_NOTION)
            depth = SEL_DEPTH_UNSAID;
        shares[r->record.recipient_count++] =
            (sel_recipient_share){.code = r->reference->geography.recipients[number].code,
                                  .ppm = ppm[i],
                                  .stated = stated,
                                  .depth = depth};
    }
    r->record.recipients = shares;
    sel_register_trace(r, SEL_FIELD_RECIPIENT, stated ? "as-written" : "equal-shares");
}

void sel_register_capabilities(sel_register_row *r)
{
    entry entries[SEL_REGISTER_VALUES_MAX];
    uint32_t ppm[SEL_REGISTER_VALUES_MAX];
    uint32_t count = take_entries(r, SEL_FIELD_CAPABILITY, entries);
    if (count == 0)
        return;
    bool stated = split_entries(r, SEL_FIELD_CAPABILITY, entries, count, ppm) || count == 1;
    sel_capability_share *shares = sel_arena_array(r->arena, count, sizeof *shares);
    for (uint32_t i = 0; i < count; i++) {
        const sel_taxonomy *taxonomy = &r->reference->taxonomy;
        uint32_t number = sel_taxonomy_find(taxonomy, entries[i].name);
        if (number == SEL_NONE) {
            uint32_t nearest = sel_taxonomy_nearest(taxonomy, entries[i].name);
            sel_register_report(r, "W_CAPABILITY_UNKNOWN", SEL_FIELD_CAPABILITY, entries[i].name,
                                nearest == SEL_NONE ? (sel_str){0}
                                                    : taxonomy->capabilities[nearest].code);
            continue;
        }
        shares[r->record.capability_count++] =
            (sel_capability_share){.code = taxonomy->capabilities[number].code,
                                   .ppm = ppm[i],
                                   .stated = stated,
                                   .origin = SEL_TAG_STATED,
                                   .field = SEL_STR("capability"),
                                   .confidence = 100};
    }
    r->record.capabilities = shares;
    sel_register_trace(r, SEL_FIELD_CAPABILITY, stated ? "as-written" : "equal-shares");
}

void sel_register_cyber_share(sel_register_row *r)
{
    sel_str text = sel_register_cell(r, SEL_FIELD_CYBER_SHARE);
    if (text.len > 0 && text.ptr[text.len - 1] == '%')
        text = sel_str_trim(sel_str_part(text, 0, text.len - 1));
    double percent;
    if (!sel_number_real(text, &percent) || percent < 0 || percent > 100)
        return;
    r->record.cyber_low = (uint32_t)(percent * 10000 + 0.5);
    r->record.cyber_high = r->record.cyber_low;
    sel_register_trace(r, SEL_FIELD_CYBER_SHARE, "as-written");
}
