#include "input/iati.h"

#include "base/fold.h"
#include "input/file_kind.h"
#include "input/iati_reading.h"
#include "input/record_id.h"

#include <inttypes.h>

/* Children of an activity that are read at all. */
static const char *const kept[] = {
    "iati-identifier",   "reporting-org",       "title",           "description",
    "participating-org", "other-identifier",    "activity-status", "activity-date",
    "recipient-country", "recipient-region",    "sector",          "tag",
    "policy-marker",     "default-tied-status", "budget",          "planned-disbursement",
    "transaction",       "related-activity",    "conditions",      NULL};

/* One file being read. */
typedef struct file {
    const sel_reference *reference;
    const sel_iati_options *options;
    sel_programme_sink sink;
    sel_issues *issues;
    sel_iati_counts *counts;
    sel_str name;
    sel_str language; /* of the root; copied */
    char language_room[16];
    int version;        /* major, as the root says; 0: none that exists */
    sel_days generated; /* by the root */
    bool strange_root;  /* it is refused already */
    sel_arena *arena;   /* of the activity */
} file;

/* --- the root --- */

static void warn(const file *in, const char *code, uint64_t line, sel_str subject, sel_str found)
{
    sel_issues_add(
        in->issues,
        &(sel_issue){
            .code = code, .source = in->name, .line = line, .subject = subject, .found = found});
}

/* What the root is, when it is none of ours. */
static sel_status refuse_root(const char *name, sel_error *err)
{
    if (strncmp(name, "iati-organisation", strlen("iati-organisation")) == 0)
        return sel_fail(err, SEL_BAD_INPUT,
                        "this is an IATI organisation file; get the activity file of the same "
                        "publisher");
    return sel_fail(err, SEL_BAD_INPUT,
                    "this is no IATI activity file: its root is '%.64s', not 'iati-activities'; "
                    "get the publisher's activity file",
                    name);
}

static sel_status check_root(void *to, const sel_xml_element *root, sel_error *err)
{
    file *in = to;
    sel_str name = sel_str_of(root->name);
    bool single = sel_str_is(name, "iati-activity");
    in->strange_root = !single && !sel_str_is(name, "iati-activities");
    if (in->strange_root)
        return refuse_root(root->name, err);
    if (single)
        warn(in, "N_ROOT_ACTIVITY", root->line, name, (sel_str){0});
    sel_str language = sel_xml_value(root, "xml:lang");
    if (language.len < sizeof in->language_room) {
        memcpy(in->language_room, language.len > 0 ? language.ptr : "", language.len);
        in->language = (sel_str){in->language_room, language.len};
    }
    sel_str version = sel_xml_value(root, "version");
    in->version = sel_iati_version(version);
    if (in->version == 0)
        warn(in, "W_VERSION_UNKNOWN", root->line, name, version);
    sel_str generated = sel_xml_value(root, "generated-datetime");
    if (generated.len > 0 && sel_date_read(generated, &in->generated) != SEL_DATE_OK)
        warn(in, "W_DATE_UNREAD", root->line, name, generated);
    return SEL_OK;
}

/* What carries a prefix without a namespace is nobody's and left out. */
static void note_prefix(void *to, uint64_t line, sel_str prefix)
{
    warn(to, "N_PREFIX_UNDECLARED", line, SEL_STR("xmlns"), prefix);
}

/* --- one activity --- */

static void read_identifier(sel_iati_reading *in)
{
    const sel_xml_element *first = sel_iati_find(in, "iati-identifier");
    in->id = first == NULL ? (sel_str){0} : first->text;
    for (const sel_xml_element *one = first; one != NULL;
         one = sel_xml_find(one->next, "iati-identifier")) {
        if (in->id.len == 0)
            in->id = one->text;
        if (!sel_str_equal(in->id, one->text))
            sel_iati_issue(in, "W_REPEATED", one, one->text);
    }
    if (first != NULL && first->padded && in->id.len > 0)
        sel_iati_issue(in, "N_ID_PADDED", first, in->id);
    for (size_t i = 0; i < in->id.len; i++)
        if (strchr("/&|?", in->id.ptr[i]) != NULL) {
            sel_iati_issue(in, "N_ID_CHARACTERS", first, in->id);
            break;
        }
}

static bool read_register(sel_iati_reading *in)
{
    const sel_xml_element *reporter = sel_iati_find(in, "reporting-org");
    sel_str name = sel_str_of(in->options->register_name);
    if (name.len == 0 && reporter != NULL)
        name = sel_xml_value(reporter, "ref");
    if (name.len == 0 && reporter != NULL)
        name = sel_fold(in->arena, sel_iati_text(in, reporter));
    in->record.register_name = name;
    if (name.len == 0)
        sel_iati_missing(in, "E_NO_REGISTER", "reporting-org");
    return name.len > 0;
}

/* An identifier of our own for an activity without one; false when nothing tells it apart. */
static bool make_identifier(sel_iati_reading *in)
{
    const sel_programme *record = &in->record;
    if (record->title.len == 0 && !record->start.known && record->recipient_count == 0) {
        sel_iati_missing(in, "E_RECORD_EMPTY", "iati-identifier");
        return false;
    }
    in->id = sel_record_id_make(in->arena, record);
    sel_issues_add(in->issues, &(sel_issue){.code = "N_ID_MADE",
                                            .source = in->source,
                                            .line = in->activity->line,
                                            .subject = SEL_STR("iati-identifier"),
                                            .record = in->id,
                                            .suggestion = in->id});
    sel_iati_field(in, "id", NULL, (sel_str){0}, "made-from-fields");
    return true;
}

/* Fill the record; false when it must be refused, and an issue says why. */
static bool read_activity(sel_iati_reading *in)
{
    read_identifier(in);
    if (!read_register(in))
        return false;
    sel_iati_transactions(in);
    sel_iati_texts(in);
    sel_iati_theme(in);
    sel_iati_sectors(in);
    sel_iati_parties(in);
    sel_iati_links(in);
    sel_iati_dates(in);
    sel_iati_recipients(in);
    sel_iati_conditions(in);
    sel_iati_money(in);
    in->record.source_url = sel_xml_value(in->activity, "linked-data-uri");
    if (in->id.len == 0 && !make_identifier(in))
        return false;
    in->record.id = in->id;
    in->record.fields = in->fields;
    in->record.field_count = in->field_count;
    return true;
}

static sel_iati_reading start_activity(const file *in, const sel_xml_record *record)
{
    sel_str language = sel_xml_value(record->element, "xml:lang");
    sel_iati_reading activity = {
        .reference = in->reference,
        .options = in->options,
        .issues = in->issues,
        .source = in->name,
        .version = in->version,
        .generated = in->generated,
        .arena = in->arena,
        .activity = record->element,
        .language = language.len > 0 ? language : in->language,
        .currency = sel_xml_value(record->element, "default-currency"),
        .record = sel_programme_blank(),
    };
    activity.record.place = record->place;
    return activity;
}

static bool take_activity(void *to, const sel_xml_record *record)
{
    file *in = to;
    in->counts->seen += 1;
    sel_progress_step(in->options->progress);
    sel_iati_reading activity = start_activity(in, record);
    bool good = !record->too_large && read_activity(&activity);
    bool go_on = true;
    if (record->too_large)
        sel_iati_missing(&activity, "E_RECORD_TOO_LARGE", record->element->name);
    if (good) {
        go_on = in->sink.take(in->sink.to, &activity.record);
        in->counts->taken += go_on;
    } else {
        in->counts->refused += 1;
    }
    sel_arena_reset(in->arena);
    return go_on;
}

/* --- the file --- */

/* A fault of the file itself: how far it could be read, and what to do. advice may be NULL. */
static sel_status refuse_file(const sel_iati_counts *counts, const char *advice, sel_error *err)
{
    sel_error fault = *err;
    if (advice == NULL)
        advice = "mend this place or get the file again";
    if (counts->seen == 0)
        return sel_fail(err, SEL_BAD_INPUT, "%.300s; %s", fault.message, advice);
    return sel_fail(err, SEL_BAD_INPUT,
                    "%.300s; activities read before it: %" PRIu64 ", none is kept; %s",
                    fault.message, counts->seen, advice);
}

sel_status sel_iati_read(sel_bytes *bytes, const sel_reference *reference,
                         const sel_iati_options *options, sel_programme_sink sink,
                         sel_issues *issues, sel_iati_counts *counts, sel_error *err)
{
    *counts = (sel_iati_counts){0};
    sel_str country = sel_str_of(options->default_country);
    if (country.len > 0 && sel_geography_code(&reference->geography, country) == SEL_NONE)
        return sel_fail(err, SEL_USAGE, "'%.*s' is not a country or regional organisation",
                        SEL_STR_ARG(country));
    file in = {
        .reference = reference,
        .options = options,
        .sink = sink,
        .issues = issues,
        .counts = counts,
        .name = sel_bytes_name(bytes),
        .arena = sel_arena_create(),
    };
    sel_xml_format format = {
        .record = "iati-activity",
        .kept = kept,
        .root = check_root,
        .take = take_activity,
        .undeclared = note_prefix,
        .to = &in,
    };
    const char *advice = sel_file_kind_advice(sel_bytes_peek(bytes));
    sel_status status = sel_xml_records_read(bytes, &format, err);
    if (status == SEL_OK && counts->seen == 0)
        warn(&in, "W_NO_RECORDS", 0, SEL_STR("iati-activity"), (sel_str){0});
    if (status == SEL_BAD_INPUT && !in.strange_root)
        status = refuse_file(counts, advice, err);
    sel_progress_end(options->progress);
    sel_arena_destroy(in.arena);
    return status;
}

sel_status sel_iati_read_file(const char *path, const sel_reference *reference,
                              const sel_iati_options *options, sel_programme_sink sink,
                              sel_issues *issues, sel_iati_counts *counts, sel_error *err)
{
    sel_bytes *bytes = NULL;
    *counts = (sel_iati_counts){0};
    sel_status status = sel_bytes_open(path, &bytes, err);
    if (status == SEL_OK)
        status = sel_iati_read(bytes, reference, options, sink, issues, counts, err);
    sel_bytes_close(bytes);
    return status;
}
