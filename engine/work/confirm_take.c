#include "work/confirm.h"

#include "base/fold.h"
#include "domain/theme_answer.h"
#include "input/csv.h"
#include "input/encoding.h"
#include "input/file_kind.h"
#include "store/store_programmes.h"
#include "work/confirm_columns.h"

enum { NOT_THERE = -1 };

/* Places of the columns in a header, or NOT_THERE. */
typedef struct header {
    int at[SEL_CONFIRM_COLUMNS];
} header;

static bool is_heading(void *of, sel_str cell)
{
    (void)of;
    for (int i = 0; i < SEL_CONFIRM_COLUMNS; i++)
        if (sel_str_equal_ascii(sel_str_trim(cell),
                                sel_str_of(sel_confirm_heading((sel_confirm_column)i))))
            return true;
    return false;
}

static bool read_header(const sel_csv_row *row, header *into)
{
    for (int i = 0; i < SEL_CONFIRM_COLUMNS; i++) {
        into->at[i] = NOT_THERE;
        for (uint32_t n = 0; n < row->count && into->at[i] == NOT_THERE; n++)
            if (sel_str_equal_ascii(sel_csv_cell(row, n),
                                    sel_str_of(sel_confirm_heading((sel_confirm_column)i))))
                into->at[i] = (int)n;
    }
    return into->at[SEL_CONFIRM_REGISTER] != NOT_THERE &&
           into->at[SEL_CONFIRM_RECORD] != NOT_THERE && into->at[SEL_CONFIRM_ANSWER] != NOT_THERE;
}

static bool look_at_first(void *to, const sel_csv_row *row)
{
    header columns;
    *(bool *)to = read_header(row, &columns);
    return false;
}

bool sel_confirm_is(const char *path)
{
    sel_bytes *bytes = NULL;
    sel_error err = {0};
    bool is = false;
    sel_encoding encoding;
    sel_status status = sel_bytes_open(path, &bytes, &err);
    if (status == SEL_OK && sel_file_kind_is_utf16(sel_bytes_peek(bytes)))
        status = sel_encoding_settle(bytes, NULL, NULL, &encoding, &err);
    if (status == SEL_OK)
        status = sel_csv_read(bytes, sel_csv_sniff(bytes, is_heading, NULL), look_at_first, &is,
                              NULL, &err);
    sel_bytes_close(bytes);
    return status == SEL_OK && is;
}

/* One row with an answer. */
typedef struct answer {
    uint64_t line;
    uint32_t subject; /* number in subjects */
    sel_str record;
    sel_str written;
    sel_str codes; /* empty: not understood */
} answer;

/* What is known of a subject. */
typedef struct subject {
    bool stored;
    bool open;
    sel_str decided;  /* by an earlier file */
    sel_str answered; /* by this one */
} subject;

typedef struct taking {
    const sel_context *context;
    sel_arena *arena;
    sel_confirm *confirm;
    bool begun;
    bool is_confirm;
    header columns;
    sel_index *addresses;
    subject *subjects;
    uint32_t subject_room;
    answer *answers;
    uint32_t count;
    uint32_t room;
} taking;

/* A cell as it was before a formula was kept from running. */
static sel_str unguarded(sel_str cell)
{
    bool guarded = cell.len > 1 && cell.ptr[0] == '\'' && strchr("=+-@", cell.ptr[1]) != NULL;
    return guarded ? sel_str_part(cell, 1, cell.len) : cell;
}

static sel_str cell_of(const taking *t, const sel_csv_row *row, sel_confirm_column column)
{
    int at = t->columns.at[column];
    return at == NOT_THERE ? (sel_str){0} : unguarded(sel_csv_cell(row, (uint32_t)at));
}

/* Mark the capabilities that text names, pieces ended by separator; false when one is none. */
static bool mark_named(const taking *t, sel_str text, char separator, bool *named)
{
    for (sel_str piece; sel_str_next(&text, separator, &piece);) {
        piece = sel_str_trim(piece);
        if (piece.len == 0)
            continue;
        uint32_t number = sel_taxonomy_find(&t->context->reference.taxonomy, piece);
        if (number == SEL_NONE) {
            sel_str code = sel_str_part(piece, 0, sel_str_find(piece, SEL_STR(" ")));
            number = sel_taxonomy_find(&t->context->reference.taxonomy, code);
        }
        if (number == SEL_NONE)
            return false;
        named[number] = true;
    }
    return true;
}

/* Codes in the order of the taxonomy; empty when the answer is not understood. Names may hold a
 * comma, so that pieces are first looked for between semicolons. */
static sel_str codes_of(const taking *t, sel_str written)
{
    const sel_taxonomy *taxonomy = &t->context->reference.taxonomy;
    bool named[SEL_CAPABILITIES_MAX] = {false};
    if (!mark_named(t, written, ';', named)) {
        memset(named, 0, sizeof named);
        if (!mark_named(t, written, ',', named))
            return (sel_str){0};
    }
    sel_text codes = {.arena = t->arena};
    for (uint32_t i = 0; i < taxonomy->count; i++)
        if (named[i])
            sel_text_printf(&codes, "%s%.*s", codes.len == 0 ? "" : ";",
                            SEL_STR_ARG(taxonomy->capabilities[i].code));
    return sel_text_str(&codes);
}

static sel_str understand(const taking *t, sel_str written, sel_str guess)
{
    if (sel_str_equal_ascii(written, SEL_STR(SEL_THEME_NONE)))
        return SEL_STR(SEL_THEME_NONE);
    return codes_of(t, sel_str_equal_ascii(written, SEL_STR("yes")) ? guess : written);
}

static bool take_row(void *to, const sel_csv_row *row)
{
    taking *t = to;
    if (!t->begun) {
        t->begun = true;
        t->is_confirm = read_header(row, &t->columns);
        return t->is_confirm;
    }
    t->confirm->rows += 1;
    sel_str written = cell_of(t, row, SEL_CONFIRM_ANSWER);
    if (written.len == 0) {
        t->confirm->open += 1;
        return true;
    }
    const sel_programme named = {.register_name = cell_of(t, row, SEL_CONFIRM_REGISTER),
                                 .id = cell_of(t, row, SEL_CONFIRM_RECORD)};
    uint32_t number = sel_index_add(t->addresses, sel_record_address(t->arena, &named));
    t->answers = sel_arena_one_more(t->arena, t->answers, t->count, &t->room, sizeof *t->answers);
    t->answers[t->count++] =
        (answer){.line = row->line,
                 .subject = number,
                 .record = sel_str_copy(t->arena, named.id),
                 .written = sel_str_copy(t->arena, written),
                 .codes = understand(t, written, cell_of(t, row, SEL_CONFIRM_GUESS))};
    return true;
}

static sel_status read_answers(taking *t, const char *path, const char *letters, sel_error *err)
{
    sel_bytes *bytes = NULL;
    sel_encoding encoding;
    sel_status status = sel_bytes_open(path, &bytes, err);
    if (status == SEL_OK)
        status = sel_encoding_settle(bytes, letters, NULL, &encoding, err);
    if (status == SEL_OK)
        status = sel_csv_read(bytes, sel_csv_sniff(bytes, is_heading, NULL), take_row, t,
                              &t->confirm->issues, err);
    sel_bytes_close(bytes);
    if (status == SEL_OK && !t->is_confirm)
        return sel_fail(err, SEL_REFUSED, "'%s' has no columns register, record, your answer",
                        path);
    return status;
}

static bool take_decision(void *to, const sel_decision *decision)
{
    taking *t = to;
    if (!sel_str_is(decision->kind, SEL_DECISION_THEME))
        return true;
    uint32_t number = sel_index_find(t->addresses, decision->subject);
    if (number != SEL_NONE)
        t->subjects[number].decided = sel_str_copy(t->arena, decision->other);
    return true;
}

static bool take_programme(void *to, const sel_programme *record)
{
    taking *t = to;
    sel_arena *scratch = sel_arena_create();
    uint32_t number = sel_index_find(t->addresses, sel_record_address(scratch, record));
    sel_arena_destroy(scratch);
    if (number != SEL_NONE) {
        t->subjects[number].stored = true;
        t->subjects[number].open = sel_theme_is_open(record);
    }
    return true;
}

static void refuse(taking *t, const answer *one, const char *code, sel_str suggestion)
{
    t->confirm->refused += 1;
    sel_issues_add(&t->confirm->issues, &(sel_issue){.code = code,
                                                     .line = one->line,
                                                     .record = one->record,
                                                     .found = one->written,
                                                     .suggestion = suggestion});
}

static sel_str nearest_code(const taking *t, sel_str written)
{
    uint32_t number = sel_taxonomy_nearest(&t->context->reference.taxonomy, written);
    return number == SEL_NONE ? (sel_str){0}
                              : t->context->reference.taxonomy.capabilities[number].code;
}

static sel_status take_answer(taking *t, sel_store *store, const answer *one, const char *by,
                              sel_str file, sel_error *err)
{
    subject *of = &t->subjects[one->subject];
    if (!of->stored)
        refuse(t, one, "E_CONFIRM_RECORD", (sel_str){0});
    else if (one->codes.len == 0)
        refuse(t, one, "E_CONFIRM_ANSWER", nearest_code(t, one->written));
    else if (!of->open)
        refuse(t, one, "W_CONFIRM_STATED", (sel_str){0});
    else if (of->answered.len > 0 && !sel_str_equal(of->answered, one->codes))
        refuse(t, one, "E_CONFIRM_TWICE", (sel_str){0});
    else if (sel_str_equal(of->answered, one->codes) || sel_str_equal(of->decided, one->codes)) {
        of->answered = one->codes;
        t->confirm->unchanged += 1;
    } else {
        of->answered = one->codes;
        t->confirm->taken += 1;
        const sel_decision decision = {.kind = SEL_STR(SEL_DECISION_THEME),
                                       .subject = sel_index_name(t->addresses, one->subject),
                                       .other = one->codes,
                                       .by = sel_str_of(by),
                                       .at = t->context->now,
                                       .reason = file};
        return sel_store_put_decision(store, &decision, err);
    }
    return SEL_OK;
}

static sel_status store_answers(taking *t, sel_store *store, const char *path, const char *by,
                                sel_error *err)
{
    const char *slash = strrchr(path, '/');
    sel_str file = sel_str_of(slash == NULL ? path : slash + 1);
    t->subjects = sel_arena_array(t->arena, sel_index_count(t->addresses), sizeof *t->subjects);
    sel_status status = sel_store_each_decision(store, take_decision, t, err);
    if (status == SEL_OK)
        status = sel_store_each_programme(store, 0, (sel_programme_sink){take_programme, t}, err);
    for (uint32_t i = 0; i < t->count && status == SEL_OK; i++)
        status = take_answer(t, store, &t->answers[i], by, file, err);
    return status;
}

/* All in one transaction; strict: none when any is refused. */
static sel_status put_answers(taking *t, sel_store *store, const char *path,
                              const sel_confirm_options *options, sel_error *err)
{
    sel_status status = sel_store_begin(store, err);
    if (status != SEL_OK)
        return status;
    status = store_answers(t, store, path, options->by, err);
    bool keep = status == SEL_OK && !(options->strict && t->confirm->refused > 0);
    if (keep)
        status = sel_store_commit(store, err);
    if (status != SEL_OK || !keep)
        sel_store_rollback(store);
    if (!keep)
        t->confirm->taken = 0;
    return status;
}

sel_status sel_confirm_take(const sel_context *context, sel_store *store, const char *path,
                            const sel_confirm_options *options, sel_arena *arena,
                            sel_confirm *confirm, sel_error *err)
{
    *confirm = (sel_confirm){.issues = {.arena = arena}};
    if (sel_str_trim(sel_str_of(options->by)).len == 0)
        return sel_fail(err, SEL_USAGE, "say which office answers: --by OFFICE");
    taking t = {
        .context = context, .arena = arena, .confirm = confirm, .addresses = sel_index_create()};
    sel_status status = read_answers(&t, path, options->encoding, err);
    if (status == SEL_OK)
        status = put_answers(&t, store, path, options, err);
    sel_index_destroy(t.addresses);
    return status;
}
