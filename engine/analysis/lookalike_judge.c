#include "analysis/lookalike_judge.h"

#include "analysis/place_share.h"
#include "analysis/span.h"

enum { SHARED_PERCENT = 70, MONTH_DAYS = 31, PROJECT_RECIPIENTS = 3 };

/* Two records that are being judged. */
typedef struct judged_pair {
    sel_judge *judge;
    uint32_t number[2];
    const sel_study_programme *a;
    const sel_study_programme *b;
} judged_pair;

sel_judge sel_judge_open(const sel_study *study, const sel_rarity *rarity)
{
    sel_judge judge = {.study = study, .rarity = rarity, .arena = sel_arena_create()};
    judge.titles = sel_arena_array(judge.arena, study->programme_count, sizeof *judge.titles);
    return judge;
}

void sel_judge_close(sel_judge *judge)
{
    sel_arena_destroy(judge->arena);
}

static const sel_title *title_at(sel_judge *judge, uint32_t programme)
{
    if (judge->titles[programme] == NULL) {
        sel_title *title = sel_arena_array(judge->arena, 1, sizeof *title);
        *title = sel_title_read(judge->study->programmes[programme].title, judge->arena);
        judge->titles[programme] = title;
    }
    return judge->titles[programme];
}

static bool titles_alike(const judged_pair *p)
{
    const sel_title *x = title_at(p->judge, p->number[0]);
    const sel_title *y = title_at(p->judge, p->number[1]);
    return sel_title_may_be_alike(&x->sketch, &y->sketch, SEL_WEIGH_TITLE_ALIKE_PPM) &&
           sel_title_likeness_ppm(x, y) >= SEL_WEIGH_TITLE_ALIKE_PPM;
}

static bool same_numbers(const judged_pair *p)
{
    sel_title_numbers numbers = sel_title_compare_numbers(title_at(p->judge, p->number[0]),
                                                          title_at(p->judge, p->number[1]));
    return numbers == SEL_NUMBERS_NONE || numbers == SEL_NUMBERS_SAME;
}

static bool within(sel_day a, sel_day b, int32_t days)
{
    return a - b <= days && b - a <= days;
}

static bool starts_agree(const sel_study_programme *a, const sel_study_programme *b)
{
    return within(a->start_low, b->start_low, SEL_NEAR_START_DAYS) &&
           within(a->start_high, b->start_high, SEL_NEAR_START_DAYS);
}

static bool ends_agree(const sel_study_programme *a, const sel_study_programme *b)
{
    return within(a->end_low, b->end_low, SEL_NEAR_END_DAYS) &&
           within(a->end_high, b->end_high, SEL_NEAR_END_DAYS);
}

/* At least half of the longer one's days in common. */
static bool share_time(const sel_study_programme *a, const sel_study_programme *b)
{
    sel_span x = sel_span_of(a);
    sel_span y = sel_span_of(b);
    int32_t longer =
        sel_span_longest(&x) > sel_span_longest(&y) ? sel_span_longest(&x) : sel_span_longest(&y);
    return sel_span_days_high(&x, &y) * 2 >= longer;
}

static bool have_common_parent(const sel_study_programme *a, const sel_study_programme *b)
{
    for (uint32_t i = 0; i < a->link_count; i++)
        for (uint32_t j = 0; j < b->link_count; j++)
            if (a->links[i].kind == SEL_LINK_PARENT && b->links[j].kind == SEL_LINK_PARENT &&
                a->links[i].other == b->links[j].other)
                return true;
    return false;
}

/* Whether the registers say themselves what the two are to each other. */
static bool declared_apart(const judged_pair *p)
{
    const sel_study *study = p->judge->study;
    return sel_study_link_between(study, p->number[0], p->number[1]) != NULL ||
           sel_study_link_between(study, p->number[1], p->number[0]) != NULL ||
           have_common_parent(p->a, p->b);
}

/* All of meeting by structure but what stands in titles. */
static bool have_one_structure(const judged_pair *p)
{
    return p->a->dated && p->b->dated && starts_agree(p->a, p->b) && share_time(p->a, p->b) &&
           !sel_parties_exclude(p->a, p->b) &&
           sel_place_share_reaches(p->a, p->b, SHARED_PERCENT) &&
           (ends_agree(p->a, p->b) ||
            (sel_study_same_recipients(p->a, p->b) && sel_study_share_donor(p->a, p->b)));
}

bool sel_dates_are_imprecise(const sel_study_programme *programme)
{
    return !programme->dated || programme->start_high - programme->start_low > MONTH_DAYS ||
           programme->end_high - programme->end_low > MONTH_DAYS;
}

static bool may_meet(const sel_study_programme *a, const sel_study_programme *b)
{
    if (!a->dated || !b->dated)
        return true;
    sel_span x = sel_span_of(a);
    sel_span y = sel_span_of(b);
    return sel_span_days_high(&x, &y) > 0;
}

static bool have_one_scope(const judged_pair *p)
{
    return (sel_dates_are_imprecise(p->a) || sel_dates_are_imprecise(p->b)) &&
           p->a->place_count > 0 && p->b->place_count > 0 && may_meet(p->a, p->b) &&
           sel_study_share_donor(p->a, p->b) && sel_study_same_recipients(p->a, p->b) &&
           titles_alike(p) && same_numbers(p);
}

/* One project whatever its dates: ends move when projects are prolonged, and some sources give
 * years only. The titles are alike, the recipients the same and a donor is in common. */
static bool is_one_project(const judged_pair *p)
{
    const sel_study_programme *a = p->a;
    const sel_study_programme *b = p->b;
    return a->dated && b->dated && a->start_low <= b->start_high + SEL_NEAR_START_DAYS &&
           b->start_low <= a->start_high + SEL_NEAR_START_DAYS &&
           sel_place_recipients(a) >= PROJECT_RECIPIENTS && sel_parties_implement(a, b) == 1 &&
           same_numbers(p);
}

static bool found(const sel_resemblance *r, sel_trait trait, sel_finding_of_pair finding)
{
    return r->traits[trait].found == finding;
}

/* Whether something says that two are one which neither dates nor parties nor places say. */
static bool is_told_otherwise(const sel_resemblance *r)
{
    return found(r, SEL_TRAIT_SIGNS, SEL_FOUND_SIGNS) || found(r, SEL_TRAIT_ID, SEL_FOUND_ID) ||
           found(r, SEL_TRAIT_MONEY, SEL_FOUND_MONEY_SAME);
}

/* Why a pair waits that would be joined by its sum; NULL when nothing holds it back. */
static const char *held_by(const judged_pair *p, const sel_resemblance *r)
{
    bool strong = r->sum >= SEL_STRONG_SUM;
    bool unlike = found(r, SEL_TRAIT_TITLE, SEL_FOUND_TITLE_UNLIKE) ||
                  found(r, SEL_TRAIT_TITLE, SEL_FOUND_TITLE_OTHER);
    bool untold = found(r, SEL_TRAIT_TITLE, SEL_FOUND_NOTHING) ||
                  found(r, SEL_TRAIT_TITLE, SEL_FOUND_TITLE_FOREIGN);
    if (found(r, SEL_TRAIT_NUMBERS, SEL_FOUND_NUMBERS_OTHER))
        return "numbers-differ";
    if (found(r, SEL_TRAIT_IMPLEMENTER, SEL_FOUND_IMPLEMENTER_OTHER))
        return "implementers-differ";
    if (found(r, SEL_TRAIT_REGISTER, SEL_FOUND_ONE_REGISTER))
        return "one-register";
    if (unlike)
        return "titles-differ";
    if (!sel_study_share_donor(p->a, p->b) && sel_parties_implement(p->a, p->b) != 1)
        return "parties-unknown";
    if (found(r, SEL_TRAIT_DONOR, SEL_FOUND_DONOR_OTHER) && !strong)
        return "donors-differ";
    if (untold && !(strong && is_told_otherwise(r)))
        return "titles-unknown";
    return r->sum < SEL_SAME_SUM ? "unsure" : NULL;
}

static sel_judgement decide(const judged_pair *p, bool structure, const sel_resemblance *r)
{
    if (r->sum < SEL_REVIEW_SUM)
        return (sel_judgement){SEL_DIFFERENT, NULL, r->sum};
    const char *dates = !structure ? "dates" : ends_agree(p->a, p->b) ? NULL : "ends-differ";
    if (dates != NULL && !is_one_project(p))
        return (sel_judgement){SEL_PERHAPS_SAME, dates, r->sum};
    const char *held = held_by(p, r);
    if (held != NULL)
        return (sel_judgement){SEL_PERHAPS_SAME, held, r->sum};
    return (sel_judgement){SEL_SAME, dates == NULL ? "structure" : dates, r->sum};
}

sel_judgement sel_judge_pair(sel_judge *judge, uint32_t a, uint32_t b)
{
    const sel_study_programme *programmes = judge->study->programmes;
    const judged_pair p = {judge, {a, b}, &programmes[a], &programmes[b]};
    const sel_judgement different = {.likeness = SEL_DIFFERENT};
    bool structure = have_one_structure(&p);
    if ((!structure && !have_one_scope(&p)) || declared_apart(&p))
        return different;
    sel_resemblance r = sel_resemblance_of_structure(judge->rarity, p.a, p.b);
    if (r.sum + SEL_WEIGH_TEXT_MOST < SEL_REVIEW_SUM)
        return (sel_judgement){SEL_DIFFERENT, NULL, r.sum};
    if (structure && !ends_agree(p.a, p.b) && !titles_alike(&p)) {
        structure = false;
        if (!have_one_scope(&p))
            return different;
    }
    sel_resemblance_add_text(judge->rarity, p.a, p.b, title_at(judge, a), title_at(judge, b), &r);
    return decide(&p, structure, &r);
}
