#include "input/response_columns.h"

#include "base/nearest.h"
#include "input/header_text.h"
#include "input/source_tool.h"

/* A header row while it is being read. */
typedef struct heading {
    sel_column_keys *keys;
    const sel_questionnaire *questionnaire;
    const sel_mapping *mapping;
    sel_str *texts;    /* per column */
    sel_str *wordings; /* per column: from the row with texts of columns, or empty */
    uint32_t *mapped;  /* per decision of the mapping: how many columns it is about */
    uint32_t *times;   /* per column: how many have its header */
    uint32_t *before;  /* … of these left of it */
    uint32_t width;
    sel_language language;
    sel_response_draft *draft;
    sel_response_reading *reading;
    const sel_csv_row *row;
    sel_source_tool tool;
    bool child;
} heading;

/* What SurveyMonkey writes below a question that has one column only. */
static bool is_whole_answer(sel_str option)
{
    return option.len == 0 || sel_str_is(option, "Response") ||
           sel_str_is(option, "Open-Ended Response");
}

/* Texts of the columns; a question stands over the first of its options only. */
static void take_texts(heading *h, const sel_header_rows *rows, sel_arena *arena)
{
    const sel_csv_row *options = rows->options;
    h->texts = sel_arena_array(arena, h->row->count + 1, sizeof *h->texts);
    h->wordings = sel_arena_array(arena, h->row->count + 1, sizeof *h->wordings);
    for (uint32_t i = 0; rows->wording != NULL && i < h->row->count; i++)
        h->wordings[i] = sel_str_copy(arena, sel_csv_cell(rows->wording, i));
    sel_str question = {0};
    for (uint32_t i = 0; i < h->row->count; i++) {
        sel_str text = sel_csv_cell(h->row, i);
        sel_str option = options == NULL ? (sel_str){0} : sel_csv_cell(options, i);
        if (text.len > 0)
            question = text;
        else if (options != NULL && option.len > 0)
            text = question;
        h->texts[i] =
            is_whole_answer(option)
                ? sel_str_copy(arena, text)
                : sel_str_printf(arena, "%.*s %.*s", SEL_STR_ARG(text), SEL_STR_ARG(option));
        if (text.len > 0)
            h->width = i + 1;
    }
}

static void count_headers(heading *h, sel_arena *arena)
{
    sel_index *headers = sel_index_create();
    uint32_t *of_header = sel_arena_array(arena, h->width + 1, sizeof *of_header);
    h->times = sel_arena_array(arena, h->width + 1, sizeof *h->times);
    h->before = sel_arena_array(arena, h->width + 1, sizeof *h->before);
    for (uint32_t i = 0; i < h->width; i++)
        h->before[i] = of_header[sel_index_add(headers, h->texts[i])]++;
    for (uint32_t i = 0; i < h->width; i++)
        h->times[i] = of_header[sel_index_find(headers, h->texts[i])];
    sel_index_destroy(headers);
}

static bool are_names(const heading *h)
{
    for (uint32_t i = 0; i < h->width; i++)
        if (!sel_column_keys_is_name(h->keys, h->texts[i]))
            return false;
    return true;
}

static sel_language language_of_labels(heading *h, const sel_response_options *said)
{
    if (said->has_language)
        return said->language;
    if (are_names(h))
        return SEL_EN; /* no label will be looked for */
    uint32_t most = 0;
    sel_language best = SEL_EN;
    for (int language = 0; language < SEL_LANGUAGE_COUNT; language++) {
        uint32_t count = 0;
        for (uint32_t i = 0; i < h->width; i++)
            count += sel_column_keys_is_label(h->keys, h->texts[i], (sel_language)language) ||
                     sel_column_keys_is_label(h->keys, h->wordings[i], (sel_language)language);
        if (count > most) {
            most = count;
            best = (sel_language)language;
        }
    }
    return best;
}

static sel_cell_place place_of(const heading *h, uint32_t column)
{
    return (sel_cell_place){
        .text = h->texts[column], .line = h->row->line, .row = h->row->row, .column = column + 1};
}

static void report(heading *h, const char *code, sel_str subject, uint32_t column)
{
    sel_cell_place place = place_of(h, column);
    sel_response_draft_report(h->draft, code, subject, &place, (sel_str){0}, (sel_str){0});
}

/* Questions of a repeat stand in its own table, or with its number before them. */
static bool belongs_here(const heading *h, uint32_t target)
{
    uint32_t item = sel_column_keys_target(h->keys, target)->item;
    return (h->questionnaire->items[item].repeat != NULL) == h->child;
}

static uint32_t count_here(const heading *h, uint32_t target, uint32_t *first)
{
    uint32_t count = 0;
    *first = SEL_NONE;
    for (uint32_t t = target; t != SEL_NONE; t = sel_column_keys_target(h->keys, t)->next)
        if (belongs_here(h, t)) {
            *first = count == 0 ? t : *first;
            count += 1;
        }
    return count;
}

/* Several questions have this header: they are told apart by order when all of them are there. */
static uint32_t settle_order(heading *h, uint32_t target, uint32_t column, sel_column_by *by)
{
    if (sel_column_keys_target(h->keys, target)->next == SEL_NONE)
        return target;
    uint32_t first;
    uint32_t count = count_here(h, target, &first);
    if (count == 1)
        return first;
    if (h->times[column] != count) {
        report(h, "E_HEADER_AMBIGUOUS", h->texts[column], column);
        return SEL_NONE;
    }
    target = first;
    for (uint32_t before = h->before[column]; before > 0; before--)
        do
            target = sel_column_keys_target(h->keys, target)->next;
        while (!belongs_here(h, target));
    *by = SEL_COLUMN_BY_ORDER;
    return target;
}

static sel_column column_of(const heading *h, uint32_t item, uint32_t choice, uint32_t place)
{
    sel_column column = {.item = item, .choice = choice, .place = place, .mapped = SEL_NONE};
    const sel_item *asked = &h->questionnaire->items[item];
    bool read = asked->use == SEL_ITEM_ASKED || asked->use == SEL_ITEM_HIDDEN ||
                asked->use == SEL_ITEM_CALCULATED;
    column.kind = !read                   ? SEL_COLUMN_META
                  : asked->repeat != NULL ? SEL_COLUMN_REPEAT
                  : h->child              ? SEL_COLUMN_META
                  : place > 0             ? SEL_COLUMN_PLACE
                  : choice != SEL_NONE    ? SEL_COLUMN_OPTION
                                          : SEL_COLUMN_ANSWER;
    return column;
}

/* First target of a column by its name, else by its text in the second row. Qualtrics numbers the
 * things that are put in order, not their places. */
static uint32_t find_target(heading *h, uint32_t i, sel_column_by *by)
{
    uint32_t target = sel_column_keys_find(h->keys, h->texts[i], h->language, by);
    if (target != SEL_NONE && h->tool == SEL_SOURCE_QUALTRICS &&
        sel_column_keys_target(h->keys, target)->position > 0)
        target = SEL_NONE;
    return target != SEL_NONE || sel_source_is_meta(h->texts[i])
               ? target
               : sel_column_keys_find(h->keys, h->wordings[i], h->language, by);
}

static sel_column unknown_column(heading *h, uint32_t i)
{
    bool meta =
        sel_source_is_meta(h->texts[i]) || sel_sheet_is_findings(h->draft->reference, h->texts[i]);
    h->reading->meta_columns += meta;
    if (!meta && h->texts[i].len > 0) {
        h->reading->unknown_columns += 1;
        report(h, "W_COLUMN_UNKNOWN", (sel_str){0}, i);
    }
    return (sel_column){.kind = meta ? SEL_COLUMN_META : SEL_COLUMN_UNKNOWN,
                        .item = SEL_NONE,
                        .choice = SEL_NONE,
                        .mapped = SEL_NONE};
}

static sel_column known_column(heading *h, uint32_t i, uint32_t target, sel_column_by by)
{
    target = settle_order(h, target, i, &by);
    if (target == SEL_NONE)
        return (sel_column){.item = SEL_NONE, .choice = SEL_NONE, .mapped = SEL_NONE};
    const sel_column_target *to = sel_column_keys_target(h->keys, target);
    sel_column column = column_of(h, to->item, to->choice, to->position);
    if (column.kind == SEL_COLUMN_META) {
        h->reading->meta_columns += 1;
    } else {
        h->reading->columns[by] += 1;
        h->reading->by_labels |= by == SEL_COLUMN_BY_LABEL || by == SEL_COLUMN_BY_GROUPED;
    }
    return column;
}

static sel_column mapped_column(heading *h, uint32_t number)
{
    const sel_mapped_column *mapped = sel_mapping_column(h->mapping, number);
    h->mapped[number] += 1;
    if (mapped->item == SEL_NONE) {
        h->reading->columns_left_out += 1;
        return (sel_column){
            .kind = SEL_COLUMN_LEFT, .item = SEL_NONE, .choice = SEL_NONE, .mapped = SEL_NONE};
    }
    h->reading->columns[SEL_COLUMN_BY_MAPPING] += 1;
    sel_column column = column_of(h, mapped->item, mapped->choice, mapped->place);
    column.mapped = mapped->cells > 0 ? number : SEL_NONE;
    return column;
}

static uint32_t decision_of(const heading *h, uint32_t i)
{
    return sel_mapping_find(h->mapping, h->texts[i], i + 1);
}

static sel_column read_header(heading *h, uint32_t i)
{
    uint32_t decision = decision_of(h, i);
    if (decision != SEL_NONE)
        return mapped_column(h, decision);
    sel_column_by by;
    uint32_t target = find_target(h, i, &by);
    return target == SEL_NONE ? unknown_column(h, i) : known_column(h, i, target, by);
}

/* The second column of a question is reported and not read. */
static void refuse_doubles(heading *h, sel_column *list)
{
    for (uint32_t i = 0; i < h->width; i++)
        for (uint32_t j = 0;
             j < i && list[i].kind > SEL_COLUMN_META && list[i].kind != SEL_COLUMN_REPEAT; j++)
            if (list[j].kind == list[i].kind && list[j].item == list[i].item &&
                list[j].choice == list[i].choice && list[j].place == list[i].place) {
                report(h, "E_HEADER_DUPLICATE", h->texts[i], i);
                list[i].kind = SEL_COLUMN_UNKNOWN;
                break;
            }
}

/* --- what was decided, in the words of a mapping --- */

static sel_str question_of(const heading *h, const sel_column *column, sel_arena *arena)
{
    if (column->kind == SEL_COLUMN_META || column->kind == SEL_COLUMN_LEFT)
        return SEL_STR("-");
    if (column->item == SEL_NONE)
        return (sel_str){0};
    const sel_item *item = &h->questionnaire->items[column->item];
    bool alone = sel_questionnaire_item(h->questionnaire, item->name) == column->item;
    sel_str name = alone ? item->name : item->path;
    if (column->place > 0)
        return sel_str_printf(arena, "%.*s/%u", SEL_STR_ARG(name), column->place);
    if (column->choice != SEL_NONE)
        return sel_str_printf(arena, "%.*s/%.*s", SEL_STR_ARG(name),
                              SEL_STR_ARG(item->list->choices[column->choice].name));
    return sel_str_copy(arena, name);
}

static void tell_decisions(heading *h, const sel_column *list)
{
    sel_arena *arena = h->draft->issues->arena;
    sel_response_reading *reading = h->reading;
    reading->decisions = sel_arena_array(arena, h->width + 1, sizeof *reading->decisions);
    for (uint32_t i = 0; i < h->width; i++) {
        if (h->texts[i].len == 0)
            continue;
        char letters[SEL_LETTERS_ROOM];
        sel_str column =
            h->times[i] > 1 ? sel_str_of(sel_header_letters(i + 1, letters)) : h->texts[i];
        reading->decisions[reading->decision_count++] =
            (sel_column_decision){.column = sel_str_copy(arena, column),
                                  .question = question_of(h, &list[i], arena),
                                  .by_mapping = decision_of(h, i) != SEL_NONE};
    }
}

/* --- what a mapping says that the file does not have --- */

static void report_mapping(heading *h, const sel_mapped_column *mapped, const char *code,
                           sel_str suggestion)
{
    sel_str name = sel_mapping_name(h->mapping);
    sel_issues_add(h->draft->issues, &(sel_issue){.code = code,
                                                  .source = name,
                                                  .line = mapped->line,
                                                  .row = mapped->row,
                                                  .subject = name,
                                                  .found = mapped->column,
                                                  .suggestion = suggestion});
    h->draft->faults += 1;
    h->draft->counts->faulty += 1;
}

static sel_str nearest_header(const heading *h, sel_str column)
{
    sel_nearest nearest = sel_nearest_start(column);
    for (uint32_t i = 0; i < h->width; i++)
        sel_nearest_offer(&nearest, h->texts[i]);
    return nearest.name;
}

static void check_mapping(heading *h)
{
    uint32_t missing = 0;
    for (uint32_t n = 0; n < sel_mapping_count(h->mapping); n++) {
        const sel_mapped_column *mapped = sel_mapping_column(h->mapping, n);
        if (h->mapped[n] == 0)
            report_mapping(h, mapped, "E_MAPPING_COLUMN",
                           missing++ < SEL_ISSUE_PLACES ? nearest_header(h, mapped->column)
                                                        : (sel_str){0});
        else if (h->mapped[n] > 1 && mapped->item != SEL_NONE)
            report_mapping(h, mapped, "E_MAPPING_SEVERAL", (sel_str){0});
    }
}

sel_columns sel_columns_read(sel_column_keys *keys, const sel_header_rows *rows,
                             const sel_response_guess *guess, sel_response_draft *draft,
                             sel_response_reading *reading)
{
    sel_arena *scratch = sel_arena_create();
    heading h = {.keys = keys,
                 .questionnaire = draft->questionnaire,
                 .mapping = guess->options.mapping,
                 .draft = draft,
                 .reading = reading,
                 .row = rows->names,
                 .tool = guess->source,
                 .child = sel_source_is_child(rows->names)};
    h.mapped = sel_arena_array(scratch, sel_mapping_count(h.mapping) + 1, sizeof *h.mapped);
    take_texts(&h, rows, scratch);
    count_headers(&h, scratch);
    h.language = language_of_labels(&h, &guess->options);
    reading->language = h.language;
    sel_columns columns = {.width = h.width, .child = h.child};
    columns.list = sel_arena_array(draft->issues->arena, h.width + 1, sizeof *columns.list);
    for (uint32_t i = 0; i < h.width; i++)
        columns.list[i] = read_header(&h, i);
    refuse_doubles(&h, columns.list);
    check_mapping(&h);
    tell_decisions(&h, columns.list);
    sel_arena_destroy(scratch);
    return columns;
}

sel_header_fit sel_columns_fit(sel_column_keys *keys, const sel_csv_row *row,
                               const sel_mapping *mapping)
{
    sel_header_fit fit = {0};
    for (uint32_t i = 0; i < row->count; i++) {
        sel_str cell = sel_csv_cell(row, i);
        uint32_t mapped = sel_mapping_find(mapping, cell, 0);
        sel_column_by by;
        bool question = mapped != SEL_NONE
                            ? sel_mapping_column(mapping, mapped)->item != SEL_NONE
                            : sel_column_keys_find(keys, cell, SEL_EN, &by) != SEL_NONE;
        fit.questions += question;
        fit.mapped += mapped != SEL_NONE;
        fit.known += question || mapped != SEL_NONE || sel_source_is_meta(cell);
        fit.filled += cell.len > 0;
    }
    return fit;
}
