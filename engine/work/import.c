#include "work/import_taking.h"

#include "work/remedies.h"

/* --- what is found --- */

sel_str sel_import_field(const sel_import *import, const sel_issue *issue)
{
    bool of_mapping = import->mapping.len > 0 && sel_str_equal(issue->subject, import->mapping);
    if (!of_mapping && issue->column > 0 && issue->column <= import->columns.column_count)
        return import->columns.columns[issue->column - 1].header;
    return issue->subject;
}

static void take_finding(void *to, const sel_issue *issue)
{
    sel_taking *t = to;
    const sel_remedy *remedy = sel_remedy_find(issue->code);
    sel_str field = sel_import_field(t->import, issue);
    sel_finding_tally_add(&t->import->tally, issue, remedy != NULL && remedy->of_file);
    if (sel_issue_severity(issue->code) == SEL_FAULT && issue->record.len > 0)
        sel_presence_refuse(&t->presence, issue->record);
    if (t->options->findings != NULL)
        sel_finding_file_add(t->options->findings, issue, field);
    if (t->options->repair != NULL)
        sel_repair_add(t->options->repair, issue, field);
    if (t->store != NULL && !t->import->repeated && t->status == SEL_OK)
        t->status = sel_store_put_finding(t->store, t->source, ++t->found, issue, t->err);
}

/* --- the source --- */

/* The fingerprint is made beside the reading, but of a file that may be a known one before it. */
static sel_status begin_hash(sel_taking *t, const char *path, sel_str kind, uint64_t size)
{
    bool known = false;
    sel_status status = sel_store_knows_size(t->store, kind, size, &known, t->err);
    if (status != SEL_OK)
        return status;
    sel_file_hash_begin(&t->hash, path);
    return known ? sel_file_hash_end(&t->hash, t->err) : SEL_OK;
}

/* Said how to be read: the same bytes may say something else than before. */
static bool is_read_anew(const sel_import_options *how)
{
    return how->default_country != NULL || how->type != NULL || how->encoding != NULL ||
           how->mapping != NULL || how->keep_all;
}

static sel_status begin_source(sel_taking *t, const char *path, const sel_bytes *bytes)
{
    sel_source source = {.name = t->import->file,
                         .kind = SEL_STR("register"),
                         .format = sel_str_of(t->import->format),
                         .register_name = sel_str_of(t->options->register_name),
                         .disclosure = sel_str_of(sel_taking_disclosure(t)),
                         .received = t->context->now,
                         .bytes = (int64_t)sel_bytes_marked(bytes).size};
    sel_status status = sel_store_begin(t->store, t->err);
    if (status == SEL_OK)
        status = begin_hash(t, path, source.kind, (uint64_t)source.bytes);
    bool hashed = status == SEL_OK && !t->hash.begun;
    source.sha256 = hashed ? sel_str_of(t->hash.hex) : SEL_STR(SEL_SOURCE_UNSETTLED);
    if (hashed)
        status = sel_store_find_source(t->store, source.sha256, source.kind, source.register_name,
                                       t->scratch, &t->source, NULL, t->err);
    t->import->repeated = t->source != 0 && !is_read_anew(t->options);
    if (status == SEL_OK && t->source != 0 && !t->import->repeated)
        status = sel_store_forget_findings(t->store, t->source, t->err);
    if (status == SEL_OK && t->source == 0)
        status = sel_store_add_source(t->store, &source, &t->source, t->err);
    return status;
}

/* The bytes that were read are those that the fingerprint was made of. */
static sel_status settle_source(sel_taking *t, const char *path, const sel_bytes *bytes,
                                sel_status read)
{
    bool pending = t->hash.begun;
    sel_error unread = {0};
    sel_status status = sel_file_hash_end(&t->hash, read == SEL_OK ? t->err : &unread);
    if (read != SEL_OK || status != SEL_OK)
        return read != SEL_OK ? read : status;
    const sel_bytes_mark mark = sel_bytes_marked(bytes);
    status = sel_bytes_unchanged(path, &mark, t->err);
    if (status == SEL_OK && pending)
        status = sel_store_settle_source(t->store, t->source, sel_str_of(t->hash.hex), t->err);
    return status;
}

/* Only the newest file of a register can say that there are no other records. */
static sel_status let_vanish(sel_taking *t)
{
    sel_import *import = t->import;
    if (t->options->complete && import->outcomes[SEL_PUT_OLDER] > 0)
        return sel_fail(t->err, SEL_REFUSED,
                        "'%.*s' has records older than those we know: it is not the newest file of "
                        "its register and cannot say what has vanished; take it in without "
                        "--complete",
                        SEL_STR_ARG(import->file));
    return sel_presence_vanish(&t->presence, t->store, t->source, &import->vanished, t->err);
}

static sel_status end_source(sel_taking *t, sel_status status)
{
    sel_import *import = t->import;
    if (status == SEL_OK && !import->strict)
        status = let_vanish(t);
    bool keep = status == SEL_OK && !import->strict && (!import->repeated || import->vanished > 0);
    if (keep)
        status = sel_store_commit(t->store, t->err);
    if (status != SEL_OK || !keep)
        sel_store_rollback(t->store);
    import->stored = status == SEL_OK && keep && !import->repeated;
    return status;
}

/* --- the file --- */

static sel_status take_file(sel_taking *t, sel_bytes *bytes, const char *path)
{
    sel_import *import = t->import;
    sel_status status = t->store == NULL ? SEL_OK : begin_source(t, path, bytes);
    /* Of known bytes the records are not needed, but their names or what was found may be. */
    bool listed = t->options->findings != NULL || t->options->repair != NULL;
    bool read = !import->repeated || t->options->complete || listed;
    if (status == SEL_OK && read)
        status = sel_taking_read(t, bytes);
    if (status == SEL_OK)
        status = t->status;
    if (t->store != NULL)
        status = settle_source(t, path, bytes, status);
    if (t->store != NULL && status == SEL_OK && !import->repeated)
        status = sel_store_count_findings(t->store, t->source, t->found, t->err);
    import->strict = t->options->strict &&
                     import->issues.counts[SEL_FAULT] + import->issues.counts[SEL_WARNING] > 0;
    return t->store == NULL ? status : end_source(t, status);
}

sel_status sel_import_file(const sel_context *context, sel_store *store, const char *path,
                           const sel_import_options *options, sel_arena *arena, sel_import *import,
                           sel_error *err)
{
    sel_taking t = {.context = context,
                    .options = options,
                    .store = store,
                    .import = import,
                    .scratch = sel_arena_create(),
                    .addresses = sel_seen_create(),
                    .presence = sel_presence_start(options->complete),
                    .err = err};
    *import = (sel_import){.issues = {.arena = arena, .each = take_finding, .to = &t},
                           .tally = {.arena = arena}};
    sel_bytes *bytes = NULL;
    sel_status status = sel_bytes_open(path, &bytes, err);
    if (status == SEL_OK) {
        import->file = sel_str_copy(arena, sel_bytes_name(bytes));
        status = sel_taking_choose(&t, bytes, path, arena);
    }
    if (store != NULL)
        sel_store_stay_small(store, true);
    if (status == SEL_OK)
        status = take_file(&t, bytes, path);
    if (store != NULL)
        sel_store_stay_small(store, false);
    import->issues.each = NULL;
    import->columns.mapping = NULL;
    sel_finding_tally_sort(&import->tally);
    sel_register_mapping_close(t.mapping);
    sel_bytes_close(bytes);
    sel_presence_end(&t.presence);
    sel_seen_destroy(t.addresses);
    sel_arena_destroy(t.scratch);
    return status;
}
