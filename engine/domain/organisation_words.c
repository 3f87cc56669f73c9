/* organisation_words.c - the words by which names of organisations are compared. */
#include "domain/organisation_match.h"

/* Articles, prepositions and legal forms, folded, by bytes: they tell no organisation from
 * another. */
static const char *const empty_words[] = {
    "a",   "ag",    "al",           "an",          "and", "aps",  "as",  "asbl", "at",      "aux",
    "bv",  "co",    "corp",         "corporation", "d",   "da",   "dan", "das",  "de",      "dei",
    "del", "della", "den",          "der",         "des", "di",   "die", "do",   "dos",     "du",
    "e",   "el",    "en",           "et",          "ev",  "for",  "fur", "gmbh", "het",     "i",
    "in",  "inc",   "incorporated", "l",           "la",  "las",  "le",  "les",  "limited", "llc",
    "llp", "los",   "ltd",          "na",          "no",  "nv",   "o",   "of",   "on",      "para",
    "per", "plc",   "pour",         "pte",         "pty", "pvt",  "sa",  "sarl", "sas",     "spa",
    "srl", "the",   "to",           "und",         "van", "voor", "vzw", "y",    "zur",
};

static int by_text(const void *word, const void *entry)
{
    return sel_str_compare(*(const sel_str *)word, sel_str_of(*(const char *const *)entry));
}

static bool is_empty(sel_str word)
{
    return bsearch(&word, empty_words, sizeof empty_words / sizeof empty_words[0],
                   sizeof empty_words[0], by_text) != NULL;
}

static bool ends(sel_str word, sel_str ending)
{
    return word.len > ending.len &&
           sel_str_equal(sel_str_part(word, word.len - ending.len, ending.len), ending);
}

/* The singular of an English word, where it only takes off an s. */
static sel_str singular(sel_str word)
{
    bool plural = word.len >= 5 && ends(word, SEL_STR("s")) && !ends(word, SEL_STR("ss")) &&
                  !ends(word, SEL_STR("us")) && !ends(word, SEL_STR("is"));
    return plural ? sel_str_part(word, 0, word.len - 1) : word;
}

/* Spellings of both sides of the Atlantic, and numbers, become one. */
static sel_str common_form(sel_str word, sel_arena *arena)
{
    static const struct {
        sel_str ending;
        sel_str instead;
    } endings[] = {{{"isation", 7}, {"ization", 7}},
                   {{"ogramme", 7}, {"ogram", 5}},
                   {{"entre", 5}, {"enter", 5}},
                   {{"abour", 5}, {"abor", 4}},
                   {{"efence", 6}, {"efense", 6}}};
    word = singular(word);
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (ends(word, endings[i].ending))
            return sel_str_printf(
                arena, "%.*s%.*s",
                SEL_STR_ARG(sel_str_part(word, 0, word.len - endings[i].ending.len)),
                SEL_STR_ARG(endings[i].instead));
    return word;
}

static bool is_letter(sel_str part)
{
    return part.len == 1 && sel_ascii_is_letter(part.ptr[0]);
}

/* The next word of rest: a run of two single letters or more is one. */
static bool next_word(sel_str *rest, sel_arena *arena, sel_str *word)
{
    sel_str part;
    sel_str letters = {0};
    sel_str after = *rest;
    while (sel_str_next(&after, ' ', &part) && is_letter(part)) {
        letters = sel_str_printf(arena, "%.*s%.*s", SEL_STR_ARG(letters), SEL_STR_ARG(part));
        *rest = after;
    }
    if (letters.len > 0) {
        *word = letters;
        return true;
    }
    return sel_str_next(rest, ' ', word);
}

static int by_word(const void *a, const void *b)
{
    return sel_str_compare(*(const sel_str *)a, *(const sel_str *)b);
}

static uint32_t distinct(sel_str *words, uint32_t count)
{
    uint32_t kept = 0;
    if (count > 1)
        qsort(words, count, sizeof *words, by_word);
    for (uint32_t i = 0; i < count; i++)
        if (kept == 0 || !sel_str_equal(words[kept - 1], words[i]))
            words[kept++] = words[i];
    return kept;
}

uint32_t sel_organisation_word_list(sel_str folded, sel_arena *arena,
                                    sel_str words[SEL_ORGANISATION_WORDS_MAX])
{
    uint32_t count = 0;
    bool first = true;
    sel_str word;
    while (folded.len > 0 && next_word(&folded, arena, &word)) {
        bool initial = word.len == 1 && first; /* "Y Care": no conjunction begins a name */
        first = false;
        if (is_empty(word) && !initial)
            continue;
        if (count == SEL_ORGANISATION_WORDS_MAX)
            return 0;
        words[count++] = common_form(word, arena);
    }
    return distinct(words, count);
}
