/* An answer that was missing stays within what was possible, whatever the data. Exceptions are
 * stated where the indicators are defined: a second key to what one may say alone (c4, d7), a
 * conflict of interest (c4), and declining where a need is stated (c2). */
#include "drawn_change.h"

static bool answer(draw *from, int8_t *item)
{
    bool unsaid = *item == SEL_UNKNOWN;
    if (unsaid)
        *item = (int8_t)below(from, 2);
    return unsaid;
}

static bool is_listed(const material *made, uint32_t n, sel_stakeholder group)
{
    for (uint32_t i = 0; i < made->records[n].party_count; i++)
        if (made->parties[n][i].stakeholder == group)
            return true;
    return false;
}

/* What a statement leaves open of one group is said, "none" as often as not. */
static bool add_role(draw *from, material *made, uint32_t n, sel_stakeholder group)
{
    uint32_t count = made->records[n].party_count;
    if (n < STATED || count == PARTIES || !sel_stakeholder_is_non_state(group) ||
        is_listed(made, n, group))
        return false;
    uint32_t ladder = below(from, 2) == 0 ? SEL_LADDER_NONE : below(from, SEL_LADDER_COUNT);
    made->parties[n][count] = (sel_party){.name = SEL_STR("Donor A"),
                                          .role = SEL_ROLE_PARTICIPANT,
                                          .stakeholder = group,
                                          .ladder = (int8_t)ladder};
    made->records[n].party_count += 1;
    return true;
}

/* Of operators more often than of others. */
static bool say_role(draw *from, material *made, uint32_t n)
{
    uint32_t number = below(from, 2) == 0 ? 0 : below(from, SEL_NON_STATE_GROUPS);
    return add_role(from, made, n, (sel_stakeholder)(SEL_STAKEHOLDER_PRIVATE_CI + number));
}

/* Of a group that the donor's record lists. */
static bool say_role_beside_the_donor(draw *from, material *made, uint32_t n)
{
    uint32_t of = 0;
    if (made->records[n].link_count == 0)
        return false;
    while (!sel_str_equal(made->records[of].id, made->links[n].other))
        of++;
    uint32_t count = made->records[of].party_count;
    return count > 0 && add_role(from, made, n, made->parties[of][below(from, count)].stakeholder);
}

static bool say_whether_the_same(draw *from, material *made, uint32_t n)
{
    return answer(from, &made->records[n].same_as_other);
}

static bool say_conditions(draw *from, material *made, uint32_t n)
{
    sel_programme *record = &made->records[n];
    if (record->conditions == SEL_CONDITIONS_SOME && record->condition_classes != 0)
        return answer(from, &record->conditions_requested);
    record->conditions = below(from, 2) == 0 ? SEL_CONDITIONS_NONE : SEL_CONDITIONS_SOME;
    record->condition_classes = record->conditions == SEL_CONDITIONS_SOME ? 1 << 3 : 0;
    return true;
}

static bool is_linked(const material *made, uint32_t n)
{
    bool linked = made->records[n].link_count > 0;
    for (uint32_t i = 0; i < RECORDS; i++)
        linked |= made->records[i].link_count > 0 &&
                  sel_str_equal(made->links[i].other, made->records[n].id);
    return linked;
}

/* Of a programme that nobody else tells of: one key is enough, and a second one may say less. */
static bool say_tied(draw *from, material *made, uint32_t n)
{
    bool unsaid = made->records[n].tied == SEL_TIED_UNKNOWN && !is_linked(made, n);
    if (unsaid)
        made->records[n].tied = (sel_tied)(1 + below(from, SEL_TIED_COUNT - 1));
    return unsaid;
}

static bool say_who_took_part(draw *from, material *made, uint32_t n)
{
    sel_study_submission *one = &made->answers.submissions[n % STATES];
    bool changed = answer(from, &one->attended);
    changed |= answer(from, &one->stated);
    changed |= answer(from, &one->sponsored);
    changed |= answer(from, &one->listed);
    return changed;
}

static bool say_environment(draw *from, material *made, uint32_t n)
{
    bool changed = false;
    for (int i = 0; i < SEL_ENABLING_ITEMS; i++)
        changed |= answer(from, &made->answers.submissions[n % STATES].enabling[i]);
    return changed;
}

static bool say_mandate(draw *from, material *made, uint32_t n)
{
    return answer(from, &made->answers.mandates[n % MANDATES].covered);
}

static bool say_who_asked_first(draw *from, material *made, uint32_t n)
{
    return answer(from, &made->records[n].asked_first);
}

static void is_narrower(const char *id, const char *what, uint64_t seed,
                        const sel_indicator_value *before, const sel_indicator_value *after)
{
    ck_assert_msg(after->low >= before->low - 2e-9 && after->high <= before->high + 2e-9,
                  "%s, seed %llu, %s: [%.12g, %.12g] then [%.12g, %.12g]", what,
                  (unsigned long long)seed, id, before->low, before->high, after->low, after->high);
}

/* Accounts: test_account_properties.c; ownership: test_principle_properties.c. */
START_TEST(an_answer_stays_within_the_bounds)
{
    static const trial trials[] = {
        {"role", say_role, "d1 d2 d3", false},
        {"role beside the donor's", say_role_beside_the_donor, "d1 d2 d3", false},
        {"whether the same", say_whether_the_same, "b1", false},
        {"conditions", say_conditions, "c5", false},
        {"tied", say_tied, "c4", false},
        {"who took part", say_who_took_part, "c2", false},
        {"environment", say_environment, "d5", false},
        {"mandate", say_mandate, "b9", false},
        {"who asked first", say_who_asked_first, "a1", false},
    };
    tally total = {0};
    try_all(trials, sizeof trials / sizeof trials[0], is_narrower, true, &total);
    for (uint32_t n = 0; n < INDICATORS; n++)
        ck_assert_msg(total.compared[n] == 0 || total.moved[n] > 0, "number %u never moved",
                      (unsigned)n);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {an_answer_stays_within_the_bounds, NULL};
    return run_tests("answer properties", tests);
}
