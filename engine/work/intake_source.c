#include "work/intake_source.h"

#include "input/file_kind.h"
#include "input/questionnaire_file.h"
#include "input/register_table.h"
#include "work/instruments.h"

static const char *find_shipped(const sel_context *context, const char *id, sel_arena *arena)
{
    sel_str relative = sel_str_printf(arena, "questionnaires/%s/survey.csv", id);
    return context->find(context->to, relative.ptr);
}

bool sel_intake_is_guide(const sel_context *context, const sel_intake_source *source,
                         sel_arena *arena)
{
    char id[64];
    return sel_incoming_is_guide(source->bytes, id) && find_shipped(context, id, arena) != NULL;
}

static sel_status open_shipped(const sel_context *context, const char *id, sel_arena *arena,
                               sel_questionnaire *questionnaire, sel_error *err)
{
    bool is_id = sel_instrument_id_length(sel_str_of(id)) == strlen(id);
    const char *path = is_id ? find_shipped(context, id, arena) : NULL;
    if (path == NULL)
        return sel_fail(err, SEL_REFUSED,
                        "there is no questionnaire called '%s'; see 'selaras questionnaire list'",
                        id);
    sel_str folder =
        sel_str_copy(arena, sel_str_part(sel_str_of(path), 0, (size_t)(strrchr(path, '/') - path)));
    return sel_questionnaire_open(folder.ptr, arena, questionnaire, err);
}

static sel_status read_delimiter(const char *text, char *delimiter, sel_error *err)
{
    bool tab = strcmp(text, "tab") == 0 || strcmp(text, "\t") == 0;
    if (!tab && (strlen(text) != 1 || strchr(",;|", text[0]) == NULL))
        return sel_fail(err, SEL_USAGE, "'%s' is no delimiter: , ; | or tab", text);
    *delimiter = tab ? '\t' : text[0];
    return SEL_OK;
}

static sel_status read_options(const sel_intake_options *options, sel_response_options *said,
                               sel_error *err)
{
    if (options->delimiter != NULL &&
        read_delimiter(options->delimiter, &said->delimiter, err) != SEL_OK)
        return SEL_USAGE;
    if (options->decimal != NULL) {
        bool comma = strcmp(options->decimal, "comma") == 0;
        if (!comma && strcmp(options->decimal, "point") != 0)
            return sel_fail(err, SEL_USAGE, "decimals have a 'point' or a 'comma', not '%s'",
                            options->decimal);
        said->decimal = comma ? SEL_DECIMAL_COMMA : SEL_DECIMAL_POINT;
    }
    if (options->date_order != NULL) {
        bool day_first = strcmp(options->date_order, "dmy") == 0;
        if (!day_first && strcmp(options->date_order, "mdy") != 0)
            return sel_fail(err, SEL_USAGE, "the order of dates is 'dmy' or 'mdy', not '%s'",
                            options->date_order);
        said->dates = day_first ? SEL_ORDER_DMY : SEL_ORDER_MDY;
    }
    said->has_language = options->labels != NULL;
    if (options->labels != NULL && !sel_language_find(sel_str_of(options->labels), &said->language))
        return sel_fail(err, SEL_USAGE, "there is no language '%s'", options->labels);
    return SEL_OK;
}

static sel_status open_questionnaire(const sel_context *context, const sel_intake_options *options,
                                     sel_arena *arena, sel_questionnaire *questionnaire,
                                     sel_error *err)
{
    const char *given = options->questionnaire;
    if (given == NULL)
        return open_shipped(context, sel_instrument_id(0), arena, questionnaire, err);
    for (uint32_t i = 0; sel_instrument_id(i) != NULL; i++)
        if (strcmp(given, sel_instrument_id(i)) == 0)
            return open_shipped(context, given, arena, questionnaire, err);
    return sel_questionnaire_open(given, arena, questionnaire, err);
}

/* Words are compared only when the letters do not tell which they are. */
static sel_status settle_letters(const sel_context *context, const sel_intake_options *options,
                                 sel_intake_source *source, sel_error *err)
{
    bool all;
    sel_status status = sel_bytes_hold(source->bytes, SEL_ENCODING_LOOK, &all, err);
    if (status != SEL_OK)
        return status;
    sel_index *words = NULL;
    if (!sel_str_is_utf8(sel_bytes_held(source->bytes)))
        words = sel_response_words(&context->reference, &source->questionnaire);
    status = sel_encoding_settle(source->bytes, options->encoding, words, &source->encoding, err);
    sel_index_destroy(words);
    return status;
}

/* A tall sheet names its questionnaire; another one than was opened replaces it. */
static sel_status follow_sheet(const sel_context *context, const sel_intake_options *options,
                               sel_arena *arena, sel_intake_source *source, sel_error *err)
{
    if (source->incoming.guess.form != SEL_FORM_TALL || options->questionnaire != NULL ||
        sel_str_is(source->questionnaire.id, source->incoming.guess.questionnaire))
        return SEL_OK;
    sel_questionnaire_close(&source->questionnaire);
    return open_shipped(context, source->incoming.guess.questionnaire, arena,
                        &source->questionnaire, err);
}

static sel_status open_mapping(const char *path, sel_issues *issues, sel_intake_source *source,
                               sel_error *err)
{
    sel_bytes *bytes = NULL;
    sel_status status = sel_bytes_open(path, &bytes, err);
    if (status == SEL_OK)
        status = sel_mapping_open(bytes, &source->questionnaire, issues, &source->mapping, err);
    sel_bytes_close(bytes);
    return status;
}

/* A wide file names no questionnaire: the shipped one that most of its headers are of has it, the
 * earlier one among equals. What the first understands in full needs no comparison. */
static sel_status compare_headers(const sel_context *context, const sel_response_options *said,
                                  sel_arena *arena, sel_intake_source *source, sel_error *err)
{
    sel_response_guess *best = &source->incoming.guess;
    sel_status status = SEL_OK;
    for (uint32_t i = 1; sel_instrument_id(i) != NULL && status == SEL_OK; i++) {
        if (best->form == SEL_FORM_WIDE && best->strangers == 0)
            break;
        sel_questionnaire other = {0};
        status = open_shipped(context, sel_instrument_id(i), arena, &other, err);
        if (status != SEL_OK)
            break;
        sel_response_guess guess =
            sel_response_recognise(source->bytes, &context->reference, &other, said);
        if (guess.form == SEL_FORM_WIDE && guess.questions > best->questions) {
            const sel_questionnaire worse = source->questionnaire;
            source->questionnaire = other;
            other = worse;
            *best = guess;
            source->by_header = true;
        }
        sel_questionnaire_close(&other);
    }
    return status;
}

sel_status sel_intake_open(const sel_context *context, const char *path,
                           const sel_intake_options *options, sel_arena *arena, sel_issues *issues,
                           sel_intake_source *source, sel_error *err)
{
    static const sel_intake_options nothing;
    *source = (sel_intake_source){0};
    options = options == NULL ? &nothing : options;
    sel_response_options said = {.today = sel_time_day(context->now)};
    sel_status status = read_options(options, &said, err);
    if (status == SEL_OK)
        status = sel_bytes_open(path, &source->bytes, err);
    if (status == SEL_OK)
        status = open_questionnaire(context, options, arena, &source->questionnaire, err);
    if (status == SEL_OK && options->mapping != NULL)
        status = open_mapping(options->mapping, issues, source, err);
    said.mapping = source->mapping;
    if (status == SEL_OK && sel_file_kind_looks_like_xml(sel_bytes_peek(source->bytes)))
        return SEL_OK;
    if (status == SEL_OK && !sel_xlsx_suspected(sel_bytes_peek(source->bytes)))
        status = settle_letters(context, options, source, err);
    if (status == SEL_OK)
        status = sel_incoming_open(source->bytes, &context->reference, &source->questionnaire,
                                   &said, &source->incoming, err);
    /* The questions that a mapping names are those of the questionnaire that was opened. */
    bool unnamed = source->incoming.workbook == NULL && options->questionnaire == NULL &&
                   options->mapping == NULL && source->incoming.guess.form != SEL_FORM_TALL;
    if (status == SEL_OK && unnamed)
        status = compare_headers(context, &said, arena, source, err);
    return status == SEL_OK ? follow_sheet(context, options, arena, source, err) : status;
}

void sel_intake_close(sel_intake_source *source)
{
    sel_incoming_close(&source->incoming);
    sel_mapping_close(source->mapping);
    sel_questionnaire_close(&source->questionnaire);
    sel_bytes_close(source->bytes);
}

sel_status sel_intake_recognise(const sel_context *context, const char *path,
                                const sel_intake_options *options, sel_file_kind *kind,
                                sel_error *err)
{
    *kind = SEL_FILE_UNKNOWN;
    sel_arena *arena = sel_arena_create();
    sel_intake_source source;
    sel_issues ignored = {.arena = arena};
    sel_status status = sel_intake_open(context, path, options, arena, &ignored, &source, err);
    if (status == SEL_OK && sel_file_kind_looks_like_xml(sel_bytes_peek(source.bytes)))
        *kind = SEL_FILE_IATI;
    else if (status == SEL_OK && sel_xlsx_suspected(sel_bytes_peek(source.bytes)))
        *kind = SEL_FILE_WORKBOOK;
    else if (status == SEL_OK && source.incoming.guess.form != SEL_FORM_NONE)
        *kind = SEL_FILE_ANSWERS;
    else if (status == SEL_OK &&
             sel_register_recognise(source.bytes, &context->reference, arena).is_register)
        *kind = SEL_FILE_REGISTER_CSV;
    sel_intake_close(&source);
    sel_arena_destroy(arena);
    return status;
}
