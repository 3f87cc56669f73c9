#include "base/fold.h"
#include "base/text.h"
#include "input/csv.h"
#include "input/register_hxl.h"
#include "input/register_key.h"
#include "input/register_mapping.h"

static const char *const field_names[] = {
#define X(id, name) [id] = (name),
    SEL_REGISTER_FIELD_LIST(X)
#undef X
};

const char *sel_register_field_name(sel_register_field field)
{
    return field_names[field];
}

static int field_of(sel_str name)
{
    for (int i = 0; i < SEL_REGISTER_FIELDS; i++)
        if (sel_str_is(name, field_names[i]))
            return i;
    return SEL_UNKNOWN;
}

/* --- one header --- */

/* Field of what header_synonyms.csv calls "amount=USD": the currency stands behind the field. */
static int field_with_currency(sel_str text, sel_str *currency)
{
    size_t equals = sel_str_find(text, SEL_STR("="));
    *currency = sel_str_part(text, equals + 1, text.len);
    return field_of(sel_str_part(text, 0, equals));
}

static int field_of_synonym(const sel_reference *reference, sel_str folded, sel_str *currency)
{
    uint32_t low = 0;
    uint32_t high = reference->header_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = sel_str_compare(reference->headers[middle].folded, folded);
        if (order == 0)
            return field_with_currency(reference->headers[middle].field, currency);
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return SEL_UNKNOWN;
}

static int field_of_crs(const sel_reference *reference, sel_str folded, sel_arena *scratch)
{
    sel_text name = {.arena = scratch};
    sel_text_add(&name, SEL_STR("column:"));
    for (size_t i = 0; i < folded.len; i++)
        if (folded.ptr[i] != ' ')
            sel_text_add_char(&name, folded.ptr[i]);
    for (uint32_t i = 0; i < reference->crs.count; i++)
        if (sel_str_equal(reference->crs.list[i].written, sel_text_str(&name)))
            return field_of(reference->crs.list[i].means);
    return SEL_UNKNOWN;
}

/* --- looking at rows --- */

typedef struct looking {
    const sel_reference *reference;
    const sel_register_mapping *mapping;
    sel_arena *arena;
    sel_register_guess *guess;
    uint32_t best;  /* columns understood in the best header so far */
    sel_str *above; /* cells of the row before */
    uint32_t above_count;
    uint32_t above_row;
} looking;

static int field_in(const looking *l, sel_register_dialect dialect, sel_str header,
                    sel_register_column *column, uint32_t number)
{
    const sel_register_decision *decision = sel_register_mapping_find(l->mapping, header, number);
    if (decision != NULL && decision->field != SEL_UNKNOWN) {
        column->mapped = true;
        column->currency = decision->currency;
        return decision->field;
    }
    int field = field_of(header);
    if (dialect != SEL_DIALECT_CRS && field != SEL_UNKNOWN)
        return field;
    sel_arena *scratch = sel_arena_create();
    sel_str folded = sel_fold(scratch, header);
    field = dialect == SEL_DIALECT_CRS ? field_of_crs(l->reference, folded, scratch)
                                       : field_of_synonym(l->reference, folded, &column->currency);
    sel_arena_destroy(scratch);
    return field;
}

static bool may_repeat(int field)
{
    return field == SEL_FIELD_LOCATION || field == SEL_FIELD_UNUSED;
}

/* Of several columns with one field the first counts. */
static void drop_repeated(sel_register_column *columns, uint32_t count)
{
    bool seen[SEL_REGISTER_FIELDS] = {false};
    for (uint32_t pass = 0; pass < 2; pass++) /* what a mapping says comes first */
        for (uint32_t i = 0; i < count; i++) {
            int field = columns[i].field;
            if (field == SEL_UNKNOWN || may_repeat(field) || columns[i].mapped != (pass == 0))
                continue;
            if (seen[field])
                columns[i].field = SEL_UNKNOWN;
            seen[field] = true;
        }
}

static sel_register_column *columns_of(const looking *l, const sel_csv_row *row,
                                       sel_register_dialect dialect)
{
    sel_register_column *columns = sel_arena_array(l->arena, row->count, sizeof *columns);
    for (uint32_t i = 0; i < row->count; i++) {
        columns[i].header = sel_str_copy(l->arena, sel_csv_cell(row, i));
        columns[i].field = columns[i].header.len == 0 && l->mapping == NULL
                               ? SEL_UNKNOWN
                               : field_in(l, dialect, columns[i].header, &columns[i], i + 1);
    }
    drop_repeated(columns, row->count);
    return columns;
}

static bool has(const sel_register_column *columns, uint32_t count, sel_register_field field)
{
    for (uint32_t i = 0; i < count; i++)
        if (columns[i].field == (int)field)
            return true;
    return false;
}

static bool constant(const looking *l, sel_register_field field)
{
    for (uint32_t i = 0; i < sel_register_mapping_count(l->mapping); i++) {
        const sel_register_decision *one = sel_register_mapping_at(l->mapping, i);
        if (one->header.len == 0 && one->field == (int)field)
            return true;
    }
    return false;
}

static uint32_t understood(const sel_register_column *columns, uint32_t count)
{
    uint32_t known = 0;
    for (uint32_t i = 0; i < count; i++)
        known += columns[i].field != SEL_UNKNOWN;
    return known;
}

/* The amounts of the CRS have names that no other table uses; it has activities when titles and
 * purposes stand beside them. */
static bool is_crs(const sel_register_column *columns, uint32_t count)
{
    return (has(columns, count, SEL_FIELD_COMMITMENT) ||
            has(columns, count, SEL_FIELD_DISBURSEMENT)) &&
           (has(columns, count, SEL_FIELD_TITLE) || has(columns, count, SEL_FIELD_ACTIVITY)) &&
           (has(columns, count, SEL_FIELD_FUNDER) || has(columns, count, SEL_FIELD_DONOR_CODE)) &&
           has(columns, count, SEL_FIELD_SECTOR_CODE);
}

static bool is_own(const sel_register_column *columns, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (columns[i].mapped || columns[i].field >= (int)SEL_REGISTER_OWN_FIELDS ||
            (columns[i].header.len > 0 &&
             field_of(columns[i].header) >= (int)SEL_REGISTER_OWN_FIELDS))
            return false;
    for (uint32_t i = 0; i < count; i++)
        if (columns[i].field != SEL_UNKNOWN &&
            !sel_str_is(columns[i].header, field_names[columns[i].field]))
            return false;
    return true;
}

/* A list of who does what where: no titles, but what is done or in which sector, by whom. */
static bool is_3w(const sel_register_column *columns, uint32_t count)
{
    bool what = has(columns, count, SEL_FIELD_ACTIVITY) || has(columns, count, SEL_FIELD_SECTOR) ||
                has(columns, count, SEL_FIELD_THEME);
    bool who =
        has(columns, count, SEL_FIELD_ORGANISATION) || has(columns, count, SEL_FIELD_IMPLEMENTER);
    bool where = has(columns, count, SEL_FIELD_LOCATION) ||
                 has(columns, count, SEL_FIELD_RECIPIENT) ||
                 has(columns, count, SEL_FIELD_RECIPIENT_CODE);
    return what && who && where;
}

static void choose(looking *l, const sel_csv_row *row, sel_register_dialect dialect,
                   const sel_register_column *columns, bool is_register)
{
    sel_register_guess *guess = l->guess;
    uint32_t known = understood(columns, row->count);
    bool first = guess->columns == NULL;
    if (!first && (!is_register || (guess->is_register && known <= l->best)))
        return;
    l->best = known;
    guess->is_register = is_register;
    guess->dialect = dialect;
    guess->columns = columns;
    guess->column_count = row->count;
    guess->header_row = row->row;
}

static void look_for_header(looking *l, const sel_csv_row *row)
{
    const sel_register_column *crs = columns_of(l, row, SEL_DIALECT_CRS);
    if (is_crs(crs, row->count)) {
        choose(l, row, SEL_DIALECT_CRS, crs, true);
        return;
    }
    const sel_register_column *any = columns_of(l, row, SEL_DIALECT_ANY);
    bool titled = has(any, row->count, SEL_FIELD_TITLE) || constant(l, SEL_FIELD_TITLE);
    uint32_t known = understood(any, row->count);
    if (!titled && is_3w(any, row->count))
        choose(l, row, SEL_DIALECT_3W, any, known >= 3);
    else
        choose(l, row, is_own(any, row->count) ? SEL_DIALECT_OWN : SEL_DIALECT_ANY, any,
               titled && known >= 3);
}

static bool names_activities(const sel_register_column *columns, uint32_t count)
{
    static const sel_register_field what[] = {SEL_FIELD_TITLE, SEL_FIELD_ACTIVITY,
                                              SEL_FIELD_DESCRIPTION, SEL_FIELD_SECTOR,
                                              SEL_FIELD_THEME};
    for (size_t i = 0; i < sizeof what / sizeof what[0]; i++)
        if (has(columns, count, what[i]) &&
            (has(columns, count, SEL_FIELD_ORGANISATION) ||
             has(columns, count, SEL_FIELD_IMPLEMENTER) || has(columns, count, SEL_FIELD_FUNDER)))
            return true;
    return false;
}

/* Tags decide; what stands right above them is the header. */
static void take_tags(looking *l, const sel_csv_row *row)
{
    sel_register_column *columns = sel_arena_array(l->arena, row->count, sizeof *columns);
    bool above = l->above_count > 0 && l->above_row + 1 == row->row;
    for (uint32_t i = 0; i < row->count; i++) {
        sel_str cell = sel_csv_cell(row, i);
        sel_str tag = sel_hxl_tag(l->arena, cell);
        columns[i].header = above && i < l->above_count && l->above[i].len > 0
                                ? l->above[i]
                                : sel_str_copy(l->arena, cell);
        columns[i].malformed_tag = cell.len > 0 && tag.len == 0;
        int field = field_in(l, SEL_DIALECT_HXL, (sel_str){0}, &columns[i], i + 1);
        if (l->mapping != NULL && !columns[i].mapped)
            field = field_in(l, SEL_DIALECT_HXL, columns[i].header, &columns[i], i + 1);
        columns[i].field = columns[i].mapped ? field : field_of(sel_hxl_field(l->reference, tag));
    }
    drop_repeated(columns, row->count);
    *l->guess = (sel_register_guess){.is_register = names_activities(columns, row->count),
                                     .dialect = SEL_DIALECT_HXL,
                                     .header_row = above ? l->above_row : 0,
                                     .tag_row = row->row,
                                     .columns = columns,
                                     .column_count = row->count};
}

static bool look_at_row(void *to, const sel_csv_row *row)
{
    looking *l = to;
    if (row->row > SEL_REGISTER_HEADER_ROWS)
        return false;
    if (sel_hxl_is_tag_row(row)) {
        take_tags(l, row);
        return false;
    }
    look_for_header(l, row);
    l->above = sel_arena_array(l->arena, row->count, sizeof *l->above);
    for (uint32_t i = 0; i < row->count; i++)
        l->above[i] = sel_str_copy(l->arena, sel_csv_cell(row, i));
    l->above_count = row->count;
    l->above_row = row->row;
    return true;
}

/* --- the file --- */

static bool is_known(void *of, sel_str cell)
{
    const looking *l = of;
    sel_register_column column = {0};
    sel_arena *scratch = sel_arena_create();
    bool known = cell.len > 0 && (field_in(l, SEL_DIALECT_ANY, cell, &column, 0) != SEL_UNKNOWN ||
                                  field_in(l, SEL_DIALECT_CRS, cell, &column, 0) != SEL_UNKNOWN ||
                                  sel_hxl_tag(scratch, cell).len > 0);
    sel_arena_destroy(scratch);
    return known;
}

/* Whether no line down to the header has a quote: in the bar-separated files of the CRS quotes are
 * letters. */
static bool header_is_bare(sel_str peek, uint32_t header_row)
{
    for (size_t i = 0; i < peek.len && header_row > 0; i++) {
        if (peek.ptr[i] == '"')
            return false;
        header_row -= peek.ptr[i] == '\n';
    }
    return true;
}

static sel_register_guess look(const sel_bytes *bytes, char delimiter, looking *l)
{
    sel_register_guess guess = {.mapping = l->mapping};
    l->guess = &guess;
    l->best = 0;
    l->above_count = 0;
    sel_bytes *peek = sel_bytes_open_memory("", sel_bytes_peek(bytes));
    sel_error ignored = {0};
    /* The beginning may end inside a quote; what was seen until then decides. */
    sel_status status = sel_csv_read(peek, delimiter, look_at_row, l, NULL, &ignored);
    (void)status;
    sel_bytes_close(peek);
    guess.mapping = l->mapping;
    guess.delimiter = delimiter;
    guess.unquoted = guess.dialect == SEL_DIALECT_CRS && delimiter == '|' &&
                     header_is_bare(sel_bytes_peek(bytes), guess.header_row);
    if (guess.is_register)
        sel_register_settle_key(&guess, l->arena);
    return guess;
}

sel_register_guess sel_register_recognise_mapped(const sel_bytes *bytes,
                                                 const sel_reference *reference,
                                                 const sel_register_mapping *mapping,
                                                 sel_arena *arena)
{
    looking l = {.reference = reference, .mapping = mapping, .arena = arena};
    sel_register_guess guess = look(bytes, sel_csv_sniff(bytes, is_known, &l), &l);
    if (guess.is_register)
        return guess;
    sel_register_guess other = look(bytes, ':', &l);
    return other.is_register ? other : guess;
}

sel_register_guess sel_register_recognise(const sel_bytes *bytes, const sel_reference *reference,
                                          sel_arena *arena)
{
    return sel_register_recognise_mapped(bytes, reference, NULL, arena);
}
