/* What of a score is told, and to whom: method, who may see what. */
#include "work/results.h"

/** Below, a number says too much about those it counts; and fewer states or donors than that can be
 *  told apart. */
enum { COUNT_LEAST = 5, STATES_LEAST = 3 };

sel_score_wish sel_score_wish_all(sel_subject subject)
{
    return (sel_score_wish){.subject = subject, .principle = SEL_NONE, .indicator = SEL_NONE};
}

static bool is_wanted(const sel_score_wish *wish, uint32_t number)
{
    uint32_t count;
    const sel_indicator *indicator = sel_indicators(&count)[number];
    if (wish->indicator != SEL_NONE)
        return wish->indicator == number;
    return wish->principle == SEL_NONE || indicator->principle == (char)('a' + wish->principle);
}

bool sel_score_wish_reads_overlap(const sel_score_wish *wish)
{
    uint32_t count;
    const sel_indicator *const *indicators = sel_indicators(&count);
    for (uint32_t i = 0; i < count; i++)
        if (indicators[i]->principle == 'b' && is_wanted(wish, i))
            return true;
    return false;
}

sel_status sel_score_wish_check(const sel_assessment *assessment, const sel_score_wish *wish,
                                sel_error *err)
{
    const uint32_t *members;
    const sel_geography *geography = &assessment->study->reference->geography;
    bool many =
        wish->subject.level == SEL_LEVEL_PORTFOLIO ||
        (wish->subject.level == SEL_LEVEL_REGION &&
         sel_geography_area_members(geography, wish->subject.number, &members) >= STATES_LEAST);
    if (!wish->shared || many)
        return SEL_OK;
    return sel_fail(err, SEL_USAGE,
                    "this score tells of fewer than three states or donors: it is for the "
                    "secretariat only; the portfolio and regions of three states can be shared");
}

sel_score sel_score_wished(const sel_context *context, const sel_assessment *assessment,
                           const sel_score_wish *wish)
{
    uint32_t count;
    sel_indicators(&count);
    bool *wanted = sel_arena_array(assessment->arena, count, sizeof *wanted);
    for (uint32_t i = 0; i < count; i++)
        wanted[i] = is_wanted(wish, i);
    return sel_score_compute_wanted(&assessment->evidence, &context->model, wish->subject, wanted);
}

bool sel_score_wish_tells(const sel_score_wish *wish, const sel_score *score, uint32_t indicator)
{
    return is_wanted(wish, indicator) && score->values[indicator].availability != SEL_NOT_DEFINED;
}

bool sel_score_is_small(const sel_score *score, uint32_t indicator)
{
    const sel_indicator_value *value = &score->values[indicator];
    bool shareable =
        score->subject.level == SEL_LEVEL_REGION || score->subject.level == SEL_LEVEL_PORTFOLIO;
    return shareable && value->availability == SEL_AVAILABLE && value->known < COUNT_LEAST;
}

bool sel_score_wish_withholds(const sel_score_wish *wish, const sel_score *score,
                              uint32_t indicator)
{
    return wish->shared && sel_score_is_small(score, indicator);
}

bool sel_score_wish_withholds_principle(const sel_context *context, const sel_score_wish *wish,
                                        const sel_score *score, uint32_t principle)
{
    uint32_t count;
    const sel_indicator *const *indicators = sel_indicators(&count);
    for (uint32_t i = 0; i < count; i++)
        if (indicators[i]->principle == (char)('a' + principle) &&
            sel_indicator_counts(&context->model, indicators[i], score->subject.level) &&
            sel_score_wish_withholds(wish, score, i))
            return true;
    return false;
}
