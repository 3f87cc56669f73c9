/* What must hold of the indicators on accounts whatever the data: what is said later was allowed
 * for, and a better account lowers no score. */
#include "compared_scores.h"

static unsigned is_narrower(const sel_indicator *indicator, const sel_indicator_value *before,
                            const sel_indicator_value *after, uint64_t seed)
{
    static const char on_accounts[] = "a2 a8 c6 c7 c8 d4 d6 d7";
    if (strstr(on_accounts, indicator->id) == NULL)
        return 0;
    ck_assert_msg(after->low >= before->low - 2e-9 && after->high <= before->high + 2e-9,
                  "seed %llu, %s: [%g, %g] then [%g, %g]", (unsigned long long)seed, indicator->id,
                  before->low, before->high, after->low, after->high);
    return 1;
}

/* What is said later of a programme, by the only one who speaks of it, was allowed for. c4 is left
 * out: an unknown conflict of interest does not cap it. */
START_TEST(an_account_only_narrows_the_bounds)
{
    unsigned compared = 0;
    for (uint64_t seed = 1; seed <= WORLDS / 2; seed++) {
        material *made = draw_material(seed);
        uint64_t state = seed * 104729;
        uint32_t n = seeded_below(&state, RECORDS);
        sel_account later =
            made->records[n].account == NULL ? sel_account_blank() : made->accounts[n];
        bench before = open_bench(made, in_order());
        account_complete(&state, &later);
        made->accounts[n] = later;
        made->records[n].account = &made->accounts[n];
        bench after = open_bench(made, in_order());
        evaluate_bench(&before);
        evaluate_bench(&after);
        if (is_told_alone(&before, made->records[n].id) &&
            is_told_alone(&after, made->records[n].id))
            compared += compare_scores(&before, &after, seed, is_narrower);
        close_bench(&before);
        close_bench(&after);
        sel_memory_resize(made, 0, 1);
    }
    ck_assert_uint_gt(compared, WORLDS);
}
END_TEST

static unsigned is_no_worse(const sel_indicator *indicator, const sel_indicator_value *before,
                            const sel_indicator_value *after, uint64_t seed)
{
    if (indicator->role != SEL_SCORED || before->known != after->known || before->all != after->all)
        return 0;
    ck_assert_msg(after->value >= before->value - 2e-9, "seed %llu, %s: %g then %g",
                  (unsigned long long)seed, indicator->id, before->value, after->value);
    return 1;
}

/* The account of one programme, and whether its buying is tied, turned to the better. */
START_TEST(a_better_account_lowers_no_score)
{
    unsigned compared = 0;
    for (uint64_t seed = 1; seed <= WORLDS / 2; seed++) {
        material *made = draw_material(seed);
        uint64_t state = seed * 104723;
        uint32_t n = seeded_below(&state, RECORDS);
        sel_programme *record = &made->records[n];
        const char *home = record->recipient_count == 1 ? record->recipients[0].code.ptr : NULL;
        bench before = open_bench(made, in_order());
        made->accounts[n] = account_improved(&made->accounts[n], home);
        if (record->tied != SEL_TIED_UNKNOWN)
            record->tied = SEL_TIED_UNTIED;
        bench after = open_bench(made, in_order());
        evaluate_bench(&before);
        evaluate_bench(&after);
        compared += compare_scores(&before, &after, seed, is_no_worse);
        close_bench(&before);
        close_bench(&after);
        sel_memory_resize(made, 0, 1);
    }
    ck_assert_uint_gt(compared, WORLDS * 10);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {an_account_only_narrows_the_bounds, a_better_account_lowers_no_score,
                            NULL};
    return run_tests("account properties", tests);
}
