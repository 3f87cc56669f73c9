/** programme.h - one programme as a register tells it, before anything is computed.
 *
 * Readers fill a record per programme and hand it to a sink; the record and
 * all it points to live until the sink returns. What a register does not say
 * stays unknown: 0, SEL_UNKNOWN or known = false, never a guess. */
#ifndef SEL_DOMAIN_PROGRAMME_H
#define SEL_DOMAIN_PROGRAMME_H

#include "base/date.h"
#include "base/issues.h"
#include "domain/account.h"

/** 100 % in parts per million. */
enum { SEL_PPM = 1000000 };

/* IATI ActivityStatus; 0 is unknown. */
#define SEL_PROGRAMME_STATUS_LIST(X)                                                               \
    X(SEL_STATUS_UNKNOWN, "")                                                                      \
    X(SEL_STATUS_PIPELINE, "pipeline")                                                             \
    X(SEL_STATUS_RUNNING, "running")                                                               \
    X(SEL_STATUS_FINALISATION, "finalisation")                                                     \
    X(SEL_STATUS_CLOSED, "closed")                                                                 \
    X(SEL_STATUS_CANCELLED, "cancelled")                                                           \
    X(SEL_STATUS_SUSPENDED, "suspended")

typedef enum sel_programme_status {
#define X(id, code) id,
    SEL_PROGRAMME_STATUS_LIST(X)
#undef X
        SEL_STATUS_COUNT
} sel_programme_status;

/* IATI OrganisationRole 1-4, then those who took part without one of these. */
#define SEL_ROLE_LIST(X)                                                                           \
    X(SEL_ROLE_UNKNOWN, "")                                                                        \
    X(SEL_ROLE_FUNDING, "funding")                                                                 \
    X(SEL_ROLE_ACCOUNTABLE, "accountable")                                                         \
    X(SEL_ROLE_EXTENDING, "extending")                                                             \
    X(SEL_ROLE_IMPLEMENTING, "implementing")                                                       \
    X(SEL_ROLE_REPORTING, "reporting")                                                             \
    X(SEL_ROLE_PARTICIPANT, "participant")

typedef enum sel_role {
#define X(id, code) id,
    SEL_ROLE_LIST(X)
#undef X
        SEL_ROLE_COUNT
} sel_role;

/* How deeply a stakeholder takes part: the ladder of indicators d1 and d2. */
#define SEL_LADDER_LIST(X)                                                                         \
    X(SEL_LADDER_NONE, "none")                                                                     \
    X(SEL_LADDER_INFORMED, "informed")                                                             \
    X(SEL_LADDER_CONSULTED, "consulted")                                                           \
    X(SEL_LADDER_CO_DESIGN, "co_design")                                                           \
    X(SEL_LADDER_CO_DELIVER, "co_deliver")                                                         \
    X(SEL_LADDER_CO_GOVERN, "co_govern")

typedef enum sel_ladder {
#define X(id, code) id,
    SEL_LADDER_LIST(X)
#undef X
        SEL_LADDER_COUNT
} sel_ladder;

/* Kinds of help; the bit of a kind is 1 << its number. */
#define SEL_KIND_LIST(X)                                                                           \
    X(SEL_KIND_TRAINING, "training")                                                               \
    X(SEL_KIND_MENTORING, "mentoring")                                                             \
    X(SEL_KIND_ADVICE, "advice")                                                                   \
    X(SEL_KIND_ASSESSMENT, "assessment")                                                           \
    X(SEL_KIND_EQUIPMENT, "equipment")                                                             \
    X(SEL_KIND_EXERCISE, "exercise")                                                               \
    X(SEL_KIND_CONVENING, "convening")                                                             \
    X(SEL_KIND_NETWORK, "network")                                                                 \
    X(SEL_KIND_RESEARCH, "research")                                                               \
    X(SEL_KIND_FUNDING, "funding")

typedef enum sel_kind {
#define X(id, code) id,
    SEL_KIND_LIST(X)
#undef X
        SEL_KIND_COUNT
} sel_kind;

/* For whom the help is; the bit of a group is 1 << its number. */
#define SEL_AUDIENCE_LIST(X)                                                                       \
    X(SEL_AUDIENCE_GOVERNMENT, "government")                                                       \
    X(SEL_AUDIENCE_INCIDENT_TEAM, "incident_team")                                                 \
    X(SEL_AUDIENCE_JUSTICE, "justice")                                                             \
    X(SEL_AUDIENCE_LEGISLATURE, "legislature")                                                     \
    X(SEL_AUDIENCE_OPERATORS, "operators")                                                         \
    X(SEL_AUDIENCE_BUSINESS, "business")                                                           \
    X(SEL_AUDIENCE_ACADEMIA, "academia")                                                           \
    X(SEL_AUDIENCE_CIVIL_SOCIETY, "civil_society")                                                 \
    X(SEL_AUDIENCE_PUBLIC, "public")

typedef enum sel_audience {
#define X(id, code) id,
    SEL_AUDIENCE_LIST(X)
#undef X
        SEL_AUDIENCE_COUNT
} sel_audience;

/* IATI TiedStatus in words. */
#define SEL_TIED_LIST(X)                                                                           \
    X(SEL_TIED_UNKNOWN, "")                                                                        \
    X(SEL_TIED_UNTIED, "untied")                                                                   \
    X(SEL_TIED_PARTIALLY, "partially")                                                             \
    X(SEL_TIED_TIED, "tied")

typedef enum sel_tied {
#define X(id, code) id,
    SEL_TIED_LIST(X)
#undef X
        SEL_TIED_COUNT
} sel_tied;

/* Classes of conditions; the bit of a class is 1 << its number. */
#define SEL_CONDITION_LIST(X)                                                                      \
    X(SEL_K0_FIDUCIARY, "K0")                                                                      \
    X(SEL_K1_REPORTING, "K1")                                                                      \
    X(SEL_K2_TECHNOLOGY, "K2")                                                                     \
    X(SEL_K3_LAW, "K3")                                                                            \
    X(SEL_K4_POLITICAL, "K4")                                                                      \
    X(SEL_K5_DATA, "K5")

typedef enum sel_condition {
#define X(id, code) id,
    SEL_CONDITION_LIST(X)
#undef X
        SEL_CONDITION_COUNT
} sel_condition;

/** Bits of K2-K5: obligations outside the requested purpose. */
enum { SEL_CONDITIONS_COUNTED = 0x3C };

/* How records belong together; the money of same, parent/child, chain, upstream and downstream is
 * one amount. The other record of "upstream" pays into this one, that of "downstream" is paid by
 * it; "chain" does not say which. */
#define SEL_LINK_LIST(X)                                                                           \
    X(SEL_LINK_SAME, "same")                                                                       \
    X(SEL_LINK_PARENT, "parent")                                                                   \
    X(SEL_LINK_CHILD, "child")                                                                     \
    X(SEL_LINK_SIBLING, "sibling")                                                                 \
    X(SEL_LINK_COFUNDED, "cofunded")                                                               \
    X(SEL_LINK_CHAIN, "chain")                                                                     \
    X(SEL_LINK_SUCCESSOR, "successor")                                                             \
    X(SEL_LINK_UPSTREAM, "upstream")                                                               \
    X(SEL_LINK_DOWNSTREAM, "downstream")

typedef enum sel_link_kind {
#define X(id, code) id,
    SEL_LINK_LIST(X)
#undef X
        SEL_LINK_COUNT
} sel_link_kind;

/** How deeply a programme reaches a recipient, δ of the method. */
typedef enum sel_depth {
    SEL_DEPTH_NO_NOTION, /**< the register does not know depth: 1 */
    SEL_DEPTH_UNSAID,    /**< it knows depth but leaves it out here: between .5 and 1 */
    SEL_DEPTH_PRIORITY,  /**< 1 */
    SEL_DEPTH_ASSOCIATE, /**< .5 */
    SEL_DEPTH_EVENT,     /**< .1 */
} sel_depth;

/** Where a capability tag comes from. */
typedef enum sel_tag_origin {
    SEL_TAG_STATED,    /**< the register says it */
    SEL_TAG_CODE,      /**< from a code of the register's own classification */
    SEL_TAG_TEXT,      /**< guessed from words */
    SEL_TAG_CONFIRMED, /**< a guess that the donor was asked about, and its answer */
} sel_tag_origin;

/** What is known of conditions. */
typedef enum sel_conditions_said {
    SEL_CONDITIONS_UNKNOWN, /**< nothing is said */
    SEL_CONDITIONS_NONE,    /**< it is said that there are none */
    SEL_CONDITIONS_SOME,    /**< there are some; classes may be known */
} sel_conditions_said;

/** A part of a whole that may be left unsaid. */
typedef struct sel_share {
    uint32_t ppm;
    bool known;
} sel_share;

/** Bounds of a number; the unit stands where it is used. known = false: nothing usable is said. */
typedef struct sel_range {
    int64_t low;
    int64_t high;
    bool known;
} sel_range;

typedef struct sel_party {
    sel_str name;
    sel_str ref;         /**< organisation identifier; may be empty */
    sel_str activity_id; /**< that party's own identifier of this activity; may be empty */
    sel_role role;
    sel_stakeholder stakeholder; /**< as stated, else unknown */
    int8_t ladder;               /**< sel_ladder, or SEL_UNKNOWN */
    uint8_t kind;                /**< IATI OrganisationType, 0 unknown */
    sel_share share;             /**< of the programme's money that it gives or handles */
} sel_party;

/** Part of a programme that goes to one recipient. */
typedef struct sel_recipient_share {
    sel_str code; /**< alpha-3, organisation code, or "R:<region>" for a geographic region */
    uint32_t ppm; /**< share of the programme; shares and the unstated remainder sum to SEL_PPM */
    bool stated;  /**< false when the register gave no percentage and equal parts were taken */
    sel_depth depth;
} sel_recipient_share;

/** Part of a programme's cyber content that is about one capability. */
typedef struct sel_capability_share {
    sel_str code;
    uint32_t ppm; /**< of the cyber part; all shares and the remainder "other" sum to SEL_PPM */
    bool stated;
    sel_tag_origin origin;
    sel_str evidence;   /**< words that were matched, or the code; may be empty when stated */
    sel_str field;      /**< field the evidence stands in */
    uint8_t confidence; /**< percent, 0 … 100; 100 when stated or confirmed */
} sel_capability_share;

/** Part of a programme's cyber content at one recipient and one capability, where the register
 *  says both together. */
typedef struct sel_joint_share {
    sel_str recipient;  /**< code of one of the record's recipients */
    sel_str capability; /**< code of one of its capabilities */
    uint32_t ppm;       /**< all joint shares and an unstated remainder sum to SEL_PPM */
} sel_joint_share;

/** Part of a programme under one code of the register's own classification. */
typedef struct sel_sector_share {
    sel_str vocabulary; /**< IATI SectorVocabulary: "1" DAC 5-digit, "2" DAC 3-digit, "99" own … */
    sel_str code;       /**< may be empty when there is only a name */
    sel_str name;       /**< in the register's words; may be empty */
    uint32_t ppm;       /**< shares of one vocabulary and an unstated remainder sum to SEL_PPM */
    bool stated;        /**< false when equal parts were taken */
} sel_sector_share;

typedef struct sel_programme_link {
    sel_link_kind kind;
    sel_str other; /**< identifier of the other record, "REGISTER:ID" or an IATI identifier */
} sel_programme_link;

/** Money as bounds in hundredths of currency; known = false: nothing usable is said. */
typedef struct sel_money {
    int64_t low;
    int64_t high;
    char currency[4]; /**< ISO 4217, or "" */
    bool known;
    sel_str raw;
} sel_money;

/** Items of co-ownership (a6), each 0 (none) … 4 (led by the recipient) or SEL_UNKNOWN. */
enum { SEL_OWNERSHIP_ITEMS = 5 };

/** Where a record stands in its source, and where each normalised field came from. */
typedef struct sel_record_place {
    uint64_t line;    /**< physical line from 1 */
    uint64_t offset;  /**< bytes from the start of the file */
    uint64_t ordinal; /**< n-th record of the file, from 1 */
} sel_record_place;

/** A field that was normalised, defaulted, inferred or tagged. */
typedef struct sel_field_place {
    const char *field; /**< "start", "funder", static */
    uint64_t line;
    uint32_t column;  /**< cell column, 0 when there are none */
    sel_str raw;      /**< as written */
    const char *rule; /**< what was done: "year-only", "equal-shares", "tagged", static */
} sel_field_place;

/** One programme record. Arrays may be NULL when their count is 0. */
typedef struct sel_programme {
    sel_str register_name;
    sel_str id; /**< record identifier within the register */
    sel_str title;
    sel_str description; /**< all description texts, for tagging */
    sel_str theme;       /**< the register's own classification of what it is about, in words */
    sel_str language;
    sel_str note;
    sel_str source_url;
    sel_programme_status status;
    sel_days start; /**< first day */
    sel_days end;   /**< last day, inclusive as sources give it */
    sel_days decided;
    sel_days last_updated;
    const sel_party *parties;
    uint32_t party_count;
    const sel_recipient_share *recipients;
    uint32_t recipient_count;
    const sel_capability_share *capabilities;
    uint32_t capability_count;
    const sel_joint_share
        *joints; /**< when there are any they stand for recipients × capabilities */
    uint32_t joint_count;
    const sel_sector_share *sectors; /**< by vocabulary as they came */
    uint32_t sector_count;
    uint32_t cyber_low; /**< smallest and largest share that is cyber at all, ppm */
    uint32_t cyber_high;
    bool set_aside;    /**< no cyber content found: counted, not analysed */
    uint16_t kinds;    /**< bits of sel_kind; 0 unknown */
    uint16_t for_whom; /**< bits of sel_audience; 0 unknown */
    sel_money money;
    sel_range person_days; /**< days of people's work, when the register counts in them */
    sel_tied tied;
    sel_conditions_said conditions;
    uint8_t condition_classes;   /**< bits of sel_condition, when SOME */
    int8_t conditions_requested; /**< 1 they were part of what was asked for, 0 no, SEL_UNKNOWN */
    int8_t asked_first;          /**< 1 the recipient asked first, 0 no, SEL_UNKNOWN */
    int8_t same_as_other;        /**< recipient: another programme does the same; 1, 0, unknown */
    int8_t coordinated;          /**< 1 coordination declared, 0 no, SEL_UNKNOWN */
    int8_t ownership[SEL_OWNERSHIP_ITEMS];
    sel_str coordination; /**< text of a declared joint programme or division of labour */
    sel_str request;      /**< request or letter it answers; may be empty */
    const sel_programme_link *links;
    uint32_t link_count;
    const sel_account *account; /**< NULL: nothing of it is said */
    uint8_t level;              /**< IATI hierarchy: 1 the top; 0 not said */
    sel_record_place place;
    const sel_field_place *fields;
    uint32_t field_count;
    sel_str disclosure; /**< who may see it, as for a response; empty: what its source says */
    bool illustrative;  /**< invented for show; every output that uses it says so */
} sel_programme;

/** An empty record: everything unknown. */
sel_programme sel_programme_blank(void);

/** Takes one record; false stops the reader. found lists what was wrong with this record. */
typedef bool sel_programme_take(void *to, const sel_programme *record);

/** A sink for records. */
typedef struct sel_programme_sink {
    sel_programme_take *take;
    void *to;
} sel_programme_sink;

/** Number of a code in one of the lists above, or SEL_UNKNOWN. */
int sel_programme_status_find(sel_str code);
int sel_role_find(sel_str code);
int sel_ladder_find(sel_str code);
int sel_kind_find(sel_str code);
int sel_audience_find(sel_str code);
int sel_tied_find(sel_str code);
int sel_condition_find(sel_str code);
int sel_link_find(sel_str code);
int sel_tag_origin_find(sel_str code);

/** Codes of the lists above. */
const char *sel_programme_status_code(sel_programme_status status);
const char *sel_role_code(sel_role role);
const char *sel_ladder_code(sel_ladder ladder);
const char *sel_kind_code(sel_kind kind);
const char *sel_audience_code(sel_audience audience);
const char *sel_tied_code(sel_tied tied);
const char *sel_condition_code(sel_condition condition);
const char *sel_link_code(sel_link_kind kind);
const char *
sel_tag_origin_code(sel_tag_origin origin); /**< "stated", "code", "text", "confirmed" */

/** Read an ISO 4217 code: three ASCII letters of any case become capitals in code; false, code
 *  untouched, for anything else. */
bool sel_currency_read(sel_str text, char code[4]);

/** Split SEL_PPM among count shares in proportion to weights (all 0: equally) by largest
 *  remainder, ties to the earlier. The sum is SEL_PPM exactly; count > 0. */
void sel_ppm_split(const uint64_t *weights, uint32_t count, uint32_t whole, uint32_t *ppm);

#endif
