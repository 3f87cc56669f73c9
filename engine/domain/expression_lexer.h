/** expression_lexer.h - the words of an expression. Private to the expression files. */
#ifndef SEL_DOMAIN_EXPRESSION_LEXER_H
#define SEL_DOMAIN_EXPRESSION_LEXER_H

#include "domain/expression_tree.h"

typedef enum sel_token_kind {
    SEL_TOKEN_END,
    SEL_TOKEN_NUMBER,
    SEL_TOKEN_TEXT,      /**< inner: without its quotes */
    SEL_TOKEN_REFERENCE, /**< ${name}; inner: the name */
    SEL_TOKEN_WORD,      /**< a name as XML has it: letters, digits, - . _ and one colon */
    SEL_TOKEN_SELF,      /**< . */
    SEL_TOKEN_GROUP,     /**< .. */
    SEL_TOKEN_OPEN,
    SEL_TOKEN_CLOSE,
    SEL_TOKEN_COMMA,
    SEL_TOKEN_OPERATOR,
    SEL_TOKEN_UNSUPPORTED, /**< XPath that is left out; advice says what to use */
    SEL_TOKEN_BAD,         /**< no word of the language; advice may say what was meant */
} sel_token_kind;

typedef struct sel_token {
    sel_token_kind kind;
    sel_operator op; /**< OPERATOR */
    uint32_t byte;
    uint32_t length;
    sel_str inner;
    const char *advice; /**< static, may be NULL */
} sel_token;

/** The token at or after byte. */
sel_token sel_token_next(sel_str text, uint32_t byte);

/** Operator of a word between two operands: and, or, div, mod. */
bool sel_token_word_operator(sel_str word, sel_operator *op);

#endif
