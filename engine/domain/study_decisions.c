#include "domain/study_decisions.h"

/* A decision with its place in time. */
typedef struct placed {
    sel_record_decision decision;
    uint32_t turn;
} placed;

static int by_pair(const void *a, const void *b)
{
    const placed *x = a;
    const placed *y = b;
    if (x->decision.a != y->decision.a)
        return x->decision.a < y->decision.a ? -1 : 1;
    if (x->decision.b != y->decision.b)
        return x->decision.b < y->decision.b ? -1 : 1;
    return (x->turn > y->turn) - (x->turn < y->turn);
}

static bool is_one_pair(const sel_record_decision *x, const sel_record_decision *y)
{
    return x->a == y->a && x->b == y->b;
}

/* Those whose two records are there. */
static uint32_t place_all(const sel_study *study, const sel_raw_decision *raw, uint32_t count,
                          placed *list)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t a = sel_study_programme_find(study, raw[i].a);
        uint32_t b = sel_study_programme_find(study, raw[i].b);
        if (a != SEL_NONE && b != SEL_NONE && a != b)
            list[found++] = (placed){{a < b ? a : b, a < b ? b : a, raw[i].verdict}, i};
    }
    return found;
}

void sel_study_settle_decisions(const sel_raw_decision *raw, uint32_t count, sel_arena *arena,
                                sel_study *study)
{
    if (count == 0)
        return;
    placed *list = sel_arena_array(arena, count, sizeof *list);
    uint32_t found = place_all(study, raw, count, list);
    qsort(list, found, sizeof *list, by_pair);
    sel_record_decision *newest = sel_arena_array(arena, found, sizeof *newest);
    for (uint32_t i = 0; i < found; i++)
        if (i + 1 == found || !is_one_pair(&list[i].decision, &list[i + 1].decision))
            newest[study->decision_count++] = list[i].decision;
    study->decisions = newest;
}

const sel_record_decision *sel_study_decision_between(const sel_study *study, uint32_t a,
                                                      uint32_t b)
{
    const placed wanted = {.decision = {.a = a < b ? a : b, .b = a < b ? b : a}};
    uint32_t low = 0;
    uint32_t high = study->decision_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const placed one = {.decision = study->decisions[middle]};
        int order = by_pair(&one, &wanted);
        if (order == 0)
            return &study->decisions[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}
