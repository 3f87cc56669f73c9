/** request.h - help that a recipient has asked for. */
#ifndef SEL_DOMAIN_REQUEST_H
#define SEL_DOMAIN_REQUEST_H

#include "domain/programme.h"

/** One request of part C of a needs questionnaire. */
typedef struct sel_request {
    sel_str id;         /**< "FJI-1-03": recipient, round, number */
    sel_str recipient;  /**< recipient code */
    sel_str capability; /**< capability code */
    sel_str outcome;    /**< what should be different afterwards, in the requester's words */
    uint16_t kinds;     /**< bits of sel_kind; 0 not said */
    uint16_t for_whom;  /**< bits of sel_audience; 0 not said */
    sel_days from;      /**< wanted start */
    uint16_t months;    /**< wanted length; 0 not said */
    sel_money money;    /**< asked amount */
    sel_str language;   /**< language the help should be in; may be empty */
    sel_str document;   /**< letter or note verbale cited; may be empty */
    int64_t received;   /**< UTC seconds when it was taken in */
    int64_t withdrawn;  /**< UTC seconds when an answer without it was taken in; 0: it stands */
    bool illustrative;
} sel_request;

#endif
