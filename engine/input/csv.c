#include "input/csv.h"

#include <csv.h>

typedef struct reader {
    struct csv_parser parser;
    sel_csv_take *take;
    void *to;
    sel_issues *issues;
    sel_str source;
    sel_error *err;
    sel_status status;
    bool stopped;       /* the sink has had enough, or status is not SEL_OK */
    bool in_row;        /* a row has begun and its end has not been seen */
    uint64_t line;      /* physical line being parsed */
    uint64_t offset;    /* bytes before that line */
    uint32_t row;       /* spreadsheet row being parsed */
    uint64_t row_line;  /* where the row began */
    uint64_t cell_line; /* where the cell being parsed began */
    uint64_t row_offset;
    char delimiter;
    bool unquoted; /* quotes are letters like any other */
    char *text;    /* cells of the row one after the other, each with a NUL */
    size_t text_len;
    size_t text_room;
    size_t *ends; /* end of each cell in text, before its NUL */
    sel_str *cells;
    uint32_t count;
    uint32_t room;
} reader;

static void refuse(reader *r, sel_status status, uint64_t line, const char *message)
{
    if (r->stopped)
        return;
    r->stopped = true;
    r->status = sel_fail(r->err, status, "%s", message);
    sel_error_place(r->err, r->source.ptr, line, 0);
}

/* Room for another cell in the row; false: it has too many, or too much text. */
static bool another_cell(reader *r, size_t length)
{
    if (r->count == SEL_CSV_COLUMNS_MAX || r->text_len + length > SEL_CSV_ROW_MAX) {
        refuse(r, SEL_BAD_INPUT, r->row_line,
               "a row has more than 16384 cells or 8 MiB; is a quote missing?");
        return false;
    }
    if (r->count == r->room) {
        r->room = r->room == 0 ? 64 : r->room * 2;
        r->ends = sel_memory_resize(r->ends, r->room, sizeof *r->ends);
        r->cells = sel_memory_resize(r->cells, r->room, sizeof *r->cells);
    }
    return true;
}

/* Add bytes and a NUL to the text of the row. */
static void add_text(reader *r, const char *bytes, size_t length)
{
    if (r->text_len + length + 1 > r->text_room) {
        r->text_room = (r->text_len + length + 1) * 2;
        r->text = sel_memory_resize(r->text, r->text_room, 1);
    }
    if (length > 0)
        memcpy(r->text + r->text_len, bytes, length);
    r->text_len += length;
    r->text[r->text_len++] = '\0';
}

static void on_cell(void *bytes, size_t length, void *to)
{
    reader *r = to;
    if (r->stopped || !another_cell(r, length))
        return;
    add_text(r, bytes, length);
    r->ends[r->count++] = r->text_len - 1;
    r->cell_line = r->line;
}

static void on_row(int end, void *to)
{
    (void)end;
    reader *r = to;
    if (!r->stopped) {
        size_t start = 0;
        for (uint32_t i = 0; i < r->count; i++) {
            r->cells[i] = (sel_str){r->text + start, r->ends[i] - start};
            start = r->ends[i] + 1;
        }
        sel_csv_row row = {r->cells, r->count, r->row_line, r->row, r->row_offset};
        if (!r->take(r->to, &row))
            r->stopped = true;
    }
    r->count = 0;
    r->text_len = 0;
    r->in_row = false;
}

/* libcsv's realloc hook has no context; refusing here becomes CSV_ENOMEM. */
static void *capped_realloc(void *memory, size_t size)
{
    return size > SEL_CSV_CELL_MAX ? NULL : realloc(memory, size);
}

static int is_space(unsigned char c)
{
    (void)c;
    return 0;
}

static void report_bare_quote(reader *r)
{
    if (r->issues != NULL)
        sel_issues_add(r->issues, &(sel_issue){.code = "W_BARE_QUOTE",
                                               .source = r->source,
                                               .line = r->line,
                                               .row = r->row,
                                               .column = r->count + 1});
}

/* Strict mode refuses two things alike. A quote inside an unquoted cell is harmless: it is fed
 * again without strictness. Text after a closing quote would swallow the rest of the file. */
static void parse(reader *r, const char *bytes, size_t length)
{
    while (length > 0 && !r->stopped) {
        size_t done = csv_parse(&r->parser, bytes, length, on_cell, on_row, r);
        if (done == length)
            return;
        if (csv_error(&r->parser) == CSV_ENOMEM) {
            refuse(r, SEL_BAD_INPUT, r->cell_line,
                   "a cell is larger than 1 MiB; is a quote missing?");
        } else if (r->parser.quoted) {
            refuse(r, SEL_BAD_INPUT, r->line, "text follows a closing quote");
        } else {
            report_bare_quote(r);
            csv_set_opts(&r->parser, CSV_APPEND_NULL | CSV_STRICT_FINI);
            done += csv_parse(&r->parser, bytes + done, 1, on_cell, on_row, r);
            csv_set_opts(&r->parser, CSV_APPEND_NULL | CSV_STRICT | CSV_STRICT_FINI);
        }
        bytes += done;
        length -= done;
    }
}

/* Whether a line at the beginning of a row is all of it, no cell has quotes or can be too large: no
 * parser is needed. */
static bool is_plain(sel_str line)
{
    char last = line.ptr[line.len - 1];
    return line.len < SEL_CSV_CELL_MAX / 2 && (last == '\n' || last == '\r') &&
           memchr(line.ptr, '"', line.len) == NULL;
}

/* Without quotes a line is a row, and no longer than a cell may be. */
static bool may_split(reader *r, sel_str line)
{
    if (!r->unquoted)
        return is_plain(line);
    if (line.len > SEL_CSV_CELL_MAX)
        refuse(r, SEL_BAD_INPUT, r->line, "a line is longer than 1 MiB; is this a CSV file?");
    return true;
}

/* The cells of a plain line are what stands between delimiters. */
static void split(reader *r, sel_str line)
{
    if (r->stopped)
        return;
    size_t length = line.len;
    while (length > 0 && (line.ptr[length - 1] == '\n' || line.ptr[length - 1] == '\r'))
        length -= 1;
    add_text(r, line.ptr, length);
    char *start = r->text;
    char *end = start + length;
    for (char *at = start; at != NULL && !r->stopped;) {
        at = memchr(start, r->delimiter, (size_t)(end - start));
        char *cell_end = at == NULL ? end : at;
        if (!another_cell(r, 0))
            return;
        *cell_end = '\0';
        r->ends[r->count++] = (size_t)(cell_end - r->text);
        start = cell_end + 1;
    }
    on_row('\n', r);
}

/* One physical line with its end. */
static void parse_line(reader *r, const char *bytes, size_t length)
{
    sel_str line = {bytes, length};
    if (!sel_str_is_utf8(line))
        refuse(r, SEL_BAD_INPUT, r->line,
               memchr(bytes, '\0', length) != NULL
                   ? "a NUL byte stands in the text; is this a CSV file?"
                   : "the letters are not UTF-8; save the file as \"CSV UTF-8\"");
    bool begins = !r->in_row;
    if (begins) {
        r->row += 1;
        r->row_line = r->line;
        r->cell_line = r->line;
        r->row_offset = r->offset;
        r->in_row = !(length == 1 && (bytes[0] == '\n' || bytes[0] == '\r')) &&
                    !(length == 2 && bytes[0] == '\r' && bytes[1] == '\n');
    }
    if (begins && r->in_row && !r->stopped && may_split(r, line))
        split(r, line);
    else
        parse(r, bytes, length);
    r->line += 1;
    r->offset += length;
}

/* Length of the first line of text including its end; 0 when the end is not there yet. A CR that
 * is the last byte may belong to a CR LF: it is left for the next round unless `last`. */
static size_t line_length(sel_str text, bool last)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '\n')
            return i + 1;
        if (text.ptr[i] == '\r') {
            if (i + 1 < text.len)
                return i + 1 + (text.ptr[i + 1] == '\n');
            return last ? i + 1 : 0;
        }
    }
    return last ? text.len : 0;
}

static size_t parse_lines(reader *r, sel_str text, bool last)
{
    size_t at = 0;
    while (at < text.len && !r->stopped) {
        size_t length = line_length(sel_str_part(text, at, text.len), last);
        if (length == 0)
            break;
        parse_line(r, text.ptr + at, length);
        at += length;
    }
    return at;
}

static const sel_str bom = {"\xEF\xBB\xBF", 3};

/* Length of a first line "sep=;" with its end; 0 when text does not begin with one. */
static size_t separator_line(sel_str text)
{
    size_t length = line_length(text, false);
    sel_str line = sel_str_part(text, 0, length);
    bool named = sel_str_starts(line, SEL_STR("sep=")) && line.len > 5 &&
                 memchr(",;\t|", line.ptr[4], 4) != NULL &&
                 (line.ptr[5] == '\n' || line.ptr[5] == '\r');
    return named ? length : 0;
}

/* Skip BOM and "sep=;" at the beginning. */
static size_t preface(reader *r, sel_str text)
{
    size_t at = sel_str_starts(text, bom) ? bom.len : 0;
    size_t length = separator_line(sel_str_part(text, at, text.len));
    if (length > 0) {
        r->line += 1;
        r->row += 1;
        at += length;
    }
    r->offset = at;
    return at;
}

static void read_all(reader *r, sel_bytes *bytes)
{
    size_t room = SEL_BYTES_PEEK * 2;
    char *buffer = sel_memory_resize(NULL, room, 1);
    size_t held = 0;
    size_t count = 0;
    bool first = true;
    do {
        if (held == room) {
            room *= 2;
            buffer = sel_memory_resize(buffer, room, 1);
        }
        if (held > SEL_CSV_ROW_MAX) {
            refuse(r, SEL_BAD_INPUT, r->line, "a line is longer than 8 MiB; is this a CSV file?");
            break;
        }
        sel_status status = sel_bytes_read(bytes, buffer + held, room - held, &count, r->err);
        if (status != SEL_OK) {
            r->status = status;
            break;
        }
        held += count;
        sel_str text = {buffer, held};
        size_t done = first ? preface(r, text) : 0;
        first = false;
        done += parse_lines(r, sel_str_part(text, done, text.len), count == 0);
        held -= done;
        memmove(buffer, buffer + done, held);
    } while (count > 0 && !r->stopped);
    sel_memory_resize(buffer, 0, 1);
}

static sel_status read_rows(sel_bytes *bytes, char delimiter, bool unquoted, sel_csv_take *take,
                            void *to, sel_issues *issues, sel_error *err)
{
    reader r = {.take = take,
                .to = to,
                .issues = issues,
                .source = sel_bytes_name(bytes),
                .err = err,
                .delimiter = delimiter,
                .unquoted = unquoted,
                .line = 1};
    if (csv_init(&r.parser, CSV_APPEND_NULL | CSV_STRICT | CSV_STRICT_FINI) != 0)
        return sel_fail(err, SEL_IO, "libcsv could not be started");
    csv_set_delim(&r.parser, (unsigned char)delimiter);
    csv_set_space_func(&r.parser, is_space);
    csv_set_blk_size(&r.parser, 4096);
    csv_set_realloc_func(&r.parser, capped_realloc);
    read_all(&r, bytes);
    if (!r.stopped && r.status == SEL_OK && csv_fini(&r.parser, on_cell, on_row, &r) != 0)
        refuse(&r, SEL_BAD_INPUT, r.cell_line, "a quote opened here is never closed");
    csv_free(&r.parser);
    sel_memory_resize(r.text, 0, 1);
    sel_memory_resize(r.ends, 0, 1);
    sel_memory_resize(r.cells, 0, 1);
    return r.status;
}

sel_status sel_csv_read(sel_bytes *bytes, char delimiter, sel_csv_take *take, void *to,
                        sel_issues *issues, sel_error *err)
{
    return read_rows(bytes, delimiter, false, take, to, issues, err);
}

sel_status sel_csv_read_unquoted(sel_bytes *bytes, char delimiter, sel_csv_take *take, void *to,
                                 sel_error *err)
{
    return read_rows(bytes, delimiter, true, take, to, NULL, err);
}

enum { SNIFFED_ROWS = 60 };

typedef struct tally {
    sel_csv_known *known;
    void *of;
    uint32_t rows;
    uint64_t least;       /* known cells that another delimiter gives: fewer do not count */
    uint64_t known_cells; /* of the row with most of them: a header, not words among the data */
    uint64_t cells;
} tally;

static bool count_row(void *to, const sel_csv_row *row)
{
    tally *t = to;
    uint64_t known = 0;
    bool may_count = row->count > t->known_cells && row->count >= t->least;
    for (uint32_t i = 0; t->known != NULL && may_count && i < row->count; i++)
        known += t->known(t->of, sel_csv_cell(row, i)) ? 1 : 0;
    if (known > t->known_cells)
        t->known_cells = known;
    t->cells += row->count;
    return ++t->rows < SNIFFED_ROWS;
}

char sel_csv_sniff(const sel_bytes *bytes, sel_csv_known *known, void *of)
{
    static const char candidates[] = {',', ';', '\t', '|'};
    sel_str sample = sel_bytes_peek(bytes);
    sel_str start = sel_str_part(sample, sel_str_starts(sample, bom) ? bom.len : 0, sample.len);
    if (separator_line(start) > 0)
        return start.ptr[4];
    char best = ',';
    tally most = {0};
    for (size_t i = 0; i < sizeof candidates; i++) {
        tally t = {.known = known, .of = of, .least = most.known_cells};
        sel_bytes *view = sel_bytes_open_memory("", sample);
        sel_error ignored = {0};
        /* A sample may end inside a quote; what was counted until then decides. */
        sel_status status = sel_csv_read(view, candidates[i], count_row, &t, NULL, &ignored);
        (void)status;
        sel_bytes_close(view);
        if (t.known_cells > most.known_cells ||
            (t.known_cells == most.known_cells && t.cells > most.cells)) {
            most = t;
            best = candidates[i];
        }
    }
    return best;
}

sel_str sel_csv_cell(const sel_csv_row *row, uint32_t i)
{
    return i < row->count ? sel_str_trim(row->cells[i]) : (sel_str){0};
}
