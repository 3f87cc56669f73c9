/* Whatever order names come in, and decisions about different organisations are made in, the
 * organisations are the same; and the same decision twice is one. */
#include "random_study.h"
#include "shipped.h"

enum { ROUNDS = 300, NAMES = 12, SPELLINGS = 30, DECISIONS = 8 };

static shipped all;

static const char *const names[NAMES] = {"Nowhere Fund",
                                         "Bank of Nowhere",
                                         "The Nowhere Trust",
                                         "Elsewhere Agency",
                                         "World Bank",
                                         "World Bank Group",
                                         "JICA",
                                         "Japan",
                                         "Other",
                                         "GIZ GmbH",
                                         "Fund of Elsewhere",
                                         "fund, of ELSEWHERE"};
static const char *const refs[] = {"", "ZZ-1", "ZZ-2", "AU-5", "21000", "zz-1"};

typedef struct written {
    const char *ref;
    const char *name;
} written;

typedef struct sample {
    written spellings[SPELLINGS];
    sel_organisation_decision decisions[DECISIONS];
    uint32_t decision_count;
} sample;

static sample draw(random_source *source)
{
    sample drawn = {.decision_count = random_below(source, DECISIONS + 1)};
    for (int i = 0; i < SPELLINGS; i++)
        drawn.spellings[i] =
            (written){refs[random_below(source, 6)], names[random_below(source, NAMES)]};
    for (uint32_t i = 0; i < drawn.decision_count; i++)
        drawn.decisions[i] = (sel_organisation_decision){
            random_chance(source, 30), sel_str_of(names[random_below(source, NAMES)]),
            sel_str_of(names[random_below(source, NAMES)])};
    return drawn;
}

/* Names of the organisations, and the one of each spelling, in the order of the sample. */
static sel_str outcome(const sample *of, const uint32_t *order, uint32_t times)
{
    sel_organisation_roll *roll = sel_organisation_roll_create(&all.reference.organisations);
    uint32_t spelling[SPELLINGS];
    for (uint32_t i = 0; i < of->decision_count; i++)
        for (uint32_t j = 0; j < times; j++)
            ck_assert(!sel_roll_decide(roll, &of->decisions[i]) || j == 0);
    for (int i = 0; i < SPELLINGS; i++) {
        const written *one = &of->spellings[order[i]];
        spelling[order[i]] = sel_roll_add(roll, sel_str_of(one->ref), sel_str_of(one->name));
    }
    sel_roll_settle(roll);
    sel_text text = {.arena = all.arena};
    uint32_t count;
    const sel_roll_organisation *list = sel_roll_organisations(roll, &count);
    for (uint32_t i = 0; i < count; i++)
        sel_text_printf(&text, "%.*s of %u\n", SEL_STR_ARG(list[i].name), list[i].donor);
    for (int i = 0; i < SPELLINGS; i++)
        sel_text_printf(&text, "%d ", (int)sel_roll_organisation_of(roll, spelling[i]));
    sel_organisation_roll_destroy(roll);
    return sel_text_str(&text);
}

static void shuffle(random_source *source, uint32_t *order, uint32_t count)
{
    for (uint32_t i = count; i > 1; i--) {
        uint32_t j = random_below(source, i);
        uint32_t other = order[i - 1];
        order[i - 1] = order[j];
        order[j] = other;
    }
}

static void expect_same(sel_str a, sel_str b, int round)
{
    ck_assert_msg(sel_str_equal(a, b), "round %d:\n%.*s\n\n%.*s", round, SEL_STR_ARG(a),
                  SEL_STR_ARG(b));
}

START_TEST(order_of_names_leaves_no_trace)
{
    random_source source = {4};
    for (int round = 0; round < ROUNDS; round++) {
        sample drawn = draw(&source);
        uint32_t order[SPELLINGS];
        for (uint32_t i = 0; i < SPELLINGS; i++)
            order[i] = i;
        sel_str first = outcome(&drawn, order, 1);
        shuffle(&source, order, SPELLINGS);
        expect_same(first, outcome(&drawn, order, 1), round);
    }
}
END_TEST

START_TEST(the_same_decision_twice_is_one)
{
    random_source source = {5};
    for (int round = 0; round < ROUNDS; round++) {
        sample drawn = draw(&source);
        uint32_t order[SPELLINGS];
        for (uint32_t i = 0; i < SPELLINGS; i++)
            order[i] = i;
        expect_same(outcome(&drawn, order, 1), outcome(&drawn, order, 2), round);
    }
}
END_TEST

/* Pairs of organisations that have nothing to do with each other. */
static const char *const pairs[][2] = {{"Nowhere Fund", "The Nowhere Trust"},
                                       {"Bank of Nowhere", "Elsewhere Agency"},
                                       {"World Bank", "World Bank Group"},
                                       {"GIZ GmbH", "Fund of Elsewhere"},
                                       {"JICA", "Kenya"}};
enum { PAIRS = sizeof pairs / sizeof pairs[0] };

START_TEST(order_of_decisions_about_others_leaves_no_trace)
{
    random_source source = {6};
    for (int round = 0; round < ROUNDS; round++) {
        sample drawn = draw(&source);
        uint32_t order[SPELLINGS];
        for (uint32_t i = 0; i < SPELLINGS; i++)
            order[i] = i;
        uint32_t turn[PAIRS] = {0, 1, 2, 3, 4};
        drawn.decision_count = PAIRS;
        bool split[PAIRS];
        for (uint32_t i = 0; i < PAIRS; i++)
            split[i] = random_chance(&source, 50);
        sel_str seen[2];
        for (int time = 0; time < 2; time++) {
            for (uint32_t i = 0; i < PAIRS; i++)
                drawn.decisions[i] = (sel_organisation_decision){
                    split[turn[i]], sel_str_of(pairs[turn[i]][0]), sel_str_of(pairs[turn[i]][1])};
            seen[time] = outcome(&drawn, order, 1);
            shuffle(&source, turn, PAIRS);
        }
        expect_same(seen[0], seen[1], round);
    }
}
END_TEST

int main(void)
{
    all = shipped_open();
    const TTest *tests[] = {order_of_names_leaves_no_trace, the_same_decision_twice_is_one,
                            order_of_decisions_about_others_leaves_no_trace, NULL};
    int failed = run_tests("organisation_order", tests);
    shipped_close(&all);
    return failed;
}
