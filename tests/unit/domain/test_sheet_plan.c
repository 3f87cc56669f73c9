/* Where questions stand on the sheet, by their aspects; and that the shipped instruments have a
 * name for everything there, in every language, that means one thing only. */
#include "domain/sheet_plan.h"

#include "base/fold.h"
#include "shipped.h"

static shipped all;

static sel_sheet_plan *plan_of(const sel_item *items, uint32_t count, const char *part,
                               sel_arena *arena)
{
    sel_questionnaire *questionnaire = sel_arena_array(arena, 1, sizeof *questionnaire);
    *questionnaire = (sel_questionnaire){.items = items, .item_count = count};
    return sel_sheet_plan_make(questionnaire, sel_str_of(part), arena);
}

static sel_item question(const char *name, const char *aspect, const char *capability,
                         const char *part)
{
    return (sel_item){.name = sel_str_of(name),
                      .aspect = sel_str_of(aspect),
                      .capability = sel_str_of(capability),
                      .part = sel_str_of(part)};
}

START_TEST(aspects_say_where_a_question_stands)
{
    sel_arena *arena = sel_arena_create();
    const sel_item items[] = {
        question("where", "country", "", "A"),     question("loose", "loose", "", "A"),
        question("b1", "grant.2.sum", "", "B"),    question("b2", "grant.2.who", "", "B"),
        question("b3", "grant.1.who", "", "B"),    question("top_1", "top", "", "A"),
        question("top_2", "top", "", "A"),         question("h1", "level", "X2", "A"),
        question("h2", "level", "X1", "A"),        question("t1", "aim", "X1", "B"),
        question("t2", "aim", "X3", "B"),          question("alone", "single", "X1", "A"),
        question("again", "grant.1.who", "", "B"), question("four", "one.two.three.four", "", "A")};
    const sel_sheet_plan *plan = plan_of(items, sizeof items / sizeof items[0], NULL, arena);
    ck_assert_uint_eq(plan->count, 5);
    const sel_plan_block *block = plan->blocks;
    ck_assert_int_eq(block->kind, SEL_SHEET_IDENTITY);
    ck_assert_uint_eq(block->rows[0].items[0], 0);
    block++;
    ck_assert_int_eq(block->kind, SEL_SHEET_CAPABILITIES);
    ck_assert_uint_eq(block->column_count, 2);
    expect_slice(block->rows[0].key, "X2");
    ck_assert_uint_eq(block->rows[0].items[1], SEL_NONE); /* nobody asks for the aim of X2 */
    ck_assert_uint_eq(block->rows[1].items[1], 9);
    block++;
    ck_assert_int_eq(block->kind, SEL_SHEET_LISTS);
    ck_assert_uint_eq(block->row_count, 1);
    ck_assert_uint_eq(block->rows[0].count, 2);
    block++;
    ck_assert_int_eq(block->kind, SEL_SHEET_TABLE);
    expect_slice(block->key, "grant");
    expect_slice(block->columns[0], "sum");
    expect_slice(block->rows[0].key, "2");
    ck_assert_uint_eq(block->rows[1].items[0], SEL_NONE);
    ck_assert_uint_eq(block->rows[1].items[1], 4);
    ck_assert(sel_plan_is_numbered(block));
    block++;
    /* A question whose place is taken has a line of its own, as what has no place has. */
    ck_assert_int_eq(block->kind, SEL_SHEET_LINES);
    ck_assert_uint_eq(block->row_count, 4);
    expect_slice(block->rows[0].key, "loose");
    expect_slice(block->rows[1].key, "alone");
    expect_slice(block->rows[2].key, "again");
    expect_slice(block->rows[3].key, "four");
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(who_answers_is_asked_with_every_part)
{
    sel_arena *arena = sel_arena_create();
    const sel_item items[] = {question("where", "country", "", "A"), question("a", "a", "", "A"),
                              question("b", "b", "", "B")};
    const sel_sheet_plan *plan = plan_of(items, 3, "B", arena);
    ck_assert_uint_eq(plan->count, 2);
    ck_assert_uint_eq(plan->blocks[0].row_count, 1);
    ck_assert_uint_eq(plan->blocks[1].row_count, 1);
    expect_slice(plan->blocks[1].rows[0].key, "b");
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(what_repeats_or_is_not_asked_has_no_place)
{
    sel_arena *arena = sel_arena_create();
    const sel_group again = {.is_repeat = true};
    sel_item items[] = {question("a", "a", "", "A"), question("b", "b", "", "B"),
                        question("c", "c", "", "C")};
    items[0].repeat = &again;
    items[1].use = SEL_ITEM_NOTE;
    const sel_sheet_plan *plan = plan_of(items, 3, NULL, arena);
    ck_assert_uint_eq(plan->blocks[1].row_count, 1);
    ck_assert(!sel_sheet_plan_has_part(plan->questionnaire, SEL_STR("A")));
    ck_assert(!sel_sheet_plan_has_part(plan->questionnaire, SEL_STR("B")));
    ck_assert(sel_sheet_plan_has_part(plan->questionnaire, SEL_STR("C")));
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(tables_have_an_end)
{
    enum { FIELDS = SEL_SHEET_COLUMNS_MAX + 10 };
    sel_arena *arena = sel_arena_create();
    sel_item *items = sel_arena_array(arena, FIELDS, sizeof *items);
    for (unsigned i = 0; i < FIELDS; i++)
        items[i] = question(sel_str_printf(arena, "q%u", i).ptr,
                            sel_str_printf(arena, "wide.1.f%u", i).ptr, "", "A");
    const sel_sheet_plan *plan = plan_of(items, FIELDS, NULL, arena);
    ck_assert_uint_eq(plan->blocks[1].column_count, SEL_SHEET_COLUMNS_MAX);
    ck_assert_uint_eq(plan->blocks[2].row_count, 10);
    sel_arena_destroy(arena);
}
END_TEST

/* --- names in the shipped instruments --- */

typedef struct naming {
    sel_arena *arena;
    sel_index *taken; /* folded names of one scope */
    uint32_t *owners; /* what has each */
    uint32_t room;
    const char *where; /* in messages */
} naming;

static void begin_scope(naming *n, const char *where)
{
    sel_index_destroy(n->taken);
    n->taken = sel_index_create();
    n->where = where;
}

/* Names of one thing may be alike in several languages; of two things never. */
static void expect_own(naming *n, const sel_names *names, uint32_t owner)
{
    for (int language = 0; language < SEL_LANGUAGE_COUNT; language++) {
        sel_str name = names->in[language];
        ck_assert_msg(name.len > 0, "%s: thing %u has no name in %s", n->where, owner,
                      sel_language_code((sel_language)language));
        uint32_t known = sel_index_count(n->taken);
        uint32_t number = sel_index_add(n->taken, sel_fold(n->arena, name));
        if (number == known) {
            n->owners = sel_arena_one_more(n->arena, n->owners, known, &n->room, sizeof *n->owners);
            n->owners[number] = owner;
        }
        ck_assert_msg(n->owners[number] == owner, "%s: '%.*s' means two things", n->where,
                      SEL_STR_ARG(name));
    }
}

static const sel_names *label(const char *where, sel_str scope, sel_str key)
{
    const sel_sheet_label *found = sel_sheet_label_in(&all.reference, scope, key);
    ck_assert_msg(found != NULL, "%s: no label for '%.*s'", where, SEL_STR_ARG(key));
    return &found->names;
}

static void expect_block(naming *n, const sel_plan_block *block, sel_str id)
{
    bool table = block->kind == SEL_SHEET_TABLE;
    begin_scope(n, id.ptr);
    for (uint32_t c = 0; c < block->column_count; c++)
        expect_own(n, label(n->where, table ? block->key : id, block->columns[c]), c);
    begin_scope(n, id.ptr);
    for (uint32_t r = 0; r < block->row_count && table && !sel_plan_is_numbered(block); r++)
        expect_own(n,
                   block->rows[r].group != NULL ? &block->rows[r].group->labels
                                                : label(n->where, block->key, block->rows[r].key),
                   r);
}

/* Headers, and lines wherever they stand, begin a row: no two of them may look the same. */
static void expect_first_cells(naming *n, const sel_sheet_plan *plan)
{
    sel_str id = plan->questionnaire->id;
    uint32_t thing = 0;
    begin_scope(n, id.ptr);
    for (uint32_t b = 0; b < plan->count; b++) {
        const sel_plan_block *block = &plan->blocks[b];
        if (block->kind == SEL_SHEET_TABLE)
            expect_own(n, label(id.ptr, id, block->key), thing++);
        if (block->kind == SEL_SHEET_CAPABILITIES)
            expect_own(n, label(id.ptr, id, SEL_STR("code")), thing++);
        if (block->kind == SEL_SHEET_LINES)
            expect_own(n, &block->group->labels, thing++);
        bool lines = block->kind != SEL_SHEET_TABLE && block->kind != SEL_SHEET_CAPABILITIES;
        for (uint32_t r = 0; r < block->row_count && lines; r++, thing++) {
            const sel_plan_row *row = &block->rows[r];
            const sel_sheet_label *known = sel_sheet_label_in(&all.reference, id, row->key);
            if (known != NULL)
                expect_own(n, &known->names, thing);
            if (row->count == 1)
                expect_own(n, &plan->questionnaire->items[row->items[0]].labels, thing);
            ck_assert(known != NULL || row->count == 1);
        }
    }
}

START_TEST(everything_on_the_sheets_has_one_name_in_each_language)
{
    static const char *const ids[] = {"state-needs", "points-of-contact", "norms-implementation",
                                      "regional-organisation", "programme-self-assessment"};
    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
        sel_arena *arena = sel_arena_create();
        sel_questionnaire questionnaire = {0};
        sel_error err = {0};
        sel_str folder = sel_str_printf(arena, SELARAS_SOURCE_DIR "/questionnaires/%s", ids[i]);
        ck_assert_int_eq(sel_questionnaire_open(folder.ptr, arena, &questionnaire, &err), SEL_OK);
        const sel_sheet_plan *plan = sel_sheet_plan_make(&questionnaire, (sel_str){0}, arena);
        naming n = {.arena = arena};
        for (uint32_t b = 0; b < plan->count; b++)
            expect_block(&n, &plan->blocks[b], questionnaire.id);
        expect_first_cells(&n, plan);
        sel_index_destroy(n.taken);
        sel_questionnaire_close(&questionnaire);
        sel_arena_destroy(arena);
    }
}
END_TEST

int main(void)
{
    all = shipped_open();
    const TTest *tests[] = {aspects_say_where_a_question_stands,
                            who_answers_is_asked_with_every_part,
                            what_repeats_or_is_not_asked_has_no_place,
                            tables_have_an_end,
                            everything_on_the_sheets_has_one_name_in_each_language,
                            NULL};
    int failed = run_tests("sheet_plan", tests);
    shipped_close(&all);
    return failed;
}
