#include "analysis/place_share.h"
#include "base/number.h"
#include "base/text.h"
#include "work/explain_likeness.h"
#include "work/explain_settling.h"
#include "work/tell.h"
#include "work/tell_pairs.h"

static sel_str days_text(sel_arena *arena, int32_t low, int32_t high)
{
    return low == high ? sel_str_printf(arena, "%d", low)
                       : sel_str_printf(arena, "%d - %d", low, high);
}

static const sel_study_place *place_of(const sel_study_programme *programme,
                                       const sel_study_place *like)
{
    for (uint32_t i = 0; i < programme->place_count; i++)
        if (programme->places[i].recipient == like->recipient &&
            programme->places[i].capability == like->capability)
            return &programme->places[i];
    return NULL;
}

static sel_str place_name(const sel_explaining *e, const sel_study_place *place)
{
    return sel_str_printf(e->arena, "%.*s × %.*s",
                          SEL_STR_ARG(sel_context_recipient(e->context, place->recipient)),
                          SEL_STR_ARG(sel_context_capability(e->context, place->capability)));
}

/* The first places that only one of them has, and how many more there are. */
static void explain_alone(sel_explaining *e, const char *label, uint32_t programme, uint32_t other)
{
    enum { NAMED = 6 };
    const sel_study_programme *of = &e->assessment->study->programmes[programme];
    const sel_study_programme *with = &e->assessment->study->programmes[other];
    sel_text names = {.arena = e->arena};
    uint32_t count = 0;
    for (uint32_t i = 0; i < of->place_count; i++) {
        if (place_of(with, &of->places[i]) != NULL)
            continue;
        if (count++ < NAMED)
            sel_text_printf(&names, "%s%.*s", names.len == 0 ? "" : ", ",
                            SEL_STR_ARG(place_name(e, &of->places[i])));
    }
    if (count > NAMED)
        sel_text_printf(&names, ", … (+%u)", count - NAMED);
    if (count > 0)
        sel_explain_step(e, 2, label, sel_text_str(&names), NULL);
}

static void explain_place(sel_explaining *e, const sel_study_place *here,
                          const sel_study_place *there, bool guessed)
{
    sel_str a = sel_explain_percent(e->arena, here->effort_low / 10, here->effort_high / 10);
    sel_str b = sel_explain_percent(e->arena, there->effort_low / 10, there->effort_high / 10);
    sel_explain_text(e, 2, place_name(e, here),
                     sel_str_printf(e->arena, "A %.*s, B %.*s", SEL_STR_ARG(a), SEL_STR_ARG(b)),
                     guessed ? sel_tell_word(e->context, "explain.guessed") : (sel_str){0});
}

static void explain_places(sel_explaining *e, const sel_overlap_pair *pair)
{
    const sel_study_programme *a = &e->assessment->study->programmes[pair->a];
    const sel_study_programme *b = &e->assessment->study->programmes[pair->b];
    sel_explain_step(e, 1, "explain.place-and-topic",
                     sel_explain_percent(e->arena, pair->c_low / 10, pair->c_high / 10),
                     a->equal_shares || b->equal_shares ? "explain.equal-shares" : NULL);
    for (uint32_t i = 0, j = 0; sel_place_next_common(a, b, &i, &j); i++, j++)
        explain_place(e, &a->places[i], &b->places[j], a->guessed || b->guessed);
    explain_alone(e, "explain.only-a", pair->a, pair->b);
    explain_alone(e, "explain.only-b", pair->b, pair->a);
}

/* "2017-01-01 … 2017-12-31" for a year; one day where it is known. */
static const char *bounds_text(sel_arena *arena, sel_day low, sel_day high)
{
    if (low == high)
        return sel_tell_day(arena, low);
    return sel_str_printf(arena, "%s … %s", sel_tell_day(arena, low), sel_tell_day(arena, high))
        .ptr;
}

/* Why the end of a record is between bounds: what its status vouches for. */
static sel_str open_end_text(const sel_explaining *e, const sel_study_programme *of)
{
    if (!of->dated || (of->given & SEL_GIVEN_END) != 0 || of->status == SEL_STATUS_UNKNOWN)
        return (sel_str){0};
    const sel_words *words = &e->context->words;
    const char *status = sel_programme_status_code(of->status);
    if (!of->updated.known)
        return sel_say(e->arena, words, "explain.no-end", "status", status, NULL);
    return sel_say(e->arena, words, "explain.no-end-updated", "status", status, "day",
                   bounds_text(e->arena, of->updated.earliest, of->updated.latest), NULL);
}

static void explain_dates(sel_explaining *e, const char *label, uint32_t programme)
{
    const sel_study_programme *of = &e->assessment->study->programmes[programme];
    sel_arena *arena = e->arena;
    sel_str text = of->dated ? sel_str_printf(arena, "%s – %s",
                                              bounds_text(arena, of->start_low, of->start_high),
                                              bounds_text(arena, of->end_low - 1, of->end_high - 1))
                             : sel_tell_word(e->context, "missing.dates");
    sel_explain_text(e, 2, sel_tell_word(e->context, label), text, open_end_text(e, of));
}

static void explain_time(sel_explaining *e, const sel_overlap_pair *pair)
{
    const sel_study *study = e->assessment->study;
    sel_overlap_terms terms = sel_overlap_terms_of(study, pair->a, pair->b);
    sel_explain_text(e, 1, sel_tell_word(e->context, "explain.time"),
                     sel_explain_percent(e->arena, pair->d_low_ppm, pair->d_high_ppm),
                     sel_say(e->arena, &e->context->words, "explain.time-how", "length",
                             sel_tell_count(e->arena, (uint64_t)terms.length), "floor",
                             sel_tell_count(e->arena, study->model->overlap_floor_days), NULL));
    sel_explain_step(e, 2, "explain.days", days_text(e->arena, pair->days_low, pair->days_high),
                     NULL);
    explain_dates(e, "explain.dates-a", pair->a);
    explain_dates(e, "explain.dates-b", pair->b);
}

static void explain_factor(sel_explaining *e, const char *label, bool known, uint32_t ppm)
{
    sel_explain_step(e, 1, label,
                     known ? sel_explain_percent(e->arena, ppm, ppm)
                           : sel_tell_word(e->context, "why.not-said-by-both"),
                     NULL);
}

/* "75 % × 71.63 %": the factors that both sides state. */
static sel_str product(const sel_explaining *e, const sel_overlap_pair *pair, bool high)
{
    uint32_t c = (high ? pair->c_high : pair->c_low) / 10;
    uint32_t d = high ? pair->d_high_ppm : pair->d_low_ppm;
    sel_text text = {.arena = e->arena};
    sel_text_printf(&text, "%.*s × %.*s", SEL_STR_ARG(sel_explain_percent(e->arena, c, c)),
                    SEL_STR_ARG(sel_explain_percent(e->arena, d, d)));
    if (pair->kinds_known)
        sel_text_printf(&text, " × %.*s",
                        SEL_STR_ARG(sel_explain_percent(e->arena, pair->a_ppm, pair->a_ppm)));
    if (pair->for_whom_known)
        sel_text_printf(&text, " × %.*s",
                        SEL_STR_ARG(sel_explain_percent(e->arena, pair->g_ppm, pair->g_ppm)));
    return sel_text_str(&text);
}

static void explain_score(sel_explaining *e, const sel_overlap_pair *pair)
{
    sel_explain_step(e, 1, "explain.overlap-score",
                     sel_explain_percent(e->arena, pair->s_low_ppm, pair->s_high_ppm),
                     "explain.overlap-score-how");
    if (pair->s_low_ppm != pair->s_high_ppm)
        sel_explain_step(e, 2, "explain.at-least", product(e, pair, false), NULL);
    sel_explain_step(e, 2,
                     pair->s_low_ppm != pair->s_high_ppm ? "explain.at-most" : "explain.product",
                     product(e, pair, true), NULL);
    sel_explain_step(e, 2, "explain.factors", sel_str_of(sel_tell_count(e->arena, pair->factors)),
                     NULL);
    sel_explain_step(e, 1, "explain.contained-a",
                     sel_explain_percent(e->arena, pair->t_a_low_ppm, pair->t_a_high_ppm),
                     "explain.contained-how");
    sel_explain_step(e, 1, "explain.contained-b",
                     sel_explain_percent(e->arena, pair->t_b_low_ppm, pair->t_b_high_ppm), NULL);
}

/* E/b: the part of an amount that lies beside the other's; ends that are furthest apart. */
static sel_str side_by_side(const sel_explaining *e, const sel_overlap_pair *pair,
                            const sel_study_programme *of)
{
    if (!pair->money_compared || of->money_low <= 0)
        return (sel_str){0};
    double low = (double)pair->money_low / (double)of->money_high;
    double high = (double)pair->money_high / (double)of->money_low;
    high = high > 1 ? 1 : high;
    sel_str share =
        sel_explain_percent(e->arena, (uint32_t)(low * SEL_PPM), (uint32_t)(high * SEL_PPM));
    return sel_say(e->arena, &e->context->words, "explain.side-by-side", "share",
                   sel_tell_text(e->arena, share), NULL);
}

static void explain_amount(sel_explaining *e, const char *label, const sel_overlap_pair *pair,
                           uint32_t programme)
{
    const sel_study_programme *of = &e->assessment->study->programmes[programme];
    sel_str amount = of->money_known ? sel_explain_range(e->arena, (double)of->money_low / 100,
                                                         (double)of->money_high / 100)
                                     : sel_tell_word(e->context, "why.no-amount");
    sel_explain_text(e, 2, sel_tell_word(e->context, label), amount, side_by_side(e, pair, of));
}

static void explain_money(sel_explaining *e, const sel_overlap_pair *pair)
{
    sel_explain_step(e, 1, "explain.money",
                     pair->money_compared
                         ? sel_explain_range(e->arena, (double)pair->money_low / 100,
                                             (double)pair->money_high / 100)
                         : sel_tell_word(e->context, "why.money-not-compared"),
                     NULL);
    explain_amount(e, "explain.dates-a", pair, pair->a);
    explain_amount(e, "explain.dates-b", pair, pair->b);
}

/* K at one end. */
static uint32_t concern(const sel_overlap_pair *pair, bool high)
{
    uint64_t strength = high ? pair->s_high_ppm : pair->s_low_ppm;
    uint64_t a = high ? pair->t_a_high_ppm : pair->t_a_low_ppm;
    uint64_t b = high ? pair->t_b_high_ppm : pair->t_b_low_ppm;
    strength = a > strength ? a : strength;
    strength = b > strength ? b : strength;
    return (uint32_t)(strength * (high ? pair->red_high_ppm : pair->red_low_ppm) / SEL_PPM);
}

static void explain_need(sel_explaining *e, const sel_overlap_pair *pair)
{
    sel_explain_step(e, 1, "explain.beyond-need",
                     pair->need_known
                         ? sel_explain_percent(e->arena, pair->red_low_ppm, pair->red_high_ppm)
                         : sel_tell_word(e->context, "why.need-unknown"),
                     pair->ordinal && pair->need_known ? "explain.ordinal" : NULL);
    if (!pair->need_unknown)
        sel_explain_step(e, 2, "explain.concern",
                         sel_explain_percent(e->arena, concern(pair, false), concern(pair, true)),
                         "explain.concern-how");
    if (pair->need_known && pair->unknown_ppm > 0)
        sel_explain_step(e, 2, "explain.need-unknown-share",
                         sel_explain_percent(e->arena, pair->unknown_ppm, pair->unknown_ppm), NULL);
    if (pair->coordination_keys > 0)
        sel_explain_step(e, 1, "explain.coordination",
                         sel_str_of(sel_tell_count(e->arena, pair->coordination_keys)),
                         "explain.coordination-how");
    if (pair->same_implementer)
        sel_explain_step(e, 1, "explain.same-implementer", (sel_str){0}, "explain.double-funding");
}

static void explain_replies(sel_explaining *e, const sel_overlap_pair *pair)
{
    const sel_pair_replies *replies = &e->assessment->replies;
    uint32_t a = pair->a < pair->b ? pair->a : pair->b;
    uint32_t b = pair->a < pair->b ? pair->b : pair->a;
    sel_reply_state state = sel_reply_state_of(replies, e->assessment->study, a, b);
    sel_explain_step(e, 1, "explain.replies", sel_tell_reply_state(e->context, state),
                     state == SEL_STATE_CONFIRMED ? NULL : "explain.unconfirmed");
    uint32_t count;
    const sel_pair_reply *list = sel_replies_about(replies, a, b, &count);
    for (uint32_t i = 0; i < count; i++)
        sel_explain_text(e, 2, sel_str_of(sel_tell_day(e->arena, list[i].on)),
                         sel_tell_reply(e->context, &list[i], e->arena), (sel_str){0});
}

/* Who does what the pair is about, and what it is called. */
static void explain_side(sel_explaining *e, const char *label, uint32_t programme)
{
    const sel_study *study = e->assessment->study;
    const sel_study_programme *of = &study->programmes[programme];
    sel_text runners = {.arena = e->arena};
    for (uint32_t i = 0; i < of->party_count; i++)
        if (of->parties[i].role == SEL_ROLE_IMPLEMENTING)
            sel_text_printf(&runners, "%s%.*s", runners.len == 0 ? "" : ", ",
                            SEL_STR_ARG(study->organisations[of->parties[i].organisation].name));
    sel_explain_step(e, 1, label, of->title, NULL);
    sel_explain_step(e, 2, "explain.paid-by", sel_tell_donors(study, programme, e->arena), NULL);
    if (runners.len > 0)
        sel_explain_step(e, 2, "explain.run-by", sel_text_str(&runners), NULL);
}

static void explain_sources(sel_explaining *e, const sel_overlap_pair *pair)
{
    const sel_model *model = e->assessment->study->model;
    sel_explain_step(e, 1, "explain.sources", (sel_str){0}, NULL);
    sel_explain_record(e, 2, pair->a);
    sel_explain_record(e, 2, pair->b);
    sel_explain_text(e, 1, sel_tell_word(e->context, "explain.method"),
                     sel_str_printf(e->arena, "overlap-1; %.*s %.*s", SEL_STR_ARG(model->id),
                                    SEL_STR_ARG(model->version)),
                     (sel_str){0});
}

/* The recipients where both work, each once. */
static sel_str common_recipients(const sel_explaining *e, const sel_overlap_pair *pair)
{
    const sel_study_programme *a = &e->assessment->study->programmes[pair->a];
    const sel_study_programme *b = &e->assessment->study->programmes[pair->b];
    sel_text names = {.arena = e->arena};
    uint32_t last = SEL_NONE;
    for (uint32_t i = 0, j = 0; sel_place_next_common(a, b, &i, &j); i++, j++) {
        if (a->places[i].recipient == last)
            continue;
        last = a->places[i].recipient;
        sel_text_printf(&names, "%s%.*s", names.len == 0 ? "" : ", ",
                        SEL_STR_ARG(sel_context_recipient(e->context, last)));
    }
    return sel_text_str(&names);
}

static uint32_t strength_of(const sel_overlap_pair *pair)
{
    uint32_t strength = pair->s_high_ppm;
    strength = pair->t_a_high_ppm > strength ? pair->t_a_high_ppm : strength;
    return pair->t_b_high_ppm > strength ? pair->t_b_high_ppm : strength;
}

/* The reading, and in a sentence what it comes to. */
static void explain_reading(sel_explaining *e, const sel_overlap_pair *pair)
{
    enum { PPM_PER_BASIS_POINT = 100, PER_CENT = 100 };
    static const char *const classes[SEL_PAIR_CLASSES] = {
        "reading.overlap",  "overlap.same",      "overlap.family", "overlap.chain",
        "overlap.cofunded", "overlap.successor", "overlap.related"};
    uint32_t threshold = e->assessment->study->model->overlap_threshold_bp;
    if (pair->class != SEL_PAIR_OVERLAP) {
        sel_explain_step(e, 0, "explain.overlap", sel_tell_word(e->context, classes[pair->class]),
                         NULL);
        return;
    }
    bool below = strength_of(pair) < threshold * PPM_PER_BASIS_POINT;
    sel_str reading = below ? sel_tell_word(e->context, "reading.below")
                            : sel_tell_pair_reading(e->context, pair, e->arena);
    char least[SEL_NUMBER_ROOM];
    sel_number_text((double)threshold / PER_CENT, least);
    const char *sentence = below           ? "explain.stays-below"
                           : pair->certain ? "explain.surely-alike"
                                           : "explain.perhaps-alike";
    sel_explain_text(e, 0, sel_tell_word(e->context, "explain.overlap"), reading,
                     sel_say(e->arena, &e->context->words, sentence, "recipients",
                             sel_tell_text(e->arena, common_recipients(e, pair)), "threshold",
                             least, NULL));
}

static void explain_pair(sel_explaining *e, const sel_overlap_pair *pair)
{
    explain_reading(e, pair);
    explain_side(e, "explain.dates-a", pair->a);
    explain_side(e, "explain.dates-b", pair->b);
    explain_places(e, pair);
    explain_time(e, pair);
    explain_factor(e, "explain.kinds", pair->kinds_known, pair->a_ppm);
    explain_factor(e, "explain.whom", pair->for_whom_known, pair->g_ppm);
    explain_score(e, pair);
    explain_money(e, pair);
    explain_need(e, pair);
    sel_explain_likeness(e, pair->a, pair->b);
    if (pair->class == SEL_PAIR_OVERLAP) {
        sel_explain_settling(e, pair);
        explain_replies(e, pair);
    }
    explain_sources(e, pair);
}

sel_status sel_explain_overlap(const sel_context *context, const sel_assessment *assessment,
                               sel_store *store, sel_str a, sel_str b, sel_arena *arena,
                               sel_explanation *explanation, sel_error *err)
{
    *explanation = (sel_explanation){
        .address = sel_str_printf(arena, "overlap %.*s %.*s", SEL_STR_ARG(a), SEL_STR_ARG(b))};
    sel_explaining e = {context, assessment, store, arena, explanation, err};
    uint32_t first = sel_study_programme_find(assessment->study, a);
    uint32_t second = sel_study_programme_find(assessment->study, b);
    if (first == SEL_NONE || second == SEL_NONE || first == second)
        return sel_fail(err, SEL_NOT_FOUND,
                        "give the addresses of two programmes, REGISTER:ID; see 'selaras list "
                        "programmes'");
    if (first > second) {
        uint32_t swap = first;
        first = second;
        second = swap;
    }
    sel_overlap_pair pair =
        sel_overlap_of(assessment->study, &assessment->needs, &assessment->supplies,
                       &assessment->records, first, second);
    explanation->title = sel_str_printf(arena, "%.*s / %.*s",
                                        SEL_STR_ARG(assessment->study->programmes[first].title),
                                        SEL_STR_ARG(assessment->study->programmes[second].title));
    explain_pair(&e, &pair);
    return SEL_OK;
}
