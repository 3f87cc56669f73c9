/** models.h - the models there are, one of them in full, and the methods that a model may name. */
#ifndef SEL_WORK_MODELS_H
#define SEL_WORK_MODELS_H

#include "report/report.h"
#include "work/context.h"
#include "work/model_open.h"

/** Table of the models in the first data folder that has any, by id. SEL_NOT_FOUND, SEL_IO. */
SEL_CHECKED
sel_status sel_models_tell(const sel_context *context, sel_report *report, sel_error *err);

/** Tables of every weighting, normalisation, aggregation, order over several methods and table of
 *  random indices, each with its variant and source. */
void sel_methods_tell(const sel_context *context, sel_report *report);

/** Every part of a model, by id or file: methods with their variants, principles with weights as
 *  found, the figures beside them, constants. SEL_NOT_FOUND; SEL_BAD_INPUT for the first fault. */
SEL_CHECKED
sel_status sel_model_tell(const sel_context *context, const char *name, sel_report *report,
                          sel_error *err);

/** All faults of a model and of its judgements; *refused says whether there is one. */
SEL_CHECKED
sel_status sel_model_check_tell(const sel_context *context, const char *name, sel_report *report,
                                bool *refused, sel_error *err);

/** Let another aggregation, given with --method, stand in the model; a normalisation that it cannot
 *  take gives way to its own. SEL_USAGE when there is none of that name. */
SEL_CHECKED
sel_status sel_model_aggregate_by(sel_model *model, const char *method, sel_error *err);

/** The parts of an opened model, for sel_model_tell. */
void sel_tell_model_parts(const sel_context *context, const sel_model *model,
                          const sel_model_weights *weights, sel_report *report);

#endif
