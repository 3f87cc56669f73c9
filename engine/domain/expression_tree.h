/** expression_tree.h - an expression as a tree in one array. Private to the expression files. */
#ifndef SEL_DOMAIN_EXPRESSION_TREE_H
#define SEL_DOMAIN_EXPRESSION_TREE_H

#include "domain/expression.h"

typedef enum sel_node_kind {
    SEL_NODE_LITERAL,
    SEL_NODE_NAME,  /**< ${name} */
    SEL_NODE_SELF,  /**< . */
    SEL_NODE_GROUP, /**< .. : only in position(..) */
    SEL_NODE_OPERATOR,
    SEL_NODE_CALL,
} sel_node_kind;

typedef enum sel_operator {
    SEL_OPERATOR_OR,
    SEL_OPERATOR_AND,
    SEL_OPERATOR_EQUAL,
    SEL_OPERATOR_UNEQUAL,
    SEL_OPERATOR_LESS,
    SEL_OPERATOR_AT_MOST,
    SEL_OPERATOR_MORE,
    SEL_OPERATOR_AT_LEAST,
    SEL_OPERATOR_PLUS,
    SEL_OPERATOR_MINUS,
    SEL_OPERATOR_TIMES,
    SEL_OPERATOR_DIV,
    SEL_OPERATOR_MOD,
    SEL_OPERATOR_NEGATIVE,
    SEL_OPERATOR_COUNT,
} sel_operator;

typedef struct sel_function sel_function;

/** Children are linked: first, then each one's next. */
typedef struct sel_node {
    sel_node_kind kind;
    sel_operator op;              /**< OPERATOR */
    sel_value_kind type;          /**< what it gives; SEL_VALUE_EMPTY when not known */
    const sel_function *function; /**< CALL */
    const void *pattern;          /**< CALL of regex: compiled; NULL when it cannot be */
    sel_expression_name name;     /**< NAME, SELF */
    sel_value literal;
    struct sel_node *first;
    struct sel_node *next;
    uint32_t child_count;
    uint32_t height;
    uint32_t byte; /**< where it stands in the text */
    uint32_t length;
    bool bracketed;
} sel_node;

struct sel_expression {
    sel_str text;
    sel_node *root;
    uint32_t *names;
    uint32_t name_count;
};

/** How a function is called. */
typedef sel_value sel_call(const sel_node *call, const sel_evaluation *evaluation);

/** A function of the language. */
struct sel_function {
    const char *name;
    uint32_t least;
    uint32_t most;        /**< SEL_NONE: no bound */
    sel_value_kind gives; /**< SEL_VALUE_EMPTY: that of its arguments */
    sel_value_kind
        takes[3]; /**< kinds of the arguments, the last for all that follow; EMPTY: any */
    sel_call *evaluate;
};

/** The function called name, or NULL. */
const sel_function *sel_function_find(sel_str name);

/** What to use in place of a function that is left out on purpose; NULL when it is just unknown. */
const char *sel_function_instead_of(sel_str name);

/** The known function with the nearest name, or an empty slice. */
sel_str sel_function_nearest(sel_str name);

/** Value of a node. */
sel_value sel_node_value(const sel_node *node, const sel_evaluation *evaluation);

/** Part of text that a node stands for. */
sel_str sel_node_source(sel_str text, const sel_node *node);

/** Code points of text before byte. */
uint32_t sel_expression_column(sel_str text, uint32_t byte);

/** Add a finding about length bytes of text at byte. */
sel_finding *sel_finding_add(sel_findings *findings, const char *code, sel_str text, uint32_t byte,
                             uint32_t length);

/** Give every node its type and add what is doubtful. */
void sel_expression_lint(const sel_expression *expression, const sel_expression_scope *scope,
                         sel_findings *findings);

#endif
