/** iati_share.h - percentages of IATI elements, and whether they make a whole.
 *
 * Unit: ppm of the whole, so 25 % is 250 000. Private to input/iati*. */
#ifndef SEL_INPUT_IATI_SHARE_H
#define SEL_INPUT_IATI_SHARE_H

#include "input/iati_reading.h"

/** Percentages of one set of elements that belong together. */
typedef struct sel_iati_percentages {
    uint64_t sum;     /**< ppm */
    uint32_t given;   /**< elements with a percentage */
    uint32_t missing; /**< elements without a usable one */
} sel_iati_percentages;

/** Count element's percentage into set and give it in *ppm; false when there is none (*ppm 0). A
 *  percentage that is no number from 0 to 10 000 is reported and counts as missing. */
bool sel_iati_percentage(const sel_iati_reading *in, const sel_xml_element *element,
                         sel_iati_percentages *set, uint64_t *ppm);

/** Report at where when the set has percentages that do not make 100: by no more than rounding
 *  (N_PERCENT_ROUNDED), by more, or with some missing. */
void sel_iati_check_sum(const sel_iati_reading *in, const sel_xml_element *where,
                        const sel_iati_percentages *set);

#endif
