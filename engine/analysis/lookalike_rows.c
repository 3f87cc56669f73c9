#include "analysis/lookalike_rows.h"

#include "analysis/order.h"
#include "analysis/places.h"

enum { SHARED_TENTHS = 7, TILE_PROGRAMMES = 4096 };

/* Rare places of all records, side by side. */
typedef struct prefixes {
    uint32_t *ranks;
    uint32_t *first; /* per programme: where its room begins; one more at the end */
    uint32_t *taken; /* per programme: how many ranks it has there */
} prefixes;

static uint32_t sign_of(uint32_t organisation)
{
    return (uint32_t)1 << (organisation * 0x9E3779B1U >> 27);
}

static sel_lookalike_row row_of(const sel_study *study, uint32_t programme)
{
    const sel_study_programme *of = &study->programmes[programme];
    sel_lookalike_row row = {.programme = programme, .start = of->start_low};
    for (uint32_t i = 0; i < of->donor_count; i++)
        row.donors |= sign_of(of->donors[i]);
    if (of->donor_count == 0)
        row.donors = UINT32_MAX;
    for (uint32_t i = 0; i < of->party_count; i++)
        if (of->parties[i].role == SEL_ROLE_IMPLEMENTING)
            row.implementers |= sign_of(of->parties[i].organisation);
    return row;
}

/* Ranks of the rare places of a record; returns how many. */
static uint32_t find_rare(const sel_study_programme *of, const sel_places *places, uint64_t *rarest,
                          uint32_t *ranks)
{
    uint64_t effort = 0;
    for (uint32_t i = 0; i < of->place_count; i++)
        effort += of->places[i].effort_high;
    uint32_t count = sel_places_rarest_first(places, of, SEL_PLACES_EFFORT, rarest);
    uint64_t left = effort;
    uint32_t taken = 0;
    for (; taken < count && left * 10 >= effort * SHARED_TENTHS; taken++) {
        ranks[taken] = (uint32_t)(rarest[taken] >> 32);
        left -= of->places[(uint32_t)rarest[taken]].effort_high;
    }
    return taken;
}

static prefixes find_prefixes(const sel_study *study, const bool *wanted, const sel_places *places,
                              sel_arena *arena)
{
    uint32_t all = study->programme_count;
    prefixes found = {.first = sel_arena_array(arena, (size_t)all + 1, sizeof *found.first),
                      .taken = sel_arena_array(arena, all, sizeof *found.taken)};
    uint32_t most = 0;
    for (uint32_t p = 0; p < all; p++) {
        uint32_t room =
            wanted[p] && study->programmes[p].dated ? study->programmes[p].place_count : 0;
        found.first[p + 1] = found.first[p] + room;
        most = room > most ? room : most;
    }
    found.ranks = sel_arena_array(arena, found.first[all], sizeof *found.ranks);
#pragma omp parallel if (all > SEL_WORTH_THREADS)
    {
        uint64_t *rarest = sel_memory_resize(NULL, (size_t)most + 1, sizeof *rarest);
#pragma omp for schedule(dynamic, TILE_PROGRAMMES)
        for (uint32_t p = 0; p < all; p++)
            if (found.first[p + 1] > found.first[p])
                found.taken[p] =
                    find_rare(&study->programmes[p], places, rarest, &found.ranks[found.first[p]]);
        sel_memory_resize(rarest, 0, 1);
    }
    return found;
}

static int by_start(const void *a, const void *b)
{
    const sel_lookalike_row *x = a;
    const sel_lookalike_row *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return (x->programme > y->programme) - (x->programme < y->programme);
}

/* Where the rows of each place begin; one more at the end. */
static uint32_t *count_rows(const prefixes *found, uint32_t programmes, uint32_t places,
                            sel_arena *arena)
{
    uint32_t *begins = sel_arena_array(arena, (size_t)places + 1, sizeof *begins);
    for (uint32_t p = 0; p < programmes; p++)
        for (uint32_t i = 0; i < found->taken[p]; i++)
            begins[found->ranks[found->first[p] + i] + 1]++;
    for (uint32_t rank = 0; rank < places; rank++)
        begins[rank + 1] += begins[rank];
    return begins;
}

sel_lookalike_rows sel_lookalike_rows_make(const sel_study *study, const bool *wanted,
                                           sel_arena *arena)
{
    sel_places places = sel_places_number(study, wanted, SEL_PLACES_EFFORT, arena);
    prefixes found = find_prefixes(study, wanted, &places, arena);
    uint32_t *ends = count_rows(&found, study->programme_count, places.count, arena);
    sel_lookalike_rows rows = {
        .count = ends[places.count], .ranks = found.ranks, .first = found.first};
    sel_lookalike_row *list = sel_arena_array(arena, rows.count, sizeof *list);
    for (uint32_t p = 0; p < study->programme_count; p++) {
        sel_lookalike_row row = row_of(study, p);
        for (uint32_t i = 0; i < found.taken[p]; i++) {
            row.rank = found.ranks[found.first[p] + i];
            list[ends[row.rank]++] = row; /* each place's beginning becomes its end */
        }
    }
#pragma omp parallel for schedule(dynamic) if (rows.count > SEL_WORTH_THREADS)
    for (uint32_t rank = 0; rank < places.count; rank++) {
        uint32_t begin = rank == 0 ? 0 : ends[rank - 1];
        qsort(list + begin, ends[rank] - begin, sizeof *list, by_start);
    }
    rows.list = list;
    return rows;
}

bool sel_lookalike_rows_meet_at(const sel_lookalike_rows *rows, uint32_t rank, uint32_t a,
                                uint32_t b)
{
    uint32_t i = rows->first[a];
    uint32_t j = rows->first[b];
    while (rows->ranks[i] != rows->ranks[j]) {
        if (rows->ranks[i] < rows->ranks[j])
            i++;
        else
            j++;
    }
    return rows->ranks[i] == rank;
}
