#include "input/xml_attributes.h"

/* libxml2 leaves an ampersand in attribute values as "&#38;" when entities are not replaced. */
static sel_str attribute_value(sel_arena *arena, sel_str raw)
{
    static const sel_str ampersand = {"&#38;", 5};
    char *copy = sel_arena_copy(arena, raw.ptr, raw.len);
    if (raw.len == 0 || memchr(raw.ptr, '&', raw.len) == NULL)
        return (sel_str){copy, raw.len};
    size_t n = 0;
    for (size_t at = 0; at < raw.len; n++) {
        copy[n] = raw.ptr[at];
        at += sel_str_starts(sel_str_part(raw, at, raw.len), ampersand) ? ampersand.len : 1;
    }
    copy[n] = '\0';
    return (sel_str){copy, n};
}

/* Name under which an attribute is kept, or NULL. */
static const char *attribute_name(const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    static const char *const relationships[] = {
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships"};
    if (prefix == NULL)
        return (const char *)name;
    if (xmlStrEqual(prefix, BAD_CAST "xml") && xmlStrEqual(name, BAD_CAST "lang"))
        return "xml:lang";
    for (size_t i = 0; i < sizeof relationships / sizeof relationships[0]; i++)
        if (xmlStrEqual(uri, BAD_CAST relationships[i]) && xmlStrEqual(name, BAD_CAST "id"))
            return "r:id";
    return NULL;
}

void sel_xml_attributes_set(sel_xml_element *element, sel_arena *arena, const xmlChar **raw,
                            int count)
{
    sel_xml_attribute *kept = sel_arena_array(arena, (size_t)count, sizeof *kept);
    for (int i = 0; i < count; i++) {
        const xmlChar *const *one = raw + 5 * i;
        const char *name = attribute_name(one[0], one[1], one[2]);
        if (name == NULL)
            continue;
        sel_str value = {(const char *)one[3], (size_t)(one[4] - one[3])};
        kept[element->attribute_count++] =
            (sel_xml_attribute){.name = name, .value = attribute_value(arena, value)};
    }
    element->attributes = kept;
}

sel_str sel_xml_value(const sel_xml_element *element, const char *name)
{
    for (uint32_t i = 0; i < element->attribute_count; i++)
        if (strcmp(element->attributes[i].name, name) == 0)
            return sel_str_trim(element->attributes[i].value);
    return (sel_str){0};
}
