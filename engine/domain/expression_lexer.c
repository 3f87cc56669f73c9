#include "domain/expression_lexer.h"

#include "base/fold.h"

static bool starts_word(char c)
{
    return sel_ascii_is_letter(c) || c == '_' || (unsigned char)c >= 0x80;
}

static bool continues_word(char c)
{
    return starts_word(c) || sel_ascii_is_digit(c) || c == '-' || c == '.';
}

static bool stands_at(sel_str text, size_t at, const char *what)
{
    return sel_str_starts(sel_str_part(text, at, text.len), sel_str_of(what));
}

/* Signs of operators and of XPath, the longer first where one begins another. */
typedef struct sign {
    const char *sign;
    sel_token_kind kind;
    sel_operator op;
    const char *advice;
} sign;

static const sign signs[] = {
    {"<=", SEL_TOKEN_OPERATOR, SEL_OPERATOR_AT_MOST, NULL},
    {">=", SEL_TOKEN_OPERATOR, SEL_OPERATOR_AT_LEAST, NULL},
    {"!=", SEL_TOKEN_OPERATOR, SEL_OPERATOR_UNEQUAL, NULL},
    {"==", SEL_TOKEN_BAD, SEL_OPERATOR_COUNT, "="},
    {"<>", SEL_TOKEN_BAD, SEL_OPERATOR_COUNT, "!="},
    {"&&", SEL_TOKEN_BAD, SEL_OPERATOR_COUNT, "and"},
    {"||", SEL_TOKEN_BAD, SEL_OPERATOR_COUNT, "or"},
    {"=", SEL_TOKEN_OPERATOR, SEL_OPERATOR_EQUAL, NULL},
    {"<", SEL_TOKEN_OPERATOR, SEL_OPERATOR_LESS, NULL},
    {">", SEL_TOKEN_OPERATOR, SEL_OPERATOR_MORE, NULL},
    {"+", SEL_TOKEN_OPERATOR, SEL_OPERATOR_PLUS, NULL},
    {"-", SEL_TOKEN_OPERATOR, SEL_OPERATOR_MINUS, NULL},
    {"*", SEL_TOKEN_OPERATOR, SEL_OPERATOR_TIMES, NULL},
    {"(", SEL_TOKEN_OPEN, SEL_OPERATOR_COUNT, NULL},
    {")", SEL_TOKEN_CLOSE, SEL_OPERATOR_COUNT, NULL},
    {",", SEL_TOKEN_COMMA, SEL_OPERATOR_COUNT, NULL},
    {"..", SEL_TOKEN_GROUP, SEL_OPERATOR_COUNT, NULL},
    {".", SEL_TOKEN_SELF, SEL_OPERATOR_COUNT, NULL},
    {"//", SEL_TOKEN_UNSUPPORTED, SEL_OPERATOR_COUNT, "${name}"},
    {"/", SEL_TOKEN_UNSUPPORTED, SEL_OPERATOR_COUNT, "${name} for a question, div to divide"},
    {"[", SEL_TOKEN_UNSUPPORTED, SEL_OPERATOR_COUNT, "if(), or a choice_filter"},
    {"]", SEL_TOKEN_UNSUPPORTED, SEL_OPERATOR_COUNT, "if(), or a choice_filter"},
    {"|", SEL_TOKEN_UNSUPPORTED, SEL_OPERATOR_COUNT, "coalesce(${a}, ${b}), or the operator or"},
    {"@", SEL_TOKEN_UNSUPPORTED, SEL_OPERATOR_COUNT, "${name}"},
    {"::", SEL_TOKEN_UNSUPPORTED, SEL_OPERATOR_COUNT, "${name}"},
    {"$", SEL_TOKEN_UNSUPPORTED, SEL_OPERATOR_COUNT, "${name}"},
    {"!", SEL_TOKEN_BAD, SEL_OPERATOR_COUNT, "not(\xE2\x80\xA6)"},
    {"%", SEL_TOKEN_BAD, SEL_OPERATOR_COUNT, "mod"},
    {"\xE2\x89\xA4", SEL_TOKEN_BAD, SEL_OPERATOR_COUNT, "<="}, /* ≤ */
    {"\xE2\x89\xA5", SEL_TOKEN_BAD, SEL_OPERATOR_COUNT, ">="}, /* ≥ */
    {"\xE2\x89\xA0", SEL_TOKEN_BAD, SEL_OPERATOR_COUNT, "!="}, /* ≠ */
    {"\xC3\x97", SEL_TOKEN_BAD, SEL_OPERATOR_COUNT, "*"},      /* × */
    {"\xC3\xB7", SEL_TOKEN_BAD, SEL_OPERATOR_COUNT, "div"},    /* ÷ */
    {"\xE2\x88\x92", SEL_TOKEN_BAD, SEL_OPERATOR_COUNT, "-"},  /* minus sign */
    {"\xE2\x80\x93", SEL_TOKEN_BAD, SEL_OPERATOR_COUNT, "-"},  /* en dash */
    {"\xE2\x80\x98", SEL_TOKEN_BAD, SEL_OPERATOR_COUNT, "'"},  /* curly quotes */
    {"\xE2\x80\x99", SEL_TOKEN_BAD, SEL_OPERATOR_COUNT, "'"},
    {"\xE2\x80\x9C", SEL_TOKEN_BAD, SEL_OPERATOR_COUNT, "'"},
    {"\xE2\x80\x9D", SEL_TOKEN_BAD, SEL_OPERATOR_COUNT, "'"},
    {"\xC2\xA0", SEL_TOKEN_BAD, SEL_OPERATOR_COUNT, "a blank instead of a no-break space"},
    {"\xE2\x80\xAF", SEL_TOKEN_BAD, SEL_OPERATOR_COUNT, "a blank instead of a no-break space"},
};

static const sign *sign_at(sel_str text, size_t at)
{
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (stands_at(text, at, signs[i].sign))
            return &signs[i];
    return NULL;
}

/* 5, 5., .5, 5.25; the exponent of 1e3 is not part of it. */
static size_t number_length(sel_str text, size_t at)
{
    size_t to = at;
    while (to < text.len && sel_ascii_is_digit(text.ptr[to]))
        to++;
    if (to < text.len && text.ptr[to] == '.' && !stands_at(text, to, ".."))
        for (to++; to < text.len && sel_ascii_is_digit(text.ptr[to]);)
            to++;
    return to - at;
}

static sel_token take_text(sel_str text, size_t at)
{
    size_t to = at + 1;
    while (to < text.len && text.ptr[to] != text.ptr[at])
        to++;
    sel_token token = {.kind = SEL_TOKEN_TEXT, .byte = (uint32_t)at};
    token.inner = sel_str_part(text, at + 1, to - at - 1);
    token.length = (uint32_t)(to - at);
    if (to < text.len)
        token.length++;
    else
        token = (sel_token){.kind = SEL_TOKEN_BAD,
                            .byte = (uint32_t)at,
                            .length = token.length,
                            .advice = "a second quote at the end of the text"};
    return token;
}

static sel_token take_reference(sel_str text, size_t at)
{
    sel_str rest = sel_str_part(text, at + 2, text.len);
    size_t end = sel_str_find(rest, SEL_STR("}"));
    sel_token token = {.kind = SEL_TOKEN_REFERENCE, .byte = (uint32_t)at};
    if (end == rest.len) {
        token.kind = SEL_TOKEN_BAD;
        token.length = (uint32_t)(text.len - at);
        token.advice = "${name} with its closing brace";
        return token;
    }
    token.inner = sel_str_trim(sel_str_part(rest, 0, end));
    token.length = (uint32_t)end + 3;
    return token;
}

/* One colon joins two parts (jr:choice-name); two are an axis (child::a). A sign such as × ends a
 * word although its bytes could continue it. */
static sel_token take_word(sel_str text, size_t at)
{
    size_t to = at;
    while (to < text.len) {
        bool colon = text.ptr[to] == ':' && to + 1 < text.len && starts_word(text.ptr[to + 1]);
        bool foreign = (unsigned char)text.ptr[to] >= 0x80 && sign_at(text, to) != NULL;
        if (foreign || (!colon && !continues_word(text.ptr[to])))
            break;
        to++;
    }
    sel_token token = {.kind = SEL_TOKEN_WORD, .byte = (uint32_t)at, .length = (uint32_t)(to - at)};
    token.inner = sel_str_part(text, at, to - at);
    if (stands_at(text, to, "::")) {
        token.kind = SEL_TOKEN_UNSUPPORTED;
        token.length += 2;
        token.advice = "${name}";
    }
    return token;
}

static sel_token take_sign(sel_str text, size_t at)
{
    const sign *found = sign_at(text, at);
    sel_token token = {.kind = SEL_TOKEN_BAD, .byte = (uint32_t)at};
    if (found == NULL) {
        int32_t code;
        token.length = (uint32_t)sel_fold_step(sel_str_part(text, at, text.len), &code);
        return token;
    }
    token.kind = found->kind;
    token.op = found->op;
    token.length = (uint32_t)strlen(found->sign);
    token.advice = found->advice;
    token.inner = sel_str_part(text, at, token.length);
    return token;
}

sel_token sel_token_next(sel_str text, uint32_t byte)
{
    size_t at = byte;
    while (at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\t' || text.ptr[at] == '\n' ||
                             text.ptr[at] == '\r'))
        at++;
    if (at == text.len)
        return (sel_token){.kind = SEL_TOKEN_END, .byte = (uint32_t)at};
    char c = text.ptr[at];
    if (sel_ascii_is_digit(c) ||
        (c == '.' && at + 1 < text.len && sel_ascii_is_digit(text.ptr[at + 1]))) {
        size_t length = number_length(text, at);
        return (sel_token){.kind = SEL_TOKEN_NUMBER,
                           .byte = (uint32_t)at,
                           .length = (uint32_t)length,
                           .inner = sel_str_part(text, at, length)};
    }
    if (c == '\'' || c == '"')
        return take_text(text, at);
    if (stands_at(text, at, "${"))
        return take_reference(text, at);
    if (starts_word(c) && ((unsigned char)c < 0x80 || sign_at(text, at) == NULL))
        return take_word(text, at);
    return take_sign(text, at);
}

bool sel_token_word_operator(sel_str word, sel_operator *op)
{
    static const struct {
        const char *word;
        sel_operator op;
    } words[] = {{"and", SEL_OPERATOR_AND},
                 {"or", SEL_OPERATOR_OR},
                 {"div", SEL_OPERATOR_DIV},
                 {"mod", SEL_OPERATOR_MOD}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (!sel_str_is(word, words[i].word))
            continue;
        *op = words[i].op;
        return true;
    }
    return false;
}
