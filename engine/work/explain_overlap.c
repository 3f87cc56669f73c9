#include "work/explain_steps.h"
#include "work/tell.h"

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

static void explain_places(sel_explaining *e, const sel_overlap_pair *pair)
{
    const sel_study_programme *a = &e->assessment->study->programmes[pair->a];
    const sel_study_programme *b = &e->assessment->study->programmes[pair->b];
    sel_explain_step(e, 1, "explain.place-and-topic",
                     sel_explain_percent(e->arena, pair->c_low / 10, pair->c_high / 10),
                     a->equal_shares || b->equal_shares ? "explain.equal-shares" : NULL);
    for (uint32_t i = 0; i < a->place_count; i++) {
        const sel_study_place *here = &a->places[i];
        const sel_study_place *there = place_of(b, here);
        if (there == NULL)
            continue;
        sel_explain_text(
            e, 2,
            sel_str_printf(e->arena, "%.*s × %.*s",
                           SEL_STR_ARG(sel_context_recipient(e->context, here->recipient)),
                           SEL_STR_ARG(sel_context_capability(e->context, here->capability))),
            sel_str_printf(e->arena, "A %.*s, B %.*s",
                           SEL_STR_ARG(sel_explain_percent(e->arena, here->effort_low / 10,
                                                           here->effort_high / 10)),
                           SEL_STR_ARG(sel_explain_percent(e->arena, there->effort_low / 10,
                                                           there->effort_high / 10))),
            a->guessed || b->guessed ? sel_tell_word(e->context, "explain.guessed") : (sel_str){0});
    }
}

static void explain_dates(sel_explaining *e, const char *label, uint32_t programme)
{
    const sel_study_programme *of = &e->assessment->study->programmes[programme];
    sel_arena *arena = e->arena;
    sel_str text =
        of->dated ? sel_str_printf(arena, "%s … %s – %s … %s", sel_tell_day(arena, of->start_low),
                                   sel_tell_day(arena, of->start_high),
                                   sel_tell_day(arena, of->end_low - 1),
                                   sel_tell_day(arena, of->end_high - 1))
                  : sel_tell_word(e->context, "missing.dates");
    sel_explain_step(e, 2, label, text, NULL);
}

static void explain_time(sel_explaining *e, const sel_overlap_pair *pair)
{
    sel_explain_step(e, 1, "explain.time",
                     sel_explain_percent(e->arena, pair->d_low_ppm, pair->d_high_ppm),
                     "explain.time-how");
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

static void explain_settles(sel_explaining *e, const sel_overlap_pair *pair)
{
    sel_explain_step(e, 1, "explain.settles", (sel_str){0}, NULL);
    if (pair->days_low != pair->days_high)
        sel_explain_step(e, 2, "explain.settle-dates", (sel_str){0}, NULL);
    if (!pair->kinds_known)
        sel_explain_step(e, 2, "explain.settle-kinds", (sel_str){0}, NULL);
    if (!pair->for_whom_known)
        sel_explain_step(e, 2, "explain.settle-whom", (sel_str){0}, NULL);
    if (!pair->need_known)
        sel_explain_step(e, 2, "explain.settle-need", (sel_str){0}, NULL);
}

static void explain_pair(sel_explaining *e, const sel_overlap_pair *pair)
{
    static const char *const readings[] = {"reading.fits", "reading.note", "reading.watch",
                                           "reading.talk", "reading.talk-first"};
    static const char *const classes[SEL_PAIR_CLASSES] = {
        "reading.overlap",  "overlap.same",      "overlap.family", "overlap.chain",
        "overlap.cofunded", "overlap.successor", "overlap.related"};
    bool apart = pair->class != SEL_PAIR_OVERLAP;
    sel_explain_step(
        e, 0, "explain.overlap",
        sel_tell_word(e->context, apart ? classes[pair->class] : readings[pair->reading]),
        "overlap.unconfirmed");
    explain_places(e, pair);
    explain_time(e, pair);
    explain_factor(e, "explain.kinds", pair->kinds_known, pair->a_ppm);
    explain_factor(e, "explain.whom", pair->for_whom_known, pair->g_ppm);
    sel_explain_step(e, 1, "explain.overlap-score",
                     sel_explain_percent(e->arena, pair->s_low_ppm, pair->s_high_ppm),
                     "explain.overlap-score-how");
    sel_explain_step(e, 2, "explain.factors", sel_str_of(sel_tell_count(e->arena, pair->factors)),
                     NULL);
    sel_explain_step(e, 1, "explain.contained-a",
                     sel_explain_percent(e->arena, pair->t_a_low_ppm, pair->t_a_high_ppm),
                     "explain.contained-how");
    sel_explain_step(e, 1, "explain.contained-b",
                     sel_explain_percent(e->arena, pair->t_b_low_ppm, pair->t_b_high_ppm), NULL);
    sel_explain_step(e, 1, "explain.money",
                     pair->money_compared
                         ? sel_explain_range(e->arena, (double)pair->money_low / 100,
                                             (double)pair->money_high / 100)
                         : sel_tell_word(e->context, "why.money-not-compared"),
                     NULL);
    sel_explain_step(e, 1, "explain.beyond-need",
                     pair->need_known
                         ? sel_explain_percent(e->arena, pair->red_low_ppm, pair->red_high_ppm)
                         : sel_tell_word(e->context, "why.need-unknown"),
                     pair->ordinal && pair->need_known ? "explain.ordinal" : NULL);
    explain_settles(e, pair);
    sel_explain_step(e, 1, "explain.sources", (sel_str){0}, NULL);
    sel_explain_record(e, 2, pair->a);
    sel_explain_record(e, 2, pair->b);
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
