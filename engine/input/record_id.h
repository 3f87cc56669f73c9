/** record_id.h - an identifier for a programme whose register gives none. */
#ifndef SEL_INPUT_RECORD_ID_H
#define SEL_INPUT_RECORD_ID_H

#include "domain/programme.h"

/** The first 16 hexadecimal digits of the SHA-256 of the record's folded title, donor, first day
 *  and recipients: the same facts give the same identifier in every reading. The donor is the
 *  first funding party, else the first extending, else the first reporting one; by reference, else
 *  by folded name. Recipients go by code, in the record's order. */
sel_str sel_record_id_make(sel_arena *arena, const sel_programme *record);

#endif
