/* The tall sheet as data, laid out from the instrument that is shipped. */
#include "domain/sheet.h"

#include "shipped.h"

static shipped all;

static const sel_sheet *laid_out(sel_arena *arena, sel_language language, bool short_form)
{
    return sel_sheet_lay_out(&all.questionnaire, &all.reference, language,
                             short_form ? SEL_STR("A") : (sel_str){0}, arena);
}

static const sel_sheet_cell *cell_at(const sel_sheet *sheet, uint32_t block, uint32_t row,
                                     uint32_t column)
{
    ck_assert_uint_lt(block, sheet->block_count);
    ck_assert_uint_lt(row, sheet->blocks[block].row_count);
    ck_assert_uint_lt(column, sheet->blocks[block].rows[row].count);
    return &sheet->blocks[block].rows[row].cells[column];
}

/* How often a question stands on the sheet. */
static uint32_t times_asked(const sel_sheet *sheet, const sel_item *item)
{
    uint32_t count = 0;
    for (uint32_t b = 0; b < sheet->block_count; b++)
        for (uint32_t r = 0; r < sheet->blocks[b].row_count; r++)
            for (uint32_t c = 0; c < sheet->blocks[b].rows[r].count; c++)
                count += sheet->blocks[b].rows[r].cells[c].item == item;
    return count;
}

START_TEST(every_question_is_on_the_long_form_once)
{
    sel_arena *arena = sel_arena_create();
    const sel_sheet *sheet = laid_out(arena, SEL_EN, false);
    uint32_t asked = 0;
    for (uint32_t i = 0; i < all.questionnaire.item_count; i++) {
        const sel_item *item = &all.questionnaire.items[i];
        /* Two identity questions are for form tools only. */
        bool tools = sel_str_is(item->name, "language") || sel_str_is(item->name, "illustrative");
        uint32_t times = times_asked(sheet, item);
        ck_assert_msg(times == (tools ? 0 : 1), "%s: %u times", item->name.ptr, times);
        asked += times;
    }
    ck_assert_uint_eq(sel_sheet_answers(sheet), asked);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(short_form_asks_part_a_alone)
{
    sel_arena *arena = sel_arena_create();
    const sel_sheet *sheet = laid_out(arena, SEL_EN, true);
    for (uint32_t i = 0; i < all.questionnaire.item_count; i++)
        if (times_asked(sheet, &all.questionnaire.items[i]) > 0)
            expect_slice(all.questionnaire.items[i].part, "A");
    /* 8 lines on who answers, 28 capabilities, the 3 most urgent. */
    ck_assert_uint_eq(sel_sheet_answers(sheet), 8 + 28 + 3);
    ck_assert_uint_eq(sheet->block_count, 3);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(cells_carry_words_and_lists_of_the_language)
{
    sel_arena *arena = sel_arena_create();
    const sel_sheet *sheet = laid_out(arena, SEL_FR, false);
    ck_assert(sheet->draft);
    ck_assert(!sheet->right_to_left);
    expect_slice(cell_at(sheet, 0, 2, 0)->text, "Pays");
    expect_slice(cell_at(sheet, 1, 0, 2)->text, "aide souhaitée");
    const sel_sheet_cell *help = cell_at(sheet, 1, 1, 2);
    ck_assert_int_eq(help->role, SEL_SHEET_ANSWER);
    ck_assert_uint_eq(help->list->count, 6);
    expect_slice(help->list->entries[0], "Aucune");
    const sel_sheet_cell *now = cell_at(sheet, 1, 1, 3);
    ck_assert_uint_eq(now->list->count, 5 + 3);
    expect_slice(now->list->entries[0], "1");
    expect_slice(now->list->entries[5], "ne sait pas");
    const sel_sheet_cell *months = cell_at(sheet, 3, 1, 6);
    ck_assert_ptr_null(months->list);
    ck_assert_int_eq(months->item->high, 60);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(lists_are_there_once)
{
    sel_arena *arena = sel_arena_create();
    const sel_sheet *sheet = laid_out(arena, SEL_ID, false);
    for (uint32_t i = 0; i < sheet->list_count; i++)
        for (uint32_t k = i + 1; k < sheet->list_count; k++)
            ck_assert(!sel_str_equal(sheet->lists[i]->name, sheet->lists[k]->name));
    ck_assert_ptr_eq(cell_at(sheet, 1, 1, 2)->list, cell_at(sheet, 1, 2, 2)->list);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(arabic_runs_from_the_right)
{
    sel_arena *arena = sel_arena_create();
    ck_assert(laid_out(arena, SEL_AR, true)->right_to_left);
    ck_assert(!laid_out(arena, SEL_RU, true)->right_to_left);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(blocks_without_questions_are_left_out)
{
    sel_arena *arena = sel_arena_create();
    sel_questionnaire other = {.id = SEL_STR("other"), .by_name = sel_index_create()};
    const sel_sheet *sheet = sel_sheet_lay_out(&other, &all.reference, SEL_EN, (sel_str){0}, arena);
    ck_assert_uint_eq(sheet->block_count, 1);
    ck_assert_uint_eq(sel_sheet_answers(sheet), 0);
    ck_assert_uint_eq(sheet->blocks[0].row_count, 2); /* which form it is */
    sel_index_destroy(other.by_name);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    all = shipped_open();
    const TTest *tests[] = {every_question_is_on_the_long_form_once,
                            short_form_asks_part_a_alone,
                            cells_carry_words_and_lists_of_the_language,
                            lists_are_there_once,
                            arabic_runs_from_the_right,
                            blocks_without_questions_are_left_out,
                            NULL};
    int failed = run_tests("sheet", tests);
    shipped_close(&all);
    return failed;
}
