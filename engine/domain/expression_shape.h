/** expression_shape.h - what the parts of an expression are made of. Private to the expression
 *  files. */
#ifndef SEL_DOMAIN_EXPRESSION_SHAPE_H
#define SEL_DOMAIN_EXPRESSION_SHAPE_H

#include "domain/expression_tree.h"

/** Whether its value depends on its arguments only. */
bool sel_function_is_pure(const sel_function *function);

/** A question with one answer, or ".". */
bool sel_node_is_question(const sel_node *node);

/** The same value whatever is answered, and on every day; not said of large ones. */
bool sel_node_is_constant(const sel_node *node);

/** A call of the function with this name. */
bool sel_node_calls(const sel_node *node, const char *name);

/** The side of a comparison with a constant that is none; NULL when the node is no such thing. */
const sel_node *sel_node_compared(const sel_node *node, const sel_node **constant);

#endif
