/* What of a score is told, and to whom: method, who may see what. */
#include "work/results.h"

#include "work/pooling.h"

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

/* Scores that can be shared at all. */
static bool is_shareable(const sel_score *score)
{
    return score->subject.level == SEL_LEVEL_REGION || score->subject.level == SEL_LEVEL_PORTFOLIO;
}

static bool is_small(const sel_score *score, uint32_t indicator)
{
    const sel_indicator_value *value = &score->values[indicator];
    return is_shareable(score) && value->availability == SEL_AVAILABLE &&
           value->known < COUNT_LEAST;
}

/* Without a value the counts tell of the same records. */
static bool is_of_few(const sel_assessment *assessment, const sel_score *score, uint32_t indicator,
                      sel_disclosure audience)
{
    uint32_t count;
    const sel_indicator *of = sel_indicators(&count)[indicator];
    const sel_indicator_value *value = &score->values[indicator];
    return is_shareable(score) && value->all > 0 &&
           !sel_is_pooled(assessment, of, score->subject, value, audience);
}

const char *sel_score_completeness(const sel_indicator *indicator, const sel_score *score,
                                   uint32_t number)
{
    static const struct {
        const char *id;
        const char *word;
    } rests_on_support[] = {
        {"a3", "score.at-least"}, {"b6", "score.gaps-at-most"}, {"c2", "score.at-least"}};
    if (score->subject.level == SEL_LEVEL_RESPONSE ||
        score->values[number].availability != SEL_AVAILABLE)
        return NULL;
    for (size_t i = 0; i < sizeof rests_on_support / sizeof rests_on_support[0]; i++)
        if (strcmp(rests_on_support[i].id, indicator->id) == 0)
            return rests_on_support[i].word;
    return NULL;
}

const char *sel_score_warning(const sel_assessment *assessment, const sel_score *score,
                              uint32_t indicator)
{
    if (is_small(score, indicator))
        return "score.small";
    return score->values[indicator].availability == SEL_AVAILABLE &&
                   is_of_few(assessment, score, indicator, SEL_DISCLOSURE_PUBLIC)
               ? "score.few-parties"
               : NULL;
}

const char *sel_score_wish_withholds(const sel_assessment *assessment, const sel_score_wish *wish,
                                     const sel_score *score, uint32_t indicator)
{
    if (!wish->shared)
        return NULL;
    if (is_small(score, indicator))
        return "why.withheld-small";
    return is_of_few(assessment, score, indicator, wish->audience) ? "why.withheld-few" : NULL;
}

bool sel_score_wish_withholds_principle(const sel_context *context,
                                        const sel_assessment *assessment,
                                        const sel_score_wish *wish, const sel_score *score,
                                        uint32_t principle)
{
    uint32_t count;
    const sel_indicator *const *indicators = sel_indicators(&count);
    for (uint32_t i = 0; i < count; i++)
        if (indicators[i]->principle == (char)('a' + principle) &&
            score->values[i].availability == SEL_AVAILABLE &&
            sel_indicator_counts(&context->model, indicators[i], score->subject.level) &&
            sel_score_wish_withholds(assessment, wish, score, i) != NULL)
            return true;
    return false;
}
