/** register_answers.h - what a register row answers in words of our lists: kinds of help,
 * conditions, ties, ownership, who may see it, and how it belongs to other records. Private to
 *  input/register_*. */
#ifndef SEL_INPUT_REGISTER_ANSWERS_H
#define SEL_INPUT_REGISTER_ANSWERS_H

#include "input/register_cells.h"

/** Set every field that is answered with words of a list. A word that is none of them is reported,
 *  with the nearest. */
void sel_register_answers(sel_register_row *row);

/** Set links from "kind=REGISTER:ID; …". */
void sel_register_links(sel_register_row *row);

/** Name of an item of co-ownership, 0 … SEL_OWNERSHIP_ITEMS - 1: "initiated". */
const char *sel_register_ownership_name(int item);

#endif
