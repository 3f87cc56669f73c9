#include "analysis/lookalike.h"

#include "analysis/buckets.h"
#include "analysis/places.h"
#include "analysis/span.h"
#include "analysis/title.h"

enum {
    START_DAYS = 62,
    END_DAYS = 122,
    SHARED_TENTHS = 7,
    ALIKE_PPM = 600000,
    MONTH_DAYS = 31,
    PROJECT_RECIPIENTS = 3,
    STEP_BITS = 11, /* steps of START_DAYS from 1900 to 2200 and beyond */
    PLACE_BITS = 24,
};

typedef struct search {
    const sel_study *study;
    const uint32_t *order;
    uint32_t count;
    sel_arena *arena;
    sel_title *titles; /* read when first asked for */
    bool *title_read;
    uint64_t *efforts; /* total of each record */
    sel_lookalike *found;
} search;

/* What two records are to each other, the later one in order first. */
typedef sel_lookalike judgement(search *s, uint32_t record, uint32_t earlier);

/* Records met in buckets, by one kind of key. */
typedef struct meeting {
    judgement *judge;
    sel_buckets buckets;
    uint32_t *first; /* per record: its first entry; one more at the end */
    uint32_t *seen;  /* per record: the last one that was judged against it, + 1 */
} meeting;

static const sel_study_programme *programme_at(const search *s, uint32_t record)
{
    return &s->study->programmes[s->order[record]];
}

static const sel_title *title_at(search *s, uint32_t record)
{
    if (!s->title_read[record]) {
        s->titles[record] = sel_title_read(programme_at(s, record)->title, s->arena);
        s->title_read[record] = true;
    }
    return &s->titles[record];
}

static bool titles_alike(search *s, uint32_t a, uint32_t b)
{
    const sel_title *x = title_at(s, a);
    const sel_title *y = title_at(s, b);
    return sel_title_may_be_alike(x, y, ALIKE_PPM) && sel_title_likeness_ppm(x, y) >= ALIKE_PPM;
}

static bool within(sel_day a, sel_day b, int32_t days)
{
    return a - b <= days && b - a <= days;
}

static bool starts_agree(const sel_study_programme *a, const sel_study_programme *b)
{
    return within(a->start_low, b->start_low, START_DAYS) &&
           within(a->start_high, b->start_high, START_DAYS);
}

static bool ends_agree(const sel_study_programme *a, const sel_study_programme *b)
{
    return within(a->end_low, b->end_low, END_DAYS) && within(a->end_high, b->end_high, END_DAYS);
}

/* At least half of the longer one's days in common: sessions a month apart are not one. */
static bool share_time(const sel_study_programme *a, const sel_study_programme *b)
{
    sel_span x = sel_span_of(a);
    sel_span y = sel_span_of(b);
    int32_t longer =
        sel_span_longest(&x) > sel_span_longest(&y) ? sel_span_longest(&x) : sel_span_longest(&y);
    return sel_span_days_high(&x, &y) * 2 >= longer;
}

/* Whether enough of the larger of the two efforts is at the same places. */
static bool places_agree(const search *s, uint32_t a, uint32_t b)
{
    const sel_study_programme *p = programme_at(s, a);
    const sel_study_programme *q = programme_at(s, b);
    uint64_t shared = 0;
    for (uint32_t i = 0, j = 0; i < p->place_count && j < q->place_count;) {
        const sel_study_place *x = &p->places[i];
        const sel_study_place *y = &q->places[j];
        uint32_t key_x = (uint32_t)x->recipient << 8 | x->capability;
        uint32_t key_y = (uint32_t)y->recipient << 8 | y->capability;
        if (key_x == key_y)
            shared += x->effort_high < y->effort_high ? x->effort_high : y->effort_high;
        i += key_x <= key_y;
        j += key_y <= key_x;
    }
    uint64_t whole = s->efforts[a] > s->efforts[b] ? s->efforts[a] : s->efforts[b];
    return whole > 0 && shared * 10 >= whole * SHARED_TENTHS;
}

/* Implementers in common: 1 yes, 0 none although both name some, -1 not known. */
static int share_implementer(const sel_study_programme *a, const sel_study_programme *b)
{
    bool named_a = false;
    bool named_b = false;
    for (uint32_t i = 0; i < a->party_count; i++) {
        if (a->parties[i].role != SEL_ROLE_IMPLEMENTING)
            continue;
        named_a = true;
        for (uint32_t j = 0; j < b->party_count; j++) {
            if (b->parties[j].role != SEL_ROLE_IMPLEMENTING)
                continue;
            named_b = true;
            if (a->parties[i].organisation == b->parties[j].organisation)
                return 1;
        }
    }
    return named_a && named_b ? 0 : SEL_UNKNOWN;
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
static bool declared_apart(const search *s, uint32_t a, uint32_t b)
{
    return sel_study_link_between(s->study, s->order[a], s->order[b]) != NULL ||
           sel_study_link_between(s->study, s->order[b], s->order[a]) != NULL ||
           have_common_parent(programme_at(s, a), programme_at(s, b));
}

static uint32_t recipient_count(const sel_study_programme *p)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < p->place_count; i++)
        count += i == 0 || p->places[i].recipient != p->places[i - 1].recipient;
    return count;
}

/* One project whatever its dates: ends move when projects are prolonged, and some sources give
 * years only. Titles are known to be alike. */
static bool is_one_project(search *s, uint32_t record, uint32_t earlier)
{
    const sel_study_programme *a = programme_at(s, record);
    const sel_study_programme *b = programme_at(s, earlier);
    return a->dated && b->dated && a->start_low <= b->start_high + START_DAYS &&
           b->start_low <= a->start_high + START_DAYS && sel_study_same_recipients(a, b) &&
           recipient_count(a) >= PROJECT_RECIPIENTS && sel_study_share_donor(a, b) &&
           share_implementer(a, b) == 1 &&
           sel_title_same_numbers(title_at(s, record), title_at(s, earlier));
}

/* What two records with nearly one start and one party in common are to each other. */
static sel_lookalike judge_structure(search *s, uint32_t record, uint32_t earlier)
{
    const sel_study_programme *a = programme_at(s, record);
    const sel_study_programme *b = programme_at(s, earlier);
    sel_lookalike nothing = {.of = SEL_NONE};
    if (!starts_agree(a, b) || !share_time(a, b) || !places_agree(s, record, earlier) ||
        declared_apart(s, record, earlier) || !titles_alike(s, record, earlier))
        return nothing;
    bool share_donor = sel_study_share_donor(a, b);
    int implementer = share_implementer(a, b);
    if (!share_donor && implementer != 1)
        return nothing;
    sel_lookalike alike = {.of = s->order[earlier], .reason = "structure"};
    if (!ends_agree(a, b))
        return sel_study_same_recipients(a, b) && share_donor
                   ? (sel_lookalike){alike.of, is_one_project(s, record, earlier), "ends-differ"}
                   : nothing;
    if (!sel_title_same_numbers(title_at(s, record), title_at(s, earlier)))
        alike.reason = "numbers-differ";
    else if (implementer == 0)
        alike.reason = "implementers-differ";
    else
        alike.certain = true;
    return alike;
}

static uint64_t structure_key(uint32_t organisation, uint32_t place, sel_day start)
{
    uint64_t step = (uint64_t)(start - SEL_DAY_FIRST) / START_DAYS + 1;
    return (uint64_t)organisation << (PLACE_BITS + STEP_BITS) | (uint64_t)place << STEP_BITS | step;
}

static void add_parties(sel_buckets *buckets, const search *s, uint32_t record, uint32_t place)
{
    const sel_study_programme *p = programme_at(s, record);
    for (uint32_t i = 0; i < p->donor_count; i++)
        sel_buckets_add(buckets, structure_key(p->donors[i], place, p->start_low), record);
    for (uint32_t i = 0; i < p->party_count; i++)
        if (p->parties[i].role == SEL_ROLE_IMPLEMENTING)
            sel_buckets_add(buckets, structure_key(p->parties[i].organisation, place, p->start_low),
                            record);
}

/* Entries of a dated record: its parties at its rarest places, until less than 7/10 of its effort
 * is left. Two records with 7/10 of the larger effort in common share one of these places: else
 * what they share would be left over in the one whose rare places end first. */
static void add_structure(sel_buckets *buckets, const search *s, uint32_t record,
                          const sel_places *places)
{
    const sel_study_programme *p = programme_at(s, record);
    if (!p->dated || s->efforts[record] == 0)
        return;
    uint64_t *rarest = sel_arena_array(s->arena, p->place_count, sizeof *rarest);
    uint32_t count = sel_places_rarest_first(places, p, SEL_PLACES_EFFORT, rarest);
    uint64_t left = s->efforts[record];
    for (uint32_t i = 0; i < count && left * 10 >= s->efforts[record] * SHARED_TENTHS; i++) {
        const sel_study_place *place = &p->places[(uint32_t)rarest[i]];
        add_parties(buckets, s, record, sel_places_at(places, place));
        left -= place->effort_high;
    }
}

/* Judge a record against those listed under a key; a certain likeness wins, then the earlier. */
static void judge_bucket(search *s, meeting *m, uint64_t key, uint32_t record, sel_lookalike *best,
                         uint32_t *best_record)
{
    uint32_t at = sel_buckets_head(&m->buckets, key);
    for (; at != SEL_NONE; at = m->buckets.entries[at].next) {
        uint32_t earlier = m->buckets.entries[at].member;
        if (best->certain && earlier >= *best_record)
            return;
        if (m->seen[earlier] == record + 1)
            continue;
        m->seen[earlier] = record + 1;
        sel_lookalike alike = m->judge(s, record, earlier);
        bool better =
            alike.of != SEL_NONE && (best->of == SEL_NONE || (alike.certain && !best->certain) ||
                                     (alike.certain == best->certain && earlier < *best_record));
        if (better) {
            *best = alike;
            *best_record = earlier;
        }
    }
}

/* Starts within 62 days lie in the same or in neighbouring steps. */
static sel_lookalike find_by_structure(search *s, meeting *m, uint32_t record)
{
    sel_lookalike best = {.of = SEL_NONE};
    uint32_t best_record = SEL_NONE;
    for (uint32_t e = m->first[record]; e < m->first[record + 1]; e++)
        for (uint64_t key = m->buckets.entries[e].key - 1; key <= m->buckets.entries[e].key + 1;
             key++)
            judge_bucket(s, m, key, record, &best, &best_record);
    return best;
}

/* Dates not known, or to more than a month only. */
static bool is_imprecise(const sel_study_programme *p)
{
    return !p->dated || p->start_high - p->start_low > MONTH_DAYS ||
           p->end_high - p->end_low > MONTH_DAYS;
}

static bool may_meet(const sel_study_programme *a, const sel_study_programme *b)
{
    if (!a->dated || !b->dated)
        return true;
    sel_span x = sel_span_of(a);
    sel_span y = sel_span_of(b);
    return sel_span_days_high(&x, &y) > 0;
}

/* Donor, a mixture of the recipients, and whether the dates are imprecise. */
static uint64_t scope_key(const sel_study_programme *p, uint32_t donor, bool imprecise)
{
    uint32_t mixed = 2166136261U; /* FNV-1a; equal keys are checked, so mixing may collide */
    for (uint32_t i = 0; i < p->place_count; i++)
        if (i == 0 || p->places[i].recipient != p->places[i - 1].recipient)
            mixed = (mixed ^ p->places[i].recipient) * 16777619U;
    return (uint64_t)donor << 32 | (mixed & ~1U) | imprecise;
}

static sel_lookalike judge_scope(search *s, uint32_t record, uint32_t earlier)
{
    const sel_study_programme *a = programme_at(s, record);
    const sel_study_programme *b = programme_at(s, earlier);
    bool same = may_meet(a, b) && titles_alike(s, record, earlier) &&
                sel_study_same_recipients(a, b) &&
                sel_title_same_numbers(title_at(s, record), title_at(s, earlier)) &&
                !declared_apart(s, record, earlier);
    if (!same)
        return (sel_lookalike){.of = SEL_NONE};
    return (sel_lookalike){s->order[earlier], is_one_project(s, record, earlier), "dates"};
}

static void add_scopes(sel_buckets *buckets, const search *s, uint32_t record)
{
    const sel_study_programme *p = programme_at(s, record);
    for (uint32_t i = 0; p->place_count > 0 && i < p->donor_count; i++)
        sel_buckets_add(buckets, scope_key(p, p->donors[i], is_imprecise(p)), record);
}

/* Records whose dates say too little: one of the two must be imprecise. */
static sel_lookalike find_by_scope(search *s, meeting *m, uint32_t record)
{
    sel_lookalike best = {.of = SEL_NONE};
    uint32_t best_record = SEL_NONE;
    bool imprecise = is_imprecise(programme_at(s, record));
    for (uint32_t e = m->first[record]; e < m->first[record + 1]; e++) {
        uint64_t key = m->buckets.entries[e].key | 1U;
        judge_bucket(s, m, key, record, &best, &best_record);
        if (imprecise)
            judge_bucket(s, m, key - 1, record, &best, &best_record);
    }
    return best;
}

static void list_record(meeting *m, uint32_t record)
{
    for (uint32_t e = m->first[record]; e < m->first[record + 1]; e++)
        sel_buckets_list(&m->buckets, e);
}

static meeting open_meeting(const search *s, judgement *judge)
{
    return (meeting){.judge = judge,
                     .buckets = {.arena = s->arena},
                     .first = sel_arena_array(s->arena, (size_t)s->count + 1, sizeof(uint32_t)),
                     .seen = sel_arena_array(s->arena, s->count, sizeof(uint32_t))};
}

/* Structure says more than scope; what is certain is not listed, so that likeness does not
 * chain. */
static void find_all(search *s, const sel_places *places)
{
    meeting structure = open_meeting(s, judge_structure);
    meeting scope = open_meeting(s, judge_scope);
    for (uint32_t record = 0; record < s->count; record++) {
        add_structure(&structure.buckets, s, record, places);
        structure.first[record + 1] = structure.buckets.count;
        add_scopes(&scope.buckets, s, record);
        scope.first[record + 1] = scope.buckets.count;
    }
    sel_buckets_fill(&structure.buckets);
    sel_buckets_fill(&scope.buckets);
    for (uint32_t record = 0; record < s->count; record++) {
        sel_lookalike best = find_by_structure(s, &structure, record);
        if (!best.certain) {
            sel_lookalike other = find_by_scope(s, &scope, record);
            best = best.of == SEL_NONE || other.certain ? other : best;
        }
        s->found[record] = best;
        if (best.certain)
            continue;
        list_record(&structure, record);
        list_record(&scope, record);
    }
}

void sel_lookalikes_find(const sel_study *study, const uint32_t *order, uint32_t count,
                         sel_lookalike *found)
{
    sel_arena *arena = sel_arena_create();
    search s = {.study = study,
                .order = order,
                .count = count,
                .arena = arena,
                .titles = sel_arena_array(arena, count, sizeof *s.titles),
                .title_read = sel_arena_array(arena, count, sizeof *s.title_read),
                .efforts = sel_arena_array(arena, count, sizeof *s.efforts),
                .found = found};
    bool *wanted = sel_arena_array(arena, study->programme_count, sizeof *wanted);
    for (uint32_t record = 0; record < count; record++) {
        const sel_study_programme *p = programme_at(&s, record);
        wanted[order[record]] = true;
        for (uint32_t i = 0; i < p->place_count; i++)
            s.efforts[record] += p->places[i].effort_high;
    }
    sel_places places = sel_places_number(study, wanted, SEL_PLACES_EFFORT, arena);
    find_all(&s, &places);
    sel_arena_destroy(arena);
}
