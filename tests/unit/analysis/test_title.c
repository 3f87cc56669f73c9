#include "analysis/title.h"

#include "check_suite.h"

static sel_arena *arena;

static sel_title read(const char *text)
{
    return sel_title_read(sel_str_of(text), arena);
}

static uint32_t likeness(const char *a, const char *b)
{
    sel_title x = read(a);
    sel_title y = read(b);
    uint32_t ppm = sel_title_likeness_ppm(&x, &y);
    ck_assert_uint_eq(ppm, sel_title_likeness_ppm(&y, &x));
    ck_assert(sel_title_may_be_alike(&x.sketch, &y.sketch,
                                     ppm)); /* the quick answer never rules out a true one */
    return ppm;
}

START_TEST(jaccard_of_trigrams)
{
    /* "abcdefghij" has 8 trigrams; "abcdefghix" shares the first 7 of 9 in all. */
    ck_assert_uint_eq(likeness("abcdefghij", "abcdefghij"), 1000000);
    ck_assert_uint_eq(likeness("abcdefghij", "abcdefghix"), 777777);
    ck_assert_uint_eq(likeness("abcdefghij", "klmnopqrst"), 0);
    /* Repeated trigrams count once: "aaaaaaaaaaaabcdefghi" has aaa aab abc bcd cde def efg fgh ghi.
     */
    ck_assert_uint_eq(likeness("aaaaaaaaaaaabcdefghi", "aaaabcdefghi"), 1000000);
}
END_TEST

START_TEST(case_accents_and_punctuation_do_not_count)
{
    ck_assert_uint_eq(likeness("Côte d'Ivoire: CYBER (été)", "cote d ivoire cyber ete"), 1000000);
}
END_TEST

START_TEST(short_titles_are_like_nothing)
{
    ck_assert_uint_eq(likeness("", ""), 0);
    ck_assert_uint_eq(likeness("Training", "Training"), 0);
    ck_assert_uint_eq(likeness("CyberSouth", "CyberSouth"), 1000000); /* just eight trigrams */
}
END_TEST

START_TEST(other_scripts_are_cut_by_code_points)
{
    /* ten Cyrillic letters, eight trigrams, seven in common */
    ck_assert_uint_eq(likeness("кибербезоп", "кибербезоx"), 777777);
    ck_assert_uint_eq(likeness("網路安全能力建設計畫案一", "網路安全能力建設計畫案一"), 1000000);
    ck_assert_uint_eq(likeness("網路安全能力建設計畫案一", "кибербезопасность"), 0);
}
END_TEST

/* Two of the three sources that tell of CyberSouth, as the registers have it. */
START_TEST(a_real_pair)
{
    uint32_t ppm = likeness("CyberSouth - Cooperation on Cybercrime in the Southern Neighbourhood "
                            "Region (*GFCE Initiative)",
                            "CyberSouth - Cooperation on cybercrime in the Southern Neighbourhood");
    ck_assert_uint_ge(ppm, 600000);
    ck_assert_uint_lt(ppm, 1000000);
    ck_assert_uint_lt(likeness("Cybersecurity in Pacific Island Countries",
                               "Raising cyber security capability and awareness"),
                      300000);
}
END_TEST

START_TEST(the_quick_answer_rules_out_unlike_titles)
{
    sel_title a = read("Cybersecurity in Pacific Island Countries");
    sel_title b = read("Training of judges and prosecutors on electronic evidence");
    ck_assert(!sel_title_may_be_alike(&a.sketch, &b.sketch, 600000));
}
END_TEST

START_TEST(numbers)
{
    static const struct {
        const char *a;
        const char *b;
        sel_title_numbers wanted;
    } cases[] = {
        {"Cyber training phase II", "Cyber training phase III", SEL_NUMBERS_DIFFER},
        {"Cyber training phase II", "cyber TRAINING Phase ii", SEL_NUMBERS_SAME},
        {"Cyber training phase II", "Cyber training phase 2", SEL_NUMBERS_SAME},
        {"Cyber training phase XIX", "Cyber training phase 19", SEL_NUMBERS_SAME},
        {"Cyber training phase XX", "Cyber training phase 21", SEL_NUMBERS_DIFFER},
        {"Round 07", "Round 7", SEL_NUMBERS_SAME},
        {"Round 0", "Round 1", SEL_NUMBERS_DIFFER},
        {"Cyber4Dev 2018", "Cyber4Dev 2019", SEL_NUMBERS_DIFFER},
        {"Cyber4Dev", "Cyber4Dev project", SEL_NUMBERS_SAME},
        {"Cyber training", "Cyber training 2", SEL_NUMBERS_ONE_SIDED},
        {"Training 2018, course 3", "Training, course 3", SEL_NUMBERS_ONE_SIDED},
        {"Training 2018, course 3", "Training, course 4", SEL_NUMBERS_DIFFER},
        {"Session 3 of 12", "Session 12 of 3", SEL_NUMBERS_DIFFER},
        {"Digital civil mix", "Digital civil", SEL_NUMBERS_NONE}, /* a roman number is a word */
        {"", "", SEL_NUMBERS_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        sel_title a = read(cases[i].a);
        sel_title b = read(cases[i].b);
        ck_assert_msg(sel_title_compare_numbers(&a, &b) == cases[i].wanted, "%s | %s", cases[i].a,
                      cases[i].b);
        ck_assert_int_eq(sel_title_compare_numbers(&b, &a), cases[i].wanted);
    }
}
END_TEST

START_TEST(a_title_that_was_cut_off_is_contained)
{
    sel_title whole = read("Strengthening incident response in the islands of the Pacific");
    sel_title cut = read("Strengthening incident response in");
    ck_assert_uint_eq(sel_title_contained_ppm(&whole, &cut), 1000000);
    ck_assert_uint_lt(sel_title_likeness_ppm(&whole, &cut), 600000);
    sel_title brief = read("incident response"); /* 15 trigrams: too few to say */
    ck_assert_uint_eq(sel_title_contained_ppm(&whole, &brief), 0);
}
END_TEST

/* The sketch is drawn another way than the title is read, and must say the same. */
START_TEST(sketches_are_those_of_titles)
{
    static const char *const texts[] = {
        "",
        "ab",
        "aaaaaaaaaaaaaaaa",
        "CyberSouth - Cooperation on Cybercrime in the Southern Neighbourhood Region",
        "網路安全能力建設計畫案一",
        "A title of more than a hundred and twenty-eight bytes is read as a whole, as the table "
        "that "
        "tells trigrams apart would be more than half full; nobody should notice the difference.",
    };
    sel_arena *scratch = sel_arena_create();
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        sel_title title = read(texts[i]);
        sel_title_sketch sketch = sel_title_sketch_of(sel_str_of(texts[i]), scratch);
        ck_assert_uint_eq(sketch.count, title.count);
        ck_assert_mem_eq(sketch.signature, title.sketch.signature, sizeof sketch.signature);
    }
    sel_arena_destroy(scratch);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {jaccard_of_trigrams,
                            case_accents_and_punctuation_do_not_count,
                            short_titles_are_like_nothing,
                            other_scripts_are_cut_by_code_points,
                            a_real_pair,
                            the_quick_answer_rules_out_unlike_titles,
                            numbers,
                            a_title_that_was_cut_off_is_contained,
                            sketches_are_those_of_titles,
                            NULL};
    arena = sel_arena_create();
    int outcome = run_tests("title", tests);
    sel_arena_destroy(arena);
    return outcome;
}
