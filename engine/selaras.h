/** selaras.h - the whole engine for programs that use it; include order is reading order. */
#ifndef SELARAS_H
#define SELARAS_H

#include "base/arena.h"
#include "base/date.h"
#include "base/fold.h"
#include "base/fold_word.h"
#include "base/hash.h"
#include "base/index.h"
#include "base/issues.h"
#include "base/nearest.h"
#include "base/number.h"
#include "base/progress.h"
#include "base/status.h"
#include "base/str.h"
#include "base/text.h"

#include "domain/explanation.h"
#include "domain/expression.h"
#include "domain/expression_value.h"
#include "domain/geography.h"
#include "domain/language.h"
#include "domain/model.h"
#include "domain/need.h"
#include "domain/organisation.h"
#include "domain/programme.h"
#include "domain/questionnaire.h"
#include "domain/questionnaire_diff.h"
#include "domain/questionnaire_logic.h"
#include "domain/reference.h"
#include "domain/request.h"
#include "domain/response.h"
#include "domain/sheet.h"
#include "domain/statement.h"
#include "domain/study.h"
#include "domain/tagger.h"
#include "domain/taxonomy.h"
#include "domain/words.h"

#include "input/bytes.h"
#include "input/codelist_file.h"
#include "input/csv.h"
#include "input/definition_columns.h"
#include "input/definition_lint.h"
#include "input/definition_sheets.h"
#include "input/definition_types.h"
#include "input/encoding.h"
#include "input/iati.h"
#include "input/model_file.h"
#include "input/questionnaire_file.h"
#include "input/register_table.h"
#include "input/response_file.h"
#include "input/response_reading.h"
#include "input/response_sheet.h"
#include "input/words_file.h"
#include "input/xlsx.h"

#include "store/store.h"

#include "analysis/matching.h"
#include "analysis/needs.h"
#include "analysis/overlap/overlap.h"
#include "analysis/principle.h"
#include "analysis/quality.h"
#include "analysis/ranking/ranking.h"
#include "analysis/records.h"
#include "analysis/supply.h"

#include "report/figure.h"
#include "report/report.h"
#include "report/stream.h"
#include "report/table.h"
#include "report/write_sheet.h"
#include "report/write_workbook.h"
#include "report/writer.h"

#include "work/assess.h"
#include "work/codebook.h"
#include "work/context.h"
#include "work/definition_check.h"
#include "work/evaluate.h"
#include "work/explain.h"
#include "work/handouts.h"
#include "work/import.h"
#include "work/instruments.h"
#include "work/intake.h"
#include "work/publish.h"
#include "work/quality_list.h"
#include "work/reply.h"
#include "work/results.h"
#include "work/review.h"
#include "work/revision.h"
#include "work/rounds.h"

/** Prepare the libraries underneath (GSL's aborting error handler off, libxml2, libsodium). Call
 *  once before anything else and before threads start. */
SEL_CHECKED
sel_status sel_init(sel_error *err);

/** Version of the engine, "0.1.0". */
const char *sel_version(void);

#endif
