/** study.h - everything an analysis reads, in memory, in columns, read-only.
 *
 * A builder takes programme records, needs and requests in any order; finish
 * sorts programmes by (register, record id) bytes, which is the order that
 * breaks every tie. Recipients and capabilities keep their reference numbers.
 *
 * Effort at a place is δ·w in units of 10⁻⁷ (method §1): depth in tenths times
 * ppm. Where depth or the cyber share is not known it is an interval. */
#ifndef SEL_DOMAIN_STUDY_H
#define SEL_DOMAIN_STUDY_H

#include "domain/model.h"
#include "domain/organisation_roll.h"
#include "domain/reference.h"
#include "domain/response.h"

/** Effort units of a whole programme. */
enum { SEL_EFFORT_WHOLE = 10000000 };

/** Smallest share of a capability, in ppm, with which a programme counts as present: 5 %. */
enum { SEL_PRESENCE_PPM = 50000 };

/** Whether a programme is present at a place for containment (method §4, present_j). */
typedef enum sel_presence { SEL_PRESENT_NO, SEL_PRESENT_PERHAPS, SEL_PRESENT_YES } sel_presence;

/** A programme's effort at one place (recipient × capability). */
typedef struct sel_study_place {
    uint16_t recipient;
    uint8_t capability;
    uint8_t presence;     /**< sel_presence */
    uint32_t effort_low;  /**< 10⁻⁷ */
    uint32_t effort_high; /**< 10⁻⁷; > 0 or presence is not NO */
    uint8_t depth_low;    /**< δ of the link to the recipient in tenths, 1..10 */
    uint8_t depth_high;
} sel_study_place;

/** A party of a programme after aliases. */
typedef struct sel_study_party {
    uint32_t organisation; /**< study organisation number */
    uint32_t spelling;     /**< how the record writes it: number in the study's roll */
    uint8_t role;          /**< sel_role */
    uint8_t stakeholder;   /**< sel_stakeholder */
    int8_t ladder;         /**< sel_ladder or SEL_UNKNOWN */
} sel_study_party;

/** An organisation of this study; donors are organisations that others belong to or themselves. */
typedef struct sel_study_organisation {
    sel_str name;
    uint32_t donor; /**< study organisation number, itself when it belongs to nobody */
    bool unnamed;   /**< a placeholder ("other"): one for each time it is written */
} sel_study_organisation;

typedef struct sel_study_link {
    sel_link_kind kind;
    uint32_t other; /**< programme number */
} sel_study_link;

typedef enum sel_study_phase {
    SEL_PHASE_PIPELINE,
    SEL_PHASE_RUNNING,
    SEL_PHASE_PAST
} sel_study_phase;

/** The seven fields that a useful record gives at least (indicator b8). A capability counts when it
 *  is stated or coded, not when it was only found in text. */
typedef enum sel_given {
    SEL_GIVEN_FUNDER = 1,
    SEL_GIVEN_IMPLEMENTER = 2,
    SEL_GIVEN_CAPABILITY = 4,
    SEL_GIVEN_RECIPIENT = 8,
    SEL_GIVEN_START = 16,
    SEL_GIVEN_END = 32,
    SEL_GIVEN_STATUS = 64,
    SEL_GIVEN_ALL = 127,
} sel_given;

/** One record of a register. What indicators of a million records read stands in front, so that it
 *  lies together in memory. */
typedef struct sel_study_programme {
    const sel_study_place *places; /**< ascending (recipient, capability) */
    const uint32_t *donors;        /**< distinct donors, ascending organisation numbers */
    uint32_t place_count;
    uint32_t donor_count;
    const sel_account *account; /**< what is rarely said of it, or NULL */
    sel_day start_low;          /**< earliest and latest first day */
    sel_day start_high;
    sel_day end_low; /**< earliest and latest day after the last (half-open) */
    sel_day end_high;
    uint32_t stated_by; /**< recipient number for register "recipient:<code>", else SEL_NONE */
    uint32_t twin; /**< the other side's record of the same programme (two keys), or SEL_NONE */
    sel_study_phase phase; /**< at as-of: past when surely over; pipeline when surely not begun, or
                                perhaps not by a statement that is fresh (study_programme.h) */
    sel_programme_status status;
    bool dated;        /**< both bounds usable; an undated programme is listed, not compared */
    bool donor_answer; /**< of register "donor:<name>": a donor's answers beside its registers */
    bool money_known;
    bool has_request;  /**< cites a request */
    bool sourced;      /**< names a public address it can be checked at */
    bool equal_shares; /**< shares are not given: taken as equal, or by words */
    bool guessed;      /**< capabilities tagged from text, not stated */
    bool via_region;   /**< some places come from the members of an organisation or region */
    bool illustrative;
    uint8_t given;      /**< bits of sel_given */
    uint8_t disclosure; /**< sel_disclosure: who may see it */
    uint8_t condition_classes;
    int8_t conditions_requested;
    int8_t asked_first;
    int8_t same_as_other;
    int8_t coordinated;
    int8_t ownership[SEL_OWNERSHIP_ITEMS];
    uint16_t kinds;
    uint16_t for_whom;
    sel_tied tied;
    sel_conditions_said conditions;
    uint32_t request; /**< request of this study that it cites, or SEL_NONE: none or a letter */
    uint32_t party_count;
    const sel_study_party *parties;
    int64_t money_low; /**< hundredths of the reporting currency */
    int64_t money_high;
    sel_days decided;            /**< when it was decided on */
    sel_days updated;            /**< when its source last changed it */
    const uint32_t *funders;     /**< distinct funding organisations, ascending */
    const sel_study_link *links; /**< to records of this study, ascending other */
    uint32_t funder_count;
    uint32_t link_count;
    uint32_t other_ppm;  /**< what is not at any place: not cyber, region only, unstated */
    uint32_t submission; /**< that states it; SEL_NONE: a register's record, or none known */
    const sel_conversion *conversion; /**< when money is in another currency, converted or not */
    sel_range person_days;            /**< as the register says */
    sel_str register_name;
    sel_str id;
    sel_str title;
} sel_study_programme;

/** What people decided two records are to each other. */
typedef enum sel_record_verdict {
    SEL_RECORDS_SAME,      /**< one programme: counted once */
    SEL_RECORDS_DIFFERENT, /**< two programmes, whatever they look like and registers declare */
    SEL_RECORDS_RELATED    /**< two programmes that belong together: no overlap */
} sel_record_verdict;

typedef struct sel_record_decision {
    uint32_t a; /**< programmes, a < b */
    uint32_t b;
    sel_record_verdict verdict;
} sel_record_decision;

/** A number that is not said. */
enum { SEL_NOT_COUNTED = UINT16_MAX };

/** Checklist of an environment in which others can take part. */
enum { SEL_ENABLING_ITEMS = 4 };

/** A submission whose entries count (newest revision). Start from sel_study_submission_blank(). */
typedef struct sel_study_submission {
    uint32_t recipient;   /**< SEL_NONE: an organisation answers, a donor mostly */
    sel_str organisation; /**< then: its name as it writes it; else empty */
    sel_str known_as;     /**< then: the name its answers are stored under; else empty */
    sel_str agency;
    sel_str round;
    bool lead;
    bool illustrative;
    uint8_t disclosure; /**< sel_disclosure: who may see its answers */
    sel_days answered_on;
    uint32_t answered; /**< scored items with a value, for reliability */
    uint32_t items;    /**< scored items asked */
    /* Cells of the points-of-contact grid; those left empty are in none. */
    uint8_t poc_yes;
    uint8_t poc_no;
    uint8_t poc_other;        /**< not known, not said */
    uint8_t poc_inapplicable; /**< said not to apply */
    sel_str questionnaire;    /**< "state-needs" */
    /** Study organisation that `organisation` belongs to, or itself; SEL_NONE: a state or body
     *  answers, or the name is nobody's ("other"). */
    uint32_t donor;
    /** Has rows of support received, or of a donor's own programmes: the records of its respondent
     *  and round that they became are its own. */
    bool states_support;
    uint16_t programmes_max;    /**< programmes it can take on at once; SEL_NOT_COUNTED: not said */
    uint16_t assessments_held;  /**< of the last 24 months; SEL_NOT_COUNTED: not said */
    uint16_t assessments_joint; /**< of these, joint or reused */
    int8_t attended;          /**< 1 yes, 0 no, SEL_UNKNOWN: a session on ICT security, the last */
    int8_t stated;            /**< three years: a statement there */
    int8_t sponsored;         /**< sponsorship used to take part */
    int8_t listed;            /**< in the global directory of points of contact */
    int8_t declined;          /**< prefers not to receive outside support */
    int8_t wants_sponsorship; /**< in the next 24 months */
    /** Forum, law, minutes, feedback; SEL_DOES_NOT_APPLY too. */
    int8_t enabling[SEL_ENABLING_ITEMS];
    int8_t division_agreed; /**< regional body: with the other bodies */
} sel_study_submission;

/** A capability that a regional body says is in its mandate, or in which it offers practice. */
typedef struct sel_study_mandate {
    uint32_t capability;
    uint32_t body; /**< recipient number */
    uint32_t submission;
    int8_t covered;    /**< 1 in its mandate, 0 not, SEL_UNKNOWN */
    bool cited;        /**< the instrument that gives the mandate is named */
    sel_str lead;      /**< body named as the lead; empty: none */
    uint16_t practice; /**< best practice it can offer, bits of sel_kind; 0: none, or not said */
} sel_study_mandate;

/** What became of a request, as a donor tells it. */
typedef enum sel_reaction {
    SEL_REACTION_UNKNOWN,
    SEL_REACTION_PENDING,
    SEL_REACTION_MET,
    SEL_REACTION_PARTLY,
    SEL_REACTION_DECLINED
} sel_reaction;

/** A donor's answer to a request for one capability. */
typedef struct sel_study_offer {
    uint32_t recipient;
    uint32_t capability;
    uint32_t donor;    /**< study organisation: the donor of its submission */
    sel_days received; /**< when the donor got the request */
    sel_days answered;
    sel_reaction reaction;
    uint32_t submission; /**< the donor's */
} sel_study_offer;

typedef struct sel_study_request {
    sel_str id;
    uint32_t recipient;
    uint32_t capability;
    uint16_t kinds;
    uint16_t for_whom;
    sel_days from;
    uint16_t months;
    bool money_known;
    int64_t money_low;
    int64_t money_high;
    int64_t received;
    sel_days withdrawn; /**< when it was no longer among its agency's requests */
    sel_str outcome;
    bool cites_document; /**< names a letter, note or plan */
    bool illustrative;
} sel_study_request;

typedef struct sel_study {
    const sel_reference *reference;
    const sel_model *model;
    char currency[4]; /**< reporting currency, ISO 4217 */
    sel_day as_of;
    sel_day window_start; /**< W = [window_start, window_end) */
    sel_day window_end;
    const sel_study_programme *programmes;
    uint32_t programme_count;
    uint32_t set_aside; /**< records without cyber content, not among programmes */
    const sel_record_decision *decisions; /**< ascending (a, b), the newest of each pair */
    uint32_t decision_count;
    const sel_study_organisation *organisations; /**< ascending name, then those without one */
    uint32_t organisation_count;
    const sel_organisation_roll *roll; /**< how names were recognised; NULL without names */
    const sel_study_submission *submissions;
    uint32_t submission_count;
    const sel_need_entry *entries; /**< ascending (recipient, capability, submission) */
    uint32_t entry_count;
    const sel_study_request *requests; /**< ascending id; withdrawn ones too */
    uint32_t request_count;
    const sel_study_offer *offers; /**< ascending (recipient, capability, donor, received) */
    uint32_t offer_count;
    const sel_study_mandate *mandates; /**< ascending (capability, body, submission) */
    uint32_t mandate_count;
    bool illustrative; /**< anything in it was invented for show */
} sel_study;

/** Makes a study; a handle that owns all of it. */
typedef struct sel_study_builder sel_study_builder;

typedef struct sel_study_options {
    sel_day as_of;
    const char *reporting_currency; /**< ISO 4217; money in others is converted where a
                                        rate is known */
} sel_study_options;

/** reference and model are borrowed for the builder's life. */
sel_study_builder *sel_study_builder_create(const sel_reference *reference, const sel_model *model,
                                            const sel_study_options *options);

/** Frees the study too; NULL is allowed. */
void sel_study_builder_destroy(sel_study_builder *builder);

/** Take what people decided about organisations, in the order they decided it, before the first
 *  programme. */
void sel_study_decide(sel_study_builder *builder, const sel_organisation_decision *decision);

/** Take what people decided about two records, named by address, in the order they decided it: a
 *  later one on the same two outweighs. One about a record that is not there says nothing. */
void sel_study_decide_records(sel_study_builder *builder, sel_str a, sel_str b,
                              sel_record_verdict verdict);

/** A sink that adds programmes: pass the builder as `to`. Copies what it keeps. */
bool sel_study_add_programme(void *builder, const sel_programme *record);

/** Count records without cyber content that are not handed to the builder. */
void sel_study_add_set_aside(sel_study_builder *builder, uint64_t count);

/** A submission of no recipient that says nothing: its fields not said, not nought. */
sel_study_submission sel_study_submission_blank(void);

/** Add a submission and return its number for what belongs to it. Its donor is found at the end,
 *  by the name of its organisation. */
uint32_t sel_study_add_submission(sel_study_builder *builder,
                                  const sel_study_submission *submission);

/** A submission that does not count: the programmes it states are no part of the study. Before the
 *  first programme. One that counts outweighs it when the two state the same. */
void sel_study_leave_out_submission(sel_study_builder *builder,
                                    const sel_study_submission *submission);

/** A donor's answer to a request. donor is taken from the submission; without one, it is left
 *  out. */
void sel_study_add_offer(sel_study_builder *builder, const sel_study_offer *offer);

void sel_study_add_mandate(sel_study_builder *builder, const sel_study_mandate *mandate);

void sel_study_add_entry(sel_study_builder *builder, const sel_need_entry *entry);

/** recipient or capability codes that are unknown leave the request out. */
void sel_study_add_request(sel_study_builder *builder, const sel_request *request);

/** Sort, link and return the study, owned by the builder. Call once. */
const sel_study *sel_study_finish(sel_study_builder *builder);

/** Programme of an address "REGISTER:ID" (the register may contain ':'), or SEL_NONE. */
uint32_t sel_study_programme_find(const sel_study *study, sel_str address);

/** Address of a programme in arena. */
sel_str sel_study_address(const sel_study *study, uint32_t programme, sel_arena *arena);

/** What was decided about two programmes, in any order, or NULL. */
const sel_record_decision *sel_study_decision_between(const sel_study *study, uint32_t a,
                                                      uint32_t b);

/** Whether two programmes have a donor in common. */
bool sel_study_share_donor(const sel_study_programme *a, const sel_study_programme *b);

/** Whether two programmes have the same recipients, whatever the capabilities. */
bool sel_study_same_recipients(const sel_study_programme *a, const sel_study_programme *b);

/** Link from a to b, or NULL. */
const sel_study_link *sel_study_link_between(const sel_study *study, uint32_t a, uint32_t b);

#endif
