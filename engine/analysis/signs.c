#include "analysis/signs.h"

enum { LEAST_DIGITS = 5, LEAST_JOINED_DIGITS = 9, LEAST_CAPITALS = 3, LEAST_LENGTH = 3 };

/* What a piece of a title is made of. */
typedef struct make {
    uint32_t digits;
    uint32_t capitals;
    uint32_t small;
    bool joined; /* by a mark between letters or digits */
    bool camel;  /* a capital behind a small letter */
} make;

static bool is_sign_char(char c)
{
    return sel_ascii_is_letter(c) || sel_ascii_is_digit(c);
}

static bool is_joint(char c)
{
    return c == '-' || c == '/' || c == '.' || c == '_';
}

/* Letters of other scripts go on with a word, so that "Équateur" leaves no "quateur". */
static bool goes_on(char c)
{
    return is_sign_char(c) || (unsigned char)c >= 0x80;
}

static make make_of(sel_str piece)
{
    make m = {0};
    for (size_t i = 0; i < piece.len; i++) {
        char c = piece.ptr[i];
        bool capital = c >= 'A' && c <= 'Z';
        m.camel |= capital && m.small > 0 && piece.ptr[i - 1] >= 'a' && piece.ptr[i - 1] <= 'z';
        m.digits += sel_ascii_is_digit(c);
        m.capitals += capital;
        m.small += c >= 'a' && c <= 'z';
        m.joined |= is_joint(c);
    }
    return m;
}

static bool is_code(const make *m)
{
    bool letters = m->capitals + m->small > 0;
    return m->digits > 0 &&
           (letters || m->digits >= (uint32_t)(m->joined ? LEAST_JOINED_DIGITS : LEAST_DIGITS));
}

static bool is_name(const make *m, bool has_small)
{
    return m->digits == 0 && !m->joined &&
           (m->camel || (m->small == 0 && m->capitals >= LEAST_CAPITALS && has_small));
}

static uint64_t hash_of(sel_str text)
{
    uint64_t mixed = 14695981039346656037U; /* FNV-1a */
    for (size_t i = 0; i < text.len; i++)
        mixed = (mixed ^ (unsigned char)sel_ascii_lower(text.ptr[i])) * 1099511628211U;
    return mixed;
}

bool sel_signs_equal(const sel_sign *a, const sel_sign *b)
{
    return a->hash == b->hash && sel_str_equal_ascii(a->text, b->text);
}

typedef struct cutting {
    sel_sign *list;
    uint32_t count;
    bool has_small; /* the title has small letters: capitals mean something */
} cutting;

/* Whether the piece was a sign. */
static bool take(cutting *c, sel_str piece)
{
    make m = make_of(piece);
    bool code = is_code(&m);
    if (piece.len < LEAST_LENGTH || piece.len > SEL_SIGN_LONGEST ||
        (!code && !is_name(&m, c->has_small)))
        return false;
    sel_sign sign = {piece, code, hash_of(piece)};
    for (uint32_t i = 0; i < c->count; i++)
        if (sel_signs_equal(&c->list[i], &sign))
            return true;
    if (c->count < SEL_SIGNS_MOST)
        c->list[c->count++] = sign;
    return true;
}

/* A run of letters, digits and joints; when it is no code as a whole, its parts may be signs. */
static void take_run(cutting *c, sel_str run)
{
    if (take(c, run))
        return;
    size_t start = 0;
    for (size_t i = 0; i <= run.len; i++) {
        if (i < run.len && !is_joint(run.ptr[i]))
            continue;
        if (start > 0 || i < run.len)
            take(c, sel_str_part(run, start, i - start));
        start = i + 1;
    }
}

/* End of the run that starts at `from`: joints belong to it only between letters or digits. */
static size_t run_end(sel_str title, size_t from, bool *plain)
{
    size_t at = from;
    *plain = true;
    while (at < title.len) {
        bool joint = is_joint(title.ptr[at]) && at + 1 < title.len && goes_on(title.ptr[at + 1]);
        if (!goes_on(title.ptr[at]) && !joint)
            break;
        *plain = *plain && (unsigned char)title.ptr[at] < 0x80;
        at++;
    }
    return at;
}

uint32_t sel_signs_cut(sel_str title, sel_sign list[SEL_SIGNS_MOST])
{
    cutting c = {.list = list};
    for (size_t i = 0; i < title.len && !c.has_small; i++)
        c.has_small =
            (title.ptr[i] >= 'a' && title.ptr[i] <= 'z') || (unsigned char)title.ptr[i] >= 0x80;
    for (size_t at = 0; at < title.len;) {
        if (!goes_on(title.ptr[at])) {
            at++;
            continue;
        }
        bool plain;
        size_t end = run_end(title, at, &plain);
        if (plain)
            take_run(&c, sel_str_part(title, at, end - at));
        at = end;
    }
    return c.count;
}
