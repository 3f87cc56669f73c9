/** taxonomy.h - the capabilities that needs and programmes are about.
 *
 * A taxonomy is a code list that codelists/taxonomies.csv names. "cyber" has
 * the CMM 2021 factors (D1.1 … D5.6) with five of our own (X1 … X5);
 * "dac-sectors" the three-digit categories of the OECD DAC. Capabilities are in
 * file order; a capability's number is its place there (at most
 * SEL_CAPABILITIES_MAX). */
#ifndef SEL_DOMAIN_TAXONOMY_H
#define SEL_DOMAIN_TAXONOMY_H

#include "base/index.h"
#include "domain/language.h"

enum { SEL_CAPABILITIES_MAX = 200 };

/** How records that state no capability get theirs. */
typedef enum sel_tagged_by {
    SEL_TAGGED_BY_WORDS,   /**< domain/tagger reads their texts */
    SEL_TAGGED_BY_SECTORS, /**< domain/sector_tags looks their codes up; texts are not read */
} sel_tagged_by;

typedef struct sel_capability {
    sel_str code;
    sel_str group; /**< "awareness", "technical" or "policy"; "social", "economic" … of DAC */
    sel_names names;
    sel_str hint; /**< one line, English; may be empty */
} sel_capability;

typedef struct sel_taxonomy {
    sel_str id; /**< "cyber", "dac-sectors": what a store is made for */
    sel_tagged_by tagged_by;
    sel_capability *capabilities;
    uint32_t count;
} sel_taxonomy;

/** Number of the capability with this code or name (any language, folded), or SEL_NONE. */
uint32_t sel_taxonomy_find(const sel_taxonomy *taxonomy, sel_str text);

/** Capability whose code or name is nearest to text, or SEL_NONE. */
uint32_t sel_taxonomy_nearest(const sel_taxonomy *taxonomy, sel_str text);

#endif
