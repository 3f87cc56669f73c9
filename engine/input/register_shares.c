#include "input/register_shares.h"

/* Beyond so many warnings about a file nobody needs to be told what may have been meant; looking
 * for it takes as long as reading the row. */
enum { SUGGESTIONS_MAX = 1000 };

static bool may_suggest(const sel_register_row *r)
{
    return r->issues->counts[SEL_WARNING] < SUGGESTIONS_MAX;
}

/* --- recipients --- */

static bool all_alpha2(const sel_register_entry *entries, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (entries[i].name.len != 2 && !entries[i].remainder)
            return false;
    return true;
}

uint32_t sel_register_recipient(const sel_register_row *r, sel_register_field field, sel_str name,
                                bool alpha2)
{
    const sel_geography *geography = &r->reference->geography;
    uint32_t number =
        alpha2 ? sel_geography_iso2(geography, name) : sel_geography_find(geography, name);
    if (number != SEL_NONE)
        return number;
    uint32_t nearest = may_suggest(r) ? sel_geography_nearest(geography, name) : SEL_NONE;
    sel_register_report(r, "W_COUNTRY_UNKNOWN", field, name,
                        nearest == SEL_NONE ? (sel_str){0} : geography->recipients[nearest].code);
    return SEL_NONE;
}

static bool is_region(sel_str name)
{
    return sel_str_starts(name, SEL_STR("R:")) && name.len > 2;
}

static void add_recipient(sel_register_row *r, sel_recipient_share *shares,
                          const sel_register_entry *entry, bool alpha2)
{
    sel_str name = sel_register_meant(r, entry->name);
    sel_str code = name;
    if (entry->said.len > 0)
        sel_register_report(r, "W_SHARE_UNREAD", SEL_FIELD_RECIPIENT, entry->said, (sel_str){0});
    if (!is_region(name)) {
        uint32_t number = sel_register_recipient(r, SEL_FIELD_RECIPIENT, name, alpha2);
        if (number == SEL_NONE)
            return;
        code = r->reference->geography.recipients[number].code;
    }
    shares[r->record.recipient_count++] = (sel_recipient_share){
        .code = code, .ppm = entry->ppm, .stated = !entry->unstated, .depth = entry->depth};
}

/* Entries without a word of depth are unsaid where others have one. */
static void settle_depth(sel_register_entry *entries, uint32_t count)
{
    bool knows_depth = false;
    for (uint32_t i = 0; i < count; i++)
        knows_depth |= entries[i].depth != SEL_DEPTH_NO_NOTION;
    for (uint32_t i = 0; i < count && knows_depth; i++)
        if (entries[i].depth == SEL_DEPTH_NO_NOTION)
            entries[i].depth = SEL_DEPTH_UNSAID;
}

/* Parts without percentages are not stated, unless there is only one. Whether they are stated. */
static bool settle_shares(const sel_register_row *r, sel_register_field field,
                          sel_register_entry *entries, uint32_t count)
{
    bool stated = sel_register_share_out(r, field, entries, count) || count == 1;
    for (uint32_t i = 0; i < count; i++)
        entries[i].unstated |= !stated;
    return stated;
}

void sel_register_recipients(sel_register_row *r)
{
    uint32_t count = 0;
    sel_register_entry *entries = sel_register_entries(r, SEL_FIELD_RECIPIENT, &count);
    bool split = sel_register_cell(r, SEL_FIELD_SPLIT).len > 0;
    if (count == 0 && !split && r->options->default_country != NULL)
        entries[count++] = sel_register_entry_of(sel_str_of(r->options->default_country));
    if (count == 0)
        return;
    bool stated = settle_shares(r, SEL_FIELD_RECIPIENT, entries, count);
    bool alpha2 = all_alpha2(entries, count);
    settle_depth(entries, count);
    sel_recipient_share *shares = sel_arena_array(r->arena, count, sizeof *shares);
    for (uint32_t i = 0; i < count; i++)
        if (!entries[i].remainder)
            add_recipient(r, shares, &entries[i], alpha2);
    r->record.recipients = shares;
    sel_register_trace(r, SEL_FIELD_RECIPIENT, stated ? "as-written" : "equal-shares");
}

/* --- capabilities --- */

uint32_t sel_register_capability(const sel_register_row *r, sel_register_field field, sel_str name)
{
    const sel_taxonomy *taxonomy = &r->reference->taxonomy;
    uint32_t number = sel_taxonomy_find(taxonomy, name);
    if (number != SEL_NONE)
        return number;
    uint32_t nearest = may_suggest(r) ? sel_taxonomy_nearest(taxonomy, name) : SEL_NONE;
    sel_register_report(r, "W_CAPABILITY_UNKNOWN", field, name,
                        nearest == SEL_NONE ? (sel_str){0} : taxonomy->capabilities[nearest].code);
    return SEL_NONE;
}

/* "text": how the register came to the capability. */
static bool take_origin(sel_str word, sel_capability_share *share)
{
    int origin = sel_tag_origin_find(word);
    if (origin < 0)
        return false;
    bool sure = origin == SEL_TAG_STATED || origin == SEL_TAG_CONFIRMED;
    share->origin = (sel_tag_origin)origin;
    share->confidence = sure ? 100 : 0;
    share->field = origin == SEL_TAG_STATED ? share->field : (sel_str){0};
    return true;
}

static bool take_attribute(const sel_register_row *r, const sel_register_attribute *attribute,
                           sel_capability_share *share)
{
    uint32_t ppm = 0;
    if (attribute->key.len == 0)
        return take_origin(attribute->value, share);
    if (sel_str_is(attribute->key, "words"))
        share->evidence = sel_register_meant(r, attribute->value);
    else if (sel_str_is(attribute->key, "field"))
        share->field = sel_register_meant(r, attribute->value);
    else if (sel_str_is(attribute->key, "confidence") &&
             sel_register_percent(attribute->value, &ppm))
        share->confidence = (uint8_t)(ppm / (SEL_PPM / 100));
    else
        return false;
    return true;
}

static void add_capability(sel_register_row *r, sel_capability_share *shares,
                           const sel_register_entry *entry)
{
    uint32_t number =
        sel_register_capability(r, SEL_FIELD_CAPABILITY, sel_register_meant(r, entry->name));
    if (number == SEL_NONE)
        return;
    sel_capability_share share = {.code = r->reference->taxonomy.capabilities[number].code,
                                  .ppm = entry->ppm,
                                  .stated = !entry->unstated,
                                  .origin = SEL_TAG_STATED,
                                  .field = SEL_STR("capability"),
                                  .confidence = 100};
    sel_str rest = entry->said;
    sel_register_attribute attribute;
    while (sel_register_next_attribute(&rest, &attribute))
        if (!take_attribute(r, &attribute, &share))
            sel_register_report(r, "W_SHARE_UNREAD", SEL_FIELD_CAPABILITY,
                                attribute.key.len > 0 ? attribute.key : attribute.value,
                                (sel_str){0});
    if (share.origin == SEL_TAG_TEXT && !entry->percent)
        share.stated = false; /* a guess is nobody's statement, even where it is the only one */
    shares[r->record.capability_count++] = share;
}

void sel_register_capabilities(sel_register_row *r)
{
    uint32_t count = 0;
    sel_register_entry *entries = sel_register_entries(r, SEL_FIELD_CAPABILITY, &count);
    if (count == 0)
        return;
    bool stated = settle_shares(r, SEL_FIELD_CAPABILITY, entries, count);
    sel_capability_share *shares = sel_arena_array(r->arena, count, sizeof *shares);
    for (uint32_t i = 0; i < count; i++)
        if (!entries[i].remainder)
            add_capability(r, shares, &entries[i]);
    r->record.capabilities = shares;
    sel_register_trace(r, SEL_FIELD_CAPABILITY, stated ? "as-written" : "equal-shares");
}

/* --- how much is cyber at all --- */

void sel_register_cyber_share(sel_register_row *r)
{
    sel_str text = sel_register_cell(r, SEL_FIELD_CYBER_SHARE);
    uint32_t low = 0;
    uint32_t high = 0;
    if (text.len == 0 || sel_str_equal_ascii(text, SEL_STR("not stated")))
        return;
    size_t dash = sel_str_find(text, SEL_STR("-"));
    bool read = sel_register_percent(sel_str_part(text, 0, dash), &low);
    high = low;
    if (read && dash < text.len)
        read = sel_register_percent(sel_str_part(text, dash + 1, text.len), &high);
    if (!read || low > high) {
        sel_register_report(r, "W_CYBER_SHARE_UNREAD", SEL_FIELD_CYBER_SHARE, text, (sel_str){0});
        return;
    }
    r->record.cyber_low = low;
    r->record.cyber_high = high;
    sel_register_trace(r, SEL_FIELD_CYBER_SHARE, low == high ? "as-written" : "range");
}
