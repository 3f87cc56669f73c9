#include "analysis/robustness/acceptability_study.h"

#include <omp.h>

enum { FAMILIES = 2 };

/* More threads than this only take memory. */
enum { THREADS_MOST = 256 };

/* Draws ranked together: at least some for every thread, at most one set, and about as many ranks
 * as a processor's second cache holds. */
enum { BLOCK_LEAST = 16, BLOCK_RANKS = 131072 };

/* One call of sel_acceptability_study_run. */
typedef struct pass {
    const sel_acceptability_study *study;
    bool moved;
    sel_acceptability_study_family *families;
    uint32_t family_count;
    uint32_t places; /* whose ranks are kept: one more than followed when there is a next one */
    uint32_t block;
    uint32_t *ranks[FAMILIES]; /* places × block */
    uint32_t *place_of;        /* per row; places and above: not kept */
} pass;

void sel_acceptability_study_prepare(sel_acceptability_study *study, int threads, sel_arena *arena)
{
    study->threads = threads > 0 ? threads : omp_get_max_threads();
    if (study->threads > THREADS_MOST)
        study->threads = THREADS_MOST;
    size_t count = (size_t)study->threads;
    study->spaces = sel_arena_array(arena, count, sizeof *study->spaces);
    study->faults = sel_arena_array(arena, count, sizeof *study->faults);
    for (size_t i = 0; i < count; i++)
        study->spaces[i] = sel_draw_space_make(study->source, arena);
}

void sel_acceptability_study_finish(const sel_acceptability_study *study)
{
    for (int i = 0; i < study->threads; i++)
        sel_arena_destroy(study->spaces[i].arena);
}

static const sel_draw_fault *find_fault(const sel_acceptability_study *study)
{
    const sel_draw_fault *first = NULL;
    for (int i = 0; i < study->threads; i++) {
        const sel_draw_fault *fault = &study->faults[i];
        if (fault->error.status != SEL_OK && (first == NULL || fault->draw < first->draw))
            first = fault;
    }
    return first;
}

sel_status sel_acceptability_study_first_fault(const sel_acceptability_study *study, sel_error *err)
{
    const sel_draw_fault *first = find_fault(study);
    if (first == NULL)
        return SEL_OK;
    return sel_fail(err, first->error.status, "in draw %u: %s", first->draw + 1,
                    first->error.message);
}

/* A thread that could not rank a draw ranks no more. */
static void rank_draw(const pass *of, uint32_t draw, uint32_t i, sel_draw_space *space,
                      sel_draw_fault *fault)
{
    const sel_acceptability_study *study = of->study;
    sel_status status = fault->error.status;
    if (status != SEL_OK)
        return;
    if (of->moved)
        status = sel_draw_move(study->source, draw, space, &fault->error);
    for (uint32_t f = 0; status == SEL_OK && f < of->family_count; f++) {
        const double *weights = of->families[f].weights + (size_t)draw * study->extent.criteria;
        status = sel_draw_rank(study->source, weights, space, &fault->error);
        for (uint32_t row = 0; status == SEL_OK && row < study->extent.count; row++)
            if (of->place_of[row] < of->places)
                of->ranks[f][(size_t)of->place_of[row] * of->block + i] = space->ranks[row];
    }
    if (status == SEL_OK)
        return;
    fault->error.status = status;
    fault->draw = draw;
}

/* A draw without ranks ends the study: its block is not counted. */
static void count_place(const pass *of, uint32_t first, uint32_t place)
{
    if (find_fault(of->study) != NULL)
        return;
    uint32_t set_size = of->study->extent.draws / SEL_SHIFTS;
    for (uint32_t f = 0; f < of->family_count; f++) {
        const sel_acceptability_study_family *family = &of->families[f];
        const sel_rank_block block = {
            .ranks = of->ranks[f],
            .weights = family->weights + (size_t)first * of->study->extent.criteria,
            .stride = of->block,
            .length = of->block,
            .closes = (first + of->block) % set_size == 0,
        };
        sel_rank_counts_add(&family->counts, &block, place);
    }
}

static sel_status run_block(const pass *of, uint32_t first, sel_error *err)
{
    const sel_acceptability_study *study = of->study;
#pragma omp parallel num_threads(study->threads)
    {
        sel_draw_space *space = &study->spaces[omp_get_thread_num()];
#pragma omp for schedule(static)
        for (uint32_t i = 0; i < of->block; i++)
            rank_draw(of, first + i, i, space, &study->faults[omp_get_thread_num()]);
#pragma omp for schedule(static, 1)
        for (uint32_t place = 0; place < study->extent.followed; place++)
            count_place(of, first, place);
    }
    return sel_acceptability_study_first_fault(study, err);
}

static uint32_t block_size(uint32_t draws, uint32_t places)
{
    uint32_t block = BLOCK_LEAST;
    while (block * 2 <= draws / SEL_SHIFTS && (uint64_t)block * 2 * places <= BLOCK_RANKS)
        block *= 2;
    return block;
}

static pass prepare(const sel_acceptability_study *study, sel_acceptability_study_family *families,
                    uint32_t count, sel_arena *arena)
{
    const sel_rank_extent *extent = &study->extent;
    pass of = {.study = study, .families = families, .family_count = count};
    of.places = extent->followed < extent->count ? extent->followed + 1 : extent->followed;
    of.block = block_size(extent->draws, of.places);
    of.place_of = sel_arena_array(arena, extent->count, sizeof *of.place_of);
    for (uint32_t place = 0; place < extent->count; place++)
        of.place_of[study->order[place]] = place;
    for (uint32_t f = 0; f < count; f++)
        of.ranks[f] = sel_arena_array(arena, (size_t)of.places * of.block, sizeof *of.ranks[f]);
    return of;
}

sel_status sel_acceptability_study_run(const sel_acceptability_study *study, bool moved,
                                       sel_acceptability_study_family *families, uint32_t count,
                                       sel_error *err)
{
    sel_arena *scratch = sel_arena_create();
    pass of = prepare(study, families, count, scratch);
    of.moved = moved;
    sel_status status = SEL_OK;
    for (uint32_t first = 0; status == SEL_OK && first < study->extent.draws; first += of.block)
        status = run_block(&of, first, err);
    sel_arena_destroy(scratch);
    return status;
}
