#include "work/prefill.h"

#include "base/text.h"
#include "report/clean.h"
#include "work/answer_text.h"
#include "work/tell.h"

/* --- whose answers --- */

typedef struct search {
    sel_str recipient; /* code */
    sel_str agency;    /* when any is false */
    bool any;          /* agency */
    sel_str round;
    sel_str questionnaire;
    sel_arena *arena;
    sel_stored_submission found; /* the first that fits */
    uint32_t count;
    sel_text agencies; /* of those that fit, for the message */
} search;

static bool look_at(void *to, const sel_stored_submission *submission)
{
    enum { NAMED = 5 };
    search *s = to;
    if (!sel_str_equal(submission->recipient, s->recipient) ||
        !sel_str_equal(submission->round, s->round) ||
        !sel_str_equal(submission->questionnaire, s->questionnaire) ||
        (!s->any && !sel_str_equal(submission->agency, s->agency)))
        return true;
    if (s->count++ == 0)
        s->found = (sel_stored_submission){.recipient = s->recipient,
                                           .agency = sel_str_copy(s->arena, submission->agency),
                                           .round = s->round,
                                           .revision = submission->revision,
                                           .received = submission->received,
                                           .illustrative = submission->illustrative};
    if (s->count <= NAMED)
        sel_text_printf(&s->agencies, "%s'%.*s'", s->count == 1 ? "" : ", ",
                        SEL_STR_ARG(sel_str_part(submission->agency, 0, 80)));
    return true;
}

static sel_status read_respondent(const sel_context *context, const char *text, search *s,
                                  sel_error *err)
{
    const char *slash = strchr(text, '/');
    sel_str who = slash == NULL ? sel_str_of(text) : (sel_str){text, (size_t)(slash - text)};
    uint32_t recipient = sel_geography_find(&context->reference.geography, sel_str_trim(who));
    if (recipient == SEL_NONE)
        return sel_fail(err, SEL_REFUSED, "'%.*s' is no country or organisation we know",
                        SEL_STR_ARG(sel_str_part(who, 0, 80)));
    s->recipient = context->reference.geography.recipients[recipient].code;
    s->any = slash == NULL;
    s->agency = slash == NULL ? (sel_str){0} : sel_str_trim(sel_str_of(slash + 1));
    return SEL_OK;
}

static sel_status find_submission(const sel_context *context, sel_store *store, search *s,
                                  const sel_prefill_call *call, sel_error *err)
{
    sel_status status = read_respondent(context, call->respondent, s, err);
    if (status == SEL_OK)
        status = sel_store_each_submission(store, look_at, s, err);
    if (status == SEL_OK && s->count == 0)
        return sel_fail(err, SEL_NOT_FOUND,
                        "there are no answers of '%.100s' to '%.*s' in round "
                        "'%.60s'",
                        call->respondent, SEL_STR_ARG(s->questionnaire), call->round);
    if (status == SEL_OK && s->count > 1)
        return sel_fail(err, SEL_REFUSED,
                        "%u agencies of %.*s answered in that round; say which with '%.*s/AGENCY': "
                        "%.*s",
                        s->count, SEL_STR_ARG(s->recipient), SEL_STR_ARG(s->recipient),
                        SEL_STR_ARG(sel_text_str(&s->agencies)));
    return status;
}

/* --- an answer as the sheet writes it --- */

/* Empty when there is no such choice, or no list at all. */
static sel_str choice_label(const sel_choice_list *list, sel_str name, sel_language language)
{
    uint32_t choice = sel_choice_find(list, name);
    return choice == SEL_NONE ? (sel_str){0}
                              : sel_names_in(&list->choices[choice].labels, language);
}

/* Labels between semicolons; empty when one of the choices is no longer there. */
static sel_str choices_text(const sel_choice_list *list, sel_str names, sel_language language,
                            sel_arena *arena)
{
    sel_text all = {.arena = arena};
    sel_str name;
    while (sel_str_next(&names, ' ', &name)) {
        sel_str label = choice_label(list, name, language);
        if (label.len == 0)
            return (sel_str){0};
        sel_text_printf(&all, "%s%.*s", all.len == 0 ? "" : "; ", SEL_STR_ARG(label));
    }
    return sel_text_str(&all);
}

static sel_str unsaid_text(const sel_context *context, const sel_item *item, sel_answer_kind kind,
                           sel_language language)
{
    static const char *const names[] = {[SEL_ANSWER_DONT_KNOW] = "dont_know",
                                        [SEL_ANSWER_NOT_APPLICABLE] = "not_applicable",
                                        [SEL_ANSWER_NOT_SAID] = "not_said"};
    sel_str label = choice_label(item->list, sel_str_of(names[kind]), language);
    return label.len > 0 ? label : sel_sheet_name(&context->reference, names[kind], language);
}

static sel_str country_text(const sel_context *context, sel_str text, sel_language language)
{
    const sel_geography *geography = &context->reference.geography;
    uint32_t recipient = sel_geography_find(geography, text);
    return recipient == SEL_NONE ? text
                                 : sel_names_in(&geography->recipients[recipient].names, language);
}

/* Empty when the answer does not fit the question as it is asked now. */
static sel_str answer_text(const sel_context *context, const sel_item *item,
                           const sel_answer *answer, sel_language language, sel_arena *arena)
{
    if (answer->kind != SEL_ANSWER_VALUE)
        return unsaid_text(context, item, answer->kind, language);
    if (answer->is_number != (item->type == SEL_ITEM_INTEGER))
        return (sel_str){0};
    if (item->type == SEL_ITEM_INTEGER) {
        bool fits =
            !item->has_range || (answer->number >= item->low && answer->number <= item->high);
        return fits ? sel_str_printf(arena, "%lld", (long long)answer->number) : (sel_str){0};
    }
    if (item->type == SEL_ITEM_DATE)
        return sel_answer_date(answer->text);
    if (item->list != NULL)
        return choices_text(item->list, answer->text, language, arena);
    return sel_str_is(item->aspect, "country") ? country_text(context, answer->text, language)
                                               : answer->text;
}

/* --- cells --- */

typedef struct filling {
    const sel_context *context;
    sel_sheet *sheet;
    sel_arena *arena;
    sel_index *names;       /* of the questions on the sheet */
    sel_sheet_cell **cells; /* by number in names */
    uint32_t cell_room;
    sel_prefill *prefill;
    sel_str *left;
    uint32_t left_room;
} filling;

static void find_cells(filling *f)
{
    for (uint32_t b = 0; b < f->sheet->block_count; b++)
        for (uint32_t r = 0; r < f->sheet->blocks[b].row_count; r++) {
            sel_sheet_row *row = &f->sheet->blocks[b].rows[r];
            for (uint32_t c = 0; c < row->count; c++) {
                sel_sheet_cell *cell = &row->cells[c];
                uint32_t count = sel_index_count(f->names);
                if (cell->role != SEL_SHEET_ANSWER ||
                    sel_index_add(f->names, cell->item->name) < count)
                    continue;
                f->cells = sel_arena_one_more(f->arena, f->cells, count, &f->cell_room,
                                              sizeof(sel_sheet_cell *));
                f->cells[count] = cell;
            }
        }
}

static void leave(filling *f, sel_str item)
{
    sel_prefill *prefill = f->prefill;
    f->left =
        sel_arena_one_more(f->arena, f->left, prefill->left_count, &f->left_room, sizeof *f->left);
    f->left[prefill->left_count++] = sel_str_copy(f->arena, item);
    prefill->left = f->left;
}

/* What is to be said anew in every round. The flag of invented data has a line of its own. */
static bool is_given_anew(sel_str item)
{
    return sel_str_is(item, "round") || sel_str_is(item, "answered_on") ||
           sel_str_is(item, "filled_by") || sel_str_is(item, "approved_by") ||
           sel_str_is(item, "illustrative");
}

static bool fill_cell(void *to, const sel_stored_answer *stored)
{
    filling *f = to;
    if (is_given_anew(stored->item))
        return true;
    if (sel_str_is(stored->disclosure, "sealed")) {
        f->prefill->sealed += 1;
        return true;
    }
    uint32_t number = sel_index_find(f->names, stored->item);
    sel_sheet_cell *cell = number == SEL_NONE ? NULL : f->cells[number];
    sel_str text = {0};
    if (cell != NULL && sel_str_equal(cell->item->aspect, stored->aspect) &&
        sel_str_equal(cell->item->capability, stored->capability))
        text = answer_text(f->context, cell->item, &stored->answer, f->sheet->language, f->arena);
    if (text.len == 0 || sel_guard_formula(f->arena, text).ptr != text.ptr) {
        leave(f, stored->item);
        return true;
    }
    cell->text = sel_str_copy(f->arena, text);
    f->prefill->filled += 1;
    return true;
}

/* --- the lines that say what the sheet holds --- */

static void insert_row(filling *f, uint32_t at, const char *label, sel_str text)
{
    sel_sheet_block *block = &f->sheet->blocks[0];
    sel_sheet_cell *cells = sel_arena_array(f->sheet->arena, 2, sizeof *cells);
    cells[0] =
        (sel_sheet_cell){.role = SEL_SHEET_LABEL,
                         .text = sel_sheet_name(&f->context->reference, label, f->sheet->language)};
    cells[1] = (sel_sheet_cell){.role = SEL_SHEET_FACT, .text = text};
    block->rows = sel_arena_one_more(f->sheet->arena, block->rows, block->row_count,
                                     &block->row_room, sizeof *block->rows);
    memmove(&block->rows[at + 1], &block->rows[at], (block->row_count - at) * sizeof *block->rows);
    block->rows[at] = (sel_sheet_row){cells, 2};
    block->row_count += 1;
}

/* "Yes" as the sheet writes it, by another question of this kind. */
static sel_str yes_text(const filling *f)
{
    uint32_t lead = sel_index_find(f->names, SEL_STR("lead"));
    sel_str yes = {0};
    if (lead != SEL_NONE)
        yes = choice_label(f->cells[lead]->item->list, SEL_STR("yes"), f->sheet->language);
    return yes.len > 0 ? yes : SEL_STR("yes");
}

/* Below the id and version of the questionnaire; invented data stay marked as such. */
static void say_origin(filling *f, const sel_stored_submission *from)
{
    enum { BELOW_VERSION = 2 };
    sel_arena *arena = f->sheet->arena;
    sel_str text = sel_say(arena, &f->context->words, "prefill.origin", "round",
                           sel_tell_text(arena, from->round), "day",
                           sel_tell_day(arena, sel_time_day(from->received)), NULL);
    uint32_t illustrative = sel_index_find(f->names, SEL_STR("illustrative"));
    if (from->illustrative && illustrative != SEL_NONE)
        f->cells[illustrative]->text = yes_text(f);
    else if (from->illustrative)
        insert_row(f, f->sheet->blocks[0].row_count, "illustrative", yes_text(f));
    insert_row(f, BELOW_VERSION, "previous", text);
}

sel_status sel_prefill_sheet(const sel_context *context, sel_store *store, const char *id,
                             const sel_prefill_call *call, sel_sheet *sheet, sel_arena *arena,
                             sel_prefill *prefill, sel_error *err)
{
    *prefill = (sel_prefill){0};
    search s = {.round = sel_str_of(call->round),
                .questionnaire = sel_str_of(id),
                .arena = arena,
                .agencies = {.arena = arena}};
    sel_status status = find_submission(context, store, &s, call, err);
    if (status != SEL_OK)
        return status;
    filling f = {.context = context,
                 .sheet = sheet,
                 .arena = arena,
                 .names = sel_index_create(),
                 .prefill = prefill};
    const sel_revision_address from = {.recipient = s.recipient,
                                       .agency = s.found.agency,
                                       .round = s.round,
                                       .questionnaire = s.questionnaire,
                                       .revision = s.found.revision};
    find_cells(&f);
    status = sel_store_each_revision_answer(store, &from, fill_cell, &f, err);
    if (status == SEL_OK)
        say_origin(&f, &s.found);
    sel_index_destroy(f.names);
    return status;
}
