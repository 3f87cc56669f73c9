#include "input/register_draft.h"

#include "base/text.h"

/* --- shares --- */

static int by_part(const void *a, const void *b)
{
    const sel_draft_part *one = a;
    const sel_draft_part *two = b;
    int order = sel_str_compare(one->vocabulary, two->vocabulary);
    if (order == 0)
        order = sel_str_compare(one->code, two->code);
    return order != 0 ? order : sel_str_compare(one->name, two->name);
}

/* Part of the money that goes to known parts; what is lost to rounding is not left out. */
static uint32_t known_part(const sel_draft *draft, int measure, uint32_t count, uint64_t sum)
{
    double total = (double)draft->sums.amounts[measure].low / count;
    double part = total > 0 ? (double)sum / total : 1;
    return part > 0.999 ? SEL_PPM : (uint32_t)(part * SEL_PPM);
}

/* Weights by money where every row has some; *whole is what they stand for. False: not known. */
static bool weigh_by_money(const sel_draft *draft, const sel_draft_part *parts, uint32_t count,
                           int measure, uint64_t *weights, uint32_t *whole)
{
    uint64_t sum = 0;
    for (uint32_t i = 0; i < count && measure >= 0; i++) {
        int64_t money = parts[i].money[measure];
        weights[i] = money > 0 ? (uint64_t)money / count : 0;
        sum += weights[i];
    }
    if (!draft->weighed || sum == 0)
        return false;
    *whole = known_part(draft, measure, count, sum);
    return true;
}

/* The parts in order, with shares: by money, else as all rows say alike, else equal ones. */
static sel_draft_part *weigh(const sel_draft *draft, const sel_draft_parts *parts, int measure,
                             sel_arena *arena, uint32_t *ppm)
{
    uint32_t count = parts->count;
    sel_draft_part *sorted = sel_arena_grow(arena, parts->list, count, count, sizeof *sorted);
    for (uint32_t i = 0; i < count && draft->rows == 1; i++)
        ppm[i] = sorted[i].ppm < SEL_PPM ? (uint32_t)sorted[i].ppm : SEL_PPM;
    if (draft->rows == 1 || count == 0)
        return sorted;
    qsort(sorted, count, sizeof *sorted, by_part);
    uint64_t *weights = sel_arena_array(arena, count, sizeof *weights);
    uint32_t whole = SEL_PPM;
    bool by_money = weigh_by_money(draft, sorted, count, measure, weights, &whole);
    bool alike = true;
    uint64_t said = 0;
    for (uint32_t i = 0; i < count; i++) {
        alike &= sorted[i].rows == draft->rows;
        said += sorted[i].ppm;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (!by_money)
            weights[i] = alike ? sorted[i].ppm : 1;
        sorted[i].stated = by_money || count == 1 || (alike && sorted[i].stated);
    }
    if (alike && !by_money && said / draft->rows < SEL_PPM)
        whole = (uint32_t)(said / draft->rows);
    sel_ppm_split(weights, count, whole, ppm);
    return sorted;
}

static void set_recipients(const sel_draft *draft, int measure, sel_arena *arena,
                           sel_programme *record)
{
    uint32_t count = draft->recipients.count;
    uint32_t *ppm = sel_arena_array(arena, count, sizeof *ppm);
    const sel_draft_part *parts = weigh(draft, &draft->recipients, measure, arena, ppm);
    sel_recipient_share *list = sel_arena_array(arena, count, sizeof *list);
    for (uint32_t i = 0; i < count; i++)
        list[i] = (sel_recipient_share){parts[i].code, ppm[i], parts[i].stated, parts[i].depth};
    record->recipients = list;
    record->recipient_count = count;
}

/* Shares are of one vocabulary each. */
static void set_sectors(const sel_draft *draft, int measure, sel_arena *arena,
                        sel_programme *record)
{
    const sel_draft_parts *all = &draft->sectors;
    uint32_t *ppm = sel_arena_array(arena, all->count, sizeof *ppm);
    sel_sector_share *list = sel_arena_array(arena, all->count, sizeof *list);
    sel_draft_part *sorted =
        sel_arena_grow(arena, all->list, all->count, all->count, sizeof *sorted);
    qsort(sorted, all->count, sizeof *sorted, by_part);
    for (uint32_t from = 0, to; from < all->count; from = to) {
        for (to = from + 1;
             to < all->count && sel_str_equal(sorted[from].vocabulary, sorted[to].vocabulary);)
            to += 1;
        const sel_draft_parts some = {.list = sorted + from, .count = to - from};
        const sel_draft_part *parts = weigh(draft, &some, measure, arena, ppm + from);
        for (uint32_t i = from; i < to; i++)
            list[i] = (sel_sector_share){parts[i - from].vocabulary, parts[i - from].code,
                                         parts[i - from].name, ppm[i], parts[i - from].stated};
    }
    record->sectors = list;
    record->sector_count = all->count;
}

static void set_capabilities(const sel_draft *draft, int measure, sel_arena *arena,
                             sel_programme *record)
{
    uint32_t count = draft->capabilities.count;
    uint32_t *ppm = sel_arena_array(arena, count, sizeof *ppm);
    const sel_draft_part *parts = weigh(draft, &draft->capabilities, measure, arena, ppm);
    sel_capability_share *list = sel_arena_array(arena, count, sizeof *list);
    for (uint32_t i = 0; i < count; i++)
        list[i] = (sel_capability_share){.code = parts[i].code,
                                         .ppm = ppm[i],
                                         .stated = parts[i].stated,
                                         .origin = SEL_TAG_STATED,
                                         .field = parts[i].name,
                                         .confidence = 100};
    record->capabilities = list;
    record->capability_count = count;
}

/* --- people --- */

static int by_party(const void *a, const void *b)
{
    const sel_party *one = a;
    const sel_party *two = b;
    if (one->role != two->role)
        return one->role < two->role ? -1 : 1;
    int order = sel_str_compare(one->name, two->name);
    return order != 0 ? order : sel_str_compare(one->ref, two->ref);
}

static int by_link(const void *a, const void *b)
{
    const sel_programme_link *one = a;
    const sel_programme_link *two = b;
    if (one->kind != two->kind)
        return one->kind < two->kind ? -1 : 1;
    return sel_str_compare(one->other, two->other);
}

static void set_parties(const sel_draft *draft, sel_arena *arena, sel_programme *record)
{
    sel_party *parties = sel_arena_grow(arena, draft->parties, draft->party_count,
                                        draft->party_count, sizeof *parties);
    sel_programme_link *links =
        sel_arena_grow(arena, record->links, record->link_count, record->link_count, sizeof *links);
    if (draft->rows > 1) {
        qsort(parties, draft->party_count, sizeof *parties, by_party);
        qsort(links, record->link_count, sizeof *links, by_link);
    }
    record->parties = parties;
    record->party_count = draft->party_count;
    record->links = links;
}

/* --- money --- */

/* Commitments, else disbursements, never both; SEL_UNKNOWN: neither is said. */
static int measure_of(const sel_draft *draft)
{
    const sel_range *amounts = draft->sums.amounts;
    for (int m = 0; m < SEL_DRAFT_MEASURES; m++)
        if (amounts[m].known && amounts[m].high > 0)
            return m;
    for (int m = 0; m < SEL_DRAFT_MEASURES; m++)
        if (amounts[m].known)
            return m;
    return SEL_UNKNOWN;
}

static unsigned set_money(const sel_draft *draft, int measure, sel_arena *arena,
                          sel_programme *record)
{
    if (measure == SEL_UNKNOWN || (draft->rows == 1 && record->money.known))
        return 0;
    const sel_range *sum = &draft->sums.amounts[measure];
    sel_money *money = &record->money;
    if (draft->rows > 1)
        *money = (sel_money){0};
    if (draft->mixed)
        return 0;
    if (money->raw.len == 0)
        money->raw = sel_str_printf(arena, "%lld.%02lld", (long long)(sum->low / 100),
                                    (long long)(sum->low < 0 ? -(sum->low % 100) : sum->low % 100));
    if (sum->low < 0 || draft->overflow)
        return SEL_DRAFT_NEGATIVE;
    if (draft->sums.currency[0] == '\0')
        return 0;
    money->low = sum->low;
    money->high = sum->high;
    memcpy(money->currency, draft->sums.currency, sizeof money->currency);
    money->known = true;
    return 0;
}

/* From amounts where there are some, else from what all rows say alike. */
static void set_tied(const sel_draft *draft, sel_programme *record)
{
    bool some[SEL_DRAFT_TYINGS];
    int kinds = 0;
    for (int t = 0; t < SEL_DRAFT_TYINGS; t++) {
        some[t] = draft->sums.tied[t].known && draft->sums.tied[t].high > 0;
        kinds += some[t];
    }
    if (kinds > 0) {
        record->tied = kinds > 1 || some[1] ? SEL_TIED_PARTIALLY
                       : some[0]            ? SEL_TIED_UNTIED
                                            : SEL_TIED_TIED;
        return;
    }
    unsigned said = draft->tyings & ~1U;
    record->tied = SEL_TIED_UNKNOWN;
    for (unsigned t = SEL_TIED_UNTIED; t < SEL_TIED_COUNT; t++)
        if (said == 1U << t)
            record->tied = (sel_tied)t;
}

/* A programme runs while one of its rows does. */
static void set_status(const sel_draft *draft, sel_programme *record)
{
    static const sel_programme_status order[] = {SEL_STATUS_RUNNING,      SEL_STATUS_PIPELINE,
                                                 SEL_STATUS_FINALISATION, SEL_STATUS_SUSPENDED,
                                                 SEL_STATUS_CLOSED,       SEL_STATUS_CANCELLED};
    record->status = SEL_STATUS_UNKNOWN;
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++)
        if ((draft->statuses & 1U << order[i]) != 0) {
            record->status = order[i];
            return;
        }
}

/* Without dates the years of rows are bounds: it begins somewhere in the first, ends in the last.
 */
static unsigned set_dates(const sel_draft *draft, sel_programme *record)
{
    const sel_days *years = &draft->sums.years;
    if (years->known && !record->start.known && !record->end.known) {
        sel_day end_of_first = sel_day_add_months(years->earliest, 12) - 1;
        sel_day begin_of_last = sel_day_add_months(years->latest + 1, -12);
        record->start = (sel_days){years->earliest, end_of_first, true};
        record->end = (sel_days){begin_of_last, years->latest, true};
    }
    if (!record->start.known || !record->end.known || record->end.latest >= record->start.earliest)
        return 0;
    record->end = (sel_days){0};
    return SEL_DRAFT_REVERSED;
}

static void set_description(const sel_draft *draft, sel_arena *arena, sel_programme *record)
{
    if (draft->description_count > 0)
        record->description = draft->descriptions[0];
    if (draft->description_count < 2)
        return;
    sel_text text = {.arena = arena};
    for (uint32_t i = 0; i < draft->description_count; i++) {
        if (i > 0)
            sel_text_add_char(&text, '\n');
        sel_text_add(&text, draft->descriptions[i]);
    }
    record->description = sel_text_str(&text);
}

unsigned sel_draft_finish(const sel_draft *draft, sel_arena *arena, sel_programme *record)
{
    *record = draft->record;
    int measure = measure_of(draft);
    set_description(draft, arena, record);
    set_recipients(draft, measure, arena, record);
    set_sectors(draft, measure, arena, record);
    set_capabilities(draft, measure, arena, record);
    set_parties(draft, arena, record);
    set_status(draft, record);
    set_tied(draft, record);
    return set_money(draft, measure, arena, record) | set_dates(draft, record);
}
