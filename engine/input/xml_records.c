#include "input/xml_records.h"

#include "base/text.h"
#include "input/file_kind.h"
#include "input/xml_attributes.h"

#include <inttypes.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

/* An element being read. */
typedef struct node {
    sel_xml_element element;
    struct node *parent;
    struct node *last; /* child */
    sel_text text;
} node;

typedef struct reading {
    const sel_xml_format *format;
    sel_bytes *bytes;
    bool may_hold_nul; /* UTF-16 */
    uint64_t delivered;
    xmlParserCtxtPtr parser;
    sel_arena *arena;             /* the record being read */
    const xmlChar *own_namespace; /* of the root; kept by the parser's dictionary */
    uint32_t depth;
    uint32_t skipped; /* levels inside something that is not read */
    node *current;    /* NULL outside records */
    sel_xml_record record;
    sel_error *err;
    sel_status status; /* of a refusal of ours */
    bool stopped;      /* by the sink */
    uint64_t fault_line;
    uint64_t fault_column;
    char fault[256]; /* the parser's first complaint; empty: none */
} reading;

const sel_xml_element *sel_xml_find(const sel_xml_element *from, const char *name)
{
    while (from != NULL && strcmp(from->name, name) != 0)
        from = from->next;
    return from;
}

/* --- from bytes to libxml2, and its complaints back --- */

static void refuse(reading *in, uint64_t line, const char *message)
{
    if (in->status != SEL_OK)
        return;
    sel_error_place(in->err, sel_bytes_name(in->bytes).ptr, line, 0);
    in->status = sel_fail(in->err, SEL_BAD_INPUT, "%s", message);
    xmlStopParser(in->parser);
}

/* End the reading from within it, where libxml2 must not be stopped; -1 for it. */
static int refuse_bytes(reading *in, sel_str message)
{
    sel_error_place(in->err, sel_bytes_name(in->bytes).ptr, 0, 0);
    in->status = sel_fail(in->err, SEL_BAD_INPUT, "%.*s", SEL_STR_ARG(message));
    return -1;
}

/* Tags and names are measured here, while libxml2 reads on, because it tells of a tag only when it
 * has read all of it. What it has not used yet is one unfinished tag, but for some kilobytes. */
static int give_bytes(void *to, char *buffer, int room)
{
    reading *in = to;
    size_t count = 0;
    const xmlParserInput *input = in->parser->input;
    if (input != NULL && input->end - input->base > SEL_XML_TAG_MAX)
        return refuse_bytes(in, SEL_STR("a tag is longer than 131072 bytes"));
    if (xmlDictSize(in->parser->dict) > SEL_XML_NAMES_MAX)
        return refuse_bytes(in, SEL_STR("there are more than 10000 different names"));
    sel_status status = sel_bytes_read(in->bytes, buffer, (size_t)room, &count, in->err);
    if (status != SEL_OK) {
        in->status = status;
        return -1;
    }
    const char *nul = in->may_hold_nul || count == 0 ? NULL : memchr(buffer, '\0', count);
    if (nul != NULL)
        return refuse_bytes(in,
                            sel_str_printf(in->arena, "byte %" PRIu64 " is NUL: this is no text",
                                           in->delivered + (uint64_t)(nul - buffer) + 1));
    in->delivered += count;
    return (int)count;
}

/* Keeps the first complaint that makes the file ill-formed; undeclared prefixes do not. */
static void on_fault(void *to, xmlErrorPtr fault)
{
    reading *in = to;
    if (fault->code == XML_NS_ERR_UNDEFINED_NAMESPACE && in->format->undeclared != NULL)
        in->format->undeclared(in->format->to, fault->line > 0 ? (uint64_t)fault->line : 0,
                               sel_str_of(fault->str1));
    if (fault->level != XML_ERR_FATAL || in->fault[0] != '\0')
        return;
    sel_str text = sel_str_trim(sel_str_of(fault->message));
    if (sel_str_starts(text, SEL_STR("Input is not proper UTF-8")))
        text = SEL_STR("the letters are not those that the first line names (none named: UTF-8); "
                       "name the right ones there, such as encoding=\"windows-1252\"");
    snprintf(in->fault, sizeof in->fault, "%.*s", SEL_STR_ARG(text));
    for (char *end = in->fault; (end = strchr(end, '\n')) != NULL;)
        *end = ' ';
    in->fault_line = fault->line > 0 ? (uint64_t)fault->line : 0;
    in->fault_column = fault->int2 > 0 ? (uint64_t)fault->int2 : 0;
}

/* --- elements --- */

/* Line and byte where the start tag that was just read begins. */
static void place_of_tag(const reading *in, uint64_t *line, uint64_t *offset)
{
    const xmlParserInput *input = in->parser->input;
    const xmlChar *at = input->cur;
    *line = (uint64_t)input->line;
    while (at > input->base && *at != '<') {
        at -= 1;
        *line -= *at == '\n';
    }
    if (offset == NULL)
        return;
    long consumed = xmlByteConsumed(in->parser);
    long tag = input->cur - at;
    *offset = consumed >= tag ? (uint64_t)(consumed - tag) : 0;
}

static node *new_node(reading *in, const xmlChar *name, const xmlChar **attributes, int count)
{
    node *fresh = sel_arena_array(in->arena, 1, sizeof *fresh);
    fresh->element.name = (const char *)name;
    fresh->text.arena = in->arena;
    sel_xml_attributes_set(&fresh->element, in->arena, attributes, count);
    return fresh;
}

static bool is_kept(const reading *in, const xmlChar *name)
{
    for (const char *const *kept = in->format->kept; *kept != NULL; kept++)
        if (xmlStrEqual(name, BAD_CAST * kept))
            return true;
    return false;
}

static void begin_root(reading *in, const xmlChar *name, const xmlChar **attributes, int count)
{
    node *root = new_node(in, name, attributes, count);
    place_of_tag(in, &root->element.line, NULL);
    sel_error_place(in->err, sel_bytes_name(in->bytes).ptr, root->element.line, 0);
    in->status = in->format->root(in->format->to, &root->element, in->err);
    if (in->status != SEL_OK)
        xmlStopParser(in->parser);
    else
        sel_error_place(in->err, sel_bytes_name(in->bytes).ptr, 0, 0);
}

static void begin_record(reading *in, const xmlChar *name, const xmlChar **attributes, int count)
{
    uint64_t ordinal = in->record.place.ordinal + 1;
    in->current = new_node(in, name, attributes, count);
    in->record = (sel_xml_record){.element = &in->current->element};
    place_of_tag(in, &in->record.place.line, &in->record.place.offset);
    in->record.place.ordinal = ordinal;
    in->current->element.line = in->record.place.line;
}

static void begin_child(reading *in, const xmlChar *name, const xmlChar **attributes, int count)
{
    node *fresh = new_node(in, name, attributes, count);
    place_of_tag(in, &fresh->element.line, NULL);
    fresh->parent = in->current;
    if (in->current->last == NULL)
        in->current->element.children = &fresh->element;
    else
        in->current->last->element.next = &fresh->element;
    in->current->last = fresh;
    in->current = fresh;
}

/* Over a cap: forget what the record holds and skip to its end. */
static void give_up_record(reading *in)
{
    while (in->current->parent != NULL) {
        in->current = in->current->parent;
        in->skipped += 1;
    }
    in->record.too_large = true;
    in->current->element.children = NULL;
    in->current->last = NULL;
    in->current->text = (sel_text){.arena = in->arena};
}

static bool may_be_record(const reading *in)
{
    return in->format->within == NULL ? in->depth <= 2 : in->depth == 3;
}

/* The root and what stands between it and the records. */
static bool is_frame(const reading *in, const xmlChar *name)
{
    return in->depth == 1 || (in->depth == 2 && in->format->within != NULL &&
                              xmlStrEqual(name, BAD_CAST in->format->within));
}

static void on_start(void *to, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespaces, const xmlChar **declared, int count, int defaulted,
                     const xmlChar **attributes)
{
    (void)namespaces;
    (void)declared;
    (void)defaulted;
    reading *in = to;
    in->depth += 1;
    if (in->depth > SEL_XML_DEPTH_MAX) {
        refuse(in, (uint64_t)in->parser->input->line, "elements are nested deeper than 64 levels");
        return;
    }
    if (in->depth == 1) {
        in->own_namespace = uri;
        begin_root(in, name, attributes, count);
        if (in->status != SEL_OK)
            return;
    }
    bool foreign = !xmlStrEqual(uri, in->own_namespace) || (prefix != NULL && uri == NULL);
    if (in->skipped > 0 || foreign || in->record.too_large) {
        in->skipped += 1;
    } else if (in->current == NULL) {
        if (may_be_record(in) && strcmp((const char *)name, in->format->record) == 0)
            begin_record(in, name, attributes, count);
        else if (!is_frame(in, name))
            in->skipped += 1;
    } else if (in->current->parent == NULL && !is_kept(in, name)) {
        in->skipped += 1;
    } else {
        begin_child(in, name, attributes, count);
        if (sel_arena_bytes(in->arena) > SEL_XML_RECORD_MAX)
            give_up_record(in);
    }
}

static void end_record(reading *in)
{
    in->current = NULL;
    if (!in->format->take(in->format->to, &in->record)) {
        in->stopped = true;
        xmlStopParser(in->parser);
    }
    in->record.too_large = false;
    sel_arena_reset(in->arena);
}

static void on_end(void *to, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    (void)name;
    (void)prefix;
    (void)uri;
    reading *in = to;
    in->depth -= 1;
    if (in->skipped > 0) {
        in->skipped -= 1;
    } else if (in->current != NULL) {
        sel_str text = sel_text_str(&in->current->text);
        in->current->element.text = in->format->verbatim ? text : sel_str_trim(text);
        in->current->element.padded |= in->current->element.text.len != text.len;
        node *parent = in->current->parent;
        if (parent == NULL)
            end_record(in);
        else
            in->current = parent;
    }
}

static void on_text(void *to, const xmlChar *bytes, int count)
{
    reading *in = to;
    if (in->current == NULL || in->skipped > 0 || in->record.too_large)
        return;
    sel_text *text = &in->current->text;
    sel_str more = {(const char *)bytes, (size_t)count};
    if (!in->format->verbatim && text->len == 0 && sel_str_trim(more).len == 0) {
        in->current->element.padded = true;
        return;
    }
    if (text->len + more.len > SEL_XML_TEXT_MAX ||
        sel_arena_bytes(in->arena) > SEL_XML_RECORD_MAX) {
        give_up_record(in);
        return;
    }
    sel_text_add(text, more);
}

static void on_doctype(void *to, const xmlChar *name, const xmlChar *public_id,
                       const xmlChar *system_id)
{
    (void)name;
    (void)public_id;
    (void)system_id;
    reading *in = to;
    refuse(in, (uint64_t)in->parser->input->line,
           "a DOCTYPE is not allowed here and must be removed");
}

/* --- the whole file --- */

static sel_status parse(reading *in)
{
    xmlSAXHandler events = {
        .internalSubset = on_doctype,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .serror = on_fault,
        .initialized = XML_SAX2_MAGIC,
    };
    in->parser = xmlCreateIOParserCtxt(&events, in, give_bytes, NULL, in, XML_CHAR_ENCODING_NONE);
    if (in->parser == NULL)
        return sel_fail(in->err, SEL_BAD_INPUT, "cannot be read as XML");
    xmlCtxtUseOptions(in->parser, XML_PARSE_NONET | XML_PARSE_COMPACT);
    xmlParseDocument(in->parser);
    bool well_formed = in->parser->wellFormed != 0;
    xmlFreeParserCtxt(in->parser);
    if (in->status != SEL_OK || in->stopped)
        return in->status;
    if (well_formed && in->fault[0] == '\0')
        return SEL_OK;
    sel_error_place(in->err, sel_bytes_name(in->bytes).ptr, in->fault_line, in->fault_column);
    return sel_fail(in->err, SEL_BAD_INPUT, "not well-formed XML: %s",
                    in->fault[0] == '\0' ? "unknown fault" : in->fault);
}

sel_status sel_xml_records_read(sel_bytes *bytes, const sel_xml_format *format, sel_error *err)
{
    sel_str begin = sel_bytes_peek(bytes);
    const char *other = sel_file_kind_not_xml(begin);
    sel_error_place(err, sel_bytes_name(bytes).ptr, 0, 0);
    if (other != NULL)
        return sel_fail(err, SEL_BAD_INPUT, "'%s' is %s, not an XML file",
                        sel_bytes_name(bytes).ptr, other);
    reading in = {
        .format = format,
        .bytes = bytes,
        .may_hold_nul = sel_file_kind_is_utf16(begin),
        .arena = sel_arena_create(),
        .err = err,
    };
    /* Faults of the decoder reach libxml2's own handler, which would print them. */
    xmlStructuredErrorFunc before = xmlStructuredError;
    void *before_to = xmlStructuredErrorContext;
    xmlSetStructuredErrorFunc(&in, on_fault);
    sel_status status = parse(&in);
    xmlSetStructuredErrorFunc(before_to, before);
    sel_arena_destroy(in.arena);
    return status;
}
