#include "input/register_draft.h"

#include "base/fold.h"
#include "input/register_cells.h"

/* --- copying a record --- */

static sel_str keep(sel_index *pool, sel_str text)
{
    return text.len == 0 ? (sel_str){0} : sel_index_name(pool, sel_index_add(pool, text));
}

static void copy_texts(sel_arena *arena, sel_index *pool, sel_programme *r)
{
    sel_str *own[] = {&r->id,         &r->title,        &r->description, &r->theme,    &r->note,
                      &r->source_url, &r->coordination, &r->request,     &r->money.raw};
    sel_str *shared[] = {&r->register_name, &r->language, &r->disclosure};
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
        *own[i] = own[i]->len == 0 ? (sel_str){0} : sel_str_copy(arena, *own[i]);
    for (size_t i = 0; i < sizeof shared / sizeof shared[0]; i++)
        *shared[i] = keep(pool, *shared[i]);
}

static void copy_lists(sel_arena *arena, sel_index *pool, sel_programme *r)
{
    sel_programme_link *links =
        sel_arena_grow(arena, r->links, r->link_count, r->link_count, sizeof *links);
    for (uint32_t i = 0; i < r->link_count; i++)
        links[i].other = sel_str_copy(arena, links[i].other);
    r->links = links;
    sel_field_place *fields =
        sel_arena_grow(arena, r->fields, r->field_count, r->field_count, sizeof *fields);
    for (uint32_t i = 0; i < r->field_count; i++)
        fields[i].raw = keep(pool, fields[i].raw);
    r->fields = fields;
    sel_joint_share *joints =
        sel_arena_grow(arena, r->joints, r->joint_count, r->joint_count, sizeof *joints);
    for (uint32_t i = 0; i < r->joint_count; i++) {
        joints[i].recipient = keep(pool, joints[i].recipient);
        joints[i].capability = keep(pool, joints[i].capability);
    }
    r->joints = joints;
}

static void copy_account(sel_arena *arena, sel_programme *r)
{
    if (r->account == NULL)
        return;
    sel_account *account = sel_arena_array(arena, 1, sizeof *account);
    *account = *r->account;
    account->document = sel_str_copy(arena, account->document);
    r->account = account;
}

/* --- parts --- */

static int64_t share_of(int64_t money, uint32_t ppm)
{
    return money / SEL_PPM * ppm + money % SEL_PPM * ppm / SEL_PPM;
}

static bool same_part(const sel_draft_part *a, const sel_draft_part *b)
{
    return sel_str_equal(a->code, b->code) && sel_str_equal(a->vocabulary, b->vocabulary) &&
           (a->code.len > 0 || sel_str_equal(a->name, b->name));
}

/* Sums never leave ±9·10^18: what is beyond is marked. */
static int64_t add_bounded(int64_t a, int64_t b, bool *overflow)
{
    if ((b > 0 && a > INT64_MAX - b) || (b < 0 && a < -INT64_MAX - b)) {
        *overflow = true;
        return a;
    }
    return a + b;
}

static void add_part(sel_arena *arena, sel_draft *draft, sel_draft_parts *parts,
                     const sel_draft_part *part)
{
    sel_draft_part *found = NULL;
    for (uint32_t i = 0; i < parts->count && found == NULL; i++)
        if (same_part(&parts->list[i], part))
            found = &parts->list[i];
    if (found == NULL) {
        if (parts->count == SEL_REGISTER_VALUES_MAX)
            return;
        parts->list =
            sel_arena_one_more(arena, parts->list, parts->count, &parts->room, sizeof *parts->list);
        parts->list[parts->count++] = *part;
        return;
    }
    for (int m = 0; m < SEL_DRAFT_MEASURES; m++)
        found->money[m] = add_bounded(found->money[m], part->money[m], &draft->overflow);
    found->ppm += part->ppm;
    found->rows += part->rows;
    found->stated &= part->stated;
    if (part->depth > found->depth)
        found->depth = part->depth;
    if (sel_str_compare(part->name, found->name) < 0)
        found->name = part->name;
}

static void take_part(sel_arena *arena, sel_draft *draft, sel_draft_parts *parts,
                      sel_draft_part part)
{
    for (int m = 0; m < SEL_DRAFT_MEASURES; m++)
        part.money[m] = share_of(draft->sums.amounts[m].low, (uint32_t)part.ppm);
    part.rows = 1;
    add_part(arena, draft, parts, &part);
}

static void take_parts(sel_arena *arena, sel_index *pool, sel_draft *draft)
{
    sel_programme *r = &draft->record;
    for (uint32_t i = 0; i < r->recipient_count; i++)
        take_part(arena, draft, &draft->recipients,
                  (sel_draft_part){.code = keep(pool, r->recipients[i].code),
                                   .ppm = r->recipients[i].ppm,
                                   .stated = r->recipients[i].stated,
                                   .depth = r->recipients[i].depth});
    for (uint32_t i = 0; i < r->sector_count; i++)
        take_part(arena, draft, &draft->sectors,
                  (sel_draft_part){.vocabulary = keep(pool, r->sectors[i].vocabulary),
                                   .code = keep(pool, r->sectors[i].code),
                                   .name = keep(pool, r->sectors[i].name),
                                   .ppm = r->sectors[i].ppm,
                                   .stated = r->sectors[i].stated});
    for (uint32_t i = 0; i < r->capability_count; i++)
        take_part(arena, draft, &draft->capabilities,
                  (sel_draft_part){.code = keep(pool, r->capabilities[i].code),
                                   .name = keep(pool, r->capabilities[i].field),
                                   .ppm = r->capabilities[i].ppm,
                                   .stated = r->capabilities[i].stated});
}

static void add_party(sel_arena *arena, sel_draft *draft, const sel_party *party)
{
    for (uint32_t i = 0; i < draft->party_count; i++) {
        sel_party *known = &draft->parties[i];
        if (known->role == party->role && sel_str_equal(known->name, party->name) &&
            sel_str_equal(known->ref, party->ref)) {
            known->kind = party->kind > known->kind ? party->kind : known->kind;
            known->ladder = party->ladder > known->ladder ? party->ladder : known->ladder;
            return;
        }
    }
    if (draft->party_count == SEL_REGISTER_VALUES_MAX)
        return;
    draft->parties = sel_arena_one_more(arena, draft->parties, draft->party_count,
                                        &draft->party_room, sizeof *draft->parties);
    draft->parties[draft->party_count++] = *party;
}

static bool is_better(sel_str text, sel_str than)
{
    if (text.len != than.len)
        return text.len > than.len;
    return sel_str_compare(text, than) < 0;
}

/* The best ones stay, whatever order they come in. */
static void keep_description(sel_draft *draft, sel_str text)
{
    sel_str *list = draft->descriptions;
    uint32_t at = 0;
    while (at < draft->description_count && is_better(list[at], text))
        at += 1;
    bool known = at < draft->description_count && sel_str_equal(list[at], text);
    if (text.len == 0 || known || at == SEL_DRAFT_TEXTS)
        return;
    draft->description_count += draft->description_count < SEL_DRAFT_TEXTS;
    for (uint32_t i = draft->description_count - 1; i > at; i--)
        list[i] = list[i - 1];
    list[at] = text;
}

sel_draft *sel_draft_make(sel_arena *arena, sel_index *pool, const sel_programme *record,
                          const sel_draft_row *row)
{
    sel_draft *draft = sel_arena_array(arena, 1, sizeof *draft);
    *draft = (sel_draft){.record = *record, .sums = *row, .one = *row, .rows = 1, .weighed = true};
    copy_texts(arena, pool, &draft->record);
    copy_lists(arena, pool, &draft->record);
    copy_account(arena, &draft->record);
    take_parts(arena, pool, draft);
    for (uint32_t i = 0; i < record->party_count; i++) {
        sel_party party = record->parties[i];
        party.name = keep(pool, party.name);
        party.ref = keep(pool, party.ref);
        party.activity_id = keep(pool, party.activity_id);
        add_party(arena, draft, &party);
    }
    keep_description(draft, draft->record.description);
    draft->statuses = (uint8_t)(1U << record->status);
    draft->tyings = (uint8_t)(1U << record->tied);
    return draft;
}

/* --- merging --- */

static void merge_texts(sel_programme *to, const sel_programme *from)
{
    sel_str *texts[] = {&to->theme,        &to->note,    &to->source_url, &to->language,
                        &to->coordination, &to->request, &to->disclosure};
    const sel_str other[] = {from->theme,        from->note,    from->source_url, from->language,
                             from->coordination, from->request, from->disclosure};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (is_better(other[i], *texts[i]))
            *texts[i] = other[i];
    /* Of several identifiers the shortest, then the first: that is the smallest number. */
    bool first = from->id.len < to->id.len ||
                 (from->id.len == to->id.len && sel_str_compare(from->id, to->id) < 0);
    if (from->id.len > 0 && (to->id.len == 0 || first))
        to->id = from->id;
}

/* Registers cut titles off: the beginning of a longer one says nothing else. */
static bool begins_with(sel_str whole, sel_str part)
{
    sel_arena *scratch = sel_arena_create();
    bool yes = sel_str_starts(sel_fold(scratch, whole), sel_fold(scratch, part));
    sel_arena_destroy(scratch);
    return yes;
}

static void keep_other_title(sel_draft *draft, sel_str title)
{
    if (title.len == 0 || sel_str_equal(title, draft->record.title) ||
        begins_with(draft->record.title, title))
        return;
    if (draft->other_title.len == 0 || is_better(title, draft->other_title))
        draft->other_title = title;
}

static void merge_titles(sel_draft *draft, const sel_draft *other)
{
    sel_str titles[] = {draft->record.title, draft->other_title, other->record.title,
                        other->other_title};
    draft->other_title = (sel_str){0};
    for (size_t i = 1; i < 4; i++)
        if (is_better(titles[i], draft->record.title))
            draft->record.title = titles[i];
    for (size_t i = 0; i < 4; i++)
        keep_other_title(draft, titles[i]);
}

/* The first of two starts, or the last of two ends, of which each is only bounded. */
static sel_days extreme(sel_days a, sel_days b, bool last)
{
    if (!a.known || !b.known)
        return a.known ? a : b;
    bool first_earliest = (a.earliest < b.earliest) != last;
    bool first_latest = (a.latest < b.latest) != last;
    return (sel_days){first_earliest ? a.earliest : b.earliest, first_latest ? a.latest : b.latest,
                      true};
}

static bool differ(sel_days a, sel_days b)
{
    return a.known && b.known && (a.earliest != b.earliest || a.latest != b.latest);
}

static void merge_dates(sel_draft *draft, const sel_draft *other)
{
    sel_programme *to = &draft->record;
    const sel_programme *from = &other->record;
    draft->starts_differ |= other->starts_differ || differ(to->start, from->start);
    draft->ends_differ |= other->ends_differ || differ(to->end, from->end);
    to->start = extreme(to->start, from->start, false);
    to->end = extreme(to->end, from->end, true);
    to->decided = extreme(to->decided, from->decided, false);
    to->last_updated = extreme(to->last_updated, from->last_updated, true);
    sel_days *years = &draft->sums.years;
    const sel_days *more = &other->sums.years;
    if (years->known && more->known) {
        years->earliest = more->earliest < years->earliest ? more->earliest : years->earliest;
        years->latest = more->latest > years->latest ? more->latest : years->latest;
    } else if (more->known) {
        *years = *more;
    }
}

static void add_range(sel_draft *draft, sel_range *to, const sel_range *from)
{
    to->low = add_bounded(to->low, from->low, &draft->overflow);
    to->high = add_bounded(to->high, from->high, &draft->overflow);
    to->known |= from->known;
}

static void merge_money(sel_draft *draft, const sel_draft *other)
{
    for (int m = 0; m < SEL_DRAFT_MEASURES; m++) {
        sel_range *one = &draft->one.amounts[m];
        const sel_range *more = &other->one.amounts[m];
        draft->varies |=
            one->known && more->known && (one->low != more->low || one->high != more->high);
        if (!one->known || (more->known && more->low > one->low))
            *one = *more;
        add_range(draft, &draft->sums.amounts[m], &other->sums.amounts[m]);
    }
    for (int t = 0; t < SEL_DRAFT_TYINGS; t++)
        add_range(draft, &draft->sums.tied[t], &other->sums.tied[t]);
    draft->varies |= other->varies;
    draft->overflow |= other->overflow;
    draft->weighed &= other->weighed;
    char *currency = draft->sums.currency;
    const char *more = other->sums.currency;
    draft->mixed |=
        other->mixed || (currency[0] != '\0' && more[0] != '\0' && strcmp(currency, more) != 0);
    if (currency[0] == '\0')
        memcpy(currency, more, sizeof draft->sums.currency);
}

static int8_t more_said(int8_t a, int8_t b)
{
    return a > b ? a : b;
}

static void merge_states(sel_draft *draft, const sel_draft *other)
{
    sel_programme *to = &draft->record;
    const sel_programme *from = &other->record;
    draft->statuses |= other->statuses;
    draft->tyings |= other->tyings;
    to->kinds |= from->kinds;
    to->for_whom |= from->for_whom;
    to->condition_classes |= from->condition_classes;
    if (from->conditions > to->conditions)
        to->conditions = from->conditions;
    to->asked_first = more_said(to->asked_first, from->asked_first);
    to->cyber_low = from->cyber_low < to->cyber_low ? from->cyber_low : to->cyber_low;
    to->cyber_high = from->cyber_high > to->cyber_high ? from->cyber_high : to->cyber_high;
    to->illustrative |= from->illustrative;
}

static void merge_parts(sel_arena *arena, sel_draft *draft, sel_draft_parts *to,
                        const sel_draft_parts *from)
{
    for (uint32_t i = 0; i < from->count; i++)
        add_part(arena, draft, to, &from->list[i]);
}

static void merge_links(sel_arena *arena, sel_programme *to, const sel_programme *from)
{
    sel_programme_link *links = sel_arena_grow(arena, to->links, to->link_count,
                                               to->link_count + from->link_count, sizeof *links);
    for (uint32_t i = 0; i < from->link_count; i++) {
        bool known = to->link_count >= SEL_REGISTER_VALUES_MAX;
        for (uint32_t j = 0; j < to->link_count && !known; j++)
            known = links[j].kind == from->links[i].kind &&
                    sel_str_equal(links[j].other, from->links[i].other);
        if (!known)
            links[to->link_count++] = from->links[i];
    }
    to->links = links;
}

void sel_draft_merge(sel_arena *arena, sel_draft *draft, sel_draft *other)
{
    bool other_first = other->record.place.ordinal < draft->record.place.ordinal;
    merge_titles(draft, other);
    for (uint32_t i = 0; i < other->description_count; i++)
        keep_description(draft, other->descriptions[i]);
    merge_texts(&draft->record, &other->record);
    merge_dates(draft, other);
    merge_money(draft, other);
    merge_states(draft, other);
    merge_parts(arena, draft, &draft->recipients, &other->recipients);
    merge_parts(arena, draft, &draft->sectors, &other->sectors);
    merge_parts(arena, draft, &draft->capabilities, &other->capabilities);
    for (uint32_t i = 0; i < other->party_count; i++)
        add_party(arena, draft, &other->parties[i]);
    if (draft->record.account == NULL || (other_first && other->record.account != NULL))
        draft->record.account = other->record.account;
    if (other->record.link_count > 0)
        merge_links(arena, &draft->record, &other->record);
    if (other_first)
        draft->record.place = other->record.place;
    draft->record.joint_count = 0; /* of one row only */
    draft->rows += other->rows;
    sel_held_join(&draft->findings, &other->findings);
}

void sel_draft_count_once(sel_draft *draft)
{
    memcpy(draft->sums.amounts, draft->one.amounts, sizeof draft->sums.amounts);
    draft->weighed = draft->rows == 1;
    sel_draft_parts *all[] = {&draft->recipients, &draft->sectors, &draft->capabilities};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        for (uint32_t p = 0; p < all[i]->count; p++)
            for (int m = 0; m < SEL_DRAFT_MEASURES; m++)
                all[i]->list[p].money[m] /= (int64_t)draft->rows;
}
