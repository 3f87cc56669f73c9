#include "work/export_register.h"

#include "base/fold.h"
#include "base/nearest.h"
#include "input/register_grammar.h"
#include "report/clean.h"
#include "store/store_programmes.h"
#include "work/export_cells.h"

/* Fewer donors or recipients than this could be told apart by a number. */
enum { TELLABLE = 3 };

typedef struct writing {
    const sel_reference *reference;
    const sel_export_options *options;
    sel_output out;
    sel_arena *scratch; /* of one record */
    sel_export *export;
    sel_index *donors; /* of withheld records */
    sel_index *recipients;
    sel_nearest nearest; /* register to the one that is wanted */
    char nearest_name[128];
} writing;

bool sel_export_has(sel_register_field field)
{
    return field != SEL_FIELD_AMOUNT_LOW && field != SEL_FIELD_AMOUNT_HIGH;
}

sel_str sel_export_field(const sel_reference *reference, const sel_programme *record,
                         sel_register_field field, sel_arena *arena)
{
    sel_str text = sel_export_text(reference, record, field, arena);
    return sel_register_guard(arena, sel_clean_text(arena, text));
}

static void put_header(sel_output *out)
{
    for (int i = 0; i < SEL_REGISTER_OWN_FIELDS; i++)
        if (sel_export_has((sel_register_field)i)) {
            sel_output_text(out, i == 0 ? "" : ",");
            sel_output_text(out, sel_register_field_name((sel_register_field)i));
        }
    sel_output_text(out, "\r\n");
}

sel_status sel_export_template(sel_stream stream, sel_error *err)
{
    sel_output out = {.stream = stream};
    put_header(&out);
    return sel_output_end(&out, err);
}

static void put_record(writing *w, const sel_programme *record)
{
    if (w->export->written == 0)
        put_header(&w->out);
    for (int i = 0; i < SEL_REGISTER_OWN_FIELDS; i++) {
        if (!sel_export_has((sel_register_field)i))
            continue;
        sel_output_text(&w->out, i == 0 ? "" : ",");
        sel_output_csv_field(
            &w->out, ',',
            sel_export_field(w->reference, record, (sel_register_field)i, w->scratch));
    }
    sel_output_text(&w->out, "\r\n");
    w->export->written += 1;
    w->export->any_illustrative |= record->illustrative;
}

static void count_withheld(writing *w, const sel_programme *record)
{
    w->export->withheld += 1;
    for (uint32_t i = 0; i < record->party_count; i++) {
        const sel_party *party = &record->parties[i];
        if (party->role != SEL_ROLE_FUNDING)
            continue;
        const sel_organisation *known =
            sel_organisations_find(&w->reference->organisations, party->ref, party->name);
        sel_str donor = known != NULL ? known->belongs_to : party->name;
        sel_index_add(w->donors, sel_fold(w->scratch, donor));
    }
    for (uint32_t i = 0; i < record->recipient_count; i++)
        sel_index_add(w->recipients, record->recipients[i].code);
}

/* Remember the register whose name is nearest, for "did you mean". */
static void offer_name(writing *w, sel_str name)
{
    if (name.len >= sizeof w->nearest_name || !sel_nearest_offer(&w->nearest, name))
        return;
    memcpy(w->nearest_name, name.ptr, name.len);
    w->nearest_name[name.len] = '\0';
}

static bool take_record(void *to, const sel_programme *record)
{
    writing *w = to;
    sel_arena_reset(w->scratch);
    const char *wanted = w->options->register_name;
    if (wanted != NULL && !sel_str_is(record->register_name, wanted))
        offer_name(w, record->register_name);
    else if (sel_disclosure_allows(record->disclosure, w->options->audience))
        put_record(w, record);
    else
        count_withheld(w, record);
    return !w->out.failed;
}

static sel_status refuse_name(const writing *w, sel_error *err)
{
    const char *nearest = w->nearest_name;
    return sel_fail(err, SEL_NOT_FOUND, "there is no register '%s'%s%s%s",
                    w->options->register_name, nearest[0] == '\0' ? "" : "; did you mean '",
                    nearest, nearest[0] == '\0' ? "" : "'?");
}

static sel_status end(writing *w, sel_error *err)
{
    sel_export *export = w->export;
    if (w->options->register_name != NULL && export->written + export->withheld == 0)
        return refuse_name(w, err);
    if (export->written == 0)
        put_header(&w->out);
    export->few_withheld = export->withheld > 0 && (sel_index_count(w->donors) < TELLABLE ||
                                                    sel_index_count(w->recipients) < TELLABLE);
    return sel_output_end(&w->out, err);
}

sel_status sel_export_register(const sel_context *context, sel_store *store,
                               const sel_export_options *options, sel_stream stream,
                               sel_export *export, sel_error *err)
{
    *export = (sel_export){0};
    writing w = {.reference = &context->reference,
                 .options = options,
                 .out = {.stream = stream},
                 .scratch = sel_arena_create(),
                 .export = export,
                 .donors = sel_index_create(),
                 .recipients = sel_index_create(),
                 .nearest = sel_nearest_start(sel_str_of(options->register_name))};
    sel_status status = sel_store_each_programme(store, SEL_PROGRAMME_TEXTS,
                                                 (sel_programme_sink){take_record, &w}, err);
    if (status == SEL_OK)
        status = end(&w, err);
    sel_index_destroy(w.donors);
    sel_index_destroy(w.recipients);
    sel_arena_destroy(w.scratch);
    return status;
}
