#include "analysis/overlap/pair.h"

#include "analysis/overlap/reading.h"
#include "analysis/place_share.h"
#include "analysis/resemblance.h"

enum { PPM_PER_BASIS_POINT = 100, DAYS_PER_YEAR = 365 };

/* Where budgets are not known: a twentieth of a programme-equivalent for a year, effort·days. */
static const uint64_t effort_floor = (uint64_t)SEL_EFFORT_WHOLE / 20 * DAYS_PER_YEAR;

uint32_t sel_pair_threshold(const sel_model *model)
{
    return model->overlap_threshold_bp * PPM_PER_BASIS_POINT;
}

bool sel_pair_reaches(const sel_overlap_pair *pair, uint32_t threshold_ppm)
{
    return sel_score_strength_high(pair) >= threshold_ppm;
}

static bool is_substantial(const sel_overlap_pair *pair, int64_t money, uint32_t c, int32_t days,
                           const sel_model *model)
{
    if (pair->money_compared)
        return money >= model->overlap_money_floor;
    return (uint64_t)c * (uint32_t)days >= effort_floor;
}

static uint8_t keys_of(const sel_side *a, const sel_side *b, bool siblings)
{
    unsigned declared = a->declared | b->declared;
    bool donor = siblings || (declared & SEL_DECLARED_BY_DONOR) != 0;
    bool recipient = (declared & SEL_DECLARED_BY_RECIPIENT) != 0;
    return (uint8_t)(donor + recipient);
}

static sel_reading read_pair(const sel_overlap_pair *pair, const sel_model *model)
{
    sel_reading_facts facts = {
        .low = {pair->s_low_ppm, sel_score_t_low(pair), pair->red_low_ppm, pair->need_unknown,
                is_substantial(pair, pair->money_low, pair->c_low, pair->days_low, model)},
        .high = {pair->s_high_ppm, sel_score_t_high(pair), pair->red_high_ppm, pair->need_unknown,
                 is_substantial(pair, pair->money_high, pair->c_high, pair->days_high, model)},
        .threshold_ppm = sel_pair_threshold(model),
        .factors = pair->factors,
        .ordinal = pair->ordinal,
        .coordination_keys = pair->coordination_keys};
    return sel_reading_of(&facts);
}

void sel_pair_read(const sel_side *a, const sel_side *b, const sel_linked_pair *linked,
                   const sel_reds *reds, sel_overlap_pair *pair)
{
    uint32_t threshold = sel_pair_threshold(reds->model);
    sel_score_need(a, b, reds, pair);
    pair->class = linked == NULL ? SEL_PAIR_OVERLAP : linked->class;
    pair->coordination_keys = keys_of(a, b, linked != NULL && linked->siblings);
    pair->certain = pair->s_low_ppm >= threshold || sel_score_t_low(pair) >= threshold;
    pair->by_containment = pair->s_high_ppm < threshold && sel_pair_reaches(pair, threshold);
    pair->reading = read_pair(pair, reds->model);
}

sel_study_phase sel_pair_phase(const sel_study *study, const sel_study_programme *a,
                               const sel_study_programme *b)
{
    sel_day over = a->end_high < b->end_high ? a->end_high : b->end_high;
    if (over <= study->as_of)
        return SEL_PHASE_PAST;
    bool to_come = a->phase == SEL_PHASE_PIPELINE || b->phase == SEL_PHASE_PIPELINE;
    return to_come ? SEL_PHASE_PIPELINE : SEL_PHASE_RUNNING;
}

void sel_pair_describe(const sel_study *study, sel_overlap_pair *pair)
{
    const sel_study_programme *a = &study->programmes[pair->a];
    const sel_study_programme *b = &study->programmes[pair->b];
    pair->same_implementer = sel_parties_implement(a, b) == 1;
    pair->phase = sel_pair_phase(study, a, b);
}

static bool meet_there(const bool *recipients, const sel_study_programme *a,
                       const sel_study_programme *b)
{
    for (uint32_t i = 0, j = 0; sel_place_next_common(a, b, &i, &j); i++, j++)
        if (recipients[a->places[i].recipient])
            return true;
    return false;
}

static bool has_donor(const sel_study_programme *programme, uint32_t donor)
{
    for (uint32_t i = 0; i < programme->donor_count; i++)
        if (programme->donors[i] == donor)
            return true;
    return false;
}

bool sel_overlap_is_chosen(const sel_overlap_choice *choice, const sel_study *study, uint32_t a,
                           uint32_t b)
{
    if (choice == NULL)
        return true;
    if (choice->programme != SEL_NONE && choice->programme != a && choice->programme != b)
        return false;
    const sel_study_programme *one = &study->programmes[a];
    const sel_study_programme *other = &study->programmes[b];
    if (choice->donor != SEL_NONE && !has_donor(one, choice->donor) &&
        !has_donor(other, choice->donor))
        return false;
    return choice->recipients == NULL || meet_there(choice->recipients, one, other);
}

bool sel_pair_in_window(const sel_study *study, const sel_side *a, const sel_side *b)
{
    sel_day from = study->window_start;
    sel_day to = study->window_end;
    from = a->span.start_low > from ? a->span.start_low : from;
    from = b->span.start_low > from ? b->span.start_low : from;
    to = a->span.end_high < to ? a->span.end_high : to;
    to = b->span.end_high < to ? b->span.end_high : to;
    return from < to;
}

uint32_t sel_pair_concern(const sel_overlap_pair *pair)
{
    if (pair->need_unknown)
        return 0;
    return (uint32_t)((uint64_t)sel_score_strength_high(pair) * pair->red_high_ppm / SEL_PPM);
}

uint32_t sel_pair_concern_low(const sel_overlap_pair *pair)
{
    if (pair->need_unknown || !pair->certain)
        return 0;
    return (uint32_t)((uint64_t)sel_score_strength_low(pair) * pair->red_low_ppm / SEL_PPM);
}
