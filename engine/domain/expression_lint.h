/** expression_lint.h - looking an expression over once it can be evaluated. Private to the
 *  expression files.
 *
 * Rules: where two engines were seen to differ, or where people were seen to mean something else.
 */
#ifndef SEL_DOMAIN_EXPRESSION_LINT_H
#define SEL_DOMAIN_EXPRESSION_LINT_H

#include "domain/expression_tree.h"

typedef struct sel_lint {
    sel_str text;
    const sel_expression_scope *scope;
    sel_findings *findings;
} sel_lint;

/** A finding about a node. */
sel_finding *sel_lint_add(const sel_lint *lint, const char *code, const sel_node *node);

/** The same, suggesting the node as written between two texts. */
void sel_lint_suggest(const sel_lint *lint, const char *code, const sel_node *node,
                      const char *before, const char *after);

/** Whether the node is a text in quotes, '' among them. */
bool sel_lint_is_quoted(const sel_node *node);

/** literal is compared with a question: it must be one of its choices, if it has any. */
void sel_lint_choice(const sel_lint *lint, const sel_node *question, const sel_node *literal);

/** = != < <= > >= whose operands have their types. */
void sel_lint_comparison(const sel_lint *lint, const sel_node *node);

/** A call whose arguments have their types. */
void sel_lint_call(const sel_lint *lint, const sel_node *call);

/** The node is used as true or false. */
void sel_lint_truth(const sel_lint *lint, const sel_node *node);

#endif
