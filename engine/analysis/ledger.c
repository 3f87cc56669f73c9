#include "analysis/ledger.h"

#include "analysis/order.h"

#include <stdlib.h>
#include <string.h>

/* Open addressing with linear probing; at most two thirds of the places are taken. */
struct sel_ledger {
    sel_ledger_sum *places; /* key FREE: nothing here */
    size_t room;            /* 2^(64 − shift) */
    unsigned shift;
    size_t count;
};

#define FREE UINT64_MAX

static sel_ledger_sum *empty_places(size_t room)
{
    sel_ledger_sum *places = sel_memory_resize(NULL, room, sizeof *places);
    for (size_t i = 0; i < room; i++)
        places[i] = (sel_ledger_sum){.key = FREE};
    return places;
}

sel_ledger *sel_ledger_create(void)
{
    enum { FIRST_BITS = 10 };
    size_t room = (size_t)1 << FIRST_BITS;
    sel_ledger *ledger = sel_memory_resize(NULL, 1, sizeof *ledger);
    *ledger = (sel_ledger){.places = empty_places(room), .room = room, .shift = 64 - FIRST_BITS};
    return ledger;
}

void sel_ledger_destroy(sel_ledger *ledger)
{
    if (ledger == NULL)
        return;
    sel_memory_resize(ledger->places, 0, 1);
    sel_memory_resize(ledger, 0, 1);
}

/* The place of a key, or the free one where it belongs. The high bits of a product with 2⁶⁴/φ are
 * spread well (Knuth 1973, volume 3, 6.4); the lower ones are not. */
static sel_ledger_sum *place_of(const sel_ledger *ledger, uint64_t key)
{
    size_t i = (size_t)((key * 0x9E3779B97F4A7C15U) >> ledger->shift);
    while (ledger->places[i].key != key && ledger->places[i].key != FREE)
        i = (i + 1) & (ledger->room - 1);
    return &ledger->places[i];
}

static void grow(sel_ledger *ledger)
{
    sel_ledger larger = {
        .room = ledger->room * 2, .count = ledger->count, .shift = ledger->shift - 1};
    larger.places = empty_places(larger.room);
    for (size_t i = 0; i < ledger->room; i++)
        if (ledger->places[i].key != FREE)
            *place_of(&larger, ledger->places[i].key) = ledger->places[i];
    sel_memory_resize(ledger->places, 0, 1);
    *ledger = larger;
}

void sel_ledger_add(sel_ledger *ledger, uint64_t key, uint64_t amount)
{
    sel_ledger_sum *place = place_of(ledger, key);
    if (place->key == FREE) {
        if ((ledger->count + 1) * 3 > ledger->room * 2) {
            grow(ledger);
            place = place_of(ledger, key);
        }
        place->key = key;
        ledger->count++;
    }
    place->sum += amount;
}

const sel_ledger_sum *sel_ledger_sums(const sel_ledger *ledger, sel_arena *arena, uint32_t *count)
{
    sel_ledger_sum *sums = sel_arena_array(arena, ledger->count, sizeof *sums);
    size_t filled = 0;
    for (size_t i = 0; i < ledger->room; i++)
        if (ledger->places[i].key != FREE)
            sums[filled++] = ledger->places[i];
    if (filled > 1)
        qsort(sums, filled, sizeof *sums, sel_order_keys); /* the key stands first */
    *count = (uint32_t)filled;
    return sums;
}
