#include "analysis/overlap/reading.h"

#include "check_suite.h"

enum { TAU = 500000 };

static sel_reading_end end(uint32_t s, uint32_t t, uint32_t red, bool unknown)
{
    return (sel_reading_end){s, t, red, unknown, true};
}

/* A pair about which everything is known: both ends are the same. */
static sel_reading_facts certain(uint32_t s, uint32_t t, uint32_t red, bool unknown)
{
    return (sel_reading_facts){.low = end(s, t, red, unknown),
                               .high = end(s, t, red, unknown),
                               .threshold_ppm = TAU,
                               .factors = 4};
}

/* Only the high end reaches the threshold. */
static sel_reading_facts possible(uint32_t s, uint32_t t, uint32_t red, bool unknown)
{
    sel_reading_facts facts = certain(s, t, red, unknown);
    facts.low = end(0, 0, 0, unknown);
    return facts;
}

static void check_reading(sel_reading_facts facts, int expected)
{
    ck_assert_int_eq((int)sel_reading_of(&facts), expected);
}

/* Every cell of the table in method §4, at both edges of each. */
START_TEST(every_cell)
{
    static const struct {
        uint32_t s, t, red;
        bool unknown;
        int expected;
    } cells[] = {
        {700000, 0, 500000, false, 4},
        {1000000, 1000000, 1000000, false, 4},
        {700000, 0, 499999, false, 3},
        {700000, 0, 1, false, 3},
        {700000, 0, 0, false, 1},
        {700000, 0, 1000000, true, 2},
        {699999, 0, 500000, false, 3},
        {500000, 0, 1000000, false, 3},
        {0, 500000, 500000, false, 3},
        {0, 1000000, 1000000, false, 3},
        {699999, 1000000, 499999, false, 2},
        {500000, 0, 1, false, 2},
        {500000, 0, 0, false, 0},
        {0, 500000, 0, false, 0},
        {500000, 0, 0, true, 1},
        {0, 700000, 1000000, true, 1},
        {499999, 499999, 1000000, false, 0},
    };
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        sel_reading_end at = end(cells[i].s, cells[i].t, cells[i].red, cells[i].unknown);
        ck_assert_msg((int)sel_reading_cell(&at, TAU) == cells[i].expected, "cell %u", (unsigned)i);
        check_reading(certain(cells[i].s, cells[i].t, cells[i].red, cells[i].unknown),
                      cells[i].expected);
    }
}
END_TEST

START_TEST(possible_is_one_less)
{
    check_reading(possible(700000, 0, 500000, false), 3);
    check_reading(possible(700000, 0, 1, false), 2);
    check_reading(possible(700000, 0, 0, false), 0);
    check_reading(possible(500000, 0, 500000, false), 2);
    check_reading(possible(500000, 0, 1, false), 1);
    check_reading(possible(500000, 0, 0, false), 0);
    check_reading(possible(700000, 0, 0, true), 1);
    check_reading(possible(500000, 0, 0, true), 1); /* a note stays a note */
}
END_TEST

/* Certain at .5, possibly .7 and more beyond need: the better known end or the other less one. */
START_TEST(the_larger_of_both_ends_counts)
{
    sel_reading_facts facts = certain(500000, 0, 0, false);
    facts.high = end(700000, 0, 500000, false);
    check_reading(facts, 3);
    facts.high = end(700000, 0, 0, false);
    check_reading(facts, 0);
    facts = certain(700000, 0, 1, false);
    facts.high.s_ppm = 900000;
    check_reading(facts, 3);
}
END_TEST

START_TEST(fewer_factors)
{
    for (uint8_t factors = 2; factors <= 4; factors++) {
        sel_reading_facts facts = certain(700000, 0, 500000, false);
        facts.factors = factors;
        check_reading(facts, factors == 4 ? 4 : 3);
        facts = possible(700000, 0, 500000, false);
        facts.factors = factors;
        check_reading(facts, factors == 4 ? 3 : 2); /* capped first, then one less */
        facts = certain(500000, 0, 1, false);
        facts.factors = factors;
        check_reading(facts, 2);
    }
}
END_TEST

START_TEST(ordinal_need)
{
    sel_reading_facts facts = certain(700000, 0, 500000, false);
    facts.ordinal = true;
    check_reading(facts, 3);
    facts = possible(700000, 0, 500000, false);
    facts.ordinal = true;
    check_reading(facts, 3); /* one less, then capped */
}
END_TEST

START_TEST(little_side_by_side)
{
    sel_reading_facts facts = certain(700000, 0, 500000, false);
    facts.low.substantial = facts.high.substantial = false;
    check_reading(facts, 2);
    facts = certain(700000, 0, 500000, false);
    facts.low.substantial = false; /* enough only at the high end: one less than 4 */
    check_reading(facts, 3);
    facts = certain(700000, 0, 0, false);
    facts.low.substantial = facts.high.substantial = false;
    check_reading(facts, 1);
}
END_TEST

START_TEST(declared_coordination)
{
    static const int expected[5][3] = {{0, 0, 0}, {1, 0, 0}, {2, 1, 1}, {3, 2, 1}, {4, 3, 2}};
    const sel_reading_facts starts[5] = {certain(500000, 0, 0, false), certain(700000, 0, 0, false),
                                         certain(500000, 0, 1, false), certain(700000, 0, 1, false),
                                         certain(700000, 0, 500000, false)};
    for (int start = 0; start <= 4; start++)
        for (uint8_t keys = 0; keys <= 2; keys++) {
            sel_reading_facts facts = starts[start];
            facts.coordination_keys = keys;
            check_reading(facts, expected[start][keys]);
        }
    sel_reading_facts note = certain(500000, 0, 0, true);
    note.coordination_keys = 2;
    check_reading(note, 1);
}
END_TEST

START_TEST(another_threshold)
{
    sel_reading_facts facts = certain(600000, 0, 500000, false);
    facts.threshold_ppm = 650000;
    check_reading(facts, 0);
    facts.threshold_ppm = 600000;
    check_reading(facts, 3);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {
        every_cell,   possible_is_one_less, the_larger_of_both_ends_counts, fewer_factors,
        ordinal_need, little_side_by_side,  declared_coordination,          another_threshold,
        NULL};
    return run_tests("reading", tests);
}
