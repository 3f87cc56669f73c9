/** xml_records.h - the records of an XML file, one small tree at a time, on top of libxml2.
 *
 * The file is read once, in memory that does not depend on its size. Anything
 * that is not well-formed ends the reading with its line and column; so does
 * a DOCTYPE (records need none, and entities are how XML attacks), NUL,
 * nesting, tags and different names over the caps. A record over the caps is handed on without its
 * content. Elements and attributes of other namespaces than the root's are
 * left out. libxml2's event interface is used, not its reader, because only
 * there the place of an element is exact. */
#ifndef SEL_INPUT_XML_RECORDS_H
#define SEL_INPUT_XML_RECORDS_H

#include "domain/programme.h"
#include "input/bytes.h"

/** Deepest nesting; bytes of text directly in one element; bytes kept of one record; bytes
 *  of one tag, because libxml2 compares each of its attributes with each; different names in one
 *  file, because libxml2 never forgets one. */
enum {
    SEL_XML_DEPTH_MAX = 64,
    SEL_XML_TEXT_MAX = 1 << 20,
    SEL_XML_RECORD_MAX = 1 << 25,
    SEL_XML_TAG_MAX = 1 << 17,
    SEL_XML_NAMES_MAX = 10000
};

typedef struct sel_xml_attribute {
    const char *name; /**< without prefix, but "xml:lang" and "r:id" (of office documents) */
    sel_str value;
} sel_xml_attribute;

/** One element; all it points to lives until the record's sink returns. */
typedef struct sel_xml_element {
    const char *name; /**< without prefix */
    sel_str text;     /**< character data directly inside, trimmed unless the format is verbatim */
    const sel_xml_attribute *attributes;
    uint32_t attribute_count;
    bool padded;                            /**< blanks were trimmed off the text */
    uint64_t line;                          /**< where its start tag begins */
    const struct sel_xml_element *children; /**< first child, or NULL */
    const struct sel_xml_element *next;     /**< next sibling, or NULL */
} sel_xml_element;

/** One record. Offsets are exact in UTF-8 and one-byte encodings. */
typedef struct sel_xml_record {
    const sel_xml_element *element;
    sel_record_place place;
    bool too_large; /**< over a cap: children and text are missing */
} sel_xml_record;

/** What to do with a file. */
typedef struct sel_xml_format {
    const char *record;      /**< name of the elements that are records: the root or its children */
    const char *within;      /**< child of the root whose children are the records; mostly NULL */
    bool verbatim;           /**< keep blanks around text */
    const char *const *kept; /**< names of a record's children to read, ended by NULL */
    /** Looks at the root (attributes only); a status other than SEL_OK ends the reading. */
    sel_status (*root)(void *to, const sel_xml_element *root, sel_error *err);
    /** Takes one record; false stops the reading without an error. */
    bool (*take)(void *to, const sel_xml_record *record);
    /** Told of each prefix that no namespace was declared for; what carries it is left out as
     *  another namespace's. May be NULL. */
    void (*undeclared)(void *to, uint64_t line, sel_str prefix);
    void *to;
} sel_xml_format;

/** Read all records of bytes. SEL_BAD_INPUT with line and column for what is not XML or not
 *  allowed; SEL_IO when reading fails. Records before a fault were handed on already. */
SEL_CHECKED
sel_status sel_xml_records_read(sel_bytes *bytes, const sel_xml_format *format, sel_error *err);

/** Value of an attribute, trimmed; empty when it is not there. */
sel_str sel_xml_value(const sel_xml_element *element, const char *name);

/** First child of a name at or after from (element->children, or the next of an earlier one);
 *  NULL when there is none. */
const sel_xml_element *sel_xml_find(const sel_xml_element *from, const char *name);

#endif
