/** model_parts.h - what a model file may hold, and whether it makes sense. Private to input. */
#ifndef SEL_INPUT_MODEL_PARTS_H
#define SEL_INPUT_MODEL_PARTS_H

#include "domain/model.h"
#include "input/yaml_record.h"

/** Every key of a model, into a sel_model. */
extern const sel_yaml_field sel_model_fields[];

/** Report what a model that was read cannot mean (codes E_MODEL_*). */
void sel_model_check(const sel_yaml_reading *reading, const sel_model *model);

/** What the file leaves out becomes the usual. */
void sel_model_settle(const sel_yaml_reading *reading, sel_model *model);

/** Weights that are written, in any scale, sum to 1 afterwards; one of 0 is noted. With all of them
 *  0 it is a fault. */
void sel_model_settle_weights(const sel_yaml_reading *reading, sel_model *model);

#endif
