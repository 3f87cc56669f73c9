#include "domain/sheet.h"

#include <stdarg.h>

/* Ranges with more values than this are written, not chosen. */
enum { CHOSEN_VALUES_MAX = 11 };

enum { REQUEST_ROWS = 3, SUPPORT_ROWS = 5, URGENT_CELLS = 3, CELLS_MAX = 64 };

typedef struct layout {
    sel_sheet *sheet;
    const sel_questionnaire *questionnaire;
    const sel_reference *reference;
    sel_sheet_block *block; /* the newest */
    sel_sheet_cell cells[CELLS_MAX];
    uint32_t count; /* of the row being laid out */
} layout;

/* --- lists --- */

static const sel_sheet_list *find_list(const sel_sheet *sheet, sel_str name)
{
    for (uint32_t i = 0; i < sheet->list_count; i++)
        if (sel_str_equal(sheet->lists[i]->name, name))
            return sheet->lists[i];
    return NULL;
}

static const sel_sheet_list *add_list(sel_sheet *sheet, sel_str name, const sel_str *entries,
                                      uint32_t count)
{
    sel_sheet_list *list = sel_arena_array(sheet->arena, 1, sizeof *list);
    *list = (sel_sheet_list){name, entries, count};
    sheet->lists = sel_arena_one_more(sheet->arena, sheet->lists, sheet->list_count,
                                      &sheet->list_room, sizeof(sel_sheet_list *));
    sheet->lists[sheet->list_count++] = list;
    return list;
}

static const sel_sheet_list *choice_list(const layout *l, const sel_choice_list *choices)
{
    const sel_sheet_list *known = find_list(l->sheet, choices->name);
    if (known != NULL)
        return known;
    sel_str *entries = sel_arena_array(l->sheet->arena, choices->count, sizeof *entries);
    for (uint32_t i = 0; i < choices->count; i++)
        entries[i] = sel_names_in(&choices->choices[i].labels, l->sheet->language);
    return add_list(l->sheet, choices->name, entries, choices->count);
}

/* The values one by one, then the answers that are no number. */
static const sel_sheet_list *range_list(const layout *l, const sel_item *item)
{
    static const char *const non_answers[] = {"dont_know", "not_applicable", "not_said"};
    enum { NON_ANSWERS = sizeof non_answers / sizeof non_answers[0] };
    sel_arena *arena = l->sheet->arena;
    sel_str name = sel_str_printf(arena, "%lld-%lld", (long long)item->low, (long long)item->high);
    const sel_sheet_list *known = find_list(l->sheet, name);
    if (known != NULL)
        return known;
    uint32_t values = (uint32_t)(item->high - item->low) + 1;
    sel_str *entries = sel_arena_array(arena, values + NON_ANSWERS, sizeof *entries);
    for (uint32_t i = 0; i < values; i++)
        entries[i] = sel_str_printf(arena, "%lld", (long long)item->low + i);
    for (uint32_t i = 0; i < NON_ANSWERS; i++)
        entries[values + i] = sel_sheet_name(l->reference, non_answers[i], l->sheet->language);
    return add_list(l->sheet, name, entries, values + NON_ANSWERS);
}

static int by_text(const void *a, const void *b)
{
    return sel_str_compare(*(const sel_str *)a, *(const sel_str *)b);
}

static const sel_sheet_list *recipient_list(const layout *l)
{
    const sel_sheet_list *known = find_list(l->sheet, SEL_STR("recipients"));
    const sel_geography *geography = &l->reference->geography;
    if (known != NULL || geography->count == 0)
        return known;
    sel_str *entries = sel_arena_array(l->sheet->arena, geography->count, sizeof *entries);
    for (uint32_t i = 0; i < geography->count; i++)
        entries[i] = sel_names_in(&geography->recipients[i].names, l->sheet->language);
    qsort(entries, geography->count, sizeof *entries, by_text);
    return add_list(l->sheet, SEL_STR("recipients"), entries, geography->count);
}

static const sel_sheet_list *list_of(const layout *l, const sel_item *item)
{
    if (item->list != NULL)
        return choice_list(l, item->list);
    bool whole = item->type == SEL_ITEM_INTEGER && item->has_range && item->step == 1;
    if (whole && item->high - item->low < CHOSEN_VALUES_MAX)
        return range_list(l, item);
    if (sel_str_is(item->aspect, "country"))
        return recipient_list(l);
    return NULL;
}

/* --- rows --- */

static void begin_block(layout *l, sel_sheet_block_kind kind)
{
    sel_sheet *sheet = l->sheet;
    sheet->blocks = sel_arena_one_more(sheet->arena, sheet->blocks, sheet->block_count,
                                       &sheet->block_room, sizeof *sheet->blocks);
    l->block = &sheet->blocks[sheet->block_count++];
    *l->block =
        (sel_sheet_block){.kind = kind,
                          .gap = kind >= SEL_SHEET_REQUESTS && kind != SEL_SHEET_CONTACTS,
                          .trimmed = kind >= SEL_SHEET_REQUESTS && kind != SEL_SHEET_SITUATION};
}

static void add_cell(layout *l, sel_sheet_cell cell)
{
    l->cells[l->count++] = cell;
}

static void add_text(layout *l, sel_sheet_role role, sel_str text)
{
    add_cell(l, (sel_sheet_cell){.role = role, .text = text});
}

static void add_label(layout *l, sel_sheet_role role, const char *key)
{
    add_text(l, role, sel_sheet_name(l->reference, key, l->sheet->language));
}

static void add_answer(layout *l, uint32_t number)
{
    if (number == SEL_NONE) {
        add_cell(l, (sel_sheet_cell){0});
        return;
    }
    const sel_item *item = &l->questionnaire->items[number];
    add_cell(l, (sel_sheet_cell){.role = SEL_SHEET_ANSWER,
                                 .item = item,
                                 .label = sel_names_in(&item->labels, l->sheet->language),
                                 .hint = sel_names_in(&item->hints, l->sheet->language),
                                 .list = list_of(l, item)});
}

/* The answer to the question of this name. */
static void add_named(layout *l, const char *format, ...) SEL_PRINTF(2, 3);

static uint32_t item_named(const layout *l, const char *format, va_list arguments)
{
    char name[96];
    vsnprintf(name, sizeof name, format, arguments);
    return sel_questionnaire_item(l->questionnaire, sel_str_of(name));
}

static void add_named(layout *l, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add_answer(l, item_named(l, format, arguments));
    va_end(arguments);
}

static void end_row(layout *l)
{
    sel_sheet_block *block = l->block;
    sel_arena *arena = l->sheet->arena;
    block->rows = sel_arena_one_more(arena, block->rows, block->row_count, &block->row_room,
                                     sizeof *block->rows);
    sel_sheet_cell *cells = sel_arena_array(arena, l->count, sizeof *cells);
    memcpy(cells, l->cells, l->count * sizeof *cells);
    block->rows[block->row_count++] = (sel_sheet_row){cells, l->count};
    l->count = 0;
}

static void add_header(layout *l, const char *const *keys)
{
    for (; *keys != NULL; keys++)
        add_label(l, SEL_SHEET_HEADER, *keys);
    end_row(l);
}

/* --- blocks --- */

static void lay_out_identity(layout *l)
{
    static const char *const keys[] = {"country",     "agency",      "round",      "filled_by",
                                       "approved_by", "answered_on", "disclosure", "lead"};
    begin_block(l, SEL_SHEET_IDENTITY);
    add_label(l, SEL_SHEET_LABEL, "questionnaire");
    add_text(l, SEL_SHEET_FACT, l->questionnaire->id);
    end_row(l);
    add_label(l, SEL_SHEET_LABEL, "version");
    add_text(l, SEL_SHEET_FACT, l->questionnaire->version);
    end_row(l);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        add_label(l, SEL_SHEET_LABEL, keys[i]);
        add_named(l, "%s", keys[i]);
        end_row(l);
    }
}

static bool asks(const layout *l, const char *aspect)
{
    for (uint32_t i = 0; i < l->questionnaire->item_count; i++)
        if (sel_str_is(l->questionnaire->items[i].aspect, aspect))
            return true;
    return false;
}

static void lay_out_capabilities(layout *l, bool short_form)
{
    static const char *const all[] = {"code", "capability", "help",   "now", "wanted",
                                      "by",   "importance", "source", NULL};
    static const char *const brief[] = {"code", "capability", "help", NULL};
    const char *const *keys = short_form ? brief : all;
    const sel_taxonomy *taxonomy = &l->reference->taxonomy;
    begin_block(l, SEL_SHEET_CAPABILITIES);
    add_header(l, keys);
    for (uint32_t i = 0; i < taxonomy->count; i++) {
        const sel_capability *capability = &taxonomy->capabilities[i];
        add_text(l, SEL_SHEET_LABEL, capability->code);
        add_text(l, SEL_SHEET_LABEL, sel_names_in(&capability->names, l->sheet->language));
        for (size_t k = 2; keys[k] != NULL; k++)
            add_answer(l, sel_questionnaire_aspect(l->questionnaire, sel_str_of(keys[k]),
                                                   capability->code));
        end_row(l);
    }
}

static void lay_out_urgent(layout *l)
{
    begin_block(l, SEL_SHEET_URGENT);
    add_label(l, SEL_SHEET_LABEL, "urgent");
    for (int i = 1; i <= URGENT_CELLS; i++)
        add_named(l, "urgent_%d", i);
    end_row(l);
}

static void lay_out_requests(layout *l)
{
    static const char *const keys[] = {"request",  "capability", "outcome",  "kind",
                                       "for_whom", "from",       "months",   "language",
                                       "amount",   "currency",   "document", NULL};
    begin_block(l, SEL_SHEET_REQUESTS);
    add_header(l, keys);
    for (int row = 1; row <= REQUEST_ROWS; row++) {
        add_text(l, SEL_SHEET_LABEL, sel_str_printf(l->sheet->arena, "%d", row));
        for (size_t k = 1; keys[k] != NULL; k++)
            add_named(l, "request_%d_%s", row, keys[k]);
        end_row(l);
    }
}

static bool has_item(const layout *l, const char *prefix, const char *key)
{
    char name[96];
    snprintf(name, sizeof name, "%s%s", prefix, key);
    return sel_questionnaire_item(l->questionnaire, sel_str_of(name)) != SEL_NONE;
}

static void lay_out_support(layout *l)
{
    static const char *const keys[] = {"id",
                                       "donor",
                                       "implementer",
                                       "capability",
                                       "kind",
                                       "start",
                                       "end",
                                       "asked_first",
                                       "same_as_other",
                                       "coordinated",
                                       "own_initiated",
                                       "own_terms",
                                       "own_chose",
                                       "own_steers",
                                       "own_evaluates",
                                       "tied",
                                       "conditions",
                                       "conditions_requested",
                                       "role_private_ci",
                                       "role_business",
                                       "role_academia",
                                       "role_civil_society",
                                       "role_technical",
                                       "request_document",
                                       "document",
                                       "drafted_by",
                                       "implementer_country",
                                       "division",
                                       "change",
                                       "call_criteria",
                                       "call_languages",
                                       "call_travel",
                                       "tools",
                                       "tools_evidence",
                                       "local_groups",
                                       "design_groups",
                                       "evaluation_groups"};
    enum { KEYS = sizeof keys / sizeof keys[0] };
    begin_block(l, SEL_SHEET_SUPPORT);
    for (int row = 0; row <= SUPPORT_ROWS; row++) {
        if (row == 0)
            add_label(l, SEL_SHEET_HEADER, "support");
        else
            add_named(l, "support_%d_programme", row);
        for (size_t k = 0; k < KEYS; k++) {
            if (!has_item(l, "support_1_", keys[k]))
                continue;
            if (row == 0)
                add_label(l, SEL_SHEET_HEADER, keys[k]);
            else
                add_named(l, "support_%d_%s", row, keys[k]);
        }
        end_row(l);
    }
}

static void lay_out_contacts(layout *l)
{
    static const char *const keys[] = {"poc",    "designated", "deputy", "mandate", "procedure",
                                       "tested", "trained",    "secure", NULL};
    static const char *const kinds[] = {"diplomatic", "technical", "law_enforcement",
                                        "infrastructure", "liaison"};
    begin_block(l, SEL_SHEET_CONTACTS);
    add_header(l, keys);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        add_label(l, SEL_SHEET_LABEL, kinds[i]);
        for (size_t k = 1; keys[k] != NULL; k++)
            add_named(l, "poc_%s_%s", kinds[i], keys[k]);
        end_row(l);
    }
}

static void lay_out_situation(layout *l)
{
    static const char *const keys[] = {
        "programmes_max",   "assessments_held", "assessments_joint",  "took_part_sessions",
        "made_statement",   "sponsorship_used", "sponsorship_needed", "poc_listed",
        "support_declined", "enabling_forum",   "enabling_legal",     "enabling_minutes",
        "enabling_feedback"};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        if (!has_item(l, "", keys[i]))
            continue;
        if (l->block->kind != SEL_SHEET_SITUATION) {
            begin_block(l, SEL_SHEET_SITUATION);
            add_label(l, SEL_SHEET_HEADER, "situation");
            end_row(l);
        }
        add_label(l, SEL_SHEET_LABEL, keys[i]);
        add_named(l, "%s", keys[i]);
        end_row(l);
    }
}

sel_sheet *sel_sheet_lay_out(const sel_questionnaire *questionnaire, const sel_reference *reference,
                             sel_language language, bool short_form, sel_arena *arena)
{
    sel_sheet *sheet = sel_arena_array(arena, 1, sizeof *sheet);
    *sheet = (sel_sheet){
        .arena = arena,
        .questionnaire = questionnaire->id,
        .version = questionnaire->version,
        .title = sel_names_in(&questionnaire->titles, language),
        .language = language,
        .right_to_left = sel_language_right_to_left(language),
        .draft = sel_str_is(sel_questionnaire_language_state(questionnaire, language), "draft")};
    layout l = {.sheet = sheet, .questionnaire = questionnaire, .reference = reference};
    lay_out_identity(&l);
    if (asks(&l, "help") || asks(&l, "now"))
        lay_out_capabilities(&l, short_form);
    if (asks(&l, "urgent"))
        lay_out_urgent(&l);
    if (!short_form && asks(&l, "request.1.capability"))
        lay_out_requests(&l);
    if (!short_form && asks(&l, "support.1.programme"))
        lay_out_support(&l);
    if (!short_form && asks(&l, "poc.diplomatic.designated"))
        lay_out_contacts(&l);
    if (!short_form)
        lay_out_situation(&l);
    return sheet;
}

bool sel_sheet_has_header(const sel_sheet_block *block)
{
    return block->rows[0].cells[0].role == SEL_SHEET_HEADER;
}

uint32_t sel_sheet_block_width(const sel_sheet_block *block)
{
    uint32_t width = 0;
    for (uint32_t i = 0; i < block->row_count; i++)
        if (block->rows[i].count > width)
            width = block->rows[i].count;
    return width;
}

uint32_t sel_sheet_answers(const sel_sheet *sheet)
{
    uint32_t count = 0;
    for (uint32_t b = 0; b < sheet->block_count; b++)
        for (uint32_t r = 0; r < sheet->blocks[b].row_count; r++)
            for (uint32_t c = 0; c < sheet->blocks[b].rows[r].count; c++)
                count += sheet->blocks[b].rows[r].cells[c].role == SEL_SHEET_ANSWER;
    return count;
}
