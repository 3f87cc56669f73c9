#include "analysis/resemblance.h"

#include "analysis/resemblance_structure.h"

#include <math.h>

/* Row of the table of weights. */
typedef struct weighing {
    sel_trait trait;
    int16_t weight;
    const char *word;
} weighing;

static const weighing weighings[SEL_FOUND_COUNT] = {[SEL_FOUND_NOTHING] = {SEL_TRAIT_PRIOR, 0, ""},
#define X(finding, trait, weight, word) [finding] = {trait, weight, word},
                                                    SEL_FINDING_LIST(X)
#undef X
};

void sel_resemblance_note(sel_resemblance *r, sel_finding_of_pair found)
{
    sel_resemblance_note_weight(r, found, weighings[found].weight);
}

void sel_resemblance_note_weight(sel_resemblance *r, sel_finding_of_pair found, int32_t weight)
{
    if (found == SEL_FOUND_NOTHING)
        return;
    if (weight > weighings[found].weight)
        weight = weighings[found].weight;
    r->traits[weighings[found].trait] = (sel_weighed){(uint8_t)found, (int16_t)weight};
    r->sum += weight;
}

const char *sel_finding_word(sel_finding_of_pair finding)
{
    return weighings[finding].word;
}

const char *sel_trait_word(sel_trait trait)
{
    static const char *const words[SEL_TRAIT_COUNT] = {
        "prior", "start", "end",    "amount", "implementer", "donor",   "identifier",
        "kinds", "whom",  "places", "codes",  "title",       "numbers", "register"};
    return words[trait];
}

static void weigh_signs(const sel_rarity *rarity, sel_str title_a, sel_str title_b,
                        sel_resemblance *r)
{
    sel_sign a[SEL_SIGNS_MOST];
    sel_sign b[SEL_SIGNS_MOST];
    uint32_t count_a = sel_signs_cut(title_a, a);
    uint32_t count_b = count_a == 0 ? 0 : sel_signs_cut(title_b, b);
    int32_t weight = 0;
    for (uint32_t i = 0; i < count_a; i++)
        for (uint32_t j = 0; j < count_b; j++)
            if (sel_signs_equal(&a[i], &b[j]) && sel_rarity_is_rare(rarity, &a[i]))
                weight += a[i].code ? SEL_WEIGH_CODE : SEL_WEIGH_NAME;
    if (weight > 0)
        sel_resemblance_note_weight(r, SEL_FOUND_SIGNS, weight);
}

/* Whether what is unlike is said in one language: a register keeps to one, as far as letters tell.
 */
static bool is_one_language(const sel_study_programme *a, const sel_study_programme *b,
                            const sel_title *x, const sel_title *y)
{
    bool one_register =
        a->register_name.len > 0 && sel_str_equal(a->register_name, b->register_name);
    if (x->tongue == SEL_TONGUE_UNKNOWN || x->tongue != y->tongue)
        return false;
    return x->tongue != SEL_TONGUE_LATIN || one_register;
}

static sel_finding_of_pair compare_titles(const sel_study_programme *a,
                                          const sel_study_programme *b, const sel_title *x,
                                          const sel_title *y)
{
    if (x->count < SEL_TITLE_LEAST_TRIGRAMS || y->count < SEL_TITLE_LEAST_TRIGRAMS)
        return SEL_FOUND_NOTHING;
    uint32_t ppm = sel_title_likeness_ppm(x, y);
    if (ppm >= SEL_WEIGH_TITLE_SAME_PPM)
        return SEL_FOUND_TITLE_SAME;
    if (ppm >= SEL_WEIGH_TITLE_ALIKE_PPM)
        return SEL_FOUND_TITLE_ALIKE;
    if (sel_title_contained_ppm(x, y) >= SEL_WEIGH_TITLE_CUT_PPM)
        return SEL_FOUND_TITLE_CUT;
    if (ppm >= SEL_WEIGH_TITLE_PARTLY_PPM)
        return SEL_FOUND_TITLE_PARTLY;
    if (!is_one_language(a, b, x, y))
        return SEL_FOUND_TITLE_FOREIGN;
    return ppm < SEL_WEIGH_TITLE_OTHER_PPM ? SEL_FOUND_TITLE_OTHER : SEL_FOUND_TITLE_UNLIKE;
}

void sel_resemblance_add_text(const sel_rarity *rarity, const sel_study_programme *a,
                              const sel_study_programme *b, const sel_title *title_a,
                              const sel_title *title_b, sel_resemblance *resemblance)
{
    static const sel_finding_of_pair numbers[] = {
        [SEL_NUMBERS_NONE] = SEL_FOUND_NOTHING,
        [SEL_NUMBERS_SAME] = SEL_FOUND_NUMBERS_SAME,
        [SEL_NUMBERS_ONE_SIDED] = SEL_FOUND_NUMBERS_ONE,
        [SEL_NUMBERS_DIFFER] = SEL_FOUND_NUMBERS_OTHER,
    };
    weigh_signs(rarity, a->title, b->title, resemblance);
    sel_resemblance_note(resemblance, compare_titles(a, b, title_a, title_b));
    if (title_a->folded.len > 0 && title_b->folded.len > 0)
        sel_resemblance_note(resemblance, numbers[sel_title_compare_numbers(title_a, title_b)]);
}

sel_resemblance sel_resemblance_of(const sel_study *study, const sel_rarity *rarity, uint32_t a,
                                   uint32_t b)
{
    const sel_study_programme *x = &study->programmes[a];
    const sel_study_programme *y = &study->programmes[b];
    sel_arena *scratch = sel_arena_create();
    sel_resemblance resemblance = sel_resemblance_of_structure(rarity, x, y);
    sel_title title_x = sel_title_read(x->title, scratch);
    sel_title title_y = sel_title_read(y->title, scratch);
    sel_resemblance_add_text(rarity, x, y, &title_x, &title_y, &resemblance);
    sel_arena_destroy(scratch);
    return resemblance;
}

uint32_t sel_resemblance_ppm(int32_t sum)
{
    enum { NEARLY_NEVER = 100, NEARLY_SURELY = SEL_PPM - NEARLY_NEVER };
    double odds = exp2(sum / 100.0);
    uint32_t ppm = (uint32_t)lround(odds / (1 + odds) * SEL_PPM);
    return ppm < NEARLY_NEVER ? NEARLY_NEVER : ppm > NEARLY_SURELY ? NEARLY_SURELY : ppm;
}
