#include "input/questionnaire_file.h"

#include "input/definition_reading.h"

void sel_definition_report(const sel_definition_reading *reading, sel_definition_place place,
                           const char *code, sel_str found, sel_str expected, sel_str suggestion)
{
    sel_issues *issues = reading->issues;
    sel_severity severity = sel_issue_severity(code);
    uint64_t reported = issues->counts[severity];
    if (severity != SEL_NOTE && reported >= SEL_DEFINITION_REPORTS_MAX)
        return;
    if (severity != SEL_NOTE && reported + 1 == SEL_DEFINITION_REPORTS_MAX)
        code = severity == SEL_FAULT ? "E_FORM_FAULTS_MANY" : "W_FORM_WARNINGS_MANY";
    const sel_definition_sheet *sheet = &reading->sheets->in[place.sheet];
    uint32_t column = 0;
    if (place.field != SEL_DEF_COUNT) {
        const sel_definition_columns *columns = &reading->columns[place.sheet];
        uint32_t at = columns->plain[place.field];
        if (at == SEL_NONE)
            at = columns->in[place.field][place.language];
        column = at == SEL_NONE ? 0 : sheet->first_column + at;
    }
    sel_str whole = {0};
    if (place.character > 0 && place.row != NULL && column > 0)
        whole = place.row->cells[column - sheet->first_column];
    sel_issues_add(issues, &(sel_issue){.code = code,
                                        .source = sheet->source,
                                        .line = place.row == NULL ? 0 : place.row->line,
                                        .row = place.row == NULL ? 0 : place.row->row,
                                        .column = column,
                                        .subject = place.subject,
                                        .record = place.record,
                                        .found = found,
                                        .expected = expected,
                                        .suggestion = suggestion,
                                        .whole = whole,
                                        .character = whole.len > 0 ? place.character : 0,
                                        .length = place.length});
}

const sel_definition_row *sel_definition_row_at(const sel_definition_sheet *sheet, uint32_t row)
{
    uint32_t low = 0;
    uint32_t high = sheet->row_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (sheet->rows[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low < sheet->row_count && sheet->rows[low].row == row ? &sheet->rows[low] : NULL;
}

/* A column without which a sheet says nothing. */
static void need_column(const sel_definition_reading *reading, sel_definition_sheet_id sheet,
                        sel_definition_field field, const char *name)
{
    if (reading->columns[sheet].plain[field] != SEL_NONE)
        return;
    sel_definition_place place = {.sheet = sheet,
                                  .row = &reading->sheets->in[sheet].header,
                                  .field = SEL_DEF_COUNT,
                                  .subject = sel_str_of(name)};
    sel_definition_report(reading, place, "E_FORM_COLUMN_MISSING", (sel_str){0}, sel_str_of(name),
                          (sel_str){0});
}

static void need_sheet(const sel_definition_reading *reading, sel_definition_sheet_id sheet)
{
    if (reading->sheets->in[sheet].width > 0)
        return;
    sel_str name = sel_str_of(sel_definition_sheet_name(sheet));
    sel_definition_place place = {.sheet = sheet, .field = SEL_DEF_COUNT, .subject = name};
    sel_definition_report(reading, place, "E_FORM_SHEET_MISSING", (sel_str){0}, name, (sel_str){0});
}

static void need_setting(const sel_definition_reading *reading, const sel_definition_row *row,
                         sel_definition_field field, const char *name)
{
    if (reading->columns[SEL_SHEET_SETTINGS].plain[field] == SEL_NONE ||
        sel_definition_cell(row, &reading->columns[SEL_SHEET_SETTINGS], field).len > 0)
        return;
    sel_definition_place place = {
        .sheet = SEL_SHEET_SETTINGS, .row = row, .field = field, .subject = sel_str_of(name)};
    sel_definition_report(reading, place, "E_FORM_SETTING_MISSING", (sel_str){0}, sel_str_of(name),
                          (sel_str){0});
}

/* The default language is needed before the texts of any sheet are, the title among them. */
static sel_language read_default_language(const sel_definition_reading *reading)
{
    const sel_definition_sheet *sheet = &reading->sheets->in[SEL_SHEET_SETTINGS];
    sel_language language = SEL_EN;
    for (uint32_t i = 0; i < sheet->width && sheet->row_count > 0; i++)
        if (sel_str_is(sheet->header.cells[i], "default_language"))
            sel_definition_language(sheet->rows[0].cells[i], &language);
    return language;
}

static void read_settings(sel_definition_reading *reading)
{
    const sel_definition_sheet *sheet = &reading->sheets->in[SEL_SHEET_SETTINGS];
    const sel_definition_columns *columns = &reading->columns[SEL_SHEET_SETTINGS];
    sel_questionnaire *questionnaire = reading->questionnaire;
    if (sheet->width == 0)
        return;
    static const struct {
        sel_definition_field field;
        const char *name;
    } needed[] = {{SEL_DEF_ID, "form_id"}, {SEL_DEF_VERSION, "version"}};
    const sel_definition_row *row = sheet->row_count > 0 ? &sheet->rows[0] : NULL;
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) {
        need_column(reading, SEL_SHEET_SETTINGS, needed[i].field, needed[i].name);
        if (row != NULL)
            need_setting(reading, row, needed[i].field, needed[i].name);
    }
    if (row == NULL) {
        sel_definition_place place = {
            .sheet = SEL_SHEET_SETTINGS, .row = &sheet->header, .field = SEL_DEF_COUNT};
        sel_definition_report(reading, place, "E_FORM_SETTING_MISSING", (sel_str){0},
                              SEL_STR("form_id"), (sel_str){0});
        return;
    }
    questionnaire->titles = sel_definition_texts(row, columns, SEL_DEF_TITLE);
    questionnaire->id = sel_definition_cell(row, columns, SEL_DEF_ID);
    questionnaire->version = sel_definition_cell(row, columns, SEL_DEF_VERSION);
    questionnaire->language_states = sel_definition_cell(row, columns, SEL_DEF_LANGUAGES);
    reading->choice_duplicates = sel_str_equal_ascii(
        sel_definition_cell(row, columns, SEL_DEF_CHOICE_DUPLICATES), SEL_STR("yes"));
}

void sel_questionnaire_read(const sel_definition_sheets *sheets, sel_arena *arena,
                            sel_questionnaire *questionnaire, sel_issues *issues)
{
    *questionnaire = (sel_questionnaire){.by_name = sel_index_create()};
    sel_definition_reading reading = {.arena = arena,
                                      .sheets = sheets,
                                      .questionnaire = questionnaire,
                                      .issues = issues,
                                      .lists = sel_index_create()};
    questionnaire->default_language = read_default_language(&reading);
    for (int i = 0; i < SEL_SHEET_COUNT; i++)
        sel_definition_columns_find(&sheets->in[i], questionnaire->default_language,
                                    &reading.columns[i], issues);
    need_sheet(&reading, SEL_SHEET_SURVEY);
    need_sheet(&reading, SEL_SHEET_SETTINGS);
    read_settings(&reading);
    if (sheets->in[SEL_SHEET_CHOICES].width > 0) {
        need_column(&reading, SEL_SHEET_CHOICES, SEL_DEF_LIST_NAME, "list_name");
        need_column(&reading, SEL_SHEET_CHOICES, SEL_DEF_NAME, "name");
        sel_definition_choices(&reading);
    }
    if (sheets->in[SEL_SHEET_SURVEY].width > 0) {
        need_column(&reading, SEL_SHEET_SURVEY, SEL_DEF_TYPE, "type");
        need_column(&reading, SEL_SHEET_SURVEY, SEL_DEF_NAME, "name");
        sel_definition_survey(&reading);
        sel_definition_size(&reading);
    }
    sel_index_destroy(reading.lists);
}

typedef struct first_fault {
    sel_error *err;
    sel_status status;
} first_fault;

static void take_fault(void *to, const sel_issue *issue)
{
    first_fault *first = to;
    if (first->status != SEL_OK || sel_issue_severity(issue->code) != SEL_FAULT)
        return;
    bool named = issue->found.len > 0 || issue->expected.len > 0;
    sel_str what = issue->found.len > 0 ? issue->found : issue->expected;
    const char *quote = named ? "'" : "";
    first->status = sel_fail(first->err, SEL_BAD_INPUT,
                             "the questionnaire cannot be used (%s%s%s%.*s%s); 'selaras "
                             "questionnaire check' tells why",
                             issue->code, named ? " " : "", quote, SEL_STR_ARG(what), quote);
    sel_error_place(first->err, issue->source.ptr, issue->line, issue->column);
}

sel_status sel_questionnaire_open(const char *path, sel_arena *arena,
                                  sel_questionnaire *questionnaire, sel_error *err)
{
    *questionnaire = (sel_questionnaire){0};
    first_fault first = {.err = err};
    sel_issues issues = {.arena = arena, .each = take_fault, .to = &first};
    sel_definition_sheets sheets;
    sel_status status = sel_definition_sheets_open(path, arena, &sheets, &issues, err);
    if (status == SEL_OK)
        sel_questionnaire_read(&sheets, arena, questionnaire, &issues);
    return status != SEL_OK ? status : first.status;
}

void sel_questionnaire_close(sel_questionnaire *questionnaire)
{
    sel_index_destroy(questionnaire->by_name);
    *questionnaire = (sel_questionnaire){0};
}
