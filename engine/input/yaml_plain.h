/** yaml_plain.h - that a YAML file says what it seems to say. Private to yaml_record.
 *
 * A pass over libyaml's events before the tree is built, since the tree no
 * longer tells anchors, aliases, tags and further documents. */
#ifndef SEL_INPUT_YAML_PLAIN_H
#define SEL_INPUT_YAML_PLAIN_H

#include "input/yaml_record.h"

#include <yaml.h>

/** Add an issue at a mark. */
void sel_yaml_report_at(const sel_yaml_reading *reading, const char *code, yaml_mark_t mark,
                        sel_issue issue);

/** Report where in text libyaml gave up. */
void sel_yaml_report_syntax(const sel_yaml_reading *reading, sel_str text,
                            const yaml_parser_t *parser);

/** Start a parser on UTF-8 text; on failure, which is reported, there is nothing to delete. */
bool sel_yaml_start(const sel_yaml_reading *reading, sel_str text, yaml_parser_t *parser);

/** Report everything that is not plain. False when the text is not well-formed, so that there is no
 *  tree to read. */
bool sel_yaml_is_plain(const sel_yaml_reading *reading, sel_str text);

#endif
