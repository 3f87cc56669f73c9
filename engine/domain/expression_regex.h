/** expression_regex.h - regular expressions that every engine reads alike. Private to the
 *  expression files.
 *
 * Taken: classes, \d \w \s \b and their opposites, repetition, groups, alternation, between ^ and
 * $. Refused: what Java, JavaScript and PCRE read differently or only some know. */
#ifndef SEL_DOMAIN_EXPRESSION_REGEX_H
#define SEL_DOMAIN_EXPRESSION_REGEX_H

#include "domain/expression_tree.h"

typedef enum sel_regex_outcome {
    SEL_REGEX_NO,
    SEL_REGEX_YES,
    SEL_REGEX_TOO_COMPLEX, /**< over 200 000 steps or 1 MiB */
} sel_regex_outcome;

/** Compile the pattern that is the literal `node` of the expression `text`; it lives in arena.
 *  NULL, with a finding, when it is no literal or uses what is refused. */
const void *sel_regex_prepare(sel_str text, const sel_node *node, sel_arena *arena,
                              sel_findings *findings);

/** Whether the whole subject matches. Subjects that are not UTF-8 do not. */
sel_regex_outcome sel_regex_match(const void *pattern, sel_str subject);

#endif
