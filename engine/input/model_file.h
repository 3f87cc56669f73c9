/** model_file.h - a model from models/<id>.yaml.
 *
 * The document tree of libyaml is read by tables of fields; all faults are
 * found in one run, each with line and column. Unknown and duplicate keys,
 * anchors, aliases and tags are refused, so are infinite numbers and files of 64 KiB and more. */
#ifndef SEL_INPUT_MODEL_FILE_H
#define SEL_INPUT_MODEL_FILE_H

#include "base/issues.h"
#include "domain/model.h"
#include "input/bytes.h"

/** Load a model; texts go to arena. Faults are in issues (codes E_MODEL_*); then the status is
 *  SEL_BAD_INPUT and err tells the first of them. */
SEL_CHECKED
sel_status sel_model_load(const char *path, sel_arena *arena, sel_model *model, sel_issues *issues,
                          sel_error *err);

/** The same from memory; name stands for the file. */
SEL_CHECKED
sel_status sel_model_parse(const char *name, sel_str text, sel_arena *arena, sel_model *model,
                           sel_issues *issues, sel_error *err);

#endif
