#include "domain/organisation_match.h"

#include "base/fold.h"
#include "shipped.h"

static shipped all;

static void expect_words(const char *name, const char *expected)
{
    sel_str words[SEL_ORGANISATION_WORDS_MAX];
    uint32_t count =
        sel_organisation_word_list(sel_fold(all.arena, sel_str_of(name)), all.arena, words);
    sel_str joined = {0};
    for (uint32_t i = 0; i < count; i++)
        joined = sel_str_printf(all.arena, "%.*s%s%.*s", SEL_STR_ARG(joined), i == 0 ? "" : " ",
                                SEL_STR_ARG(words[i]));
    ck_assert_msg(sel_str_is(joined, expected), "%s: '%.*s', not '%s'", name, SEL_STR_ARG(joined),
                  expected);
}

START_TEST(words_of_a_name)
{
    expect_words("The Bank of the South, Ltd.", "bank south");
    expect_words("U.N.D.P. Programmes", "program undp");
    expect_words("Centre pour la Défence", "center defense");
    expect_words("Organisation and organization", "organization");
    expect_words("Y Care", "care y");
    expect_words("Banco de Desarrollo y Fomento", "banco desarrollo fomento");
    expect_words("Congress", "congress");
    expect_words("of the", "");
    expect_words("", "");
    expect_words("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 "
                 "31 32 33",
                 "");
}
END_TEST

/* Four organisations, so that weights can be worked out by hand: a word of one of them weighs
 * 1000 log2(5 / 1) = 2322, one of two 1000 log2(5 / 2) = 1322. */
typedef struct small {
    sel_organisation list[4];
    uint32_t owners[8];
    sel_organisations table;
} small;

static void small_open(small *s)
{
    static const struct {
        const char *name;
        uint32_t owner;
    } names[] = {{"alpha bank", 0}, {"beta bank", 1}, {"gamma fund", 2}, {"gf", 2}, {"delta", 3}};
    *s = (small){.table = {.count = 4, .keys = sel_index_create()}};
    s->table.list = s->list;
    s->table.key_owners = s->owners;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        sel_str key = sel_str_printf(all.arena, "name:%s", names[i].name);
        s->owners[sel_index_add(s->table.keys, key)] = names[i].owner;
    }
    sel_organisation_words_create(&s->table);
}

static void small_close(small *s)
{
    sel_index_destroy(s->table.keys);
    sel_organisation_words_destroy(s->table.words);
}

static uint32_t best(const small *s, const char *name, uint32_t *organisation)
{
    sel_organisation_candidate near[SEL_ORGANISATION_CANDIDATES];
    uint32_t count = sel_organisations_near(&s->table, sel_str_of(name), near);
    *organisation = count == 0 ? SEL_NONE : near[0].organisation;
    return count == 0 ? 0 : near[0].score;
}

START_TEST(scores_worked_out_by_hand)
{
    small s;
    uint32_t of;
    small_open(&s);
    ck_assert_uint_eq(best(&s, "bank alpha", &of), 10000);
    ck_assert_uint_eq(of, 0);
    /* alpha of alpha, bank: 2322 / 3644 */
    ck_assert_uint_eq(best(&s, "alpha", &of), 6372);
    ck_assert_uint_eq(of, 0);
    /* an unknown word weighs like one of a single name: 3644 / (3644 + 2322) */
    ck_assert_uint_eq(best(&s, "alpha bank omega", &of), 6107);
    /* the short name beside the long one counts against nothing */
    ck_assert_uint_eq(best(&s, "gf gamma fund", &of), 10000);
    ck_assert_uint_eq(of, 2);
    ck_assert_uint_eq(best(&s, "omega", &of), 0);
    ck_assert_uint_eq(of, SEL_NONE);
    small_close(&s);
}
END_TEST

START_TEST(ties_and_weak_matches_recognise_nobody)
{
    small s;
    sel_organisation_candidate near[SEL_ORGANISATION_CANDIDATES];
    small_open(&s);
    uint32_t count = sel_organisations_near(&s.table, SEL_STR("bank"), near);
    ck_assert_uint_eq(count, 2); /* the banks are equally near */
    ck_assert_uint_eq(near[0].organisation, 0);
    ck_assert_uint_eq(near[0].score, near[1].score);
    small_close(&s);
    near[0].score = near[1].score = SEL_ORGANISATION_WHOLE;
    ck_assert_ptr_null(sel_organisation_recognised(near, 2));
    near[1].score = SEL_ORGANISATION_WHOLE - SEL_ORGANISATION_LEAD;
    ck_assert_ptr_eq(sel_organisation_recognised(near, 2), &near[0]);
    near[0].score = SEL_ORGANISATION_SCORE - 1;
    ck_assert_ptr_null(sel_organisation_recognised(near, 1));
    near[0].score = SEL_ORGANISATION_SCORE;
    ck_assert_ptr_eq(sel_organisation_recognised(near, 1), &near[0]);
    ck_assert_ptr_null(sel_organisation_recognised(near, 0));
}
END_TEST

static const char *recognised(const char *name)
{
    const sel_organisations *table = &all.reference.organisations;
    sel_organisation_candidate near[SEL_ORGANISATION_CANDIDATES];
    uint32_t count = sel_organisations_near(table, sel_fold(all.arena, sel_str_of(name)), near);
    const sel_organisation_candidate *found = sel_organisation_recognised(near, count);
    return found == NULL ? "" : table->list[found->organisation].name.ptr;
}

START_TEST(names_near_the_shipped_ones)
{
    ck_assert_str_eq(recognised("DFID/Department for International Development"),
                     "Foreign, Commonwealth and Development Office");
    ck_assert_str_eq(recognised("International Telecommunications Union (I.T.U.)"),
                     "International Telecommunication Union");
    /* nearly the same words, another organisation */
    ck_assert_str_eq(recognised("Ministry of Foreign Affairs of Kenya"), "");
    ck_assert_str_eq(recognised("Ministry of Foreign Affairs"), "");
    ck_assert_str_eq(recognised("UNICEF Uganda"), "");
    ck_assert_str_eq(recognised("National Bank"), "");
}
END_TEST

int main(void)
{
    all = shipped_open();
    const TTest *tests[] = {words_of_a_name, scores_worked_out_by_hand,
                            ties_and_weak_matches_recognise_nobody, names_near_the_shipped_ones,
                            NULL};
    int failed = run_tests("organisation_match", tests);
    shipped_close(&all);
    return failed;
}
