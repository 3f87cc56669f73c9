#include "base/fold_table.h"

#include <assert.h>

/* What one character does. */
typedef enum role {
    UNKNOWN, /* the long way must be taken */
    BETWEEN, /* ends a word */
    PART,    /* belongs to a word */
    MARK,    /* goes on with a word, but does not begin one */
} role;

typedef struct entry {
    uint8_t role;
    uint8_t length; /* of folded */
    char folded[6];
} entry;

/* Pages of 64 characters: all that share the first bytes of their UTF-8. */
enum { PAGE = 64, CODES = 0x10000, PAGES = CODES / PAGE, FOLDED_MAX = sizeof((entry *)0)->folded };

/* Characters looked up: ASCII, the alphabets with two bytes, Vietnamese and other accented Latin,
 * punctuation, superscripts, full-width letters. Chinese characters up to U+9F7F fold to
 * themselves. */
static const struct {
    uint32_t first, end;
} ranges[] = {{0, 0x700}, {0x1E00, 0x1F00}, {0x2000, 0x2080}, {0x3000, 0x3040}, {0xFF00, 0x10000}};
enum { HAN_FIRST = 0x4E00, HAN_END = 0x9F80 };

struct sel_fold_table {
    char ascii[0x80];          /* folded; 0: ends a word */
    const entry *pages[PAGES]; /* NULL: not looked up */
};

static size_t encode(uint32_t code, char *to)
{
    if (code < 0x80) {
        to[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        to[0] = (char)(0xC0 | code >> 6);
        to[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    to[0] = (char)(0xE0 | code >> 12);
    to[1] = (char)(0x80 | (code >> 6 & 0x3F));
    to[2] = (char)(0x80 | (code & 0x3F));
    return 3;
}

/* The long way between two letters tells what a character does in a word; what becomes a blank or
 * nothing certain stays unknown. */
static entry find_entry(sel_arena *scratch, uint32_t code)
{
    char text[5] = {'a'};
    size_t length = encode(code, text + 1);
    text[1 + length] = 'a';
    entry found = {.role = UNKNOWN};
    sel_fold_word word;
    sel_str rest = {text, length + 2};
    bool some = sel_fold_word_next(scratch, &rest, &word);
    assert(some);
    (void)some;
    if (word.source.len == 1) {
        found.role = BETWEEN;
        return found;
    }
    size_t middle = word.folded.len - 2;
    const char *folded = word.folded.ptr + 1;
    if (word.folded.len < 2 || middle > FOLDED_MAX || memchr(folded, ' ', middle) != NULL)
        return found;
    memcpy(found.folded, folded, middle);
    found.length = (uint8_t)middle;
    rest = (sel_str){text + 1, length + 1};
    some = sel_fold_word_next(scratch, &rest, &word);
    assert(some);
    found.role = word.source.ptr == text + 1 ? PART : MARK;
    return found;
}

static bool is_looked_up(uint32_t code)
{
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        if (code >= ranges[i].first && code < ranges[i].end)
            return true;
    return code >= HAN_FIRST && code < HAN_END;
}

static void fill_page(sel_arena *scratch, uint32_t first, entry *page)
{
    for (uint32_t i = 0; i < PAGE; i++) {
        uint32_t code = first + i;
        if (code >= HAN_FIRST && code < HAN_END) {
            page[i] = (entry){.role = PART};
            page[i].length = (uint8_t)encode(code, page[i].folded);
        } else if (code != 0) {
            page[i] = find_entry(scratch, code);
        }
    }
}

sel_fold_table *sel_fold_table_create(sel_arena *arena)
{
    sel_arena *scratch = sel_arena_create();
    sel_fold_table *table = sel_arena_array(arena, 1, sizeof *table);
    for (uint32_t page = 0; page < PAGES; page++) {
        if (!is_looked_up(page * PAGE))
            continue;
        entry *entries = sel_arena_array(arena, PAGE, sizeof *entries);
        fill_page(scratch, page * PAGE, entries);
        table->pages[page] = entries;
        sel_arena_reset(scratch);
    }
    sel_arena_destroy(scratch);
    for (uint32_t code = 0; code < 0x80; code++)
        if (table->pages[code / PAGE][code % PAGE].role == PART)
            table->ascii[code] = table->pages[code / PAGE][code % PAGE].folded[0];
    return table;
}

static bool goes_on(sel_str text, size_t at)
{
    return at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80;
}

/* Entry of the character at a place, and its bytes; NULL when it is not looked up or ill-formed. */
static inline const entry *entry_at(const sel_fold_table *table, sel_str text, size_t at,
                                    size_t *length)
{
    unsigned char lead = (unsigned char)text.ptr[at];
    uint32_t code = lead;
    *length = 1;
    if (lead >= 0xC2 && lead < 0xE0 && goes_on(text, at + 1)) {
        *length = 2;
        code = (lead & 0x1Fu) << 6 | ((unsigned char)text.ptr[at + 1] & 0x3Fu);
    } else if (lead >= 0xE0 && lead < 0xF0 && goes_on(text, at + 1) && goes_on(text, at + 2)) {
        *length = 3;
        code = (lead & 0x0Fu) << 12 | ((unsigned char)text.ptr[at + 1] & 0x3Fu) << 6 |
               ((unsigned char)text.ptr[at + 2] & 0x3Fu);
        if (code < 0x800)
            return NULL;
    } else if (lead >= 0x80) {
        return NULL;
    }
    const entry *page = table->pages[code / PAGE];
    const entry *found = page == NULL ? NULL : &page[code % PAGE];
    return found == NULL || found->role == UNKNOWN ? NULL : found;
}

/* The word that text begins with; false when the long way must be taken. */
static bool read_word(const sel_fold_table *table, char *buffer, sel_str text, sel_fold_word *word)
{
    size_t at = 0;
    size_t n = 0;
    while (at < text.len) {
        unsigned char c = (unsigned char)text.ptr[at];
        if (c < 0x80 && table->ascii[c] != 0 && n < SEL_FOLD_ROOM) {
            buffer[n++] = table->ascii[c];
            at += 1;
            continue;
        }
        size_t length;
        const entry *one = entry_at(table, text, at, &length);
        if (one == NULL || n + FOLDED_MAX > SEL_FOLD_ROOM)
            return false;
        if (one->role == BETWEEN)
            break;
        memcpy(buffer + n, one->folded, FOLDED_MAX);
        n += one->length;
        at += length;
    }
    word->source = (sel_str){text.ptr, at};
    word->folded = (sel_str){buffer, n};
    return true;
}

bool sel_fold_table_next(const sel_fold_table *table, sel_arena *arena, char buffer[SEL_FOLD_ROOM],
                         sel_str *rest, sel_fold_word *word)
{
    sel_str text = *rest;
    for (;;) {
        size_t length;
        const entry *one = NULL;
        while (text.len > 0 && (one = entry_at(table, text, 0, &length)) != NULL &&
               one->role != PART)
            text = (sel_str){text.ptr + length, text.len - length};
        if (text.len == 0 || one == NULL || !read_word(table, buffer, text, word)) {
            *rest = text;
            return sel_fold_word_next(arena, rest, word);
        }
        text = (sel_str){text.ptr + word->source.len, text.len - word->source.len};
        *rest = text;
        if (word->folded.len > 0)
            return true;
    }
}
