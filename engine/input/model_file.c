#include "input/model_file.h"

#include "base/number.h"

#include <yaml.h>

/* What a field holds and where it goes in the structure being filled. */
typedef enum field_type {
    TEXT,
    REAL,
    COUNT,
    SEED,
    BASIS_POINTS,
    HUNDREDTHS,
    REALS,
    TEXTS,
    PART,
    PARTS
} field_type;

typedef struct reading reading;

typedef struct field {
    const char *key;
    field_type type;
    size_t offset;
    double low; /* numbers: smallest and largest */
    double high;
    const struct field *fields;                         /* PART: in the same structure */
    void (*parts)(reading *r, const yaml_node_t *list); /* PARTS */
} field;

struct reading {
    yaml_document_t document;
    sel_arena *arena;
    sel_model *model;
    sel_issues *issues;
    sel_str source;
};

static void report(const reading *r, const char *code, const yaml_node_t *node, sel_str found,
                   sel_str suggestion)
{
    sel_issues_add(r->issues, &(sel_issue){.code = code,
                                           .source = r->source,
                                           .line = node->start_mark.line + 1,
                                           .column = (uint32_t)node->start_mark.column + 1,
                                           .found = found,
                                           .suggestion = suggestion});
}

static sel_str scalar_of(const yaml_node_t *node)
{
    if (node->type != YAML_SCALAR_NODE)
        return (sel_str){0};
    return (sel_str){(const char *)node->data.scalar.value, node->data.scalar.length};
}

static const yaml_node_t *node_at(reading *r, int index)
{
    return yaml_document_get_node(&r->document, index);
}

static void set_number(reading *r, const field *f, void *into, const yaml_node_t *node)
{
    double value;
    if (!sel_number_real(scalar_of(node), &value) || value < f->low || value > f->high) {
        report(r, "E_MODEL_NUMBER", node, scalar_of(node),
               sel_str_printf(r->arena, "%g-%g", f->low, f->high));
        return;
    }
    unsigned char *place = (unsigned char *)into + f->offset;
    if (f->type == REAL)
        memcpy(place, &value, sizeof value);
    else if (f->type == HUNDREDTHS)
        memcpy(place, &(int64_t){(int64_t)(value * 100 + 0.5)}, sizeof(int64_t));
    else if (f->type == BASIS_POINTS)
        memcpy(place, &(uint32_t){(uint32_t)(value * 10000 + 0.5)}, sizeof(uint32_t));
    else if (value != (double)(uint32_t)value)
        report(r, "E_MODEL_WHOLE", node, scalar_of(node), (sel_str){0});
    else if (f->type == SEED)
        memcpy(place, &(uint64_t){(uint64_t)value}, sizeof(uint64_t));
    else
        memcpy(place, &(uint32_t){(uint32_t)value}, sizeof(uint32_t));
}

static void set_text(reading *r, const field *f, void *into, const yaml_node_t *node)
{
    sel_str text = sel_str_copy(r->arena, scalar_of(node));
    if (text.len == 0)
        report(r, "E_MODEL_TEXT", node, text, (sel_str){0});
    memcpy((unsigned char *)into + f->offset, &text, sizeof text);
}

/* A list of exactly six numbers: one per severity. */
static void set_reals(reading *r, const field *f, void *into, const yaml_node_t *node)
{
    double values[6];
    size_t count = 0;
    if (node->type == YAML_SEQUENCE_NODE)
        for (const yaml_node_item_t *item = node->data.sequence.items.start;
             item < node->data.sequence.items.top; item++, count++) {
            const yaml_node_t *number = node_at(r, *item);
            if (count < 6 && (!sel_number_real(scalar_of(number), &values[count]) ||
                              values[count] < f->low || values[count] > f->high))
                report(r, "E_MODEL_NUMBER", number, scalar_of(number), (sel_str){0});
        }
    if (count != 6)
        report(r, "E_MODEL_SIX", node, (sel_str){0}, (sel_str){0});
    else
        memcpy((unsigned char *)into + f->offset, values, sizeof values);
}

static void set_indicators(reading *r, void *into, const yaml_node_t *node)
{
    sel_criterion *criterion = into;
    if (node->type != YAML_SEQUENCE_NODE) {
        report(r, "E_MODEL_LIST", node, scalar_of(node), (sel_str){0});
        return;
    }
    for (const yaml_node_item_t *item = node->data.sequence.items.start;
         item < node->data.sequence.items.top; item++) {
        const yaml_node_t *name = node_at(r, *item);
        if (criterion->indicator_count == SEL_CRITERION_INDICATORS_MAX)
            report(r, "E_MODEL_TOO_MANY", name, scalar_of(name), (sel_str){0});
        else if (scalar_of(name).len == 0)
            report(r, "E_MODEL_TEXT", name, (sel_str){0}, (sel_str){0});
        else
            criterion->indicators[criterion->indicator_count++] =
                sel_str_copy(r->arena, scalar_of(name));
    }
}

static void read_fields(reading *r, const field *fields, void *into, const yaml_node_t *node);

static void set_field(reading *r, const field *f, void *into, const yaml_node_t *node)
{
    switch (f->type) {
    case TEXT:
        set_text(r, f, into, node);
        return;
    case REAL:
    case COUNT:
    case SEED:
    case BASIS_POINTS:
    case HUNDREDTHS:
        set_number(r, f, into, node);
        return;
    case REALS:
        set_reals(r, f, into, node);
        return;
    case TEXTS:
        set_indicators(r, into, node);
        return;
    case PART:
        read_fields(r, f->fields, into, node);
        return;
    case PARTS:
        f->parts(r, node);
        return;
    }
}

static const field *find_field(const field *fields, sel_str key)
{
    for (const field *f = fields; f->key != NULL; f++)
        if (sel_str_is(key, f->key))
            return f;
    return NULL;
}

static sel_str nearest_key(const field *fields, sel_str key)
{
    size_t best = key.len / 3 + 2;
    sel_str nearest = {0};
    for (const field *f = fields; f->key != NULL; f++) {
        size_t distance = sel_str_distance(key, sel_str_of(f->key), best);
        if (distance < best) {
            best = distance;
            nearest = sel_str_of(f->key);
        }
    }
    return nearest;
}

static void read_fields(reading *r, const field *fields, void *into, const yaml_node_t *node)
{
    enum { FIELDS_MAX = 32 };
    bool seen[FIELDS_MAX] = {false};
    if (node->type != YAML_MAPPING_NODE) {
        report(r, "E_MODEL_FIELDS", node, scalar_of(node), (sel_str){0});
        return;
    }
    for (const yaml_node_pair_t *pair = node->data.mapping.pairs.start;
         pair < node->data.mapping.pairs.top; pair++) {
        const yaml_node_t *key = node_at(r, pair->key);
        const field *f = find_field(fields, scalar_of(key));
        if (f == NULL) {
            report(r, "E_MODEL_KEY", key, scalar_of(key), nearest_key(fields, scalar_of(key)));
        } else if (seen[f - fields]) {
            report(r, "E_MODEL_TWICE", key, scalar_of(key), (sel_str){0});
        } else {
            seen[f - fields] = true;
            set_field(r, f, into, node_at(r, pair->value));
        }
    }
    for (const field *f = fields; f->key != NULL; f++)
        if (!seen[f - fields])
            report(r, "E_MODEL_MISSING", node, sel_str_of(f->key), (sel_str){0});
}

#define AT(structure, member) offsetof(structure, member)

static const field criterion_fields[] = {
    {.key = "id", .type = TEXT, .offset = AT(sel_criterion, id)},
    {.key = "letter", .type = TEXT, .offset = AT(sel_criterion, letter)},
    {.key = "weight", .type = REAL, .offset = AT(sel_criterion, weight), .low = 0, .high = 1e6},
    {.key = "indicators", .type = TEXTS},
    {0}};

static void read_criteria(reading *r, const yaml_node_t *list)
{
    if (list->type != YAML_SEQUENCE_NODE) {
        report(r, "E_MODEL_LIST", list, scalar_of(list), (sel_str){0});
        return;
    }
    sel_model *model = r->model;
    for (const yaml_node_item_t *item = list->data.sequence.items.start;
         item < list->data.sequence.items.top; item++) {
        const yaml_node_t *node = node_at(r, *item);
        if (model->criterion_count == SEL_CRITERIA_MAX) {
            report(r, "E_MODEL_TOO_MANY", node, (sel_str){0}, (sel_str){0});
            return;
        }
        sel_criterion *criterion = &model->criteria[model->criterion_count++];
        read_fields(r, criterion_fields, criterion, node);
        if (criterion->letter.len != 1 || criterion->letter.ptr[0] < 'a' ||
            criterion->letter.ptr[0] > 'd')
            report(r, "E_MODEL_LETTER", node, criterion->letter, SEL_STR("a-d"));
    }
}

static const field overlap_fields[] = {
    {.key = "threshold",
     .type = BASIS_POINTS,
     .offset = AT(sel_model, overlap_threshold_bp),
     .low = 0.0001,
     .high = 1},
    {.key = "floor-days", .type = COUNT, .offset = AT(sel_model, overlap_floor_days), .high = 3660},
    {.key = "money-floor",
     .type = HUNDREDTHS,
     .offset = AT(sel_model, overlap_money_floor),
     .high = 1e12},
    {0}};

static const field window_fields[] = {{.key = "months-before",
                                       .type = COUNT,
                                       .offset = AT(sel_model, window_months_before),
                                       .high = 600},
                                      {.key = "months-after",
                                       .type = COUNT,
                                       .offset = AT(sel_model, window_months_after),
                                       .low = 1,
                                       .high = 600},
                                      {.key = "open-end-months",
                                       .type = COUNT,
                                       .offset = AT(sel_model, open_end_months),
                                       .low = 1,
                                       .high = 600},
                                      {0}};

static const field model_fields[] = {
    {.key = "id", .type = TEXT, .offset = AT(sel_model, id)},
    {.key = "version", .type = TEXT, .offset = AT(sel_model, version)},
    {.key = "title", .type = TEXT, .offset = AT(sel_model, title)},
    {.key = "weighting", .type = TEXT, .offset = AT(sel_model, weighting)},
    {.key = "aggregation", .type = TEXT, .offset = AT(sel_model, aggregation)},
    {.key = "floor", .type = REAL, .offset = AT(sel_model, floor), .low = 1e-6, .high = 0.5},
    {.key = "concentration",
     .type = REAL,
     .offset = AT(sel_model, concentration),
     .high = SEL_CONCENTRATION_MOST},
    {.key = "draws",
     .type = COUNT,
     .offset = AT(sel_model, draws),
     .low = SEL_DRAWS_LEAST,
     .high = SEL_DRAWS_MOST},
    {.key = "seed", .type = SEED, .offset = AT(sel_model, seed), .low = 1, .high = 4294967295.0},
    {.key = "principles", .type = PARTS, .parts = read_criteria},
    {.key = "overlap", .type = PART, .fields = overlap_fields},
    {.key = "ordinal-supply", .type = REALS, .offset = AT(sel_model, ordinal_supply), .high = 100},
    {.key = "window", .type = PART, .fields = window_fields},
    {0}};

/* Weights are written in any scale; ordinal supply must fit quarters, as the integers need it. */
static void settle(reading *r, const yaml_node_t *root)
{
    sel_model *model = r->model;
    double total = 0;
    for (uint32_t i = 0; i < model->criterion_count; i++)
        total += model->criteria[i].weight;
    if (!(total > 0))
        report(r, "E_MODEL_WEIGHTS", root, (sel_str){0}, (sel_str){0});
    for (uint32_t i = 0; i < model->criterion_count && total > 0; i++)
        model->criteria[i].weight /= total;
    for (int i = 0; i < 6; i++)
        if (model->ordinal_supply[i] * 4 != (double)(int)(model->ordinal_supply[i] * 4))
            report(r, "E_MODEL_QUARTERS", root, (sel_str){0}, (sel_str){0});
    if ((model->draws & (model->draws - 1)) != 0)
        report(r, "E_MODEL_POWER", root, (sel_str){0}, (sel_str){0});
}

/* Anchors, aliases and tags make a file mean something else than it seems to say. */
static bool has_tricks(sel_str text, sel_error *err)
{
    yaml_parser_t parser;
    yaml_token_t token;
    bool found = false;
    bool more = yaml_parser_initialize(&parser) != 0;
    yaml_parser_set_input_string(&parser, (const unsigned char *)text.ptr, text.len);
    while (more && !found && yaml_parser_scan(&parser, &token) != 0) {
        more = token.type != YAML_STREAM_END_TOKEN;
        found = token.type == YAML_ANCHOR_TOKEN || token.type == YAML_ALIAS_TOKEN ||
                token.type == YAML_TAG_TOKEN;
        if (found)
            sel_error_place(err, err == NULL ? "" : err->source, token.start_mark.line + 1,
                            token.start_mark.column + 1);
        yaml_token_delete(&token);
    }
    yaml_parser_delete(&parser);
    return found;
}

static sel_status parse_document(reading *r, sel_str text, sel_error *err)
{
    sel_error_place(err, r->source.ptr, 0, 0);
    if (has_tricks(text, err))
        return sel_fail(err, SEL_BAD_INPUT, "anchors, aliases and tags are not allowed in a model");
    yaml_parser_t parser;
    if (yaml_parser_initialize(&parser) == 0)
        return sel_fail(err, SEL_IO, "libyaml could not be started");
    yaml_parser_set_input_string(&parser, (const unsigned char *)text.ptr, text.len);
    bool loaded = yaml_parser_load(&parser, &r->document) != 0;
    if (!loaded) {
        sel_error_place(err, r->source.ptr, parser.problem_mark.line + 1,
                        parser.problem_mark.column + 1);
        sel_fail(err, SEL_BAD_INPUT, "%s", parser.problem == NULL ? "not YAML" : parser.problem);
    }
    yaml_parser_delete(&parser);
    return loaded ? SEL_OK : SEL_BAD_INPUT;
}

static sel_status tell_first(const sel_issues *issues, sel_error *err)
{
    for (uint32_t i = 0; i < issues->group_count; i++) {
        const sel_issue *first = &issues->groups[i]->places[0];
        if (sel_issue_severity(first->code) != SEL_FAULT)
            continue;
        sel_error_place(err, first->source.ptr, first->line, first->column);
        return sel_fail(err, SEL_BAD_INPUT, "the model cannot be used: %s '%.*s'", first->code,
                        SEL_STR_ARG(first->found));
    }
    return SEL_OK;
}

sel_status sel_model_parse(const char *name, sel_str text, sel_arena *arena, sel_model *model,
                           sel_issues *issues, sel_error *err)
{
    *model = (sel_model){0};
    if (text.len == 0)
        text = SEL_STR(""); /* libyaml takes no NULL */
    reading r = {.arena = arena,
                 .model = model,
                 .issues = issues,
                 .source = sel_str_copy(arena, sel_str_of(name))};
    sel_hash_of(text, model->hash);
    sel_status status = parse_document(&r, text, err);
    if (status != SEL_OK)
        return status;
    const yaml_node_t *root = yaml_document_get_root_node(&r.document);
    if (root == NULL) {
        status = sel_fail(err, SEL_BAD_INPUT, "the model file is empty");
    } else {
        read_fields(&r, model_fields, model, root);
        if (sel_issues_allow(issues))
            settle(&r, root);
        status = tell_first(issues, err);
    }
    yaml_document_delete(&r.document);
    return status;
}

sel_status sel_model_load(const char *path, sel_arena *arena, sel_model *model, sel_issues *issues,
                          sel_error *err)
{
    sel_bytes *bytes = NULL;
    sel_status status = sel_bytes_open(path, &bytes, err);
    if (status != SEL_OK)
        return status;
    sel_str beginning = sel_bytes_peek(bytes);
    if (beginning.len == SEL_BYTES_PEEK)
        status = sel_fail(err, SEL_BAD_INPUT, "the model file is larger than 64 KiB");
    else
        status = sel_model_parse(path, sel_str_copy(arena, beginning), arena, model, issues, err);
    sel_bytes_close(bytes);
    return status;
}
