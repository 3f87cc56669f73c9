/** store.h - everything that was taken in, in one SQLite file.
 *
 * The store keeps what people said: files, findings, responses with their
 * revisions, requests, programme records with their versions, decisions. It
 * keeps no result; those are computed anew. All listings are in an order that
 * depends on the content only. Times are UTC seconds given by the caller. */
#ifndef SEL_STORE_STORE_H
#define SEL_STORE_STORE_H

#include "base/hash.h"
#include "base/issues.h"
#include "domain/geography.h"
#include "domain/programme.h"
#include "domain/response.h"

/** An open store. One handle per thread. */
typedef struct sel_store sel_store;

typedef enum sel_store_mode { SEL_STORE_READ, SEL_STORE_WRITE } sel_store_mode;

enum {
    SEL_STORE_VERSION = 1,           /**< of the schema: PRAGMA user_version */
    SEL_STORE_WAIT_MS = 2000,        /**< how long another program is waited for: then SEL_BUSY */
    SEL_STORE_FINDINGS_MAX = 100000, /**< findings kept per source */
};

/** Make a new store at path for one taxonomy ("cyber"). The file must not exist: SEL_CONFLICT.
 *  Nothing is left behind on failure. Opens it for writing. */
SEL_CHECKED
sel_status sel_store_create(const char *path, const char *taxonomy, int64_t now, sel_store **store,
                            sel_error *err);

/** Open an existing store. Reading works on files and in folders that cannot be written.
 *  SEL_NOT_FOUND: there is no such file. SEL_BAD_INPUT: it is not a store of ours.
 *  SEL_UNSUPPORTED: a newer program made it, or an older one and it is opened for reading.
 *  SEL_BUSY: another program holds it. SEL_IO: it cannot be read, written, or is damaged.
 *  *store is NULL on failure. */
SEL_CHECKED
sel_status sel_store_open(const char *path, sel_store_mode mode, sel_store **store, sel_error *err);

/** Roll back what is not committed and close; NULL is allowed. */
void sel_store_close(sel_store *store);

/** While answers are put in, which go to few pages: hold 4 MB of the file rather than 64. */
void sel_store_stay_small(sel_store *store, bool small);

/** Name of the taxonomy the store was made for; borrowed. */
sel_str sel_store_taxonomy(const sel_store *store);

/** Begin the one transaction of a command. For writing it keeps other writers out; for reading it
 *  makes all listings show the same moment. */
SEL_CHECKED
sel_status sel_store_begin(sel_store *store, sel_error *err);

/** Make all changes durable, or none. SEL_BUSY: nothing is lost, try again or roll back. When a put
 *  failed before, the transaction is rolled back and this is SEL_CONFLICT. */
SEL_CHECKED
sel_status sel_store_commit(sel_store *store, sel_error *err);

/** Forget all changes since begin; without a transaction nothing happens. */
void sel_store_rollback(sel_store *store);

/* ---- Sources and their findings ---- */

/** A file that was taken in. */
typedef struct sel_source {
    sel_str name;          /**< file name; folders before it are not kept */
    sel_str sha256;        /**< of its bytes, 64 hexadecimal digits */
    sel_str kind;          /**< "responses" or "register" */
    sel_str format;        /**< "tall", "wide", "iati", "csv" … */
    sel_str register_name; /**< register its records go to; empty when each record says it */
    sel_str disclosure;    /**< level of records that say none; empty means "secretariat" */
    int64_t received;
    int64_t bytes;
    int64_t findings; /**< reported so far; set by the store */
} sel_source;

/** Remember a file; *id is what the puts below ask for. SEL_CONFLICT when the same bytes were
 *  already taken in as this kind for this register. */
SEL_CHECKED
sel_status sel_store_add_source(sel_store *store, const sel_source *source, int64_t *id,
                                sel_error *err);

/** Whether a file of so many bytes was taken in as this kind: one of another size is a new one
 *  before its fingerprint is known. */
SEL_CHECKED
sel_status sel_store_knows_size(sel_store *store, sel_str kind, uint64_t bytes, bool *known,
                                sel_error *err);

/** A fingerprint that is still being made; sel_store_settle_source gives it before the commit. */
#define SEL_SOURCE_UNSETTLED "0000000000000000000000000000000000000000000000000000000000000000"

/** Give a source that was added as unsettled its fingerprint. */
SEL_CHECKED
sel_status sel_store_settle_source(sel_store *store, int64_t id, sel_str sha256, sel_error *err);

/** Look for a file already taken in: *id is 0 when there is none. source (NULL allowed) is filled
 *  with texts in arena. */
SEL_CHECKED
sel_status sel_store_find_source(sel_store *store, sel_str sha256, sel_str kind,
                                 sel_str register_name, sel_arena *arena, int64_t *id,
                                 sel_source *source, sel_error *err);

/** Takes one thing from a listing; texts live until it returns; false ends the listing, which is
 *  no error. It must not write to the same store. */
typedef bool sel_source_take(void *to, const sel_source *source);
typedef bool sel_finding_take(void *to, const sel_source *source, const sel_issue *issue);

/** Sources by (received, name, SHA-256). */
SEL_CHECKED
sel_status sel_store_each_source(sel_store *store, sel_source_take *take, void *to, sel_error *err);

/** Let go of all that was found in a source, which is about to be read another way. */
SEL_CHECKED
sel_status sel_store_forget_findings(sel_store *store, int64_t source, sel_error *err);

/** Keep the number-th thing found in a source, from 1; beyond SEL_STORE_FINDINGS_MAX it is not
 *  kept. */
SEL_CHECKED
sel_status sel_store_put_finding(sel_store *store, int64_t source, uint64_t number,
                                 const sel_issue *issue, sel_error *err);

/** Say how many were found in a source, kept or not; once, after all were put. */
SEL_CHECKED
sel_status sel_store_count_findings(sel_store *store, int64_t source, uint64_t count,
                                    sel_error *err);

/** Findings in the order of sources, then as they were put. issue->source is empty. */
SEL_CHECKED
sel_status sel_store_each_finding(sel_store *store, sel_finding_take *take, void *to,
                                  sel_error *err);

/* ---- Rounds ---- */

/** A call for responses. A new store has round "1" without dates. */
typedef struct sel_round {
    sel_str name;
    sel_days open;           /**< first and last day; known = false: not set */
    const sel_str *expected; /**< recipient codes that should answer */
    uint32_t expected_count;
} sel_round;

/** Make a round, or change the one of this name. */
SEL_CHECKED
sel_status sel_store_put_round(sel_store *store, const sel_round *round, sel_error *err);

/** The round of this name with those expected, by code; texts in arena. SEL_NOT_FOUND: there is no
 *  such round. */
SEL_CHECKED
sel_status sel_store_find_round(sel_store *store, sel_str name, sel_arena *arena, sel_round *round,
                                sel_error *err);

/* ---- Responses ---- */

/** What a put did. */
typedef enum sel_put_outcome {
    SEL_PUT_NEW,       /**< nothing was known of it */
    SEL_PUT_CHANGED,   /**< it is the current one now; the earlier ones stay */
    SEL_PUT_OLDER,     /**< kept, but a newer one stays current */
    SEL_PUT_UNCHANGED, /**< the same content is there: nothing was stored */
} sel_put_outcome;

typedef struct sel_put_response {
    sel_put_outcome outcome;
    uint32_t revision;  /**< number of the current revision, from 1 */
    char content[65];   /**< BLAKE2b of what is stored: what a receipt can cite */
    int64_t submission; /**< only for sel_store_put_request; means nothing outside */
} sel_put_response;

/** Take in a response. A submission is (questionnaire, round, respondent), a respondent
 *  (recipient, agency). The same content as the current revision changes nothing, whatever file it
 *  comes from; other content is the next revision, which counts. The content's fingerprint is made
 *  from codes and names. An empty disclosure is the source's.
 *  SEL_NOT_FOUND: no such round. SEL_CONFLICT: the questionnaire's questions differ from those
 *  stored under the same version. A questionnaire must not change while the store is open. */
SEL_CHECKED
sel_status sel_store_put_response(sel_store *store, int64_t source, const sel_response *response,
                                  const sel_geography *geography, int64_t received,
                                  sel_put_response *put, sel_error *err);

/** What a response is in the store: its answers as one text, and their fingerprint. */
typedef struct sel_prepared_response {
    sel_str answers; /**< JSON; empty: nothing was prepared */
    char content[65];
} sel_prepared_response;

/** Make it without a store, in any thread: this takes as long as all the rest of storing. The text
 *  is in arena. SEL_USAGE: the response does not say who answers or who may see it, or its answers
 *  are not in the order of the questions or not UTF-8. */
SEL_CHECKED
sel_status sel_response_prepare(const sel_response *response, const sel_geography *geography,
                                sel_arena *arena, sel_prepared_response *prepared, sel_error *err);

/** As sel_store_put_response, of a response that was prepared since it last changed. */
SEL_CHECKED
sel_status sel_store_put_prepared(sel_store *store, int64_t source, const sel_response *response,
                                  const sel_geography *geography,
                                  const sel_prepared_response *prepared, int64_t received,
                                  sel_put_response *put, sel_error *err);

/** The current revision of a submission. */
typedef struct sel_stored_submission {
    uint32_t number; /**< from 0, in the order of the listing; answers carry it */
    sel_str recipient;
    sel_str agency;
    sel_str round;
    sel_str questionnaire;
    sel_str version; /**< of the questionnaire */
    sel_str disclosure;
    sel_days answered_on;
    bool lead;
    bool illustrative;
    uint32_t revision; /**< from 1 */
    int64_t received;
    sel_str content; /**< BLAKE2b of the record */
    sel_str file;
    sel_str sha256; /**< of file */
    uint64_t line;
} sel_stored_submission;

/** One answer of a current submission. */
typedef struct sel_stored_answer {
    uint32_t submission; /**< number in sel_store_each_submission */
    sel_str item;
    sel_str capability; /**< code or empty */
    sel_str aspect;
    sel_str disclosure; /**< fixed level ("sealed"), empty: the submission's */
    sel_answer answer;
} sel_stored_answer;

typedef bool sel_submission_take(void *to, const sel_stored_submission *submission);
typedef bool sel_answer_take(void *to, const sel_stored_answer *answer);

/** Current submissions by (recipient, agency, round, questionnaire) bytes. */
SEL_CHECKED
sel_status sel_store_each_submission(sel_store *store, sel_submission_take *take, void *to,
                                     sel_error *err);

/** Answers of the current submissions, by (submission number, item number). */
SEL_CHECKED
sel_status sel_store_each_answer(sel_store *store, sel_answer_take *take, void *to, sel_error *err);

/** Which revision is meant. */
typedef struct sel_revision_address {
    sel_str recipient;
    sel_str agency;
    sel_str round;
    sel_str questionnaire;
    uint32_t revision; /**< from 1 */
} sel_revision_address;

/** Answers of one revision, current or not, by item; submission means nothing in them. None when
 *  there is no such revision. */
SEL_CHECKED
sel_status sel_store_each_revision_answer(sel_store *store, const sel_revision_address *address,
                                          sel_answer_take *take, void *to, sel_error *err);

/** Find the current revision of another round than address->round that the respondent sent last to
 *  the questionnaire: round (text in arena) and revision of address say which. SEL_NOT_FOUND: there
 *  is none. */
SEL_CHECKED
sel_status sel_store_last_elsewhere(sel_store *store, sel_arena *arena,
                                    sel_revision_address *address, sel_error *err);

/** Keep a request. of is the put of the response it belongs to, NULL when it belongs to none: then
 *  source may be 0. A request of a response is listed while that revision is current. The time of
 *  the first taking in stays while the content does. SEL_CONFLICT: another submission has a
 *  current request of this id. */
SEL_CHECKED
sel_status sel_store_put_request(sel_store *store, int64_t source, const sel_put_response *of,
                                 const sel_request *request, sel_put_outcome *outcome,
                                 sel_error *err);

typedef bool sel_request_take(void *to, const sel_request *request);

/** Requests that stand, by id bytes. */
SEL_CHECKED
sel_status sel_store_each_request(sel_store *store, sel_request_take *take, void *to,
                                  sel_error *err);

/** Requests that a newer answer of the same submission no longer makes, by id bytes. One that only
 *  stands in another row is not withdrawn. */
SEL_CHECKED
sel_status sel_store_each_withdrawn_request(sel_store *store, sel_request_take *take, void *to,
                                            sel_error *err);

/* ---- Where a value came from ---- */

/** Place of a current answer or record in its file. */
typedef struct sel_stored_place {
    sel_str file;
    sel_str sha256;
    int64_t received;
    uint64_t line;
    uint64_t offset;    /**< bytes, records only */
    uint64_t ordinal;   /**< n-th record of the file, records only */
    sel_str item;       /**< question, answers only */
    sel_str disclosure; /**< fixed level of the question ("sealed"), or empty */
    sel_answer answer;  /**< what was understood and its cell; answers only */
} sel_stored_place;

/** Which answer is meant: its respondent and what the question means. */
typedef struct sel_answer_address {
    sel_str recipient;
    sel_str agency;
    sel_str round;
    sel_str capability; /**< code or empty */
    sel_str aspect;
} sel_answer_address;

/** Place of an answer; of several questionnaires the one taken in last. SEL_NOT_FOUND: there is no
 *  such answer. Texts are in arena. */
SEL_CHECKED
sel_status sel_store_answer_place(sel_store *store, const sel_answer_address *address,
                                  sel_arena *arena, sel_stored_place *place, sel_error *err);

/* ---- Decisions ---- */

/** What somebody decided about two records or organisations. */
typedef struct sel_decision {
    sel_str kind;    /**< organisations: "merge", "split"; records: "same", "not-same", "related",
                          "theme"; pairs: "shown", "agrees", "disagrees", "comments" */
    sel_str subject; /**< "REGISTER:ID" or an organisation's name */
    sel_str other;
    sel_str by; /**< an office, not a person */
    int64_t at;
    sel_str reason;
} sel_decision;

/** Kind of a decision about a guessed theme: other is an answer of domain/theme_answer.h. */
#define SEL_DECISION_THEME "theme"

typedef bool sel_decision_take(void *to, const sel_decision *decision);

/** Decisions are only added: a later one on the same two outweighs. */
SEL_CHECKED
sel_status sel_store_put_decision(sel_store *store, const sel_decision *decision, sel_error *err);

/** Decisions in the order they were put. */
SEL_CHECKED
sel_status sel_store_each_decision(sel_store *store, sel_decision_take *take, void *to,
                                   sel_error *err);

/* ---- The whole ---- */

typedef struct sel_round_state {
    sel_str name;
    sel_days open;
    uint32_t submissions;   /**< current ones, of anybody */
    uint32_t expected;      /**< recipients that should answer */
    uint32_t answered;      /**< of these */
    const sel_str *missing; /**< expected recipients without a submission, by code */
    uint32_t missing_count;
} sel_round_state;

/** What a store holds. Texts and arrays are in the caller's arena. */
typedef struct sel_store_state {
    sel_str taxonomy;
    int64_t created;
    bool any_received;
    int64_t newest_received; /**< newest source or response, when any_received */
    uint64_t sources;
    uint64_t respondents;
    uint64_t submissions;
    uint64_t revisions;  /**< of submissions */
    uint64_t requests;   /**< current ones */
    uint64_t programmes; /**< current ones with cyber content, none that vanished */
    uint64_t set_aside;
    uint64_t vanished; /**< records that a complete file no longer has */
    uint64_t versions; /**< of programmes */
    uint64_t findings; /**< reported */
    uint64_t decisions;
    const sel_round_state *rounds; /**< by name bytes */
    uint32_t round_count;
} sel_store_state;

SEL_CHECKED
sel_status sel_store_status(sel_store *store, sel_arena *arena, sel_store_state *state,
                            sel_error *err);

/** Check the file's structure and recompute every fingerprint, so that one changed bit in what
 *  people said is found. Adds E_STORE_DAMAGED (structure, found says what), E_STORE_CONTENT
 *  (record names what was changed). SEL_OK means that all was looked at, not that all is well. */
SEL_CHECKED
sel_status sel_store_verify(sel_store *store, sel_issues *issues, sel_error *err);

#endif
