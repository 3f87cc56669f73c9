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
    sel_term_kind kind;
    uint32_t capability;
    uint32_t weight;
} rows[] = {
    {"cyber*", SEL_TERM_ANCHOR, SEL_NONE, 9},
    {"cyber security strateg*", SEL_TERM_ANCHOR, STRATEGY, 9},
    {"cert", SEL_TERM_ACRONYM, RESPONSE, 8},
    {"csirt*", SEL_TERM_ACRONYM, RESPONSE, 8},
    {"incident response", SEL_TERM_CONTEXT, RESPONSE, 4},
    {"training", SEL_TERM_CONTEXT, TRAINING, 4},
    {"legislation", SEL_TERM_CONTEXT, LAW, 4},
    {"workshop*", SEL_TERM_CONTEXT, TRAINING, 2},
    {"seminar", SEL_TERM_CONTEXT, TRAINING, 2},
    {"cyber*", SEL_TERM_ANCHOR, SEL_NONE, 9},
    {"cyber legislation", SEL_TERM_ANCHOR, LAW, 9},
    {"cyber legislation reform", SEL_TERM_ANCHOR, LAW, 9},
    {"securite des systemes d information", SEL_TERM_ANCHOR, SEL_NONE, 9},
    {"telecommunicationssurveillance*", SEL_TERM_ANCHOR, LAW, 9},
    {"cyber cafe*", SEL_TERM_EXCLUDE, SEL_NONE, 1},
    {"cybernetic*", SEL_TERM_EXCLUDE, SEL_NONE, 1},
    {"cybernetic security", SEL_TERM_ANCHOR, SEL_NONE, 9},
    {"cafe training", SEL_TERM_EXCLUDE, SEL_NONE, 1},
    {"информационн* безопасност*", SEL_TERM_ANCHOR, SEL_NONE, 9},
    {"امن سيبراني*", SEL_TERM_ANCHOR, SEL_NONE, 9},
    {"تدريب", SEL_TERM_CONTEXT, TRAINING, 4},
    {"网络安全", SEL_TERM_ANCHOR, SEL_NONE, 9},
    {"网络安全战略", SEL_TERM_ANCHOR, STRATEGY, 9},
    {"培训", SEL_TERM_CONTEXT, TRAINING, 4},
    {"粮食安全网络", SEL_TERM_EXCLUDE, SEL_NONE, 1},
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
    /* Strengths 9 x 100, (8 + 8) x 80, 4 x 80: parts of 2500. */
    expect_share(&record, 0, "D1.1", 360000, "Cyber-security strategies", "title");
    expect_share(&record, 1, "D1.2", 512000, "CERT, CSIRTs", "description");
    expect_share(&record, 2, "D3.3", 128000, "training", "description");
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

START_TEST(theme_and_title_leave_the_description_aside)
{
    sel_programme record = tag("incident response", "Cyber training", "legislation");
    ck_assert_uint_eq(record.capability_count, 2);
    expect_share(&record, 0, "D1.2", SEL_PPM / 2, "incident response", "theme");
    expect_share(&record, 1, "D3.3", SEL_PPM / 2, "training", "title");
    record = tag("Cyber things", "Cyber training", "legislation");
    ck_assert_uint_eq(record.capability_count, 2);
    expect_share(&record, 0, "D3.3", 555556, "training", "title");
    expect_share(&record, 1, "D4.1", 444444, "legislation", "description");
}
END_TEST

START_TEST(a_weak_word_counts_in_a_title_and_two_in_prose)
{
    ck_assert_uint_eq(tag("", "Cyber workshop", "").capability_count, 1);
    ck_assert_uint_eq(tag("", "Cyber", "a workshop").capability_count, 0);
    ck_assert_uint_eq(tag("", "Cyber", "workshop, workshop").capability_count, 0);
    ck_assert_uint_eq(tag("", "Cyber", "a workshop, a seminar").capability_count, 1);
}
END_TEST

/* By hand from the formula in tagger.h. */
START_TEST(confidence_grows_with_evidence)
{
    /* (1 - .1) x (1 - .6) */
    ck_assert_uint_eq(tag("", "Cyber training", "").capabilities[0].confidence, 36);
    /* (1 - .1) x (1 - .6 x .8) */
    ck_assert_uint_eq(tag("", "Cyber training workshop", "").capabilities[0].confidence, 46);
    /* (1 - .1 x .2) x (1 - .2): the acronym is proof too */
    ck_assert_uint_eq(tag("", "Cyber CERT", "").capabilities[0].confidence, 78);
    /* (1 - .28) x (1 - .28): an anchor in prose */
    ck_assert_uint_eq(tag("", "", "cyber legislation").capabilities[0].confidence, 51);
    sel_programme sure =
        tag("", "Cyber legislation reform: cyber legislation, legislation; CSIRTs, CERT", "");
    ck_assert_uint_eq(sure.capability_count, 2);
    ck_assert_uint_le(sure.capabilities[1].confidence, 99);
    ck_assert_uint_ge(sure.capabilities[1].confidence, 99);
}
END_TEST

START_TEST(a_longer_term_outweighs_an_exclusion)
{
    ck_assert(tag("", "Cybernetics", "").set_aside);
    ck_assert(!tag("", "Cybernetic security", "").set_aside);
    ck_assert(tag("", "Cybernetics security", "").set_aside);
    /* An exclusion that begins inside a term and goes on behind it hides it too. */
    ck_assert(tag("", "Cyber cafe training", "").set_aside);
}
END_TEST

START_TEST(russian_words_may_go_on_anywhere)
{
    ck_assert(!tag("", "Обучение по вопросам информационной безопасности", "").set_aside);
    ck_assert(tag("", "Информационное общество и безопасность", "").set_aside);
}
END_TEST

START_TEST(arabic_words_stand_behind_article_and_particles)
{
    ck_assert(!tag("", "أمن سيبراني", "").set_aside);
    ck_assert(!tag("", "تعزيز الأمن السيبراني", "").set_aside);
    ck_assert(!tag("", "والأمن السيبرانية", "").set_aside);
    ck_assert(!tag("", "للأمن السيبراني", "").set_aside);
    ck_assert(!tag("", "بالأمن السيبراني", "").set_aside);
    ck_assert(tag("", "الأمن الغذائي", "").set_aside);
    sel_programme record = tag("", "الأمن السيبراني والتدريب", "");
    ck_assert_uint_eq(record.capability_count, 1);
    expect_share(&record, 0, "D3.3", SEL_PPM, "والتدريب", "title");
}
END_TEST

START_TEST(chinese_terms_stand_anywhere_in_a_run)
{
    ck_assert(!tag("", "加强国家网络安全能力", "").set_aside);
    ck_assert(tag("", "电信网络建设", "").set_aside);
    ck_assert(tag("", "粮食安全网络安全", "").set_aside);
    sel_programme record = tag("", "国家网络安全战略及培训。", "");
    ck_assert_uint_eq(record.capability_count, 2);
    expect_share(&record, 0, "D1.1", 692308, "网络安全战略", "title");
    expect_share(&record, 1, "D3.3", 307692, "培训", "title");
}
END_TEST

START_TEST(latin_words_in_chinese_text)
{
    sel_programme record = tag("", "建立国家CERT中心", "");
    ck_assert_uint_eq(record.capability_count, 1);
    expect_share(&record, 0, "D1.2", SEL_PPM, "CERT", "title");
    ck_assert(tag("", "建立国家concert中心", "").set_aside);
}
END_TEST

START_TEST(terms_of_many_words_end_with_the_text)
{
    ck_assert(tag("", "securite des systemes d", "").set_aside);
    ck_assert(tag("", "securite des systemes", "d information").set_aside);
    ck_assert(!tag("", "x x x x x x x x x x x x x x x x securite des systemes d information", "")
                   .set_aside);
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
            (sel_term){sel_str_of(rows[i].text), rows[i].kind, rows[i].capability, rows[i].weight};
    tagger = sel_tagger_create(terms, ROWS, &taxonomy, "abc");
    const TTest *tests[] = {words_give_capabilities_with_evidence,
                            evidence_of_both_title_and_description,
                            evidence_names_the_longest_phrase_once,
                            theme_and_title_leave_the_description_aside,
                            a_weak_word_counts_in_a_title_and_two_in_prose,
                            confidence_grows_with_evidence,
                            a_longer_term_outweighs_an_exclusion,
                            russian_words_may_go_on_anywhere,
                            arabic_words_stand_behind_article_and_particles,
                            chinese_terms_stand_anywhere_in_a_run,
                            latin_words_in_chinese_text,
                            terms_of_many_words_end_with_the_text,
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
