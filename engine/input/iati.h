/** iati.h - programmes from files of the IATI activity standard, versions 1.01 to 1.05 and 2.01 to
 * 2.03.
 *
 * Tolerant activity by activity: elements in any order, faults in single
 * fields become issues (subject: the element; record: the iati-identifier;
 * line) and the rest is taken. A wrong version, or none, is reported and the
 * file read by what it holds. A file that is not well-formed or not IATI is
 * refused as a whole with its place and what to do; records handed on before
 * are for the caller to roll back. Memory does not depend on the file's size.
 *
 * What is read and how is told at each part (iati_*.c); what the versions
 * write differently stands in iati_version1.c. Contacts, results, documents
 * and locations are never looked at. */
#ifndef SEL_INPUT_IATI_H
#define SEL_INPUT_IATI_H

#include "base/issues.h"
#include "base/progress.h"
#include "domain/programme.h"
#include "domain/reference.h"
#include "input/bytes.h"

typedef struct sel_iati_options {
    const char *register_name;   /**< of all records; NULL: each one's reporting organisation, by
                                      reference, else by folded name */
    const char *default_country; /**< recipient code for activities that name no place, or NULL */
    sel_progress *progress;      /**< may be NULL */
} sel_iati_options;

typedef struct sel_iati_counts {
    uint64_t seen;    /**< activities in the file, as far as it was read */
    uint64_t taken;   /**< by the sink */
    uint64_t refused; /**< not handed on; an E_ issue tells why */
} sel_iati_counts;

/** Read all activities. SEL_OK also when the sink stopped the reading. SEL_BAD_INPUT with line
 *  and column for what is no XML or no IATI activity file, SEL_USAGE for an unknown default
 *  country, SEL_IO. counts is filled in any case. */
SEL_CHECKED
sel_status sel_iati_read(sel_bytes *bytes, const sel_reference *reference,
                         const sel_iati_options *options, sel_programme_sink sink,
                         sel_issues *issues, sel_iati_counts *counts, sel_error *err);

/** The same for a file; SEL_NOT_FOUND when there is none. */
SEL_CHECKED
sel_status sel_iati_read_file(const char *path, const sel_reference *reference,
                              const sel_iati_options *options, sel_programme_sink sink,
                              sel_issues *issues, sel_iati_counts *counts, sel_error *err);

#endif
