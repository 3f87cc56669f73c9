#include "analysis/statistics/kendall.h"

#include "analysis/robustness/counter_random.h"
#include "base/arena.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Up to here pairs are compared one by one, which is quicker. */
enum { FEW = 256 };

/* One thing: its values, later their ranks from 1, which ties share. */
typedef struct thing {
    int64_t a;
    int64_t b;
} thing;

/* Things as ranks in the order of a, then b. */
typedef struct pairing {
    uint32_t *a; /* ascending */
    uint32_t *b;
    uint32_t count;
} pairing;

static int by_a_then_b(const void *x, const void *y)
{
    const thing *one = x;
    const thing *other = y;
    if (one->a != other->a)
        return one->a < other->a ? -1 : 1;
    return (one->b > other->b) - (one->b < other->b);
}

static void swap_sides(thing *things, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        things[i] = (thing){things[i].b, things[i].a};
}

/* Replace a by its rank, sorted by a. */
static void rank_a(thing *things, uint32_t count)
{
    qsort(things, count, sizeof *things, by_a_then_b);
    int64_t rank = 0;
    int64_t before = 0;
    for (uint32_t i = 0; i < count; i++) {
        rank += i == 0 || things[i].a != before;
        before = things[i].a;
        things[i].a = rank;
    }
}

static pairing rank_both(const int64_t *a, const int64_t *b, uint32_t count, sel_arena *arena)
{
    thing *things = sel_arena_array(arena, count, sizeof *things);
    for (uint32_t i = 0; i < count; i++)
        things[i] = (thing){b[i], a[i]};
    rank_a(things, count);
    swap_sides(things, count);
    rank_a(things, count);
    pairing pairs = {.a = sel_arena_array(arena, count, sizeof *pairs.a),
                     .b = sel_arena_array(arena, count, sizeof *pairs.b),
                     .count = count};
    for (uint32_t i = 0; i < count; i++) {
        pairs.a[i] = (uint32_t)things[i].a;
        pairs.b[i] = (uint32_t)things[i].b;
    }
    return pairs;
}

static int compare_ranks(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Number of ranks seen up to and with `rank`, in a tree of Fenwick 1994. */
static uint32_t seen_up_to(const uint32_t *seen, uint32_t rank)
{
    uint32_t sum = 0;
    for (; rank > 0; rank &= rank - 1)
        sum += seen[rank];
    return sum;
}

static void see(uint32_t *seen, uint32_t rank, uint32_t count)
{
    for (; rank <= count; rank += rank & (0 - rank))
        seen[rank] += 1;
}

/* C − D: things in the order of a, each against all whose a is less, pair by pair. */
static int64_t difference_of_few(const pairing *pairs)
{
    int32_t sum = 0;
    for (uint32_t i = 0, first = 0; i < pairs->count; i++) {
        first = i > 0 && pairs->a[i] == pairs->a[i - 1] ? first : i;
        uint32_t rank = pairs->b[i];
#pragma omp simd reduction(+ : sum)
        for (uint32_t j = 0; j < first; j++)
            sum += (int32_t)(pairs->b[j] < rank) - (int32_t)(pairs->b[j] > rank);
    }
    return sum;
}

/* The same by counting ranks in a tree (Knight 1966 counts by sorting). */
static int64_t difference_of_many(const pairing *pairs)
{
    sel_arena *scratch = sel_arena_create();
    uint32_t *seen = sel_arena_array(scratch, pairs->count + (size_t)1, sizeof *seen);
    int64_t sum = 0;
    for (uint32_t first = 0, end = 0; first < pairs->count; first = end) {
        for (; end < pairs->count && pairs->a[end] == pairs->a[first]; end++) {
            uint32_t less = seen_up_to(seen, pairs->b[end] - 1);
            uint32_t more = first - seen_up_to(seen, pairs->b[end]);
            sum += (int64_t)less - more;
        }
        for (uint32_t i = first; i < end; i++)
            see(seen, pairs->b[i], pairs->count);
    }
    sel_arena_destroy(scratch);
    return sum;
}

static int64_t difference(const pairing *pairs)
{
    return pairs->count <= FEW ? difference_of_few(pairs) : difference_of_many(pairs);
}

/* Pairs that ascending ranks do not tie. */
static uint64_t untied(const uint32_t *ranks, uint32_t count)
{
    uint64_t pairs = 0;
    for (uint32_t first = 0, end = 0; first < count; first = end) {
        while (end < count && ranks[end] == ranks[first])
            end++;
        pairs += (uint64_t)(end - first) * first;
    }
    return pairs;
}

/* What τ_b is made of. */
typedef struct pair_counts {
    int64_t apart;    /* C − D */
    uint64_t a_apart; /* pairs that side a does not tie */
    uint64_t b_apart;
} pair_counts;

/* By ranks: sorting costs less than comparing all pairs. */
static pair_counts count_pairs(const int64_t *a, const int64_t *b, uint32_t count)
{
    sel_arena *scratch = sel_arena_create();
    pairing pairs = rank_both(a, b, count, scratch);
    pair_counts counts = {.apart = difference_of_many(&pairs), .a_apart = untied(pairs.a, count)};
    qsort(pairs.b, count, sizeof *pairs.b, compare_ranks);
    counts.b_apart = untied(pairs.b, count);
    sel_arena_destroy(scratch);
    return counts;
}

static pair_counts count_few_pairs(const int64_t *a, const int64_t *b, uint32_t count)
{
    int64_t apart = 0;
    int64_t a_apart = 0;
    int64_t b_apart = 0;
    for (uint32_t i = 1; i < count; i++) {
#pragma omp simd reduction(+ : apart, a_apart, b_apart)
        for (uint32_t j = 0; j < i; j++) {
            int64_t of_a = (a[j] < a[i]) - (a[j] > a[i]);
            int64_t of_b = (b[j] < b[i]) - (b[j] > b[i]);
            apart += of_a * of_b;
            a_apart += of_a != 0;
            b_apart += of_b != 0;
        }
    }
    return (pair_counts){apart, (uint64_t)a_apart, (uint64_t)b_apart};
}

bool sel_kendall_of(const int64_t *a, const int64_t *b, uint32_t count, sel_kendall *kendall)
{
    pair_counts pairs = count <= FEW ? count_few_pairs(a, b, count) : count_pairs(a, b, count);
    if (pairs.a_apart == 0 || pairs.b_apart == 0)
        return false;
    /* exact for a square: full agreement is 1 */
    double most = sqrt((double)pairs.a_apart * (double)pairs.b_apart);
    *kendall = (sel_kendall){(double)pairs.apart / most, pairs.apart};
    return true;
}

/* The next order of ranks in the dictionary; false after the last. Each distinct order comes up
 * once, and stands for equally many of all n! orders. */
static bool next_order(uint32_t *ranks, uint32_t count)
{
    uint32_t at = count - 1;
    while (at > 0 && ranks[at - 1] >= ranks[at])
        at--;
    if (at == 0)
        return false;
    uint32_t other = count - 1;
    while (ranks[other] <= ranks[at - 1])
        other--;
    uint32_t kept = ranks[at - 1];
    ranks[at - 1] = ranks[other];
    ranks[other] = kept;
    for (uint32_t last = count - 1; at < last; at++, last--) {
        kept = ranks[at];
        ranks[at] = ranks[last];
        ranks[last] = kept;
    }
    return true;
}

/* Fisher & Yates 1938; order `number` of a seed. */
static void draw_order(uint32_t *ranks, uint32_t count, uint64_t seed, uint64_t number)
{
    uint64_t stream = sel_random_stream(seed, SEL_RANDOM_ORDERS, number);
    for (uint32_t left = count; left > 1; left--) {
        uint32_t chosen = sel_random_below(stream, left, left);
        uint32_t kept = ranks[left - 1];
        ranks[left - 1] = ranks[chosen];
        ranks[chosen] = kept;
    }
}

/* The two sides in one order whichever was given first: the one with the smaller ranks first. */
static void settle_sides(pairing *pairs)
{
    uint32_t at = 0;
    while (at < pairs->count && pairs->a[at] == pairs->b[at])
        at++;
    if (at == pairs->count || pairs->a[at] < pairs->b[at])
        return;
    uint32_t *kept = pairs->a;
    pairs->a = pairs->b;
    pairs->b = kept;
}

static uint64_t as_far(const pairing *pairs, int64_t given)
{
    return llabs(difference(pairs)) >= llabs(given);
}

/* Every order of b, which is sorted. */
static void count_orders(pairing *pairs, int64_t given, sel_kendall_test *test)
{
    do {
        test->orders += 1;
        test->hits += as_far(pairs, given);
    } while (next_order(pairs->b, pairs->count));
    test->p = (double)test->hits / (double)test->orders;
}

/* Random orders of b, each from its own stream, so that threads leave no trace. */
static void draw_orders(const pairing *pairs, int64_t given, uint64_t seed, sel_kendall_test *test)
{
    uint64_t hits = 0;
#pragma omp parallel reduction(+ : hits)
    {
        sel_arena *scratch = sel_arena_create();
        pairing drawn = *pairs;
        drawn.b = sel_arena_array(scratch, pairs->count, sizeof *drawn.b);
#pragma omp for schedule(static)
        for (uint32_t order = 0; order < SEL_KENDALL_ORDERS; order++) {
            memcpy(drawn.b, pairs->b, pairs->count * sizeof *drawn.b);
            draw_order(drawn.b, pairs->count, seed, order);
            hits += as_far(&drawn, given);
        }
        sel_arena_destroy(scratch);
    }
    test->orders = SEL_KENDALL_ORDERS;
    test->hits = hits;
    test->p = (double)(hits + 1) / (SEL_KENDALL_ORDERS + 1.);
}

bool sel_kendall_test_of(const int64_t *a, const int64_t *b, uint32_t count, uint64_t seed,
                         sel_kendall_test *test)
{
    sel_kendall given = {0};
    if (!sel_kendall_of(a, b, count, &given))
        return false;
    sel_arena *scratch = sel_arena_create();
    pairing pairs = rank_both(a, b, count, scratch);
    qsort(pairs.b, count, sizeof *pairs.b, compare_ranks);
    settle_sides(&pairs);
    *test = (sel_kendall_test){.exact = count <= SEL_KENDALL_EXACT};
    if (test->exact)
        count_orders(&pairs, given.difference, test);
    else
        draw_orders(&pairs, given.difference, seed, test);
    sel_arena_destroy(scratch);
    return true;
}
