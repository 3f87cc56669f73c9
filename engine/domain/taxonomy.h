/** taxonomy.h - the capabilities that needs and programmes are about.
 *
 * Loaded from codelists/capabilities.csv, in file order; a capability's number
 * is its place there (at most SEL_CAPABILITIES_MAX). Codes follow the CMM 2021
 * factors (D1.1 … D5.6) with five of our own (X1 … X5). */
#ifndef SEL_DOMAIN_TAXONOMY_H
#define SEL_DOMAIN_TAXONOMY_H

#include "base/index.h"
#include "domain/language.h"

enum { SEL_CAPABILITIES_MAX = 200 };

typedef struct sel_capability {
    sel_str code;
    sel_str group; /**< "awareness", "technical" or "policy" */
    sel_names names;
    sel_str hint; /**< one line, English */
} sel_capability;

typedef struct sel_taxonomy {
    sel_capability *capabilities;
    uint32_t count;
} sel_taxonomy;

/** Number of the capability with this code or name (any language, folded), or SEL_NONE. */
uint32_t sel_taxonomy_find(const sel_taxonomy *taxonomy, sel_str text);

/** Capability whose code or name is nearest to text, or SEL_NONE. */
uint32_t sel_taxonomy_nearest(const sel_taxonomy *taxonomy, sel_str text);

#endif
