/** codelist_regions.h - the states of geographic regions. Private to the readers of code lists. */
#ifndef SEL_INPUT_CODELIST_REGIONS_H
#define SEL_INPUT_CODELIST_REGIONS_H

#include "base/status.h"
#include "domain/geography.h"

/** Read the file at path (columns region, code) into geography, whose recipients are in their
 *  order already. */
SEL_CHECKED
sel_status sel_codelist_regions(const char *path, sel_arena *arena, sel_geography *geography,
                                sel_error *err);

#endif
