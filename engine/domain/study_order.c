#include "domain/study_order.h"

static int compare(sel_str register_name, sel_str id, const sel_study_programme *programme)
{
    int order = sel_str_compare(register_name, programme->register_name);
    return order != 0 ? order : sel_str_compare(id, programme->id);
}

static int by_record(const void *a, const void *b)
{
    const sel_study_programme *left = ((const sel_study_draft *)a)->programme;
    return compare(left->register_name, left->id, ((const sel_study_draft *)b)->programme);
}

/* Move every programme to the place of its draft, along the cycles of the permutation. */
static void follow(sel_study_programme *programmes, sel_study_draft *drafts, uint32_t count)
{
    for (uint32_t start = 0; start < count; start++) {
        sel_study_programme first = programmes[start];
        uint32_t to = start;
        uint32_t from = (uint32_t)(drafts[to].programme - programmes);
        while (from != start) {
            programmes[to] = programmes[from];
            drafts[to].programme = &programmes[to];
            to = from;
            from = (uint32_t)(drafts[to].programme - programmes);
        }
        programmes[to] = first;
        drafts[to].programme = &programmes[to];
    }
}

void sel_study_sort(sel_study_programme *programmes, sel_study_draft *drafts, uint32_t count)
{
    if (count == 0)
        return;
    for (uint32_t i = 0; i < count; i++)
        drafts[i].programme = &programmes[i];
    qsort(drafts, count, sizeof *drafts, by_record);
    follow(programmes, drafts, count);
}

/* First programme that is not before a register and id, if it is theirs. */
static uint32_t find(const sel_study_programme *programmes, uint32_t count, sel_str register_name,
                     sel_str id)
{
    uint32_t low = 0;
    uint32_t high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (compare(register_name, id, &programmes[middle]) > 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && compare(register_name, id, &programmes[low]) == 0 ? low : SEL_NONE;
}

uint32_t sel_study_find(const sel_study_programme *programmes, uint32_t count, sel_str address)
{
    uint32_t first = SEL_NONE;
    for (size_t at = 0; at < address.len; at++) {
        if (address.ptr[at] != ':')
            continue;
        uint32_t found = find(programmes, count, sel_str_part(address, 0, at),
                              sel_str_part(address, at + 1, address.len));
        if (found < first)
            first = found;
    }
    return first;
}
