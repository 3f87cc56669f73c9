/** tongue.h - which language a short text is written in, as far as its letters and its smallest
 * words tell.
 *
 * It is asked for one thing only: whether two titles that are not alike say so in one language, or
 * are perhaps a translation of each other. So it rather says "unknown" than guesses: letters other
 * than Latin tell the script, which stands for the language; Latin letters tell nothing without a
 * word such as "the" or "des" that the other languages known here do not have. */
#ifndef SEL_ANALYSIS_TONGUE_H
#define SEL_ANALYSIS_TONGUE_H

#include "base/str.h"

#include <stdint.h>

typedef enum sel_tongue {
    SEL_TONGUE_UNKNOWN, /**< no letters, or letters not known here */
    SEL_TONGUE_LATIN,   /**< Latin letters, the language is not known */
    SEL_TONGUE_ENGLISH,
    SEL_TONGUE_FRENCH,
    SEL_TONGUE_SPANISH,
    SEL_TONGUE_PORTUGUESE,
    SEL_TONGUE_INDONESIAN,
    SEL_TONGUE_CYRILLIC,
    SEL_TONGUE_ARABIC,
    SEL_TONGUE_CHINESE,
    SEL_TONGUE_JAPANESE,
    SEL_TONGUE_KOREAN,
} sel_tongue;

/** Language of a folded text (base/fold.h): the script of most of its letters, and for Latin ones
 *  the language with most words of its own, if one has more than every other. */
sel_tongue sel_tongue_of(sel_str folded);

/** Code point at *at of well-formed UTF-8, as folding leaves it; moves *at behind it. Here, so that
 *  loops over letters need no call. */
static inline uint32_t sel_tongue_next_code(sel_str text, size_t *at)
{
    unsigned char lead = (unsigned char)text.ptr[(*at)++];
    if (lead < 0x80)
        return lead;
    uint32_t code = lead >= 0xF0 ? lead & 0x07U : lead >= 0xE0 ? lead & 0x0FU : lead & 0x1FU;
    while (*at < text.len && ((unsigned char)text.ptr[*at] & 0xC0) == 0x80)
        code = code << 6 | ((unsigned char)text.ptr[(*at)++] & 0x3FU);
    return code;
}

#endif
