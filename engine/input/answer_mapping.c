#include "input/answer_mapping.h"

#include "base/nearest.h"
#include "base/text.h"
#include "input/choice_words.h"
#include "input/column_keys.h"
#include "input/csv.h"
#include "input/encoding.h"
#include "input/header_text.h"
#include "input/tick.h"

struct sel_mapping {
    sel_str name;
    sel_index *by_name; /* names of columns; their numbers are those of the decisions */
    sel_mapped_column *columns;
    uint32_t count;
    uint32_t room;
    sel_index *texts; /* per text of a cell that is translated: number of the column, '|', text */
    sel_str *translations;
    uint32_t translation_count;
    uint32_t translation_room;
    sel_arena *arena;
};

enum { COLUMN, QUESTION, FOUND, CHOICE, FIELDS };

static const char *const field_names[FIELDS] = {"column", "question", "found", "choice"};

/* A mapping file while it is being read. */
typedef struct reading {
    sel_mapping *mapping;
    const sel_questionnaire *questionnaire;
    sel_column_keys *keys;
    sel_issues *issues;
    uint32_t places[FIELDS]; /* column of the file, or SEL_NONE */
    bool has_header;
    uint32_t rows;
    size_t bytes;     /* of the cells so far */
    uint32_t unknown; /* questions that there are not */
    const sel_csv_row *row;
    sel_str cells[FIELDS];
    sel_error *err;
    sel_status status;
} reading;

static void report(const reading *r, int field, const char *code, sel_str expected,
                   sel_str suggestion)
{
    uint32_t place = r->places[field];
    sel_issues_add(r->issues, &(sel_issue){.code = code,
                                           .source = r->mapping->name,
                                           .line = r->row->line,
                                           .row = r->row->row,
                                           .column = place == SEL_NONE ? 0 : place + 1,
                                           .subject = r->mapping->name,
                                           .found = r->cells[field],
                                           .expected = expected,
                                           .suggestion = suggestion});
}

/* Ends the reading with a failure, at its row; false. */
static bool stop(reading *r, sel_status status)
{
    r->status = status;
    sel_error_place(r->err, r->mapping->name.ptr, r->row->line, 0);
    return false;
}

static uint32_t field_of(sel_str name)
{
    for (uint32_t f = 0; f < FIELDS; f++)
        if (sel_str_equal_ascii(name, sel_str_of(field_names[f])))
            return f;
    return SEL_NONE;
}

static bool is_field(void *of, sel_str cell)
{
    (void)of;
    return field_of(cell) != SEL_NONE;
}

/* A column that is not known could be a misspelt one: its decisions would get lost. */
static bool take_header(reading *r)
{
    r->has_header = true;
    for (uint32_t f = 0; f < FIELDS; f++)
        r->places[f] = SEL_NONE;
    for (uint32_t i = 0; i < r->row->count; i++) {
        sel_str name = sel_csv_cell(r->row, i);
        uint32_t field = field_of(name);
        if (field == SEL_NONE && name.len > 0)
            return stop(r, sel_fail(r->err, SEL_BAD_INPUT,
                                    "a mapping has no column '%.*s': column, question, found, "
                                    "choice",
                                    SEL_STR_ARG(sel_str_part(name, 0, 100))));
        if (field != SEL_NONE)
            r->places[field] = i;
    }
    for (uint32_t f = COLUMN; f <= QUESTION; f++)
        if (r->places[f] == SEL_NONE)
            return stop(r,
                        sel_fail(r->err, SEL_BAD_INPUT, "column '%s' is missing", field_names[f]));
    return true;
}

static sel_str nearest_question(reading *r)
{
    if (r->unknown++ >= SEL_ISSUE_PLACES)
        return (sel_str){0}; /* nobody will see it */
    sel_nearest nearest = sel_nearest_start(r->cells[QUESTION]);
    for (uint32_t i = 0; i < r->questionnaire->item_count; i++) {
        sel_nearest_offer(&nearest, r->questionnaire->items[i].name);
        sel_nearest_offer(&nearest, r->questionnaire->items[i].path);
    }
    return nearest.name;
}

/* The question that a row names, in its name or path, not in its wording. */
static bool find_question(reading *r, sel_mapped_column *column)
{
    if (sel_str_is(r->cells[QUESTION], "-"))
        return true;
    sel_column_by by = SEL_COLUMN_BY_LABEL;
    uint32_t found = sel_column_keys_find(r->keys, r->cells[QUESTION], SEL_EN, &by);
    if (found == SEL_NONE || by > SEL_COLUMN_BY_FOLDED) {
        report(r, QUESTION, "E_MAPPING_QUESTION", (sel_str){0}, nearest_question(r));
        return false;
    }
    const sel_column_target *target = sel_column_keys_target(r->keys, found);
    sel_item_use use = r->questionnaire->items[target->item].use;
    if (target->next != SEL_NONE || (use != SEL_ITEM_ASKED && use != SEL_ITEM_HIDDEN)) {
        report(r, QUESTION, "E_MAPPING_QUESTION", (sel_str){0}, (sel_str){0});
        return false;
    }
    column->item = target->item;
    column->choice = target->choice;
    column->place = target->position;
    return true;
}

static uint32_t add_column(reading *r, const sel_mapped_column *column)
{
    sel_mapping *mapping = r->mapping;
    mapping->columns = sel_arena_one_more(mapping->arena, mapping->columns, mapping->count,
                                          &mapping->room, sizeof *mapping->columns);
    mapping->columns[mapping->count] = *column;
    mapping->columns[mapping->count].column = sel_str_copy(mapping->arena, column->column);
    return mapping->count++;
}

/* Number of the column that a row decides about; SEL_NONE: the row says nothing that holds. */
static uint32_t take_column(reading *r)
{
    sel_mapped_column column = {.column = r->cells[COLUMN],
                                .item = SEL_NONE,
                                .choice = SEL_NONE,
                                .line = r->row->line,
                                .row = r->row->row};
    bool sound = find_question(r, &column);
    uint32_t number = sel_index_add(r->mapping->by_name, column.column);
    if (number == r->mapping->count)
        number = add_column(r, &column);
    const sel_mapped_column *first = &r->mapping->columns[number];
    bool same = first->item == column.item && first->choice == column.choice &&
                first->place == column.place;
    if (sound && !same) {
        report(r, COLUMN, "E_MAPPING_TWICE", (sel_str){0}, (sel_str){0});
        sound = false;
    }
    return sound ? number : SEL_NONE;
}

/* What stands for a choice in the column; false: it is none. */
static bool choice_of(const reading *r, const sel_mapped_column *column, sel_str *value)
{
    *value = r->cells[CHOICE];
    if (sel_str_is(*value, "-")) {
        *value = (sel_str){0};
        return true;
    }
    const sel_item *item = &r->questionnaire->items[column->item];
    if (column->choice != SEL_NONE)
        return sel_tick_option(*value) != SEL_TICK_NONE ||
               sel_str_equal(*value, item->list->choices[column->choice].name);
    if (sel_choice_find(item->list, *value) != SEL_NONE)
        return true;
    bool non_answer = sel_str_is(*value, "dont_know") || sel_str_is(*value, "not_applicable") ||
                      sel_str_is(*value, "not_said");
    return item->list == NULL && item->type != SEL_ITEM_TEXT && non_answer;
}

static void refuse_choice(const reading *r, const sel_mapped_column *column)
{
    const sel_choice_list *list =
        column->item == SEL_NONE ? NULL : r->questionnaire->items[column->item].list;
    sel_nearest nearest = sel_nearest_start(r->cells[CHOICE]);
    for (uint32_t i = 0; list != NULL && i < list->count; i++)
        sel_nearest_offer(&nearest, list->choices[i].name);
    sel_arena *scratch = sel_arena_create();
    sel_str expected = column->choice != SEL_NONE ? SEL_STR("1, 0, -")
                       : list != NULL             ? sel_choice_names(list, scratch)
                                                  : SEL_STR("-");
    report(r, CHOICE, "E_MAPPING_CHOICE", expected, nearest.name);
    sel_arena_destroy(scratch);
}

static sel_str key_of_text(uint32_t number, sel_str text, sel_arena *arena)
{
    return sel_str_printf(arena, "%u|%.*s", number, SEL_STR_ARG(text));
}

static void take_text(reading *r, uint32_t number)
{
    sel_mapping *mapping = r->mapping;
    sel_mapped_column *column = &mapping->columns[number];
    sel_str value;
    if (column->item == SEL_NONE || !choice_of(r, column, &value)) {
        refuse_choice(r, column);
        return;
    }
    uint32_t text =
        sel_index_add(mapping->texts, key_of_text(number, r->cells[FOUND], mapping->arena));
    if (text < mapping->translation_count) {
        if (!sel_str_equal(mapping->translations[text], value))
            report(r, FOUND, "E_MAPPING_TWICE", column->column, (sel_str){0});
        return;
    }
    mapping->translations =
        sel_arena_one_more(mapping->arena, mapping->translations, mapping->translation_count,
                           &mapping->translation_room, sizeof *mapping->translations);
    mapping->translations[mapping->translation_count++] = sel_str_copy(mapping->arena, value);
    column->cells += 1;
}

static void take_decision(reading *r)
{
    const sel_str *cells = r->cells;
    bool translates = cells[FOUND].len > 0 || cells[CHOICE].len > 0;
    if (cells[COLUMN].len == 0) {
        report(r, COLUMN, "E_MAPPING_EMPTY", sel_str_of(field_names[COLUMN]), (sel_str){0});
        return;
    }
    if (cells[QUESTION].len == 0) {
        if (translates)
            report(r, QUESTION, "E_MAPPING_EMPTY", sel_str_of(field_names[QUESTION]), (sel_str){0});
        return;
    }
    uint32_t number = take_column(r);
    if (number == SEL_NONE || !translates)
        return;
    for (int f = FOUND; f <= CHOICE; f++)
        if (cells[f].len == 0) {
            report(r, f, "E_MAPPING_EMPTY", sel_str_of(field_names[f]), (sel_str){0});
            return;
        }
    take_text(r, number);
}

/* A cell of the mapping. Programs that write CSV for spreadsheets put an apostrophe before what
 * would be taken for a formula, ours too. */
static sel_str cell_of(const reading *r, int field)
{
    sel_str text =
        r->places[field] == SEL_NONE ? (sel_str){0} : sel_csv_cell(r->row, r->places[field]);
    bool guarded = text.len > 1 && text.ptr[0] == '\'' && memchr("=+-@", text.ptr[1], 4) != NULL;
    return guarded ? sel_str_part(text, 1, text.len) : text;
}

static bool take_row(void *to, const sel_csv_row *row)
{
    reading *r = to;
    r->row = row;
    if (!r->has_header)
        return take_header(r);
    bool filled = false;
    for (int f = 0; f < FIELDS; f++) {
        r->cells[f] = cell_of(r, f);
        filled |= r->cells[f].len > 0;
        r->bytes += r->cells[f].len;
    }
    if (++r->rows > SEL_MAPPING_ROWS_MAX || r->bytes > SEL_MAPPING_BYTES_MAX)
        return stop(r, sel_fail(r->err, SEL_BAD_INPUT, "a mapping has at most %d rows and %d MiB",
                                SEL_MAPPING_ROWS_MAX, SEL_MAPPING_BYTES_MAX >> 20));
    if (filled)
        take_decision(r);
    return true;
}

static sel_status read_rows(reading *r, sel_bytes *bytes)
{
    sel_encoding encoding;
    sel_status status = sel_encoding_settle(bytes, NULL, NULL, &encoding, r->err);
    if (status == SEL_OK)
        status =
            sel_csv_read(bytes, sel_csv_sniff(bytes, is_field, NULL), take_row, r, NULL, r->err);
    if (status != SEL_OK || r->status != SEL_OK)
        return status != SEL_OK ? status : r->status;
    if (r->has_header)
        return SEL_OK;
    return sel_fail(r->err, SEL_BAD_INPUT, "the mapping '%.*s' is empty",
                    SEL_STR_ARG(r->mapping->name));
}

sel_status sel_mapping_open(sel_bytes *bytes, const sel_questionnaire *questionnaire,
                            sel_issues *issues, sel_mapping **mapping, sel_error *err)
{
    sel_mapping *fresh = sel_memory_resize(NULL, 1, sizeof *fresh);
    *fresh = (sel_mapping){
        .by_name = sel_index_create(), .texts = sel_index_create(), .arena = sel_arena_create()};
    fresh->name = sel_str_copy(fresh->arena, sel_bytes_name(bytes));
    reading r = {.mapping = fresh,
                 .questionnaire = questionnaire,
                 .keys = sel_column_keys_create(questionnaire),
                 .issues = issues,
                 .err = err};
    sel_status status = read_rows(&r, bytes);
    sel_column_keys_destroy(r.keys);
    if (status != SEL_OK) {
        sel_mapping_close(fresh);
        fresh = NULL;
    }
    *mapping = fresh;
    return status;
}

void sel_mapping_close(sel_mapping *mapping)
{
    if (mapping == NULL)
        return;
    sel_index_destroy(mapping->by_name);
    sel_index_destroy(mapping->texts);
    sel_arena_destroy(mapping->arena);
    sel_memory_resize(mapping, 0, 1);
}

sel_str sel_mapping_name(const sel_mapping *mapping)
{
    return mapping->name;
}

uint32_t sel_mapping_count(const sel_mapping *mapping)
{
    return mapping == NULL ? 0 : mapping->count;
}

const sel_mapped_column *sel_mapping_column(const sel_mapping *mapping, uint32_t number)
{
    return &mapping->columns[number];
}

uint32_t sel_mapping_find(const sel_mapping *mapping, sel_str header, uint32_t column)
{
    if (mapping == NULL)
        return SEL_NONE;
    char letters[SEL_LETTERS_ROOM];
    uint32_t number = SEL_NONE;
    if (column > 0)
        number = sel_index_find(mapping->by_name, sel_str_of(sel_header_letters(column, letters)));
    return number != SEL_NONE || header.len == 0 ? number
                                                 : sel_index_find(mapping->by_name, header);
}

static bool translate_whole(const sel_mapping *mapping, uint32_t number, sel_arena *arena,
                            sel_str text, sel_str *value)
{
    uint32_t found = sel_index_find(mapping->texts, key_of_text(number, text, arena));
    *value = found == SEL_NONE ? text : mapping->translations[found];
    return found != SEL_NONE;
}

/* Part by part between separators, which stay as they are. */
static bool translate_parts(const sel_mapping *mapping, uint32_t number, sel_arena *arena,
                            const char *separators, sel_str *text)
{
    sel_text out = {.arena = arena};
    bool translated = false;
    for (size_t at = 0; at < text->len;) {
        size_t end = at;
        while (end < text->len && strchr(separators, text->ptr[end]) == NULL)
            end += 1;
        sel_str part = sel_str_trim(sel_str_part(*text, at, end - at));
        translated |= translate_whole(mapping, number, arena, part, &part);
        sel_text_add(&out, part);
        if (end < text->len)
            sel_text_add_char(&out, text->ptr[end]);
        at = end + 1;
    }
    if (translated)
        *text = sel_str_trim(sel_text_str(&out));
    return translated;
}

bool sel_mapping_translate(const sel_mapping *mapping, uint32_t number, bool several,
                           sel_arena *arena, sel_str *text)
{
    if (mapping->columns[number].cells == 0 || text->len > SEL_CHOICES_CELL_MAX)
        return false;
    if (translate_whole(mapping, number, arena, *text, text))
        return true;
    return several && (translate_parts(mapping, number, arena, ";,|", text) ||
                       translate_parts(mapping, number, arena, " ", text));
}
