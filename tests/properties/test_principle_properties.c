/* What must hold of the scores whatever the data: bounds contain the value, order of arrival
 * leaves no trace, a need of nought changes no score, and an answer that was missing only narrows
 * what was possible. Small random registers and answers from fixed seeds. */
#include "drawn_register.h"

static void check_bounds(const sel_score *score, uint64_t seed)
{
    uint32_t count;
    const sel_indicator *const *list = sel_indicators(&count);
    for (uint32_t i = 0; i < count; i++) {
        const sel_indicator_value *v = &score->values[i];
        bool right = v->low >= 0 && v->high <= 1 && v->low <= v->high && v->known <= v->all;
        if (v->availability == SEL_AVAILABLE)
            right &= v->low <= v->value && v->value <= v->high && v->by_value <= 1 &&
                     v->interval_low >= 0 && v->interval_high <= 1 && v->met <= v->known;
        ck_assert_msg(right, "seed %llu, %s", (unsigned long long)seed, list[i]->id);
    }
    for (int p = 0; p < SEL_PRINCIPLES; p++) {
        const sel_principle_score *s = &score->principles[p];
        bool right = s->worst >= 0 && s->worst <= s->best && s->best <= 1 && s->from <= s->of &&
                     s->reliability >= 0 && s->reliability <= 1;
        if (s->available)
            right &= s->worst <= s->value && s->value <= s->best;
        ck_assert_msg(right, "seed %llu, principle %c", (unsigned long long)seed, s->principle);
    }
}

static void check_same(const sel_score *a, const sel_score *b, uint64_t seed)
{
    uint32_t count;
    const sel_indicator *const *list = sel_indicators(&count);
    for (uint32_t i = 0; i < count; i++) {
        const sel_indicator_value *x = &a->values[i];
        const sel_indicator_value *y = &b->values[i];
        bool same = x->availability == y->availability && x->value == y->value &&
                    x->low == y->low && x->high == y->high && x->by_value == y->by_value &&
                    x->met == y->met && x->known == y->known && x->all == y->all;
        ck_assert_msg(same, "seed %llu, %s", (unsigned long long)seed, list[i]->id);
    }
    for (int p = 0; p < SEL_PRINCIPLES; p++) {
        const sel_principle_score *x = &a->principles[p];
        const sel_principle_score *y = &b->principles[p];
        bool same = x->principle == y->principle && x->available == y->available &&
                    x->value == y->value && x->worst == y->worst && x->best == y->best &&
                    x->from == y->from && x->of == y->of && x->reliability == y->reliability;
        ck_assert_msg(same, "seed %llu, principle %d", (unsigned long long)seed, p);
    }
}

START_TEST(bounds_contain_values_and_order_leaves_no_trace)
{
    unsigned available = 0;
    for (uint64_t seed = 1; seed <= WORLDS; seed++) {
        material *made = draw_material(seed);
        arrival order = shuffled(seed * 7919);
        bench one = open_bench(made, in_order());
        bench other = open_bench(made, &order);
        evaluate_bench(&one);
        evaluate_bench(&other);
        sel_subject subjects[SUBJECTS_MAX];
        uint32_t count = subjects_of(one.study, subjects);
        for (uint32_t i = 0; i < count; i++) {
            sel_score a = sel_score_compute(&one.evidence, &one.world->model, subjects[i]);
            sel_score b = sel_score_compute(&other.evidence, &other.world->model,
                                            same_subject(&one, &other, subjects[i]));
            check_bounds(&a, seed);
            check_same(&a, &b, seed);
            for (int p = 0; p < SEL_PRINCIPLES; p++)
                available += a.principles[p].available;
        }
        close_bench(&one);
        close_bench(&other);
        sel_memory_resize(made, 0, 1);
    }
    ck_assert_uint_gt(available, WORLDS * 10); /* the worlds are not empty of scores */
}
END_TEST

/* Fara answers one more line: where it is and where it wishes to be are the same. All its other
 * needs are known and one is stated, so that only the value could move. */
START_TEST(a_need_of_nought_changes_no_score)
{
    unsigned compared = 0;
    for (uint64_t seed = 1; seed <= WORLDS; seed++) {
        material *made = draw_material(seed);
        for (uint32_t i = 0; i < ANSWERS; i++) {
            made->entries[i].help = SEL_HELP_UNSAID;
            made->entries[i].target = (uint8_t)(made->entries[i].stage + 1);
            made->entries[i].importance = 1 + (uint8_t)(i % 4);
        }
        made->entry_count = ANSWERS - 1;
        bench without = open_bench(made, in_order());
        made->entry_count = ANSWERS;
        made->entries[ANSWERS - 1].target = made->entries[ANSWERS - 1].stage;
        made->entries[ANSWERS - 1].urgent = 0;
        bench with = open_bench(made, in_order());
        evaluate_bench(&without);
        evaluate_bench(&with);
        sel_subject subjects[SUBJECTS_MAX];
        uint32_t count = subjects_of(without.study, subjects);
        for (uint32_t i = 0; i < count; i++) {
            sel_score a = sel_score_compute(&without.evidence, &without.world->model, subjects[i]);
            sel_score b = sel_score_compute(&with.evidence, &with.world->model, subjects[i]);
            for (uint32_t n = 0; n < 33; n++) {
                if (a.values[n].availability != SEL_AVAILABLE ||
                    b.values[n].availability != SEL_AVAILABLE)
                    continue;
                ck_assert_msg(a.values[n].value == b.values[n].value &&
                                  a.values[n].low == b.values[n].low &&
                                  a.values[n].high == b.values[n].high,
                              "seed %llu, value %u", (unsigned long long)seed, (unsigned)n);
                compared += 1;
            }
        }
        close_bench(&without);
        close_bench(&with);
        sel_memory_resize(made, 0, 1);
    }
    ck_assert_uint_gt(compared, WORLDS * 10);
}
END_TEST

/* Fill in what record n left open about ownership, conditions or tied buying. */
static bool complete(draw *from, sel_programme *record)
{
    bool filled = false;
    if (record->conditions == SEL_CONDITIONS_UNKNOWN) {
        record->conditions = below(from, 2) == 0 ? SEL_CONDITIONS_NONE : SEL_CONDITIONS_SOME;
        record->condition_classes = record->conditions == SEL_CONDITIONS_SOME ? 1 << 3 : 0;
        filled = true;
    }
    unsigned unsaid = 0;
    for (int i = 0; i < SEL_OWNERSHIP_ITEMS; i++)
        unsaid += record->ownership[i] == SEL_UNKNOWN;
    if (unsaid < 3) /* else it has answered already: more items are another answer */
        return filled;
    for (int i = 0; i < SEL_OWNERSHIP_ITEMS; i++)
        record->ownership[i] = (int8_t)below(from, 5);
    return true;
}

static bool one_statement_each(const sel_roster *roster)
{
    for (uint32_t i = 0; i < roster->undertaking_count; i++)
        if (roster->undertakings[i].statement_count > 1 || roster->undertakings[i].teller_count > 0)
            return false;
    return true;
}

/* Ownership and conditions: whatever answer arrives later, the bounds had allowed for it. Bounds
 * are about the two keys, not about further recipients or records, so worlds where several
 * recipients state one programme, or several records of donors tell it, are left out. */
START_TEST(an_answer_only_narrows_the_bounds)
{
    unsigned compared = 0;
    const uint32_t numbers[] = {sel_indicator_number(SEL_STR("a6")),
                                sel_indicator_number(SEL_STR("c5"))};
    for (uint64_t seed = 1; seed <= WORLDS; seed++) {
        material *made = draw_material(seed);
        draw from = {seed * 104729};
        bench before = open_bench(made, in_order());
        if (!complete(&from, &made->records[below(&from, RECORDS)])) {
            close_bench(&before);
            sel_memory_resize(made, 0, 1);
            continue;
        }
        bench after = open_bench(made, in_order());
        evaluate_bench(&before);
        evaluate_bench(&after);
        sel_subject subjects[SUBJECTS_MAX];
        uint32_t count = subjects_of(before.study, subjects);
        if (!one_statement_each(&before.roster) || !one_statement_each(&after.roster))
            count = 0;
        for (uint32_t i = 0; i < count; i++) {
            sel_score a = sel_score_compute(&before.evidence, &before.world->model, subjects[i]);
            sel_score b = sel_score_compute(&after.evidence, &after.world->model, subjects[i]);
            for (size_t n = 0; n < sizeof numbers / sizeof numbers[0]; n++) {
                const sel_indicator_value *x = &a.values[numbers[n]];
                const sel_indicator_value *y = &b.values[numbers[n]];
                if (x->availability != SEL_AVAILABLE || y->availability != SEL_AVAILABLE)
                    continue;
                ck_assert_msg(y->low >= x->low - 2e-9 && y->high <= x->high + 2e-9,
                              "seed %llu, value %zu: [%g, %g] then [%g, %g]",
                              (unsigned long long)seed, n, x->low, x->high, y->low, y->high);
                compared += 1;
            }
        }
        close_bench(&before);
        close_bench(&after);
        sel_memory_resize(made, 0, 1);
    }
    ck_assert_uint_gt(compared, WORLDS);
}
END_TEST

/* Every party of a record one rung up the ladder: the breadth of those who take part and the part
 * of operators never fall. */
START_TEST(a_deeper_role_lowers_nothing)
{
    unsigned compared = 0;
    const uint32_t numbers[] = {sel_indicator_number(SEL_STR("d1")),
                                sel_indicator_number(SEL_STR("d3"))};
    for (uint64_t seed = 1; seed <= WORLDS; seed++) {
        material *made = draw_material(seed);
        draw from = {seed * 15485863};
        uint32_t record = below(&from, RECORDS);
        bench before = open_bench(made, in_order());
        for (uint32_t i = 0; i < made->records[record].party_count; i++) {
            sel_party *party = &made->parties[record][i];
            if (party->ladder != SEL_UNKNOWN && party->ladder < SEL_LADDER_CO_GOVERN)
                party->ladder += 1;
        }
        bench after = open_bench(made, in_order());
        evaluate_bench(&before);
        evaluate_bench(&after);
        sel_subject subjects[SUBJECTS_MAX];
        uint32_t count = subjects_of(before.study, subjects);
        for (uint32_t i = 0; i < count; i++) {
            sel_score a = sel_score_compute(&before.evidence, &before.world->model, subjects[i]);
            sel_score b = sel_score_compute(&after.evidence, &after.world->model, subjects[i]);
            for (size_t n = 0; n < sizeof numbers / sizeof numbers[0]; n++) {
                const sel_indicator_value *x = &a.values[numbers[n]];
                const sel_indicator_value *y = &b.values[numbers[n]];
                if (x->availability != SEL_AVAILABLE || y->availability != SEL_AVAILABLE)
                    continue;
                ck_assert_msg(y->value >= x->value - 2e-9, "seed %llu, value %zu: %g then %g",
                              (unsigned long long)seed, n, x->value, y->value);
                compared += 1;
            }
        }
        close_bench(&before);
        close_bench(&after);
        sel_memory_resize(made, 0, 1);
    }
    ck_assert_uint_gt(compared, WORLDS * 10);
}
END_TEST

/* The indicators that rest on needs and supply occur: what holds of them is not held of nothing. */
START_TEST(needs_and_supply_are_compared)
{
    static const char *const ids[] = {"a4", "b3", "b4", "b5", "b6", "c1", "d3"};
    enum { IDS = sizeof ids / sizeof ids[0] };
    unsigned seen[IDS] = {0};
    for (uint64_t seed = 1; seed <= WORLDS; seed++) {
        material *made = draw_material(seed);
        bench one = open_bench(made, in_order());
        evaluate_bench(&one);
        sel_score score = sel_score_compute(&one.evidence, &one.world->model,
                                            (sel_subject){SEL_LEVEL_PORTFOLIO, 0});
        for (int n = 0; n < IDS; n++) {
            uint32_t number = sel_indicator_number(sel_str_of(ids[n]));
            seen[n] += score.values[number].availability == SEL_AVAILABLE;
        }
        close_bench(&one);
        sel_memory_resize(made, 0, 1);
    }
    for (int n = 0; n < IDS; n++)
        ck_assert_msg(seen[n] >= 5, "%s: %u", ids[n], seen[n]);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {bounds_contain_values_and_order_leaves_no_trace,
                            a_need_of_nought_changes_no_score,
                            an_answer_only_narrows_the_bounds,
                            a_deeper_role_lowers_nothing,
                            needs_and_supply_are_compared,
                            NULL};
    return run_tests("principle properties", tests);
}
