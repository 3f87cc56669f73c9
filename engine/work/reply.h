/** reply.h - the page that goes back to whoever sent answers, in their language.
 *
 * A file that was taken in gives one page for each receipt. A file that was
 * only checked, or refused, gives one page about the file; when it holds many
 * respondents each of them gets a page too, with what was found in their own
 * answers and in the file as such. What must be fixed comes first, the cell
 * before everything else, codes at the very end. */
#ifndef SEL_WORK_REPLY_H
#define SEL_WORK_REPLY_H

#include "work/intake.h"

enum {
    SEL_REPLY_PROBLEMS = 60, /**< of each kind on a page; further ones are counted */
    SEL_REPLY_CHANGES = 60,
    SEL_REPLY_TEXT = 120,   /**< bytes of somebody's text that a page repeats */
    SEL_REPLY_NAME_MAX = 80 /**< bytes of a file name without its ending */
};

/** Language of the sheet in a file, opened as the options (may be NULL) say: the one most of whose
 *  own labels stand first in a row; the context's when none does (a wide export has question names
 *  only). */
SEL_CHECKED
sel_status sel_reply_language(const sel_context *context, const char *path,
                              const sel_intake_options *options, sel_language *language,
                              sel_error *err);

/** Language that a respondent asked for, by code or name; otherwise when it is none of ours. */
sel_language sel_reply_wish(sel_str wish, sel_language otherwise);

/** Name for a page without ending: small ASCII letters, digits and '-', and 8 hexadecimal digits
 *  that keep names apart which look alike so. It depends on the respondent, questionnaire and round
 * (receipt), or on the file's name and bytes, sha256 (receipt NULL), and the line of a respondent
 * whose country was not understood, on nothing else. */
sel_str sel_reply_name(const sel_intake *intake, const sel_receipt *receipt, sel_str sha256,
                       sel_arena *arena);

/** One page that goes back. */
typedef struct sel_reply_page {
    const sel_receipt *receipt; /**< NULL: about the file as a whole */
    sel_language language;
    sel_str name; /**< without ending */
} sel_reply_page;

typedef struct sel_reply_pages {
    const sel_reply_page *list;
    uint32_t count;
    uint64_t without; /**< respondents beyond those that are kept: they get none */
} sel_reply_pages;

/** Which pages go back for a file that was read as the options (may be NULL) say, each in the
 *  language its sender asked for, else in that of the sheet. SEL_CONFLICT: the file was changed
 * since; fails as reading it does. */
SEL_CHECKED
sel_status sel_reply_pages_of(const sel_context *context, const sel_intake *intake,
                              const char *path, const sel_intake_options *options, sel_arena *arena,
                              sel_reply_pages *pages, sel_error *err);

/** Fill a page. context is of the reader's language; receipt NULL: about the file as a whole;
 *  otherwise one of intake->receipts. */
void sel_reply_tell(const sel_context *context, const sel_intake *intake,
                    const sel_receipt *receipt, sel_report *report);

#endif
