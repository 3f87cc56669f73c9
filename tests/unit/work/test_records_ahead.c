/** test_records_ahead.c - what the taker sees is what the reader told, in its order, whether the
 * reader has a thread of its own or not. */
#include "check_suite.h"

#include "base/text.h"
#include "work/records_ahead.h"

enum { RECORDS = 3000, ENOUGH = 1700 };

/* Tells an issue about every third record, before the record; fails at the end when asked to. */
typedef struct source {
    bool fails;
    uint32_t told;
} source;

static sel_status read_source(void *of, sel_programme_sink sink, sel_issues *issues, sel_error *err)
{
    source *s = of;
    char id[16];
    char long_text[400];
    memset(long_text, 'x', sizeof long_text);
    for (s->told = 0; s->told < RECORDS; s->told++) {
        snprintf(id, sizeof id, "P%u", s->told);
        if (s->told % 3 == 0)
            sel_issues_add(issues, &(sel_issue){.code = "W_TEST", .found = sel_str_of(id)});
        sel_programme record = sel_programme_blank();
        sel_party party = {.name = sel_str_of(id)};
        record.id = sel_str_of(id);
        record.description = (sel_str){long_text, s->told % sizeof long_text};
        record.disclosure = SEL_STR("public");
        record.parties = &party;
        record.party_count = 1;
        if (!sink.take(sink.to, &record))
            return SEL_OK;
        memset(id, '?', sizeof id - 1); /* nobody may look at it any more */
    }
    return s->fails ? sel_fail(err, SEL_BAD_INPUT, "it ends here") : SEL_OK;
}

static void make(void *to, sel_programme *record, char content[SEL_HASH_ROOM], sel_arena *arena)
{
    record->note = sel_str_printf(arena, "%s %.*s", (const char *)to, SEL_STR_ARG(record->id));
    sel_programme_fingerprint(record, content);
}

typedef struct trace {
    sel_arena *arena;
    sel_text text;
    uint32_t enough;
    uint32_t taken;
} trace;

static bool take(void *to, const sel_programme *record, const char *content)
{
    trace *t = to;
    char expected[SEL_HASH_ROOM];
    sel_programme_fingerprint(record, expected);
    ck_assert_str_eq(content, expected);
    sel_text_printf(&t->text, "%.*s|%.*s|%.*s|%zu\n", SEL_STR_ARG(record->id),
                    SEL_STR_ARG(record->note), SEL_STR_ARG(record->parties[0].name),
                    record->description.len);
    return ++t->taken < t->enough;
}

static void note_issue(void *to, const sel_issue *issue)
{
    trace *t = to;
    sel_text_printf(&t->text, "issue %.*s\n", SEL_STR_ARG(issue->found));
}

static sel_status run(trace *t, bool apart, bool fails, uint32_t enough, sel_error *err)
{
    source from = {.fails = fails};
    char made[] = "made";
    *t = (trace){.arena = sel_arena_create(), .enough = enough};
    t->text = (sel_text){.arena = t->arena};
    sel_issues issues = {.arena = t->arena, .each = note_issue, .to = t};
    const sel_records_work work = {.read = read_source,
                                   .reader = &from,
                                   .make = make,
                                   .maker = made,
                                   .take = take,
                                   .taker = t,
                                   .apart = apart};
    return sel_records_ahead(&work, &issues, err);
}

static void same_both_ways(bool fails, uint32_t enough, sel_status expected)
{
    trace alone;
    trace apart;
    sel_error err = {0};
    sel_error other = {0};
    ck_assert_int_eq(run(&alone, false, fails, enough, &err), expected);
    ck_assert_int_eq(run(&apart, true, fails, enough, &other), expected);
    ck_assert_str_eq(err.message, other.message);
    ck_assert_uint_eq(alone.taken, enough < RECORDS ? enough : RECORDS);
    ck_assert(sel_str_equal(sel_text_str(&alone.text), sel_text_str(&apart.text)));
    ck_assert(sel_str_starts(sel_text_str(&alone.text), SEL_STR("issue P0\nP0|made P0|P0|0\n")));
    sel_arena_destroy(alone.arena);
    sel_arena_destroy(apart.arena);
}

START_TEST(all_in_order)
{
    same_both_ways(false, UINT32_MAX, SEL_OK);
}
END_TEST

START_TEST(a_taker_may_have_enough)
{
    same_both_ways(false, ENOUGH, SEL_OK);
    same_both_ways(true, ENOUGH, SEL_OK); /* the reader's failure behind it is nobody's concern */
    same_both_ways(false, 1, SEL_OK);
}
END_TEST

START_TEST(a_reader_may_fail)
{
    same_both_ways(true, UINT32_MAX, SEL_BAD_INPUT);
}
END_TEST

int main(void)
{
    return run_tests("records_ahead", (const TTest *const[]){all_in_order, a_taker_may_have_enough,
                                                             a_reader_may_fail, NULL});
}
