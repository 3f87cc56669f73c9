/** disclosure.h - who may see an answer or a record. */
#ifndef SEL_DOMAIN_DISCLOSURE_H
#define SEL_DOMAIN_DISCLOSURE_H

#include "base/str.h"

/* From the widest circle to the narrowest. */
#define SEL_DISCLOSURE_LIST(X)                                                                     \
    X(SEL_DISCLOSURE_PUBLIC, "public")                                                             \
    X(SEL_DISCLOSURE_CIRCULATED, "circulated")                                                     \
    X(SEL_DISCLOSURE_PARTIES, "parties")                                                           \
    X(SEL_DISCLOSURE_SECRETARIAT, "secretariat")                                                   \
    X(SEL_DISCLOSURE_SEALED, "sealed")

typedef enum sel_disclosure {
#define X(id, code) id,
    SEL_DISCLOSURE_LIST(X)
#undef X
        SEL_DISCLOSURE_COUNT
} sel_disclosure;

/** Level of a code, or -1. */
int sel_disclosure_find(sel_str code);

/** The same; SEL_DISCLOSURE_SEALED for a code we do not know, so that it goes to nobody. */
sel_disclosure sel_disclosure_of(sel_str code);

const char *sel_disclosure_code(sel_disclosure level);

/** Whether something of this level (a code as stored) may go to an audience. The audience sees its
 *  own level and wider ones; a code we do not know goes to nobody. */
bool sel_disclosure_allows(sel_str level, sel_disclosure audience);

#endif
