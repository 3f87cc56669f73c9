/** file_kind.h - what a file seems to be, from its beginning, for messages about the wrong file. */
#ifndef SEL_INPUT_FILE_KIND_H
#define SEL_INPUT_FILE_KIND_H

#include "base/str.h"

/** Whether text begins as UTF-16 does, with or without a mark. */
bool sel_file_kind_is_utf16(sel_str begin);

/** Whether text (UTF-8, perhaps marked) begins with a tag: XML or a web page, no table. */
bool sel_file_kind_looks_like_xml(sel_str begin);

/** What a file that begins like this is ("a web page (HTML)"), when it cannot be the XML of a
 *  register; NULL when it can. */
const char *sel_file_kind_not_xml(sel_str begin);

/** What to do about such a file instead ("unpack it first"); NULL when it can be XML. */
const char *sel_file_kind_advice(sel_str begin);

#endif
