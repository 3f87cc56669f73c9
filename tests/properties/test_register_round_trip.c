/* Registers of seeded records with hostile texts: what is written is read back as the same content
 * (the store that holds it finds every record unchanged), and a store that took it in writes the
 * same bytes. */
#include "unit/work/desk_fixture.h"

#include "store/store_programmes.h"
#include "work/export_register.h"

enum { RECORDS = 300, LIST_MAX = 5, SEEDS = 6, PIECES_MAX = 9 };

static uint64_t state;

static uint32_t draw(uint32_t below)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)(state >> 33) % below;
}

static const char *const pieces[] = {";",
                                     "|",
                                     "=",
                                     ":",
                                     "\\",
                                     "\\;",
                                     "\\\\",
                                     "%",
                                     "(",
                                     ")",
                                     "/",
                                     "~",
                                     "'",
                                     "''",
                                     "\"",
                                     "\"\"",
                                     ",",
                                     "\r\n",
                                     "\n",
                                     "\r",
                                     "\t",
                                     " ",
                                     "  ",
                                     "=1+1",
                                     "@SUM(A1)",
                                     "-5",
                                     "+",
                                     "-",
                                     "40%",
                                     " 40 %",
                                     "~3%",
                                     " (event)",
                                     "(unsaid)",
                                     "..",
                                     "other",
                                     "R:",
                                     " and ",
                                     "none",
                                     "not stated",
                                     "ref=",
                                     "kind=10",
                                     "academia",
                                     "a",
                                     "B",
                                     "Ministry",
                                     "7",
                                     "2024",
                                     "\xC3\xA9",
                                     "\xD9\x85\xD8\xB1\xD9\x83\xD8\xB2",
                                     "\xE2\x80\xAE",
                                     "\xE2\x80\x8F",
                                     "\xF0\x9F\x8C\x8A",
                                     "\xE5\xA4\xAA\xE5\xB9\xB3",
                                     "\xC2\xA0",
                                     "\xEF\xBB\xBF",
                                     "Australia and Singapore",
                                     "{",
                                     "}",
                                     "[",
                                     "]",
                                     "<b>",
                                     "&amp;",
                                     "#REF!",
                                     "$"};

/* Without blanks at the ends, which registers do not keep. */
static sel_str text(sel_arena *arena)
{
    sel_text made = {.arena = arena};
    for (uint32_t n = draw(PIECES_MAX); n > 0; n--)
        sel_text_add(&made, sel_str_of(pieces[draw(sizeof pieces / sizeof pieces[0])]));
    return sel_str_trim(sel_text_str(&made));
}

static sel_str some_text(sel_arena *arena)
{
    sel_str made = text(arena);
    return made.len > 0 ? made : SEL_STR("x");
}

static sel_days days(void)
{
    sel_day first = SEL_DAY_FIRST + (sel_day)draw(SEL_DAY_LAST - SEL_DAY_FIRST);
    int year = 1900 + (int)draw(300);
    int month = 1 + (int)draw(12);
    switch (draw(8)) {
    case 0:
        return (sel_days){0};
    case 1:
        return (sel_days){first, first, true};
    case 2:
        return (sel_days){sel_day_of(year, 1, 1), sel_day_of(year, 12, 31), true};
    case 3:
        return (sel_days){sel_day_of(year, month, 1),
                          sel_day_add_months(sel_day_of(year, month, 1), 1) - 1, true};
    case 4:
        return (sel_days){SEL_DAY_FIRST, first, true};
    case 5:
        return (sel_days){first, SEL_DAY_LAST, true};
    case 6:
        return (sel_days){SEL_DAY_FIRST, SEL_DAY_LAST, true};
    default:
        return (sel_days){first, first + (sel_day)draw((uint32_t)(SEL_DAY_LAST - first) + 1), true};
    }
}

static sel_money money(sel_arena *arena)
{
    sel_money made = {.raw = text(arena)};
    if (draw(3) == 0)
        return made;
    made.known = true;
    made.raw = some_text(arena);
    made.low = (int64_t)draw(1U << 31) * (draw(2) == 0 ? 1 : 100000);
    made.high = made.low + (draw(2) == 0 ? 0 : (int64_t)draw(1U << 30));
    memcpy(made.currency, "CHF", 4);
    return made;
}

/* Part of a whole of which left is not given yet. */
static uint32_t part(uint32_t *left, bool last)
{
    uint32_t ppm = last && draw(2) == 0 ? *left : draw(*left + 1);
    *left -= ppm;
    return ppm;
}

static void add_parties(sel_programme *record, sel_arena *arena)
{
    static const sel_role order[] = {
        SEL_ROLE_FUNDING,   SEL_ROLE_ACCOUNTABLE, SEL_ROLE_EXTENDING, SEL_ROLE_IMPLEMENTING,
        SEL_ROLE_REPORTING, SEL_ROLE_PARTICIPANT, SEL_ROLE_UNKNOWN};
    enum { ROLES = sizeof order / sizeof order[0] };
    sel_party *parties = sel_arena_array(arena, ROLES * 3, sizeof *parties);
    uint32_t count = 0;
    for (uint32_t i = 0; i < ROLES; i++)
        for (uint32_t n = draw(4); n > 0; n--) {
            sel_party *one = &parties[count++];
            *one = (sel_party){.name = text(arena), .role = order[i], .ladder = SEL_UNKNOWN};
            one->ref = one->name.len == 0 || draw(3) == 0 ? some_text(arena) : (sel_str){0};
            if (draw(3) == 0)
                one->activity_id = text(arena);
            if (draw(3) == 0)
                one->stakeholder = (sel_stakeholder)draw(SEL_STAKEHOLDER_COUNT);
            if (draw(3) == 0)
                one->ladder = (int8_t)draw(SEL_LADDER_COUNT);
            if (draw(3) == 0)
                one->kind = (uint8_t)draw(256);
            if (draw(3) == 0)
                one->share = (sel_share){draw(SEL_PPM + 1), true};
        }
    record->parties = parties;
    record->party_count = count;
}

static void add_recipients(sel_programme *record, const sel_geography *geography, sel_arena *arena)
{
    uint32_t count = draw(LIST_MAX);
    sel_recipient_share *list = sel_arena_array(arena, count, sizeof *list);
    const uint64_t alike[LIST_MAX] = {0};
    uint32_t equal[LIST_MAX] = {0};
    uint32_t left = SEL_PPM;
    bool usual = draw(2) == 0;
    bool depth = draw(2) == 0;
    if (count > 0)
        sel_ppm_split(alike, count, SEL_PPM, equal);
    for (uint32_t i = 0; i < count; i++) {
        sel_str code = geography->recipients[draw(geography->count)].code;
        sel_str region = some_text(arena);
        if (draw(5) == 0)
            code = sel_str_printf(arena, "R:%.*s", SEL_STR_ARG(region));
        else if (draw(5) == 0)
            code = SEL_STR("AU"); /* the African Union, which Australia's code must not become */
        list[i] = (sel_recipient_share){.code = code,
                                        .ppm = usual ? equal[i] : part(&left, i + 1 == count),
                                        .stated = usual ? count == 1 : draw(2) == 0,
                                        .depth = depth ? (sel_depth)(1 + draw(4)) : 0};
    }
    record->recipients = list;
    record->recipient_count = count;
}

static void add_capabilities(sel_programme *record, const sel_taxonomy *taxonomy, sel_arena *arena)
{
    uint32_t count = 1 + draw(LIST_MAX - 1);
    sel_capability_share *list = sel_arena_array(arena, count, sizeof *list);
    uint32_t left = SEL_PPM;
    for (uint32_t i = 0; i < count; i++) {
        sel_tag_origin origin = (sel_tag_origin)draw(4);
        list[i] = (sel_capability_share){
            .code = taxonomy->capabilities[draw(taxonomy->count)].code,
            .ppm = count == 1 && draw(2) == 0 ? SEL_PPM : part(&left, i + 1 == count),
            .stated = draw(2) == 0,
            .origin = origin,
            .evidence = text(arena),
            .field = draw(2) == 0 ? SEL_STR("capability") : text(arena),
            .confidence = draw(2) == 0 ? 100 : (uint8_t)draw(101)};
    }
    record->capabilities = list;
    record->capability_count = count;
}

static void add_joints(sel_programme *record, sel_arena *arena)
{
    uint32_t count = record->recipient_count == 0 ? 0 : draw(LIST_MAX);
    sel_joint_share *list = sel_arena_array(arena, count, sizeof *list);
    uint32_t left = SEL_PPM;
    for (uint32_t i = 0; i < count; i++)
        list[i] = (sel_joint_share){
            .recipient = record->recipients[draw(record->recipient_count)].code,
            .capability = record->capabilities[draw(record->capability_count)].code,
            .ppm = part(&left, i + 1 == count)};
    record->joints = list;
    record->joint_count = count;
}

static void add_sectors(sel_programme *record, sel_arena *arena)
{
    static const char *const vocabularies[] = {"1", "2", "99", "", "7/x"};
    uint32_t count = draw(LIST_MAX);
    sel_sector_share *list = sel_arena_array(arena, count, sizeof *list);
    uint32_t left = SEL_PPM;
    for (uint32_t i = 0; i < count; i++)
        list[i] = (sel_sector_share){
            .vocabulary = draw(5) == 0 ? text(arena) : sel_str_of(vocabularies[draw(5)]),
            .code = draw(2) == 0 ? SEL_STR("15160") : text(arena),
            .name = text(arena),
            .ppm = count == 1 && draw(2) == 0 ? SEL_PPM : part(&left, i + 1 == count),
            .stated = draw(2) == 0};
    record->sectors = list;
    record->sector_count = count;
}

static void add_links(sel_programme *record, sel_arena *arena)
{
    uint32_t count = draw(LIST_MAX);
    sel_programme_link *list = sel_arena_array(arena, count, sizeof *list);
    for (uint32_t i = 0; i < count; i++)
        list[i] = (sel_programme_link){(sel_link_kind)draw(SEL_LINK_COUNT), some_text(arena)};
    record->links = list;
    record->link_count = count;
}

static int8_t truth(void)
{
    return (int8_t)(draw(3) - 1);
}

static sel_group_set groups(void)
{
    static const int8_t said[] = {1, SEL_UNKNOWN, SEL_DOES_NOT_APPLY};
    sel_group_set set = {.said = said[draw(3)]};
    if (set.said == 1)
        set.groups = (uint8_t)draw(1U << SEL_NON_STATE_GROUPS);
    return set;
}

static void add_account(sel_programme *record, const sel_geography *geography, sel_arena *arena)
{
    sel_account *account = sel_arena_array(arena, 1, sizeof *account);
    if (draw(3) == 0)
        return;
    *account = sel_account_blank();
    account->document = text(arena);
    const sel_recipient *country = &geography->recipients[draw(geography->count)];
    if (!country->body && draw(2) == 0)
        memcpy(account->country, country->code.ptr, 3);
    account->drafted = (sel_drafted)draw(SEL_DRAFTED_NONE + 1);
    account->interruption = (sel_interruption)draw(SEL_INTERRUPTION_OTHER + 1);
    account->assessed = (sel_assessed)draw(SEL_ASSESSED_REUSED + 1);
    account->procurement = (sel_procurement)draw(SEL_PROCUREMENT_NONE + 1);
    account->division = truth();
    for (int i = 0; i < SEL_CALL_ITEMS; i++)
        account->call[i] = draw(3) == 0 ? (int8_t)SEL_DOES_NOT_APPLY : truth();
    sel_account_settle_call(account);
    account->tools = draw(4) == 0 ? (int8_t)SEL_DOES_NOT_APPLY : truth();
    account->tools_evidence = (int8_t)((int)draw(SEL_SHOWN_CONFIRMED + 2) - 1);
    account->seller_advised = truth();
    account->local = groups();
    account->design = groups();
    account->evaluation = groups();
    if (!sel_account_is_blank(account))
        record->account = account;
}

static void answer(sel_programme *record)
{
    record->status = (sel_programme_status)draw(SEL_STATUS_COUNT);
    record->kinds = (uint16_t)draw(1U << SEL_KIND_COUNT);
    record->for_whom = (uint16_t)draw(1U << SEL_AUDIENCE_COUNT);
    record->tied = (sel_tied)draw(SEL_TIED_COUNT);
    record->conditions = (sel_conditions_said)draw(3);
    if (record->conditions == SEL_CONDITIONS_SOME)
        record->condition_classes = (uint8_t)draw(1U << SEL_CONDITION_COUNT);
    record->conditions_requested = truth();
    record->asked_first = truth();
    record->same_as_other = truth();
    record->coordinated = truth();
    for (int i = 0; i < SEL_OWNERSHIP_ITEMS; i++)
        record->ownership[i] = (int8_t)((int)draw(6) - 1);
    record->level = (uint8_t)draw(256);
    record->illustrative = draw(2) == 0;
    record->disclosure =
        sel_str_of(sel_disclosure_code((sel_disclosure)draw(SEL_DISCLOSURE_SEALED)));
}

static sel_programme make_record(const sel_reference *reference, uint32_t number, sel_arena *arena)
{
    sel_programme record = sel_programme_blank();
    record.register_name = some_text(arena);
    sel_str before = text(arena);
    record.id = sel_str_printf(arena, "%.*s%u", SEL_STR_ARG(before), number);
    record.title = text(arena);
    record.description = text(arena);
    record.theme = text(arena);
    record.language = text(arena);
    record.note = text(arena);
    record.source_url = text(arena);
    record.coordination = text(arena);
    record.request = text(arena);
    record.start = days();
    record.end = days();
    if (record.start.known && record.end.known && record.end.latest < record.start.earliest)
        record.end = (sel_days){0}; /* readers drop such an end */
    record.decided = days();
    record.last_updated = days();
    record.money = money(arena);
    record.person_days = (sel_range){draw(9), 9 + draw(9), draw(2) == 0};
    if (!record.person_days.known)
        record.person_days = (sel_range){0};
    record.cyber_low = draw(2) == 0 ? 0 : draw(SEL_PPM + 1);
    record.cyber_high = draw(2) == 0 ? SEL_PPM : record.cyber_low;
    answer(&record);
    add_parties(&record, arena);
    add_recipients(&record, &reference->geography, arena);
    add_capabilities(&record, &reference->taxonomy, arena);
    add_joints(&record, arena);
    add_sectors(&record, arena);
    add_links(&record, arena);
    add_account(&record, &reference->geography, arena);
    return record;
}

static void fill(desk *d)
{
    int64_t source = 0;
    const sel_source file = {.name = SEL_STR("made"),
                             .sha256 = SEL_STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                                               "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
                             .kind = SEL_STR("register"),
                             .format = SEL_STR("csv")};
    sel_arena *arena = sel_arena_create();
    ck_assert_int_eq(sel_store_begin(d->store, &d->err), SEL_OK);
    ck_assert_msg(sel_store_add_source(d->store, &file, &source, &d->err) == SEL_OK, "%s",
                  d->err.message);
    for (uint32_t i = 0; i < RECORDS; i++) {
        sel_put_outcome outcome;
        sel_arena_reset(arena);
        sel_programme record = make_record(&d->context->reference, i, arena);
        ck_assert_msg(sel_store_put_programme(d->store, source, &record, &outcome, &d->err) ==
                          SEL_OK,
                      "%s", d->err.message);
        ck_assert_int_eq(outcome, SEL_PUT_NEW);
    }
    ck_assert_int_eq(sel_store_commit(d->store, &d->err), SEL_OK);
    sel_arena_destroy(arena);
}

static sel_str written(desk *d)
{
    const sel_export_options options = {.audience = SEL_DISCLOSURE_SECRETARIAT};
    sel_export export;
    sel_text out = {.arena = d->arena};
    ck_assert_msg(sel_export_register(d->context, d->store, &options, sel_stream_memory(&out),
                                      &export, &d->err) == SEL_OK,
                  "%s", d->err.message);
    ck_assert_uint_eq(export.written, RECORDS);
    return sel_text_str(&out);
}

static sel_import take_in(desk *d, sel_str csv)
{
    FILE *file = fopen(d->file_path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(csv.ptr, 1, csv.len, file), csv.len);
    ck_assert_int_eq(fclose(file), 0);
    sel_import import;
    sel_progress progress = {0};
    const sel_import_options options = {.type = "csv", .progress = &progress};
    ck_assert_msg(sel_import_file(d->context, d->store, d->file_path, &options, d->arena, &import,
                                  &d->err) == SEL_OK,
                  "%s", d->err.message);
    return import;
}

/* The first line that differs, for reading. */
static void expect_same_bytes(sel_str a, sel_str b)
{
    if (sel_str_equal(a, b))
        return;
    size_t at = 0;
    while (at < a.len && at < b.len && a.ptr[at] == b.ptr[at])
        at++;
    size_t from = at < 200 ? 0 : at - 200;
    ck_abort_msg("byte %zu:\n%.400s\n--- not\n%.400s", at, b.ptr + from, a.ptr + from);
}

START_TEST(what_is_written_is_read_back)
{
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        state = seed * UINT64_C(0x9E3779B97F4A7C15);
        desk d;
        desk_open(&d);
        fill(&d);
        sel_str first = written(&d);
        sel_import again = take_in(&d, first);
        expect_same_bytes(first, written(&d));
        ck_assert_msg(again.outcomes[SEL_PUT_UNCHANGED] == RECORDS,
                      "seed %u: %u of %d records read as written", (unsigned)seed,
                      (unsigned)again.outcomes[SEL_PUT_UNCHANGED], RECORDS);
        desk fresh;
        desk_open(&fresh);
        take_in(&fresh, first);
        expect_same_bytes(first, written(&fresh));
        desk_close(&fresh);
        desk_close(&d);
    }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {what_is_written_is_read_back, NULL};
    return run_tests("register_round_trip", tests);
}
