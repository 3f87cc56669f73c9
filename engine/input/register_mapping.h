/** register_mapping.h - what a person decides about the columns of a register.
 *
 * A CSV with the columns `header,field` and, if wanted, `found,value,rule`:
 *
 *     header,field,found,value,rule
 *     Bailleur,funder                       the column holds the funder
 *     Etat,status,En cours,running          where "En cours" is written, it means running
 *     Etat,status,?,-                       where "?" is written, nothing is said
 *     Montant (k€),amount,,EUR,thousand     amounts of the column are thousands of euros
 *     Total,amount,,,once                   each row repeats the whole: the largest counts
 *     [C],note                              by its letter, for headers that stand twice
 *     Interne,-                             left out
 *     =Government of X,funder               the same for every row
 *     Dossier,key                           rows with the same text are one programme
 *     -,key                                 every row is a programme of its own
 *
 * Fields are those of register_table.h. Rules: thousand, million, once, sum. Headers are compared
 * as the file writes them, without blanks at the ends. All faults are found in one run; a row with
 * a fault decides nothing. */
#ifndef SEL_INPUT_REGISTER_MAPPING_H
#define SEL_INPUT_REGISTER_MAPPING_H

#include "input/register_table.h"

/** Most rows of a mapping, columns of its key, and columns that are the same for every row. */
enum { SEL_REGISTER_MAPPING_ROWS_MAX = 10000, SEL_REGISTER_KEY_MAX = 16 };

/** How the amounts of the rows of one programme belong together. */
typedef enum sel_register_amounts {
    SEL_AMOUNTS_BY_FILE, /**< as the file looks */
    SEL_AMOUNTS_ONCE,    /**< each row repeats the whole */
    SEL_AMOUNTS_SUM,     /**< each row is a part */
} sel_register_amounts;

/** What is decided about one column, or about a text for all rows. */
typedef struct sel_register_decision {
    sel_str header;   /**< as written, "[C]"; empty: value is for every row */
    int field;        /**< SEL_FIELD_UNUSED: left out; SEL_UNKNOWN: only part of the key */
    sel_str value;    /**< for every row */
    sel_str currency; /**< of its amounts, or empty */
    int power;        /**< amounts are times 10^power */
    bool key;         /**< part of the key */
    bool used;        /**< the file has such a column */
    uint64_t line;    /**< of the mapping file */
    uint32_t row;
} sel_register_decision;

/** Whether text begins as such a mapping does, not as one for answers. */
bool sel_register_mapping_suspected(sel_str begin);

/** Read a mapping; faults go to issues. SEL_BAD_INPUT when it is no CSV, lacks a column, has an
 *  unknown one or too many rows. *mapping is NULL then. */
SEL_CHECKED
sel_status sel_register_mapping_open(sel_bytes *bytes, sel_issues *issues,
                                     sel_register_mapping **mapping, sel_error *err);

/** NULL is allowed. */
void sel_register_mapping_close(sel_register_mapping *mapping);

uint32_t sel_register_mapping_count(const sel_register_mapping *mapping);
const sel_register_decision *sel_register_mapping_at(const sel_register_mapping *mapping,
                                                     uint32_t number);

/** The decision about a column, or NULL; mapping may be NULL. column counts from 1. */
const sel_register_decision *sel_register_mapping_find(const sel_register_mapping *mapping,
                                                       sel_str header, uint32_t column);

/** What text in a column means, in *value (empty: nothing is said); false: as it is written. */
bool sel_register_mapping_translate(const sel_register_mapping *mapping,
                                    const sel_register_decision *decision, sel_str text,
                                    sel_str *value);

sel_register_amounts sel_register_mapping_amounts(const sel_register_mapping *mapping);

/** "-,key": one row is one programme. */
bool sel_register_mapping_single(const sel_register_mapping *mapping);

/** Report decisions about headers that are not among the columns. */
void sel_register_mapping_report_unused(const sel_register_mapping *mapping,
                                        const sel_register_column *columns, uint32_t count,
                                        sel_issues *issues);

#endif
