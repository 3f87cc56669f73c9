/** explain_steps.h - steps of an explanation, with their places. Private to work. */
#ifndef SEL_WORK_EXPLAIN_STEPS_H
#define SEL_WORK_EXPLAIN_STEPS_H

#include "work/explain.h"

/** An explanation in the making. */
typedef struct sel_explaining {
    const sel_context *context;
    const sel_assessment *assessment;
    sel_store *store;
    sel_arena *arena;
    sel_explanation *explanation;
    sel_error *err;
} sel_explaining;

/** Step whose label and note are words (note may be NULL). */
void sel_explain_step(sel_explaining *e, uint32_t level, const char *label, sel_str value,
                      const char *note);

/** Step with texts that are already in the reader's language. */
void sel_explain_text(sel_explaining *e, uint32_t level, sel_str label, sel_str value,
                      sel_str note);

/** Step for a programme record: its title, its address, the line it stands on. */
void sel_explain_record(sel_explaining *e, uint32_t level, uint32_t programme);

/** Step for an answer that enters a need ("now"), with its cell; nothing when it was not given. */
void sel_explain_answer(sel_explaining *e, uint32_t level, uint32_t submission, uint32_t capability,
                        const char *aspect);

/** Steps for all answers of an entry, each with its cell. */
void sel_explain_entry(sel_explaining *e, uint32_t level, const sel_need_entry *entry);

/** Steps for all answers of a need: who gives them, and each below. */
void sel_explain_need_answers(sel_explaining *e, uint32_t level, const sel_need *need);

/** "0.5" or "0.25 to 0.75". */
sel_str sel_explain_range(sel_arena *arena, double low, double high);

/** "25 %" or "0 to 72 %", from ppm. */
sel_str sel_explain_percent(sel_arena *arena, uint32_t low_ppm, uint32_t high_ppm);

#endif
