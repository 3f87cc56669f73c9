#include "work/import_taking.h"

#include "base/text.h"
#include "domain/statement.h"
#include "input/file_kind.h"
#include "input/iati.h"
#include "input/register_letters.h"

#include <inttypes.h>

/* A file being read, perhaps in a thread of its own: nothing else is touched there. */
typedef struct reading {
    sel_bytes *bytes;
    const sel_register_guess *columns;
    const sel_reference *reference;
    const sel_import_options *options;
    sel_iati_counts activities;
    sel_register_counts table;
} reading;

static reading reading_of(sel_taking *t, sel_bytes *bytes)
{
    return (reading){.bytes = bytes,
                     .columns = &t->import->columns,
                     .reference = &t->context->reference,
                     .options = t->options};
}

static void count_records(sel_taking *t, uint64_t seen, uint64_t taken, uint64_t refused)
{
    t->import->seen = seen;
    t->import->taken = taken - t->reserved;
    t->import->refused = refused + t->reserved;
}

static sel_status read_activities(void *of, sel_programme_sink sink, sel_issues *issues,
                                  sel_error *err)
{
    reading *r = of;
    const sel_iati_options how = {.register_name = r->options->register_name,
                                  .default_country = r->options->default_country,
                                  .progress = r->options->progress};
    return sel_iati_read(r->bytes, r->reference, &how, sink, issues, &r->activities, err);
}

static sel_status read_iati(sel_taking *t, sel_bytes *bytes)
{
    reading r = reading_of(t, bytes);
    sel_status status = sel_taking_records(t, bytes, read_activities, &r);
    count_records(t, r.activities.seen, r.activities.taken, r.activities.refused);
    return status;
}

/* Faults of a mapping have its name for a subject; NULL: there is none. */
static const sel_issue *first_mapping_fault(const sel_import *import)
{
    for (uint32_t i = 0; i < import->issues.group_count && import->mapping.len > 0; i++) {
        const sel_issue *first = &import->issues.groups[i]->places[0];
        if (sel_issue_severity(first->code) == SEL_FAULT &&
            sel_str_equal(first->subject, import->mapping))
            return first;
    }
    return NULL;
}

static sel_status read_rows(void *of, sel_programme_sink sink, sel_issues *issues, sel_error *err)
{
    reading *r = of;
    const sel_register_options how = {.register_name = r->options->register_name,
                                      .default_country = r->options->default_country,
                                      .progress = r->options->progress};
    return sel_register_read(r->bytes, r->columns, r->reference, &how, sink, issues, &r->table,
                             err);
}

static sel_status read_table(sel_taking *t, sel_bytes *bytes)
{
    reading r = reading_of(t, bytes);
    sel_status status = sel_taking_records(t, bytes, read_rows, &r);
    t->import->table = r.table;
    count_records(t, r.table.seen, r.table.taken, r.table.refused);
    t->import->mapping_faulty = first_mapping_fault(t->import) != NULL;
    if (status == SEL_OK && t->import->mapping_faulty && t->store != NULL)
        status = sel_fail(t->err, SEL_REFUSED,
                          "the mapping has faults; 'selaras check --mapping' lists them");
    return status;
}

/* What --type may say; a file that says nothing is of the first format of its kind. */
typedef struct format {
    const char *name;
    sel_file_kind kind;
    const char *disclosure; /* of records that say none */
    sel_status (*read)(sel_taking *t, sel_bytes *bytes);
} format;

static const format formats[] = {
    {"iati", SEL_FILE_IATI, "public", read_iati},
    {"csv", SEL_FILE_REGISTER_CSV, "secretariat", read_table},
};

enum { FORMATS = sizeof formats / sizeof formats[0] };

static const format *format_called(const char *name)
{
    for (size_t i = 0; i < FORMATS; i++)
        if (strcmp(formats[i].name, name) == 0)
            return &formats[i];
    return NULL;
}

static const format *format_of(sel_file_kind kind)
{
    for (size_t i = 0; i < FORMATS; i++)
        if (formats[i].kind == kind)
            return &formats[i];
    return NULL;
}

const char *sel_taking_disclosure(const sel_taking *t)
{
    return format_called(t->import->format)->disclosure;
}

/* The names of all formats, for messages. */
static sel_str format_names(sel_arena *arena)
{
    sel_text names = {.arena = arena};
    for (size_t i = 0; i < FORMATS; i++)
        sel_text_printf(&names, "%s%s", i == 0 ? "" : ", ", formats[i].name);
    return sel_text_str(&names);
}

static sel_status refuse_kind(sel_taking *t, const char *path)
{
    const sel_issue *fault = first_mapping_fault(t->import);
    if (fault != NULL)
        return sel_fail(t->err, SEL_REFUSED,
                        "line %" PRIu64 " of the mapping '%.*s' has a fault ('%.*s') and decides "
                        "nothing; without it '%s' is not a register we know",
                        fault->line, SEL_STR_ARG(t->import->mapping),
                        SEL_STR_ARG(sel_str_part(fault->found, 0, 100)), path);
    switch (t->import->kind) {
    case SEL_FILE_ANSWERS:
        return sel_fail(t->err, SEL_REFUSED,
                        "'%s' is answers to a questionnaire, not a register; take it in with "
                        "'selaras submit'",
                        path);
    case SEL_FILE_WORKBOOK:
        return sel_fail(
            t->err, SEL_REFUSED,
            "'%s' is a workbook or a ZIP archive; answers are taken in with 'selaras submit', a "
            "register is saved as \"CSV UTF-8\" first, an archive is unpacked",
            path);
    case SEL_FILE_UNKNOWN:
    case SEL_FILE_REGISTER_CSV:
    case SEL_FILE_IATI:
        break;
    }
    return sel_fail(t->err, SEL_REFUSED,
                    "'%s' is not a register we know: no IATI activities, and no header with a "
                    "title and two more known columns; --mapping FILE says what its columns "
                    "hold",
                    path);
}

/* What a person decided about the columns; a mapping with faults decides nothing. */
static sel_status open_mapping(sel_taking *t, const char *path)
{
    sel_bytes *bytes = NULL;
    sel_encoding ignored;
    sel_status status = sel_bytes_open(path, &bytes, t->err);
    if (status == SEL_OK)
        status = sel_encoding_settle(bytes, NULL, NULL, &ignored, t->err);
    if (status == SEL_OK) {
        t->import->mapping = sel_str_copy(t->import->issues.arena, sel_bytes_name(bytes));
        status = sel_register_mapping_open(bytes, &t->import->issues, &t->mapping, t->err);
    }
    sel_bytes_close(bytes);
    return status;
}

/* Look at a table in its letters, with its mapping. */
static sel_status look_at_table(sel_taking *t, sel_bytes *bytes, sel_arena *arena)
{
    sel_import *import = t->import;
    const sel_import_options *options = t->options;
    sel_status status = options->mapping == NULL ? SEL_OK : open_mapping(t, options->mapping);
    if (status == SEL_OK)
        status = sel_register_letters(bytes, options->encoding, &t->context->reference,
                                      &import->encoding, t->err);
    if (status == SEL_OK)
        import->columns =
            sel_register_recognise_mapped(bytes, &t->context->reference, t->mapping, arena);
    return status;
}

sel_status sel_taking_choose(sel_taking *t, sel_bytes *bytes, const char *path, sel_arena *arena)
{
    sel_import *import = t->import;
    const char *type = t->options->type;
    const char *register_name = t->options->register_name;
    const format *said = type == NULL ? NULL : format_called(type);
    if (type != NULL && said == NULL)
        return sel_fail(t->err, SEL_USAGE, "there is no register type '%s'; there are %.*s", type,
                        SEL_STR_ARG(format_names(arena)));
    if (sel_statement_is_register(sel_str_of(register_name)))
        return sel_fail(t->err, SEL_USAGE,
                        "a register cannot be called '%s': names that begin with 'recipient:' or "
                        "'donor:' are for what these answer themselves; choose another --register",
                        register_name);
    const char *what = sel_file_kind_not_data(sel_bytes_peek(bytes));
    if (what != NULL)
        return sel_fail(t->err, SEL_REFUSED, "'%s' is %s, not a register; %s", path, what,
                        sel_file_kind_advice(sel_bytes_peek(bytes)));
    const sel_intake_options letters = {.encoding = t->options->encoding};
    sel_status status = sel_intake_recognise(t->context, path, &letters, &import->kind, t->err);
    if (status != SEL_OK)
        return status;
    if (import->kind == SEL_FILE_UNKNOWN && t->options->mapping != NULL)
        import->kind = SEL_FILE_REGISTER_CSV;
    if (said != NULL)
        import->kind = said->kind;
    const format *chosen = said != NULL ? said : format_of(import->kind);
    sel_error_place(t->err, path, 0, 0);
    if (import->kind == SEL_FILE_REGISTER_CSV)
        status = look_at_table(t, bytes, arena);
    if (status != SEL_OK)
        return status;
    if (chosen == NULL || (import->kind == SEL_FILE_REGISTER_CSV && !import->columns.is_register))
        return refuse_kind(t, path);
    import->format = chosen->name;
    return SEL_OK;
}

sel_status sel_taking_read(sel_taking *t, sel_bytes *bytes)
{
    return format_called(t->import->format)->read(t, bytes);
}
