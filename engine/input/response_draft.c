#include "input/response_draft.h"

#include "input/response_logic.h"
#include "input/response_value.h"

#include "base/fold.h"

static void pair_stages(sel_response_draft *draft, sel_arena *arena)
{
    const sel_questionnaire *questionnaire = draft->questionnaire;
    draft->wanted = sel_arena_array(arena, questionnaire->item_count, sizeof *draft->wanted);
    for (uint32_t i = 0; i < questionnaire->item_count; i++) {
        const sel_item *item = &questionnaire->items[i];
        draft->wanted[i] = SEL_NONE;
        if (sel_str_is(item->aspect, "now"))
            draft->wanted[i] =
                sel_questionnaire_aspect(questionnaire, SEL_STR("wanted"), item->capability);
    }
}

static void find_identity(sel_response_draft *draft)
{
    static const char *const names[SEL_IDENTITY_COUNT] = {
        [SEL_IDENTITY_COUNTRY] = "country",
        [SEL_IDENTITY_ORGANISATION] = "organisation",
        [SEL_IDENTITY_AGENCY] = "agency",
        [SEL_IDENTITY_ROUND] = "round",
        [SEL_IDENTITY_DISCLOSURE] = "disclosure",
        [SEL_IDENTITY_ANSWERED_ON] = "answered_on",
        [SEL_IDENTITY_LEAD] = "lead",
        [SEL_IDENTITY_ILLUSTRATIVE] = "illustrative",
    };
    for (int i = 0; i < SEL_IDENTITY_COUNT; i++)
        draft->identity[i] = sel_questionnaire_item(draft->questionnaire, sel_str_of(names[i]));
}

/* Workbooks keep numbers as numbers, and these tools export them with a point. Between semicolons
 * a spreadsheet has written them again, in its own way. */
static bool writes_points(const sel_response_guess *guess)
{
    bool tool = guess->source == SEL_SOURCE_KOBO || guess->source == SEL_SOURCE_KOBO_LEGACY ||
                guess->source == SEL_SOURCE_ODK_CENTRAL || guess->source == SEL_SOURCE_LIMESURVEY;
    return guess->delimiter == '\0' || (tool && guess->delimiter != ';');
}

sel_response_draft sel_response_draft_start(const sel_questionnaire *questionnaire,
                                            const sel_reference *reference, sel_issues *issues,
                                            sel_str source, const sel_response_guess *guess,
                                            sel_response_counts *counts)
{
    const sel_response_options *said = &guess->options;
    sel_response_draft draft = {.questionnaire = questionnaire,
                                .reference = reference,
                                .issues = issues,
                                .source = source,
                                .plain = {.decimal = said->decimal,
                                          .dates = said->dates,
                                          .point_likely = writes_points(guess)},
                                .with_faulty = said->with_faulty,
                                .memo = sel_answer_memo_create(),
                                .arena = sel_arena_create(),
                                .counts = counts};
    pair_stages(&draft, issues->arena);
    find_identity(&draft);
    draft.suggested =
        sel_arena_array(issues->arena, questionnaire->item_count, sizeof *draft.suggested);
    draft.words = sel_memory_resize(NULL, questionnaire->item_count + 1, sizeof(void *));
    memset(draft.words, 0, (questionnaire->item_count + 1) * sizeof(void *));
    draft.places = sel_arena_array(issues->arena, questionnaire->item_count, sizeof *draft.places);
    draft.answers = sel_memory_resize(NULL, questionnaire->item_count + 1, sizeof *draft.answers);
    draft.in_order = sel_memory_resize(NULL, questionnaire->item_count + 1, sizeof *draft.answers);
    sel_response_logic_start(&draft, said->today);
    return draft;
}

void sel_response_draft_end(sel_response_draft *draft)
{
    const sel_item *items = draft->questionnaire->items;
    for (uint32_t i = 0; i < draft->questionnaire->item_count; i++) {
        /* items with the same list share one table: the first of them gives it back */
        for (uint32_t j = i + 1; j < draft->questionnaire->item_count && draft->words[i]; j++)
            if (items[j].list == items[i].list)
                draft->words[j] = NULL;
        sel_choice_words_destroy(draft->words[i]);
    }
    sel_memory_resize(draft->words, 0, 1);
    sel_response_logic_end(draft);
    sel_answer_memo_destroy(draft->memo);
    sel_arena_destroy(draft->arena);
    sel_memory_resize(draft->answers, 0, 1);
    sel_memory_resize(draft->in_order, 0, 1);
    sel_memory_resize(draft->cells, 0, 1);
}

void sel_response_draft_keep_cells(sel_response_draft *draft)
{
    size_t count = (size_t)draft->questionnaire->item_count + 1;
    draft->cells = sel_memory_resize(NULL, count, sizeof *draft->cells);
    memset(draft->cells, 0, count * sizeof *draft->cells);
}

sel_cell_place sel_response_draft_place(const sel_response_draft *draft, uint32_t item)
{
    const sel_cell_place beginning = {.line = draft->line,
                                      .row = draft->row,
                                      .column = draft->columns == NULL ? 0 : draft->columns[item]};
    uint32_t count = draft->questionnaire->item_count;
    if (draft->cells == NULL)
        return beginning;
    if (draft->cells[item].row > 0)
        return draft->cells[item];
    for (uint32_t away = 1; away < count; away++) {
        const sel_cell_place *near = NULL;
        if (away <= item && draft->cells[item - away].row > 0)
            near = &draft->cells[item - away];
        else if (away < count - item && draft->cells[item + away].row > 0)
            near = &draft->cells[item + away];
        if (near != NULL)
            return (sel_cell_place){.line = near->line, .row = near->row};
    }
    return beginning;
}

sel_choice_words *sel_response_draft_words(sel_response_draft *draft, uint32_t item)
{
    const sel_item *items = draft->questionnaire->items;
    for (uint32_t i = 0; draft->words[item] == NULL && i < draft->questionnaire->item_count; i++)
        if (items[i].list == items[item].list)
            draft->words[item] = draft->words[i];
    if (draft->words[item] == NULL)
        draft->words[item] = sel_choice_words_create(items[item].list);
    return draft->words[item];
}

void sel_response_draft_report(sel_response_draft *draft, const char *code, sel_str subject,
                               const sel_cell_place *cell, sel_str expected, sel_str suggestion)
{
    sel_issues_add(draft->issues, &(sel_issue){.code = code,
                                               .source = draft->source,
                                               .line = cell->line,
                                               .row = cell->row,
                                               .column = cell->column,
                                               .subject = subject,
                                               .found = cell->text,
                                               .expected = expected,
                                               .suggestion = suggestion});
    if (sel_issue_severity(code) == SEL_FAULT) {
        draft->faults += 1;
        draft->counts->faulty += 1;
    }
}

bool sel_response_draft_suggests(sel_response_draft *draft, uint32_t item)
{
    enum { FAULTS_OF_A_FILE = 5000 }; /* as many as are kept for pages of replies */
    if (draft->counts->faulty >= FAULTS_OF_A_FILE && draft->suggested[item] >= SEL_ISSUE_PLACES)
        return false;
    draft->suggested[item] += 1;
    return true;
}

/* What a spreadsheet shows for a formula that failed: nobody's answer. */
static bool is_failed_formula(sel_str text)
{
    static const char *const failures[] = {"#N/A",    "#NAME?", "#REF!",  "#VALUE!",
                                           "#DIV/0!", "#NUM!",  "#NULL!", "#####"};
    for (size_t i = 0; text.ptr[0] == '#' && i < sizeof failures / sizeof failures[0]; i++)
        if (sel_str_is(text, failures[i]))
            return true;
    return false;
}

static bool lost_letters(sel_str text)
{
    bool may_be = false;
    for (size_t i = 0; i < text.len && !may_be; i++)
        may_be = text.ptr[i] == '?' || text.ptr[i] == '\xEF';
    if (!may_be)
        return false;
    return sel_str_find(text, SEL_STR("???")) < text.len ||
           sel_str_find(text, SEL_STR("\xEF\xBF\xBD")) < text.len;
}

static void report_answer(sel_response_draft *draft, const char *code, const sel_item *asked,
                          const sel_cell_place *cell)
{
    sel_response_draft_report(draft, code, asked->name, cell, (sel_str){0}, (sel_str){0});
}

/* What a cell says that did not come before; false: nothing that counts. */
static bool understand(sel_response_draft *draft, const sel_item *asked, const sel_cell_place *cell,
                       sel_answer *answer)
{
    if (is_failed_formula(cell->text)) {
        report_answer(draft, "W_FORMULA_FAILED", asked, cell);
        return false;
    }
    sel_cell_fault fault = sel_response_value(draft, asked, cell->text, answer);
    if (fault.code != NULL) {
        sel_response_draft_report(draft, fault.code, asked->name, cell, fault.expected,
                                  fault.suggestion);
        return false;
    }
    if (asked->type == SEL_ITEM_TEXT && cell->text.ptr[0] == '=')
        report_answer(draft, "W_FORMULA_TEXT", asked, cell);
    bool lost = lost_letters(cell->text);
    if (lost)
        report_answer(draft, "W_REPLACEMENT_CHARS", asked, cell);
    /* Their texts, if any, are those of the questionnaire and of reference data. */
    if (!lost && (asked->type == SEL_ITEM_SELECT_ONE || asked->type == SEL_ITEM_INTEGER))
        sel_answer_memo_keep(draft->memo, cell->text, answer);
    return true;
}

void sel_response_draft_answer(sel_response_draft *draft, uint32_t item, const sel_cell_place *cell)
{
    if (draft->cells != NULL)
        draft->cells[item] =
            (sel_cell_place){.line = cell->line, .row = cell->row, .column = cell->column};
    if (cell->text.len == 0)
        return;
    const sel_item *asked = &draft->questionnaire->items[item];
    sel_answer *answer = &draft->answers[draft->count];
    *answer =
        (sel_answer){.item = item, .line = cell->line, .row = cell->row, .column = cell->column};
    if (!sel_answer_memo_find(draft->memo, cell->text, answer) &&
        !understand(draft, asked, cell, answer))
        return;
    if (draft->places[item] > 0) {
        report_answer(draft, "E_ANSWERED_TWICE", asked, cell);
        return;
    }
    draft->places[item] = ++draft->count;
    draft->counts->answers += 1;
}

/* Columns may stand in any order; answers stand in that of the questionnaire. */
static void bring_in_order(sel_response_draft *draft)
{
    bool ordered = true;
    for (uint32_t i = 1; i < draft->count && ordered; i++)
        ordered = draft->answers[i - 1].item < draft->answers[i].item;
    uint32_t n = 0;
    for (uint32_t item = 0; !ordered && n < draft->count; item++)
        if (draft->places[item] > 0)
            draft->in_order[n++] = draft->answers[draft->places[item] - 1];
    if (ordered)
        return;
    sel_answer *as_they_came = draft->answers;
    draft->answers = draft->in_order;
    draft->in_order = as_they_came;
}

static const sel_answer *answer_of(const sel_response_draft *draft, sel_identity what)
{
    uint32_t item = draft->identity[what];
    sel_response view = {.answers = draft->answers, .answer_count = draft->count};
    return item == SEL_NONE ? NULL : sel_response_answer(&view, item);
}

static sel_str text_of(const sel_response_draft *draft, sel_identity what)
{
    const sel_answer *answer = answer_of(draft, what);
    return answer == NULL || answer->kind != SEL_ANSWER_VALUE ? (sel_str){0} : answer->text;
}

static sel_cell_place place_of(const sel_answer *answer)
{
    return (sel_cell_place){answer->text, answer->line, answer->row, answer->column};
}

static uint32_t check_country(sel_response_draft *draft)
{
    const sel_answer *answer = answer_of(draft, SEL_IDENTITY_COUNTRY);
    if (answer == NULL)
        return SEL_NONE;
    const sel_geography *geography = &draft->reference->geography;
    uint32_t found = sel_geography_find(geography, answer->text);
    if (found != SEL_NONE)
        return found;
    bool suggests = sel_response_draft_suggests(draft, answer->item);
    uint32_t nearest = suggests ? sel_geography_nearest(geography, answer->text) : SEL_NONE;
    sel_cell_place place = place_of(answer);
    sel_response_draft_report(
        draft, "E_COUNTRY_UNKNOWN", SEL_STR("country"), &place, (sel_str){0},
        nearest == SEL_NONE ? (sel_str){0} : geography->recipients[nearest].names.in[SEL_EN]);
    return SEL_NONE;
}

/* Wanted below now counts as no need; the sender should know in case the two were exchanged. */
static void check_stages(sel_response_draft *draft)
{
    sel_response view = {.answers = draft->answers, .answer_count = draft->count};
    for (uint32_t i = 0; i < draft->count; i++) {
        const sel_answer *now = &draft->answers[i];
        uint32_t item = draft->wanted[now->item];
        const sel_answer *wanted = item == SEL_NONE ? NULL : sel_response_answer(&view, item);
        if (wanted == NULL || !now->is_number || !wanted->is_number ||
            now->kind != SEL_ANSWER_VALUE || wanted->kind != SEL_ANSWER_VALUE ||
            wanted->number >= now->number)
            continue;
        char found[32];
        snprintf(found, sizeof found, "%d < %d", (int)wanted->number, (int)now->number);
        sel_cell_place place = place_of(wanted);
        place.text = sel_str_of(found);
        sel_response_draft_report(draft, "W_TARGET_BELOW",
                                  draft->questionnaire->items[wanted->item].name, &place,
                                  (sel_str){0}, (sel_str){0});
    }
}

/* A date is kept as YYYY-MM-DD, an imprecise one as "first/last". */
static sel_days answered_on(const sel_response_draft *draft)
{
    sel_str text = text_of(draft, SEL_IDENTITY_ANSWERED_ON);
    sel_days first = {0};
    sel_days last = {0};
    if (sel_date_read(sel_str_part(text, 0, 10), &first) == SEL_DATE_OK &&
        sel_date_read(sel_str_part(text, 11, 10), &last) == SEL_DATE_OK)
        first.latest = last.latest;
    return first;
}

static bool is_yes(const sel_response_draft *draft, sel_identity what)
{
    return sel_str_is(text_of(draft, what), "yes");
}

static void start_next(sel_response_draft *draft)
{
    sel_arena_reset(draft->arena);
    for (uint32_t i = 0; i < draft->count; i++)
        draft->places[draft->answers[i].item] = 0;
    draft->count = 0;
    draft->faults = 0;
}

/* A donor goes by its name in the list of organisations; one that is not there is its own, whoever
 * writes it in capitals. */
static void find_organisation(const sel_response_draft *draft, sel_response *response)
{
    sel_str text = text_of(draft, SEL_IDENTITY_ORGANISATION);
    if (response->recipient != SEL_NONE || text.len == 0)
        return;
    const sel_organisation *known =
        sel_organisations_find(&draft->reference->organisations, (sel_str){0}, text);
    sel_str folded = sel_fold(draft->arena, text);
    sel_str own = folded.len > 0 ? folded : text;
    response->organisation = known == NULL ? text : known->name;
    response->respondent = sel_str_printf(draft->arena, SEL_ORGANISATION_PREFIX "%.*s",
                                          SEL_STR_ARG(known == NULL ? own : known->name));
}

bool sel_response_draft_finish(sel_response_draft *draft, sel_response_sink sink)
{
    bring_in_order(draft);
    sel_response response = {.questionnaire = draft->questionnaire,
                             .recipient = check_country(draft),
                             .agency = text_of(draft, SEL_IDENTITY_AGENCY),
                             .round = text_of(draft, SEL_IDENTITY_ROUND),
                             .disclosure = text_of(draft, SEL_IDENTITY_DISCLOSURE),
                             .answered_on = answered_on(draft),
                             .lead = is_yes(draft, SEL_IDENTITY_LEAD),
                             .illustrative = is_yes(draft, SEL_IDENTITY_ILLUSTRATIVE),
                             .answers = draft->answers,
                             .answer_count = draft->count,
                             .line = draft->line};
    find_organisation(draft, &response);
    if (response.round.len == 0)
        response.round = SEL_STR("1");
    if (response.disclosure.len == 0)
        response.disclosure = SEL_STR("secretariat");
    sel_response_logic_check(draft, response.answered_on);
    response.answer_count = draft->count; /* calculations come in */
    check_stages(draft);
    draft->counts->responses += 1;
    bool more = true;
    if (draft->faults == 0 || draft->with_faulty) {
        more = sink.take(sink.to, &response);
        draft->counts->taken += draft->faults == 0;
    }
    start_next(draft);
    return more;
}
