#include "input/xlsx.h"

#include "base/text.h"
#include "check_suite.h"
#include "xlsx_fixture.h"

/* What a workbook gave: "row:cell|cell|…\n", and the codes of issues with their cells. */
typedef struct outcome {
    sel_arena *arena;
    sel_text rows;
    sel_text issues;
    sel_status status;
    sel_error err;
} outcome;

static bool note_row(void *to, const sel_csv_row *row)
{
    outcome *out = to;
    bool ended = true;
    sel_text_printf(&out->rows, "%u:", row->row);
    for (uint32_t i = 0; i < row->count; i++) {
        ended = ended && row->cells[i].ptr[row->cells[i].len] == '\0';
        if (i > 0)
            sel_text_add_char(&out->rows, '|');
        sel_text_add(&out->rows, row->cells[i]);
    }
    sel_text_add_char(&out->rows, '\n');
    ck_assert(ended && row->line == row->row);
    return true;
}

static void note_issue(void *to, const sel_issue *issue)
{
    outcome *out = to;
    char cell[24];
    sel_text_printf(&out->issues, "%s %s %.*s\n", issue->code,
                    sel_issue_cell(issue->column, issue->row, cell), SEL_STR_ARG(issue->found));
}

/* All sheets, one after the other. */
static outcome read_bytes(sel_str file)
{
    outcome out = {.arena = sel_arena_create()};
    out.rows.arena = out.arena;
    out.issues.arena = out.arena;
    sel_issues issues = {.arena = out.arena, .each = note_issue, .to = &out};
    sel_bytes *bytes = sel_bytes_open_memory("needs.xlsx", file);
    sel_xlsx *workbook = NULL;
    out.status = sel_xlsx_open(bytes, &workbook, &out.err);
    ck_assert_int_eq(out.status == SEL_OK, workbook != NULL);
    uint32_t count = workbook == NULL ? 0 : sel_xlsx_sheet_count(workbook);
    for (uint32_t i = 0; i < count && out.status == SEL_OK; i++) {
        if (count > 1)
            sel_text_printf(&out.rows, "[%.*s]\n", SEL_STR_ARG(sel_xlsx_sheet_name(workbook, i)));
        out.status = sel_xlsx_read(workbook, i, note_row, &out, &issues, &out.err);
    }
    ck_assert(out.status == SEL_OK || out.err.message[0] != '\0');
    sel_xlsx_close(workbook);
    sel_bytes_close(bytes);
    return out;
}

static outcome read_book(const fixture_book *book)
{
    sel_arena *arena = sel_arena_create();
    outcome out = read_bytes(fixture_book_bytes(arena, book));
    sel_arena_destroy(arena);
    return out;
}

static const char *text_of(const sel_text *text)
{
    return text->bytes == NULL ? "" : text->bytes;
}

static void check_book(const fixture_book *book, const char *rows, const char *issues)
{
    outcome out = read_book(book);
    ck_assert_msg(out.status == SEL_OK, "%s", out.err.message);
    ck_assert_str_eq(text_of(&out.rows), rows);
    ck_assert_str_eq(text_of(&out.issues), issues);
    sel_arena_destroy(out.arena);
}

static void check_rows(const char *rows, const char *expected)
{
    check_book(&(fixture_book){.rows = rows}, expected, "");
}

static void check_refused(const fixture_book *book, sel_status status, const char *part)
{
    outcome out = read_book(book);
    ck_assert_int_eq(out.status, status);
    ck_assert_msg(strstr(out.err.message, part) != NULL, "%s", out.err.message);
    sel_arena_destroy(out.arena);
}

static void check_rows_refused(const char *rows, const char *part)
{
    check_refused(&(fixture_book){.rows = rows}, SEL_BAD_INPUT, part);
}

START_TEST(every_type_of_cell_has_a_value)
{
    check_rows("<row r='1'><c r='A1' t='s'><v>0</v></c>"
               "<c r='B1' t='inlineStr'><is><t>in line</t></is></c>"
               "<c r='C1'><v>2.50</v></c><c r='D1' t='n'><v>3</v></c>"
               "<c r='E1' t='b'><v>1</v></c><c r='F1' t='b'><v>0</v></c>"
               "<c r='G1' t='d'><v>2027-04-03</v></c><c r='H1' t='str'><v> x </v></c></row>",
               "1:one|in line|2.5|3|TRUE|FALSE|2027-04-03| x \n");
}
END_TEST

START_TEST(gaps_keep_rows_and_columns_in_place)
{
    check_rows("<row r='2'><c r='B2'><v>1</v></c><c r='D2'><v>2</v></c><c r='E2'/>"
               "<c r='F2' t='inlineStr'><is><t> </t></is></c></row>"
               "<row r='3'/><row r='4'><c r='A4'/></row>"
               "<row r='1048576'><c r='AB1048576'><v>3</v></c></row>",
               "2:|1||2\n"
               "1048576:|||||||||||||||||||||||||||3\n");
    check_rows("<row><c><v>1</v></c><c><v>2</v></c></row><row><c r='B2'><v>3</v></c><c><v>4</v></c>"
               "</row>",
               "1:1|2\n2:|3|4\n");
}
END_TEST

START_TEST(dates_are_told_by_their_format)
{
    const char *rows = "<row r='1'><c r='A1' s='1'><v>39448</v></c><c r='B1' s='2'><v>39448.5</v>"
                       "</c><c r='C1' s='0'><v>39448</v></c><c r='D1' s='3'><v>0.5</v></c>"
                       "<c r='E1' s='4'><v>0.5</v></c><c r='F1' s='5'><v>39448</v></c>"
                       "<c r='G1' s='99'><v>39448</v></c></row>";
    check_rows(rows, "1:2008-01-01|2008-01-01T12:00:00|39448|50%|12:00:00|2008-01|39448\n");
    check_book(&(fixture_book){.workbook =
                                   "<workbook xmlns='" FIXTURE_MAIN "' xmlns:r='" FIXTURE_OFFICE
                                   "'><workbookPr date1904='1'/><sheets><sheet name='A' "
                                   "r:id='rId1'/></sheets></workbook>",
                               .rows = "<row r='1'><c r='A1' s='1'><v>34519</v></c></row>"},
               "1:1998-07-05\n", "");
}
END_TEST

START_TEST(rich_text_is_joined_without_its_reading)
{
    check_book(
        &(fixture_book){
            .strings = "<sst xmlns='" FIXTURE_MAIN "'><si><r><t>Timor</t></r><r><rPr><b/></rPr>"
                       "<t xml:space='preserve'>-Leste </t></r></si>"
                       "<si><t>\xE8\xAA\xB2</t><rPh sb='0' eb='1'><t>ka</t></rPh></si>"
                       "<si><t>a_x000D_b_x005F_c_x41_ &amp; _xD800_</t></si><si/></sst>",
            .rows = "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
                    "<c r='C1' t='s'><v>2</v></c><c r='D1' t='s'><v>3</v></c>"
                    "<c r='E1' t='inlineStr'><is><r><t>x</t></r><r><t>y</t></r></is></c></row>"},
        "1:Timor-Leste |\xE8\xAA\xB2|a\rb_c_x41_ & _xD800_||xy\n", "");
}
END_TEST

START_TEST(formulas_and_errors_are_named)
{
    check_book(&(fixture_book){.rows = "<row r='3'><c r='B3'><f>1+1</f><v>2</v></c>"
                                       "<c r='C3' t='str'><f>cmd|' /C calc'!A0</f><v>x</v></c>"
                                       "<c r='D3'><f>A1</f></c>"
                                       "<c r='E3' t='e'><v>#N/A</v></c></row>"},
               "3:|2|x||#N/A\n",
               "W_FORMULA_CELL B3 2\nW_FORMULA_CELL C3 x\nW_FORMULA_CELL D3 \n"
               "W_ERROR_CELL E3 #N/A\n");
}
END_TEST

START_TEST(sheets_come_in_the_order_of_their_tabs)
{
    const char *workbook =
        "<x:workbook xmlns:x='" FIXTURE_MAIN "' xmlns:q='" FIXTURE_OFFICE "'><x:sheets>"
        "<x:sheet name='Read me' sheetId='2' q:id='rId9'/><x:sheet name='Chart' q:id='rId4'/>"
        "<x:sheet name='Answers' sheetId='1' q:id='rId1'/></x:sheets></x:workbook>";
    const char *relations =
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        "<Relationship Id='rId4' Type='" FIXTURE_OFFICE "/chartsheet' Target='chart.xml'/>"
        "<Relationship Id='rId1' Type='" FIXTURE_OFFICE "/worksheet' "
        "Target='worksheets/sheet1.xml'/>"
        "<Relationship Id='rId9' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/"
        "worksheet' Target='/xl/Worksheets/Sheet1.xml'/>"
        "<Relationship Id='rId8' Type='" FIXTURE_OFFICE "/sharedStrings' TargetMode='External' "
        "Target='http://example.org/'/></Relationships>";
    check_book(&(fixture_book){.workbook = workbook,
                               .relations = relations,
                               .rows = "<row><c><v>1</v></c></row>"},
               "[Read me]\n1:1\n[Answers]\n1:1\n", "");
}
END_TEST

/* ISO/IEC 29500-2: the package says which part is the document, whatever it is called. */
START_TEST(the_package_names_its_workbook)
{
    sel_arena *arena = sel_arena_create();
    static const char package[] =
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        "<Relationship Id='a' Type='http://schemas.openxmlformats.org/package/2006/relationships/"
        "metadata/core-properties' Target='docProps/core.xml'/>"
        "<Relationship Id='b' Type='" FIXTURE_OFFICE "/officeDocument' Target='%s'/>"
        "</Relationships>";
    static const char relations[] =
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        "<Relationship Id='rId1' Type='" FIXTURE_OFFICE "/worksheet' Target='one.xml'/>"
        "</Relationships>";
    static const char sheet[] =
        "<worksheet xmlns='" FIXTURE_MAIN "'><sheetData><row><c><v>7</v></c>"
        "</row></sheetData></worksheet>";
    static const struct {
        const char *target;
        const char *main;
        const char *relations;
        const char *sheet;
    } places[] = {
        {"/book/main.xml", "book/main.xml", "book/_rels/main.xml.rels", "book/one.xml"},
        {"xl/workbook22.xml", "xl/workbook22.xml", "xl/_rels/workbook22.xml.rels", "xl/one.xml"},
        {"workbook.xml", "workbook.xml", "_rels/workbook.xml.rels", "one.xml"},
    };
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        char named[1024];
        snprintf(named, sizeof named, package, places[i].target);
        const fixture_part parts[] = {{"_rels/.rels", sel_str_of(named)},
                                      {places[i].main, sel_str_of(fixture_workbook)},
                                      {places[i].relations, sel_str_of(relations)},
                                      {places[i].sheet, sel_str_of(sheet)},
                                      {NULL, {0}}};
        outcome out = read_bytes(fixture_zip(arena, parts, NULL));
        ck_assert_msg(out.status == SEL_OK, "%s: %s", places[i].target, out.err.message);
        ck_assert_str_eq(text_of(&out.rows), "1:7\n");
        sel_arena_destroy(out.arena);
    }
    char named[1024];
    snprintf(named, sizeof named, package, "word/document.xml");
    const fixture_part letter[] = {{"_rels/.rels", sel_str_of(named)},
                                   {"word/document.xml", SEL_STR("<document/>")},
                                   {"word/_rels/document.xml.rels", sel_str_of(relations)},
                                   {NULL, {0}}};
    outcome out = read_bytes(fixture_zip(arena, letter, NULL));
    ck_assert_int_eq(out.status, SEL_REFUSED);
    sel_arena_destroy(out.arena);
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(no_sheet_is_dropped)
{
    sel_arena *arena = sel_arena_create();
    sel_text workbook = {.arena = arena};
    sel_text_printf(&workbook,
                    "<workbook xmlns='" FIXTURE_MAIN "' xmlns:r='" FIXTURE_OFFICE "'><sheets>");
    for (int i = 0; i < 256; i++)
        sel_text_printf(&workbook, "<sheet name='S%d' r:id='rId1'/>", i);
    sel_str most = sel_str_printf(arena, "%s</sheets></workbook>", workbook.bytes);
    outcome all = read_book(&(fixture_book){.workbook = most.ptr});
    ck_assert_msg(all.status == SEL_OK, "%s", all.err.message);
    sel_arena_destroy(all.arena);
    sel_text_printf(&workbook, "<sheet name='Answers' r:id='rId1'/></sheets></workbook>");
    check_refused(&(fixture_book){.workbook = workbook.bytes}, SEL_BAD_INPUT,
                  "more than 256 sheets");
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(booleans_are_true_or_false)
{
    check_rows("<row><c t='b'><v>1</v></c><c t='b'><v>true</v></c><c t='b'><v>0</v></c>"
               "<c t='b'><v>false</v></c></row>",
               "1:TRUE|TRUE|FALSE|FALSE\n");
    check_rows_refused("<row r='1'><c r='A1' t='b'><v>maybe</v></c></row>", "cell A1 is neither");
}
END_TEST

START_TEST(a_refusal_says_what_to_do)
{
    check_rows_refused("<row r='1'><c r='B1'/><c r='A1'/></row>", "save it again as .xlsx");
    check_refused(&(fixture_book){.sheet = ""}, SEL_BAD_INPUT, "save it again as .xlsx");
}
END_TEST

START_TEST(cells_out_of_order_are_refused)
{
    check_rows_refused("<row r='1'><c r='B1'/><c r='A1'/></row>", "a cell is out of order");
    check_rows_refused("<row r='1'><c r='A1'/><c r='A1'/></row>", "a cell is out of order");
    check_rows_refused("<row r='1'><c r='A2'/></row>", "a cell is out of order");
    check_rows_refused("<row r='1'><c r='1'/></row>", "a cell is out of order");
    check_rows_refused("<row r='1'><c r='XFE1'/></row>", "a cell is out of order");
    check_rows_refused("<row r='1'><c r='AAAAAAA1'/></row>", "a cell is out of order");
    check_rows_refused("<row r='2'/><row r='2'/>", "the rows are out of order");
    check_rows_refused("<row r='2'/><row r='1'/>", "the rows are out of order");
    check_rows_refused("<row r='0'/>", "the rows are out of order");
    check_rows_refused("<row r='1048577'/>", "the rows are out of order");
    check_rows_refused("<row r='x'/>", "no number");
}
END_TEST

START_TEST(what_a_cell_names_must_be_there)
{
    check_rows_refused("<row r='7'><c r='D7' t='s'><v>1</v></c></row>", "cell D7 names a text");
    check_rows_refused("<row r='7'><c r='D7' t='s'><v>-1</v></c></row>", "cell D7 names a text");
    check_rows_refused("<row r='7'><c r='D7' t='x'><v>1</v></c></row>", "cell D7 is of a type");
    check_refused(&(fixture_book){.sheet = ""}, SEL_BAD_INPUT, "sheet1.xml' is missing");
    check_refused(&(fixture_book){.relations = ""}, SEL_BAD_INPUT, "rels' is missing");
    check_refused(&(fixture_book){.sheet = "<chartsheet/>"}, SEL_BAD_INPUT, "<chartsheet>");
}
END_TEST

START_TEST(doctypes_and_entities_are_refused)
{
    static const char evil[] = "<!DOCTYPE w [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>"
                               "<worksheet xmlns='" FIXTURE_MAIN "'><sheetData><row><c><v>&b;</v>"
                               "</c></row></sheetData></worksheet>";
    check_refused(&(fixture_book){.sheet = evil}, SEL_BAD_INPUT, "DOCTYPE");
    check_refused(&(fixture_book){.strings = "<!DOCTYPE sst SYSTEM 'file:///etc/passwd'><sst/>"},
                  SEL_BAD_INPUT, "DOCTYPE");
    check_refused(&(fixture_book){.styles = "<!DOCTYPE s><styleSheet/>"}, SEL_BAD_INPUT, "DOCTYPE");
    check_refused(&(fixture_book){.workbook = "<!DOCTYPE s><workbook/>"}, SEL_BAD_INPUT, "DOCTYPE");
    check_rows_refused("<row><c t='str'><v>&b;</v></c></row>", "not well-formed");
    check_rows_refused("<row><c><v>1</v></row>", "not well-formed");
}
END_TEST

START_TEST(what_is_no_workbook_is_refused)
{
    check_refused(&(fixture_book){.workbook = ""}, SEL_REFUSED, "not an .xlsx");
    outcome old = read_bytes((sel_str){"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8});
    ck_assert_int_eq(old.status, SEL_REFUSED);
    sel_arena_destroy(old.arena);
    ck_assert(sel_xlsx_suspected((sel_str){"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8}));
    ck_assert(sel_xlsx_suspected(SEL_STR("PK\x03\x04")));
    ck_assert(!sel_xlsx_suspected(SEL_STR("PK")));
    ck_assert(!sel_xlsx_suspected(SEL_STR("questionnaire,state-needs")));
}
END_TEST

START_TEST(far_cells_do_not_make_endless_gaps)
{
    sel_arena *arena = sel_arena_create();
    sel_text rows = {.arena = arena};
    for (int i = 1; i <= 300; i++)
        sel_text_printf(&rows, "<row r='%d'><c r='XFD%d'><v>1</v></c></row>", i, i);
    check_rows_refused(rows.bytes, "4194304 cells");
    sel_arena_destroy(arena);
}
END_TEST

START_TEST(no_prefix_of_a_workbook_is_one)
{
    sel_arena *arena = sel_arena_create();
    const fixture_book book = {.rows = "<row r='1'><c r='A1' t='s'><v>0</v></c></row>"};
    sel_str whole = fixture_book_bytes(arena, &book);
    for (size_t length = 0; length < whole.len; length++) {
        char *exact = sel_memory_resize(NULL, length, 1); /* so that a byte too far is noticed */
        if (length > 0)
            memcpy(exact, whole.ptr, length);
        outcome out = read_bytes((sel_str){exact, length});
        ck_assert_msg(out.status == SEL_BAD_INPUT || (out.status == SEL_REFUSED && length < 4),
                      "%zu of %zu bytes", length, whole.len);
        sel_arena_destroy(out.arena);
        sel_memory_resize(exact, 0, 1);
    }
    outcome out = read_bytes(whole);
    ck_assert_str_eq(text_of(&out.rows), "1:one\n");
    sel_arena_destroy(out.arena);
    sel_arena_destroy(arena);
}
END_TEST

/* A changed byte gives the same rows or an error, never other rows: parts carry a checksum. */
START_TEST(a_changed_byte_never_changes_a_value)
{
    sel_arena *arena = sel_arena_create();
    const fixture_book book = {.rows = "<row r='1'><c r='A1' t='s'><v>0</v></c></row>"};
    sel_str whole = fixture_book_bytes(arena, &book);
    char *bytes = sel_arena_copy(arena, whole.ptr, whole.len);
    uint32_t refused = 0;
    for (size_t i = 0; i < whole.len; i++) {
        bytes[i] = (char)(bytes[i] ^ 0x21);
        outcome out = read_bytes((sel_str){bytes, whole.len});
        ck_assert_msg(out.status != SEL_OK || strcmp(text_of(&out.rows), "1:one\n") == 0,
                      "byte %zu gives %s", i, text_of(&out.rows));
        refused += out.status != SEL_OK;
        sel_arena_destroy(out.arena);
        bytes[i] = (char)(bytes[i] ^ 0x21);
    }
    ck_assert_uint_gt(refused, whole.len / 2);
    sel_arena_destroy(arena);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        every_type_of_cell_has_a_value,       gaps_keep_rows_and_columns_in_place,
        dates_are_told_by_their_format,       rich_text_is_joined_without_its_reading,
        formulas_and_errors_are_named,        sheets_come_in_the_order_of_their_tabs,
        the_package_names_its_workbook,       no_sheet_is_dropped,
        booleans_are_true_or_false,           a_refusal_says_what_to_do,
        cells_out_of_order_are_refused,       what_a_cell_names_must_be_there,
        doctypes_and_entities_are_refused,    what_is_no_workbook_is_refused,
        far_cells_do_not_make_endless_gaps,   no_prefix_of_a_workbook_is_one,
        a_changed_byte_never_changes_a_value, NULL,
    };
    return run_tests("xlsx", tests);
}
