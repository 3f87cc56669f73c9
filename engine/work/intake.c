#include "work/intake.h"

#include "domain/statement.h"
#include "input/questionnaire_file.h"
#include "input/register_table.h"
#include "work/incoming.h"

/* The only instrument of this version; a tall sheet may name another one, which is then looked
 * for by its id. */
static const char default_questionnaire[] = "state-needs";

static const char *find_questionnaire(const sel_context *context, const char *id, sel_arena *arena)
{
    sel_str relative = sel_str_printf(arena, "questionnaires/%s/survey.csv", id);
    return context->find(context->to, relative.ptr);
}

static sel_status open_questionnaire(const sel_context *context, const char *id, sel_arena *arena,
                                     sel_questionnaire *questionnaire, sel_error *err)
{
    for (const char *c = id; *c != '\0'; c++)
        if (!((*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9') || *c == '-'))
            return sel_fail(err, SEL_REFUSED, "there is no questionnaire called '%s'", id);
    const char *path = find_questionnaire(context, id, arena);
    if (path == NULL)
        return sel_fail(err, SEL_REFUSED,
                        "there is no questionnaire called '%s'; see 'selaras questionnaire list'",
                        id);
    sel_str folder =
        sel_str_copy(arena, sel_str_part(sel_str_of(path), 0, (size_t)(strrchr(path, '/') - path)));
    return sel_questionnaire_open(folder.ptr, arena, questionnaire, err);
}

static bool looks_like_xml(sel_str beginning)
{
    sel_str text = sel_str_starts(beginning, SEL_STR("\xEF\xBB\xBF"))
                       ? sel_str_part(beginning, 3, beginning.len)
                       : beginning;
    text = sel_str_trim(text);
    return text.len > 0 && text.ptr[0] == '<';
}

sel_status sel_intake_recognise(const sel_context *context, const char *path, sel_file_kind *kind,
                                sel_error *err)
{
    *kind = SEL_FILE_UNKNOWN;
    sel_arena *arena = sel_arena_create();
    sel_bytes *bytes = NULL;
    sel_questionnaire questionnaire = {0};
    sel_status status = sel_bytes_open(path, &bytes, err);
    if (status == SEL_OK && looks_like_xml(sel_bytes_peek(bytes)))
        *kind = SEL_FILE_IATI;
    else if (status == SEL_OK && sel_xlsx_suspected(sel_bytes_peek(bytes)))
        *kind = SEL_FILE_WORKBOOK;
    else if (status == SEL_OK)
        status = open_questionnaire(context, default_questionnaire, arena, &questionnaire, err);
    if (status == SEL_OK && *kind == SEL_FILE_UNKNOWN) {
        if (sel_response_recognise(bytes, &context->reference, &questionnaire).form !=
            SEL_FORM_NONE)
            *kind = SEL_FILE_ANSWERS;
        else if (sel_register_recognise(bytes, &context->reference, arena).is_register)
            *kind = SEL_FILE_REGISTER_CSV;
    }
    sel_questionnaire_close(&questionnaire);
    sel_bytes_close(bytes);
    sel_arena_destroy(arena);
    return status;
}

/* Stores responses as they are read. */
typedef struct taking {
    const sel_context *context;
    sel_store *store; /* NULL: check only */
    int64_t source;
    bool known_file; /* the same bytes were taken in before */
    sel_intake *intake;
    sel_arena *arena;   /* of the intake */
    sel_arena *scratch; /* of one response */
    sel_index *respondents;
    sel_error *err;
    sel_status status;
} taking;

/* Two answers of one respondent in one file: which of them counts cannot be guessed. */
static void refuse_second_response(taking *t, const sel_response *response)
{
    uint32_t before = sel_index_count(t->respondents);
    sel_str key = sel_str_printf(t->scratch, "%u|%.*s|%.*s", response->recipient,
                                 SEL_STR_ARG(response->round), SEL_STR_ARG(response->agency));
    if (sel_index_add(t->respondents, key) == before)
        return;
    sel_issues_add(&t->intake->issues, &(sel_issue){.code = "E_RESPONDENT_TWICE",
                                                    .source = t->intake->file,
                                                    .line = response->line,
                                                    .subject = SEL_STR("agency"),
                                                    .found = response->agency});
}

static void keep_receipt(taking *t, const sel_response *response, const sel_put_response *put)
{
    t->intake->outcomes[put->outcome] += 1;
    if (t->intake->receipt_count == SEL_RECEIPTS_SHOWN)
        return;
    sel_receipt *receipt = &t->intake->receipts[t->intake->receipt_count++];
    *receipt = (sel_receipt){
        .outcome = put->outcome,
        .recipient = response->recipient,
        .agency = sel_str_copy(t->arena, response->agency),
        .round = sel_str_copy(t->arena, response->round),
        .disclosure = sel_str_copy(t->arena, response->disclosure),
        .answers = response->answer_count,
        .revision = put->revision,
        .illustrative = response->illustrative,
    };
    char code[16];
    snprintf(code, sizeof code, "%.4s-%.4s", put->content, put->content + 4);
    for (char *c = code; *c != '\0'; c++)
        if (*c >= 'a' && *c <= 'f')
            *c = (char)(*c - 'a' + 'A');
    receipt->code = sel_str_copy(t->arena, sel_str_of(code));
}

/* A support row that the newest answer no longer has stays in history, but is set aside. */
static sel_status withdraw_statement(taking *t, const sel_programme *kept, uint32_t count,
                                     sel_str register_name, sel_str prefix, uint32_t number)
{
    sel_str id = sel_str_printf(t->scratch, "%.*sS%u", SEL_STR_ARG(prefix), number);
    for (uint32_t i = 0; i < count; i++)
        if (sel_str_equal(kept[i].id, id))
            return SEL_OK;
    sel_stored_place place;
    sel_status status =
        sel_store_record_place(t->store, register_name, id, t->scratch, &place, t->err);
    if (status == SEL_NOT_FOUND) {
        *t->err = (sel_error){0};
        return SEL_OK;
    }
    if (status != SEL_OK)
        return status;
    sel_programme gone = sel_programme_blank();
    gone.register_name = register_name;
    gone.id = id;
    gone.set_aside = true;
    sel_put_outcome outcome;
    return sel_store_put_programme(t->store, t->source, &gone, &outcome, t->err);
}

static sel_status withdraw_statements(taking *t, const sel_response *response,
                                      const sel_programme *kept, uint32_t count)
{
    sel_status status = SEL_OK;
    sel_str prefix = sel_statement_prefix(response, t->scratch);
    sel_str code = t->context->reference.geography.recipients[response->recipient].code;
    sel_str register_name = sel_str_printf(t->scratch, "recipient:%.*s", SEL_STR_ARG(code));
    for (uint32_t n = 1; n <= SEL_STATEMENT_ROWS_MAX && status == SEL_OK; n++)
        status = withdraw_statement(t, kept, count, register_name, prefix, n);
    return status;
}

static sel_status store_statements(taking *t, const sel_response *response, bool replaces)
{
    uint32_t count = 0;
    const sel_programme *records =
        sel_statement_programmes(response, &t->context->reference, t->scratch, &count);
    sel_status status = SEL_OK;
    sel_put_outcome outcome;
    for (uint32_t i = 0; i < count && status == SEL_OK; i++)
        status = sel_store_put_programme(t->store, t->source, &records[i], &outcome, t->err);
    if (status == SEL_OK && replaces)
        status = withdraw_statements(t, response, records, count);
    return status;
}

/* Requests of an agency that speaks for the whole state are numbered for the state. */
static void refuse_second_lead(taking *t, const sel_response *response)
{
    sel_issues_add(&t->intake->issues, &(sel_issue){.code = "E_LEAD_TWICE",
                                                    .source = t->intake->file,
                                                    .line = response->line,
                                                    .subject = SEL_STR("lead"),
                                                    .found = response->agency});
}

static sel_status store_requests(taking *t, const sel_response *response,
                                 const sel_put_response *put)
{
    uint32_t count = 0;
    const sel_request *requests = sel_statement_requests(response, &t->context->reference,
                                                         t->context->now, t->scratch, &count);
    sel_status status = SEL_OK;
    sel_put_outcome outcome;
    for (uint32_t i = 0; i < count && status == SEL_OK; i++)
        status = sel_store_put_request(t->store, t->source, put, &requests[i], &outcome, t->err);
    if (status != SEL_CONFLICT)
        return status;
    *t->err = (sel_error){0};
    refuse_second_lead(t, response);
    return SEL_OK;
}

static sel_status store_response(taking *t, const sel_response *response)
{
    sel_put_response put = {0};
    const sel_geography *geography = &t->context->reference.geography;
    sel_status status = sel_store_put_response(t->store, t->source, response, geography,
                                               t->context->now, &put, t->err);
    if (status == SEL_NOT_FOUND) {
        sel_round round = {.name = response->round};
        status = sel_store_put_round(t->store, &round, t->err);
        if (status == SEL_OK)
            status = sel_store_put_response(t->store, t->source, response, geography,
                                            t->context->now, &put, t->err);
    }
    if (status == SEL_OK && put.outcome != SEL_PUT_UNCHANGED)
        status = store_statements(t, response, put.outcome == SEL_PUT_CHANGED);
    if (status == SEL_OK && put.outcome != SEL_PUT_UNCHANGED)
        status = store_requests(t, response, &put);
    if (status == SEL_OK)
        keep_receipt(t, response, &put);
    return status;
}

static bool take_response(void *to, const sel_response *response)
{
    taking *t = to;
    sel_arena_reset(t->scratch);
    refuse_second_response(t, response);
    /* After a fault nothing will be kept; the rest is read only for its faults. */
    if (t->store != NULL && sel_issues_allow(&t->intake->issues))
        t->status = store_response(t, response);
    return t->status == SEL_OK;
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

static sel_status read_answers(taking *t, sel_incoming *incoming, const char *path,
                               const sel_questionnaire *questionnaire, sel_progress *progress)
{
    sel_status status = t->store == NULL ? SEL_OK : begin_source(t, path, incoming);
    if (status == SEL_OK)
        status = sel_incoming_read(incoming, questionnaire, &t->context->reference,
                                   (sel_response_sink){take_response, t}, progress,
                                   &t->intake->issues, &t->intake->counts, t->err);
    if (status == SEL_OK)
        status = t->status;
    t->intake->refused = !sel_issues_allow(&t->intake->issues);
    return t->store == NULL ? status : end_source(t, status);
}

static sel_status refuse_other(const sel_context *context, const char *path, sel_error *err)
{
    sel_file_kind kind = SEL_FILE_UNKNOWN;
    sel_status status = sel_intake_recognise(context, path, &kind, err);
    if (status != SEL_OK)
        return status;
    sel_error_place(err, path, 0, 0);
    if (kind == SEL_FILE_IATI || kind == SEL_FILE_REGISTER_CSV)
        return sel_fail(err, SEL_REFUSED,
                        "'%s' is a register of programmes, not answers; take it in with "
                        "'selaras import'",
                        path);
    return sel_fail(err, SEL_REFUSED,
                    "'%s' is not answers to a questionnaire we know: neither its first row nor its "
                    "header says so",
                    path);
}

/* The questions that groups of issues are about, as the sender knows them. */
static const sel_str *label_issues(const sel_context *context, const sel_intake *intake,
                                   const sel_questionnaire *questionnaire, sel_arena *arena)
{
    sel_str *labels = sel_arena_array(arena, intake->issues.group_count, sizeof *labels);
    for (uint32_t i = 0; i < intake->issues.group_count; i++) {
        sel_str subject = intake->issues.groups[i]->places[0].subject;
        uint32_t item = sel_questionnaire_item(questionnaire, subject);
        labels[i] = item == SEL_NONE
                        ? subject
                        : sel_names_in(&questionnaire->items[item].labels, context->language);
    }
    return labels;
}

/* A workbook that is not ours is refused whole: its tables could mean anything. So is the guide of
 * ours, saved as CSV in place of the answers. */
static bool refuse_by_name(taking *t, const sel_incoming *incoming)
{
    char id[64];
    const char *code = NULL;
    if (incoming->foreign)
        code = "E_WORKBOOK_FOREIGN";
    else if (sel_incoming_is_guide(incoming->bytes, id) &&
             find_questionnaire(t->context, id, t->scratch) != NULL)
        code = "E_SHEET_GUIDE";
    if (code == NULL)
        return false;
    sel_issues_add(&t->intake->issues, &(sel_issue){.code = code, .source = t->intake->file});
    t->intake->refused = true;
    return true;
}

static sel_status take_file(taking *t, sel_bytes *bytes, const char *path, sel_progress *progress,
                            sel_questionnaire *questionnaire)
{
    sel_intake *intake = t->intake;
    sel_incoming incoming;
    sel_status status =
        sel_incoming_open(bytes, &t->context->reference, questionnaire, &incoming, t->err);
    const sel_response_guess *guess = &incoming.guess;
    intake->form = guess->form;
    intake->delimiter = guess->delimiter;
    if (status == SEL_OK && guess->form == SEL_FORM_NONE && refuse_by_name(t, &incoming)) {
        sel_incoming_close(&incoming);
        return SEL_OK;
    }
    if (status == SEL_OK && guess->form == SEL_FORM_NONE)
        status = refuse_other(t->context, path, t->err);
    if (status == SEL_OK)
        intake->sheet = sel_str_copy(t->arena, sel_incoming_sheet(&incoming));
    if (status == SEL_OK && guess->form == SEL_FORM_TALL &&
        strcmp(guess->questionnaire, default_questionnaire) != 0) {
        sel_questionnaire_close(questionnaire);
        status =
            open_questionnaire(t->context, guess->questionnaire, t->arena, questionnaire, t->err);
    }
    if (status == SEL_OK)
        status = read_answers(t, &incoming, path, questionnaire, progress);
    sel_incoming_close(&incoming);
    return status;
}

sel_status sel_intake_file(const sel_context *context, sel_store *store, const char *path,
                           sel_progress *progress, sel_arena *arena, sel_intake *intake,
                           sel_error *err)
{
    *intake = (sel_intake){.issues = {.arena = arena}};
    taking t = {.context = context,
                .store = store,
                .intake = intake,
                .arena = arena,
                .scratch = sel_arena_create(),
                .respondents = sel_index_create(),
                .err = err};
    sel_bytes *bytes = NULL;
    sel_questionnaire questionnaire = {0};
    sel_status status = sel_bytes_open(path, &bytes, err);
    if (status == SEL_OK) {
        intake->file = sel_str_copy(arena, sel_bytes_name(bytes));
        status = open_questionnaire(context, default_questionnaire, arena, &questionnaire, err);
    }
    if (status == SEL_OK)
        status = take_file(&t, bytes, path, progress, &questionnaire);
    if (status == SEL_OK)
        intake->labels = label_issues(context, intake, &questionnaire, arena);
    sel_questionnaire_close(&questionnaire);
    sel_bytes_close(bytes);
    sel_index_destroy(t.respondents);
    sel_arena_destroy(t.scratch);
    return status;
}
