/** expression_parser.h - what the two files of the parser share. Private to them. */
#ifndef SEL_DOMAIN_EXPRESSION_PARSER_H
#define SEL_DOMAIN_EXPRESSION_PARSER_H

#include "domain/expression_lexer.h"

typedef struct sel_parser {
    sel_str text;
    const sel_expression_scope *scope;
    sel_arena *arena;
    sel_findings *findings;
    sel_token token; /**< the one not taken yet */
    sel_expression *expression;
    uint32_t name_room;
    uint32_t node_count;
    uint32_t nesting;
    bool evaluable;
    bool stopped; /**< after a fault of syntax nothing that follows means anything */
} sel_parser;

/** A fault that leaves the reading going: length bytes at byte. */
sel_finding *sel_parser_fault(sel_parser *p, const char *code, uint32_t byte, uint32_t length);

/** A fault at the token that ends the reading; only the first such counts. Static texts, or texts
 *  of the arena; suggestion may be NULL. Returns NULL for callers to return. */
sel_node *sel_parser_stop(sel_parser *p, const char *code, const char *expected,
                          const char *suggestion);

/** The same for an expression beyond a limit of expression.h; expected lives in the arena. */
sel_node *sel_parser_stop_at_limit(sel_parser *p, sel_str expected);

/** The same where the token says itself what is wrong with it. */
sel_node *sel_parser_stop_at_token(sel_parser *p, const char *expected);

/** Go on to the next token. */
void sel_parser_take(sel_parser *p);

/** New node where token stands; NULL after a fault when there are too many. */
sel_node *sel_parser_node(sel_parser *p, sel_node_kind kind, const sel_token *token);

/** Hang child below node behind last (NULL: first). Returns child; NULL after a fault when the
 *  tree gets too high. */
sel_node *sel_parser_adopt(sel_parser *p, sel_node *node, sel_node *last, sel_node *child);

/** An operand: value, call, bracket or a negative one; NULL after a fault. */
sel_node *sel_parser_operand(sel_parser *p);

/** Operands joined by operators that bind more strongly than least; NULL after a fault. */
sel_node *sel_parser_binary(sel_parser *p, uint8_t least);

#endif
