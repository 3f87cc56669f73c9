/** model_file.h - a model from models/<id>.yaml (format: models/README.md).
 *
 * All faults are found in one run, each with line and column: those of any
 * YAML record (codes E_YAML_*, yaml_record.h) and those of a model's meaning
 * (codes E_MODEL_*). Whether methods and indicators exist is for whoever uses
 * the model: they are not known here. */
#ifndef SEL_INPUT_MODEL_FILE_H
#define SEL_INPUT_MODEL_FILE_H

#include "base/issues.h"
#include "domain/model.h"
#include "input/yaml_record.h"

/** Largest model file in bytes, exclusive. */
enum { SEL_MODEL_FILE_MAX = 65536 };

/** Load a model; texts go to arena. With faults the status is SEL_BAD_INPUT, err tells the first
 *  with its place and how many there are, and the model is not to be used. Weights that are written
 *  sum to 1; one of 0 stays 0 and is noted (N_MODEL_WEIGHT_ZERO). Weights that are to be found
 *  are 0. */
SEL_CHECKED
sel_status sel_model_load(const char *path, sel_arena *arena, sel_model *model, sel_issues *issues,
                          sel_error *err);

/** Text of a model file into arena. SEL_NOT_FOUND, SEL_IO; SEL_BAD_INPUT when it is too large. */
SEL_CHECKED
sel_status sel_model_text(const char *path, sel_arena *arena, sel_str *text, sel_error *err);

/** Read a model, so that whoever knows the methods can report further faults at the places of its
 *  values. Its issues say whether it can be used. */
void sel_model_read(sel_yaml_reading *reading, sel_str text, sel_model *model);

/** SEL_OK when nothing refuses the model, else SEL_BAD_INPUT with the first fault, its place and
 *  how many there are; err may be NULL. */
SEL_CHECKED sel_status sel_model_refuse(const sel_issues *issues, sel_error *err);

/** A model from memory, as sel_model_load; name stands for the file. */
SEL_CHECKED
sel_status sel_model_parse(const char *name, sel_str text, sel_arena *arena, sel_model *model,
                           sel_issues *issues, sel_error *err);

#endif
