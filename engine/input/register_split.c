#include "input/register_split.h"

#include "input/register_shares.h"

/* --- recipient × capability --- */

static bool has_recipient(const sel_programme *record, sel_str code)
{
    for (uint32_t i = 0; i < record->recipient_count; i++)
        if (sel_str_equal(record->recipients[i].code, code))
            return true;
    return false;
}

static bool has_capability(const sel_programme *record, sel_str code)
{
    for (uint32_t i = 0; i < record->capability_count; i++)
        if (sel_str_equal(record->capabilities[i].code, code))
            return true;
    return false;
}

static bool find_recipient(const sel_register_row *r, sel_str name, sel_str *code)
{
    *code = name;
    if (sel_str_starts(name, SEL_STR("R:")))
        return true;
    uint32_t number = sel_register_recipient(r, SEL_FIELD_SPLIT, name, false);
    if (number != SEL_NONE)
        *code = r->reference->geography.recipients[number].code;
    return number != SEL_NONE;
}

static bool find_capability(const sel_register_row *r, sel_str name, sel_str *code)
{
    uint32_t number = sel_register_capability(r, SEL_FIELD_SPLIT, name);
    if (number != SEL_NONE)
        *code = r->reference->taxonomy.capabilities[number].code;
    return number != SEL_NONE;
}

/* The part that an entry means; false: it is reported. */
static bool read_joint(const sel_register_row *r, const sel_register_entry *entry,
                       sel_joint_share *joint)
{
    size_t slash = sel_register_sign(entry->name, '/');
    sel_str recipient = sel_register_meant(r, sel_str_trim(sel_str_part(entry->name, 0, slash)));
    sel_str capability =
        sel_register_meant(r, sel_str_trim(sel_str_part(entry->name, slash + 1, entry->name.len)));
    if (slash == entry->name.len || !entry->percent || entry->said.len > 0) {
        sel_register_report(r, "W_SPLIT_UNREAD", SEL_FIELD_SPLIT, entry->written, (sel_str){0});
        return false;
    }
    if (!find_recipient(r, recipient, &joint->recipient) ||
        !find_capability(r, capability, &joint->capability))
        return false;
    const sel_programme *record = &r->record;
    bool among = (record->recipient_count == 0 || has_recipient(record, joint->recipient)) &&
                 (record->capability_count == 0 || has_capability(record, joint->capability));
    if (!among)
        sel_register_report(r, "W_SPLIT_STRANGER", SEL_FIELD_SPLIT, entry->written, (sel_str){0});
    joint->ppm = entry->ppm;
    return among;
}

/* Recipients with the sum of their parts; first ones first. */
static void derive_recipients(sel_register_row *r)
{
    sel_programme *record = &r->record;
    sel_recipient_share *shares = sel_arena_array(r->arena, record->joint_count, sizeof *shares);
    for (uint32_t i = 0; i < record->joint_count; i++) {
        uint32_t at = 0;
        while (at < record->recipient_count &&
               !sel_str_equal(shares[at].code, record->joints[i].recipient))
            at++;
        record->recipient_count += at == record->recipient_count;
        shares[at].code = record->joints[i].recipient;
        shares[at].ppm += record->joints[i].ppm;
        shares[at].stated = true;
    }
    record->recipients = shares;
}

static void derive_capabilities(sel_register_row *r)
{
    sel_programme *record = &r->record;
    sel_capability_share *shares = sel_arena_array(r->arena, record->joint_count, sizeof *shares);
    for (uint32_t i = 0; i < record->joint_count; i++) {
        uint32_t at = 0;
        while (at < record->capability_count &&
               !sel_str_equal(shares[at].code, record->joints[i].capability))
            at++;
        record->capability_count += at == record->capability_count;
        uint32_t ppm = shares[at].ppm + record->joints[i].ppm;
        shares[at] = (sel_capability_share){.code = record->joints[i].capability,
                                            .ppm = ppm,
                                            .stated = true,
                                            .origin = SEL_TAG_STATED,
                                            .field = SEL_STR("capability"),
                                            .confidence = 100};
    }
    record->capabilities = shares;
}

void sel_register_split(sel_register_row *r)
{
    uint32_t count = 0;
    sel_register_entry *entries = sel_register_entries(r, SEL_FIELD_SPLIT, &count);
    if (count == 0)
        return;
    bool usable = sel_register_share_part(r, SEL_FIELD_SPLIT, entries, count);
    sel_joint_share *joints = sel_arena_array(r->arena, count, sizeof *joints);
    for (uint32_t i = 0; i < count; i++) {
        entries[i].percent &= usable;
        if (!entries[i].remainder && read_joint(r, &entries[i], &joints[r->record.joint_count]))
            r->record.joint_count += 1;
    }
    r->record.joints = joints;
    if (r->record.recipient_count == 0)
        derive_recipients(r);
    if (r->record.capability_count == 0)
        derive_capabilities(r);
    sel_register_trace(r, SEL_FIELD_SPLIT, "as-written");
}

/* --- sectors --- */

static bool is_digits(sel_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!sel_ascii_is_digit(text.ptr[i]))
            return false;
    return true;
}

static sel_str usual_vocabulary(sel_str code)
{
    bool digits = is_digits(code);
    return digits && code.len == 5   ? SEL_STR("1")
           : digits && code.len == 3 ? SEL_STR("2")
                                     : SEL_STR("99");
}

static sel_sector_share read_sector(const sel_register_row *r, const sel_register_entry *entry)
{
    sel_sector_share sector = {0};
    size_t slash = sel_register_sign(entry->name, '/');
    size_t code = slash < entry->name.len ? slash + 1 : 0;
    sector.code =
        sel_register_meant(r, sel_str_trim(sel_str_part(entry->name, code, entry->name.len)));
    sector.vocabulary =
        code > 0 ? sel_register_meant(r, sel_str_trim(sel_str_part(entry->name, 0, slash)))
                 : usual_vocabulary(sector.code);
    sel_str rest = entry->said;
    sel_register_attribute attribute;
    while (sel_register_next_attribute(&rest, &attribute))
        if (attribute.key.len == 0 && sector.name.len == 0)
            sector.name = sel_register_meant(r, attribute.value);
        else
            sel_register_report(r, "W_SHARE_UNREAD", SEL_FIELD_SECTOR_CODES, attribute.value,
                                (sel_str){0});
    return sector;
}

/* Settle the shares of the sectors of one vocabulary, the first of which is given. */
static void share_vocabulary(const sel_register_row *r, sel_register_entry *entries,
                             sel_sector_share *sectors, uint32_t first, uint32_t count, bool *done)
{
    sel_register_entry *of = sel_arena_array(r->arena, count, sizeof *of);
    uint32_t *numbers = sel_arena_array(r->arena, count, sizeof *numbers);
    uint32_t n = 0;
    for (uint32_t i = first; i < count; i++)
        if (sel_str_equal(sectors[i].vocabulary, sectors[first].vocabulary)) {
            of[n] = entries[i];
            numbers[n++] = i;
            done[i] = true;
        }
    bool stated = sel_register_share_part(r, SEL_FIELD_SECTOR_CODES, of, n) || n == 1;
    for (uint32_t i = 0; i < n; i++) {
        sectors[numbers[i]].ppm = of[i].ppm;
        sectors[numbers[i]].stated = stated && !of[i].unstated;
    }
}

void sel_register_sectors(sel_register_row *r)
{
    uint32_t count = 0;
    sel_register_entry *entries = sel_register_entries(r, SEL_FIELD_SECTOR_CODES, &count);
    if (count == 0)
        return;
    sel_sector_share *sectors = sel_arena_array(r->arena, count, sizeof *sectors);
    bool *done = sel_arena_array(r->arena, count, sizeof *done);
    for (uint32_t i = 0; i < count; i++)
        sectors[i] = read_sector(r, &entries[i]);
    for (uint32_t i = 0; i < count; i++)
        if (!done[i])
            share_vocabulary(r, entries, sectors, i, count, done);
    r->record.sectors = sectors;
    r->record.sector_count = count;
    sel_register_trace(r, SEL_FIELD_SECTOR_CODES, "as-written");
}
