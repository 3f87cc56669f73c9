/** archive.h - the parts of a ZIP archive, on top of libzip.
 *
 * The archive is read into memory as a whole and nothing of it is ever written
 * to disk. It is refused when it is damaged, locked with a password or spread over
 * several files, when a part is packed in an unusual way, when a name could
 * lead out of the archive or stands there twice (without regard to case), and
 * when anything is over the caps. */
#ifndef SEL_INPUT_ARCHIVE_H
#define SEL_INPUT_ARCHIVE_H

#include "input/bytes.h"

/** Bytes of the file; number of parts; bytes of one part and of all parts unpacked; how many times
 *  as large a part may become, counted for parts above SEL_ARCHIVE_RATIO_FROM bytes. */
enum {
    SEL_ARCHIVE_BYTES_MAX = 1 << 23,
    SEL_ARCHIVE_PARTS_MAX = 1000,
    SEL_ARCHIVE_PART_MAX = 1 << 24,
    SEL_ARCHIVE_TOTAL_MAX = 1 << 26,
    SEL_ARCHIVE_RATIO_MAX = 200,
    SEL_ARCHIVE_RATIO_FROM = 1 << 20
};

/** An archive; a handle. */
typedef struct sel_archive sel_archive;

/** Read bytes to their end and check all parts. SEL_BAD_INPUT when they are not an archive as
 *  described above; SEL_IO when reading fails. *archive is NULL on failure. */
SEL_CHECKED
sel_status sel_archive_open(sel_bytes *bytes, sel_archive **archive, sel_error *err);

/** NULL is allowed. */
void sel_archive_close(sel_archive *archive);

/** Whether there is a part of this name ("xl/workbook.xml"; case does not matter). */
bool sel_archive_has(sel_archive *archive, sel_str name);

/** Unpack a part; *content is valid until the next call or until the archive is closed.
 *  SEL_BAD_INPUT when it is missing or damaged, or when more than twice SEL_ARCHIVE_TOTAL_MAX
 *  bytes were unpacked in all. */
SEL_CHECKED
sel_status sel_archive_read(sel_archive *archive, sel_str name, sel_str *content, sel_error *err);

#endif
