#include "work/import.h"

#include "base/index.h"
#include "domain/statement.h"
#include "input/iati.h"
#include "work/tagging.h"

typedef struct taking {
    const sel_context *context;
    sel_store *store; /* NULL: check only */
    int64_t source;
    sel_import *import;
    sel_arena *scratch;   /* of one record */
    sel_index *addresses; /* of the records taken so far */
    uint64_t reserved;    /* records refused for their register's name */
    sel_error *err;
    sel_status status;
} taking;

static void count_record(sel_import *import, const sel_programme *record)
{
    import->set_aside += record->set_aside;
    import->illustrative |= record->illustrative;
    if (record->set_aside)
        return;
    import->guessed +=
        record->capability_count > 0 && record->capabilities[0].origin == SEL_TAG_TEXT;
    bool placed = false;
    for (uint32_t i = 0; i < record->recipient_count; i++)
        placed |= !sel_str_starts(record->recipients[i].code, SEL_STR("R:"));
    import->without_place += !placed;
}

static void report(taking *t, const char *code, const sel_programme *record, sel_str found)
{
    sel_issues_add(&t->import->issues, &(sel_issue){.code = code,
                                                    .source = t->import->file,
                                                    .line = record->place.line,
                                                    .record = record->id,
                                                    .found = found});
}

/* Of two records with one address only one can be current: the file's owner should know. */
static void report_second_record(taking *t, const sel_programme *record)
{
    uint32_t before = sel_index_count(t->addresses);
    sel_str address = sel_str_printf(t->scratch, "%.*s\n%.*s", SEL_STR_ARG(record->register_name),
                                     SEL_STR_ARG(record->id));
    if (sel_index_add(t->addresses, address) < before)
        report(t, "W_ID_TWICE", record, record->id);
}

static bool take_record(void *to, const sel_programme *record)
{
    taking *t = to;
    sel_arena_reset(t->scratch);
    if (sel_statement_is_register(record->register_name)) {
        t->reserved += 1;
        report(t, "E_REGISTER_RESERVED", record, record->register_name);
        return t->status == SEL_OK;
    }
    report_second_record(t, record);
    if (t->status != SEL_OK)
        return false;
    sel_programme tagged = *record;
    sel_tagging_tag(t->context, &tagged, t->scratch);
    count_record(t->import, &tagged);
    if (t->store == NULL)
        return true;
    sel_put_outcome outcome;
    t->status = sel_store_put_programme(t->store, t->source, &tagged, &outcome, t->err);
    if (t->status == SEL_OK)
        t->import->outcomes[outcome] += 1;
    return t->status == SEL_OK;
}

static void store_finding(void *to, const sel_issue *issue)
{
    taking *t = to;
    if (t->store != NULL && t->status == SEL_OK)
        t->status = sel_store_put_finding(t->store, t->source, issue, t->err);
}

static sel_status begin_source(taking *t, const char *path, const sel_import_options *options)
{
    char hash[SEL_HASH_ROOM];
    uint64_t size = 0;
    sel_status status = sel_bytes_fingerprint(path, hash, &size, t->err);
    if (status == SEL_OK)
        status = sel_store_begin(t->store, t->err);
    if (status != SEL_OK)
        return status;
    const sel_source source = {
        .name = t->import->file,
        .sha256 = sel_str_of(hash),
        .kind = SEL_STR("register"),
        .format = t->import->kind == SEL_FILE_IATI ? SEL_STR("iati") : SEL_STR("csv"),
        .register_name = sel_str_of(options->register_name),
        .disclosure = t->import->kind == SEL_FILE_IATI ? SEL_STR("public") : (sel_str){0},
        .received = t->context->now,
        .bytes = (int64_t)size};
    status = sel_store_find_source(t->store, source.sha256, source.kind, source.register_name,
                                   t->scratch, &t->source, NULL, t->err);
    t->import->repeated = t->source != 0;
    if (status == SEL_OK && t->source == 0)
        status = sel_store_add_source(t->store, &source, &t->source, t->err);
    return status;
}

static sel_status end_source(taking *t, sel_status status)
{
    bool keep = status == SEL_OK && !t->import->repeated;
    if (keep)
        status = sel_store_commit(t->store, t->err);
    if (status != SEL_OK || !keep)
        sel_store_rollback(t->store);
    t->import->stored = status == SEL_OK && keep;
    return status;
}

static sel_status read_iati(taking *t, sel_bytes *bytes, const sel_import_options *options)
{
    sel_iati_options how = {.register_name = options->register_name,
                            .default_country = options->default_country,
                            .progress = options->progress};
    sel_iati_counts counts = {0};
    sel_status status =
        sel_iati_read(bytes, &t->context->reference, &how, (sel_programme_sink){take_record, t},
                      &t->import->issues, &counts, t->err);
    t->import->seen = counts.seen;
    t->import->taken = counts.taken - t->reserved;
    t->import->refused = counts.refused + t->reserved;
    return status;
}

static sel_status read_table(taking *t, sel_bytes *bytes, const sel_import_options *options)
{
    sel_register_options how = {.register_name = options->register_name,
                                .default_country = options->default_country,
                                .progress = options->progress};
    sel_register_counts counts = {0};
    sel_status status = sel_register_read(bytes, &t->import->columns, &t->context->reference, &how,
                                          (sel_programme_sink){take_record, t}, &t->import->issues,
                                          &counts, t->err);
    t->import->seen = counts.seen;
    t->import->taken = counts.taken - t->reserved;
    t->import->refused = counts.refused + t->reserved;
    return status;
}

static sel_status choose_kind(taking *t, sel_bytes *bytes, const char *path,
                              const sel_import_options *options, sel_arena *arena)
{
    sel_import *import = t->import;
    sel_status status = sel_intake_recognise(t->context, path, NULL, &import->kind, t->err);
    if (status != SEL_OK)
        return status;
    if (options->type != NULL && strcmp(options->type, "iati") == 0)
        import->kind = SEL_FILE_IATI;
    else if (options->type != NULL && strcmp(options->type, "csv") == 0)
        import->kind = SEL_FILE_REGISTER_CSV;
    else if (options->type != NULL)
        return sel_fail(t->err, SEL_USAGE, "there is no register type '%s'; there are iati, csv",
                        options->type);
    sel_error_place(t->err, path, 0, 0);
    if (import->kind == SEL_FILE_ANSWERS)
        return sel_fail(t->err, SEL_REFUSED,
                        "'%s' is answers to a questionnaire, not a register; take it in with "
                        "'selaras submit'",
                        path);
    if (import->kind == SEL_FILE_WORKBOOK)
        return sel_fail(
            t->err, SEL_REFUSED,
            "'%s' is a workbook; answers are taken in with 'selaras submit', a register "
            "is saved as \"CSV UTF-8\" first",
            path);
    if (sel_statement_is_register(sel_str_of(options->register_name)))
        return sel_fail(t->err, SEL_USAGE,
                        "a register cannot be called '%s': names that begin with 'recipient:' are "
                        "for what recipients state themselves; choose another --register",
                        options->register_name);
    if (import->kind == SEL_FILE_REGISTER_CSV)
        import->columns = sel_register_recognise(bytes, &t->context->reference, arena);
    if (import->kind == SEL_FILE_UNKNOWN ||
        (import->kind == SEL_FILE_REGISTER_CSV && !import->columns.is_register))
        return sel_fail(t->err, SEL_REFUSED,
                        "'%s' is not a register we know: no IATI activities, and no header with a "
                        "title and two more known columns",
                        path);
    return SEL_OK;
}

sel_status sel_import_file(const sel_context *context, sel_store *store, const char *path,
                           const sel_import_options *options, sel_arena *arena, sel_import *import,
                           sel_error *err)
{
    taking t = {.context = context,
                .store = store,
                .import = import,
                .scratch = sel_arena_create(),
                .addresses = sel_index_create(),
                .err = err};
    *import = (sel_import){.issues = {.arena = arena, .each = store_finding, .to = &t}};
    sel_bytes *bytes = NULL;
    sel_status status = sel_bytes_open(path, &bytes, err);
    if (status == SEL_OK) {
        import->file = sel_str_copy(arena, sel_bytes_name(bytes));
        status = choose_kind(&t, bytes, path, options, arena);
    }
    if (status == SEL_OK) {
        status = store == NULL ? SEL_OK : begin_source(&t, path, options);
        if (status == SEL_OK && !import->repeated)
            status = import->kind == SEL_FILE_IATI ? read_iati(&t, bytes, options)
                                                   : read_table(&t, bytes, options);
        if (status == SEL_OK)
            status = t.status;
        if (store != NULL)
            status = end_source(&t, status);
    }
    import->issues.each = NULL;
    sel_bytes_close(bytes);
    sel_index_destroy(t.addresses);
    sel_arena_destroy(t.scratch);
    return status;
}
