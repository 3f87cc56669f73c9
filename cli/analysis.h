/** analysis.h - what the analysis commands share: open the store, assess, tell, print, close. */
#ifndef CLI_ANALYSIS_H
#define CLI_ANALYSIS_H

#include "desk.h"

/** Fills the report of one command from the assessment. `of` is the command's own options. Returns
 *  SEL_OK or a failure that is in err. */
typedef sel_status tell_results(cli_desk *desk, const sel_assessment *assessment, const void *of,
                                sel_report *report, sel_error *err);

typedef struct cli_analysis {
    const char *id;             /**< of the report */
    const char *title;          /**< word id */
    sel_assess_options options; /**< as_of is filled from the desk */
    tell_results *tell;
    const void *of;
    const char *html_path; /**< NULL: to stdout in the wanted format */
} cli_analysis;

/** Run it and return the exit code. */
int analysis_run(cli_desk *desk, cli_analysis *analysis);

/** Choice of request, recipient or donor given as texts (NULL: none); SEL_USAGE when more than one
 *  is given, SEL_NOT_FOUND when there is no such thing. */
SEL_CHECKED
sel_status analysis_choice(const sel_assessment *assessment, const char *request,
                           const char *recipient, const char *donor, sel_choice_of *choice,
                           sel_error *err);

/** The same of any number of them. */
SEL_CHECKED
sel_status analysis_find(const sel_assessment *assessment, const char *request,
                         const char *recipient, const char *donor, sel_choice_of *choice,
                         sel_error *err);

#endif
