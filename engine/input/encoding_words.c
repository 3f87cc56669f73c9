#include "input/encoding_words.h"

#include "base/fold.h"

/* Scripts of the code pages that are tried; what is no letter parts words or stands odd in them. */
typedef enum script { SPACE, JOINER, SIGN, CONTROL, LATIN, GREEK, CYRILLIC, ARABIC, EAST } script;

static const struct {
    int32_t first;
    int32_t last;
    script script;
} ranges[] = {
    {0x80, 0x9F, CONTROL},    {0xA0, 0xA0, SPACE},      {0xAA, 0xAA, LATIN},
    {0xAD, 0xAD, JOINER},     {0xBA, 0xBA, LATIN},      {0xC0, 0xD6, LATIN},
    {0xD8, 0xF6, LATIN},      {0xF8, 0x24F, LATIN},     {0x386, 0x386, GREEK},
    {0x388, 0x3CE, GREEK},    {0x400, 0x4FF, CYRILLIC}, {0x60C, 0x60C, SPACE},
    {0x61B, 0x61F, SPACE},    {0x620, 0x6D3, ARABIC},   {0x1E00, 0x1EFF, LATIN},
    {0x200C, 0x200F, JOINER}, {0x2010, 0x2014, SPACE},  {0x2018, 0x2019, JOINER},
    {0x201C, 0x201D, SPACE},  {0x202F, 0x202F, SPACE},  {0x3000, 0x3003, SPACE},
    {0x3005, 0x3006, EAST},   {0x3008, 0x3011, SPACE},  {0x3041, 0x30FF, EAST},
    {0x3400, 0x4DBF, EAST},   {0x4E00, 0x9FFF, EAST},   {0xAC00, 0xD7A3, EAST},
    {0xFF01, 0xFF0F, SPACE},  {0xFF1A, 0xFF20, SPACE},  {0x20000, 0x2FFFF, EAST},
};

static script script_of(int32_t code)
{
    if (code < 0x80)
        return sel_ascii_is_letter((char)code) ? LATIN : code == '\'' ? JOINER : SPACE;
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        if (code >= ranges[i].first && code <= ranges[i].last)
            return ranges[i].script;
    return SIGN;
}

/* Capitals and small letters of Latin-1, Latin Extended-A, Greek and Cyrillic; others have no case
 * here. */
static bool is_capital(int32_t code)
{
    if (code >= 0x100 && code <= 0x17F) {
        bool odd_first = (code >= 0x139 && code <= 0x148) || code >= 0x179;
        return code == 0x178 || (odd_first ? code % 2 == 1 : code % 2 == 0);
    }
    return (code >= 'A' && code <= 'Z') || (code >= 0xC0 && code <= 0xDE) ||
           (code >= 0x386 && code <= 0x3A9 && code != 0x390) || (code >= 0x400 && code <= 0x42F);
}

static bool is_small(int32_t code)
{
    script of = script_of(code);
    return (of == LATIN || of == GREEK || of == CYRILLIC) && !is_capital(code);
}

typedef struct word_state {
    int32_t previous;
    script script; /* of the letters so far; SPACE before the first */
    bool foreign;  /* a letter or sign outside ASCII was seen */
    uint32_t odd;
} word_state;

static void take_code(word_state *state, int32_t code)
{
    script of = script_of(code);
    state->foreign |= code >= 0x80;
    if (of == CONTROL || of == SIGN) {
        state->odd += of == CONTROL ? 2 : 1;
    } else if (of != JOINER) {
        state->odd += state->script != SPACE && state->script != of;
        state->odd += is_small(state->previous) && is_capital(code);
        state->script = of;
    }
    state->previous = code;
}

bool sel_encoding_word(sel_str *rest, sel_str *word, uint32_t *odd)
{
    word_state state = {.script = SPACE};
    size_t start = 0;
    size_t at = 0;
    while (at < rest->len) {
        int32_t code;
        size_t step = sel_fold_step(sel_str_part(*rest, at, rest->len), &code);
        bool parts = code < 0 || script_of(code) == SPACE;
        if (parts && state.foreign)
            break;
        at += step;
        if (parts) {
            state = (word_state){.script = SPACE};
            start = at;
        } else {
            take_code(&state, code);
        }
    }
    *word = sel_str_part(*rest, start, at - start);
    *odd = state.odd;
    *rest = sel_str_part(*rest, at, rest->len);
    return state.foreign;
}
