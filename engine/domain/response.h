/** response.h - what one respondent answered in one submission. */
#ifndef SEL_DOMAIN_RESPONSE_H
#define SEL_DOMAIN_RESPONSE_H

#include "domain/geography.h"
#include "domain/need.h"
#include "domain/programme.h"
#include "domain/questionnaire.h"
#include "domain/request.h"

/* Four different ways of not giving a value are four different answers; an
 * item nobody touched has no answer at all. */
#define SEL_ANSWER_LIST(X)                                                                         \
    X(SEL_ANSWER_VALUE, "value")                                                                   \
    X(SEL_ANSWER_DONT_KNOW, "dont_know")                                                           \
    X(SEL_ANSWER_NOT_APPLICABLE, "not_applicable")                                                 \
    X(SEL_ANSWER_NOT_SAID, "not_said")

typedef enum sel_answer_kind {
#define X(id, code) id,
    SEL_ANSWER_LIST(X)
#undef X
} sel_answer_kind;

/** One answer. A whole number, a day (days since 1970) or a text; choices keep their stable
 *  name, several of them sorted by the list and joined by one space. */
typedef struct sel_answer {
    uint32_t item; /**< item number in the questionnaire */
    sel_answer_kind kind;
    bool is_number; /**< number holds the value, else text */
    int64_t number;
    sel_str text;
    uint64_t line;   /**< physical line of the file */
    uint32_t row;    /**< spreadsheet row */
    uint32_t column; /**< spreadsheet column */
} sel_answer;

/** The value as a day or a range of days: answers keep dates as YYYY-MM-DD, or "first/last" of an
 *  imprecise one. answer may be NULL; not known when there is no such value. */
sel_days sel_answer_days(const sel_answer *answer);

/** The value as 1 (yes), 0 (no) or SEL_UNKNOWN: anything else. answer may be NULL. */
int8_t sel_answer_truth(const sel_answer *answer);

/** The text of the value, without blanks around it; empty when there is none. answer may be NULL;
 *  the text lives as long as the answer. */
sel_str sel_answer_text(const sel_answer *answer);

/** One respondent's submission. Lives until the sink that gets it returns. */
typedef struct sel_response {
    const sel_questionnaire *questionnaire;
    uint32_t recipient;   /**< state or regional body that answers, SEL_NONE: neither */
    sel_str organisation; /**< then: the organisation that answers, as shown */
    sel_str respondent;   /**< then: what it is stored under, SEL_ORGANISATION_PREFIX and name */
    sel_str agency;       /**< with the recipient or organisation it is the respondent */
    sel_str round;        /**< "1" when not given */
    sel_str disclosure;   /**< public, circulated, parties, secretariat */
    sel_days answered_on;
    bool lead; /**< speaks for the whole state */
    bool illustrative;
    const sel_answer *answers; /**< ascending item */
    uint32_t answer_count;
    uint64_t line; /**< first line of the response in its file */
} sel_response;

/** Takes one response; false stops the reader. */
typedef bool sel_response_take(void *to, const sel_response *response);

typedef struct sel_response_sink {
    sel_response_take *take;
    void *to;
} sel_response_sink;

/** What stands before the name of an organisation where codes of recipients stand. */
#define SEL_ORGANISATION_PREFIX "organisation:"

/** Code of whoever answers: a recipient's, or that of an organisation; empty when neither is
 *  known. */
sel_str sel_response_respondent(const sel_response *response, const sel_geography *geography);

/** Whether a question says who answers, when and for whom, by its name: those answers are the same,
 *  or new, in every round and say nothing about the needs. */
bool sel_response_is_identity(sel_str item);

/** Answer to an item, or NULL when it was left empty. */
const sel_answer *sel_response_answer(const sel_response *response, uint32_t item);

#endif
