#include "input/yaml_plain.h"

void sel_yaml_report_at(const sel_yaml_reading *reading, const char *code, yaml_mark_t mark,
                        sel_issue issue)
{
    issue.code = code;
    issue.source = reading->source;
    issue.line = mark.line + 1;
    issue.column = (uint32_t)mark.column + 1;
    sel_issues_add(reading->issues, &issue);
}

static yaml_mark_t mark_at(sel_str text, size_t offset)
{
    yaml_mark_t mark = {.index = offset};
    for (size_t i = 0; i < offset && i < text.len; i++) {
        mark.column = text.ptr[i] == '\n' ? 0 : mark.column + 1;
        mark.line += text.ptr[i] == '\n' ? 1 : 0;
    }
    return mark;
}

void sel_yaml_report_syntax(const sel_yaml_reading *reading, sel_str text,
                            const yaml_parser_t *parser)
{
    /* Characters that no YAML file may have are told by their byte only. */
    bool character = parser->error == YAML_READER_ERROR;
    sel_yaml_report_at(reading, "E_YAML_SYNTAX",
                       character ? mark_at(text, parser->problem_offset) : parser->problem_mark,
                       (sel_issue){.found = sel_str_of(parser->problem)});
}

bool sel_yaml_start(const sel_yaml_reading *reading, sel_str text, yaml_parser_t *parser)
{
    if (yaml_parser_initialize(parser) == 0) {
        sel_yaml_report_at(reading, "E_YAML_SYNTAX", (yaml_mark_t){0},
                           (sel_issue){.found = SEL_STR("libyaml could not be started")});
        return false;
    }
    const char *bytes = text.len == 0 ? "" : text.ptr; /* libyaml insists on a pointer */
    yaml_parser_set_input_string(parser, (const unsigned char *)bytes, text.len);
    return true;
}

static void check_event(const sel_yaml_reading *reading, const yaml_event_t *event,
                        uint32_t *documents)
{
    const yaml_char_t *anchor = NULL;
    const yaml_char_t *tag = NULL;
    if (event->type == YAML_ALIAS_EVENT) {
        anchor = event->data.alias.anchor;
    } else if (event->type == YAML_SCALAR_EVENT) {
        anchor = event->data.scalar.anchor;
        tag = event->data.scalar.tag;
    } else if (event->type == YAML_SEQUENCE_START_EVENT) {
        anchor = event->data.sequence_start.anchor;
        tag = event->data.sequence_start.tag;
    } else if (event->type == YAML_MAPPING_START_EVENT) {
        anchor = event->data.mapping_start.anchor;
        tag = event->data.mapping_start.tag;
    } else if (event->type == YAML_DOCUMENT_START_EVENT) {
        *documents += 1;
        if (*documents == 2)
            sel_yaml_report_at(reading, "E_YAML_DOCUMENTS", event->start_mark, (sel_issue){0});
    }
    if (anchor != NULL)
        sel_yaml_report_at(reading, "E_YAML_ANCHOR", event->start_mark,
                           (sel_issue){.found = sel_str_of((const char *)anchor)});
    if (tag != NULL)
        sel_yaml_report_at(reading, "E_YAML_TAG", event->start_mark,
                           (sel_issue){.found = sel_str_of((const char *)tag)});
}

bool sel_yaml_is_plain(const sel_yaml_reading *reading, sel_str text)
{
    yaml_parser_t parser;
    if (!sel_yaml_start(reading, text, &parser))
        return false;
    uint32_t documents = 0;
    bool well_formed = true;
    for (bool more = true; more;) {
        yaml_event_t event;
        well_formed = yaml_parser_parse(&parser, &event) != 0;
        if (!well_formed) {
            sel_yaml_report_syntax(reading, text, &parser);
            break;
        }
        check_event(reading, &event, &documents);
        more = event.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return well_formed;
}
