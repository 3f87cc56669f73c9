/** geography.h - who can receive support: states, territories and regional organisations.
 *
 * Loaded from codelists/{countries,country_names,bodies,memberships,region_members}.csv.
 * The order is by code bytes; a recipient's number is its place in that order. */
#ifndef SEL_DOMAIN_GEOGRAPHY_H
#define SEL_DOMAIN_GEOGRAPHY_H

#include "base/index.h"
#include "domain/language.h"

/** One possible recipient. */
typedef struct sel_recipient {
    sel_str code; /**< ISO 3166-1 alpha-3, or a regional organisation's own code */
    sel_str iso2; /**< ISO 3166-1 alpha-2; empty for organisations */
    sel_names names;
    sel_str region;          /**< M49 region, English */
    sel_str subregion;       /**< M49 sub-region, English */
    bool body;               /**< a regional organisation, not a state or territory */
    bool un_member;          /**< one of the 193: only these enter a denominator */
    bool ldc;                /**< least developed */
    bool lldc;               /**< landlocked developing */
    bool sids;               /**< small island developing */
    const uint32_t *members; /**< recipient numbers, ascending; organisations only */
    uint32_t member_count;
} sel_recipient;

/** A geographic region of the OECD DAC or the United Nations (M49), with the states in it. */
typedef struct sel_region {
    sel_str code;            /**< "298", "002": the vocabularies share no code */
    const uint32_t *members; /**< recipient numbers of UN members, ascending */
    uint32_t member_count;   /**< > 0 */
} sel_region;

/** All recipients. The index maps folded codes and names in any language to numbers. */
typedef struct sel_geography {
    sel_recipient *recipients;
    uint32_t count;
    const struct sel_geography_name *names; /**< sorted by folded name */
    uint32_t name_count;
    const sel_region *regions; /**< ascending code */
    uint32_t region_count;
} sel_geography;

typedef struct sel_geography_name {
    sel_str folded;
    uint32_t recipient;
} sel_geography_name;

/** Number of the recipient with this code (alpha-3 or an organisation's; exact), or SEL_NONE. */
uint32_t sel_geography_code(const sel_geography *geography, sel_str code);

/** Number of the country with this alpha-2 code (capitals), or SEL_NONE. For columns that hold
 *  alpha-2 codes only: "AU" there is Australia, not an organisation. */
uint32_t sel_geography_iso2(const sel_geography *geography, sel_str text);

/** Number of the recipient that text means: alpha-3, alpha-2 in capitals, or a name in any
 *  language without regard to case and accents; SEL_NONE when there is none. "NA" is Namibia. */
uint32_t sel_geography_find(const sel_geography *geography, sel_str text);

/** Recipient whose name is nearest to text for "did you mean", or SEL_NONE. */
uint32_t sel_geography_nearest(const sel_geography *geography, sel_str text);

/** The region that a recipient code "R:298" means, or NULL: no region, or one whose states nobody
 *  lists ("R:998", developing countries unspecified). */
const sel_region *sel_geography_region(const sel_geography *geography, sel_str code);

/** What pools states: an organisation, by its number, or a region, by the number of recipients plus
 *  its place among the regions. text is a code ("ASEAN", "R:035", "035"), a name of an
 * organisation, or the English name of a M49 region or sub-region; SEL_NONE when it means neither.
 */
uint32_t sel_geography_area(const sel_geography *geography, sel_str text);

/** Members of an area, ascending; *members points at them. */
uint32_t sel_geography_area_members(const sel_geography *geography, uint32_t area,
                                    const uint32_t **members);

/** The region that an area is, or NULL for an organisation. */
const sel_region *sel_geography_area_region(const sel_geography *geography, uint32_t area);

/** English M49 name of a region: that of the region or sub-region with the same UN members; empty
 *  when there is none. */
sel_str sel_geography_region_name(const sel_geography *geography, const sel_region *region);

/** Whether recipient is the organisation body itself or one of its members. */
bool sel_geography_within(const sel_geography *geography, uint32_t body, uint32_t recipient);

#endif
