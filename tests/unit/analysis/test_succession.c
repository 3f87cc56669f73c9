#include "analysis/succession.h"

#include "check_suite.h"

START_TEST(titles_have_a_name_and_a_number)
{
    static const struct {
        const char *title;
        const char *name;
        uint32_t number;
    } cases[] = {
        {"CyberSouth - Cooperation on Cybercrime in the Southern Neighbourhood", "cybersouth", 1},
        {"Cyber South+", "cybersouth", 2},
        {"CyberSouth plus: more", "cybersouth", 2},
        {"Projet Cyber, étape 3", "projetcyber", 3},
        {"Cybercrime capacity in the Americas (Phase II)", "cybercrimecapacityintheamericas", 2},
        {"Phase IV of the Response Team", "oftheresponseteam", 4},
        {"Strengthening Networks III", "strengtheningnetworks", 3},
        {"Strengthening Networks 2024", "strengtheningnetworks2024", 1},
        {"Strengthening Networks \xE2\x80\x93 part 2", "strengtheningnetworks", 1},
        {"Strengthening Networks 1", "strengtheningnetworks1", 1},
        {"II", "ii", 1},
        {"Phase", "", 1},
        {"", "", 1},
    };
    sel_arena *arena = sel_arena_create();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        sel_title_phase phase = sel_title_phase_read(sel_str_of(cases[i].title), arena);
        ck_assert_msg(sel_str_is(phase.name, cases[i].name), "%s: '%.*s'", cases[i].title,
                      SEL_STR_ARG(phase.name));
        ck_assert_msg(phase.number == cases[i].number, "%s: %u", cases[i].title, phase.number);
    }
    sel_arena_destroy(arena);
}
END_TEST

enum { ROOM = 80 };
static sel_study_programme programmes[ROOM];
static const uint32_t donor_7 = 7;
static const uint32_t donor_8 = 8;

static void add(uint32_t at, const char *title, sel_day start, const uint32_t *donor)
{
    programmes[at] = (sel_study_programme){.title = sel_str_of(title),
                                           .dated = true,
                                           .start_low = start,
                                           .start_high = start,
                                           .donors = donor,
                                           .donor_count = 1};
}

static const sel_succession *find(uint32_t programme_count, sel_arena *arena, uint32_t *count)
{
    static bool counted[ROOM];
    memset(counted, true, sizeof counted);
    sel_study study = {.programmes = programmes, .programme_count = programme_count};
    return sel_successions_find(&study, counted, arena, count);
}

START_TEST(the_nearest_earlier_number_is_succeeded)
{
    sel_arena *arena = sel_arena_create();
    uint32_t count = 0;
    add(0, "Cyber South+", 200, &donor_7);
    add(1, "CyberSouth - first", 100, &donor_7);
    add(2, "CyberSouth III", 300, &donor_7);
    add(3, "CyberSouth IV", 300, &donor_8); /* somebody else's */
    add(4, "CyberSouth V", 100, &donor_7);  /* began with the first */
    add(5, "Other 2", 300, &donor_7);       /* of nothing */
    const sel_succession *found = find(6, arena, &count);
    ck_assert_uint_eq(count, 2);
    ck_assert_uint_eq(found[0].later, 0);
    ck_assert_uint_eq(found[0].earlier, 1);
    ck_assert_uint_eq(found[1].later, 2);
    ck_assert_uint_eq(found[1].earlier, 0);
    programmes[2].dated = false;
    find(6, arena, &count);
    ck_assert_uint_eq(count, 1);
    programmes[1].start_high = 200; /* not surely earlier */
    find(6, arena, &count);
    ck_assert_uint_eq(count, 0);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(a_name_that_many_have_says_nothing)
{
    sel_arena *arena = sel_arena_create();
    uint32_t count = 0;
    for (uint32_t i = 0; i < 63; i++)
        add(i, "Training course", (sel_day)i, &donor_7);
    add(63, "Training course 2", 100, &donor_7);
    const sel_succession *found = find(64, arena, &count);
    ck_assert_uint_eq(count, 1);
    ck_assert_uint_eq(found[0].earlier, 62);
    add(64, "Training course", 5, &donor_7);
    find(65, arena, &count);
    ck_assert_uint_eq(count, 0);
    find(0, arena, &count);
    ck_assert_uint_eq(count, 0);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    return run_tests("succession",
                     (const TTest *const[]){titles_have_a_name_and_a_number,
                                            the_nearest_earlier_number_is_succeeded,
                                            a_name_that_many_have_says_nothing, NULL});
}
