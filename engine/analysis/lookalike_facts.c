#include "analysis/lookalike_facts.h"

#include "analysis/order.h"
#include "analysis/place_share.h"
#include "analysis/resemblance_structure.h"

enum { MONTH_DAYS = 31, MANY_RECIPIENTS = 3, REGISTERS_MOST = 64 };

/* Registers by the number they are known by, from 1. */
typedef struct registers {
    sel_str names[REGISTERS_MOST];
    uint32_t count;
} registers;

/* 0 for no name, and for those that find no room. */
static int32_t number_register(registers *known, sel_str name)
{
    if (name.len == 0)
        return 0;
    for (uint32_t i = 0; i < known->count; i++)
        if (sel_str_equal(known->names[i], name))
            return (int32_t)i + 1;
    if (known->count == REGISTERS_MOST)
        return 0;
    known->names[known->count++] = name;
    return (int32_t)known->count;
}

/* FNV-1a of a number's bytes; never 0. */
static uint32_t mix(uint32_t mixed, uint64_t number)
{
    for (int byte = 0; byte < 8; byte++)
        mixed = (mixed ^ (uint32_t)(number >> byte * 8 & 0xFF)) * 16777619U;
    return mixed == 0 ? 1 : mixed;
}

/* Digits and capitals of a text: those of a text within another are among its. */
static uint32_t chars_of(sel_str text)
{
    enum { DIGITS = 10, LETTER_BITS = 21 };
    uint32_t chars = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (sel_ascii_is_digit(c))
            chars |= 1U << (c - '0');
        else if (c >= 'A' && c <= 'Z')
            chars |= 1U << (DIGITS + (c - 'A') % LETTER_BITS);
    }
    return chars;
}

static void take_dates(sel_lookalike_facts *f, uint32_t i, const sel_study_programme *of)
{
    int32_t start_room = of->start_high - of->start_low;
    int32_t end_room = of->end_high - of->end_low;
    f->start[i] = of->start_low;
    f->end[i] = of->end_low;
    f->end_high[i] = of->end_high;
    f->start_most[i] = start_room > MONTH_DAYS ? SEL_FOUND_START_YEAR_WEIGHT
                       : start_room > 0 || sel_day_begins_year(of->start_low)
                           ? SEL_FOUND_START_MONTH_WEIGHT
                           : SEL_FOUND_START_DAY_WEIGHT;
    f->end_most[i] = end_room > MONTH_DAYS                              ? SEL_FOUND_END_YEAR_WEIGHT
                     : end_room > 0 || sel_day_begins_year(of->end_low) ? SEL_FOUND_END_MONTH_WEIGHT
                                                                        : SEL_FOUND_END_DAY_WEIGHT;
}

static void take_money(sel_lookalike_facts *f, uint32_t i, const sel_study_programme *of)
{
    f->money_low[i] = (float)of->money_low;
    f->money_high[i] = (float)of->money_high;
    f->money[i] = mix(mix(2166136261U, (uint64_t)of->money_low), (uint64_t)of->money_high);
    if (of->money_known && of->money_high > 0)
        f->money_most[i] =
            sel_money_is_round(of) ? SEL_FOUND_MONEY_ROUND_WEIGHT : SEL_FOUND_MONEY_SAME_WEIGHT;
}

static int32_t bearers_weight(const sel_rarity *rarity, uint32_t bearers, uint32_t spread,
                              int32_t most)
{
    int32_t weight = (int32_t)sel_rarity_bits(rarity->records, bearers, spread) * 100;
    return weight < most ? weight : most;
}

static void take_parties(sel_lookalike_facts *f, uint32_t i, const sel_study_programme *of,
                         const sel_rarity *rarity)
{
    for (uint32_t n = 0; n < of->donor_count; n++) {
        int32_t weight = bearers_weight(rarity, rarity->donors[of->donors[n]],
                                        SEL_WEIGH_DONOR_SPREAD, SEL_FOUND_DONOR_WEIGHT);
        f->donor_most[i] = weight > f->donor_most[i] ? weight : f->donor_most[i];
    }
    for (uint32_t n = 0; n < of->party_count; n++) {
        if (of->parties[n].role != SEL_ROLE_IMPLEMENTING)
            continue;
        int32_t weight = bearers_weight(rarity, rarity->implementers[of->parties[n].organisation],
                                        SEL_WEIGH_IMPLEMENTER_SPREAD, SEL_FOUND_IMPLEMENTER_WEIGHT);
        f->implementer_most[i] = weight > f->implementer_most[i] ? weight : f->implementer_most[i];
    }
}

static void take_id(sel_lookalike_facts *f, uint32_t i, sel_str id)
{
    bool telling = sel_id_is_telling(id);
    uint32_t mixed = 2166136261U;
    for (size_t n = 0; n < id.len; n++)
        mixed = mix(mixed, (unsigned char)sel_ascii_lower(id.ptr[n]));
    f->id[i] = telling ? mixed : 0;
    f->id_chars[i] = telling ? chars_of(id) : UINT32_MAX;
}

static void take_title(sel_lookalike_facts *f, uint32_t i, sel_str title, const sel_rarity *rarity,
                       sel_arena *scratch)
{
    sel_sign signs[SEL_SIGNS_MOST];
    uint32_t count = sel_signs_cut(title, signs);
    for (uint32_t n = 0; n < count; n++)
        if (sel_rarity_is_rare(rarity, &signs[n]))
            f->signs[i] |= 1U << (signs[n].hash >> 59);
    f->title_chars[i] = chars_of(title);
    f->titles[i] = sel_title_sketch_of(title, scratch);
}

static int32_t places_most(const sel_study_programme *of)
{
    int32_t many = sel_place_recipients(of) >= MANY_RECIPIENTS ? SEL_FOUND_PLACES_MANY_WEIGHT : 0;
    int32_t several = of->place_count > 1 ? SEL_FOUND_PLACES_SEVERAL_WEIGHT : 0;
    return many > several ? many : several;
}

static void take(sel_lookalike_facts *f, uint32_t i, const sel_lookalike_row *row,
                 const sel_study_programme *of, const sel_rarity *rarity, sel_arena *scratch)
{
    take_dates(f, i, of);
    take_money(f, i, of);
    f->donors[i] = row->donors;
    f->implementers[i] = row->implementers;
    take_parties(f, i, of, rarity);
    f->kinds[i] = of->kinds;
    f->for_whom[i] = of->for_whom;
    f->places_most[i] = places_most(of);
    take_id(f, i, of->id);
    take_title(f, i, of->title, rarity, scratch);
}

static sel_lookalike_facts *make_room(uint32_t count, sel_arena *arena)
{
    sel_lookalike_facts *f = sel_arena_array(arena, 1, sizeof *f);
    int32_t **const numbers[] = {&f->start,      &f->start_most,       &f->end,
                                 &f->end_high,   &f->end_most,         &f->money_most,
                                 &f->donor_most, &f->implementer_most, &f->kinds,
                                 &f->for_whom,   &f->places_most,      &f->register_number};
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
        *numbers[i] = sel_arena_array(arena, count, sizeof **numbers[i]);
    uint32_t **const bits[] = {&f->money,    &f->donors,      &f->implementers, &f->id,
                               &f->id_chars, &f->title_chars, &f->signs};
    for (size_t i = 0; i < sizeof bits / sizeof bits[0]; i++)
        *bits[i] = sel_arena_array(arena, count, sizeof **bits[i]);
    f->money_low = sel_arena_array(arena, count, sizeof *f->money_low);
    f->money_high = sel_arena_array(arena, count, sizeof *f->money_high);
    f->titles = sel_arena_array(arena, count, sizeof *f->titles);
    return f;
}

const sel_lookalike_facts *sel_lookalike_facts_make(const sel_study *study,
                                                    const sel_rarity *rarity,
                                                    const sel_lookalike_rows *rows,
                                                    const uint32_t *row, uint32_t count,
                                                    sel_arena *arena)
{
    sel_lookalike_facts *f = make_room(count, arena);
    registers known = {.count = 0};
    for (uint32_t i = 0; i < count; i++)
        f->register_number[i] =
            number_register(&known, study->programmes[rows->list[row[i]].programme].register_name);
#pragma omp parallel if (count > SEL_WORTH_THREADS)
    {
        sel_arena *scratch = sel_arena_create();
#pragma omp for schedule(static)
        for (uint32_t i = 0; i < count; i++) {
            const sel_lookalike_row *of = &rows->list[row[i]];
            take(f, i, of, &study->programmes[of->programme], rarity, scratch);
        }
        sel_arena_destroy(scratch);
    }
    return f;
}
