#include "work/annotate.h"

#include "base/text.h"
#include "report/clean.h"
#include "report/write_workbook.h"
#include "work/intake_findings.h"
#include "work/intake_source.h"
#include "work/tell.h"

static const char SEPARATOR[] = " | ";

/* A copy on its way. The rows are read twice, first for the longest. */
typedef struct copying {
    const sel_context *context;
    const sel_intake *intake;
    sel_annotation *annotation;
    sel_arena *arena;
    sel_arena *scratch;      /* of one row */
    const sel_issue **notes; /* by line, then column */
    uint32_t note_count;
    uint32_t next;   /* of the notes */
    uint32_t width;  /* of the longest row */
    uint32_t header; /* row that gets the name of the column */
    /* of a CSV */
    sel_output *out;
    char delimiter;
    const char *line_end;
    uint32_t row; /* last one written */
    /* of a workbook */
    sel_grid_row *rows;
    uint32_t row_count;
    uint32_t row_room;
} copying;

/* --- what stands beside a row --- */

static int by_place(const void *left, const void *right)
{
    const sel_issue *a = *(const sel_issue *const *)left;
    const sel_issue *b = *(const sel_issue *const *)right;
    int order = sel_finding_order(a, b);
    return order != 0 ? order : (a > b) - (a < b);
}

static void sort_notes(copying *c)
{
    c->note_count = c->intake->place_count;
    c->notes = sel_arena_array(c->arena, (size_t)c->note_count + 1, sizeof *c->notes);
    for (uint32_t i = 0; i < c->note_count; i++)
        c->notes[i] = &c->intake->places[i].issue;
    if (c->note_count > 1)
        qsort(c->notes, c->note_count, sizeof *c->notes, by_place);
}

static void add_part(sel_text *note, sel_str part)
{
    if (note->len > 0)
        sel_text_add(note, sel_str_of(SEPARATOR));
    sel_text_add(note, part);
}

/* "Cell D14: Written: 9. We need … (E_RANGE)". */
static sel_str say_note(const copying *c, const sel_issue *issue)
{
    sel_str head = {0};
    if (issue->line > 0)
        head = sel_tell_issue_head(c->context, issue, (sel_str){0}, c->scratch);
    sel_str text = sel_finding_text(c->context, c->intake, issue,
                                    sel_finding_group(c->intake, issue), c->scratch);
    return sel_str_printf(c->scratch, "%.*s%s%.*s (%s)", SEL_STR_ARG(head),
                          head.len == 0 ? "" : ": ", SEL_STR_ARG(text), issue->code);
}

/* What the column is called, and how much of what was found has no row here. */
static void name_column(const copying *c, sel_text *note)
{
    const sel_intake *intake = c->intake;
    sel_text_add(note, sel_sheet_name(&c->context->reference, "to_look_at", c->context->language));
    if (intake->places_met > intake->place_count)
        add_part(note, sel_say(c->scratch, &c->context->words, "reply.further", "n",
                               sel_tell_count(c->scratch, intake->places_met - intake->place_count),
                               NULL));
}

/* A note is of the row that begins on its line; those of the whole file stand in the header. */
static sel_str note_of(copying *c, const sel_csv_row *row)
{
    sel_text note = {.arena = c->scratch};
    uint32_t count = 0;
    if (row->row < c->header)
        return (sel_str){0};
    if (row->row == c->header)
        name_column(c, &note);
    for (; c->next < c->note_count && c->notes[c->next]->line <= row->line; c->next++)
        if (count++ < SEL_ANNOTATE_MOST)
            add_part(&note, say_note(c, c->notes[c->next]));
    if (count > SEL_ANNOTATE_MOST)
        add_part(&note, sel_say(c->scratch, &c->context->words, "reply.further", "n",
                                sel_tell_count(c->scratch, count - SEL_ANNOTATE_MOST), NULL));
    c->annotation->rows += 1;
    c->annotation->noted += count > 0;
    return sel_text_str(&note);
}

/* --- rows --- */

static bool measure_row(void *to, const sel_csv_row *row)
{
    copying *c = to;
    if (c->header == 0)
        c->header = row->row;
    c->width = row->count > c->width ? row->count : c->width;
    return true;
}

static void put_cell(copying *c, sel_str cell)
{
    sel_output_csv_field(c->out, c->delimiter, sel_guard_formula(c->scratch, cell));
}

static bool put_csv_row(void *to, const sel_csv_row *row)
{
    copying *c = to;
    sel_arena_reset(c->scratch);
    for (; c->row + 1 < row->row; c->row++)
        sel_output_text(c->out, c->line_end);
    c->row = row->row;
    for (uint32_t i = 0; i < c->width; i++) {
        if (i < row->count)
            put_cell(c, row->cells[i]);
        sel_output_fill(c->out, c->delimiter, 1);
    }
    put_cell(c, note_of(c, row));
    sel_output_text(c->out, c->line_end);
    return !c->out->failed;
}

static bool put_grid_row(void *to, const sel_csv_row *row)
{
    copying *c = to;
    sel_arena_reset(c->scratch);
    sel_str *cells = sel_arena_array(c->arena, (size_t)c->width + 1, sizeof *cells);
    for (uint32_t i = 0; i < row->count; i++)
        cells[i] = sel_str_copy(c->arena, row->cells[i]);
    cells[c->width] = sel_str_copy(c->arena, note_of(c, row));
    while (c->row_count < row->row) {
        c->rows =
            sel_arena_one_more(c->arena, c->rows, c->row_count, &c->row_room, sizeof *c->rows);
        c->rows[c->row_count++] = (sel_grid_row){0};
    }
    c->rows[row->row - 1] = (sel_grid_row){cells, c->width + 1};
    return true;
}

static sel_status read_rows(copying *c, sel_intake_source *source, sel_csv_take *take,
                            sel_error *err)
{
    sel_incoming *incoming = &source->incoming;
    if (incoming->workbook == NULL)
        return sel_csv_read(source->bytes, incoming->guess.delimiter, take, c, NULL, err);
    const sel_row_source rows = sel_answer_sheet_rows(&incoming->answers, c->intake->file);
    return rows.read(rows.from, take, c, NULL, err);
}

/* --- the dialect --- */

/* The first line end outside quotes; a file of one line gets the one CSV has by its standard. */
static const char *line_end_of(sel_str text)
{
    bool quoted = false;
    for (size_t i = 0; i < text.len; i++) {
        quoted ^= text.ptr[i] == '"';
        if (!quoted && text.ptr[i] == '\n')
            return "\n";
        if (!quoted && text.ptr[i] == '\r')
            return i + 1 < text.len && text.ptr[i + 1] == '\n' ? "\r\n" : "\r";
    }
    return "\r\n";
}

/* What stands before the first row: spreadsheet programs count "sep=;" as one. */
static void put_preface(copying *c, const sel_intake_source *source)
{
    sel_str text = sel_bytes_peek(source->bytes);
    if (sel_str_starts(text, SEL_STR("\xEF\xBB\xBF")))
        text = sel_str_part(text, 3, text.len);
    c->delimiter = source->incoming.guess.delimiter;
    c->line_end = line_end_of(text);
    if (!sel_str_starts(text, SEL_STR("sep=")))
        return;
    sel_output_printf(c->out, "sep=%c%s", c->delimiter, c->line_end);
    c->row = 1;
}

static bool has_mark(const sel_intake_source *source)
{
    return source->encoding.by == SEL_ENCODING_MARK ||
           sel_str_starts(sel_bytes_peek(source->bytes), SEL_STR("\xEF\xBB\xBF"));
}

static bool is_utf8(const sel_encoding *encoding)
{
    return sel_str_equal_ascii(sel_str_of(encoding->name), SEL_STR("utf-8")) ||
           sel_str_equal_ascii(sel_str_of(encoding->name), SEL_STR("utf8"));
}

/* Files in other letters were converted in memory, which bounds them: so is the copy. */
static void put_letters(copying *c, const sel_encoding *encoding, bool marked, sel_str text,
                        sel_output *out)
{
    sel_str own;
    sel_str whole = marked ? sel_str_printf(c->arena, "\xEF\xBB\xBF%.*s", SEL_STR_ARG(text)) : text;
    if (sel_encoding_restore(encoding, whole, c->arena, &own)) {
        sel_output_put(out, own);
        return;
    }
    c->annotation->to_utf8 = true;
    sel_output_text(out, "\xEF\xBB\xBF");
    sel_output_put(out, text);
}

static sel_status copy_csv(copying *c, sel_intake_source *source, sel_stream stream, sel_error *err)
{
    bool utf8 = is_utf8(&source->encoding);
    bool marked = has_mark(source);
    sel_text held = {.arena = c->arena};
    sel_output out = {.stream = utf8 ? stream : sel_stream_memory(&held)};
    c->out = &out;
    if (utf8 && marked)
        sel_output_text(&out, "\xEF\xBB\xBF");
    put_preface(c, source);
    sel_status status = read_rows(c, source, put_csv_row, err);
    if (status == SEL_OK)
        status = sel_output_end(&out, err);
    if (utf8 || status != SEL_OK)
        return status;
    out = (sel_output){.stream = stream};
    put_letters(c, &source->encoding, marked, sel_text_str(&held), &out);
    return sel_output_end(&out, err);
}

/* --- both kinds --- */

bool sel_annotate_is_workbook(const sel_intake *intake)
{
    return intake->guess.form != SEL_FORM_NONE && intake->guess.delimiter == '\0';
}

static copying start(const sel_context *context, const sel_intake *intake,
                     sel_annotation *annotation)
{
    *annotation = (sel_annotation){0};
    copying c = {.context = context,
                 .intake = intake,
                 .annotation = annotation,
                 .arena = sel_arena_create(),
                 .scratch = sel_arena_create(),
                 .header = intake->guess.header_row};
    sort_notes(&c);
    return c;
}

/* The file once more, as it was opened for the findings. */
static sel_status reopen(copying *c, const char *path, const sel_intake_options *options,
                         sel_intake_source *source, sel_error *err)
{
    sel_issues told_before = {.arena = c->arena};
    sel_status status =
        sel_intake_open(c->context, path, options, c->arena, &told_before, source, err);
    return status == SEL_OK ? sel_bytes_unchanged(path, &c->intake->mark, err) : status;
}

static sel_status measure(copying *c, const char *path, const sel_intake_options *options,
                          sel_error *err)
{
    sel_intake_source source;
    if (c->intake->guess.form == SEL_FORM_NONE)
        return sel_fail(err, SEL_USAGE, "'%.*s' holds no answers that could be annotated",
                        SEL_STR_ARG(c->intake->file));
    sel_status status = reopen(c, path, options, &source, err);
    if (status == SEL_OK)
        status = read_rows(c, &source, measure_row, err);
    sel_intake_close(&source);
    return status;
}

/* Two passes: how wide the rows are, then the rows. */
static sel_status measure_and_reopen(copying *c, const char *path,
                                     const sel_intake_options *options, sel_intake_source *source,
                                     sel_error *err)
{
    sel_status status = measure(c, path, options, err);
    return status == SEL_OK ? reopen(c, path, options, source, err) : status;
}

static void end(copying *c)
{
    sel_arena_destroy(c->scratch);
    sel_arena_destroy(c->arena);
}

sel_status sel_annotate_csv(const sel_context *context, const sel_intake *intake, const char *path,
                            const sel_intake_options *options, sel_stream stream,
                            sel_annotation *annotation, sel_error *err)
{
    copying c = start(context, intake, annotation);
    sel_intake_source source = {0};
    sel_status status = measure_and_reopen(&c, path, options, &source, err);
    if (status == SEL_OK)
        status = copy_csv(&c, &source, stream, err);
    sel_intake_close(&source);
    end(&c);
    return status;
}

sel_status sel_annotate_workbook(const sel_context *context, const sel_intake *intake,
                                 const char *path, const sel_intake_options *options,
                                 const char *to, sel_annotation *annotation, sel_error *err)
{
    copying c = start(context, intake, annotation);
    sel_intake_source source = {0};
    sel_status status = measure_and_reopen(&c, path, options, &source, err);
    if (status == SEL_OK)
        status = read_rows(&c, &source, put_grid_row, err);
    if (status == SEL_OK) {
        const sel_grid grid = {sel_tell_text(c.arena, intake->sheet), c.rows, c.row_count};
        status = sel_write_grid_workbook(&grid, 1, intake->file, to, err);
    }
    sel_intake_close(&source);
    end(&c);
    return status;
}
