#include "analysis/matching.h"

#include "base/number.h"

/* The share of a programme from which a capability counts as covered: a fifth. */
enum { COVERING = SEL_EFFORT_WHOLE / 5 };

static double clamp(double value)
{
    return value < 0 ? 0 : value > 1 ? 1 : value;
}

static sel_day later(sel_day a, sel_day b)
{
    return a > b ? a : b;
}

static sel_day earlier(sel_day a, sel_day b)
{
    return a < b ? a : b;
}

/* The programme's share on the capability, wherever it is. Effort is depth times share; depth is a
 * factor of its own here. */
static sel_fit_factor fit_capability(const sel_study_programme *programme, uint32_t capability)
{
    uint64_t low = 0;
    uint64_t high = 0;
    for (uint32_t i = 0; i < programme->place_count; i++) {
        const sel_study_place *place = &programme->places[i];
        if (place->capability != capability)
            continue;
        low += (uint64_t)place->effort_low * 10 / place->depth_low;
        high += (uint64_t)place->effort_high * 10 / place->depth_high;
    }
    return (sel_fit_factor){clamp((double)low / COVERING), clamp((double)high / COVERING)};
}

/* How deep the deepest link to the recipient is. */
static sel_fit_factor fit_recipient(const sel_study_programme *programme, uint32_t recipient)
{
    sel_fit_factor fit = {0, 0};
    for (uint32_t i = 0; i < programme->place_count; i++) {
        const sel_study_place *place = &programme->places[i];
        if (place->recipient != recipient)
            continue;
        double low = place->depth_low / 10.0;
        double high = place->depth_high / 10.0;
        fit.low = low > fit.low ? low : fit.low;
        fit.high = high > fit.high ? high : fit.high;
    }
    return fit;
}

static uint32_t bits(uint32_t mask)
{
    uint32_t count = 0;
    for (; mask != 0; mask &= mask - 1)
        count++;
    return count;
}

static sel_fit_factor fit_kind(const sel_study_programme *programme,
                               const sel_study_request *request)
{
    if (request->kinds == 0 || programme->kinds == 0)
        return (sel_fit_factor){0, 1};
    double share = (double)bits(programme->kinds & request->kinds) / bits(request->kinds);
    return (sel_fit_factor){share, share};
}

/* Share of `months` from `from` on in which a programme of [start, end) runs. */
static double share_of_months(sel_day from, uint16_t months, sel_day start, sel_day end)
{
    sel_day to = sel_day_add_months(from, months);
    return clamp((double)(earlier(end, to) - later(start, from)) / (to - from));
}

/* The largest share over all lengths: a programme that runs on the first day covers a short wish;
 * of a later one a wish until its end covers most. */
static double best_share(sel_day from, sel_day start, sel_day end)
{
    return end <= from ? 0 : (double)(end - later(start, from)) / (end - from);
}

/* The wanted start may be any day of a range. The share grows until the wish begins with the
 * programme and falls after that, so it is smallest at an end of the range. */
static sel_fit_factor fit_timing(const sel_study *study, const sel_study_programme *programme,
                                 const sel_study_request *request)
{
    bool over = programme->status == SEL_STATUS_CLOSED || programme->status == SEL_STATUS_CANCELLED;
    if (over || !programme->dated)
        return (sel_fit_factor){0, over ? 0 : 1};
    const sel_days *wanted = &request->from;
    sel_day first = wanted->known ? later(wanted->earliest, study->as_of) : study->as_of;
    sel_day last = wanted->known ? later(wanted->latest, study->as_of) : SEL_DAY_LAST;
    sel_day best = earlier(later(programme->start_low, first), last);
    if (request->months == 0)
        return (sel_fit_factor){0, best_share(best, programme->start_low, programme->end_high)};
    double high = share_of_months(best, request->months, programme->start_low, programme->end_high);
    double at_first =
        share_of_months(first, request->months, programme->start_high, programme->end_low);
    double at_last =
        share_of_months(last, request->months, programme->start_high, programme->end_low);
    bool sure = wanted->known && programme->status != SEL_STATUS_SUSPENDED;
    return (sel_fit_factor){!sure ? 0 : at_first < at_last ? at_first : at_last, high};
}

static sel_left_out why_left_out(const sel_fit *fit)
{
    if (fit->recipient.high <= 0)
        return SEL_OUT_RECIPIENT;
    if (fit->capability.high <= 0)
        return SEL_OUT_CAPABILITY;
    if (fit->timing.high <= 0)
        return SEL_OUT_TIME;
    return fit->kind.high <= 0 ? SEL_OUT_KIND : SEL_FIT_KEPT;
}

static sel_fit fit_of(const sel_study *study, uint32_t programme, uint32_t request)
{
    const sel_study_programme *offer = &study->programmes[programme];
    const sel_study_request *wish = &study->requests[request];
    sel_fit fit = {.programme = programme,
                   .request = request,
                   .capability = fit_capability(offer, wish->capability),
                   .recipient = fit_recipient(offer, wish->recipient),
                   .kind = fit_kind(offer, wish),
                   .timing = fit_timing(study, offer, wish),
                   .answers = offer->request == request};
    fit.left_out = why_left_out(&fit);
    fit.low =
        sel_number_settle(fit.capability.low * fit.recipient.low * fit.kind.low * fit.timing.low);
    fit.high = sel_number_settle(fit.capability.high * fit.recipient.high * fit.kind.high *
                                 fit.timing.high);
    return fit;
}

static int by_fit(const void *a, const void *b)
{
    const sel_fit *left = a;
    const sel_fit *right = b;
    if (left->request != right->request)
        return left->request < right->request ? -1 : 1;
    double left_middle = sel_number_settle((left->low + left->high) / 2);
    double right_middle = sel_number_settle((right->low + right->high) / 2);
    if (left_middle != right_middle)
        return left_middle > right_middle ? -1 : 1;
    return (left->programme > right->programme) - (left->programme < right->programme);
}

/* Collects fits of many pairs. */
typedef struct gathering {
    sel_arena *arena;
    sel_fit *list;
    uint32_t room;
    sel_fits fits;
} gathering;

static void gather(gathering *g, const sel_study *study, uint32_t programme, uint32_t request)
{
    sel_fit fit = fit_of(study, programme, request);
    g->fits.left_out[fit.left_out] += 1;
    if (fit.left_out != SEL_FIT_KEPT)
        return;
    g->list = sel_arena_one_more(g->arena, g->list, g->fits.count, &g->room, sizeof *g->list);
    g->list[g->fits.count++] = fit;
}

static sel_fits finish(gathering *g)
{
    if (g->fits.count > 1)
        qsort(g->list, g->fits.count, sizeof *g->list, by_fit);
    g->fits.list = g->list;
    return g->fits;
}

sel_fits sel_match_request(const sel_study *study, uint32_t request, sel_arena *arena)
{
    gathering g = {.arena = arena};
    for (uint32_t i = 0; i < study->programme_count; i++)
        if (study->programmes[i].stated_by == SEL_NONE)
            gather(&g, study, i, request);
    return finish(&g);
}

static bool has_donor(const sel_study_programme *programme, uint32_t donor)
{
    for (uint32_t i = 0; i < programme->donor_count; i++)
        if (programme->donors[i] == donor)
            return true;
    return false;
}

sel_fits sel_match_donor(const sel_study *study, uint32_t donor, sel_arena *arena)
{
    gathering g = {.arena = arena};
    for (uint32_t i = 0; i < study->programme_count; i++) {
        const sel_study_programme *programme = &study->programmes[i];
        if (programme->stated_by != SEL_NONE || !has_donor(programme, donor))
            continue;
        for (uint32_t j = 0; j < study->request_count; j++)
            if (!study->requests[j].withdrawn.known)
                gather(&g, study, i, j);
    }
    return finish(&g);
}

/* Requests of each recipient, as chains. */
typedef struct asking {
    uint32_t *first; /* per recipient; SEL_NONE: nobody asks */
    uint32_t *next;  /* per request */
} asking;

static asking chain_requests(const sel_study *study, sel_arena *arena)
{
    uint32_t recipients = study->reference->geography.count;
    asking all = {sel_arena_array(arena, recipients, sizeof *all.first),
                  sel_arena_array(arena, study->request_count, sizeof *all.next)};
    for (uint32_t i = 0; i < recipients; i++)
        all.first[i] = SEL_NONE;
    for (uint32_t i = 0; i < study->request_count; i++) {
        uint32_t *first = &all.first[study->requests[i].recipient];
        all.next[i] = *first;
        *first = i;
    }
    return all;
}

static double middle(double low, double high)
{
    return sel_number_settle((low + high) / 2);
}

/* Programmes come in study order, so that of equal ones the first stays. */
static void take_better(const sel_fit *fit, double *best_middle, sel_best_fit *best)
{
    if (fit->left_out != SEL_FIT_KEPT)
        return;
    if (fit->low > best->of.low)
        best->of.low = fit->low;
    if (fit->high > best->of.high)
        best->of.high = fit->high;
    if (best->programme == SEL_NONE || middle(fit->low, fit->high) > *best_middle) {
        best->programme = fit->programme;
        *best_middle = middle(fit->low, fit->high);
    }
}

const sel_best_fit *sel_match_best(const sel_study *study, const bool *counted, uint32_t donor,
                                   sel_arena *arena)
{
    const asking all = chain_requests(study, arena);
    double *middles = sel_arena_array(arena, study->request_count, sizeof *middles);
    sel_best_fit *best = sel_arena_array(arena, study->request_count, sizeof *best);
    for (uint32_t i = 0; i < study->request_count; i++)
        best[i].programme = SEL_NONE;
    for (uint32_t p = 0; p < study->programme_count; p++) {
        const sel_study_programme *programme = &study->programmes[p];
        if (programme->stated_by != SEL_NONE || !counted[p] ||
            (donor != SEL_NONE && !has_donor(programme, donor)))
            continue;
        for (uint32_t i = 0; i < programme->place_count; i++) {
            uint32_t recipient = programme->places[i].recipient;
            if (i > 0 && programme->places[i - 1].recipient == recipient)
                continue;
            for (uint32_t j = all.first[recipient]; j != SEL_NONE; j = all.next[j]) {
                sel_fit fit = fit_of(study, p, j);
                take_better(&fit, &middles[j], &best[j]);
            }
        }
    }
    return best;
}
