/** account.h - what is rarely said of a programme: how it came to be, how it was bought, what
 *  became of it. Donors and recipients give such an account of their programmes in questionnaires,
 *  few registers do. */
#ifndef SEL_DOMAIN_ACCOUNT_H
#define SEL_DOMAIN_ACCOUNT_H

#include "domain/organisation.h"

/** An answer or field that was not given. */
enum { SEL_UNKNOWN = -1 };

/** An answer that the question does not apply; besides 1, 0 and SEL_UNKNOWN. */
enum { SEL_DOES_NOT_APPLY = -2 };

/* Who drafted the document of the recipient that a programme follows; none: it follows none, which
 * is what "does not apply" means when this is asked. */
#define SEL_DRAFTED_LIST(X)                                                                        \
    X(SEL_DRAFTED_UNKNOWN, "")                                                                     \
    X(SEL_DRAFTED_RECIPIENT, "recipient")                                                          \
    X(SEL_DRAFTED_TOGETHER, "together")                                                            \
    X(SEL_DRAFTED_DONOR, "donor")                                                                  \
    X(SEL_DRAFTED_OTHER, "other")                                                                  \
    X(SEL_DRAFTED_NONE, "none")

typedef enum sel_drafted {
#define X(id, code) id,
    SEL_DRAFTED_LIST(X)
#undef X
} sel_drafted;

/* Whether a programme was suspended or cut, and why. */
#define SEL_INTERRUPTION_LIST(X)                                                                   \
    X(SEL_INTERRUPTION_UNKNOWN, "")                                                                \
    X(SEL_INTERRUPTION_NONE, "none")                                                               \
    X(SEL_INTERRUPTION_AGREED, "agreed")                                                           \
    X(SEL_INTERRUPTION_TECHNICAL, "technical")                                                     \
    X(SEL_INTERRUPTION_OTHER, "other")

typedef enum sel_interruption {
#define X(id, code) id,
    SEL_INTERRUPTION_LIST(X)
#undef X
} sel_interruption;

/* The assessment that a programme rests on. */
#define SEL_ASSESSED_LIST(X)                                                                       \
    X(SEL_ASSESSED_UNKNOWN, "")                                                                    \
    X(SEL_ASSESSED_NONE, "none")                                                                   \
    X(SEL_ASSESSED_OWN, "own")                                                                     \
    X(SEL_ASSESSED_JOINT, "joint")                                                                 \
    X(SEL_ASSESSED_REUSED, "reused")

typedef enum sel_assessed {
#define X(id, code) id,
    SEL_ASSESSED_LIST(X)
#undef X
} sel_assessed;

/* How goods and services were bought. */
#define SEL_PROCUREMENT_LIST(X)                                                                    \
    X(SEL_PROCUREMENT_UNKNOWN, "")                                                                 \
    X(SEL_PROCUREMENT_OPEN, "open")                                                                \
    X(SEL_PROCUREMENT_LIMITED, "limited")                                                          \
    X(SEL_PROCUREMENT_DIRECT, "direct")                                                            \
    X(SEL_PROCUREMENT_NONE, "none")

typedef enum sel_procurement {
#define X(id, code) id,
    SEL_PROCUREMENT_LIST(X)
#undef X
} sel_procurement;

/* What shows that an answer is true. */
#define SEL_SHOWN_LIST(X)                                                                          \
    X(SEL_SHOWN_WORD, "word")                                                                      \
    X(SEL_SHOWN_DOCUMENT, "document")                                                              \
    X(SEL_SHOWN_PUBLIC, "public")                                                                  \
    X(SEL_SHOWN_CONFIRMED, "confirmed")

typedef enum sel_shown {
#define X(id, code) id,
    SEL_SHOWN_LIST(X)
#undef X
} sel_shown;

/** Some of the non-State groups. */
typedef struct sel_group_set {
    uint8_t groups; /**< bits 1 << (group − SEL_STAKEHOLDER_PRIVATE_CI) */
    int8_t said;    /**< 1: these and no others, none perhaps; SEL_UNKNOWN; SEL_DOES_NOT_APPLY */
} sel_group_set;

/** Of a call for participants: criteria published, in the recipient's language or two languages of
 *  the UN, travel paid. */
enum { SEL_CALL_ITEMS = 3 };

typedef struct sel_account {
    sel_str document; /**< strategy or plan of the recipient that it follows; empty: not said */
    char country[4];  /**< of the implementer, ISO 3166-1 alpha-3; "" not said */
    sel_drafted drafted;
    sel_interruption interruption;
    sel_assessed assessed;
    sel_procurement procurement;
    int8_t division;             /**< a lead or a division of labour: 1, 0, SEL_UNKNOWN */
    int8_t call[SEL_CALL_ITEMS]; /**< 1, 0, SEL_UNKNOWN; all SEL_DOES_NOT_APPLY without a call */
    int8_t tools;                /**< usable without a licence after the end: 1, 0, SEL_UNKNOWN;
                                      SEL_DOES_NOT_APPLY when it gives none */
    int8_t tools_evidence;       /**< sel_shown: 0 own word … 3 confirmed; SEL_UNKNOWN */
    int8_t seller_advised;    /**< somebody who sold to it had advised on it: 1, 0, SEL_UNKNOWN */
    sel_group_set local;      /**< groups of the recipient country that take part */
    sel_group_set design;     /**< groups that took part in the design */
    sel_group_set evaluation; /**< and in monitoring and evaluation */
} sel_account;

/** An empty account: everything unknown. */
sel_account sel_account_blank(void);

/** Whether nothing is said in it. */
bool sel_account_is_blank(const sel_account *account);

/** Make what is said of a call agree: there was none when the criteria do not apply and nothing is
 *  said of the others; else an item that does not apply is not known. */
void sel_account_settle_call(sel_account *account);

/** Number of a code in one of the lists above, or SEL_UNKNOWN. */
int sel_drafted_find(sel_str code);
int sel_interruption_find(sel_str code);
int sel_assessed_find(sel_str code);
int sel_procurement_find(sel_str code);
int sel_shown_find(sel_str code);

/** Codes of the lists above. */
const char *sel_drafted_code(sel_drafted drafted);
const char *sel_interruption_code(sel_interruption interruption);
const char *sel_assessed_code(sel_assessed assessed);
const char *sel_procurement_code(sel_procurement procurement);
const char *sel_shown_code(sel_shown shown);

#endif
