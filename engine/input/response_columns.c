#include "input/response_columns.h"

#include "input/source_tool.h"

/* A header row while it is being read. */
typedef struct heading {
    sel_column_keys *keys;
    const sel_questionnaire *questionnaire;
    sel_str *texts; /* per column */
    uint32_t width;
    sel_language language;
    sel_response_draft *draft;
    sel_response_reading *reading;
    const sel_csv_row *row;
} heading;

/* What SurveyMonkey writes below a question that has one column only. */
static bool is_whole_answer(sel_str option)
{
    return option.len == 0 || sel_str_is(option, "Response") ||
           sel_str_is(option, "Open-Ended Response");
}

/* Texts of the columns; a question stands over the first of its options only. */
static void take_texts(heading *h, const sel_csv_row *options, sel_arena *arena)
{
    h->texts = sel_arena_array(arena, h->row->count + 1, sizeof *h->texts);
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

static sel_language language_of_labels(heading *h, const sel_response_options *said)
{
    if (said->has_language)
        return said->language;
    uint32_t most = 0;
    sel_language best = SEL_EN;
    for (int language = 0; language < SEL_LANGUAGE_COUNT; language++) {
        uint32_t count = 0;
        for (uint32_t i = 0; i < h->width; i++)
            count += sel_column_keys_is_label(h->keys, h->texts[i], (sel_language)language);
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

static uint32_t times_headed(const heading *h, uint32_t column, uint32_t *before)
{
    uint32_t times = 0;
    *before = 0;
    for (uint32_t i = 0; i < h->width; i++)
        if (sel_str_equal(h->texts[i], h->texts[column])) {
            times += 1;
            *before += i < column;
        }
    return times;
}

/* Several questions have this header: they are told apart by order when all of them are there. */
static uint32_t settle_order(heading *h, uint32_t target, uint32_t column, sel_column_by *by)
{
    uint32_t count = 0;
    for (uint32_t t = target; t != SEL_NONE; t = sel_column_keys_target(h->keys, t)->next)
        count += 1;
    if (count <= 1)
        return target;
    uint32_t before;
    if (times_headed(h, column, &before) != count) {
        report(h, "E_HEADER_AMBIGUOUS", h->texts[column], column);
        return SEL_NONE;
    }
    for (; before > 0; before--)
        target = sel_column_keys_target(h->keys, target)->next;
    *by = SEL_COLUMN_BY_ORDER;
    return target;
}

static sel_column column_of(const sel_questionnaire *questionnaire, const sel_column_target *target)
{
    sel_column column = {.item = target->item, .choice = target->choice, .place = target->position};
    sel_item_use use = questionnaire->items[target->item].use;
    column.kind = use != SEL_ITEM_ASKED && use != SEL_ITEM_HIDDEN ? SEL_COLUMN_META
                  : target->position > 0                          ? SEL_COLUMN_PLACE
                  : target->choice != SEL_NONE                    ? SEL_COLUMN_OPTION
                                                                  : SEL_COLUMN_ANSWER;
    return column;
}

static sel_column read_header(heading *h, uint32_t i)
{
    sel_column nothing = {.item = SEL_NONE, .choice = SEL_NONE};
    sel_column_by by;
    uint32_t target = sel_column_keys_find(h->keys, h->texts[i], h->language, &by);
    if (target == SEL_NONE) {
        bool meta = sel_source_is_meta(h->texts[i]) ||
                    sel_sheet_is_findings(h->draft->reference, h->texts[i]);
        nothing.kind = meta ? SEL_COLUMN_META : SEL_COLUMN_UNKNOWN;
        h->reading->meta_columns += meta;
        if (!meta && h->texts[i].len > 0) {
            h->reading->unknown_columns += 1;
            report(h, "W_COLUMN_UNKNOWN", (sel_str){0}, i);
        }
        return nothing;
    }
    target = settle_order(h, target, i, &by);
    if (target == SEL_NONE)
        return nothing;
    sel_column column = column_of(h->questionnaire, sel_column_keys_target(h->keys, target));
    if (column.kind == SEL_COLUMN_META) {
        h->reading->meta_columns += 1;
    } else {
        h->reading->columns[by] += 1;
        h->reading->by_labels |= by == SEL_COLUMN_BY_LABEL || by == SEL_COLUMN_BY_GROUPED;
    }
    return column;
}

/* The second column of a question is reported and not read. */
static void refuse_doubles(heading *h, sel_column *list)
{
    for (uint32_t i = 0; i < h->width; i++)
        for (uint32_t j = 0; j < i && list[i].kind > SEL_COLUMN_META; j++)
            if (list[j].kind == list[i].kind && list[j].item == list[i].item &&
                list[j].choice == list[i].choice && list[j].place == list[i].place) {
                report(h, "E_HEADER_DUPLICATE", h->texts[i], i);
                list[i].kind = SEL_COLUMN_UNKNOWN;
                break;
            }
}

sel_columns sel_columns_read(sel_column_keys *keys, const sel_csv_row *header,
                             const sel_csv_row *options, const sel_response_options *said,
                             sel_response_draft *draft, sel_response_reading *reading)
{
    sel_arena *scratch = sel_arena_create();
    heading h = {.keys = keys,
                 .questionnaire = draft->questionnaire,
                 .draft = draft,
                 .reading = reading,
                 .row = header};
    take_texts(&h, options, scratch);
    h.language = language_of_labels(&h, said);
    reading->language = h.language;
    sel_columns columns = {.width = h.width};
    columns.list = sel_arena_array(draft->issues->arena, h.width + 1, sizeof *columns.list);
    for (uint32_t i = 0; i < h.width; i++)
        columns.list[i] = read_header(&h, i);
    refuse_doubles(&h, columns.list);
    sel_arena_destroy(scratch);
    return columns;
}

sel_header_fit sel_columns_fit(sel_column_keys *keys, const sel_csv_row *row)
{
    sel_header_fit fit = {0};
    for (uint32_t i = 0; i < row->count; i++) {
        sel_str cell = sel_csv_cell(row, i);
        sel_column_by by;
        bool question = sel_column_keys_find(keys, cell, SEL_EN, &by) != SEL_NONE;
        fit.questions += question;
        fit.known += question || sel_source_is_meta(cell);
        fit.filled += cell.len > 0;
    }
    return fit;
}
