/** sector_tags.h - the capabilities a programme is about from the codes of its sectors.
 *
 * A crosswalk (codelists/sectors.csv) says for codes of a vocabulary to which
 * capabilities of one taxonomy they belong. Texts are not read and nothing is
 * set aside: what no code tells stays in the remainder. */
#ifndef SEL_DOMAIN_SECTOR_TAGS_H
#define SEL_DOMAIN_SECTOR_TAGS_H

#include "domain/programme.h"
#include "domain/taxonomy.h"

/** One row of the crosswalk. A code with several rows is split by their weights. */
typedef struct sel_sector_code {
    sel_str vocabulary; /**< IATI SectorVocabulary: "1" five digits, "2" three digits of DAC */
    sel_str code;
    uint32_t capability;
    uint32_t weight; /**< > 0 */
} sel_sector_code;

typedef struct sel_sectors {
    const sel_sector_code *codes; /**< ascending (vocabulary, code, capability) */
    uint32_t count;
} sel_sectors;

/** Put codes into their order; they become sectors->codes. sectors->count says how many. */
void sel_sectors_sort(sel_sectors *sectors, sel_sector_code *codes);

/** Confidence of a tag in percent: the crosswalk has the very code; only its first three digits
 *  say where it belongs, or it belongs to several capabilities and equal parts were taken. */
enum { SEL_SECTOR_EXACT = 100, SEL_SECTOR_INFERRED = 50 };

/** Tag a record that states no capability. One vocabulary is read, never two: the first of
 *  1 (OECD DAC five-digit; "DAC" before IATI 2.01, or none said) and 2 (three-digit, "DAC-3") of
 *  which a code is known. A five-digit code that is not in the crosswalk, or three digits where
 *  five belong, goes by its first three digits. Shares are the sectors'; shares of unknown codes
 *  stay in the remainder. The order of sectors changes nothing. The whole programme counts:
 *  cyber_low = cyber_high = SEL_PPM, not set aside. A record with stated capabilities keeps them.
 *  New arrays and texts go to arena; capabilities are in the taxonomy's order. */
void sel_sector_tag(const sel_sectors *sectors, const sel_taxonomy *taxonomy, sel_programme *record,
                    sel_arena *arena);

#endif
