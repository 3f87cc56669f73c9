#include "analysis/programme_sizes.h"

#include "analysis/dispersion.h"
#include "analysis/giving.h"

/** Counts the sizes of each owner first, then writes them down. */
typedef struct writing {
    uint32_t *next; /* per owner */
    uint64_t *list; /* NULL: count only */
} writing;

typedef void visit(const sel_study_programme *programme, uint64_t days, writing *out);

static void put(writing *out, uint32_t owner, uint64_t size)
{
    if (size == 0)
        return;
    if (out->list != NULL)
        out->list[out->next[owner]] = size;
    out->next[owner]++;
}

/* Places of one recipient stand together. */
static void put_recipients(const sel_study_programme *programme, uint64_t days, writing *out)
{
    uint32_t i = 0;
    while (i < programme->place_count) {
        uint32_t recipient = programme->places[i].recipient;
        uint64_t size = 0;
        for (; i < programme->place_count && programme->places[i].recipient == recipient; i++)
            size += programme->places[i].effort_high * days;
        put(out, recipient, size);
    }
}

static void put_donors(const sel_study_programme *programme, uint64_t days, writing *out)
{
    for (uint32_t n = 0; n < programme->donor_count; n++) {
        uint64_t size = 0;
        for (uint32_t i = 0; i < programme->place_count; i++)
            size +=
                sel_equal_part(programme->places[i].effort_high * days, programme->donor_count, n);
        put(out, programme->donors[n], size);
    }
}

static void each_programme(const sel_study *study, const bool *counted, visit *put_sizes,
                           writing *out)
{
    for (uint32_t p = 0; p < study->programme_count; p++) {
        const sel_study_programme *programme = &study->programmes[p];
        if (counted[p] && sel_giving_in_window(study, programme))
            put_sizes(programme, (uint64_t)sel_giving_days(study, programme, SEL_POSSIBLE), out);
    }
}

static sel_sizes list_sizes(const sel_study *study, const bool *counted, uint32_t owners,
                            visit *put_sizes, sel_arena *arena)
{
    uint32_t *first = sel_arena_array(arena, (size_t)owners + 1, sizeof *first);
    writing out = {.next = first + 1};
    each_programme(study, counted, put_sizes, &out);
    for (uint32_t n = 0; n < owners; n++)
        first[n + 1] += first[n];
    out.next = sel_arena_array(arena, owners, sizeof *out.next);
    memcpy(out.next, first, owners * sizeof *out.next);
    sel_arena *scratch = sel_arena_create();
    out.list = sel_arena_array(scratch, first[owners], sizeof *out.list);
    each_programme(study, counted, put_sizes, &out);
    double *medians = sel_arena_array(arena, owners, sizeof *medians);
    for (uint32_t n = 0; n < owners; n++)
        medians[n] = sel_median(out.list + first[n], first[n + 1] - first[n]);
    sel_arena_destroy(scratch);
    return (sel_sizes){first, medians};
}

sel_sizes sel_sizes_by_recipient(const sel_study *study, const bool *counted, sel_arena *arena)
{
    uint32_t owners = 0;
    for (uint32_t p = 0; p < study->programme_count; p++) {
        const sel_study_programme *programme = &study->programmes[p];
        for (uint32_t i = 0; i < programme->place_count; i++)
            if (programme->places[i].recipient >= owners)
                owners = programme->places[i].recipient + 1U;
    }
    return list_sizes(study, counted, owners, put_recipients, arena);
}

sel_sizes sel_sizes_by_donor(const sel_study *study, const bool *counted, sel_arena *arena)
{
    return list_sizes(study, counted, study->organisation_count, put_donors, arena);
}
