#include "analysis/statistics/concentration.h"

#include "base/arena.h"

#include <math.h>
#include <stdlib.h>

typedef struct member {
    int64_t place;
    double amount;
} member;

static int by_place_then_amount(const void *a, const void *b)
{
    const member *x = a;
    const member *y = b;
    if (x->place != y->place)
        return x->place < y->place ? -1 : 1;
    return (x->amount > y->amount) - (x->amount < y->amount);
}

/* Members in order, and their sum. */
typedef struct members {
    member *list;
    uint32_t count;
    double whole;
} members;

static members sort_members(const int64_t *places, const double *amounts, uint32_t count,
                            sel_arena *arena)
{
    members all = {.list = sel_arena_array(arena, count, sizeof *all.list), .count = count};
    for (uint32_t i = 0; i < count; i++)
        all.list[i] = (member){places[i], amounts[i]};
    qsort(all.list, count, sizeof *all.list, by_place_then_amount);
    for (uint32_t i = 0; i < count; i++)
        all.whole += all.list[i].amount;
    return all;
}

static uint32_t end_of_ties(const members *all, uint32_t first)
{
    uint32_t end = first + 1;
    while (end < all->count && all->list[end].place == all->list[first].place)
        end++;
    return end;
}

/* 2R - 1 of the members from first to before end. */
static double signed_rank(uint32_t first, uint32_t end, uint32_t count)
{
    return ((double)first + end - count) / count;
}

static double index_of(const members *all)
{
    double sum = 0;
    for (uint32_t first = 0, end = 0; first < all->count; first = end) {
        end = end_of_ties(all, first);
        double amount = 0;
        for (uint32_t i = first; i < end; i++)
            amount += all->list[i].amount;
        sum += amount * ((double)first + end - all->count);
    }
    return sum / all->count / all->whole;
}

static double error_of(const members *all, double index)
{
    double n = all->count;
    double mean = all->whole / n;
    double squares = 0;
    double before = 0;
    for (uint32_t first = 0, end = 0; first < all->count; first = end) {
        end = end_of_ties(all, first);
        double rank = signed_rank(first, end, all->count);
        double up_to = before;
        for (uint32_t i = first; i < end; i++)
            up_to += all->list[i].amount / all->whole;
        for (uint32_t i = first; i < end; i++) {
            double a = all->list[i].amount / mean * (rank - index) + 2 - before - up_to;
            squares += a * a;
        }
        before = up_to;
    }
    return sqrt(fmax(0, squares / n - (1 + index) * (1 + index)) / n);
}

bool sel_concentration_index_of(const int64_t *places, const double *amounts, uint32_t count,
                                sel_concentration_index *index)
{
    if (count < 2)
        return false;
    sel_arena *scratch = sel_arena_create();
    members all = sort_members(places, amounts, count, scratch);
    bool ordered = all.list[0].place < all.list[count - 1].place && all.whole > 0;
    if (ordered) {
        index->index = index_of(&all);
        index->error = error_of(&all, index->index);
    }
    sel_arena_destroy(scratch);
    return ordered;
}

/* A point of the line: need and amount. */
typedef struct point {
    double need;
    double amount;
} point;

static int by_need_then_amount(const void *a, const void *b)
{
    const point *x = a;
    const point *y = b;
    if (x->need < y->need || x->need > y->need)
        return x->need < y->need ? -1 : 1;
    return (x->amount > y->amount) - (x->amount < y->amount);
}

void sel_expected_by_need(const double *needs, const double *amounts, uint32_t count,
                          double *expected)
{
    sel_arena *scratch = sel_arena_create();
    point *points = sel_arena_array(scratch, count, sizeof *points);
    for (uint32_t i = 0; i < count; i++)
        points[i] = (point){needs[i], amounts[i]};
    qsort(points, count, sizeof *points, by_need_then_amount);
    point mean = {0};
    for (uint32_t i = 0; i < count; i++) {
        mean.need += points[i].need / count;
        mean.amount += points[i].amount / count;
    }
    double together = 0;
    double spread = 0;
    bool differ = count > 0 && points[0].need < points[count - 1].need;
    for (uint32_t i = 0; i < count; i++) {
        double away = points[i].need - mean.need;
        together += away * (points[i].amount - mean.amount);
        spread += away * away;
    }
    double slope = differ ? together / spread : 0;
    for (uint32_t i = 0; i < count; i++)
        expected[i] = mean.amount + slope * (needs[i] - mean.need);
    sel_arena_destroy(scratch);
}

bool sel_horizontal_inequity(const int64_t *places, const double *amounts, const double *expected,
                             uint32_t count, double *inequity)
{
    sel_concentration_index given;
    sel_concentration_index due;
    if (!sel_concentration_index_of(places, amounts, count, &given) ||
        !sel_concentration_index_of(places, expected, count, &due))
        return false;
    *inequity = given.index - due.index;
    return true;
}
