#include "analysis/matching.h"

#include "base/number.h"

/* A share of a fifth of the programme's effort on the capability counts as covering it. */
enum { COVERING_PPM = 200000 };

static double clamp(double value)
{
    return value < 0 ? 0 : value > 1 ? 1 : value;
}

static bool reaches(const sel_study_programme *programme, uint32_t recipient)
{
    for (uint32_t i = 0; i < programme->place_count; i++)
        if (programme->places[i].recipient == recipient)
            return true;
    return false;
}

/* The programme's effort on the capability, wherever it is, against a fifth of it all. */
static sel_fit_factor fit_capability(const sel_study_programme *programme, uint32_t capability)
{
    uint64_t low = 0;
    uint64_t high = 0;
    for (uint32_t i = 0; i < programme->place_count; i++)
        if (programme->places[i].capability == capability) {
            low += programme->places[i].effort_low;
            high += programme->places[i].effort_high;
        }
    double covering = COVERING_PPM * 10.0;
    return (sel_fit_factor){clamp((double)low / covering), clamp((double)high / covering)};
}

/* How deep the link to the recipient is: presence at one of its places says at least associate. */
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
    if (request->kinds == 0)
        return (sel_fit_factor){1, 1};
    if (programme->kinds == 0)
        return (sel_fit_factor){0, 1};
    double share = (double)bits(programme->kinds & request->kinds) / bits(request->kinds);
    return (sel_fit_factor){share, share};
}

/* Share of the wanted months that the programme still runs; a request without a length is taken
 * for any one day from its beginning on. */
static sel_fit_factor fit_timing(const sel_study *study, const sel_study_programme *programme,
                                 const sel_study_request *request)
{
    if (!programme->dated)
        return (sel_fit_factor){0, 1};
    sel_day from = request->from.known && request->from.earliest > study->as_of
                       ? request->from.earliest
                       : study->as_of;
    sel_day to = request->months == 0 ? from + 1 : sel_day_add_months(from, request->months);
    sel_day start_low = programme->start_low > from ? programme->start_low : from;
    sel_day start_high = programme->start_high > from ? programme->start_high : from;
    sel_day end_low = programme->end_low < to ? programme->end_low : to;
    sel_day end_high = programme->end_high < to ? programme->end_high : to;
    double wanted = to - from;
    return (sel_fit_factor){clamp((end_low - start_high) / wanted),
                            clamp((end_high - start_low) / wanted)};
}

static bool cites(const sel_study_programme *programme, uint32_t request)
{
    return programme->request == request;
}

static sel_left_out why_left_out(const sel_fit *fit, bool reached)
{
    if (!reached || fit->recipient.high <= 0)
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
                   .answers = cites(offer, request)};
    fit.left_out = why_left_out(&fit, reaches(offer, wish->recipient));
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

static bool is_offer(const sel_study_programme *programme)
{
    return programme->stated_by == SEL_NONE && programme->status != SEL_STATUS_CANCELLED &&
           programme->status != SEL_STATUS_SUSPENDED && programme->phase != SEL_PHASE_PAST;
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
        if (is_offer(&study->programmes[i]))
            gather(&g, study, i, request);
        else if (study->programmes[i].stated_by == SEL_NONE)
            g.fits.left_out[SEL_OUT_TIME] += 1;
    return finish(&g);
}

sel_fits sel_match_donor(const sel_study *study, uint32_t donor, sel_arena *arena)
{
    gathering g = {.arena = arena};
    for (uint32_t i = 0; i < study->programme_count; i++) {
        const sel_study_programme *programme = &study->programmes[i];
        bool own = false;
        for (uint32_t j = 0; j < programme->donor_count; j++)
            own |= programme->donors[j] == donor;
        for (uint32_t j = 0; own && is_offer(programme) && j < study->request_count; j++)
            gather(&g, study, i, j);
    }
    return finish(&g);
}
