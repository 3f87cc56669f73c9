#include "input/yaml_record.h"

#include "base/nearest.h"
#include "base/number.h"
#include "input/yaml_plain.h"

#include <math.h>

/* A reading with the libyaml tree and the path of keys to where it is. */
typedef struct walk {
    sel_yaml_reading *reading;
    yaml_document_t *document;
    sel_str path; /* "overlap."; empty at the top */
} walk;

static const yaml_node_t *node_at(const walk *at, int index)
{
    return yaml_document_get_node(at->document, index);
}

static sel_str scalar_of(const yaml_node_t *node)
{
    if (node->type != YAML_SCALAR_NODE)
        return (sel_str){0};
    return (sel_str){(const char *)node->data.scalar.value, node->data.scalar.length};
}

static sel_str path_to(const walk *at, const char *key)
{
    return sel_str_printf(at->reading->arena, "%.*s%s", SEL_STR_ARG(at->path), key);
}

static void fault(const walk *at, const char *code, const yaml_node_t *node,
                  const sel_yaml_field *field, const char *expected)
{
    sel_yaml_report_at(at->reading, code, node->start_mark,
                       (sel_issue){.subject = path_to(at, field->key),
                                   .found = scalar_of(node),
                                   .expected = sel_str_of(expected)});
}

static void remember(const walk *at, const void *value, const yaml_node_t *node, bool absent)
{
    sel_yaml_reading *reading = at->reading;
    reading->places = sel_arena_one_more(reading->arena, reading->places, reading->place_count,
                                         &reading->place_room, sizeof *reading->places);
    reading->places[reading->place_count++] = (sel_yaml_place){
        value, node->start_mark.line + 1, (uint32_t)node->start_mark.column + 1, absent};
}

/* Whether a node has a text: not a list or mapping, and not one of YAML's ways to write nothing. */
static bool has_text(const yaml_node_t *node)
{
    static const char *const nothing[] = {"", "~", "null", "Null", "NULL"};
    if (node->type != YAML_SCALAR_NODE || node->data.scalar.length == 0)
        return false;
    if (node->data.scalar.style != YAML_PLAIN_SCALAR_STYLE)
        return true;
    for (size_t i = 0; i < sizeof nothing / sizeof nothing[0]; i++)
        if (sel_str_is(scalar_of(node), nothing[i]))
            return false;
    return true;
}

static bool is_whole(sel_yaml_kind kind)
{
    return kind == SEL_YAML_WHOLE || kind == SEL_YAML_COUNT || kind == SEL_YAML_LONG_COUNT;
}

static const char *number_wanted(sel_yaml_kind kind, const yaml_node_t *node)
{
    if (node->type == YAML_SCALAR_NODE && node->data.scalar.style != YAML_PLAIN_SCALAR_STYLE)
        return "a number without quotes";
    if (is_whole(kind))
        return "a whole number";
    if (kind == SEL_YAML_HUNDREDTHS)
        return "a number with at most two decimals";
    return kind == SEL_YAML_BASIS_POINTS ? "a number with at most four decimals" : "a number";
}

/* The whole number that a text of the kind is kept as; false when it has too many decimals. */
static bool parse_whole(sel_yaml_kind kind, sel_str text, double written, int64_t *whole)
{
    if (kind == SEL_YAML_HUNDREDTHS)
        return sel_number_hundredths(text, whole);
    if (is_whole(kind))
        return sel_number_integer(text, whole);
    *whole = llround(written * 10000);
    return fabs(written * 10000 - (double)*whole) < 1e-6;
}

static bool is_within(const walk *at, const sel_yaml_field *field, const yaml_node_t *node,
                      double written)
{
    char least[SEL_NUMBER_ROOM];
    char most[SEL_NUMBER_ROOM];
    if (written >= field->least && written <= field->most)
        return true;
    sel_str range =
        sel_str_printf(at->reading->arena, "%s to %s", sel_number_text(field->least, least),
                       sel_number_text(field->most, most));
    fault(at, "E_YAML_RANGE", node, field, range.ptr);
    return false;
}

/* Numbers and texts are remembered once they are read. */
static void read_number(const walk *at, const sel_yaml_field *field, sel_yaml_kind kind,
                        const yaml_node_t *node, void *value)
{
    double written = 0;
    int64_t whole = 0;
    bool plain =
        node->type == YAML_SCALAR_NODE && node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if (!plain || !sel_number_real(scalar_of(node), &written)) {
        fault(at, "E_YAML_NUMBER", node, field, number_wanted(kind, node));
        return;
    }
    if (!is_within(at, field, node, written))
        return;
    if (kind != SEL_YAML_REAL && !parse_whole(kind, scalar_of(node), written, &whole)) {
        fault(at, "E_YAML_NUMBER", node, field, number_wanted(kind, node));
        return;
    }
    remember(at, value, node, false);
    if (kind == SEL_YAML_REAL || kind == SEL_YAML_WHOLE)
        memcpy(value, &written, sizeof written);
    else if (kind == SEL_YAML_HUNDREDTHS)
        memcpy(value, &whole, sizeof whole);
    else if (kind == SEL_YAML_LONG_COUNT)
        memcpy(value, &(uint64_t){(uint64_t)whole}, sizeof(uint64_t));
    else
        memcpy(value, &(uint32_t){(uint32_t)whole}, sizeof(uint32_t));
}

static void read_text(const walk *at, const sel_yaml_field *field, const yaml_node_t *node,
                      void *value)
{
    if (has_text(node)) {
        sel_str text = sel_str_copy(at->reading->arena, scalar_of(node));
        memcpy(value, &text, sizeof text);
        remember(at, value, node, false);
    } else {
        fault(at, node->type == YAML_SCALAR_NODE ? "E_YAML_EMPTY" : "E_YAML_SHAPE", node, field,
              "a text");
    }
}

static void read_mapping(const walk *at, const sel_yaml_field *fields, const yaml_node_t *node,
                         unsigned char *into);

static void read_record(const walk *at, const sel_yaml_field *field, const yaml_node_t *node,
                        unsigned char *into)
{
    if (node->type != YAML_MAPPING_NODE) {
        fault(at, "E_YAML_SHAPE", node, field, "keys with values");
        return;
    }
    walk inside = *at;
    inside.path = sel_str_printf(at->reading->arena, "%.*s%s.", SEL_STR_ARG(at->path), field->key);
    read_mapping(&inside, field->fields, node, into);
}

static void read_item(const walk *at, const sel_yaml_field *field, const yaml_node_t *node,
                      unsigned char *value)
{
    if (field->kind == SEL_YAML_TEXTS)
        read_text(at, field, node, value);
    else if (field->kind == SEL_YAML_REALS)
        read_number(at, field, SEL_YAML_REAL, node, value);
    else
        read_record(at, field, node, value);
}

static size_t item_size(const sel_yaml_field *field)
{
    return field->kind == SEL_YAML_TEXTS   ? sizeof(sel_str)
           : field->kind == SEL_YAML_REALS ? sizeof(double)
                                           : field->size;
}

static void read_list(const walk *at, const sel_yaml_field *field, const yaml_node_t *node,
                      unsigned char *into)
{
    if (node->type != YAML_SEQUENCE_NODE) {
        fault(at, "E_YAML_SHAPE", node, field, "a list");
        return;
    }
    uint32_t count = 0;
    for (const yaml_node_item_t *item = node->data.sequence.items.start;
         item < node->data.sequence.items.top; item++, count++)
        if (count < field->room)
            read_item(at, field, node_at(at, *item),
                      into + field->offset + count * item_size(field));
    bool exact = field->kind == SEL_YAML_REALS;
    if (count > field->room || count == 0 || (exact && count < field->room)) {
        sel_str wanted = sel_str_printf(at->reading->arena, exact ? "%u" : "1 to %u", field->room);
        fault(at, "E_YAML_ITEMS", node, field, wanted.ptr);
    }
    if (!exact)
        memcpy(into + field->count_offset, &(uint32_t){count < field->room ? count : field->room},
               sizeof(uint32_t));
}

static void read_field(const walk *at, const sel_yaml_field *field, const yaml_node_t *node,
                       unsigned char *into)
{
    unsigned char *value = into + field->offset;
    switch (field->kind) {
    case SEL_YAML_TEXT:
        read_text(at, field, node, value);
        return;
    case SEL_YAML_REAL:
    case SEL_YAML_WHOLE:
    case SEL_YAML_COUNT:
    case SEL_YAML_LONG_COUNT:
    case SEL_YAML_BASIS_POINTS:
    case SEL_YAML_HUNDREDTHS:
        read_number(at, field, field->kind, node, value);
        return;
    case SEL_YAML_TEXTS:
    case SEL_YAML_REALS:
    case SEL_YAML_RECORDS:
        read_list(at, field, node, into);
        return;
    case SEL_YAML_RECORD:
        read_record(at, field, node, into);
        return;
    }
}

static const sel_yaml_field *find_field(const sel_yaml_field *fields, sel_str key)
{
    for (const sel_yaml_field *field = fields; field->key != NULL; field++)
        if (sel_str_is(key, field->key))
            return field;
    return NULL;
}

/* The key that was probably meant. */
static sel_str nearest_key(const sel_yaml_field *fields, sel_str key)
{
    sel_nearest nearest = sel_nearest_start(key);
    for (const sel_yaml_field *field = fields; field->key != NULL; field++)
        sel_nearest_offer(&nearest, sel_str_of(field->key));
    return nearest.name;
}

static void remember_absent(const walk *at, const sel_yaml_field *field, const yaml_node_t *mapping,
                            const unsigned char *into)
{
    if (field->kind != SEL_YAML_RECORD) {
        remember(at, into + field->offset, mapping, true);
        return;
    }
    for (const sel_yaml_field *inside = field->fields; inside->key != NULL; inside++)
        remember_absent(at, inside, mapping, into);
}

static void leave_out(const walk *at, const sel_yaml_field *field, const yaml_node_t *mapping,
                      const unsigned char *into)
{
    if (field->optional)
        remember_absent(at, field, mapping, into);
    else
        sel_yaml_report_at(
            at->reading, "E_YAML_MISSING", mapping->start_mark,
            (sel_issue){.subject = path_to(at, field->key), .expected = sel_str_of(field->key)});
}

static void read_mapping(const walk *at, const sel_yaml_field *fields, const yaml_node_t *node,
                         unsigned char *into)
{
    bool seen[SEL_YAML_FIELDS_MAX] = {false};
    for (const yaml_node_pair_t *pair = node->data.mapping.pairs.start;
         pair < node->data.mapping.pairs.top; pair++) {
        const yaml_node_t *key = node_at(at, pair->key);
        const sel_yaml_field *field = find_field(fields, scalar_of(key));
        if (field == NULL) {
            sel_yaml_report_at(at->reading, "E_YAML_UNKNOWN", key->start_mark,
                               (sel_issue){.subject = path_to(at, ""),
                                           .found = scalar_of(key),
                                           .suggestion = nearest_key(fields, scalar_of(key))});
        } else if (seen[field - fields]) {
            fault(at, "E_YAML_TWICE", key, field, "");
        } else {
            seen[field - fields] = true;
            read_field(at, field, node_at(at, pair->value), into);
        }
    }
    for (const sel_yaml_field *field = fields; field->key != NULL; field++)
        if (!seen[field - fields])
            leave_out(at, field, node, into);
}

static void read_tree(sel_yaml_reading *reading, sel_str text, const sel_yaml_field *fields,
                      void *into)
{
    yaml_parser_t parser;
    yaml_document_t document;
    if (!sel_yaml_start(reading, text, &parser))
        return;
    if (yaml_parser_load(&parser, &document) == 0) {
        sel_yaml_report_syntax(reading, text, &parser);
    } else {
        const yaml_node_t *root = yaml_document_get_root_node(&document);
        walk top = {.reading = reading, .document = &document};
        if (root == NULL || root->type != YAML_MAPPING_NODE)
            sel_yaml_report_at(reading, "E_YAML_SHAPE",
                               root == NULL ? (yaml_mark_t){0} : root->start_mark,
                               (sel_issue){.expected = SEL_STR("keys with values")});
        else
            read_mapping(&top, fields, root, into);
        yaml_document_delete(&document);
    }
    yaml_parser_delete(&parser);
}

void sel_yaml_read(sel_yaml_reading *reading, sel_str text, const sel_yaml_field *fields,
                   void *into)
{
    if (!sel_str_is_utf8(text))
        sel_yaml_report_at(reading, "E_YAML_LETTERS", (yaml_mark_t){0}, (sel_issue){0});
    else if (sel_yaml_is_plain(reading, text))
        read_tree(reading, text, fields, into);
}

static const sel_yaml_place *place_of(const sel_yaml_reading *reading, const void *value)
{
    for (uint32_t i = 0; i < reading->place_count; i++)
        if (reading->places[i].value == value)
            return &reading->places[i];
    return NULL;
}

bool sel_yaml_was_read(const sel_yaml_reading *reading, const void *value)
{
    const sel_yaml_place *place = place_of(reading, value);
    return place != NULL && !place->absent;
}

bool sel_yaml_was_left_out(const sel_yaml_reading *reading, const void *value)
{
    const sel_yaml_place *place = place_of(reading, value);
    return place != NULL && place->absent;
}

void sel_yaml_report(const sel_yaml_reading *reading, const void *value, sel_issue issue)
{
    const sel_yaml_place *place = place_of(reading, value);
    issue.source = reading->source;
    issue.line = place == NULL ? 0 : place->line;
    issue.column = place == NULL ? 0 : place->column;
    sel_issues_add(reading->issues, &issue);
}
