/* Rules of method §1 for one record. As-of is 2024-06-30 and open ends last 24 months. */
#include "domain/study_programme.h"

#include "shipped.h"

static shipped all;
static sel_day as_of;

static sel_days days(const char *text)
{
    sel_days read = {0};
    if (text != NULL)
        ck_assert_int_eq(sel_date_read(sel_str_of(text), &read), SEL_DATE_OK);
    return read;
}

/* updated: when the record was last changed, NULL when it does not say. */
static sel_study_programme timed_by(const char *start, const char *end, sel_programme_status status,
                                    const char *updated)
{
    sel_programme record = sel_programme_blank();
    sel_study_programme programme = {0};
    record.start = days(start);
    record.end = days(end);
    record.status = status;
    record.last_updated = days(updated);
    sel_study_time(&record, as_of, 24, &programme);
    if (programme.dated) {
        ck_assert_int_le(programme.start_low, programme.start_high);
        ck_assert_int_le(programme.end_low, programme.end_high);
        ck_assert_int_lt(programme.start_low, programme.end_high);
        ck_assert_int_lt(programme.start_high, programme.end_high);
        ck_assert_int_lt(programme.start_low, programme.end_low);
    }
    return programme;
}

static sel_study_programme timed(const char *start, const char *end, sel_programme_status status)
{
    return timed_by(start, end, status, NULL);
}

static void expect_bounds(const sel_study_programme *programme, const char *start_low,
                          const char *start_high, const char *end_low, const char *end_high)
{
    char text[SEL_DATE_ROOM];
    ck_assert(programme->dated);
    ck_assert_str_eq(sel_day_text(programme->start_low, text), start_low);
    ck_assert_str_eq(sel_day_text(programme->start_high, text), start_high);
    ck_assert_str_eq(sel_day_text(programme->end_low, text), end_low);
    ck_assert_str_eq(sel_day_text(programme->end_high, text), end_high);
}

START_TEST(ends_are_half_open)
{
    sel_study_programme p = timed("2024-03-01", "2025-02-28", SEL_STATUS_RUNNING);
    expect_bounds(&p, "2024-03-01", "2024-03-01", "2025-03-01", "2025-03-01");
    p = timed("2024-03-01", "2024-03-01", SEL_STATUS_UNKNOWN); /* one day */
    expect_bounds(&p, "2024-03-01", "2024-03-01", "2024-03-02", "2024-03-02");
}
END_TEST

START_TEST(years_are_ranges)
{
    sel_study_programme p = timed("2017", "2021", SEL_STATUS_UNKNOWN);
    expect_bounds(&p, "2017-01-01", "2017-12-31", "2021-01-02", "2022-01-01");
    p = timed("2017", "2017", SEL_STATUS_UNKNOWN);
    expect_bounds(&p, "2017-01-01", "2017-12-31", "2017-01-02", "2018-01-01");
    p = timed("2017", "2017-03-31", SEL_STATUS_UNKNOWN); /* it cannot begin after its end */
    expect_bounds(&p, "2017-01-01", "2017-03-31", "2017-04-01", "2017-04-01");
}
END_TEST

START_TEST(open_ends_by_status)
{
    sel_study_programme p = timed("2023-10-01", NULL, SEL_STATUS_RUNNING);
    expect_bounds(&p, "2023-10-01", "2023-10-01", "2024-07-01", "2026-06-30");
    p = timed("2023-10-01", NULL, SEL_STATUS_UNKNOWN);
    expect_bounds(&p, "2023-10-01", "2023-10-01", "2023-10-02", "2026-06-30");
    p = timed("2023-01-01", NULL, SEL_STATUS_CLOSED);
    expect_bounds(&p, "2023-01-01", "2023-01-01", "2023-01-02", "2024-07-01");
    p = timed("2023-01-01", NULL, SEL_STATUS_CANCELLED);
    expect_bounds(&p, "2023-01-01", "2023-01-01", "2023-01-02", "2024-07-01");
    p = timed("2025-01-01", NULL, SEL_STATUS_PIPELINE);
    expect_bounds(&p, "2025-01-01", "2025-01-01", "2025-01-02", "2027-01-01");
    p = timed("2023-01-01", NULL, SEL_STATUS_PIPELINE); /* nobody says that it began */
    expect_bounds(&p, "2023-01-01", "2023-01-01", "2023-01-02", "2026-06-30");
    p = timed("2023", NULL, SEL_STATUS_SUSPENDED);
    expect_bounds(&p, "2023-01-01", "2023-12-31", "2023-01-02", "2026-06-30");
}
END_TEST

START_TEST(a_status_vouches_for_one_year_at_most)
{
    sel_study_programme p = timed("2003-04-05", NULL, SEL_STATUS_RUNNING);
    expect_bounds(&p, "2003-04-05", "2003-04-05", "2004-04-05", "2026-06-30");
    p = timed("2003-04-05", NULL, SEL_STATUS_FINALISATION);
    expect_bounds(&p, "2003-04-05", "2003-04-05", "2004-04-05", "2026-06-30");
    p = timed("2024-02-29", NULL, SEL_STATUS_RUNNING); /* less than a year before as-of */
    expect_bounds(&p, "2024-02-29", "2024-02-29", "2024-07-01", "2026-06-30");
    p = timed("2025-01-01", NULL, SEL_STATUS_RUNNING); /* to come, whatever it says */
    expect_bounds(&p, "2025-01-01", "2025-01-01", "2025-01-02", "2027-01-01");
}
END_TEST

START_TEST(a_status_vouches_to_the_day_it_was_stated)
{
    sel_study_programme p = timed_by("2023-01-01", NULL, SEL_STATUS_RUNNING, "2023-05-31");
    expect_bounds(&p, "2023-01-01", "2023-01-01", "2023-06-01", "2026-06-30");
    p = timed_by("2023-01-01", NULL, SEL_STATUS_RUNNING, "2023"); /* on its first day perhaps */
    expect_bounds(&p, "2023-01-01", "2023-01-01", "2023-01-02", "2026-06-30");
    p = timed_by("2023-01-01", NULL, SEL_STATUS_RUNNING, "2022-12-31"); /* before it began */
    expect_bounds(&p, "2023-01-01", "2023-01-01", "2023-01-02", "2026-06-30");
    p = timed_by("2024-06-01", NULL, SEL_STATUS_RUNNING, "2024-09-30"); /* after as-of */
    expect_bounds(&p, "2024-06-01", "2024-06-01", "2024-10-01", "2026-06-30");
}
END_TEST

START_TEST(what_was_said_to_be_over_was_over_by_then)
{
    sel_study_programme p = timed_by("2010-01-01", NULL, SEL_STATUS_CLOSED, "2016-04-18");
    expect_bounds(&p, "2010-01-01", "2010-01-01", "2010-01-02", "2016-04-19");
    p = timed_by("2010-01-01", NULL, SEL_STATUS_CLOSED, "2016");
    expect_bounds(&p, "2010-01-01", "2010-01-01", "2010-01-02", "2017-01-01");
    p = timed_by("2010-01-01", NULL, SEL_STATUS_CLOSED, "2009-12-31"); /* before it began */
    expect_bounds(&p, "2010-01-01", "2010-01-01", "2010-01-02", "2010-01-02");
    p = timed_by("2023-01-01", NULL, SEL_STATUS_CLOSED, "2024-09-30"); /* may run at as-of */
    expect_bounds(&p, "2023-01-01", "2023-01-01", "2023-01-02", "2024-10-01");
    ck_assert_int_eq(p.phase, SEL_PHASE_RUNNING);
}
END_TEST

START_TEST(undated_is_not_guessed)
{
    ck_assert(!timed(NULL, "2025-01-01", SEL_STATUS_RUNNING).dated);
    ck_assert(!timed(NULL, NULL, SEL_STATUS_CLOSED).dated);
    ck_assert(!timed("2025-01-01", "2024-12-31", SEL_STATUS_RUNNING).dated);
    ck_assert(timed("2025-01-01", "2025-01-01", SEL_STATUS_RUNNING).dated);
}
END_TEST

START_TEST(phases_are_sure)
{
    ck_assert_int_eq(timed("2020-01-01", "2024-06-29", 0).phase, SEL_PHASE_PAST);
    ck_assert_int_eq(timed("2020-01-01", "2024-06-30", 0).phase, SEL_PHASE_RUNNING);
    ck_assert_int_eq(timed("2020", "2024", 0).phase, SEL_PHASE_RUNNING);
    ck_assert_int_eq(timed("2024-06-30", NULL, 0).phase, SEL_PHASE_RUNNING);
    ck_assert_int_eq(timed("2024-07-01", NULL, 0).phase, SEL_PHASE_PIPELINE);
    ck_assert_int_eq(timed("2024", NULL, 0).phase, SEL_PHASE_RUNNING); /* may have begun */
    ck_assert_int_eq(timed("2024", NULL, SEL_STATUS_PIPELINE).phase, SEL_PHASE_PIPELINE);
}
END_TEST

START_TEST(an_old_status_leaves_a_programme_running_perhaps)
{
    ck_assert_int_eq(timed_by("2003-04-05", NULL, SEL_STATUS_RUNNING, "2011").phase,
                     SEL_PHASE_RUNNING);
    ck_assert_int_eq(timed_by("2003-04-05", NULL, SEL_STATUS_PIPELINE, "2011").phase,
                     SEL_PHASE_RUNNING);
    sel_programme_status to_come = SEL_STATUS_PIPELINE; /* late, and said so not long ago */
    ck_assert_int_eq(timed_by("2024-01-01", NULL, to_come, "2023-07-01").phase, SEL_PHASE_PIPELINE);
    ck_assert_int_eq(timed_by("2024-01-01", NULL, to_come, "2023-06-29").phase, SEL_PHASE_RUNNING);
    ck_assert_int_eq(timed_by("2024-07-01", NULL, to_come, "2020").phase, SEL_PHASE_PIPELINE);
}
END_TEST

typedef struct sample {
    sel_recipient_share recipients[4];
    sel_capability_share capabilities[4];
    sel_programme programme;
} sample;

static sel_study_programme placed(sample *of, uint32_t recipients, uint32_t capabilities)
{
    sel_study_programme programme = {0};
    of->programme.recipients = of->recipients;
    of->programme.recipient_count = recipients;
    of->programme.capabilities = of->capabilities;
    of->programme.capability_count = capabilities;
    sel_study_places(&of->programme, &all.reference, all.arena, &programme);
    return programme;
}

static const sel_study_place *place_at(const sel_study_programme *programme, const char *recipient,
                                       const char *capability)
{
    uint32_t r = sel_geography_code(&all.reference.geography, sel_str_of(recipient));
    uint32_t c = sel_taxonomy_find(&all.reference.taxonomy, sel_str_of(capability));
    for (uint32_t i = 0; i < programme->place_count; i++)
        if (programme->places[i].recipient == r && programme->places[i].capability == c)
            return &programme->places[i];
    return NULL;
}

static uint64_t effort_total(const sel_study_programme *programme)
{
    uint64_t total = (uint64_t)programme->other_ppm * 10;
    for (uint32_t i = 0; i < programme->place_count; i++)
        total += programme->places[i].effort_high;
    return total;
}

static sample plain(const char *recipient, const char *capability)
{
    sample of = {.programme = sel_programme_blank()};
    of.programme.cyber_low = SEL_PPM;
    of.recipients[0] =
        (sel_recipient_share){.code = sel_str_of(recipient), .ppm = SEL_PPM, .stated = true};
    of.capabilities[0] =
        (sel_capability_share){.code = sel_str_of(capability), .ppm = SEL_PPM, .stated = true};
    return of;
}

START_TEST(one_place_takes_all)
{
    sample of = plain("FJI", "D1.2");
    sel_study_programme p = placed(&of, 1, 1);
    ck_assert_uint_eq(p.place_count, 1);
    ck_assert_uint_eq(p.places[0].effort_low, SEL_EFFORT_WHOLE);
    ck_assert_uint_eq(p.places[0].effort_high, SEL_EFFORT_WHOLE);
    ck_assert_uint_eq(p.places[0].presence, SEL_PRESENT_YES);
    ck_assert_uint_eq(p.other_ppm, 0);
    ck_assert(!p.equal_shares && !p.guessed && !p.via_region);
}
END_TEST

/* 1/3 × 1/2 six times, by hand: 166 666.67 each, four shares get the missing millionths. */
START_TEST(shares_of_all_places_sum_to_a_million)
{
    sample of = plain("FJI", "D1.2");
    const char *const recipients[] = {"FJI", "TON", "WSM"};
    const char *const capabilities[] = {"D1.2", "X1"};
    for (int i = 0; i < 3; i++)
        of.recipients[i] = (sel_recipient_share){
            .code = sel_str_of(recipients[i]), .ppm = i == 0 ? 333334 : 333333, .stated = false};
    for (int i = 0; i < 2; i++)
        of.capabilities[i] = (sel_capability_share){
            .code = sel_str_of(capabilities[i]), .ppm = 500000, .stated = true};
    sel_study_programme p = placed(&of, 3, 2);
    ck_assert_uint_eq(p.place_count, 6);
    ck_assert_uint_eq(p.other_ppm, 0);
    ck_assert_uint_eq(effort_total(&p), SEL_EFFORT_WHOLE);
    ck_assert(p.equal_shares);
    for (uint32_t i = 0; i < p.place_count; i++) {
        ck_assert_uint_ge(p.places[i].effort_high, 1666660);
        ck_assert_uint_le(p.places[i].effort_high, 1666670);
    }
}
END_TEST

START_TEST(what_is_not_at_a_place_is_other)
{
    sample of = plain("FJI", "D1.2");
    of.recipients[0].ppm = 600000;
    of.recipients[1] = (sel_recipient_share){
        .code = SEL_STR("R:998"), .ppm = 400000, .stated = true}; /* a region without a list */
    of.programme.cyber_low = of.programme.cyber_high = 500000;
    sel_study_programme p = placed(&of, 2, 1);
    ck_assert_uint_eq(p.place_count, 1);
    ck_assert_uint_eq(p.places[0].effort_high, 3000000);
    ck_assert_uint_eq(p.other_ppm, 700000);
    sample none = plain("FJI", "D1.2");
    p = placed(&none, 0, 1);
    ck_assert_uint_eq(p.place_count, 0);
    ck_assert_uint_eq(p.other_ppm, SEL_PPM);
}
END_TEST

/* 1033 is Melanesia: Fiji, Papua New Guinea, the Solomon Islands, Vanuatu. By hand: a quarter of
 * 400 000 each, and Fiji its own 600 000 as well. */
START_TEST(a_region_is_shared_equally_by_its_states)
{
    sample of = plain("FJI", "D1.2");
    of.recipients[0].ppm = 600000;
    of.recipients[1] =
        (sel_recipient_share){.code = SEL_STR("R:1033"), .ppm = 400000, .stated = true};
    sel_study_programme p = placed(&of, 2, 1);
    ck_assert_uint_eq(p.place_count, 4);
    ck_assert(p.via_region);
    ck_assert_uint_eq(p.other_ppm, 0);
    ck_assert_uint_eq(effort_total(&p), SEL_EFFORT_WHOLE);
    ck_assert_uint_eq(place_at(&p, "FJI", "D1.2")->effort_high, 7000000);
    ck_assert_uint_eq(place_at(&p, "VUT", "D1.2")->effort_high, 1000000);
    ck_assert_uint_eq(place_at(&p, "FJI", "D1.2")->presence, SEL_PRESENT_YES);
    ck_assert_uint_eq(place_at(&p, "VUT", "D1.2")->presence, SEL_PRESENT_PERHAPS);
    ck_assert_ptr_null(place_at(&p, "TON", "D1.2"));
}
END_TEST

/* Unlike an organisation a region has no capability of its own: X5 takes place in it too. */
START_TEST(a_region_is_all_venue)
{
    sample of = plain("R:057", "X5"); /* Micronesia, M49: five states */
    sel_study_programme p = placed(&of, 1, 1);
    ck_assert_uint_eq(p.place_count, 5);
    ck_assert_uint_eq(place_at(&p, "PLW", "X5")->effort_high, 2000000);
    ck_assert_uint_eq(place_at(&p, "PLW", "X5")->presence, SEL_PRESENT_PERHAPS);
    of.recipients[0].depth = SEL_DEPTH_EVENT;
    p = placed(&of, 1, 1);
    ck_assert_uint_eq(place_at(&p, "PLW", "X5")->presence, SEL_PRESENT_NO);
}
END_TEST

/* The register says that Fiji gets the response team and Tonga the law: by hand, 0.7 and 0.2 of the
 * half that is cyber, and nothing at the other two places that the margins would give. */
START_TEST(joint_shares_stand_for_the_product)
{
    sample of = plain("FJI", "D1.2");
    of.recipients[0].ppm = 700000;
    of.recipients[1] = (sel_recipient_share){.code = SEL_STR("TON"), .ppm = 200000, .stated = true};
    of.capabilities[0].ppm = 700000;
    of.capabilities[1] =
        (sel_capability_share){.code = SEL_STR("D4.1"), .ppm = 200000, .stated = true};
    const sel_joint_share joints[] = {{SEL_STR("FJI"), SEL_STR("D1.2"), 700000},
                                      {SEL_STR("TON"), SEL_STR("D4.1"), 200000},
                                      {SEL_STR("XXX"), SEL_STR("D4.1"), 100000}};
    of.programme.cyber_low = of.programme.cyber_high = 500000;
    of.programme.joints = joints;
    of.programme.joint_count = 3;
    sel_study_programme p = placed(&of, 2, 2);
    ck_assert_uint_eq(p.place_count, 2);
    ck_assert_uint_eq(place_at(&p, "FJI", "D1.2")->effort_high, 3500000);
    ck_assert_uint_eq(place_at(&p, "TON", "D4.1")->effort_high, 1000000);
    ck_assert_uint_eq(p.other_ppm, 550000);
}
END_TEST

START_TEST(unknown_cyber_share_is_an_interval)
{
    sample of = plain("FJI", "D1.2");
    of.programme.cyber_low = 0;
    sel_study_programme p = placed(&of, 1, 1);
    ck_assert_uint_eq(p.places[0].effort_low, 0);
    ck_assert_uint_eq(p.places[0].effort_high, SEL_EFFORT_WHOLE);
    ck_assert_uint_eq(p.places[0].presence, SEL_PRESENT_PERHAPS);
}
END_TEST

START_TEST(depth_weighs_effort)
{
    static const struct {
        sel_depth depth;
        uint32_t low;
        uint32_t high;
        uint8_t presence;
    } depths[] = {
        {SEL_DEPTH_NO_NOTION, 10, 10, SEL_PRESENT_YES},
        {SEL_DEPTH_UNSAID, 5, 10, SEL_PRESENT_YES},
        {SEL_DEPTH_PRIORITY, 10, 10, SEL_PRESENT_YES},
        {SEL_DEPTH_ASSOCIATE, 5, 5, SEL_PRESENT_YES},
        {SEL_DEPTH_EVENT, 1, 1, SEL_PRESENT_NO},
    };
    for (size_t i = 0; i < sizeof depths / sizeof depths[0]; i++) {
        sample of = plain("FJI", "D1.2");
        of.recipients[0].depth = depths[i].depth;
        sel_study_programme p = placed(&of, 1, 1);
        ck_assert_uint_eq(p.places[0].effort_low, depths[i].low * SEL_PPM);
        ck_assert_uint_eq(p.places[0].effort_high, depths[i].high * SEL_PPM);
        ck_assert_uint_eq(p.places[0].depth_low, depths[i].low);
        ck_assert_uint_eq(p.places[0].depth_high, depths[i].high);
        ck_assert_uint_eq(p.places[0].presence, depths[i].presence);
    }
}
END_TEST

/* Presence asks for 5 % of a capability over all recipients: 49 999 ppm are too few. */
START_TEST(presence_needs_five_in_a_hundred)
{
    sample of = plain("FJI", "D1.2");
    of.capabilities[0].ppm = 49999;
    of.capabilities[1] =
        (sel_capability_share){.code = SEL_STR("X1"), .ppm = 950001, .stated = true};
    sel_study_programme p = placed(&of, 1, 2);
    ck_assert_uint_eq(place_at(&p, "FJI", "D1.2")->presence, SEL_PRESENT_NO);
    ck_assert_uint_eq(place_at(&p, "FJI", "X1")->presence, SEL_PRESENT_YES);
    of.capabilities[0].ppm = 50000;
    of.capabilities[1].ppm = 950000;
    p = placed(&of, 1, 2);
    ck_assert_uint_eq(place_at(&p, "FJI", "D1.2")->presence, SEL_PRESENT_YES);
}
END_TEST

START_TEST(organisations_keep_x5_and_hand_on_the_rest)
{
    const sel_geography *geography = &all.reference.geography;
    uint32_t asean = sel_geography_code(geography, SEL_STR("ASEAN"));
    uint32_t members = geography->recipients[asean].member_count;
    sample of = plain("ASEAN", "X5");
    of.capabilities[0].ppm = 250000;
    of.capabilities[1] =
        (sel_capability_share){.code = SEL_STR("D1.2"), .ppm = 750000, .stated = true};
    sel_study_programme p = placed(&of, 1, 2);
    ck_assert_uint_eq(p.place_count, members + 1);
    ck_assert_uint_eq(place_at(&p, "ASEAN", "X5")->effort_high, 2500000);
    ck_assert_ptr_null(place_at(&p, "ASEAN", "D1.2"));
    ck_assert_ptr_nonnull(place_at(&p, "IDN", "D1.2"));
    ck_assert_uint_eq(effort_total(&p), SEL_EFFORT_WHOLE);
    ck_assert(p.via_region && !p.equal_shares);
    for (uint32_t i = 1; i < p.place_count; i++)
        ck_assert(p.places[i - 1].recipient < p.places[i].recipient);
}
END_TEST

START_TEST(a_member_and_its_organisation_meet_at_one_place)
{
    sample of = plain("ASEAN", "D1.2");
    of.recipients[0].ppm = 500000;
    of.recipients[1] = (sel_recipient_share){.code = SEL_STR("IDN"), .ppm = 500000, .stated = true};
    sel_study_programme p = placed(&of, 2, 1);
    uint32_t asean = sel_geography_code(&all.reference.geography, SEL_STR("ASEAN"));
    uint32_t members = all.reference.geography.recipients[asean].member_count;
    ck_assert_uint_eq(p.place_count, members);
    uint32_t expected = 5000000 + 5000000 / members;
    ck_assert_uint_ge(place_at(&p, "IDN", "D1.2")->effort_high, expected - 10);
    ck_assert_uint_le(place_at(&p, "IDN", "D1.2")->effort_high, expected + 20);
    ck_assert_uint_eq(effort_total(&p), SEL_EFFORT_WHOLE);
}
END_TEST

typedef struct resolved {
    sel_organisation_roll *roll;
    sel_study_programme programme;
} resolved;

static resolved parties_of(const sel_party *parties, uint32_t count)
{
    const sel_organisations *table = &all.reference.organisations;
    resolved out = {.roll = sel_organisation_roll_create(table)};
    sel_programme record = sel_programme_blank();
    record.parties = parties;
    record.party_count = count;
    uint32_t unnamed;
    sel_study_parties(&record, out.roll, all.arena, &out.programme);
    sel_roll_settle(out.roll);
    sel_roll_organisations(out.roll, &unnamed);
    sel_study_organise(out.roll, table, all.arena, &unnamed, &out.programme);
    return out;
}

static void forget(resolved *out)
{
    sel_organisation_roll_destroy(out->roll);
}

static sel_str donor_of(const resolved *out, uint32_t number)
{
    uint32_t count;
    return sel_roll_organisations(out->roll, &count)[out->programme.donors[number]].name;
}

START_TEST(two_departments_are_one_donor_and_two_funders)
{
    const sel_party parties[] = {
        {.name = SEL_STR("Australia (DFAT CCTCP)"), .role = SEL_ROLE_FUNDING},
        {.name = SEL_STR("ACSC"), .role = SEL_ROLE_FUNDING},
        {.name = SEL_STR("Department of Foreign Affairs and Trade"), .role = SEL_ROLE_FUNDING},
    };
    resolved out = parties_of(parties, 3);
    ck_assert_uint_eq(out.programme.funder_count, 2);
    ck_assert_uint_eq(out.programme.donor_count, 1);
    expect_slice(donor_of(&out, 0), "Australia");
    ck_assert_uint_eq(out.programme.party_count, 3);
    forget(&out);
}
END_TEST

START_TEST(donors_are_funding_else_extending_else_reporting)
{
    sel_party parties[] = {
        {.name = SEL_STR("Reporter R"), .role = SEL_ROLE_REPORTING},
        {.name = SEL_STR("Implementer I"), .role = SEL_ROLE_IMPLEMENTING},
        {.name = SEL_STR("Extender E"), .role = SEL_ROLE_EXTENDING},
        {.name = SEL_STR("Funder F"), .role = SEL_ROLE_FUNDING},
    };
    static const char *const expected[] = {NULL, "Reporter R", "Reporter R", "Extender E",
                                           "Funder F"};
    for (uint32_t count = 1; count <= 4; count++) {
        resolved out = parties_of(parties, count);
        ck_assert_uint_eq(out.programme.donor_count, 1);
        expect_slice(donor_of(&out, 0), expected[count]);
        forget(&out);
    }
    resolved out = parties_of(parties + 1, 1);
    ck_assert_uint_eq(out.programme.donor_count, 0);
    forget(&out);
}
END_TEST

START_TEST(unlisted_names_are_their_own_donor_without_case)
{
    const sel_party parties[] = {
        {.name = SEL_STR("The Fund of Nowhere"), .role = SEL_ROLE_FUNDING},
        {.name = SEL_STR("THE FUND, OF NOWHERE"), .role = SEL_ROLE_FUNDING},
        {.ref = SEL_STR("ZZ-77"), .role = SEL_ROLE_FUNDING},
        {.role = SEL_ROLE_FUNDING},
    };
    resolved out = parties_of(parties, 4);
    ck_assert_uint_eq(out.programme.donor_count, 2);
    ck_assert_uint_eq(out.programme.party_count, 3); /* the nameless one is left out */
    expect_slice(donor_of(&out, 0), "THE FUND, OF NOWHERE");
    expect_slice(donor_of(&out, 1), "ZZ-77");
    forget(&out);
}
END_TEST

START_TEST(given_fields_are_counted)
{
    const sel_party parties[] = {{.name = SEL_STR("F"), .role = SEL_ROLE_FUNDING},
                                 {.name = SEL_STR("I"), .role = SEL_ROLE_IMPLEMENTING}};
    sample of = plain("FJI", "D1.2");
    of.programme.parties = parties;
    of.programme.party_count = 2;
    of.programme.recipients = of.recipients;
    of.programme.recipient_count = 1;
    of.programme.capabilities = of.capabilities;
    of.programme.capability_count = 1;
    of.programme.start = days("2024");
    of.programme.end = days("2025");
    of.programme.status = SEL_STATUS_RUNNING;
    const sel_geography *geography = &all.reference.geography;
    ck_assert_uint_eq(sel_study_given(&of.programme, geography), SEL_GIVEN_ALL);
    of.capabilities[0].origin = SEL_TAG_TEXT;
    of.recipients[0].code = SEL_STR("R:298");
    ck_assert_uint_eq(sel_study_given(&of.programme, geography),
                      SEL_GIVEN_ALL & ~(SEL_GIVEN_CAPABILITY | SEL_GIVEN_RECIPIENT));
    sel_programme blank = sel_programme_blank();
    ck_assert_uint_eq(sel_study_given(&blank, geography), 0);
}
END_TEST

int main(void)
{
    all = shipped_open();
    as_of = sel_day_of(2024, 6, 30);
    const TTest *tests[] = {ends_are_half_open,
                            years_are_ranges,
                            open_ends_by_status,
                            a_status_vouches_for_one_year_at_most,
                            a_status_vouches_to_the_day_it_was_stated,
                            what_was_said_to_be_over_was_over_by_then,
                            an_old_status_leaves_a_programme_running_perhaps,
                            undated_is_not_guessed,
                            phases_are_sure,
                            one_place_takes_all,
                            shares_of_all_places_sum_to_a_million,
                            what_is_not_at_a_place_is_other,
                            a_region_is_shared_equally_by_its_states,
                            a_region_is_all_venue,
                            joint_shares_stand_for_the_product,
                            unknown_cyber_share_is_an_interval,
                            depth_weighs_effort,
                            presence_needs_five_in_a_hundred,
                            organisations_keep_x5_and_hand_on_the_rest,
                            a_member_and_its_organisation_meet_at_one_place,
                            two_departments_are_one_donor_and_two_funders,
                            donors_are_funding_else_extending_else_reporting,
                            unlisted_names_are_their_own_donor_without_case,
                            given_fields_are_counted,
                            NULL};
    int failed = run_tests("study_programme", tests);
    shipped_close(&all);
    return failed;
}
