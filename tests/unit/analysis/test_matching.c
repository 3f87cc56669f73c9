#include "analysis/matching.h"

#include "base/number.h"
#include "check_suite.h"
#include "input/codelist_file.h"

/* A study under construction, seen from 1 January 2027. */
typedef struct bench {
    sel_arena *arena;
    sel_reference reference;
    sel_model model;
    sel_study_builder *builder;
    uint32_t records;
} bench;

static sel_days day(int year, int month, int date)
{
    sel_day number = sel_day_of(year, month, date);
    return (sel_days){number, number, true};
}

static bench open_bench(void)
{
    bench b = {.arena = sel_arena_create()};
    sel_error err = {0};
    ck_assert_msg(sel_reference_open(SELARAS_SOURCE_DIR "/questionnaires/codelists", b.arena,
                                     &b.reference, &err) == SEL_OK,
                  "%s", err.message);
    b.model =
        (sel_model){.window_months_before = 12, .window_months_after = 24, .open_end_months = 24};
    return b;
}

static void start_study(bench *b)
{
    const sel_study_options options = {.as_of = sel_day_of(2027, 1, 1),
                                       .reporting_currency = "USD"};
    b->builder = sel_study_builder_create(&b->reference, &b->model, &options);
}

static void close_bench(bench *b)
{
    sel_study_builder_destroy(b->builder);
    sel_reference_close(&b->reference);
    sel_arena_destroy(b->arena);
}

/* A programme of 2026-2028 that gives all to incident response (D1.2) in Fiji. */
static const sel_recipient_share fiji = {{"FJI", 3}, SEL_PPM, true, SEL_DEPTH_PRIORITY};
static const sel_capability_share response = {.code = {"D1.2", 4}, .ppm = SEL_PPM, .stated = true};
static const sel_party australia = {.name = {"Australia", 9}, .role = SEL_ROLE_FUNDING};

static sel_programme programme(bench *b)
{
    sel_programme record = sel_programme_blank();
    record.register_name = SEL_STR("test");
    record.id = sel_str_printf(b->arena, "%03u", b->records++);
    record.title = record.id;
    record.status = SEL_STATUS_RUNNING;
    record.start = day(2026, 1, 1);
    record.end = day(2028, 12, 31);
    record.parties = &australia;
    record.party_count = 1;
    record.recipients = &fiji;
    record.recipient_count = 1;
    record.capabilities = &response;
    record.capability_count = 1;
    record.cyber_low = record.cyber_high = SEL_PPM;
    record.kinds = 1u << SEL_KIND_TRAINING | 1u << SEL_KIND_MENTORING;
    return record;
}

static void add(bench *b, sel_programme record)
{
    ck_assert(sel_study_add_programme(b->builder, &record));
}

/* Fiji wants twelve months of training in incident response from 1 July 2027. */
static sel_request wish(void)
{
    return (sel_request){.id = SEL_STR("FJI-1-01"),
                         .recipient = SEL_STR("FJI"),
                         .capability = SEL_STR("D1.2"),
                         .kinds = 1u << SEL_KIND_TRAINING,
                         .from = day(2027, 7, 1),
                         .months = 12};
}

/* Fit of one programme to one request, kept or not. */
static sel_fit only_fit(bench *b, sel_programme record, sel_request request, sel_left_out reason)
{
    start_study(b);
    add(b, record);
    sel_study_add_request(b->builder, &request);
    const sel_study *study = sel_study_finish(b->builder);
    sel_fits fits = sel_match_request(study, 0, b->arena);
    for (int i = 0; i < SEL_OUT_KINDS; i++)
        ck_assert_msg(fits.left_out[i] == (i == (int)reason), "reason %d, not %d", i, reason);
    ck_assert_uint_eq(fits.count, reason == SEL_FIT_KEPT);
    sel_fit fit = fits.count == 1 ? fits.list[0] : (sel_fit){.left_out = reason};
    sel_study_builder_destroy(b->builder);
    b->builder = NULL;
    return fit;
}

static void check_factor(sel_fit_factor found, double low, double high)
{
    ck_assert_double_eq_tol(found.low, low, 1e-12);
    ck_assert_double_eq_tol(found.high, high, 1e-12);
}

START_TEST(everything_fits)
{
    bench b = open_bench();
    sel_fit fit = only_fit(&b, programme(&b), wish(), SEL_FIT_KEPT);
    check_factor(fit.capability, 1, 1);
    check_factor(fit.recipient, 1, 1);
    check_factor(fit.kind, 1, 1);
    check_factor(fit.timing, 1, 1);
    ck_assert(fit.low == 1 && fit.high == 1 && !fit.answers);
    close_bench(&b);
}
END_TEST

/* 12 % on the capability is 3/5 of a fifth, whatever the depth of the link. */
START_TEST(capability_in_proportion_to_a_fifth)
{
    bench b = open_bench();
    sel_capability_share two[] = {response, response};
    two[0].ppm = 120000;
    two[1].ppm = 880000;
    two[1].code = SEL_STR("D1.1");
    static const sel_depth depths[] = {SEL_DEPTH_PRIORITY, SEL_DEPTH_ASSOCIATE, SEL_DEPTH_EVENT};
    static const double deltas[] = {1, 0.5, 0.1};
    for (int i = 0; i < 3; i++) {
        sel_programme record = programme(&b);
        sel_recipient_share link = fiji;
        link.depth = depths[i];
        record.recipients = &link;
        record.capabilities = two;
        record.capability_count = 2;
        sel_fit fit = only_fit(&b, record, wish(), SEL_FIT_KEPT);
        check_factor(fit.capability, 0.6, 0.6);
        check_factor(fit.recipient, deltas[i], deltas[i]);
        ck_assert_double_eq(fit.low, sel_number_settle(0.6 * deltas[i]));
    }
    close_bench(&b);
}
END_TEST

START_TEST(what_is_not_said_is_an_interval)
{
    bench b = open_bench();
    sel_recipient_share link = fiji;
    link.depth = SEL_DEPTH_UNSAID;
    sel_programme record = programme(&b);
    record.recipients = &link;
    record.cyber_low = 100000;
    record.kinds = 0;
    record.start = (sel_days){0};
    sel_fit fit = only_fit(&b, record, wish(), SEL_FIT_KEPT);
    check_factor(fit.recipient, 0.5, 1);
    check_factor(fit.capability, 0.5, 1);
    check_factor(fit.kind, 0, 1);
    check_factor(fit.timing, 0, 1);
    ck_assert(fit.low == 0 && fit.high == 1);
    sel_request open = wish();
    open.kinds = 0;
    check_factor(only_fit(&b, programme(&b), open, SEL_FIT_KEPT).kind, 0, 1);
    close_bench(&b);
}
END_TEST

START_TEST(half_of_the_wanted_kinds)
{
    bench b = open_bench();
    sel_request request = wish();
    request.kinds = 1u << SEL_KIND_TRAINING | 1u << SEL_KIND_EQUIPMENT;
    check_factor(only_fit(&b, programme(&b), request, SEL_FIT_KEPT).kind, 0.5, 0.5);
    request.kinds = 1u << SEL_KIND_EQUIPMENT;
    only_fit(&b, programme(&b), request, SEL_OUT_KIND);
    close_bench(&b);
}
END_TEST

/* Shares of the 366 days from 1 July 2027 to 30 June 2028. */
START_TEST(timing_of_known_dates)
{
    bench b = open_bench();
    sel_programme record = programme(&b);
    record.end = day(2027, 12, 31); /* 184 days of July to December */
    check_factor(only_fit(&b, record, wish(), SEL_FIT_KEPT).timing, 184.0 / 366, 184.0 / 366);
    record.start = day(2028, 1, 1);
    record.end = day(2030, 1, 1);
    check_factor(only_fit(&b, record, wish(), SEL_FIT_KEPT).timing, 182.0 / 366, 182.0 / 366);
    record.start = day(2026, 1, 1);
    record.end = day(2027, 6, 30);
    only_fit(&b, record, wish(), SEL_OUT_TIME);
    record.end = (sel_days){sel_day_of(2027, 1, 1), sel_day_of(2027, 12, 31), true};
    check_factor(only_fit(&b, record, wish(), SEL_FIT_KEPT).timing, 0, 184.0 / 366);
    close_bench(&b);
}
END_TEST

/* A wish from "2027": at best it begins with the programme, at worst at an end of the year. */
START_TEST(timing_of_a_range_of_starts)
{
    bench b = open_bench();
    sel_request request = wish();
    request.from = (sel_days){sel_day_of(2027, 1, 1), sel_day_of(2027, 12, 31), true};
    request.months = 6;
    sel_programme record = programme(&b);
    record.start = day(2027, 3, 1);
    record.end = day(2027, 12, 31);
    /* 1 March to 31 August fits; from 31 December on only that day, one of 182. */
    check_factor(only_fit(&b, record, request, SEL_FIT_KEPT).timing, 1.0 / 182, 1);
    close_bench(&b);
}
END_TEST

START_TEST(timing_when_the_request_says_less)
{
    bench b = open_bench();
    sel_request no_length = wish();
    no_length.months = 0;
    check_factor(only_fit(&b, programme(&b), no_length, SEL_FIT_KEPT).timing, 0, 1);
    sel_programme later = programme(&b);
    later.start = day(2027, 10, 9); /* 100 days after 1 July, 100 days long */
    later.end = day(2028, 1, 16);
    check_factor(only_fit(&b, later, no_length, SEL_FIT_KEPT).timing, 0, 0.5);
    sel_request no_start = wish();
    no_start.from = (sel_days){0};
    check_factor(only_fit(&b, programme(&b), no_start, SEL_FIT_KEPT).timing, 0, 1);
    close_bench(&b);
}
END_TEST

/* A start that has passed counts from as-of on, with the whole length still wanted. */
START_TEST(a_wanted_start_in_the_past)
{
    bench b = open_bench();
    sel_request request = wish();
    request.from = day(2025, 1, 1);
    sel_programme record = programme(&b);
    record.end = day(2027, 3, 31); /* 90 of 365 days from 1 January 2027 */
    check_factor(only_fit(&b, record, request, SEL_FIT_KEPT).timing, 90.0 / 365, 90.0 / 365);
    record.end = day(2026, 12, 31);
    only_fit(&b, record, request, SEL_OUT_TIME);
    close_bench(&b);
}
END_TEST

START_TEST(status_decides_what_is_still_an_offer)
{
    bench b = open_bench();
    sel_programme record = programme(&b);
    record.status = SEL_STATUS_CANCELLED;
    only_fit(&b, record, wish(), SEL_OUT_TIME);
    record.status = SEL_STATUS_CLOSED;
    record.start = record.end = (sel_days){0};
    only_fit(&b, record, wish(), SEL_OUT_TIME);
    record = programme(&b);
    record.status = SEL_STATUS_SUSPENDED;
    check_factor(only_fit(&b, record, wish(), SEL_FIT_KEPT).timing, 0, 1);
    close_bench(&b);
}
END_TEST

/* The first reason that applies is told, also for programmes that have several. */
START_TEST(first_reason)
{
    bench b = open_bench();
    sel_recipient_share tonga = fiji;
    tonga.code = SEL_STR("TON");
    sel_capability_share other = response;
    other.code = SEL_STR("D5.1");
    sel_programme record = programme(&b);
    record.end = day(2026, 6, 30);
    record.kinds = 1u << SEL_KIND_FUNDING;
    only_fit(&b, record, wish(), SEL_OUT_TIME);
    record.capabilities = &other;
    only_fit(&b, record, wish(), SEL_OUT_CAPABILITY);
    record.recipients = &tonga;
    only_fit(&b, record, wish(), SEL_OUT_RECIPIENT);
    close_bench(&b);
}
END_TEST

START_TEST(order_of_fits_and_cited_requests)
{
    bench b = open_bench();
    start_study(&b);
    sel_programme half = programme(&b);
    half.kinds = 1u << SEL_KIND_MENTORING | 1u << SEL_KIND_TRAINING;
    sel_request request = wish();
    request.kinds = 1u << SEL_KIND_TRAINING | 1u << SEL_KIND_EQUIPMENT;
    sel_programme unsaid = programme(&b); /* kind 0 to 1: the same middle as half */
    unsaid.kinds = 0;
    sel_programme all = programme(&b);
    all.kinds = request.kinds;
    all.request = SEL_STR("FJI-1-01");
    sel_programme statement = programme(&b);
    statement.register_name = SEL_STR("recipient:FJI");
    add(&b, unsaid);
    add(&b, statement);
    add(&b, all);
    add(&b, half);
    sel_study_add_request(b.builder, &request);
    const sel_study *study = sel_study_finish(b.builder);
    sel_fits fits = sel_match_request(study, 0, b.arena);
    ck_assert_uint_eq(fits.count, 3);
    ck_assert(sel_str_is(study->programmes[fits.list[0].programme].id, "002"));
    ck_assert(sel_str_is(study->programmes[fits.list[1].programme].id, "000"));
    ck_assert(sel_str_is(study->programmes[fits.list[2].programme].id, "001"));
    ck_assert(fits.list[0].answers && !fits.list[1].answers);
    ck_assert(fits.list[1].low == 0.5 && fits.list[2].low == 0 && fits.list[2].high == 1);
    ck_assert_uint_eq(fits.left_out[SEL_FIT_KEPT], 3);
    close_bench(&b);
}
END_TEST

START_TEST(requests_that_a_donor_could_answer)
{
    bench b = open_bench();
    start_study(&b);
    sel_party japan = australia;
    japan.name = SEL_STR("Japan");
    sel_programme theirs = programme(&b);
    theirs.parties = &japan;
    add(&b, theirs);
    sel_programme partial = programme(&b);
    partial.end = day(2027, 12, 31);
    add(&b, partial);
    add(&b, programme(&b));
    sel_request second = wish();
    second.id = SEL_STR("FJI-1-02");
    sel_request elsewhere = wish();
    elsewhere.id = SEL_STR("AAA-1-01");
    elsewhere.recipient = SEL_STR("TON");
    sel_request first = wish();
    sel_study_add_request(b.builder, &second);
    sel_study_add_request(b.builder, &elsewhere);
    sel_study_add_request(b.builder, &first);
    const sel_study *study = sel_study_finish(b.builder);
    uint32_t donor = 0;
    while (!sel_str_is(study->organisations[donor].name, "Australia"))
        donor += 1;
    sel_fits fits = sel_match_donor(study, donor, b.arena);
    static const uint32_t requests[] = {1, 1, 2, 2};
    static const char *const programmes[] = {"002", "001", "002", "001"};
    ck_assert_uint_eq(fits.count, 4);
    for (uint32_t i = 0; i < 4; i++) {
        ck_assert_uint_eq(fits.list[i].request, requests[i]);
        ck_assert(sel_str_is(study->programmes[fits.list[i].programme].id, programmes[i]));
    }
    ck_assert_uint_eq(fits.left_out[SEL_OUT_RECIPIENT], 2);
    ck_assert_uint_eq(fits.left_out[SEL_FIT_KEPT], 4);
    close_bench(&b);
}
END_TEST

/* Over the list of each request, the bounds' maxima and the first programme. */
static void expect_best(const sel_fits *fits, uint32_t request, const sel_best_fit *best)
{
    sel_best_fit found = {.programme = SEL_NONE};
    for (uint32_t i = 0; i < fits->count; i++) {
        const sel_fit *fit = &fits->list[i];
        if (fit->request != request)
            continue;
        found.programme = found.programme == SEL_NONE ? fit->programme : found.programme;
        found.of.low = fit->low > found.of.low ? fit->low : found.of.low;
        found.of.high = fit->high > found.of.high ? fit->high : found.of.high;
    }
    ck_assert_uint_eq(best->programme, found.programme);
    ck_assert(best->of.low == found.of.low && best->of.high == found.of.high);
}

/* Forty programmes that differ in recipient, share, kinds and end, and nine requests. */
START_TEST(the_best_is_that_of_the_lists)
{
    enum { PROGRAMMES = 40, WISHES = 9 };
    static const sel_recipient_share tonga = {{"TON", 3}, SEL_PPM, true, SEL_DEPTH_ASSOCIATE};
    bool counted[PROGRAMMES];
    bench b = open_bench();
    start_study(&b);
    sel_capability_share shares[PROGRAMMES];
    for (int i = 0; i < PROGRAMMES; i++) {
        sel_programme record = programme(&b);
        counted[i] = true;
        shares[i] = response;
        shares[i].ppm = (uint32_t)(SEL_PPM / 40 * (1 + i % 7));
        record.capabilities = &shares[i];
        record.recipients = i % 3 == 0 ? &tonga : &fiji;
        record.kinds = (uint16_t)(i % 4 == 0 ? 0 : 1u << i % 5);
        record.end = day(2027 + i % 2, 1 + i % 12, 15);
        add(&b, record);
    }
    for (int i = 0; i < WISHES; i++) {
        sel_request request = wish();
        request.id = sel_str_printf(b.arena, "AAA-1-%02d", i);
        request.recipient = i % 2 == 0 ? SEL_STR("FJI") : SEL_STR("TON");
        request.kinds = (uint16_t)(1 + i);
        request.months = (uint16_t)(i % 3 * 6);
        sel_study_add_request(b.builder, &request);
    }
    const sel_study *study = sel_study_finish(b.builder);
    const sel_best_fit *any = sel_match_best(study, counted, SEL_NONE, b.arena);
    const sel_best_fit *own = sel_match_best(study, counted, 0, b.arena);
    sel_fits of_donor = sel_match_donor(study, 0, b.arena);
    ck_assert_uint_gt(of_donor.count, PROGRAMMES);
    for (uint32_t i = 0; i < WISHES; i++) {
        sel_fits fits = sel_match_request(study, i, b.arena);
        ck_assert_uint_gt(fits.count, 0);
        expect_best(&fits, i, &any[i]);
        expect_best(&of_donor, i, &own[i]);
    }
    close_bench(&b);
}
END_TEST

START_TEST(nothing_to_match)
{
    bench b = open_bench();
    start_study(&b);
    sel_request request = wish();
    sel_study_add_request(b.builder, &request);
    const sel_study *study = sel_study_finish(b.builder);
    ck_assert_uint_eq(sel_match_request(study, 0, b.arena).count, 0);
    ck_assert_uint_eq(sel_match_donor(study, 0, b.arena).count, 0);
    close_bench(&b);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {everything_fits,
                            capability_in_proportion_to_a_fifth,
                            what_is_not_said_is_an_interval,
                            half_of_the_wanted_kinds,
                            timing_of_known_dates,
                            timing_of_a_range_of_starts,
                            timing_when_the_request_says_less,
                            a_wanted_start_in_the_past,
                            status_decides_what_is_still_an_offer,
                            first_reason,
                            order_of_fits_and_cited_requests,
                            requests_that_a_donor_could_answer,
                            the_best_is_that_of_the_lists,
                            nothing_to_match,
                            NULL};
    return run_tests("matching", tests);
}
