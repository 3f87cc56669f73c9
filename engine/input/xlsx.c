#include "input/xlsx_parts.h"

bool sel_xlsx_suspected(sel_str begin)
{
    return sel_str_starts(begin, SEL_STR("PK\x03\x04")) ||
           sel_str_starts(begin, SEL_STR("\xD0\xCF\x11\xE0"));
}

/* --- parts --- */

typedef struct expectation {
    const char *root;
    const sel_xml_format *format;
} expectation;

static sel_status check_root(void *to, const sel_xml_element *root, sel_error *err)
{
    const expectation *e = to;
    return strcmp(root->name, e->root) == 0
               ? SEL_OK
               : sel_fail(err, SEL_BAD_INPUT, "the part begins with <%s>, not with <%s>",
                          root->name, e->root);
}

static bool pass_on(void *to, const sel_xml_record *record)
{
    const expectation *e = to;
    return e->format->take(e->format->to, record);
}

sel_status sel_xlsx_part(sel_xlsx *workbook, sel_str part, const char *root,
                         const sel_xml_format *format, sel_error *err)
{
    sel_str content;
    sel_error_place(err, workbook->file.ptr, 0, 0);
    sel_status status = sel_archive_read(workbook->archive, part, &content, err);
    if (status != SEL_OK)
        return status;
    expectation e = {root, format};
    sel_xml_format checked = *format;
    checked.root = check_root;
    checked.take = pass_on;
    checked.to = &e;
    sel_str name = sel_str_printf(workbook->arena, "%.*s (%.*s)", SEL_STR_ARG(workbook->file),
                                  SEL_STR_ARG(part));
    sel_bytes *bytes = sel_bytes_open_memory(name.ptr, content);
    status = sel_xml_records_read(bytes, &checked, err);
    sel_bytes_close(bytes);
    return status;
}

/* --- which part is what --- */

static const sel_str main_part = {"xl/workbook.xml", 15};
static const sel_str main_relations = {"xl/_rels/workbook.xml.rels", 26};

enum { RELATIONS_MAX = 1000 };

/* A sheet that the workbook refers to by id. */
typedef struct relation {
    sel_str id;
    sel_str part;
} relation;

typedef struct relations {
    sel_xlsx *workbook;
    relation *sheets;
    uint32_t count;
    sel_str strings; /* parts; empty when there is none */
    sel_str styles;
    sel_error *err;
    sel_status status;
} relations;

static bool ends_with(sel_str text, sel_str end)
{
    return text.len >= end.len &&
           sel_str_equal(sel_str_part(text, text.len - end.len, end.len), end);
}

/* Targets are relative to the folder of the workbook's part, or to the archive. */
static sel_str part_of_target(sel_str target, sel_arena *arena)
{
    if (sel_str_starts(target, SEL_STR("/")))
        return sel_str_copy(arena, sel_str_part(target, 1, target.len));
    return sel_str_printf(arena, "xl/%.*s", SEL_STR_ARG(target));
}

static bool take_relation(void *to, const sel_xml_record *record)
{
    relations *all = to;
    sel_arena *arena = all->workbook->arena;
    sel_str type = sel_xml_value(record->element, "Type");
    if (sel_str_is(sel_xml_value(record->element, "TargetMode"), "External"))
        return true;
    sel_str part = part_of_target(sel_xml_value(record->element, "Target"), arena);
    if (ends_with(type, SEL_STR("/sharedStrings"))) {
        all->strings = part;
    } else if (ends_with(type, SEL_STR("/styles"))) {
        all->styles = part;
    } else if (ends_with(type, SEL_STR("/worksheet"))) {
        if (all->count == RELATIONS_MAX) {
            all->status =
                sel_fail(all->err, SEL_BAD_INPUT, "the workbook has more than 1000 sheets");
            return false;
        }
        sel_str id = sel_str_copy(arena, sel_xml_value(record->element, "Id"));
        all->sheets[all->count++] = (relation){id, part};
    }
    return true;
}

static void add_sheet(relations *all, const sel_xml_element *sheet)
{
    sel_xlsx *workbook = all->workbook;
    sel_str id = sel_xml_value(sheet, "r:id");
    for (uint32_t i = 0; i < all->count && workbook->sheet_count < SEL_XLSX_SHEETS_MAX; i++)
        if (sel_str_equal(all->sheets[i].id, id)) {
            workbook->sheets[workbook->sheet_count++] = (sel_xlsx_sheet){
                sel_str_copy(workbook->arena, sel_xml_value(sheet, "name")), all->sheets[i].part};
            return;
        }
}

static bool take_workbook(void *to, const sel_xml_record *record)
{
    relations *all = to;
    const sel_xml_element *properties = sel_xml_find(record->element->children, "workbookPr");
    if (properties != NULL) {
        sel_str from_1904 = sel_xml_value(properties, "date1904");
        all->workbook->from_1904 = sel_str_is(from_1904, "1") || sel_str_is(from_1904, "true");
    }
    const sel_xml_element *sheets = sel_xml_find(record->element->children, "sheets");
    const sel_xml_element *sheet = sheets == NULL ? NULL : sel_xml_find(sheets->children, "sheet");
    for (; sheet != NULL; sheet = sel_xml_find(sheet->next, "sheet"))
        add_sheet(all, sheet);
    return false;
}

static sel_status read_relations(relations *all, sel_error *err)
{
    static const char *const none[] = {NULL};
    const sel_xml_format format = {
        .record = "Relationship", .kept = none, .take = take_relation, .to = all};
    sel_status status = sel_xlsx_part(all->workbook, main_relations, "Relationships", &format, err);
    return status == SEL_OK ? all->status : status;
}

static sel_status read_main(relations *all, sel_error *err)
{
    static const char *const kept[] = {"workbookPr", "sheets", NULL};
    const sel_xml_format format = {
        .record = "workbook", .kept = kept, .take = take_workbook, .to = all};
    return sel_xlsx_part(all->workbook, main_part, "workbook", &format, err);
}

/* --- opening --- */

static sel_status read_parts(sel_xlsx *workbook, sel_error *err)
{
    if (!sel_archive_has(workbook->archive, main_part))
        return sel_fail(err, SEL_REFUSED, "this is not an .xlsx workbook");
    relations all = {.workbook = workbook,
                     .sheets = sel_arena_array(workbook->arena, RELATIONS_MAX, sizeof(relation)),
                     .err = err};
    sel_status status = read_relations(&all, err);
    if (status == SEL_OK)
        status = read_main(&all, err);
    if (status == SEL_OK && all.strings.len > 0)
        status = sel_xlsx_strings(workbook, all.strings, err);
    if (status == SEL_OK && all.styles.len > 0)
        status = sel_xlsx_formats(workbook, all.styles, err);
    return status;
}

sel_status sel_xlsx_open(sel_bytes *bytes, sel_xlsx **workbook, sel_error *err)
{
    *workbook = NULL;
    sel_error_place(err, sel_bytes_name(bytes).ptr, 0, 0);
    if (!sel_str_starts(sel_bytes_peek(bytes), SEL_STR("PK\x03\x04")))
        return sel_fail(err, SEL_REFUSED, "this is not an .xlsx workbook, or it is locked");
    sel_archive *archive = NULL;
    sel_status status = sel_archive_open(bytes, &archive, err);
    if (status != SEL_OK)
        return status;
    sel_xlsx *fresh = sel_memory_resize(NULL, 1, sizeof *fresh);
    *fresh = (sel_xlsx){.archive = archive, .arena = sel_arena_create()};
    fresh->file = sel_str_copy(fresh->arena, sel_bytes_name(bytes));
    status = read_parts(fresh, err);
    if (status == SEL_OK)
        *workbook = fresh;
    else
        sel_xlsx_close(fresh);
    return status;
}

void sel_xlsx_close(sel_xlsx *workbook)
{
    if (workbook == NULL)
        return;
    sel_archive_close(workbook->archive);
    sel_memory_resize(workbook->strings, 0, 1);
    sel_arena_destroy(workbook->arena);
    sel_memory_resize(workbook, 0, 1);
}

uint32_t sel_xlsx_sheet_count(const sel_xlsx *workbook)
{
    return workbook->sheet_count;
}

sel_str sel_xlsx_sheet_name(const sel_xlsx *workbook, uint32_t i)
{
    return workbook->sheets[i].name;
}
