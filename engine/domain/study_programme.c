#include "domain/study_programme.h"

static sel_day later(sel_day a, sel_day b)
{
    return a > b ? a : b;
}

static void open_end(const sel_programme *record, sel_day as_of, uint32_t open_months,
                     sel_study_programme *programme)
{
    bool over = record->status == SEL_STATUS_CLOSED || record->status == SEL_STATUS_CANCELLED;
    sel_day after_start = programme->start_low + 1;
    programme->end_low = after_start;
    if (over) {
        programme->end_high = later(programme->start_high, as_of) + 1;
        return;
    }
    if (record->status != SEL_STATUS_UNKNOWN)
        programme->end_low = later(as_of, programme->start_low) + 1;
    programme->end_high = sel_day_add_months(later(as_of, programme->start_high), (int)open_months);
}

void sel_study_time(const sel_programme *record, sel_day as_of, uint32_t open_months,
                    sel_study_programme *programme)
{
    if (!record->start.known)
        return;
    programme->start_low = record->start.earliest;
    programme->start_high = record->start.latest;
    if (record->end.known) {
        programme->end_low = later(record->end.earliest, programme->start_low) + 1;
        programme->end_high = record->end.latest + 1;
    } else {
        open_end(record, as_of, open_months, programme);
    }
    if (programme->end_high <= programme->start_low)
        return;
    if (programme->start_high >= programme->end_high)
        programme->start_high = programme->end_high - 1;
    programme->dated = true;
    bool to_come = record->status == SEL_STATUS_PIPELINE || programme->start_low > as_of;
    programme->phase = programme->end_high <= as_of ? SEL_PHASE_PAST
                       : to_come                    ? SEL_PHASE_PIPELINE
                                                    : SEL_PHASE_RUNNING;
}

/* One place before the split: weight is recipient ppm × capability ppm. */
typedef struct share {
    uint32_t recipient;
    uint32_t capability;
    uint64_t weight;
    sel_depth depth;
} share;

typedef struct shares {
    sel_arena *arena;
    share *list;
    uint32_t count;
    uint32_t room;
} shares;

static void add_share(shares *all, share one)
{
    if (one.weight == 0)
        return;
    all->list =
        sel_arena_one_more(all->arena, all->list, all->count, &all->room, sizeof *all->list);
    all->list[all->count++] = one;
}

static const sel_str regional_capability = {"X5", 2};

/* What a programme does with a regional organisation: X5 is for the organisation itself, anything
 * else takes place at its members. */
static void add_body(shares *all, const sel_recipient *body, share whole, sel_str capability,
                     sel_study_programme *programme)
{
    if (body->member_count == 0 || sel_str_equal(capability, regional_capability)) {
        add_share(all, whole);
        return;
    }
    programme->via_region = true;
    for (uint32_t i = 0; i < body->member_count; i++) {
        share part = whole;
        part.recipient = body->members[i];
        part.weight = whole.weight / body->member_count;
        add_share(all, part);
    }
}

static void add_pair(shares *all, const sel_recipient_share *recipient, sel_str capability,
                     uint64_t weight, const sel_reference *reference,
                     sel_study_programme *programme)
{
    share one = {.recipient = sel_geography_code(&reference->geography, recipient->code),
                 .capability = sel_taxonomy_find(&reference->taxonomy, capability),
                 .weight = weight,
                 .depth = recipient->depth};
    if (one.recipient == SEL_NONE || one.capability == SEL_NONE)
        return;
    const sel_recipient *who = &reference->geography.recipients[one.recipient];
    if (who->body)
        add_body(all, who, one, capability, programme);
    else
        add_share(all, one);
}

static const sel_recipient_share *recipient_called(const sel_programme *record, sel_str code)
{
    for (uint32_t i = 0; i < record->recipient_count; i++)
        if (sel_str_equal(record->recipients[i].code, code))
            return &record->recipients[i];
    return NULL;
}

/* Joint shares as the register says them, else recipient × capability. */
static void add_all(shares *all, const sel_programme *record, const sel_reference *reference,
                    sel_study_programme *programme)
{
    for (uint32_t i = 0; i < record->joint_count; i++) {
        const sel_joint_share *joint = &record->joints[i];
        const sel_recipient_share *recipient = recipient_called(record, joint->recipient);
        if (recipient != NULL)
            add_pair(all, recipient, joint->capability, (uint64_t)joint->ppm * SEL_PPM, reference,
                     programme);
    }
    if (record->joint_count > 0)
        return;
    for (uint32_t i = 0; i < record->recipient_count; i++)
        for (uint32_t j = 0; j < record->capability_count; j++)
            add_pair(all, &record->recipients[i], record->capabilities[j].code,
                     (uint64_t)record->recipients[i].ppm * record->capabilities[j].ppm, reference,
                     programme);
}

static int by_place(const void *a, const void *b)
{
    const share *left = a;
    const share *right = b;
    if (left->recipient != right->recipient)
        return left->recipient < right->recipient ? -1 : 1;
    if (left->capability != right->capability)
        return left->capability < right->capability ? -1 : 1;
    return (left->depth > right->depth) - (left->depth < right->depth);
}

/* δ in tenths: smallest and largest. */
static void depth_bounds(sel_depth depth, uint32_t *low, uint32_t *high)
{
    static const struct {
        uint32_t low;
        uint32_t high;
    } tenths[] = {
        [SEL_DEPTH_NO_NOTION] = {10, 10}, [SEL_DEPTH_UNSAID] = {5, 10},
        [SEL_DEPTH_PRIORITY] = {10, 10},  [SEL_DEPTH_ASSOCIATE] = {5, 5},
        [SEL_DEPTH_EVENT] = {1, 1},
    };
    *low = tenths[depth].low;
    *high = tenths[depth].high;
}

/* What a programme does on each capability, wherever it is, in ppm. */
typedef struct totals {
    uint32_t *low;
    uint32_t *high;
} totals;

static totals capability_totals(const shares *all, const uint32_t *low, const uint32_t *high,
                                uint32_t capabilities)
{
    totals sums = {sel_arena_array(all->arena, capabilities, sizeof *sums.low),
                   sel_arena_array(all->arena, capabilities, sizeof *sums.high)};
    for (uint32_t i = 0; i < all->count; i++) {
        sums.low[all->list[i].capability] += low[i];
        sums.high[all->list[i].capability] += high[i];
    }
    return sums;
}

static uint8_t presence_of(const share *one, const totals *sums)
{
    if (one->depth == SEL_DEPTH_EVENT)
        return SEL_PRESENT_NO;
    if (sums->low[one->capability] >= SEL_PRESENCE_PPM)
        return SEL_PRESENT_YES;
    return sums->high[one->capability] >= SEL_PRESENCE_PPM ? SEL_PRESENT_PERHAPS : SEL_PRESENT_NO;
}

/* Shares of the same place become one; list is sorted by place. */
static void gather(const shares *all, const uint32_t *low, const uint32_t *high,
                   uint32_t capabilities, sel_arena *arena, sel_study_programme *programme)
{
    totals sums = capability_totals(all, low, high, capabilities);
    sel_study_place *places = sel_arena_array(arena, all->count, sizeof *places);
    uint32_t count = 0;
    for (uint32_t i = 0; i < all->count; i++) {
        const share *one = &all->list[i];
        uint32_t depth_low;
        uint32_t depth_high;
        depth_bounds(one->depth, &depth_low, &depth_high);
        bool again = count > 0 && places[count - 1].recipient == one->recipient &&
                     places[count - 1].capability == one->capability;
        sel_study_place *place = &places[again ? count - 1 : count++];
        place->recipient = (uint16_t)one->recipient;
        place->capability = (uint8_t)one->capability;
        place->effort_low += low[i] * depth_low;
        place->effort_high += high[i] * depth_high;
        uint8_t presence = presence_of(one, &sums);
        if (presence > place->presence)
            place->presence = presence;
        if (depth_low > place->depth_low)
            place->depth_low = (uint8_t)depth_low;
        if (depth_high > place->depth_high)
            place->depth_high = (uint8_t)depth_high;
    }
    programme->places = places;
    programme->place_count = count;
}

void sel_study_places(const sel_programme *record, const sel_reference *reference, sel_arena *arena,
                      sel_study_programme *programme)
{
    sel_arena *scratch = sel_arena_create();
    shares all = {.arena = scratch};
    add_all(&all, record, reference, programme);
    for (uint32_t i = 0; i < record->recipient_count; i++)
        programme->equal_shares |= !record->recipients[i].stated && record->recipient_count > 1;
    for (uint32_t i = 0; i < record->capability_count; i++) {
        programme->equal_shares |= !record->capabilities[i].stated && record->capability_count > 1;
        programme->guessed |= record->capabilities[i].origin == SEL_TAG_TEXT;
    }
    programme->other_ppm = SEL_PPM;
    if (all.count > 0) {
        qsort(all.list, all.count, sizeof *all.list, by_place);
        uint64_t *weights = sel_arena_array(scratch, all.count + 1, sizeof *weights);
        uint32_t *low = sel_arena_array(scratch, all.count + 1, sizeof *low);
        uint32_t *high = sel_arena_array(scratch, all.count + 1, sizeof *high);
        uint64_t left = (uint64_t)SEL_PPM * SEL_PPM;
        for (uint32_t i = 0; i < all.count; i++) {
            weights[i] = all.list[i].weight;
            left -= weights[i] < left ? weights[i] : left;
        }
        weights[all.count] = left;
        sel_ppm_split(weights, all.count + 1, record->cyber_low, low);
        sel_ppm_split(weights, all.count + 1, record->cyber_high, high);
        gather(&all, low, high, reference->taxonomy.count, arena, programme);
        programme->other_ppm = SEL_PPM - record->cyber_high + high[all.count];
    }
    sel_arena_destroy(scratch);
}

static bool has_role(const sel_programme *record, sel_role role)
{
    for (uint32_t i = 0; i < record->party_count; i++)
        if (record->parties[i].role == role)
            return true;
    return false;
}

static bool names_capability(const sel_programme *record)
{
    for (uint32_t i = 0; i < record->capability_count; i++)
        if (record->capabilities[i].origin != SEL_TAG_TEXT)
            return true;
    return false;
}

static bool names_recipient(const sel_programme *record, const sel_geography *geography)
{
    for (uint32_t i = 0; i < record->recipient_count; i++)
        if (sel_geography_code(geography, record->recipients[i].code) != SEL_NONE)
            return true;
    return false;
}

uint8_t sel_study_given(const sel_programme *record, const sel_geography *geography)
{
    unsigned given = 0;
    given |= has_role(record, SEL_ROLE_FUNDING) ? SEL_GIVEN_FUNDER : 0U;
    given |= has_role(record, SEL_ROLE_IMPLEMENTING) ? SEL_GIVEN_IMPLEMENTER : 0U;
    given |= names_capability(record) ? SEL_GIVEN_CAPABILITY : 0U;
    given |= names_recipient(record, geography) ? SEL_GIVEN_RECIPIENT : 0U;
    given |= record->start.known ? SEL_GIVEN_START : 0U;
    given |= record->end.known ? SEL_GIVEN_END : 0U;
    given |= record->status != SEL_STATUS_UNKNOWN ? SEL_GIVEN_STATUS : 0U;
    return (uint8_t)given;
}
