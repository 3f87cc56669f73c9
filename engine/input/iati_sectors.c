#include "input/iati_parts.h"

/* What an activity is about by code: each vocabulary is a whole of its own, from the activity's
 * sectors, else from those of its transactions. */

enum { VOCABULARIES = 16 };

typedef struct vocabulary {
    sel_str name;
    sel_iati_parts parts;
    int64_t sharers; /* of the transaction being read */
} vocabulary;

typedef struct sectors {
    vocabulary list[VOCABULARIES];
    uint32_t count;
} sectors;

static bool is_digits(sel_str code, size_t count)
{
    bool digits = code.len == count;
    for (size_t i = 0; i < code.len && digits; i++)
        digits = code.ptr[i] >= '0' && code.ptr[i] <= '9';
    return digits;
}

sel_str sel_iati_sector_vocabulary(const sel_xml_element *sector)
{
    sel_str written = sel_xml_value(sector, "vocabulary");
    sel_str known = sel_iati_code_of(SEL_IATI_SECTOR_VOCABULARY, written);
    return written.len == 0 ? SEL_STR("1") : known.len > 0 ? known : written;
}

/* Three-digit categories of the DAC among its five-digit codes stay where they stand: the
 * percentages are one whole. */
static void check(const sel_iati_reading *in, const sel_xml_element *sector)
{
    sel_str code = sel_xml_value(sector, "code");
    sel_str written = sel_xml_value(sector, "vocabulary");
    sel_str known = sel_iati_code(in, SEL_IATI_SECTOR_VOCABULARY, sector, "vocabulary");
    bool dac = written.len == 0 || sel_str_is(known, "1");
    if (code.len == 0)
        sel_iati_issue(in, "W_SECTOR_CODE", sector, (sel_str){0});
    else if (dac && is_digits(code, 3))
        sel_iati_issue(in, "N_SECTOR_THREE_DIGITS", sector, code);
    else if ((dac && !is_digits(code, 5)) || (sel_str_is(known, "2") && !is_digits(code, 3)))
        sel_iati_issue(in, "W_SECTOR_FORM", sector, code);
    if (written.len > 0 && known.len == 0)
        sel_iati_issue(in, "N_SECTOR_VOCABULARY", sector, written);
}

/* NULL when there are too many. */
static vocabulary *vocabulary_of(sectors *all, const sel_xml_element *sector)
{
    sel_str name = sel_iati_sector_vocabulary(sector);
    for (uint32_t i = 0; i < all->count; i++)
        if (sel_str_equal(all->list[i].name, name))
            return &all->list[i];
    if (all->count == VOCABULARIES)
        return NULL;
    all->list[all->count] = (vocabulary){.name = name};
    return &all->list[all->count++];
}

/* What tells a sector apart: its code, else its name; empty when there is neither. */
static sel_str key_of(const sel_iati_reading *in, const sel_xml_element *sector)
{
    sel_str code = sel_xml_value(sector, "code");
    return code.len > 0 ? code : sel_iati_text(in, sector);
}

static const sel_xml_element *next_sector(const sel_xml_element *from)
{
    return sel_xml_find(from, "sector");
}

static void collect_stated(const sel_iati_reading *in, sectors *all)
{
    for (const sel_xml_element *one = next_sector(in->activity->children); one != NULL;
         one = next_sector(one->next)) {
        vocabulary *of = vocabulary_of(all, one);
        check(in, one);
        if (of == NULL)
            sel_iati_issue(in, "W_TOO_MANY", one, sel_xml_value(one, "vocabulary"));
        else
            sel_iati_part_stated(in, &of->parts, key_of(in, one), one);
    }
}

static void collect_from_transaction(const sel_iati_reading *in, sectors *all,
                                     const sel_iati_transaction *transaction)
{
    const sel_xml_element *first = next_sector(transaction->element->children);
    for (uint32_t i = 0; i < all->count; i++)
        all->list[i].sharers = 0;
    for (const sel_xml_element *one = first; one != NULL; one = next_sector(one->next)) {
        vocabulary *of = vocabulary_of(all, one);
        if (of != NULL)
            of->sharers += 1;
    }
    for (const sel_xml_element *one = first; one != NULL; one = next_sector(one->next)) {
        vocabulary *of = vocabulary_of(all, one);
        check(in, one);
        if (of != NULL)
            sel_iati_part_valued(in, &of->parts, key_of(in, one), one, transaction, of->sharers);
    }
}

static uint32_t add_shares(const sel_iati_reading *in, const vocabulary *of,
                           const sel_iati_division *division, sel_sector_share *shares)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < of->parts.codes.count; i++) {
        const sel_iati_part *one = &of->parts.list[i];
        if (one->code.len == 0)
            continue;
        if (division->ppm[i] == 0)
            sel_iati_issue(in, "N_PERCENT_ZERO", one->element, one->code);
        else
            shares[n++] = (sel_sector_share){
                .vocabulary = of->name,
                .code = sel_xml_value(one->element, "code"),
                .name = sel_iati_text(in, one->element),
                .ppm = division->ppm[i],
                .stated = sel_iati_part_is_stated(&of->parts, one, division),
            };
    }
    return n;
}

/* Administration of aid (DAC 91010, category 910) is no programme that could serve anybody. */
static bool is_administration(const sel_programme *record)
{
    uint32_t dac = 0;
    for (uint32_t i = 0; i < record->sector_count; i++) {
        const sel_sector_share *one = &record->sectors[i];
        bool five = sel_str_is(one->vocabulary, "1");
        if (!five && !sel_str_is(one->vocabulary, "2"))
            continue;
        dac += 1;
        if (!sel_str_is(one->code, five ? "91010" : "910"))
            return false;
    }
    return dac > 0;
}

void sel_iati_sectors(sel_iati_reading *in)
{
    sectors all = {.count = 0};
    collect_stated(in, &all);
    bool stated = all.count > 0;
    for (uint32_t i = 0; i < in->transaction_count && !stated; i++)
        collect_from_transaction(in, &all, &in->transactions[i]);
    if (!stated && all.count > 0)
        sel_iati_missing(in, "N_SECTOR_FROM_TRANSACTIONS", "sector");
    uint32_t most = 0;
    for (uint32_t i = 0; i < all.count; i++)
        most += all.list[i].parts.codes.count;
    sel_sector_share *shares = sel_arena_array(in->arena, most, sizeof *shares);
    uint32_t n = 0;
    for (uint32_t i = 0; i < all.count; i++) {
        const sel_iati_parts *parts = &all.list[i].parts;
        sel_iati_division division =
            stated ? sel_iati_divide_stated(in, parts) : sel_iati_divide_valued(in, parts);
        sel_iati_field(in, "sector", parts->list[0].element, sel_iati_parts_written(in, parts),
                       division.rule);
        n += add_shares(in, &all.list[i], &division, shares + n);
    }
    in->record.sectors = shares;
    in->record.sector_count = n;
    if (is_administration(&in->record))
        sel_iati_missing(in, "N_ADMINISTRATION", "sector");
}
