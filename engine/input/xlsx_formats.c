#include "base/number.h"
#include "input/xlsx_parts.h"

/* An attribute that is a whole number from 0; SEL_NONE otherwise. */
static uint32_t number_of(const sel_xml_element *element, const char *name)
{
    int64_t value;
    return sel_number_integer(sel_xml_value(element, name), &value) && value >= 0 &&
                   value < SEL_NONE
               ? (uint32_t)value
               : SEL_NONE;
}

static sel_cell_format format_of(uint32_t id, const sel_xml_element *codes)
{
    const sel_xml_element *code = codes == NULL ? NULL : sel_xml_find(codes->children, "numFmt");
    for (; code != NULL; code = sel_xml_find(code->next, "numFmt"))
        if (number_of(code, "numFmtId") == id)
            return sel_cell_format_read(sel_xml_value(code, "formatCode"));
    return sel_cell_format_builtin(id);
}

typedef struct loading {
    sel_xlsx *workbook;
    bool too_many;
} loading;

/* Styles are few; each looks its code up among the codes. */
static bool take_styles(void *to, const sel_xml_record *record)
{
    enum { STYLES_MAX = 65536, LOOKUPS_MAX = 1 << 22 };
    loading *l = to;
    sel_xlsx *workbook = l->workbook;
    const sel_xml_element *codes = sel_xml_find(record->element->children, "numFmts");
    const sel_xml_element *styles = sel_xml_find(record->element->children, "cellXfs");
    uint64_t code_count = 1;
    for (const sel_xml_element *e = codes == NULL ? NULL : codes->children; e != NULL; e = e->next)
        code_count += 1;
    uint32_t count = 0;
    const sel_xml_element *first = styles == NULL ? NULL : sel_xml_find(styles->children, "xf");
    for (const sel_xml_element *e = first; e != NULL; e = sel_xml_find(e->next, "xf"))
        count += 1;
    l->too_many = record->too_large || count > STYLES_MAX || count * code_count > LOOKUPS_MAX;
    if (l->too_many)
        return false;
    workbook->formats = sel_arena_array(workbook->arena, count, sizeof *workbook->formats);
    for (const sel_xml_element *e = first; e != NULL; e = sel_xml_find(e->next, "xf"))
        workbook->formats[workbook->format_count++] = format_of(number_of(e, "numFmtId"), codes);
    return false;
}

sel_status sel_xlsx_formats(sel_xlsx *workbook, sel_str part, sel_error *err)
{
    static const char *const kept[] = {"numFmts", "cellXfs", NULL};
    loading l = {.workbook = workbook};
    const sel_xml_format format = {
        .record = "styleSheet", .kept = kept, .take = take_styles, .to = &l};
    sel_status status = sel_xlsx_part(workbook, part, "styleSheet", &format, err);
    if (status == SEL_OK && l.too_many)
        return sel_fail(err, SEL_BAD_INPUT, "the workbook has too many cell formats");
    return status;
}
