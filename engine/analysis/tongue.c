#include "analysis/tongue.h"

/* A run of code points of one script. */
typedef struct script {
    uint32_t first;
    uint32_t last;
    sel_tongue tongue;
} script;

/* Words that only one of the languages known here has, among those that titles are full of;
 * accents are folded away. */
typedef struct small_word {
    const char *word;
    sel_tongue tongue;
} small_word;

static sel_tongue script_of(uint32_t code)
{
    static const script scripts[] = {
        {'a', 'z', SEL_TONGUE_LATIN},          {0xDF, 0x24F, SEL_TONGUE_LATIN},
        {0x400, 0x52F, SEL_TONGUE_CYRILLIC},   {0x620, 0x6D3, SEL_TONGUE_ARABIC},
        {0x1100, 0x11FF, SEL_TONGUE_KOREAN},   {0x3041, 0x30FF, SEL_TONGUE_JAPANESE},
        {0x3400, 0x9FFF, SEL_TONGUE_CHINESE},  {0xAC00, 0xD7A3, SEL_TONGUE_KOREAN},
        {0x20000, 0x2FA1F, SEL_TONGUE_CHINESE}};
    for (size_t i = 0; i < sizeof scripts / sizeof scripts[0]; i++)
        if (code >= scripts[i].first && code <= scripts[i].last)
            return scripts[i].tongue;
    return SEL_TONGUE_UNKNOWN;
}

static sel_tongue commonest(const uint32_t *counts)
{
    sel_tongue best = SEL_TONGUE_UNKNOWN;
    for (int i = 0; i <= SEL_TONGUE_KOREAN; i++)
        if (counts[i] > counts[best])
            best = (sel_tongue)i;
    return best;
}

static sel_tongue word_tongue(sel_str word)
{
    static const small_word words[] = {
        {"the", SEL_TONGUE_ENGLISH},      {"of", SEL_TONGUE_ENGLISH},
        {"and", SEL_TONGUE_ENGLISH},      {"for", SEL_TONGUE_ENGLISH},
        {"to", SEL_TONGUE_ENGLISH},       {"on", SEL_TONGUE_ENGLISH},
        {"with", SEL_TONGUE_ENGLISH},     {"in", SEL_TONGUE_ENGLISH},
        {"about", SEL_TONGUE_ENGLISH},    {"from", SEL_TONGUE_ENGLISH},
        {"against", SEL_TONGUE_ENGLISH},  {"through", SEL_TONGUE_ENGLISH},
        {"le", SEL_TONGUE_FRENCH},        {"les", SEL_TONGUE_FRENCH},
        {"des", SEL_TONGUE_FRENCH},       {"du", SEL_TONGUE_FRENCH},
        {"et", SEL_TONGUE_FRENCH},        {"pour", SEL_TONGUE_FRENCH},
        {"dans", SEL_TONGUE_FRENCH},      {"aux", SEL_TONGUE_FRENCH},
        {"sur", SEL_TONGUE_FRENCH},       {"el", SEL_TONGUE_SPANISH},
        {"los", SEL_TONGUE_SPANISH},      {"las", SEL_TONGUE_SPANISH},
        {"del", SEL_TONGUE_SPANISH},      {"y", SEL_TONGUE_SPANISH},
        {"con", SEL_TONGUE_SPANISH},      {"dos", SEL_TONGUE_PORTUGUESE},
        {"das", SEL_TONGUE_PORTUGUESE},   {"do", SEL_TONGUE_PORTUGUESE},
        {"da", SEL_TONGUE_PORTUGUESE},    {"em", SEL_TONGUE_PORTUGUESE},
        {"com", SEL_TONGUE_PORTUGUESE},   {"dan", SEL_TONGUE_INDONESIAN},
        {"untuk", SEL_TONGUE_INDONESIAN}, {"di", SEL_TONGUE_INDONESIAN},
        {"yang", SEL_TONGUE_INDONESIAN},  {"dengan", SEL_TONGUE_INDONESIAN},
        {"pada", SEL_TONGUE_INDONESIAN},  {"dalam", SEL_TONGUE_INDONESIAN}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (sel_str_is(word, words[i].word))
            return words[i].tongue;
    return SEL_TONGUE_UNKNOWN;
}

static sel_tongue tongue_of_latin(sel_str folded)
{
    uint32_t counts[SEL_TONGUE_KOREAN + 1] = {0};
    for (sel_str word; sel_str_next(&folded, ' ', &word);)
        counts[word_tongue(word)]++;
    counts[SEL_TONGUE_UNKNOWN] = 0;
    sel_tongue best = commonest(counts);
    for (int i = 0; i <= SEL_TONGUE_KOREAN; i++)
        if (i != (int)best && counts[i] == counts[best])
            return SEL_TONGUE_LATIN;
    return best;
}

sel_tongue sel_tongue_of(sel_str folded)
{
    uint32_t counts[SEL_TONGUE_KOREAN + 1] = {0};
    for (size_t at = 0; at < folded.len;)
        counts[script_of(sel_tongue_next_code(folded, &at))]++;
    counts[SEL_TONGUE_UNKNOWN] = 0;
    /* Kana stand among characters that Chinese has too. */
    if (counts[SEL_TONGUE_JAPANESE] > 0)
        counts[SEL_TONGUE_JAPANESE] += counts[SEL_TONGUE_CHINESE];
    sel_tongue best = commonest(counts);
    return best == SEL_TONGUE_LATIN ? tongue_of_latin(folded) : best;
}
