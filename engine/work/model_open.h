/** model_open.h - a model from its file, with methods looked up and weights found. */
#ifndef SEL_WORK_MODEL_OPEN_H
#define SEL_WORK_MODEL_OPEN_H

#include "analysis/weighting/weighting.h"
#include "base/issues.h"
#include "domain/model.h"
#include "work/context.h"

/** How the weights of a model came about. */
typedef struct sel_model_weights {
    sel_weighting_outcome outcome; /**< weights NULL when they are taken from the alternatives */
    const sel_str *persons;        /**< who judged; NULL when nobody */
    uint32_t person_count;
} sel_model_weights;

/** Path of a model by its id (a file "models/<id>.yaml" of the data folders) or of a file: a name
 *  that has a slash or ends in ".yaml". SEL_NOT_FOUND. */
SEL_CHECKED
sel_status sel_model_find(const sel_context *context, const char *name, const char **path,
                          sel_error *err);

/** Open the model in a file; texts go to arena. Judgements are read from the file beside it that
 *  ends in ".judgements.csv" instead of ".yaml". The criteria get their weights, unless these are
 *  taken from the alternatives: then they are 0. All faults of both files go to issues; with one
 *  the status is SEL_BAD_INPUT and err tells the first. SEL_NUMERIC: weights stay open. weights may
 *  be NULL. */
SEL_CHECKED
sel_status sel_model_open(const char *path, sel_arena *arena, sel_model *model,
                          sel_model_weights *weights, sel_issues *issues, sel_error *err);

#endif
