#include "input/definition_columns.h"

#include "base/index.h"
#include "base/nearest.h"

typedef enum column_use {
    READ,       /* one column */
    TRANSLATED, /* one column per language */
    LEFT_OUT,   /* XLSForm's, of no use here */
    REFUSED,    /* changes what answers mean, and is not understood here */
} column_use;

typedef struct column_rule {
    sel_definition_sheet_id sheet;
    const char *name;
    column_use use;
    sel_definition_field field;
    const char *instead; /* of REFUSED: what to write instead */
} column_rule;

/* After the XLSForm reference and the aliases of pyxform 4.5 (aliases.py). */
static const column_rule rules[] = {
    {SEL_SHEET_SURVEY, "type", READ, SEL_DEF_TYPE, NULL},
    {SEL_SHEET_SURVEY, "command", READ, SEL_DEF_TYPE, NULL},
    {SEL_SHEET_SURVEY, "name", READ, SEL_DEF_NAME, NULL},
    {SEL_SHEET_SURVEY, "tag", READ, SEL_DEF_NAME, NULL},
    {SEL_SHEET_SURVEY, "value", READ, SEL_DEF_NAME, NULL},
    {SEL_SHEET_SURVEY, "label", TRANSLATED, SEL_DEF_LABEL, NULL},
    {SEL_SHEET_SURVEY, "caption", TRANSLATED, SEL_DEF_LABEL, NULL},
    {SEL_SHEET_SURVEY, "hint", TRANSLATED, SEL_DEF_HINT, NULL},
    {SEL_SHEET_SURVEY, "guidance_hint", LEFT_OUT, 0, NULL},
    {SEL_SHEET_SURVEY, "relevant", READ, SEL_DEF_RELEVANT, NULL},
    {SEL_SHEET_SURVEY, "relevance", READ, SEL_DEF_RELEVANT, NULL},
    {SEL_SHEET_SURVEY, "bind::relevant", READ, SEL_DEF_RELEVANT, NULL},
    {SEL_SHEET_SURVEY, "constraint", READ, SEL_DEF_CONSTRAINT, NULL},
    {SEL_SHEET_SURVEY, "bind::constraint", READ, SEL_DEF_CONSTRAINT, NULL},
    {SEL_SHEET_SURVEY, "constraint_message", TRANSLATED, SEL_DEF_CONSTRAINT_MESSAGE, NULL},
    {SEL_SHEET_SURVEY, "constraining_message", TRANSLATED, SEL_DEF_CONSTRAINT_MESSAGE, NULL},
    {SEL_SHEET_SURVEY, "required", READ, SEL_DEF_REQUIRED, NULL},
    {SEL_SHEET_SURVEY, "bind::required", READ, SEL_DEF_REQUIRED, NULL},
    {SEL_SHEET_SURVEY, "required_message", TRANSLATED, SEL_DEF_REQUIRED_MESSAGE, NULL},
    {SEL_SHEET_SURVEY, "requiredmsg", TRANSLATED, SEL_DEF_REQUIRED_MESSAGE, NULL},
    {SEL_SHEET_SURVEY, "calculation", READ, SEL_DEF_CALCULATION, NULL},
    {SEL_SHEET_SURVEY, "calculate", READ, SEL_DEF_CALCULATION, NULL},
    {SEL_SHEET_SURVEY, "bind::calculate", READ, SEL_DEF_CALCULATION, NULL},
    {SEL_SHEET_SURVEY, "default", READ, SEL_DEF_DEFAULT, NULL},
    {SEL_SHEET_SURVEY, "appearance", READ, SEL_DEF_APPEARANCE, NULL},
    {SEL_SHEET_SURVEY, "choice_filter", READ, SEL_DEF_CHOICE_FILTER, NULL},
    {SEL_SHEET_SURVEY, "parameters", READ, SEL_DEF_PARAMETERS, NULL},
    {SEL_SHEET_SURVEY, "repeat_count", READ, SEL_DEF_REPEAT_COUNT, NULL},
    {SEL_SHEET_SURVEY, "read_only", LEFT_OUT, 0, NULL},
    {SEL_SHEET_SURVEY, "readonly", LEFT_OUT, 0, NULL},
    {SEL_SHEET_SURVEY, "image", LEFT_OUT, 0, NULL},
    {SEL_SHEET_SURVEY, "audio", LEFT_OUT, 0, NULL},
    {SEL_SHEET_SURVEY, "video", LEFT_OUT, 0, NULL},
    {SEL_SHEET_SURVEY, "big-image", LEFT_OUT, 0, NULL},
    {SEL_SHEET_SURVEY, "autoplay", LEFT_OUT, 0, NULL},
    {SEL_SHEET_SURVEY, "disabled", LEFT_OUT, 0, NULL},
    {SEL_SHEET_SURVEY, "trigger", REFUSED, 0, "calculation"},
    {SEL_SHEET_SURVEY, "save_to", REFUSED, 0, "selaras_aspect"},
    {SEL_SHEET_SURVEY, "query", REFUSED, 0, "choices"},
    {SEL_SHEET_SURVEY, "selaras_capability", READ, SEL_DEF_CAPABILITY, NULL},
    {SEL_SHEET_SURVEY, "selaras_aspect", READ, SEL_DEF_ASPECT, NULL},
    {SEL_SHEET_SURVEY, "selaras_principle", READ, SEL_DEF_PRINCIPLE, NULL},
    {SEL_SHEET_SURVEY, "selaras_indicator", READ, SEL_DEF_INDICATOR, NULL},
    {SEL_SHEET_SURVEY, "selaras_score", READ, SEL_DEF_SCORE, NULL},
    {SEL_SHEET_SURVEY, "selaras_disclosure", READ, SEL_DEF_DISCLOSURE, NULL},
    {SEL_SHEET_SURVEY, "selaras_core", READ, SEL_DEF_CORE, NULL},
    {SEL_SHEET_SURVEY, "selaras_part", READ, SEL_DEF_PART, NULL},
    {SEL_SHEET_CHOICES, "list_name", READ, SEL_DEF_LIST_NAME, NULL},
    {SEL_SHEET_CHOICES, "name", READ, SEL_DEF_NAME, NULL},
    {SEL_SHEET_CHOICES, "value", READ, SEL_DEF_NAME, NULL},
    {SEL_SHEET_CHOICES, "label", TRANSLATED, SEL_DEF_LABEL, NULL},
    {SEL_SHEET_CHOICES, "caption", TRANSLATED, SEL_DEF_LABEL, NULL},
    {SEL_SHEET_CHOICES, "image", LEFT_OUT, 0, NULL},
    {SEL_SHEET_CHOICES, "audio", LEFT_OUT, 0, NULL},
    {SEL_SHEET_CHOICES, "video", LEFT_OUT, 0, NULL},
    {SEL_SHEET_CHOICES, "big-image", LEFT_OUT, 0, NULL},
    {SEL_SHEET_SETTINGS, "form_title", TRANSLATED, SEL_DEF_TITLE, NULL},
    {SEL_SHEET_SETTINGS, "title", TRANSLATED, SEL_DEF_TITLE, NULL},
    {SEL_SHEET_SETTINGS, "selaras_title", TRANSLATED, SEL_DEF_TITLE, NULL},
    {SEL_SHEET_SETTINGS, "form_id", READ, SEL_DEF_ID, NULL},
    {SEL_SHEET_SETTINGS, "id_string", READ, SEL_DEF_ID, NULL},
    {SEL_SHEET_SETTINGS, "version", READ, SEL_DEF_VERSION, NULL},
    {SEL_SHEET_SETTINGS, "default_language", READ, SEL_DEF_DEFAULT_LANGUAGE, NULL},
    {SEL_SHEET_SETTINGS, "selaras_languages", READ, SEL_DEF_LANGUAGES, NULL},
    {SEL_SHEET_SETTINGS, "allow_choice_duplicates", READ, SEL_DEF_CHOICE_DUPLICATES, NULL},
    {SEL_SHEET_SETTINGS, "instance_name", LEFT_OUT, 0, NULL},
    {SEL_SHEET_SETTINGS, "style", LEFT_OUT, 0, NULL},
    {SEL_SHEET_SETTINGS, "name", LEFT_OUT, 0, NULL},
    {SEL_SHEET_SETTINGS, "submission_url", LEFT_OUT, 0, NULL},
    {SEL_SHEET_SETTINGS, "auto_send", LEFT_OUT, 0, NULL},
    {SEL_SHEET_SETTINGS, "auto_delete", LEFT_OUT, 0, NULL},
    {SEL_SHEET_SETTINGS, "clean_text_values", LEFT_OUT, 0, NULL},
    {SEL_SHEET_SETTINGS, "namespaces", LEFT_OUT, 0, NULL},
    {SEL_SHEET_SETTINGS, "public_key", REFUSED, 0, "selaras_disclosure"},
};

enum { RULE_COUNT = sizeof rules / sizeof rules[0] };

/* Header names differ in case and in blanks for underscores. */
static bool same_name(sel_str header, const char *name)
{
    size_t i = 0;
    for (; i < header.len && name[i] != '\0'; i++) {
        char c = header.ptr[i];
        c = c == ' ' ? '_' : sel_ascii_lower(c);
        if (c != name[i])
            return false;
    }
    return i == header.len && name[i] == '\0';
}

static const column_rule *rule_of(sel_definition_sheet_id sheet, sel_str name)
{
    for (size_t i = 0; i < RULE_COUNT; i++)
        if (rules[i].sheet == sheet && same_name(name, rules[i].name))
            return &rules[i];
    return NULL;
}

bool sel_definition_language(sel_str text, sel_language *language)
{
    text = sel_str_trim(text);
    size_t open = text.len;
    while (open > 0 && text.ptr[open - 1] != '(')
        open--;
    if (open > 0 && text.ptr[text.len - 1] == ')')
        return sel_language_find(sel_str_part(text, open, text.len - 1 - open), language);
    if (sel_language_find(text, language))
        return true;
    for (int i = 0; i < SEL_LANGUAGE_COUNT; i++)
        if (sel_str_equal_ascii(text, sel_str_of(sel_language_name((sel_language)i)))) {
            *language = (sel_language)i;
            return true;
        }
    return false;
}

/* One header being understood. */
typedef struct header_cell {
    const sel_definition_sheet *sheet;
    uint32_t place;
    sel_str text;
    sel_str name; /* before "::" */
    sel_str rest; /* after it */
    sel_issues *issues;
} header_cell;

static void report(const header_cell *header, const char *code, const char *instead)
{
    sel_issues_add(header->issues,
                   &(sel_issue){.code = code,
                                .source = header->sheet->source,
                                .line = header->sheet->header.line,
                                .row = header->sheet->header.row,
                                .column = header->sheet->first_column + header->place,
                                .subject = header->text,
                                .found = header->text,
                                .suggestion = sel_str_of(instead)});
}

static bool is_free(const header_cell *header)
{
    static const char *const prefixes[] = {"bind", "body", "instance", "attribute", "media"};
    for (size_t i = 0; i < sizeof prefixes / sizeof prefixes[0]; i++)
        if (header->rest.len > 0 && same_name(header->name, prefixes[i]))
            return true;
    return false;
}

/* "label::Englsh": a language of ours, mistyped, or one that we have no words in. */
static void report_language(const header_cell *header)
{
    static const char *const english[] = {
        [SEL_EN] = "English", [SEL_FR] = "French",  [SEL_ES] = "Spanish",   [SEL_AR] = "Arabic",
        [SEL_ZH] = "Chinese", [SEL_RU] = "Russian", [SEL_ID] = "Indonesian"};
    sel_str name = sel_str_part(header->rest, 0, sel_str_find(header->rest, SEL_STR("(")));
    sel_nearest nearest = sel_nearest_start(sel_str_trim(name));
    int language = SEL_LANGUAGE_COUNT;
    for (int i = 0; i < SEL_LANGUAGE_COUNT; i++) {
        bool own = sel_nearest_offer(&nearest, sel_str_of(sel_language_name((sel_language)i)));
        if (sel_nearest_offer(&nearest, sel_str_of(english[i])) || own)
            language = i;
    }
    if (language == SEL_LANGUAGE_COUNT) {
        report(header, "N_FORM_LANGUAGE_UNKNOWN", NULL);
        return;
    }
    sel_str instead =
        sel_str_printf(header->issues->arena, "%.*s::%.*s (%s)", SEL_STR_ARG(header->name),
                       SEL_STR_ARG(nearest.name), sel_language_code((sel_language)language));
    report(header, "W_FORM_LANGUAGE_UNKNOWN", instead.ptr);
}

/* A column that no rule names: mistyped, of an expert, or of somebody's own. */
static void report_unknown(const header_cell *header)
{
    if (is_free(header)) {
        report(header, "N_FORM_COLUMN_UNUSED", NULL);
        return;
    }
    /* Ours differ in what stands behind the prefix. */
    const sel_str prefix = SEL_STR("selaras_");
    bool ours = sel_str_starts(header->name, prefix);
    size_t skipped = ours ? prefix.len : 0;
    sel_nearest nearest = sel_nearest_start(sel_str_part(header->name, skipped, header->name.len));
    for (size_t i = 0; i < RULE_COUNT; i++) {
        sel_str name = sel_str_of(rules[i].name);
        if (rules[i].sheet == header->sheet->id && sel_str_starts(name, prefix) == ours)
            sel_nearest_offer(&nearest, sel_str_part(name, skipped, name.len));
    }
    if (nearest.name.len > 0)
        report(header, "E_FORM_COLUMN_UNKNOWN", nearest.name.ptr - skipped);
    else if (ours || header->sheet->id == SEL_SHEET_CHOICES)
        report(header, "N_FORM_COLUMN_UNUSED", NULL);
    else
        report(header, "W_FORM_COLUMN_UNKNOWN", NULL);
}

static void settle(const header_cell *header, uint32_t *place)
{
    if (*place != SEL_NONE)
        report(header, "E_FORM_COLUMN_TWICE", NULL);
    else
        *place = header->place;
}

static void take_header(const header_cell *header, sel_language fallback,
                        sel_definition_columns *columns)
{
    const column_rule *rule = rule_of(header->sheet->id, header->text);
    bool whole = rule != NULL;
    if (!whole)
        rule = rule_of(header->sheet->id, header->name);
    bool free = rule != NULL && (rule->use == TRANSLATED || rule->use == LEFT_OUT);
    if (rule == NULL || (!whole && !free)) {
        report_unknown(header);
        return;
    }
    sel_language language = fallback;
    if (rule->use == REFUSED)
        report(header, "E_FORM_COLUMN_REFUSED", rule->instead);
    else if (rule->use == LEFT_OUT)
        report(header, "N_FORM_COLUMN_UNUSED", NULL);
    else if (rule->use == READ)
        settle(header, &columns->plain[rule->field]);
    else if (!whole && !sel_definition_language(header->rest, &language))
        report_language(header);
    else
        settle(header, &columns->in[rule->field][language]);
}

void sel_definition_columns_find(const sel_definition_sheet *sheet, sel_language fallback,
                                 sel_definition_columns *columns, sel_issues *issues)
{
    for (size_t i = 0; i < SEL_DEF_COUNT; i++) {
        columns->plain[i] = SEL_NONE;
        for (size_t j = 0; j < SEL_LANGUAGE_COUNT; j++)
            columns->in[i][j] = SEL_NONE;
    }
    for (uint32_t i = 0; i < sheet->width; i++) {
        sel_str text = sheet->header.cells[i];
        size_t cut = sel_str_find(text, SEL_STR("::"));
        header_cell header = {.sheet = sheet,
                              .place = i,
                              .text = text,
                              .name = sel_str_trim(sel_str_part(text, 0, cut)),
                              .rest = sel_str_trim(sel_str_part(text, cut + 2, text.len)),
                              .issues = issues};
        if (text.len > 0)
            take_header(&header, fallback, columns);
        else
            report(&header, "W_FORM_COLUMN_UNNAMED", NULL);
    }
}

sel_str sel_definition_cell(const sel_definition_row *row, const sel_definition_columns *columns,
                            sel_definition_field field)
{
    uint32_t place = columns->plain[field];
    return place == SEL_NONE ? (sel_str){0} : row->cells[place];
}

sel_names sel_definition_texts(const sel_definition_row *row, const sel_definition_columns *columns,
                               sel_definition_field field)
{
    sel_names texts = {0};
    for (int i = 0; i < SEL_LANGUAGE_COUNT; i++)
        if (columns->in[field][i] != SEL_NONE)
            texts.in[i] = row->cells[columns->in[field][i]];
    return texts;
}
