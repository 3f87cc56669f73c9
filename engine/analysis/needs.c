#include "analysis/needs.h"

#include <math.h>

/** Severity from which a need counts as serious in a headline. */
enum { SERIOUS = 3, SEVERITY_MOST = 5, PRODUCT_MOST = 16 };

uint8_t sel_need_severity(unsigned ab)
{
    static const unsigned least[] = {0, 1, 2, 4, 6, 12};
    uint8_t severity = SEVERITY_MOST;
    while (ab < least[severity])
        severity--;
    return severity;
}

bool sel_need_is_known(const sel_need *need)
{
    return need->state != SEL_NEED_UNKNOWN;
}

/* Set severity and n to what the smallest and largest a·b give. */
static void set_products(sel_need *need, sel_need_state state, unsigned ab_low, unsigned ab_high)
{
    need->state = state;
    need->severity_low = sel_need_severity(ab_low);
    need->severity_high = sel_need_severity(ab_high);
    need->n_low = sqrt((double)ab_low) / 4;
    need->n_high = sqrt((double)ab_high) / 4;
}

/* Need as one respondent states it, without recipient and entries. */
static sel_need need_of_entry(const sel_need_entry *entry)
{
    sel_need need = {.importance = entry->importance,
                     .stage = entry->stage,
                     .target = entry->target,
                     .urgent = entry->urgent};
    bool placed = entry->stage != 0 && entry->target != 0;
    if (placed && entry->target > entry->stage)
        need.gap = (uint8_t)(entry->target - entry->stage);
    unsigned gap = need.gap;
    if (entry->help == SEL_HELP_NONE)
        set_products(&need, SEL_NEED_SIZED, 0, 0);
    else if (placed && entry->importance != 0)
        set_products(&need, SEL_NEED_SIZED, gap * entry->importance, gap * entry->importance);
    else if (placed)
        set_products(&need, SEL_NEED_RANGE, gap, gap * 4);
    else if (entry->help == SEL_HELP_SOME)
        set_products(&need, SEL_NEED_STATED, 1, 4);
    else if (entry->help == SEL_HELP_MUCH)
        set_products(&need, SEL_NEED_STATED, 4, PRODUCT_MOST);
    else
        set_products(&need, SEL_NEED_UNKNOWN, 0, PRODUCT_MOST);
    return need;
}

/* The entry that speaks for the recipient: the only one, or that of the only lead. */
static uint32_t deciding_entry(const sel_study *study, uint32_t first, uint32_t count)
{
    if (count == 1)
        return first;
    uint32_t found = SEL_NONE;
    for (uint32_t i = first; i < first + count; i++) {
        if (!study->submissions[study->entries[i].submission].lead)
            continue;
        if (found != SEL_NONE)
            return SEL_NONE;
        found = i;
    }
    return found;
}

static uint8_t more_urgent(uint8_t a, uint8_t b)
{
    if (a == 0 || b == 0)
        return a > b ? a : b;
    return a < b ? a : b;
}

static void widen(sel_need *range, const sel_need *other)
{
    if (other->severity_low < range->severity_low)
        range->severity_low = other->severity_low;
    if (other->severity_high > range->severity_high)
        range->severity_high = other->severity_high;
    range->n_low = fmin(range->n_low, other->n_low);
    range->n_high = fmax(range->n_high, other->n_high);
}

/* How far apart two respondents surely are; their own uncertainty is not contradiction. */
static double contradiction_of(uint8_t largest_low, uint8_t smallest_high)
{
    int apart = (int)largest_low - (int)smallest_high;
    return apart <= 0 ? 0 : fmin(1, apart / 4.0);
}

/* Range over respondents who say something, none of whom speaks for all. */
static sel_need need_of_several(const sel_study *study, uint32_t first, uint32_t count)
{
    sel_need all = need_of_entry(&(sel_need_entry){0});
    uint32_t heard = 0;
    uint8_t urgent = 0;
    uint8_t largest_low = 0;
    uint8_t smallest_high = SEVERITY_MOST;
    all.deciding = SEL_NONE;
    for (uint32_t i = first; i < first + count; i++) {
        sel_need one = need_of_entry(&study->entries[i]);
        urgent = more_urgent(urgent, one.urgent);
        if (!sel_need_is_known(&one))
            continue;
        one.deciding = i;
        if (heard++ == 0)
            all = one;
        else
            widen(&all, &one);
        if (one.severity_low > largest_low)
            largest_low = one.severity_low;
        if (one.severity_high < smallest_high)
            smallest_high = one.severity_high;
    }
    all.urgent = urgent;
    if (heard > 1) {
        all.state = SEL_NEED_RANGE;
        all.gap = all.importance = all.stage = all.target = 0;
        all.contradiction = contradiction_of(largest_low, smallest_high);
        all.deciding = SEL_NONE;
    }
    return all;
}

sel_needs sel_needs_compute(const sel_study *study, sel_arena *arena)
{
    sel_need *list = sel_arena_array(arena, study->entry_count, sizeof *list);
    uint32_t count = 0;
    uint32_t next = 0;
    for (uint32_t first = 0; first < study->entry_count; first = next) {
        const sel_need_entry *entry = &study->entries[first];
        for (next = first + 1; next < study->entry_count; next++)
            if (study->entries[next].recipient != entry->recipient ||
                study->entries[next].capability != entry->capability)
                break;
        uint32_t deciding = deciding_entry(study, first, next - first);
        sel_need need = deciding == SEL_NONE ? need_of_several(study, first, next - first)
                                             : need_of_entry(&study->entries[deciding]);
        if (deciding != SEL_NONE)
            need.deciding = deciding;
        need.recipient = entry->recipient;
        need.capability = entry->capability;
        need.entry_first = first;
        need.entry_count = next - first;
        list[count++] = need;
    }
    return (sel_needs){list, count};
}

/* First need at or after (recipient, capability). */
static uint32_t lower_bound(const sel_needs *needs, uint32_t recipient, uint32_t capability)
{
    uint32_t low = 0;
    uint32_t high = needs->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const sel_need *need = &needs->list[middle];
        bool before = need->recipient < recipient ||
                      (need->recipient == recipient && need->capability < capability);
        if (before)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const sel_need *sel_needs_find(const sel_needs *needs, uint32_t recipient, uint32_t capability)
{
    uint32_t at = lower_bound(needs, recipient, capability);
    if (at == needs->count || needs->list[at].recipient != recipient ||
        needs->list[at].capability != capability)
        return NULL;
    return &needs->list[at];
}

const sel_need *sel_needs_of(const sel_needs *needs, uint32_t recipient, uint32_t *count)
{
    uint32_t first = lower_bound(needs, recipient, 0);
    uint32_t end = first;
    while (end < needs->count && needs->list[end].recipient == recipient)
        end++;
    *count = end - first;
    return *count == 0 ? NULL : &needs->list[first];
}

static bool is_worse(const sel_need *a, const sel_need *b)
{
    if (a->severity_low != b->severity_low)
        return a->severity_low > b->severity_low;
    if (a->severity_high != b->severity_high)
        return a->severity_high > b->severity_high;
    if (a->n_low < b->n_low || a->n_low > b->n_low)
        return a->n_low > b->n_low;
    if (a->n_high < b->n_high || a->n_high > b->n_high)
        return a->n_high > b->n_high;
    return a->urgent != b->urgent && more_urgent(a->urgent, b->urgent) == a->urgent;
}

sel_need_headline sel_needs_headline(const sel_needs *needs, uint32_t recipient)
{
    sel_need_headline headline = {.recipient = recipient, .worst = SEL_NONE};
    const sel_need *worst = NULL;
    const sel_need *own = sel_needs_of(needs, recipient, &headline.asked);
    for (uint32_t i = 0; i < headline.asked; i++) {
        const sel_need *need = &own[i];
        if (!sel_need_is_known(need)) {
            headline.serious_high++;
            continue;
        }
        headline.known++;
        headline.serious_low += need->severity_low >= SERIOUS;
        headline.serious_high += need->severity_high >= SERIOUS;
        if (worst == NULL || is_worse(need, worst))
            worst = need;
    }
    if (worst != NULL) {
        headline.worst = worst->capability;
        headline.worst_severity_low = worst->severity_low;
        headline.worst_severity_high = worst->severity_high;
    }
    return headline;
}
