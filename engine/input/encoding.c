#include "input/encoding.h"

#include "input/encoding_words.h"

#include <errno.h>
#include <iconv.h>

/* Code pages that spreadsheet programs save CSV in; more common ones first, which names the choice
 * when two read the file alike. */
static const struct {
    const char *name;
    const char *iconv;
} pages[] = {
    {"windows-1252", "CP1252"},    {"windows-1250", "CP1250"}, {"windows-1251", "CP1251"},
    {"windows-1253", "CP1253"},    {"windows-1254", "CP1254"}, {"windows-1256", "CP1256"},
    {"Mac OS Roman", "MACINTOSH"}, {"GB18030", "GB18030"},     {"Shift_JIS (932)", "CP932"},
    {"Korean (949)", "UHC"},       {"Big5 (950)", "BIG5"},
};

enum { PAGE_COUNT = sizeof pages / sizeof pages[0], SAMPLE_MAX = 65536 };

/* The five bytes that windows-1252 leaves out. Programs write them all the same; as in the Encoding
 * Standard (WHATWG 2014) they stand for the control characters of their numbers. */
static bool is_hole_1252(const char *from, char byte)
{
    return strcmp(from, "CP1252") == 0 && memchr("\x81\x8D\x8F\x90\x9D", byte, 5) != NULL;
}

/* All of text in other letters, in arena; false when some bytes are not of the encoding, or some
 * letters not in the other. *bad gets the place of the first of them. */
static bool recode(const char *from, const char *to, sel_str text, sel_arena *arena, sel_str *out,
                   size_t *bad)
{
    iconv_t how = iconv_open(to, from);
    *bad = 0;
    if (how == (iconv_t)-1)
        return false;
    size_t room = text.len * 2 + 16;
    char *buffer = sel_memory_resize(NULL, room, 1);
    char *in = (char *)(uintptr_t)text.ptr;
    size_t left = text.len;
    size_t used = 0;
    size_t outcome = 0;
    bool flushed = false; /* some encodings hold a letter back until they know what follows */
    while (!flushed) {
        char *end = buffer + used;
        size_t space = room - used;
        bool last = left == 0;
        outcome = iconv(how, last ? NULL : &in, &left, &end, &space);
        used = (size_t)(end - buffer);
        bool failed = outcome == (size_t)-1;
        bool hole = failed && errno == EILSEQ && is_hole_1252(from, *in);
        if (failed && errno != E2BIG && !hole)
            break;
        if (hole && space >= 2) {
            buffer[used++] = '\xC2';
            buffer[used++] = *in++;
            left -= 1;
        } else if (failed) {
            buffer = sel_memory_resize(buffer, room *= 2, 1);
        }
        flushed = last && outcome != (size_t)-1;
    }
    iconv_close(how);
    *bad = text.len - left;
    if (outcome != (size_t)-1)
        *out = (sel_str){sel_arena_copy(arena, buffer, used), used};
    sel_memory_resize(buffer, 0, 1);
    return outcome != (size_t)-1;
}

static bool convert(const char *from, sel_str text, sel_arena *arena, sel_str *out, size_t *bad)
{
    return recode(from, "UTF-8", text, arena, out, bad);
}

bool sel_encoding_restore(const sel_encoding *encoding, sel_str text, sel_arena *arena,
                          sel_str *out)
{
    const char *to = encoding->name;
    for (uint32_t i = 0; i < PAGE_COUNT; i++)
        if (strcmp(pages[i].name, to) == 0)
            to = pages[i].iconv;
    size_t bad;
    return recode("UTF-8", to, text, arena, out, &bad);
}

static uint64_t line_of(sel_str text, size_t place)
{
    uint64_t line = 1;
    for (size_t i = 0; i < place && i < text.len; i++)
        line += text.ptr[i] == '\n' ||
                (text.ptr[i] == '\r' && i + 1 < text.len && text.ptr[i + 1] != '\n');
    return line;
}

static sel_status convert_all(sel_bytes *bytes, const char *from, size_t skip, const char *name,
                              sel_error *err)
{
    bool all;
    sel_status status = sel_bytes_hold(bytes, SEL_ENCODING_CONVERT_MAX, &all, err);
    if (status != SEL_OK)
        return status;
    sel_error_place(err, sel_bytes_name(bytes).ptr, 0, 0);
    sel_str text = sel_bytes_held(bytes);
    if (!all || text.len > SEL_ENCODING_CONVERT_MAX)
        return sel_fail(err, SEL_BAD_INPUT,
                        "the letters are %s and the file is larger than 32 MiB; save it as "
                        "\"CSV UTF-8\"",
                        name);
    text = sel_str_part(text, skip, text.len);
    sel_arena *arena = sel_arena_create();
    sel_str utf8;
    size_t bad;
    if (convert(from, text, arena, &utf8, &bad)) {
        sel_bytes_replace(bytes, utf8);
    } else {
        sel_error_place(err, sel_bytes_name(bytes).ptr, line_of(text, bad), 0);
        status = sel_fail(err, SEL_BAD_INPUT, "the letters are not %s", name);
    }
    sel_arena_destroy(arena);
    return status;
}

/* Lines with bytes outside ASCII: all that tells code pages apart. */
static sel_str sample_lines(sel_str text, sel_arena *arena)
{
    char *sample = sel_arena_array(arena, SAMPLE_MAX, 1);
    size_t used = 0;
    size_t start = 0;
    bool foreign = false;
    for (size_t i = 0; i < text.len; i++) {
        foreign |= (unsigned char)text.ptr[i] >= 0x80;
        bool end = text.ptr[i] == '\n' || text.ptr[i] == '\r' || i + 1 == text.len;
        size_t length = i + 1 - start;
        if (!end)
            continue;
        if (foreign && used + length <= SAMPLE_MAX) {
            memcpy(sample + used, text.ptr + start, length);
            used += length;
        }
        start = i + 1;
        foreign = false;
    }
    return used > 0 ? (sel_str){sample, used} : sel_str_part(text, 0, SAMPLE_MAX);
}

/* What the sample reads like under one code page. */
typedef struct reading {
    uint32_t page;
    sel_str text;
    uint32_t words; /* known ones */
    uint32_t odd;
} reading;

static void weigh(reading *r, const sel_index *words)
{
    sel_str rest = r->text;
    sel_str word;
    uint32_t odd;
    while (sel_encoding_word(&rest, &word, &odd)) {
        r->words += words != NULL && sel_index_find(words, word) != SEL_NONE;
        r->odd += odd;
    }
}

static int compare(const reading *a, const reading *b)
{
    if (a->words != b->words)
        return a->words > b->words ? -1 : 1;
    return (a->odd > b->odd) - (a->odd < b->odd);
}

static sel_status choose_page(sel_bytes *bytes, const sel_index *words, sel_arena *arena,
                              reading *best, sel_error *err)
{
    sel_str sample = sample_lines(sel_bytes_held(bytes), arena);
    reading other = {.page = PAGE_COUNT}; /* as good as the best, but another text */
    best->page = PAGE_COUNT;
    for (uint32_t i = 0; i < PAGE_COUNT; i++) {
        reading r = {.page = i};
        size_t bad;
        if (!convert(pages[i].iconv, sample, arena, &r.text, &bad))
            continue;
        weigh(&r, words);
        int order = best->page == PAGE_COUNT ? -1 : compare(&r, best);
        if (order < 0) {
            *best = r;
            other.page = PAGE_COUNT;
        } else if (order == 0 && !sel_str_equal(r.text, best->text)) {
            other = r;
        }
    }
    const char *name = sel_bytes_name(bytes).ptr;
    sel_error_place(err, name, 0, 0);
    if (best->page == PAGE_COUNT)
        return sel_fail(err, SEL_REFUSED,
                        "the letters of '%s' are not UTF-8 and of no code page we know; save it as "
                        "\"CSV UTF-8\"",
                        name);
    if (other.page != PAGE_COUNT)
        return sel_fail(err, SEL_REFUSED,
                        "the letters of '%s' are not UTF-8; they could be %s or %s; save it as "
                        "\"CSV UTF-8\" or say which with --encoding",
                        name, pages[best->page].name, pages[other.page].name);
    return SEL_OK;
}

static sel_status settle_page(sel_bytes *bytes, const sel_index *words, sel_encoding *encoding,
                              sel_error *err)
{
    sel_arena *arena = sel_arena_create();
    reading best = {0};
    sel_status status = choose_page(bytes, words, arena, &best, err);
    if (status == SEL_OK) {
        encoding->by = best.words > 0 ? SEL_ENCODING_WORDS : SEL_ENCODING_LETTERS;
        encoding->words = best.words;
        snprintf(encoding->name, sizeof encoding->name, "%s", pages[best.page].name);
        status = convert_all(bytes, pages[best.page].iconv, 0, encoding->name, err);
    }
    sel_arena_destroy(arena);
    return status;
}

/* In UTF-16 of a table most characters are ASCII: one of the two bytes of most pairs is NUL. */
static const char *utf16_by_nuls(sel_str peek)
{
    size_t nuls[2] = {0};
    size_t pairs = peek.len / 2;
    for (size_t i = 0; i < pairs * 2; i++)
        nuls[i % 2] += peek.ptr[i] == '\0';
    if (pairs < 4)
        return NULL;
    return nuls[1] * 2 > pairs && nuls[0] == 0   ? "UTF-16LE"
           : nuls[0] * 2 > pairs && nuls[1] == 0 ? "UTF-16BE"
                                                 : NULL;
}

/* What is held, without a character that was cut off at its end. */
static bool held_is_utf8(const sel_bytes *bytes, bool all)
{
    sel_str held = sel_bytes_held(bytes);
    size_t end = held.len;
    for (int back = 0; !all && back < 4 && end > 0 && (held.ptr[end - 1] & 0x80) != 0; back++)
        end -= 1;
    return sel_str_is_utf8(sel_str_part(held, 0, end));
}

/* Whether there are bytes that no text has: it is a picture or an archive. The reader says what it
 * makes of it. */
static bool is_binary(sel_str peek)
{
    for (size_t i = 0; i < peek.len; i++)
        if ((unsigned char)peek.ptr[i] < 0x20 && memchr("\t\n\v\f\r", peek.ptr[i], 5) == NULL)
            return true;
    return false;
}

static sel_status settle_given(sel_bytes *bytes, const char *given, sel_encoding *encoding,
                               sel_error *err)
{
    static const char *const utf8[] = {"utf-8", "utf8"};
    snprintf(encoding->name, sizeof encoding->name, "%s", given);
    encoding->by = SEL_ENCODING_GIVEN;
    for (size_t i = 0; i < sizeof utf8 / sizeof utf8[0]; i++)
        if (sel_str_equal_ascii(sel_str_of(given), sel_str_of(utf8[i])))
            return SEL_OK;
    iconv_t known = iconv_open("UTF-8", given);
    if (known == (iconv_t)-1)
        return sel_fail(err, SEL_USAGE, "there is no encoding called '%s'; try windows-1252",
                        given);
    iconv_close(known);
    return convert_all(bytes, given, 0, encoding->name, err);
}

sel_status sel_encoding_settle(sel_bytes *bytes, const char *given, const sel_index *words,
                               sel_encoding *encoding, sel_error *err)
{
    *encoding = (sel_encoding){.name = "UTF-8", .by = SEL_ENCODING_UTF8};
    if (given != NULL)
        return settle_given(bytes, given, encoding, err);
    sel_str peek = sel_bytes_peek(bytes);
    const char *utf16 = sel_str_starts(peek, (sel_str){"\xFF\xFE", 2})   ? "UTF-16LE"
                        : sel_str_starts(peek, (sel_str){"\xFE\xFF", 2}) ? "UTF-16BE"
                                                                         : NULL;
    bool marked = utf16 != NULL;
    if (!marked)
        utf16 = utf16_by_nuls(peek);
    if (utf16 != NULL) {
        encoding->by = marked ? SEL_ENCODING_MARK : SEL_ENCODING_NULS;
        snprintf(encoding->name, sizeof encoding->name, "%s", utf16);
        return convert_all(bytes, utf16, marked ? 2 : 0, utf16, err);
    }
    bool binary = is_binary(peek);
    if (sel_str_starts(peek, SEL_STR("\xEF\xBB\xBF")))
        encoding->by = SEL_ENCODING_MARK;
    bool all;
    sel_status status = sel_bytes_hold(bytes, SEL_ENCODING_LOOK, &all, err); /* ends peek */
    if (status != SEL_OK)
        return status;
    return binary || encoding->by == SEL_ENCODING_MARK || held_is_utf8(bytes, all)
               ? SEL_OK
               : settle_page(bytes, words, encoding, err);
}

void sel_encoding_add_words(sel_index *words, sel_str text)
{
    sel_str rest = text;
    sel_str word;
    uint32_t odd;
    while (sel_encoding_word(&rest, &word, &odd))
        sel_index_add(words, word);
}
