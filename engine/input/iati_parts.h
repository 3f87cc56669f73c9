/** iati_parts.h - what an activity is divided among: its places, or the sectors of one vocabulary.
 *
 * The parts are named with percentages by the activity itself, or one by one by
 * its transactions, whose values then weigh them. Shares are normalised over
 * all parts by largest remainder; that of an unknown part (empty code) is
 * nobody's and stays unstated. Private to input/iati*. */
#ifndef SEL_INPUT_IATI_PARTS_H
#define SEL_INPUT_IATI_PARTS_H

#include "input/iati_share.h"

typedef struct sel_iati_part {
    sel_str code;                   /**< empty: unknown */
    const sel_xml_element *element; /**< that named it first */
    uint64_t ppm;                   /**< from percentages */
    bool stated;                    /**< it had a percentage */
    int64_t commitment;             /**< hundredths, from transactions */
    int64_t spending;
} sel_iati_part;

/** Start zeroed. */
typedef struct sel_iati_parts {
    sel_iati_keys codes;
    sel_iati_part *list; /**< codes.count parts */
    uint32_t room;
    sel_iati_percentages percentages;
    sel_str currency; /**< of the transactions' values */
    bool currencies_differ;
} sel_iati_parts;

/** The whole divided: one share per part. */
typedef struct sel_iati_division {
    const uint32_t *ppm; /**< sum SEL_PPM */
    bool weighed;        /**< false: equal parts were taken */
    const char *rule;    /**< how, for sel_iati_field */
} sel_iati_division;

/** The part of a code, new or there already; NULL when the list is full, which is reported. */
sel_iati_part *sel_iati_part_of(const sel_iati_reading *in, sel_iati_parts *parts, sel_str code,
                                const sel_xml_element *element);

/** Count element's percentage to its part. */
void sel_iati_part_stated(const sel_iati_reading *in, sel_iati_parts *parts, sel_str code,
                          const sel_xml_element *element);

/** Count a transaction's value, divided among sharers elements, to the part one of them names. */
void sel_iati_part_valued(const sel_iati_reading *in, sel_iati_parts *parts, sel_str code,
                          const sel_xml_element *element, const sel_iati_transaction *transaction,
                          int64_t sharers);

/** Divide by percentages, and report when they make no whole. What is given counts; those without
 *  one have equal parts of what the given ones leave; where these leave nothing, all parts are
 *  equal. There is at least one part. */
sel_iati_division sel_iati_divide_stated(const sel_iati_reading *in, const sel_iati_parts *parts);

/** Divide by the transactions' commitments, else by what was spent, when these are above 0 for
 *  every part and in one currency; else equally. There is at least one part. */
sel_iati_division sel_iati_divide_valued(const sel_iati_reading *in, const sel_iati_parts *parts);

/** Whether the share of a part is the register's own word. */
bool sel_iati_part_is_stated(const sel_iati_parts *parts, const sel_iati_part *part,
                             const sel_iati_division *division);

/** Codes and percentages as they stand in the file, the first few. */
sel_str sel_iati_parts_written(const sel_iati_reading *in, const sel_iati_parts *parts);

#endif
