/** encoding.h - which letters the bytes of a table stand for.
 *
 * Asked in this order: what the user says, a byte order mark, well-formed
 * UTF-8, the NUL pattern of UTF-16, then code pages. A code page is chosen by
 * the words it makes readable: words the caller knows first, then words that
 * no language writes (letters of two scripts, a capital behind a small letter,
 * signs inside). When two readings are as good, nothing is chosen. */
#ifndef SEL_INPUT_ENCODING_H
#define SEL_INPUT_ENCODING_H

#include "base/index.h"
#include "input/bytes.h"

/** How the encoding was found. */
typedef enum sel_encoding_by {
    SEL_ENCODING_UTF8,    /**< all that was looked at is well-formed UTF-8 */
    SEL_ENCODING_MARK,    /**< a byte order mark */
    SEL_ENCODING_NULS,    /**< every other byte is NUL: UTF-16 */
    SEL_ENCODING_GIVEN,   /**< the user said so */
    SEL_ENCODING_WORDS,   /**< a code page that makes known words readable */
    SEL_ENCODING_LETTERS, /**< a code page under which words look like words */
} sel_encoding_by;

typedef struct sel_encoding {
    char name[32]; /**< "UTF-8", "windows-1256" */
    sel_encoding_by by;
    uint32_t words; /**< known words found; SEL_ENCODING_WORDS only */
} sel_encoding;

/** Bytes looked at for UTF-8; largest file that is converted. */
enum { SEL_ENCODING_LOOK = 2 << 20, SEL_ENCODING_CONVERT_MAX = 32 << 20 };

/** Find the encoding and let bytes be read as UTF-8 from here on: UTF-8 stays streamed, all else is
 *  converted as a whole. given: name as iconv knows it, or NULL. words: words with letters outside
 *  ASCII as they are written; NULL when there are none. SEL_USAGE when given is unknown;
 *  SEL_REFUSED when nothing can be chosen; SEL_BAD_INPUT when the bytes are not of the encoding or
 *  more than SEL_ENCODING_CONVERT_MAX. */
SEL_CHECKED
sel_status sel_encoding_settle(sel_bytes *bytes, const char *given, const sel_index *words,
                               sel_encoding *encoding, sel_error *err);

/** text, which is UTF-8, in the letters of encoding, in arena; without a byte order mark. False
 * when the encoding does not have them all. */
bool sel_encoding_restore(const sel_encoding *encoding, sel_str text, sel_arena *arena,
                          sel_str *out);

/** Add the words of text that have letters outside ASCII. */
void sel_encoding_add_words(sel_index *words, sel_str text);

#endif
