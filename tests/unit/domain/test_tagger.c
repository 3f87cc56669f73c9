#include "domain/tagger.h"

#include "check_suite.h"

/* Capabilities of the small table, by number. */
enum { STRATEGY, RESPONSE, TRAINING, LAW, CAPABILITIES };

static sel_capability capabilities[CAPABILITIES] = {
    [STRATEGY] = {.code = {"D1.1", 4}},
    [RESPONSE] = {.code = {"D1.2", 4}},
    [TRAINING] = {.code = {"D3.3", 4}},
    [LAW] = {.code = {"D4.1", 4}},
};
static const sel_taxonomy taxonomy = {.capabilities = capabilities, .count = CAPABILITIES};

static const struct {
    const char *text;
    bool open;
    sel_term_kind kind;
    uint32_t capability;
} rows[] = {
    {"cyber", true, SEL_TERM_ANCHOR, SEL_NONE},
    {"cyber security strateg", true, SEL_TERM_ANCHOR, STRATEGY},
    {"cert", false, SEL_TERM_ACRONYM, RESPONSE},
    {"csirt", true, SEL_TERM_ACRONYM, RESPONSE},
    {"incident response", false, SEL_TERM_CONTEXT, RESPONSE},
    {"training", false, SEL_TERM_CONTEXT, TRAINING},
    {"legislation", false, SEL_TERM_CONTEXT, LAW},
    {"cyber", true, SEL_TERM_ANCHOR, SEL_NONE},
    {"cyber legislation", false, SEL_TERM_ANCHOR, LAW},
    {"cyber legislation reform", false, SEL_TERM_ANCHOR, LAW},
    {"securite des systemes d information", false, SEL_TERM_ANCHOR, SEL_NONE},
    {"telecommunicationssurveillance", true, SEL_TERM_ANCHOR, LAW},
    {"cyber cafe", true, SEL_TERM_EXCLUDE, SEL_NONE},
    {"cybernetic", true, SEL_TERM_EXCLUDE, SEL_NONE},
};
enum { ROWS = sizeof rows / sizeof rows[0] };

static sel_arena *arena;
static sel_tagger *tagger;

static sel_programme tag(const char *theme, const char *title, const char *description)
{
    sel_programme record = sel_programme_blank();
    record.theme = sel_str_of(theme);
    record.title = sel_str_of(title);
    record.description = sel_str_of(description);
    sel_tagger_tag(tagger, &record, arena);
    return record;
}

static void expect_share(const sel_programme *record, uint32_t i, const char *code, uint32_t ppm,
                         const char *evidence, const char *field)
{
    ck_assert_uint_lt(i, record->capability_count);
    const sel_capability_share *share = &record->capabilities[i];
    ck_assert_msg(sel_str_is(share->code, code), "%.*s", SEL_STR_ARG(share->code));
    ck_assert_uint_eq(share->ppm, ppm);
    ck_assert_msg(sel_str_is(share->evidence, evidence), "%.*s", SEL_STR_ARG(share->evidence));
    ck_assert_msg(sel_str_is(share->field, field), "%.*s", SEL_STR_ARG(share->field));
    ck_assert(!share->stated);
    ck_assert_int_eq(share->origin, SEL_TAG_TEXT);
}

START_TEST(words_give_capabilities_with_evidence)
{
    sel_programme record = tag("", "Cyber-security\n  strategies",
                               "Setting up a CERT, with CSIRTs; "
                               "training. Training!");
    ck_assert(!record.set_aside);
    ck_assert_uint_eq(record.capability_count, 3);
    expect_share(&record, 0, "D1.1", 333334, "Cyber-security strategies", "title");
    expect_share(&record, 1, "D1.2", 333333, "CERT, CSIRTs", "description");
    expect_share(&record, 2, "D3.3", 333333, "training", "description");
}
END_TEST

START_TEST(evidence_of_both_title_and_description)
{
    sel_programme record = tag("", "Incident response", "A CERT for incident response.");
    ck_assert_uint_eq(record.capability_count, 1);
    expect_share(&record, 0, "D1.2", SEL_PPM, "Incident response, CERT", "title, description");
}
END_TEST

START_TEST(evidence_names_the_longest_phrase_once)
{
    sel_programme record = tag("", "Legislation",
                               "Cyber legislation reform; more legislation, "
                               "cyber legislation");
    ck_assert_uint_eq(record.capability_count, 1);
    expect_share(&record, 0, "D4.1", SEL_PPM,
                 "Legislation, Cyber legislation reform, cyber legislation", "title, description");
}
END_TEST

START_TEST(theme_goes_first)
{
    sel_programme record = tag("incident response", "Cyber training", "legislation");
    ck_assert_uint_eq(record.capability_count, 1);
    expect_share(&record, 0, "D1.2", SEL_PPM, "incident response", "theme");
    record = tag("Cyber things", "Cyber training", "");
    ck_assert_uint_eq(record.capability_count, 1);
    expect_share(&record, 0, "D3.3", SEL_PPM, "training", "title");
}
END_TEST

START_TEST(context_alone_is_set_aside)
{
    sel_programme record = tag("training", "Incident response", "legislation for flood warning");
    ck_assert(record.set_aside);
    ck_assert_uint_eq(record.capability_count, 0);
    record = tag(NULL, NULL, NULL);
    ck_assert(record.set_aside);
}
END_TEST

START_TEST(cyber_without_a_capability_is_kept)
{
    sel_programme record = tag("", "Cyberspace dialogue", "");
    ck_assert(!record.set_aside);
    ck_assert_uint_eq(record.capability_count, 0);
}
END_TEST

START_TEST(acronyms_must_be_written_in_capitals)
{
    ck_assert(tag("", "a dead cert for training", "").set_aside);
    ck_assert(tag("", "Cert training", "").set_aside);
    ck_assert(tag("", "csirts, CSirt", "").set_aside);
    ck_assert(!tag("", "CERT training", "").set_aside);
    ck_assert(!tag("",
                   "\xE2\x80\x9C"
                   "CERT\xE2\x80\x9D",
                   "")
                   .set_aside);
    sel_programme record = tag("", "Two CSIRTs", "");
    expect_share(&record, 0, "D1.2", SEL_PPM, "CSIRTs", "title");
}
END_TEST

START_TEST(excluded_phrases_hide_their_words)
{
    ck_assert(tag("", "Cyber cafes for training", "").set_aside);
    ck_assert(tag("", "cybernetics and training", "").set_aside);
    sel_programme record = tag("", "Cyber cafes and cyber training", "");
    ck_assert(!record.set_aside);
    ck_assert_uint_eq(record.capability_count, 1);
}
END_TEST

START_TEST(words_match_whole_and_without_accents)
{
    ck_assert(tag("", "The concert was certain", "acyber").set_aside);
    ck_assert(!tag("",
                   "S\xC3\xA9"
                   "curit\xC3\xA9 des syst\xC3\xA8mes d'information",
                   "")
                   .set_aside);
    ck_assert(!tag("", "Telecommunicationssurveillancelaw", "").set_aside);
    ck_assert(tag("", "Telecommunicationssurvey", "").set_aside);
    ck_assert(tag("", "cyb", "").set_aside);
}
END_TEST

START_TEST(stated_capabilities_are_left_alone)
{
    const sel_capability_share stated = {.code = SEL_STR("D9.9"), .ppm = SEL_PPM, .stated = true};
    sel_programme record = sel_programme_blank();
    record.title = SEL_STR("CERT");
    record.capabilities = &stated;
    record.capability_count = 1;
    sel_tagger_tag(tagger, &record, arena);
    ck_assert_ptr_eq(record.capabilities, &stated);
    record.title = SEL_STR("Wells");
    sel_tagger_tag(tagger, &record, arena);
    ck_assert(!record.set_aside);
}
END_TEST

START_TEST(evidence_is_bounded)
{
    sel_programme record =
        tag("", "", "CSIRTa CSIRTb CSIRTc CSIRTd CSIRTe CSIRTf CSIRTg CSIRTh CSIRTi CSIRTj");
    expect_share(&record, 0, "D1.2", SEL_PPM,
                 "CSIRTa, CSIRTb, CSIRTc, CSIRTd, CSIRTe, CSIRTf, CSIRTg, CSIRTh", "description");
}
END_TEST

START_TEST(a_table_may_be_empty_and_has_a_version)
{
    ck_assert_str_eq(sel_tagger_hash(tagger), "abc");
    sel_tagger *empty = sel_tagger_create(NULL, 0, &taxonomy, "");
    sel_programme record = sel_programme_blank();
    record.title = SEL_STR("Cyber CERT");
    sel_tagger_tag(empty, &record, arena);
    ck_assert(record.set_aside);
    sel_tagger_destroy(empty);
    sel_tagger_destroy(NULL);
}
END_TEST

int main(void)
{
    arena = sel_arena_create();
    sel_term terms[ROWS];
    for (int i = 0; i < ROWS; i++)
        terms[i] =
            (sel_term){sel_str_of(rows[i].text), rows[i].open, rows[i].kind, rows[i].capability};
    tagger = sel_tagger_create(terms, ROWS, &taxonomy, "abc");
    const TTest *tests[] = {words_give_capabilities_with_evidence,
                            evidence_of_both_title_and_description,
                            evidence_names_the_longest_phrase_once,
                            theme_goes_first,
                            context_alone_is_set_aside,
                            cyber_without_a_capability_is_kept,
                            acronyms_must_be_written_in_capitals,
                            excluded_phrases_hide_their_words,
                            words_match_whole_and_without_accents,
                            stated_capabilities_are_left_alone,
                            evidence_is_bounded,
                            a_table_may_be_empty_and_has_a_version,
                            NULL};
    int failed = run_tests("tagger", tests);
    sel_tagger_destroy(tagger);
    sel_arena_destroy(arena);
    return failed;
}
