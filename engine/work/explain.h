/** explain.h - where a number came from, step by step down to files and cells. */
#ifndef SEL_WORK_EXPLAIN_H
#define SEL_WORK_EXPLAIN_H

#include "work/results.h"

/** Explain an address: "FJI/D1.2" a need, "a3@FJI" or "a3@portfolio" an indicator, "a@FJI" a
 *  principle, "REGISTER:ID" a programme, "rank@REGISTER:ID" a place in the ranking of all
 *  programmes, "rank@FJI-1-01" in that of requests where the context's model ranks these. The
 *  explanation is in arena. SEL_USAGE when the address has none of these forms, SEL_NOT_FOUND when
 *  there is no such thing. */
SEL_CHECKED
sel_status sel_explain(const sel_context *context, const sel_assessment *assessment,
                       sel_store *store, sel_str address, sel_arena *arena,
                       sel_explanation *explanation, sel_error *err);

/** Explain the overlap of two programmes, given by address. */
SEL_CHECKED
sel_status sel_explain_overlap(const sel_context *context, const sel_assessment *assessment,
                               sel_store *store, sel_str a, sel_str b, sel_arena *arena,
                               sel_explanation *explanation, sel_error *err);

#endif
