#include "small_world.h"

static void name_indicators(small_world *world, const char *letter, const char *const *ids)
{
    sel_criterion *criterion = &world->model.criteria[world->model.criterion_count++];
    criterion->letter = sel_str_of(letter);
    for (; *ids != NULL; ids++)
        criterion->indicators[criterion->indicator_count++] = sel_str_of(*ids);
}

static sel_score score_of(small_world *world, sel_level level, uint32_t number)
{
    return sel_score_compute(small_world_evidence(world), &world->model,
                             (sel_subject){level, number});
}

START_TEST(all_33_in_order)
{
    uint32_t count;
    const sel_indicator *const *list = sel_indicators(&count);
    ck_assert_uint_eq(count, 33);
    unsigned context = 0;
    for (uint32_t i = 0; i < count; i++) {
        char name[32];
        ck_assert(i == 0 || strcmp(list[i - 1]->id, list[i]->id) < 0);
        ck_assert_int_eq(list[i]->principle, list[i]->id[0]);
        snprintf(name, sizeof name, "indicator.%s", list[i]->id);
        ck_assert_str_eq(list[i]->name, name);
        ck_assert_uint_gt(strlen(list[i]->source), 0);
        ck_assert_uint_ne(list[i]->levels, 0);
        context += list[i]->role == SEL_CONTEXT;
        ck_assert_ptr_eq(sel_indicator_find(sel_str_of(list[i]->id)), list[i]);
    }
    ck_assert_uint_eq(context, 5);
    ck_assert(sel_indicator_find(SEL_STR("a9")) == NULL);
}
END_TEST

/* The table "scored and defined" of the definitions; b9 is defined for the response of a regional
 * organisation only, so the state's 3 of principle b are 4 there. */
START_TEST(scored_and_defined_per_level)
{
    static const struct {
        sel_level level;
        int scored[SEL_PRINCIPLES];
    } rows[] = {{SEL_LEVEL_RESPONSE, {7, 4, 5, 5}}, {SEL_LEVEL_RECIPIENT, {7, 6, 5, 5}},
                {SEL_LEVEL_REGION, {8, 7, 7, 5}},   {SEL_LEVEL_PROGRAMME, {4, 3, 5, 5}},
                {SEL_LEVEL_DONOR, {5, 4, 6, 5}},    {SEL_LEVEL_PORTFOLIO, {7, 7, 8, 5}}};
    uint32_t count;
    const sel_indicator *const *list = sel_indicators(&count);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int scored[SEL_PRINCIPLES] = {0};
        for (uint32_t j = 0; j < count; j++)
            if (list[j]->role == SEL_SCORED &&
                (list[j]->levels & ~list[j]->context & rows[i].level) != 0)
                scored[list[j]->principle - 'a'] += 1;
        for (int p = 0; p < SEL_PRINCIPLES; p++)
            ck_assert_msg(scored[p] == rows[i].scored[p], "level %d, principle %c: %d",
                          (int)rows[i].level, 'a' + p, scored[p]);
    }
}
END_TEST

/* A programme, untied, ownership told by the donor alone: c4 = 1 of {c4, c5}, c5 not available.
 * Worst (1 + 0)/2, best (1 + 1)/2. */
START_TEST(half_is_enough)
{
    small_world *world = small_world_create();
    name_indicators(world, "c", (const char *const[]){"c4", "c5", NULL});
    small_world_record(world, "register")->tied = SEL_TIED_UNTIED;
    sel_score score = score_of(world, SEL_LEVEL_PROGRAMME, 0);
    sel_principle_score *c = &score.principles[2];
    ck_assert_int_eq(c->principle, 'c');
    ck_assert(c->available);
    ck_assert_double_eq(c->value, 1);
    ck_assert_double_eq(c->worst, .5);
    ck_assert_double_eq(c->best, 1);
    ck_assert_uint_eq(c->from, 1);
    ck_assert_uint_eq(c->of, 2);
    /* date and evidence not known: .2; one of two items missing: .1 */
    ck_assert_double_eq_tol(c->reliability, .1, 1e-9);
    small_world_destroy(world);
}
END_TEST

START_TEST(less_than_half_is_not)
{
    small_world *world = small_world_create();
    name_indicators(world, "a", (const char *const[]){"a1", "a6", NULL});
    sel_study_programme *record = small_world_record(world, "register");
    small_world_place(world, record, ATLA, 0, 10000000);
    small_world_years(record, 2025, 2028);
    small_world_need(world, ATLA, 0, 1, 1);
    sel_score score = score_of(world, SEL_LEVEL_PROGRAMME, 0);
    ck_assert(!score.principles[0].available);
    ck_assert_uint_eq(score.principles[0].from, 0);
    ck_assert_uint_eq(score.principles[0].of, 2);
    ck_assert_double_eq(score.principles[0].worst, 0);
    ck_assert_double_eq(score.principles[0].best, 1);
    ck_assert_double_eq(score.principles[0].reliability, 0);
    /* of three, one */
    name_indicators(world, "a", (const char *const[]){"a3", NULL});
    small_world_supply(world, ATLA, 0, 50, 100);
    score = score_of(world, SEL_LEVEL_RECIPIENT, ATLA);
    ck_assert(!score.principles[0].available);
    ck_assert_uint_eq(score.principles[0].from, 1);
    ck_assert_uint_eq(score.principles[0].of, 3);
    ck_assert_double_eq_tol(score.principles[0].worst, .5 / 3, 1e-9);
    ck_assert_double_eq_tol(score.principles[0].best, 2.5 / 3, 1e-9);
    small_world_destroy(world);
}
END_TEST

START_TEST(nothing_named)
{
    small_world *world = small_world_create();
    small_world_record(world, "register")->tied = SEL_TIED_UNTIED;
    sel_score score = score_of(world, SEL_LEVEL_PORTFOLIO, 0);
    for (int i = 0; i < SEL_PRINCIPLES; i++) {
        ck_assert(!score.principles[i].available);
        ck_assert_uint_eq(score.principles[i].of, 0);
        ck_assert_double_eq(score.principles[i].worst, 0);
        ck_assert_double_eq(score.principles[i].best, 1);
    }
    /* the value is there all the same */
    ck_assert_double_eq(score.values[sel_indicator_number(SEL_STR("c4"))].value, 1);
    small_world_destroy(world);
}
END_TEST

/* d1 = 0 applies, d2 does not when nobody is present; d8 is context and never counts. */
START_TEST(not_applicable_leaves_context_never_enters)
{
    small_world *world = small_world_create();
    name_indicators(world, "d", (const char *const[]){"d1", "d2", "d8", NULL});
    uint32_t submission = small_world_submission(world, ATLA);
    world->submissions[submission].poc_yes = 35;
    sel_study_programme *statement = small_world_statement(world, ATLA, NULL);
    for (int group = SEL_STAKEHOLDER_PRIVATE_CI; group <= SEL_STAKEHOLDER_TECHNICAL; group++)
        small_world_party(world, statement, (sel_stakeholder)group, SEL_LADDER_NONE);
    sel_score score = score_of(world, SEL_LEVEL_RESPONSE, submission);
    ck_assert(score.principles[3].available);
    ck_assert_uint_eq(score.principles[3].of, 1);
    ck_assert_uint_eq(score.principles[3].from, 1);
    ck_assert_double_eq(score.principles[3].value, 0);
    ck_assert_double_eq(score.principles[3].best, 0);
    small_world_destroy(world);
}
END_TEST

/* A response that answers all: asked first, ownership .75 by the recipient alone, a need half
 * covered. Mean of 1, .5, .75; worst with a6 at 0; R: fresh, evidence 0, of two items that want
 * two keys both have one: 1 − .4 − .2·.5. */
START_TEST(a_response)
{
    small_world *world = small_world_create();
    name_indicators(world, "a", (const char *const[]){"a1", "a3", "a6", NULL});
    uint32_t submission = small_world_submission(world, ATLA);
    sel_day on = sel_day_of(2025, 6, 1);
    world->submissions[submission].answered_on = (sel_days){on, on, true};
    world->entries[0] = (sel_need_entry){
        .recipient = ATLA, .submission = submission, .stage = 1, .target = 5, .importance = 4};
    world->study.entry_count = 1;
    sel_study_programme *statement = small_world_statement(world, ATLA, NULL);
    small_world_place(world, statement, ATLA, 0, 10000000);
    small_world_years(statement, 2025, 2028);
    statement->asked_first = 1;
    memset(statement->ownership, 3, sizeof statement->ownership);
    sel_score score = score_of(world, SEL_LEVEL_RESPONSE, submission);
    const sel_principle_score *a = &score.principles[0];
    ck_assert(a->available);
    ck_assert_uint_eq(a->from, 3);
    ck_assert_uint_eq(a->of, 3);
    ck_assert_double_eq_tol(a->value, .75, 1e-9);
    ck_assert_double_eq_tol(a->worst, .5, 1e-9);
    ck_assert_double_eq_tol(a->best, .75, 1e-9);
    ck_assert_double_eq_tol(a->reliability, .5, 1e-9);
    small_world_destroy(world);
}
END_TEST

START_TEST(values_say_where_they_stand)
{
    small_world *world = small_world_create();
    uint32_t count;
    const sel_indicator *const *list = sel_indicators(&count);
    small_world_record(world, "register");
    sel_score score = score_of(world, SEL_LEVEL_PROGRAMME, 0);
    for (uint32_t i = 0; i < count; i++) {
        const sel_indicator_value *value = &score.values[i];
        bool defined = (list[i]->levels & SEL_LEVEL_PROGRAMME) != 0;
        ck_assert_int_eq(value->availability == SEL_NOT_DEFINED, !defined);
    }
    small_world_destroy(world);
}
END_TEST

/* What is not wanted is not looked at, and its principle is made of the rest. */
START_TEST(only_what_is_wanted)
{
    static const char *const ids[] = {"c4", "c5", NULL};
    small_world *world = small_world_create();
    name_indicators(world, "c", ids);
    uint32_t count;
    sel_indicators(&count);
    bool *wanted = sel_arena_array(world->arena, count, sizeof *wanted);
    wanted[sel_indicator_number(SEL_STR("c4"))] = true;
    small_world_record(world, "register");
    sel_score whole = score_of(world, SEL_LEVEL_PROGRAMME, 0);
    sel_score part = sel_score_compute_wanted(&world->evidence, &world->model,
                                              (sel_subject){SEL_LEVEL_PROGRAMME, 0}, wanted);
    ck_assert_uint_eq(whole.principles[2].of, 2);
    ck_assert_uint_eq(part.principles[2].of, 1);
    for (uint32_t i = 0; i < count; i++)
        ck_assert_int_eq(part.values[i].availability,
                         wanted[i] ? whole.values[i].availability : SEL_NOT_DEFINED);
    small_world_destroy(world);
}
END_TEST

/* So that `score --principle a` need not compare programmes: read, an overlap that is not there
 * would end the test. */
START_TEST(principles_but_b_do_not_read_overlap)
{
    small_world *world = small_world_create();
    uint32_t count;
    const sel_indicator *const *list = sel_indicators(&count);
    bool *wanted = sel_arena_array(world->arena, count, sizeof *wanted);
    for (uint32_t i = 0; i < count; i++)
        wanted[i] = list[i]->principle != 'b';
    sel_study_programme *record = small_world_record(world, "register");
    small_world_place(world, record, ATLA, 0, SEL_EFFORT_WHOLE);
    small_world_years(record, 2025, 2027);
    small_world_donor(world, record, 0);
    small_world_need(world, ATLA, 0, .5, .5);
    small_world_supply(world, ATLA, 0, 100, 200);
    world->submissions[world->study.submission_count++] =
        (sel_study_submission){.recipient = ATLA, .donor = SEL_NONE};
    sel_evidence evidence = *small_world_evidence(world);
    evidence.overlap = NULL;
    const sel_subject subjects[] = {{SEL_LEVEL_RESPONSE, 0},    {SEL_LEVEL_RECIPIENT, ATLA},
                                    {SEL_LEVEL_REGION, REGION}, {SEL_LEVEL_PROGRAMME, 0},
                                    {SEL_LEVEL_DONOR, 0},       {SEL_LEVEL_PORTFOLIO, 0}};
    for (size_t i = 0; i < sizeof subjects / sizeof subjects[0]; i++)
        ck_assert_ptr_nonnull(
            sel_score_compute_wanted(&evidence, &world->model, subjects[i], wanted).values);
    small_world_destroy(world);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {all_33_in_order,
                            scored_and_defined_per_level,
                            half_is_enough,
                            less_than_half_is_not,
                            nothing_named,
                            not_applicable_leaves_context_never_enters,
                            a_response,
                            values_say_where_they_stand,
                            only_what_is_wanted,
                            principles_but_b_do_not_read_overlap,
                            NULL};
    return run_tests("principle", tests);
}
