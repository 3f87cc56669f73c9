#include "store_fixture.h"

static const sel_party parties[] = {
    {.name = {"Department of Foreign Affairs", 29},
     .ref = {"AU-5", 4},
     .role = SEL_ROLE_FUNDING,
     .ladder = SEL_UNKNOWN,
     .kind = 10,
     .share = {400000, true}},
    {.name = {"Côte d'Ivoire Télécom", 24},
     .activity_id = {"own-17", 6},
     .role = SEL_ROLE_PARTICIPANT,
     .stakeholder = SEL_STAKEHOLDER_PRIVATE_CI,
     .ladder = SEL_LADDER_CO_DESIGN},
    {.name = {"", 0}, .role = SEL_ROLE_UNKNOWN, .ladder = SEL_LADDER_NONE},
};

static const sel_recipient_share recipients[] = {
    {{"TON", 3}, 333334, true, SEL_DEPTH_PRIORITY},
    {{"FJI", 3}, 333333, false, SEL_DEPTH_UNSAID},
    {{"R:Pacific", 9}, 333333, false, SEL_DEPTH_EVENT},
};

static const sel_capability_share capabilities[] = {
    {{"D1.2", 4}, 700000, false, SEL_TAG_TEXT, {"CERT", 4}, {"title", 5}, 60},
    {{"D3.3", 4}, 300000, true, SEL_TAG_STATED, {"", 0}, {"", 0}, 100},
};

static const sel_joint_share joints[] = {
    {{"TON", 3}, {"D1.2", 4}, 250000},
    {{"FJI", 3}, {"D3.3", 4}, 0},
};

static const sel_sector_share sectors[] = {
    {{"1", 1}, {"22040", 5}, {"", 0}, 600000, true},
    {{"99", 2}, {"", 0}, {"Numérique", 10}, 1000000, false},
};

static const sel_programme_link links[] = {
    {SEL_LINK_PARENT, {"XM-DAC-5-1", 10}},
    {SEL_LINK_SUCCESSOR, {"aid:AU-1", 8}},
};

static const sel_field_place fields[] = {
    {"start", 14, 5, {"2017", 4}, "year-only"},
    {"recipients", 14, 0, {"", 0}, "equal-shares"},
};

static const sel_account account = {
    .document = {"Strategy 2025", 13},
    .country = "FJI",
    .drafted = SEL_DRAFTED_TOGETHER,
    .interruption = SEL_INTERRUPTION_AGREED,
    .assessed = SEL_ASSESSED_REUSED,
    .procurement = SEL_PROCUREMENT_LIMITED,
    .division = 0,
    .call = {1, SEL_UNKNOWN, 0},
    .tools = SEL_DOES_NOT_APPLY,
    .tools_evidence = 2,
    .seller_advised = 1,
    .local = {0, 1},
    .design = {1U << 1 | 1U << 4, 1},
    .evaluation = {0, SEL_DOES_NOT_APPLY},
};

static void fill_answers(sel_programme *record)
{
    record->tied = SEL_TIED_PARTIALLY;
    record->conditions = SEL_CONDITIONS_SOME;
    record->condition_classes = 1U << SEL_K2_TECHNOLOGY | 1U << SEL_K5_DATA;
    record->conditions_requested = 0;
    record->asked_first = 1;
    record->same_as_other = SEL_UNKNOWN;
    record->coordinated = 1;
    record->ownership[0] = 4;
    record->ownership[1] = 0;
    record->ownership[2] = SEL_UNKNOWN;
    record->ownership[3] = 2;
    record->ownership[4] = 3;
}

static void fill_lists(sel_programme *record)
{
    record->parties = parties;
    record->party_count = sizeof parties / sizeof parties[0];
    record->recipients = recipients;
    record->recipient_count = sizeof recipients / sizeof recipients[0];
    record->capabilities = capabilities;
    record->capability_count = sizeof capabilities / sizeof capabilities[0];
    record->joints = joints;
    record->joint_count = sizeof joints / sizeof joints[0];
    record->sectors = sectors;
    record->sector_count = sizeof sectors / sizeof sectors[0];
    record->links = links;
    record->link_count = sizeof links / sizeof links[0];
    record->fields = fields;
    record->field_count = sizeof fields / sizeof fields[0];
    record->account = &account;
}

sel_programme programme(const char *id)
{
    sel_programme record = sel_programme_blank();
    record.register_name = SEL_STR("aid");
    record.id = sel_str_of(id);
    record.title = sel_str_of(id);
    record.description = SEL_STR("A CERT for three states;\nsecond \"line\", with commas");
    record.theme = SEL_STR("Digital governance");
    record.language = SEL_STR("en");
    record.note = SEL_STR("seen by hand");
    record.source_url = SEL_STR("https://example.org/1");
    record.status = SEL_STATUS_FINALISATION;
    record.start = (sel_days){17167, 17531, true};
    record.end = (sel_days){18262, 18262, true};
    record.decided = (sel_days){-25567, 84005, true};
    record.last_updated = (sel_days){20000, 20000, true};
    record.cyber_low = 250000;
    record.cyber_high = 1000000;
    record.kinds = 1U << SEL_KIND_TRAINING | 1U << SEL_KIND_FUNDING;
    record.for_whom = 1U << SEL_AUDIENCE_PUBLIC;
    record.money = (sel_money){1, INT64_C(9000000000000), "CHF", true, SEL_STR("CHF 0.01-90 bn")};
    record.person_days = (sel_range){30, 45, true};
    record.level = 2;
    record.coordination = SEL_STR("joint with ITU");
    record.request = SEL_STR("Note 14/2026");
    record.place = (sel_record_place){14, 4000000000, 13};
    record.disclosure = SEL_STR("parties");
    record.illustrative = true;
    fill_answers(&record);
    fill_lists(&record);
    return record;
}

static void same_days(sel_days a, sel_days b)
{
    ck_assert_int_eq(a.known, b.known);
    if (!a.known)
        return;
    ck_assert_int_eq(a.earliest, b.earliest);
    ck_assert_int_eq(a.latest, b.latest);
}

static void same_text(sel_str a, sel_str b)
{
    ck_assert_msg(sel_str_equal(a, b), "'%.*s', not '%.*s'", SEL_STR_ARG(a), SEL_STR_ARG(b));
}

static void same_texts(const sel_programme *a, const sel_programme *b)
{
    const sel_str pairs[][2] = {
        {a->register_name, b->register_name},
        {a->id, b->id},
        {a->title, b->title},
        {a->description, b->description},
        {a->theme, b->theme},
        {a->language, b->language},
        {a->note, b->note},
        {a->source_url, b->source_url},
        {a->coordination, b->coordination},
        {a->request, b->request},
        {a->disclosure, b->disclosure},
        {a->money.raw, b->money.raw},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        same_text(pairs[i][0], pairs[i][1]);
}

static void same_facts(const sel_programme *a, const sel_programme *b)
{
    const int64_t pairs[][2] = {
        {a->status, b->status},
        {a->cyber_low, b->cyber_low},
        {a->cyber_high, b->cyber_high},
        {a->set_aside, b->set_aside},
        {a->kinds, b->kinds},
        {a->for_whom, b->for_whom},
        {a->money.known, b->money.known},
        {a->money.low, b->money.low},
        {a->money.high, b->money.high},
        {a->person_days.known, b->person_days.known},
        {a->person_days.low, b->person_days.low},
        {a->person_days.high, b->person_days.high},
        {a->level, b->level},
        {a->tied, b->tied},
        {a->conditions, b->conditions},
        {a->condition_classes, b->condition_classes},
        {a->conditions_requested, b->conditions_requested},
        {a->asked_first, b->asked_first},
        {a->same_as_other, b->same_as_other},
        {a->coordinated, b->coordinated},
        {(int64_t)a->place.line, (int64_t)b->place.line},
        {(int64_t)a->place.offset, (int64_t)b->place.offset},
        {(int64_t)a->place.ordinal, (int64_t)b->place.ordinal},
        {a->illustrative, b->illustrative},
        {a->party_count, b->party_count},
        {a->recipient_count, b->recipient_count},
        {a->capability_count, b->capability_count},
        {a->joint_count, b->joint_count},
        {a->sector_count, b->sector_count},
        {a->link_count, b->link_count},
        {a->field_count, b->field_count},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        ck_assert_msg(pairs[i][0] == pairs[i][1], "fact %zu: %lld, not %lld", i,
                      (long long)pairs[i][0], (long long)pairs[i][1]);
    for (size_t i = 0; i < SEL_OWNERSHIP_ITEMS; i++)
        ck_assert_int_eq(a->ownership[i], b->ownership[i]);
    ck_assert_str_eq(a->money.currency, b->money.currency);
}

static void same_shares(const sel_programme *a, const sel_programme *b)
{
    for (uint32_t i = 0; i < a->recipient_count; i++) {
        same_text(a->recipients[i].code, b->recipients[i].code);
        ck_assert_uint_eq(a->recipients[i].ppm, b->recipients[i].ppm);
        ck_assert_int_eq(a->recipients[i].stated, b->recipients[i].stated);
        ck_assert_int_eq(a->recipients[i].depth, b->recipients[i].depth);
    }
    for (uint32_t i = 0; i < a->capability_count; i++) {
        same_text(a->capabilities[i].code, b->capabilities[i].code);
        ck_assert_uint_eq(a->capabilities[i].ppm, b->capabilities[i].ppm);
        ck_assert_int_eq(a->capabilities[i].stated, b->capabilities[i].stated);
        ck_assert_int_eq(a->capabilities[i].origin, b->capabilities[i].origin);
        same_text(a->capabilities[i].evidence, b->capabilities[i].evidence);
        same_text(a->capabilities[i].field, b->capabilities[i].field);
        ck_assert_uint_eq(a->capabilities[i].confidence, b->capabilities[i].confidence);
    }
    for (uint32_t i = 0; i < a->joint_count; i++) {
        same_text(a->joints[i].recipient, b->joints[i].recipient);
        same_text(a->joints[i].capability, b->joints[i].capability);
        ck_assert_uint_eq(a->joints[i].ppm, b->joints[i].ppm);
    }
    for (uint32_t i = 0; i < a->sector_count; i++) {
        same_text(a->sectors[i].vocabulary, b->sectors[i].vocabulary);
        same_text(a->sectors[i].code, b->sectors[i].code);
        same_text(a->sectors[i].name, b->sectors[i].name);
        ck_assert_uint_eq(a->sectors[i].ppm, b->sectors[i].ppm);
        ck_assert_int_eq(a->sectors[i].stated, b->sectors[i].stated);
    }
}

static void same_parties(const sel_programme *a, const sel_programme *b)
{
    for (uint32_t i = 0; i < a->party_count; i++) {
        same_text(a->parties[i].name, b->parties[i].name);
        same_text(a->parties[i].ref, b->parties[i].ref);
        same_text(a->parties[i].activity_id, b->parties[i].activity_id);
        ck_assert_int_eq(a->parties[i].role, b->parties[i].role);
        ck_assert_int_eq(a->parties[i].stakeholder, b->parties[i].stakeholder);
        ck_assert_int_eq(a->parties[i].ladder, b->parties[i].ladder);
        ck_assert_uint_eq(a->parties[i].kind, b->parties[i].kind);
        ck_assert_int_eq(a->parties[i].share.known, b->parties[i].share.known);
        ck_assert_uint_eq(a->parties[i].share.ppm, b->parties[i].share.ppm);
    }
}

static void same_groups(sel_group_set a, sel_group_set b)
{
    ck_assert_int_eq(a.said, b.said);
    ck_assert_uint_eq(a.groups, b.groups);
}

static void same_account(const sel_account *a, const sel_account *b)
{
    ck_assert_int_eq(a == NULL, b == NULL);
    if (a == NULL)
        return;
    same_text(a->document, b->document);
    ck_assert_str_eq(a->country, b->country);
    ck_assert_int_eq(a->drafted, b->drafted);
    ck_assert_int_eq(a->interruption, b->interruption);
    ck_assert_int_eq(a->assessed, b->assessed);
    ck_assert_int_eq(a->procurement, b->procurement);
    ck_assert_int_eq(a->division, b->division);
    for (int i = 0; i < SEL_CALL_ITEMS; i++)
        ck_assert_int_eq(a->call[i], b->call[i]);
    ck_assert_int_eq(a->tools, b->tools);
    ck_assert_int_eq(a->tools_evidence, b->tools_evidence);
    ck_assert_int_eq(a->seller_advised, b->seller_advised);
    same_groups(a->local, b->local);
    same_groups(a->design, b->design);
    same_groups(a->evaluation, b->evaluation);
}

void same_programme(const sel_programme *a, const sel_programme *b)
{
    same_texts(a, b);
    same_facts(a, b);
    same_days(a->start, b->start);
    same_days(a->end, b->end);
    same_days(a->decided, b->decided);
    same_days(a->last_updated, b->last_updated);
    same_parties(a, b);
    same_shares(a, b);
    same_account(a->account, b->account);
    for (uint32_t i = 0; i < a->link_count; i++) {
        ck_assert_int_eq(a->links[i].kind, b->links[i].kind);
        same_text(a->links[i].other, b->links[i].other);
    }
    for (uint32_t i = 0; i < a->field_count; i++) {
        ck_assert_str_eq(a->fields[i].field, b->fields[i].field);
        ck_assert_str_eq(a->fields[i].rule, b->fields[i].rule);
        ck_assert_uint_eq(a->fields[i].line, b->fields[i].line);
        ck_assert_uint_eq(a->fields[i].column, b->fields[i].column);
        same_text(a->fields[i].raw, b->fields[i].raw);
    }
}
