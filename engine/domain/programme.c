#include "domain/programme.h"

#define X(id, code) [id] = (code),
static const char *const programme_status_codes[] = {SEL_PROGRAMME_STATUS_LIST(X)};
static const char *const role_codes[] = {SEL_ROLE_LIST(X)};
static const char *const ladder_codes[] = {SEL_LADDER_LIST(X)};
static const char *const kind_codes[] = {SEL_KIND_LIST(X)};
static const char *const audience_codes[] = {SEL_AUDIENCE_LIST(X)};
static const char *const tied_codes[] = {SEL_TIED_LIST(X)};
static const char *const condition_codes[] = {SEL_CONDITION_LIST(X)};
static const char *const link_codes[] = {SEL_LINK_LIST(X)};
#undef X
static const char *const tag_origin_codes[] = {[SEL_TAG_STATED] = "stated",
                                               [SEL_TAG_CODE] = "code",
                                               [SEL_TAG_TEXT] = "text",
                                               [SEL_TAG_CONFIRMED] = "confirmed"};

static int find(const char *const *codes, size_t count, sel_str code)
{
    for (size_t i = 0; i < count; i++)
        if (codes[i][0] != '\0' && sel_str_is(code, codes[i]))
            return (int)i;
    return SEL_UNKNOWN;
}

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

int sel_programme_status_find(sel_str code)
{
    return find(programme_status_codes, COUNT(programme_status_codes), code);
}

const char *sel_programme_status_code(sel_programme_status status)
{
    return programme_status_codes[status];
}

int sel_role_find(sel_str code)
{
    return find(role_codes, COUNT(role_codes), code);
}

const char *sel_role_code(sel_role role)
{
    return role_codes[role];
}

int sel_ladder_find(sel_str code)
{
    return find(ladder_codes, COUNT(ladder_codes), code);
}

const char *sel_ladder_code(sel_ladder ladder)
{
    return ladder_codes[ladder];
}

int sel_kind_find(sel_str code)
{
    return find(kind_codes, COUNT(kind_codes), code);
}

const char *sel_kind_code(sel_kind kind)
{
    return kind_codes[kind];
}

int sel_audience_find(sel_str code)
{
    return find(audience_codes, COUNT(audience_codes), code);
}

const char *sel_audience_code(sel_audience audience)
{
    return audience_codes[audience];
}

int sel_tied_find(sel_str code)
{
    return find(tied_codes, COUNT(tied_codes), code);
}

const char *sel_tied_code(sel_tied tied)
{
    return tied_codes[tied];
}

int sel_condition_find(sel_str code)
{
    return find(condition_codes, COUNT(condition_codes), code);
}

const char *sel_condition_code(sel_condition condition)
{
    return condition_codes[condition];
}

int sel_link_find(sel_str code)
{
    return find(link_codes, COUNT(link_codes), code);
}

const char *sel_link_code(sel_link_kind link)
{
    return link_codes[link];
}

int sel_tag_origin_find(sel_str code)
{
    return find(tag_origin_codes, COUNT(tag_origin_codes), code);
}

const char *sel_tag_origin_code(sel_tag_origin origin)
{
    return tag_origin_codes[origin];
}

sel_programme sel_programme_blank(void)
{
    sel_programme blank = {
        .cyber_high = SEL_PPM,
        .conditions_requested = SEL_UNKNOWN,
        .asked_first = SEL_UNKNOWN,
        .same_as_other = SEL_UNKNOWN,
        .coordinated = SEL_UNKNOWN,
    };
    for (int i = 0; i < SEL_OWNERSHIP_ITEMS; i++)
        blank.ownership[i] = SEL_UNKNOWN;
    return blank;
}

bool sel_currency_read(sel_str text, char code[4])
{
    char read[4] = {0};
    for (size_t i = 0; i < text.len && i < 3; i++) {
        char c = text.ptr[i];
        read[i] = (char)(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
        if (read[i] < 'A' || read[i] > 'Z')
            return false;
    }
    if (text.len != 3)
        return false;
    memcpy(code, read, sizeof read);
    return true;
}

typedef struct remainder {
    uint64_t left;
    uint32_t share;
} remainder;

static int by_remainder(const void *a, const void *b)
{
    const remainder *x = a;
    const remainder *y = b;
    if (x->left != y->left)
        return x->left > y->left ? -1 : 1;
    return (x->share > y->share) - (x->share < y->share);
}

/* Largest remainder (Hamilton): floors first, then one each to the largest remainders. */
void sel_ppm_split(const uint64_t *weights, uint32_t count, uint32_t whole, uint32_t *ppm)
{
    uint64_t total = 0;
    for (uint32_t i = 0; i < count; i++)
        total += weights[i];
    uint64_t divisor = total == 0 ? count : total;
    remainder *order = sel_memory_resize(NULL, count, sizeof *order);
    uint32_t given = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint64_t part = (total == 0 ? 1 : weights[i]) * whole;
        ppm[i] = (uint32_t)(part / divisor);
        order[i] = (remainder){part % divisor, i};
        given += ppm[i];
    }
    if (given < whole)
        qsort(order, count, sizeof *order, by_remainder);
    for (uint32_t i = 0; given + i < whole; i++)
        ppm[order[i].share] += 1;
    sel_memory_resize(order, 0, 1);
}
