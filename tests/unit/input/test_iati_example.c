/* The example register we ship, read and tagged with the code lists we ship. What is expected was
 * taken from the XML by eye. */
#include "check_suite.h"
#include "domain/tagger.h"
#include "input/codelist_file.h"
#include "input/iati.h"

static sel_reference reference;

static const struct {
    const char *id;
    int64_t money; /* hundredths; 0: none usable */
    uint32_t recipients;
    bool cyber;
    const char *capability; /* one that must be found */
    const char *evidence;   /* what must stand in its evidence */
} expected[] = {
    {"XM-EXAMPLE-1-CERT-01", 55000000, 2, true, "D1.2", "CERT"},
    {"XM-EXAMPLE-1-CRIME-02", 40000000, 3, true, "D4.1", "Cybercrime law"},
    {"XM-EXAMPLE-1-DIG-03", 90000000, 1, false, NULL, NULL},
    {"XM-EXAMPLE-1-DIG-03-A", 18000000, 1, true, "D1.2", "incident response"},
    {"XM-EXAMPLE-1-DIG-03-B", 0, 1, false, NULL, NULL},
    {"XM-EXAMPLE-1-ROAD-04", 200000000, 1, false, NULL, NULL},
};

typedef struct progress {
    sel_arena *arena;
    size_t seen;
} progress;

static bool has_evidence(const sel_programme *record, const char *capability, const char *words)
{
    for (uint32_t i = 0; i < record->capability_count; i++) {
        const sel_capability_share *share = &record->capabilities[i];
        if (sel_str_is(share->code, capability))
            return sel_str_find(share->evidence, sel_str_of(words)) < share->evidence.len;
    }
    return false;
}

static bool check_record(void *to, const sel_programme *record)
{
    progress *at = to;
    ck_assert_uint_lt(at->seen, sizeof expected / sizeof expected[0]);
    sel_programme tagged = *record;
    sel_tagger_tag(reference.tagger, &tagged, at->arena);
    ck_assert_msg(sel_str_is(record->id, expected[at->seen].id), "%.*s", SEL_STR_ARG(record->id));
    ck_assert_uint_eq(record->recipient_count, expected[at->seen].recipients);
    ck_assert_int_eq(tagged.set_aside, !expected[at->seen].cyber);
    if (expected[at->seen].cyber) {
        ck_assert(
            has_evidence(&tagged, expected[at->seen].capability, expected[at->seen].evidence));
        ck_assert_int_eq(record->money.low, expected[at->seen].money);
    }
    at->seen += 1;
    return true;
}

START_TEST(the_example_register)
{
    sel_arena *arena = sel_arena_create();
    progress at = {.arena = arena};
    sel_issues issues = {.arena = arena};
    sel_iati_options options = {0};
    sel_iati_counts counts;
    sel_error err = {0};
    ck_assert_int_eq(
        sel_iati_read_file(SELARAS_SOURCE_DIR "/questionnaires/examples/register-donors.xml",
                           &reference, &options, (sel_programme_sink){check_record, &at}, &issues,
                           &counts, &err),
        SEL_OK);
    ck_assert_uint_eq(counts.taken, sizeof expected / sizeof expected[0]);
    ck_assert_uint_eq(counts.refused, 0);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    sel_arena *arena = sel_arena_create();
    sel_error err = {0};
    if (sel_reference_open(SELARAS_SOURCE_DIR "/questionnaires/codelists", arena, &reference,
                           &err) != SEL_OK) {
        fprintf(stderr, "%s\n", err.message);
        return EXIT_FAILURE;
    }
    const TTest *tests[] = {the_example_register, NULL};
    int failed = run_tests("iati_example", tests);
    sel_reference_close(&reference);
    sel_arena_destroy(arena);
    return failed;
}
