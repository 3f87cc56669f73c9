/** ledger.h - sums under 64-bit keys: as much memory as there are different keys, whatever the
 * order and number of entries. A handle. */
#ifndef SEL_ANALYSIS_LEDGER_H
#define SEL_ANALYSIS_LEDGER_H

#include "base/arena.h"

typedef struct sel_ledger sel_ledger;

typedef struct sel_ledger_sum {
    uint64_t key;
    uint64_t sum;
} sel_ledger_sum;

sel_ledger *sel_ledger_create(void);

/** NULL is allowed. */
void sel_ledger_destroy(sel_ledger *ledger);

/** Add to the sum of a key (any but UINT64_MAX). */
void sel_ledger_add(sel_ledger *ledger, uint64_t key, uint64_t amount);

/** All sums, ascending key, in arena. */
const sel_ledger_sum *sel_ledger_sums(const sel_ledger *ledger, sel_arena *arena, uint32_t *count);

#endif
