#include "input/iati_reading.h"

const sel_xml_element *sel_iati_find(const sel_iati_reading *in, const char *name)
{
    return sel_xml_find(in->activity->children, name);
}

/* What is shown of a text in a finding: its beginning, cut between characters. */
static sel_str shown(sel_str text)
{
    enum { SHOWN_BYTES = 200 };
    size_t end = SHOWN_BYTES;
    if (text.len <= end)
        return text;
    while (end > 0 && ((unsigned char)text.ptr[end] & 0xC0) == 0x80)
        end -= 1;
    return sel_str_part(text, 0, end);
}

static void report(const sel_iati_reading *in, const char *code, uint64_t line, const char *element,
                   sel_str found)
{
    sel_issues_add(in->issues, &(sel_issue){.code = code,
                                            .source = in->source,
                                            .line = line,
                                            .subject = sel_str_of(element),
                                            .record = shown(in->id),
                                            .found = shown(found)});
}

void sel_iati_issue(const sel_iati_reading *in, const char *code, const sel_xml_element *where,
                    sel_str found)
{
    report(in, code, where->line, where->name, found);
}

void sel_iati_missing(const sel_iati_reading *in, const char *code, const char *element)
{
    report(in, code, in->activity->line, element, (sel_str){0});
}

void sel_iati_field(sel_iati_reading *in, const char *field, const sel_xml_element *where,
                    sel_str raw, const char *rule)
{
    in->fields = sel_arena_one_more(in->arena, in->fields, in->field_count, &in->field_room,
                                    sizeof *in->fields);
    in->fields[in->field_count++] = (sel_field_place){
        .field = field,
        .line = where == NULL ? in->activity->line : where->line,
        .raw = raw,
        .rule = rule,
    };
}

sel_str sel_iati_written(const sel_xml_element *element, const char *attribute)
{
    sel_str written = sel_xml_value(element, attribute);
    bool instead = written.len == 0 && strcmp(attribute, "code") == 0;
    return instead ? element->text : written;
}

sel_str sel_iati_code(const sel_iati_reading *in, sel_iati_list list,
                      const sel_xml_element *element, const char *attribute)
{
    sel_str written = sel_iati_written(element, attribute);
    int version = in->version == 0 ? 0 : sel_iati_version_of_code(list, written);
    if (version != 0 && version != in->version)
        sel_iati_issue(in, "N_VERSION_MIXED", element, written);
    return sel_iati_code_of(list, written);
}
