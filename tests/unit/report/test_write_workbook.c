/* Workbooks read back by other libraries than the one that writes them. */
#include "report/write_workbook.h"

#include "shipped.h"
#include "unit/report/workbook_reader.h"

#include "input/words_file.h"

#include <unistd.h>

#define ANSWERS "xl/worksheets/sheet1.xml"
#define GUIDE   "xl/worksheets/sheet2.xml"
#define LISTS   "xl/worksheets/sheet3.xml"

enum { LARGEST_FILE = 60 * 1000 };

static shipped all;
static sel_words words;
static char folder[] = "/tmp/selaras-workbook-XXXXXX";

static const char *write_sheet(sel_arena *arena, const sel_sheet *sheet, const char *name)
{
    sel_error err = {0};
    const char *path = sel_str_printf(arena, "%s/%s.xlsx", folder, name).ptr;
    ck_assert_msg(sel_write_sheet_workbook(sheet, &words, path, &err) == SEL_OK, "%s", err.message);
    return path;
}

static const sel_sheet *laid_out(sel_arena *arena, sel_language language, bool short_form)
{
    return sel_sheet_lay_out(&all.questionnaire, &all.reference, language,
                             short_form ? SEL_STR("A") : (sel_str){0}, arena);
}

typedef struct opened {
    cells answers;
    cells lists;
    nodes rules; /* by the cell they are for */
} opened;

static opened open_sheets(const char *path)
{
    opened book = {.answers = cells_open(path, ANSWERS), .lists = cells_open(path, LISTS)};
    book.rules = nodes_open(&book.answers.sheet, "//m:dataValidation", "sqref");
    return book;
}

static void close_sheets(opened *book)
{
    nodes_close(&book->rules);
    cells_close(&book->lists);
    cells_close(&book->answers);
}

/* "selaras_lists!$C$1:$C$7" must hold the entries of the list, and no more. */
static void expect_list(const cells *lists, sel_arena *arena, const sel_sheet_list *list,
                        const char *formula)
{
    char column[4];
    char same[4];
    unsigned last = 0;
    ck_assert_msg(sscanf(formula, "selaras_lists!$%3[A-Z]$1:$%3[A-Z]$%u", column, same, &last) == 3,
                  "%s", formula);
    ck_assert_str_eq(column, same);
    ck_assert_uint_eq(last, list->count);
    for (uint32_t i = 0; i < list->count; i++)
        expect_slice(list->entries[i],
                     cell_text(lists, arena, sel_str_printf(arena, "%s%u", column, i + 1).ptr));
    ck_assert_str_eq(cell_text(lists, arena, sel_str_printf(arena, "%s%u", column, last + 1).ptr),
                     "");
}

static const char *first_formula(xmlNode *rule, sel_arena *arena)
{
    for (xmlNode *child = rule->children; child != NULL; child = child->next)
        if (strcmp((const char *)child->name, "formula1") == 0) {
            xmlChar *text = xmlNodeGetContent(child);
            const char *copy =
                sel_arena_copy(arena, (const char *)text, strlen((const char *)text));
            xmlFree(text);
            return copy;
        }
    return "";
}

static void expect_rule(const opened *book, sel_arena *arena, const sel_sheet_cell *cell,
                        const char *place)
{
    static const char *const types[] = {[SEL_ITEM_TEXT] = "",
                                        [SEL_ITEM_INTEGER] = "whole",
                                        [SEL_ITEM_DECIMAL] = "decimal",
                                        [SEL_ITEM_DATE] = "date"};
    xmlNode *rule = nodes_find(&book->rules, place);
    ck_assert_msg(rule != NULL, "%s has no rule", place);
    xmlChar *type = xmlGetProp(rule, (const xmlChar *)"type");
    ck_assert_str_eq(type == NULL ? "" : (const char *)type,
                     cell->list != NULL ? "list" : types[cell->item->type]);
    xmlFree(type);
    const char *formula = first_formula(rule, arena);
    if (cell->list != NULL)
        expect_list(&book->lists, arena, cell->list, formula);
    else if (cell->item->has_range)
        expect_slice(sel_str_printf(arena, "%lld", (long long)cell->item->low), formula);
}

/* Every cell of the model stands where the CSV has it, with its rule when it asks something. */
static void expect_sheet(sel_arena *arena, const sel_sheet *sheet, const char *path)
{
    opened book = open_sheets(path);
    uint32_t row = 0;
    for (uint32_t b = 0; b < sheet->block_count; b++) {
        row += sheet->blocks[b].gap;
        for (uint32_t r = 0; r < sheet->blocks[b].row_count; r++, row++)
            for (uint32_t c = 0; c < sheet->blocks[b].rows[r].count; c++) {
                const sel_sheet_cell *cell = &sheet->blocks[b].rows[r].cells[c];
                const char *place = cell_name(arena, row, c);
                expect_slice(cell->text, cell_text(&book.answers, arena, place));
                if (cell->role == SEL_SHEET_ANSWER)
                    expect_rule(&book, arena, cell, place);
            }
    }
    ck_assert_int_eq(part_count(&book.answers.sheet, arena, "//m:dataValidation"),
                     (int)sel_sheet_answers(sheet));
    ck_assert_int_eq(part_count(&book.answers.sheet, arena, "//m:f"), 0);
    close_sheets(&book);
}

START_TEST(sheets_hold_the_model_cell_by_cell)
{
    sel_arena *arena = sel_arena_create();
    const sel_sheet *brief = laid_out(arena, SEL_FR, true);
    expect_sheet(arena, brief, write_sheet(arena, brief, "brief"));
    const sel_sheet *full = laid_out(arena, SEL_EN, false);
    expect_sheet(arena, full, write_sheet(arena, full, "full"));
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(workbook_opens_on_the_answers)
{
    sel_arena *arena = sel_arena_create();
    const char *path = write_sheet(arena, laid_out(arena, SEL_EN, true), "opens");
    part book = part_open(path, "xl/workbook.xml");
    ck_assert_int_eq(part_count(&book, arena, "//m:sheet"), 3);
    ck_assert_str_eq(part_text(&book, arena, "//m:sheet[1]/@name"), "Answers");
    ck_assert_str_eq(part_text(&book, arena, "//m:sheet[2]/@name"), "Read me");
    ck_assert_str_eq(part_text(&book, arena, "//m:sheet[3]/@state"), "hidden");
    ck_assert_int_eq(part_count(&book, arena, "//m:workbookView[@activeTab > 0]"), 0);
    part answers = part_open(path, ANSWERS);
    ck_assert_str_eq(part_text(&answers, arena, "//m:sheetView/@tabSelected"), "1");
    ck_assert_str_eq(part_text(&answers, arena, "//m:pane/@ySplit"), "11");
    ck_assert_str_eq(part_text(&answers, arena, "//m:pane/@state"), "frozen");
    part_close(&answers);
    part_close(&book);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(direction_follows_the_language)
{
    sel_arena *arena = sel_arena_create();
    const char *path = write_sheet(arena, laid_out(arena, SEL_AR, true), "arabic");
    const char *parts[] = {ANSWERS, GUIDE};
    for (size_t i = 0; i < 2; i++) {
        part sheet = part_open(path, parts[i]);
        ck_assert_str_eq(part_text(&sheet, arena, "//m:sheetView/@rightToLeft"), "1");
        part_close(&sheet);
    }
    path = write_sheet(arena, laid_out(arena, SEL_ES, true), "spanish");
    part sheet = part_open(path, ANSWERS);
    ck_assert_int_eq(part_count(&sheet, arena, "//m:sheetView[@rightToLeft]"), 0);
    part_close(&sheet);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(a_draft_says_so)
{
    sel_arena *arena = sel_arena_create();
    const char *path = write_sheet(arena, laid_out(arena, SEL_ES, true), "draft");
    part book = part_open(path, "xl/workbook.xml");
    ck_assert_str_eq(part_text(&book, arena, "//m:sheet[1]/@name"), "Answers (draft wording)");
    part answers = part_open(path, ANSWERS);
    ck_assert_ptr_nonnull(strstr(part_text(&answers, arena, "//m:oddHeader"), "Draft"));
    cells guide = cells_open(path, GUIDE);
    ck_assert_ptr_nonnull(strstr(cell_text(&guide, arena, "A3"), "Draft"));
    cells_close(&guide);
    part_close(&answers);
    part_close(&book);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(files_are_small_and_the_same_each_time)
{
    sel_arena *arena = sel_arena_create();
    for (int language = 0; language < SEL_LANGUAGE_COUNT; language++)
        for (int brief = 0; brief < 2; brief++) {
            const sel_sheet *sheet = laid_out(arena, (sel_language)language, brief);
            sel_str first = file_bytes(arena, write_sheet(arena, sheet, "first"));
            sel_str again = file_bytes(arena, write_sheet(arena, sheet, "again"));
            ck_assert_uint_lt(first.len, LARGEST_FILE);
            ck_assert(sel_str_equal(first, again));
        }
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(grids_are_texts_cell_by_cell)
{
    sel_arena *arena = sel_arena_create();
    const sel_str head[] = {SEL_STR("type"), SEL_STR("name")};
    const sel_str row[] = {SEL_STR("=1+1"), {0}, SEL_STR("2026112101"), SEL_STR("a\nb & <c>")};
    const sel_grid_row rows[] = {{head, 2}, {NULL, 0}, {row, 4}};
    const sel_grid grids[] = {{"survey", rows, 3}, {"settings", rows, 1}};
    const char *path = sel_str_printf(arena, "%s/grid.xlsx", folder).ptr;
    sel_error err = {0};
    ck_assert_int_eq(sel_write_grid_workbook(grids, 2, SEL_STR("Grid"), path, &err), SEL_OK);
    cells sheet = cells_open(path, ANSWERS);
    ck_assert_str_eq(cell_text(&sheet, arena, "B1"), "name");
    ck_assert_str_eq(cell_text(&sheet, arena, "A3"), "=1+1");
    ck_assert_str_eq(cell_text(&sheet, arena, "B3"), "");
    ck_assert_str_eq(cell_text(&sheet, arena, "C3"), "2026112101");
    ck_assert_str_eq(cell_text(&sheet, arena, "D3"), "a\nb & <c>");
    ck_assert_int_eq(part_count(&sheet.sheet, arena, "//m:f"), 0);
    cells_close(&sheet);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(what_cannot_be_written_leaves_no_file)
{
    sel_arena *arena = sel_arena_create();
    sel_error err = {0};
    char *long_text = sel_arena_array(arena, 32768, 1);
    memset(long_text, 'x', 32768);
    const sel_str cell = {long_text, 32768};
    const sel_grid_row row = {&cell, 1};
    const sel_grid grid = {"survey", &row, 1};
    const char *path = sel_str_printf(arena, "%s/long.xlsx", folder).ptr;
    ck_assert_int_eq(sel_write_grid_workbook(&grid, 1, SEL_STR("Long"), path, &err),
                     SEL_UNSUPPORTED);
    ck_assert_int_ne(access(path, F_OK), 0);
    const char *nowhere = sel_str_printf(arena, "%s/no/such.xlsx", folder).ptr;
    ck_assert_int_eq(sel_write_sheet_workbook(laid_out(arena, SEL_EN, true), &words, nowhere, &err),
                     SEL_IO);
    ck_assert_ptr_nonnull(strstr(err.message, "No such file"));
    sel_arena_destroy(arena);
}
END_TEST

static void remove_files(void)
{
    static const char *const names[] = {"brief", "full",  "opens", "arabic", "spanish",
                                        "draft", "first", "again", "grid"};
    char path[256];
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        snprintf(path, sizeof path, "%s/%s.xlsx", folder, names[i]);
        remove(path);
    }
    rmdir(folder);
}

int main(void)
{
    all = shipped_open();
    sel_error err = {0};
    if (mkdtemp(folder) == NULL || sel_words_english(all.arena, &words, &err) != SEL_OK)
        return EXIT_FAILURE;
    const TTest *tests[] = {sheets_hold_the_model_cell_by_cell,     workbook_opens_on_the_answers,
                            direction_follows_the_language,         a_draft_says_so,
                            files_are_small_and_the_same_each_time, grids_are_texts_cell_by_cell,
                            what_cannot_be_written_leaves_no_file,  NULL};
    int failed = run_tests("write_workbook", tests);
    remove_files();
    shipped_close(&all);
    xmlCleanupParser();
    return failed;
}
