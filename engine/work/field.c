#include "work/field_requests.h"

static bool reaches(const sel_study_programme *programme, uint32_t recipient)
{
    for (uint32_t i = 0; i < programme->place_count; i++)
        if (programme->places[i].recipient == recipient)
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

static bool is_chosen(const sel_study_programme *programme, sel_choice_of choice)
{
    return (choice.recipient == SEL_NONE || reaches(programme, choice.recipient)) &&
           (choice.donor == SEL_NONE || has_donor(programme, choice.donor));
}

static void choose_for_request(const sel_assessment *assessment, uint32_t request, sel_arena *arena,
                               sel_field *chosen)
{
    sel_fits fits = sel_match_request(assessment->study, request, arena);
    chosen->fits = sel_arena_array(arena, fits.count, sizeof *chosen->fits);
    for (uint32_t i = 0; i < fits.count; i++)
        if (assessment->records.counted[fits.list[i].programme])
            chosen->fits[chosen->count++] = &fits.list[i];
    memcpy(chosen->left_out, fits.left_out, sizeof chosen->left_out);
    /* Rows in study order, so that ties fall as the method says. */
    for (uint32_t i = 1; i < chosen->count; i++)
        for (uint32_t j = i; j > 0 && chosen->fits[j - 1]->programme > chosen->fits[j]->programme;
             j--) {
            const sel_fit *earlier = chosen->fits[j];
            chosen->fits[j] = chosen->fits[j - 1];
            chosen->fits[j - 1] = earlier;
        }
    for (uint32_t i = 0; i < chosen->count; i++)
        chosen->numbers[i] = chosen->fits[i]->programme;
}

static void name(const sel_study *study, sel_arena *arena, sel_field *chosen)
{
    chosen->names = sel_arena_array(arena, chosen->count, sizeof *chosen->names);
    chosen->titles = sel_arena_array(arena, chosen->count, sizeof *chosen->titles);
    for (uint32_t i = 0; i < chosen->count; i++) {
        chosen->names[i] = sel_study_address(study, chosen->numbers[i], arena);
        chosen->titles[i] = study->programmes[chosen->numbers[i]].title;
    }
}

sel_field sel_field_choose(const sel_context *context, const sel_assessment *assessment,
                           sel_choice_of choice, sel_arena *arena)
{
    const sel_study *study = assessment->study;
    if (sel_model_ranks_requests(&context->model))
        return sel_field_choose_requests(context, assessment, choice, arena);
    sel_field chosen = {.numbers =
                            sel_arena_array(arena, study->programme_count, sizeof(uint32_t))};
    if (choice.request != SEL_NONE) {
        choose_for_request(assessment, choice.request, arena, &chosen);
        name(study, arena, &chosen);
        return chosen;
    }
    for (uint32_t i = 0; i < study->programme_count; i++) {
        if (study->programmes[i].stated_by != SEL_NONE || !assessment->records.counted[i])
            continue;
        if (is_chosen(&study->programmes[i], choice))
            chosen.numbers[chosen.count++] = i;
        else
            chosen.others += 1;
    }
    name(study, arena, &chosen);
    return chosen;
}

/* Scores on their way into a field. */
typedef struct filling {
    const sel_model *model;
    sel_field *chosen;
    uint32_t principles; /* criteria that are not the fit to a request */
} filling;

static uint32_t count_principles(const sel_model *model)
{
    uint32_t count = 0;
    for (uint32_t j = 0; j < model->criterion_count; j++)
        count += sel_criterion_is_principle(&model->criteria[j]);
    return count;
}

/* A principle counts in rankings with what is missing at 0 and at 1: nobody gains by silence. */
static void take_score(void *to, uint32_t at, const sel_score *score)
{
    const filling *into = to;
    sel_field *chosen = into->chosen;
    uint32_t criteria = into->model->criterion_count;
    for (uint32_t j = 0; j < criteria; j++) {
        if (!sel_criterion_is_principle(&into->model->criteria[j])) {
            chosen->low[at * criteria + j] = chosen->fits[at]->low;
            chosen->high[at * criteria + j] = chosen->fits[at]->high;
            continue;
        }
        int letter = into->model->criteria[j].letter.ptr[0] - 'a';
        const sel_principle_score *principle = &score->principles[letter];
        bool nothing = principle->of == 0;
        chosen->low[at * criteria + j] = nothing ? 0 : principle->worst;
        chosen->high[at * criteria + j] = nothing ? 1 : principle->best;
        chosen->from[at] += principle->from;
        chosen->of[at] += principle->of;
        chosen->reliability[at] +=
            principle->from == 0 ? 0 : principle->reliability / into->principles;
    }
}

static void score_programmes(const sel_context *context, const sel_assessment *assessment,
                             sel_arena *arena, sel_field *chosen)
{
    sel_subject *subjects = sel_arena_array(arena, chosen->count, sizeof *subjects);
    for (uint32_t i = 0; i < chosen->count; i++)
        subjects[i] = (sel_subject){SEL_LEVEL_PROGRAMME, chosen->numbers[i]};
    filling into = {&context->model, chosen, count_principles(&context->model)};
    sel_scores_compute(&assessment->evidence, &context->model, subjects, chosen->count, take_score,
                       &into);
}

void sel_field_score(const sel_context *context, const sel_assessment *assessment,
                     sel_choice_of choice, sel_arena *arena, sel_field *chosen)
{
    size_t cells = (size_t)chosen->count * context->model.criterion_count;
    chosen->low = sel_arena_array(arena, cells, sizeof(double));
    chosen->high = sel_arena_array(arena, cells, sizeof(double));
    chosen->from = sel_arena_array(arena, chosen->count, sizeof(uint32_t));
    chosen->of = sel_arena_array(arena, chosen->count, sizeof(uint32_t));
    chosen->reliability = sel_arena_array(arena, chosen->count, sizeof(double));
    if (chosen->requests)
        sel_field_score_requests(context, assessment, choice.donor, arena, chosen);
    else
        score_programmes(context, assessment, arena, chosen);
}
