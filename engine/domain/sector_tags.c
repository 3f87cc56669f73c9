#include "domain/sector_tags.h"

#include "base/text.h"

static int by_code(const void *a, const void *b)
{
    const sel_sector_code *left = a;
    const sel_sector_code *right = b;
    int order = sel_str_compare(left->vocabulary, right->vocabulary);
    if (order == 0)
        order = sel_str_compare(left->code, right->code);
    if (order == 0)
        order = (left->capability > right->capability) - (left->capability < right->capability);
    return order;
}

void sel_sectors_sort(sel_sectors *sectors, sel_sector_code *codes)
{
    if (sectors->count > 0)
        qsort(codes, sectors->count, sizeof *codes, by_code);
    sectors->codes = codes;
}

/* Rows of one code; none when count is 0. */
typedef struct rows {
    const sel_sector_code *first;
    uint32_t count;
    bool inferred;
} rows;

static rows find_exactly(const sel_sectors *sectors, const char *vocabulary, sel_str code)
{
    sel_sector_code key = {.vocabulary = sel_str_of(vocabulary), .code = code};
    uint32_t low = 0;
    uint32_t high = sectors->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (by_code(&sectors->codes[middle], &key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    rows found = {.first = sectors->codes + low};
    while (low + found.count < sectors->count &&
           sel_str_equal(found.first[found.count].code, code) &&
           sel_str_is(found.first[found.count].vocabulary, vocabulary))
        found.count += 1;
    found.inferred = found.count > 1;
    return found;
}

enum { CATEGORY_DIGITS = 3, PURPOSE_DIGITS = 5 };

static bool is_number(sel_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
    return true;
}

static rows find_purpose(const sel_sectors *sectors, sel_str code)
{
    rows found = find_exactly(sectors, "1", code);
    bool has_category = code.len == PURPOSE_DIGITS || code.len == CATEGORY_DIGITS;
    if (found.count > 0 || !has_category || !is_number(code))
        return found;
    found = find_exactly(sectors, "2", sel_str_part(code, 0, CATEGORY_DIGITS));
    found.inferred = true;
    return found;
}

/* What a vocabulary is called, before and since IATI 2.01. */
typedef struct vocabulary {
    const char *number;
    const char *old;
    bool unsaid; /* it is meant where none is said */
} vocabulary;

static const vocabulary vocabularies[] = {{"1", "DAC", true}, {"2", "DAC-3", false}};

static bool is_of(const vocabulary *of, const sel_sector_share *sector)
{
    sel_str said = sel_str_trim(sector->vocabulary);
    return said.len == 0
               ? of->unsaid
               : sel_str_is(said, of->number) || sel_str_equal_ascii(said, sel_str_of(of->old));
}

static rows find(const sel_sectors *sectors, const vocabulary *of, const sel_sector_share *sector)
{
    if (!is_of(of, sector))
        return (rows){0};
    sel_str code = sel_str_trim(sector->code);
    return of->unsaid ? find_purpose(sectors, code) : find_exactly(sectors, of->number, code);
}

/* One capability of a record before it is written down. */
typedef struct gathered {
    uint64_t ppm;
    bool found;
    bool inferred;
    bool equal;     /* some share was not stated */
    sel_str *codes; /* distinct, ascending */
    uint32_t code_count;
} gathered;

static void keep_code(gathered *one, sel_str code, uint32_t room, sel_arena *arena)
{
    if (one->codes == NULL)
        one->codes = sel_arena_array(arena, room, sizeof *one->codes);
    uint32_t at = 0;
    while (at < one->code_count && sel_str_compare(one->codes[at], code) < 0)
        at++;
    if (at < one->code_count && sel_str_equal(one->codes[at], code))
        return;
    memmove(one->codes + at + 1, one->codes + at, (one->code_count - at) * sizeof *one->codes);
    one->codes[at] = code;
    one->code_count += 1;
}

static void gather(gathered *all, const rows *found, const sel_sector_share *sector, uint32_t room,
                   sel_arena *arena)
{
    uint64_t *weights = sel_arena_array(arena, found->count, sizeof *weights);
    uint32_t *parts = sel_arena_array(arena, found->count, sizeof *parts);
    for (uint32_t i = 0; i < found->count; i++)
        weights[i] = found->first[i].weight;
    sel_ppm_split(weights, found->count, sector->ppm, parts);
    for (uint32_t i = 0; i < found->count; i++) {
        gathered *one = &all[found->first[i].capability];
        one->found = true;
        one->ppm += parts[i];
        one->inferred |= found->inferred;
        one->equal |= !sector->stated || found->count > 1;
        keep_code(one, sel_str_trim(sector->code), room, arena);
    }
}

static sel_str evidence(const gathered *one, sel_arena *arena)
{
    sel_text text = {.arena = arena};
    for (uint32_t i = 0; i < one->code_count; i++)
        sel_text_printf(&text, "%s%.*s", i == 0 ? "DAC " : ", ", SEL_STR_ARG(one->codes[i]));
    return sel_text_str(&text);
}

/* Shares of a reader that sum to more than the whole are scaled down to it. */
static void fit(gathered *all, uint32_t count, sel_arena *arena)
{
    uint64_t *weights = sel_arena_array(arena, count, sizeof *weights);
    uint32_t *parts = sel_arena_array(arena, count, sizeof *parts);
    uint64_t sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        weights[i] = all[i].ppm;
        sum += weights[i];
    }
    if (sum <= SEL_PPM)
        return;
    sel_ppm_split(weights, count, SEL_PPM, parts);
    for (uint32_t i = 0; i < count; i++)
        all[i].ppm = parts[i];
}

static void write_down(gathered *all, const sel_taxonomy *taxonomy, sel_programme *record,
                       sel_arena *arena)
{
    fit(all, taxonomy->count, arena);
    sel_capability_share *shares = sel_arena_array(arena, taxonomy->count, sizeof *shares);
    uint32_t count = 0;
    for (uint32_t i = 0; i < taxonomy->count; i++)
        if (all[i].found)
            shares[count++] = (sel_capability_share){
                .code = taxonomy->capabilities[i].code,
                .ppm = (uint32_t)all[i].ppm,
                .stated = !all[i].equal,
                .origin = SEL_TAG_CODE,
                .evidence = evidence(&all[i], arena),
                .field = SEL_STR("sector"),
                .confidence = all[i].inferred ? SEL_SECTOR_INFERRED : SEL_SECTOR_EXACT,
            };
    record->capabilities = shares;
    record->capability_count = count;
}

static bool tag_by(const vocabulary *of, const sel_sectors *sectors, const sel_taxonomy *taxonomy,
                   sel_programme *record, sel_arena *arena)
{
    gathered *all = sel_arena_array(arena, taxonomy->count, sizeof *all);
    bool any = false;
    for (uint32_t i = 0; i < record->sector_count; i++) {
        const sel_sector_share *sector = &record->sectors[i];
        rows found = find(sectors, of, sector);
        if (found.count > 0)
            gather(all, &found, sector, record->sector_count, arena);
        any |= found.count > 0;
    }
    if (any)
        write_down(all, taxonomy, record, arena);
    return any;
}

void sel_sector_tag(const sel_sectors *sectors, const sel_taxonomy *taxonomy, sel_programme *record,
                    sel_arena *arena)
{
    record->cyber_low = SEL_PPM;
    record->cyber_high = SEL_PPM;
    record->set_aside = false;
    bool tagged = record->capability_count > 0;
    for (size_t i = 0; i < sizeof vocabularies / sizeof vocabularies[0] && !tagged; i++)
        tagged = tag_by(&vocabularies[i], sectors, taxonomy, record, arena);
}
