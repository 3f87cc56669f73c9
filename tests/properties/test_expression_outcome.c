/* Random conditions over questions whose answers can all be listed: what is called never true must
 * be false for every combination of answers, what is called always true must hold for all. Listing
 * evaluates the condition as a whole, so it does not share the reasoning under test. Of conditions
 * that only compare questions with constants, the opposite too: what no combination contradicts
 * must be found. */
#include "base/text.h"
#include "check_suite.h"
#include "domain/expression_outcome.h"

#include <assert.h>
#include <math.h>

enum { CONDITIONS = 20000, DEPTH = 3, ANSWERS_MAX = 512 };

typedef enum question {
    LEVEL,
    COUNT,
    SHARE,
    ANSWER,
    COLOUR,
    NAME,
    WIDE,
    NARROW,
    DAY,
    QUESTIONS
} question;

static const char *const names[] = {"level", "count", "share",  "answer", "colour",
                                    "name",  "wide",  "narrow", "day"};

static const sel_choice answer_choices[] = {
    {.name = {"yes", 3}}, {.name = {"no", 2}}, {.name = {"dont_know", 9}}};
static const sel_choice wide_choices[] = {
    {.name = {"a", 1}}, {.name = {"b", 1}}, {.name = {"c", 1}}, {.name = {"d", 1}},
    {.name = {"e", 1}}, {.name = {"f", 1}}, {.name = {"7", 1}}};
static const sel_choice_list answer_list = {{"answer", 6}, answer_choices, 3};
static const sel_choice_list wide_list = {{"wide", 4}, wide_choices, 7};
static const sel_choice_list narrow_list = {{"narrow", 6}, wide_choices, 3};

/* 70 choices, c0 to c69: more than are all tried. */
enum { COLOURS = 70 };
static char colour_names[COLOURS][8];
static sel_choice colour_choices[COLOURS];
static sel_choice_list colour_list = {{"colour", 6}, colour_choices, COLOURS};

/* Every answer, none first. Numbers of share are in eighths, literals in quarters; a text or a day
 * that no literal names stands for all such. */
static sel_value answers[QUESTIONS][ANSWERS_MAX];
static uint32_t answer_counts[QUESTIONS];
static const int days[] = {20400, 20454, 20480, 20513, 20514, 20515, 20600};

static sel_answer_domain domain_of(const void *to, uint32_t number)
{
    (void)to;
    static const sel_answer_domain domains[] = {
        [LEVEL] = {.kind = SEL_VALUE_NUMBER, .whole = true, .low = 1, .high = 5},
        [COUNT] = {.kind = SEL_VALUE_NUMBER, .whole = true, .low = -20, .high = 200},
        [SHARE] = {.kind = SEL_VALUE_NUMBER, .low = -3, .high = 4},
        [ANSWER] = {.kind = SEL_VALUE_TEXT, .list = &answer_list},
        [COLOUR] = {.kind = SEL_VALUE_TEXT, .list = &colour_list},
        [NAME] = {.kind = SEL_VALUE_TEXT},
        [WIDE] = {.kind = SEL_VALUE_SET, .list = &wide_list},
        [NARROW] = {.kind = SEL_VALUE_SET, .list = &narrow_list},
        [DAY] = {.kind = SEL_VALUE_DATE, .whole = true, .low = -INFINITY, .high = INFINITY},
    };
    return domains[number];
}

static const sel_answer_domains domains = {.of = domain_of, .answered = SEL_NONE};

static void add(question q, sel_value value)
{
    assert(answer_counts[q] < ANSWERS_MAX);
    answers[q][answer_counts[q]++] = value;
}

static void add_subsets(question q, const sel_choice_list *list, sel_arena *arena)
{
    for (uint32_t chosen = 1; chosen < 1u << list->count; chosen++) {
        sel_text text = {.arena = arena};
        for (uint32_t i = 0; i < list->count; i++)
            if (chosen >> i & 1)
                sel_text_printf(&text, "%s%.*s", text.len > 0 ? " " : "",
                                SEL_STR_ARG(list->choices[i].name));
        add(q, sel_value_set(sel_text_str(&text)));
    }
}

static void list_answers(sel_arena *arena)
{
    static const char *const texts[] = {"yes", "no",  "dont_know", "abc", "5",
                                        "c3",  "c64", "5.0",       "12",  "somebody else"};
    for (int q = 0; q < QUESTIONS; q++)
        add((question)q, sel_value_empty(SEL_WHY_NOT_ANSWERED));
    for (int i = 1; i <= 5; i++)
        add(LEVEL, sel_value_number(i));
    for (int i = -20; i <= 200; i++)
        add(COUNT, sel_value_number(i));
    for (int i = -24; i <= 32; i++)
        add(SHARE, sel_value_number(i / 8.0));
    for (uint32_t i = 0; i < answer_list.count; i++)
        add(ANSWER, sel_value_text(answer_choices[i].name));
    for (uint32_t i = 0; i < COLOURS; i++) {
        snprintf(colour_names[i], sizeof colour_names[i], "c%u", i);
        colour_choices[i].name = sel_str_of(colour_names[i]);
        add(COLOUR, sel_value_text(colour_choices[i].name));
    }
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        add(NAME, sel_value_text(sel_str_of(texts[i])));
    add_subsets(WIDE, &wide_list, arena);
    add_subsets(NARROW, &narrow_list, arena);
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++)
        add(DAY, sel_value_date(days[i]));
    add(DAY, sel_value_text(SEL_STR("2026-01-01/2026-12-31")));
}

/* --- conditions --- */

typedef struct maker {
    uint64_t state;
    sel_text text;
    bool plain; /* only comparisons of one question with one constant */
    question of[2];
} maker;

static uint32_t pick(maker *m, uint32_t below)
{
    m->state = m->state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(m->state >> 33) % below;
}

static const char *sign(maker *m)
{
    static const char *const signs[] = {"=", "!=", "<", "<=", ">", ">="};
    return signs[pick(m, 6)];
}

static const char *equality(maker *m)
{
    return pick(m, 2) == 0 ? "=" : "!=";
}

static void make_set_atom(maker *m, question q)
{
    static const char *const chosen[] = {"a", "b", "c", "e", "7", "z", ""};
    if (pick(m, 2) == 0)
        sel_text_printf(&m->text, "selected(${%s}, '%s')", names[q], chosen[pick(m, 7)]);
    else
        sel_text_printf(&m->text, "count-selected(${%s}) %s %u", names[q], sign(m), pick(m, 9));
}

static void make_number_atom(maker *m, question q)
{
    if (pick(m, 8) == 0)
        sel_text_printf(&m->text, "${%s} %s ''", names[q], equality(m));
    else if (q == SHARE)
        sel_text_printf(&m->text, "${%s} %s %.2f", names[q], sign(m), (double)pick(m, 40) / 4 - 4);
    else
        sel_text_printf(&m->text, "%u %s ${%s}", pick(m, q == LEVEL ? 8 : 210), sign(m), names[q]);
}

static void make_plain_atom(maker *m, question q)
{
    static const char *const texts[] = {"yes", "no", "dont_know", "abc", "5", "c3", "c64", ""};
    static const char *const dates[] = {"2026-01-01", "2026-03-01", "2026-03-02", "2026-03-03"};
    switch (q) {
    case LEVEL:
    case COUNT:
    case SHARE:
        make_number_atom(m, q);
        return;
    case WIDE:
    case NARROW:
        make_set_atom(m, q);
        return;
    case DAY:
        sel_text_printf(&m->text, "${day} %s date('%s')", sign(m), dates[pick(m, 4)]);
        return;
    default:
        sel_text_printf(&m->text, "${%s} %s '%s'", names[q], equality(m), texts[pick(m, 8)]);
    }
}

/* What compares two questions, computes, or depends on more than answers. */
static void make_other_atom(maker *m)
{
    const char *a = names[m->of[0]];
    const char *b = names[m->of[1]];
    switch (pick(m, 8)) {
    case 0:
        sel_text_printf(&m->text, "${%s} %s ${%s}", a, sign(m), b);
        return;
    case 1:
        sel_text_printf(&m->text, "${%s} + 1 %s %u", a, sign(m), pick(m, 8));
        return;
    case 2:
        sel_text_printf(&m->text, "string-length(${%s}) %s %u", b, sign(m), pick(m, 5));
        return;
    case 3:
        sel_text_printf(&m->text, "${%s} %s 1 div 0", a, sign(m));
        return;
    case 4:
        sel_text_printf(&m->text, "${%s} %s true()", b, sign(m));
        return;
    case 5:
        sel_text_printf(&m->text, "coalesce(${%s}, '5') %s '5.0'", a, equality(m));
        return;
    case 6:
        sel_text_printf(&m->text, "selected(${%s}, %u)", b, pick(m, 9));
        return;
    default:
        sel_text_printf(&m->text, "${%s}", a);
    }
}

static void make(maker *m, int depth)
{
    uint32_t kind = depth == 0 ? 0 : pick(m, 5);
    if (kind < 2) {
        if (m->plain || pick(m, 3) > 0)
            make_plain_atom(m, m->of[pick(m, 2)]);
        else
            make_other_atom(m);
        return;
    }
    sel_text_add(&m->text, kind == 2 ? SEL_STR("not(") : SEL_STR("("));
    make(m, depth - 1);
    if (kind > 2) {
        sel_text_add(&m->text, kind == 3 ? SEL_STR(" and ") : SEL_STR(" or "));
        make(m, depth - 1);
    }
    sel_text_add_char(&m->text, ')');
}

/* --- judged by listing --- */

static bool find(const void *to, sel_str name, sel_expression_name *found)
{
    (void)to;
    for (uint32_t i = 0; i < QUESTIONS; i++)
        if (sel_str_is(name, names[i])) {
            *found = (sel_expression_name){.number = i, .kind = domain_of(NULL, i).kind};
            return true;
        }
    return false;
}

typedef struct listing {
    question of[2];
    uint32_t at[2];
} listing;

static sel_value nth_answer(void *to, uint32_t number, uint32_t instance)
{
    const listing *l = to;
    (void)instance;
    return answers[number][l->at[number == (uint32_t)l->of[0] ? 0 : 1]];
}

static sel_outcome outcome_by_listing(const sel_expression *condition, const question of[2],
                                      sel_arena *scratch)
{
    listing l = {.of = {of[0], of[1]}};
    const sel_evaluation evaluation = {.to = &l, .answer = nth_answer, .arena = scratch};
    sel_outcome outcome = {false, false};
    uint32_t second = of[0] == of[1] ? 1 : answer_counts[of[1]];
    for (l.at[0] = 0; l.at[0] < answer_counts[of[0]]; l.at[0]++)
        for (l.at[1] = 0; l.at[1] < second; l.at[1]++) {
            sel_arena_reset(scratch);
            bool holds = sel_value_holds(sel_expression_evaluate(condition, &evaluation));
            outcome.may_hold = outcome.may_hold || holds;
            outcome.may_fail = outcome.may_fail || !holds;
            if (outcome.may_hold && outcome.may_fail)
                return outcome;
        }
    return outcome;
}

/* How many of the conditions are constant. */
static int compare(bool plain, uint64_t seed)
{
    static const sel_expression_scope scope = {.find = find, .condition = true};
    sel_arena *arena = sel_arena_create();
    sel_arena *scratch = sel_arena_create();
    maker m = {.state = seed, .plain = plain};
    int constant = 0;
    for (int i = 0; i < CONDITIONS; i++) {
        sel_arena_reset(arena);
        m.text = (sel_text){.arena = arena};
        m.of[0] = (question)pick(&m, QUESTIONS);
        m.of[1] = (question)pick(&m, QUESTIONS);
        make(&m, DEPTH);
        sel_str text = sel_text_str(&m.text);
        sel_findings findings = {.arena = arena};
        const sel_expression *condition = sel_expression_parse(text, &scope, arena, &findings);
        ck_assert_msg(condition != NULL, "%.*s", SEL_STR_ARG(text));
        sel_outcome said = sel_expression_outcome(&condition, 1, &domains);
        if (!plain && said.may_hold && said.may_fail)
            continue;
        sel_outcome seen = outcome_by_listing(condition, m.of, scratch);
        ck_assert_msg(said.may_hold || !seen.may_hold, "never: %.*s", SEL_STR_ARG(text));
        ck_assert_msg(said.may_fail || !seen.may_fail, "always: %.*s", SEL_STR_ARG(text));
        ck_assert_msg(!plain || (said.may_hold == seen.may_hold && said.may_fail == seen.may_fail),
                      "not found: %.*s", SEL_STR_ARG(text));
        constant += !(said.may_hold && said.may_fail);
    }
    sel_arena_destroy(scratch);
    sel_arena_destroy(arena);
    return constant;
}

START_TEST(what_is_said_is_so)
{
    ck_assert_int_gt(compare(false, 2026), 500);
}
END_TEST

START_TEST(what_is_so_is_said_of_plain_conditions)
{
    ck_assert_int_gt(compare(true, 11), 500);
}
END_TEST

int main(void)
{
    sel_arena *arena = sel_arena_create();
    list_answers(arena);
    const TTest *tests[] = {what_is_said_is_so, what_is_so_is_said_of_plain_conditions, NULL};
    int failed = run_tests("expression_outcome", tests);
    sel_arena_destroy(arena);
    return failed;
}
