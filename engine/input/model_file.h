/** model_file.h - a model from models/<id>.yaml (format: models/README.md).
 *
 * All faults are found in one run, each with line and column: those of any
 * YAML record (codes E_YAML_*, yaml_record.h) and those of a model's meaning
 * (codes E_MODEL_*). Whether the aggregation and the indicators exist is for
 * whoever uses the model: they are not known here. */
#ifndef SEL_INPUT_MODEL_FILE_H
#define SEL_INPUT_MODEL_FILE_H

#include "base/issues.h"
#include "domain/model.h"

/** Largest model file in bytes, exclusive. */
enum { SEL_MODEL_FILE_MAX = 65536 };

/** Load a model; texts go to arena. With faults the status is SEL_BAD_INPUT, err tells the first
 *  with its place and how many there are, and the model is not to be used. Weights sum to 1; one of
 *  0 stays 0 and is noted (N_MODEL_WEIGHT_ZERO). */
SEL_CHECKED
sel_status sel_model_load(const char *path, sel_arena *arena, sel_model *model, sel_issues *issues,
                          sel_error *err);

/** The same from memory; name stands for the file. */
SEL_CHECKED
sel_status sel_model_parse(const char *name, sel_str text, sel_arena *arena, sel_model *model,
                           sel_issues *issues, sel_error *err);

#endif
