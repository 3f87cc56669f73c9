#include "work/explain_settling.h"

#include "analysis/place_share.h"
#include "base/text.h"
#include "work/tell.h"

/** Both sides of a pair. */
typedef struct sides {
    const sel_study_programme *a;
    const sel_study_programme *b;
} sides;

/* "A", "B" or "A, B". */
static sel_str whose(bool a, bool b)
{
    return a && b ? SEL_STR("A, B") : a ? SEL_STR("A") : SEL_STR("B");
}

static void add_date(const sel_explaining *e, sel_text *text, const char *side, const char *which)
{
    sel_str word = sel_tell_word(e->context, which);
    sel_text_printf(text, "%s%s: %.*s", text->len == 0 ? "" : " · ", side, SEL_STR_ARG(word));
}

static void add_dates(const sel_explaining *e, sel_text *text, const char *side,
                      const sel_study_programme *of)
{
    if (!of->dated || of->start_low != of->start_high)
        add_date(e, text, side, "differ.start");
    if (!of->dated || of->end_low != of->end_high)
        add_date(e, text, side, "differ.end");
}

/* Both dates known, the score is one number in its present range. */
static void settle_dates(sel_explaining *e, const sel_overlap_pair *pair, const sides *of)
{
    sel_text text = {.arena = e->arena};
    add_dates(e, &text, "A", of->a);
    add_dates(e, &text, "B", of->b);
    if (text.len == 0)
        return;
    bool moves = pair->s_low_ppm != pair->s_high_ppm && of->a->dated && of->b->dated;
    sel_explain_text(
        e, 2, sel_tell_word(e->context, "explain.settle-dates"), sel_text_str(&text),
        moves ? sel_say(e->arena, &e->context->words, "explain.settle-range", "range",
                        sel_tell_text(e->arena, sel_explain_percent(e->arena, pair->s_low_ppm,
                                                                    pair->s_high_ppm)),
                        NULL)
              : (sel_str){0});
}

/* A factor that is not known multiplies the score by something between its floor and 1. */
static void settle_factor(sel_explaining *e, const char *label, bool a, bool b)
{
    enum { PPM_PER_BASIS_POINT = 100 };
    uint32_t floor = e->assessment->study->model->overlap_likeness_floor_bp * PPM_PER_BASIS_POINT;
    sel_str range = sel_explain_percent(e->arena, floor, SEL_PPM);
    if (a || b)
        sel_explain_text(e, 2, sel_tell_word(e->context, label), whose(a, b),
                         sel_say(e->arena, &e->context->words, "explain.settle-factor", "range",
                                 sel_tell_text(e->arena, range), NULL));
}

static bool is_shallow(const sel_study_programme *of)
{
    for (uint32_t i = 0; i < of->place_count; i++)
        if (of->places[i].effort_low != of->places[i].effort_high)
            return true;
    return false;
}

static void settle_sides(sel_explaining *e, const char *label, bool a, bool b)
{
    if (a || b)
        sel_explain_step(e, 2, label, whose(a, b), NULL);
}

/* Recipients of common places whose need nobody stated, each once. */
static void settle_need(sel_explaining *e, const sides *of)
{
    sel_text names = {.arena = e->arena};
    uint32_t last = SEL_NONE;
    for (uint32_t i = 0, j = 0; sel_place_next_common(of->a, of->b, &i, &j); i++, j++) {
        const sel_study_place *here = &of->a->places[i];
        const sel_need *need =
            sel_needs_find(&e->assessment->needs, here->recipient, here->capability);
        if ((need != NULL && sel_need_is_known(need)) || here->recipient == last)
            continue;
        last = here->recipient;
        sel_text_printf(&names, "%s%.*s", names.len == 0 ? "" : ", ",
                        SEL_STR_ARG(sel_context_recipient(e->context, last)));
    }
    if (names.len > 0)
        sel_explain_step(e, 2, "explain.settle-need", sel_text_str(&names), NULL);
}

void sel_explain_settling(sel_explaining *e, const sel_overlap_pair *pair)
{
    const sel_study_programme *programmes = e->assessment->study->programmes;
    const sides of = {&programmes[pair->a], &programmes[pair->b]};
    uint32_t before = e->explanation->count;
    sel_explain_step(e, 1, "explain.settles", (sel_str){0}, NULL);
    settle_dates(e, pair, &of);
    settle_factor(e, "explain.settle-kinds", of.a->kinds == 0, of.b->kinds == 0);
    settle_factor(e, "explain.settle-whom", of.a->for_whom == 0, of.b->for_whom == 0);
    settle_sides(e, "explain.settle-shares", of.a->equal_shares, of.b->equal_shares);
    settle_sides(e, "explain.settle-capability", of.a->guessed, of.b->guessed);
    settle_sides(e, "explain.settle-depth", is_shallow(of.a), is_shallow(of.b));
    settle_need(e, &of);
    if (e->explanation->count == before + 1)
        e->explanation->steps[before].value = sel_tell_word(e->context, "explain.settled");
}
