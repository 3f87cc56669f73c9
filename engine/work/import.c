#include "work/import_taking.h"

#include "work/remedies.h"

/* --- what is found --- */

sel_str sel_import_field(const sel_import *import, const sel_issue *issue)
{
    if (issue->column > 0 && issue->column <= import->columns.column_count)
        return import->columns.columns[issue->column - 1].header;
    return issue->subject;
}

/* A record that was refused is in the file all the same. */
static void keep_refused(sel_taking *t, const sel_issue *issue)
{
    if (sel_issue_severity(issue->code) == SEL_FAULT && issue->record.len > 0)
        sel_index_add(t->refused, issue->record);
}

static void take_finding(void *to, const sel_issue *issue)
{
    sel_taking *t = to;
    const sel_remedy *remedy = sel_remedy_find(issue->code);
    sel_str field = sel_import_field(t->import, issue);
    sel_finding_tally_add(&t->import->tally, issue, remedy != NULL && remedy->of_file);
    keep_refused(t, issue);
    if (t->options->findings != NULL)
        sel_finding_file_add(t->options->findings, issue, field);
    if (t->options->repair != NULL)
        sel_repair_add(t->options->repair, issue, field);
    if (t->store != NULL && !t->import->repeated && t->status == SEL_OK)
        t->status = sel_store_put_finding(t->store, t->source, issue, t->err);
}

/* --- the source --- */

static sel_status begin_source(sel_taking *t, const char *path)
{
    char hash[SEL_HASH_ROOM];
    uint64_t size = 0;
    sel_status status = sel_bytes_fingerprint(path, hash, &size, t->err);
    if (status == SEL_OK)
        status = sel_store_begin(t->store, t->err);
    if (status != SEL_OK)
        return status;
    const sel_source source = {.name = t->import->file,
                               .sha256 = sel_str_of(hash),
                               .kind = SEL_STR("register"),
                               .format = sel_str_of(t->import->format),
                               .register_name = sel_str_of(t->options->register_name),
                               .disclosure = sel_str_of(sel_taking_disclosure(t)),
                               .received = t->context->now,
                               .bytes = (int64_t)size};
    status = sel_store_find_source(t->store, source.sha256, source.kind, source.register_name,
                                   t->scratch, &t->source, NULL, t->err);
    t->import->repeated = t->source != 0;
    if (status == SEL_OK && t->source == 0)
        status = sel_store_add_source(t->store, &source, &t->source, t->err);
    return status;
}

static bool is_in_file(void *of, sel_str id)
{
    sel_taking *t = of;
    sel_arena_reset(t->scratch);
    sel_str address =
        sel_str_printf(t->scratch, "%.*s\n%.*s", SEL_STR_ARG(t->register_name), SEL_STR_ARG(id));
    return sel_index_find(t->addresses, address) != SEL_NONE ||
           sel_index_find(t->refused, id) != SEL_NONE;
}

/* Of the registers that a complete file speaks for, what it does not have has vanished. */
static sel_status let_vanish(sel_taking *t)
{
    sel_status status = SEL_OK;
    for (uint32_t i = 0; i < sel_index_count(t->registers) && status == SEL_OK; i++) {
        uint64_t count = 0;
        t->register_name = sel_index_name(t->registers, i);
        status = sel_store_put_vanished(t->store, t->source, t->register_name, is_in_file, t,
                                        &count, t->err);
        t->import->vanished += count;
    }
    return status;
}

static sel_status end_source(sel_taking *t, sel_status status)
{
    sel_import *import = t->import;
    if (status == SEL_OK && t->options->complete && !import->strict)
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
    sel_status status = t->store == NULL ? SEL_OK : begin_source(t, path);
    bool read = !import->repeated || t->options->complete;
    if (status == SEL_OK && read)
        status = sel_taking_read(t, bytes);
    if (status == SEL_OK)
        status = t->status;
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
                    .addresses = sel_index_create(),
                    .registers = sel_index_create(),
                    .refused = sel_index_create(),
                    .err = err};
    *import = (sel_import){.issues = {.arena = arena, .each = take_finding, .to = &t},
                           .tally = {.arena = arena}};
    sel_bytes *bytes = NULL;
    sel_status status = sel_bytes_open(path, &bytes, err);
    if (status == SEL_OK) {
        import->file = sel_str_copy(arena, sel_bytes_name(bytes));
        status = sel_taking_choose(&t, bytes, path, arena);
    }
    if (status == SEL_OK)
        status = take_file(&t, bytes, path);
    import->issues.each = NULL;
    import->columns.mapping = NULL;
    sel_finding_tally_sort(&import->tally);
    sel_register_mapping_close(t.mapping);
    sel_bytes_close(bytes);
    sel_index_destroy(t.refused);
    sel_index_destroy(t.registers);
    sel_index_destroy(t.addresses);
    sel_arena_destroy(t.scratch);
    return status;
}
