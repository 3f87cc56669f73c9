/** row.h - which member of a struct is which column of a row, said once.
 *
 * A form lists the members in the order of the columns. Binding a row, reading
 * it back and its fingerprint all follow the form, so that they cannot differ.
 * Private to the store. */
#ifndef SEL_STORE_ROW_H
#define SEL_STORE_ROW_H

#include "base/hash.h"
#include "store/query.h"

#include <stddef.h>

typedef enum sel_cell_type {
    SEL_ROW_TEXT,    /**< sel_str */
    SEL_ROW_NAME,    /**< const char * */
    SEL_ROW_FLAG,    /**< bool, 0 or 1 */
    SEL_ROW_COUNT,   /**< unsigned integer of the cell's width */
    SEL_ROW_I64,     /**< int64_t */
    SEL_ROW_TRUTH,   /**< int8_t, SEL_UNKNOWN is NULL, SEL_DOES_NOT_APPLY stands */
    SEL_ROW_RUNG,    /**< int8_t number of a code, SEL_UNKNOWN is NULL */
    SEL_ROW_CODE,    /**< enum, its code; an empty code is NULL */
    SEL_ROW_BITS,    /**< set of the cell's width, codes joined by one space; 0 is NULL */
    SEL_ROW_DAYS,    /**< sel_days: earliest, latest; unknown is NULL twice */
    SEL_ROW_MONEY,   /**< sel_money: low, high, currency, raw */
    SEL_ROW_SHARE,   /**< sel_share: ppm; unknown is NULL */
    SEL_ROW_RANGE,   /**< sel_range: low, high; unknown is NULL twice */
    SEL_ROW_LETTERS, /**< char[4], three letters; none is NULL */
} sel_cell_type;

/** Codes of an enumeration by number. */
typedef struct sel_codes {
    const char *const *names;
    uint32_t count;
} sel_codes;

typedef struct sel_row_cell {
    sel_cell_type type;
    size_t offset;          /**< of the member in its struct */
    size_t width;           /**< of a COUNT or BITS member: 1, 2, 4 or 8 bytes */
    const sel_codes *codes; /**< of RUNG, CODE and BITS */
} sel_row_cell;

typedef struct sel_form {
    const sel_row_cell *cells;
    size_t count;
} sel_form;

/** Put all columns of a row. The struct must live until the query ends. */
void sel_row_put(sel_query *query, const sel_form *form, const void *row);

/** Take all columns of a row; texts go into arena. Members that are not in the form are left. */
void sel_row_take(sel_query *query, const sel_form *form, sel_arena *arena, void *row);

/** Add a row to a fingerprint, as it would be stored. */
void sel_row_hash(sel_hash *hash, const sel_form *form, const void *row);

/** The parts of a fingerprint: "i" and the number as 8 bytes, least significant first; "t", the
 *  length as such 8 bytes and the text. A NULL of a row is "n". This must never change. */
void sel_row_hash_text(sel_hash *hash, sel_str text);
void sel_row_hash_integer(sel_hash *hash, int64_t value);

#endif
