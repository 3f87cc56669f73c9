#include "input/xlsx_parts.h"

bool sel_xlsx_suspected(sel_str begin)
{
    return sel_str_starts(begin, SEL_STR("PK\x03\x04")) ||
           sel_str_starts(begin, SEL_STR("\xD0\xCF\x11\xE0"));
}

/* --- parts --- */

static const char workbook_root[] = "workbook";

typedef struct expectation {
    const char *root;
    const sel_xml_format *format;
} expectation;

static sel_status check_root(void *to, const sel_xml_element *root, sel_error *err)
{
    const expectation *e = to;
    if (strcmp(root->name, e->root) == 0)
        return SEL_OK;
    if (strcmp(e->root, workbook_root) == 0) /* a text, a presentation */
        return sel_fail(err, SEL_REFUSED, "this is not an .xlsx workbook");
    return sel_fail(err, SEL_BAD_INPUT, "the part begins with <%s>, not with <%s>", root->name,
                    e->root);
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

/* Relations of the package itself; the workbook where they do not name it. */
static const sel_str package_relations = {"_rels/.rels", 11};
static const sel_str usual_main = {"xl/workbook.xml", 15};

enum { RELATIONS_MAX = 1000 };

/* A sheet that the workbook refers to by id. */
typedef struct relation {
    sel_str id;
    sel_str part;
} relation;

typedef struct relations {
    sel_xlsx *workbook;
    sel_str main; /* part of the workbook */
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

/* "xl/" of "xl/workbook.xml"; empty for a part that stands in no folder. */
static sel_str folder_of(sel_str part)
{
    size_t end = part.len;
    while (end > 0 && part.ptr[end - 1] != '/')
        end -= 1;
    return sel_str_part(part, 0, end);
}

/* Targets are relative to the folder of the part that names them, or to the archive. */
static sel_str part_of_target(sel_str target, sel_str folder, sel_arena *arena)
{
    if (sel_str_starts(target, SEL_STR("/")))
        return sel_str_copy(arena, sel_str_part(target, 1, target.len));
    return sel_str_printf(arena, "%.*s%.*s", SEL_STR_ARG(folder), SEL_STR_ARG(target));
}

static bool take_main(void *to, const sel_xml_record *record)
{
    relations *all = to;
    if (!ends_with(sel_xml_value(record->element, "Type"), SEL_STR("/officeDocument")))
        return true;
    all->main = part_of_target(sel_xml_value(record->element, "Target"), (sel_str){0},
                               all->workbook->arena);
    return false;
}

static bool take_relation(void *to, const sel_xml_record *record)
{
    relations *all = to;
    sel_arena *arena = all->workbook->arena;
    sel_str type = sel_xml_value(record->element, "Type");
    if (sel_str_is(sel_xml_value(record->element, "TargetMode"), "External"))
        return true;
    sel_str part =
        part_of_target(sel_xml_value(record->element, "Target"), folder_of(all->main), arena);
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

/* False when it is one sheet too many. */
static bool add_sheet(relations *all, const sel_xml_element *sheet)
{
    sel_xlsx *workbook = all->workbook;
    sel_str id = sel_xml_value(sheet, "r:id");
    uint32_t i = 0;
    while (i < all->count && !sel_str_equal(all->sheets[i].id, id))
        i += 1;
    if (i == all->count)
        return true;
    if (workbook->sheet_count == SEL_XLSX_SHEETS_MAX) {
        all->status = sel_fail(all->err, SEL_BAD_INPUT,
                               "the workbook has more than %d sheets; send the sheet with the "
                               "answers alone",
                               SEL_XLSX_SHEETS_MAX);
        return false;
    }
    workbook->sheets[workbook->sheet_count++] = (sel_xlsx_sheet){
        sel_str_copy(workbook->arena, sel_xml_value(sheet, "name")), all->sheets[i].part};
    return true;
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
    while (sheet != NULL && add_sheet(all, sheet))
        sheet = sel_xml_find(sheet->next, "sheet");
    return false;
}

static sel_status read_relations(relations *all, sel_str part,
                                 bool (*take)(void *to, const sel_xml_record *record),
                                 sel_error *err)
{
    static const char *const none[] = {NULL};
    const sel_xml_format format = {.record = "Relationship", .kept = none, .take = take, .to = all};
    sel_status status = sel_xlsx_part(all->workbook, part, "Relationships", &format, err);
    return status == SEL_OK ? all->status : status;
}

/* Find the part of the workbook, which must be XML: that of an .xlsb is not. */
static sel_status find_main(relations *all, sel_error *err)
{
    sel_archive *archive = all->workbook->archive;
    sel_status status = SEL_OK;
    all->main = usual_main;
    if (sel_archive_has(archive, package_relations))
        status = read_relations(all, package_relations, take_main, err);
    if (status == SEL_OK &&
        (!ends_with(all->main, SEL_STR(".xml")) || !sel_archive_has(archive, all->main)))
        status = sel_fail(err, SEL_REFUSED, "this is not an .xlsx workbook");
    return status;
}

static sel_status read_main(relations *all, sel_error *err)
{
    static const char *const kept[] = {"workbookPr", "sheets", NULL};
    const sel_xml_format format = {
        .record = "workbook", .kept = kept, .take = take_workbook, .to = all};
    sel_status status = sel_xlsx_part(all->workbook, all->main, workbook_root, &format, err);
    return status == SEL_OK ? all->status : status;
}

/* --- opening --- */

sel_status sel_xlsx_advise(sel_status status, sel_error *err)
{
    /* What says what to do already has it behind a semicolon. */
    if (status == SEL_BAD_INPUT && err != NULL && strchr(err->message, ';') == NULL) {
        const sel_error said = *err;
        sel_fail(err, status, "%s; open it and save it again as .xlsx, then send that",
                 said.message);
    }
    return status;
}

static sel_status read_parts(sel_xlsx *workbook, sel_error *err)
{
    relations all = {.workbook = workbook,
                     .sheets = sel_arena_array(workbook->arena, RELATIONS_MAX, sizeof(relation)),
                     .err = err};
    sel_status status = find_main(&all, err);
    sel_str folder = folder_of(all.main);
    sel_str own = sel_str_printf(workbook->arena, "%.*s_rels/%s.rels", SEL_STR_ARG(folder),
                                 all.main.ptr + folder.len);
    if (status == SEL_OK)
        status = read_relations(&all, own, take_relation, err);
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
        return sel_xlsx_advise(status, err);
    sel_xlsx *fresh = sel_memory_resize(NULL, 1, sizeof *fresh);
    *fresh = (sel_xlsx){.archive = archive, .arena = sel_arena_create()};
    fresh->file = sel_str_copy(fresh->arena, sel_bytes_name(bytes));
    status = read_parts(fresh, err);
    if (status == SEL_OK)
        *workbook = fresh;
    else
        sel_xlsx_close(fresh);
    return sel_xlsx_advise(status, err);
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
