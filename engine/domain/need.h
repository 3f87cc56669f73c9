/** need.h - what a recipient says of one capability, and the need that follows. */
#ifndef SEL_DOMAIN_NEED_H
#define SEL_DOMAIN_NEED_H

#include "base/date.h"

#include <stdint.h>

/** Answer to "outside help wanted in the next 24 months". */
typedef enum sel_help {
    SEL_HELP_UNSAID,
    SEL_HELP_NONE,
    SEL_HELP_SOME,
    SEL_HELP_MUCH,
    SEL_HELP_DONT_KNOW,
} sel_help;

/** One respondent's own entries on one capability. Zero stages and importance mean: not said. */
typedef struct sel_need_entry {
    uint32_t recipient;  /**< recipient number */
    uint32_t capability; /**< capability number */
    uint32_t submission; /**< number of the submission in the study */
    sel_help help;
    uint8_t stage;      /**< 1..5, 0 not said: where the recipient is now */
    uint8_t target;     /**< 1..5, 0 not said: where it wants to be */
    uint8_t importance; /**< 1 low … 4 vital, 0 not said */
    uint8_t urgent;     /**< 1..3 when among the three most urgent, else 0 */
    sel_days by;        /**< by when; unknown when not said */
} sel_need_entry;

#endif
