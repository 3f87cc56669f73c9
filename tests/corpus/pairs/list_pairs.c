/* list_pairs CORPUS FOLDER: what the pairs are drawn from. Makes the stores FOLDER/sectors.db and
 * FOLDER/cyber.db and writes a line for every two records that are at a place in common and may
 * share a day, or that the detector takes for one programme:
 *
 *     universe,a,b,meets,donor,joined,waits,listed,certain,apart,strength
 *
 * a and b are addresses, a before b in bytes; meets: at a place and on a day; donor: one in common;
 * strength: max(S_c, T*) at the
 * high end in ppm. Run by draw.py; not a test. */
#include "analysis/span.h"
#include "pair_universes.h"

#include <inttypes.h>

static bool share_place(const sel_study_programme *a, const sel_study_programme *b)
{
    for (uint32_t i = 0, j = 0; i < a->place_count && j < b->place_count;) {
        uint32_t x = (uint32_t)a->places[i].recipient << 8 | a->places[i].capability;
        uint32_t y = (uint32_t)b->places[j].recipient << 8 | b->places[j].capability;
        if (x == y)
            return true;
        i += x < y;
        j += y < x;
    }
    return false;
}

static bool may_meet(const sel_study_programme *a, const sel_study_programme *b)
{
    if (!sel_programme_is_comparable(a) || !sel_programme_is_comparable(b) || !share_place(a, b))
        return false;
    sel_span x = sel_span_of(a);
    sel_span y = sel_span_of(b);
    return sel_span_days_high(&x, &y) > 0;
}

static void print_field(sel_str text)
{
    putchar('"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '"')
            putchar('"');
        putchar(text.ptr[i]);
    }
    putchar('"');
}

static void print_pair(const pair_world *world, const sel_str *addresses, uint32_t a, uint32_t b)
{
    const sel_study_programme *programmes = world->assessment.study->programmes;
    sel_overlap_pair pair = pair_in_full(world, a, b);
    uint8_t marks = *pair_marks(world, a, b);
    bool swapped = sel_str_compare(addresses[a], addresses[b]) > 0;
    printf("%s,", world->universe->name);
    print_field(addresses[swapped ? b : a]);
    putchar(',');
    print_field(addresses[swapped ? a : b]);
    printf(",%d,%d,%d,%d,%d,%d,%d,%" PRIu32 "\n", may_meet(&programmes[a], &programmes[b]),
           sel_study_share_donor(&programmes[a], &programmes[b]), (marks & PAIR_JOINED) != 0,
           (marks & PAIR_WAITS) != 0, (marks & PAIR_LISTED) != 0,
           (marks & PAIR_LISTED) != 0 && pair.certain, (marks & PAIR_APART) != 0,
           pair_strength(&pair));
}

static void print_universe(const pair_world *world)
{
    const sel_study *study = world->assessment.study;
    sel_str *addresses = sel_arena_array(world->arena, study->programme_count, sizeof *addresses);
    for (uint32_t p = 0; p < study->programme_count; p++)
        addresses[p] = sel_study_address(study, p, world->arena);
    for (uint32_t a = 0; a < study->programme_count; a++)
        for (uint32_t b = a + 1; b < study->programme_count; b++)
            if (may_meet(&study->programmes[a], &study->programmes[b]) ||
                (*pair_marks(world, a, b) & (PAIR_JOINED | PAIR_WAITS)) != 0)
                print_pair(world, addresses, a, b);
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "list_pairs CORPUS FOLDER\n");
        return EXIT_FAILURE;
    }
    printf("universe,a,b,meets,donor,joined,waits,listed,certain,apart,strength\n");
    bool failed = false;
    for (int i = 0; i < PAIR_UNIVERSES && !failed; i++) {
        pair_world world;
        sel_error err = {0};
        char store[1024];
        snprintf(store, sizeof store, "%s/%s.db", argv[2], pair_universes[i].name);
        failed = pair_world_open(&pair_universes[i], argv[1], store, &world, &err) != SEL_OK;
        if (failed)
            fprintf(stderr, "%s: %s\n", err.source, err.message);
        else
            print_universe(&world);
        pair_world_close(&world);
    }
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
