#include "work/intake.h"

#include "base/seen.h"
#include "base/text.h"
#include "domain/statement.h"
#include "work/intake_findings.h"
#include "work/intake_source.h"
#include "work/intake_statements.h"
#include "work/reading_ahead.h"
#include "work/receipts.h"
#include "work/rounds.h"

/* Stores responses as they are read. */
typedef struct taking {
    const sel_context *context;
    sel_store *store; /* NULL: check only */
    int64_t source;
    bool known_file; /* the same bytes were taken in before */
    bool identified; /* the questionnaire asks for country or organisation */
    bool supported;  /* it asks for support received */
    bool own;        /* it asks a donor for its programmes */
    sel_intake *intake;
    sel_arena *arena;   /* of the intake */
    sel_arena *scratch; /* of one response */
    sel_seen *respondents;
    sel_statement_items statements; /* of the questionnaire */
    sel_round round;                /* of the response before */
    sel_error *err;
    sel_status status;
} taking;

/* A problem of a whole response, at the answer that is to be changed. */
static void report_response(taking *t, const char *code, const sel_response *response,
                            const char *question, sel_str expected)
{
    sel_issue issue = {.code = code,
                       .source = t->intake->file,
                       .line = response->line,
                       .subject = sel_str_of(question),
                       .record = response->agency,
                       .expected = expected};
    uint32_t item = sel_questionnaire_item(response->questionnaire, issue.subject);
    const sel_answer *answer = item == SEL_NONE ? NULL : sel_response_answer(response, item);
    if (answer != NULL) {
        issue.line = answer->line;
        issue.row = answer->row;
        issue.column = answer->column;
        issue.found = answer->kind == SEL_ANSWER_VALUE ? answer->text : (sel_str){0};
    }
    sel_issues_add(&t->intake->issues, &issue);
}

/* Two answers of one respondent in one file: which of them counts cannot be guessed. */
static void refuse_second_response(taking *t, const sel_response *response)
{
    sel_text key = {.arena = t->scratch};
    sel_text_add(&key, sel_response_respondent(response, &t->context->reference.geography));
    sel_text_add_char(&key, '|');
    sel_text_add(&key, response->round);
    sel_text_add_char(&key, '|');
    sel_text_add(&key, response->agency);
    if (!sel_seen_before(t->respondents, sel_text_str(&key)))
        return;
    report_response(t, "E_RESPONDENT_TWICE", response, "agency", (sel_str){0});
}

/* Answers carried over from an earlier round are taken, and said to be so: were they looked at? */
static sel_status look_for_carry_over(taking *t, const sel_response *response)
{
    sel_carry_over carried;
    sel_status status = sel_revision_carried_over(
        t->store, response, &t->context->reference.geography, t->scratch, &carried, t->err);
    if (status == SEL_OK && carried.answers > 0)
        report_response(
            t, "W_SAME_AS_BEFORE", response, "round",
            sel_str_printf(t->scratch, "%.*s, %u", SEL_STR_ARG(carried.round), carried.answers));
    return status;
}

static sel_status keep_receipt(taking *t, const sel_response *response, const sel_put_response *put)
{
    t->intake->outcomes[put->outcome] += 1;
    sel_receipt *receipt = sel_receipt_keep(t->context, response, t->supported, t->intake);
    if (receipt == NULL)
        return SEL_OK;
    sel_receipt_accept(receipt, put, t->arena);
    if (put->outcome == SEL_PUT_UNCHANGED || t->intake->receipt_count > SEL_RECEIPTS_COMPARED)
        return SEL_OK;
    sel_status status = look_for_carry_over(t, response);
    if (status != SEL_OK || put->outcome != SEL_PUT_CHANGED)
        return status;
    return sel_revision_compare(t->store, response, &t->context->reference.geography,
                                put->revision - 1, t->arena, &receipt->changes, t->err);
}

/* No new answer is taken by a round that is over; one that changes nothing does no harm. */
static sel_status check_round(taking *t, const sel_response *response)
{
    if (!sel_str_equal(t->round.name, response->round) || t->round.name.len == 0) {
        sel_status status =
            sel_store_find_round(t->store, response->round, t->arena, &t->round, t->err);
        if (status == SEL_NOT_FOUND) /* it begins with this answer */
            *t->err = (sel_error){0};
        else if (status != SEL_OK)
            return status;
    }
    if (!sel_round_over(&t->round, t->context->now))
        return SEL_OK;
    char day[SEL_DATE_ROOM];
    report_response(t, "E_ROUND_CLOSED", response, "round",
                    sel_str_of(sel_day_text(t->round.open.latest, day)));
    return SEL_OK;
}

static sel_status store_statements(taking *t, const sel_response *response,
                                   const sel_put_response *put)
{
    const sel_statement_place place = {&t->context->reference, t->store, t->source, t->context->now,
                                       t->scratch};
    if (response->recipient == SEL_NONE ? t->own : t->supported) {
        bool replaces = put->outcome == SEL_PUT_CHANGED;
        sel_status status = sel_statements_store(&place, response, replaces, t->err);
        if (status != SEL_OK)
            return status;
    }
    sel_status status = sel_requests_store(&place, response, put, t->err);
    if (status != SEL_CONFLICT)
        return status;
    *t->err = (sel_error){0};
    report_response(t, "E_LEAD_TWICE", response, "lead", (sel_str){0});
    return SEL_OK;
}

/* Made ready ahead of it where there was time for that. */
static sel_status put_response(taking *t, const sel_response *response,
                               const sel_prepared_response *prepared, sel_put_response *put)
{
    const sel_geography *geography = &t->context->reference.geography;
    int64_t now = t->context->now;
    return prepared == NULL
               ? sel_store_put_response(t->store, t->source, response, geography, now, put, t->err)
               : sel_store_put_prepared(t->store, t->source, response, geography, prepared, now,
                                        put, t->err);
}

static sel_status store_response(taking *t, const sel_response *response,
                                 const sel_prepared_response *prepared)
{
    sel_put_response put = {0};
    sel_status status = put_response(t, response, prepared, &put);
    if (status == SEL_NOT_FOUND) {
        sel_round round = {.name = response->round};
        status = sel_store_put_round(t->store, &round, t->err);
        if (status == SEL_OK)
            status = put_response(t, response, prepared, &put);
    }
    if (status == SEL_OK && put.outcome != SEL_PUT_UNCHANGED)
        status = check_round(t, response);
    /* A state or body tells of support it received, or asks for some; a donor of its programmes. A
     * form that does not ask for them says nothing about what another form said. */
    bool known = response->recipient != SEL_NONE || response->organisation.len > 0;
    bool states =
        known && put.outcome != SEL_PUT_UNCHANGED &&
        (put.outcome == SEL_PUT_CHANGED || sel_statement_is_made(&t->statements, response));
    if (status == SEL_OK && states)
        status = store_statements(t, response, &put);
    return status == SEL_OK ? keep_receipt(t, response, &put) : status;
}

static void take_one(taking *t, const sel_response *response, const sel_prepared_response *prepared)
{
    bool known = response->recipient != SEL_NONE || response->organisation.len > 0;
    if (t->identified && known)
        refuse_second_response(t, response);
    if (sel_seen_is_full(t->respondents)) {
        t->status = sel_fail(t->err, SEL_REFUSED,
                             "'%.*s' has more than %d respondents; send them in several files",
                             SEL_STR_ARG(t->intake->file), SEL_SEEN_MOST - 1);
        return;
    }
    /* After a fault nothing will be kept; the rest is read only for its faults. */
    if (t->store != NULL && sel_issues_allow(&t->intake->issues)) {
        t->status = store_response(t, response, prepared);
        return;
    }
    sel_receipt_keep(t->context, response, t->supported, t->intake);
    if (t->store != NULL)
        t->status = check_round(t, response);
}

static bool take_response(void *to, const sel_response *response,
                          const sel_prepared_response *prepared)
{
    taking *t = to;
    sel_arena_reset(t->scratch);
    take_one(t, response, prepared);
    sel_intake_next_response(t->intake);
    return t->status == SEL_OK;
}

static bool take_to_check(void *to, const sel_response *response)
{
    return take_response(to, response, NULL);
}

/* Only storing takes long enough for a second thread. */
static sel_status read_responses(taking *t, sel_intake_source *source, sel_progress *progress)
{
    sel_intake *intake = t->intake;
    const sel_reference *reference = &t->context->reference;
    return t->store == NULL ? sel_incoming_read(&source->incoming, &source->questionnaire,
                                                reference, (sel_response_sink){take_to_check, t},
                                                progress, &intake->issues, &intake->counts, t->err)
                            : sel_reading_ahead(&source->incoming, &source->questionnaire,
                                                reference, (sel_prepared_sink){take_response, t},
                                                progress, &intake->issues, &intake->counts, t->err);
}

static sel_status begin_source(taking *t, const char *path, const sel_incoming *incoming)
{
    char hash[SEL_HASH_ROOM];
    uint64_t size = 0;
    sel_status status = sel_bytes_fingerprint(path, hash, &size, t->err);
    if (status == SEL_OK)
        status = sel_store_begin(t->store, t->err);
    if (status != SEL_OK)
        return status;
    sel_str format = incoming->workbook != NULL              ? SEL_STR("workbook")
                     : incoming->guess.form == SEL_FORM_TALL ? SEL_STR("tall")
                                                             : SEL_STR("wide");
    const sel_source source = {.name = t->intake->file,
                               .sha256 = sel_str_of(hash),
                               .kind = SEL_STR("responses"),
                               .format = format,
                               .received = t->context->now,
                               .bytes = (int64_t)size};
    status = sel_store_find_source(t->store, source.sha256, source.kind, (sel_str){0}, t->scratch,
                                   &t->source, NULL, t->err);
    t->known_file = t->source != 0;
    if (status == SEL_OK && t->source == 0)
        status = sel_store_add_source(t->store, &source, &t->source, t->err);
    return status;
}

/* A file taken in before changes nothing, unless other answers have counted since: then the newest
 * to arrive counts again. */
static sel_status end_source(taking *t, sel_status status)
{
    const uint64_t *outcomes = t->intake->outcomes;
    uint64_t changes = outcomes[SEL_PUT_NEW] + outcomes[SEL_PUT_CHANGED] + outcomes[SEL_PUT_OLDER];
    t->intake->repeated = status == SEL_OK && t->known_file && changes == 0;
    bool keep = status == SEL_OK && !t->intake->refused && !t->intake->repeated;
    if (status == SEL_OK && keep)
        status = sel_store_commit(t->store, t->err);
    if (status != SEL_OK || !keep)
        sel_store_rollback(t->store);
    t->intake->stored = status == SEL_OK && keep;
    return status;
}

static sel_status read_answers(taking *t, const char *path, sel_intake_source *source,
                               sel_progress *progress)
{
    if (t->store != NULL)
        sel_store_stay_small(t->store, true);
    t->intake->issues.each = sel_intake_keep_place;
    t->intake->issues.to = t->intake;
    source->incoming.guess.options.with_faulty = true; /* their senders get a page too */
    sel_status status = t->store == NULL ? SEL_OK : begin_source(t, path, &source->incoming);
    /* Who answers is known only where the questionnaire asks it in our way. */
    t->supported = sel_statement_asked(&source->questionnaire);
    t->own = sel_statement_asked_of_donors(&source->questionnaire);
    t->statements = sel_statement_items_of(&source->questionnaire);
    t->identified =
        sel_questionnaire_item(&source->questionnaire, SEL_STR("country")) != SEL_NONE ||
        sel_questionnaire_item(&source->questionnaire, SEL_STR("organisation")) != SEL_NONE;
    if (status == SEL_OK)
        status = read_responses(t, source, progress);
    if (status == SEL_OK)
        status = t->status;
    /* Its hash was taken from the path: they must be the same bytes. */
    if (status == SEL_OK)
        status = sel_bytes_unchanged(path, &t->intake->mark, t->err);
    t->intake->issues.each = NULL;
    t->intake->refused = !sel_issues_allow(&t->intake->issues);
    if (t->store == NULL)
        return status;
    status = end_source(t, status);
    sel_store_stay_small(t->store, false);
    return status;
}

/* A workbook that is not ours is refused whole: its tables could mean anything. So is the guide of
 * ours, saved as CSV in place of the answers. */
static bool refuse_by_name(taking *t, const sel_intake_source *source)
{
    const char *code = source->incoming.foreign                              ? "E_WORKBOOK_FOREIGN"
                       : sel_intake_is_guide(t->context, source, t->scratch) ? "E_SHEET_GUIDE"
                                                                             : NULL;
    if (code == NULL)
        return false;
    sel_issues_add(&t->intake->issues, &(sel_issue){.code = code, .source = t->intake->file});
    t->intake->refused = true;
    return true;
}

/* Answers about capabilities that the store's taxonomy does not have could not be compared with
 * anything in it. */
static sel_status refuse_other_field(const taking *t, const sel_questionnaire *questionnaire,
                                     const char *path)
{
    const sel_taxonomy *taxonomy = &t->context->reference.taxonomy;
    for (uint32_t i = 0; t->store != NULL && i < questionnaire->item_count; i++) {
        sel_str capability = questionnaire->items[i].capability;
        if (capability.len == 0 || sel_taxonomy_find(taxonomy, capability) != SEL_NONE)
            continue;
        sel_error_place(t->err, path, 0, 0);
        return sel_fail(t->err, SEL_REFUSED,
                        "'%s' answers questionnaire '%.*s', which asks about %.*s; the store is "
                        "made for %.*s, which has no such capability",
                        path, SEL_STR_ARG(questionnaire->id), SEL_STR_ARG(capability),
                        SEL_STR_ARG(taxonomy->id));
    }
    return SEL_OK;
}

static sel_status refuse_other(const sel_context *context, const char *path,
                               const sel_intake_options *options, sel_file_kind *kind,
                               sel_error *err)
{
    sel_status status = sel_intake_recognise(context, path, options, kind, err);
    if (status != SEL_OK)
        return status;
    sel_error_place(err, path, 0, 0);
    if (*kind == SEL_FILE_IATI || *kind == SEL_FILE_REGISTER_CSV)
        return sel_fail(err, SEL_REFUSED,
                        "'%s' is a register of programmes, not answers; take it in with "
                        "'selaras import'",
                        path);
    return sel_fail(err, SEL_REFUSED,
                    "'%s' is not answers to a questionnaire we know: neither its first row nor its "
                    "header says so",
                    path);
}

sel_status sel_intake_file(const sel_context *context, sel_store *store, const char *path,
                           const sel_intake_options *options, sel_progress *progress,
                           sel_arena *arena, sel_intake *intake, sel_error *err)
{
    bool every = options != NULL && options->every_place;
    *intake = (sel_intake){.issues = {.arena = arena},
                           .places_most = every ? SEL_PLACES_ALL : SEL_PLACES_KEPT,
                           .next_response = 1};
    taking t = {.context = context,
                .store = store,
                .intake = intake,
                .arena = arena,
                .scratch = sel_arena_create(),
                .respondents = sel_seen_create(),
                .err = err};
    sel_intake_source source;
    sel_status status =
        sel_intake_open(context, path, options, arena, &intake->issues, &source, err);
    if (source.bytes != NULL) {
        intake->file = sel_str_copy(arena, sel_bytes_name(source.bytes));
        intake->mark = sel_bytes_marked(source.bytes);
    }
    intake->encoding = source.encoding;
    intake->guess = source.incoming.guess;
    if (source.mapping != NULL)
        intake->mapping = sel_str_copy(arena, sel_mapping_name(source.mapping));
    if (source.by_header)
        intake->by_header = sel_names_in(&source.questionnaire.titles, context->language);
    intake->sheet = sel_str_copy(arena, sel_incoming_sheet(&source.incoming));
    bool answers = source.incoming.guess.form != SEL_FORM_NONE;
    if (status == SEL_OK && !answers && !refuse_by_name(&t, &source))
        status = refuse_other(context, path, options, &intake->kind, err);
    if (status == SEL_OK && answers)
        status = refuse_other_field(&t, &source.questionnaire, path);
    if (status == SEL_OK && answers)
        status = read_answers(&t, path, &source, progress);
    if (status == SEL_OK)
        sel_intake_label(context, intake, &source.questionnaire);
    sel_intake_close(&source);
    sel_seen_destroy(t.respondents);
    sel_arena_destroy(t.scratch);
    return status;
}
