#include "analysis/robustness/acceptability_study.h"

#include <omp.h>

/* Products of draws, alternatives and those ever first that a round of confidence factors takes,
 * and draws that it makes at least. */
static const double WORK_MOST = 1e8;
enum { DRAWS_LEAST = 64 };

/* Places that are ever first, with their central weights. */
typedef struct winners {
    uint32_t *places;
    double *central; /* per winner and criterion that has weight */
    uint32_t count;
    uint32_t *firsts; /* draws in which it is first, per thread and winner */
} winners;

static winners find_winners(const sel_acceptability_study *study, const sel_rank_counts *counts,
                            sel_arena *scratch)
{
    size_t followed = study->extent.followed;
    uint32_t criteria = study->extent.criteria;
    winners found = {
        .places = sel_arena_array(scratch, followed, sizeof *found.places),
        .central = sel_arena_array(scratch, followed * criteria, sizeof *found.central),
    };
    for (uint32_t place = 0; place < followed; place++)
        if (sel_rank_counts_central(counts, place, found.central + (size_t)found.count * criteria))
            found.places[found.count++] = place;
    found.firsts =
        sel_arena_array(scratch, (size_t)study->threads * found.count, sizeof *found.firsts);
    return found;
}

static uint32_t draws_for(const sel_acceptability_study *study, bool moved, uint32_t winner_count)
{
    uint32_t draws = study->extent.draws;
    double work = (double)study->extent.count * winner_count * sel_draw_work(study->source);
    while (draws > DRAWS_LEAST && draws * work > WORK_MOST)
        draws /= 2;
    return moved ? draws : 1;
}

static void try_draw(const sel_acceptability_study *study, bool moved, uint32_t draw,
                     const winners *of)
{
    int thread = omp_get_thread_num();
    sel_draw_space *space = &study->spaces[thread];
    sel_draw_fault *fault = &study->faults[thread];
    uint32_t *firsts = of->firsts + (size_t)thread * of->count;
    sel_status status = fault->error.status;
    if (status != SEL_OK)
        return;
    if (moved)
        status = sel_draw_move(study->source, draw, space, &fault->error);
    for (uint32_t k = 0; status == SEL_OK && k < of->count; k++) {
        const double *central = of->central + (size_t)k * study->extent.criteria;
        bool first = false;
        status = sel_draw_first(study->source, central, study->order[of->places[k]], space, &first,
                                &fault->error);
        firsts[k] += first;
    }
    if (status == SEL_OK)
        return;
    fault->error.status = status;
    fault->draw = draw;
}

/* Central weights per criterion of the matrix. */
static const double *spread_out(const sel_acceptability_study *study, const double *central,
                                sel_arena *arena)
{
    const sel_aggregation_problem *problem = &study->source->problem;
    double *all = sel_arena_array(arena, study->source->matrix->criteria, sizeof *all);
    for (uint32_t j = 0; j < problem->criteria; j++)
        all[problem->numbers[j] - 1] = central[j];
    return all;
}

static void fill(const sel_acceptability_study *study, const winners *of, uint32_t draws,
                 sel_arena *arena, sel_acceptance *places)
{
    for (uint32_t k = 0; k < of->count; k++) {
        uint64_t firsts = 0;
        for (int thread = 0; thread < study->threads; thread++)
            firsts += of->firsts[(size_t)thread * of->count + k];
        sel_acceptance *place = &places[of->places[k]];
        place->confidence = (double)firsts / draws;
        place->central = spread_out(study, of->central + (size_t)k * study->extent.criteria, arena);
    }
}

sel_status sel_acceptability_study_confidence(const sel_acceptability_study *study, bool moved,
                                              const sel_rank_counts *counts, sel_arena *arena,
                                              sel_acceptance *places, uint32_t *draws,
                                              sel_error *err)
{
    sel_arena *scratch = sel_arena_create();
    winners of = find_winners(study, counts, scratch);
    *draws = draws_for(study, moved, of.count);
#pragma omp parallel for num_threads(study->threads) schedule(static)
    for (uint32_t draw = 0; draw < *draws; draw++)
        try_draw(study, moved, draw, &of);
    sel_status status = sel_acceptability_study_first_fault(study, err);
    if (status == SEL_OK)
        fill(study, &of, *draws, arena, places);
    sel_arena_destroy(scratch);
    return status;
}
