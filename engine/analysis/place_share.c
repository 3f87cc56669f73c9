#include "analysis/place_share.h"

bool sel_place_next_common(const sel_study_programme *a, const sel_study_programme *b, uint32_t *i,
                           uint32_t *j)
{
    while (*i < a->place_count && *j < b->place_count) {
        const sel_study_place *x = &a->places[*i];
        const sel_study_place *y = &b->places[*j];
        int order = x->recipient != y->recipient ? x->recipient - y->recipient
                                                 : x->capability - y->capability;
        if (order == 0)
            return true;
        *i += order < 0;
        *j += order > 0;
    }
    return false;
}

static uint64_t effort_of(const sel_study_programme *programme)
{
    uint64_t effort = 0;
    for (uint32_t i = 0; i < programme->place_count; i++)
        effort += programme->places[i].effort_high;
    return effort;
}

bool sel_place_share_reaches(const sel_study_programme *a, const sel_study_programme *b,
                             uint32_t percent)
{
    uint64_t shared = 0;
    for (uint32_t i = 0, j = 0; sel_place_next_common(a, b, &i, &j); i++, j++) {
        uint32_t x = a->places[i].effort_high;
        uint32_t y = b->places[j].effort_high;
        shared += x < y ? x : y;
    }
    uint64_t effort_a = effort_of(a);
    uint64_t effort_b = effort_of(b);
    uint64_t whole = effort_a > effort_b ? effort_a : effort_b;
    return whole > 0 && shared * 100 >= whole * percent;
}

uint32_t sel_place_recipients(const sel_study_programme *programme)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < programme->place_count; i++)
        count += i == 0 || programme->places[i].recipient != programme->places[i - 1].recipient;
    return count;
}
