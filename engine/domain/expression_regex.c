#include "domain/expression_regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

enum { STEPS_MAX = 200000, DEPTH_MAX = 20000, HEAP_KIB_MAX = 1024, NESTING_MAX = 32 };

/* A pattern and what belongs to it stand in an arena; what a match needs is given back after it. */
typedef struct regex {
    sel_arena *arena; /* while it is made; NULL for matches */
    pcre2_code *code;
    pcre2_general_context *memory;
    pcre2_match_context *limits;
} regex;

static void *take_memory(size_t size, void *of)
{
    const regex *made = of;
    return made->arena != NULL ? sel_arena_array(made->arena, 1, size)
                               : sel_memory_resize(NULL, 1, size);
}

static void give_memory(void *memory, void *of)
{
    const regex *made = of;
    if (made->arena == NULL)
        sel_memory_resize(memory, 0, 1);
}

/* --- what is refused --- */

/* Place of a refused construct: its first byte and length; length 0 when there is none. */
typedef struct refusal {
    size_t at;
    size_t length;
} refusal;

static char byte_at(sel_str s, size_t at)
{
    return at < s.len ? s.ptr[at] : '\0';
}

/* {m}, {m,}, {m,n}: its length, else 0. */
static size_t count_length(sel_str s, size_t at)
{
    size_t to = at + 1;
    if (!sel_ascii_is_digit(byte_at(s, to)))
        return 0;
    while (sel_ascii_is_digit(byte_at(s, to)))
        to++;
    if (byte_at(s, to) == ',')
        for (to++; sel_ascii_is_digit(byte_at(s, to));)
            to++;
    return byte_at(s, to) == '}' ? to + 1 - at : 0;
}

/* Letters and digits that mean the same after a backslash everywhere. */
static bool escape_is_common(char c)
{
    bool letter = sel_ascii_is_letter(c) || sel_ascii_is_digit(c);
    return c != '\0' && (!letter || strchr("dDwWsSbBtnr", c) != NULL);
}

/* The class that begins at `at`; sets *end behind it. */
static refusal check_class(sel_str s, size_t at, size_t *end)
{
    size_t i = at + 1;
    if (byte_at(s, i) == '^')
        i++;
    if (byte_at(s, i) == ']')
        return (refusal){at, i + 1 - at};
    for (; i < s.len && s.ptr[i] != ']'; i++) {
        bool both = s.ptr[i] == '&' && byte_at(s, i + 1) == '&';
        if (s.ptr[i] == '[' || both)
            return (refusal){i, both ? 2 : 1};
        if (s.ptr[i] != '\\')
            continue;
        if (!escape_is_common(byte_at(s, i + 1)) || byte_at(s, i + 1) == 'b' ||
            byte_at(s, i + 1) == 'B')
            return (refusal){i, 2};
        i++;
    }
    *end = i + 1;
    return (refusal){0};
}

/* A quantifier at `at`: its length, else 0. */
static size_t quantifier_length(sel_str s, size_t at)
{
    char c = byte_at(s, at);
    if (c == '*' || c == '+' || c == '?')
        return 1;
    return c == '{' ? count_length(s, at) : 0;
}

/* One item of the pattern at *at, which moves behind it. */
static refusal check_item(sel_str s, size_t *at)
{
    size_t from = *at;
    char c = s.ptr[from];
    size_t length = quantifier_length(s, from);
    *at = from + (length > 0 ? length : 1);
    if (length > 0) { /* lazy, possessive */
        char after = byte_at(s, *at);
        return after == '?' || after == '+' ? (refusal){from, length + 1} : (refusal){0};
    }
    if (c == '[')
        return check_class(s, from, at);
    if (c == '\\') {
        *at = from + 2;
        return escape_is_common(byte_at(s, from + 1)) ? (refusal){0} : (refusal){from, 2};
    }
    if (c == '(' && byte_at(s, from + 1) == '*')
        return (refusal){from, 2};
    if (c == '(' && byte_at(s, from + 1) == '?') {
        *at = from + 3;
        return byte_at(s, from + 2) == ':' ? (refusal){0} : (refusal){from, 3};
    }
    return c == '{' || c == '}' ? (refusal){from, 1} : (refusal){0};
}

static refusal find_refused(sel_str pattern)
{
    for (size_t at = 0; at < pattern.len;) {
        refusal found = check_item(pattern, &at);
        if (found.length > 0)
            return found;
    }
    return (refusal){0};
}

/* Whether the pattern says that the whole text is meant: ^…$, with no | outside brackets that
 * would make each of them belong to one side only. */
static bool is_closed(sel_str pattern)
{
    size_t depth = 0;
    bool ends = false;
    if (byte_at(pattern, 0) != '^')
        return false;
    for (size_t at = 0; at < pattern.len;) {
        char c = pattern.ptr[at];
        if (c == '|' && depth == 0)
            return false;
        if (c == '(')
            depth++;
        else if (c == ')' && depth > 0)
            depth--;
        ends = c == '$';
        check_item(pattern, &at);
    }
    return ends;
}

/* --- prepare and match --- */

static pcre2_code *compile(const regex *made, sel_str pattern, size_t *fault_at)
{
    pcre2_compile_context *context = pcre2_compile_context_create(made->memory);
    int code = 0;
    pcre2_set_parens_nest_limit(context, NESTING_MAX);
    return pcre2_compile((PCRE2_SPTR)pattern.ptr, pattern.len,
                         PCRE2_UTF | PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_DOLLAR_ENDONLY |
                             PCRE2_NEVER_BACKSLASH_C | PCRE2_NO_AUTO_CAPTURE,
                         &code, fault_at, context);
}

/* NULL, with *fault_at, when it is no pattern. */
static const regex *make(sel_str pattern, sel_arena *arena, size_t *fault_at)
{
    regex *made = sel_arena_array(arena, 1, sizeof *made);
    made->arena = arena;
    made->memory = pcre2_general_context_create(take_memory, give_memory, made);
    made->limits = pcre2_match_context_create(made->memory);
    made->code = compile(made, pattern.len == 0 ? SEL_STR("") : pattern, fault_at);
    pcre2_set_match_limit(made->limits, STEPS_MAX);
    pcre2_set_depth_limit(made->limits, DEPTH_MAX);
    pcre2_set_heap_limit(made->limits, HEAP_KIB_MAX);
    made->arena = NULL;
    return made->code == NULL ? NULL : made;
}

static sel_finding *refuse(sel_findings *findings, sel_str text, size_t byte, size_t length)
{
    size_t room = text.len - byte;
    sel_finding *finding = sel_finding_add(findings, "E_EXPR_REGEX", text, (uint32_t)byte,
                                           (uint32_t)(length < room ? length : room));
    finding->expected = SEL_STR("classes, \\d \\w \\s, groups, |, * + ? {m,n}");
    return finding;
}

const void *sel_regex_prepare(sel_str text, const sel_node *node, sel_arena *arena,
                              sel_findings *findings)
{
    if (node->kind != SEL_NODE_LITERAL || node->literal.kind == SEL_VALUE_NUMBER) {
        refuse(findings, text, node->byte, node->length)->expected =
            SEL_STR("the pattern in quotes");
        return NULL;
    }
    sel_str pattern = node->literal.text;
    size_t first = pattern.len == 0 ? node->byte : (size_t)(pattern.ptr - text.ptr);
    refusal refused = find_refused(pattern);
    if (refused.length > 0) {
        refuse(findings, text, first + refused.at, refused.length);
        return NULL;
    }
    size_t fault_at = 0;
    const regex *made = make(pattern, arena, &fault_at);
    if (made == NULL) {
        refuse(findings, text, first + (fault_at < pattern.len ? fault_at : pattern.len), 1);
        return NULL;
    }
    if (!is_closed(pattern)) {
        sel_finding *finding =
            sel_finding_add(findings, "E_EXPR_REGEX_OPEN", text, node->byte, node->length);
        const char *quote = sel_str_find(pattern, SEL_STR("'")) < pattern.len ? "\"" : "'";
        finding->suggestion =
            sel_str_printf(arena, "%s^(%.*s)$%s", quote, SEL_STR_ARG(pattern), quote);
    }
    return made;
}

sel_regex_outcome sel_regex_match(const void *pattern, sel_str subject)
{
    const regex *made = pattern;
    pcre2_match_data *data = pcre2_match_data_create(1, made->memory);
    int found = pcre2_match(made->code, (PCRE2_SPTR)(subject.ptr == NULL ? "" : subject.ptr),
                            subject.len, 0, 0, data, made->limits);
    pcre2_match_data_free(data);
    if (found == PCRE2_ERROR_MATCHLIMIT || found == PCRE2_ERROR_DEPTHLIMIT ||
        found == PCRE2_ERROR_HEAPLIMIT)
        return SEL_REGEX_TOO_COMPLEX;
    return found >= 0 ? SEL_REGEX_YES : SEL_REGEX_NO;
}
