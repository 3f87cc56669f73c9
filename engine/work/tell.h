/** tell.h - small pieces that several use cases need when they fill a report. Private to work. */
#ifndef SEL_WORK_TELL_H
#define SEL_WORK_TELL_H

#include "domain/study.h"
#include "report/report.h"
#include "work/context.h"

/** Text of a word without places. */
sel_str sel_tell_word(const sel_context *context, const char *id);

/** Whole number as text in arena. */
const char *sel_tell_count(sel_arena *arena, uint64_t count);

/** Day as text in arena. */
const char *sel_tell_day(sel_arena *arena, sel_day day);

/** NUL-terminated copy for sel_say. */
const char *sel_tell_text(sel_arena *arena, sel_str text);

/** text when it has at most `most` bytes, else its beginning in whole characters with "…". */
sel_str sel_tell_clipped(sel_arena *arena, sel_str text, size_t most);

/** A column whose label is the word "column.<id>". */
void sel_tell_column(const sel_context *context, sel_table *table, const char *id,
                     sel_column_type type);

/** The same with bounds and decimals. */
void sel_tell_bounded_column(const sel_context *context, sel_table *table, const char *id,
                             sel_column_type type, uint8_t decimals);

/** A column for machines only, or for people only. */
void sel_tell_column_for(const sel_context *context, sel_table *table, const char *id,
                         sel_column_type type, sel_readers readers);

/** effort·days as programmes that run through the whole window at full effort. */
double sel_tell_equivalents(const sel_study *study, uint64_t effort_days);

/** A cell with that of [low, high]. */
void sel_tell_programmes(sel_table *table, const sel_study *study, uint64_t low, uint64_t high);

/** Sentence of an issue's code with its {expected} filled; the code itself when no words exist. */
sel_str sel_tell_issue(const sel_context *context, const sel_issue *issue, sel_arena *arena);

/** What is written, that sentence, and what to try; what an issue does not have is left out. */
sel_str sel_tell_issue_body(const sel_context *context, const sel_issue *issue, sel_arena *arena);

/** "Cell D14" or "line 14", then what it is about; empty when neither is known. */
sel_str sel_tell_issue_head(const sel_context *context, const sel_issue *issue, sel_str label,
                            sel_arena *arena);

/** Problems of a file: numbered for people, a table "issues" for machines. labels may be NULL. */
void sel_tell_issues(const sel_context *context, const sel_issues *issues, const sel_str *labels,
                     sel_report *report);

/** Only that table. */
void sel_tell_issue_table(const sel_context *context, const sel_issues *issues, sel_report *report);

/** The strong notice that stands on every output resting on invented data. */
void sel_tell_illustrative(const sel_context *context, sel_report *report);

#endif
